"""Answers that somebody waited for: queued once the knowledge has them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from knowledge.store.dialogue import Wish, dump_context
from knowledge.store.events import new_event, teach_due_at
from knowledge.store.moments import utc


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Changes that may answer what somebody waits for: the events, the facts, and the state of knowledge they led to."""

    events: tuple[int, ...]
    facts: frozenset[str]
    revision: int


def unchecked_changes(connection: sqlite3.Connection) -> Unchecked | None:
    """The changes that no wish has been held against yet; None where there are none."""
    rows = connection.execute(
        "SELECT id, body, (SELECT number FROM revision) FROM event WHERE NOT checked ORDER BY id"
    ).fetchall()
    if not rows:
        return None
    facts = (change["fact"] for _, body, _ in rows for change in json.loads(body)["changes"])
    return Unchecked(tuple(row[0] for row in rows), frozenset(facts), rows[0][2])


def queue_wishes(
    connection: sqlite3.Connection, fulfilled: Iterable[Wish], *, now: datetime, zone: tzinfo
) -> int:
    """Queue the answers to wishes, once each; how many wishes were still there."""
    teach_due_at(connection, now, zone)
    return sum(_queue_wish(connection, wish, now) for wish in fulfilled)


def be_done_with(connection: sqlite3.Connection, unchecked: Unchecked) -> None:
    """Hold no wish against changes any more; where the knowledge has changed since, they are to be held again."""
    connection.executemany(
        "UPDATE event SET checked = 1 WHERE id = ? AND ? = (SELECT number FROM revision)",
        [(event, unchecked.revision) for event in unchecked.events],
    )


def _queue_wish(connection: sqlite3.Connection, wish: Wish, now: datetime) -> bool:
    """Queue an answer and let go of the wish; False where it is gone already."""
    gone = connection.execute(
        "DELETE FROM wish WHERE chat = ? AND person = ? AND question = ? AND at = ?",
        (wish.chat, wish.person, wish.question, utc(wish.at)),
    )
    if not gone.rowcount:
        return False
    body = {
        "question": wish.question, "leaned_on": dump_context(wish.leaned_on),
        "wish": {"at": utc(wish.at), "chat": wish.chat, "thread": wish.thread, "person": wish.person},
    }  # fmt: skip
    event = new_event(connection, "wish", None, body, now, checked=True)
    connection.execute(_WISHED, {"event": event, "chat": wish.chat, "thread": wish.thread or 0})
    return True


_WISHED = """
INSERT INTO outbox (event, chat, thread, reason, due, state)
SELECT :event, :chat, :thread, 'wish', due_at('at_once', hour, weekday, quiet_from, quiet_to),
    iif(paused IS NULL, 'pending', 'paused')
FROM (SELECT :chat AS chat) LEFT JOIN preference USING (chat)
"""
