"""Finding known phrases among the words of a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from knowledge.abbreviations import words_of
from knowledge.reading import Token
from knowledge.vietnamese import all_agree, fold

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A phrase found in tokens[start:end], and what it stands for."""

    start: int
    end: int
    meaning: T

    @property
    def span(self) -> range:
        """The positions of its tokens."""
        return range(self.start, self.end)


class PhraseIndex(Generic[T]):
    """Phrases with meanings, found token by token; time grows with the question only.

    A typed mark must agree with the phrase's, a mark left out may stand for any.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]] = ()) -> None:
        """Index (phrase, meaning) pairs; the phrases may be written in any spelling."""
        self._phrases: dict[str, list[tuple[str, T]]] = {}
        """Each phrase and what it means, under the phrase folded."""
        self._first: set[str] = set()
        self._unfinished: set[str] = set()
        """What longer phrases begin with, folded; beyond anything else there is nothing to look up."""
        for phrase, meaning in phrases:
            self.add(phrase, meaning)

    def add(self, phrase: str, meaning: T) -> None:
        """Add one phrase; one of no words is passed over."""
        if spelled := " ".join(words_of(phrase)):
            self.add_spelled(spelled, fold(spelled), meaning)

    def add_spelled(self, spelled: str, folded: str, meaning: T) -> None:
        """Add one phrase that is normalized already, with single spaces, and the same folded."""
        self._phrases.setdefault(folded, []).append((spelled, meaning))
        end = folded.find(" ")
        self._first.add(folded if end < 0 else folded[:end])
        while end >= 0:
            self._unfinished.add(folded[:end])
            end = folded.find(" ", end + 1)

    def extended(self, phrases: Iterable[tuple[str, T]]) -> PhraseIndex[T]:
        """An index of these phrases too; this one stays as it is."""
        index: PhraseIndex[T] = PhraseIndex()
        for folded, known in self._phrases.items():
            for spelled, meaning in known:
                index.add_spelled(spelled, folded, meaning)
        for phrase, meaning in phrases:
            index.add(phrase, meaning)
        return index

    def at(self, tokens: Sequence[Token], start: int) -> list[Found[T]]:
        """All phrases that begin at tokens[start], shorter ones first."""
        beginning: list[Found[T]] = []
        if start >= len(tokens) or (folded := tokens[start].folded) not in self._first:
            return beginning
        for end in range(start + 1, len(tokens) + 1):
            if phrases := self._phrases.get(folded):
                marked = " ".join([token.marked for token in tokens[start:end]])
                for spelled, meaning in phrases:
                    if all_agree(marked, spelled):
                        beginning.append(Found(start, end, meaning))
            if end == len(tokens) or folded not in self._unfinished:
                break
            folded = f"{folded} {tokens[end].folded}"
        return beginning

    def everywhere(self, tokens: Sequence[Token]) -> Iterator[Found[T]]:
        """All phrases anywhere, overlapping ones too."""
        first = self._first
        for start, token in enumerate(tokens):
            if token.folded in first:
                yield from self.at(tokens, start)

    def longest(self, tokens: Sequence[Token], start: int) -> Found[T] | None:
        """The longest phrase that begins at tokens[start]."""
        found = self.at(tokens, start)
        return found[-1] if found else None

    def cover(self, tokens: Sequence[Token]) -> list[Found[T]]:
        """Phrases from left to right, the longest at each place, none overlapping."""
        first = self._first
        chosen: list[Found[T]] = []
        free = 0
        for at, token in enumerate(tokens):
            if at >= free and token.folded in first and (found := self.longest(tokens, at)):
                chosen.append(found)
                free = found.end
        return chosen
