"""Wholes and halves: a word's half names nothing, a place is weighed with one in it, lists are as long as they are asked for."""

import pytest

from handlers.rendering import plain
from knowledge.wording import NO, YES
from tests.knowledge.asking import ids, told


def test_half_of_a_facet_within_another_word_names_no_part(asked):
    question = "Tòa án nhân dân huyện Thanh Ba đã thụ lý bao nhiêu vụ, việc?"
    assert told(asked("court", question)) == ("answered", "thanh-ba-2023/thu-ly")
    confirmed = asked("court", "Tòa án nhân dân huyện Thanh Ba thụ lý 486 vụ, việc phải không?")
    assert (confirmed.status, confirmed.verdict) == ("answered", YES)


@pytest.mark.parametrize(
    "question",
    [
        "So tỷ lệ cử tri đi bầu của huyện Ba Bể với thị trấn Chợ Rã",
        "So sánh tỷ lệ cử tri đi bầu của huyện Ba Bể và thị trấn Chợ Rã",
        "Tỷ lệ cử tri đi bầu của thị trấn Chợ Rã và huyện Ba Bể là bao nhiêu?",
    ],
)
def test_a_place_and_one_within_it_are_both_told_of(asked, question):
    answer = asked("elections", question)
    shown = plain(answer)
    assert (answer.status, "99,87%" in shown, "98,6%" in shown) == ("answered", True, True)


def test_where_a_place_lies_is_no_other_place_asked_about(asked):
    shown = plain(asked("elections", "Tỷ lệ cử tri đi bầu của thị trấn Chợ Rã, huyện Ba Bể là bao nhiêu?"))
    assert ("98,6%" in shown, "99,87%" in shown) == (True, False)


@pytest.mark.parametrize(
    ("article", "question"),
    [
        ("bundled", "Cho xin danh sách 18 cán bộ luân chuyển của Bình Liêu ạ"),
        ("bundled", "Kể tên 18 cán bộ luân chuyển của Bình Liêu"),
        ("bundled", "Liệt kê 15 cán bộ được điều động ở Bình Liêu"),
        ("bundled", "Danh sách 10 xã, phường của Sông Công"),
        ("bundled", "Bài báo có nói Bình Liêu thuộc tỉnh nào không?"),
        ("bundled", "Bài báo có ghi Bình Liêu ở tỉnh nào không?"),
        ("bundled", "Kết luận số 21 mà Sông Công thực hiện về việc gì?"),
        ("bundled", "Kết luận số 01 mà Sông Công thực hiện về việc gì?"),
        ("bundled", "Nghị quyết Đại hội Đảng bộ thành phố Sông Công nói gì?"),
        ("bridge", "Đơn vị nào thi công cầu Hói Đồng?"),
        ("vaccine", "Có bao nhiêu người ở Thái Hòa bị phản ứng nặng sau tiêm?"),
        ("markets", "Xã Tân Hội xây chợ mới hết bao nhiêu tiền?"),
    ],
)
def test_what_is_told_of_something_else_is_no_answer(asked, article, question):
    assert asked(article, question).status in ("not_stated", "unknown")


@pytest.mark.parametrize(
    ("article", "question", "fact"),
    [
        ("bundled", "Kết luận số 21 nói về việc gì?", "song-cong-2022/ket-luan-21/noi-dung"),
        ("bundled", "Lý do Sông Công xây dựng Đề án số 01 là gì?", "song-cong-2022/de-an-01/ly-do"),
        ("bundled", "ly do song cong xay dung de an so 01 la gi", "song-cong-2022/de-an-01/ly-do"),
        ("elections", "Xã Đồng Phúc còn thiếu mấy đại biểu hội đồng?", "ba-be-2021/dong-phuc/thieu"),
        ("elections", "Toàn huyện Ba Bể có bao nhiêu khu vực bỏ phiếu?", "ba-be-2021/khu-vuc"),
        ("elections", "Danh sách cử tri huyện Ba Bể gồm bao nhiêu người?", "ba-be-2021/cu-tri"),
        ("elections", "Đại biểu nữ HĐND cấp xã ở Ba Bể: bao nhiêu người?", "ba-be-2021/dai-bieu-xa/nu"),
        ("elections", "HĐND huyện Ba Bể có mấy đại biểu?", "ba-be-2021/dai-bieu-huyen"),
        ("nursery", "Toàn huyện Như Thanh có bao nhiêu giáo viên mầm non?", "nhu-thanh-2023/giao-vien"),
        ("posting", "Giáo viên Văn Quan đi biệt phái trong bao lâu?", "van-quan-2023/biet-phai-thoi-han"),
        ("posting", "Ai trúng tuyển chức danh Hiệu trưởng Trường THCS thị trấn Văn Quan?", "van-quan-2023/thi-tuyen-trung-tuyen"),
        ("vaccine", "Có bao nhiêu người ở Thái Hòa bị phản ứng nhẹ sau tiêm?", "thai-hoa-2022/phan-ung"),
        ("vaccine", "Số cụ ở Thái Hòa đã đi khám sức khỏe?", "thai-hoa-2022/kham"),
        ("volunteer", "Bí thư Huyện đoàn Lấp Vò là ai?", "lap-vo-2024/bi-thu"),
        ("volunteer", "Huyện đoàn Lấp Vò mở bao nhiêu lớp dạy bơi?", "lap-vo-2024/hoc-boi-lop"),
        ("volunteer", "Lấp Vò hiến máu được bao nhiêu đơn vị máu?", "lap-vo-2024/hien-mau"),
        ("volunteer", "Mùa hè xanh ở Lấp Vò huy động bao nhiêu bạn trẻ?", "lap-vo-2024/luc-luong"),
        ("volunteer", "Một căn nhà nhân ái ở Lấp Vò trị giá bao nhiêu?", "lap-vo-2024/nha-gia"),
    ],
)  # fmt: skip
def test_what_is_asked_in_other_words_is_told(asked, article, question, fact):
    assert told(asked(article, question)) == ("answered", fact)


@pytest.mark.parametrize(
    "question",
    ["Thông tin về Sông Công lấy từ bài của ai, ngày nào?", "Số liệu Sông Công lấy ở bài nào, của ai?"],
)
def test_whose_article_it_is_is_asked_in_many_ways(asked, question):
    answer = asked("bundled", question)
    assert (answer.status, ids(answer)) == ("answered", [])
    assert "Sông Công" in plain(answer)


def test_a_follow_up_that_is_but_a_facet_stays_with_the_whole_told_of(pack_of_set):
    known = pack_of_set("elections")
    first = known.reply("Huyện Ba Bể có mấy đại biểu HĐND huyện trúng cử?")
    second = known.reply("Trong đó có mấy người dân tộc thiểu số?", context=first.context)
    third = known.reply("Còn nữ thì sao?", context=second.context)
    assert [ids(reply.answer)[0] for reply in (first, second, third)] == [
        "ba-be-2021/dai-bieu-huyen",
        "ba-be-2021/dai-bieu-huyen/dan-toc",
        "ba-be-2021/dai-bieu-huyen/nu",
    ]
    assert len(ids(third.answer)) == 1


def test_a_breakdown_says_what_sets_its_parts_apart(asked):
    deputies = plain(asked("elections", "HĐND huyện Ba Bể có mấy đại biểu?"))
    assert ("• 11 đại biểu: nữ" in deputies, NO in deputies) == (True, False)
    roads = plain(asked("bridge", "Đường dẫn cầu Hói Đồng dài bao nhiêu?"))
    assert ("Hưng Trạch" in roads, "Liên Trạch" in roads) == (True, True)
