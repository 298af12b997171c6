"""Requests to Telegram: paced per chat, and tried again where that is safe.

What each fault means follows Telegram's documentation of errors and flood limits
(https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this):
429 tells when to come back; 5xx and a connection that could not be made did
nothing; after a time-out or a reset nobody knows whether the message went out.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from typing import Any

import aiohttp
import structlog
from telegram.constants import FloodLimit
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import BaseRateLimiter

from bot.buckets import Bucket, Buckets
from bot.metrics import Metrics
from bot.transport import NEVER_SENT

Result = bool | dict[str, Any] | list[dict[str, Any]]
Request = Callable[..., Coroutine[Any, Any, Result]]

PRIVATE_BURST, PRIVATE_INTERVAL = 10, 1.0 / FloodLimit.MESSAGES_PER_SECOND_PER_CHAT
GROUP_BURST, GROUP_INTERVAL = 20, 60.0 / FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP
AT_ONCE = 16
"""Requests under way at once, and connections kept."""
PATIENCE = 24 * 3600.0
"""How long a message is tried again while Telegram is out of reach; it keeps updates as long."""
_PACED = ("sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageReplyMarkup")
_SENDS = ("sendMessage", "sendPhoto", "sendDocument")
_PASSING = {"answerCallbackQuery": 10.0, "answerInlineQuery": 5.0, "sendChatAction": 0.0}
"""What is of no use later, and for how many seconds it is."""
_PASSING_TRIES = 2
_FINAL = (BadRequest, Forbidden, InvalidToken, Conflict)
_log = structlog.get_logger(__name__)


_once: ContextVar[bool] = ContextVar("once", default=False)


@contextmanager
def once_only() -> Iterator[None]:
    """What is requested within is tried once and at once: whoever asks has a queue of their own."""
    token = _once.set(True)
    try:
        yield
    finally:
        _once.reset(token)


def backoff() -> Iterator[float]:
    """Seconds to wait before each further try: doubling from half a second up to half a minute."""
    pause = 0.5
    while True:
        yield pause
        pause = min(pause * 2, 30.0)


def told_to_wait(error: RetryAfter) -> float:
    """The seconds that Telegram wants to be left alone."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


class Delivery(BaseRateLimiter[None]):
    """The rate limiter that python-telegram-bot hands every request to."""

    def __init__(
        self,
        metrics: Metrics,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Count in `metrics`; `clock` and `sleep` are in seconds."""
        self._metrics = metrics
        self._clock = clock
        self._sleep = sleep
        self.chats: Buckets[int | str] = Buckets(self._bucket_for)
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(  # noqa: PLR0917  python-telegram-bot's own signature
        self,
        callback: Request,
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002
    ) -> Result:
        """Make a request in its turn, and again where that is safe; raises what stays wrong."""
        if _once.get():
            return await callback(*args, **kwargs)
        tries = _Tries(endpoint, self._clock)
        while True:
            await self._turn(endpoint, data)
            try:
                async with self._slots:
                    result = await callback(*args, **kwargs)
            except RetryAfter as error:
                pause = tries.pause_as_told(error)
                self._metrics.requests.labels("any", "RetryAfter").inc()
                if endpoint in _PACED and (chat := data.get("chat_id")) is not None:
                    self.chats[chat].hold(pause)  # whatever is to go there waits, this first
                    pause = 0.0
            except ChatMigrated as error:
                data["chat_id"] = error.new_chat_id
                pause = 0.0
            except TelegramError as error:
                self._metrics.requests.labels(endpoint, type(error).__name__).inc()
                pause = tries.pause_after(error)
            else:
                self._metrics.requests.labels(endpoint, "ok").inc()
                return result
            await self._sleep(pause)

    async def _turn(self, endpoint: str, data: dict[str, Any]) -> None:
        chat = data.get("chat_id")
        if chat is not None and endpoint in _PACED and (pause := self.chats[chat].reserve()):
            await self._sleep(pause)

    def _bucket_for(self, chat: int | str) -> Bucket:
        is_group = isinstance(chat, str) or chat < 0
        burst, interval = (GROUP_BURST, GROUP_INTERVAL) if is_group else (PRIVATE_BURST, PRIVATE_INTERVAL)
        return Bucket(burst, interval, self._clock)


class _Tries:
    """The tries of one request: when to try again after an error, and when not."""

    def __init__(self, endpoint: str, clock: Callable[[], float]) -> None:
        self._endpoint = endpoint
        self._clock = clock
        self._since = clock()
        self._pauses = backoff()
        self._made = 0
        self._timed_out = 0

    def pause_as_told(self, error: RetryAfter) -> float:
        """Seconds that Telegram wants to be left alone; raises the error where that is too long to be of use."""
        seconds = told_to_wait(error)
        if self._clock() - self._since + seconds > _PASSING.get(self._endpoint, PATIENCE):
            raise error
        return seconds

    def pause_after(self, error: TelegramError) -> float:
        """Seconds to wait before the next try; raises the error where there is to be none."""
        self._made += 1
        if isinstance(error, _FINAL) or not isinstance(error, NetworkError):
            raise error
        if isinstance(error.__cause__, aiohttp.InvalidURL):
            raise error
        if isinstance(error, TimedOut) and not isinstance(error.__cause__, NEVER_SENT):
            self._timed_out += 1
            if self._endpoint in _SENDS and self._timed_out > 1:
                raise error  # it may be there twice already
        given_up = self._clock() - self._since > PATIENCE
        if given_up or (self._endpoint in _PASSING and self._made >= _PASSING_TRIES):
            raise error
        pause = next(self._pauses)
        _log.warning("telegram out of reach", method=self._endpoint, error=str(error), again_in=pause)
        return pause
