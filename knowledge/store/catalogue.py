"""What there is to browse: topics, names and articles that something is known of, page by page."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from knowledge.models import Article, Fact
from knowledge.store.reader import store_errors

_NEWEST_FIRST = "ORDER BY datetime(json_extract(body, '$.published')) DESC, id DESC"
_OUTERMOST = """
WITH RECURSIVE above (id, whole) AS (
    SELECT id, whole FROM fact WHERE id = ? AND NOT withdrawn
    UNION ALL SELECT fact.id, fact.whole FROM fact JOIN above ON fact.id = above.whole
) SELECT id FROM above WHERE whole IS NULL
"""


class Catalogue:
    """Reads lists from one connection; ids, for the lexicon has the rest."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Read from an open connection; `path` is for error messages."""
        self._path = path
        self._connection = connection

    def topics(self) -> list[str]:
        """The topics that have facts."""
        return self._column(
            "SELECT id FROM topic WHERE EXISTS (SELECT 1 FROM fact WHERE topic = topic.id AND NOT withdrawn) ORDER BY seq"
        )

    def names(self) -> list[str]:
        """The names that facts are about."""
        return self._column(
            "SELECT id FROM name WHERE EXISTS (SELECT 1 FROM mention WHERE name = name.id AND role = 'subject')"
            " ORDER BY seq"
        )

    def subjects(self, topic: str) -> list[str]:
        """The names that a topic has facts about."""
        return self._column(
            "SELECT subject FROM fact WHERE topic = ? AND NOT withdrawn GROUP BY subject ORDER BY min(seq)",
            (topic,),
        )

    def topics_about(self, name: str) -> list[str]:
        """The topics that have facts about a name."""
        return self._column(
            "SELECT topic FROM mention WHERE name = ? AND role = 'subject' GROUP BY topic ORDER BY min(fact)",
            (name,),
        )

    def article_ids(self) -> list[str]:
        """The ids of all articles."""
        return self._column("SELECT id FROM article WHERE NOT withdrawn")

    def articles(self, limit: int, offset: int) -> list[Article]:
        """Some of the articles, newest first."""
        query = f"SELECT body FROM article WHERE NOT withdrawn {_NEWEST_FIRST} LIMIT ? OFFSET ?"  # noqa: S608  ours
        rows = self._column(query, (limit, offset))
        return [Article.from_store(row) for row in rows]

    def how_many_articles(self) -> int:
        """The number of articles."""
        return int(self._column("SELECT count(*) FROM article WHERE NOT withdrawn")[0])

    def facts_in(self, article: str, limit: int, offset: int) -> list[Fact]:
        """Some of an article's facts, in the order in which it gives them."""
        rows = self._column(
            "SELECT body FROM fact WHERE article = ? AND NOT withdrawn"
            " ORDER BY json_extract(body, '$.paragraph') NULLS LAST, seq LIMIT ? OFFSET ?",
            (article, limit, offset),
        )
        return [Fact.from_store(row) for row in rows]

    def how_many_facts_in(self, article: str) -> int:
        """The number of an article's facts."""
        return int(
            self._column("SELECT count(*) FROM fact WHERE article = ? AND NOT withdrawn", (article,))[0]
        )

    def fact(self, fact: str) -> Fact | None:
        """A fact that stands; None where it does not any more."""
        rows = self._column("SELECT body FROM fact WHERE id = ? AND NOT withdrawn", (fact,))
        return Fact.from_store(rows[0]) if rows else None

    def whole(self, fact: str) -> Fact | None:
        """A fact that stands, or what it is a part of, with all its parts; None where it does not stand any more."""
        rows = self._column(_OUTERMOST, (fact,))
        top = self.fact(rows[0]) if rows else None
        return self._with_parts(top) if top else None

    def _with_parts(self, fact: Fact) -> Fact:
        rows = self._column(
            "SELECT body FROM fact WHERE whole = ? AND NOT withdrawn ORDER BY seq", (fact.id,)
        )
        parts = tuple(self._with_parts(Fact.from_store(row)) for row in rows)
        return fact.model_copy(update={"parts": parts})

    def is_fact(self, fact: str) -> bool:
        """Whether there is or was a fact with an id."""
        return bool(self._column("SELECT 1 FROM fact WHERE id = ?", (fact,)))

    def _column(self, sql: str, parameters: Sequence[object] = ()) -> list[Any]:
        with store_errors(self._path):
            return [row[0] for row in self._connection.execute(sql, parameters)]
