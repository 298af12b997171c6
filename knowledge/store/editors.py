"""Who may edit: appointed by owners, whom the settings name.

Every function takes an open connection; those that write are tasks for `Worker`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from knowledge.store.moments import utc


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who was appointed, when and by whom."""

    person: int
    name: str
    at: datetime
    appointed_by: int


def appoint(connection: sqlite3.Connection, person: int, name: str, *, by: int, now: datetime) -> bool:
    """Make somebody an editor; False where they are one already (who goes by the new name, if there is one)."""
    name = name or name_of(connection, person) or ""
    if is_editor(connection, person):
        connection.execute("UPDATE editor SET name = ? WHERE person = ?", (name, person))
        return False
    connection.execute(
        "INSERT OR REPLACE INTO editor (person, name, at, appointed_by) VALUES (?, ?, ?, ?)",
        (person, name, utc(now), by),
    )
    return True


def remove(connection: sqlite3.Connection, person: int, *, now: datetime) -> bool:
    """Let somebody edit no more; their name stays for the history. False where they did not edit."""
    cursor = connection.execute(
        "UPDATE editor SET removed = ? WHERE person = ? AND appointed_by IS NOT NULL AND removed IS NULL",
        (utc(now), person),
    )
    return cursor.rowcount > 0


def keep_name(connection: sqlite3.Connection, person: int, name: str, *, now: datetime) -> None:
    """Remember what somebody who edits is called, where nobody has said so yet."""
    connection.execute(
        "INSERT INTO editor (person, name, at) VALUES (?, ?, ?)"
        " ON CONFLICT (person) DO UPDATE SET name = excluded.name WHERE name = ''",
        (person, name, utc(now)),
    )


def is_editor(connection: sqlite3.Connection, person: int) -> bool:
    """Whether somebody has been appointed, and not removed since."""
    row = connection.execute(
        "SELECT 1 FROM editor WHERE person = ? AND appointed_by IS NOT NULL AND removed IS NULL", (person,)
    ).fetchone()
    return row is not None


def editors(connection: sqlite3.Connection) -> list[Editor]:
    """All who have been appointed, the first one first."""
    rows = connection.execute(
        "SELECT person, name, at, appointed_by FROM editor"
        " WHERE appointed_by IS NOT NULL AND removed IS NULL ORDER BY at, person"
    )
    return [Editor(person, name, datetime.fromisoformat(at), by) for person, name, at, by in rows]


def name_of(connection: sqlite3.Connection, person: int) -> str | None:
    """What somebody who edits, or did, is called; None where that is not known."""
    row = connection.execute("SELECT name FROM editor WHERE person = ?", (person,)).fetchone()
    return row[0] or None if row else None
