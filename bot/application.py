"""Wiring: python-telegram-bot, the conversations and the lanes, put together."""

from __future__ import annotations

import asyncio
import json
import time
from functools import partial
from typing import Any

import structlog
from telegram import BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, ChatMember, Update
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import Application, ApplicationBuilder, CallbackContext, ExtBot

from bot.buckets import Bucket, Buckets
from bot.delivery import AT_ONCE, Delivery
from bot.metrics import Metrics
from bot.notifying import Notifier
from bot.settings import Settings
from bot.transport import Transport
from handlers import texts
from handlers.addressing import is_meant_for
from handlers.commands import menu
from handlers.conversations import error_handler, handlers
from handlers.desk import Desk
from handlers.errors import is_ordinary
from knowledge.store import outbox
from knowledge.store.inbox import Incoming
from knowledge.store.worker import Worker

Bot = ExtBot[None]
Context = CallbackContext[Bot, dict[Any, Any], dict[Any, Any], dict[Any, Any]]
Telegram = Application[Bot, Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], None]

QUEUE_WORTH_A_WORD = 20
"""How many questions of one person may wait before they are told that it takes a while."""
_GROUP_BURST, _GROUP_INTERVAL = 6, 6.0
_READ_SECONDS = 10.0
_log = structlog.get_logger(__name__)


def transports() -> tuple[Transport, Transport]:
    """What sends, and what fetches updates; to be shut down by whoever asked for them."""
    return (
        Transport(connections=AT_ONCE, read_timeout=_READ_SECONDS),
        Transport(connections=1, read_timeout=_READ_SECONDS),
    )


def build(
    settings: Settings,
    desk: Desk,
    metrics: Metrics,
    delivery: Delivery,
    *,
    sending: Transport,
    fetching: Transport,
) -> Telegram:
    """The application with all conversations; it fetches nothing by itself."""
    token = settings.token.get_secret_value()
    application: Telegram = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{settings.api_base}/bot")
        .base_file_url(f"{settings.api_base}/file/bot")
        .request(sending)
        .get_updates_request(fetching)
        .rate_limiter(delivery)
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.add_handlers(handlers(desk, settings.owners))
    application.add_error_handler(partial(_count_error, metrics))
    application.add_error_handler(error_handler(desk, sorted(settings.owners)))
    return application


async def _count_error(metrics: Metrics, _update: object, context: Context) -> None:
    if context.error and not is_ordinary(context.error):
        metrics.errors.labels(type(context.error).__name__).inc()


class Conversing:
    """Hands updates from the lanes to the conversations, each person within fair limits."""

    def __init__(self, application: Telegram, worker: Worker, notifier: Notifier) -> None:
        """Converse through `application`, which is initialized; `notifier` hears who has written."""
        self._application = application
        self._worker = worker
        self._notifier = notifier
        self._turns: Buckets[tuple[int, int]] = Buckets(
            lambda _who: Bucket(_GROUP_BURST, _GROUP_INTERVAL, time.monotonic)
        )
        self._words: set[asyncio.Task[None]] = set()

    async def handle(self, incoming: Incoming) -> None:
        """Deal with one update; returns when that is done, whatever the outcome."""
        update = Update.de_json(json.loads(incoming.body), self._application.bot)
        if (chat := update.effective_chat) and not _is_farewell(update):
            self._notifier.hear_from(chat.id)
        if update.message and (new := update.message.migrate_to_chat_id):
            old = update.message.chat.id
            self._worker.post(lambda connection: outbox.migrate_chat(connection, old, new))
        await self._wait_turn(update)
        await self._application.process_update(update)

    async def _wait_turn(self, update: Update) -> None:
        """A group's 20 messages a minute are everybody's: one person's questions may not use them up."""
        message, person = update.message or update.edited_message, update.effective_user
        if message is None or person is None or message.chat.type == ChatType.PRIVATE:
            return
        if not is_meant_for(message, self._application.bot):
            return
        if pause := self._turns[message.chat.id, person.id].reserve():
            await asyncio.sleep(pause)

    def on_queue(self, incoming: Incoming, waiting: int) -> None:
        """Tell a person who asks faster than is answered that nothing is lost."""
        if waiting == QUEUE_WORTH_A_WORD and incoming.person is not None:
            chat = (json.loads(incoming.body).get("message") or {}).get("chat", {})
            if chat.get("type") == ChatType.PRIVATE:
                task = asyncio.create_task(self._say(chat["id"], texts.MANY_QUESTIONS))
                self._words.add(task)
                task.add_done_callback(self._words.discard)

    async def _say(self, chat: int, text: str) -> None:
        try:
            await self._application.bot.send_message(chat, text)
        except TelegramError:
            return  # a courtesy: who cannot be reached will not miss it


def _is_farewell(update: Update) -> bool:
    """Whether the bot has just been blocked, or thrown out of a group."""
    membership = update.my_chat_member
    return membership is not None and membership.new_chat_member.status in (
        ChatMember.BANNED,
        ChatMember.LEFT,
    )


async def publish_commands(bot: Bot) -> None:
    """Give Telegram the commands that its menus are to offer."""
    try:
        await bot.set_my_commands(menu("private"), scope=BotCommandScopeAllPrivateChats())
        await bot.set_my_commands(menu("group"), scope=BotCommandScopeAllGroupChats())
    except TelegramError as error:
        _log.warning("the menus of commands could not be given", error=str(error))
