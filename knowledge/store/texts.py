"""The full texts of articles, where an operator or editor has given them: kept as they are, found by their words.

Paragraphs are indexed by their folded words, and those of the article's title and first
paragraph, which tell where it speaks of. Rows of the index are never taken out: those of
paragraphs that are gone lead nowhere.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from knowledge.models import Article
from knowledge.vietnamese import fold, normalize

TABLES = """
-- The texts of articles as they were given, apart from the records, which are read more often.
CREATE TABLE article_text (
    article TEXT PRIMARY KEY REFERENCES article (id),
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE passage (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL REFERENCES article (id),
    paragraph INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX passage_article ON passage (article, paragraph);
CREATE VIRTUAL TABLE passage_words USING fts5 (words, content='', columnsize=0, detail='none', tokenize='ascii');
"""

_TEXT = "SELECT text FROM article_text WHERE article = ?"
_WORD = re.compile("[a-z0-9]+")
Rows = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
"""Runs a query with its parameters."""
Alternatives = Sequence[str]
"""Words one of which must stand in a paragraph, each of one syllable or several."""


class Passage(NamedTuple):
    """One paragraph of an article; captions have the number 0."""

    article: str
    paragraph: int
    text: str


def keep(connection: sqlite3.Connection, key: str, article: Article | None) -> None:
    """Keep the text that an article comes with in place of what was kept of it; none of one that is gone."""
    from knowledge.proposing.record import read_article  # noqa: PLC0415  only what takes texts in needs it

    connection.execute("DELETE FROM passage WHERE article = ?", (key,))
    connection.execute("DELETE FROM article_text WHERE article = ?", (key,))
    if article is None or article.text is None:
        return
    connection.execute("INSERT INTO article_text VALUES (?, ?)", (article.id, article.text))
    paragraphs = read_article(article.text).paragraphs
    lead = next((p.text for p in paragraphs if p.number), "")
    around = _folded(" ".join((article.title or "", article.about or "", lead)))
    for paragraph in paragraphs:
        row = connection.execute(
            "INSERT INTO passage (article, paragraph, text) VALUES (?, ?, ?)",
            (article.id, paragraph.number, paragraph.text),
        )
        words = {*around, *_folded(paragraph.text)}
        connection.execute(
            "INSERT INTO passage_words (rowid, words) VALUES (?, ?)", (row.lastrowid, " ".join(words))
        )


def whole(connection: sqlite3.Connection, article: Article) -> Article:
    """An article, of which the record is given, with its text."""
    return article.model_copy(update={"text": text_of(connection, article.id)})


def text_of(connection: sqlite3.Connection, article: str) -> str | None:
    """The text of an article, as it was given."""
    row = connection.execute(_TEXT, (article,)).fetchone()
    return row and str(row[0])


def _folded(text: str) -> list[str]:
    return _WORD.findall(fold.__wrapped__(normalize.__wrapped__(text)))


class Texts:
    """Reads the texts in a store."""

    def __init__(self, rows: Rows) -> None:
        """Read by running queries."""
        self._rows = rows
        self._any: bool | None = None

    def forget(self) -> None:
        """Drop what was remembered, since the knowledge has changed."""
        self._any = None

    def are_there(self) -> bool:
        """Whether there is any text at all."""
        if self._any is None:
            self._any = bool(self._rows("SELECT EXISTS (SELECT 1 FROM passage)", ())[0][0])
        return self._any

    def of(self, article: str) -> str | None:
        """The text of an article, as it was given."""
        rows = self._rows(_TEXT, (article,))
        return str(rows[0][0]) if rows else None

    def lead(self, article: str) -> str:
        """The first paragraph of an article; empty where there is none."""
        rows = self._rows(
            "SELECT text FROM passage WHERE article = ? AND paragraph > 0 ORDER BY paragraph LIMIT 1",
            (article,),
        )
        return str(rows[0][0]) if rows else ""

    def paragraph(self, article: str, number: int) -> list[str]:
        """A paragraph of an article; of number 0, its captions."""
        rows = self._rows(
            "SELECT text FROM passage WHERE article = ? AND paragraph = ? ORDER BY seq", (article, number)
        )
        return [str(row[0]) for row in rows]

    def with_words(self, wanted: Iterable[Alternatives], limit: int) -> Iterator[Passage]:
        """The newest paragraphs that have one of the alternatives for each of the words wanted."""
        query = " AND ".join(f"({found})" for words in wanted if (found := _any_of(words)))
        if not query:
            return
        rows = self._rows(
            "SELECT article, paragraph, text FROM passage_words JOIN passage ON seq = passage_words.rowid"
            " WHERE passage_words MATCH ? ORDER BY passage_words.rowid DESC LIMIT ?",
            (query, limit),
        )
        yield from (Passage(*row) for row in rows)


def _any_of(words: Alternatives) -> str:
    """The alternatives as SQLite's FTS5 wants them: (can AND bo) OR (dong AND chi), each in quotation marks."""
    found = ([f'"{syllable}"' for syllable in _WORD.findall(fold(normalize(word)))] for word in words)
    return " OR ".join(f"({' AND '.join(syllables)})" for syllables in found if syllables)
