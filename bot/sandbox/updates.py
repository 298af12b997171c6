"""The queue of updates, and how polling takes from it."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from telegram.constants import PollingLimit

from bot.sandbox.refusals import conflict

MICROSECOND = 1_000
LONGEST_POLL = 50.0
ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
"""Updates that a bot gets only when it names them."""


@dataclass(frozen=True)
class Update:
    """One update, and the lane in which it keeps its turn: a chat's or a person's."""

    id: int
    body: dict[str, Any]
    lane: int


class Updates:
    """Updates wait here until the bot confirms them; `changed` is called when one comes or goes, or it polls."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.changed = changed
        # numbered by the time, so that a stand-in started anew uses no number again
        self._ids = itertools.count(time.time_ns() // MICROSECOND)
        self._pending: dict[int, Update] = {}
        self._again: list[Update] = []
        self._all: dict[int, Update] = {}
        self._allowed: frozenset[str] | None = None
        self._poll: asyncio.Future[None] | None = None
        self.deliver: Callable[[Update], None] | None = None
        """Where a webhook is set, it takes every update at once."""

    @property
    def pending(self) -> list[Update]:
        """What the bot has not confirmed."""
        return list(self._pending.values())

    @property
    def polled(self) -> bool:
        """Whether a poll is waiting."""
        return self._poll is not None

    @property
    def last(self) -> int:
        """The number of the last update."""
        return max(self._all)

    @property
    def allowed(self) -> list[str]:
        """The kinds that the bot has asked for; none where it takes the usual ones."""
        return sorted(self._allowed or ())

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Let through these kinds from now on; None leaves it as it was, none at all means the usual."""
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    def add(self, kind: str, lane: int, body: dict[str, Any]) -> int | None:
        """Queue an update; its number, or None where the bot does not take this kind."""
        if kind not in self._allowed if self._allowed else kind in ON_REQUEST:
            return None
        number = next(self._ids)
        update = Update(number, {"update_id": number, kind: body}, lane)
        self._all[number] = self._pending[number] = update
        self._offer(update)
        self.changed()
        return number

    def redeliver(self, number: int) -> None:
        """Deliver an update once more, though the bot may have confirmed it."""
        update = self._all[number]
        if number not in self._pending:
            self._again.append(update)
        self._offer(update)

    def _offer(self, update: Update) -> None:
        if self.deliver:
            self.deliver(update)
        elif self._poll and not self._poll.done():
            self._poll.set_result(None)

    def confirm(self, number: int) -> None:
        """Forget an update that a webhook has taken."""
        self._pending.pop(number, None)
        self._again = [update for update in self._again if update.id != number]
        self.changed()

    def drop(self) -> None:
        """Forget all that is pending."""
        self._pending.clear()

    def interrupt(self, request: str) -> None:
        """End the poll under way, as Telegram does when another request takes its place."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(conflict(f"terminated by {request}"))

    async def poll(self, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:
        """The next updates from `offset`; earlier ones are confirmed by asking. Waits for the first."""
        self.interrupt("other getUpdates request; make sure that only one bot instance is running")
        self._confirm_before(offset)
        if not self._pending and not self._again and timeout > 0:
            await self._arrival(min(timeout, LONGEST_POLL))
        taken = [*self._again, *itertools.islice(self._pending.values(), _limit(limit))]
        self._again = []
        return [update.body for update in taken]

    def _confirm_before(self, offset: int) -> None:
        if offset < 0:
            offset = min([*self._pending][offset:], default=0)
        for number in [number for number in self._pending if number < offset]:
            del self._pending[number]
        self.changed()

    async def _arrival(self, patience: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        self.changed()
        try:
            async with asyncio.timeout(patience):
                await poll
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None


def _limit(limit: int) -> int:
    return min(max(limit, PollingLimit.MIN_LIMIT), PollingLimit.MAX_LIMIT)
