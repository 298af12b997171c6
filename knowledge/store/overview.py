"""How telling stands, for operators: what waits, what was given up, and who has been told of an event."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.errors import StoreError

STATES = ("pending", "sending", "paused", "unknown", "given up", "sent")


class NoSuchEventError(StoreError):
    """There is no such event"""


@dataclass(frozen=True, slots=True)
class State:
    """The notices in one state: how many, to how many chats, and when the first was due."""

    state: str
    notices: int
    chats: int
    oldest_due: str


@dataclass(frozen=True, slots=True)
class EventCounts:
    """One event, and how many chats have been told of it, wait, or may never be told."""

    event: int
    at: str
    kind: str
    article: str | None
    told: int
    waiting: int
    unknown: int
    given_up: int


@dataclass(frozen=True, slots=True)
class Recipient:
    """A chat, or a thread of one (below 0: an answer posted inline by that person), that is told of an event; moments are as the store keeps them."""

    event: int
    chat: int
    thread: int
    reason: str
    state: str
    due: str
    done_at: str | None
    tries: int
    problem: str | None


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One event with everybody it concerns, those first who have not been told."""

    event: int
    at: str
    kind: str
    article: str | None
    author: str | None
    why: str | None
    facts: tuple[str, ...]
    recipients: tuple[Recipient, ...]


def states(connection: sqlite3.Connection) -> list[State]:
    """The notices by state, those that wait first; states without any are left out."""
    rows = connection.execute(
        "SELECT state, count(*), count(DISTINCT chat), min(due) FROM outbox GROUP BY state"
    )
    return sorted((State(*row) for row in rows), key=lambda state: STATES.index(state.state))


def unfinished(connection: sqlite3.Connection, limit: int) -> list[EventCounts]:
    """The newest events that not everybody has been told of."""
    rows = connection.execute(
        "SELECT event.id, event.at, kind, article, sum(state = 'sent'), sum(state IN ('pending', 'sending', 'paused')),"
        " sum(state = 'unknown'), sum(state = 'given up') FROM event JOIN outbox ON outbox.event = event.id"
        " GROUP BY event.id HAVING sum(state <> 'sent') ORDER BY event.id DESC LIMIT ?",
        (limit,),
    )
    return [EventCounts(*row) for row in rows]


_RECIPIENTS = "SELECT event, chat, thread, reason, state, due, done_at, tries, problem FROM outbox"


def given_up(connection: sqlite3.Connection) -> list[Recipient]:
    """Every notice that was given up, the newest first."""
    rows = connection.execute(f"{_RECIPIENTS} WHERE state = 'given up' ORDER BY done_at DESC, id DESC")
    return [Recipient(*row) for row in rows]


def event_record(connection: sqlite3.Connection, event: int) -> EventRecord:
    """One event with everybody it concerns; NoSuchEventError where there is none."""
    row = connection.execute("SELECT at, kind, article, body FROM event WHERE id = ?", (event,)).fetchone()
    if row is None:
        raise NoSuchEventError(f"no event {event}")
    at, kind, article, text = row
    body: dict[str, Any] = json.loads(text)
    recipients = connection.execute(
        f"{_RECIPIENTS} WHERE event = ? ORDER BY state = 'sent', state, chat, thread", (event,)
    )
    return EventRecord(
        event, at, kind, article, body.get("author"), body.get("why"), _facts(body),
        tuple(Recipient(*recipient) for recipient in recipients),
    )  # fmt: skip


def _facts(body: dict[str, Any]) -> tuple[str, ...]:
    changes: Sequence[dict[str, Any]] = body.get("changes", ())
    return tuple(change["fact"] for change in changes)
