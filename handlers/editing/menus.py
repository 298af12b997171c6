"""The menu of commands of each editor, in their own chat: Telegram takes it once they have written."""

from __future__ import annotations

from telegram import Bot, BotCommandScopeChat, Update
from telegram.error import TelegramError

from handlers.addressing import is_private, seat_of
from handlers.commands import menu
from handlers.editing.newsroom import Newsroom
from handlers.editing.rights import Callback, Context


class Menus:
    """Gives editors their menu when they first write, and takes it away from who edits no more."""

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
        is_editor = self._newsroom.is_editor(person)
        if is_editor == (person in self._given):
            return
        try:
            if is_editor:
                await bot.set_my_commands(menu("editor"), scope=BotCommandScopeChat(person))
                self._given.add(person)
            else:
                await bot.delete_my_commands(scope=BotCommandScopeChat(person))
                self._given.discard(person)
        except TelegramError:
            return  # a courtesy, tried again with their next message
