"""Who went from where did not go there, and a yes or no needs that end told."""

import pytest

from knowledge.wording import YES
from tests.knowledge.asking import ids


@pytest.mark.parametrize(
    "question",
    [
        "Hoàng Văn Pha được luân chuyển lên thành phố phải không?",
        "Hoàng Văn Pha được luân chuyển từ xã Bá Xuyên đúng không?",
        "Hoàng Văn Pha được luân chuyển về làm Trưởng phòng Quản lý đô thị đúng không?",
        "Mạ Dì Sơn được điều động về MTTQ huyện đúng không?",
        "Bình Liêu lấy cán bộ năng lực cao từ xã đúng không?",
        "Bình Liêu đưa cán bộ năng lực cao từ các xã về phòng, ban huyện đúng không?",
    ],
)
def test_what_is_told_of_one_end_is_not_confirmed_of_the_other(bundled, question):
    assert bundled.ask(question).verdict != YES


@pytest.mark.parametrize(
    "question",
    ["Hoàng Văn Pha được luân chuyển về xã Bá Xuyên đúng không?", "Cán bộ thành phố Sông Công được luân chuyển về Bách Quang phải không?"],
)  # fmt: skip
def test_what_is_told_of_just_that_end_is_confirmed(bundled, question):
    assert bundled.ask(question).verdict == YES


@pytest.mark.parametrize(
    "question",
    [
        "Ai được điều động từ Đồng Văn?", "Ai từ Đồng Văn lên huyện?", "Ai được luân chuyển từ Bá Xuyên?",
        "Ai được luân chuyển về Phòng Quản lý đô thị?",
    ],
)  # fmt: skip
def test_who_came_is_not_told_as_who_went(bundled, question):
    assert bundled.ask(question).status != "answered"


def test_who_came_from_where_is_told(bundled):
    assert bundled.ask("Ai được luân chuyển từ Phòng Quản lý đô thị?").status == "answered"
    assert bundled.ask("Ai được điều về Đồng Văn?").status == "answered"


@pytest.mark.parametrize(
    "questions",
    [
        ("Bình Liêu luân chuyển 18 cán bộ đúng không?", "còn điều động?"),
        ("Hoàng Văn Pha là bí thư xã Bá Xuyên đúng không?", "còn Mạ Dì Sơn?"),
    ],
)
def test_a_follow_up_that_puts_nothing_forward_is_answered_without_yes_or_no(bundled_conversation, questions):
    answer = bundled_conversation(*questions)[-1]
    assert answer.verdict is None


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Ông Mạ Dì Sơn được điều động từ cơ quan nào về?", "ma-di-son/dieu-dong-tu-dau"),
        ("ong ma di son duoc dieu dong tu co quan nao ve", "ma-di-son/dieu-dong-tu-dau"),
        ("Ông Mạ Dì Sơn do cơ quan nào điều động?", "ma-di-son/co-quan-dieu-dong"),
    ],
)
def test_from_which_body_somebody_came_is_not_which_moved_them(bundled, question, fact):
    assert ids(bundled.ask(question))[0].partition("/")[2] == fact


def test_to_which_body_somebody_went_is_not_told_by_the_one_that_moved_them(bundled):
    answer = bundled.ask("Ông Mạ Dì Sơn được điều động về cơ quan nào?")
    assert not any(one.endswith("co-quan-dieu-dong") for one in ids(answer)[:1])
