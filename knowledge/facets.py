"""Which facets of some sibling facts a question names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.abbreviations import words_of
from knowledge.evidence import View, Word, at_odds, directions_in
from knowledge.lexicon import Lexicon
from knowledge.reading import Token
from knowledge.understanding import Understanding
from knowledge.vietnamese import all_agree, fold


class Facets:
    """The facts of one topic and subject before one question, and the facets it names of each.

    A facet is named by the words that set it apart from its siblings, and going
    the same way where it says from where to where.
    """

    def __init__(
        self, understanding: Understanding, views: Sequence[View], lexicon: Lexicon, topic: str
    ) -> None:
        """Compare the facets of all views with the question."""
        self.core = lexicon.topic_core(topic)
        self.wholes: set[str] = set()
        """The facts that have parts among these."""
        self._views = {view.fact.id: view for view in views}
        named = {at for mention in understanding.mentions for at in mention.span}
        self._tokens = [token for at, token in enumerate(understanding.tokens) if at not in named]
        self._all_tokens = understanding.tokens
        numbers = [f"{t.number:g}" for t in understanding.tokens if t.number is not None]
        self._all_asked = f" {' '.join([*(t.folded for t in understanding.tokens), *numbers])} "
        self._asked = f" {' '.join(token.folded for token in self._tokens)} "
        self._ways = directions_in(self._tokens, lexicon)
        self._counted = understanding.counted_units
        self._denies = understanding.denies or "whether" in understanding.asks
        spoken = [token.folded for token in understanding.tokens if token.change != "context"]
        self._own_words = f" {' '.join(spoken)} "
        self._bearers = Counter(word for view in views for word in view.all_facet_words)
        self._named = {view.fact.id: self._named_of(view) for view in views}
        self._figures = Counter(
            view.fact.subject for view in self._views.values() if view.fact.number is not None
        )
        self._claimants = [view for view in views if self._named[view.fact.id]]
        own = {facet for view in views for facet in view.fact.facets}
        self._claimed_elsewhere = [
            words
            for facet in lexicon.facets_of(topic)
            if facet not in own and self._is_said_in_full(words := words_of(facet))
        ]

    def view_of(self, fact: str | None) -> View | None:
        """The view of a fact among these."""
        return self._views.get(fact) if fact else None

    def of(self, view: View) -> tuple[tuple[str, ...], tuple[str, ...], int]:
        """The facets of a fact that are named, those that narrow it further, and how many go the other way.

        A facet left unsaid narrows nothing where the named ones already leave no
        other fact with another in its place.
        """
        named = self._named[view.fact.id]
        contrary = sum(map(self._is_at_odds, view.directions))
        unnamed = [facet for facet in view.fact.facets if facet not in named]
        rivals = [
            other for other in self._views.values()
            if other.fact.kind == view.fact.kind and set(named) <= set(self._named[other.fact.id])
        ]  # fmt: skip
        narrower = tuple(
            f for f in unnamed if not named or any(f not in other.fact.facets for other in rivals)
        )
        return named, narrower, contrary

    def is_singled_out(self, view: View) -> bool:
        """Whether the question says a facet of this fact in full, and of no other: it means the part, not the whole."""
        full = [key for key, other in self._views.items() if self._is_in_full(other)]
        return full == [view.fact.id]

    def _is_in_full(self, view: View) -> bool:
        return any(
            words
            and all(word.folded not in self.core and self._is_asked(word, self._tokens) for word in words)
            for facet, words in zip(view.fact.facets, view.facet_words, strict=True)
            if facet in self._named[view.fact.id]
        )

    def is_only_figure(self, view: View) -> bool:
        """Whether no other fact here states a figure for the same subject."""
        own = view.fact.number is not None
        return self._figures[view.fact.subject] <= own

    def places(self, view: View) -> frozenset[int]:
        """The positions of the words that name facets of a fact."""
        named = self._named[view.fact.id]
        words = [
            word
            for facet, words in zip(view.fact.facets, view.facet_words, strict=True)
            if facet in named
            for word in words
            if word.folded not in self.core
            and not any(other.unit.has(word.text, word.folded) for other in self._views.values())
        ]
        return frozenset(at for word in words for at in self._where(word))

    def _where(self, word: Word) -> Iterator[int]:
        """Where a word of a facet, or a word for the same, stands in the question."""
        folded = [token.folded for token in self._all_tokens]
        for meant in (word.folded, *word.synonyms):
            parts = meant.split()
            for start in range(len(folded) - len(parts) + 1):
                if folded[start : start + len(parts)] == parts:
                    yield from range(start, start + len(parts))

    def is_one_of_ways(self, view: View) -> bool:
        """Whether the question goes several ways, and the fact one of them."""
        return len(self._ways) > 1 and any(way in self._ways for way in view.directions)

    def claim(self, word: Word) -> bool:
        """Whether words belong to a facet that the question names of any of the facts."""
        for view in self._claimants:
            if view.facets.has(word.text, word.folded) or view.facets.has_any(word.synonyms):
                return True
        if any(f" {word.text} " in f" {' '.join(words)} " for words in self._claimed_elsewhere):
            return True
        return len(self._counted) > 1 and any(
            view.unit.has(word.text, word.folded) for view in self._views.values()
        )

    def _is_said_in_full(self, words: Sequence[str]) -> bool:
        """Whether a facet of the topic that no fact here has stands in the question word for word."""
        return f" {' '.join(map(fold, words))} " in self._all_asked

    def _named_of(self, view: View) -> tuple[str, ...]:
        return tuple(
            facet
            for facet, words, way, denying in zip(
                view.fact.facets, view.facet_words, view.directions, view.denying, strict=True
            )
            # a facet with a "không" wants a question with one, or one that it may answer with no
            if (self._denies or not denying)
            and not self._is_at_odds(way)
            and self._is_named(words, way)
            and not self._is_named_among_others(facet)
        )

    def _is_at_odds(self, way: dict[str, str]) -> bool:
        """Whether a facet goes another way than each that the question goes."""
        return bool(self._ways) and all(at_odds(asked, way) for asked in self._ways)

    def _is_named_among_others(self, facet: str) -> bool:
        """Whether the topic is named beside one of its facets: "bổ nhiệm, bổ nhiệm lại" is all of both."""
        folded = " ".join(map(fold, words_of(facet)))
        for core in self.core:
            if folded.startswith(f"{core} "):
                around = self._own_words.replace(f" {folded} ", " | ")
                return around != self._own_words and f" {core} " in around
        return False

    def _is_named(self, words: Sequence[Word], way: dict[str, str]) -> bool:
        words = [word for word in words if word.folded not in self.core] or list(words)
        # where a facet says where from and to, the type word of a name is no evidence for either
        tokens = self._tokens if len(way) > 1 else self._all_tokens
        asked = [word for word in words if self._is_asked(word, tokens)]
        if len(way) > 1 and len(asked) < len(words):  # "từ xã về huyện": one end must be said as such
            return bool(asked) and any(
                asked_way.get(end) == place for asked_way in self._ways for end, place in way.items()
            )
        weights = {word.folded: 1 / (1 + self._bearers[word.folded]) for word in words}
        if any(word.restrictive for word in words if word not in asked):
            return False
        return sum(weights[word.folded] for word in asked) >= sum(weights.values()) / 2 > 0

    def _is_asked(self, word: Word, tokens: Sequence[Token]) -> bool:
        """Whether the question has a word of a facet, itself or by a synonym."""
        folded = word.folded
        if f" {folded} " not in self._all_asked:
            return any(f" {synonym} " in self._asked for synonym in word.synonyms)
        size = folded.count(" ") + 1
        for start in range(len(tokens) - size + 1):
            window = tokens[start : start + size]
            if " ".join(token.folded for token in window) == folded:
                if all_agree(" ".join(token.marked for token in window), word.text):
                    return True
            elif size == 1 and folded.isdigit() and window[0].number == float(folded):
                return True
        return any(f" {synonym} " in self._asked for synonym in word.synonyms)
