"""Packs into a store and out of it again."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime, tzinfo
from pathlib import Path

from knowledge.errors import StoreError
from knowledge.exchange.packs import BUNDLED, LoadedPack, dump_pack, pack_files, read_pack
from knowledge.fields import VIETNAM_TIME
from knowledge.models import Article, Fact, Pack
from knowledge.store.database import Database
from knowledge.store.intake import LoadReport, Progress, check_together, load
from knowledge.store.reader import Reader, StoredFact, connect, connect_current, is_there
from knowledge.store.writer import create, writing

PACKS = "packs"
"""The author of what comes with packs, where nobody else is named."""


def create_bundled(path: Path) -> None:
    """A new store with the bundled packs; nothing is left behind where that fails."""
    packs = read_packs([BUNDLED])
    create(path, lambda db: load(db, packs, author=PACKS))


def make_ready(path: Path) -> None:
    """Have a store that this release can read: made with the bundled packs where there is none, else brought up to date."""
    if not is_there(path):
        create_bundled(path)
    elif current := connect_current(path):
        current.close()
    else:
        with writing(path):
            pass


def read_packs(paths: Sequence[Path], on_file: Callable[[Path], None] | None = None) -> list[LoadedPack]:
    """The packs that the paths name, each checked by itself; PackError for the first fault."""
    packs = []
    with _no_collecting():
        for file in pack_files(paths):
            if on_file:
                on_file(file)
            packs.append(read_pack(file))
    return packs


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without the garbage collector, which would go through a million YAML nodes again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def load_packs(
    path: Path,
    packs: Sequence[LoadedPack],
    *,
    only: bool = False,
    prune: bool = False,
    author: str = PACKS,
    why: str | None = None,
    progress: Progress | None = None,
    now: datetime | None = None,
    zone: tzinfo = VIETNAM_TIME,
) -> LoadReport:
    """Bring packs into the store at `path`, all of them or none; whom that concerns is to be told, and `why`.

    A store that does not exist is made first, with the bundled packs or, with
    `only`, without them. Raises PackError and StoreError.
    """
    report = LoadReport()
    if not is_there(path):
        before = [] if only else read_packs([BUNDLED])

        def fill(db: Database) -> None:
            nonlocal report
            load(db, before, author=PACKS)
            report = load(db, packs, author=author, prune=prune, progress=progress, now=now)

        with _no_collecting():
            if create(path, fill):
                return report
    with writing(path) as db, _no_collecting():
        return load(db, packs, author=author, why=why, prune=prune, progress=progress, now=now, zone=zone)


def check_packs(packs: Sequence[LoadedPack]) -> LoadReport:
    """Whether packs could be loaded, into the bundled knowledge or by themselves; nothing is written.

    Packs may speak of names and topics that the bundled packs have.
    """
    given = {Path(pack.file).resolve() for pack in packs}
    bundled = [file for file in pack_files([BUNDLED]) if file.resolve() not in given]
    return check_together(packs, also=[read_pack(file) for file in bundled])


def export(path: Path, folder: Path) -> list[Path]:
    """Write a store's knowledge as packs: topics.yaml and a file for each article; the files written."""
    make_ready(path)
    with closing(connect(path)) as connection:
        return [_write(folder, name, pack) for name, pack in exported(Reader(path, connection))]


def exported(reader: Reader) -> Iterator[tuple[str, Pack]]:
    """A store's knowledge as packs with the names of their files: topics.yaml and one for each article."""
    packs = {"": Pack(names=tuple(reader.names()), topics=tuple(reader.topics()))}
    for article in reader.articles():
        whole = article.model_copy(update={"text": reader.texts.of(article.id)})
        packs[article.id] = _article_pack(whole, list(reader.all_facts(article.id)))
    files = _file_names(packs)
    return ((files[name], pack) for name, pack in packs.items())


def _article_pack(article: Article, stored: Sequence[StoredFact]) -> Pack:
    by_whole: dict[str | None, list[StoredFact]] = {}
    for entry in stored:
        by_whole.setdefault(entry.whole, []).append(entry)

    def whole(entry: StoredFact) -> Fact:
        parts = tuple(whole(part) for part in by_whole.get(entry.fact.id, ()))
        return Fact.model_validate(
            {**entry.fact.model_dump(), "parts": [part.model_dump() for part in parts]}
        )

    return Pack(article=article, facts=tuple(whole(entry) for entry in by_whole.get(None, ())))


def _file_names(names: Iterable[str]) -> dict[str, str]:
    """A file name for each article, "" being what belongs to none; no two the same."""
    files: dict[str, str] = {}
    for name in names:
        stem = name.replace("/", "_") or "topics"
        file, number = f"{stem}.yaml", 1
        while file in files.values():
            number += 1
            file = f"{stem}-{number}.yaml"
        files[name] = file
    return files


def _write(folder: Path, name: str, pack: Pack) -> Path:
    file = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(dump_pack(pack), encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{file}: {error.strerror}") from error
    return file
