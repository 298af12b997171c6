"""A change that 100,000 chats are to hear of: how long it takes to queue, and how readers fare meanwhile.

Run by itself, `python -m tests.benchmarks.following STORE FACTS VALUE`, it makes the change.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import statistics
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from handlers.desk import Desk, Seat
from knowledge.store.intake import load
from knowledge.store.reader import connect
from knowledge.store.worker import Worker
from knowledge.store.writer import writing
from tests.benchmarks.generator import Entry, Made, World, seeded
from tests.benchmarks.measure import percentile
from tests.benchmarks.packing import article_pack, fill_store, loaded
from tests.benchmarks.processes import ROOT
from tests.benchmarks.table import Bar, Line, milliseconds

_FACTS = 10_000
_FOLLOWERS, _QUICK_FOLLOWERS = 100_000, 10_000
_QUEUE_BAR, _READ_BAR = 5.0, 0.050
_PAUSE = 0.005
_ALONE_SECONDS = 3.0
_WITH_PREFERENCE, _TOLD, _SHOWN = 0.3, 0.05, 100_000


@dataclass(frozen=True, slots=True)
class _Target:
    """The fact that is changed, with what else its article says."""

    article: Entry
    made: list[Made]
    fact: Made


def _target(world: World) -> _Target:
    """A fact whose figure can be any, in the first article."""
    article, made = next(world.articles())
    return _Target(article, made, next(one for one in made if one.entry["kind"] == "share"))


def change(path: Path, facts: int, value: int) -> dict[str, Any]:
    """Give the fact another figure; how long that took and how many notices it takes."""
    target = _target(World(facts))
    target.fact.entry["value"] = value
    pack = loaded(article_pack(target.article, target.made), "change")
    before = time.perf_counter()
    with writing(path) as db:
        report = load(db, [pack], author="benchmark", why="để đo")
    return {"seconds": time.perf_counter() - before, "queued": report.queued}


# ── who is to hear of it ────────────────────────────────────────────────────────────────


def _people(path: Path, target: _Target, followers: int) -> None:
    """Followers of everything, of the fact's place and of its topic; and what the last month showed."""
    chance, now = seeded(11), datetime.now(UTC)
    fact = target.fact.entry
    chats = range(1, followers + 1)
    kinds = (("", ""), (fact["subject"], ""), ("", fact["topic"]), (fact["subject"], fact["topic"]))
    follows = [(chat, *chance.choice(kinds), chat, now.isoformat()) for chat in chats]
    paces = [
        (chat, chance.choice(("at_once", "daily", "weekly")), chance.randrange(24), *chance.choice(((None, None), (22, 6))))
        for chat in chats
        if chance.random() < _WITH_PREFERENCE
    ]  # fmt: skip
    with closing(connect(path)) as connection, connection:
        connection.executemany("INSERT INTO follow VALUES (?, 0, ?, ?, ?, ?)", follows)
        connection.executemany(
            "INSERT INTO preference (chat, pace, hour, quiet_from, quiet_to) VALUES (?, ?, ?, ?, ?)", paces
        )
        _show(connection, target, followers, now)


def _show(connection: sqlite3.Connection, target: _Target, followers: int, now: datetime) -> None:
    """What answers and pages of the last month showed: to some the fact, to others those beside it."""
    chance = seeded(12)
    seqs = dict(connection.execute("SELECT id, seq FROM fact WHERE article = ?", (target.article["id"],)))
    others = [seqs[one.entry["id"]] for one in target.made]

    def shown() -> Iterator[tuple[Any, ...]]:
        for _ in range(_SHOWN):
            given = [seqs[target.fact.entry["id"]]] if chance.random() < _TOLD else chance.sample(others, 4)
            at, chat = now - timedelta(days=30 * chance.random()), chance.randint(1, followers)
            yield from ((fact, chat, at.isoformat(timespec="microseconds")) for fact in given)

    connection.executemany(
        "INSERT OR IGNORE INTO told (fact, chat, version, at) VALUES (?, ?, 1, ?)", shown()
    )


# ── measuring ───────────────────────────────────────────────────────────────────────────


async def _asking(desk: Desk, questions: Sequence[str], is_over: Callable[[], bool]) -> list[float]:
    """Ask one question after the other, each noted as a reader's is; the seconds each took."""
    times: list[float] = []
    while not is_over():
        question = questions[len(times) % len(questions)]
        before = time.perf_counter()
        asked, reply = await desk.ask(question, Seat(1, "private", 1), message=len(times))
        desk.note(asked, reply.context)
        times.append(time.perf_counter() - before)
        await asyncio.sleep(_PAUSE)
    return times


async def _changing(path: Path, value: int) -> dict[str, Any]:
    """Make the change in a process of its own, as `hoidap load` does."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.benchmarks.following", str(path), str(_FACTS), str(value),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, _ = await process.communicate()
    return json.loads(out)


async def _measured(path: Path, questions: Sequence[str], value: int) -> tuple[dict[str, Any], list[float]]:
    """The change, and the seconds that questions took meanwhile."""
    async with _desk(path) as desk:
        changing = asyncio.ensure_future(_changing(path, value))
        times = await _asking(desk, questions, changing.done)
        return changing.result(), times


async def _alone(path: Path, questions: Sequence[str]) -> list[float]:
    """The seconds that questions take while nothing changes."""
    async with _desk(path) as desk:
        end = time.perf_counter() + _ALONE_SECONDS
        return await _asking(desk, questions, lambda: time.perf_counter() > end)


@asynccontextmanager
async def _desk(path: Path) -> AsyncIterator[Desk]:
    worker = Worker(path)
    desk = Desk(path, worker)
    try:
        await desk.look(lambda known: known.lexicon)
        yield desk
    finally:
        worker.close()
        desk.close()


def _line(what: str, followers: int, changed: dict[str, Any], times: Sequence[float]) -> Line:
    bars = [
        Bar(f"every chat has its notice ({changed['queued']:,})", changed["queued"] == followers),
        Bar(f"queued in ≤ {_QUEUE_BAR:.0f} s", changed["seconds"] <= _QUEUE_BAR),
        Bar("questions meanwhile: 95% < 50 ms", percentile(times, 0.95) < _READ_BAR),
    ]
    return Line(
        f"  {what}", milliseconds(changed["seconds"]), p95=milliseconds(percentile(times, 0.95)),
        asked=str(len(times)), bars=bars,
    )  # fmt: skip


def measure(folder: Path, *, quick: bool, log: Callable[[str], None]) -> list[tuple[str, Sequence[Line]]]:
    """A change told to all followers; a second one, when what was sent is to be edited; one when nobody follows any more."""
    followers = _QUICK_FOLLOWERS if quick else _FOLLOWERS
    log(f"following: {followers:,} followers …")
    path, world = folder / "following.db", World(_FACTS)
    questions = [one.question for _, made in world.articles() for one in made[:20]]
    fill_store(path, world, world.articles())
    target = _target(world)
    _people(path, target, followers)
    value = target.fact.entry["value"]
    times = asyncio.run(_alone(path, questions))
    alone = Line(
        "  questions while nothing changes", milliseconds(statistics.median(times)),
        p95=milliseconds(percentile(times, 0.95)), asked=str(len(times)),
    )  # fmt: skip
    first = _line("a corrected figure", followers, *asyncio.run(_measured(path, questions, value - 1)))
    with closing(connect(path)) as connection, connection:
        connection.execute("UPDATE outbox SET state = 'sent', message = id")
        connection.execute(
            "INSERT INTO told (fact, chat, event, version, at)"
            " SELECT seq, chat, event, fact.version, due FROM outbox JOIN fact ON fact.id = ?",
            (target.fact.entry["id"],),
        )
    again = _line(
        "corrected again, after all was sent", followers, *asyncio.run(_measured(path, questions, value - 2))
    )
    with closing(connect(path)) as connection, connection:
        connection.execute("DELETE FROM follow")
        connection.execute("UPDATE event SET at = '2000-01-01'")
    third = _line(
        "corrected once more, for who only were told",
        followers,
        *asyncio.run(_measured(path, questions, value - 3)),
    )
    return [
        (f"Notices for {followers:,} followers: queued; a question meanwhile", [alone, first, again, third])
    ]


if __name__ == "__main__":
    print(json.dumps(change(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
