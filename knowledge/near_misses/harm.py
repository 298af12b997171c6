"""Harm, where it is asked what there is: of so many fowls that a flood carried off it is not told how many there are."""

from __future__ import annotations

from itertools import chain

from knowledge.near_misses.pairing import Pairing, has_any, telling
from knowledge.near_misses.rules import counts_or_claims, where
from knowledge.near_misses.sizes import sizes_named
from knowledge.reading.understanding import Understanding
from knowledge.text.language import language
from knowledge.text.units import is_money

_TOLD = ("harm", "befalling", "harm_asked")
"""The kinds of words that speak of harm in a question."""
_BEFORE, _BEHIND = 4, 6
"""So many syllables before a figure and behind it harm is told of what it counts: "cuốn trôi | 15.800", "86 | ha lúa bị hư hại"."""


def _speaks_of_no_harm(question: Understanding) -> bool:
    """Whether it is asked how many there are, or that is put forward, and no word is of harm or of what did it."""
    if not (counts_or_claims(question) or question.once(sizes_named)):
        return False
    words = language()
    told = chain(
        (found for found in words.telling_phrases.everywhere(question.tokens) if found.meaning in _TOLD),
        (found for found in words.kindred_phrases.everywhere(question.tokens) if found.meaning == "befell"),
    )
    asking = {at for at, role in enumerate(question.roles) if role and role.startswith("ask:")}
    return all(not asking.isdisjoint(found.span) for found in told)


@where(_speaks_of_no_harm)
def counts_what_came_to_harm(pairing: Pairing) -> bool:
    """Whether a figure is told of what came to harm, of which the question says nothing: "bao nhiêu con gia cầm" of those carried off."""
    if is_money(pairing.fact.unit):
        return False  # of money it is told what the harm comes to, or what was given for it
    told, figure = pairing.told, pairing.figure
    near = told[max(0, figure - _BEFORE) : figure + _BEHIND]
    return figure < len(told) and has_any(near, telling("harm"))
