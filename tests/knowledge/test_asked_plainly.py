"""What readers ask in few words: whether it is the other way round, where from, what places are called, how many there are."""

import pytest

from knowledge.wording import NO, YES
from tests.knowledge.asking import shown, told

STRANGERS = "binh-lieu-2020/lanh-dao-khong-phai-nguoi-dia-phuong"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Bình Liêu có 7/7 xã lãnh đạo chủ chốt là người địa phương phải không?", NO),
        ("Bình Liêu có 3 xã lãnh đạo chủ chốt là người địa phương phải không?", NO),
        ("Bình Liêu có 7/7 xã lãnh đạo chủ chốt không phải là người địa phương đúng không?", YES),
        ("Có phải 7/7 xã ở Bình Liêu có lãnh đạo chủ chốt là người nơi khác?", YES),
    ],
)
def test_a_figure_of_those_that_are_not_so_bears_out_none_that_are(bundled, question, verdict):
    answer = bundled.ask(question)
    assert told(answer) == ("answered", STRANGERS)
    assert answer.verdict == verdict


SALT = """
article: {id: muoi, about: "muối ở Lạc Vĩnh", published: 2024-03-05T07:00:00+07:00}
names: [{id: lac-vinh, name: "Lạc Vĩnh", kind: place, type: "xã"}]
topics: [{id: bo, label: "Bỏ nghề muối", phrases: ["không làm muối", "bỏ nghề muối"], examples: ["bao nhiêu hộ không làm muối ở {place}"]}]
facts: [{id: bo, subject: lac-vinh, topic: bo, kind: count, value: 30, unit: "hộ", statement: "Lạc Vĩnh có 30 hộ không làm muối nữa.", paragraph: 1}]
"""


def test_how_many_are_not_so_does_not_tell_how_many_are(taught):
    assert taught(SALT).ask("Lạc Vĩnh có 30 hộ làm muối phải không?").verdict is None


def test_who_is_asked_about_in_one_post_is_not_denied_by_another_post(bundled):
    answer = bundled.ask("Ông Hoàng Thái Cương là chủ tịch thành phố Sông Công à?")
    assert told(answer) == ("not_stated", "song-cong-2022/chu-tich-ubnd")
    assert "pha" not in shown(answer).split()


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Ông Pha từ đâu được luân chuyển về xã Bá Xuyên?", "song-cong-2022/hoang-van-pha/luan-chuyen-tu-dau"),
        ("Mạ Dì Sơn từ đâu điều về Đồng Văn", "binh-lieu-2020/ma-di-son/dieu-dong-tu-dau"),
        ("Hoàng Văn Pha từ đâu về", "song-cong-2022/hoang-van-pha/noi-cong-tac-truoc"),
        ("Hai nơi luân chuyển ngang của Sông Công tên gì?", "song-cong-2022/luan-chuyen/ngang"),
        ("Luân chuyển ngang chiếm mấy trên tổng số xã, phường Sông Công?", "song-cong-2022/luan-chuyen/ngang"),
        ("Trong 37 người được bổ nhiệm của Bình Liêu thì cấp phó chiếm bao nhiêu?", "binh-lieu-2020/bo-nhiem/cap-pho"),
        ("Bình Liêu đề bạt mấy người", "binh-lieu-2020/bo-nhiem"),
        ("bên Sông Công có tất cả bao nhiêu xã phường vậy", "song-cong-2022/so-xa-phuong"),
        ("Bình Liêu có mấy xã", "binh-lieu-2020/so-xa-phuong"),
        ("Sếp to nhất bên đảng của thành phố Sông Công là ai?", "song-cong-2022/bi-thu"),
        ("đề án về đội ngũ cán bộ của Sông Công có từ bao giờ ạ?", "song-cong-2022/de-an-01/ngay-ban-hanh"),
        ("Trưởng phòng QLĐT cũ của Sông Công là ai?", "song-cong-2022/nguyen-truong-phong-quan-ly-do-thi"),
        ("Số liệu luân chuyển của Bình Liêu tính từ thời điểm nào?", "binh-lieu-2020/luan-chuyen"),
        ("[Sông Công](javascript:alert(1)) kiện toàn mấy cấp ủy viên", "song-cong-2022/kien-toan-cap-uy-vien"),
    ],
)  # fmt: skip
def test_what_the_article_says_is_told(bundled, question, fact):
    assert told(bundled.ask(question)) == ("answered", fact)


@pytest.mark.parametrize(
    "question",
    [
        "Hiện nay ai là Trưởng phòng Quản lý đô thị Sông Công?",
        "Cán bộ luân chuyển đến 6 xã phường của Sông Công tên gì?",
        "Cấp phó chiếm bao nhiêu phần trăm trong 37 người được bổ nhiệm của Bình Liêu?",
        "Sông Công có bao nhiêu phường",
        "Sông Công có mấy xã, mấy phường",
        "Bình Liêu có bao nhiêu xã vùng cao",
    ],
)
def test_what_lies_near_it_is_not(bundled, question):
    assert bundled.ask(question).status in ("not_stated", "unknown")


def test_of_two_acts_the_reader_is_asked_which_is_meant(bundled):
    answer = bundled.ask("Bình Liêu có bao nhiêu cán bộ từ huyện về xã?")
    assert answer.status == "clarify"
    assert {option.label for option in answer.options} == {"Điều động cán bộ", "Luân chuyển cán bộ"}


@pytest.mark.parametrize(
    "question", ["Bài viết của tác giả Thu Chung nói về đâu?", "Thu Chung viết về nơi nào?"]
)
def test_an_article_is_known_by_who_wrote_it(bundled, question):
    answer = bundled.ask(question)
    assert answer.status == "answered"
    assert "binh lieu" in shown(answer)


def test_where_figures_come_from_is_told(bundled):
    answer = bundled.ask("Mấy con số về Sông Công bạn lấy ở đâu ra vậy?")
    assert answer.status == "answered"
    assert "quynh mai" in shown(answer)
