"""How topics are spoken of: their phrases, what narrows them, and example questions, found by their rarest words.

What is worked out of a single phrase is remembered, so that a topic more or a
phrase more costs only the weighing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from knowledge.models import PLACEHOLDERS, Topic
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.datafiles import FOLDER
from knowledge.text.keeping import kept
from knowledge.text.language import language
from knowledge.text.passage import Passage
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import fold, has_marks

_REMEMBERED = 30_000


class Run(NamedTuple):
    """Words in a row, joined, and folded with a space on either side, as they stand in a folded text; each of these once."""

    words: tuple[str, ...]
    text: str
    folded: str
    each: frozenset[str]


def run_of(words: Iterable[str]) -> Run:
    """A run of some words."""
    words = tuple(words)
    text = " ".join(words)
    folded = fold(text)
    return Run(words, text, f" {folded} ", frozenset(folded.split()))


class Phrasing(NamedTuple):
    """One way to speak of a topic.

    `whole` is the phrase; `pieces` are its words with more than one syllable and
    its other words that matter, which may also stand apart from each other.
    """

    topic: str
    whole: Run
    pieces: tuple[Run, ...]
    syllables: frozenset[str]
    """Those of the pieces, folded: a question that lacks one of them does not speak of it."""
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


class Weights(dict[str, float]):
    """How much folded words tell topics apart: 0 for one that all share, 1 for one of a single topic, or of none."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        """Weigh the words in which topics are spoken of."""
        counts = Counter(chain.from_iterable(map(_words_of_topic, topics)))
        total = max(len(topics), 2)
        super().__init__((word, 1 - math.log(count) / math.log(total + 1)) for word, count in counts.items())
        self._weighed: dict[tuple[str, str], tuple[str, Phrasing]] = {}

    def __missing__(self, folded: str) -> float:
        return 1.0

    def weigh(self, topic: str, phrase: str) -> tuple[str, Phrasing]:
        """The rarest word of a phrase, and the phrase as one of a topic."""
        weighed = self._weighed.get((topic, phrase))
        if weighed is None:
            cut = _cut(phrase)
            weight = sum(map(self.__getitem__, cut.folded))
            phrasing = Phrasing(topic, cut.whole, cut.pieces, cut.syllables, weight)
            weighed = (max(cut.telling, key=self.__getitem__, default=""), phrasing)
            self._weighed[topic, phrase] = weighed
        return weighed


class Phrasings:
    """Phrases of topics, each under its rarest word, so that a question looks at few of them."""

    def __init__(self, weights: Weights, phrases: Iterable[tuple[str, str]]) -> None:
        """Index phrases, given with the topics they speak of; those of no words are passed over."""
        self._by_word: dict[str, list[Phrasing]] = {}
        for topic, phrase in phrases:
            rarest, phrasing = weights.weigh(topic, phrase)
            if rarest:
                self._by_word.setdefault(rarest, []).append(phrasing)

    def among(self, folded_words: Iterable[str]) -> Iterator[Phrasing]:
        """The phrasings that could be in a question of these words."""
        for word in dict.fromkeys(folded_words):
            yield from self._by_word.get(word, ())


class Examples:
    """Example questions, each under its three rarest words."""

    def __init__(self, weights: Weights, topics: Iterable[Topic]) -> None:
        """Index the examples of topics."""
        self._examples: list[Example] = []
        self._by_word: dict[str, list[int]] = {}
        for topic in topics:
            for example in topic.examples:
                words, folded, key = _essential_of(example)
                for word in sorted(sorted(set(folded)), key=weights.__getitem__, reverse=True)[:3]:
                    self._by_word.setdefault(word, []).append(len(self._examples))
                if words:
                    weight = sum(map(weights.__getitem__, folded))
                    self._examples.append(Example(topic.id, words, folded, key, weight))

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
        self.topics = topics
        self.weights = Weights(list(topics.values()))
        self.phrasings = Phrasings(self.weights, self._phrases())
        self.examples = Examples(self.weights, topics.values())
        self.texts = frozenset(chain.from_iterable(map(_texts_of_topic, topics.values())))
        """All in which topics are spoken of, without the names in it."""
        self._passages: dict[str, Passage] = {}
        self._named: dict[str, Passage] = {}
        self._cores: dict[str, frozenset[str]] = {}

    @classmethod
    def kept(cls, topics: Mapping[str, Topic]) -> ByTopic:
        """The same, as the last process kept it, if that was of these topics."""
        return kept(
            "topics",
            FOLDER,
            lambda: cls(topics),
            lambda found: list(found.topics.items()) == list(topics.items()),
        )

    def _phrases(self) -> Iterator[tuple[str, str]]:
        for topic in self.topics.values():
            for phrase in dict.fromkeys((topic.label, *topic.phrases)):
                yield topic.id, phrase

    def passages(self, topic: str) -> Passage:
        """The words in which a topic is spoken of: label, phrases and examples."""
        passage = self._passages.get(topic)
        if passage is None:
            passage = self._passages[topic] = Passage(_texts_of_topic(self.topics[topic]))
        return passage

    def named(self, topic: str) -> Passage:
        """The words that name a topic: its label and phrases, without its examples."""
        passage = self._named.get(topic)
        if passage is None:
            known = self.topics[topic]
            passage = self._named[topic] = Passage((known.label, *known.phrases))
        return passage

    def core(self, topic: str) -> frozenset[str]:
        """The folded words that a topic's phrases share; they name it and narrow nothing."""
        core = self._cores.get(topic)
        if core is None:
            known = self.topics[topic]
            phrases = [
                {fold(" ".join(piece)) for piece in pieces_of(p)} for p in (known.label, *known.phrases)
            ]
            counts = Counter(piece for phrase in phrases for piece in phrase)
            least = max(1, len(phrases) / 3)
            core = frozenset(piece for piece, count in counts.items() if count >= least)
            self._cores[topic] = core
        return core


def essential(tokens: Sequence[Token]) -> list[str]:
    """The words of a text without the harmless ones; a word with marks is one as it stands: "hư" is no "hử"."""
    found = language().harmless.cover(tokens)
    harmless = {at for phrase in found for at in phrase.span if _is_typed(tokens[at].marked, phrase.meaning)}
    return [token.marked for at, token in enumerate(tokens) if at not in harmless]


def _is_typed(word: str, phrase: str) -> bool:
    return not has_marks(word) or word in phrase.split()


def between_names(example: str) -> list[str]:
    """An example question between its placeholders."""
    for placeholder in PLACEHOLDERS:
        example = example.replace(placeholder, "\n")
    return example.split("\n")


class _Cut(NamedTuple):
    """A phrase as words: all of them, its pieces and their syllables, its folded words, and those that tell it from others."""

    whole: Run
    pieces: tuple[Run, ...]
    syllables: frozenset[str]
    folded: tuple[str, ...]
    telling: tuple[str, ...]


@lru_cache(maxsize=_REMEMBERED)
def _cut(phrase: str) -> _Cut:
    words = words_of(phrase)
    pieces = tuple(map(run_of, pieces_of(phrase)))
    telling = {word for piece in pieces for word in piece.words} or set(words)
    syllables = frozenset[str]().union(*(piece.each for piece in pieces))
    return _Cut(run_of(words), pieces, syllables, tuple(map(fold, words)), tuple(map(fold, sorted(telling))))


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
def _essential_of(example: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """The words of an example question that are neither names nor harmless, the same folded, and those sorted and joined."""
    words = [word for piece in between_names(example) for word in essential(read_known(piece))]
    return tuple(words), tuple(map(fold, words)), similarity_key(words)


@lru_cache(maxsize=_REMEMBERED)
def _folded_words(text: str) -> frozenset[str]:
    return frozenset(map(fold, words_of(text)))


@lru_cache(maxsize=2_000)
def _texts_of_topic(topic: Topic) -> tuple[str, ...]:
    examples = chain.from_iterable(map(between_names, topic.examples))
    return (topic.label, *topic.phrases, *examples)


@lru_cache(maxsize=2_000)
def _words_of_topic(topic: Topic) -> frozenset[str]:
    return frozenset().union(*map(_folded_words, _texts_of_topic(topic)))


class ByFacet:
    """What narrows the facts of topics."""

    def __init__(self, weights: Weights, facets: frozenset[tuple[str, str]]) -> None:
        """Index facets, given with the topics they narrow."""
        in_order = sorted(facets)
        self.facets = facets
        self.weights = weights
        self.phrasings = Phrasings(weights, in_order)
        self.of: dict[str, list[str]] = {}
        for topic, facet in in_order:
            self.of.setdefault(topic, []).append(facet)
