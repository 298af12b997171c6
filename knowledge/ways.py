"""Where from and where to: "từ xã về huyện" and "từ huyện về xã" share all their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.abbreviations import read_known
from knowledge.lexicon import Lexicon
from knowledge.reading import Token
from knowledge.understanding import Understanding

Way = dict[str, str]
"""The kind of place, folded, at either end: "source" and "target"."""


def directions_in(tokens: Sequence[Token], lexicon: Lexicon) -> list[Way]:
    """Where from ("source") and where to ("target"), as the folded word behind "từ", "về" and the like.

    One way after the other: "từ xã về huyện và từ huyện về xã" are two.
    """
    language = lexicon.language
    found: list[Way] = []
    for marker in language.directions.cover(tokens):
        if marker.meaning == "through":
            continue
        at = marker.end
        while through := _passed_over(tokens, at, lexicon):
            at = through
        ahead = language.place_types.longest(tokens, at)
        if ahead:
            if not found or marker.meaning in found[-1]:
                found.append({})
            found[-1][marker.meaning] = " ".join(t.folded for t in tokens[ahead.start : ahead.end])
    return found


def _passed_over(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int | None:
    """Where a word ends that may stand between "về" and the place: "về làm việc ở huyện"."""
    language = lexicon.language
    found = language.directions.longest(tokens, at)
    if found and found.meaning == "through":
        return found.end
    filler = language.harmless.longest(tokens, at)
    return filler.end if filler else None


def ways_of(understanding: Understanding, lexicon: Lexicon) -> list[Way]:
    """Where from and where to a question goes, names being looked at for their kind only where they are an end of it."""
    return directions_in(list(_but_for_names(understanding, lexicon)), lexicon)


def _but_for_names(understanding: Understanding, lexicon: Lexicon) -> Iterator[Token]:
    """The tokens without names, of which those that end a way leave the kind of place they are: "điều lên huyện X"."""
    starts = {mention.start: mention for mention in understanding.mentions}
    named = {at for mention in understanding.mentions for at in mention.span}
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
        found.end
        for found in language.directions.cover(tokens)
        if found.meaning != "through"
        and spoken < found.start
        and understanding.roles[found.start - 1] is None
        and found.start not in about
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
