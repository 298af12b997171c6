"""Slips in what asks and in how a person is called: they are read by the other half of the ask, or by what stands beside."""

import pytest

from knowledge.wording import YES


@pytest.mark.parametrize(
    "question",
    [
        "Bình Liêu luân chuyển được bo nhiêu cán bộ?",
        "Bình Liêu luân chuyển bao niêu cán bộ?",
        "Trng các cán bộ của Bình Liêu, luân chuyển bao nhiêu người?",
    ],
)
def test_how_many_with_a_letter_lost_is_how_many(asked, question):
    answer = asked("bundled", question)
    assert answer.blocks[0].lead == "18 cán bộ"


@pytest.mark.parametrize("ask", ["Có phi", "Có phoi", "Có phbi"])
def test_whether_with_a_letter_lost_is_whether(asked, ask):
    assert asked("bundled", f"{ask} Bình Liêu luân chuyển 18 cán bộ không?").verdict == YES


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Vì so Bình Liêu luân chuyển cán bộ?", "luồng gió mới"),
        ("Ôg Mạ Dì Sơn làm bí thư xã nào?", "Đồng Văn"),
        ("Ônng Mạ Dì Sơn làm bí thư xã nào?", "Đồng Văn"),
        ("Ông Hoàng Văn Pha được thành phố đưa về xã no công tác?", "Bá Xuyên"),
    ],
)
def test_who_where_and_why_are_read_by_what_stands_beside(asked, question, shown):
    answer = asked("bundled", question)
    assert answer.status == "answered"
    assert shown in answer.blocks[0].sentence


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("bundled", "Kết luận số 21 ban hành ngày tháng nm nào?"),  # no "em nào"
        ("population", "Trong dân số Yên Bái, nm và nữ mỗi giới bao nhiuê người?"),  # men, and no "năm"
    ],
)
def test_what_may_be_several_words_is_not_guessed(asked, pack, question):
    answer = asked(pack, question)
    assert answer.status != "answered" or len(answer.blocks) > 1
