"""Facts that say over again what another one of the same paragraph says: worth a question each, but not a line each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from knowledge.models import Fact
from knowledge.text.abbreviations import read_known
from knowledge.text.language import language

_MOST = 500
"""So many facts are held against each other."""


def said_once(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Facts in groups, in their order: the first of each says in full what the others of it say.

    A fact with a figure, or one narrowed down otherwise, says something of its own.
    """
    groups = {fact.id: [fact] for fact in facts}
    if len(facts) > _MOST:
        return list(groups.values())
    words = {fact.id: frozenset().union(*map(_words, (fact.statement, *fact.items))) for fact in facts}
    places: dict[int | None, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda one: len(words[one.id]), reverse=True):
        fuller = next((other for other in places[fact.paragraph] if _says(other, fact, words)), None)
        if fuller:
            groups[fuller.id] += groups.pop(fact.id)
        else:
            places[fact.paragraph].append(fact)
    return list(groups.values())


def _says(other: Fact, fact: Fact, words: dict[str, frozenset[str]]) -> bool:
    return (
        fact.value is None
        and (fact.kind == "not_stated") == (other.kind == "not_stated")
        and set(fact.facets) <= set(other.facets)
        and words[fact.id] <= words[other.id]
    )


@lru_cache(maxsize=4_096)
def _words(text: str) -> frozenset[str]:
    """The words and numbers of a text that carry something."""
    tokens, known = read_known(text), language()
    light = {at for index in (known.harmless, known.light) for one in index.cover(tokens) for at in one.span}
    return frozenset(token.marked for at, token in enumerate(tokens) if at not in light)
