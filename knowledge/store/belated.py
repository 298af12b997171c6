"""Corrections for whoever was shown a figure while it was being corrected.

What was shown is noted afterwards, and while a load holds the store that may take a
while: the load cannot know of it then, and noting it has to see to what has changed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo

from knowledge.store.events import Body, new_event, teach_due_at
from knowledge.store.moments import utc
from knowledge.store.queueing import Change, is_correction
from knowledge.store.told import Shown, Version, note_told


def note_shown(connection: sqlite3.Connection, shown: Shown, now: datetime, zone: tzinfo) -> None:
    """Remember what was shown by an answer or a page, and queue what has become of its figures since."""
    for article, entry in _corrected(note_told(connection, shown)):
        teach_due_at(connection, now, zone)
        event = _event_of(connection, article, entry) or _new_event(connection, article, entry, now)
        to = {"event": event, "chat": shown.chat, "thread": shown.thread, "now": utc(now)}
        connection.execute(_BELATED, to)


def _corrected(versions: Iterable[Version]) -> Iterator[tuple[str, Body]]:
    for version in versions:
        entry = Change(version.fact.id, version.shown, version.standing, frozenset()).entry()
        if is_correction(entry):
            yield version.fact.article, entry


def _event_of(connection: sqlite3.Connection, article: str, entry: Body) -> int | None:
    """The latest event of an article, where it tells of the correction."""
    row = connection.execute(
        "SELECT id, body FROM event WHERE kind = 'change' AND article = ? ORDER BY at DESC LIMIT 1",
        (article,),
    ).fetchone()
    return row[0] if row and entry in json.loads(row[1])["changes"] else None


def _new_event(connection: sqlite3.Connection, article: str, entry: Body, now: datetime) -> int:
    body = {"changes": [entry], "new_article": False, "author": None, "why": None}
    return new_event(connection, "change", article, body, now)


_BELATED = """
INSERT INTO outbox (event, chat, thread, reason, due, state)
SELECT :event, :chat, :thread, 'told',
    iif(:thread < 0, :now, due_at('at_once', hour, weekday, quiet_from, quiet_to)),
    iif(paused IS NULL OR :thread < 0, 'pending', 'paused')
FROM (SELECT :chat AS chat) LEFT JOIN preference USING (chat) WHERE coalesce(corrections, 1) OR :thread < 0
ON CONFLICT (event, chat, thread) DO UPDATE SET reason = 'told', due = min(due, excluded.due)
"""
