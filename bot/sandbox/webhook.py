"""Delivery of updates to a webhook: in order within a chat, again and again until it is taken."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import httpx

from bot.sandbox.updates import Update, Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  a header's name
PATIENCE = 60.0
FIRST_PAUSE = 0.1
LONGEST_PAUSE = 5.0


@dataclass
class Webhook:
    """Where updates go, and how it has been going."""

    url: str
    secret: str
    max_connections: int
    updates: Updates
    last_error: tuple[int, str] | None = None
    _lanes: dict[int, deque[Update]] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        limits = httpx.Limits(max_connections=self.max_connections)
        self._client = httpx.AsyncClient(limits=limits, timeout=PATIENCE, trust_env=False)

    def start(self) -> None:
        """Deliver what is pending, and from now on what comes."""
        self.updates.deliver = self._offer
        for update in self.updates.pending:
            self._offer(update)

    async def stop(self) -> None:
        """Deliver nothing more; what was not taken stays pending."""
        self.updates.deliver = None
        for task in self._tasks:
            task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._client.aclose()

    def _offer(self, update: Update) -> None:
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = deque([update])
        task = asyncio.get_running_loop().create_task(self._serve(update.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, number: int) -> None:
        lane, pause = self._lanes[number], FIRST_PAUSE
        while lane:
            if await self._taken(lane[0]):
                self.updates.confirm(lane.popleft().id)
                pause = FIRST_PAUSE
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
        del self._lanes[number]

    async def _taken(self, update: Update) -> bool:
        headers = {SECRET_HEADER: self.secret} if self.secret else {}
        try:
            response = await self._client.post(self.url, json=update.body, headers=headers)
        except httpx.HTTPError as error:
            self._note(str(error) or type(error).__name__)
            return False
        if not response.is_success:
            self._note(f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}")
        return response.is_success

    def _note(self, error: str) -> None:
        self.last_error = (int(time.time()), error)
        self.updates.changed()

    def as_json(self) -> dict[str, Any]:
        """The fields of getWebhookInfo that tell of this webhook."""
        error = {}
        if self.last_error:
            error = {"last_error_date": self.last_error[0], "last_error_message": self.last_error[1]}
        return {"max_connections": self.max_connections, **error}
