"""Phrase indexes out of what the language files hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any, TypeVar

from knowledge.text.abbreviations import words_of
from knowledge.text.phrases import PhraseIndex
from knowledge.text.vietnamese import fold_all

T = TypeVar("T")


def phrases_in(content: Any) -> Iterator[str]:  # noqa: ANN401  whatever the files hold
    """The texts in nested lists and mappings; a tuple holds the words of one text."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, tuple):
        for meaning in content:
            yield " ".join(meaning)
    elif isinstance(content, dict):
        yield from phrases_in(list(content.values()))
    elif isinstance(content, list):
        for item in content:
            yield from phrases_in(item)


def index_of(phrases: Iterable[str]) -> PhraseIndex[str]:
    """Phrases that each mean themselves, normalized."""
    return PhraseIndex((phrase, " ".join(words_of(phrase))) for phrase in phrases)


def of_spelled(phrases: Mapping[str, T]) -> PhraseIndex[T]:
    """Phrases that are normalized already, with what they mean."""
    index: PhraseIndex[T] = PhraseIndex()
    for (spelled, meaning), folded in zip(phrases.items(), fold_all(phrases), strict=True):
        index.add_spelled(spelled, folded, meaning)
    return index


def by_kind(phrases: Mapping[str, Iterable[str]]) -> PhraseIndex[str]:
    """Phrases that each mean the kind they are listed under."""
    return PhraseIndex((phrase, kind) for kind, given in phrases.items() for phrase in given)


def asking_phrases(given: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """The phrases of an ask, and those that name what a thing is broken down into: "gồm những nguồn nào"."""
    yield from given.get("phrases", ())
    for before, thing in product(given.get("before_class", ()), given.get("classes", ())):
        yield from (f"{before} {thing} nào", f"{before} {thing} gì")
