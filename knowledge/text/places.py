"""The known world: places that exist, whether or not the store knows anything of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge.text.abbreviations import words_of
from knowledge.text.vietnamese import fold, fold_all, marks_agree

_PLAIN = re.compile("[a-z]+(?: [a-z]+)*")
"""Folded words with nothing between them."""


class Place(NamedTuple):
    """A place of the known world."""

    words: tuple[str, ...]
    type: str
    province: str


class World:
    """Places by their names."""

    def __init__(self, places: Iterable[tuple[str, str, str]]) -> None:
        """Index places, each given by its type, its name and the province it lies in."""
        self._called: dict[str, list[tuple[str, str, str]]] = {}
        self._longest: dict[str, int] = {}
        places = list(places)
        for place, folded in zip(places, _folded([name for _, name, _ in places]), strict=True):
            self._called.setdefault(folded, []).append(place)
        for folded in self._called:
            first, *rest = folded.split(" ")
            self._longest[first] = max(1 + len(rest), self._longest.get(first, 0))

    def called(self, words: Sequence[str]) -> list[Place]:
        """The places with this name, as far as its marks were typed."""
        found = self._called.get(" ".join(map(fold, words)), ())
        places = (Place(words_of(name.lower()), kind, province) for kind, name, province in found)
        return [place for place in places if all(map(marks_agree, words, place.words))]

    def may_be_called(self, folded: str) -> bool:
        """Whether any place has this name, marks aside."""
        return folded in self._called

    def longest(self, first: str) -> int:
        """How many words a place may have that begins with a folded word; 0 where none does."""
        return self._longest.get(first, 0)


def _folded(names: Sequence[str]) -> list[str]:
    """The words of each name, folded."""
    lowered = [name.lower() for name in names]
    return [
        folded if _PLAIN.fullmatch(folded) else " ".join(map(fold, words_of(name)))
        for name, folded in zip(lowered, fold_all(lowered), strict=True)
    ]
