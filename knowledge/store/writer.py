"""Writing the store: packs come in whole or not at all, and nothing is ever forgotten."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import cast

from sqlite_utils import Database

from knowledge.abbreviations import read_known
from knowledge.errors import PackError, StoreError
from knowledge.models import VIETNAM_TIME, Article, Fact, Frozen, Name, Topic
from knowledge.packs import LoadedPack, walk_facts
from knowledge.phrases import PhraseIndex
from knowledge.store.moments import utc
from knowledge.store.queueing import Change, Key, News, is_anybody_waiting
from knowledge.store.reader import APPLICATION_ID, BUSY_SECONDS, connect, store_errors
from knowledge.store.schema import migrations

_AT_ONCE = 500
_CACHE_KIB = 32_768
Progress = Callable[[int], None]
"""Called with the number of facts that have just been dealt with."""


@dataclass(frozen=True)
class LoadReport:
    """What a load has changed, in numbers of facts (parts count as facts of their own), and how many notices that takes."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    queued: int = 0


def create(path: Path, fill: Callable[[Database], object]) -> bool:
    """Make a new store and fill it; the file appears complete or not at all.

    Of several processes that create one store at once, the first wins; the others
    get False and find it made. Raises StoreError where the folder cannot be written.
    """
    folder = path.absolute().parent
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=folder)
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}") from error
    os.close(handle)
    draft = Path(name)
    try:
        with store_errors(path):
            db = Database(str(draft))
            try:
                db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.conn.execute("PRAGMA foreign_keys = ON")
                migrations.apply(db)
                with db.atomic():
                    fill(db)
                db.conn.execute("PRAGMA journal_mode = WAL")
            finally:
                db.close()
        draft.chmod(0o644)
        try:
            os.link(draft, path)
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            if path.exists():
                return False
            draft.replace(path)
        return True
    finally:
        for leftover in (draft, Path(f"{name}-wal"), Path(f"{name}-shm")):
            leftover.unlink(missing_ok=True)


@contextmanager
def writing(path: Path) -> Iterator[Database]:
    """An existing store, brought up to date, inside one write transaction.

    The write lock is taken up front, so that what is read decides safely what is
    written; another writer waits its turn for BUSY_SECONDS.
    """
    connection = connect(path)
    db = Database(connection)
    try:
        with store_errors(path):
            connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            migrations.apply(db)
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                connection.rollback()
                raise
            connection.commit()
    finally:
        db.close()


def load(
    db: Database,
    packs: Sequence[LoadedPack],
    *,
    author: str,
    why: str | None = None,
    prune: bool = False,
    progress: Progress | None = None,
    now: datetime | None = None,
    zone: tzinfo = VIETNAM_TIME,
    tell: bool = True,
) -> LoadReport:
    """Bring packs into the store, inside the caller's transaction.

    Facts that differ get a new version, equal ones are left alone, and facts gone
    from a pack are withdrawn only with `prune`. Whom a change concerns is to be told
    of it, and `why`; `zone` is that of people's clocks. Raises PackError, naming file,
    line and field, where packs contradict the store or each other.
    """
    now = now or datetime.now(UTC)
    news = News() if tell and is_anybody_waiting(db.conn, now) else None
    report = _Load(db, author, progress or (lambda _count: None), now, news).run(packs, prune=prune)
    if news is None:
        return report
    return replace(report, queued=news.queue(db.conn, author=author, why=why, now=now, zone=zone))


class _Load:
    """One load at work: what the store knew before, and what has changed since."""

    def __init__(
        self, db: Database, author: str, progress: Progress, now: datetime, news: News | None
    ) -> None:
        self.db = db
        self.author = author
        self.progress = progress
        self.at = utc(now)
        self.news = news
        self.names = {row["id"]: Name.model_validate_json(row["body"]) for row in db["name"].rows}
        self.topics = {row["id"]: Topic.model_validate_json(row["body"]) for row in db["topic"].rows}
        self.articles = {row["id"]: Article.model_validate_json(row["body"]) for row in db["article"].rows}
        self.counts = dict.fromkeys(("added", "changed", "unchanged", "withdrawn"), 0)
        self.touched = False
        self.taken: set[str] = set()
        self.stored: dict[str, str] = {}

    def run(self, packs: Sequence[LoadedPack], *, prune: bool) -> LoadReport:
        new_names = self._take_in(packs)
        self._check_parts_of(packs)
        self._check_facts(packs)
        linker = PhraseIndex((s, name.id) for name in self.names.values() for s in name.spellings)
        if new_names and any(True for _ in self.db.query("SELECT 1 FROM fact LIMIT 1")):
            self._mention_again(linker)
        for loaded in packs:
            for fact in loaded.pack.facts:
                self._write_fact(fact, None, linker)
        if prune:
            kept = {fact.id for loaded in packs for fact in loaded.pack.all_facts()}
            for article in self.taken:
                self._withdraw_missing(article, kept)
        if self.touched or any(self.counts[key] for key in ("added", "changed", "withdrawn")):
            self.db.execute("UPDATE revision SET number = number + 1")
        return LoadReport(**self.counts)

    # ── articles, names and topics ──────────────────────────────────────────────────────

    def _take_in(self, packs: Sequence[LoadedPack]) -> list[Name]:
        new_names: list[Name] = []
        for loaded in packs:
            for at, topic in enumerate(loaded.pack.topics):
                if self._is_new(loaded, ["topics", at], topic, self.topics.get(topic.id)):
                    self.topics[topic.id] = topic
                    self._record("topic", topic)
            for at, name in enumerate(loaded.pack.names):
                if self._is_new(loaded, ["names", at], name, self.names.get(name.id)):
                    self.names[name.id] = name
                    new_names.append(name)
                    self._record("name", name)
            if loaded.pack.article:
                self._take_article(loaded, loaded.pack.article)
        return new_names

    def _is_new(self, loaded: LoadedPack, path: list[str | int], given: Frozen, known: Frozen | None) -> bool:
        if known is None:
            return True
        if known != given:
            differing = next(
                key for key in type(given).model_fields if getattr(known, key) != getattr(given, key)
            )
            raise loaded.source.fault(
                [*path, differing], f"{getattr(given, 'id', '')!r} is known already, with another {differing}"
            )
        return False

    def _take_article(self, loaded: LoadedPack, article: Article) -> None:
        if article.id in self.taken and self.articles[article.id] != article:
            raise loaded.source.fault(["article", "id"], f"{article.id!r} is given twice, and not the same")
        self.taken.add(article.id)
        before = self.articles.get(article.id)
        if before is None:
            self._record("article", article)
            if self.news:
                self.news.article(article.id)
        elif before != article:
            self.touched = True
            self._log("article", article.id, self._next_version("article", article.id), before, article)
            self.db.table("article").update(article.id, {"body": article.model_dump_json()})
        self.articles[article.id] = article

    def _record(self, table: str, model: Article | Name | Topic) -> None:
        self.touched = True
        self._log(table, model.id, 1, None, model)
        self.db.table(table).insert({"id": model.id, "body": model.model_dump_json()})

    def _check_parts_of(self, packs: Sequence[LoadedPack]) -> None:
        for loaded in packs:
            for at, name in enumerate(loaded.pack.names):
                path: list[str | int] = ["names", at, "part_of"]
                seen, above = {name.id}, name.part_of
                while above is not None:
                    if above not in self.names:
                        raise loaded.source.fault(path, f"{above!r} is no known name")
                    if above in seen:
                        raise loaded.source.fault(path, f"{name.id!r} would be part of itself")
                    seen.add(above)
                    above = self.names[above].part_of

    # ── facts ───────────────────────────────────────────────────────────────────────────

    def _check_facts(self, packs: Sequence[LoadedPack]) -> None:
        seen: dict[str, LoadedPack] = {}
        self.stored = self._owners([fact.id for loaded in packs for fact in loaded.pack.all_facts()])
        for loaded in packs:
            own = loaded.pack.article.id if loaded.pack.article else None
            for path, fact in walk_facts(loaded.pack):
                if fact.id in seen:
                    raise loaded.source.fault(
                        [*path, "id"], f"{fact.id!r} is there twice (also in {seen[fact.id].file})"
                    )
                seen[fact.id] = loaded
                self._check_fact(loaded, path, fact, own)

    def _check_fact(self, loaded: LoadedPack, path: list[str | int], fact: Fact, own: str | None) -> None:
        if fact.subject not in self.names:
            raise loaded.source.fault([*path, "subject"], f"{fact.subject!r} is no known name")
        if fact.topic not in self.topics:
            raise loaded.source.fault([*path, "topic"], f"{fact.topic!r} is no known topic")
        if fact.article != own:
            raise loaded.source.fault([*path, "article"], f"{fact.article!r} is not this pack's article")
        owner = self.stored.get(fact.id)
        if owner is not None and owner != fact.article:
            raise loaded.source.fault([*path, "id"], f"{fact.id!r} belongs to the article {owner!r}")

    def _owners(self, facts: Sequence[str]) -> dict[str, str]:
        """The articles of those of the given facts that the store has."""
        found: dict[str, str] = {}
        for start in range(0, len(facts), _AT_ONCE):
            chunk = facts[start : start + _AT_ONCE]
            holes = ", ".join("?" * len(chunk))
            rows = self.db.execute(f"SELECT id, article FROM fact WHERE id IN ({holes})", chunk)  # noqa: S608  only holes
            found.update(rows.fetchall())
        return found

    def _write_fact(self, fact: Fact, whole: str | None, linker: PhraseIndex[str]) -> None:
        body = fact.model_copy(update={"parts": ()}).model_dump_json(exclude_defaults=True)
        row = None
        if fact.id in self.stored:
            row = next(
                self.db.query("SELECT seq, version, whole, body, withdrawn FROM fact WHERE id = ?", [fact.id])
            )
        if row is None:
            version, before = 1, None
            cursor = self.db.execute(
                "INSERT INTO fact (id, version, article, subject, topic, whole, body) VALUES (?, 1, ?, ?, ?, ?, ?)",
                (fact.id, fact.article, fact.subject, fact.topic, whole, body),
            )
            seq = cast("int", cursor.lastrowid)
            self.counts["added"] += 1
        elif (row["body"], row["whole"], row["withdrawn"]) == (body, whole, 0):
            self.counts["unchanged"] += 1
            seq = None
        else:
            seq, version, before = row["seq"], row["version"] + 1, None if row["withdrawn"] else row["body"]
            self.db.execute(
                "UPDATE fact SET version = ?, article = ?, subject = ?, topic = ?, whole = ?, body = ?,"
                " withdrawn = 0 WHERE seq = ?",
                (version, fact.article, fact.subject, fact.topic, whole, body, seq),
            )
            self.counts["changed"] += 1
        if seq is not None:
            self._log("fact", fact.id, version, before, body)
            keys = self._index(seq, fact, linker)
            self._announce(fact.article, fact.id, before, body, keys)
        self.progress(1)
        for part in fact.parts:
            self._write_fact(part, fact.id, linker)

    def _withdraw_missing(self, article: str, kept: set[str]) -> None:
        rows = list(
            self.db.query(
                "SELECT seq, id, version, body FROM fact WHERE article = ? AND NOT withdrawn", [article]
            )
        )
        for row in rows:
            if row["id"] not in kept:
                self.db.execute(
                    "UPDATE fact SET withdrawn = 1, version = version + 1 WHERE seq = ?", [row["seq"]]
                )
                self._log("fact", row["id"], row["version"] + 1, row["body"], None)
                self._announce(article, row["id"], row["body"], None, self._forget_mentions(row["seq"]))
                self.counts["withdrawn"] += 1

    # ── what facts speak of ─────────────────────────────────────────────────────────────

    def _index(self, seq: int, fact: Fact, linker: PhraseIndex[str]) -> set[Key]:
        """Note what a fact speaks of; what it speaks of now or did before."""
        before = self._forget_mentions(seq)
        roles = dict.fromkeys(_names_in(fact, linker), "mentioned")
        above = self.names[fact.subject].part_of
        while above is not None:
            roles[above] = "within"
            above = self.names[above].part_of
        roles[fact.subject] = "subject"
        self.db.conn.executemany(
            "INSERT INTO mention VALUES (?, ?, ?, ?)",
            [(name, fact.topic, seq, role) for name, role in roles.items()],
        )
        self.db.conn.executemany(
            "INSERT OR IGNORE INTO facet VALUES (?, ?)", [(fact.topic, facet) for facet in fact.facets]
        )
        if fact.unit:
            self.db.execute("INSERT OR IGNORE INTO unit VALUES (?)", [fact.unit])
        return before | {(name, fact.topic) for name in roles}

    def _forget_mentions(self, seq: int) -> set[Key]:
        return set(self.db.execute("DELETE FROM mention WHERE fact = ? RETURNING name, topic", [seq]))

    def _mention_again(self, linker: PhraseIndex[str]) -> None:
        """Find the names anew in the facts that were there before some of them."""
        for row in list(self.db.query("SELECT seq, body FROM fact WHERE NOT withdrawn")):
            self._index(row["seq"], Fact.from_store(row["body"]), linker)

    # ── history and news ────────────────────────────────────────────────────────────────

    def _log(
        self, what: str, key: str, version: int, before: Frozen | str | None, after: Frozen | str | None
    ) -> None:
        self.db.execute(
            "INSERT INTO change (at, author, what, id, version, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self.at, self.author, what, key, version, _body(before), _body(after)),
        )

    def _announce(
        self, article: str, fact: str, before: str | None, after: str | None, keys: set[Key]
    ) -> None:
        if self.news:
            self.news.fact(article, Change(fact, before, after, frozenset(keys)))

    def _next_version(self, what: str, key: str) -> int:
        row = next(
            self.db.query("SELECT max(version) AS last FROM change WHERE what = ? AND id = ?", [what, key])
        )
        return int(row["last"] or 0) + 1


def _body(value: Frozen | str | None) -> str | None:
    return value.model_dump_json() if isinstance(value, Frozen) else value


def _names_in(fact: Fact, linker: PhraseIndex[str]) -> Iterable[str]:
    texts = (fact.statement, *fact.items, *fact.facets)
    return dict.fromkeys(found.meaning for text in texts for found in linker.cover(read_known(text)))


def check_together(packs: Sequence[LoadedPack], also: Sequence[LoadedPack] = ()) -> LoadReport:
    """Whether packs can be loaded together, tried on a store in memory that is then thrown away.

    `also` are packs known to be good that these may build on.
    """
    db = Database(sqlite3.connect(":memory:"))
    try:
        migrations.apply(db, stop_before="m0002_places")
        with db.atomic():
            if also:
                load(db, also, author="check", tell=False)
            return load(db, packs, author="check", tell=False)
    finally:
        db.close()


__all__ = ["LoadReport", "PackError", "Progress", "check_together", "create", "load", "writing"]
