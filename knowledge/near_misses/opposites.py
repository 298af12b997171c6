"""What is the opposite of what is told, though its name is a part of it: "vật thể" of "phi vật thể"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.near_misses.pairing import Pairing, telling
from knowledge.near_misses.rules import Rule
from knowledge.text.abbreviations import read_known
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import fold, marks_agree

_WORD = 2
"""The syllables of what is turned into its opposite."""


@Rule
def is_of_the_opposite(pairing: Pairing) -> bool:
    """Whether the fact tells of what is not so ("đất phi nông nghiệp"), and the question asks for what is: "đất nông nghiệp"."""
    if pairing.view.syllables.isdisjoint(map(fold, telling("opposing"))):
        return False
    texts = (pairing.told, *map(read_known, pairing.fact.facets))
    return any(
        _says_plainly(pairing.question.tokens, turned)
        and not any(_says_plainly(other, turned) for other in texts)
        for text in texts
        for turned in _turned(text)
    )


def _turned(told: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """What stands behind each "phi"."""
    opposing = telling("opposing")
    for at, token in enumerate(told):
        if token.marked in opposing and len(told) > at + _WORD:
            yield told[at + 1 : at + 1 + _WORD]


def _says_plainly(tokens: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether words stand somewhere without what turns them."""
    first = words[0].folded
    return any(
        token.folded == first
        and not (at and tokens[at - 1].may_be(*telling("opposing")))
        and all(marks_agree(one.marked, word.marked) for one, word in zip(tokens[at:], words, strict=False))
        and len(tokens) >= at + len(words)
        for at, token in enumerate(tokens)
    )
