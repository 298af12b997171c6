"""Organisations named in a sentence: a word for their kind, and the capitalised words it goes on with."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import phrases
from knowledge.text.language import language

_MOST = 12
_LOWER = 2
"""So many words in lower case may stand within a name ("HTX mận Lâm Khê")."""


def organisations_in(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The spans of organisations' names, from left to right."""
    at = 0
    while at < len(sentence):
        head = phrases("organisations").at(sentence.tokens, at)
        within = language().compounds.longest(sentence.tokens, at - 1) if at else None
        if head and within and within.end > at:
            head = None  # "hội" of "đại hội"
        end = _end(sentence, head.end) if head else at
        if head and end > head.end:
            yield at, end
            at = end
        else:
            at += 1


def _end(sentence: Sentence, start: int) -> int:
    """Where a name ends that goes on from a token: with its last capitalised word."""
    end, lower, at = start, 0, start
    while at < len(sentence) and at - start < _MOST and not sentence.gap(at).strip(" &-–"):
        token = sentence.tokens[at]
        compound = language().compounds.longest(sentence.tokens, at)
        after = compound.end if compound and _is_unbroken(sentence, at, compound.end) else at + 1
        if token.is_capitalized or (token.number is not None and sentence.is_word(at - 1, "số")):
            end, lower = after, 0
        elif not token.is_word or phrases("ends_name").at(sentence.tokens, at):
            break
        else:
            lower += 1
        if lower > _LOWER:
            break
        at = after
    return end


def _is_unbroken(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing but spaces stands between tokens."""
    return not any(sentence.gap(at).strip() for at in range(start + 1, end))
