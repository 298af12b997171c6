"""What readers ask in few words: whether it is the other way round, where from, what places are called, how many there are."""

import pytest

from handlers.rendering import plain
from knowledge.wording import NO, YES
from tests.knowledge.asking import ids, shown, told

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
        ("Hoàng Văn Pha từ đâu về", "song-cong-2022/hoang-van-pha/noi-cong-tac-truoc"),
        ("Hai nơi luân chuyển ngang của Sông Công tên gì?", "song-cong-2022/luan-chuyen/ngang"),
        ("Luân chuyển ngang chiếm mấy trên tổng số xã, phường Sông Công?", "song-cong-2022/luan-chuyen/ngang"),
        ("Trong 37 người được bổ nhiệm của Bình Liêu thì cấp phó chiếm bao nhiêu?", "binh-lieu-2020/bo-nhiem/cap-pho"),
        ("Bình Liêu đề bạt mấy người", "binh-lieu-2020/bo-nhiem"),
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
    ("question", "fact", "whole"),
    [
        ("bên Sông Công có tất cả bao nhiêu xã phường vậy", "song-cong-2022/so-xa-phuong", "10 xa, phuong"),
        ("Bình Liêu có mấy xã", "binh-lieu-2020/so-xa-phuong", "7 xa"),
    ],
)
def test_the_whole_of_a_share_is_no_figure_of_its_own(bundled, question, fact, whole):
    answer = bundled.ask(question)
    assert told(answer) == ("not_stated", fact)
    assert whole in shown(answer)


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


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("Bí thư Thành ủy Sông Công trước làm gì?", "quan ly do thi"),
        ("bi thu thanh uy song cong truoc lam gi", "quan ly do thi"),
        ("Bí thư Huyện ủy Bình Liêu trước làm gì?", "mat tran"),
    ],
)
def test_who_holds_a_post_is_told_nothing_of_another_holder(bundled, question, others):
    answer = bundled.ask(question)
    assert answer.status == "not_stated"
    assert others not in shown(answer)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Bí thư Đảng ủy xã Bá Xuyên trước làm gì", "song-cong-2022/hoang-van-pha/chuc-vu-truoc"),
        ("Bí thư Thành ủy Sông Công nói sẽ làm gì", "song-cong-2022/bi-thu-thanh-uy-phat-bieu"),
        ("Sông Công cử mấy người học cao cấp vậy ạ", "song-cong-2022/dao-tao-cao-cap"),
        ("Cho xin tên 6 nơi nhận cán bộ thành phố của Sông Công", "song-cong-2022/luan-chuyen/thanh-pho-ve-xa-phuong"),
        ("Mấy trên 7 xã Bình Liêu có lãnh đạo là người nơi khác?", STRANGERS),
        ("Sông Công cữ bao nhiêu đồng chí học trung câp hệ tập chung", "song-cong-2022/dao-tao-trung-cap-tap-trung"),
        ("Các chức danh cấp thành phố mà Sông Công kiện toàn gồm những gì?", "song-cong-2022/kien-toan-chuc-danh"),
        ("Mạ Dì Sơn đi đâu?", "binh-lieu-2020/ma-di-son/bi-thu"),
        ("Đề án 01 của Sông Công bắt đầu và kết thúc năm nào?", "song-cong-2022/de-an-01/giai-doan"),
    ],
)  # fmt: skip
def test_few_words_are_enough(bundled, question, fact):
    assert told(bundled.ask(question)) == ("answered", fact)


def test_who_went_down_is_not_who_came_up(bundled):
    answer = bundled.ask("Ai được luân chuyển lên thành phố ở Sông Công?")
    assert answer.status == "not_stated"
    assert "hoang van pha" not in shown(answer)


def test_where_somebody_was_before_is_not_where_they_went(bundled):
    answer = bundled.ask("truong phong quan ly do thi song cong duoc chuyen di dau")
    assert "phong quan ly do thi tp" not in shown(answer)


def test_a_post_in_one_committee_is_no_post_in_that_above(bundled):
    answer = bundled.ask("Ông Hoàng Thái Cương là Bí thư Tỉnh ủy Thái Nguyên phải không?")
    assert answer.verdict is None or answer.verdict.startswith(NO)


@pytest.mark.parametrize(
    "question",
    [
        "Mạ Dì Sơn hiện là Phó Chủ tịch MTTQ huyện Bình Liêu phải không?",
        "Có phải Huyện ủy Bình Liêu luân chuyển ông Mạ Dì Sơn?",
        "Thành ủy Sông Công điều động ông Hoàng Văn Pha đúng không?",
    ],
)
def test_what_was_or_was_done_otherwise_is_not_agreed_to(bundled, question):
    assert bundled.ask(question).verdict != YES


@pytest.mark.parametrize(
    "question",
    ["Sông Công bổ nhiệm lại bao nhiêu lượt?", "Từ năm 2019 đến 2020 Bình Liêu luân chuyển mấy người?"],
)
def test_no_figure_of_more_acts_or_of_fewer_years(bundled, question):
    assert bundled.ask(question).status == "not_stated"


def test_who_wrote_a_document_is_not_who_wrote_of_it(bundled):
    assert "quynh mai" not in shown(bundled.ask("Ai viết Đề án số 01"))
    assert "quynh mai" in shown(bundled.ask("Ai viết bài có Đề án số 01"))


def test_who_was_sent_to_hold_a_post_is_told(bundled):
    answer = bundled.ask("Huyện ủy Bình Liêu điều động ai giữ chức Bí thư Đảng ủy Đồng Văn?")
    assert answer.status == "answered"
    assert "ma di son" in shown(answer)


def test_a_chair_is_no_former_deputy(bundled):
    answer = bundled.ask("Chủ tịch Mặt trận Tổ quốc huyện Bình Liêu là ai?")
    assert answer.status in ("not_stated", "unknown")


@pytest.mark.parametrize(
    ("question", "there"),
    [
        ("Ông Hoàng Văn Pha được luân chuyển từ phòng nào?", "quan ly do thi"),
        ("Ông Pha từ đâu được luân chuyển về xã Bá Xuyên?", "quan ly do thi"),
        ("Mạ Dì Sơn từ đâu điều về Đồng Văn", "mttq"),
        ("Tổ chức nào đã luân chuyển ông Hoàng Văn Pha về Bá Xuyên?", "thanh uy"),
    ],
)
def test_which_room_and_which_body_are_asked(bundled, question, there):
    answer = bundled.ask(question)
    assert answer.status == "answered"
    assert there in shown(answer)


def test_a_time_is_no_part_of_a_place_behind_it(bundled):
    assert bundled.ask("Tháng 7 xã Bình Liêu luân chuyển mấy người").status == "unknown"


def in_turn(known, *questions):
    context, answers = None, []
    for question in questions:
        reply = known.reply(question, context=context)
        context = reply.context
        answers.append(reply.answer)
    return answers


def test_who_they_are_is_asked_of_those_spoken_of(bundled):
    first, second, third = in_turn(
        bundled, "Bình Liêu luân chuyển bao nhiêu cán bộ?", "gồm những ai?", "từ huyện về xã mấy người"
    )
    assert first.status == "answered"
    assert second.status == "not_stated"
    assert told(third) == ("answered", "binh-lieu-2020/luan-chuyen/tu-huyen-ve-xa")


def test_since_when_is_asked_of_the_figure_before(bundled):
    answers = in_turn(bundled, "Bình Liêu luân chuyển mấy người", "từ bao giờ")
    assert told(answers[1]) == ("answered", "binh-lieu-2020/luan-chuyen")


def test_until_when_is_no_day_on_which_it_was_made(bundled):
    answers = in_turn(bundled, "Đề án 01 Sông Công ban hành khi nào", "đến năm nào")
    assert told(answers[1]) != ("answered", "song-cong-2022/de-an-01/ngay-ban-hanh")


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


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Trước lúc chuyển cán bộ, Bình Liêu rà soát những gì của từng xã?", "ra-soat"),
        ("Lớp lý luận chính trị hệ không tập trung của Sông Công học ở đâu thế?", "dao-tao-noi-hoc"),
        ("Những đối tượng cán bộ nào được Bình Liêu chú trọng?", "doi-tuong-chu-trong"),
        ("Bài báo về Bình Liêu nêu tên bí thư đảng ủy xã nào?", "bi-thu-dang-uy-xa"),
        ("Kể các văn bản Đảng ủy Đồng Văn khẩn trương ban hành sau Đại hội xã", "dong-van/van-ban"),
        ("Có phải Đề án số 01 của Sông Công ban hành năm 2022 không?", "de-an-01/ngay-ban-hanh"),
    ],
)
def test_what_is_told_in_so_many_words_is_given(bundled, question, fact):
    answer = bundled.ask(question)
    assert (answer.status, ids(answer)[0].partition("/")[2]) == ("answered", fact)


@pytest.mark.parametrize(
    "question",
    [
        "Phường Phố Cò và Bách Quang luân chuyển những cán bộ chủ chốt nào?",
        "Bí thư Thành ủy Sông Công cho biết điều gì về nhiệm kỳ này?",
        "Trưởng Ban HĐND thành phố Sông Công là ai?",
    ],
)
def test_places_are_no_people_a_post_is_nobody_and_who_one_is_is_not_what_one_says(bundled, question):
    leads = [block.lead for block in bundled.ask(question).blocks]
    assert not any(leads)


def test_a_day_that_is_put_forward_is_decided_by_the_day_and_not_by_who_did_it(bundled):
    assert bundled.ask("Có phải Đề án số 01 của Sông Công ban hành năm 2022 không?").verdict == "Không"


def test_the_number_of_those_who_are_asked_about_is_not_said_to_be_missing(bundled):
    answer = bundled.ask("Trong 37 người được bổ nhiệm ở Bình Liêu có mấy người dưới 40 tuổi?")
    assert (answer.status, "“37" in plain(answer)) == ("not_stated", False)


@pytest.mark.parametrize("question", ["Trong ảnh Châu Sơn có ai?", "trong anh chau son co ai a"])
def test_who_there_is_gets_no_yes(bundled, question):
    assert bundled.ask(question).verdict is None
