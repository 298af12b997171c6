from contextlib import closing

import pytest

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.store import proposals
from knowledge.store.reader import connect
from tests.knowledge.asking import BACH_HA

ARTICLE = "bach-ha-2024-09-10"


@pytest.fixture
def store(tmp_path):
    load_packs(tmp_path / "store.db", read_packs([BACH_HA]), only=True)
    with closing(connect(tmp_path / "store.db")) as connection:
        yield connection


def numbers(store):
    return [(one.number, one.total, one.body["x"]) for one in proposals.open_of(store, ARTICLE)]


def test_proposals_wait_in_order_until_they_are_decided_about(store):
    proposals.keep(store, ARTICLE, [{"x": 1}, {"x": 2}, {"x": 3}])
    first, second, _third = proposals.open_of(store, ARTICLE)
    assert proposals.settle(store, first.id, "accepted")
    assert proposals.settle(store, second.id, "dropped")
    assert not proposals.settle(store, second.id, "accepted")
    assert numbers(store) == [(3, 3, 3)]
    assert proposals.waiting(store) == [proposals.Waiting(ARTICLE, 1, 3)]


def test_a_new_reading_of_an_article_takes_the_place_of_what_is_open(store):
    proposals.keep(store, ARTICLE, [{"x": 1}, {"x": 2}])
    proposals.keep(store, ARTICLE, [{"x": 5}])
    assert numbers(store) == [(1, 1, 5)]
    assert proposals.drop_open(store, ARTICLE) == 1
    assert proposals.waiting(store) == []
