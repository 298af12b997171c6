from datetime import date

import pytest

from knowledge.drafting.checking import doubts, entry_of, exceeds, fact_of, problems_of, settled, with_ids
from knowledge.exchange.loading import read_packs
from knowledge.exchange.packs import BUNDLED
from knowledge.models import Fact
from tests.conftest import SAMPLE

ENTRY = {
    "article": "suoi-ram-2025-02-03", "subject": "suoi-ram", "topic": "den-long", "kind": "count", "value": 9,
    "unit": "đèn lồng",
}  # fmt: skip


def reasons(entry):
    return [(one.field, one.reason) for one in problems_of(entry)]


def test_every_fact_there_is_comes_back_from_its_entry_as_it_was():
    facts = [fact for pack in read_packs([BUNDLED, SAMPLE]) for fact in pack.pack.facts]
    assert len(facts) > 50
    for fact in facts:
        assert fact_of(entry_of(fact)) == fact
        assert problems_of(entry_of(fact)) == []


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({}, "Xã Suối Rằm bán 9 đèn lồng."),
        ({"facets": ["màu đỏ"]}, "Xã Suối Rằm bán 9 đèn lồng màu đỏ."),
        ({"unit": "chiếc"}, "Đèn lồng bán ra ở xã Suối Rằm: 9 chiếc."),
        (
            {"kind": "not_stated", "value": None},
            "Bài báo không nêu số liệu về đèn lồng bán ra ở xã Suối Rằm.",
        ),
        ({"subject": "hoi-den"}, "Hội Đèn lồng Đăng Vân bán 9 đèn lồng."),
        (
            {"kind": "share", "value": 6, "of": 10, "unit": "thôn"},
            "Đèn lồng bán ra ở xã Suối Rằm: 6/10 thôn.",
        ),
    ],
)
def test_a_sentence_is_suggested_from_an_example_of_the_topic_or_plainly(known, more, sentence):
    assert settled({**ENTRY, **more}, known.lexicon)["statement"] == sentence


def test_a_sentence_that_was_given_stays(known):
    assert settled({**ENTRY, "statement": "Của mình."}, known.lexicon)["statement"] == "Của mình."


def test_a_time_until_now_ends_on_the_day_of_the_article(known):
    entry = {**ENTRY, "period": {"label": "từ đầu năm đến nay"}}
    assert settled(entry, known.lexicon, date(2025, 2, 3))["period"]["as_of"] == "2025-02-03"
    other = {**ENTRY, "period": {"label": "năm 2023"}}
    assert settled(other, known.lexicon, date(2025, 2, 3))["period"] == {"label": "năm 2023"}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"value": None}, ("value", "missing")),
        ({"statement": None}, ("statement", "missing")),
        ({"kind": "person"}, ("items", "missing")),
        ({"kind": "statement"}, ("value", "no_value")),
        ({"of": 10}, ("of", "no_whole")),
        ({"value": "2020-07"}, ("value", "number")),
        ({"period": {"since": "2025-01-02", "as_of": "2025-01-01"}}, ("period.since", "order")),
        ({"complete": True}, ("complete", "no_sum")),
        ({"complete": True, "parts": [{"value": 8, "facets": ["a"]}]}, ("parts", "sum")),
        ({"statement": "Xã bán 8 đèn lồng."}, ("statement", "contradiction")),
        ({"parts": [{"value": 4, "statement": "3 đèn lồng đỏ."}]}, ("parts", "contradiction")),
    ],
)
def test_what_is_lacking_or_at_odds_is_named_by_field_and_reason(changes, problem):
    entry = {key: value for key, value in {**ENTRY, "statement": "9", **changes}.items() if value is not None}
    assert problem in reasons(entry)


def test_what_the_models_refuse_is_a_problem_too():
    [problem] = fact_of({**ENTRY, "id": "Sai Mã", "statement": "9 đèn lồng."})
    assert (problem.field, problem.reason) == ("id", "other")


def test_a_sentence_without_the_figure_is_doubted():
    assert doubts({**ENTRY, "statement": "Xã bán gần chục đèn lồng."}) == ["9"]
    assert doubts({**ENTRY, "statement": "Xã bán chín đèn lồng."}) == []
    assert doubts({**ENTRY, "statement": "9 đèn.", "parts": [{"value": 4, "statement": "4 cái"}]}) == []


def test_parts_that_are_more_than_their_whole_are_seen():
    parts = [{"value": 4.5}, {"value": 5}]
    assert exceeds({**ENTRY, "parts": parts}) == (9.5, 9)
    assert exceeds({**ENTRY, "parts": parts[:1]}) is None
    assert exceeds({**ENTRY, "value": -5}) is None


def test_ids_are_made_of_article_topic_and_facets_and_are_nobody_elses():
    parts = [{"value": 4, "facets": ["màu đỏ"]}, {"value": 5, "facets": ["màu đỏ"]}, {"value": 1}]
    made = with_ids(
        {**ENTRY, "facets": ["dịp Tết"], "parts": parts}, {"suoi-ram-2025/den-long/dip-tet"}.__contains__
    )
    own = "suoi-ram-2025/den-long/dip-tet-2"
    assert made["id"] == own
    assert [part["id"] for part in made["parts"]] == [f"{own}/mau-do", f"{own}/mau-do-2", f"{own}/phan"]
    assert isinstance(fact_of({**made, "statement": "x", "parts": []}), Fact)
