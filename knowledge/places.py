"""The known world: places that exist, whether or not the store knows anything of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge.abbreviations import words_of
from knowledge.vietnamese import fold, marks_agree


class Place(NamedTuple):
    """A place of the known world."""

    words: tuple[str, ...]
    type: str
    province: str


class World:
    """Places by their names."""

    def __init__(self, places: Iterable[tuple[str, str, str]]) -> None:
        """Index places, each given by its type, its name and the province it lies in."""
        self._called: dict[str, list[Place]] = {}
        self._longest: dict[str, int] = {}
        for kind, name, province in places:
            words = words_of(name.lower())
            folded = [fold(word) for word in words]
            self._called.setdefault(" ".join(folded), []).append(Place(words, kind, province))
            self._longest[folded[0]] = max(self._longest.get(folded[0], 0), len(words))

    def called(self, words: Sequence[str]) -> list[Place]:
        """The places with this name, as far as its marks were typed."""
        found = self._called.get(" ".join(map(fold, words)), ())
        return [place for place in found if all(map(marks_agree, words, place.words))]

    def longest(self, first: str) -> int:
        """How many words a place may have that begins with a folded word; 0 where none does."""
        return self._longest.get(first, 0)
