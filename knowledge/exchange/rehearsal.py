"""What a load of packs would change, found out by loading them and taking it all back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.changes import FactChange
from knowledge.exchange.packs import LoadedPack
from knowledge.models import Fact
from knowledge.store.intake import LoadReport, load
from knowledge.store.writer import writing


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a load would do: facts in numbers and one by one (parts count as facts), and the ids of other things."""

    report: LoadReport
    facts: tuple[FactChange, ...] = ()
    articles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    @property
    def changes_anything(self) -> bool:
        """Whether the store would not be the same afterwards."""
        return bool(self.facts or self.articles or self.names or self.topics)


def rehearse(path: Path, packs: Sequence[LoadedPack], *, prune: bool = False) -> Rehearsal:
    """What loading the packs into an existing store would change; nothing is changed.

    Raises PackError and StoreError as the load itself would. Other writers wait meanwhile.
    """
    with writing(path) as db:
        (last,) = db.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()
        report = load(db, packs, author="rehearsal", prune=prune, rehearsed=True)
        found = _read(db.conn, last, report)
        db.conn.rollback()
        return found


def _read(connection: sqlite3.Connection, last: int, report: LoadReport) -> Rehearsal:
    changes = "SELECT before, after FROM change WHERE seq > ? AND what = 'fact' ORDER BY seq"
    return Rehearsal(
        report,
        tuple(
            FactChange(_fact(before), _fact(after)) for before, after in connection.execute(changes, (last,))
        ),
        *(tuple(_ids(connection, last, what)) for what in ("article", "name", "topic")),
    )


def _ids(connection: sqlite3.Connection, last: int, what: str) -> Iterator[str]:
    for (found,) in connection.execute(
        "SELECT id FROM change WHERE seq > ? AND what = ? ORDER BY seq", (last, what)
    ):
        yield found


def _fact(body: str | None) -> Fact | None:
    return Fact.from_store(body) if body else None
