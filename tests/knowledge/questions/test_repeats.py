import pytest

from knowledge.models import Fact
from knowledge.text.repeats import said_once

FULL = "Bà Tạ Thị Mơ, nghệ nhân làm đèn, được cử về Suối Rằm dạy nghề."


def fact(statement, number=0, **fields):
    common = {"article": "a", "subject": "n", "topic": "t", "kind": "statement", "paragraph": 1}
    return Fact(**{**common, "id": str(number), "statement": statement, **fields})


def ids(*facts):
    return [[one.id for one in group] for group in said_once(facts)]


def test_what_another_fact_says_in_full_is_put_under_it():
    assert ids(fact("Nghệ nhân Tạ Thị Mơ làm đèn.", 1), fact("Suối Rằm có hội.", 2), fact(FULL, 3)) == [
        ["2"],
        ["3", "1"],
    ]


def test_of_two_that_say_the_same_in_other_words_the_first_stands():
    assert ids(fact("Nghệ nhân là Tạ Thị Mơ.", 1), fact("Tạ Thị Mơ là nghệ nhân.", 2)) == [["1", "2"]]


@pytest.mark.parametrize(
    "fields",
    [
        {"paragraph": 2},
        {"facets": ("làm đèn",)},
        {"kind": "not_stated"},
        {"kind": "count", "value": 4},
        {"kind": "date", "value": "2024-03"},
        {"kind": "person", "items": ("Tạ Hoài Mây",)},
    ],
)
def test_what_says_something_of_its_own_stands_by_itself(fields):
    assert ids(fact("Nghệ nhân Tạ Thị Mơ làm đèn.", 1, **fields), fact(FULL, 2)) == [["1"], ["2"]]


def test_a_number_is_something_of_its_own():
    assert ids(fact("Nghệ nhân Tạ Thị Mơ làm 3 đèn.", 1), fact(FULL, 2)) == [["1"], ["2"]]


def test_every_fact_is_in_one_group_however_many_there_are():
    many = [fact(f"Chuyện {number % 7}.", number) for number in range(600)]
    for some in (many[:50], many):
        assert sorted(one.id for group in said_once(some) for one in group) == sorted(one.id for one in some)
