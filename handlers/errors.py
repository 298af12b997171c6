"""When something goes wrong: a person gets an id and kind words, the log gets the rest, owners hear of it."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

from telegram import Bot, CallbackQuery, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ContextTypes

from handlers import texts
from handlers.addressing import seat_of
from handlers.desk import Desk
from handlers.markup import escape
from handlers.sending import send
from knowledge.store import dialogue

_ALERTS_APART = timedelta(hours=1)
_ORDINARY = ("query is too old", "query id is invalid", "message is not modified")
_log = logging.getLogger(__name__)


async def on_error(
    desk: Desk, owners: Sequence[int], update: object, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """Log what went wrong under an id, tell the person that id, and the owners once per kind and hour."""
    error = context.error
    if error is None or is_ordinary(error):
        _log.warning("no trouble of ours: %s", error)
        return
    number = secrets.token_hex(3).upper()
    _log.error("error %s", number, exc_info=error)
    for tell in (
        _tell_person(context.bot, update, number),
        _tell_owners(desk, owners, context.bot, error, number),
    ):
        try:
            await tell
        except Exception:  # noqa: BLE001  an error handler has nobody to raise to
            _log.warning("nobody could be told of error %s", number, exc_info=True)


def is_ordinary(error: Exception) -> bool:
    """Whether it is nothing but a person who blocked the bot, a button pressed long ago, or the network.

    After a time-out the answer may well be there: to say then that it is not would be worse than silence.
    """
    if isinstance(error, BadRequest):
        return any(words in error.message.lower() for words in _ORDINARY)
    return isinstance(error, Forbidden | NetworkError | RetryAfter)


async def _tell_person(bot: Bot, update: object, number: str) -> None:
    if not isinstance(update, Update):
        return
    if update.callback_query:
        await _tell_presser(update.callback_query, number)
    elif message := update.message or update.edited_message:
        text = escape(texts.FAILED.format(id=number))
        await send(bot, seat_of(message), [text], reply_to=message.message_id)


async def _tell_presser(query: CallbackQuery, number: str) -> None:
    await query.answer(texts.FAILED_NOTICE.format(id=number), show_alert=True)


async def _tell_owners(desk: Desk, owners: Sequence[int], bot: Bot, error: Exception, number: str) -> None:
    kind, now = type(error).__name__, desk.clock()
    if not owners:
        return
    may = await desk.worker.run(
        lambda connection: dialogue.may_alert(connection, kind, now, now - _ALERTS_APART)
    )
    for owner in owners if may else ():
        with suppress(TelegramError):
            await bot.send_message(owner, texts.ALERT.format(id=number, kind=kind))
