"""What a fact in the making would do: the answer as readers get it, questions tried, and what it contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from handlers.editing import texts
from handlers.editing.fact_words import SHOWN, Labels, called, field_name, in_words
from handlers.lines import Line, Section, line, text_of
from handlers.markup import messages
from handlers.rendering import sections
from knowledge import wording
from knowledge.answering.citing import cite
from knowledge.answering.suggestions import about, asked
from knowledge.drafting.checking import doubts, exceeds
from knowledge.drafting.entries import Entry
from knowledge.exchange.conflicts import Rival
from knowledge.models import Answer, Article, Block, Fact, Name, Topic
from knowledge.service import Knowledge

_MOST_TRIED, _MOST_MISSED, _MOST_RIVALS = 6, 2, 4
_ROOM_FOR_ANSWER, _ROOM_FOR_CHECKS = 2_300, 1_500


@dataclass(frozen=True, slots=True)
class Tried:
    """A question, its answer, and whether that rests on the fact."""

    answer: Answer
    hits: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What saving a fact would do: the questions tried, and the facts that it repeats or contradicts."""

    fact: Fact
    tried: tuple[Tried, ...]
    rivals: tuple[Rival, ...]


def questions(fact: Fact, name: Name, topic: Topic) -> list[str]:
    """Examples of a topic asked about a name, narrowed down as the fact is."""
    fits = list(filter(None, (about(example, [name]) for example in topic.examples)))
    plain = fits or [f"{topic.label} {name.name}"]
    filled = [example.rstrip("? ") for example in plain[:_MOST_TRIED]]
    if ask := texts.ASKS.get(fact.kind):
        filled.append(ask.format(topic=wording.small(topic.label), at=texts.AT[name.kind], name=name.name))
    return [asked(" ".join((question, *fact.facets))) for question in filled]


def tried(fact: Fact, answers: Sequence[Answer]) -> list[Tried]:
    """The answers that rest on the fact first, then those that do not."""
    family = {one.id for one in fact.family()}
    status = "not_stated" if fact.kind == "not_stated" else "answered"
    found = [
        Tried(one, one.status == status and not family.isdisjoint(given.id for given in one.facts))
        for one in answers
    ]
    return sorted(found, key=lambda one: not one.hits)


def shown_by_itself(fact: Fact, article: Article) -> Answer:
    """The fact as an answer to nothing in particular."""
    block = Block(
        lead=wording.lead(fact), sentence=fact.statement, heading=wording.BREAKDOWN if fact.parts else None,
        rows=wording.breakdown(fact, fact.parts), period=wording.period(fact.period), note=fact.note,
        citation=cite(article, fact.paragraph),
    )  # fmt: skip
    return Answer(question="", status="answered", blocks=(block,))


def html(answer: Answer, checks: Sequence[Line]) -> str:
    """The answer as readers see it, and what is to be said of it below, in one message."""
    head = Section((line(texts.READERS_SEE, "b"),))
    [seen, *_more] = messages([head, *sections(answer)], _ROOM_FOR_ANSWER)
    said_below = tuple(dropwhile(lambda one: not text_of(one), checks))
    [said, *_more] = messages([Section(said_below)], _ROOM_FOR_CHECKS) if said_below else [""]
    return "\n\n".join(filter(None, (seen, said)))


def checks(entry: Entry, effect: Effect, known: Knowledge) -> Iterator[Line]:
    """What an editor should know before saving."""
    if figures := doubts(entry):
        yield line(f"⚠ {texts.IN_DOUBT.format(figures=', '.join(figures))}")
    if entry.get("kind") == "count" and not entry.get("unit"):
        yield line(f"⚠ {texts.NO_UNIT.format(figure=wording.lead(effect.fact))}")
    if exceeding := exceeds(entry):
        total, whole = map(wording.number, exceeding)
        yield line(f"⚠ {texts.PARTS_EXCEED.format(total=total, whole=whole)}")
    for rival in effect.rivals[:_MOST_RIVALS]:
        said = texts.SAME_KNOWN if rival.is_same else texts.OTHER_KNOWN
        article = called(known.reader.article(rival.known.article))
        yield line(f"⚠ {said.format(statement=rival.known.statement, article=article)}")
    yield line("")
    yield from _questions(effect.tried)


def _questions(outcome: Sequence[Tried]) -> Iterator[Line]:
    hits = [one.answer.question for one in outcome if one.hits]
    missed = [one.answer.question for one in outcome if not one.hits]
    if not hits:
        yield line(f"⚠ {texts.ANSWERS_NOTHING}")
    yield line(texts.ANSWERS, "b")
    for question in hits:
        yield line(texts.ANSWERED_BY_IT.format(question=question))
    for question in missed[:_MOST_MISSED]:
        yield line(texts.NOT_ANSWERED_BY_IT.format(question=question))


def differences(before: Entry, after: Entry, labels: Labels) -> list[Line]:
    """What stands before and after, field by field, for those that differ."""
    found: list[Line] = []
    for field in SHOWN:
        old, new = _text(before, field, labels), _text(after, field, labels)
        if old and old != new:
            found.append(line(texts.BEFORE.format(text=old)))
        if new and old != new:
            found.append(line(texts.AFTER.format(text=new), "b"))
    return found


def _text(entry: Entry, field: str, labels: Labels) -> str:
    shown = in_words(entry, field, labels)
    return f"{texts.FIELD.format(field=field_name(entry, field))}{shown}" if shown else ""
