"""How the bot is used and how it does, in counts: nothing here tells of any one person."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from knowledge.store.moments import utc

DAYS = 30
ANSWERED = ("answered", "quoted")
"""The statuses in which a question got what it asked for."""
_WEEK = 7
_MOST_ASKED = 5
_QUARTER = 900


@dataclass(frozen=True, slots=True)
class Asking:
    """How many questions there were (small talk aside), and how many of them were answered."""

    asked: int = 0
    answered: int = 0

    def __add__(self, other: Asking) -> Asking:
        """Both taken together."""
        return Asking(self.asked + other.asked, self.answered + other.answered)

    @property
    def share(self) -> float | None:
        """The share that was answered, in percent; None where nothing was asked."""
        return 100 * self.answered / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Statistics:
    """The last 30 days in counts.

    `days` are the people's own days, the oldest first and today last; `topics` and
    `questions` those most asked. `followers` are chats, `waiting` wishes to be told,
    `backlog` notices that are due and not sent yet, `edits` changes made by editors.
    """

    days: tuple[tuple[date, Asking], ...]
    statuses: dict[str, int]
    topics: tuple[tuple[str, int], ...]
    questions: tuple[tuple[str, int], ...]
    right: int
    wrong: int
    followers: int
    follows: int
    waiting: int
    backlog: int
    given_up: int
    edits: int

    def last(self, days: int) -> Asking:
        """The questions of the last days, today's included."""
        return sum((asking for _day, asking in self.days[-days:]), Asking())


def statistics(
    connection: sqlite3.Connection, now: datetime, zone: tzinfo, *, own_author: str = "packs"
) -> Statistics:
    """What the store can tell about its use; `own_author` is that of changes which no editor made."""
    today = now.astimezone(zone).date()
    days = [today - timedelta(back) for back in reversed(range(DAYS))]
    since = utc(datetime.combine(days[0], time(), zone))
    [(right, wrong)] = _rows(connection, _VERDICTS, since)
    [(followers, follows)] = _rows(connection, "SELECT count(DISTINCT chat), count(*) FROM follow")
    [(backlog, given_up)] = _rows(connection, _OUTBOX, utc(now))
    [(waiting,)] = _rows(connection, "SELECT count(*) FROM wish")
    [(edits,)] = _rows(connection, _EDITS, since, own_author)
    return Statistics(
        days=tuple(_by_day(connection, since, days, zone)),
        statuses=dict(_rows(connection, _STATUSES, since)),
        topics=_rows(connection, _TOPICS, since, _MOST_ASKED),
        questions=_rows(connection, _QUESTIONS, since, _MOST_ASKED),
        right=right, wrong=wrong, followers=followers, follows=follows, waiting=waiting,
        backlog=backlog, given_up=given_up, edits=edits,
    )  # fmt: skip


_VERDICTS = """
SELECT count(*) FILTER (WHERE verdict = 'right'), count(*) FILTER (WHERE verdict = 'wrong')
FROM feedback WHERE at >= ?
"""
_OUTBOX = """
SELECT count(*) FILTER (WHERE state IN ('pending', 'sending') AND due <= ?),
    count(*) FILTER (WHERE state = 'given up') FROM outbox
"""
_EDITS = "SELECT count(*) FROM step WHERE at >= ? AND author <> ?"
_BY_PEOPLE = "at >= ?1 AND status <> 'chat' AND id >= 0"
"""Small talk aside, and answers that came to somebody of themselves."""
_STATUSES = f"SELECT status, count(*) FROM asked WHERE {_BY_PEOPLE} GROUP BY status"  # noqa: S608  ours
_QUESTIONS = f"""
SELECT question, count(*) AS times FROM asked WHERE {_BY_PEOPLE}
GROUP BY lower(trim(question, ' ?.!')) HAVING times > 1 ORDER BY times DESC, max(at) DESC LIMIT ?2
"""  # noqa: S608  ours
_QUARTERS = f"""
SELECT unixepoch(at) / ?2, status, count(*) FROM asked
WHERE {_BY_PEOPLE} GROUP BY 1, 2
"""  # noqa: S608  ours
_TOPICS = f"""
SELECT topics ->> 0 AS topic, count(*) AS times FROM asked WHERE {_BY_PEOPLE} AND topics <> '[]'
GROUP BY topic ORDER BY times DESC, topic LIMIT ?2
"""  # noqa: S608  ours


def _by_day(
    connection: sqlite3.Connection, since: str, days: Sequence[date], zone: tzinfo
) -> Iterator[tuple[date, Asking]]:
    """The questions of each day; the store's are moments, and days begin when people's clocks say so."""
    found: Counter[tuple[date, bool]] = Counter()
    for quarter, status, count in _rows(connection, _QUARTERS, since, _QUARTER):
        day = datetime.fromtimestamp(quarter * _QUARTER, UTC).astimezone(zone).date()
        found[day, status in ANSWERED] += count
    for day in days:
        answered = found[day, True]
        yield day, Asking(answered + found[day, False], answered)


def _rows(connection: sqlite3.Connection, sql: str, *values: object) -> tuple[tuple[Any, ...], ...]:
    return tuple(connection.execute(sql, values))
