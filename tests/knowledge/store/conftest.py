from contextlib import closing
from dataclasses import replace

import pytest

from knowledge.store.dialogue import note_asked
from knowledge.store.reader import connect
from tests.knowledge.store.telling import ASKED, Chats


@pytest.fixture
def file(packs):
    return packs / "dang-van-2024-05-06.yaml"


@pytest.fixture
def connection(store):
    with closing(connect(store)) as connection:
        yield connection


@pytest.fixture
def chats(store):
    with closing(connect(store)) as connection:
        yield Chats(connection)


@pytest.fixture
def asks(connection):
    """Notes a question, with how it was answered, and gives it back."""
    numbers = iter(range(1, 1_000))

    def asks(question=ASKED.question, status="unknown", **more):
        asked = replace(ASKED, id=next(numbers), question=question, status=status, **more)
        note_asked(connection, asked)
        return asked

    return asks
