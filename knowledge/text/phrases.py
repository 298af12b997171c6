"""Finding known phrases among the words of a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from sys import intern
from typing import Any, Generic, NamedTuple, Self, TypeVar

from knowledge.text.abbreviations import words_of
from knowledge.text.tokens import Token, text_at
from knowledge.text.vietnamese import all_agree, fold

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


def stands_in_full(found: Found[str], tokens: Sequence[Token]) -> bool:
    """Whether a phrase that means itself stands in tokens with all its marks, as it does in a text of the store."""
    return text_at(tokens, found.span) == found.meaning


Spots = dict[int, list[Found[T]]]
"""Phrases by where they begin, from left to right, at each place the shorter ones first."""


class PhraseIndex(Generic[T]):
    """Phrases with meanings, found token by token; time grows with the question only.

    A typed mark must agree with the phrase's, a mark left out may stand for any.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]] = ()) -> None:
        """Index (phrase, meaning) pairs; the phrases may be written in any spelling."""
        self._phrases: dict[str, tuple[tuple[str, T], ...]] = {}
        """Each phrase and what it means, under the phrase folded; strings are shared, and tuples smaller than lists."""
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
        folded = intern(folded)
        self._phrases[folded] = (*self._phrases.get(folded, ()), (intern(spelled), meaning))
        end = folded.find(" ")
        while end >= 0:
            self._unfinished.add(intern(folded[:end]))
            end = folded.find(" ", end + 1)

    def __iter__(self) -> Iterator[tuple[str, str, T]]:
        """Each phrase as it is spelled, the same folded, and what it means."""
        for folded, phrases in self._phrases.items():
            for spelled, meaning in phrases:
                yield spelled, folded, meaning

    def extended(self, phrases: Iterable[tuple[str, T]]) -> PhraseIndex[T]:
        """An index of these phrases too; this one stays as it is."""
        index: PhraseIndex[T] = PhraseIndex()
        for known in self:
            index.add_spelled(*known)
        for phrase, meaning in phrases:
            index.add(phrase, meaning)
        return index

    def at(self, tokens: Sequence[Token], start: int) -> Sequence[Found[T]]:
        """All phrases that begin at tokens[start], shorter ones first."""
        if isinstance(tokens, Question):
            found = tokens.found.get(self)
            return (tokens.look_for(self) if found is None else found).get(start, ())
        return self._beginning(tokens, start)

    def everywhere(self, tokens: Sequence[Token]) -> Iterator[Found[T]]:
        """All phrases anywhere, overlapping ones too."""
        return chain.from_iterable(self.found_in(tokens).values())

    def longest(self, tokens: Sequence[Token], start: int) -> Found[T] | None:
        """The longest phrase that begins at tokens[start]."""
        found = self.at(tokens, start)
        return found[-1] if found else None

    def cover(self, tokens: Sequence[Token]) -> list[Found[T]]:
        """Phrases from left to right, the longest at each place, none overlapping."""
        spots = self.found_in(tokens)
        if not spots:
            return []
        chosen: list[Found[T]] = []
        free = 0
        for at, found in spots.items():
            if at >= free:
                chosen.append(found[-1])
                free = found[-1].end
        return chosen

    def found_in(self, tokens: Sequence[Token]) -> Spots[T]:
        """The phrases anywhere, looked for once in a question."""
        if isinstance(tokens, Question):
            found = tokens.found.get(self)
            return tokens.look_for(self) if found is None else found
        return self.spot(tokens)

    def spot(self, tokens: Sequence[Token]) -> Spots[T]:
        """The phrases that begin at each place where any does, from left to right."""
        return {at: found for at in self.starts(tokens) if (found := self._beginning(tokens, at))}

    def starts(self, tokens: Sequence[Token]) -> list[int]:
        """Where a phrase may begin, from left to right."""
        phrases, unfinished = self._phrases, self._unfinished
        if isinstance(tokens, Question):
            return [
                at
                for at, (one, two) in enumerate(tokens.openings)
                if one in phrases or two in phrases or two in unfinished
            ]
        words = [token.folded for token in tokens]
        return [at for at, word in enumerate(words) if word in phrases or word in unfinished]

    def _beginning(self, tokens: Sequence[Token], start: int) -> list[Found[T]]:
        return [Found(start, end, meaning) for end, meaning in self.ends(tokens, start)]

    def ends(self, tokens: Sequence[Token], start: int) -> list[tuple[int, T]]:
        """Where the phrases end that begin at tokens[start], and what they mean, shorter ones first."""
        phrases, unfinished = self._phrases, self._unfinished
        ends: list[tuple[int, T]] = []
        folded, end = "", start
        for token in tokens[start:]:
            folded += token.folded
            end += 1
            if folded in phrases:
                marked = token.marked if end == start + 1 else text_at(tokens, range(start, end))
                for spelled, meaning in phrases[folded]:
                    if marked == spelled or all_agree(marked, spelled):
                        ends.append((end, meaning))
            if folded not in unfinished:
                break
            folded += " "
        return ends


class PhraseIndexes:
    """Several small indexes, for all of whose phrases a question is looked through at once."""

    def __init__(self, indexes: Iterable[PhraseIndex[Any]]) -> None:
        """Put the phrases of the indexes together."""
        self.members = frozenset(indexes)
        self._all: PhraseIndex[tuple[PhraseIndex[Any], Any]] = PhraseIndex()
        for index in self.members:
            for spelled, folded, meaning in index:
                self._all.add_spelled(spelled, folded, (index, meaning))

    def spot(self, tokens: Sequence[Token]) -> dict[PhraseIndex[Any], Spots[Any]]:
        """The phrases found of each index of which any are."""
        spots: dict[PhraseIndex[Any], Spots[Any]] = {}
        for start in self._all.starts(tokens):
            for end, (index, meaning) in self._all.ends(tokens, start):
                spots.setdefault(index, {}).setdefault(start, []).append(Found(start, end, meaning))
        return spots


class Question(tuple[Token, ...]):  # noqa: SLOT001  a tuple has no slots to add
    """The tokens of one question, which is looked through for the phrases of an index but once."""

    def __new__(cls, tokens: Iterable[Token], _indexes: PhraseIndexes) -> Self:
        """Make a tuple of the tokens."""
        return super().__new__(cls, tokens)

    def __init__(self, _tokens: Iterable[Token], indexes: PhraseIndexes) -> None:
        """Look for the phrases of some indexes now, and for those of others when they are needed."""
        words = [token.folded for token in self]
        self.openings = [(one, f"{one} {two}") for one, two in zip(words, [*words[1:], ""], strict=False)]
        """The word at each place, and the two words there, folded."""
        self._members = indexes.members
        self.found = indexes.spot(self)
        """The phrases of each index that has been looked for, by where they begin."""

    def look_for(self, index: PhraseIndex[T]) -> Spots[T]:
        """Find the phrases of an index that has not been looked for."""
        found = self.found[index] = {} if index in self._members else index.spot(self)
        return found
