"""Packs into the store: they come in whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from itertools import islice
from typing import Literal

from knowledge.errors import EditError
from knowledge.errors import Path as Field
from knowledge.exchange.packs import LoadedPack, walk_facts
from knowledge.fields import VIETNAM_TIME
from knowledge.models import Article, Fact, Name, Pack, Topic
from knowledge.store.checks import check_fact, check_part_of
from knowledge.store.database import Database
from knowledge.store.queueing import News, is_anybody_waiting
from knowledge.store.recording import Recorder
from knowledge.store.schema import migrations

_AT_ONCE = 1_000
"""How many facts are written together."""
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
    rehearsed: bool = False,
) -> LoadReport:
    """Bring packs into the store, inside the caller's transaction.

    Facts that differ get a new version, equal ones are left alone, and facts gone
    from a pack are withdrawn only with `prune`. Whom a change concerns is to be told
    of it, and `why`; `zone` is that of people's clocks. Where the caller will take it all back (`rehearsed`),
    notices are counted and not queued. A name or topic given as it once
    was stays as editors have made it since. Raises PackError, naming file,
    line and field, where packs contradict the store or each other.
    """
    now = now or datetime.now(UTC)
    news = News(rehearsed=rehearsed) if tell and is_anybody_waiting(db.conn, now) else None
    recorder = Recorder(db.conn, author=author, why=why, now=now, news=news)
    _Load(recorder, progress or (lambda _count: None)).run(packs, prune=prune)
    queued = recorder.finish(zone)
    return LoadReport(**recorder.counts, queued=queued)


class _Load:
    """One load at work."""

    def __init__(self, recorder: Recorder, progress: Progress) -> None:
        self.recorder = recorder
        self.progress = progress
        self.taken: set[str] = set()
        self.known: set[str] = set()

    def run(self, packs: Sequence[LoadedPack], *, prune: bool) -> None:
        for loaded in packs:
            self._take_in(loaded)
        for loaded in packs:
            with _faults_of(loaded):
                for at, name in enumerate(loaded.pack.names):
                    check_part_of(self.recorder, name, ["names", at])
        self._check_facts(packs)
        for loaded in packs:
            self._write(loaded.pack)
        kept = {fact.id for loaded in packs for fact in loaded.pack.all_facts()}
        for loaded in packs:
            self._withdraw_replaced(loaded.pack, kept)
        if prune:
            for article in self.taken:
                self._withdraw_missing(article, kept)

    def _take_in(self, loaded: LoadedPack) -> None:
        for at, topic in enumerate(loaded.pack.topics):
            self._take(loaded, ["topics", at], "topic", topic)
        for at, name in enumerate(loaded.pack.names):
            self._take(loaded, ["names", at], "name", name)
        if loaded.pack.article:
            self._take_article(loaded, loaded.pack.article)

    def _take(
        self, loaded: LoadedPack, path: Field, what: Literal["name", "topic"], given: Name | Topic
    ) -> None:
        known = self.recorder.known(what, given.id)
        if known is None:
            self.recorder.set(what, given.id, given)
        elif known != given and not self.recorder.has_stood(what, given):
            differing = next(
                key for key in type(given).model_fields if getattr(known, key) != getattr(given, key)
            )
            message = f"{given.id!r} is known already, with another {differing}"
            raise loaded.source.fault([*path, differing], message, "otherwise", key=given.id)

    def _take_article(self, loaded: LoadedPack, article: Article) -> None:
        known = self.recorder.known("article", article.id)
        if known is not None and article.id not in self.taken:
            self.known.add(article.id)
        if isinstance(known, Article) and article.text is None:
            article = article.model_copy(update={"text": known.text})  # what an editor gave is not lost
        if article.id in self.taken and known != article:
            message = f"{article.id!r} is given twice, and not the same"
            raise loaded.source.fault(["article", "id"], message, "article_twice", key=article.id)
        self.taken.add(article.id)
        self.recorder.set("article", article.id, article)

    def _check_facts(self, packs: Sequence[LoadedPack]) -> None:
        seen: dict[str, LoadedPack] = {}
        for loaded in packs:
            articles = self.recorder.articles_of(fact.id for fact in loaded.pack.all_facts())
            with _faults_of(loaded):
                for path, fact in walk_facts(loaded.pack):
                    if fact.id in seen:
                        message = f"{fact.id!r} is there twice (also in {seen[fact.id].file})"
                        raise EditError([*path, "id"], message, reason="twice", others=[fact.id])
                    seen[fact.id] = loaded
                    self._check_fact(loaded, fact, path, articles)

    def _check_fact(self, loaded: LoadedPack, fact: Fact, path: Field, articles: Mapping[str, str]) -> None:
        if loaded.pack.article is None or fact.article != loaded.pack.article.id:
            message = f"{fact.article!r} is not this pack's article"
            raise loaded.source.fault([*path, "article"], message, "other_article", key=fact.article)
        check_fact(self.recorder, fact, path, articles)

    def _write(self, pack: Pack) -> None:
        facts = _with_wholes(pack.facts)
        while batch := list(islice(facts, _AT_ONCE)):
            self.recorder.write(batch)
            self.progress(len(batch))

    def _withdraw_replaced(self, pack: Pack, kept: set[str]) -> None:
        """Take back parts that a breakdown which says that it is complete does not have any more."""
        if pack.article and pack.article.id in self.known:
            for fact in pack.all_facts():
                if fact.complete:
                    self._withdraw_parts(fact.id, kept)

    def _withdraw_parts(self, whole: str, kept: set[str]) -> None:
        for part in self.recorder.parts_of(whole):
            if part not in kept:
                self.recorder.withdraw(part)
                self._withdraw_parts(part, kept)

    def _withdraw_missing(self, article: str, kept: set[str]) -> None:
        for fact in self.recorder.facts_of(article):
            if fact not in kept:
                self.recorder.withdraw(fact)


def _with_wholes(facts: Iterable[Fact], whole: str | None = None) -> Iterator[tuple[Fact, str | None]]:
    """Facts and their parts, each with the id of what it is a part of."""
    for fact in facts:
        yield fact, whole
        yield from _with_wholes(fact.parts, fact.id)


@contextmanager
def _faults_of(loaded: LoadedPack) -> Iterator[None]:
    """Have what is wrong named by the file and the line it stands in."""
    try:
        yield
    except EditError as error:
        others = ", ".join(error.others)
        raise loaded.source.fault(error.path, error.message, error.reason, others=others) from error


def check_together(packs: Sequence[LoadedPack], also: Sequence[LoadedPack] = ()) -> LoadReport:
    """Whether packs can be loaded together, tried on a store in memory that is then thrown away.

    `also` are packs known to be good that these may build on.
    """
    db = Database(sqlite3.connect(":memory:"))
    try:
        migrations.apply(db)
        with db.atomic():
            if also:
                load(db, also, author="check", tell=False)
            return load(db, packs, author="check", tell=False)
    finally:
        db.close()
