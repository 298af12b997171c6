"""Which end of a way is told of: who went from where did not go there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.near_misses.pairing import Pairing, has_any, telling, tells
from knowledge.near_misses.rules import says, where
from knowledge.reading.evidence import View, cut_words
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known
from knowledge.text.language import language
from knowledge.text.phrases import Found
from knowledge.text.runs import back_past
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import marks_agree

_TO = "cho"


class _End(NamedTuple):
    """What a question puts at an end of a way ("source" or "target"): a name, or a word; and whether it stands right behind "từ", "về"."""

    side: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    right_behind: bool


def _ends_of_moves(question: Understanding) -> list[_End]:
    """What a question puts at the ends of ways on which somebody is moved, or which it tells both ends of; nothing where it goes both ways."""
    sides = {way.meaning for way in question.ways}
    if not sides or not (len(sides) > 1 or language().moving.found_in(question.tokens)):
        return []
    ends = question.once(_ends_said)
    put = {(end.side, end.names or end.words) for end in ends}
    return ends if len({what for _, what in put}) == len(put) else []


@where(_ends_of_moves)
def swaps_ends(pairing: Pairing) -> bool:
    """Whether a question puts at one end of a way what the fact tells of the other only: "lên thành phố" of "từ thành phố về xã".

    Who came from a place is told by nothing that does not say so.
    """
    for end in pairing.question.once(_ends_of_moves):
        sides = _sides_told(pairing.view, pairing.names, end)
        if sides and not sides & {end.side, None}:
            return True
        who = "who" in pairing.question.asks and end.side == "source" and end.right_behind and end.names
        if who and end.side not in sides:
            return True
    return False


def _kinds_given_to(question: Understanding) -> list[str]:
    """The kinds of places that a question says something goes to, and names none: "bao nhiêu cán bộ cho (các) xã"."""
    tokens = question.tokens
    named = question.named_at
    starts = ((kind, back_past(tokens, kind.start, telling("several"))) for kind in question.kinds_of_places)
    return [
        tokens[kind.start].marked
        for kind, start in starts
        if start and kind.start not in named and tokens[start - 1].may_be(_TO)
    ]


@where(_kinds_given_to)
def goes_to_no_such_place(pairing: Pairing) -> bool:
    """Whether it is asked how much goes to places of a kind, and the sentence tells of none: "tăng cường bao nhiêu cán bộ cho xã" of all that were moved."""
    told = pairing.told
    return not any(tells(told, kind) for kind in pairing.question.once(_kinds_given_to))


@where(says("merged_into"))
def was_made_of_others(pairing: Pairing) -> bool:
    """Whether it is asked into what, or with what, something was merged, and the fact tells of what it was made: "sáp nhập vào xã nào"."""
    return has_any(pairing.told, telling("made_of")) and not has_any(pairing.told, telling("merged_into"))


def tells_all_ends(question: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether a fact has, at the same end of a way, each name and kind of place that a question puts right behind "từ", "về"."""
    ends = [end for end in question.once(_ends_said) if end.right_behind]
    names = lexicon.name_index.cover(read_known(view.fact.statement)) if ends else ()
    return all(
        end.side in _sides_told(view, names, end) or _lists_what_is_there(view, names, end) for end in ends
    )


def _lists_what_is_there(view: View, names: Sequence[Found[str]], end: _End) -> bool:
    """Whether a fact lists a name that its sentence does without, and goes no other way: "về luân chuyển. Gồm: X"."""
    listed = not {found.meaning for found in names}.intersection(end.names)
    return listed and bool(set(end.names).intersection(view.items)) and end.side in view.ways


def _sides_told(view: View, names: Sequence[Found[str]], end: _End) -> set[str | None]:
    """The ends of ways at which a fact's sentence has something; None among them where it has it at none."""
    sides = _sides_of(view.fact.statement)
    if end.names:
        return {sides[found.start] for found in names if found.meaning in end.names}
    told, size = [token.marked for token in read_known(view.fact.statement)], len(end.words)
    starts = range(len(told) - size + 1)
    return {sides[at] for at in starts if all(map(marks_agree, end.words, told[at : at + size]))}


@lru_cache(maxsize=8_192)
def _sides_of(statement: str) -> tuple[str | None, ...]:
    """Of each token of a sentence the end of a way at which it stands."""
    tokens = read_known(statement)
    return tuple(_sides(tokens, frozenset(at for at, token in enumerate(tokens) if token.pause)))


def _sides(tokens: Sequence[Token], stops: frozenset[int]) -> list[str | None]:
    """The same; an end goes on up to the next "từ", "về" and the like, or to where it stops.

    A kind of place right before "về" and the like is where somebody came from: "cán bộ thành phố về".
    """
    data = language()
    markers: dict[int, str | None] = {}
    for found in data.directions.cover(tokens):
        if found.meaning != "through":
            dated = bool(data.dating.at(tokens, found.end))
            markers.update(dict.fromkeys(found.span, None if dated else found.meaning))
    sides: list[str | None] = []
    side: str | None = None
    for at in range(len(tokens)):
        if at in markers:
            side = markers[at]
        elif at in stops:
            side = None
        sides.append(None if at in markers else side)
    for place in data.place_types.everywhere(tokens):
        leaving = place.end in markers and tokens[place.end].marked in data.leaving
        if leaving and not any(sides[at] for at in place.span):
            sides[place.start : place.end] = ["source"] * len(place.span)
    return sides


def _ends_said(question: Understanding) -> list[_End]:
    """What a question puts at the ends of ways; nothing of what it is "về" (about)."""
    tokens = question.tokens
    if not question.ways:
        return []
    about = {found.end for found in language().source_words.everywhere(tokens)}
    asking = {at for at, role in enumerate(question.roles) if (role or "").startswith("ask:")}
    paused = {at for at, token in enumerate(tokens) if token.pause}
    return list(_put_at(question, _sides(tokens, frozenset(asking | paused | about))))


def _put_at(question: Understanding, sides: Sequence[str | None]) -> Iterator[_End]:
    data, behind = language(), _right_behind(question)
    for mention in question.mentions:
        if side := sides[mention.start]:
            yield _End(side, tuple(mention.names), (), mention.start in behind)
    for word in cut_words(question.tokens, question.content, data):
        side = sides[word.start]
        if side and word.text not in data.weightless and word.text not in data.light_words:
            told = word.text in data.place_levels or _goes_somewhere(question.tokens[word.start - 1])
            yield _End(side, (), tuple(word.text.split(" ")), told and word.start in behind)


def _goes_somewhere(marker: Token) -> bool:
    """Whether a word says where from or where to, and begins no act: "đi học"."""
    return marker.may_be(*telling("from"), *telling("onward"))


def _right_behind(question: Understanding) -> set[int]:
    """Where something stands right behind "từ", "về" and the like, be it after the kind of place that it is."""
    ends = {way.end for way in question.ways}
    places = language().place_types
    return ends | {kind.end for end in ends if (kind := places.longest(question.tokens, end))}
