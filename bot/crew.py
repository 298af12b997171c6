"""Many questions answered at once, by as many processes as there are processors."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from multiprocessing import parent_process
from multiprocessing.util import Finalize
from pathlib import Path
from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, pthread_sigmask
from threading import Thread
from types import TracebackType
from typing import Self

from bot.records import shown
from knowledge.errors import HoidapError
from knowledge.reading.lexicon import Lexicon
from knowledge.service import Knowledge

_AT_A_TIME = 20
_AHEAD = 4

_lexicons: dict[Path, Lexicon] = {}
"""What a process that is forked off finds made already; one that is not makes its own."""


class CrewError(HoidapError):
    """A process that was answering questions has ended before it was told to."""


class Crew:
    """Processes that answer questions of one store, in the order in which they are asked."""

    def __init__(self, size: int, path: Path, lexicon: Lexicon, *, as_json: bool) -> None:
        """So many processes for a store, to which this one holds no connection, and its lexicon."""
        self._path = path
        self._answer = partial(_answer, path, as_json=as_json)
        self._size = size
        _lexicons[path] = lexicon
        self._pool = ProcessPoolExecutor(size, initializer=_begin)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)
        _lexicons.clear()
        _tidy(self._path)

    def answers(self, questions: Sequence[str]) -> Iterator[str]:
        """The answers as they are printed, in order; CrewError where one of the processes is gone."""
        share = min(_AT_A_TIME, len(questions) // (_AHEAD * self._size) + 1)
        try:
            with _interrupts_held():
                answers = self._pool.map(self._answer, questions, chunksize=share)
            yield from answers
        except BrokenProcessPool as error:
            raise CrewError from error


def _tidy(path: Path) -> None:
    """Close the store once more: of processes that close it at the same moment, or are killed, none clears its log away."""
    with suppress(HoidapError), Knowledge(path) as known:
        known.reader.revision()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Interrupts wait until the end, and those of processes started meanwhile for good: their first process gets them too."""
    before = pthread_sigmask(SIG_BLOCK, {SIGINT})
    try:
        yield
    finally:
        pthread_sigmask(SIG_SETMASK, before)


def _begin() -> None:
    """In each process of the crew: end when the one that started it is gone."""
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _answer(path: Path, question: str, *, as_json: bool) -> str:
    return shown(_known(path).ask(question), as_json=as_json)


@lru_cache(maxsize=1)
def _known(path: Path) -> Knowledge:
    """The store, opened once in each process, and closed when that ends."""
    known = Knowledge(path, lexicon=_lexicons.get(path))
    Finalize(known, known.close, exitpriority=0)
    return known
