"""Buttons, and what they say when they are pressed: a version, an action and ids, at most 64 bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers import texts
from handlers.lines import clipped
from handlers.markup import sendable
from knowledge.store.dialogue import Asked

VERSION = "1"
_LONGEST_LABEL = 60
_MOST_OPTIONS = 20

Row = list[InlineKeyboardButton]


class Action(StrEnum):
    """What a button does."""

    OPTION = "o"
    SOURCE = "s"
    RIGHT = "r"
    WRONG = "w"
    TELL_ME = "b"
    TOPICS = "t"
    PLACES = "n"
    ARTICLES = "a"
    TOPIC = "p"
    PLACE = "l"
    ARTICLE = "i"
    EXAMPLE = "e"
    FOLLOW = "f"
    FOLLOWS = "g"
    STOP_ALL = "h"
    STOP = "j"
    NO_CORRECTIONS = "m"
    ARTICLE_APART = "u"
    MORE_NEWS = "q"
    SETTING = "c"
    SETTING_PAGE = "d"
    FORGET = "x"
    KEEP = "k"
    DRAFT = "A"
    REPLACE_DRAFT = "B"
    EDITOR = "C"
    EDITORS = "E"
    FACT = "D"
    HISTORY = "U"
    UNDO = "V"
    UNDO_SURELY = "W"
    UNANSWERED = "J"
    IN_VAIN = "K"
    SET_ASIDE = "L"
    TEACH = "M"
    ADD_FOR = "N"


_NUMBER, _KEY = r"(-?[0-9a-z]{1,12})", r"([\w-]{12})"
_KEY_OR_NONE = r"([\w-]{12}|)"
_IDS = {
    Action.OPTION: (_NUMBER, _NUMBER),
    Action.TOPIC: (_KEY, _NUMBER),
    Action.PLACE: (_KEY, _NUMBER),
    Action.ARTICLE: (_KEY, _NUMBER),
    Action.EXAMPLE: (_KEY, _KEY),
    Action.FOLLOW: (_KEY_OR_NONE, _KEY_OR_NONE),
    Action.FOLLOWS: ("([rntos])", _KEY_OR_NONE, _NUMBER),
    Action.STOP_ALL: (),
    Action.STOP: ("([0-9a-z]{1,12}|)",),
    Action.NO_CORRECTIONS: (),
    Action.ARTICLE_APART: (_KEY,),
    Action.MORE_NEWS: (_NUMBER, _NUMBER),
    Action.SETTING: ("([phwqftc])", _NUMBER),
    Action.SETTING_PAGE: ("([hwft]|)",),
    Action.DRAFT: (_NUMBER, _NUMBER, "([a-z]{1,12})", r"([\w-]{0,20})"),
    Action.REPLACE_DRAFT: (_NUMBER, "([01])"),
    Action.UNANSWERED: (_NUMBER, "([01])", _NUMBER),
    Action.IN_VAIN: (_KEY,),
    Action.SET_ASIDE: (_KEY, "([01])"),
    Action.TEACH: (_KEY,),
    Action.ADD_FOR: (_KEY,),
    Action.EDITOR: ("([rRa])", _NUMBER),
    Action.FACT: ("([aen])", _NUMBER),
    Action.UNDO_SURELY: (_NUMBER, _NUMBER),
}
"""The ids that a button carries; where nothing else is said, one number."""
_SHAPES = {
    f"{VERSION}{action}": (action, re.compile(":".join(("", *_IDS.get(action, (_NUMBER,)))), re.ASCII))
    for action in Action
}


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: its action and the ids it came with."""

    action: Action
    ids: tuple[str, ...]

    def number(self, at: int) -> int:
        """One of the ids that is a number."""
        return int(self.ids[at], 36)


def pressed(data: str | None) -> Press | None:
    """What a button's data stands for; None where it is not (or no longer) one of ours."""
    given = data or ""
    if given[:2] not in _SHAPES:
        return None
    action, shape = _SHAPES[given[:2]]
    found = shape.fullmatch(given[2:])
    return Press(action, found.groups()) if found else None


def data(action: Action, *ids: int | str) -> str:
    """The data of a button."""
    return ":".join((f"{VERSION}{action}", *(of if isinstance(of, str) else base36(of) for of in ids)))


def base36(number: int) -> str:
    """A number in few characters."""
    digits = ""
    rest = abs(number)
    while rest or not digits:
        rest, digit = divmod(rest, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return f"-{digits}" if number < 0 else digits


def button(label: str, action: Action, *ids: int | str) -> InlineKeyboardButton:
    """A button with a label that is not too long."""
    shown = clipped(" ".join(sendable(label).split()), _LONGEST_LABEL)
    return InlineKeyboardButton(shown or "…", callback_data=data(action, *ids))


def in_rows(buttons: Row, of: int = 2) -> list[Row]:
    """Buttons side by side, so many in a row."""
    return [buttons[at : at + of] for at in range(0, len(buttons), of)]


def remarked(
    keyboard: InlineKeyboardMarkup, is_chosen: Callable[[Press], bool | None]
) -> InlineKeyboardMarkup:
    """The buttons with marks on those that are chosen; one of which there is nothing to say stays as it is."""
    return InlineKeyboardMarkup(
        [[_remarked(button, is_chosen) for button in row] for row in keyboard.inline_keyboard]
    )


def _remarked(
    button: InlineKeyboardButton, is_chosen: Callable[[Press], bool | None]
) -> InlineKeyboardButton:
    press = pressed(button.callback_data if isinstance(button.callback_data, str) else None)
    chosen = is_chosen(press) if press else None
    if chosen is None:
        return button
    label = button.text.removeprefix(texts.CHOSEN.format(label=""))
    return InlineKeyboardButton(marked(label, chosen=chosen), callback_data=button.callback_data)


def under_answer(asked: Asked, follows: Iterable[Row] = ()) -> InlineKeyboardMarkup | None:
    """The buttons under an answer; `follows` are rows of others, such as to follow what was asked."""
    rows = _options(asked)
    if asked.status in ("answered", "not_stated", "quoted"):
        right, wrong = (
            button(label, action, asked.id)
            for label, action in ((texts.RIGHT_BUTTON, Action.RIGHT), (texts.WRONG_BUTTON, Action.WRONG))
        )
        rows.append([button(texts.SOURCE_BUTTON, Action.SOURCE, asked.id), right, wrong])
    rows += filter(None, follows)
    if _lacks_answer(asked):
        rows.append([button(texts.TELL_ME_BUTTON, Action.TELL_ME, asked.id)])
    return InlineKeyboardMarkup(rows) if rows else None


def editing_row(asked: Asked) -> Row:
    """For editors: what an answer rests on may be put right, what it lacks may be added."""
    row = [button(texts.EDIT_BUTTON, Action.FACT, "e", asked.id)] if asked.facts else []
    if _lacks_answer(asked):
        row.append(button(texts.ADD_BUTTON, Action.FACT, "n", asked.id))
    return row


def _lacks_answer(asked: Asked) -> bool:
    """Whether something was asked that has no answer."""
    return asked.status in ("unknown", "not_stated") and any(map(str.isalnum, asked.question))


def _options(asked: Asked) -> list[Row]:
    """The readings to choose from, each in a row; or the numbers of the questions that may be asked instead."""
    options = asked.options[:_MOST_OPTIONS]
    if asked.status == "clarify":
        return [[button(option.label, Action.OPTION, asked.id, at)] for at, option in enumerate(options)]
    return (
        [[button(str(at + 1), Action.OPTION, asked.id, at) for at in range(len(options))]] if options else []
    )


def marked(label: str, *, chosen: bool) -> str:
    """A label with a mark before it where it has been chosen."""
    return texts.CHOSEN.format(label=label) if chosen else label
