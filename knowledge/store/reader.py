"""Reading the store: every question is a few indexed reads on one connection."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar, cast

from knowledge.errors import NotAStoreError, StoreError
from knowledge.models import Article, Fact, Name, Topic
from knowledge.store.texts import Texts

T = TypeVar("T")

APPLICATION_ID = 0x486F6944
"""What marks an SQLite file as ours ("HoiD"), in its header."""
LATEST = "m0014_posts"
"""The last of the migrations: a store without it was made by an earlier release."""
BUSY_SECONDS = 60.0
_CACHED_KEYS = 4_096
_MOST_OF_KEY = 60

Role = Literal["subject", "within", "mentioned"]


class StoredFact(NamedTuple):
    """A fact as the store keeps it: without its parts, but with what it is a part of."""

    fact: Fact
    version: int
    whole: str | None
    role: Role = "subject"


class Revision(NamedTuple):
    """How often the knowledge was changed, and how often names, topics, or the facets and units of facts among it."""

    number: int
    names: int
    topics: int
    words: int

    @property
    def vocabulary(self) -> tuple[int, int, int]:
        """What is another one whenever questions are to be read in another way."""
        return self.names, self.topics, self.words


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into one line that names the file."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        message = str(error)
        if "not a database" in message or "malformed" in message or "encrypted" in message:
            raise NotAStoreError(f"{path}: not a Hỏi Đáp database ({message})") from error
        raise StoreError(f"{path}: {message}") from error


def is_there(path: Path) -> bool:
    """Whether there is anything at a path; StoreError where that cannot even be looked up."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    return True


def connect(path: Path) -> sqlite3.Connection:
    """A connection to an existing store, checked to be one; NotAStoreError or StoreError otherwise."""
    _check_is_ours(path)
    with store_errors(path):
        connection = sqlite3.connect(_uri(path, "mode=rw"), uri=True, timeout=BUSY_SECONDS)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("SELECT number FROM revision").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def connect_current(path: Path) -> sqlite3.Connection | None:
    """A connection to a store that this release can read as it is; None where there is none, or an older one.

    Raises NotAStoreError and StoreError as `connect` does.
    """
    if not is_there(path):
        return None
    connection, current = connect(path), False
    try:
        with store_errors(path):
            query = "SELECT EXISTS (SELECT 1 FROM _sqlite_migrations WHERE name = ?)"
            current = bool(connection.execute(query, (LATEST,)).fetchone()[0])
    finally:
        if not current:
            connection.close()
    return connection if current else None


def _check_is_ours(path: Path) -> None:
    """Look at a file before SQLite may write beside it, should it be another program's.

    SQLite does the looking, on a file that it takes to be unchanging: were the file opened and
    closed by ourselves, this process would lose its locks on it (POSIX), and SQLite in another
    process would take itself for the last one out and remove the log that is still written to.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}") from error
    if path.is_dir():
        raise NotAStoreError(f"{path}: is a folder, not a Hỏi Đáp database")
    if status.st_size == 0:
        raise NotAStoreError(f"{path}: an empty file, not a Hỏi Đáp database")
    if not os.access(path, os.R_OK):
        raise StoreError(f"{path}: {os.strerror(errno.EACCES)}")
    with store_errors(path), closing(sqlite3.connect(_uri(path, "mode=ro&immutable=1"), uri=True)) as looking:
        (application,) = looking.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise NotAStoreError(f"{path}: another program's database, not a Hỏi Đáp database")


def _uri(path: Path, options: str) -> str:
    return f"{path.absolute().as_uri()}?{options}"


class Reader:
    """Reads knowledge from one connection; remembers what it has read until the next change."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Read from an open connection; `path` is for error messages."""
        self._path = path
        self._connection = connection
        self._facts: dict[tuple[object, ...], list[StoredFact]] = {}
        self._ids: dict[tuple[object, ...], list[str]] = {}
        self._articles: dict[str, Article] = {}
        self.texts = Texts(self._rows)

    def revision(self) -> Revision:
        """The number of changes the knowledge has seen."""
        return Revision(*self._rows("SELECT number, names, topics, words FROM revision")[0])

    def forget(self) -> None:
        """Drop what was remembered, since the knowledge has changed."""
        self._facts.clear()
        self._ids.clear()
        self._articles.clear()
        self.texts.forget()

    def facts(self, name: str, topic: str) -> list[StoredFact]:
        """All facts of a topic that speak of a name, in the order they were added."""
        return self._facts_of(
            "SELECT fact.body, fact.version, fact.whole, mention.role FROM mention"
            " JOIN fact ON fact.seq = mention.fact WHERE mention.name = ?1 AND mention.topic = ?2"
            " AND mention.fact IN (SELECT fact FROM mention WHERE name = ?1 AND topic = ?2"
            " ORDER BY role = 'within', fact LIMIT ?3) ORDER BY mention.fact",
            name, topic, _MOST_OF_KEY,
        )  # fmt: skip

    def facts_of_topic(self, topic: str, limit: int) -> list[StoredFact]:
        """The first facts of a topic, whatever they are about."""
        return self._facts_of(
            "SELECT body, version, whole, 'subject' FROM fact WHERE topic = ? AND NOT withdrawn"
            " ORDER BY seq LIMIT ?",
            topic, limit,
        )  # fmt: skip

    def family(self, whole: str) -> list[StoredFact]:
        """The direct parts of a fact."""
        return self._facts_of(
            "SELECT body, version, whole, 'subject' FROM fact WHERE whole = ? AND NOT withdrawn ORDER BY seq",
            whole,
        )

    def subjects_of_topic(self, topic: str, limit: int) -> list[str]:
        """The names that a topic has facts about, in the order they came."""
        return self._ids_of(
            "SELECT subject FROM fact WHERE topic = ? AND NOT withdrawn GROUP BY subject ORDER BY min(seq) LIMIT ?",
            topic, limit,
        )  # fmt: skip

    def topics_of_name(self, name: str, limit: int) -> list[str]:
        """The topics under which anything is known of a name."""
        return self._ids_of("SELECT DISTINCT topic FROM mention WHERE name = ? LIMIT ?", name, limit)

    def _facts_of(self, *question: object) -> list[StoredFact]:
        """The facts that some SQL with its parameters finds, read once."""
        return _remembered(self._facts, question, lambda: [_stored(*row) for row in self._asked(*question)])

    def _ids_of(self, *question: object) -> list[str]:
        """The ids that some SQL with its parameters finds, read once."""
        return _remembered(self._ids, question, lambda: [row[0] for row in self._asked(*question)])

    def _asked(self, sql: object, *parameters: object) -> list[tuple[Any, ...]]:
        return self._rows(str(sql), parameters)

    def article(self, article: str) -> Article:
        """The record of an article, without its text."""
        if article not in self._articles:
            rows = self._rows("SELECT body FROM article WHERE id = ?", (article,))
            self._articles[article] = Article.from_store(rows[0][0])
        return self._articles[article]

    def articles(self) -> list[Article]:
        """All articles, newest first."""
        found = [
            Article.from_store(row[0]) for row in self._rows("SELECT body FROM article WHERE NOT withdrawn")
        ]
        return sorted(found, key=lambda a: (a.published, a.id), reverse=True)

    def articles_about(self, name: str, limit: int) -> list[str]:
        """The ids of articles with facts that speak of a name, those with most facts first."""
        rows = self._rows(
            "SELECT fact.article, min(mention.role = 'mentioned') AS aside FROM mention"
            " JOIN fact ON fact.seq = mention.fact WHERE mention.name = ?"
            " GROUP BY fact.article ORDER BY aside, count(*) DESC, fact.article LIMIT ?",
            (name, limit),
        )
        direct = [row[0] for row in rows if not row[1]]
        return direct or [row[0] for row in rows]

    def names(self) -> list[Name]:
        """All names, in the order they were added."""
        return [_name(row[0]) for row in self._rows("SELECT body FROM name WHERE NOT withdrawn ORDER BY seq")]

    def topics(self) -> list[Topic]:
        """All topics, in the order they were added."""
        return [
            _topic(row[0]) for row in self._rows("SELECT body FROM topic WHERE NOT withdrawn ORDER BY seq")
        ]

    def facets(self) -> list[tuple[str, str]]:
        """Every facet with the topic it narrows, once each."""
        return [(row[0], row[1]) for row in self._rows("SELECT topic, facet FROM facet")]

    def units(self) -> list[str]:
        """Every unit that figures are given in."""
        return [row[0] for row in self._rows("SELECT unit FROM unit")]

    def places(self) -> list[tuple[str, str, str]]:
        """The known world: (type, name, province) of each place."""
        return cast("list[tuple[str, str, str]]", self._rows("SELECT type, name, province FROM place"))

    def all_facts(self, article: str | None) -> Iterator[StoredFact]:
        """Every fact of an article that stands, or of all articles, whole before part."""
        rows = self._rows(
            "SELECT body, version, whole, 'subject' FROM fact WHERE NOT withdrawn"
            " AND (?1 IS NULL OR article = ?1) ORDER BY seq",
            (article,),
        )
        for row in rows:
            yield _stored(*row)

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with store_errors(self._path):
            return self._connection.execute(sql, parameters).fetchall()


_name = lru_cache(maxsize=20_000)(Name.from_store)
_topic = lru_cache(maxsize=2_000)(Topic.from_store)


def _remembered(known: dict[tuple[object, ...], T], key: tuple[object, ...], read: Callable[[], T]) -> T:
    """What is known under a key, read now if it has not been."""
    if key not in known:
        if len(known) >= _CACHED_KEYS:
            known.clear()
        known[key] = read()
    return known[key]


def _stored(body: str, version: int, whole: str | None, role: Role) -> StoredFact:
    return StoredFact(Fact.from_store(body), version, whole, role)
