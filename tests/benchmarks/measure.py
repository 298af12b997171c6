"""One measurement in a process of its own: `python -m tests.benchmarks.measure FINDER SOURCE QUESTIONS SECONDS`.

Prints one JSON object: the seconds and CPU seconds each question took, how often each kind was
answered rightly, the seconds until it was ready, and the memory it then held.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.rivals import FINDERS, Finder

if TYPE_CHECKING:
    from collections.abc import Sequence

WARM_UP = 12
_AT_LEAST = 8


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one finder; times and cpu in seconds, memory in bytes, `right` of `asked` by kind."""

    times: Sequence[float]
    cpu: Sequence[float]
    ready: float
    memory: int
    right: dict[str, int]
    asked: dict[str, int]

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def worked(self) -> float:
        return statistics.median(self.cpu)

    @property
    def p95(self) -> float:
        return percentile(self.times, 0.95)


def percentile(times: Sequence[float], share: float) -> float:
    """The time within which a share of all questions were answered."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def on_one_core() -> None:
    """Keep this process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def resident() -> int:
    """The bytes of memory this process holds now."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024
    import resource  # noqa: PLC0415  where there is no /proc: the peak, in bytes on macOS

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def timed(finder: Finder, questions: Sequence[dict[str, Any]], seconds: float) -> dict[str, Any]:
    """Ask each question once, until the time is up; the first few are only to warm up."""
    started = time.perf_counter()
    for question in questions[:WARM_UP]:
        finder.find(question["text"])
        if time.perf_counter() - started > seconds / 10:
            break
    times: list[float] = []
    cpu: list[float] = []
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for question in questions[WARM_UP:]:
        if sum(times) > seconds and len(times) >= _AT_LEAST:
            break
        before, worked = time.perf_counter(), time.process_time()
        found = finder.find(question["text"])
        times.append(time.perf_counter() - before)
        cpu.append(time.process_time() - worked)
        asked[question["kind"]] += 1
        right[question["kind"]] += found.fact == question["fact"] if question["fact"] else not found.is_answer
    return {"times": times, "cpu": cpu, "right": right, "asked": asked}


def main(name: str, source: str, questions: str, seconds: str) -> None:
    """Measure one finder and print what came of it; the garbage collector is set for all as in every process of hoidap."""
    from bot.main import FEW_COLLECTIONS  # noqa: PLC0415  only here is it needed

    gc.set_threshold(FEW_COLLECTIONS)
    on_one_core()
    lines = Path(questions).read_text(encoding="utf-8").splitlines()
    before = time.perf_counter()
    finder = FINDERS[name](Path(source))
    ready = time.perf_counter() - before
    result = timed(finder, [json.loads(line) for line in lines], float(seconds))
    print(json.dumps({**result, "ready": ready, "memory": resident()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
