"""The pages people browse: topics, places, articles. Each is a text with buttons, made from the knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers import texts
from handlers.keyboards import Action, Row, button, in_rows
from handlers.lines import Line, Section, Span, clipped, line
from handlers.links import Link, key, url
from handlers.markup import messages
from handlers.rendering import label, where
from knowledge.answering.answer import summary
from knowledge.answering.citing import cite
from knowledge.answering.suggestions import asked, question_about
from knowledge.models import Article, Fact, FactSummary, Name, Topic
from knowledge.reading.lexicon import Lexicon
from knowledge.service import Knowledge
from knowledge.store.dialogue import Asked
from knowledge.text.repeats import said_once
from knowledge.wording import capital, day

PER_PAGE = 8
_FACTS_PER_PAGE = 10
_LONGEST_VALUE, _LONGEST_STATEMENT = 200, 220
_MOST_FACTS = 10_000
_EXAMPLES = 3
_NAMES_ASKED = 2

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page:
    """One message to look at, with its buttons; `facts` are those it shows."""

    html: str
    keyboard: InlineKeyboardMarkup
    facts: tuple[FactSummary, ...] = ()


def topics(known: Knowledge, at: int) -> Page:
    """All topics that anything is known of."""
    found = known.catalogue.topics()
    shown, turning = paged(found, at, Action.TOPICS)
    rows = [[button(known.lexicon.topics[topic].label, Action.TOPIC, key(topic), 0)] for topic in shown]
    others = [
        button(texts.BY_PLACE, Action.PLACES, 0),
        button(texts.BY_SOURCE, Action.ARTICLES, 0),
    ]
    return page_of([line(texts.TOPICS, "b"), line(texts.TOPICS_HINT)], [*rows, turning, others])


def places(known: Knowledge, at: int) -> Page:
    """All places, people and the like that anything is known of."""
    shown, turning = paged(known.catalogue.names(), at, Action.PLACES)
    rows = in_rows([_name_button(known, name) for name in shown])
    back = [button(texts.BACK_TO_TOPICS, Action.TOPICS, 0)]
    return page_of([line(texts.PLACES, "b"), line(texts.PLACES_HINT)], [*rows, turning, back])


def topic(known: Knowledge, found: Topic, at: int, username: str) -> Page:
    """A topic: questions to tap, and the places it has facts about."""
    subjects = known.catalogue.subjects(found.id)
    shown, turning = paged(subjects, at, Action.TOPIC, key(found.id))
    asking = [_question_row(known, found.id, name) for name in subjects[:_EXAMPLES]] if at == 0 else []
    rows = in_rows([_name_button(known, name) for name in shown])
    back = [button(texts.BACK_TO_TOPICS, Action.TOPICS, 0)]
    lines = [line(found.label, "b"), line(texts.TOPIC_HINT)]
    return page_of([*lines, *_share(username, Link("topic", key(found.id)))], [*asking, *rows, turning, back])


def place(known: Knowledge, found: Name, at: int) -> Page:
    """A place (or person, organisation, document): the topics that are known of it, a question each."""
    about = known.catalogue.topics_about(found.id)
    shown, turning = paged(about, at, Action.PLACE, key(found.id))
    rows = [
        [button(known.lexicon.topics[topic].label, Action.EXAMPLE, key(topic), key(found.id))]
        for topic in shown
    ]
    back = [button(texts.BACK_TO_PLACES, Action.PLACES, 0), button(texts.BACK_TO_TOPICS, Action.TOPICS, 0)]
    return page_of([line(found.in_full, "b"), line(texts.PLACE_HINT)], [*rows, turning, back])


def known_of(question: Asked, lexicon: Lexicon) -> Row:
    """Under what is not known, the way to what is known of the names in the question."""
    names = [name for name in question.names if name in lexicon.names and question.status == "unknown"]
    return [
        button(texts.KNOWN_OF.format(name=lexicon.names[name].name), Action.PLACE, key(name), 0)
        for name in names[:_NAMES_ASKED]
    ]


def articles(known: Knowledge, at: int) -> Page:
    """All articles, newest first."""
    total = known.catalogue.how_many_articles()
    at = _within(at, total, PER_PAGE)
    rows = [
        [
            button(
                f"{day(cite(article).published)} · {article.about or article.label}",
                Action.ARTICLE,
                key(article.id),
                0,
            )
        ]
        for article in known.catalogue.articles(PER_PAGE, at * PER_PAGE)
    ]
    turning = _turning(at, total, PER_PAGE, Action.ARTICLES)
    back = [button(texts.BACK_TO_TOPICS, Action.TOPICS, 0)]
    return page_of([line(texts.ARTICLES, "b"), line(texts.ARTICLES_HINT)], [*rows, turning, back])


def article(known: Knowledge, found: Article, at: int, username: str) -> Page:
    """An article: everything known of it on its first page, and its facts by paragraph."""
    groups = _in_order(said_once(known.catalogue.facts_in(found.id, _MOST_FACTS, 0)))
    at = _within(at, len(groups), _FACTS_PER_PAGE)
    shown = groups[at * _FACTS_PER_PAGE :][:_FACTS_PER_PAGE]
    turning = _turning(at, len(groups), _FACTS_PER_PAGE, Action.ARTICLE, key(found.id))
    back = [button(texts.BACK_TO_ARTICLES, Action.ARTICLES, 0)]
    pages = _pages(len(groups), _FACTS_PER_PAGE)
    head = [] if pages == 1 else [line(texts.PAGE_OF.format(number=at + 1, pages=pages), "i")]
    about = [*record(found), *_share(username, Link("source", key(found.id)))]
    facts = _by_paragraph([group[0] for group in shown])
    page = page_of([*(about[:1] if at else about), *head, *facts], [turning, back])
    return replace(page, facts=tuple(summary(fact) for group in shown for fact in group))


def _in_order(groups: list[list[Fact]]) -> list[list[Fact]]:
    """What is stated before what is not; captions after the paragraphs they stand beside."""
    return sorted(groups, key=lambda group: (group[0].kind == "not_stated", group[0].paragraph == 0))


def record(found: Article) -> Iterator[Line]:
    """Everything known of an article, a line each."""
    yield line(heading(found), "b", href=found.url)
    told = (
        (texts.ARTICLE_IS_ABOUT, found.about if found.title else None),
        (texts.AUTHOR, found.author or texts.NOT_GIVEN),
        (texts.PUBLISHED, day(cite(found).published)),
        (texts.PUBLISHER, found.publisher),
        (texts.SERIES, found.series),
        (texts.ADDRESS, found.url),
    )
    for name, value in told:
        if value:
            yield line(f"{name}: {clipped(value, _LONGEST_VALUE)}")


def heading(found: Article) -> str:
    """What to call an article where nothing stands before it."""
    return capital(label(found.title, found.about))


def question_for(known: Knowledge, topic: str, name: str) -> str:
    """A question about a topic and a name: an example of the topic's, or their labels."""
    lexicon = known.lexicon
    plain = f"{lexicon.topics[topic].label} {lexicon.names[name].name}"
    return question_about(topic, name, lexicon) or asked(plain)


def place_in(paragraph: int | None) -> str:
    """The place in an article, as a heading."""
    return capital(where(paragraph) or texts.SOMEWHERE)


def _name_button(known: Knowledge, name: str) -> InlineKeyboardButton:
    return button(known.lexicon.names[name].name, Action.PLACE, key(name), 0)


def _question_row(known: Knowledge, topic: str, name: str) -> Row:
    return [button(question_for(known, topic, name), Action.EXAMPLE, key(topic), key(name))]


def _by_paragraph(facts: Sequence[Fact]) -> Iterator[Line]:
    """Facts under the places where they stand; what is left open is told apart."""
    above: object = ()
    for at, fact in enumerate(facts):
        is_open = fact.kind == "not_stated"
        if is_open and (at == 0 or facts[at - 1].kind != "not_stated"):
            yield line(texts.LEFT_OPEN, "b")
            above = ()
        if fact.paragraph != above:
            above = fact.paragraph
            yield line(place_in(fact.paragraph), "i" if is_open else "b")
        yield line(f"• {clipped(fact.statement, _LONGEST_STATEMENT)}", "i" if is_open else None)


def _share(username: str, link: Link) -> Iterator[Line]:
    address = url(username, link)
    if address:
        yield (Span(texts.SHARE), Span(address, href=address))


def page_of(lines: Iterable[Line], rows: Iterable[Row]) -> Page:
    """One message with rows of buttons, cut where it would be too long."""
    html, *_more = messages([Section(tuple(lines))])
    return Page(html, InlineKeyboardMarkup([row for row in rows if row]))


def paged(items: Sequence[Item], at: int, action: Action, *ids: str) -> tuple[Sequence[Item], Row]:
    """The items of one page, and the buttons that turn it; the page's number is the last of their ids."""
    at = _within(at, len(items), PER_PAGE)
    return items[at * PER_PAGE :][:PER_PAGE], _turning(at, len(items), PER_PAGE, action, *ids)


def _turning(at: int, total: int, size: int, action: Action, *ids: str) -> Row:
    last = _pages(total, size) - 1
    targets = (
        (texts.FIRST.format(number=1), 0, at > 1),
        (texts.BEFORE, at - 1, at > 0),
        (texts.AFTER, at + 1, at < last),
        (texts.LAST.format(number=last + 1), last, at < last - 1),
    )
    return [button(label, action, *ids, to) for label, to, is_there in targets if is_there]


def _within(at: int, total: int, size: int) -> int:
    return max(0, min(at, _pages(total, size) - 1))


def _pages(total: int, size: int) -> int:
    return max(1, -(-total // size))
