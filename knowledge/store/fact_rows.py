"""The rows of facts: read and written many at a time, for a load has tens of thousands."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.models import Fact
from knowledge.store.history import State

GONE = State(None)


@dataclass(frozen=True, slots=True)
class Row:
    """A fact as it is in its table: its number there, how often it was changed, and how it stands."""

    seq: int
    version: int
    article: str
    state: State


@dataclass(frozen=True, slots=True)
class Turn:
    """A fact about to stand otherwise, or (None) not any more; `before` is None where it is new."""

    key: str
    fact: Fact | None
    before: Row | None
    after: State
    seq: int

    @property
    def version(self) -> int:
        """Which version it comes to."""
        return self.before.version + 1 if self.before else 1

    @property
    def stood(self) -> State:
        """How it stood."""
        return self.before.state if self.before else GONE

    @property
    def article(self) -> str:
        """The article that it is of, or was."""
        return self.fact.article if self.fact else self.before.article if self.before else ""


def rows_of(connection: sqlite3.Connection, facts: Iterable[str]) -> Mapping[str, Row]:
    """The rows of those of the facts that have one, withdrawn ones too, by their ids."""
    found = connection.execute(_ROWS, (json.dumps(list(facts)),))
    return {key: Row(seq, version, article, State(*state)) for key, seq, version, article, *state in found}


def articles_of(connection: sqlite3.Connection, facts: Iterable[str]) -> Mapping[str, str]:
    """The articles of those of the facts that there are, withdrawn ones too, by their ids."""
    ids = json.dumps(list(facts))
    return dict(
        connection.execute(
            "SELECT id, article FROM fact WHERE id IN (SELECT value FROM json_each(?))", (ids,)
        ).fetchall()
    )


def next_seq(connection: sqlite3.Connection) -> int:
    """The number of the next new fact."""
    row = connection.execute("SELECT coalesce(max(seq), 0) + 1 FROM fact").fetchone()
    return int(row[0])


def write_turns(connection: sqlite3.Connection, turns: Sequence[Turn]) -> None:
    """Have the table say what the turns do."""
    connection.executemany(
        _INSERT, [_values(turn, turn.fact) for turn in turns if turn.fact and not turn.before]
    )
    connection.executemany(_UPDATE, [_values(turn, turn.fact) for turn in turns if turn.fact and turn.before])
    gone = [(turn.version, turn.seq) for turn in turns if turn.fact is None]
    connection.executemany("UPDATE fact SET withdrawn = 1, version = ? WHERE seq = ?", gone)


def _values(turn: Turn, fact: Fact) -> tuple[str | int | None, ...]:
    state = turn.after
    return turn.version, fact.article, fact.subject, fact.topic, state.whole, state.body, turn.key, turn.seq


_ROWS = """
SELECT id, seq, version, article, iif(withdrawn, NULL, body), iif(withdrawn, NULL, whole)
FROM fact WHERE id IN (SELECT value FROM json_each(?))
"""
_INSERT = """
INSERT INTO fact (version, article, subject, topic, whole, body, id, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE = """
UPDATE fact SET version = ?, article = ?, subject = ?, topic = ?, whole = ?, body = ?, withdrawn = 0
WHERE id = ? AND seq = ?
"""
