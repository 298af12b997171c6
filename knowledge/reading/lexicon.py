"""All names, topics and phrasings that questions are read with; it knows nothing of values.

A lexicon is built from the store, never changed, and swapped whole when the
knowledge changes. It grows with the names and topics, not with the facts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from knowledge.models import Name, Topic
from knowledge.reading.phrasings import ByFacet, ByTopic, Example, Phrasing
from knowledge.reading.spelling import Speller
from knowledge.store.reader import Reader, Revision
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import Language, language
from knowledge.text.learned import Learned, learn
from knowledge.text.passage import Passage
from knowledge.text.phrases import PhraseIndex
from knowledge.text.places import Place, World
from knowledge.text.tokens import Token, text_at
from knowledge.text.vietnamese import fold, marks_agree


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
        before: Lexicon | None = None,
        kept: bool = False,
        revision: Revision | None = None,
    ) -> None:
        """Index what the store knows by name.

        What is as it was in the lexicon `before` is taken over from it, and so are the places; where
        there is none, what takes long to make can be `kept` from process to process.
        """
        self.language: Language = language()
        self.revision = revision
        self.names = {name.id: name for name in names}
        self.topics = {topic.id: topic for topic in topics}
        self.facets = frozenset(facets)
        self.unit_names = frozenset(units)
        self.units: PhraseIndex[str] = PhraseIndex((unit, unit) for unit in self.unit_names)
        self.world: World = before.world if before else World(places)
        self._called: dict[str, str | None] = {}
        self._last_names = self._index_last_names()
        self.name_index = self._index_names(before)
        self.by_topic: ByTopic = self._index_topics(before, kept=kept)
        self.weight = self.by_topic.weights.__getitem__
        self.by_facet: ByFacet = self._index_facets(before)
        texts = self.by_topic.texts.union(facet for _topic, facet in self.facets)
        self.speller: Speller = Speller(self.language, self._learn(texts, before, kept=kept))

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The syllables of the names, topics, facets and units that the store has, normalized."""
        learned = self.speller.learned
        texts = chain(learned.names, learned.phrases, self.unit_names)
        return frozenset(chain.from_iterable(map(words_of, texts)))

    def _index_topics(self, before: Lexicon | None, *, kept: bool) -> ByTopic:
        if before and before.topics == self.topics:
            return before.by_topic
        return ByTopic.kept(self.topics) if kept else ByTopic(self.topics)

    def _learn(self, phrases: frozenset[str], before: Lexicon | None, *, kept: bool) -> Learned:
        """What names and `phrases` (topics, examples, facets) teach the speller."""
        names = self._spellings(before)
        if kept:
            return Learned.kept(self.language, names, phrases)
        return learn(self.language, names, phrases, before.speller.learned if before else None)

    def _index_facets(self, before: Lexicon | None) -> ByFacet:
        weights = self.by_topic.weights
        if before and before.by_facet.weights is weights and before.facets == self.facets:
            return before.by_facet
        return ByFacet(weights, self.facets)

    def _spellings(self, before: Lexicon | None) -> frozenset[str]:
        if before and before.name_index is self.name_index:
            return before.speller.learned.names
        return frozenset(spelling for name in self.names.values() for spelling in name.spellings)

    def _index_names(self, before: Lexicon | None) -> PhraseIndex[str]:
        known = before.names if before else {}
        new = list(self.names.values())[len(known) :]
        if before and list(self.names.values())[: len(known)] == list(known.values()):
            return before.name_index.extended(_spelled(new)) if new else before.name_index
        return PhraseIndex(_spelled(self.names.values()))

    @classmethod
    def read(cls, reader: Reader, before: Lexicon | None = None) -> Lexicon:
        """The lexicon of what a store knows now; only what has changed since the one `before` is read."""
        revision = reader.revision()
        since = before.revision if before else None
        if before is None or since is None:
            return cls(
                names=reader.names(), topics=reader.topics(), facets=reader.facets(), units=reader.units(),
                places=reader.places(), kept=True, revision=revision,
            )  # fmt: skip
        if since.vocabulary == revision.vocabulary:
            return before
        words_differ = since.words != revision.words
        return cls(
            names=before.names.values() if since.names == revision.names else reader.names(),
            topics=before.topics.values() if since.topics == revision.topics else reader.topics(),
            facets=reader.facets() if words_differ else before.facets,
            units=reader.units() if words_differ else before.unit_names,
            before=before, revision=revision,
        )  # fmt: skip

    # ── names ───────────────────────────────────────────────────────────────────────────

    @cached_property
    def short_facets(self) -> frozenset[str]:
        """The facets of one syllable, folded."""
        return frozenset(fold(facet) for _, facet in self.facets if " " not in facet)

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
        return self.world.called(words)

    def is_place(self, tokens: Sequence[Token]) -> bool:
        """Whether tokens are the name of a place that exists and that the store does not know."""
        if len(tokens) > self.longest_place(tokens[0]):
            return False
        if not self.world.may_be_called(" ".join([t.folded for t in tokens])):
            return False
        return bool(self.places_called([t.marked for t in tokens]))

    def longest_place(self, first: Token) -> int:
        """How many words a place of the known world may have that begins so; 0 where none does."""
        return self.world.longest(first.folded)

    def _index_last_names(self) -> dict[str, list[tuple[str, str]]]:
        index: dict[str, list[tuple[str, str]]] = {}
        persons = (name for name in self.names.values() if name.kind == "person")
        for name in persons:
            if words := words_of(name.name):
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
        return known.in_full

    @cached_property
    def _bearers(self) -> Counter[str]:
        return Counter(_comparable(name.name) for name in self.names.values())

    # ── topics ──────────────────────────────────────────────────────────────────────────

    def topic_passages(self, topic: str) -> Passage:
        """The words in which a topic is spoken of: label, phrases and examples."""
        return self.by_topic.passages(topic)

    def topic_phrases(self, topic: str) -> Passage:
        """The words that name a topic: its label and phrases, without its examples."""
        return self.by_topic.named(topic)

    def topic_core(self, topic: str) -> frozenset[str]:
        """The folded words that a topic's phrases share; they name it and narrow nothing."""
        return self.by_topic.core(topic)

    def phrasings(self, folded_words: Iterable[str]) -> Iterator[Phrasing]:
        """The phrasings that could be in a question of these words."""
        return self.by_topic.phrasings.among(folded_words)

    def facets_of(self, topic: str) -> list[str]:
        """All facets that narrow facts of a topic, whatever they are about."""
        return self.by_facet.of.get(topic, [])

    def facet_phrasings(self, folded_words: Iterable[str]) -> Iterator[Phrasing]:
        """The facets that could be in a question of these words, by the topics they narrow."""
        return self.by_facet.phrasings.among(folded_words)

    def examples_with(self, folded_words: Iterable[str]) -> list[Example]:
        """The examples that share one of their rarest words with a question."""
        return self.by_topic.examples.sharing(folded_words)


def _says_in_full(spelling: str, place: Name) -> bool:
    return f" {_comparable(place.in_full)} " in f" {_comparable(spelling)} "


@lru_cache(maxsize=20_000)
def _comparable(name: str) -> str:
    return " ".join(map(fold, words_of(name)))


def _spelled(names: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """How names are spelled, with their ids, but for those that a body of it is called by: "Huyện ủy X" is read as that of X anyway."""
    for name in names:
        own = dict.fromkeys(name.spellings)
        for spelling in own:
            if len(own) == 1 or not _is_of_a_body(spelling, own):
                yield spelling, name.id


def _is_of_a_body(spelling: str, own: Iterable[str]) -> bool:
    tokens, known = read_known(spelling), language()
    body = known.committees.longest(tokens, 0) or known.organs.longest(tokens, 0)
    if body is None:
        return False
    rest = text_at(tokens, range(body.end, len(tokens)))
    return any(rest == " ".join(words_of(one)) for one in own)
