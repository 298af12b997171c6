"""All names, topics and phrasings that questions are read with; it knows nothing of values.

A lexicon is built from the store, never changed, and swapped whole when the
knowledge changes. It grows with the names and topics, not with the facts.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from knowledge.abbreviations import read_known, words_of
from knowledge.language import Language, language
from knowledge.models import PLACEHOLDERS, Name, Topic
from knowledge.passage import Passage
from knowledge.phrases import PhraseIndex
from knowledge.reading import Token
from knowledge.spelling import Speller
from knowledge.store.reader import Reader
from knowledge.vietnamese import fold, marks_agree


class Place(NamedTuple):
    """A place of the known world."""

    words: tuple[str, ...]
    type: str
    province: str


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


class Lexicon:
    """The immutable vocabulary of one state of the knowledge."""

    def __init__(
        self,
        *,
        names: Iterable[Name],
        topics: Iterable[Topic],
        facets: Iterable[tuple[str, str]] = (),
        units: Iterable[str] = (),
        places: Iterable[tuple[str, str, str]] = (),
    ) -> None:
        """Index what the store knows by name."""
        self.language: Language = language()
        self.names = {name.id: name for name in names}
        self.topics = {topic.id: topic for topic in topics}
        self.units: PhraseIndex[str] = PhraseIndex((unit, unit) for unit in units)
        facets = list(facets)
        self.name_index: PhraseIndex[str] = PhraseIndex(
            (spelling, name.id) for name in self.names.values() for spelling in dict.fromkeys(name.spellings)
        )
        self._passages: dict[str, Passage] = {}
        self._named: dict[str, Passage] = {}
        self._cores: dict[str, frozenset[str]] = {}
        self._called: dict[str, str | None] = {}
        self._last_names = self._index_last_names()
        self._places = _index_places(places)
        self._longest_place: dict[str, int] = {}
        for name in self._places:
            first, *rest = name.split(" ")
            self._longest_place[first] = max(self._longest_place.get(first, 0), 1 + len(rest))
        spellings = (spelling for name in self.names.values() for spelling in name.spellings)
        self.speller = Speller(self.language, spellings, self._vocabulary(facets))
        self._weights = self._weigh()
        self._phrasings = self._index_phrasings(self._topic_phrases())
        self._facets = self._index_phrasings((topic, facet) for topic, facet in facets)
        self._facets_of: dict[str, list[str]] = {}
        for topic, facet in facets:
            self._facets_of.setdefault(topic, []).append(facet)
        self.examples = self._examples()
        self._examples_by_word = self._index_examples()

    @classmethod
    def read(cls, reader: Reader) -> Lexicon:
        """The lexicon of what a store knows now."""
        return cls(
            names=reader.names(),
            topics=reader.topics(),
            facets=reader.facets(),
            units=reader.units(),
            places=reader.places(),
        )

    # ── names ───────────────────────────────────────────────────────────────────────────

    def above(self, name: str) -> list[str]:
        """What a name is part of, nearest first."""
        chain: list[str] = []
        part_of = self.names[name].part_of
        while part_of is not None and part_of not in chain:
            chain.append(part_of)
            part_of = self.names[part_of].part_of if part_of in self.names else None
        return chain

    def below(self, name: str) -> list[str]:
        """The names that are directly part of a name."""
        return self._children.get(name, [])

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = {}
        for name in self.names.values():
            if name.part_of:
                children.setdefault(name.part_of, []).append(name.id)
        return children

    def persons_called(self, word: str) -> list[str]:
        """The persons whose last name (the one Vietnamese are called by) is this word."""
        return [p for last, p in self._last_names.get(fold(word), ()) if marks_agree(word, last)]

    def places_called(self, words: Sequence[str]) -> list[Place]:
        """The places of the known world with this name, as far as its marks were typed."""
        found = self._places.get(" ".join(map(fold, words)), ())
        return [p for p in found if all(map(marks_agree, words, p.words))]

    def is_place(self, tokens: Sequence[Token]) -> bool:
        """Whether tokens are the name of a place that exists and that the store does not know."""
        if len(tokens) > self.longest_place(tokens[0]):
            return False
        return bool(self.places_called([t.marked for t in tokens]))

    def longest_place(self, first: Token) -> int:
        """How many words a place of the known world may have that begins so; 0 where none does."""
        return self._longest_place.get(first.folded, 0)

    def _index_last_names(self) -> dict[str, list[tuple[str, str]]]:
        index: dict[str, list[tuple[str, str]]] = {}
        for name in self.names.values():
            words = words_of(name.name)
            if name.kind == "person" and words:
                index.setdefault(fold(words[-1]), []).append((words[-1], name.id))
        return index

    def name_called(self, text: str) -> str | None:
        """The one name that a text as a whole is, if it is one."""
        if text not in self._called:
            tokens = read_known(text)
            found = self.name_index.longest(tokens, 0)
            self._called[text] = found.meaning if found and found.end == len(tokens) else None
        return self._called[text]

    def named_in(self, name: str) -> list[str]:
        """The places that a name says it is an organ of, by their kind and name ("Tòa án huyện X")."""
        known = self.names[name]
        if known.kind != "organisation":
            return []
        return [
            above
            for above in self.above(name)
            if self.names[above].type
            and any(_says_in_full(spelling, self.names[above]) for spelling in known.spellings)
        ]

    def told_apart(self, name: str) -> str:
        """What a name is called, with where it lies if another is called the same."""
        known = self.names[name]
        if self._bearers[_comparable(known.name)] == 1:
            return known.name
        above = self.above(name)
        if above:
            return f"{known.name} ({self.names[above[0]].name})"
        return f"{known.type} {known.name}" if known.type else known.name

    @cached_property
    def _bearers(self) -> Counter[str]:
        return Counter(_comparable(name.name) for name in self.names.values())

    # ── topics ──────────────────────────────────────────────────────────────────────────

    def topic_passages(self, topic: str) -> Passage:
        """The words in which a topic is spoken of: label, phrases and examples."""
        passage = self._passages.get(topic)
        if passage is None:
            known = self.topics[topic]
            examples = [piece for example in known.examples for piece in _pieces(example)]
            passage = self._passages[topic] = Passage((known.label, *known.phrases, *examples))
        return passage

    def topic_phrases(self, topic: str) -> Passage:
        """The words that name a topic: its label and phrases, without its examples."""
        passage = self._named.get(topic)
        if passage is None:
            known = self.topics[topic]
            passage = self._named[topic] = Passage((known.label, *known.phrases))
        return passage

    def topic_core(self, topic: str) -> frozenset[str]:
        """The folded words that a topic's phrases share; they name it and narrow nothing."""
        core = self._cores.get(topic)
        if core is None:
            known = self.topics[topic]
            phrases = [
                {fold(" ".join(piece)) for piece in self._pieces(p)} for p in (known.label, *known.phrases)
            ]
            counts = Counter(piece for phrase in phrases for piece in phrase)
            least = max(1, len(phrases) / 3)
            core = frozenset(piece for piece, count in counts.items() if count >= least)
            self._cores[topic] = core
        return core

    def weight(self, folded: str) -> float:
        """How much a word tells topics apart: 0 for one that all share, 1 for one of a single topic."""
        return self._weights.get(folded, 1.0)

    def phrasings(self, folded_words: Iterable[str]) -> Iterator[Phrasing]:
        """The phrasings that could be in a question of these words."""
        for word in dict.fromkeys(folded_words):
            yield from self._phrasings.get(word, ())

    def facets_of(self, topic: str) -> list[str]:
        """All facets that narrow facts of a topic, whatever they are about."""
        return self._facets_of.get(topic, [])

    def facet_phrasings(self, folded_words: Iterable[str]) -> Iterator[Phrasing]:
        """The facets that could be in a question of these words, by the topics they narrow."""
        for word in dict.fromkeys(folded_words):
            yield from self._facets.get(word, ())

    def examples_with(self, folded_words: Iterable[str]) -> list[Example]:
        """The examples that share one of their rarest words with a question."""
        found: dict[int, None] = {}
        for word in dict.fromkeys(folded_words):
            found.update(dict.fromkeys(self._examples_by_word.get(word, ())))
        return [self.examples[at] for at in found]

    def _topic_phrases(self) -> Iterator[tuple[str, str]]:
        for topic in self.topics.values():
            for phrase in dict.fromkeys((topic.label, *topic.phrases)):
                yield topic.id, phrase

    def _vocabulary(self, facets: Iterable[tuple[str, str]]) -> Iterator[str]:
        for topic in self.topics.values():
            yield topic.label
            yield from topic.phrases
            for example in topic.examples:
                yield from _pieces(example)
        for _, facet in facets:
            yield facet

    def _weigh(self) -> dict[str, float]:
        counts: Counter[str] = Counter()
        for topic in self.topics.values():
            texts = (topic.label, *topic.phrases, *(" ".join(_pieces(e)) for e in topic.examples))
            counts.update({fold(word) for text in texts for word in words_of(text)})
        total = max(len(self.topics), 2)
        return {word: 1 - math.log(count) / math.log(total + 1) for word, count in counts.items()}

    def _index_phrasings(self, phrases: Iterable[tuple[str, str]]) -> dict[str, list[Phrasing]]:
        """Phrasings under their rarest word, so that a question looks at few of them."""
        index: dict[str, list[Phrasing]] = {}
        for topic, phrase in phrases:
            words = words_of(phrase)
            if words:
                pieces = tuple(map(run_of, self._pieces(phrase)))
                telling = {word for piece in pieces for word in piece.words} or set(words)
                weight = sum(self.weight(fold(word)) for word in words)
                rarest = max(sorted(telling), key=lambda word: self.weight(fold(word)))
                phrasing = Phrasing(topic, run_of(words), pieces, weight)
                index.setdefault(fold(rarest), []).append(phrasing)
        return index

    def _pieces(self, phrase: str) -> Iterator[tuple[str, ...]]:
        tokens = read_known(phrase)
        at = 0
        while at < len(tokens):
            found = self.language.compounds.longest(tokens, at)
            end = found.end if found else at + 1
            asked = self.language.amounts.longest(tokens, at)
            if asked and asked.end >= end:
                end = asked.end  # "tỷ lệ hộ nghèo" is about poor households; the ask says the rest
            elif found or not self.language.harmless.longest(tokens, at):
                yield tuple(token.marked for token in tokens[at:end])
            at = end

    def essential(self, tokens: Sequence[Token]) -> list[str]:
        """The words of a text without the harmless ones."""
        found = self.language.harmless.cover(tokens)
        harmless = {at for phrase in found for at in phrase.span}
        return [token.marked for at, token in enumerate(tokens) if at not in harmless]

    def _examples(self) -> list[Example]:
        return [
            self._example(topic.id, words)
            for topic in self.topics.values()
            for example in topic.examples
            if (words := [w for piece in _pieces(example) for w in self.essential(read_known(piece))])
        ]

    def _example(self, topic: str, words: Sequence[str]) -> Example:
        folded = tuple(map(fold, words))
        return Example(topic, tuple(words), folded, similarity_key(words), sum(map(self.weight, folded)))

    def _index_examples(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for at, example in enumerate(self.examples):
            rarest = sorted(set(example.folded), key=lambda w: (-self.weight(w), w))[:3]
            for word in rarest:
                index.setdefault(word, []).append(at)
        return index


def _says_in_full(spelling: str, place: Name) -> bool:
    return f" {_comparable(f'{place.type} {place.name}')} " in f" {_comparable(spelling)} "


def _comparable(name: str) -> str:
    return " ".join(map(fold, words_of(name)))


def _pieces(example: str) -> list[str]:
    """An example question between its placeholders."""
    for placeholder in PLACEHOLDERS:
        example = example.replace(placeholder, "\n")
    return example.split("\n")


def _index_places(places: Iterable[tuple[str, str, str]]) -> dict[str, list[Place]]:
    index: dict[str, list[Place]] = {}
    for kind, name, province in places:
        words = words_of(name.lower())
        index.setdefault(" ".join(map(fold, words)), []).append(Place(words, kind, province))
    return index
