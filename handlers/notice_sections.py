"""The words of notices about changes: what changed, how, why, as of when, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from handlers import texts
from handlers.follow_pages import label
from handlers.lines import Line, Section, Span, clipped, line
from handlers.markup import width
from handlers.rendering import source_line, where
from knowledge.answering.citing import cite
from knowledge.changes import FactChange
from knowledge.models import Article, Fact
from knowledge.reading.lexicon import Lexicon
from knowledge.store.following import Follow
from knowledge.wording import capital, day, period

_MOST = 5
"""How many changes of one event are told in full."""
_LONGEST_FIGURES, _LONGEST_STATEMENT, _LONGEST_WHY = 300, 500, 300


class ToldOn(NamedTuple):
    """The day on which a chat was shown a fact last, with its figure then where that was not the one before the change."""

    day: date
    figure: str | None = None


Told = Mapping[str, ToldOn | None]
"""The facts that a chat was shown; None where it is not kept any more when."""


@dataclass(frozen=True, slots=True)
class Event:
    """The changes to one article that concern a chat, and those of its facts that the chat was `told` before.

    The first changes are told in full, so many of them.
    """

    id: int
    article: Article
    changes: Sequence[FactChange]
    is_new_article: bool
    is_followed: bool
    told: Told
    in_group: bool
    in_full: int = _MOST

    @property
    def why(self) -> str | None:
        """The reason that all its changes have in common."""
        return _common(change.why for change in self.changes)

    @property
    def period(self) -> str | None:
        """The time that all its facts which stand are of."""
        return _common(period(change.after.period) for change in self.changes if change.after)


def _common(said: Iterable[str | None]) -> str | None:
    """What all have in common, if anything."""
    different = set(said)
    return different.pop() if len(different) == 1 else None


def sized(event: Event, lexicon: Lexicon, number: int | None, room: int) -> Event:
    """The event with as many changes in full as there is room for; what the chat was told before, it hears of first."""
    told = sum(change.fact.id in event.told for change in event.changes)
    for count in range(max(_MOST, told), 0, -1):
        event = replace(event, in_full=count)
        if width(section(event, lexicon, number).text) <= room:
            break
    return event


def figures_in(event: Event) -> list[Fact]:
    """The facts of an event, as they stand, that are told in full."""
    return [change.after for change in event.changes[: event.in_full] if change.after]


def section(event: Event, lexicon: Lexicon, number: int | None = None) -> Section:
    """An event in words; in a digest it has a number."""
    single = len(event.changes) == 1 and not event.is_new_article
    lines = [*(_single(event.changes[0], lexicon) if single else _several(event, lexicon)), *_around(event)]
    title, *rest = lines
    if number is not None:
        title = (Span(texts.NUMBERED.format(number=number, title=""), "b"), *title)
    cited = cite(event.article, event.changes[0].fact.paragraph if single else None)
    return Section((title, *rest), source_line(cited))


def put_right(changes: Sequence[FactChange], lexicon: Lexicon) -> Iterator[Line]:
    """What has changed of an answer that stands corrected below."""
    for change in changes:
        yield line(f"{_about(change, lexicon)}. {_title(change)}", "i")
    yield from (line(_reason(why), "i") for why in dict.fromkeys(change.why for change in changes) if why)


def _single(change: FactChange, lexicon: Lexicon) -> Iterator[Line]:
    yield line(_title(change), "b")
    yield line(_about(change, lexicon))
    yield from _said(change)
    if told := period(change.fact.period):
        yield line(texts.PERIOD.format(period=told))


def _title(change: FactChange) -> str:
    """What happened, with the figures."""
    figures = clipped(change.figures or "", _LONGEST_FIGURES)
    if figures and change.is_same_figure:
        return texts.CORRECTED_OTHERWISE.format(figure=figures)
    return ": ".join(filter(None, (texts.CHANGED[change.kind], figures)))


def _about(change: FactChange, lexicon: Lexicon) -> str:
    named = label(Follow(change.fact.subject, change.fact.topic), lexicon)
    return " · ".join((named, *change.fact.facets))


def _said(change: FactChange) -> Iterator[Line]:
    yield line(clipped(change.fact.statement, _LONGEST_STATEMENT))
    if change.kind == "withdrawn":
        yield line(texts.USED_NO_MORE)
    if change.before and change.after and change.before.statement != change.after.statement:
        before = clipped(change.before.statement, _LONGEST_STATEMENT)
        yield line(texts.STOOD_BEFORE.format(statement=before), "i")


def _several(event: Event, lexicon: Lexicon) -> Iterator[Line]:
    about = event.article.about or event.article.label
    title = texts.NEW_ARTICLE if event.is_new_article else texts.SEVERAL_CHANGES
    yield line(title.format(about=clipped(about, _LONGEST_STATEMENT), count=len(event.changes)), "b")
    for change in event.changes[: event.in_full]:
        yield _entry(change, lexicon, event)
    left = len(event.changes) - event.in_full
    if left > 0:
        yield line(texts.MORE_CHANGES.format(count=left))
    if event.period:
        yield line(texts.PERIOD.format(period=event.period))


def _entry(change: FactChange, lexicon: Lexicon, event: Event) -> Line:
    said = _stated(change.after, event) if change.after else ()
    reason = "" if event.why == change.why else _reason(change.why)
    rest = " ".join(filter(None, (f" · {_about(change, lexicon)}.", *said, reason)))
    return (Span("• "), Span(_title(change), "b"), Span(rest))


def _stated(fact: Fact, event: Event) -> Iterator[str | None]:
    """What a fact says, of when and where, but for what is said of all."""
    yield clipped(fact.statement, _LONGEST_STATEMENT)
    told, place = period(fact.period), where(fact.paragraph)
    yield texts.PERIOD.format(period=told) if told and told != event.period else None
    yield f"{capital(place)}." if place else None


def _reason(why: str | None) -> str:
    return texts.WHY.format(why=clipped(why, _LONGEST_WHY)) if why else ""


def _around(event: Event) -> Iterator[Line]:
    """Why, and since when the chat has known another figure."""
    if event.why:
        yield line(_reason(event.why))
    known = sorted(filter(None, event.told.values()), key=lambda told: told.day)
    others = {told.figure: told.day for told in known if told.figure}
    for shown, on in [*others.items()][-_MOST:]:
        yield line(texts.TOLD_OTHERWISE.format(day=day(on), figure=clipped(shown, _LONGEST_FIGURES)), "i")
    days = [told.day for told in known if not told.figure]
    if days:
        said = texts.TOLD_ON_IN_A_GROUP if event.in_group else texts.TOLD_ON
        yield line(said.format(day=day(max(days))), "i")
    elif event.told and not others:
        yield line(texts.TOLD_BEFORE, "i")
