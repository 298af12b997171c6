"""Shares of something else than is asked: of waste and of communes, or a share of what is to be counted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from knowledge.near_misses.pairing import Pairing, telling
from knowledge.near_misses.rules import asks_for, where
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.counting import PERSONS
from knowledge.text.language import language
from knowledge.text.runs import stands_in, starts_of
from knowledge.text.tokens import text_at
from knowledge.text.units import compatible, is_known_for, units_of

_LONGEST_GROUP, _LONGEST_WHOLE, _WORD = 4, 8, 2
_MEMBERS = (PERSONS, "ho", "to_chuc", "to_chuc_dang")
"""The classes of those who are members of something, and of that."""
_OF_BODIES = (("nhân", "dân"), ("dân",))
"""Words for the people that stand in what bodies are called: "ủy ban nhân dân"."""


@where(asks_for("how_many"))
def is_share_of_what_is_asked(pairing: Pairing) -> bool:
    """Whether it is asked how many there are of what the fact tells a share of: of "94,6% dân số" the "dân số"."""
    question = pairing.question
    if "%" not in (pairing.fact.unit or ""):
        return False
    told, figure = pairing.told, pairing.figure
    whole = [token.folded for token in takewhile(lambda token: not token.pause, told[figure + 1 :])]
    asked = [question.tokens[at].folded for at in question.content]
    return bool(asked) and asked == whole[: len(asked)]


def _asked_share_of(question: Understanding) -> list[int]:
    """Where the word stands, of two syllables at most, that is right behind "bao nhiêu phần trăm"."""
    asked = question.where_asks("what_share") if question.ask == "what_share" else []
    start = asked[-1] + 1 if asked else 0
    if not asked or not question.tokens[start - 1].may_be(*telling("percent")):
        return []
    behind = range(start, min(start + 2, len(question.tokens)))
    return list(takewhile(lambda at: question.roles[at] is None, behind))


@where(_asked_share_of)
def is_share_of_others(pairing: Pairing) -> bool:
    """Whether a share is asked of one thing, and told of another: of waste and of communes, of anybody and of children."""
    question, fact = pairing.question, pairing.fact
    places = question.once(_asked_share_of)
    counted = tuple(question.tokens[at].marked for at in places)
    unit = fact.unit or ""
    if "%" not in unit:
        known = next((one for one in (counted, counted[:1]) if units_of(one)), ())
        if known and not compatible(known, unit):
            return True  # of persons and of communes
        return not (pairing.view.unit.has(counted[0]) or is_known_for(counted, unit))
    if _is_told_of_another_whole(pairing, counted):
        return True  # not of the posts, but of those in whom they are filled
    if not question.may_be(places[0], frozenset(telling("anybody"))):
        return False
    unsaid = (words for words in map(words_of, fact.facets) if not stands_in(question.tokens, words[:1]))
    return any(one.is_some_people for words in unsaid for one in units_of(words))


def _is_told_of_another_whole(pairing: Pairing, counted: Sequence[str]) -> bool:
    """Whether a share is told of what can be counted, and what is asked for stands but elsewhere in the sentence: "100% đảng bộ … xong chức danh"."""
    told, start = pairing.told, pairing.figure + 1
    if len(counted) < _WORD or language().units.longest(told, start) is None:
        return False
    return stands_in(told, counted) and not stands_in(told[start : start + _LONGEST_WHOLE], counted)


def _whose_share(question: Understanding) -> tuple[str, ...]:
    """What can be counted right behind the words that ask for a share: "tỷ lệ | tổ chức đảng"."""
    asked = question.where_asks("what_share") if question.ask == "what_share" else []
    starts = (at + 1 for at in asked if at + 1 not in asked)
    found = (language().units.longest(question.tokens, start) for start in starts)
    wholes = (one for one in found if one and one.meaning.kind in _MEMBERS and len(one.span) >= _WORD)
    return next((tuple(question.syllable(at) for at in one.span) for one in wholes), ())


@where(_whose_share)
def is_share_of_another_kind(pairing: Pairing) -> bool:
    """Whether a share is asked of what is of another kind than the fact tells it of: of party bodies, and of their members."""
    if "%" not in (pairing.fact.unit or ""):
        return False
    told = language().units.longest(pairing.told, pairing.figure + 1)
    if told is None or told.meaning.kind not in _MEMBERS:
        return False
    return not compatible(pairing.question.once(_whose_share), text_at(pairing.told, told.span))


def _speaks_of_the_people(question: Understanding) -> bool:
    """Whether a question says "người dân" or the like, be it not in what a body is called."""
    if "civil" not in question.kinds_said:
        return False
    civil = (words_of(one) for one in language().kindred["civil"])
    ends = (
        start + len(one)
        for one in civil
        if one[-2:] not in _OF_BODIES
        for start in starts_of(one, question.tokens)
    )
    compounds = language().compounds
    # "người dân | tộc" is none
    return any(all(one.end <= end for one in compounds.at(question.tokens, end - 1)) for end in ends)


@where(_speaks_of_the_people)
def is_share_of_some_people(pairing: Pairing) -> bool:
    """Whether a share is claimed of the people, and told of some of them: "100% người dân", "100% người có công"."""
    question = pairing.question
    if "%" not in (pairing.fact.unit or ""):
        return False
    behind = pairing.told[pairing.figure + 1 : pairing.figure + 1 + _LONGEST_GROUP]
    told = tuple(token.marked for token in takewhile(lambda token: not token.pause, behind))
    groups = [told[:size] for size in range(len(told), 0, -1)]
    named = next((one for one in groups if any(unit.is_person for unit in units_of(one))), ())
    civil = language().kindred["civil"]
    if not named or not civil.isdisjoint((" ".join(named), named[0])) or stands_in(question.tokens, named):
        return False
    return any(unit.is_some_people for unit in units_of(named))
