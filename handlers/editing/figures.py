"""/thongke: how the bot is used and how it does, in counts and in a chart; nothing of any one person."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence

from handlers.editing import teaching_texts as texts
from handlers.editing.charts import NoChartsError, draw
from handlers.editing.newsroom import Newsroom
from handlers.editing.rights import Turn
from handlers.lines import Line, Section, clipped, line
from handlers.markup import messages
from handlers.sending import send, send_photo
from knowledge.store.statistics import DAYS, Statistics, statistics
from knowledge.wording import number

_WEEK = 7
_LONGEST_QUESTION = 120


async def show(turn: Turn) -> None:
    """The figures, and the chart below them; without the extra for charts, the days in words."""
    found, labels = await gather(turn.newsroom)
    chart, in_words = None, False
    try:
        if found.last(DAYS).asked:
            chart = await asyncio.to_thread(draw, found.days)
    except NoChartsError:
        in_words = True
    html = messages(sections(found, labels, in_words=in_words))
    sent = await send(turn.bot, turn.seat, html, reply_to=turn.message.message_id)
    if chart:
        await send_photo(turn.bot, turn.seat, chart, texts.CHART_CAPTION.format(days=DAYS), reply_to=sent[-1])


async def gather(newsroom: Newsroom) -> tuple[Statistics, Mapping[str, str]]:
    """The figures of now, and the labels of all topics."""
    desk = newsroom.desk
    now = desk.clock()
    found = await desk.study(lambda connection: statistics(connection, now, desk.zone))
    topics = await desk.look(lambda known: known.lexicon.topics)
    return found, {topic.id: topic.label for topic in topics.values()}


def sections(found: Statistics, labels: Mapping[str, str], *, in_words: bool) -> Iterator[Section]:
    """The figures, a section each; `in_words` those of every day too."""
    yield _section(texts.STATISTICS, _askings(found))
    if found.statuses:
        statuses = (
            texts.STATUS_COUNT.format(status=texts.STATUSES[status], count=number(count))
            for status, count in sorted(found.statuses.items(), key=lambda entry: -entry[1])
        )
        yield _section(texts.BY_STATUS.format(days=DAYS), statuses)
    yield from _most_asked(found, labels)
    yield _section(texts.BESIDES, _besides(found))
    if in_words:
        yield _section(texts.BY_DAY, _days(found))


def _askings(found: Statistics) -> Iterator[str]:
    for said, days in ((texts.TODAY, 1), (texts.LAST_DAYS, _WEEK), (texts.LAST_DAYS, DAYS)):
        asking = found.last(days)
        what = said.format(days=days)
        if asking.share is None:
            yield texts.NOTHING_ASKED.format(when=what)
        else:
            share = number(round(asking.share, 1))
            yield texts.ASKED_IN.format(
                when=what, asked=number(asking.asked), answered=number(asking.answered), share=share
            )


def _most_asked(found: Statistics, labels: Mapping[str, str]) -> Iterator[Section]:
    for heading, counts, called in (
        (texts.TOPICS_ASKED, found.topics, lambda topic: labels.get(topic, topic)),
        (texts.QUESTIONS_ASKED, found.questions, lambda question: clipped(question, _LONGEST_QUESTION)),
    ):
        if counts:
            yield _section(heading, _ranked(counts, called))


def _ranked(counts: Sequence[tuple[str, int]], called: Callable[[str], str]) -> Iterator[str]:
    for at, (what, count) in enumerate(counts, 1):
        yield texts.RANKED.format(rank=at, what=called(what), count=number(count))


def _besides(found: Statistics) -> Iterator[str]:
    yield texts.VERDICTS.format(right=number(found.right), wrong=number(found.wrong))
    yield texts.FOLLOWERS.format(
        chats=number(found.followers), follows=number(found.follows), waiting=number(found.waiting)
    )
    yield texts.BACKLOG.format(backlog=number(found.backlog), given_up=number(found.given_up))
    yield texts.EDITS.format(edits=number(found.edits))


def _days(found: Statistics) -> Iterator[str]:
    for day, asking in found.days:
        if asking.asked:
            yield texts.DAY_COUNT.format(
                day=f"{day:%d/%m}", asked=number(asking.asked), answered=number(asking.answered)
            )
    yield texts.HOW_TO_CHART


def _section(heading: str, lines: Iterator[str] | Sequence[str]) -> Section:
    shown: list[Line] = [line(heading, "b"), *map(line, lines)]
    return Section(tuple(shown))
