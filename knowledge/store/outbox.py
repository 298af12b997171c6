"""What is yet to be told to whom, and what became of it.

Every function takes an open connection; those that write are tasks for `Worker`.
Rows come in with the change they tell of (`queueing`); here they are taken out,
one chat at a time, and their outcome noted.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from knowledge.store.moments import utc
from knowledge.store.posts import is_post

Reason = Literal["follow", "told", "wish"]
STATES = ("pending", "sending", "sent", "unknown", "paused", "given up")
MOST_TIMED_OUT = 2
"""How often a notice that may have arrived is sent in all."""
_MOST_TOGETHER = 100
_TABLES_WITH_CHATS = ("follow", "preference", "outbox", "asked", "context", "wish", "told")

_UNLESS_GONE_ON = "iif(state = 'sending', '{}', state)"
_DUE = (
    "SELECT o.id, o.event, e.kind, e.article, e.body, e.at, o.chat, o.thread, o.reason, o.tries, o.message"
    " FROM outbox AS o JOIN event AS e ON e.id = o.event"
)


@dataclass(frozen=True, slots=True)
class Due:
    """One event that a chat is to be told of.

    `body` is what the event holds; `message` the message that told of it before
    the event went on, which is then to be changed; `tries` how often it timed out.
    """

    id: int
    event: int
    kind: str
    article: str | None
    body: dict[str, Any]
    at: datetime
    chat: int
    thread: int
    reason: Reason
    tries: int
    message: int | None


def next_due(connection: sqlite3.Connection, now: datetime, *, but_to: Sequence[int] = ()) -> list[Due]:
    """What one chat is to be told next, oldest first: one event, or all that are due where it wants them together.

    It is none of the chats `but_to`.
    """
    row = connection.execute(
        "SELECT id FROM outbox WHERE state = 'pending' AND due <= ? AND chat NOT IN (SELECT value FROM json_each(?))"
        " ORDER BY due, id LIMIT 1",
        (utc(now), json.dumps(but_to)),
    ).fetchone()
    if row is None:
        return []
    first = _due(connection.execute(f"{_DUE} WHERE o.id = ?", row).fetchone())
    alone = first.reason == "wish" or first.message is not None or is_post(first.thread)
    if alone or not _wants_together(connection, first.chat):
        return [first]
    rows = connection.execute(
        f"{_DUE} WHERE o.chat = ? AND o.thread = ? AND o.state = 'pending' AND o.due <= ? AND o.reason <> 'wish'"
        " AND o.message IS NULL ORDER BY e.at, o.id LIMIT ?",
        (first.chat, first.thread, utc(now), _MOST_TOGETHER),
    )
    return [_due(row) for row in rows]


def told_by(connection: sqlite3.Connection, chat: int, message: int) -> list[Due]:
    """What a message was sent for in a chat, as long as that is remembered."""
    rows = connection.execute(
        f"{_DUE} WHERE o.chat = ? AND o.message = ? AND o.reason <> 'wish'", (chat, message)
    )
    return [_due(row) for row in rows]


def _wants_together(connection: sqlite3.Connection, chat: int) -> bool:
    """Whether notices for a chat are saved up: for a digest, or over its quiet hours."""
    row = connection.execute(
        "SELECT 1 FROM preference WHERE chat = ? AND (pace <> 'at_once' OR quiet_from IS NOT NULL)", (chat,)
    ).fetchone()
    return row is not None


def _due(row: Sequence[Any]) -> Due:
    number, event, kind, article, body, at, *rest = row
    return Due(number, event, kind, article, json.loads(body), datetime.fromisoformat(at), *rest)


def begin(connection: sqlite3.Connection, rows: Sequence[Due]) -> list[Due]:
    """Note that rows are being sent: should the process end now, nobody knows whether they were.

    They come back as they stand now, for an event may have gone on since they were looked
    up; without those that are not to be sent any more.
    """
    connection.executemany(
        "UPDATE outbox SET state = 'sending' WHERE id = ? AND state = 'pending'", [(row.id,) for row in rows]
    )
    begun = (connection.execute(f"{_DUE} WHERE o.id = ? AND o.state = 'sending'", (row.id,)) for row in rows)
    return [_due(found) for cursor in begun for found in cursor]


def resume(connection: sqlite3.Connection) -> int:
    """Send anew what was being sent when the process ended; how much that was."""
    return connection.execute("UPDATE outbox SET state = 'pending' WHERE state = 'sending'").rowcount


def sent(connection: sqlite3.Connection, rows: Sequence[Due], message: int | None, now: datetime) -> None:
    """Note that rows were sent, in which message; None where there was nothing left to say.

    Where an event has gone on meanwhile, that message is still to be changed.
    """
    _set(
        connection,
        rows,
        f"state = {_UNLESS_GONE_ON.format('sent')}, problem = NULL, message = ?, done_at = ?",
        message,
        utc(now),
    )


def again_at(connection: sqlite3.Connection, rows: Sequence[Due], moment: datetime, problem: str) -> None:
    """Send rows again at a later moment."""
    _set(connection, rows, "state = 'pending', due = ?, problem = ?", utc(moment), problem)


def hold_chat(connection: sqlite3.Connection, chat: int, until: datetime, problem: str) -> None:
    """Send a chat nothing before a moment."""
    connection.execute(
        "UPDATE outbox SET due = ?1, problem = ?2 WHERE chat = ?3 AND thread >= 0"
        " AND state = 'pending' AND due < ?1",
        (utc(until), problem, chat),
    )


def timed_out(connection: sqlite3.Connection, rows: Sequence[Due], again: datetime, now: datetime) -> None:
    """Note that nobody knows whether rows arrived; they are sent once more at most."""
    _set(
        connection,
        rows,
        "tries = tries + 1, problem = 'timed out', due = ?, done_at = ?,"
        f" state = CASE WHEN tries + 1 < {MOST_TIMED_OUT} THEN 'pending' ELSE 'unknown' END",
        utc(again),
        utc(now),
    )


def give_up(connection: sqlite3.Connection, rows: Sequence[Due], problem: str, now: datetime) -> None:
    """Set rows aside that Telegram refuses."""
    state = _UNLESS_GONE_ON.format("given up")
    _set(connection, rows, f"state = {state}, problem = ?, done_at = ?", problem, utc(now))


def _set(connection: sqlite3.Connection, rows: Sequence[Due], change: str, *values: object) -> None:
    connection.executemany(
        f"UPDATE outbox SET {change} WHERE id = ?",  # noqa: S608  only our own words
        [(*values, row.id) for row in rows],
    )


# ── chats that come and go ──────────────────────────────────────────────────────────────


def pause_chat(connection: sqlite3.Connection, chat: int, why: str) -> None:
    """Send a chat nothing more until it writes again; what it follows is kept."""
    connection.execute(
        "INSERT INTO preference (chat, paused) VALUES (?, ?) ON CONFLICT (chat) DO UPDATE SET paused = excluded.paused",
        (chat, why),
    )
    connection.execute(
        "UPDATE outbox SET state = 'paused', problem = ? WHERE chat = ? AND thread >= 0"
        " AND state IN ('pending', 'sending')",
        (why, chat),
    )


def revive_chat(connection: sqlite3.Connection, chat: int, now: datetime) -> None:
    """Go on with a chat that was paused, and with what it has missed."""
    connection.execute("UPDATE preference SET paused = NULL WHERE chat = ?", (chat,))
    connection.execute(
        "UPDATE outbox SET state = 'pending', due = ?, problem = NULL WHERE chat = ? AND state = 'paused'",
        (utc(now), chat),
    )


def paused_chats(connection: sqlite3.Connection) -> set[int]:
    """The chats that are paused."""
    return {row[0] for row in connection.execute("SELECT chat FROM preference WHERE paused IS NOT NULL")}


def migrate_chat(connection: sqlite3.Connection, old: int, new: int) -> None:
    """A group has become a supergroup, with another id: everything that is of the old one is of the new one."""
    for table in _TABLES_WITH_CHATS:
        connection.execute(f"UPDATE OR REPLACE {table} SET chat = ? WHERE chat = ?", (new, old))  # noqa: S608  ours


def drop_before(connection: sqlite3.Connection, moment: datetime) -> None:
    """Let go of what was told, given up or missed by a chat that is gone before a moment, and of events nobody is told of any more."""
    connection.execute(
        "DELETE FROM outbox WHERE state NOT IN ('pending', 'sending') AND coalesce(done_at, due) < ?",
        (utc(moment),),
    )
    connection.execute(
        "DELETE FROM event WHERE at < ? AND NOT EXISTS (SELECT 1 FROM outbox WHERE event = event.id)",
        (utc(moment),),
    )


# ── how it stands ───────────────────────────────────────────────────────────────────────


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows there are in each state, none left out."""
    found = dict(connection.execute("SELECT state, count(*) FROM outbox GROUP BY state").fetchall())
    return {state: found.get(state, 0) for state in STATES}


def oldest_due(connection: sqlite3.Connection, now: datetime) -> float:
    """For how many seconds the oldest row has been due; 0 where none is."""
    row = connection.execute(
        "SELECT min(due) FROM outbox WHERE state = 'pending' AND due <= ?", (utc(now),)
    ).fetchone()
    return (now - datetime.fromisoformat(row[0])).total_seconds() if row[0] else 0.0
