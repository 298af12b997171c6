"""Which topics a question speaks of: by their phrases, by facets of their facts, or like their examples."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from knowledge.evidence import cut_words
from knowledge.lexicon import Lexicon, Phrasing, similarity_key
from knowledge.reading import Token
from knowledge.understanding import TopicHit
from knowledge.vietnamese import fold, marks_agree

SCATTERED = 0.8
"""What a phrase counts for whose words stand apart in the question."""
ALIKE = 0.78
"""How like an example (rapidfuzz ratio of the sorted words) a question must be to be read as it.

Between a paraphrase in other words of the same length and a question on another
matter; measured on the question sets in tests/.
"""


def spot_topics(tokens: Sequence[Token], roles: Sequence[str | None], lexicon: Lexicon) -> list[TopicHit]:
    """The topics that the tokens without a role speak of, the likeliest first."""
    return _Spotter(tokens, roles, lexicon).spot()


class _Spotter:
    """The topics of one question."""

    def __init__(self, tokens: Sequence[Token], roles: Sequence[str | None], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.roles = roles
        self.lexicon = lexicon
        self.language = lexicon.language
        self.folded = f" {' '.join(token.folded for token in tokens)} "
        self.free = [at for at, role in enumerate(roles) if role is None]
        self.alike = self._synonyms()

    def spot(self) -> list[TopicHit]:
        free = self.free
        folded = [
            *(self.tokens[at].folded for at in free),
            *(w for phrase in self.alike for w in phrase.split()),
        ]
        best: dict[str, TopicHit] = {}
        for phrasing in self.lexicon.phrasings(folded):
            self._keep(best, phrasing, by_facet=False)
        self._keep_examples(best)
        if not best:
            for phrasing in self.lexicon.facet_phrasings(folded):
                self._keep(best, phrasing, by_facet=True)
        said = [hit for hit in best.values() if not hit.unsaid]
        asking = {at for found in self.language.asks.cover(self.tokens) for at in found.span}
        counted = asking | {at + 1 for at in asking}
        spoken = counted.union(*(hit.positions for hit in said))
        hits = (
            [hit for hit in best.values() if not hit.unsaid or not hit.positions <= spoken]
            if said
            else list(best.values())
        )
        return sorted(hits, key=lambda hit: (-hit.weight, -hit.similarity, hit.topic))

    def _keep(self, best: dict[str, TopicHit], phrasing: Phrasing, *, by_facet: bool) -> None:
        positions, share = self._find(phrasing)
        if positions is None:
            return
        known = best.get(phrasing.topic)
        weight = phrasing.weight * share
        text = " ".join(phrasing.words)
        everywhere = positions | (known.positions if known else frozenset())
        if known and known.weight >= weight:
            weight, text = known.weight, known.phrase
        best[phrasing.topic] = TopicHit(phrasing.topic, everywhere, weight, text, by_facet=by_facet)

    def _find(self, phrasing: Phrasing) -> tuple[frozenset[int] | None, float]:
        whole = self._find_piece(phrasing.words)
        if whole:
            return frozenset(whole), 1.0
        found: set[int] = set()
        for piece in phrasing.pieces:
            positions = self._find_piece(piece)
            if not positions:
                return None, 0.0
            found.update(positions)
        return (frozenset(found), SCATTERED) if found else (None, 0.0)

    def _synonyms(self) -> dict[str, range]:
        """What could be said for words of the question, folded, and where those stand."""
        alike: dict[str, range] = {}
        for word in cut_words(self.tokens, self.free, self.lexicon):
            alike.update(dict.fromkeys(word.synonyms, word.span))
        return alike

    def _find_piece(self, words: Sequence[str]) -> set[int]:
        """The positions of some words, wherever they stand side by side."""
        positions: set[int] = set()
        folded = fold(" ".join(words))
        if f" {folded} " not in self.folded:
            return set(self.alike.get(folded, ()))
        for start in range(len(self.tokens) - len(words) + 1):
            span = range(start, start + len(words))
            if all(map(self._is, span, words)):
                positions.update(span)
        return positions

    def _is(self, at: int, word: str) -> bool:
        return self.roles[at] is None and marks_agree(self.tokens[at].marked, word)

    def _keep_examples(self, best: dict[str, TopicHit]) -> None:
        free = self.free
        words = self.lexicon.essential([self.tokens[at] for at in free])
        key = similarity_key(words)
        for example in self.lexicon.examples_with(map(fold, words)):
            similarity = fuzz.ratio(key, example.key, score_cutoff=ALIKE * 100) / 100
            known = best.get(example.topic)
            if not similarity or (known and known.similarity >= similarity):
                continue
            shared = set(map(fold, example.words))
            unsaid = self._unsaid(example.words)
            if known is None and unsaid is None:
                continue
            positions = frozenset(at for at in free if self.tokens[at].folded in shared)
            weight = sum(self.lexicon.weight(fold(w)) for w in example.words) * similarity * SCATTERED
            best[example.topic] = TopicHit(
                example.topic,
                known.positions if known else positions,
                max(weight, known.weight if known else 0.0),
                known.phrase if known else " ".join(example.words),
                similarity,
                known.unsaid if known else unsaid or 0.0,
            )

    def _unsaid(self, words: Sequence[str]) -> float | None:
        """How much of an example the question does not say; None where that would turn it."""
        said = {token.folded for token in self.tokens}
        missing = [word for word in words if fold(word) not in said]
        if any(word in self.language.restrictive_words for word in missing):
            return None
        return sum(self.lexicon.weight(fold(word)) for word in missing)
