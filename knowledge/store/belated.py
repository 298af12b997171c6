"""Corrections for whoever was given a figure while it was being corrected.

An answer is noted after it was given, and while a load holds the store that may take a
while: the load cannot know of it then, and noting it has to see to what has changed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime, tzinfo

from knowledge.models import FactSummary
from knowledge.store.dialogue import Asked
from knowledge.store.events import Body, new_event, teach_due_at
from knowledge.store.queueing import Change, is_correction


def queue_belated(connection: sqlite3.Connection, asked: Asked, now: datetime, zone: tzinfo) -> None:
    """Queue what has become of the figures of an answer since it was found."""
    if not asked.given or asked.status not in ("answered", "not_stated"):
        return
    for article, entry in _corrected(connection, asked.given):
        teach_due_at(connection, now, zone)
        event = _event_of(connection, article, entry) or _new_event(connection, article, entry, now)
        values = {"event": event, "chat": asked.chat, "thread": asked.thread or 0}
        connection.execute(_BELATED, values)


def _corrected(connection: sqlite3.Connection, given: tuple[FactSummary, ...]) -> Iterator[tuple[str, Body]]:
    stored = connection.execute(
        "SELECT id, iif(withdrawn, NULL, body) FROM fact WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([fact.id for fact in given]),),
    )
    standing = dict(stored.fetchall())
    for fact in given:
        after = standing.get(fact.id)
        before = None if after and _says(after, fact) else _as_it_was(connection, fact)
        if before and is_correction(entry := Change(fact.id, before, after, frozenset()).entry()):
            yield fact.article, entry


def _as_it_was(connection: sqlite3.Connection, fact: FactSummary) -> str | None:
    """The fact as it stood when it was told."""
    history = connection.execute(
        "SELECT before FROM change WHERE what = 'fact' AND id = ? AND before IS NOT NULL ORDER BY seq DESC",
        (fact.id,),
    )
    return next((body for (body,) in history if _says(body, fact)), None)


def _says(body: str, fact: FactSummary) -> bool:
    kept = json.loads(body)
    said = (kept.get("value"), kept.get("of"), kept.get("unit"), tuple(kept.get("items", ())))
    return said == (fact.value, fact.of, fact.unit, fact.items)


def _event_of(connection: sqlite3.Connection, article: str, entry: Body) -> int | None:
    """The latest event of an article, where it tells of the correction."""
    row = connection.execute(
        "SELECT id, body FROM event WHERE kind = 'change' AND article = ? ORDER BY at DESC LIMIT 1",
        (article,),
    ).fetchone()
    return row[0] if row and entry in json.loads(row[1])["changes"] else None


def _new_event(connection: sqlite3.Connection, article: str, entry: Body, now: datetime) -> int:
    body = {"changes": [entry], "new_article": False, "author": None, "why": None}
    return new_event(connection, "change", article, body, now, checked=True)


_BELATED = """
INSERT INTO outbox (event, chat, thread, reason, due, state)
SELECT :event, :chat, :thread, 'told', due_at('at_once', hour, weekday, quiet_from, quiet_to),
    iif(paused IS NULL, 'pending', 'paused')
FROM (SELECT :chat AS chat) LEFT JOIN preference USING (chat) WHERE coalesce(corrections, 1)
ON CONFLICT (event, chat, thread) DO UPDATE SET reason = 'told', due = min(due, excluded.due)
"""
