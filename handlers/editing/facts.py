"""/themfact, /suafact, /xoafact: facts by one line or step by step."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import texts as reader_texts
from handlers.editing import fact_pages, texts
from handlers.editing.drafting import Drafting
from handlers.editing.fact_changes import ChangedFact, KnownFact, RemovedFact
from handlers.editing.fact_search import wholes
from handlers.editing.fact_steps import Choosing, begun, may_go_on, with_read
from handlers.editing.newsroom import Newsroom
from handlers.editing.rights import Turn
from handlers.keyboards import Action, button
from handlers.lines import Line, line
from handlers.pages import Page, page_of
from handlers.pressing import Pressed
from knowledge.drafting.checking import entry_of
from knowledge.drafting.entries import CHOSEN, Entry, Read, read_line
from knowledge.drafting.fields import words
from knowledge.drafting.lines import take_apart
from knowledge.drafting.problems import Problem
from knowledge.models import Fact
from knowledge.service import Knowledge
from knowledge.store.dialogue import Asked
from knowledge.store.drafts import Body
from knowledge.wording import number

_LOOK_AT = 60
_IN_EXAMPLE = ("article", "subject", "topic", "value", "unit", "paragraph")


async def add_fact(drafting: Drafting, turn: Turn) -> None:
    """/themfact: a fact on one line; bare, how such a line is written."""
    look = turn.newsroom.desk.look
    read = await look(lambda known: read_line(turn.words, Choosing(known, {})))
    if not may_go_on(read):
        problems = [*read.problems, *_missing(read)]
        await turn.reply(fact_pages.problems_page(turn.message.text or "", problems))
    elif read.entry or read.choices or read.problems:
        body = await look(lambda known: with_read(begun({}), read, turn.words, known))
        await drafting.begin(turn, "fact", body)
    else:
        await turn.reply(await look(lambda known: usage(known, turn.words)))


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
    else:
        await drafting.begin_by_button(pressed, "fact", begun(_asked_for(asked) if asked else {}))
    return None


def _asked_for(asked: Asked) -> Entry:
    """What is known of a fact that would answer a question."""
    named = {"subject": asked.names, "topic": asked.topics}
    return {field: ids[0] for field, ids in named.items() if len(ids) == 1}


# ── how a line is written ───────────────────────────────────────────────────────────────


def usage(known: Knowledge, said: str = "") -> Page:
    """The one-line form with an example that works as it stands, and a button to go step by step."""
    lines = [line(texts.NO_KEYS), line("")] if said else []
    if found := example(known):
        lines += [line(texts.USAGE_ADD), line(found, "code"), line("")]
    row = [button(texts.STEP_BY_STEP_BUTTON, Action.FACT, "a", 0)]
    return page_of([*lines, line(texts.USAGE_KEYS, "b"), *_keys()], [row])


def example(known: Knowledge) -> str | None:
    """A whole line that would add a fact, made of one that is known; None where none is."""
    catalogue = known.catalogue
    articles = (article.id for article in catalogue.articles(1, 0))
    facts = (fact for article in articles for fact in catalogue.facts_in(article, _LOOK_AT, 0))
    fitting = sorted(filter(_is_plain, facts), key=lambda fact: len(fact.statement))
    return next((f"/themfact {one_line(entry_of(fact), known)}" for fact in fitting), None)


def _is_plain(fact: Fact) -> bool:
    return fact.kind == "count" and bool(fact.unit) and fact.paragraph is not None and not fact.facets


def one_line(entry: Entry, known: Knowledge) -> str:
    """An entry's plainest fields on one line, as /themfact reads them."""
    shown = {**entry, "subject": known.lexicon.names[entry["subject"]].name}
    given = (f"{words().keys[field]}={_quoted(shown[field])}" for field in _IN_EXAMPLE if field in shown)
    return f"{' '.join(given)} :: {entry['statement']}"


def _quoted(value: object) -> str:
    text = number(value) if isinstance(value, int | float) else str(value)
    return f'"{text}"' if " " in text else text


def _keys() -> Iterator[Line]:
    for field, meaning in texts.KEYS.items():
        yield line(texts.USAGE_KEY.format(key=words().keys[field], meaning=meaning))
    yield line(texts.USAGE_STATEMENT)


# ── facts that are known ────────────────────────────────────────────────────────────────


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
