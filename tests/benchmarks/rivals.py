"""Ways to find the fact that a question asks for: ours, and what one would use instead.

The rivals search stored questions, one for each fact, an example of its topic with
the place filled in. Their texts are folded and cut into syllables once, when
loading; our own are folded and cut by our own code, in the time that is measured.
"""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING, NamedTuple, Protocol, TextIO

from knowledge.text.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Found(NamedTuple):
    """The fact that came first, and whether it was given as an answer."""

    fact: str | None
    is_answer: bool


class Finder(Protocol):
    """Something that finds facts; made from a store or from a file of stored questions."""

    def find(self, question: str) -> Found:
        """The fact that a question asks for."""
        ...


class Ours:
    """Hỏi Đáp on its store."""

    def __init__(self, source: Path) -> None:
        from knowledge.service import Knowledge  # noqa: PLC0415  the rivals' memory is measured without it

        self._knowledge = Knowledge(source, remembered=0)
        assert self._knowledge.matcher

    def find(self, question: str) -> Found:
        answer = self._knowledge.ask(question)
        first = answer.facts[0] if answer.facts else None
        is_answer = answer.status == "answered"
        given = first and (is_answer or first.kind == "not_stated")
        return Found(first.id if first and given else None, is_answer)


class WRatio:
    """Every stored question compared by rapidfuzz's WRatio."""

    def __init__(self, source: Path) -> None:
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        self._ids, self._texts = _stored(source)
        self._best, self._scorer = process.extractOne, fuzz.WRatio

    def prepared(self, question: str) -> str:
        return " ".join(_words(question))

    def find(self, question: str) -> Found:
        _, _, at = self._best(self.prepared(question), self._texts, scorer=self._scorer)
        return Found(self._ids[at], is_answer=True)


class SortedRatio(WRatio):
    """Every stored question compared by the plain ratio of its sorted words."""

    def __init__(self, source: Path) -> None:
        from rapidfuzz import fuzz  # noqa: PLC0415

        super().__init__(source)
        self._scorer = fuzz.ratio
        self._texts = [" ".join(sorted(text.split())) for text in self._texts]

    def prepared(self, question: str) -> str:
        return " ".join(sorted(_words(question)))


class FullText:
    """SQLite's FTS5 over the folded questions, any word (OR), best rank first."""

    def __init__(self, source: Path) -> None:
        self._db = sqlite3.connect(source.with_suffix(".fts"))
        self._db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS question USING fts5 (folded, fact UNINDEXED)")
        if not self._db.execute("SELECT 1 FROM question LIMIT 1").fetchone():
            self._db.executemany("INSERT INTO question VALUES (?2, ?1)", _lines(source))
            self._db.commit()

    def find(self, question: str) -> Found:
        words = " OR ".join(f'"{word}"' for word in _words(question))
        sql = "SELECT fact FROM question WHERE question MATCH ? ORDER BY rank LIMIT 1"
        row = self._db.execute(sql, (words,)).fetchone()
        return Found(row and row[0], is_answer=True)


class BM25:
    """bm25s over the folded questions."""

    def __init__(self, source: Path) -> None:
        import bm25s  # noqa: PLC0415

        self._ids, texts = _stored(source)
        self._index = bm25s.BM25()
        self._index.index([text.split() for text in texts], show_progress=False)

    def find(self, question: str) -> Found:
        found, _ = self._index.retrieve([_words(question)], k=1, show_progress=False)
        return Found(self._ids[int(found[0, 0])], is_answer=True)


FINDERS: dict[str, type[Finder]] = {
    "ours": Ours,
    "rapidfuzz WRatio": WRatio,
    "rapidfuzz ratio, sorted": SortedRatio,
    "SQLite FTS5, OR": FullText,
    "bm25s": BM25,
}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text).lower())


def write_stored(out: TextIO, questions: Iterator[tuple[str, str]]) -> None:
    """Write (fact, question) pairs as the rivals read them: folded, a line each."""
    out.writelines(f"{fact}\t{' '.join(_words(question))}\n" for fact, question in questions)


def _lines(source: Path) -> Iterator[list[str]]:
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def _stored(source: Path) -> tuple[list[str], list[str]]:
    ids, texts = [], []
    for fact, text in _lines(source):
        ids.append(fact)
        texts.append(text)
    return ids, texts
