"""Notices of changes, put into one message: one event, or several as a digest, with what there is no room for behind a button."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from telegram import InlineKeyboardMarkup
from telegram.constants import MessageLimit

from handlers import texts
from handlers.follow_pages import EVERYTHING
from handlers.keyboards import Action, Row, button
from handlers.lines import Section, line
from handlers.links import key
from handlers.markup import messages, width
from handlers.notice_sections import Event, Told, figures_in, section, sized
from knowledge.answering.answer import summary
from knowledge.changes import changes_in
from knowledge.models import FactSummary
from knowledge.service import Knowledge
from knowledge.store.following import Follow
from knowledge.store.outbox import Due

_SOURCES_A_ROW, _MOST_SOURCES = 4, 40
_BETWEEN = 2
"""How many characters part two sections."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is sent: messages of HTML, the last with the buttons; and the facts that each event has it show.

    With `post`, it is what an answer posted through inline mode is to say from now on.
    """

    html: list[str]
    keyboard: InlineKeyboardMarkup | None
    facts: Mapping[int, tuple[FactSummary, ...]] = field(default_factory=dict)
    post: str | None = None


class Part(NamedTuple):
    """What is told after an event of the digest that a message began; with neither, a digest from its beginning."""

    of: int = 0
    after: int = 0


WHOLE = Part()


def digest(
    known: Knowledge, rows: Sequence[tuple[Due, Told]], followed: Sequence[Follow], part: Part
) -> Notice | None:
    """What rows, the newest first, come to for a chat; None where nothing concerns it any more."""
    cut = next((at for at, (row, _told) in enumerate(rows, 1) if row.event == part.after), 0)
    before, events = (list(_events(known, some, followed)) for some in (rows[:cut], rows[cut:]))
    if not events:
        return None
    if not before and len(events) == 1:
        alone = sized(events[0], known.lexicon, None, MessageLimit.MAX_TEXT_LENGTH)
        return _notice({None: alone}, messages([section(alone, known.lexicon)]), [])
    title = texts.DIGEST_GOES_ON if before else texts.DIGEST.format(count=len(events))
    room = MessageLimit.MAX_TEXT_LENGTH - width(title) - width(_more(len(events))) - 2 * _BETWEEN
    numbers = range(len(before) + 1, len(before) + len(events) + 1)
    numbered: dict[int | None, Event] = {
        at: sized(event, known.lexicon, at, room) for at, event in zip(numbers, events, strict=True)
    }
    sections = [section(event, known.lexicon, at) for at, event in numbered.items()]
    fitting = _how_many(sections, room)
    shown = dict([*numbered.items()][:fitting])
    left = len(events) - fitting
    html = messages([_said(title), *sections[:fitting], *([_said(_more(left))] if left else [])])
    more = [button(_more_label(left), Action.MORE_NEWS, part.of, [*shown.values()][-1].id)] if left else []
    return _notice(shown, html, more)


def _notice(shown: Mapping[int | None, Event], html: list[str], more: Row) -> Notice:
    events = list(shown.values())
    rows = [row for row in (*_sources(shown), more, *_stops(events)) if row]
    facts = {event.id: tuple(map(summary, figures_in(event))) for event in events}
    return Notice(html, InlineKeyboardMarkup(rows), facts)


def _said(text: str) -> Section:
    return Section((line(text, "b"),))


def _more(count: int) -> str:
    return texts.MORE_NEWS.format(count=count)


def _more_label(count: int) -> str:
    return texts.MORE_NEWS_BUTTON.format(count=count)


def _how_many(sections: Iterable[Section], room: int) -> int:
    """How many sections there is room for, one at least."""
    ends = accumulate(width(section.text) + _BETWEEN for section in sections)
    return max(1, sum(end - _BETWEEN <= room for end in ends))


def _events(
    known: Knowledge, rows: Sequence[tuple[Due, Told]], followed: Sequence[Follow]
) -> Iterator[Event]:
    found = (_event(known, row, told, followed) for row, told in rows)
    yield from filter(None, found)


def _event(known: Knowledge, row: Due, told: Told, followed: Sequence[Follow]) -> Event | None:
    """Of an event what concerns a chat; None where nothing does any more."""
    changes = list(changes_in(row.body))
    brought = {
        at: follows
        for at, change in enumerate(changes)
        if (follows := change.follows(followed, known.lexicon))
    }
    concerning = [change for at, change in enumerate(changes) if at in brought or change.fact.id in told]
    concerning.sort(key=lambda change: change.fact.id not in told)
    is_bare_article = row.body["new_article"] and not changes and EVERYTHING in followed
    if row.article is None or not (concerning or is_bare_article):
        return None
    is_followed = bool(brought or is_bare_article)
    return Event(
        id=row.event, article=known.reader.article(row.article), changes=concerning,
        is_new_article=row.body["new_article"] and is_followed, is_followed=is_followed, told=told,
        in_group=row.chat < 0,
    )  # fmt: skip


def _sources(events: Mapping[int | None, Event]) -> Iterator[Row]:
    """A button for each source, numbered where the events are."""
    shown = [
        button(
            texts.NUMBERED_SOURCE.format(number=number) if number else texts.SOURCE_BUTTON,
            Action.ARTICLE_APART, key(event.article.id),
        )
        for number, event in [*events.items()][:_MOST_SOURCES]
    ]  # fmt: skip
    yield from (shown[at : at + _SOURCES_A_ROW] for at in range(0, len(shown), _SOURCES_A_ROW))


def _stops(events: Sequence[Event]) -> Iterator[Row]:
    """Buttons to hear no more of what is followed, and of corrections."""
    if any(event.is_followed for event in events):
        yield [button(texts.STOP_BUTTON, Action.STOP, events[0].id if len(events) == 1 else "")]
    if any(event.told for event in events):
        yield [button(texts.NO_CORRECTIONS_BUTTON, Action.NO_CORRECTIONS)]
