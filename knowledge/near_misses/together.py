"""Figures that are told of two things together: how much of one of them there is they do not tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from knowledge.near_misses.pairing import Pairing, has_any, telling
from knowledge.near_misses.rules import asks_amount, where
from knowledge.reading.evidence import Word, cut_words
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import language
from knowledge.text.runs import stands_at
from knowledge.text.tokens import Token

_BEFORE, _BEHIND = 4, 6
"""So many words in front of a figure, or behind it, two things may be joined of which it is told."""


@where(asks_amount)
def is_of_two_together(pairing: Pairing) -> bool:
    """Whether it is asked of one of two things of which the figure is told together: "xây mới và sửa chữa 36 nhà"."""
    return any(_is_said(one, pairing) is not _is_said(other, pairing) for one, other in _joined(pairing))


def _joined(pairing: Pairing) -> Iterator[tuple[Word, Word]]:
    """The words on either side of an "và" in the clause of a figure, close to it."""
    told, figure = pairing.told, pairing.figure
    near = range(max(0, figure - _BEFORE), min(len(told), figure + 1 + _BEHIND))
    joints = [at for at in near if told[at].marked in telling("joining")]
    if not joints or figure == len(told):
        return
    unit = words_of(pairing.fact.unit or "")
    counted = figure + len(unit) if stands_at(told, figure + 1, unit) else figure
    words = cut_words(told, range(len(told)), language(), idioms=True)
    for at in joints:
        between = range(counted + 1, at + 1) if at > figure else range(at + 1, figure + 1)
        left = next((word for word in words if word.end == at), None)
        right = next((word for word in words if word.start == at + 1), None)
        apart = any(told[one].pause or (one != figure and told[one].number) for one in between)
        apart = apart or (at > figure and _counts_again(told[at + 1 :]))
        # "cầu và đường dẫn có tổng vốn 48 tỷ" is told of the bridge, as one says it
        done = at > figure or (left and right and _is_done(left) and _is_done(right))
        if left and right and done and not apart:
            yield left, right


def _counts_again(behind: Sequence[Token]) -> bool:
    """Whether what is joined has a figure of its own: "9 cơ sở và đề nghị khen thưởng 2 tổ"."""
    clause = takewhile(lambda token: not token.pause, behind)
    return any(token.number is not None for token in clause)


def _is_done(word: Word) -> bool:
    return language().acts.longest(read_known(word.text), 0) is not None


def _is_said(word: Word, pairing: Pairing) -> bool:
    """Whether a question says a word, be it in part or otherwise."""
    tokens = pairing.question.tokens
    return has_any(tokens, (*word.text.split(), *word.synonyms))
