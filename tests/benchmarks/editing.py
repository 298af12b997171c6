"""From an editor's saving to the next question that is answered with it, in this process and in another.

Run by itself, `python -m tests.benchmarks.editing STORE`, it answers questions from its input, a line each.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from knowledge.editing import Edit, apply, preview, undo
from knowledge.models import Fact, Name, Topic
from knowledge.reading.lexicon import Lexicon
from knowledge.service import Knowledge
from knowledge.store.worker import Worker
from tests.benchmarks.generator import World
from tests.benchmarks.measure import percentile
from tests.benchmarks.packing import fill_store
from tests.benchmarks.processes import ROOT
from tests.benchmarks.table import Bar, Line, milliseconds

_FACTS, _QUICK_FACTS = 100_000, 10_000
_TIMES, _QUICK_TIMES = 20, 5
_BAR = 0.100
_WEIGHED = (
    "gạo", "ngô", "khoai", "sắn", "đỗ", "lạc", "vừng", "chè", "muối", "đường", "mật", "than", "củi", "rơm", "tre", "nứa", "gỗ",
    "đá", "cát", "vôi", "gạch",
)  # fmt: skip


class _Timed(NamedTuple):
    """Seconds until a change is answered with here, the CPU seconds of that, and the seconds until it is elsewhere."""

    here: float
    cpu: float
    elsewhere: float


class _Elsewhere:
    """Another process that answers from the same store."""

    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.editing", str(path)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, cwd=ROOT
        )

    def ask(self, question: str) -> list[Any]:
        """The figures of the answer that the other process gives."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{question}\n")
        self.process.stdin.flush()
        return list(json.loads(self.process.stdout.readline()))


@dataclass(frozen=True, slots=True)
class _Bench:
    """A store being edited and asked, here and elsewhere."""

    path: Path
    known: Knowledge
    worker: Worker
    elsewhere: _Elsewhere

    def save(self, **changed: Any) -> int:
        """Make an edit; the step it is."""
        edit = Edit("benchmark", **changed)
        step = self.worker.submit(lambda db: apply(db, edit, now=datetime.now(UTC), zone=UTC)).result().step
        assert step is not None
        return step

    def time(self, save: Callable[[], object], question: str, figure: int | None) -> _Timed:
        """Save something, and ask here and elsewhere until both have answered; they must with the figure."""
        cpu, start = time.process_time(), time.perf_counter()
        save()
        saving = time.perf_counter() - start
        here = _figures(self.known, question)
        seconds, worked = time.perf_counter() - start, time.process_time() - cpu
        asked = time.perf_counter()
        elsewhere = self.elsewhere.ask(question)
        if figure is not None and (figure not in here or figure not in elsewhere):
            raise RuntimeError(f"{question}: {figure} is not in {here}, or not in {elsewhere}")
        return _Timed(seconds, worked, saving + time.perf_counter() - asked)


@contextmanager
def _bench(path: Path) -> Iterator[_Bench]:
    worker, elsewhere = Worker(path), _Elsewhere(path)
    with elsewhere.process, Knowledge(path) as known:
        bench = _Bench(path, known, worker, elsewhere)
        bench.time(lambda: None, "thử xem", None)
        try:
            yield bench
        finally:
            worker.close()
            assert elsewhere.process.stdin
            elsewhere.process.stdin.close()


def _figures(known: Knowledge, question: str) -> list[Any]:
    return [fact.value for fact in known.ask(question).facts]


# ── what is edited ──────────────────────────────────────────────────────────────────────


def _fact(bench: _Bench, at: int, **changed: Any) -> Fact:
    given = {
        "id": f"do/{at}", "article": bench.known.reader.articles()[0].id, "subject": "noi-do", "topic": "cuoc-do", "kind": "count",
        "value": at, "unit": "lần", "statement": f"Đã đo {at} lần.",
    }  # fmt: skip
    return Fact.model_validate({**given, **changed})


def _place(at: int | None = None) -> Name:
    tail = "" if at is None else f" {at}"
    return Name(id=f"noi-do{tail.replace(' ', '-')}", name=f"Ngõ Thước{tail}", kind="place", type="xã")


def _topic(at: int | None = None, *more: str) -> Topic:
    """What is measured; with a number, something else that is weighed."""
    does, of = ("đo thử", "") if at is None else (f"cân thử {_WEIGHED[at % len(_WEIGHED)]}", f"-{at}")
    examples = (f"{{place}} {does} mấy lần", *more)
    return Topic(id=f"cuoc-do{of}", label=does.capitalize(), phrases=(does,), examples=examples)


def _cases(bench: _Bench, at: int) -> Iterator[tuple[str, dict[str, Any], str, int]]:
    """What is saved in turn, a question it answers, and the figure it answers with."""
    plain, facet, named, topical = range(4 * at + 1000, 4 * at + 1004)
    year = {"period": {"label": f"năm {plain}"}, "facets": ["đợt chính"]}
    yield "a fact", {"facts": (_fact(bench, plain, **year),)}, "Ngõ Thước đo thử mấy lần đợt chính?", plain
    told = _fact(bench, facet, facets=[f"bằng thước số {at}"])
    yield (
        "a fact with a new facet",
        {"facts": (told,)},
        f"Ngõ Thước đo thử mấy lần bằng thước số {at}?",
        facet,
    )
    here = _place(at)
    told = _fact(bench, named, subject=here.id)
    yield (
        "a fact about a new place",
        {"names": (here,), "facts": (told,)},
        f"{here.name} đo thử mấy lần?",
        named,
    )
    about = _topic(at)
    told = _fact(bench, topical, topic=about.id)
    yield (
        "a fact of a new topic",
        {"topics": (about,), "facts": (told,)},
        f"Ngõ Thước {about.label.lower()} mấy lần?",
        topical,
    )


def _edited(bench: _Bench, times: int) -> dict[str, list[_Timed]]:
    """All kinds of edits, over and over; the last one is taken back and brought again each time."""
    timed: dict[str, list[_Timed]] = {}

    def note(what: str, save: Callable[[], object], question: str, figure: int | None) -> None:
        timed.setdefault(what, []).append(bench.time(save, question, figure))

    for at in range(1, times + 1):
        for what, changed, question, figure in _cases(bench, at):
            note(what, partial(bench.save, **changed), question, figure)
        step = bench.save(facts=(_fact(bench, 5000 + at, facets=["bằng dây"]),))
        note("taking a fact back", partial(_undo, bench, step), question, figure)
        taught = (_topic(None, f"{{place}} thử đo kiểu {at}"),)
        note("an example taught", partial(bench.save, topics=taught), f"Ngõ Thước thử đo kiểu {at}?", None)
    return timed


def _undo(bench: _Bench, step: int) -> None:
    bench.worker.submit(
        lambda db: undo(db, step, author="benchmark", now=datetime.now(UTC), zone=UTC)
    ).result()


def _lines(what: str, timed: Sequence[_Timed], *, counts: bool) -> Iterator[Line]:
    here, elsewhere = [one.here for one in timed], [one.elsewhere for one in timed]
    for where, seconds in (("", here), (", in another process", elsewhere)):
        middle = statistics.median(seconds)
        yield Line(
            f"  {what}{where}", milliseconds(middle), "" if where else milliseconds(statistics.median(one.cpu for one in timed)),
            milliseconds(percentile(seconds, 0.95)), asked=str(len(seconds)),
            bars=[Bar(f"≤ {_BAR * 1000:.0f} ms", middle <= _BAR)] if counts else [],
        )  # fmt: skip


def _alone(what: str, does: Callable[[], object], times: int) -> Line:
    seconds, cpu = [], []
    for _ in range(times):
        worked, start = time.process_time(), time.perf_counter()
        does()
        seconds.append(time.perf_counter() - start)
        cpu.append(time.process_time() - worked)
    return Line(
        f"  {what}", milliseconds(statistics.median(seconds)), milliseconds(statistics.median(cpu)),
        milliseconds(percentile(seconds, 0.95)), asked=str(times),
    )  # fmt: skip


def measure(folder: Path, *, quick: bool, log: Callable[[str], None]) -> list[tuple[str, Sequence[Line]]]:
    """Edits until they are answered with, beside a preview and a lexicon made from nothing."""
    size, times = (_QUICK_FACTS, _QUICK_TIMES) if quick else (_FACTS, _TIMES)
    log(f"editing: a store of {size:,} facts …")
    path, world = folder / "editing.db", World(size)
    fill_store(path, world, world.articles())
    with _bench(path) as bench:
        bench.save(names=(_place(),), topics=(_topic(),))
        timed = _edited(bench, times)
        edit = Edit("benchmark", facts=(_fact(bench, 9999),))
        lexicon = bench.known.lexicon
        lines = [line for what, one in timed.items() for line in _lines(what, one, counts="fact" in what)]
        lines.append(
            _alone(
                "a preview with one question",
                lambda: preview(path, edit, ["Ngõ Thước đo thử mấy lần?"], lexicon=lexicon),
                times,
            )
        )
        lines.append(
            _alone(
                "for comparison: the whole lexicon made anew", lambda: Lexicon.read(bench.known.reader), times
            )
        )
    return [(f"Editing a store of {size:,} facts, until the next question is answered with it", lines)]


def main() -> None:
    """Answer questions, a line each, with the figures."""
    with Knowledge(Path(sys.argv[1])) as known:
        for question in sys.stdin:
            print(json.dumps(_figures(known, question.strip())), flush=True)


if __name__ == "__main__":
    main()
