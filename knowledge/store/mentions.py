"""Which facts speak of which names: found for a fact by how names are spelled, for a name by the words of facts."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from knowledge.models import Fact, Name
from knowledge.store.fact_rows import Turn
from knowledge.store.queueing import Key
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.phrases import PhraseIndex
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import fold

_BETWEEN_TEXTS = "|"
"""A word of no text, so that no phrase reaches from one into the next."""


class Mentions:
    """Keeps note of what facts speak of; `name_of` gives the names that the store has."""

    def __init__(self, connection: sqlite3.Connection, name_of: Callable[[str], Name]) -> None:
        """Work on an open connection, inside the caller's transaction."""
        self._connection = connection
        self._name_of = name_of
        self._spellings: PhraseIndex[str] = PhraseIndex()
        self._first_words: set[str] = set()
        self._stale: set[int] = set()

    # ── facts ───────────────────────────────────────────────────────────────────────────

    def take_up(self, turns: Sequence[Turn], changes: Iterable[int]) -> list[set[Key]]:
        """Note what facts speak of since these changes; for each what it speaks of now or did before."""
        texts = [(change, turn.fact) for change, turn in zip(changes, turns, strict=True) if turn.fact]
        _write_words(self._connection, texts)
        before = [self.drop(turn.seq) if turn.before else set() for turn in turns]
        now = self._note([(turn.seq, turn.fact) for turn in turns if turn.fact])
        return [keys | now.get(turn.seq, set()) for keys, turn in zip(before, turns, strict=True)]

    def drop(self, seq: int) -> set[Key]:
        """Note that a fact speaks of nothing any more; what it spoke of."""
        self._stale.discard(seq)
        return set(
            self._connection.execute("DELETE FROM mention WHERE fact = ? RETURNING name, topic", (seq,))
        )

    def _note(self, facts: Sequence[tuple[int, Fact]]) -> dict[int, set[Key]]:
        texts = [[read_known(text) for text in _texts(fact)] for _, fact in facts]
        self._learn({token.folded for tokens in chain(*texts) for token in tokens} - self._first_words)
        found: dict[int, set[Key]] = {}
        rows: list[tuple[str, str, int, str]] = []
        for (seq, fact), read in zip(facts, texts, strict=True):
            roles = self._roles(fact, read)
            rows += [(name, fact.topic, seq, role) for name, role in roles.items()]
            found[seq] = {(name, fact.topic) for name in roles}
        self._connection.executemany("INSERT INTO mention VALUES (?, ?, ?, ?)", sorted(rows))
        return found

    def _roles(self, fact: Fact, texts: Iterable[Sequence[Token]]) -> dict[str, str]:
        """The names that a fact speaks of, and as what."""
        roles = {found.meaning: "mentioned" for tokens in texts for found in self._spellings.cover(tokens)}
        above = self._name_of(fact.subject).part_of
        while above is not None:
            roles[above] = "within"
            above = self._name_of(above).part_of
        roles[fact.subject] = "subject"
        return roles

    def _learn(self, first_words: set[str]) -> None:
        """Have at hand how names are spelled that begin with these words."""
        if not first_words:
            return
        self._first_words |= first_words
        rows = self._connection.execute(
            "SELECT spelled, folded, name.id FROM spelling JOIN name ON name.id = spelling.name"
            " WHERE first IN (SELECT value FROM json_each(?)) ORDER BY name.seq",
            (json.dumps(list(first_words)),),
        )
        for spelled, folded, name in rows:
            self._spellings.add_spelled(spelled, folded, name)

    # ── names ───────────────────────────────────────────────────────────────────────────

    def rename(self, name: str, before: Name | None, after: Name | None) -> None:
        """Take up that a name is new, spelled otherwise, part of something else, or gone; `catch_up` does the rest."""
        old, new = _spelled(before), _spelled(after)
        self._connection.execute("DELETE FROM spelling WHERE name = ?", (name,))
        _write_spellings(self._connection, name, new)
        self._spellings, self._first_words = PhraseIndex(), set()
        for phrase in {folded for _, folded in old.items() ^ new.items()}:
            self._stale.update(self._numbers(_FACTS_WITH, f'"{phrase}"'))
        if before and after and before.part_of != after.part_of:
            self._stale.update(self._numbers(_FACTS_UNDER, name))

    def catch_up(self) -> None:
        """Find the names anew in the facts whose words have come to mean other names."""
        for seq in sorted(self._stale):
            body = self._connection.execute("SELECT body FROM fact WHERE seq = ? AND NOT withdrawn", (seq,))
            for (text,) in body.fetchall():
                self.drop(seq)
                self._note([(seq, Fact.from_store(text))])
        self._stale.clear()

    def _numbers(self, query: str, value: str) -> list[int]:
        return [row[0] for row in self._connection.execute(query, (value,))]


_FACTS_WITH = """
SELECT DISTINCT fact.seq FROM fact_words JOIN change ON change.seq = fact_words.rowid
JOIN fact ON fact.id = change.id WHERE fact_words MATCH ?
"""
_FACTS_UNDER = """
WITH RECURSIVE under (id) AS (
    VALUES (?) UNION SELECT name.id FROM name JOIN under ON json_extract(name.body, '$.part_of') = under.id
)
SELECT fact FROM mention WHERE name IN under AND role = 'subject'
"""


def _texts(fact: Fact) -> tuple[str, ...]:
    return (fact.statement, *fact.items, *fact.facets)


def _spelled(name: Name | None) -> dict[str, str]:
    """How a name is spelled, normalized, and the same folded."""
    spelled = (" ".join(words_of(spelling)) for spelling in name.spellings) if name else ()
    return {text: fold(text) for text in spelled if text}


class Vocabulary:
    """Keeps count of the facets, by topic, and of the units that facts are told apart by."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work on an open connection, inside the caller's transaction."""
        self._connection = connection
        self._facets: Counter[tuple[str, str]] = Counter()
        self._units: Counter[str] = Counter()

    def count(self, fact: Fact, times: int) -> None:
        """Take up that there is a fact more, or with -1 a fact less."""
        for facet in dict.fromkeys(fact.facets):
            self._facets[fact.topic, facet] += times
        if fact.unit:
            self._units[fact.unit] += times

    def write(self) -> bool:
        """Write down what was counted; whether any facet or unit is new, or gone."""
        differs = [self._add(_FACET, (*facet, facts)) for facet, facts in self._facets.items() if facts]
        differs += [self._add(_UNIT, (unit, facts)) for unit, facts in self._units.items() if facts]
        self._connection.execute("DELETE FROM facet WHERE facts = 0")
        self._connection.execute("DELETE FROM unit WHERE facts = 0")
        return any(differs)

    def _add(self, query: str, values: tuple[str | int, ...]) -> bool:
        (facts,) = self._connection.execute(query, values).fetchone()
        return facts in (0, values[-1])


_FACET = """
INSERT INTO facet (topic, facet, facts) VALUES (?, ?, ?)
ON CONFLICT (topic, facet) DO UPDATE SET facts = facts + excluded.facts RETURNING facts
"""
_UNIT = """
INSERT INTO unit (unit, facts) VALUES (?, ?)
ON CONFLICT (unit) DO UPDATE SET facts = facts + excluded.facts RETURNING facts
"""


def index_words(connection: sqlite3.Connection) -> None:
    """Index the names and facts of a store that was without such an index so far."""
    for (body,) in connection.execute("SELECT body FROM name ORDER BY seq").fetchall():
        name = Name.from_store(body)
        _write_spellings(connection, name.id, _spelled(name))
    vocabulary = Vocabulary(connection)
    for change, body, withdrawn in connection.execute(_LAST_STATES).fetchall():
        fact = Fact.from_store(body)
        _write_words(connection, [(change, fact)])
        if not withdrawn:
            vocabulary.count(fact, 1)
    vocabulary.write()


_LAST_STATES = """
SELECT max(change.seq), after, withdrawn FROM change JOIN fact USING (id)
WHERE what = 'fact' AND after IS NOT NULL GROUP BY fact.id ORDER BY 1
"""


def _write_spellings(connection: sqlite3.Connection, name: str, spelled: Mapping[str, str]) -> None:
    connection.executemany(
        "INSERT INTO spelling (first, folded, spelled, name) VALUES (?, ?, ?, ?)",
        [(folded.partition(" ")[0], folded, spelling, name) for spelling, folded in spelled.items()],
    )


def _write_words(connection: sqlite3.Connection, facts: Iterable[tuple[int, Fact]]) -> None:
    connection.executemany(
        "INSERT INTO fact_words (rowid, words) VALUES (?, ?)",
        [(change, _words_in(fact)) for change, fact in facts],
    )


def _words_in(fact: Fact) -> str:
    texts = (" ".join([token.folded for token in read_known(text)]) for text in _texts(fact))
    return f" {_BETWEEN_TEXTS} ".join(texts)
