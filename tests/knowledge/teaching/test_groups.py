from dataclasses import replace
from datetime import timedelta

import pytest

from knowledge.answering.conversation import Context
from knowledge.store.unanswered import Unanswered
from knowledge.teaching.groups import AGAIN, grouped, read_again
from knowledge.text.vietnamese import fold
from tests.knowledge.store.test_dialogue import NOON

BRIDGES = "Khuê Thượng xoay vòng bao nhiêu giáo viên?"


def asked(question, times=1, **more):
    moments = tuple(NOON - timedelta(hours=hours) for hours in range(times))
    return Unanswered(question, more.pop("leaned_on", None), more.pop("at", moments), **more)


@pytest.fixture
def groups(districts):
    """The groups that some askings make."""

    def groups(*askings, aside=None):
        return grouped([read_again(districts, one) for one in askings], aside or {})

    return groups


def questions(groups):
    return [[wording.asked.question for wording in group.wordings] for group in groups]


@pytest.mark.parametrize(
    "same",
    [
        fold(BRIDGES).lower(),
        "KHUÊ THƯỢNG XOAY VÒNG MẤY GIÁO VIÊN",
        "cho mình hỏi Khuê Thượng đã xoay vòng bao nhiêu giáo viên vậy ạ?",
        "bao nhiêu giáo viên Khuê Thượng xoay vòng?",
        "Khuê Thượng xoay vvòng bao nhiêu giáo viên?",
    ],
)
def test_one_question_in_several_wordings_is_one_group(groups, same):
    assert questions(groups(asked(BRIDGES, 2), asked(same))) == [[BRIDGES, same]]


@pytest.mark.parametrize(
    "other",
    [
        "Vạn Trầm xoay vòng bao nhiêu giáo viên?",
        "Hạ Long xoay vòng bao nhiêu giáo viên?",
        "Khuê Thượng xoay vòng bao nhiêu giáo viên nữ?",
        "Khuê Thượng không xoay vòng bao nhiêu giáo viên?",
        "Khuê Thượng xoay vòng bao nhiêu giáo viên năm 2019?",
        "Khuê Thượng xoay vòng những giáo viên nào?",
        "Khuê Thượng có bao nhiêu giáo viên biết bơi?",
    ],
)
def test_what_asks_something_else_is_another_group(groups, other):
    assert len(groups(asked(BRIDGES), asked(other))) == 2


def test_two_good_words_are_never_slips_of_each_other(groups):
    assert (
        len(groups(asked("giá xăng Khuê Thượng bao nhiêu?"), asked("giá vàng Khuê Thượng bao nhiêu?"))) == 2
    )


def test_the_most_asked_stands_first_with_those_who_wait_counted(groups):
    found = groups(
        asked("Ai thắp đèn ở Khuê Thượng?", 2), asked(BRIDGES, 1, waiting=3), asked("Giá xăng bao nhiêu?", 3)
    )
    assert [(group.leading.asked.question, group.times, group.waiting) for group in found] == [
        (BRIDGES, 1, 3),
        ("Giá xăng bao nhiêu?", 3, 0),
        ("Ai thắp đèn ở Khuê Thượng?", 2, 0),
    ]


def test_what_has_an_answer_by_now_is_there_no_more(groups):
    assert groups(asked("Khuê Thượng điều chuyển bao nhiêu giáo viên?", 9)) == []


def test_a_wrong_answer_stays_open_for_as_long_as_it_is_the_same(groups):
    question = "Khuê Thượng trồng bao nhiêu ha rừng năm 2022?"
    [group] = groups(asked(question, wrong=2, facts=("kt/rung-2022",)))
    assert group.wrong == 2
    assert groups(asked(question, wrong=2, facts=("kt/rung-2021",))) == []


def test_a_follow_up_is_read_as_it_was_meant(groups):
    context = Context(
        at=NOON, names=("khue-thuong",), topics=("điều chuyển giáo viên",), ask_words=("bao nhiêu",)
    )
    [group] = groups(asked("còn nữ?", leaned_on=context))
    assert group.leading.leans
    assert group.leading.understood.names == ("khue-thuong",)


def test_what_was_set_aside_comes_back_only_once_it_is_asked_often_again(groups):
    old = asked(BRIDGES, at=tuple(NOON - timedelta(days=day) for day in range(1, 6)))
    aside = {old.digest: NOON}
    [group] = groups(old, aside=aside)
    assert (group.is_set_aside, group.times) == (True, 0)
    since = tuple(NOON + timedelta(hours=hours) for hours in range(1, AGAIN + 1))
    [group] = groups(replace(old, at=since[1:] + old.at), aside=aside)
    assert group.is_set_aside
    [group] = groups(old, asked(fold(BRIDGES) + " vậy", at=since), aside=aside)
    assert (group.is_set_aside, group.times) == (False, AGAIN)
