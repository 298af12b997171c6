"""Where from and where to: "từ xã về huyện" and "từ huyện về xã" share all their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from knowledge.models import Fact
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known
from knowledge.text.language import language
from knowledge.text.phrases import Found
from knowledge.text.tokens import Token, text_at
from knowledge.text.vietnamese import fold

_LONGEST_END = 3
"""So many words may stand between "từ" and what is asked of them: "từ | phòng | nào"."""
_LONGEST_KIND = 2
"""The syllables of a kind of place, at most."""
_WHOSE = ("của", "do")
Way = dict[str, str]
"""The kind of place, folded, at either end: "source" and "target"."""


def directions_in(tokens: Sequence[Token], lexicon: Lexicon, *, in_short: bool = False) -> list[Way]:
    """Where from ("source") and where to ("target"), as the folded word behind "từ", "về" and the like.

    One way after the other: "từ xã về huyện và từ huyện về xã" are two. Where it may be said `in_short`,
    as in questions, who comes from somewhere may also be of there: "cán bộ xã lên".
    """
    found: list[Way] = []
    for end, place in _ends(tokens, lexicon, in_short=in_short):
        if not found or end in found[-1]:
            found.append({})
        found[-1][end] = fold(place.meaning)
    return found


def kinds_meant(tokens: Sequence[Token], lexicon: Lexicon) -> dict[tuple[int, int], str]:
    """Where what a way ends at is said otherwise than by the kind of place that it is: "về cơ sở" is to a "xã"."""
    ends = (place for _, place in _ends(tokens, lexicon))
    return {(place.start, place.end): place.meaning for place in ends if _is_said_otherwise(place, tokens)}


def _ends(
    tokens: Sequence[Token], lexicon: Lexicon, *, in_short: bool = False
) -> Iterator[tuple[str, Found[str]]]:
    """The kinds of places that ways begin ("source") and end ("target") at."""
    begun = False
    for marker in lexicon.language.directions.cover(tokens):
        if marker.meaning == "through":
            continue
        if in_short and not begun and (left := _place_left(marker, tokens, lexicon)):
            yield "source", left
        place = _place_behind(marker.end, tokens, lexicon)
        begun = marker.meaning == "source" and place is not None
        if place and not (_is_said_otherwise(place, tokens) and _goes_on(place, tokens, lexicon)):
            yield marker.meaning, place


def _place_left(marker: Found[str], tokens: Sequence[Token], lexicon: Lexicon) -> Found[str] | None:
    """The kind of place before "về" and the like from which somebody came: "cán bộ xã lên"; not what is about something: "nghị quyết của tỉnh về"."""
    if not tokens[marker.start].may_be(*lexicon.language.leaving):
        return None
    for start in range(max(1, marker.start - _LONGEST_KIND), marker.start):
        place = lexicon.language.ends_of_ways.longest(tokens, start)
        if place and place.end == marker.start:
            before = tokens[start - 1]
            return None if before.pause or before.may_be(*_WHOSE) else place
    return None


def _place_behind(at: int, tokens: Sequence[Token], lexicon: Lexicon) -> Found[str] | None:
    """The kind of place that stands behind "về" and the like, be it after "làm việc ở"."""
    place = lexicon.language.ends_of_ways.longest(tokens, at)
    while not place and (through := _passed_over(tokens, at, lexicon)):
        at = through
        place = lexicon.language.ends_of_ways.longest(tokens, at)
    return place


def _is_said_otherwise(place: Found[str], tokens: Sequence[Token]) -> bool:
    return fold(text_at(tokens, place.span)) != fold(place.meaning)


def _goes_on(place: Found[str], tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a word goes on behind what could be an end: "cơ sở y tế"."""
    word = lexicon.language.compounds.longest(tokens, place.start)
    return word is not None and word.end > place.end


def _passed_over(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int | None:
    """Where a word ends that may stand between "về" and the place: "về làm việc ở huyện", "về mấy xã"."""
    language = lexicon.language
    found = language.directions.longest(tokens, at)
    if found and found.meaning == "through":
        return found.end
    amount = language.asks.longest(tokens, at)
    if amount and amount.meaning == "how_many":
        return amount.end
    if tokens[at : at + 1] and tokens[at].number is not None:
        return at + 1
    filler = language.harmless.longest(tokens, at)
    return filler.end if filler else None


def ways_of(understanding: Understanding, lexicon: Lexicon) -> list[Way]:
    """Where from and where to a question goes, names being looked at for their kind only where they are an end of it."""
    if not lexicon.language.directions.found_in(understanding.tokens):
        return []
    return directions_in(list(_but_for_names(understanding, lexicon)), lexicon, in_short=True)


def _but_for_names(understanding: Understanding, lexicon: Lexicon) -> Iterator[Token]:
    """The tokens without names, of which those that end a way leave the kind of place they are: "điều lên huyện X"."""
    starts = {mention.start: mention for mention in understanding.mentions}
    named = understanding.named_at
    ends = _ends_of_ways(understanding, lexicon)
    for at, token in enumerate(understanding.tokens):
        if at not in named:
            yield token
        elif at in starts and at in ends:
            yield from read_known(lexicon.names[starts[at].names[0]].type or "")


def _ends_of_ways(understanding: Understanding, lexicon: Lexicon) -> set[int]:
    """What stands behind "về", "lên" and the like after the topic and a word with weight: "bài về X" goes nowhere."""
    language, tokens = lexicon.language, understanding.tokens
    about = {found.end for found in language.source_words.everywhere(tokens)}
    spoken = min(
        (at for hit in understanding.hits for at in hit.positions), default=len(understanding.tokens)
    )
    return {
        way.end
        for way in understanding.ways
        if spoken < way.start
        and understanding.roles[way.start - 1] is None
        and way.start not in about
        and not any(token.pause for token in tokens[way.end : way.end + 1])
    }


def are_at_odds(asked: Way, given: Way, lexicon: Lexicon) -> bool:
    """Whether a question goes the other way than a facet does, or ends at a place of another level."""
    levels = lexicon.language.folded_levels
    for end, other in (("source", "target"), ("target", "source")):
        if end not in asked or end not in given or asked[end] == given[end]:
            continue
        if asked[end] == given.get(other):
            return True
        asked_levels, given_levels = levels.get(asked[end]), levels.get(given[end])
        if asked_levels and given_levels and asked_levels.isdisjoint(given_levels):
            return True
    return False


def way_asked(question: Understanding, ends: Mapping[int, str], classes: frozenset[str]) -> str | None:
    """Which end of a way is asked for ("source" or "target"): "từ đâu", "từ phòng nào"; none where it is a class of parts.

    `ends` are the ends by where they are told.
    """
    asked = question.where_asks("which")
    if any(question.tokens[at].marked in classes for at in asked):
        return None  # "từ những nguồn nào" asks for the parts, and not for a place
    told = next((ends[at] for at in asked if at in ends), None)
    before = (at - size for at in asked[:1] for size in range(1, _LONGEST_END + 1) if at >= size)
    behind = next((at for at in before if ends.get(at) == "source"), None)
    if told or behind is None or classes.intersection(token.marked for token in question.tokens[behind:]):
        return told or ("target" if _goes_to_some_body(question, ends) else None)
    return "source" if all(question.roles[at] is None for at in range(behind, asked[0])) else None


def _goes_to_some_body(question: Understanding, ends: Mapping[int, str]) -> bool:
    """Whether it is asked to which body somebody went: "về cơ quan nào"."""
    asked = question.where_asks("which")[:1]
    targets = [end for end, side in ends.items() if side == "target" and asked and end < asked[0]]
    return any(question.text(range(end, asked[0])) in language().telling["any_body"] for end in targets)


def is_of_another_way(fact: Fact, asked: Sequence[Way], lexicon: Lexicon) -> bool:
    """Whether a fact's sentence tells of somebody who went another way than all that a question goes."""
    if not asked:
        return False
    told = directions_in(read_known(fact.statement), lexicon)
    return bool(told) and all(are_at_odds(one, other, lexicon) for one in asked for other in told)
