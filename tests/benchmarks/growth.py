"""How it grows: generated stores of 10³ to 10⁶ facts, ours beside the rivals, and what loading takes."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from tests.benchmarks.generator import Entry, Made, World, seeded
from tests.benchmarks.measure import WARM_UP, Measured
from tests.benchmarks.packing import article_pack, fill_store, shared, write_yaml
from tests.benchmarks.processes import HOIDAP, module, runs
from tests.benchmarks.questions import asked
from tests.benchmarks.rivals import FINDERS, write_stored
from tests.benchmarks.table import Bar, Line, finder_line, megabytes

if TYPE_CHECKING:
    from pathlib import Path

FROM_YAML = 100_000
"""Larger stores are made of models, to save the time of writing and reading YAML."""
_SMALL, _LARGE = 1_000, 1_000_000
_QUESTIONS, _SECONDS, _QUICK_SECONDS = 400, 25.0, 4.0
_READY_WITHIN = 300.0
_SPARE_MEMORY = 6e9
"""What must be free before a rival is tried on the largest store."""
_MEDIAN_BAR, _GROWTH_BAR, _WRATIO_BAR, _LOAD_BAR = 0.003, 3, 100, 60.0

Log = Callable[[str], None]
Section = tuple[str, Sequence[Line]]


def measure(folder: Path, sizes: Sequence[int], *, quick: bool, log: Log) -> list[Section]:
    """A section for each size, and one for loading."""
    sections: list[Section] = []
    loading: list[Line] = []
    smallest: Measured | None = None
    for size in sizes:
        store = _Store(folder, size, log)
        loading += store.make()
        seconds = _QUICK_SECONDS if quick else _SECONDS
        found = {name: store.ask(name, seconds) for name in FINDERS}
        ours = found["ours"]
        if isinstance(ours, str):
            raise TimeoutError(f"{store.title}: ours was {ours}")
        smallest = ours if size == _SMALL else smallest
        sections.append((store.title, _lines(size, found, ours, smallest)))
        store.remove()
    return [*sections, ("Loading: hoidap load --only", loading)]


def _lines(
    size: int, found: dict[str, Measured | str], ours: Measured, smallest: Measured | None
) -> Iterator[Line]:
    for name, measured in found.items():
        if isinstance(measured, str):
            yield Line(f"  {name} ({measured})")
            continue
        bars = []
        if name == "ours" and size == _LARGE:
            bars.append(Bar("median ≤ 3 ms", ours.median <= _MEDIAN_BAR))
        if name == "ours" and smallest and size > _SMALL:
            times = ours.median / smallest.median
            bars.append(Bar(f"≤ {_GROWTH_BAR} × own at 10³ (is {times:.1f})", times <= _GROWTH_BAR))
        if name == "rapidfuzz WRatio" and size == FROM_YAML:
            bars.append(Bar(f"≥ {_WRATIO_BAR} × ours", measured.median >= _WRATIO_BAR * ours.median))
        yield finder_line(name, measured, ours, bars)


class _Store:
    """A generated store with the files that the finders read."""

    def __init__(self, folder: Path, size: int, log: Log) -> None:
        self.world = World(size)
        self.size = size
        self.log = log
        self.folder = folder / str(size)
        self.db = self.folder / "store.db"
        self.stored = self.folder / "stored.tsv"
        self.questions = self.folder / "questions.jsonl"

    @property
    def title(self) -> str:
        places, topics = len(self.world.places), len(self.world.subjects)
        return f"{self.size:,} facts, {places:,} places, {topics} topics"

    def make(self) -> list[Line]:
        """Make the store, the stored questions and the questions to ask; what loading took, if it was YAML."""
        self.log(f"{self.title}: making …")
        self.folder.mkdir()
        wanted = set(seeded(5).sample(range(self.size), min(self.size, _QUESTIONS + WARM_UP)))
        sample: list[Made] = []
        at = 0
        with self.stored.open("w", encoding="utf-8") as out:

            def articles() -> Iterator[tuple[Entry, list[Made]]]:
                nonlocal at
                for article, made in self.world.articles():
                    write_stored(out, ((one.entry["id"], one.question) for one in made))
                    sample.extend(one for number, one in enumerate(made, at) if number in wanted)
                    at += len(made)
                    yield article, made

            lines = self._load_yaml(articles()) if self.size <= FROM_YAML else self._load_models(articles())
        seeded(6).shuffle(sample)
        questions = asked(self.world, sample, len(sample))
        self.questions.write_text("".join(f"{json.dumps(asdict(q))}\n" for q in questions), encoding="utf-8")
        return lines

    def _load_yaml(self, articles: Iterator[tuple[Entry, list[Made]]]) -> list[Line]:
        packs = self.folder / "packs"
        packs.mkdir()
        write_yaml(shared(self.world), packs / "shared.yaml")
        for article, made in articles:
            write_yaml(article_pack(article, made), packs / f"{article['id']}.yaml")
        number = sum(1 for _ in packs.iterdir())
        self.log(f"{self.title}: loading {number} packs …")
        run = runs([HOIDAP, "load", "--only", "--db", str(self.db), str(packs)])[0]
        bars = [Bar(f"≤ {_LOAD_BAR:.0f} s", run.seconds <= _LOAD_BAR)] if self.size == FROM_YAML else []
        what = f"  {self.size:,} facts in {number} packs"
        return [
            Line(what, f"{run.seconds:.1f} s", f"{run.cpu:.1f} s", memory=megabytes(run.memory), bars=bars)
        ]

    def _load_models(self, articles: Iterator[tuple[Entry, list[Made]]]) -> list[Line]:
        fill_store(self.db, self.world, articles)
        return []

    def ask(self, name: str, seconds: float) -> Measured | str:
        """One finder before all questions, or why it was left out."""
        self.log(f"{self.title}: asking {name} …")
        source = self.db if name == "ours" else self.stored
        if name != "ours" and self.size >= _LARGE and _free_memory() < _SPARE_MEMORY:
            return f"skipped: less than {megabytes(_SPARE_MEMORY)} of memory free"
        arguments = (name, str(source), str(self.questions), str(seconds))
        limit = _READY_WITHIN + 4 * seconds
        try:
            return Measured(**module("tests.benchmarks.measure", *arguments, seconds=limit))
        except subprocess.TimeoutExpired:
            return f"skipped: not done within {limit:.0f} s"

    def remove(self) -> None:
        """Make room for the next."""
        for file in sorted(self.folder.rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()


def _free_memory() -> float:
    """Bytes of memory free for a new process; without limit where the system does not tell."""
    try:
        return float(os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    except (ValueError, OSError):
        return float("inf")
