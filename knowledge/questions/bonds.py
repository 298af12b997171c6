"""Words that mean something only together with their neighbours: "không | đạt", "mỗi | tháng", "ở | thôn".

Such a word is in a fact only where the fact has it in the same company.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from knowledge.reading.evidence import Word, word_at
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import EACH, Understanding
from knowledge.text.passage import Passage
from knowledge.text.vietnamese import fold, has_marks, normalize

_GIVING = frozenset(["how_many", "what_share", "which", "who"])
"""The asks that want just what was named, no more and no less."""


@dataclass(frozen=True)
class Bonds:
    """What the words of a question are bound to."""

    question: Understanding
    lexicon: Lexicon
    words: Sequence[Word]
    light: frozenset[int]

    def holds(self, word: Word, passage: Passage) -> bool:
        """Whether a passage that has a word has it in the company that it keeps in the question."""
        bounds = word.bounds
        if not self._is_meant(word, passage):
            return False
        if bounds in self._fragments and not (
            passage.is_just(word.text) or self.stands_beside_its_neighbour(word, passage)
        ):
            return False
        if bounds in self._negations:
            return any(passage.denies(word.folded.split()[0], denied) for denied in self._negations[bounds])
        if bounds in self._levels and not passage.has_any_folded(self._levels[bounds]):
            return False
        if (
            bounds in self._phrases
            and bounds not in self._levels
            and not any(map(passage.has, self._phrases[bounds]))
        ):
            return False
        return bounds not in self._narrow or passage.has_apart(word.text, self.lexicon.language)

    def _is_meant(self, word: Word, passage: Passage) -> bool:
        """Whether a passage has a word without marks itself, and not one that only looks like it."""
        if word.bounds in self._as_typed:
            return passage.has_any((word.text,))
        apart = word.bounds not in self._bare or passage.has_apart(word.text, self.lexicon.language)
        return apart or self.stands_beside_its_neighbour(word, passage)

    def bind(self, word: Word) -> bool:
        """Whether a word is bound to others."""
        return any(word.bounds in bound for bound in (self._negations, self._levels, self._phrases))

    def adds(self, at: int) -> bool:
        """Whether a word like "thêm" asks for what has come on top only, or one like "hết" for an end."""
        language, roles = self.lexicon.language, self.question.roles
        if self.question.may_be(at, language.adding):
            return not _GIVING.isdisjoint(self.question.asks)
        if self.question.may_be(at, language.ending):
            return roles[at + 1 : at + 2] != ("ask:how_many",)
        before = next((role for role in reversed(roles[:at]) if role is not None), None)
        beside = (before, *roles[at + 1 : at + 2])
        return self.question.may_be(at, language.adding_beside) and "ask:how_many" in beside

    @cached_property
    def _single(self) -> list[Word]:
        tokens = self.question.tokens
        return [word for word in self.words if len(word.span) == 1 and tokens[word.start].is_word]

    @cached_property
    def _as_typed(self) -> frozenset[tuple[int, int]]:
        """Good words without marks among words that have them: "hai" there is no "hại"."""
        words, tokens = self.lexicon.language.words, self.question.tokens
        return frozenset(
            word.bounds
            for word in self._single
            if word.text in words
            and word.text.isascii()
            and any(has_marks(t.marked) for t in tokens[max(0, word.start - 1) : word.end + 1])
            and not self.question.unmarked
        )

    @cached_property
    def _bare(self) -> frozenset[tuple[int, int]]:
        """Syllables without marks that may turn a question: "can" is no part of "cán bộ" unless it stands so."""
        turning = self.lexicon.language.turning_bare
        bare = (word for word in self._single if self.question.is_bare(word.span))
        return frozenset(word.bounds for word in bare if word.folded in turning)

    @cached_property
    def _fragments(self) -> frozenset[tuple[int, int]]:
        """Syllables that stand by themselves and are no words, as those of a country nobody has told of."""
        tokens, speller = self.question.tokens, self.lexicon.speller
        return frozenset(
            word.bounds
            for word in self._single
            if not speller.mender.is_whole(
                word.text, *tokens[max(0, word.start - 1) : word.start], *tokens[word.end : word.end + 1]
            )
        )

    def stands_beside_its_neighbour(self, word: Word, passage: Passage) -> bool:
        """Whether a passage has a word beside the one before or behind it in the question."""
        around = self.question.tokens[max(0, word.start - 1) : word.end + 1]
        return any(passage.has(f"{one.marked} {other.marked}") for one, other in pairwise(around))

    @cached_property
    def _negations(self) -> dict[tuple[int, int], list[str]]:
        """What each negation denies: the content behind it, beyond words of little weight, up to the next negation."""
        places = {word.start: word for word in self.words if self._is_negation(word)}
        if not places:
            return {}
        others = {word.start: word.synonyms for word in self.words if len(word.span) > 1 and word.synonyms}
        found: dict[tuple[int, int], list[str]] = {}
        for at, word in places.items():
            end = min((other for other in places if other > at), default=len(self.question.tokens))
            behind = (i for i in range(word.end, end) if self.question.roles[i] is None)
            denied: list[str] = []
            for place in behind:
                denied.append(self.question.tokens[place].folded)
                alike = (
                    one.split()[0] for one in others.get(place, ())
                )  # "chưa về đích" is "chưa đạt chuẩn"
                denied += (fold(one) for one in alike if one not in self.lexicon.language.telling["passive"])
                if place not in self.light:
                    break
            if denied:  # "… không, tỷ lệ bao nhiêu?" denies nothing
                found[word.bounds] = denied
        return found

    def _is_negation(self, word: Word) -> bool:
        """Whether it is a negation, alone or with a word that adds nothing to it ("không có")."""
        language = self.lexicon.language
        _, *others = word.text.split()
        denies = self.question.may_be(word.start, language.denying)
        return denies and all(other in language.function_words for other in others)

    @cached_property
    def _levels(self) -> dict[tuple[int, int], list[str]]:
        """The kinds of place that say on what level ("ở thị trấn", "cấp thôn"), as a fact may say it too."""
        language, tokens = self.lexicon.language, self.question.tokens
        kinds = {found.span for found in language.place_types.cover(tokens)} - self._own_kinds()
        levels = [word for word in self.words if word.start and word.span in kinds]
        return {
            word.bounds: [f"{one} {word.folded}" for one in language.placing]
            for word in levels
            if tokens[word.start - 1].folded in language.levelling
        }

    def _own_kinds(self) -> set[range]:
        """Where kinds of places stand that belong to a name, or are those of one."""
        tokens = self.question.tokens
        names = [self.lexicon.names[name] for mention in self.question.mentions for name in mention.names]
        own = {normalize(name.type or "") for name in names}
        named = self.question.named_at
        return {
            found.span
            for found in self.lexicon.language.place_types.cover(tokens)
            if normalize(found.meaning) in own or not named.isdisjoint((*found.span, found.end))
        }

    @cached_property
    def _phrases(self) -> dict[tuple[int, int], list[str]]:
        """The longer phrases that narrow only as a whole ("lần đầu", "mỗi tháng"), for each of their words."""
        tokens, roles = self.question.tokens, self.question.roles
        narrowing = list(self.lexicon.language.restrictive.everywhere(tokens))
        found: dict[tuple[int, int], list[str]] = {}
        for phrase in narrowing:
            asks = any((roles[at] or "").startswith("ask") for at in phrase.span)
            within = (one.span for one in narrowing if one.span != phrase.span)
            parts = any(phrase.start <= span.start and span.stop <= phrase.end for span in within)
            if asks or (parts and tokens[phrase.start].folded not in EACH):
                continue
            same = word_at(tokens, phrase.start, phrase.end).synonyms
            for word in self.words:
                if phrase.start <= word.start and word.end <= phrase.end and word.span != phrase.span:
                    found.setdefault(word.bounds, []).extend((phrase.meaning, *same))
        return found

    @cached_property
    def _narrow(self) -> frozenset[tuple[int, int]]:
        """Single syllables that narrow; within a longer word of the fact they are another word."""
        restrictive = self.lexicon.language.restrictive_words
        return frozenset(
            word.bounds for word in self._single if word.text in restrictive and not self._is_negation(word)
        )
