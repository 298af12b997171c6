"""What editors are in the midst of: one open draft for a person in a chat, kept until it is saved or dropped.

Every function takes an open connection; those that write are tasks for `Worker`. What a
draft holds is its kind's own affair. Each change counts up its step, so that what was
meant for an earlier one is known to be late.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from knowledge.store.events import dumped
from knowledge.store.moments import utc

Body = dict[str, Any]
State = Literal["open", "waiting", "offered", "saved", "dropped"]
"""A waiting draft has another one open on top of it; an offered one is to replace the one that is open."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is in the midst of, at which step.

    `outer` is the draft it was begun from, `taken` the last message that went into it,
    `message` the one that shows it.
    """

    id: int
    chat: int
    person: int
    kind: str
    body: Body
    step: int
    state: State
    at: datetime
    outer: int | None = None
    taken: int | None = None
    message: int | None = None


_COLUMNS = "id, chat, person, kind, body, step, state, at, outer, taken, message"
_SELECT = f"SELECT {_COLUMNS} FROM draft"  # noqa: S608  ours


def begin(
    connection: sqlite3.Connection,
    chat: int,
    person: int,
    kind: str,
    body: Mapping[str, Any],
    *,
    now: datetime,
    taken: int | None = None,
) -> Draft:
    """Begin a draft; where another one is open, the new one is only offered in its place."""
    state: State = "offered" if open_draft(connection, chat, person) else "open"
    connection.execute(
        "UPDATE draft SET state = 'dropped' WHERE chat = ? AND person = ? AND state = 'offered'",
        (chat, person),
    )
    return _insert(connection, (chat, person, kind, dumped(body), state, utc(now), None, taken))


def begin_within(
    connection: sqlite3.Connection, outer: Draft, kind: str, body: Mapping[str, Any], now: datetime
) -> Draft:
    """Begin a draft from another one, which waits meanwhile."""
    connection.execute("UPDATE draft SET state = 'waiting' WHERE id = ?", (outer.id,))
    return _insert(
        connection,
        (outer.chat, outer.person, kind, dumped(body), "open", utc(now), outer.id, outer.taken),
    )


def replace_open(connection: sqlite3.Connection, offered: Draft, now: datetime) -> Draft:
    """Open a draft that was offered, and drop the one that is open with all that wait under it."""
    connection.execute(
        "UPDATE draft SET state = 'dropped' WHERE chat = ? AND person = ? AND state IN ('open', 'waiting')",
        (offered.chat, offered.person),
    )
    return _update(connection, offered, "state = 'open', at = ?", (utc(now),))


def advance(
    connection: sqlite3.Connection,
    draft: Draft,
    body: Mapping[str, Any],
    now: datetime,
    *,
    taken: int | None = None,
) -> Draft:
    """The draft at its next step, with what it holds there."""
    values = (dumped(body), utc(now), taken)
    return _update(connection, draft, "step = step + 1, body = ?, at = ?, taken = coalesce(?, taken)", values)


def close(
    connection: sqlite3.Connection, draft: Draft, state: Literal["saved", "dropped"], now: datetime
) -> Draft | None:
    """End a draft; the one it was begun from is open again and comes back."""
    _update(connection, draft, "state = ?, at = ?", (state, utc(now)))
    outer = draft_by_id(connection, draft.outer) if draft.outer else None
    if outer is None or outer.state != "waiting":
        return None
    return _update(connection, outer, "state = 'open', at = ?", (utc(now),))


def show_in(connection: sqlite3.Connection, draft: int, message: int) -> None:
    """Remember which message shows a draft."""
    connection.execute("UPDATE draft SET message = ? WHERE id = ?", (message, draft))


def open_draft(connection: sqlite3.Connection, chat: int, person: int) -> Draft | None:
    """What somebody is in the midst of in a chat."""
    where = "WHERE chat = ? AND person = ? AND state = 'open'"
    return _one(connection, where, (chat, person))


def last_ended(connection: sqlite3.Connection, chat: int, person: int, since: datetime) -> Draft | None:
    """What somebody saved or dropped last in a chat, since a moment."""
    where = "WHERE chat = ? AND person = ? AND state IN ('saved', 'dropped') AND at >= ? ORDER BY at DESC, id DESC LIMIT 1"
    return _one(connection, where, (chat, person, utc(since)))


def draft_by_id(connection: sqlite3.Connection, draft: int) -> Draft | None:
    """A draft, be it open or not; None where it is gone."""
    return _one(connection, "WHERE id = ?", (draft,))


def forget_drafts(connection: sqlite3.Connection, person: int) -> None:
    """Wipe all that somebody was in the midst of."""
    connection.execute("DELETE FROM draft WHERE person = ?", (person,))


def drop_before(connection: sqlite3.Connection, moment: datetime) -> int:
    """Wipe drafts that nobody has touched since a moment; how many were."""
    return connection.execute("DELETE FROM draft WHERE at < ?", (utc(moment),)).rowcount


def _insert(connection: sqlite3.Connection, values: Sequence[object]) -> Draft:
    columns = "chat, person, kind, body, state, at, outer, taken"
    row = connection.execute(
        f"INSERT INTO draft ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING {_COLUMNS}",  # noqa: S608  ours
        values,
    ).fetchone()
    return _draft(row)


def _update(connection: sqlite3.Connection, draft: Draft, what: str, values: Sequence[object]) -> Draft:
    row = connection.execute(
        f"UPDATE draft SET {what} WHERE id = ? RETURNING {_COLUMNS}",  # noqa: S608  ours
        (*values, draft.id),
    ).fetchone()
    return _draft(row)


def _one(connection: sqlite3.Connection, where: str, values: Sequence[object]) -> Draft | None:
    row = connection.execute(f"{_SELECT} {where}", values).fetchone()
    return _draft(row) if row else None


def _draft(row: Sequence[Any]) -> Draft:
    number, chat, person, kind, body, step, state, at, *rest = row
    return Draft(number, chat, person, kind, json.loads(body), step, state, datetime.fromisoformat(at), *rest)
