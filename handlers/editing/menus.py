"""The menu of commands of each editor, in their own chat: Telegram takes it once they have written."""

from __future__ import annotations

from contextlib import suppress

from telegram import Bot, BotCommandScopeChat, Update
from telegram.error import TelegramError

from handlers.addressing import is_private, seat_of
from handlers.commands import menu
from handlers.editing.newsroom import Newsroom
from handlers.editing.rights import Callback, Context


class Menus:
    """Gives editors their menu when they first write."""

    def __init__(self, newsroom: Newsroom) -> None:
        """Nobody has been given one by this process."""
        self._newsroom = newsroom
        self._given: set[int] = set()

    def offering(self, callback: Callback) -> Callback:
        """The same, and afterwards the menu of whoever wrote is as it should be."""

        async def offer(update: Update, context: Context) -> None:
            await callback(update, context)
            message = update.effective_message
            if message and is_private(message):
                await self._bring_up_to_date(context.bot, seat_of(message).person)

        return offer

    async def _bring_up_to_date(self, bot: Bot, person: int) -> None:
        if not self._newsroom.is_editor(person):
            self._given.discard(person)
        elif person not in self._given:
            with suppress(TelegramError):  # a courtesy, tried again with their next message
                await bot.set_my_commands(menu("editor"), scope=BotCommandScopeChat(person))
                self._given.add(person)


async def take_menu_away(bot: Bot, person: int) -> None:
    """Leave somebody who edits no more with the menu that everybody has."""
    with suppress(TelegramError):
        await bot.delete_my_commands(scope=BotCommandScopeChat(person))
