from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from handlers.desk import Desk
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.store.worker import Worker
from tests.handlers.noticing import SUOI_RAM
from tests.handlers.offline import Conversation, conversation
from tests.stores import edited


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


@pytest.fixture
def load(store: Path, packs: Path, clock: Clock) -> Callable[..., None]:
    """Load the test packs, after these edits of one of them."""

    def load(
        *edits: tuple[str, str], file: str = SUOI_RAM, why: str | None = None, prune: bool = False
    ) -> None:
        for old, new in edits:
            edited(packs / file, old, new)
        load_packs(store, read_packs([packs]), why=why, prune=prune, now=clock.now)

    return load


@pytest.fixture
def correct(load: Callable[..., None]) -> Callable[..., None]:
    """The figure of Suối Rằm goes from 3 to 4."""
    return lambda why=None: load(("value: 3", "value: 4"), why=why)
