from datetime import date

import pytest

from knowledge.exchange.conflicts import rivals_of
from knowledge.models import Fact, Period
from knowledge.store.reader import connect

GIVEN = {
    "id": "moi", "article": "suoi-ram-2025-02-03", "subject": "dang-van", "topic": "cau-treo", "kind": "count", "value": 12,
    "unit": "cầu treo", "facets": ("bằng gỗ",), "period": Period(as_of=date(2024, 5, 6)), "statement": "x",
}  # fmt: skip
GO = "dang-van-2024/cau-treo/go"


@pytest.fixture
def rivals(store):
    def rivals(**changed):
        connection = connect(store)
        try:
            found = rivals_of(connection, Fact(**{**GIVEN, **changed}))
        finally:
            connection.close()
        return [(rival.known.id, rival.is_same) for rival in found]

    return rivals


def test_the_same_figure_of_the_same_is_a_repetition(rivals):
    assert rivals() == [(GO, True)]


@pytest.mark.parametrize(
    "changed",
    [{"value": 13}, {"value": 13, "facets": ("Bằng go",)}, {"value": 13, "period": None},
     {"value": 13, "period": Period(since=date(2024, 1, 1))}, {"value": 12, "items": ("Bến Lạ",)}],
)  # fmt: skip
def test_another_figure_of_the_same_is_a_contradiction(rivals, changed):
    assert rivals(**changed) == [(GO, False)]


@pytest.mark.parametrize(
    "changed",
    [{"id": GO}, {"facets": ("bằng tre",)}, {"subject": "suoi-ram"}, {"topic": "den-long"}, {"unit": "người"},
     {"period": Period(as_of=date(2025, 1, 1))}, {"kind": "date", "value": "2024-01"},
     {"kind": "not_stated", "value": None}],
)  # fmt: skip
def test_what_speaks_of_something_else_is_no_rival(rivals, changed):
    assert rivals(**changed) == []


def test_the_article_itself_saying_that_it_does_not_say_is_a_contradiction(rivals):
    moi = {"facets": ("làm mới",), "article": "dang-van-2024-05-06"}
    assert rivals(**moi) == [("dang-van-2024/cau-treo-moi", False)]
    assert rivals(**{**moi, "article": "suoi-ram-2025-02-03"}) == []


def test_parts_have_rivals_of_their_own(rivals):
    part = {**GIVEN, "id": "moi/go", "value": 11}
    assert rivals(value=11, facets=(), parts=(Fact(**part),), period=Period(as_of=date(2024, 5, 6))) == [
        ("dang-van-2024/cau-treo", False),
        (GO, False),
    ]


def test_the_parts_that_a_new_breakdown_replaces_are_no_rivals_of_it(rivals):
    part = {**GIVEN, "id": "dang-van-2024/cau-treo/moi", "value": 11}
    assert rivals(id="dang-van-2024/cau-treo", value=11, facets=(), parts=(Fact(**part),)) == []
