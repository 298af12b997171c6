"""What has been changed, step by step: by whom, when, why, and what stood before. Nothing is ever taken out again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, cast

from knowledge.store.moments import utc

What = Literal["article", "name", "topic", "fact"]


@dataclass(frozen=True, slots=True)
class Step:
    """Everything that one edit, undoing or load has changed.

    `undoes` is the step that it took back, `undone_by` the last one that took it back.
    """

    id: int
    at: datetime
    author: str
    why: str | None
    undoes: int | None
    undone_by: int | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A thing as the store keeps it, and for a part of a fact what it is a part of; no body where it does not stand."""

    body: str | None
    whole: str | None = None


@dataclass(frozen=True, slots=True)
class Logged:
    """One thing before and after a step."""

    what: What
    id: str
    before: State
    after: State


@dataclass(frozen=True, slots=True)
class Touched:
    """By whom and when a thing was changed last, and which change that was, counted over all things."""

    number: int
    author: str
    at: datetime


def new_step(
    connection: sqlite3.Connection, *, author: str, why: str | None, at: datetime, undoes: int | None = None
) -> Step:
    """Begin a step."""
    cursor = connection.execute(
        "INSERT INTO step (at, author, why, undoes) VALUES (?, ?, ?, ?)", (utc(at), author, why, undoes)
    )
    return Step(cast("int", cursor.lastrowid), at, author, why, undoes)


def log(connection: sqlite3.Connection, step: Step, entries: Sequence[tuple[Logged, int]]) -> range:
    """Write down what a step does to things, each with the version it comes to; return the numbers of these changes."""
    row = connection.execute("SELECT coalesce(max(seq), 0) + 1 FROM change").fetchone()
    numbers = range(int(row[0]), int(row[0]) + len(entries))
    of_step = (utc(step.at), step.author, step.id)
    connection.executemany(
        "INSERT INTO change (seq, at, author, step, what, id, version, before, after, whole_before, whole_after)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                number, *of_step, entry.what, entry.id, version, entry.before.body, entry.after.body,
                entry.before.whole, entry.after.whole,
            )
            for number, (entry, version) in zip(numbers, entries, strict=True)
        ],
    )  # fmt: skip
    return numbers


def step_of(connection: sqlite3.Connection, step: int) -> Step | None:
    """A step by its id; None where there is none."""
    found = _steps(connection.execute(f"SELECT {_STEP} FROM step WHERE id = ?", (step,)))  # noqa: S608  ours
    return found[0] if found else None


def steps(
    connection: sqlite3.Connection, limit: int, *, before: int | None = None, author: str | None = None
) -> list[Step]:
    """The newest steps, or the newest before one; of everybody or of one author."""
    return _steps(
        connection.execute(
            f"SELECT {_STEP} FROM step WHERE (?1 IS NULL OR id < ?1) AND (?2 IS NULL OR author = ?2)"  # noqa: S608  ours
            " ORDER BY id DESC LIMIT ?3",
            (before, author, limit),
        )
    )


def last_step_on(connection: sqlite3.Connection, step: int) -> Step | None:
    """The last step that changed anything of what a step has changed."""
    query = (
        f"SELECT {_STEP} FROM step WHERE id = (SELECT max(later.step) FROM change JOIN change AS later"  # noqa: S608  ours
        " USING (what, id) WHERE change.step = ?)"
    )
    found = _steps(connection.execute(query, (step,)))
    return found[0] if found else None


def changes_of(connection: sqlite3.Connection, step: int, limit: int = -1) -> list[Logged]:
    """What a step has changed, or the first of it, each thing once, in the order in which it was done."""
    rows = connection.execute(
        "SELECT what, id, before, whole_before, after, whole_after FROM change WHERE step = ? ORDER BY seq LIMIT ?",
        (step, limit),
    )
    changed: dict[tuple[What, str], Logged] = {}
    for what, key, before, whole_before, after, whole_after in rows:
        first = changed.get((what, key))
        stood = first.before if first else State(before, whole_before)
        changed[what, key] = Logged(what, key, stood, State(after, whole_after))
    return list(changed.values())


def how_many_changes_of(connection: sqlite3.Connection, step: int, what: What | None = None) -> int:
    """How much a step has changed, or how many things of a kind."""
    row = connection.execute(
        "SELECT count(*) FROM change WHERE step = ?1 AND (?2 IS NULL OR what = ?2)", (step, what)
    ).fetchone()
    return int(row[0])


def last_change(connection: sqlite3.Connection, what: What, key: str) -> Touched | None:
    """The last change of a thing, for a fact also of its parts; None where it never was."""
    row = connection.execute(
        _LAST if what == "fact" else f"{_TOUCHED} WHERE what = :what AND id = :id ORDER BY seq DESC LIMIT 1",
        {"what": what, "id": key},
    ).fetchone()
    return Touched(row[0], row[1], datetime.fromisoformat(row[2])) if row else None


def times_changed(connection: sqlite3.Connection, what: What, key: str) -> int:
    """How often a thing has been changed by itself; 0 where it never was."""
    row = connection.execute("SELECT max(version) FROM change WHERE what = ? AND id = ?", (what, key))
    return int(row.fetchone()[0] or 0)


_STEP = "id, at, author, why, undoes, (SELECT max(later.id) FROM step AS later WHERE later.undoes = step.id)"
_TOUCHED = "SELECT seq, author, at FROM change"
_LAST = f"""
WITH RECURSIVE family (id) AS (
    VALUES (:id) UNION SELECT fact.id FROM fact JOIN family ON fact.whole = family.id
)
{_TOUCHED} WHERE what = :what AND id IN family ORDER BY seq DESC LIMIT 1
"""  # noqa: S608  ours


def _steps(rows: Iterable[tuple[Any, ...]]) -> list[Step]:
    return [Step(key, datetime.fromisoformat(at), *rest) for key, at, *rest in rows]
