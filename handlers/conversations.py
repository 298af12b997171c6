"""All conversations, in the order in which they are offered an update."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from handlers import asking, commands, errors, feedback, pressing, starting
from handlers.desk import Desk
from handlers.keyboards import Action
from handlers.pressing import Effect

Handler = BaseHandler[Any, Any, Any]

_NEW = filters.UpdateType.MESSAGE
_NEW_OR_EDITED = filters.UpdateType.MESSAGES

EFFECTS: Mapping[Action, Effect] = {
    Action.OPTION: feedback.choose,
    Action.RIGHT: feedback.right,
    Action.WRONG: feedback.wrong,
    Action.TELL_ME: feedback.tell_me,
}
"""What each button does."""


def handlers(desk: Desk) -> list[Handler]:
    """What the bot answers to."""

    def on(command: commands.Command, callback: Any) -> Handler:  # noqa: ANN401  a callback bound to the desk
        return CommandHandler(command.names, partial(callback, desk), _NEW)

    return [
        CommandHandler(commands.ASK.names, partial(asking.ask_by_command, desk), _NEW_OR_EDITED),
        on(commands.START, starting.start),
        MessageHandler(filters.COMMAND & _NEW, starting.unknown_command),
        MessageHandler(
            (filters.TEXT | filters.CAPTION) & ~filters.COMMAND & _NEW_OR_EDITED, partial(asking.ask, desk)
        ),
        MessageHandler(filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL & _NEW, starting.only_text),
        CallbackQueryHandler(partial(pressing.press, desk, EFFECTS)),
    ]


def error_handler(desk: Desk, owners: Sequence[int] = ()) -> Any:  # noqa: ANN401  a callback bound to the desk
    """What is told of every error, for `Application.add_error_handler`."""
    return partial(errors.on_error, desk, owners)
