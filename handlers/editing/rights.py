"""Only editors get through here: they are looked up at the moment of each command and each pressed button."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import Bot, Message, Update
from telegram.ext import ContextTypes

from handlers.addressing import is_private, seat_of, words_after_command
from handlers.desk import Seat
from handlers.editing import texts
from handlers.editing.newsroom import Newsroom
from handlers.keyboards import base36
from handlers.markup import escape
from handlers.pages import Page
from handlers.pressing import Effect, Pressed
from handlers.sending import send

Context = ContextTypes.DEFAULT_TYPE
Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """A message of somebody who may edit, in their chat with the bot."""

    newsroom: Newsroom
    bot: Bot
    message: Message
    is_edit: bool = False

    @property
    def seat(self) -> Seat:
        """Who speaks, and where."""
        return seat_of(self.message)

    @property
    def words(self) -> str:
        """What follows the command."""
        return words_after_command(self.message)

    async def reply(self, page: Page) -> int:
        """Answer with a page; the number of the message."""
        keyboard = page.keyboard if page.keyboard.inline_keyboard else None
        [sent] = await send(self.bot, self.seat, [page.html], keyboard, reply_to=self.message.message_id)
        return sent

    async def say(self, text: str) -> None:
        """Answer with plain words."""
        await send(self.bot, self.seat, [escape(text)], reply_to=self.message.message_id)


Command = Callable[[Turn], Awaitable[None]]
"""What an editor's command does."""
Press = Callable[[Newsroom, Pressed], Awaitable[str | None]]
"""What an editor's button does; the notice for who pressed it, if any."""


def for_editors(newsroom: Newsroom, command: Command, *, in_groups: bool = False) -> Callback:
    """A command that only editors may give, in their own chat with the bot (or, where that is safe, `in_groups` too)."""

    async def callback(update: Update, context: Context) -> None:
        message = update.effective_message
        if message is None:
            return
        turn = Turn(newsroom, context.bot, message, is_edit=update.edited_message is not None)
        if not newsroom.is_editor(turn.seat.person):
            _log.warning("an editor's command refused", command=_name(message), person=turn.seat.person)
            await turn.say(texts.EDITORS_ONLY)
        elif not (in_groups or is_private(message)):
            await turn.say(texts.NOT_IN_GROUPS.format(username=context.bot.username))
        else:
            await newsroom.keep_name(turn.seat.person, _full_name(message))
            await command(turn)

    return callback


def pressed_by_editors(newsroom: Newsroom, effect: Press) -> Effect:
    """A button that only editors may press, in their own chat with the bot."""

    async def press(pressed: Pressed) -> str | None:
        seat = pressed.seat
        if seat.chat_kind == "private" and newsroom.is_editor(seat.person):
            return await effect(newsroom, pressed)
        log_refused(pressed, "not an editor")
        return texts.EDITORS_ONLY

    return press


def pressed_by_owners(newsroom: Newsroom, effect: Press) -> Effect:
    """A button that only owners may press, in their own chat with the bot."""

    async def press(newsroom: Newsroom, pressed: Pressed) -> str | None:
        if newsroom.is_owner(pressed.seat.person):
            return await effect(newsroom, pressed)
        log_refused(pressed, "not an owner")
        return texts.OWNERS_ONLY

    return pressed_by_editors(newsroom, press)


def log_refused(pressed: Pressed, why: str) -> None:
    """Write down that a button did nothing, and whose press it was."""
    action, ids = pressed.press.action, pressed.press.ids
    _log.warning("a button refused", action=action.name, ids=ids, person=pressed.seat.person, why=why)


def _name(message: Message) -> str:
    return (message.text or "").split(maxsplit=1)[0][:40] if message.text else ""


def _full_name(message: Message) -> str:
    return message.from_user.full_name if message.from_user else base36(message.chat.id)
