"""Pressed buttons: every press is answered, be it with a short notice."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

import structlog
from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, MaybeInaccessibleMessage, Message, Update, User
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from handlers import texts
from handlers.addressing import seat_of
from handlers.desk import Desk, Seat
from handlers.keyboards import Action, Press, pressed, remarked
from handlers.lines import clipped
from handlers.pages import Page
from handlers.sending import edit, mark, send
from knowledge.store.dialogue import Asked

PATIENCE = 3.0
_log = structlog.get_logger(__name__)
_LONGEST_NOTICE = 200


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button somebody pressed: under which message, among which others (None where Telegram shows them no more).

    `replied` is what that message replies to, where Telegram tells.
    """

    desk: Desk
    bot: Bot
    press: Press
    seat: Seat
    message: int
    keyboard: InlineKeyboardMarkup | None = None
    replied: Message | None = None

    async def asked(self) -> Asked | None:
        """The question that the button belongs to; its id comes first. None for one of another chat."""
        asked = await self.desk.asked(self.press.number(0))
        return asked if asked and asked.chat == self.seat.chat else None

    @property
    def is_private(self) -> bool:
        """Whether only one person can see the button."""
        return self.seat.chat_kind == "private"

    async def show_chosen(self, is_chosen: Callable[[Press], bool | None]) -> None:
        """Mark those of the message's buttons that are chosen."""
        if self.keyboard is not None:
            await mark(self.bot, self.seat.chat, self.message, remarked(self.keyboard, is_chosen))

    async def turn_into(self, page: Page | None) -> str | None:
        """Make the message another page; the notice where that is gone."""
        if page is None:
            return texts.PAGE_GONE
        self.desk.show(self.seat, page.facts)
        if not await edit(self.bot, self.seat.chat, self.message, page.html, page.keyboard):
            await send(self.bot, self.seat, [page.html], page.keyboard)
        return None


Effect = Callable[[Pressed], Awaitable[str | None]]
"""Does what a button is for; the notice for who pressed it, if any."""


async def press(
    desk: Desk, effects: Mapping[Action, Effect], update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """Do what a pressed button is for, and tell whoever pressed it; where that takes long, tell them that it does."""
    query = update.callback_query
    if query is None:
        return
    effect = asyncio.ensure_future(_effect(desk, effects, query, context.bot))
    try:
        done, _ = await asyncio.wait({effect}, timeout=PATIENCE)
        if not done:
            with suppress(TelegramError):
                await query.answer(texts.BUSY)
        notice = await effect
        if done:
            await query.answer(clipped(notice, _LONGEST_NOTICE) if notice else None)
    finally:
        effect.cancel()


async def _effect(desk: Desk, effects: Mapping[Action, Effect], query: CallbackQuery, bot: Bot) -> str | None:
    found, message = pressed(query.data), query.message
    if found is None or message is None:
        _log.warning("a button that is none of ours", person=query.from_user.id, data=(query.data or "")[:64])
        return texts.OLD_BUTTON
    told = message if isinstance(message, Message) else None
    keyboard, replied = (told.reply_markup, told.reply_to_message) if told else (None, None)
    seat = _seat(message, query.from_user)
    return await effects[found.action](Pressed(desk, bot, found, seat, message.message_id, keyboard, replied))


def _seat(message: MaybeInaccessibleMessage, person: User) -> Seat:
    if isinstance(message, Message):
        return seat_of(message, person.id)
    return Seat(message.chat.id, message.chat.type, person.id)
