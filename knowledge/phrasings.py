"""How topics are spoken of: their phrases, what narrows them, and example questions, found by their rarest words.

What is worked out of a single phrase is remembered, so that a topic more or a
phrase more costs only the weighing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.abbreviations import read_known, words_of
from knowledge.language import language
from knowledge.models import PLACEHOLDERS, Topic
from knowledge.passage import Passage
from knowledge.reading import Token
from knowledge.vietnamese import fold

_REMEMBERED = 30_000


class Run(NamedTuple):
    """Words in a row, joined, and folded with a space on either side, as they stand in a folded text."""

    words: tuple[str, ...]
    text: str
    folded: str


def run_of(words: Iterable[str]) -> Run:
    """A run of some words."""
    words = tuple(words)
    text = " ".join(words)
    return Run(words, text, f" {fold(text)} ")


class Phrasing(NamedTuple):
    """One way to speak of a topic.

    `whole` is the phrase; `pieces` are its words with more than one syllable and
    its other words that matter, which may also stand apart from each other.
    """

    topic: str
    whole: Run
    pieces: tuple[Run, ...]
    weight: float

    @property
    def text(self) -> str:
        """The phrase."""
        return self.whole.text


class Example(NamedTuple):
    """An example question without its names: its words, the same folded, and those sorted and joined."""

    topic: str
    words: tuple[str, ...]
    folded: tuple[str, ...]
    key: str
    weight: float


def similarity_key(words: Iterable[str]) -> str:
    """Words in the form in which questions are compared: folded and sorted."""
    return " ".join(sorted(map(fold, words)))


class Weights:
    """How much words tell topics apart."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        """Weigh the words in which topics are spoken of."""
        counts = Counter(word for topic in topics for word in _words_of_topic(topic))
        total = max(len(topics), 2)
        self._weights = {word: 1 - math.log(count) / math.log(total + 1) for word, count in counts.items()}

    def __call__(self, folded: str) -> float:
        """The weight of a word: 0 for one that all topics share, 1 for one of a single topic."""
        return self._weights.get(folded, 1.0)


class Phrasings:
    """Phrases of topics, each under its rarest word, so that a question looks at few of them."""

    def __init__(self, weights: Weights, phrases: Iterable[tuple[str, str]]) -> None:
        """Index phrases, given with the topics they speak of."""
        self._weights = weights
        self._by_word: dict[str, list[Phrasing]] = {}
        for topic, phrase in phrases:
            self._add(topic, phrase)

    def among(self, folded_words: Iterable[str]) -> Iterator[Phrasing]:
        """The phrasings that could be in a question of these words."""
        for word in dict.fromkeys(folded_words):
            yield from self._by_word.get(word, ())

    def _add(self, topic: str, phrase: str) -> None:
        cut = _cut(phrase)
        if cut.whole.words:
            weight = sum(map(self._weights, cut.folded))
            rarest = max(cut.telling, key=self._weights)
            self._by_word.setdefault(rarest, []).append(Phrasing(topic, cut.whole, cut.pieces, weight))


class Examples:
    """Example questions, each under its three rarest words."""

    def __init__(self, weights: Weights, topics: Iterable[Topic]) -> None:
        """Index the examples of topics."""
        self._examples = [
            Example(topic.id, words, folded, similarity_key(words), sum(map(weights, folded)))
            for topic in topics
            for example in topic.examples
            for words, folded in [_essential_of(example)]
            if words
        ]
        self._by_word: dict[str, list[int]] = {}
        for at, one in enumerate(self._examples):
            for word in sorted(set(one.folded), key=lambda w: (-weights(w), w))[:3]:
                self._by_word.setdefault(word, []).append(at)

    def __iter__(self) -> Iterator[Example]:
        """All examples."""
        return iter(self._examples)

    def sharing(self, folded_words: Iterable[str]) -> list[Example]:
        """The examples that share one of their rarest words with a question."""
        found: dict[int, None] = {}
        for word in dict.fromkeys(folded_words):
            found.update(dict.fromkeys(self._by_word.get(word, ())))
        return [self._examples[at] for at in found]


class ByTopic:
    """The wording of all topics: weights, phrases, examples, and the words of each."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        """Index how topics are spoken of."""
        self._topics = topics
        self.weight = Weights(list(topics.values()))
        self.phrasings = Phrasings(self.weight, self._phrases())
        self.examples = Examples(self.weight, topics.values())
        self._passages: dict[str, Passage] = {}
        self._named: dict[str, Passage] = {}
        self._cores: dict[str, frozenset[str]] = {}

    def _phrases(self) -> Iterator[tuple[str, str]]:
        for topic in self._topics.values():
            for phrase in dict.fromkeys((topic.label, *topic.phrases)):
                yield topic.id, phrase

    def passages(self, topic: str) -> Passage:
        """The words in which a topic is spoken of: label, phrases and examples."""
        passage = self._passages.get(topic)
        if passage is None:
            known = self._topics[topic]
            examples = [piece for example in known.examples for piece in between_names(example)]
            passage = self._passages[topic] = Passage((known.label, *known.phrases, *examples))
        return passage

    def named(self, topic: str) -> Passage:
        """The words that name a topic: its label and phrases, without its examples."""
        passage = self._named.get(topic)
        if passage is None:
            known = self._topics[topic]
            passage = self._named[topic] = Passage((known.label, *known.phrases))
        return passage

    def core(self, topic: str) -> frozenset[str]:
        """The folded words that a topic's phrases share; they name it and narrow nothing."""
        core = self._cores.get(topic)
        if core is None:
            known = self._topics[topic]
            phrases = [
                {fold(" ".join(piece)) for piece in pieces_of(p)} for p in (known.label, *known.phrases)
            ]
            counts = Counter(piece for phrase in phrases for piece in phrase)
            least = max(1, len(phrases) / 3)
            core = frozenset(piece for piece, count in counts.items() if count >= least)
            self._cores[topic] = core
        return core


def essential(tokens: Sequence[Token]) -> list[str]:
    """The words of a text without the harmless ones."""
    found = language().harmless.cover(tokens)
    harmless = {at for phrase in found for at in phrase.span}
    return [token.marked for at, token in enumerate(tokens) if at not in harmless]


def between_names(example: str) -> list[str]:
    """An example question between its placeholders."""
    for placeholder in PLACEHOLDERS:
        example = example.replace(placeholder, "\n")
    return example.split("\n")


class _Cut(NamedTuple):
    """A phrase as words: all of them, its pieces, its folded words, and those of them that tell it from others."""

    whole: Run
    pieces: tuple[Run, ...]
    folded: tuple[str, ...]
    telling: tuple[str, ...]


@lru_cache(maxsize=_REMEMBERED)
def _cut(phrase: str) -> _Cut:
    words = words_of(phrase)
    pieces = tuple(map(run_of, pieces_of(phrase)))
    telling = {word for piece in pieces for word in piece.words} or set(words)
    return _Cut(run_of(words), pieces, tuple(map(fold, words)), tuple(map(fold, sorted(telling))))


def pieces_of(phrase: str) -> Iterator[tuple[str, ...]]:
    """The words of a phrase that are not harmless, those of more than one syllable as one."""
    tokens = read_known(phrase)
    known = language()
    at = 0
    while at < len(tokens):
        found = known.compounds.longest(tokens, at)
        end = found.end if found else at + 1
        asked = known.amounts.longest(tokens, at)
        if asked and asked.end >= end:
            end = asked.end  # "tỷ lệ hộ nghèo" is about poor households; the ask says the rest
        elif found or not known.harmless.longest(tokens, at):
            yield tuple(token.marked for token in tokens[at:end])
        at = end


@lru_cache(maxsize=_REMEMBERED)
def _essential_of(example: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of an example question that are neither names nor harmless, and the same folded."""
    words = [word for piece in between_names(example) for word in essential(read_known(piece))]
    return tuple(words), tuple(map(fold, words))


@lru_cache(maxsize=_REMEMBERED)
def _folded_words(text: str) -> frozenset[str]:
    return frozenset(map(fold, words_of(text)))


def _words_of_topic(topic: Topic) -> set[str]:
    examples = (" ".join(between_names(example)) for example in topic.examples)
    return set().union(*map(_folded_words, (topic.label, *topic.phrases, *examples)))
