"""The bundled packs: one question in one process, a batch, and a cold shell."""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measure import on_one_core, percentile
from tests.benchmarks.processes import HOIDAP, ROOT, Run, module, runs
from tests.benchmarks.table import Bar, Line, megabytes, milliseconds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_QUESTIONS = ROOT / "tests" / "questions" / "articles.jsonl"
_MIXED, _ROUNDS, _QUICK_ROUNDS = 60, 30, 10
_BATCH = 3_000
_COLD_RUNS = 7
_MEDIAN_BAR, _RATE_BAR, _WALL_BAR, _MEMORY_BAR = 0.0015, 500, 0.6, 90e6


def questions() -> list[str]:
    """The project's questions on the bundled packs that stand for themselves."""
    entries = [json.loads(line) for line in _QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return [entry["q"] for entry in entries if not entry.get("conv")]


def different(count: int) -> list[str]:
    """So many questions, no two of the same letters: what was answered before is answered from memory."""
    every = questions()
    return [every[at % len(every)] + "?" * (at // len(every)) for at in range(count)]


def mixed() -> list[str]:
    """Some questions of every kind."""
    every = questions()
    return every[:: max(1, len(every) // _MIXED)][:_MIXED]


def measure(folder: Path, *, quick: bool, log: Callable[[str], None]) -> list[tuple[str, Sequence[Line]]]:
    """All that is measured on the bundled packs."""
    store = folder / "bundled.db"
    log("bundled packs …")
    runs([HOIDAP, "ask", "--db", str(store), "xin chào"])
    return [
        ("Bundled packs, one process on one core", _one_question(store, quick=quick)),
        ("Bundled packs, hoidap ask --json -", [_batch(store, folder)]),
        (f"Bundled packs, cold shell, median of {_COLD_RUNS}", _cold(store)),
    ]


def _one_question(store: Path, *, quick: bool) -> list[Line]:
    rounds = _QUICK_ROUNDS if quick else _ROUNDS
    found = module("tests.benchmarks.bundled", str(store), str(rounds))
    warm = _line(f"  {_MIXED} questions, {rounds} times each", found["times"])
    median = statistics.median(wall for wall, _ in found["times"])
    bar = Bar(f"median ≤ {milliseconds(_MEDIAN_BAR)}", median <= _MEDIAN_BAR)
    return [replace(warm, bars=[bar]), _line("  each asked for the first time", found["first"])]


def _line(what: str, times: Sequence[Sequence[float]]) -> Line:
    walls, cpus = zip(*times, strict=True)
    median, cpu = statistics.median(walls), statistics.median(cpus)
    return Line(what, milliseconds(median), milliseconds(cpu), milliseconds(percentile(walls, 0.95)))


def _batch(store: Path, folder: Path) -> Line:
    given = folder / "batch.txt"
    given.write_text("".join(f"{question}\n" for question in different(_BATCH)), encoding="utf-8")
    run = min(runs([HOIDAP, "ask", "--json", "--db", str(store), "-"], 2, str(given)))
    rate = _BATCH / run.seconds
    bar = Bar(f"≥ {_RATE_BAR} questions/s", rate >= _RATE_BAR)
    return Line(
        f"  {_BATCH:,} questions in {run.seconds:.2f} s, memory of one of {len(os.sched_getaffinity(0)) + 1} processes",
        f"{rate:,.0f} /s",
        f"{_BATCH / run.cpu:,.0f} /s",
        memory=megabytes(run.memory),
        bars=[bar],
    )


def _cold(store: Path) -> list[Line]:
    asking = runs([HOIDAP, "ask", "--db", str(store), mixed()[0]], _COLD_RUNS)
    nothing = runs([sys.executable, "-c", "pass"], _COLD_RUNS)
    wall, memory = statistics.median(run.seconds for run in asking), max(run.memory for run in asking)
    bars = [
        Bar(f"≤ {_WALL_BAR} s", wall <= _WALL_BAR),
        Bar(f"≤ {megabytes(_MEMORY_BAR)} peak", memory <= _MEMORY_BAR),
    ]
    return [_command('  hoidap ask "…"', asking, bars), _command("  python -c pass", nothing)]


def _command(what: str, done: Sequence[Run], bars: Sequence[Bar] = ()) -> Line:
    wall, cpu = (statistics.median(figures) for figures in ([r.seconds for r in done], [r.cpu for r in done]))
    memory = max(run.memory for run in done)
    return Line(what, milliseconds(wall), milliseconds(cpu), memory=megabytes(memory), bars=bars)


def main(store: str, rounds: str) -> None:
    """In a process of its own: the seconds of every question, first alone and then over and over."""
    from bot.main import FEW_COLLECTIONS  # noqa: PLC0415
    from knowledge.service import Knowledge  # noqa: PLC0415  only this process is to hold it

    gc.set_threshold(FEW_COLLECTIONS)  # as in every process of hoidap
    on_one_core()
    asked = mixed()
    with Knowledge(Path(store), remembered=0) as known:
        known.ask("xin chào")
        first, *later = (_times(known.ask, asked) for _ in range(int(rounds) + 1))
    print(json.dumps({"first": first, "times": [t for times in later for t in times]}))


def _times(ask: Callable[[str], object], asked: Sequence[str]) -> list[tuple[float, float]]:
    """The wall and CPU seconds of each question."""
    times = []
    for question in asked:
        wall, cpu = time.perf_counter(), time.process_time()
        ask(question)
        times.append((time.perf_counter() - wall, time.process_time() - cpu))
    return times


if __name__ == "__main__":
    main(*sys.argv[1:])
