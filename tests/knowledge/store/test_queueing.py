from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from knowledge.loading import load_packs, read_packs
from knowledge.store import following
from knowledge.store.following import Follow
from knowledge.store.reader import connect
from tests.stores import edited, rows

AN, BINH, CHI = 11, 12, 13
NOON = datetime(2025, 3, 4, 5, 0, tzinfo=UTC)
"""A Tuesday; by the clocks of Việt Nam it is noon."""


@pytest.fixture
def connection(store):
    with closing(connect(store)) as connection:
        yield connection


@pytest.fixture
def follow(connection):
    def follow(chat, name="", topic="", thread=0):
        with connection:
            following.start_following(connection, chat, thread, Follow(name, topic), person=chat, at=NOON)

    return follow


@pytest.fixture
def file(packs):
    return packs / "dang-van-2024-05-06.yaml"


def load(store, file, *, minutes=0.0, **options):
    return load_packs(store, read_packs([file]), now=NOON + timedelta(minutes=minutes), **options)


def queued(store):
    return rows(store, "SELECT chat, thread, reason, state FROM outbox ORDER BY chat, thread")


def test_a_changed_figure_is_queued_for_who_follows_its_place(store, file, follow):
    follow(AN, "dang-van")
    assert load(store, edited(file, "value: 12\n", "value: 12\n        items: [Bến Lạ]\n")).queued == 1
    assert queued(store) == [(AN, 0, "follow", "pending")]
