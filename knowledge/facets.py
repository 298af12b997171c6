"""Which facets of some sibling facts a question names."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.abbreviations import read_known
from knowledge.evidence import View, at_odds, directions_in
from knowledge.lexicon import Lexicon
from knowledge.question import Understanding
from knowledge.reading import Token
from knowledge.vietnamese import all_agree, fold


class Facets:
    """The facts of one topic and subject before one question, and the facets it names of each.

    A facet is named by the words that set it apart from its siblings, and going
    the same way where it says from where to where.
    """

    def __init__(self, understanding: Understanding, views: Sequence[View], lexicon: Lexicon, topic: str) -> None:
        """Compare the facets of all views with the question."""
        self.core = lexicon.topic_core(topic)
        self._language = lexicon.language
        self._views = {view.fact.id: view for view in views}
        named = {at for mention in understanding.mentions for at in mention.span}
        self._tokens = [token for at, token in enumerate(understanding.tokens) if at not in named]
        self._all_tokens = understanding.tokens
        self._asked = f" {' '.join(token.folded for token in self._tokens)} "
        self._direction = directions_in(self._tokens, lexicon)
        self._counted = understanding.counted_units
        self._denies = understanding.denies or "whether" in understanding.asks
        self._named = {view.fact.id: self._named_of(view) for view in views}

    def view_of(self, fact: str | None) -> View | None:
        """The view of a fact among these."""
        return self._views.get(fact) if fact else None

    def of(self, view: View) -> tuple[tuple[str, ...], tuple[str, ...], int]:
        """The facets of a fact that are named, those that narrow it further, and how many go the other way.

        A facet left unsaid narrows nothing where the named ones already leave no
        other fact with another in its place.
        """
        named = self._named[view.fact.id]
        contrary = sum(at_odds(self._direction, way) for way in view.directions)
        unnamed = [facet for facet in view.fact.facets if facet not in named]
        rivals = [
            other for other in self._views.values()
            if other.fact.kind == view.fact.kind and set(named) <= set(self._named[other.fact.id])
        ]  # fmt: skip
        narrower = tuple(f for f in unnamed if not named or any(f not in other.fact.facets for other in rivals))
        return named, narrower, contrary

    def is_only_figure(self, view: View) -> bool:
        """Whether no other fact here states a figure for the same subject."""
        return not any(
            other is not view and other.fact.number is not None and other.fact.subject == view.fact.subject
            for other in self._views.values()
        )

    def claim(self, words: str, synonyms: Sequence[str]) -> bool:
        """Whether words belong to a facet that the question names of any of the facts."""
        return any(
            view.facets.has(words) or any(map(view.facets.has_folded, synonyms))
            for key, view in self._views.items()
            if self._named[key]
        ) or (len(self._counted) > 1 and any(view.unit.has(words) for view in self._views.values()))

    def _named_of(self, view: View) -> tuple[str, ...]:
        return tuple(
            facet
            for facet, words, way in zip(view.fact.facets, view.facet_words, view.directions, strict=True)
            if not at_odds(self._direction, way) and self._same_polarity(facet) and self._is_named(words, way)
        )

    def _same_polarity(self, facet: str) -> bool:
        """Whether a facet with a "không" meets a question with one; a yes/no question may be denied by it."""
        denies = any(f.meaning == "negations" for f in self._language.claims.cover(read_known(facet)))
        return not denies or self._denies

    def _is_named(self, words: Sequence[str], way: dict[str, str]) -> bool:
        words = [word for word in words if fold(word) not in self.core] or list(words)
        # where a facet says where from and to, the type word of a name is no evidence for either
        tokens = self._tokens if len(way) > 1 else self._all_tokens
        asked = [word for word in words if self._is_asked(word, tokens)]
        if len(way) > 1 and len(asked) < len(words):  # "từ xã về huyện": one end must be said as such
            return bool(asked) and any(self._direction.get(end) == place for end, place in way.items())
        weights = {word: 1 / (1 + self._bearers(word)) for word in words}
        return sum(weights[word] for word in asked) >= sum(weights.values()) / 2 > 0

    def _bearers(self, word: str) -> int:
        return sum(view.facets.has(word) for view in self._views.values())

    def _is_asked(self, word: str, tokens: Sequence[Token]) -> bool:
        """Whether the question has a word of a facet, itself or by a synonym."""
        folded = fold(word)
        size = folded.count(" ") + 1
        for start in range(len(tokens) - size + 1):
            window = tokens[start : start + size]
            if " ".join(token.folded for token in window) == folded:
                if all_agree(" ".join(token.marked for token in window), word):
                    return True
            elif size == 1 and word.isdigit() and window[0].number == float(word):
                return True
        return any(f" {synonym} " in self._asked for synonym in self._language.synonyms.get(folded, ()))
