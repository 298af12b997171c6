"""/chuatraloi: what readers asked in vain, grouped, most asked first; never who asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from telegram.constants import ChatAction
from telegram.error import TelegramError

from handlers.editing import teaching_texts as texts
from handlers.editing.drafting import Drafting
from handlers.editing.fact_steps import begun
from handlers.editing.newsroom import Newsroom
from handlers.editing.rights import Press, Turn
from handlers.editing.trying import in_short
from handlers.keyboards import Action, Row, button
from handlers.lines import Line, clipped, line
from handlers.links import key
from handlers.pages import Page, page_of
from handlers.pressing import Pressed
from knowledge.models import Answer
from knowledge.service import Knowledge
from knowledge.store import unanswered as store
from knowledge.store.unanswered import Unanswered
from knowledge.teaching.groups import AGAIN, Group, Wording, answer_to, grouped, read_again

_PER_PAGE, _AT_ONCE = 6, 3
MOST = 300
"""How many wordings are looked at, the most asked."""
_LONGEST, _MOST_WORDINGS = 140, 8


async def show(turn: Turn) -> None:
    """The first page of groups; to read all again for the first time takes a while."""
    with suppress(TelegramError):
        await turn.bot.send_chat_action(turn.seat.chat, ChatAction.TYPING)
    await turn.reply(page(await groups(turn.newsroom), 0))


async def groups(newsroom: Newsroom) -> list[Group]:
    """What was asked in vain and is without an answer to this day, those set aside too."""
    desk = newsroom.desk
    await desk.worker.settled()  # what was asked a moment ago may only be on its way to the disk
    asked = sorted(await desk.study(store.unanswered), key=lambda one: -len(one.at) - one.waiting)[:MOST]
    wordings: list[Wording] = []
    for start in range(0, len(asked), _AT_ONCE):  # between them, readers get their answers
        wordings += await desk.look(partial(_read, asked[start : start + _AT_ONCE]))
    standing = [one for one in wordings if not await _is_corrected(newsroom, one.asked)]
    return grouped(standing, desk.read(store.set_aside_at))


def _read(asked: Sequence[Unanswered], known: Knowledge) -> list[Wording]:
    return [read_again(known, one) for one in asked]


async def _is_corrected(newsroom: Newsroom, asked: Unanswered) -> bool:
    """Whether an answer was called wrong, and the facts it gave have been changed since."""
    if not (asked.wrong and asked.facts and asked.at):
        return False
    return newsroom.desk.read(lambda found: store.corrected_since(found, asked.facts, asked.at[0]))


async def group_with(newsroom: Newsroom, given: str) -> Group | None:
    """The group that a button is about, by the key of any of its wordings."""
    found = await groups(newsroom)
    return next((group for group in found if given in map(key, group.digests)), None)


# ── pages ───────────────────────────────────────────────────────────────────────────────


def page(every: Sequence[Group], at: int, *, aside: bool = False) -> Page:
    """A page of the groups that are open, or of those set aside."""
    found = [group for group in every if group.is_set_aside == aside]
    at = max(0, min(at, (len(found) - 1) // _PER_PAGE))
    shown = found[at * _PER_PAGE :][:_PER_PAGE]
    first = at * _PER_PAGE + 1
    heading = texts.SET_ASIDE_LIST if aside else texts.UNANSWERED
    lines = [
        line(heading.format(count=len(found)), "b"),
        line(texts.UNANSWERED_HINT if found else texts.ALL_ANSWERED),
    ]
    lines += [line(_entry(number, group)) for number, group in enumerate(shown, first)]
    numbers = [
        button(str(number), Action.IN_VAIN, key(group.digests[0]))
        for number, group in enumerate(shown, first)
    ]
    return page_of(lines, [numbers, _turning(at, len(found), aside=aside), _other_list(every, aside=aside)])


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


def _turning(at: int, total: int, *, aside: bool) -> Row:
    targets = (("‹", at - 1, at > 0), ("›", at + 1, (at + 1) * _PER_PAGE < total))
    return [button(label, Action.UNANSWERED, to, int(aside)) for label, to, is_there in targets if is_there]


def _other_list(every: Sequence[Group], *, aside: bool) -> Row:
    others = sum(group.is_set_aside != aside for group in every)
    if aside:
        return [button(texts.TO_UNANSWERED_BUTTON, Action.UNANSWERED, 0, 0)]
    return [button(texts.SET_ASIDE_BUTTON.format(count=others), Action.UNANSWERED, 0, 1)] if others else []


def group_page(group: Group, answer: Answer) -> Page:
    """One group: its wordings, how the bot reads them now, and what can be done about it."""
    own = key(group.digests[0])
    lines = [*_wordings(group), line(texts.ANSWERED_NOW.format(answer=in_short(answer)))]
    unknown = group.leading.understood.unexplained
    if unknown:
        lines.append(line(texts.UNKNOWN_WORDS.format(words=", ".join(unknown))))
    teach, add = (
        button(texts.TEACH_BUTTON, Action.TEACH, own),
        button(texts.ADD_FACT_BUTTON, Action.ADD_FOR, own),
    )
    aside = button(
        texts.TAKE_UP_BUTTON if group.is_set_aside else texts.SET_ASIDE_ONE_BUTTON,
        Action.SET_ASIDE, own, int(not group.is_set_aside),
    )  # fmt: skip
    back = button(texts.TO_LIST_BUTTON, Action.UNANSWERED, 0, int(group.is_set_aside))
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
    aside = bool(pressed.press.number(1))
    return await pressed.turn_into(page(await groups(newsroom), pressed.press.number(0), aside=aside))


async def open_group(newsroom: Newsroom, pressed: Pressed) -> str | None:
    """One group in full."""
    group = await group_with(newsroom, pressed.press.ids[0])
    if group is None:
        return await _back_to_list(newsroom, pressed)
    return await pressed.turn_into(await _opened(newsroom, group))


async def _opened(newsroom: Newsroom, group: Group) -> Page:
    return group_page(group, await newsroom.desk.look(partial(answer_to, group.leading.asked)))


async def set_aside(newsroom: Newsroom, pressed: Pressed) -> str | None:
    """Set a group aside, or take it up again."""
    group, now = await group_with(newsroom, pressed.press.ids[0]), newsroom.desk.clock()
    if group is None:
        return await _back_to_list(newsroom, pressed)
    aside = bool(pressed.press.number(1))
    await newsroom.desk.worker.run(
        lambda found: (
            store.set_aside(found, group.digests, now) if aside else store.take_up(found, group.digests)
        )
    )
    changed = replace(group, is_set_aside=aside, times=0 if aside else group.times)
    await pressed.turn_into(await _opened(newsroom, changed))
    return texts.SET_ASIDE.format(again=AGAIN) if aside else texts.TAKEN_UP


async def _back_to_list(newsroom: Newsroom, pressed: Pressed) -> str:
    await pressed.turn_into(page(await groups(newsroom), 0))
    return texts.GROUP_GONE


def teaching(drafting: Drafting) -> Press:
    """The button to teach a group's wording."""

    async def teach(newsroom: Newsroom, pressed: Pressed) -> str | None:
        group = await group_with(newsroom, pressed.press.ids[0])
        if group is None:
            return await _back_to_list(newsroom, pressed)
        alone = list(dict.fromkeys(one.asked.question for one in group.wordings if not one.leans))
        if not alone:
            return texts.LEANS
        await drafting.begin_by_button(pressed, "teach", {"wordings": alone[:_MOST_WORDINGS]})
        return None

    return teach


def adding(drafting: Drafting) -> Press:
    """The button to add a fact that answers a group."""

    async def add(newsroom: Newsroom, pressed: Pressed) -> str | None:
        group = await group_with(newsroom, pressed.press.ids[0])
        if group is None:
            return await _back_to_list(newsroom, pressed)
        understood = group.leading.understood
        known = {"subject": understood.names[:1], "topic": understood.topics[:1]}
        await drafting.begin_by_button(
            pressed, "fact", begun({field: ids[0] for field, ids in known.items() if ids})
        )
        return None

    return add
