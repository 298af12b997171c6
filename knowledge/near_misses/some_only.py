"""Figures of some only of what is asked: of party bodies those at the base, of officials those who were sent; and turns, which are none of it."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.near_misses.pairing import Pairing, has_any, telling, tells
from knowledge.near_misses.rules import asks_amount, asks_for, counts_or_claims, where
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import language
from knowledge.text.tokens import Token
from knowledge.text.units import counts_turns, measures, units_of
from knowledge.text.vietnamese import marks_agree

_GROUP = 4
"""So many words may narrow those of whom a share is told, at most."""


def _counts_by_several_words(question: Understanding) -> list[tuple[str, ...]]:
    """The units asked for that are several words."""
    return [unit for unit in question.counted_units if len(unit) > 1]


@where(_counts_by_several_words)
def is_of_those_of_a_kind(pairing: Pairing) -> bool:
    """Whether what is counted has a word between those asked for, of which nothing is said: "tổ chức đảng", "tổ chức | cơ sở | đảng"."""
    told = words_of(pairing.fact.unit or "")
    asked = pairing.question.once(_counts_by_several_words)
    return not measures(pairing.fact.unit) and any(
        _is_parted(unit, told, pairing.question.tokens) for unit in asked
    )


def _is_parted(unit: Sequence[str], told: Sequence[str], tokens: Sequence[Token]) -> bool:
    if len(told) <= len(unit):
        return False
    size = next(
        (i for i, (one, other) in enumerate(zip(unit, told, strict=False)) if not marks_agree(one, other)), 0
    )
    behind = len(unit) - size
    if not size or not all(map(marks_agree, unit[size:], told[len(told) - behind :])):
        return False
    return not any(tells(tokens, word) for word in told[size : len(told) - behind])


def _counts_what_is_behind(question: Understanding) -> str | None:
    """The word right behind "how many", where that is of no unit, and one word with the verb before: "khám … bệnh"."""
    asked = question.where_asks("how_many")
    at = asked[-1] + 1 if asked else 0
    if not (asked and asked[0]) or at >= len(question.tokens) or question.counted_units:
        return None
    verb, thing = question.tokens[asked[0] - 1], question.tokens[at]
    return thing.marked if f"{verb.marked} {thing.marked}" in language().words else None


@where(_counts_what_is_behind)
def counts_but_turns(pairing: Pairing) -> bool:
    """Whether it is asked how many there are of a thing, and turns are counted of what is done with it: "khám bao nhiêu bệnh"."""
    unit = words_of(pairing.fact.unit or "")
    return counts_turns(unit) and pairing.question.once(_counts_what_is_behind) not in unit


@where(asks_for("what_share"))
def is_share_of_those_only(pairing: Pairing) -> bool:
    """Whether a share is asked of those who are told to be more narrowly: "cán bộ", of "95,8% cán bộ luân chuyển ở X"."""
    told = pairing.told_but_names
    figure = next((at for at, token in enumerate(told) if token.number == pairing.fact.number), len(told))
    found = language().units.longest(told, figure + 1)
    if found is None or not any(
        unit.is_person for unit in units_of([one.marked for one in told[found.start : found.end]])
    ):
        return False
    tokens = pairing.question.tokens
    if not all(tells(tokens, told[at].marked) for at in found.span):
        return False
    stops = (*telling("placing"), *telling("passive"), *telling("tenses"))
    behind = range(found.end, min(found.end + _GROUP + 1, len(told)))
    end = next((at for at in behind if told[at].may_be(*stops) and not told[at].pause), found.end)
    narrowing = told[found.end : end]
    return bool(narrowing) and not any(
        not token.is_word or tells(tokens, token.marked) or pairing.view.facets.has(token.marked)
        for token in narrowing
    )


@where(counts_or_claims)
def is_of_all_that_are_listed(pairing: Pairing) -> bool:
    """Whether it is asked how many of a kind there are, of which but some are that the fact counts and lists: "mấy trường mầm non"."""
    fact, tokens = pairing.fact, pairing.question.tokens
    if len(fact.items) < 2 or fact.number != len(fact.items):  # noqa: PLR2004  of one there are not some
        return False
    items = [{token.folded for token in read_known(item)} for item in fact.items]
    texts = (pairing.view.said_of_items, fact.unit or "", *fact.facets)
    rest = {token.folded for text in texts for token in read_known(text)}
    own = {tokens[at].folded for at in pairing.question.content} - rest
    return any(any(one in item for item in items) and not all(one in item for item in items) for one in own)


@where(asks_amount)
def is_of_one_occasion(pairing: Pairing) -> bool:
    """Whether it is asked how much there was, and the fact is of one fair or the like, of which nothing is said: "X bán được mấy tấn cam"."""
    if not pairing.hit.by_facet:
        return False
    label, asked = read_known(pairing.lexicon.topics[pairing.hit.topic].label), pairing.question.tokens
    occasions = [one for one in telling("occasions") if has_any(label, (one,))]
    return bool(occasions) and not has_any(asked, occasions)
