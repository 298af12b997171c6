"""Finding known phrases among the words of a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from knowledge.abbreviations import words_of
from knowledge.reading import Token
from knowledge.vietnamese import fold, marks_agree

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


class _Node(Generic[T]):
    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.ends: list[tuple[tuple[str, ...], T]] = []


class PhraseIndex(Generic[T]):
    """Phrases with meanings, found token by token; time grows with the question only.

    A typed mark must agree with the phrase's, a mark left out may stand for any.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]] = ()) -> None:
        """Index (phrase, meaning) pairs; the phrases may be written in any spelling."""
        self._root: _Node[T] = _Node()
        for phrase, meaning in phrases:
            self.add(phrase, meaning)

    def add(self, phrase: str, meaning: T) -> None:
        """Add one phrase; one of no words is passed over."""
        words = words_of(phrase)
        node = self._root
        for word in words:
            node = node.next.setdefault(fold(word), _Node())
        if words:
            node.ends.append((words, meaning))

    def at(self, tokens: Sequence[Token], start: int) -> Iterator[Found[T]]:
        """All phrases that begin at tokens[start], shorter ones first."""
        node: _Node[T] | None = self._root
        for end in range(start, len(tokens)):
            assert node is not None  # noqa: S101  for the type checker: the loop leaves first
            node = node.next.get(tokens[end].folded)
            if node is None:
                return
            for words, meaning in node.ends:
                if all(map(_agrees, tokens[start : end + 1], words)):
                    yield Found(start, end + 1, meaning)

    def everywhere(self, tokens: Sequence[Token]) -> Iterator[Found[T]]:
        """All phrases anywhere, overlapping ones too."""
        first = self._root.next
        for start, token in enumerate(tokens):
            if token.folded in first:
                yield from self.at(tokens, start)

    def longest(self, tokens: Sequence[Token], start: int) -> Found[T] | None:
        """The longest phrase that begins at tokens[start]."""
        if start >= len(tokens) or tokens[start].folded not in self._root.next:
            return None
        found = None
        for found in self.at(tokens, start):  # noqa: B007  the last one is wanted
            pass
        return found

    def cover(self, tokens: Sequence[Token]) -> list[Found[T]]:
        """Phrases from left to right, the longest at each place, none overlapping."""
        first = self._root.next
        chosen: list[Found[T]] = []
        free = 0
        for at, token in enumerate(tokens):
            if at >= free and token.folded in first and (found := self.longest(tokens, at)):
                chosen.append(found)
                free = found.end
        return chosen


def _agrees(token: Token, word: str) -> bool:
    return token.marked == word or marks_agree(token.marked, word)
