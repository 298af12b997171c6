"""Where a text says of something that it is the first of all in something: "nhiều ca sốt xuất huyết nhất huyện"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.language import language
from knowledge.text.runs import stands_at, stands_in
from knowledge.text.tokens import Token

_REACH, _BEFORE = 7, 3
"""So many syllables may stand between a degree and "nhất"; so many before it may make it one of several."""
_WHICH, _WHERE, _IS = "nào", "đâu", "là"
_MOST, _HEAD = "nhat", "dau"
"""The folded words of which one says that something is the first."""

Named = tuple[str, range]
"""A name, and where it stands."""


class First(NamedTuple):
    """Where a text says of something that it is the first of all, and within what.

    `row` holds the degrees that say the same, `counted` is where that stands of which there is most ("nhiều … nhất"), and
    `said` where all the rest does. `kinds` and `names` tell within which place it is the first.
    """

    row: tuple[str, ...]
    counted: range
    said: frozenset[int]
    kinds: frozenset[str]
    names: frozenset[str]
    narrowed: bool
    """Whether what stands behind it may narrow it further, or it is but one of several."""
    asked: frozenset[str] = frozenset()
    """Of a question, the kinds of place of which it asks for the first."""


def first_asked(question: Understanding) -> First | None:
    """What a question wants to know the first in, where it asks which place that is."""
    tokens = question.tokens
    if "which" not in question.asks or not _may_say_so(tokens):
        return None
    asked = place_asked(question)
    if asked is None:
        return None
    kinds, stops = asked
    names = [(name, mention.span) for mention in question.mentions for name in mention.names]
    found = list(firsts_in(tokens, names, stops))
    if len(found) != 1:
        return None
    heads, places = _kinds_before(question, min(found[0].said))
    if kinds and heads and kinds.isdisjoint(heads):
        return None  # "huyện nào có xã đông dân nhất"
    said = found[0].said | places
    end = max(said) + 1
    if end < len(tokens) and tokens[end].may_be(_IS):  # "đông dân nhất là xã nào", no "nhất là"
        said |= {end}
    return found[0]._replace(said=said, asked=kinds or heads)


def where_first_is_asked(question: Understanding) -> frozenset[int]:
    """Where a question says that it asks for the first in something, and within what."""
    first = question.once(first_asked)
    return first.said if first else frozenset()


def place_asked(question: Understanding) -> tuple[frozenset[str], frozenset[int]] | None:
    """The kinds of place asked for, none where any will do, and where that is asked; None where no place is."""
    tokens = question.tokens
    for at in question.where_asks("which"):
        if tokens[at].may_be(_WHERE) or (
            tokens[at].may_be(_WHICH) and _ends_with(tokens[:at], _telling("any_place"))
        ):
            return frozenset(), frozenset((at,))
        kinds, places = _kinds_before(question, at)
        if tokens[at].may_be(_WHICH) and kinds:
            return kinds, places | {at}
    return None


def _kinds_before(question: Understanding, end: int) -> tuple[frozenset[str], frozenset[int]]:
    """The kinds of places that stand right before a word, and where: two before "xã, phường | nào"."""
    kinds, said = set[str](), set[int]()
    while kind := next((one for one in question.kinds_of_places if one.end == end), None):
        kinds.add(kind.meaning)
        said.update(kind.span)
        end = kind.start
    return frozenset(kinds), frozenset(said)


def _may_say_so(tokens: Iterable[Token]) -> bool:
    return any(token.folded in (_MOST, _HEAD) for token in tokens)


def firsts_in(
    tokens: Sequence[Token], names: Sequence[Named], stops: frozenset[int] = frozenset()
) -> Iterator[First]:
    """Where a text, in which there are some names, says of something that it is the first; up to where it asks for a place."""
    if not _may_say_so(tokens):
        return
    rows = (_telling("degrees_up"), _telling("degrees_down"))
    for at, token in enumerate(tokens):
        if token.may_be(*_telling("firsts")) and (degree := _degree_before(tokens, at)) is not None:
            row = next((one for one in rows if tokens[degree].may_be(*one)), (tokens[degree].marked,))
            yield _first(tokens, names, row, range(degree, at + 1), stops)
        for words in map(words_of, _telling("leading_in")):
            if stands_at(tokens, at, words):
                yield _first(tokens, names, rows[0], range(at, at + len(words)), stops, counts=False)
                break


def _degree_before(tokens: Sequence[Token], at: int) -> int | None:
    """Where the degree stands that is the greatest or least; None where it is a bound, or none at all: "ít nhất 20", "thống nhất"."""
    behind = tokens[at + 1 : at + 2]
    if not at or tokens[at].pause or (behind and behind[0].number is not None):
        return None
    degrees = (*_telling("degrees_up"), *_telling("degrees_down"), *_telling("degrees_alone"))
    if tokens[at - 1].may_be(*degrees):
        return at - 1
    above_all = bool(behind) and behind[0].may_be(_IS) and not _names_a_place(tokens, at + 2)
    if above_all or f"{tokens[at - 1].marked} {tokens[at].marked}" in language().words:
        return None
    for start in range(at - 1, max(-1, at - 2 - _REACH), -1):
        if tokens[start].may_be(*_telling("degrees_of_number")):
            return start
        if tokens[start].pause or not tokens[start].is_word:
            break
    return None


def _names_a_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether a kind of place stands at a place, or what stands for any: "nhất là | xã X", and no "nhất là" for "above all"."""
    return bool(language().place_types.at(tokens, at) or _begins_with(tokens[at:], _telling("any_place")))


def _first(
    tokens: Sequence[Token],
    names: Sequence[Named],
    row: tuple[str, ...],
    at: range,
    stops: frozenset[int],
    *,
    counts: bool = True,
) -> First:
    """What a text says that something is the first in, from where it says so."""
    kinds, within, end, narrowed = set[str](), set[str](), at.stop, False
    all_of = False
    while end < len(tokens):
        name = next(((name, span) for name, span in names if span.start == end), None)
        kind = language().place_types.longest(tokens, end)
        if end in stops or (tokens[end].pause and not (kind and all_of)):
            break
        if name and name[1].stop > end:
            within.update(one for one, span in names if span == name[1])
            end = name[1].stop
        elif kind:
            kinds.update(() if all_of else (kind.meaning,))
            end = kind.end
        elif size := _begins_with(tokens[end:], _telling("first_of_all")):
            all_of, end = True, end + size
        elif size := _begins_with(tokens[end:], (*_telling("first_of"), *language().kindred["merged"])):
            end += size
        else:
            goes_on = tokens[end].number is not None or tokens[end].may_be(*_telling("first_before"))
            narrowed = counts and not goes_on  # what something "dẫn đầu" is in stands right behind
            break
    before = tokens[max(0, at.start - _BEFORE) : at.start]
    narrowed = narrowed or any(token.may_be(*_telling("not_first")) for token in before)
    counted = range(at.start + 1, at.stop - 1) if counts else range(0)
    said = frozenset(range(at.start, end)).difference(counted)
    return First(row, counted, said, frozenset(kinds), frozenset(within), narrowed)


def _begins_with(tokens: Sequence[Token], phrases: Iterable[str]) -> int:
    """How many words of a text are the longest of some phrases with which it begins."""
    sizes = (len(words) for words in map(words_of, phrases) if stands_at(tokens, 0, words))
    return max(sizes, default=0)


def _ends_with(tokens: Sequence[Token], phrases: Iterable[str]) -> bool:
    return any(
        stands_in(tokens[max(0, len(tokens) - len(words)) :], words) for words in map(words_of, phrases)
    )


def _telling(kind: str) -> tuple[str, ...]:
    return language().telling[kind]
