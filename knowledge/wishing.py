"""Which questions that somebody waits for have an answer by now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.reading.lexicon import Lexicon
from knowledge.service import Knowledge, Reply
from knowledge.store.dialogue import Wish
from knowledge.store.unchecked import Unchecked


@dataclass(frozen=True, slots=True)
class Reading:
    """A wish's question, asked again as it was meant then: whether it has an answer, the names it speaks of, the facts that answer."""

    is_answered: bool
    names: frozenset[str]
    facts: frozenset[str]


def concerned(wishes: Iterable[Wish], unchecked: Unchecked, lexicon: Lexicon) -> list[Wish]:
    """Those wishes that may have an answer since some facts have changed.

    A question is answered by facts that speak of a name in it, or are about what that lies
    in; one that speaks of none may be answered by any fact.
    """
    return [wish for wish in wishes if _may_concern(wish, unchecked, lexicon)]


def _may_concern(wish: Wish, unchecked: Unchecked, lexicon: Lexicon) -> bool:
    if unchecked.names is None or not wish.names or not lexicon.names.keys() >= set(wish.names):
        return True
    above = {outer for name in wish.names for outer in lexicon.above(name)}
    return not (unchecked.names.isdisjoint(wish.names) and unchecked.subjects.isdisjoint(above))


def asked_again(known: Knowledge, wish: Wish) -> Reading:
    """How a wish stands now."""
    moment = wish.leaned_on.at if wish.leaned_on else wish.at
    reply = known.reply(wish.question, context=wish.leaned_on, now=moment)
    facts = frozenset(fact.id for fact in reply.answer.facts)
    return Reading(reply.answer.status == "answered", frozenset(_names(wish, reply)), facts)


def _names(wish: Wish, reply: Reply) -> Iterable[str]:
    """All names that an answer could come to be about, those of what the question leans on included."""
    yield from reply.understanding.names
    yield from reply.answer.understood.names
    if wish.leaned_on:
        yield from (*wish.leaned_on.names, *wish.leaned_on.answered_names)
