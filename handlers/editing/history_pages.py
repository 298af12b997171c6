"""The history as pages: steps, newest first, and one step with what taking it back would do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from telegram import InlineKeyboardMarkup

from handlers.editing import texts
from handlers.editing.history_words import lines_of, taken_back
from handlers.editing.newsroom import Newsroom
from handlers.keyboards import Action, Row, button
from handlers.lines import Line, Section, clipped, line
from handlers.markup import messages
from handlers.pages import Page, page_of
from knowledge.errors import EditError, OutdatedError
from knowledge.exchange.loading import PACKS
from knowledge.service import Knowledge
from knowledge.store import history
from knowledge.store.history import Logged, Step
from knowledge.store.queueing import most_concerned_by
from knowledge.wording import day

_PER_PAGE, _FEW, _MANY, _LARGE = 5, 3, 15, 500
_UNUSUAL = 20
"""How many facts a step may change that is taken back with an ordinary question."""
_SHORT, _LONG = 110, 180


@dataclass(frozen=True, slots=True)
class Shown:
    """A step with the first of what it changed, how much (and how many facts) that is in all, and the last step on any of it."""

    step: Step
    changes: list[Logged]
    count: int
    facts: int
    last: int

    def lines(self, known: Knowledge, *, most: int) -> list[Line]:
        """What it changed, in words."""
        return self._told(self.changes, known, most)

    def backwards(self, known: Knowledge, *, most: int) -> list[Line]:
        """What taking it back changes, in words."""
        return self._told([taken_back(change) for change in self.changes], known, most)

    def _told(self, changes: Sequence[Logged], known: Knowledge, most: int) -> list[Line]:
        lines = list(lines_of(changes, known, most))
        more = self.count - len(changes)
        return [*lines, line(texts.MORE_CHANGES.format(count=more))] if more > 0 else lines


def read(store: sqlite3.Connection, number: int) -> Shown | None:
    """A step as it is shown; None where there is none."""
    step, last = history.step_of(store, number), history.last_step_on(store, number)
    return _shown(store, step, _MANY, last.id) if step and last else None


def _shown(store: sqlite3.Connection, step: Step, most: int, last: int = 0) -> Shown:
    changes, count = history.changes_of(store, step.id, most), history.how_many_changes_of(store, step.id)
    return Shown(step, changes, count, history.how_many_changes_of(store, step.id, "fact"), last)


async def newest(newsroom: Newsroom, before: int = 0) -> Page:
    """The newest steps, or the newest before one of a number."""
    found = newsroom.desk.read(lambda store: _steps(store, before))
    shown = found[:_PER_PAGE]
    told = await newsroom.desk.look(lambda known: [one.lines(known, most=_SHORT) for one in shown])
    sections = [
        Section((*_head(newsroom, one.step), *lines)) for one, lines in zip(shown, told, strict=True)
    ] or [Section((line(texts.NO_HISTORY),))]
    html, *_more = messages([Section((line(texts.HISTORY, "b"),)), *sections])
    numbers = [one.step.id for one in shown]
    rows = [[button(texts.UNDO_BUTTON.format(number=number), Action.UNDO, number)] for number in numbers]
    older = numbers[-1] if len(found) > _PER_PAGE else 0
    return Page(html, InlineKeyboardMarkup([*rows, *_turning(older, before)]))


def _steps(store: sqlite3.Connection, before: int) -> list[Shown]:
    found = history.steps(store, _PER_PAGE + 1, before=before or None)
    return [_shown(store, step, _FEW) for step in found]


def _turning(older: int, before: int) -> list[Row]:
    row = [button(texts.NEWEST_BUTTON, Action.HISTORY, 0)] if before else []
    row += [button(texts.OLDER_BUTTON, Action.HISTORY, older)] if older else []
    return [row] if row else []


def _head(newsroom: Newsroom, step: Step) -> Iterator[Line]:
    yield line(
        texts.STEP.format(
            number=step.id, moment=moment(newsroom, step.at), author=author(newsroom, step.author)
        ),
        "b",
    )
    if step.undoes:
        yield line(texts.STEP_UNDOES.format(number=step.undoes), "i")
    if step.undone_by:
        yield line(texts.STEP_UNDONE.format(number=step.undone_by), "i")
    if step.why:
        yield line(texts.STEP_WHY.format(why=step.why), "i")


async def sure(newsroom: Newsroom, shown: Shown, *, by: int) -> Page:
    """Whether a step is to be taken back: what that would change, and who would be told; or why it cannot be."""
    number = shown.step.id
    try:
        told = await _who_is_told(newsroom, shown, by)
    except EditError as error:
        needing = error.others
        others = await newsroom.desk.look(lambda known: [_called(known, other) for other in needing])
        return await _page(newsroom, shown, [line(refusal(newsroom, number, error, others))], [])
    lines = await newsroom.desk.look(lambda known: shown.backwards(known, most=_LONG))
    is_unusual = shown.facts > _UNUSUAL
    label = texts.UNDO_MANY_BUTTON if is_unusual else texts.UNDO_BUTTON
    yes = button(label.format(number=number, facts=shown.facts), Action.UNDO_SURELY, number, shown.last)
    asked = [line(texts.UNDO_SURE.format(number=number)), *lines, line(told)]
    warning = [line(texts.UNDO_MANY.format(facts=shown.facts), "b")] if is_unusual else []
    return await _page(newsroom, shown, [*asked, *warning], [[yes]])


async def _who_is_told(newsroom: Newsroom, shown: Shown, by: int) -> str:
    """How many would hear of the taking back; a large step is not tried out for that, for others wait meanwhile."""
    if shown.count > _LARGE:
        now = newsroom.desk.clock()
        most = await newsroom.look_up(lambda store: most_concerned_by(store, shown.step.id, now))
        heard = texts.MAY_BE_TOLD.format(count=most) if most else texts.NOBODY_TOLD
        return f"{texts.LARGE_STEP.format(count=shown.count)} {heard}"
    told = await newsroom.told_of_undoing(shown.step.id, by=by)
    return texts.WILL_BE_TOLD.format(count=told) if told else texts.NOBODY_TOLD


async def _page(newsroom: Newsroom, shown: Shown, lines: Sequence[Line], rows: Sequence[Row]) -> Page:
    sections = [Section(tuple(_head(newsroom, shown.step))), Section(tuple(lines))]
    html, *_more = messages(sections)
    return Page(html, InlineKeyboardMarkup([*rows, [button(texts.HISTORY_BUTTON, Action.HISTORY, 0)]]))


def undone(number: int, step: int | None, queued: int) -> Page:
    """That a step has been taken back, with a button to take that back."""
    told = texts.BEING_TOLD.format(count=queued) if queued else texts.NOBODY_TOLD
    lines = (line(texts.UNDONE.format(number=number), "b"), line(told))
    again = [button(texts.UNDO_BUTTON.format(number=step), Action.UNDO, step)] if step else []
    return page_of(lines, [again, [button(texts.HISTORY_BUTTON, Action.HISTORY, 0)]])


def refusal(newsroom: Newsroom, number: int, error: EditError, others: Sequence[str] = ()) -> str:
    """Why a step cannot be taken back; `others` is what the things that stand in the way are called."""
    if isinstance(error, OutdatedError):
        return texts.UNDO_OUTDATED.format(
            number=number, name=author(newsroom, error.author), moment=moment(newsroom, error.at)
        )
    said = texts.UNDO_NEEDED if error.reason == "needed" else texts.UNDO_UNFIT
    return said.format(number=number, others="; ".join(others or error.others))


def _called(known: Knowledge, key: str) -> str:
    fact = known.catalogue.fact(key)
    if fact:
        return f"{clipped(fact.statement, _SHORT)} ({key})"
    return known.lexicon.told_apart(key) if key in known.lexicon.names else key


def author(newsroom: Newsroom, given: str) -> str:
    """Who made a step, as far as they are known by name."""
    if given == PACKS:
        return texts.BY_PACKS
    if not given.isdecimal():
        return given
    return newsroom.name_of(int(given)) or texts.SOMEBODY.format(person=given)


def moment(newsroom: Newsroom, at: datetime) -> str:
    """A moment by people's clocks."""
    local = at.astimezone(newsroom.desk.zone)
    return f"{local:%H:%M} {day(local.date())}"
