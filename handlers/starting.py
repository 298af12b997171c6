"""First words: /start, and what is sent that is no question."""

from __future__ import annotations

from telegram import Update
from telegram.ext import ContextTypes

from handlers import links, texts
from handlers.addressing import is_private, seat_of
from handlers.asking import respond
from handlers.desk import Desk
from handlers.markup import escape
from handlers.sending import send

Context = ContextTypes.DEFAULT_TYPE


async def start(desk: Desk, update: Update, context: Context) -> None:
    """/start, perhaps by a link to a question."""
    message = update.effective_message
    if message is None:
        return
    link = links.read(context.args[0]) if context.args else None
    if link and link.kind == "question":
        await respond(desk, context.bot, message, link.target)
    else:
        await send(context.bot, seat_of(message), [escape(texts.WELCOME)], reply_to=message.message_id)


async def unknown_command(update: Update, context: Context) -> None:
    """A command nobody has thought of; in groups only where this bot is meant."""
    message = update.effective_message
    if message is None:
        return
    [command, *_rest] = (message.text or "").split(maxsplit=1)
    _name, _at, whose = command.partition("@")
    if whose.casefold() == context.bot.username.casefold() or (not whose and is_private(message)):
        await send(
            context.bot, seat_of(message), [escape(texts.UNKNOWN_COMMAND)], reply_to=message.message_id
        )


async def only_text(update: Update, context: Context) -> None:
    """A sticker, a voice message and the like, in private."""
    message = update.effective_message
    if message is not None:
        await send(context.bot, seat_of(message), [escape(texts.ONLY_TEXT)], reply_to=message.message_id)
