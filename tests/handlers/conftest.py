from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from handlers.desk import Desk
from knowledge.store.worker import Worker
from tests.handlers.offline import Conversation, conversation


class Clock:
    """A clock that tests hold."""

    def __init__(self) -> None:
        self.now = datetime(2025, 3, 4, 5, 6, 7, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def moves(self, **much: float) -> None:
        self.now += timedelta(**much)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_desk(store: Path, clock: Clock) -> Iterator[Callable[[], Desk]]:
    """Opens a desk on the store; the one before is closed first, as by a restart."""
    opened: list[Desk] = []

    def close() -> None:
        for desk in opened:
            desk.worker.close()
            desk.close()
        opened.clear()

    def open_anew() -> Desk:
        close()
        opened.append(Desk(store, Worker(store), clock=clock))
        return opened[-1]

    yield open_anew
    close()


@pytest.fixture
def desk(open_desk: Callable[[], Desk]) -> Desk:
    return open_desk()


@pytest_asyncio.fixture
async def bot(desk: Desk) -> AsyncIterator[Conversation]:
    """The real handlers, offline."""
    talk = await conversation(desk)
    yield talk
    await talk.application.shutdown()
