"""What it costs to take syllables for words, by which runs of them are cut."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from knowledge.text.language import Language
from knowledge.text.phrases import Spots, stands_in_full
from knowledge.text.tokens import Token

_PLACING = frozenset(["trong", "ngoài", "tại", "từ"])
_PASSIVE = ("được", "bị")
_COMPARING = "với"
_ODD_SYLLABLE, _LIGHT_SYLLABLE, _TURNING_SYLLABLE = 1.6, 0.99, 1.001
"""What a syllable costs in cutting syllables into words that is none by itself, one of little weight, or one that turns what it stands with: "nhà | xây mới"."""


def cost_alone(token: Token, language: Language) -> float:
    """What a syllable costs as a word of its own: "làm | công nhân" before "làm công | nhân"."""
    syllable = token.marked
    if syllable in language.light_words:
        return _LIGHT_SYLLABLE
    if syllable in language.restrictive_words:
        return _TURNING_SYLLABLE
    return 1.0 if syllable in language.words or not token.is_word else _ODD_SYLLABLE


def joined(tokens: Sequence[Token], pieces: Sequence[tuple[int, int]], runs: Spots[str]) -> list[range]:
    """The pieces of an idiom, each by where it begins and ends, with those together that make another of the `runs`.

    "học sinh | cấp 2" has one of two pieces in it, "cấp 2"; not all of them make one, nor a verb with what makes it passive.
    """
    groups: list[range] = []
    for at, (start, _) in enumerate(pieces):
        if groups and at < groups[-1].stop:
            continue
        ends = {found.end for found in runs.get(start, ()) if tokens[start].marked not in _PASSIVE}
        last = len(pieces) if at else len(pieces) - 1
        longest = next((to for to in range(last, at + 1, -1) if pieces[to - 1][1] in ends), at + 1)
        groups.append(range(at, longest))
    return groups


def placing(tokens: Sequence[Token], language: Language) -> set[int]:
    """Where words of no weight belong to one that narrows: "trong nước" is no "nước"."""
    return {
        at
        for found in language.restrictive.cover(tokens)
        if len(found.span) > 1 and tokens[found.start].marked in _PLACING
        for at in found.span
        if stands_in_full(found, tokens)
    }


def halves_of_words(tokens: Sequence[Token], weightless: AbstractSet[int], language: Language) -> set[int]:
    """Where syllables of no weight are half of a word that has some: "dân sự" is no "dân"; "so với" stays a way to compare."""
    return {
        at
        for found in language.compounds.cover(tokens)
        if not weightless >= set(found.span)
        for at in found.span
        if tokens[at].marked != _COMPARING
    }
