"""What has changed since wishes were last held against the knowledge: all that is in the history after that."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

WISHES_CHECKED = """
-- The last change that all wishes have been held against.
CREATE TABLE checked (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    change INTEGER NOT NULL
) STRICT;
INSERT INTO checked
SELECT 1, iif(EXISTS (SELECT 1 FROM event WHERE NOT checked), 0, coalesce(max(seq), 0)) FROM change;
DROP INDEX event_unchecked;
ALTER TABLE event DROP COLUMN checked;
-- What a wish speaks of, as it was understood last, or NULL where it is to be asked whatever has changed.
ALTER TABLE wish ADD COLUMN names TEXT;
"""
VOCABULARY_CHECKED = """
-- What questions were read with when wishes were asked last, as the sum of its revisions; -1 for a store of before.
ALTER TABLE checked ADD COLUMN vocabulary INTEGER NOT NULL DEFAULT -1
"""
_FEW = 1_000
"""So many changed facts are looked through for what they speak of."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Changes up to `last`: the names that they speak of, None where that may be any, and those that they are about.

    `vocabulary` is another number whenever questions are read in another way.
    """

    last: int
    vocabulary: int
    names: frozenset[str] | None = None
    subjects: frozenset[str] = frozenset()


def unchecked_changes(connection: sqlite3.Connection) -> Unchecked | None:
    """The changes that no wish has been held against yet; None where there are none."""
    since, read_with, last, vocabulary = connection.execute(_STANDING).fetchone()
    if last <= since:
        return None
    if vocabulary != read_with or _is_sweeping(connection, since):
        return Unchecked(last, vocabulary)
    roles = connection.execute(_NAMES, (since,)).fetchall()
    subjects = frozenset(name for name, role in roles if role == "subject")
    return Unchecked(last, vocabulary, frozenset(name for name, _role in roles), subjects)


def be_done_with(connection: sqlite3.Connection, unchecked: Unchecked) -> None:
    """Hold no wish against these changes any more."""
    connection.execute(
        "UPDATE checked SET change = ?1, vocabulary = ?2 WHERE change < ?1",
        (unchecked.last, unchecked.vocabulary),
    )


_STANDING = """
SELECT checked.change, checked.vocabulary, (SELECT coalesce(max(seq), 0) FROM change), names + topics + words
FROM checked JOIN revision USING (id)
"""
_NAMES = """
WITH RECURSIVE concerned (seq) AS (
    SELECT fact.seq FROM change JOIN fact ON fact.id = change.id WHERE what = 'fact' AND change.seq > ?1
    UNION
    SELECT fact.seq FROM change JOIN fact ON fact.article = change.id WHERE what = 'article' AND change.seq > ?1
    UNION
    SELECT whole.seq FROM concerned JOIN fact USING (seq) JOIN fact AS whole ON whole.id = fact.whole
)
SELECT DISTINCT name, role FROM concerned JOIN mention ON mention.fact = concerned.seq
"""


def _is_sweeping(connection: sqlite3.Connection, since: int) -> bool:
    """Whether any question may have another answer, though it is read as before.

    So it is where facts are gone (what they spoke of is not kept, and one fewer may
    leave an answer clear), and where too much has changed to be looked through.
    """
    gone, count = connection.execute(
        "SELECT coalesce(sum(after IS NULL), 0), count(*) FROM change WHERE seq > ?", (since,)
    ).fetchone()
    return bool(gone) or count > _FEW
