"""Finding chat shorthand and office abbreviations among the words of a question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from knowledge.text.abbreviations import shorthand, words_of
from knowledge.text.datafiles import FOLDER
from knowledge.text.keeping import kept
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import is_syllable

_SHORTEST_SWAPPED, _LONGEST_SWAPPED = 4, 6


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Short forms of one token or more, to their expansions."""
    return kept("shortforms", FOLDER, _spelled_out)


def _spelled_out() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The same from the data; "tt" keeps its meanings beside that of "tt.", which is read alike."""
    forms: dict[str, tuple[tuple[str, ...], ...]] = {}
    for short, meanings in shorthand().items():
        known = " ".join(words_of(short))
        forms[known] = tuple(dict.fromkeys((*forms.get(known, ()), *meanings)))
    return forms


@lru_cache(maxsize=1)
def _longest_short_forms() -> dict[str, int]:
    """The first tokens of short forms, to the most tokens that one of them has."""
    longest: dict[str, int] = {}
    for short in _short_forms():
        first, *rest = short.split(" ")
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return longest


@lru_cache(maxsize=1)
def _swapped_short_forms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The longer short forms by their letters in order, for those typed with letters swapped."""
    return {
        "".join(sorted(short)): meanings
        for short, meanings in _short_forms().items()
        if _SHORTEST_SWAPPED <= len(short) <= _LONGEST_SWAPPED and short.isalpha() and not is_syllable(short)
    }


def short_form_at(tokens: Sequence[Token], start: int) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """Where the longest short form at tokens[start] ends, and its expansions; none is an empty tuple."""
    longest = _longest_short_forms().get(tokens[start].marked, 0)
    for end in range(min(start + longest, len(tokens)), start, -1):
        if all(token.is_word for token in tokens[start:end]):
            meanings = _short_forms().get(" ".join(token.marked for token in tokens[start:end]))
            if meanings:
                return end, meanings
    word = tokens[start].marked
    if _SHORTEST_SWAPPED <= len(word) <= _LONGEST_SWAPPED and word.isascii() and not is_syllable(word):
        meanings = _swapped_short_forms().get("".join(sorted(word)))
        if meanings:
            return start + 1, meanings
    return start, ()
