"""What came in is dealt with in lanes: what one person does in a chat in its order, everything else side by side."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field

import structlog

from bot.metrics import Metrics
from knowledge.store import inbox
from knowledge.store.inbox import Incoming
from knowledge.store.worker import Worker

MOST_TRIES = 5
"""How often an update may be begun, the process dying of it each time, before it is set aside."""
_REMEMBERED = 20_000
_WRITE_SECONDS = 1.0
_FEW_FINISHING = 1_000
_log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Lane:
    waiting: deque[tuple[Incoming, float]] = field(default_factory=deque)
    task: asyncio.Task[None] | None = None


class Lanes:
    """Takes updates in, each once, and hands them to `handle` one by one per lane.

    `handle` is expected to raise nothing; what it does raise is logged and does not
    stop the lane. `on_queue` hears how many wait in a lane whenever one is added.
    """

    def __init__(
        self,
        handle: Callable[[Incoming], Awaitable[None]],
        worker: Worker,
        connection: sqlite3.Connection,
        metrics: Metrics,
        *,
        on_queue: Callable[[Incoming, int], None] = lambda _incoming, _waiting: None,
    ) -> None:
        """`connection` is for reading the inbox, `worker` writes it."""
        self._handle = handle
        self._worker = worker
        self._connection = connection
        self._metrics = metrics
        self._on_queue = on_queue
        self._lanes: dict[int, _Lane] = {}
        self._recent: OrderedDict[int, None] = OrderedDict()
        self._resumed: set[int] = set()
        self._finishing: dict[int, Future[None]] = {}
        """By lane, the writing down that its last update is dealt with; those that are done are swept out now and then."""
        self._sweep_at = _FEW_FINISHING
        self._is_stopping = False

    @property
    def waiting(self) -> int:
        """How many updates wait or are being dealt with."""
        return sum(len(lane.waiting) for lane in self._lanes.values())

    async def resume(self) -> int:
        """Go on with what an earlier run left; how many updates that was."""
        left = inbox.waiting(self._connection)
        fatal = [update for update in left if update.tries >= MOST_TRIES]
        if fatal:
            numbers = [update.id for update in fatal]
            _log.error("set aside updates that ended the process each time", updates=numbers)
            await self._worker.run(lambda connection: inbox.set_aside(connection, numbers))
        again = [update for update in left if update not in fatal]
        self._resumed.update(update.id for update in again)
        for update in again:
            self._enter(update)
        return len(again)

    async def take(self, updates: Iterable[Incoming]) -> None:
        """Take updates in and begin with them; returns once they are stored.

        An update that came before is not taken again. Dealing with it does not wait for
        the disk: that only has to be done before Telegram is told that it arrived.
        """
        given = list(updates)
        for update in given:
            if self._is_new(update.id):
                self._enter(update)
            else:
                self._metrics.repeated.inc()
        await self._worker.run(lambda connection: inbox.keep(connection, given))

    def _is_new(self, update: int) -> bool:
        if update in self._recent or inbox.is_known(self._connection, update):
            return False
        self._recent[update] = None
        if len(self._recent) > _REMEMBERED:
            self._recent.popitem(last=False)
        return True

    def _enter(self, update: Incoming) -> None:
        lane = self._lanes.setdefault(update.lane, _Lane())
        lane.waiting.append((update, time.perf_counter()))
        if lane.task is None:
            lane.task = asyncio.create_task(self._run(update.lane, lane))
        else:
            self._on_queue(update, len(lane.waiting))

    async def _run(self, key: int, lane: _Lane) -> None:
        await self._finished(key)
        while lane.waiting and not self._is_stopping:
            update, since = lane.waiting[0]
            await self._deal_with(update)
            lane.waiting.popleft()
            self._metrics.latency.observe(time.perf_counter() - since)
            if lane.waiting:
                await self._finished(key)
        lane.task = None
        if not lane.waiting:
            del self._lanes[key]

    async def _deal_with(self, update: Incoming) -> None:
        if update.id in self._resumed:
            self._resumed.discard(update.id)
            await self._worker.run(lambda connection: inbox.begin(connection, update.id))
        try:
            await self._handle(update)
        except Exception:  # noqa: BLE001  one failing update must not stop the lane
            _log.exception("an update failed outside its handler", update=update.id)
            self._metrics.errors.labels("lane").inc()
        self._finish(update)

    def _finish(self, update: Incoming) -> None:
        """Have it written down that an update is dealt with; only this lane's next one has to wait for that."""
        if len(self._finishing) >= self._sweep_at:
            self._finishing = {key: future for key, future in self._finishing.items() if not future.done()}
            self._sweep_at = max(_FEW_FINISHING, 2 * len(self._finishing))
        self._finishing[update.lane] = self._worker.post(lambda connection: inbox.finish(connection, update))

    async def _finished(self, key: int) -> None:
        """Wait until a lane's last update is written down, for a while: of each person only the last answer may then be given twice."""
        finishing = self._finishing.pop(key, None)
        if finishing is not None and not finishing.done():
            writing = asyncio.wrap_future(finishing)
            writing.add_done_callback(lambda done: done.cancelled() or done.exception())
            await asyncio.wait({writing}, timeout=_WRITE_SECONDS)

    async def stop(self, patience: float) -> None:
        """Begin nothing more and finish what is in hand; after `patience` seconds it is left for the next run."""
        self._is_stopping = True
        tasks = [lane.task for lane in self._lanes.values() if lane.task]
        if tasks:
            _done, late = await asyncio.wait(tasks, timeout=patience)
            for task in late:
                task.cancel()
            for task in late:
                with suppress(asyncio.CancelledError):
                    await task
