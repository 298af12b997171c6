"""Questions: answered as a reply, and answered anew where they are edited."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace

from telegram import Bot, ForceReply, Message, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from handlers import texts
from handlers.addressing import Albums, is_private, question_after_command, question_in, seat_of
from handlers.desk import Desk, Seat
from handlers.follow_pages import under_answer_rows
from handlers.keyboards import editing_row, under_answer
from handlers.markup import escape
from handlers.pages import known_of
from handlers.rendering_html import rendered
from handlers.sending import change, send
from knowledge.service import Reply
from knowledge.store.dialogue import Asked

Context = ContextTypes.DEFAULT_TYPE
TYPING_AFTER = 1.0
TYPING_LASTS = 4.5
CROWD = 20
"""Where more people than this wait, it is for each other: to show each of them that the bot is typing would make all wait longer."""


async def ask(desk: Desk, albums: Albums, update: Update, context: Context) -> None:
    """A message that may be a question: in private it is, in groups where it is meant for the bot."""
    message = update.effective_message
    if message is None:
        return
    albums.is_first(message)
    question = question_in(message, context.bot)
    if question is not None:
        await respond(desk, context.bot, message, question, edited=update.edited_message is not None)


async def ask_by_command(desk: Desk, update: Update, context: Context) -> None:
    """A question after /hoi, or /hoi as a reply to somebody's question."""
    message = update.effective_message
    if message is not None:
        question = question_after_command(message, context.bot)
        await respond(desk, context.bot, message, question, edited=update.edited_message is not None)


async def respond(desk: Desk, bot: Bot, message: Message, question: str, *, edited: bool = False) -> None:
    """Answer the question in a message, unless that has been done; one that was edited is answered anew."""
    seat = seat_of(message)
    before = await desk.asked_in(seat.chat, message.message_id)
    if before and before.answers and (not edited or await desk.is_unchanged(before, question)):
        return
    if question:
        await answer(desk, bot, seat, question, message=message.message_id, again=before)
    elif not edited:
        await _ask_for_question(bot, message, seat)


async def _ask_for_question(bot: Bot, message: Message, seat: Seat) -> None:
    force = ForceReply(selective=True, input_field_placeholder=texts.ASK_ME_HINT)
    keyboard = None if is_private(message) else force
    await send(bot, seat, [escape(texts.ASK_ME)], keyboard, reply_to=message.message_id)


async def answer(
    desk: Desk,
    bot: Bot,
    seat: Seat,
    question: str,
    *,
    message: int | None = None,
    reply_to: int | None = None,
    again: Asked | None = None,
) -> None:
    """Answer a question, as a reply to the message it was asked in, or else to another.

    `again` is a question whose answer this one replaces.
    """
    asked, reply = await _typing_meanwhile(desk, bot, seat, question, message=message, again=again)
    follows = under_answer_rows(asked, desk.follows(seat.chat), reply.lexicon)
    edits = editing_row(asked) if seat.chat_kind == "private" and desk.may_edit(seat.person) else []
    html = rendered(reply.answer)
    keyboard = under_answer(asked, [known_of(asked, reply.lexicon), *follows, edits])
    if not asked.answers:  # before anybody sees the buttons, for they have to work at once
        desk.note(asked, reply.context)
    standing = await change(bot, seat, asked.answers, html, keyboard, reply_to=message or reply_to)
    if asked.answers:
        desk.note(replace(asked, answers=standing), reply.context)
    else:
        desk.answered_in(asked, standing)


async def _typing_meanwhile(
    desk: Desk, bot: Bot, seat: Seat, question: str, *, message: int | None, again: Asked | None
) -> tuple[Asked, Reply]:
    """Ask, and show that the bot is at it where that takes longer than a moment."""
    asking = asyncio.ensure_future(desk.ask(question, seat, message=message, again=again))
    try:
        done, _ = await asyncio.wait({asking}, timeout=TYPING_AFTER)
        while not done:
            if desk.waiting <= CROWD:
                with suppress(TelegramError):
                    await bot.send_chat_action(seat.chat, ChatAction.TYPING, message_thread_id=seat.thread)
            done, _ = await asyncio.wait({asking}, timeout=TYPING_LASTS)
    finally:
        asking.cancel()
    return await asking
