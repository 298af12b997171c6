"""/nhatky and /hoantac: who changed what and when, and taking it back."""

from __future__ import annotations

import re

from handlers.editing import history_pages, texts
from handlers.editing.newsroom import Newsroom
from handlers.editing.rights import Turn
from handlers.pressing import Pressed
from knowledge.errors import EditError
from knowledge.store.history import steps

_NUMBER = re.compile(r"#?\s*(\d{1,12})", re.ASCII)


async def show(turn: Turn) -> None:
    """/nhatky: everything that was changed, newest first."""
    await turn.reply(await history_pages.newest(turn.newsroom))


async def undo(turn: Turn) -> None:
    """/hoantac: offer to take back one's own last step, or the one of the number that was typed."""
    newsroom, person = turn.newsroom, turn.seat.person
    typed = _NUMBER.fullmatch(turn.words)
    if turn.words and not typed:
        await turn.say(texts.UNDO_WHICH.format(read=turn.words))
        return
    own = newsroom.desk.read(lambda store: steps(store, 1, author=str(person)))
    number = int(typed.group(1)) if typed else own[0].id if own else 0
    shown = await newsroom.look_up(lambda store: history_pages.read(store, number))
    if shown:
        await turn.reply(await history_pages.sure(newsroom, shown, by=person))
    else:
        await turn.say(texts.NO_SUCH_STEP.format(number=number) if typed else texts.NOTHING_OF_YOURS)


async def turn_page(newsroom: Newsroom, pressed: Pressed) -> str | None:
    """Another page of the history."""
    return await pressed.turn_into(await history_pages.newest(newsroom, pressed.press.number(0)))


async def ask(newsroom: Newsroom, pressed: Pressed) -> str | None:
    """Show what taking a step back would change."""
    number = pressed.press.number(0)
    shown = await newsroom.look_up(lambda store: history_pages.read(store, number))
    if shown is None:
        return texts.NO_SUCH_STEP.format(number=number)
    return await pressed.turn_into(await history_pages.sure(newsroom, shown, by=pressed.seat.person))


async def take_back(newsroom: Newsroom, pressed: Pressed) -> str | None:
    """Take a step back, where nothing has changed since that was asked."""
    number, seen = pressed.press.number(0), pressed.press.number(1)
    try:
        done = await newsroom.undo(number, by=pressed.seat.person, seen=seen)
    except EditError as error:
        await ask(newsroom, pressed)
        return history_pages.refusal(newsroom, number, error)
    return await pressed.turn_into(history_pages.undone(number, done.step, done.queued))
