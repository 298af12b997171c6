"""Updates from Telegram into the lanes: fetched by long polling, or delivered to the webhook."""

from __future__ import annotations

import asyncio
import hmac
import json
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from urllib.parse import urlencode

import structlog
from aiohttp import web
from telegram import Update
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.delivery import backoff, told_to_wait
from bot.lanes import Lanes
from bot.metrics import Metrics
from bot.transport import Transport
from knowledge.errors import StoreError
from knowledge.store.inbox import Incoming

WANTED = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.CHOSEN_INLINE_RESULT,
    Update.MY_CHAT_MEMBER,
)
"""The kinds of update the bot asks Telegram for."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the header's name
_FETCH = "getUpdates"
_POLL_SECONDS = 50
_AT_ONCE_SECONDS = 0.2
_FULL_DISK_SECONDS = 1.0
_BEYOND = 2**63
_log = structlog.get_logger(__name__)


def incoming(update: object, now: datetime) -> tuple[Incoming, str]:
    """An update as the inbox keeps it, and its kind; ValueError where it is none, or holds numbers that nobody has.

    Its lane is one person in one chat, so that nobody waits for somebody else, nor in
    private for what they asked in a group that may be sent no more for a while.
    """
    number = _number_of(update)
    if number is None or not isinstance(update, dict):
        raise ValueError("an update without an update_id")  # of the value, not of our code
    if not _fits(update):
        raise ValueError("an update with a number beyond 64 bits")
    kind = next((key for key in update if key != "update_id"), "empty")
    content = update.get(kind)
    content = content if isinstance(content, dict) else {}
    person, message = _number(content.get("from")), content.get("message")
    chat = _number((message if isinstance(message, dict) else content).get("chat"))
    lane = _lane(person or chat or 0, chat or person or 0)
    # in ASCII anything can be kept, halves of characters too
    return Incoming(number, now, lane, person, json.dumps(update)), kind if kind in WANTED else "other"


def _number_of(update: object) -> int | None:
    found = update.get("update_id") if isinstance(update, dict) else None
    return found if type(found) is int and _fits(found) else None


def _number(of: object) -> int | None:
    found = of.get("id") if isinstance(of, dict) else None
    return found if isinstance(found, int) else None


def _lane(person: int, chat: int) -> int:
    """A number for a person in a chat; in private it is that of both."""
    if person == chat:
        return person
    return int.from_bytes(blake2b(f"{chat} {person}".encode(), digest_size=8).digest(), signed=True)


def _fits(value: object) -> bool:
    """Whether all numbers in a value can be kept; Telegram's have 52 bits at most."""
    if isinstance(value, int):
        return -_BEYOND <= value < _BEYOND
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return all(map(_fits, inner))


class Intake:
    """Where updates come in, however they do."""

    def __init__(self, lanes: Lanes, metrics: Metrics) -> None:
        """Hand everything to `lanes`."""
        self._lanes = lanes
        self._metrics = metrics

    async def take(self, updates: Iterable[object]) -> None:
        """Take updates in; StoreError where they could not be stored.

        What can never be dealt with is dropped: it must not come again for ever, nor keep back the others.
        """
        await self._lanes.take(list(self._usable(updates)))

    def _usable(self, updates: Iterable[object]) -> Iterator[Incoming]:
        now = datetime.now(UTC)
        for update in updates:
            try:
                found, kind = incoming(update, now)
            except (ValueError, RecursionError) as error:
                _log.warning("dropped what came from Telegram", error=str(error))
                self._metrics.updates.labels("dropped").inc()
            else:
                self._metrics.updates.labels(kind).inc()
                yield found


class Poller:
    """Fetches updates; Telegram hears that they arrived with the next fetch, once they are stored."""

    def __init__(
        self,
        transport: Transport,
        base_url: str,
        intake: Intake,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Fetch for `intake`; `base_url` is where the bot's methods are called, `sleep` is in seconds."""
        self._sleep = sleep
        self._transport = transport
        self._address = f"{base_url}/{_FETCH}"
        self._intake = intake
        self.is_well = True

    async def run(self) -> None:
        """Fetch until cancelled; InvalidToken where Telegram refuses the token."""
        offset: int | None = None
        pauses = backoff()
        while True:
            began, before = time.monotonic(), offset
            try:
                offset = await self._fetch(offset)
            except InvalidToken:
                raise
            except (TelegramError, StoreError, ValueError) as error:
                self.is_well = False
                pause = _pause_for(error, next(pauses))
                _log.warning("cannot fetch updates", error=str(error), again_in=pause)
                await self._sleep(pause)
            else:
                self.is_well, pauses = True, backoff()
                if offset == before and time.monotonic() - began < _AT_ONCE_SECONDS:
                    await self._sleep(
                        _AT_ONCE_SECONDS
                    )  # not everything between here and Telegram lets a request wait

    async def _fetch(self, offset: int | None) -> int | None:
        """Fetch once, and take updates in as they are: one that nobody understands must not keep back the others."""
        wanted = {"timeout": _POLL_SECONDS, "allowed_updates": json.dumps(WANTED)}
        since = {} if offset is None else {"offset": offset}
        updates = await self._transport.post(
            f"{self._address}?{urlencode(wanted | since)}",
            read_timeout=(self._transport.read_timeout or 0.0) + _POLL_SECONDS,
        )
        if not isinstance(updates, list):
            raise ValueError("what came is no list of updates")  # noqa: TRY004  of the value, not of our code
        if updates:
            await self._intake.take(updates)
        numbers = [number for update in updates if (number := _number_of(update)) is not None]
        return max(numbers) + 1 if numbers else offset


def _pause_for(error: Exception, usual: float) -> float:
    if isinstance(error, StoreError):
        return _FULL_DISK_SECONDS  # people are answered all the same: whoever asks meanwhile should not wait long
    if isinstance(error, RetryAfter):
        return told_to_wait(error)
    return usual


class Webhook:
    """Takes deliveries from whoever knows the secret; 200 means that the update is stored."""

    def __init__(self, intake: Intake, *, path: str, secret: str) -> None:
        """Hand what is delivered to a path to `intake`."""
        self._intake = intake
        self._path = path
        self._secret = secret.encode()

    async def deliver(self, request: web.Request) -> web.Response:
        """One update; what is none is taken too, for it would only come again."""
        if request.raw_path.partition("?")[0] != self._path:
            return web.Response(status=404)
        shown = request.headers.get(SECRET_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(shown, self._secret):
            _log.debug("refused a delivery without the secret")
            return web.Response(status=403)
        try:
            await self._intake.take([_read(await request.read())])
        except StoreError as error:
            _log.error("could not store an update; Telegram will send it again", error=str(error))
            return web.Response(status=503)
        return web.Response()


def _read(body: bytes) -> object:
    """What was delivered; None where that cannot be read."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
