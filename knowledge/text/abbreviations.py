"""Shorthand and office abbreviations, and texts read with them written out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from unicodedata import is_normalized

from knowledge.text.datafiles import FOLDER, read_mapping
from knowledge.text.keeping import kept
from knowledge.text.tokens import Token, are_words, place_of_figure, tokenize
from knowledge.text.vietnamese import fold, normalize, place_tone

_PER_CENT = " phần trăm "
_CLAUSES = re.compile(r"; |, (?=(?:vì|do|bởi|nhưng|song) )")
"""Between clauses of which one says nothing of what another counts."""
_TAIL = 3
"""So many of the last words of what is listed stand for all of it, at least."""
_SYLLABLES = re.compile(r"[^\W\d_][^\W_]*|\d+")


@lru_cache(maxsize=1)
def shorthand() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Short form to its expansions, likeliest first, each a tuple of words."""
    return kept("shorthand", FOLDER, _written_out)


def _written_out() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return {
        normalize(str(short)): tuple(tuple(normalize(str(meaning)).split()) for meaning in meanings)
        for short, meanings in read_mapping("shorthand.yaml").items()
    }


@lru_cache(maxsize=8_192)
def read_known(text: str) -> tuple[Token, ...]:
    """The tokens of a text of ours (a fact, a phrase, a name), with abbreviations in capitals written out.

    Facts say "UBND" where readers may say "ủy ban nhân dân", and the other way round.
    """
    tokens: list[Token] = []
    for token in tokenize(text):
        meanings = shorthand().get(token.marked) if token.is_word and _is_capitals(token.typed) else None
        if meanings:
            tokens += [
                Token(token.typed, word, fold(word), pause=token.pause and not at, change="shorthand")
                for at, word in enumerate(meanings[0])
            ]
        else:
            tokens.append(token)
    return tuple(tokens)


def syllables_of(text: str) -> frozenset[str]:
    """The folded syllables and digits that a text of ours has, and perhaps some of what is markup in it; much quicker than reading it."""
    if not (text.isprintable() and is_normalized("NFKC", text)) or "&" in text:
        return frozenset(token.folded for token in read_known(text))
    words = _SYLLABLES.findall(text.replace("%", _PER_CENT))
    if any(map(_is_capitals, words)):
        written_out = {word: shorthand().get(normalize(word), ()) for word in words if _is_capitals(word)}
        words += [syllable for meanings in written_out.values() for syllable in chain(*meanings[:1])]
    return frozenset(fold(" ".join(words)).lower().split())


@lru_cache(maxsize=8_192)
def figure_in(text: str, figure: float | None) -> int:
    """Where a figure stands among the tokens of a text of ours; see `place_of_figure`."""
    return place_of_figure(read_known(text), figure)


@lru_cache(maxsize=8_192)
def clause_of_figure(text: str, figure: float | None) -> str:
    """Of a sentence of ours the clause that has a figure, without what is told behind a semicolon or as a reason; all of it where none has."""
    clauses = _CLAUSES.split(text)
    return next((one for one in clauses if figure_in(one, figure) < len(read_known(one))), text)


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The normalized words and numbers of a text of ours."""
    lowered = text.lower()
    if are_words(lowered) and (lowered == text or not any(map(_is_capitals, text.split()))):
        return tuple(map(place_tone, lowered.split()))
    return tuple(token.marked for token in read_known(text))


def without_item(text: str, item: str) -> str:
    """A sentence without something that it lists, be it in short: its last words, three at least."""
    words = item.split(" ")
    tails = (" ".join(words[start:]) for start in range(max(1, len(words) - _TAIL + 1)))
    told = next((tail for tail in tails if tail in text), None)
    return text.replace(told, "") if told else text
