"""Facts proposed from an article's text, kept until an editor has decided about each; none is an answer before.

Every function takes an open connection; those that write are tasks for `Worker`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

TABLE = """
-- What an article's text may state, and what editors made of it. Nothing here answers anything.
CREATE TABLE proposal (
    id INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES article (id),
    number INTEGER NOT NULL,
    total INTEGER NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'dropped'))
) STRICT;
CREATE INDEX proposal_open ON proposal (article, number) WHERE state = 'open';
"""

Settled = Literal["accepted", "dropped"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A proposal: the `number`th of `total` of its article."""

    id: int
    article: str
    number: int
    total: int
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article with proposals that nobody has decided about."""

    article: str
    open: int
    total: int


def keep(connection: sqlite3.Connection, article: str, bodies: Sequence[Mapping[str, Any]]) -> None:
    """Keep what was proposed from an article, in place of what is still open of it."""
    drop_open(connection, article)
    connection.executemany(
        "INSERT INTO proposal (article, number, total, body) VALUES (?, ?, ?, ?)",
        [
            (article, number, len(bodies), json.dumps(body, ensure_ascii=False))
            for number, body in enumerate(bodies, 1)
        ],
    )


def open_of(connection: sqlite3.Connection, article: str) -> list[Kept]:
    """The proposals of an article that nobody has decided about, in the order of its text."""
    rows = connection.execute(
        "SELECT id, article, number, total, body FROM proposal WHERE article = ? AND state = 'open' ORDER BY number",
        (article,),
    )
    return [Kept(key, of, number, total, json.loads(body)) for key, of, number, total, body in rows]


def waiting(connection: sqlite3.Connection) -> list[Waiting]:
    """The articles with open proposals, the latest first."""
    rows = connection.execute(
        "SELECT proposal.article, count(*), max(total) FROM proposal"
        " JOIN article ON article.id = proposal.article AND NOT article.withdrawn"
        " WHERE state = 'open' GROUP BY proposal.article ORDER BY max(proposal.id) DESC"
    )
    return [Waiting(*row) for row in rows]


def settle(connection: sqlite3.Connection, proposal: int, state: Settled) -> bool:
    """Decide about a proposal; False where that was done before."""
    query = "UPDATE proposal SET state = ? WHERE id = ? AND state = 'open'"
    return connection.execute(query, (state, proposal)).rowcount > 0


def decided(connection: sqlite3.Connection, article: str) -> tuple[int, int]:
    """How many of what was proposed last from an article have been accepted, and how many dropped."""
    states = connection.execute(
        "SELECT state FROM proposal WHERE article = ?1 ORDER BY id DESC"
        " LIMIT (SELECT total FROM proposal WHERE article = ?1 ORDER BY id DESC LIMIT 1)",
        (article,),
    ).fetchall()
    return states.count(("accepted",)), states.count(("dropped",))


def drop_open(connection: sqlite3.Connection, article: str) -> int:
    """Drop all proposals of an article that are open; how many that are."""
    query = "UPDATE proposal SET state = 'dropped' WHERE article = ? AND state = 'open'"
    return connection.execute(query, (article,)).rowcount
