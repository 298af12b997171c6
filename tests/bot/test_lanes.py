import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from bot import lanes
from bot.lanes import MOST_TRIES, Lanes
from bot.metrics import Metrics
from knowledge.store import inbox
from knowledge.store.inbox import Incoming
from knowledge.store.reader import connect
from knowledge.store.worker import Worker

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def update(number, lane=1, text="x"):
    return Incoming(number, NOW, lane, lane, f'{{"update_id": {number}, "text": "{text}"}}')


class Run:
    """One life of the process: lanes on a store, with a handler that can be held up."""

    def __init__(self, store):
        self.begun, self.done, self.queued = [], [], []
        self.gates, self.failing = {}, set()
        self.changed = asyncio.Condition()
        self.metrics = Metrics()
        self.worker, self.connection = Worker(store), connect(store)
        self.lanes = Lanes(
            self._handle, self.worker, self.connection, self.metrics,
            on_queue=lambda incoming, waiting: self.queued.append((incoming.id, waiting)),
        )  # fmt: skip

    async def _handle(self, incoming):
        self.begun.append(incoming.id)
        await self._tell()
        if gate := self.gates.get(incoming.id):
            await gate.wait()
        if incoming.id in self.failing:
            raise ValueError("a broken handler")
        self.done.append(incoming.id)
        await self._tell()

    async def _tell(self):
        async with self.changed:
            self.changed.notify_all()

    async def until(self, condition):
        async with self.changed:
            await asyncio.wait_for(self.changed.wait_for(condition), 10)

    def hold(self, number):
        self.gates[number] = asyncio.Event()
        return self.gates[number]

    def die(self):
        """What is left when a process is killed: nothing is finished, the store is closed."""
        self.worker.close()
        self.connection.close()

    async def waiting(self):
        await self.worker.settled()
        return [left.id for left in inbox.waiting(self.connection)]


@pytest.fixture
async def life(store):
    """Starts one life after the other on the same store."""
    lives = []

    def begin():
        lives.append(Run(store))
        return lives[-1]

    yield begin
    for run in lives:
        await run.lanes.stop(0)
        run.die()


async def killed_again_and_again(life, *updates):
    """Lives that each end while the first update is being dealt with."""
    for _ in range(MOST_TRIES + 1):
        run = life()
        run.hold(updates[0].id)
        await run.lanes.resume()
        await run.lanes.take(updates)
        await run.until(run.begun.__len__)
        await run.worker.settled()


async def test_one_persons_updates_keep_their_order(life):
    run = life()
    gate = run.hold(1)
    await run.lanes.take([update(1), update(2), update(3)])
    await run.until(lambda: run.begun)
    assert run.begun == [1]
    gate.set()
    await run.until(lambda: len(run.done) == 3)
    assert run.done == [1, 2, 3]


async def test_a_person_who_is_slow_to_answer_keeps_nobody_waiting(life):
    run = life()
    run.hold(1)
    await run.lanes.take([update(1, lane=1), update(2, lane=2)])
    await run.until(lambda: run.done == [2])
    assert run.begun == [1, 2]


async def test_an_update_that_comes_twice_is_dealt_with_once(life):
    run = life()
    await run.lanes.take([update(1)])
    await run.until(lambda: run.done)
    await run.lanes.take([update(1), update(2)])
    await run.until(lambda: len(run.done) == 2)
    assert run.done == [1, 2]
    assert run.metrics.registry.get_sample_value("hoidap_updates_repeated_total") == 1


async def test_an_update_dealt_with_in_an_earlier_life_is_not_dealt_with_again(life):
    run = life()
    await run.lanes.take([update(1)])
    await run.until(lambda: run.done)
    await run.worker.settled()
    run = life()
    assert await run.lanes.resume() == 0
    await run.lanes.take([update(1), update(2)])
    await run.until(lambda: run.done)
    assert run.done == [2]


async def test_what_was_taken_and_not_dealt_with_is_gone_on_with_in_the_next_life(life):
    run = life()
    run.hold(1)
    await run.lanes.take([update(1), update(2), update(3, lane=2)])
    await run.until(lambda: run.done == [3])
    assert await run.waiting() == [1, 2]
    run = life()
    assert await run.lanes.resume() == 2
    await run.until(lambda: len(run.done) == 2)
    assert run.done == [1, 2]
    assert await run.waiting() == []


async def test_a_handler_that_fails_stops_neither_its_lane_nor_others(life):
    run = life()
    run.failing.add(1)
    await run.lanes.take([update(1), update(2), update(3, lane=2)])
    await run.until(lambda: len(run.done) == 2)
    assert sorted(run.done) == [2, 3]
    assert run.metrics.registry.get_sample_value("hoidap_errors_total", {"kind": "lane"}) == 1


async def test_an_update_that_ends_the_process_each_time_is_set_aside_and_others_go_on(life):
    await killed_again_and_again(life, update(1), update(2))
    run = life()
    await run.lanes.resume()
    await run.until(lambda: run.done)
    assert run.begun == run.done == [2]
    kept = run.connection.execute("SELECT outcome, body FROM inbox WHERE id = 1").fetchone()
    assert kept == ("set aside", update(1).body)


async def test_what_waits_its_turn_is_not_counted_as_tried(life):
    await killed_again_and_again(life, update(1), update(2))
    assert life().connection.execute("SELECT tries FROM inbox WHERE id = 2").fetchone() == (0,)


async def test_stopping_finishes_what_is_in_hand_and_begins_nothing_more(life):
    run = life()
    gate = run.hold(1)
    await run.lanes.take([update(1), update(2)])
    await run.until(lambda: run.begun)
    stopping = asyncio.ensure_future(run.lanes.stop(10))
    await asyncio.sleep(0)
    gate.set()
    await stopping
    assert (run.done, await run.waiting()) == ([1], [2])


async def test_what_takes_too_long_when_stopping_is_left_for_the_next_life(life):
    run = life()
    run.hold(1)
    await run.lanes.take([update(1)])
    await run.until(lambda: run.begun)
    await run.lanes.stop(0)
    assert (run.done, await run.waiting()) == ([], [1])


async def test_what_was_dealt_with_is_kept_without_its_words(life):
    run = life()
    await run.lanes.take([update(1, lane=77, text="riêng tư")])
    await run.until(lambda: run.done)
    await run.worker.settled()
    assert run.connection.execute("SELECT id, lane, person, body FROM inbox").fetchall() == [
        (1, 0, None, None)
    ]


async def test_that_an_update_came_is_forgotten_once_nobody_sends_it_again(life):
    run = life()
    run.hold(2)
    await run.lanes.take([update(1), update(2, lane=2)])
    await run.until(lambda: run.done)
    await run.worker.run(lambda connection: inbox.drop_before(connection, NOW + timedelta(seconds=1)))
    assert run.connection.execute("SELECT id FROM inbox").fetchall() == [(2,)]


async def test_how_many_wait_is_told_as_they_queue_up(life):
    run = life()
    run.hold(1)
    await run.lanes.take([update(1), update(2), update(3)])
    assert run.queued == [(2, 2), (3, 3)]
    assert run.lanes.waiting == 3


@pytest.fixture
def locked(store):
    """The store's lock for writing, which another process has until it rolls back."""
    with closing(sqlite3.connect(store)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


async def test_answers_go_on_while_the_store_cannot_be_written(life, locked):
    run = life()
    taking = asyncio.ensure_future(run.lanes.take([update(1)]))
    await run.until(lambda: run.done)
    assert not taking.done()  # and so Telegram is not told yet that it arrived
    locked.rollback()
    await taking
    assert await run.waiting() == []


async def asked_again(run, monkeypatch):
    """Somebody who has been answered asks again, and somebody else once, while nothing can be written."""
    monkeypatch.setattr(lanes, "_WRITE_SECONDS", 60.0)
    first = asyncio.ensure_future(run.lanes.take([update(1)]))
    await run.until(lambda: run.done)
    again = asyncio.ensure_future(run.lanes.take([update(2), update(3, lane=2)]))
    await run.until(lambda: 3 in run.done)
    return asyncio.gather(first, again)


async def test_whoever_asks_again_waits_until_it_is_written_that_they_were_answered(
    life, locked, monkeypatch
):
    run = life()
    taking = await asked_again(run, monkeypatch)
    assert run.begun == [1, 3]
    locked.rollback()
    await taking
    await run.until(lambda: run.done == [1, 3, 2])


async def test_stopping_begins_nothing_that_waits_for_the_disk(life, locked, monkeypatch):
    run = life()
    taking = await asked_again(run, monkeypatch)
    stopping = asyncio.ensure_future(run.lanes.stop(10))
    await asyncio.sleep(0)
    locked.rollback()
    await asyncio.gather(taking, stopping)
    assert (run.begun, await run.waiting()) == ([1, 3], [2])
