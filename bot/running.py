"""The running bot: everything opened in order, and closed in the opposite one."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import structlog
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.application import Conversing, Telegram, build, publish_commands, transports
from bot.delivery import Delivery
from bot.lanes import Lanes
from bot.metrics import Metrics
from bot.notifying import Notifier
from bot.receiving import WANTED, Intake, Poller
from bot.serving import serve
from bot.settings import Settings, SettingsError
from bot.turns import Turns
from handlers.desk import KEPT, Desk, now_in_utc
from knowledge.service import Knowledge
from knowledge.store import dialogue, drafts, inbox, outbox
from knowledge.store.posts import drop_settled_posts
from knowledge.store.reader import connect
from knowledge.store.told import REMEMBERED, drop_told_before
from knowledge.store.worker import Worker

Result = TypeVar("Result")

GRACE_SECONDS = 2.5
"""How long what is in hand may take once the bot is told to stop; the whole takes under five, on a busy machine too."""
_REMEMBERED_UPDATES = timedelta(days=8)
_HOUSEKEEPING_SECONDS = 3600.0
_WEBHOOK_CONNECTIONS = 40
_log = structlog.get_logger("hoidap")


class _Stopped(Exception):  # noqa: N818  not an error
    """The bot was told to stop before it was up."""


async def run(
    settings: Settings, stop: asyncio.Event | None = None, *, clock: Callable[[], datetime] = now_in_utc
) -> None:
    """Run the bot until `stop` is set, or SIGTERM or SIGINT comes; `clock` tells when things are due.

    Raises SettingsError where Telegram refuses the token or the webhook, or the address
    to serve on cannot be had; StoreError where the store cannot be opened.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    stop = stop or _stop_on_signals()
    with suppress(_Stopped):
        async with _running(settings, stop, clock) as poller:
            _log.info("started", webhook=bool(settings.webhook_url), database=str(settings.database))
            await _until(stop, poller.run() if poller else stop.wait())
    _log.info("stopped")


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def _until(stop: asyncio.Event, work: Awaitable[Result]) -> Result:
    """What `work` gives; _Stopped where `stop` is set first."""
    working = asyncio.ensure_future(work)
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return await working
        raise _Stopped
    finally:
        for task in (working, stopping):
            task.cancel()
            with suppress(asyncio.CancelledError, TelegramError):
                await task


@asynccontextmanager
async def _running(
    settings: Settings, stop: asyncio.Event, clock: Callable[[], datetime]
) -> AsyncIterator[Poller | None]:
    """The bot, up and taking updates; what fetches them, or None behind a webhook."""
    metrics = Metrics()
    async with AsyncExitStack() as stack:
        Knowledge.open(settings.database).close()
        worker = Worker(settings.database)
        stack.callback(worker.close)
        desk = Desk(
            settings.database, worker, clock=clock, zone=settings.timezone, on_answer=metrics.answered
        )
        stack.callback(desk.close)
        connection = connect(settings.database)
        stack.callback(connection.close)
        sending, fetching = transports()
        for transport in (sending, fetching):
            stack.push_async_callback(transport.shutdown)
        delivery = Delivery(metrics)
        application = build(settings, desk, metrics, delivery, sending=sending, fetching=fetching)
        await _until(stop, _initialize(application))
        stack.push_async_callback(application.shutdown)
        notifier = Notifier(
            desk,
            connection,
            application.bot,
            metrics,
            Turns(delivery.chats),
            per_second=settings.notices_per_second,
        )
        conversing = Conversing(application, worker, notifier)
        lanes = Lanes(conversing.handle, worker, connection, metrics, on_queue=conversing.on_queue)
        stack.push_async_callback(lanes.stop, GRACE_SECONDS)
        intake = Intake(lanes, metrics)
        poller = None if settings.webhook_url else Poller(fetching, application.bot.base_url, intake)
        metrics.watch(
            "hoidap_updates_waiting", "Updates taken in and not yet dealt with.", lambda: lanes.waiting
        )
        metrics.watch("hoidap_writes_waiting", "Writes queued for the store.", lambda: worker.waiting)
        _watch_outbox(metrics, connection, desk)
        server = await serve(settings, intake, _health(worker, poller), metrics.registry)
        if server:
            stack.push_async_callback(server.cleanup)
        if left := await lanes.resume():
            _log.info("going on with what was left", updates=left)
        await _until(stop, _introduce(application, settings))
        _in_background(stack, lambda: _keep_house(worker))
        _in_background(stack, notifier.run)
        _in_background(stack, lambda: publish_commands(application.bot))
        yield poller


async def _initialize(application: Telegram) -> None:
    try:
        await application.initialize()
    except InvalidToken:
        raise SettingsError("HOIDAP_TOKEN is refused by Telegram; @BotFather gives a valid one") from None


async def _introduce(application: Telegram, settings: Settings) -> None:
    """Tell Telegram how updates are to come; those that wait there are kept."""
    try:
        if settings.webhook_url is None or settings.webhook_secret is None:
            await application.bot.delete_webhook(drop_pending_updates=False)
            return
        await application.bot.set_webhook(
            settings.webhook_url,
            secret_token=settings.webhook_secret.get_secret_value(),
            max_connections=_WEBHOOK_CONNECTIONS,
            allowed_updates=WANTED,
            drop_pending_updates=False,
        )
    except BadRequest as error:
        raise SettingsError(f"HOIDAP_WEBHOOK_URL is {settings.webhook_url!r}: {error.message}") from None
    except TelegramError as error:  # the token is known to be good; updates may come all the same
        _log.warning("Telegram could not be told how updates are to come", error=str(error))


def _watch_outbox(metrics: Metrics, connection: sqlite3.Connection, desk: Desk) -> None:
    metrics.watch_states("hoidap_outbox", "Notices by state.", lambda: outbox.counts(connection))
    metrics.watch(
        "hoidap_outbox_oldest_seconds", "For how long the oldest notice has been due.",
        lambda: outbox.oldest_due(connection, desk.clock()),
    )  # fmt: skip


def _health(worker: Worker, poller: Poller | None) -> Callable[[], dict[str, bool]]:
    def health() -> dict[str, bool]:
        return {"store": worker.is_well, "updates": poller is None or poller.is_well}

    return health


def _in_background(stack: AsyncExitStack, work: Callable[[], Awaitable[None]]) -> None:
    task = asyncio.ensure_future(work())
    task.add_done_callback(_tell_of_death)

    async def end() -> None:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    stack.push_async_callback(end)


def _tell_of_death(task: asyncio.Future[None]) -> None:
    if not task.cancelled() and (error := task.exception()):
        _log.critical("work in the background has ended", exc_info=error)


async def _keep_house(worker: Worker) -> None:
    """Every hour, let go of what was promised not to be kept."""

    def let_go(connection: sqlite3.Connection) -> None:
        now = datetime.now(UTC)
        dialogue.drop_asked_before(connection, now - KEPT)
        outbox.drop_before(connection, now - KEPT)
        drafts.drop_before(connection, now - KEPT)
        drop_told_before(connection, now - REMEMBERED)
        drop_settled_posts(connection)
        inbox.drop_before(connection, now - _REMEMBERED_UPDATES)

    while True:
        worker.post(let_go)
        await asyncio.sleep(_HOUSEKEEPING_SECONDS)
