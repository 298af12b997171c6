"""/themfact, /suafact, /xoafact: facts by one line or step by step."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import texts as reader_texts
from handlers.editing import fact_pages
from handlers.editing.drafting import Drafting
from handlers.editing.fact_changes import ChangedFact, KnownFact, RemovedFact
from handlers.editing.fact_search import wholes
from handlers.editing.fact_steps import Choosing, begun, may_go_on, with_read
from handlers.editing.fact_usage import usage
from handlers.editing.newsroom import Newsroom
from handlers.editing.rights import Turn
from handlers.pressing import Pressed
from knowledge.drafting.entries import CHOSEN, Entry, Read, read_line
from knowledge.drafting.lines import take_apart
from knowledge.drafting.problems import Problem
from knowledge.service import Knowledge
from knowledge.store.dialogue import Asked
from knowledge.store.drafts import Body


async def add_fact(drafting: Drafting, turn: Turn) -> None:
    """/themfact: a fact on one line; bare, how such a line is written."""
    look = turn.newsroom.desk.look
    read = await look(lambda known: read_line(turn.words, Choosing(known, {})))
    if not may_go_on(read):
        unclear = await look(lambda known: list(_unclear(read, turn.words, known)))
        problems = [*read.problems, *unclear, *_missing(read)]
        await turn.reply(fact_pages.problems_page(turn.message.text or "", problems))
    elif read.entry or read.choices or read.problems:
        body = await look(lambda known: with_read(begun({}), read, turn.words, known))
        await drafting.begin(turn, "fact", body)
    else:
        await turn.reply(await look(lambda known: usage(known, turn.words)))


def _unclear(read: Read, text: str, known: Knowledge) -> Iterator[Problem]:
    """The articles, names and topics that a line with other faults leaves open, with those that may be meant."""
    typed = {given.field: given.text for given in take_apart(text).given}
    for field, ids in read.choices.items():
        label = str if field == "article" else fact_pages.label_of(field, known)
        yield Problem(field, "unclear", typed[field], tuple(map(label, ids)))


def _missing(read: Read) -> list[Problem]:
    """The articles, names and topics that a line with other faults lacks besides."""
    given = {*read.entry, *read.choices, *(problem.field for problem in read.problems)}
    return [Problem(field, "missing") for field in CHOSEN if field not in given]


async def press(drafting: Drafting, newsroom: Newsroom, pressed: Pressed) -> str | None:
    """The buttons to add a fact step by step, and under an answer to add what it lacks or put right what it rests on."""
    what = pressed.press.ids[0]
    asked = await newsroom.desk.asked(pressed.press.number(1)) if what != "a" else None
    if what != "a" and asked is None:
        return reader_texts.GONE
    if asked and what == "e":
        kind = drafting.kind(ChangedFact)
        found = await newsroom.desk.look(lambda known: wholes(known, asked.facts))
        await drafting.begin_by_button(pressed, kind.name, await kind.among(found, asked.question))
    elif asked:
        tried = await newsroom.desk.look(lambda known: _asked_alone(asked, known))
        await drafting.begin_by_button(pressed, "fact", begun(_asked_for(asked), asked=tried))
    else:
        await drafting.begin_by_button(pressed, "fact", begun({}))
    return None


def _asked_alone(asked: Asked, known: Knowledge) -> list[str]:
    """The question, unless it is only understood after the one before it."""
    return [asked.question] if known.ask(asked.question).understood.names == asked.names else []


def _asked_for(asked: Asked) -> Entry:
    """What is known of a fact that would answer a question."""
    named = {"subject": asked.names, "topic": asked.topics}
    return {field: ids[0] for field, ids in named.items() if len(ids) == 1}


async def change_fact(drafting: Drafting, turn: Turn) -> None:
    """/suafact: by id, by a question, by a reply to the answer; keys and values are put in at once."""
    kind = drafting.kind(ChangedFact)
    given = take_apart(turn.words)
    keys = turn.words[len(given.lead) :].strip() if given.given else ""
    await drafting.begin(turn, kind.name, await _meant(kind, turn, given.lead, keys))


async def remove_fact(drafting: Drafting, turn: Turn) -> None:
    """/xoafact: by id, by a question, by a reply to the answer."""
    kind = drafting.kind(RemovedFact)
    await drafting.begin(turn, kind.name, await _meant(kind, turn, turn.words))


async def _meant(kind: KnownFact, turn: Turn, said: str, keys: str = "") -> Body:
    replied = turn.message.reply_to_message
    asked = (
        await turn.newsroom.desk.asked_with_answer(turn.seat.chat, replied.message_id) if replied else None
    )
    if said or asked is None:
        return await kind.find(said, keys)
    found = await turn.newsroom.desk.look(lambda known: wholes(known, asked.facts))
    return await kind.among(found, asked.question, keys)
