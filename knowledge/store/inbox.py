"""What has come in from outside: stored before it is confirmed, kept until it is dealt with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update: updates of one `lane` keep their order, `body` the update itself."""

    id: int
    at: datetime
    lane: int
    person: int | None
    body: str
    tries: int = 0


def keep(connection: sqlite3.Connection, updates: Iterable[Incoming]) -> None:
    """Store updates; those that came before are left as they are."""
    connection.executemany(
        "INSERT OR IGNORE INTO inbox (id, at, lane, person, body) VALUES (?, ?, ?, ?, ?)",
        [(u.id, u.at.isoformat(), u.lane, u.person, u.body) for u in updates],
    )


def is_known(connection: sqlite3.Connection, update: int) -> bool:
    """Whether an update came before."""
    return connection.execute("SELECT 1 FROM inbox WHERE id = ?", (update,)).fetchone() is not None


def begin(connection: sqlite3.Connection, update: int) -> None:
    """Count one more try, so that an update that ends the process is not tried for ever."""
    connection.execute("UPDATE inbox SET tries = tries + 1 WHERE id = ?", (update,))


def set_aside(connection: sqlite3.Connection, updates: Iterable[int]) -> None:
    """Try some updates no more; they stay to be looked at."""
    connection.executemany("UPDATE inbox SET outcome = 'set aside' WHERE id = ?", [(u,) for u in updates])


def finish(connection: sqlite3.Connection, update: Incoming) -> None:
    """Note that an update is dealt with; its body is not kept."""
    connection.execute(
        "INSERT INTO inbox (id, at, lane, outcome) VALUES (?, ?, 0, 'done')"
        " ON CONFLICT (id) DO UPDATE SET outcome = 'done', body = NULL, person = NULL, lane = 0",
        (update.id, update.at.isoformat()),
    )


def waiting(connection: sqlite3.Connection) -> list[Incoming]:
    """What is yet to be dealt with, oldest first."""
    rows = connection.execute(
        "SELECT id, at, lane, person, body, tries FROM inbox WHERE outcome IS NULL ORDER BY id"
    )
    return [
        Incoming(number, datetime.fromisoformat(at), lane, person, body, tries)
        for number, at, lane, person, body, tries in rows
    ]


def drop_before(connection: sqlite3.Connection, moment: datetime) -> None:
    """Forget that old updates came; nobody sends them again."""
    connection.execute("DELETE FROM inbox WHERE outcome IS NOT NULL AND at < ?", (moment.isoformat(),))
