import re

import pytest

from handlers.rendering import plain

VAIN = [
    "Khuê Thượng có bao nhiêu trường học?", "Hạ Long có bao nhiêu hộ nghèo?", "Lũng Ngà có bao nhiêu hộ nghèo?", "Khuê Thượng điều chuyển bao nhiêu giáo viên trẻ?",
    "Vạn Trầm có bao nhiêu trường học?", "Thời tiết hôm nay thế nào?", "Ai là chủ tịch xã Suối Kén?", "Vạn Trầm có gì lạ?", "Lò Thị Ngần bao nhiêu tuổi?",
]  # fmt: skip


@pytest.mark.parametrize("question", VAIN)
def test_who_asks_in_vain_gets_up_to_three_other_questions(districts, question):
    answer = districts.ask(question)
    assert 1 <= len(set(answer.suggestions)) == len(answer.suggestions) <= 3
    assert question not in answer.suggestions
    assert all(one in plain(answer) and one.endswith("?") for one in answer.suggestions)


@pytest.mark.parametrize("question", VAIN)
def test_a_suggestion_gives_no_figure_away(districts, question):
    assert not [one for one in districts.ask(question).suggestions if re.search(r"\d", one)]


@pytest.mark.parametrize("question", VAIN)
def test_a_suggestion_can_be_answered(districts, question):
    for one in districts.ask(question).suggestions:
        answer = districts.ask(one)
        states = [fact for fact in answer.facts if fact.kind != "not_stated"]
        assert (
            (one, answer.status) == (one, "answered")
            or answer.status == "clarify"
            or (answer.facts[0].kind == "not_stated" and states)
        )


def test_suggestions_are_about_the_place_that_was_asked_about(districts):
    suggested = districts.ask("Vạn Trầm có gì lạ?").suggestions
    assert all("Vạn Trầm" in one for one in suggested)


@pytest.mark.parametrize("place", ["Khuê Thượng", "Vạn Trầm"])
def test_suggestions_come_in_the_order_in_which_editors_put_the_topics(districts, place):
    topics = list(districts.lexicon.topics)
    suggested = districts.ask(f"{place} có gì lạ?").suggestions
    order = [topics.index(districts.ask(one).facts[0].topic) for one in suggested]
    assert len(order) > 1
    assert order == sorted(order)


def test_suggestions_are_about_the_matter_where_the_place_is_unknown(districts):
    suggested = districts.ask("Hạ Long trồng bao nhiêu ha rừng?").suggestions
    assert suggested
    assert all("rừng" in one for one in suggested)


def test_an_answer_needs_no_suggestions(districts):
    assert districts.ask("Khuê Thượng có bao nhiêu hộ nghèo?").suggestions == ()
