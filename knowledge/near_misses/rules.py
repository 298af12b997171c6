"""Rules by which a fact tells of something else than is asked, and the questions that each concerns.

What a rule goes by in a question alone is looked at once a question, however many facts are held against it; a rule
that does not concern it costs nothing before any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from knowledge.near_misses.pairing import Pairing
from knowledge.reading.understanding import Understanding

Holds = Callable[[Pairing], bool]
Concern = Callable[[Understanding], object]
"""What is read of a question; nothing is found of one that a rule does not concern."""


@dataclass(frozen=True)
class Rule:
    """A rule that holds of a fact and a question, and what must be found of a question that it `concerns`."""

    holds: Holds
    concerns: Concern | None = None


def where(concerns: Concern) -> Callable[[Holds], Rule]:
    """Make a rule of a function, for the questions of which something is found."""

    def rule(holds: Holds) -> Rule:
        return Rule(holds, concerns)

    return rule


def that_concern(rules: Iterable[Rule]) -> Callable[[Understanding], tuple[Holds, ...]]:
    """A reading of questions that chooses which of some rules concern them."""
    known = tuple(rules)

    def choose(question: Understanding) -> tuple[Holds, ...]:
        return tuple(rule.holds for rule in known if rule.concerns is None or question.once(rule.concerns))

    return choose


@cache
def asks_for(*asks: str) -> Concern:
    """Questions that ask above all for one of some things: "when", "who"."""
    return lambda question: question.ask in asks


@cache
def has_asks_for(ask: str) -> Concern:
    """Questions that have words which ask for something, be it beside another: "how_many"."""
    return lambda question: question.where_asks(ask)


@cache
def says(*kinds: str) -> Concern:
    """Questions that have any word or phrase of some kinds, with marks or without."""
    return lambda question: not question.tellings_said.isdisjoint(kinds)


def asks_no_yes_or_no(question: Understanding) -> bool:
    """Questions that are not to be said yes or no to."""
    return "whether" not in question.asks


def asks_amount(question: Understanding) -> bool:
    """Questions that ask above all how many or which share."""
    return question.asks_amount


def counts_or_claims(question: Understanding) -> bool:
    """Questions that ask how many or which share, or put a figure forward."""
    return bool(question.asks_amount or question.claims)


def asks_since(question: Understanding) -> bool:
    """Questions that ask since when something is so."""
    return question.asks_since
