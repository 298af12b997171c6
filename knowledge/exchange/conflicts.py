"""Which known facts a new one repeats or contradicts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.text.vietnamese import fold, normalize


@dataclass(frozen=True, slots=True)
class Rival:
    """A fact that stands and speaks of the same as `fact`, with the same figure or with another one."""

    fact: Fact
    known: Fact
    is_same: bool


def rivals_of(connection: sqlite3.Connection, fact: Fact) -> list[Rival]:
    """The facts with the same subject, topic and facets and a period that overlaps, for a fact and its parts.

    What a fact of the same id says is no rival, nor are its parts: the new one replaces them.
    """
    own = {one.id for one in fact.family()}
    return [
        Rival(one, known, is_same=_says(one) == _says(known))
        for one in fact.family()
        for known, whole in _of_the_same(connection, one)
        if not own & {known.id, whole} and _is_comparable(one, known) and _overlap(one, known)
    ]


def repeated_by(connection: sqlite3.Connection, fact: Fact) -> list[Rival]:
    """The facts of the same paragraph with the same figure, whatever topic and facets they have."""
    rows = connection.execute("SELECT body FROM fact WHERE article = ? AND NOT withdrawn", (fact.article,))
    known = (Fact.from_store(body) for (body,) in rows)
    given = _figure(fact)
    return [
        Rival(fact, other, is_same=True)
        for other in known
        if given[0] is not None and given == _figure(other)
    ]


def _figure(fact: Fact) -> tuple[object, ...]:
    return fact.number, fact.of, fact.paragraph, fact.subject


def _of_the_same(connection: sqlite3.Connection, fact: Fact) -> Iterator[tuple[Fact, str | None]]:
    """The facts that speak of the same, with what they are a part of."""
    rows = connection.execute(
        "SELECT body, whole FROM mention JOIN fact ON fact.seq = mention.fact"
        " WHERE name = ? AND mention.topic = ? AND role = 'subject' ORDER BY seq",
        (fact.subject, fact.topic),
    )
    known = ((Fact.from_store(body), whole) for body, whole in rows)
    return ((one, whole) for one, whole in known if _facets(one) == _facets(fact))


def _facets(fact: Fact) -> set[str]:
    return {_plain(facet) for facet in fact.facets}


def _plain(text: str) -> str:
    return fold(normalize(text))


def _says(fact: Fact) -> tuple[object, ...]:
    said = _plain(fact.statement) if fact.kind == "statement" else None
    return fact.kind, fact.value, fact.of, sorted(map(_plain, fact.items)), said


def _is_comparable(one: Fact, other: Fact) -> bool:
    """Whether both cannot be said of the same without being the same: statements can, figures of a unit cannot."""
    if "not_stated" in (one.kind, other.kind):
        return one.article == other.article
    if one.kind == "statement" or other.kind == "statement":
        return _says(one) == _says(other)
    if one.kind in NUMERIC_KINDS and other.kind in NUMERIC_KINDS:
        return _plain(one.unit or "") == _plain(other.unit or "")
    return one.kind == other.kind


def _overlap(one: Fact, other: Fact) -> bool:
    (start, end), (other_start, other_end) = _days(one), _days(other)
    return start <= other_end and other_start <= end


def _days(fact: Fact) -> tuple[date, date]:
    """The first and the last day that a fact may speak of; all there are where it does not say."""
    period = fact.period
    if period is None:
        return date.min, date.max
    return period.since or period.as_of or date.min, period.as_of or date.max
