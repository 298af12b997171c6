"""What there is to tell, as rows: the changes to one article, or an answer that somebody waited for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import datetime, tzinfo
from functools import cache
from typing import Any, Literal, cast

from knowledge.store.following import Pace, Preference
from knowledge.store.moments import utc
from knowledge.store.pacing import due_at

Body = dict[str, Any]


def new_event(
    connection: sqlite3.Connection,
    kind: Literal["change", "wish"],
    article: str | None,
    body: Body,
    now: datetime,
) -> int:
    """Write an event down and return its id."""
    cursor = connection.execute(
        "INSERT INTO event (at, kind, article, body) VALUES (?, ?, ?, ?)",
        (utc(now), kind, article, dumped(body)),
    )
    return cast("int", cursor.lastrowid)


def body_of(connection: sqlite3.Connection, event: int) -> Body | None:
    """What an event holds; None where there is no such event any more."""
    row = connection.execute("SELECT body FROM event WHERE id = ?", (event,)).fetchone()
    return json.loads(row[0]) if row else None


def dumped(body: Mapping[str, Any]) -> str:
    """What something holds, as the store keeps it."""
    return json.dumps(body, ensure_ascii=False)


def teach_due_at(connection: sqlite3.Connection, now: datetime, zone: tzinfo) -> None:
    """Have SQL work out, as `due_at(pace, hour, …)`, when a chat is to be told what comes up now."""

    @cache
    def due(pace: Pace | None, hour: int, weekday: int, quiet_from: int | None, quiet_to: int | None) -> str:
        if hour is None:  # a chat that never said how it wants to be told
            return utc(now)
        return utc(due_at(Preference(pace or "at_once", hour, weekday, quiet_from, quiet_to), now, zone))

    connection.create_function("due_at", 5, due, deterministic=True)
