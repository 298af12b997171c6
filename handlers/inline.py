"""Inline mode: answers to post in any chat, each with its source."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import islice

from telegram import (
    ChosenInlineResult,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.ext import ContextTypes

from handlers import texts
from handlers.addressing import seat_of, whole_characters
from handlers.desk import GIVING, Desk, Seat
from handlers.lines import clipped
from handlers.links import Link, key, payload, url
from handlers.markup import sendable
from handlers.pages import question_for
from handlers.rendering import label
from handlers.rendering_html import rendered
from knowledge.models import Answer, Block
from knowledge.service import Knowledge
from knowledge.store.posts import Post
from knowledge.wording import day

Context = ContextTypes.DEFAULT_TYPE
CACHED_SECONDS = 30
_PER_PAGE = 10
_MOST_OFFERED = 5_000
_APART = "."
_TAG = re.compile("<[^>]*>")
_FARTHEST = 10_000
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 120, 200


@dataclass(frozen=True, slots=True)
class Found:
    """An answer to offer, with a heading where it answers something else than what was typed."""

    answer: Answer
    heading: str | None = None


class Offered:
    """What was offered lately: what of it is posted has been shown."""

    def __init__(self) -> None:
        """Nothing so far."""
        self._answers: OrderedDict[str, Answer] = OrderedDict()

    def remember(self, result_id: str, answer: Answer) -> None:
        """A result gives the facts of an answer."""
        if answer.status in GIVING:
            self._answers[_mark_of(result_id)] = answer
            self._answers.move_to_end(_mark_of(result_id))
        if len(self._answers) > _MOST_OFFERED:
            self._answers.popitem(last=False)

    def answer(self, mark: str) -> Answer | None:
        """The answer of the result with a mark; None where it was offered too long ago."""
        return self._answers.get(mark)


async def chosen(desk: Desk, offered: Offered, update: Update, context: Context) -> None:
    """Somebody has posted a result: they are to hear of its correction, and Telegram lets the post be put right."""
    found = update.chosen_inline_result
    if found is None:
        return
    answer = offered.answer(_mark_of(found.result_id)) or await desk.look(
        lambda known: _offered_as(known, found, context.bot.username)
    )
    if answer is None:
        return
    person = found.from_user.id
    offered.remember(found.result_id, answer)
    desk.show(Seat(person, "private", person), answer.facts)
    if found.inline_message_id:
        desk.note_post(person, Post(found.inline_message_id, answer.question), answer.facts)


def _offered_as(known: Knowledge, chosen: ChosenInlineResult, username: str) -> Answer | None:
    """The answer that was offered as a result before a restart; None where it would be another one now."""
    number, _, _mark = chosen.result_id.partition(_APART)
    at = int(number) if number.isdecimal() else 0
    found = next(islice(offers(known, _words_of(chosen.query)), min(at, _FARTHEST), None), None)
    gives = found and found.answer.status in GIVING
    return found.answer if found and gives and result(found, at, username).id == chosen.result_id else None


async def posted(desk: Desk, offered: Offered, update: Update, _context: Context) -> None:
    """A result stands in a chat that the bot is in."""
    message = update.effective_message
    answer = offered.answer(_mark(message.text or "")) if message else None
    if message and answer:
        desk.show(seat_of(message), answer.facts)


async def offer(desk: Desk, offered: Offered, update: Update, context: Context) -> None:
    """Answer an inline query with a page of results."""
    query = update.inline_query
    if query is None:
        return
    username = context.bot.username
    asked = _words_of(query.query)
    at = min(int(query.offset), _FARTHEST) if query.offset.isdecimal() else 0
    found = await desk.look(lambda known: list(islice(offers(known, asked), at, at + _PER_PAGE + 1)))
    shown = found[:_PER_PAGE]
    has_answer = any(one.answer.citations for one in shown)
    results = [result(one, at + number, username) for number, one in enumerate(shown)]
    for made, one in zip(results, shown, strict=True):
        offered.remember(made.id, one.answer)
    await query.answer(
        results,
        cache_time=CACHED_SECONDS,
        is_personal=False,
        next_offset=str(at + _PER_PAGE) if len(found) > _PER_PAGE else "",
        button=_button(asked, has_answer=has_answer),
    )


def _words_of(query: str) -> str:
    return whole_characters(query).strip()


def offers(known: Knowledge, question: str) -> Iterator[Found]:
    """What to offer for a question: its answer or those to its readings, then what is near.

    For a name alone that is what is known of it, for none the topics.
    """
    answer = known.ask(question) if question else None
    if answer is None or answer.status == "chat":
        yield from _topics(known)
    elif answer.status == "unknown":
        near = [] if answer.understood.unexplained else list(_near(known, [answer]))
        yield from near or [Found(answer)]
    else:
        own = [known.ask(option.question) for option in answer.options] or [answer]
        yield from (Found(one) for one in own if one.citations)
        yield from _near(known, own)


def _topics(known: Knowledge) -> Iterator[Found]:
    for topic in known.catalogue.topics():
        [first] = known.reader.facts_of_topic(topic, 1)
        yield from _about(known, topic, first.fact.subject)


def _near(known: Knowledge, own: Sequence[Answer]) -> Iterator[Found]:
    """What else is known of the names that the answers are about."""
    told = {fact.id for answer in own for fact in answer.facts}
    for name in dict.fromkeys(name for answer in own for name in answer.understood.names):
        for topic in known.catalogue.topics_about(name):
            for found in _about(known, topic, name):
                facts = {fact.id for fact in found.answer.facts}
                if not facts & told:
                    told |= facts
                    yield found


def _about(known: Knowledge, topic: str, name: str) -> Iterator[Found]:
    answer = known.ask(question_for(known, topic, name))
    if answer.status in ("answered", "not_stated"):
        yield Found(answer, f"{known.lexicon.topics[topic].label} · {known.lexicon.names[name].name}")


def result(found: Found, number: int, username: str) -> InlineQueryResultArticle:
    """An answer as Telegram offers it: the figure as its title, the source below, the cited answer to post."""
    text = rendered(replace(found.answer, suggestions=()))[0]
    return InlineQueryResultArticle(
        id=f"{number}{_APART}{_mark(unescape(_TAG.sub('', text)))}",
        title=clipped(sendable(_title(found)), _LONGEST_TITLE),
        description=clipped(sendable(_description(found.answer)), _LONGEST_DESCRIPTION) or None,
        input_message_content=InputTextMessageContent(
            text, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
        reply_markup=source_link(found.answer.citations[0].article, username)
        if found.answer.citations
        else None,
    )


def _mark(text: str) -> str:
    """What tells a result's text from others, whatever becomes of its spaces on the way."""
    return key("".join(text.split()))


def _mark_of(result_id: str) -> str:
    return result_id.partition(_APART)[2]


def _title(found: Found) -> str:
    """The figure, under its heading if it has one."""
    block = found.answer.blocks[0]
    figure = ". ".join(filter(None, (found.answer.verdict, block.lead)))
    figure = figure or _quoted(block) or block.sentence or block.rows[0]
    return f"{found.heading}: {figure}" if found.heading else figure


def _quoted(block: Block) -> str | None:
    return f"“{block.quote}”" if block.quote else None


def _description(answer: Answer) -> str:
    """The sources with their dates, and the sentence."""
    sources = [
        texts.INLINE_SOURCE.format(source=label(cited.title, cited.about), published=day(cited.published))
        for cited in answer.citations
    ]
    return "\n".join(filter(None, (*sources[:1], answer.blocks[0].sentence)))


def source_link(article: str, username: str) -> InlineKeyboardMarkup | None:
    """Below what is posted: the source, in the bot."""
    address = url(username, Link("source", key(article)))
    return (
        InlineKeyboardMarkup([[InlineKeyboardButton(texts.SOURCE_BUTTON, url=address)]]) if address else None
    )


def _button(question: str, *, has_answer: bool) -> InlineQueryResultsButton:
    """Above the results: on to the bot, with the question where a link can hold it."""
    parameter = payload(Link("question", question)) if question else None
    shown = texts.INLINE_OPEN if has_answer else texts.INLINE_NOTHING
    return InlineQueryResultsButton(shown, start_parameter=parameter or "inline")
