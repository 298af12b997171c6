"""The full texts of articles, where an operator or editor has given them: kept as they are, found by their words.

Paragraphs are indexed by their folded syllables and by those in pairs, and by those of the
article's title and first paragraph, which tell where it speaks of. A word of several syllables
is looked up by its pairs, for single syllables are in nearly every paragraph. Rows of the index are never taken out: those of
paragraphs that are gone lead nowhere.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from knowledge.models import Article
from knowledge.text.abbreviations import shorthand
from knowledge.text.tokens import Token, located
from knowledge.text.vietnamese import fold, normalize, plain_signs

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
_SYLLABLE = re.compile("[a-z0-9]+")
_QUOTE = '"'
_PAIR = "0"
"""Stands between the syllables of a pair; no syllable has it in its midst."""
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
    around = {key for text in (article.title, article.about, lead) for key in _keys(text or "")}
    for paragraph in paragraphs:
        row = connection.execute(
            "INSERT INTO passage (article, paragraph, text) VALUES (?, ?, ?)",
            (article.id, paragraph.number, paragraph.text),
        )
        words = around.union(_keys(paragraph.text))
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


def _keys(text: str) -> Iterator[str]:
    """What a text is found by: its syllables, abbreviations written out, and each with the one behind it."""
    words = [token for token, _ in located(plain_signs(text))]
    syllables = [syllable for token in words for syllable in _written_out(token)]
    yield from syllables
    yield from map(_PAIR.join, pairwise(syllables))


def _written_out(token: Token) -> list[str]:
    meanings = shorthand().get(token.marked) if token.typed.isupper() and len(token.typed) > 1 else None
    return list(map(fold, meanings[0])) if meanings else _SYLLABLE.findall(token.folded)


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
    """The alternatives as SQLite's FTS5 wants them: (sua0chua) OR (tu0sua), each in quotation marks."""
    found = (_SYLLABLE.findall(fold(normalize(word))) for word in words)
    keys = (list(map(_PAIR.join, pairwise(syllables))) or syllables for syllables in found)
    return " OR ".join(
        f"({' AND '.join(f'{_QUOTE}{key}{_QUOTE}' for key in alike)})" for alike in keys if alike
    )
