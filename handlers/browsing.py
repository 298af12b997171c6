"""Browsing by buttons: topics, places and articles, one message changed in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from telegram import Bot, InlineKeyboardMarkup, Message, Update
from telegram.ext import ContextTypes

from handlers import pages, texts
from handlers.addressing import seat_of
from handlers.asking import answer
from handlers.desk import Desk, Seat
from handlers.keyboards import Action, button
from handlers.lines import Line, Section, Span, clipped, line
from handlers.links import Link, key
from handlers.markup import messages
from handlers.pages import Page
from handlers.pressing import Effect, Pressed
from handlers.sending import send
from knowledge.answering.answer import summary
from knowledge.answering.citing import quote_of
from knowledge.models import Article, Citation, Fact, FactSummary
from knowledge.service import Knowledge
from knowledge.store.dialogue import Asked

Context = ContextTypes.DEFAULT_TYPE


class Place(NamedTuple):
    """Where in an article something stands: the paragraph, the fact that states it, the words it rests on."""

    paragraph: int | None
    fact: Fact | None = None
    quote: str | None = None


Found = tuple[Article, list[Place]]

_LONGEST_STATEMENT = 300
_MOST_PLACES = 8


async def topics(desk: Desk, update: Update, context: Context) -> None:
    """/chude."""
    await _open(desk, update.effective_message, context.bot, lambda known: pages.topics(known, 0))


async def articles(desk: Desk, update: Update, context: Context) -> None:
    """/nguon."""
    await _open(desk, update.effective_message, context.bot, lambda known: pages.articles(known, 0))


async def open_link(desk: Desk, message: Message, bot: Bot, link: Link) -> bool:
    """Show the topic or article that a link leads to; False where it is gone."""
    page = await desk.look(lambda known: _linked(desk, known, link, bot.username))
    if page is not None:
        await show(desk, bot, seat_of(message), page, reply_to=message.message_id)
    return page is not None


def _linked(desk: Desk, known: Knowledge, link: Link, username: str) -> Page | None:
    if link.kind == "topic":
        topic = desk.keys.topic(known, link.target)
        return pages.topic(known, topic, 0, username) if topic else None
    article = desk.keys.article(known, link.target)
    return pages.article(known, article, 0, username) if article else None


async def _open(desk: Desk, message: Message | None, bot: Bot, make: Callable[[Knowledge], Page]) -> None:
    if message is not None:
        await show(desk, bot, seat_of(message), await desk.look(make), reply_to=message.message_id)


async def show(desk: Desk, bot: Bot, seat: Seat, page: Page, *, reply_to: int) -> None:
    """Show a page in a message of its own."""
    desk.show(seat, page.facts)
    await send(bot, seat, [page.html], page.keyboard, reply_to=reply_to)


# ── buttons ─────────────────────────────────────────────────────────────────────────────


def turned(make: Callable[[Pressed, Knowledge], Page | None]) -> Effect:
    """The effect of a button that turns its message into a page; `make` gives None where that is gone."""

    async def turn(pressed: Pressed) -> str | None:
        return await pressed.turn_into(await pressed.desk.look(lambda known: make(pressed, known)))

    return turn


def _topic(pressed: Pressed, known: Knowledge) -> Page | None:
    found = pressed.desk.keys.topic(known, pressed.press.ids[0])
    return pages.topic(known, found, pressed.press.number(1), pressed.bot.username) if found else None


def _place(pressed: Pressed, known: Knowledge) -> Page | None:
    found = pressed.desk.keys.name(known, pressed.press.ids[0])
    return pages.place(known, found, pressed.press.number(1)) if found else None


def _article(pressed: Pressed, known: Knowledge) -> Page | None:
    found = pressed.desk.keys.article(known, pressed.press.ids[0])
    return pages.article(known, found, pressed.press.number(1), pressed.bot.username) if found else None


async def ask_example(pressed: Pressed) -> str | None:
    """A tapped question is answered in a message of its own."""
    question = await pressed.desk.look(lambda known: _example(pressed, known))
    if question is None:
        return texts.PAGE_GONE
    await answer(pressed.desk, pressed.bot, pressed.seat, question, reply_to=pressed.message)
    return None


def _example(pressed: Pressed, known: Knowledge) -> str | None:
    keys, ids = pressed.desk.keys, pressed.press.ids
    topic, name = keys.topic(known, ids[0]), keys.name(known, ids[1])
    return pages.question_for(known, topic.id, name.id) if topic and name else None


# ── the sources of an answer ────────────────────────────────────────────────────────────


async def show_sources(pressed: Pressed) -> str | None:
    """Everything known of an answer's sources, and where in them it stands."""
    asked = await pressed.asked()
    if asked is None:
        return texts.GONE
    found = await pressed.desk.look(lambda known: sources(known, asked))
    if not found:
        return texts.SOURCE_GONE
    rows = [
        [
            button(
                texts.WHOLE_ARTICLE.format(about=article.about or article.label),
                Action.ARTICLE,
                key(article.id),
                0,
            )
        ]
        for article, _places in found
    ]
    html = messages(source_sections(found))
    pressed.desk.show(pressed.seat, _told(found))
    await send(pressed.bot, pressed.seat, html, InlineKeyboardMarkup(rows), reply_to=pressed.message)
    return None


def source_sections(found: Sequence[Found]) -> Iterator[Section]:
    """What is said of the sources of an answer, a section each."""
    return (Section(tuple(_lines(article, places))) for article, places in found)


def _told(found: Sequence[Found]) -> list[FactSummary]:
    return [summary(place.fact) for _article, places in found for place in places if place.fact]


def sources(known: Knowledge, asked: Asked) -> list[Found]:
    """The articles that an answer rests on, with where in each it stands."""
    found: dict[str, Found] = {}
    for fact in filter(None, map(known.catalogue.fact, asked.facts)):
        _article, places = found.setdefault(fact.article, (known.reader.article(fact.article), []))
        if len(places) < _MOST_PLACES and fact.paragraph not in [other.paragraph for other in places]:
            places.append(Place(fact.paragraph, fact, quote_of(fact, known.reader.texts)))
    if not found:  # a quotation rests on no facts, nor does what is told of an article itself
        answer = known.ask(asked.question, context=asked.leaned_on, now=asked.at)
        return [(known.reader.article(cited.article), _quoted(cited)) for cited in answer.citations]
    return list(found.values())


def _quoted(cited: Citation) -> list[Place]:
    return [Place(cited.paragraph, quote=cited.quote)] if cited.quote else []


def _lines(article: Article, places: Sequence[Place]) -> Iterator[Line]:
    yield from pages.record(article)
    for paragraph, fact, quote in places:
        told = clipped(fact.statement, _LONGEST_STATEMENT) if fact else texts.WRITTEN_SO
        yield (Span(f"{pages.place_in(paragraph)}: ", "b"), Span(told))
        if quote:
            yield line(f"“{clipped(quote, _LONGEST_STATEMENT)}”", "blockquote")


EFFECTS: dict[Action, Effect] = {
    Action.TOPICS: turned(lambda pressed, known: pages.topics(known, pressed.press.number(0))),
    Action.PLACES: turned(lambda pressed, known: pages.places(known, pressed.press.number(0))),
    Action.ARTICLES: turned(lambda pressed, known: pages.articles(known, pressed.press.number(0))),
    Action.TOPIC: turned(_topic),
    Action.PLACE: turned(_place),
    Action.ARTICLE: turned(_article),
    Action.EXAMPLE: ask_example,
    Action.SOURCE: show_sources,
}
"""What the buttons of browsing do."""
