from dataclasses import replace
from datetime import timedelta

import pytest

from knowledge.store import dialogue
from knowledge.store.unanswered import (
    corrected_since,
    set_aside,
    set_aside_at,
    take_up,
    unanswered,
    words_key,
)
from tests.knowledge.store.telling import ASKED
from tests.knowledge.store.test_dialogue import CONTEXT, NOON, WISH

BINH = 12


@pytest.mark.parametrize("status", ["unknown", "not_stated", "clarify"])
def test_what_got_no_answer_is_found_and_what_did_is_not(connection, asks, status):
    asks("Ai thắp đèn?", status)
    for other in ("answered", "quoted", "chat"):
        asks("Có bao nhiêu cầu treo?", other)
    assert [one.question for one in unanswered(connection)] == ["Ai thắp đèn?"]


def test_the_same_words_are_one_wording_whatever_their_marks_and_case_and_the_latest_speaks_for_all(
    connection, asks
):
    for hours, question in enumerate(["ai thap den", "Ai thắp đèn ?", "Ai thắp đèn?"]):
        asks(question, at=NOON + timedelta(hours=hours))
    [one] = unanswered(connection)
    assert one.question == "Ai thắp đèn?"
    assert [moment - NOON for moment in one.at] == [timedelta(hours=hours) for hours in (2, 1, 0)]


def test_what_a_follow_up_leaned_on_tells_it_apart_from_others(connection, asks):
    asks("còn đèn?")
    asks("còn đèn?", leaned_on=CONTEXT)
    asks("còn đèn?", leaned_on=replace(CONTEXT, at=NOON + timedelta(hours=1)))
    assert sorted(len(one.at) for one in unanswered(connection)) == [1, 2]


def test_what_was_called_wrong_is_found_with_what_was_given_and_by_how_many(connection, asks):
    asked = asks("Có mấy cầu?", "answered", facts=("dang-van-2024/cau-treo",))
    dialogue.note_feedback(connection, asked.id, 11, "right", NOON)
    assert unanswered(connection) == []
    for person in (11, BINH):
        dialogue.note_feedback(connection, asked.id, person, "wrong", NOON)
    [one] = unanswered(connection)
    assert (one.wrong, one.facts, len(one.at)) == (2, ("dang-van-2024/cau-treo",), 1)


def test_those_who_wait_are_counted_even_where_the_log_has_forgotten_the_question(connection, asks):
    asks("Có bao nhiêu voi?", leaned_on=CONTEXT)
    dialogue.wish_for(connection, WISH)
    dialogue.wish_for(connection, replace(WISH, person=BINH))
    dialogue.wish_for(connection, replace(WISH, question="Có bao nhiêu hổ?"))
    found = {one.question: (len(one.at), one.waiting) for one in unanswered(connection)}
    assert found == {"Có bao nhiêu voi?": (1, 2), "Có bao nhiêu hổ?": (0, 1)}


def test_what_is_set_aside_is_remembered_without_its_words_until_it_is_taken_up(connection, asks):
    asks("Chồng bà Mơ là ai?")
    [one] = unanswered(connection)
    set_aside(connection, [one.digest], NOON)
    assert set_aside_at(connection) == {one.digest: NOON}
    [row] = connection.execute("SELECT * FROM set_aside")
    assert "mo" not in str(row).lower().split()
    take_up(connection, [one.digest])
    assert set_aside_at(connection) == {}


def test_a_person_who_has_their_data_wiped_leaves_no_question_here(connection, asks):
    asks("Chồng bà Mơ là ai?")
    dialogue.forget_person(connection, ASKED.person)
    assert unanswered(connection) == []


def test_a_fact_changed_since_is_known_to_be(connection):
    fact = "dang-van-2024/cau-treo"
    assert corrected_since(connection, [fact], NOON)  # loaded today, long after that noon
    assert not corrected_since(connection, [fact], NOON.replace(year=3000))
    assert not corrected_since(connection, ["no-such-fact"], NOON)


def test_words_are_compared_without_punctuation_and_spaces():
    assert words_key("  Đăng Vân, có MẤY cầu?! ") == words_key("dang van co may cau") == "dang van co may cau"
