"""The one thread that writes to the store while the bot runs: tasks queue up, readers never wait."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from knowledge.errors import StoreError
from knowledge.store.database import Database
from knowledge.store.reader import connect, store_errors
from knowledge.store.schema import migrations

Result = TypeVar("Result")
Task = Callable[[sqlite3.Connection], Result]
"""What is to be written, inside a transaction that the worker begins and commits."""

_MOST_TOGETHER = 256
_PATIENCE_MS = 1_000
_log = logging.getLogger(__name__)


class Worker:
    """Owns the writing connection; tasks run one after the other, and waiting ones share a commit.

    A task that raises is taken back alone and its error reaches whoever gave it. While
    another process holds the write lock, tasks wait for as long as that takes.
    """

    def __init__(self, path: Path) -> None:
        """Start the thread and bring the store's tables up to date; StoreError where that fails."""
        self._path = path
        self._queue: SimpleQueue[tuple[Task[Any], Future[Any]] | None] = SimpleQueue()
        self._closed = False
        self._closing = threading.Event()
        self.is_well = True
        ready: Future[None] = Future()
        self._thread = threading.Thread(target=self._work, args=(ready,), name="store-writer", daemon=True)
        self._thread.start()
        ready.result()

    def submit(self, task: Task[Result]) -> Future[Result]:
        """Queue a task; the future has its result once it is committed."""
        if self._closed:
            raise StoreError(f"{self._path}: is being closed")
        done: Future[Result] = Future()
        self._queue.put((task, done))
        return done

    def post(self, task: Task[Result]) -> Future[Result]:
        """Queue a task that nobody needs to wait for; should it fail, the log says so."""
        done = self.submit(task)
        done.add_done_callback(_log_failure)
        return done

    async def run(self, task: Task[Result]) -> Result:
        """Queue a task and wait for its commit."""
        return await asyncio.wrap_future(self.submit(task))

    async def settled(self) -> None:
        """Wait until everything queued so far is committed."""
        await self.run(lambda _connection: None)

    @property
    def waiting(self) -> int:
        """The number of tasks that have not been begun."""
        return self._queue.qsize()

    def close(self) -> None:
        """Write what is queued, then stop; a store locked by somebody else is given one last try."""
        if not self._closed:
            self._closed = True
            self._closing.set()
            self._queue.put(None)
        self._thread.join()

    def _work(self, ready: Future[None]) -> None:
        try:
            connection = connect(self._path)
            with store_errors(self._path):
                migrations.apply(Database(connection))
                connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
                connection.execute("PRAGMA synchronous = FULL")
        except Exception as error:  # noqa: BLE001  it is raised where the thread was started
            ready.set_exception(error)
            return
        ready.set_result(None)
        try:
            while batch := self._next_batch():
                self._write(connection, batch)
        finally:
            connection.close()

    def _next_batch(self) -> list[tuple[Task[Any], Future[Any]]]:
        """Everything that waits, up to a limit; empty at the end."""
        first = self._queue.get()
        if first is None:
            return []
        batch = [first]
        while len(batch) < _MOST_TOGETHER:
            try:
                entry = self._queue.get_nowait()
            except Empty:
                break
            if entry is None:
                self._queue.put(None)
                break
            batch.append(entry)
        return batch

    def _write(self, connection: sqlite3.Connection, batch: list[tuple[Task[Any], Future[Any]]]) -> None:
        outcomes: list[tuple[Future[Any], Any, BaseException | None]] = []
        try:
            with store_errors(self._path):
                self._begin(connection)
                for task, done in batch:
                    result, error = _attempt(connection, task)
                    outcomes.append((done, result, error))
                connection.commit()
            self.is_well = True
        except Exception as error:  # noqa: BLE001  a full disk, say: nobody's task was kept, and each is told
            self.is_well = False
            with suppress(sqlite3.Error):
                connection.rollback()
            outcomes = [(done, None, error) for _task, done in batch]
        for done, result, failure in outcomes:
            _settle(done, result, failure)

    def _begin(self, connection: sqlite3.Connection) -> None:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                locked = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
                if not locked or self._closing.is_set():
                    raise
            else:
                return


def _attempt(connection: sqlite3.Connection, task: Task[Any]) -> tuple[Any, BaseException | None]:
    connection.execute("SAVEPOINT task")
    try:
        result = task(connection)
    except Exception as error:  # noqa: BLE001  it goes to whoever gave the task
        connection.execute("ROLLBACK TO task")
        return None, error
    finally:
        connection.execute("RELEASE task")
    return result, None


def _settle(done: Future[Any], result: Any, error: BaseException | None) -> None:  # noqa: ANN401  any task's
    if not done.set_running_or_notify_cancel():
        return
    if error is None:
        done.set_result(result)
    else:
        done.set_exception(error)


def _log_failure(done: Future[Any]) -> None:
    if error := done.exception():
        _log.error("not written to the store: %s", error)
