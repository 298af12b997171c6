"""What a sentence of an article says: of each figure, the words that belong to it; else clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from knowledge.proposing.contexts import Context, contexts
from knowledge.proposing.figures import Figure, figures_in
from knowledge.proposing.sentences import Sentence
from knowledge.text.language import language
from knowledge.text.passage import Passage
from knowledge.text.tokens import Token

_JOINING = frozenset(["và", "cùng", "với", "còn", "có", "là", "gồm"])
_OF_THESE = ("trong đó", "gồm", "bao gồm")


@dataclass(frozen=True)
class Statement:
    """Words of a sentence that say one thing together, and the figure that it gives."""

    words: Passage
    figure: Figure | None = None
    lead: tuple[Token, ...] = ()
    """The words before its figure."""


def statements(sentence: Sentence, *, of_figures: bool) -> list[Statement]:
    """What a sentence says, figure by figure, or else in clauses parted by semicolons.

    A figure in brackets goes with the one it breaks down, one that a verb before another figure
    leads to with that verb ("kiện toàn 6 … và 4 …").
    """
    if of_figures:
        return [
            Statement(_passage(sentence, at), figure, _lead(sentence, at, figure))
            for figure, at in _Figures(sentence).told()
        ]
    return [Statement(_passage(sentence, at)) for at in _clauses(sentence)]


class _Figures:
    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.figures = figures_in(sentence)
        self.contexts = contexts(sentence, self.figures)

    def told(self) -> Iterator[tuple[Figure, set[int]]]:
        for number, figure in enumerate(self.figures):
            yield figure, self._with_head(number)

    def _with_head(self, number: int) -> set[int]:
        """Where the words stand that belong to a figure."""
        figure, own = self.figures[number], self.contexts[number]
        at = {*own.before, *range(figure.head, figure.end), *own.after}
        depth = self.sentence.depths[figure.start]
        for earlier in range(number - 1, -1, -1):
            above = self.sentence.depths[self.figures[earlier].start]
            if above < depth:
                return at | self._with_head(earlier)
            if above == depth and (shared := self._shared(own, earlier)):
                return at | shared
            if above == depth and depth == 0:
                break
        return at

    def _shared(self, own: Context, earlier: int) -> set[int]:
        """What a figure shares with an earlier one beside it.

        All of it where it is a part of that, or what that is for; the verb where it has none of its own.
        """
        said = [self.sentence.tokens[at].marked for at in own.before]
        if own.tie == "chain" or any(" ".join(said).endswith(words) for words in _OF_THESE):
            return self._with_head(earlier)
        if own.tie == "list" or all(word in _JOINING for word in said):
            return {at for at in self._with_head(earlier) if at < self.figures[earlier].head}
        return set()


def _clauses(sentence: Sentence) -> Iterator[set[int]]:
    clause: set[int] = set()
    for at in range(len(sentence)):
        if ";" in sentence.gap(at) and not sentence.depths[at]:
            yield clause
            clause = set()
        clause.add(at)
    yield clause


def _lead(sentence: Sentence, positions: set[int], figure: Figure) -> tuple[Token, ...]:
    return tuple(sentence.tokens[at] for at in sorted(positions) if at < figure.head)


def _passage(sentence: Sentence, positions: set[int]) -> Passage:
    """The words at some positions, those apart kept apart."""
    runs = groupby(enumerate(sorted(positions)), key=lambda pair: pair[1] - pair[0])
    spans: list[Sequence[int]] = [[at for _, at in run] for _, run in runs]
    return Passage((sentence.slice(span[0], span[-1] + 1) for span in spans), language().titles)
