"""Which topics a question speaks of: by their phrases, by facets of their facts, or like their examples."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from rapidfuzz import fuzz, process

from knowledge.reading.evidence import claims_in, cut_words
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.phrasings import Example, Phrasing, Run, essential, similarity_key
from knowledge.reading.understanding import TopicHit
from knowledge.text.abbreviations import words_of
from knowledge.text.tokens import Token, text_at
from knowledge.text.vietnamese import fold, marks_agree

_LONG_PHRASE, _WIDEST_GAP = 3, 3
_PLACING = ("tại", "ở")
_FEW, _MANY, _WHETHER = "mấy", "nhiêu", "không"
SCATTERED = 0.8
"""What a phrase counts for whose words stand apart in the question."""
ALIKE = 0.78
"""How like an example (rapidfuzz ratio of the sorted words) a question must be to be read as it.

Between a paraphrase in other words of the same length and a question on another
matter; measured on the question sets in tests/.
"""
NEARLY_THE_SAME = 0.95
"""The same where "bao nhiêu" is asked like the "mấy" of an example: only that word may be another."""


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
        folded = [token.folded for token in tokens]
        self.folded = f" {' '.join(folded)} "
        self.free = [at for at, role in enumerate(roles) if role is None]
        self.said = frozenset(folded[at] for at in self.free)
        self.places: dict[str, list[int]] = {}
        for at in self.free:
            self.places.setdefault(folded[at], []).append(at)
        self.kinds: dict[str, list[int]] = {}
        """Where names begin, by the word that they begin with."""
        for at, role in enumerate(roles):
            if (role or "").startswith("name:") and (not at or roles[at - 1] != role):
                self.kinds.setdefault(folded[at], []).append(at)
        self.asked = self.language.asks.cover(tokens)
        self.asking = {at for found in self.asked for at in found.span}
        self.narrowing = [found.span for found in self.language.restrictive.cover(tokens)]
        self.past = any(found.meaning == "past" for found in self.language.claims.cover(tokens))
        self.alike = self._synonyms()

    def spot(self) -> list[TopicHit]:
        folded = [*self.places, *(fold(w) for phrase in self.alike for w in phrase.split())]
        within_reach = frozenset(folded).union(self.kinds)
        best: dict[str, TopicHit] = {}
        for phrasing in self.lexicon.phrasings(folded):
            if phrasing.syllables <= within_reach:
                self._keep(best, phrasing, by_facet=False)
        self._keep_examples(best)
        if all(map(self._is_only_counted, best.values())):
            narrowed: dict[str, TopicHit] = {}
            for phrasing in self.lexicon.facet_phrasings(folded):
                # "tại nhà" says where something is, and not what
                if phrasing.syllables <= within_reach and phrasing.whole.words[0] not in _PLACING:
                    self._keep(narrowed, phrasing, by_facet=True)
            best = narrowed or best
        return sorted(
            self._apart_from_said(list(best.values())),
            key=lambda hit: (-hit.weight, -hit.similarity, hit.topic),
        )

    def _is_only_counted(self, hit: TopicHit) -> bool:
        """Whether a topic is only like what is asked, and nothing of it said but what is counted: "bao nhiêu cán bộ"."""
        if not hit.unsaid:
            return False
        counted = self.asking.union(
            at
            for ask in self.asked
            for unit in self.language.units.at(self.tokens, ask.end)
            for at in unit.span
        )
        return hit.positions <= counted

    def _apart_from_said(self, hits: list[TopicHit]) -> list[TopicHit]:
        """The hits without examples said in part, of words that a topic said in full or the ask has already."""
        said = [hit for hit in hits if not hit.unsaid]
        if not said or len(said) == len(hits):
            return hits
        counted = self.asking | {at + 1 for at in self.asking}
        spoken = counted.union(*(hit.positions for hit in said))
        return [hit for hit in hits if not hit.unsaid or not hit.positions <= spoken]

    def _keep(self, best: dict[str, TopicHit], phrasing: Phrasing, *, by_facet: bool) -> None:
        positions, share = self._find(phrasing)
        if positions is None:
            return
        known = best.get(phrasing.topic)
        weight = phrasing.weight * share
        text = phrasing.text
        everywhere = positions | (known.positions if known else frozenset())
        if known and known.weight >= weight:
            weight, text = known.weight, known.phrase
        best[phrasing.topic] = TopicHit(phrasing.topic, everywhere, weight, text, by_facet=by_facet)

    def _find(self, phrasing: Phrasing) -> tuple[frozenset[int] | None, float]:
        whole = self._find_piece(phrasing.whole)
        if whole:
            return frozenset(whole), 1.0
        parted = self._find_parted(phrasing.whole)
        if parted:
            return frozenset(parted), SCATTERED
        if phrasing.pieces == (phrasing.whole,):
            return None, 0.0
        found: set[int] = set()
        for piece in phrasing.pieces:
            positions = self._find_piece(piece)
            if len(piece.words) == 1:  # what is left of "vào Đoàn" is no half of "đoàn viên"
                apart = positions - self._within
                positions = apart if apart or len(phrasing.pieces) == 1 else positions
            if not positions:
                return None, 0.0
            found.update(positions)
        if found <= self.asking:
            return None, 0.0  # "bao" of "bao nhiêu" is no "bão"
        return frozenset(found), SCATTERED

    def _find_parted(self, phrase: Run) -> set[int]:
        """The positions of a phrase of several words that others stand between, or that ends within a name."""
        if len(phrase.words) < 2:  # noqa: PLR2004
            return set()
        found = self.said.issuperset(phrase.each) and (
            self._find_around_ask(phrase) or self._find_with_gap(phrase)
        )
        return found or self._find_before_name(phrase)

    def _find_around_ask(self, phrase: Run) -> set[int]:
        """The positions of a phrase that the ask and its unit part: "trồng bao nhiêu ha rừng"."""
        words = phrase.words
        for ask in self.asked:
            after = {ask.end, *(found.end for found in self.lexicon.units.at(self.tokens, ask.end))}
            after.update(found.end for found in self.language.units.at(self.tokens, ask.end))
            for size in range(1, len(words)):
                before = range(ask.start - size, ask.start)
                if before.start < 0 or not all(map(self._is, before, words[:size])):
                    continue
                for start in after:
                    rest = range(start, start + len(words) - size)
                    if rest.stop <= len(self.tokens) and all(map(self._is, rest, words[size:])):
                        return {*before, *rest}
        return set()

    def _find_before_name(self, phrase: Run) -> set[int]:
        """The positions of a phrase that ends with the kind of place a name begins with: "nâng cấp hồ | Núi Cốc"."""
        words = phrase.words
        for kind in self.kinds.get(fold(words[-1]), ()):
            before = range(kind - len(words) + 1, kind)
            if before.start >= 0 and all(map(self._is, before, words)):
                return set(before)
        return set()

    def _find_with_gap(self, phrase: Run) -> set[int]:
        """The positions of a longer phrase that a few other words part: "vốn cho … vay"."""
        words = phrase.words
        if len(words) < _LONG_PHRASE:
            return set()
        for start in self.places.get(fold(words[0]), ()):
            for size in range(1, len(words)):
                head, end = range(start, start + size), start + size
                if head.stop > len(self.tokens) or not all(map(self._is, head, words)):
                    break
                if self.language.function_words.issuperset(words[:size]):
                    continue
                for again in range(end + 1, self._end_of_gap(end) + 1):
                    rest = range(again, again + len(words) - size)
                    if rest.stop <= len(self.tokens) and all(map(self._is, rest, words[size:])):
                        return {*head, *rest}
        return set()

    def _end_of_gap(self, start: int) -> int:
        """Where words that part a phrase may end: nothing is asked in between, and nothing put side by side."""
        end = start
        while end < min(start + _WIDEST_GAP, len(self.tokens)):
            if end in self.asking or self.tokens[end].pause or self.language.joints.at(self.tokens, end):
                break
            end += 1
        return end

    def _synonyms(self) -> dict[str, range]:
        """What could be said for words of the question, and where those stand."""
        alike: dict[str, range] = {}
        for word in cut_words(self.tokens, self.free, self.lexicon.language, idioms=True):
            for one in (*word.all, word):
                alike.update((synonym, one.span) for synonym in one.synonyms)
        return alike

    def _find_piece(self, piece: Run) -> set[int]:
        """The positions of some words, wherever they stand side by side."""
        if piece.folded not in self.folded:
            return set(self.alike.get(piece.text, ()))
        positions: set[int] = set()
        for start in self.places.get(fold(piece.words[0]), ()):
            span = range(start, start + len(piece.words))
            if span.stop <= len(self.tokens) and all(map(self._is, span, piece.words)):
                positions.update(span)
        return positions

    def _is(self, at: int, word: str) -> bool:
        return self.roles[at] is None and marks_agree(self.tokens[at].marked, word)

    def _keep_examples(self, best: dict[str, TopicHit]) -> None:
        words = essential([self.tokens[at] for at in self.free if at not in self._wrapping])
        self._keep_alike(best, words)
        if self._asks_few:  # "mấy điểm" is asked like "bao nhiêu điểm"
            self._keep_alike(best, [_MANY if fold(word) == fold(_FEW) else word for word in words])
        elif any(fold(word) == fold(_MANY) for word in words):
            self._keep_alike(
                best, [_FEW if fold(word) == fold(_MANY) else word for word in words], alike=NEARLY_THE_SAME
            )

    def _keep_alike(self, best: dict[str, TopicHit], words: Sequence[str], *, alike: float = ALIKE) -> None:
        """Keep the topics of the examples that are so much `alike` some words."""
        key = similarity_key(words)
        examples = self.lexicon.examples_with(map(fold, words))
        keys = [example.key for example in examples]
        for _, score, at in process.extract_iter(key, keys, scorer=fuzz.ratio, score_cutoff=alike * 100):
            example, similarity = examples[at], score / 100
            known = best.get(example.topic)
            if known and known.similarity >= similarity:
                continue
            unsaid = self._unsaid(example)
            if known is None and unsaid is None:
                continue
            positions = self._said_by(example)
            weight = example.weight * similarity * SCATTERED
            best[example.topic] = TopicHit(
                example.topic,
                known.positions if known else positions,
                max(weight, known.weight if known else 0.0),
                known.phrase if known else " ".join(example.words),
                similarity,
                known.unsaid if known else unsaid or 0.0,
            )

    @cached_property
    def _within(self) -> set[int]:
        """Where syllables stand in longer words."""
        return {at for found in self.language.compounds.cover(self.tokens) for at in found.span}

    @cached_property
    def _wrapping(self) -> set[int]:
        """Where it asks whether it is told what else it asks: "bài báo có nói X thuộc tỉnh nào | không"."""
        last = len(self.tokens) - 1
        return {last} if self.asked and self.tokens[last].may_be(_WHETHER) else set()

    @cached_property
    def _asks_few(self) -> bool:
        """Whether "mấy" asks for a number."""
        return any(self.tokens[at].folded == fold(_FEW) for at in self.asking)

    def _said_by(self, example: Example) -> frozenset[int]:
        """Where the question says what an example says, mark by mark where it was read as it was typed; what narrows it is of the topic only where its phrases have it."""
        found = {
            at
            for word, folded in zip(example.words, example.folded, strict=True)
            for at in self.places.get(folded, ())
            if self.tokens[at].change or marks_agree(self.tokens[at].marked, word)
        }
        phrases = self.lexicon.topic_phrases(example.topic)
        narrowing = (span for span in self.narrowing if not phrases.has(text_at(self.tokens, span)))
        return frozenset(found.difference(*narrowing))

    def _unsaid(self, example: Example) -> float | None:
        """How much of an example the question does not say; None where that would turn it."""
        missing = [
            at for at, folded in enumerate(example.folded)
            if folded not in self.said and not (self._asks_few and example.words[at] == _MANY)
        ]  # fmt: skip
        if any(example.words[at] in self.language.restrictive_words for at in missing):
            return None
        if not self.past and "past" in claims_in(" ".join(example.words)):
            return None
        if any(map(self._says_somehow, self.lexicon.topics[example.topic].phrases)):
            return 0.0
        return sum(self.lexicon.weight(example.folded[at]) for at in missing)

    def _says_somehow(self, phrase: str) -> bool:
        """Whether the question says all of a longer phrase, in whatever order: "hội đồng nhân dân … có mấy đại biểu"."""
        words = [fold(word) for word in words_of(phrase)]
        return len(words) >= _LONG_PHRASE and self.said.issuperset(words)
