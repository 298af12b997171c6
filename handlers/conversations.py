"""All conversations, in the order in which they are offered an update."""

from __future__ import annotations

from collections.abc import Callable, Collection, Coroutine, Mapping, Sequence
from functools import partial
from typing import Any

from telegram import Message
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ChosenInlineResultHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from handlers import (
    asking,
    browsing,
    commands,
    errors,
    feedback,
    following,
    inline,
    notices,
    pressing,
    privacy,
    settings_page,
    starting,
)
from handlers.addressing import Albums
from handlers.desk import Desk
from handlers.editing import conversations as editing
from handlers.editing import editors
from handlers.editing.menus import Menus
from handlers.editing.newsroom import Newsroom
from handlers.keyboards import Action
from handlers.pressing import Effect

Handler = BaseHandler[Any, Any, Any]
Callback = Callable[[Any, Any], Coroutine[Any, Any, None]]

_NEW = filters.UpdateType.MESSAGE
_NEW_OR_EDITED = filters.UpdateType.MESSAGES
_QUESTIONS = (filters.TEXT | filters.CAPTION) & ~filters.COMMAND


class _Posted(filters.MessageFilter):
    """What people post through this bot's inline mode."""

    def filter(self, message: Message) -> bool:
        return message.via_bot is not None and message.via_bot.id == message.get_bot().id


EFFECTS: Mapping[Action, Effect] = {
    **feedback.EFFECTS,
    **browsing.EFFECTS,
    **following.EFFECTS,
    **notices.EFFECTS,
    **settings_page.EFFECTS,
    **privacy.EFFECTS,
}
"""What each button does."""


def handlers(desk: Desk, owners: Collection[int] = ()) -> list[Handler]:
    """What the bot answers to; `owners` may appoint editors."""
    newsroom = Newsroom(desk, owners)
    drafting = editing.drafts_of(newsroom)
    albums, menus, offered = Albums(), Menus(newsroom), inline.Offered()
    effects = {**EFFECTS, **editing.effects(drafting)}

    def command(of: commands.Command, callback: Callback, which: filters.BaseFilter = _NEW) -> Handler:
        return CommandHandler(of.names, menus.offering(callback), which)

    def anything(callback: Callback) -> Callback:
        return menus.offering(drafting.taking(callback))

    return [
        MessageHandler(_Posted() & _NEW_OR_EDITED, partial(inline.posted, desk, offered)),
        command(commands.ASK, drafting.reminding(partial(asking.ask_by_command, desk)), _NEW_OR_EDITED),
        *(command(of, drafting.reminding(callback)) for of, callback in _commands(desk, newsroom).items()),
        *(
            command(of, callback, _NEW_OR_EDITED if of in editing.EDITABLE else _NEW)
            for of, callback in editing.callbacks(drafting).items()
        ),
        *(
            MessageHandler(_under_file(of) & _NEW, menus.offering(callback))
            for of, callback in editing.under_files(drafting).items()
        ),
        MessageHandler(filters.COMMAND & _NEW, starting.unknown_command),
        MessageHandler(_QUESTIONS & _NEW_OR_EDITED, anything(partial(asking.ask, desk, albums))),
        MessageHandler(
            filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL & _NEW,
            anything(editors.offering(newsroom, partial(starting.only_text, albums))),
        ),
        CallbackQueryHandler(partial(pressing.press, desk, effects)),
        InlineQueryHandler(partial(inline.offer, desk, offered)),
        ChosenInlineResultHandler(partial(inline.chosen, desk, offered)),
        ChatMemberHandler(starting.greet_group, ChatMemberHandler.MY_CHAT_MEMBER),
    ]


def _under_file(of: commands.Command) -> filters.BaseFilter:
    return filters.Document.ALL & filters.CaptionRegex(rf"^/({'|'.join(of.names)})(?!\w)")


def _commands(desk: Desk, newsroom: Newsroom) -> dict[commands.Command, Callback]:
    return {
        commands.START: partial(starting.start, desk),
        commands.HELP: partial(starting.show_help, desk, newsroom.is_editor),
        commands.TOPICS: partial(browsing.topics, desk),
        commands.SOURCES: partial(browsing.articles, desk),
        commands.FOLLOW: partial(following.follow, desk),
        commands.STOP_FOLLOWING: partial(following.stop, desk),
        commands.SETTINGS: partial(settings_page.show_settings, desk),
        commands.PRIVACY: privacy.show_privacy,
        commands.FORGET: partial(privacy.ask_to_forget, desk),
    }


def error_handler(desk: Desk, owners: Sequence[int] = ()) -> Callback:
    """What is told of every error, for `Application.add_error_handler`."""
    return partial(errors.on_error, desk, owners)
