"""Telling those who follow: takes what is due out of the outbox and sends it, one notice after the other.

One at a time, for only what was under way when the process was killed may be sent
twice. Answers do not pass through here and wait for nothing here.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

import structlog
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.buckets import Bucket
from bot.delivery import backoff, once_only, told_to_wait
from bot.metrics import Metrics
from bot.turns import Turns
from handlers.desk import Desk, Seat
from handlers.digests import Notice
from handlers.notices import compose, note_seen
from handlers.sending import change, edit_post
from handlers.wishes import check_wishes
from knowledge.store import outbox
from knowledge.store.outbox import Due
from knowledge.store.pacing import end_of_quiet_hours
from knowledge.store.posts import is_post
from knowledge.store.worker import Task, Worker

OUT_OF_REACH = "out of reach"
OUTCOMES = ("sent", "retried", "retired", "unknown", OUT_OF_REACH, "given up")
"""What can become of a notice that is tried."""
_SEEN = ("sent", "unknown")
SHARE = 0.98
"""The share of Telegram's rate for bulk messages that is used: all of it would now and then be too much."""
_BURST = 3
_LOOK_AGAIN_SECONDS = 0.5
_AFTER_TIME_OUT = timedelta(seconds=10)
_GONE = "chat not found"
_log = structlog.get_logger(__name__)


def bulk_pace(per_second: float, clock: Callable[[], float]) -> Bucket:
    """What bulk messages keep to where Telegram permits so many a second."""
    return Bucket(_BURST, 1.0 / (per_second * SHARE), clock)


class Notifier:
    """Sends what is due. `clock` tells when that is; pacing goes by real time."""

    def __init__(
        self,
        desk: Desk,
        connection: sqlite3.Connection,
        bot: Bot,
        metrics: Metrics,
        turns: Turns,
        *,
        per_second: float,
    ) -> None:
        """`connection` is for reading the outbox (the desk's worker writes it), `per_second` Telegram's limit."""
        self._desk = desk
        self._worker: Worker = desk.worker
        self._connection = connection
        self._bot = bot
        self._metrics = metrics
        for outcome in OUTCOMES:
            metrics.notices.labels(outcome)  # begins at zero
        self._turns = turns
        self._pace = bulk_pace(per_second, time.monotonic)
        self._refused: tuple[int, float] = (0, 0.0)
        self._paused = outbox.paused_chats(connection)
        self._pauses = backoff()

    async def run(self) -> None:
        """Send what is due, until cancelled."""
        await self._worker.run(outbox.resume)
        while True:
            done = await _unless_it_fails(self._tell_next(), "the outbox cannot be read or written")
            if not done:
                await asyncio.sleep(_LOOK_AGAIN_SECONDS)

    async def _tell_next(self) -> int:
        """Tell one chat what it is due, where there is one; how many rows that was, or else wishes that could be granted."""
        now = self._desk.clock()
        found = outbox.next_due(self._connection, now)
        if found and self._turns.is_waiting(found[0].chat):
            found = outbox.next_due(self._connection, now, but_to=self._turns.waiting())
        # After that look, so that what came with a change is not told to those whom it answers.
        granted = await _unless_it_fails(check_wishes(self._desk), "wishes cannot be granted")
        if not found:
            return granted
        chat = found[0].chat
        if (
            not is_post(found[0].thread) and await self._is_left_in_peace(chat, now)
        ) or not self._turns.is_next(chat):
            return len(found)
        rows = await self._worker.run(lambda connection: outbox.begin(connection, found))
        if rows:
            await asyncio.sleep(self._pace.reserve())
            noting = await self._tell(rows)
            self._turns.done(chat)
            await self._worker.run(noting)
        return len(found)

    async def _is_left_in_peace(self, chat: int, now: datetime) -> bool:
        """Whether what is due late, as after an outage, has come into quiet hours; it then waits for their end."""
        end = end_of_quiet_hours(self._desk.preference(chat), now, self._desk.zone)
        if end is not None:
            until = end
            await self._worker.run(
                lambda connection: outbox.hold_chat(connection, chat, until, "quiet hours")
            )
        return end is not None

    async def _tell(self, rows: Sequence[Due]) -> Task[object]:
        """Send a notice; what is to be noted of its rows."""
        notice: Notice | None = None
        try:
            notice = await compose(self._desk, rows, self._bot.username)
            message = await self._send(rows, notice) if notice else None
        except TelegramError as error:
            outcome, task = self._failed(rows, error, self._desk.clock())
            if outcome == OUT_OF_REACH:
                _log.warning("telegram out of reach", error=str(error))
                await asyncio.sleep(next(self._pauses))
        except Exception as error:  # noqa: BLE001  a fault in composing one notice stops no other
            _log.exception("a notice could not be composed", change=rows[0].event)
            problem, now = repr(error), self._desk.clock()
            outcome, task = "given up", lambda connection: outbox.give_up(connection, rows, problem, now)
        else:
            self._pauses, now = backoff(), self._desk.clock()
            outcome, task = "sent", lambda connection: outbox.sent(connection, rows, message, now)
        if notice and outcome in _SEEN:
            task = _and_shown(task, notice, rows[0], self._desk.clock())
        self._metrics.notices.labels(outcome).inc(len(rows))
        return task

    def _failed(self, rows: Sequence[Due], error: TelegramError, now: datetime) -> tuple[str, Task[object]]:
        """What became of a notice that could not be sent, and what is to be noted."""
        chat, problem = rows[0].chat, str(error)
        task: Task[object]
        match error:
            case RetryAfter():
                later = now + timedelta(seconds=told_to_wait(error))
                self._hold(chat, told_to_wait(error))
                outcome, task = "retried", lambda connection: _held_up(connection, rows, later)
            case ChatMigrated(new_chat_id=new):
                outcome, task = "retried", lambda connection: _moved(connection, rows, new, now)
            case BadRequest() | Forbidden() if is_post(rows[0].thread) or not _is_gone(error):
                _log.error("a notice was refused", change=rows[0].event, error=problem)
                outcome, task = "given up", lambda connection: outbox.give_up(connection, rows, problem, now)
            case Forbidden() | BadRequest():
                self._paused.add(chat)
                outcome, task = "retired", lambda connection: outbox.pause_chat(connection, chat, problem)
            case TimedOut():
                again = now + _AFTER_TIME_OUT
                outcome, task = "unknown", lambda connection: outbox.timed_out(connection, rows, again, now)
            case _:
                outcome, task = (
                    OUT_OF_REACH,
                    lambda connection: outbox.again_at(connection, rows, now, problem),
                )
        return outcome, task

    def _hold(self, chat: int, seconds: float) -> None:
        """Leave a chat alone; where Telegram has just said so of another one, it means the bot as a whole."""
        other, until = self._refused
        if other != chat and time.monotonic() < until:
            self._pace.hold(seconds)
        self._refused = (chat, time.monotonic() + seconds)
        self._turns.hold(chat, seconds)

    async def _send(self, rows: Sequence[Due], notice: Notice) -> int | None:
        if notice.post is not None:
            with once_only():
                await edit_post(self._bot, notice.post, notice.html[0], notice.keyboard)
            return None
        standing = (rows[0].message,) if rows[0].message is not None else ()
        seat = Seat(rows[0].chat, "", 0, rows[0].thread or None)
        with once_only():
            return (await change(self._bot, seat, standing, notice.html, notice.keyboard))[0]

    def hear_from(self, chat: int) -> None:
        """A chat has written: if it was paused, it is told what it missed."""
        if chat in self._paused:
            self._paused.discard(chat)
            now = self._desk.clock()
            self._worker.post(lambda connection: outbox.revive_chat(connection, chat, now))


def _is_gone(error: TelegramError) -> bool:
    """Whether the chat can be written to no more."""
    return isinstance(error, Forbidden) or _GONE in str(error).lower()


async def _unless_it_fails(work: Awaitable[int], trouble: str) -> int:
    """What some work has done; 0 where it fails, for nothing else is to wait for it."""
    try:
        return await work
    except Exception:  # noqa: BLE001  whatever goes wrong with one thing, the next ones are to go out
        _log.exception(trouble)
        return 0


def _and_shown(task: Task[object], notice: Notice, to: Due, now: datetime) -> Task[object]:
    """What is to be noted of a notice, and with it what it showed."""

    def note(connection: sqlite3.Connection) -> None:
        task(connection)
        note_seen(connection, notice, to, now)

    return note


def _held_up(connection: sqlite3.Connection, rows: Sequence[Due], later: datetime) -> None:
    outbox.again_at(connection, rows, later, "429")
    outbox.hold_chat(connection, rows[0].chat, later, "429")


def _moved(connection: sqlite3.Connection, rows: Sequence[Due], new: int, now: datetime) -> None:
    outbox.migrate_chat(connection, rows[0].chat, new)
    outbox.again_at(connection, rows, now, "the group has moved")
