"""Settings: how a chat wants to be told. One message, changed in place by its buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import get_args

from telegram import InlineKeyboardButton, Update
from telegram.ext import ContextTypes

from handlers import texts
from handlers.addressing import seat_of
from handlers.desk import Desk
from handlers.keyboards import Action, Row, button, marked
from handlers.lines import Line, line
from handlers.pages import Page, page_of
from handlers.pressing import Effect, Pressed
from handlers.rights import may_change
from handlers.sending import send
from knowledge.store.following import Pace, Preference

Context = ContextTypes.DEFAULT_TYPE
_PACES: tuple[Pace, ...] = get_args(Pace)
_QUIET_FROM, _QUIET_TO = 22, 6
_HOURS, _HOURS_A_ROW, _DAYS_A_ROW = 24, 6, 4


class Field(StrEnum):
    """What can be set, as buttons name it."""

    PACE = "p"
    HOUR = "h"
    WEEKDAY = "w"
    QUIET = "q"
    QUIET_FROM = "f"
    QUIET_TO = "t"
    CORRECTIONS = "c"


async def show_settings(desk: Desk, update: Update, context: Context) -> None:
    """/caidat."""
    message = update.effective_message
    if message is None:
        return
    seat = seat_of(message)
    if not await may_change(context.bot, seat):
        await send(context.bot, seat, [texts.ADMINS_ONLY], reply_to=message.message_id)
        return
    shown = settings(desk.preference(seat.chat))
    await send(context.bot, seat, [shown.html], shown.keyboard, reply_to=message.message_id)


async def change_setting(pressed: Pressed) -> str | None:
    """Set what a button says, and show what holds now."""
    if not await may_change(pressed.bot, pressed.seat):
        return texts.ADMINS_ONLY
    field, value = Field(pressed.press.ids[0]), pressed.press.number(1)
    preference = pressed.desk.preference(pressed.seat.chat)
    if value not in _choices(preference, field):
        return texts.OLD_BUTTON
    changed = _CHANGES[field](preference, value)
    await pressed.desk.prefer(pressed.seat.chat, changed)
    await pressed.turn_into(settings(changed))
    return texts.SETTING_SAVED


async def turn_settings(pressed: Pressed) -> str | None:
    """Show the values to choose from for one setting, or without one all the settings."""
    preference = pressed.desk.preference(pressed.seat.chat)
    field = pressed.press.ids[0]
    return await pressed.turn_into(_values(preference, Field(field)) if field else settings(preference))


def _quieted(preference: Preference, value: int) -> Preference:
    hours = (_QUIET_FROM, _QUIET_TO) if value else (None, None)
    return replace(preference, quiet_from=hours[0], quiet_to=hours[1])


_CHANGES: dict[Field, Callable[[Preference, int], Preference]] = {
    Field.PACE: lambda preference, value: replace(preference, pace=_PACES[value]),
    Field.HOUR: lambda preference, value: replace(preference, hour=value),
    Field.WEEKDAY: lambda preference, value: replace(preference, weekday=value),
    Field.QUIET: _quieted,
    Field.QUIET_FROM: lambda preference, value: replace(preference, quiet_from=value),
    Field.QUIET_TO: lambda preference, value: replace(preference, quiet_to=value),
    Field.CORRECTIONS: lambda preference, value: replace(preference, corrections=bool(value)),
}
_HOW_MANY = {
    Field.PACE: len(_PACES),
    Field.WEEKDAY: len(texts.WEEKDAYS),
    Field.QUIET: 2,
    Field.CORRECTIONS: 2,
}


def _choices(preference: Preference, field: Field) -> list[int]:
    """The values that a setting may have; quiet hours have both ends or none, and do not last a day."""
    if field in _HOW_MANY:
        return list(range(_HOW_MANY[field]))
    quiet = {Field.QUIET_FROM: preference.quiet_to, Field.QUIET_TO: preference.quiet_from}
    if field in quiet and quiet[field] is None:
        return []
    return [hour for hour in range(_HOURS) if hour != quiet.get(field)]


# ── what is shown ───────────────────────────────────────────────────────────────────────


def pace(preference: Preference) -> str:
    """When a chat is told of what it follows, in words."""
    weekday = texts.WEEKDAYS[preference.weekday]
    return texts.PACES[preference.pace].format(hour=_hour(preference.hour), weekday=weekday)


def settings(preference: Preference) -> Page:
    """What holds now, with buttons to change it."""
    lines = [line(texts.SETTINGS, "b"), *_told(preference), line(texts.SETTINGS_HINT)]
    return page_of(lines, [*_when(preference), *_quiet(preference), _corrections(preference)])


def _told(preference: Preference) -> Iterator[Line]:
    yield line(texts.SETTING_PACE.format(pace=pace(preference)))
    if preference.quiet_from is None or preference.quiet_to is None:
        yield line(texts.SETTING_NOT_QUIET)
    else:
        hours = {"start": _hour(preference.quiet_from), "end": _hour(preference.quiet_to)}
        yield line(texts.SETTING_QUIET.format(**hours))
    yield line(texts.SETTING_CORRECTIONS[preference.corrections])


def _when(preference: Preference) -> Iterator[Row]:
    yield [
        _setting(texts.PACE_BUTTONS[one], Field.PACE, at, chosen=one == preference.pace)
        for at, one in enumerate(_PACES)
    ]
    weekday = texts.WEEKDAY_BUTTON.format(weekday=texts.WEEKDAYS[preference.weekday])
    hour = texts.HOUR_BUTTON.format(hour=_hour(preference.hour))
    if preference.pace == "weekly":
        yield [_values_button(weekday, Field.WEEKDAY), _values_button(hour, Field.HOUR)]
    elif preference.pace == "daily":
        yield [_values_button(hour, Field.HOUR)]


def _quiet(preference: Preference) -> Iterator[Row]:
    if preference.quiet_from is None or preference.quiet_to is None:
        yield [_setting(texts.QUIET_BUTTON, Field.QUIET, 1, chosen=False)]
        return
    yield [_setting(texts.QUIET_BUTTON, Field.QUIET, 0, chosen=True)]
    start = texts.QUIET_FROM_BUTTON.format(hour=_hour(preference.quiet_from))
    end = texts.QUIET_TO_BUTTON.format(hour=_hour(preference.quiet_to))
    yield [_values_button(start, Field.QUIET_FROM), _values_button(end, Field.QUIET_TO)]


def _corrections(preference: Preference) -> Row:
    value = int(not preference.corrections)
    return [_setting(texts.CORRECTIONS_BUTTON, Field.CORRECTIONS, value, chosen=preference.corrections)]


def _values(preference: Preference, field: Field) -> Page:
    """The values of one setting, to choose one."""
    current = {
        Field.HOUR: preference.hour, Field.WEEKDAY: preference.weekday,
        Field.QUIET_FROM: preference.quiet_from, Field.QUIET_TO: preference.quiet_to,
    }[field]  # fmt: skip
    days = field is Field.WEEKDAY
    buttons = [
        _setting(texts.WEEKDAYS[value] if days else _hour(value), field, value, chosen=value == current)
        for value in _choices(preference, field)
    ]
    width = _DAYS_A_ROW if days else _HOURS_A_ROW
    shown = [buttons[at : at + width] for at in range(0, len(buttons), width)]
    return page_of(
        [line(texts.CHOOSE_SETTING[field], "b")], [*shown, [button(texts.BACK, Action.SETTING_PAGE, "")]]
    )


def _setting(label: str, field: Field, value: int, *, chosen: bool) -> InlineKeyboardButton:
    return button(marked(label, chosen=chosen), Action.SETTING, field, value)


def _values_button(label: str, field: Field) -> InlineKeyboardButton:
    return button(label, Action.SETTING_PAGE, field)


def _hour(hour: int) -> str:
    return texts.HOUR.format(hour=hour)


EFFECTS: dict[Action, Effect] = {Action.SETTING: change_setting, Action.SETTING_PAGE: turn_settings}
"""What the buttons of settings do."""
