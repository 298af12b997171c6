"""Which figures a chat was shown, in which version, and when last: by answers, pages and notices.

Kept for as long as whoever was shown a figure hears that it was corrected.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from knowledge.models import FactSummary
from knowledge.store.moments import utc

REMEMBERED = timedelta(days=30)
"""For how long whoever was shown a figure hears that it was corrected."""

TOLD_TABLE = """
-- Which figures a chat was shown, in which version, and when last: by answers and pages (event 0), or by a notice.
CREATE TABLE told (
    fact INTEGER NOT NULL REFERENCES fact (seq),
    chat INTEGER NOT NULL,
    thread INTEGER NOT NULL DEFAULT 0,
    event INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (fact, chat, thread, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_chat ON told (chat);
INSERT INTO told (fact, chat, thread, version, at)
WITH given AS (
    SELECT fact.seq AS fact, fact.id AS id, version, asked.chat, coalesce(asked.thread, 0) AS thread, max(asked.at) AS at
    FROM asked, json_each(asked.facts) AS given JOIN fact ON fact.id = given.value
    WHERE asked.status IN ('answered', 'not_stated') GROUP BY 1, 4, 5
)
SELECT fact, chat, thread, coalesce((
    SELECT max(change.version) FROM change WHERE what = 'fact' AND change.id = given.id AND change.at <= given.at
), given.version), at FROM given;
DROP INDEX asked_without_message;
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """Facts as they were shown in a chat (and a thread of it, 0 where it has none); `event` is that of a notice, else 0."""

    chat: int
    at: datetime
    facts: tuple[FactSummary, ...]
    thread: int = 0
    event: int = 0


class Version(NamedTuple):
    """A fact as it was shown, and as it stands (None where it does not any more), as the store keeps it."""

    fact: FactSummary
    seq: int
    number: int
    shown: str
    standing: str | None


class Given(NamedTuple):
    """When a fact was shown last, and how it stood then."""

    at: datetime
    body: str


_NOTE = """
INSERT INTO told (fact, chat, thread, event, version, at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET version = excluded.version, at = excluded.at
"""


def note_told(connection: sqlite3.Connection, shown: Shown) -> list[Version]:
    """Remember the figures among what was shown; they come back as they were and as they stand."""
    gave = [fact for fact in shown.facts if fact.value is not None or fact.items]
    versions = [version for fact in gave if (version := _version(connection, fact))]
    connection.executemany(
        _NOTE,
        [(v.seq, shown.chat, shown.thread, shown.event, v.number, utc(shown.at)) for v in versions],
    )
    return versions


def _version(connection: sqlite3.Connection, fact: FactSummary) -> Version | None:
    """The latest version of a fact that says what was shown; None where none ever did."""
    seq, number, standing = connection.execute(
        "SELECT seq, version, iif(withdrawn, NULL, body) FROM fact WHERE id = ?", (fact.id,)
    ).fetchone() or (0, 0, None)
    if standing and _says(standing, fact):
        return Version(fact, seq, number, standing, standing)
    history = connection.execute(
        "SELECT version, after FROM change WHERE what = 'fact' AND id = ? AND after IS NOT NULL ORDER BY seq DESC",
        (fact.id,),
    )
    return next((Version(fact, seq, old, body, standing) for old, body in history if _says(body, fact)), None)


def _says(body: str, fact: FactSummary) -> bool:
    kept = json.loads(body)
    said = (kept.get("value"), kept.get("of"), kept.get("unit"), tuple(kept.get("items", ())))
    return said == (fact.value, fact.of, fact.unit, fact.items)


def told_since(
    connection: sqlite3.Connection, chat: int, moment: datetime, *, but_by: int
) -> dict[str, Given]:
    """The facts that a chat was shown since a moment, but for those that only the notice of an event showed."""
    rows = connection.execute(
        "SELECT fact.id, max(told.at), change.after FROM told JOIN fact ON fact.seq = told.fact"
        " JOIN change ON change.what = 'fact' AND change.id = fact.id AND change.version = told.version"
        " WHERE told.chat = ? AND told.at >= ? AND told.event <> ? GROUP BY fact.id",
        (chat, utc(moment), but_by),
    )
    return {fact: Given(datetime.fromisoformat(at), body) for fact, at, body in rows}


def told_in(connection: sqlite3.Connection, chat: int, thread: int) -> set[str]:
    """The facts that a thread of a chat was shown."""
    rows = connection.execute(
        "SELECT DISTINCT fact.id FROM told JOIN fact ON fact.seq = told.fact WHERE chat = ? AND thread = ?",
        (chat, thread),
    )
    return {fact for (fact,) in rows}


def drop_told_before(connection: sqlite3.Connection, moment: datetime) -> None:
    """Forget what was shown before a moment."""
    connection.execute("DELETE FROM told WHERE at < ?", (utc(moment),))
