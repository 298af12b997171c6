"""What there is to tell, and to whom: queued in the transaction of the change itself.

Every function takes an open connection, inside the transaction that changes the
knowledge. Taking rows out again and sending them is `outbox`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from knowledge.store.events import Body, dumped, new_event, teach_due_at
from knowledge.store.following import Preference
from knowledge.store.moments import utc
from knowledge.store.pacing import due_at
from knowledge.store.told import REMEMBERED

BURST = timedelta(minutes=5)
"""Changes to one article within this time of the first are told as one."""
_SAID = ("subject", "topic", "value", "of", "unit", "items")
_SEEN = (*_SAID, "kind", "period", "statement")
"""What a notice tells of; a paragraph, a note or a facet put right is told to nobody."""
_ALL = ("", "")

Key = tuple[str, str]
"""A name and a topic that a fact is found by."""


@dataclass(frozen=True, slots=True)
class Change:
    """A fact as it stood and as it stands, as the store keeps it; None where it did not, or does not any more.

    `keys` are the names with topics that it spoke of before, and that it speaks of now.
    """

    fact: str
    before: str | None
    after: str | None
    keys: frozenset[Key]

    def entry(self, why: str | None = None) -> Body:
        """The change as an event holds it, made for a reason."""
        return {"fact": self.fact, "before": _loaded(self.before), "after": _loaded(self.after), "why": why}


class News:
    """What a load has to tell of, gathered article by article."""

    def __init__(self, *, rehearsed: bool = False) -> None:
        """Nothing so far; where it is all `rehearsed`, new notices are counted and not queued."""
        self._rehearsed = rehearsed
        self._changes: dict[str, list[Change]] = {}
        self._new: set[str] = set()

    def article(self, article: str) -> None:
        """An article is new."""
        self._new.add(article)
        self._changes.setdefault(article, [])

    def fact(self, article: str, change: Change) -> None:
        """A fact of an article has changed."""
        self._changes.setdefault(article, []).append(change)

    def queue(
        self, connection: sqlite3.Connection, *, author: str, why: str | None, now: datetime, zone: tzinfo
    ) -> int:
        """Queue a notice of each article for whom it concerns; how many that were."""
        return sum(
            queue_changes(
                connection, changes, article=article, new_article=article in self._new,
                author=author, why=why, now=now, zone=zone, rehearsed=self._rehearsed,
            )
            for article, changes in self._changes.items()
        )  # fmt: skip


def is_anybody_waiting(connection: sqlite3.Connection, now: datetime) -> bool:
    """Whether anybody could be concerned by a change at all: who follows, who was told a figure."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM follow) OR EXISTS (SELECT 1 FROM told WHERE at >= ?)",
        (utc(now - REMEMBERED),),
    ).fetchone()
    return bool(row[0])


# ── changes ─────────────────────────────────────────────────────────────────────────────


def queue_changes(
    connection: sqlite3.Connection,
    changes: Sequence[Change],
    *,
    article: str,
    new_article: bool,
    author: str,
    why: str | None,
    now: datetime,
    zone: tzinfo,
    rehearsed: bool = False,
) -> int:
    """Queue the changes to one article for all whom they concern, and return how many notices that takes.

    Whoever follows a name or topic of a changed fact is concerned, and whoever was
    given a figure in the last 30 days that is now another one, or none. Within five
    minutes of an event of the same article the changes become part of it, and what
    was sent of it is to be changed.
    """
    entries = {change.fact: entry for change in changes if _differs(entry := change.entry(why), _SEEN)}
    if not entries and not new_article:
        return 0
    standing = _recent_event(connection, article, now)
    if standing and _is_given_between(connection, standing, entries):
        standing = None
    before = standing.body if standing else {"changes": [], "new_article": False, "why": None}
    together = _together(before["changes"], entries, _known_facts(connection, standing) if standing else ())
    body = {
        "changes": list(together.values()), "new_article": new_article or before["new_article"],
        "author": author, "why": why or before["why"],
    }  # fmt: skip
    if standing and not body["changes"] and not body["new_article"]:
        _drop_event(connection, standing.id)
        return 0
    event = _write_event(connection, standing, article, body, now)
    teach_due_at(connection, now, zone)
    told = entries.keys() & together.keys()
    keys = {key for change in changes if change.fact in told for key in change.keys}
    corrected = [fact for fact in told if is_correction(entries[fact])]
    queued = _send_again(connection, event, corrected, now) if standing else 0
    only_counted = (
        rehearsed and standing is None
    )  # what stands in the outbox already is counted as it is queued
    queued += _queue_for(connection, event, keys, corrected, now, only_counted=only_counted)
    if not queued and standing is None and not new_article:
        _drop_event(connection, event)
    return queued


@dataclass(frozen=True, slots=True)
class _Event:
    id: int
    at: str
    body: Body


def _recent_event(connection: sqlite3.Connection, article: str, now: datetime) -> _Event | None:
    row = connection.execute(
        "SELECT id, at, body FROM event WHERE kind = 'change' AND article = ? AND at BETWEEN ? AND ?"
        " ORDER BY at DESC LIMIT 1",
        (article, utc(now - BURST), utc(now)),
    ).fetchone()
    return _Event(row[0], row[1], json.loads(row[2])) if row else None


def _is_given_between(connection: sqlite3.Connection, event: _Event, entries: Mapping[str, Body]) -> bool:
    """Whether somebody was given a figure that came with an event and is another one now: theirs is the one before."""
    came = {entry["fact"]: entry for entry in event.body["changes"] if entry["before"] and entry["after"]}
    went_on = {
        fact: {**entries[fact], "before": came[fact]["before"]} for fact in came.keys() & entries.keys()
    }
    corrected = [
        fact for fact, whole in went_on.items() if is_correction(entries[fact]) and _differs(whole, _SAID)
    ]
    given = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM fact CROSS JOIN told ON told.fact = fact.seq"
        " WHERE fact.id IN (SELECT value FROM json_each(?)) AND told.at > ? AND told.event <> ?)",
        (json.dumps(corrected), event.at, event.id),
    )
    return bool(corrected) and bool(given.fetchone()[0])


def _together(before: Iterable[Body], after: Mapping[str, Body], known: Collection[str]) -> dict[str, Body]:
    """Changes and what became of them, by fact.

    What came up in between is told where it is known to somebody: that it is back as it
    was, or that a new fact was not right. Nobody else hears of it.
    """
    together = {entry["fact"]: entry for entry in before}
    for fact, entry in after.items():
        first = together.pop(fact, entry)
        whole = {**entry, "before": first["before"]}
        if fact in known and (whole["before"] is None or not _differs(whole, _SEEN)):
            together[fact] = entry
        elif _differs(whole, _SEEN):
            together[fact] = whole
    return together


def _known_facts(connection: sqlite3.Connection, event: _Event) -> set[str]:
    """The facts of an event that anybody may have heard of by it, or been shown since."""
    facts = {entry["fact"] for entry in event.body["changes"]}
    is_out = "SELECT EXISTS (SELECT 1 FROM outbox WHERE event = ? AND state NOT IN ('pending', 'paused'))"
    if connection.execute(is_out, (event.id,)).fetchone()[0]:
        return facts
    given = connection.execute(
        "SELECT DISTINCT fact.id FROM fact CROSS JOIN told ON told.fact = fact.seq"
        " WHERE fact.id IN (SELECT value FROM json_each(?)) AND told.at >= ? AND told.event <> ?",
        (json.dumps(sorted(facts)), event.at, event.id),
    )
    return {fact for (fact,) in given}


def _write_event(
    connection: sqlite3.Connection, standing: _Event | None, article: str, body: Body, now: datetime
) -> int:
    if standing is None:
        return new_event(connection, "change", article, body, now)
    connection.execute("UPDATE event SET body = ? WHERE id = ?", (dumped(body), standing.id))
    return standing.id


def _drop_event(connection: sqlite3.Connection, event: int) -> None:
    """There is nothing left to tell."""
    connection.execute("DELETE FROM outbox WHERE event = ?", (event,))
    connection.execute("DELETE FROM event WHERE id = ?", (event,))


def is_correction(entry: Body) -> bool:
    """Whether somebody who was given the figure was given one that does not stand any more."""
    before = entry["before"]
    gave_one = before is not None and (before.get("value") is not None or before.get("items"))
    return bool(gave_one) and _differs(entry, _SAID)


def _differs(entry: Body, fields: Iterable[str]) -> bool:
    before, after = entry["before"], entry["after"]
    if before is None or after is None:
        return before is not after
    return any(before.get(field) != after.get(field) for field in fields)


def _loaded(body: str | None) -> Body | None:
    return None if body is None else json.loads(body)


# ── whom it concerns ────────────────────────────────────────────────────────────────────

_CONCERNED = """
WITH key AS (
    SELECT json_extract(value, '$[0]') AS name, json_extract(value, '$[1]') AS topic FROM json_each(:keys)
), concerned AS (
    SELECT follow.chat, follow.thread, 0 AS told FROM key CROSS JOIN follow USING (name, topic)
    UNION ALL
    SELECT told.chat, told.thread, 1 FROM fact CROSS JOIN told ON told.fact = fact.seq
    WHERE fact.id IN (SELECT value FROM json_each(:corrected)) AND told.at >= :since AND told.event <> :event
    AND (told.thread < 0 OR told.chat NOT IN (SELECT chat FROM preference WHERE NOT corrections))
)
"""
_RECIPIENTS = f"""
INSERT INTO outbox (event, chat, thread, reason, due, state)
{_CONCERNED}
SELECT :event, chat, thread, iif(max(told), 'told', 'follow'),
    iif(thread < 0, :now, due_at(iif(max(told), 'at_once', pace), hour, weekday, quiet_from, quiet_to)),
    iif(paused IS NULL OR thread < 0, 'pending', 'paused')
FROM concerned LEFT JOIN preference USING (chat) GROUP BY chat, thread
HAVING max(told) OR NOT EXISTS (
    SELECT 1 FROM outbox WHERE event = :event AND outbox.chat = concerned.chat AND outbox.thread = concerned.thread
)
ON CONFLICT (event, chat, thread) DO UPDATE SET reason = 'told', due = min(due, excluded.due)
WHERE excluded.reason = 'told' AND reason <> 'told'
"""  # noqa: S608  ours
_HOW_MANY = f"{_CONCERNED} SELECT count(*) FROM (SELECT DISTINCT chat, thread FROM concerned)"  # noqa: S608  ours


def _queue_for(
    connection: sqlite3.Connection,
    event: int,
    keys: Iterable[Key],
    corrected: Sequence[str],
    now: datetime,
    *,
    only_counted: bool,
) -> int:
    """Queue an event for followers of the keys and for those who were told; corrections do not wait for a digest."""
    values = {
        "event": event,
        "keys": json.dumps(sorted({*_followed(keys), _ALL})),
        "corrected": json.dumps(corrected),
        "since": utc(now - REMEMBERED),
        "now": utc(now),
    }
    if only_counted:
        return int(connection.execute(_HOW_MANY, values).fetchone()[0])
    before = _how_many_queued(connection, event)
    connection.execute(_RECIPIENTS, values)
    return _how_many_queued(connection, event) - before


def _how_many_queued(connection: sqlite3.Connection, event: int) -> int:
    return int(connection.execute("SELECT count(*) FROM outbox WHERE event = ?", (event,)).fetchone()[0])


def _followed(keys: Iterable[Key]) -> Iterator[Key]:
    """What a chat may follow to hear of facts found by these keys."""
    for name, topic in keys:
        yield from ((name, topic), (name, ""), ("", topic))


_CONCERNED_BY_STEP = """
WITH touched AS MATERIALIZED (
    SELECT fact.seq, change.before, change.after FROM change JOIN fact USING (id)
    WHERE change.step = :step AND change.what = 'fact'
), key (name, topic) AS (
    SELECT name, topic FROM touched JOIN mention ON mention.fact = touched.seq
    UNION SELECT json_extract(body, '$.subject'), json_extract(body, '$.topic')
    FROM (SELECT before AS body FROM touched UNION ALL SELECT after FROM touched) WHERE body IS NOT NULL
), followed (name, topic) AS (
    SELECT name, topic FROM key UNION SELECT name, '' FROM key UNION SELECT '', topic FROM key UNION SELECT '', ''
)
SELECT count(*) FROM (
    SELECT chat, thread FROM followed JOIN follow USING (name, topic)
    UNION SELECT chat, thread FROM touched CROSS JOIN told ON told.fact = touched.seq
    WHERE told.at >= :since AND chat NOT IN (SELECT chat FROM preference WHERE NOT corrections)
)
"""


def most_concerned_by(connection: sqlite3.Connection, step: int, now: datetime) -> int:
    """How many chats hear of it at the most where a step is taken back; only read, so that nobody waits."""
    values = {"step": step, "since": utc(now - REMEMBERED)}
    return int(connection.execute(_CONCERNED_BY_STEP, values).fetchone()[0])


def plan_anew(
    connection: sqlite3.Connection, chat: int, preference: Preference, now: datetime, zone: tzinfo
) -> None:
    """Have what a chat is yet to be told come when it wants to be told from now on."""
    at_once = replace(preference, pace="at_once")
    connection.execute(
        "UPDATE outbox SET due = iif(reason = 'follow', ?, ?) WHERE chat = ? AND thread >= 0"
        " AND state = 'pending' AND message IS NULL",
        (utc(due_at(preference, now, zone)), utc(due_at(at_once, now, zone)), chat),
    )


_SEND_AGAIN = """
UPDATE outbox SET tries = 0, done_at = NULL,
    state = iif(thread >= 0 AND chat IN (SELECT chat FROM preference WHERE paused IS NOT NULL), 'paused', 'pending'),
    message = iif(apart, NULL, message),
    due = iif(thread >= 0 AND (apart OR message IS NULL), due_at(wanted, hour, weekday, quiet_from, quiet_to), :now)
FROM (
    SELECT id AS row, iif(reason = 'told', 'at_once', pace) AS wanted, hour, weekday, quiet_from, quiet_to,
        EXISTS (
            SELECT 1 FROM outbox AS other
            WHERE other.chat = outbox.chat AND other.message = outbox.message AND other.event <> outbox.event
        ) OR EXISTS (
            SELECT 1 FROM fact CROSS JOIN told ON told.fact = fact.seq
            WHERE fact.id IN (SELECT value FROM json_each(:corrected)) AND told.chat = outbox.chat
            AND told.thread = outbox.thread AND told.event <> :event AND told.at > outbox.done_at
        ) AS apart
    FROM outbox LEFT JOIN preference USING (chat) WHERE event = :event
) WHERE id = row AND state IN ('sending', 'sent', 'unknown')
"""


def _send_again(connection: sqlite3.Connection, event: int, corrected: Sequence[str], now: datetime) -> int:
    """Have what was sent of an event changed.

    Where it stands among others in a digest it comes with the next; where a figure was given
    since that is now corrected, with a message of its own, for nobody looks back for a correction.
    """
    values = {"event": event, "corrected": json.dumps(corrected), "now": utc(now)}
    return connection.execute(_SEND_AGAIN, values).rowcount
