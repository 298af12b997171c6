"""Sentences that give another figure than the fact they are to state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product
from typing import NamedTuple

from knowledge.proposing.figures import Figure, figures_in
from knowledge.proposing.sentences import Sentence, cut_sentences
from knowledge.proposing.wordlists import classes, phrases
from knowledge.text.abbreviations import words_of
from knowledge.text.stating import gives
from knowledge.text.tokens import scale_of
from knowledge.text.units import compatible, is_known_for

_HUNDRED = 100.0
_MOST_FIGURES = 8
"""Of more, almost anything could be worked out."""
_HALF, _ALMOST = 0.5, 1e-6


class Stated(NamedTuple):
    """What a fact holds that its sentence is to give."""

    value: float
    of: float | None = None
    unit: str | None = None
    items: Sequence[str] = ()


def given_instead(sentence: str, stated: Stated) -> list[str]:
    """The figures that a sentence gives of the same thing, as written, where none can be the one stated.

    Only what is certain: a round figure, the end of a range, a sum, a difference or a share of what
    is given may be meant, and where all, half or the rest are spoken of, no figure need be given.
    """
    stated = stated._replace(value=abs(stated.value))
    if not stated.value or len(stated.items) == stated.value or gives(sentence, stated.value):
        return []
    return _Reading(sentence, stated).instead()


class _Reading:
    """A sentence read for what it says of the thing stated."""

    def __init__(self, sentence: str, stated: Stated) -> None:
        self.stated = stated
        self.factor, self.unit = _scaled(stated.unit)
        self.of_hundred = "%" in (stated.unit or "") or (stated.of == _HUNDRED and not stated.unit)
        self.sentences = [Sentence(one, 1) for one in cut_sentences(sentence)]
        self.figures = [(one, figure) for one in self.sentences for figure in figures_in(one)]
        self.same = [(one, figure) for one, figure in self.figures if self._is_same(figure)]

    def instead(self) -> list[str]:
        rivals = [(one, figure) for one, figure in self.same if _is_told(one, figure)]
        if any(self._may_be(figure) for _, figure in rivals) or self._leaves_open() or self._makes():
            return []
        return [one.slice(figure.start, figure.end) for one, figure in rivals]

    def _is_same(self, figure: Figure) -> bool:
        """Whether a figure counts what is stated, in whatever scale."""
        if self.of_hundred or figure.number.percent:
            return self.of_hundred and figure.number.percent
        asked = _scaled(figure.unit)[1]
        if not asked or not self.unit:
            return figure.unit_class is None or figure.unit_class.kind not in classes("of_time")
        unit = " ".join(self.unit)
        return compatible(asked, unit) and is_known_for(asked, unit)

    def _may_be(self, figure: Figure) -> bool:
        """Whether a figure can be the one stated: inexact, a range that has it, or the same rounded."""
        number, value = figure.number, self.stated.value * self.factor / _scaled(figure.unit)[0]
        if figure.bound is not None or (number.to is not None and number.value <= value <= number.to):
            return True
        return _is_rounded(value, number.value)

    def _leaves_open(self) -> bool:
        """Whether an amount is told without a figure, or things of the unit by their names."""
        return any(
            phrases("untold").at(one.tokens, at) is not None or self._names(one, at)
            for one in self.sentences
            for at in range(len(one))
        )

    def _names(self, sentence: Sentence, at: int) -> bool:
        behind = at + len(self.unit)
        if not self.unit or behind >= len(sentence) or sentence.tokens[behind].pause:
            return False
        words, name = sentence.tokens[at:behind], sentence.tokens[behind]
        counted = at and (sentence.tokens[at - 1].number is not None or words[0].is_capitalized)
        named = name.is_capitalized and not name.typed.isupper()
        return named and not counted and tuple(token.marked for token in words) == self.unit

    def _makes(self) -> bool:
        """Whether the figure stated can be worked out of those given."""
        percents = [figure.number.value for _, figure in self.figures if figure.number.percent]
        if len(self.same) > _MOST_FIGURES or (_HUNDRED in percents and not self.of_hundred):
            return True
        value, worked_out = self.stated.value, chain(self._sums(), self._shares(percents))
        return any(_is_rounded(one, value) or _is_rounded(value, one) for one in worked_out)

    def _sums(self) -> Iterator[float]:
        """Sums and differences of what is given of the same thing, and what each comes to if given several times."""
        given = list(self._given())
        for count in range(2, len(given) + 1):
            yield from map(sum, combinations(given, count))
        yield from (abs(one - other) for one, other in combinations((*given, *self._wholes()), 2))
        values = Counter(figure.number.value for _, figure in self.figures)
        yield from (one * other for one in given for other in values - Counter([one]))

    def _shares(self, percents: Sequence[float]) -> Iterator[float]:
        for whole, percent in product((*self._given(), *self._wholes()), percents):
            yield whole * percent / _HUNDRED
        for _, figure in self.figures:
            if figure.number.of:
                yield _HUNDRED * figure.number.value / figure.number.of

    def _given(self) -> Iterator[float]:
        for _, figure in self.same:
            yield figure.number.value * _scaled(figure.unit)[0] / self.factor
            if figure.number.of is not None:
                yield figure.number.of

    def _wholes(self) -> Iterator[float]:
        if self.of_hundred:
            yield _HUNDRED
        elif self.stated.of is not None:
            yield self.stated.of


def _scaled(unit: str | None) -> tuple[float, tuple[str, ...]]:
    """What a unit multiplies its number by ("triệu đồng"), and its words without that."""
    factor, words = 1.0, words_of(unit or "")
    while words and (scale := scale_of(words[0])):
        factor, words = factor * scale, words[1:]
    return factor, words


def _is_told(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure has a unit, and is none that something is a part of or compared to."""
    return bool(_scaled(figure.unit)[1]) and not phrases("weighed_against").before(
        sentence.tokens, figure.head
    )


def _is_rounded(exact: float, written: float) -> bool:
    """Whether a figure is written as it is or, with fewer decimals than it has, rounded."""
    decimals = _decimals(written)
    tolerance = _HALF if _decimals(exact) > decimals else 0.0
    return abs(exact - written) * 10.0**decimals <= tolerance + _ALMOST


def _decimals(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])
