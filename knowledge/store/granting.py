"""Answers that somebody waited for: queued once the knowledge has them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime, tzinfo

from knowledge.store.dialogue import Wish, dump_context
from knowledge.store.events import new_event, teach_due_at
from knowledge.store.moments import utc


def queue_wishes(
    connection: sqlite3.Connection,
    fulfilled: Iterable[tuple[Wish, Collection[str]]],
    *,
    now: datetime,
    zone: tzinfo,
) -> int:
    """Queue the answers to wishes, given with the facts that answer them, once each; how many wishes were still there."""
    teach_due_at(connection, now, zone)
    return sum(_queue_wish(connection, wish, facts, now) for wish, facts in fulfilled)


def granted_facts(connection: sqlite3.Connection, chat: int, thread: int) -> set[str]:
    """The facts, as they stand, that a chat gets or got as the answer to a wish."""
    rows = connection.execute(_GRANTED, {"chat": chat, "thread": thread})
    return {fact for (fact,) in rows}


def note_names(connection: sqlite3.Connection, wish: Wish, names: Iterable[str]) -> None:
    """Remember what a wish speaks of."""
    connection.execute(
        "UPDATE wish SET names = ? WHERE chat = ? AND person = ? AND question = ?",
        (json.dumps(sorted(names)), wish.chat, wish.person, wish.question),
    )


def _queue_wish(connection: sqlite3.Connection, wish: Wish, facts: Collection[str], now: datetime) -> bool:
    """Queue an answer and let go of the wish; False where it is gone already."""
    gone = connection.execute(
        "DELETE FROM wish WHERE chat = ? AND person = ? AND question = ? AND at = ?",
        (wish.chat, wish.person, wish.question, utc(wish.at)),
    )
    if not gone.rowcount:
        return False
    (last,) = connection.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()
    body = {
        "facts": sorted(facts), "change": last, "question": wish.question, "leaned_on": dump_context(wish.leaned_on),
        "wish": {"at": utc(wish.at), "chat": wish.chat, "thread": wish.thread, "person": wish.person},
    }  # fmt: skip
    event = new_event(connection, "wish", None, body, now)
    connection.execute(_WISHED, {"event": event, "chat": wish.chat, "thread": wish.thread or 0})
    return True


_GRANTED = """
SELECT DISTINCT granted.value FROM outbox JOIN event ON event.id = outbox.event, json_each(event.body, '$.facts') AS granted
WHERE outbox.chat = :chat AND outbox.thread = :thread AND outbox.reason = 'wish' AND outbox.state <> 'given up'
AND NOT EXISTS (
    SELECT 1 FROM change
    WHERE change.what = 'fact' AND change.id = granted.value AND change.seq > json_extract(event.body, '$.change')
)
"""
_WISHED = """
INSERT INTO outbox (event, chat, thread, reason, due, state)
SELECT :event, :chat, :thread, 'wish', due_at('at_once', hour, weekday, quiet_from, quiet_to),
    iif(paused IS NULL, 'pending', 'paused')
FROM (SELECT :chat AS chat) LEFT JOIN preference USING (chat)
"""
