"""The facts that come into question together, and what they have between them whatever is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from knowledge.models import Fact
from knowledge.reading.evidence import View, Word, facet_words
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.store.reader import StoredFact
from knowledge.text.abbreviations import words_of
from knowledge.text.language import language
from knowledge.text.vietnamese import fold

_LEVEL = "cấp "
_NUMBER = re.compile(r"\d+")


def folded(facet: str) -> str:
    """The words of a facet or phrase, folded, with single spaces."""
    return " ".join(map(fold, words_of(facet)))


@lru_cache(maxsize=100)
def all_of_a_kind(place: str) -> frozenset[str]:
    """What all of a place of some kind is called: "toàn huyện"."""
    return frozenset(f"{all_of} {place}" for all_of in language().telling["all_of"])


class Elsewhere(NamedTuple):
    """A facet of facts about others: its words, the same folded, and those of them that tell it from the topic."""

    words: tuple[str, ...]
    folded: frozenset[str]
    telling: frozenset[str]


class Siblings:
    """Facts of one topic about the same names."""

    def __init__(self, topic: str, facts: Iterable[tuple[StoredFact, View]], lexicon: Lexicon) -> None:
        """Take up facts with their views."""
        self.facts: dict[str, StoredFact] = {}
        self.views: dict[str, View] = {}
        for stored, view in facts:
            self.facts[stored.fact.id] = stored
            self.views[stored.fact.id] = view
        self._topic = topic
        self._told_beside: dict[str, Sequence[Word]] = {}
        self.lexicon = lexicon

    def whole_of(self, stored: StoredFact) -> View | None:
        """The view of what a fact is a part of, where that is among these."""
        return self.views.get(stored.whole) if stored.whole else None

    def parts_of(self, fact: Fact) -> list[View]:
        """The views of what a fact is broken down into."""
        return [self.views[key] for key, stored in self.facts.items() if stored.whole == fact.id]

    def told_beside_whole(self, part: View) -> Sequence[Word]:
        """The words that the sentence of a part has beside its whole's, its unit and the topic; none where that is not told of it alone."""
        found = self._told_beside.get(part.fact.id)
        if found is None:
            found = self._told_beside[part.fact.id] = tuple(self._beside_whole(part))
        return found

    def _beside_whole(self, part: View) -> Iterator[Word]:
        whole = self.whole_of(self.facts[part.fact.id])
        if whole is None or not part.single_figure or len(part.fact.facets) > 1:
            return
        topic = self.lexicon.topic_phrases(self._topic)
        for word in part.telling:
            if not (
                whole.weak.has(word.text) or part.unit.has(word.text) or topic.has(word.text, word.folded)
            ):
                yield word

    def is_told_of_all(self, word: Word) -> bool:
        """Whether a word is the topic's, or a figure that nothing narrows is told with it: "phối hợp" of those one works with, and of those one has stopped to."""
        topic = self.lexicon.topic_phrases(self._topic)
        return topic.has(word.text, word.folded) or any(
            view.weak.has(word.text, word.folded) for view in self._unnarrowed
        )

    @cached_property
    def _unnarrowed(self) -> list[View]:
        return [view for view in self.views.values() if view.fact.number is not None and not view.fact.facets]

    def told_of_some(
        self, question: Understanding, words: Iterable[Word], topical: AbstractSet[tuple[int, int]]
    ) -> frozenset[tuple[int, int]]:
        """Where words start, and idioms with one, that the topic is called by but only some of what it is about is told with.

        To what is yet to come nothing has been done.
        """
        foretold = question.future or question.plans
        return frozenset(
            word.bounds
            for word in words
            if any(
                one.bounds in topical
                and (
                    self.are_told_of_one_part(one)
                    or self.narrows_others(one)
                    or (not foretold and self.is_done_to_some(one))
                    or self.is_achieved_by_some(one)
                    or (not question.ways and self.is_an_end_of_some(one))
                )
                for one in word.all
            )
        )

    def is_an_end_of_some(self, word: Word) -> bool:
        """Whether a word is a kind of place from or to which some facts go, and that none is about: "cán bộ xã" beside "từ xã về huyện"."""
        data, said = self.lexicon.language, word.text.removeprefix(_LEVEL)
        kind = fold(said)
        if said not in data.place_levels and (said != kind or kind not in data.folded_levels):
            return False
        ends = (way.values() for view in self.views.values() for way in view.directions)
        if not any(kind in way for way in ends):
            return False
        subjects = {view.fact.subject for view in self.views.values()}
        return all(fold(self.lexicon.names[subject].type or "") != kind for subject in subjects)

    def are_told_of_one_part(self, word: Word) -> bool:
        """Whether a figure is told with a word, but neither is its whole, nor another part of that, nor the topic's label."""
        anybody = self.lexicon.language.telling["anybody"]
        if not self.wholes or f" {word.folded} " in self._phrases[0] or word.text in anybody:
            return False
        wholes = (self.views[key].fact for key in self.wholes if key in self.views)
        return any(
            not self.views[whole.id].says(word) and self._tells_once(word, self.parts_of(whole))
            for whole in wholes
            if whole.number is not None
        )

    def narrows_others(self, word: Word) -> bool:
        """Whether a word, or another for it, is all or half of what narrows facts of the topic, and the topic's label does without it."""
        if f" {word.folded} " in self._phrases[0] or word.folded in self.core:
            return False
        if word.text in self.lexicon.language.kindred["apart"]:
            return True
        if word.text in self.lexicon.language.light_words:
            return False
        said, begins = {word.text, *word.synonyms}, f"{word.text} "
        return any(
            facet in said or (facet.startswith(begins) and facet.count(" ") == 1)
            for facet in self._facets_beside_topic
        ) or any(f" {word.folded} " in phrase for phrase in self._phrases_of_facets)

    @cached_property
    def _phrases_of_facets(self) -> list[str]:
        """The topic's phrases of several words that are no more than what narrows some of its facts: "sinh con thứ ba"."""
        facets = [f" {folded(facet)} " for facet in self.lexicon.facets_of(self._topic)]
        return [
            phrase for phrase in self._phrases[1:]
            if phrase.strip().count(" ") > 1 and any(phrase in facet for facet in facets)
        ]  # fmt: skip

    def is_done_to_some(self, word: Word) -> bool:
        """Whether just what the topic says to be done narrows a fact by being done with: of letters got not all are "giải quyết xong"."""
        done_with = self._done_with
        return bool(done_with) and not done_with.isdisjoint((word.text, *word.synonyms))

    def is_achieved_by_some(self, word: Word) -> bool:
        """Whether a word tells what only some of those who tried achieve, as one fact of the topic says: "trúng tuyển"."""
        achieved = word.text in self.lexicon.language.telling["achieved_by_some"]
        return achieved and any(view.weak.has(word.text) for view in self.views.values())

    @cached_property
    def _done_with(self) -> frozenset[str]:
        """What narrows facts of the topic by being done with, with and without the words that say so: "giải quyết | xong"."""
        finished = self.lexicon.language.telling["done_with"]
        split = (words_of(facet) for facet in self.lexicon.facets_of(self._topic))
        done = [words for words in split if not frozenset(words).isdisjoint(finished)]
        acts = ([one for one in words if one not in finished] for words in done)
        return frozenset(" ".join(words) for words in (*done, *acts))

    @cached_property
    def _facets_beside_topic(self) -> list[str]:
        """What narrows facts of the topic, but for what begins as the topic is called: "bổ nhiệm lại"."""
        core = tuple(f"{word} " for word in self.core)
        return [one for one in self.lexicon.facets_of(self._topic) if not folded(one).startswith(core)]

    @staticmethod
    def _tells_once(word: Word, parts: Iterable[View]) -> bool:
        telling = [part for part in parts if part.weak.has(word.text)]
        return len(telling) == 1 and not telling[0].denies

    @cached_property
    def totals(self) -> Mapping[str, View]:
        """The figures that are said to be of all there is, by the subject of them."""
        views = (self.views[key] for key in self.of_all)
        return {view.fact.subject: view for view in views if view.fact.number is not None}

    @cached_property
    def of_all(self) -> Mapping[str, frozenset[str]]:
        """The facets that narrow nothing, but say that a figure is of all there is ("tổng số", of a district "toàn huyện"), by the fact."""
        language = self.lexicon.language
        found: dict[str, frozenset[str]] = {}
        for key, view in self.views.items():
            if view.fact.facets:
                kind = self.lexicon.names[view.fact.subject].type or ""
                wholes = all_of_a_kind(kind) | language.kindred["in_all"]
                said = [one for one in view.fact.facets if one.casefold() in wholes]
                found.update({key: frozenset(said)} if said else {})
        return found

    @cached_property
    def wholes(self) -> frozenset[str]:
        """The facts that have parts among these."""
        return frozenset(stored.whole for stored in self.facts.values() if stored.whole)

    @cached_property
    def syllables(self) -> frozenset[str]:
        """The folded syllables of whatever the topic or any of the facts says."""
        topic = self.lexicon.topic_passages(self._topic).syllables
        return topic.union(*(view.syllables for view in self.views.values()))

    @cached_property
    def facets(self) -> frozenset[str]:
        """What narrows any of the facts."""
        return frozenset(facet for view in self.views.values() for facet in view.fact.facets)

    @cached_property
    def folded_facets(self) -> frozenset[str]:
        """The same, folded."""
        return frozenset(map(folded, self.facets))

    def has_facet_in(self, said: str, *, but_of: View) -> bool:
        """Whether a facet stands in a folded word, and not in what narrows one of the facts."""
        parts = (one for one in self.folded_facets if f" {one} " in f" {said} ")
        return any(not but_of.strong.has(one, one) for one in parts)

    @cached_property
    def units(self) -> frozenset[str]:
        """What any of the facts counts, folded."""
        return frozenset(fold(view.fact.unit) for view in self.views.values() if view.fact.unit)

    @cached_property
    def bearers(self) -> Mapping[str, int]:
        """The folded words of facets, and how many of the facts have each."""
        return Counter(chain.from_iterable(view.all_facet_words for view in self.views.values()))

    @cached_property
    def told(self) -> frozenset[str]:
        """The folded words of the facets of what is stated."""
        return frozenset(chain.from_iterable(view.all_facet_words for view in self._stated()))

    @cached_property
    def core(self) -> frozenset[str]:
        """The folded words that the topic's phrases share, but for those that only name a facet."""
        core = self.lexicon.topic_core(self._topic)
        return (
            core
            if self.told.isdisjoint(core)
            else core - self._words_of_facets() - {word for word in self.told if self._is_seldom_said(word)}
        )

    @cached_property
    def elsewhere(self) -> list[Elsewhere]:
        """What narrows facts of the topic about others, and none of these."""
        return [self._elsewhere(facet) for facet in self.facets_elsewhere]

    @cached_property
    def facets_elsewhere(self) -> list[str]:
        """What narrows facts of the topic about others, as it is written, and none of these."""
        return [one for one in self.lexicon.facets_of(self._topic) if one not in self.facets]

    def _elsewhere(self, facet: str) -> Elsewhere:
        words = words_of(facet)
        telling = (word.folded for word in facet_words(facet))
        return Elsewhere(
            words,
            frozenset(map(fold, words)),
            frozenset(word for word in telling if word not in self.core or self._is_seldom_said(word)),
        )

    @cached_property
    def figured(self) -> Mapping[str, set[tuple[str, ...]]]:
        """The facets with which a figure is told, by the subject of it."""
        figured: dict[str, set[tuple[str, ...]]] = {}
        for view in self.views.values():
            if view.fact.number is not None:
                figured.setdefault(view.fact.subject, set()).add(view.fact.facets)
        return figured

    def _stated(self) -> list[View]:
        return [view for view in self.views.values() if view.fact.kind != "not_stated"]

    def _is_seldom_said(self, word: str) -> bool:
        """Whether most of the topic's phrases do without a folded word: "sập" of "nhà bị hỏng", "nhà hỏng", "nhà bị sập"."""
        if self._phrases[0].startswith(f" {word} "):
            return False  # the label begins with it, however much else the topic is called
        return 2 * sum(f" {word} " in phrase for phrase in self._phrases) < len(self._phrases)

    @cached_property
    def _phrases(self) -> list[str]:
        known = self.lexicon.topics[self._topic]
        return [f" {folded(phrase)} " for phrase in (known.label, *known.phrases)]

    def _words_of_facets(self) -> frozenset[str]:
        """Words that the topic's phrases have only where they name a facet: "loại" of "sức khỏe loại 1", not of "sức khỏe"."""
        facets = {
            f" {_NUMBER.sub('#', folded(facet))} " for view in self._stated() for facet in view.fact.facets
        }
        naming = [p for p in self._phrases if not any(facet in _NUMBER.sub("#", p) for facet in facets)]
        if not naming:
            return frozenset()
        return frozenset(word for word in self.told if not any(f" {word} " in phrase for phrase in naming))
