"""What is kept about a person, and how to have it wiped."""

from __future__ import annotations

from collections.abc import Iterator

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import ContextTypes

from handlers import texts
from handlers.addressing import seat_of
from handlers.desk import KEPT, Desk
from handlers.keyboards import Action, button
from handlers.lines import Section, line
from handlers.markup import escape, messages
from handlers.pressing import Effect, Pressed
from handlers.sending import edit, send
from knowledge.answering.conversation import REMEMBERED
from knowledge.store.told import REMEMBERED as TOLD

Context = ContextTypes.DEFAULT_TYPE


async def show_privacy(update: Update, context: Context) -> None:
    """/riengtu."""
    message = update.effective_message
    if message is not None:
        await send(context.bot, seat_of(message), messages(_privacy()), reply_to=message.message_id)


async def ask_to_forget(desk: Desk, update: Update, context: Context) -> None:
    """/xoadulieu: nothing is wiped before the button is pressed."""
    message = update.effective_message
    if message is not None:
        seat = seat_of(message)
        question = f"{texts.FORGET}\n\n{texts.FORGET_EDITOR}" if desk.may_edit(seat.person) else texts.FORGET
        await send(
            context.bot, seat, [escape(question)], forget_keyboard(seat.person), reply_to=message.message_id
        )


def forget_keyboard(person: int) -> InlineKeyboardMarkup:
    """Wipe or keep; the buttons are for one person."""
    forget = button(texts.FORGET_BUTTON, Action.FORGET, person)
    return InlineKeyboardMarkup([[forget, button(texts.KEEP_BUTTON, Action.KEEP, person)]])


async def forget(pressed: Pressed) -> str | None:
    """Wipe everything kept about the person who asked for it."""
    if not _is_theirs(pressed):
        return texts.NOT_YOURS
    count = await pressed.desk.forget(pressed.seat.person)
    await _settle(pressed, texts.FORGOTTEN.format(count=count))
    return None


async def keep(pressed: Pressed) -> str | None:
    """Wipe nothing."""
    if not _is_theirs(pressed):
        return texts.NOT_YOURS
    await _settle(pressed, texts.KEPT)
    return None


def _is_theirs(pressed: Pressed) -> bool:
    return pressed.press.number(0) == pressed.seat.person


async def _settle(pressed: Pressed, text: str) -> None:
    await edit(pressed.bot, pressed.seat.chat, pressed.message, escape(text), None)


def _privacy() -> Iterator[Section]:
    times = {"days": KEPT.days, "told": TOLD.days, "minutes": int(REMEMBERED.total_seconds() // 60)}
    yield Section((line(texts.PRIVACY, "b"), *(line(text.format(**times)) for text in texts.PRIVACY_TEXT)))
    yield Section((line(texts.PRIVACY_NOT), line(texts.PRIVACY_FORGET)))


EFFECTS: dict[Action, Effect] = {Action.FORGET: forget, Action.KEEP: keep}
"""What the buttons of wiping do."""
