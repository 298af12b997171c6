"""The word lists that only reading articles needs, and the counting words as they are spelled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from knowledge.text.abbreviations import words_of
from knowledge.text.counting import Unit, units_by_word
from knowledge.text.datafiles import read_mapping
from knowledge.text.phrases import Found, PhraseIndex
from knowledge.text.tokens import Token, tokenize


class Spelled(NamedTuple):
    """A phrase as it is spelled, and the class of things it counts, if it counts any."""

    text: str
    unit: Unit | None = None


class Phrases:
    """Phrases found in a text as they are spelled, marks and all: an article leaves none out."""

    def __init__(self, phrases: Iterable[tuple[str, Unit | None]]) -> None:
        """Index phrases, each with what it counts."""
        self._index = PhraseIndex((text, Spelled(" ".join(words_of(text)), unit)) for text, unit in phrases)

    def at(self, tokens: Sequence[Token], start: int) -> Found[Spelled] | None:
        """The longest phrase that begins at a token."""
        found = [f for f in self._index.at(tokens, start) if _is_spelled(f, tokens)]
        return found[-1] if found else None

    def before(self, tokens: Sequence[Token], end: int, *, longest: int = 4) -> Found[Spelled] | None:
        """The longest phrase that ends where a token begins."""
        for start in range(max(0, end - longest), end):
            found = [f for f in self._index.at(tokens, start) if f.end == end and _is_spelled(f, tokens)]
            if found:
                return found[-1]
        return None


def _is_spelled(found: Found[Spelled], tokens: Sequence[Token]) -> bool:
    words = tokens[found.start : found.end]
    unbroken = not any(token.pause for token in words[1:])
    return unbroken and " ".join(token.marked for token in words) == found.meaning.text


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    return read_mapping("articles.yaml")


@lru_cache(maxsize=64)
def phrases(name: str) -> Phrases:
    """The phrases of one list; LanguageError where the file is malformed."""
    return Phrases((text, None) for text in _lists()[name])


@lru_cache(maxsize=64)
def words(name: str) -> frozenset[str]:
    """One list as normalized texts."""
    return frozenset(" ".join(words_of(text)) for text in _lists()[name])


@lru_cache(maxsize=8)
def classes(name: str) -> frozenset[str]:
    """One list of classes of units, as units.yaml calls them."""
    return frozenset(_lists()[name])


@lru_cache(maxsize=1)
def counted() -> Phrases:
    """What can be counted, with its class."""
    more = ((word, Unit(kind, None)) for kind, given in _lists()["more_units"].items() for word in given)
    return Phrases((*units_by_word(read_mapping("units.yaml")), *more))


def class_of_word(word: str) -> Unit | None:
    """What a single word counts, if it counts anything."""
    found = counted().at(tokenize(word), 0)
    return found.meaning.unit if found else None


@lru_cache(maxsize=1)
def posts() -> Phrases:
    """What people are in offices, with the words that lower a post."""
    people = read_mapping("people.yaml")
    plain = [*people["posts"], *people["heads"]["posts"], *_lists()["more_posts"]]
    lowered = [f"{lower} {post}" for lower in people["lowering"] for post in plain]
    return Phrases((post, None) for post in (*plain, *lowered))


@lru_cache(maxsize=1)
def place_types() -> Phrases:
    """The kinds of places, as they are spelled: "ban" is no "bản"."""
    return Phrases((text, None) for text in read_mapping("places.yaml")["types"])
