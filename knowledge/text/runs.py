"""Runs of words in a text: where some stand one behind the other, and where those of a kind end."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from knowledge.text.tokens import Token
from knowledge.text.vietnamese import marks_agree


def are_the_same(asked: Sequence[Token], told: Sequence[Token]) -> bool:
    """Whether two runs of words are the same, with marks or without."""
    return len(asked) == len(told) and all(
        marks_agree(one.marked, other.marked) for one, other in zip(asked, told, strict=True)
    )


def starts_of(words: Sequence[str], tokens: Sequence[Token]) -> Iterator[int]:
    """Where some words stand in a text, one behind the other; marks may be left out in the text."""
    if not words:
        return
    first, rest = words[0], words[1:]
    for at in range(len(tokens) - len(rest)):
        if marks_agree(tokens[at].marked, first) and stands_at(tokens, at + 1, rest):
            yield at


def stands_at(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Whether some words stand in a text right from a place on; marks may be left out in the text."""
    here = tokens[at : at + len(words)]
    return len(here) == len(words) and all(
        marks_agree(token.marked, word) for token, word in zip(here, words, strict=True)
    )


def stands_in(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    """Whether some words stand in a text, one behind the other; marks may be left out in the text."""
    return next(starts_of(words, tokens), None) is not None


def past(tokens: Sequence[Token], at: int, words: Collection[str]) -> int:
    """Where a text goes on behind any of some words that stand at a place; the place itself where none does."""
    while at < len(tokens) and tokens[at].may_be(*words):
        at += 1
    return at


def back_past(tokens: Sequence[Token], end: int, words: Collection[str]) -> int:
    """Where those of some words begin that stand right before a place; the place itself where none does."""
    while end and tokens[end - 1].may_be(*words):
        end -= 1
    return end
