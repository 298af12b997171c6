"""/chuatraloi: what readers asked in vain, grouped, most asked first; never who asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from telegram import InlineKeyboardButton
from telegram.constants import ChatAction
from telegram.error import TelegramError

from handlers.editing import teaching_texts as texts
from handlers.editing.drafting import Drafting
from handlers.editing.fact_steps import begun
from handlers.editing.newsroom import Newsroom
from handlers.editing.rights import Press, Turn
from handlers.editing.trying import in_short, side_by_side
from handlers.keyboards import Action, Row, button
from handlers.lines import Line, clipped, line
from handlers.links import key
from handlers.pages import Page, page_of
from handlers.pressing import Pressed
from handlers.texts import AFTER, BEFORE
from knowledge.models import Answer
from knowledge.service import Knowledge
from knowledge.store import unanswered as store
from knowledge.store.unanswered import Unanswered
from knowledge.teaching.groups import AGAIN, Group, Wording, answer_to, grouped, read_again

_PER_PAGE, _AT_ONCE = 6, 3
MOST = 300
"""How many wordings are read again at once, the most asked first; the others come after them, part by part."""
_LONGEST, _MOST_WORDINGS, _MOST_TRIED = 140, 8, 3


@dataclass(frozen=True, slots=True)
class Part:
    """A part of all wordings, put together in groups: the `number` of the part, and how many wordings there are in `total`."""

    groups: Sequence[Group]
    number: int
    total: int


async def show(turn: Turn) -> None:
    """The first page of groups; to read all again for the first time takes a while."""
    with suppress(TelegramError):
        await turn.bot.send_chat_action(turn.seat.chat, ChatAction.TYPING)
    await turn.reply(page(await part_of(turn.newsroom), 0))


async def part_of(newsroom: Newsroom, number: int = 0) -> Part:
    """What was asked in vain and is without an answer to this day, those set aside too: the most asked, or a later part."""
    return await _grouped(newsroom, await _asked(newsroom), number)


async def _asked(newsroom: Newsroom) -> list[Unanswered]:
    """All wordings, the most asked first."""
    desk = newsroom.desk
    await desk.worker.settled()  # what was asked a moment ago may only be on its way to the disk
    return sorted(await desk.study(store.unanswered), key=lambda one: -len(one.at) - one.waiting)


async def _grouped(newsroom: Newsroom, every: Sequence[Unanswered], number: int) -> Part:
    desk = newsroom.desk
    number = max(0, min(number, (len(every) - 1) // MOST))
    asked = every[number * MOST :][:MOST]
    wordings: list[Wording] = []
    for start in range(0, len(asked), _AT_ONCE):  # between them, readers get their answers
        wordings += await desk.look(partial(_read, asked[start : start + _AT_ONCE]))
    standing = [one for one in wordings if not await _is_corrected(newsroom, one.asked)]
    return Part(grouped(standing, desk.read(store.set_aside_at)), number, len(every))


def _read(asked: Sequence[Unanswered], known: Knowledge) -> list[Wording]:
    return [read_again(known, one) for one in asked]


async def _is_corrected(newsroom: Newsroom, asked: Unanswered) -> bool:
    """Whether an answer was called wrong, and the facts it gave have been changed since."""
    if not (asked.wrong and asked.facts and asked.at):
        return False
    return newsroom.desk.read(lambda found: store.corrected_since(found, asked.facts, asked.at[0]))


async def group_with(newsroom: Newsroom, given: str) -> tuple[Group, int] | None:
    """The group that a button is about, by the key of any of its wordings, and the number of its part."""
    every = await _asked(newsroom)
    place = next((at for at, one in enumerate(every) if key(one.digest) == given), None)
    if place is None:
        return None
    part = await _grouped(newsroom, every, place // MOST)
    found = (group for group in part.groups if given in map(key, group.digests))
    return next(((group, part.number) for group in found), None)


# ── pages ───────────────────────────────────────────────────────────────────────────────


def page(part: Part, at: int, *, aside: bool = False) -> Page:
    """A page of the groups that are open, or of those set aside."""
    found = [group for group in part.groups if group.is_set_aside == aside]
    at = max(0, min(at, (len(found) - 1) // _PER_PAGE))
    shown = found[at * _PER_PAGE :][:_PER_PAGE]
    first = at * _PER_PAGE + 1
    heading = texts.SET_ASIDE_LIST if aside else texts.UNANSWERED
    lines = [
        line(heading.format(count=len(found)), "b"),
        *_which_part(part),
        line(texts.UNANSWERED_HINT if found else texts.ALL_ANSWERED),
    ]
    lines += [line(_entry(number, group)) for number, group in enumerate(shown, first)]
    numbers = [
        button(str(number), Action.IN_VAIN, key(group.digests[0]))
        for number, group in enumerate(shown, first)
    ]
    turning = _turning(part, at, len(found), aside=aside)
    return page_of(lines, [numbers, turning, _other_parts(part, aside=aside), _other_list(part, aside=aside)])


def _which_part(part: Part) -> Iterator[Line]:
    first = part.number * MOST
    if part.total > MOST:
        last = min(first + MOST, part.total)
        yield line(texts.PART.format(total=part.total, first=first + 1, last=last))


def _entry(number: int, group: Group) -> str:
    question = clipped(group.leading.asked.question, _LONGEST)
    return texts.IN_VAIN.format(number=number, question=question, counts=_counts(group))


def _counts(group: Group) -> str:
    counts = (
        (texts.TIMES, group.times),
        (texts.WORDINGS, len(group.texts) if len(group.texts) > 1 else 0),
        (texts.WAITING, group.waiting),
        (texts.CALLED_WRONG, group.wrong),
    )
    return " · ".join(said.format(count=count) for said, count in counts if count)


def _turning(part: Part, at: int, total: int, *, aside: bool) -> Row:
    targets = ((BEFORE, at - 1, at > 0), (AFTER, at + 1, (at + 1) * _PER_PAGE < total))
    return [_to_page(label, to, part.number, aside=aside) for label, to, is_there in targets if is_there]


def _other_parts(part: Part, *, aside: bool) -> Row:
    number, is_last = part.number, (part.number + 1) * MOST >= part.total
    targets = (
        (texts.MORE_OFTEN_BUTTON, number - 1, number > 0),
        (texts.LESS_OFTEN_BUTTON, number + 1, not is_last),
    )
    return [_to_page(label, 0, to, aside=aside) for label, to, is_there in targets if is_there]


def _other_list(part: Part, *, aside: bool) -> Row:
    others = sum(group.is_set_aside != aside for group in part.groups)
    if aside:
        return [_to_page(texts.TO_UNANSWERED_BUTTON, 0, part.number, aside=False)]
    label = texts.SET_ASIDE_BUTTON.format(count=others)
    return [_to_page(label, 0, part.number, aside=True)] if others else []


def _to_page(label: str, at: int, part: int, *, aside: bool) -> InlineKeyboardButton:
    return button(label, Action.UNANSWERED, at, int(aside), part)


def group_page(group: Group, part: int, answer: Answer) -> Page:
    """One group of a part: its wordings, how the bot reads them now, and what can be done about it."""
    own = key(group.digests[0])
    lines = [*_wordings(group), line(texts.ANSWERED_NOW.format(answer=in_short(answer)))]
    unknown = group.leading.understood.unexplained
    if unknown:
        words = side_by_side(unknown, group.leading.asked.question)
        lines.append(line(texts.UNKNOWN_WORDS.format(words=", ".join(words))))
    teach, add = (
        button(texts.TEACH_BUTTON, Action.TEACH, own),
        button(texts.ADD_FACT_BUTTON, Action.ADD_FOR, own),
    )
    aside = button(
        texts.TAKE_UP_BUTTON if group.is_set_aside else texts.SET_ASIDE_ONE_BUTTON,
        Action.SET_ASIDE, own, int(not group.is_set_aside),
    )  # fmt: skip
    back = _to_page(texts.TO_LIST_BUTTON, 0, part, aside=group.is_set_aside)
    return page_of(lines, [[teach], [add], [aside, back]])


def _wordings(group: Group) -> Iterator[Line]:
    yield line(_counts(group), "b")
    shown = list(group.texts.items())
    for question, count in shown[:_MOST_WORDINGS]:
        yield line(texts.WORDING.format(question=clipped(question, _LONGEST), count=count))
    if len(shown) > _MOST_WORDINGS:
        yield line(texts.MORE_WORDINGS.format(count=len(shown) - _MOST_WORDINGS))


# ── buttons ─────────────────────────────────────────────────────────────────────────────


async def turn(newsroom: Newsroom, pressed: Pressed) -> str | None:
    """Another page of the list."""
    part = await part_of(newsroom, pressed.press.number(2))
    aside = bool(pressed.press.number(1))
    return await pressed.turn_into(page(part, pressed.press.number(0), aside=aside))


async def open_group(newsroom: Newsroom, pressed: Pressed) -> str | None:
    """One group in full."""
    found = await group_with(newsroom, pressed.press.ids[0])
    if found is None:
        return await _back_to_list(newsroom, pressed)
    return await pressed.turn_into(await _opened(newsroom, *found))


async def _opened(newsroom: Newsroom, group: Group, part: int) -> Page:
    return group_page(group, part, await newsroom.desk.look(partial(answer_to, group.leading.asked)))


async def set_aside(newsroom: Newsroom, pressed: Pressed) -> str | None:
    """Set a group aside, or take it up again."""
    found, now = await group_with(newsroom, pressed.press.ids[0]), newsroom.desk.clock()
    if found is None:
        return await _back_to_list(newsroom, pressed)
    group, part = found
    aside = bool(pressed.press.number(1))
    await newsroom.desk.worker.run(
        lambda connection: (
            store.set_aside(connection, group.digests, now)
            if aside
            else store.take_up(connection, group.digests)
        )
    )
    changed = replace(group, is_set_aside=aside, times=0 if aside else group.times)
    await pressed.turn_into(await _opened(newsroom, changed, part))
    return texts.SET_ASIDE.format(again=AGAIN) if aside else texts.TAKEN_UP


async def _back_to_list(newsroom: Newsroom, pressed: Pressed) -> str:
    await pressed.turn_into(page(await part_of(newsroom), 0))
    return texts.GROUP_GONE


def teaching(drafting: Drafting) -> Press:
    """The button to teach a group's wording."""

    async def teach(newsroom: Newsroom, pressed: Pressed) -> str | None:
        found = await group_with(newsroom, pressed.press.ids[0])
        if found is None:
            return await _back_to_list(newsroom, pressed)
        group, _part = found
        alone = list(dict.fromkeys(one.asked.question for one in group.wordings if not one.leans))
        if not alone:
            return texts.LEANS
        await drafting.begin_by_button(pressed, "teach", {"wordings": alone[:_MOST_WORDINGS]})
        return None

    return teach


def adding(drafting: Drafting) -> Press:
    """The button to add a fact that answers a group."""

    async def add(newsroom: Newsroom, pressed: Pressed) -> str | None:
        found = await group_with(newsroom, pressed.press.ids[0])
        if found is None:
            return await _back_to_list(newsroom, pressed)
        group, _part = found
        understood = group.leading.understood
        known = {"subject": understood.names[:1], "topic": understood.topics[:1]}
        entry = {field: ids[0] for field, ids in known.items() if ids}
        asked = [one.asked.question for one in group.wordings if not one.leans][:_MOST_TRIED]
        await drafting.begin_by_button(pressed, "fact", begun(entry, asked=asked))
        return None

    return add
