"""What has been learned from names and phrases: which words there are, and which stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from knowledge.text.datafiles import FOLDER
from knowledge.text.keeping import kept
from knowledge.text.language import Language
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import all_agree, fold, marks_agree
from knowledge.text.vocabulary import Vocabulary, common_vocabulary


class Learned(NamedTuple):
    """What was learned from which names and phrases: their words, pairs of neighbours in names and in all."""

    names: frozenset[str]
    phrases: frozenset[str]
    vocabulary: Vocabulary
    named: frozenset[str]
    told: frozenset[str]
    common: frozenset[str]

    @classmethod
    def kept(cls, language: Language, names: frozenset[str], phrases: frozenset[str]) -> Learned:
        """What `learn` makes of these, as the last process kept it, if that had learned from just these."""
        return kept(
            "learned",
            FOLDER,
            lambda: learn(language, names, phrases),
            lambda found: (found.names, found.phrases) == (names, phrases),
        )

    def is_within(self, names: frozenset[str], phrases: frozenset[str]) -> bool:
        """Whether all of it was learned from some of these, so that nothing is to be forgotten."""
        return self.names <= names and self.phrases <= phrases

    def knows(self, word: str) -> bool:
        """Whether a normalized word is known as it is spelled, marks left out allowed."""
        forms = self.vocabulary.forms.get(fold(word), ())
        return word in forms or any(marks_agree(word, form) for form in forms)

    def is_pair(self, left: str | None, right: str | None) -> bool:
        """Whether two words are known side by side, marks left out allowed."""
        if not left or not right:
            return False
        typed = f"{left} {right}"
        return any(all_agree(typed, pair) for pair in self.vocabulary.pairs.get(fold(typed), ()))

    def is_exact_pair(self, left: str | None, right: str | None) -> bool:
        """Whether two words, spelled just so, are known side by side."""
        pair = f"{left} {right}"
        return bool(left and right) and pair in self.vocabulary.pairs.get(fold(pair), ())

    def beside(self, among: frozenset[str] | None, left: Token | None, word: str, right: Token | None) -> int:
        """With how many of its neighbours a word, spelled just so, makes a pair: one of these, or any known one."""
        folded = fold(word)
        before = left and any(
            second == word and marks_agree(left.marked, first)
            for first, second in self._among(among, f"{left.folded} {folded}")
        )
        behind = right and any(
            first == word and marks_agree(right.marked, second)
            for first, second in self._among(among, f"{folded} {right.folded}")
        )
        return bool(before) + bool(behind)

    def _among(self, among: frozenset[str] | None, folded: str) -> Iterator[tuple[str, str]]:
        for pair in self.vocabulary.pairs.get(folded, ()):
            if among is None or pair in among:
                first, _, second = pair.partition(" ")
                yield first, second


def learn(
    language: Language, names: frozenset[str], phrases: frozenset[str], before: Learned | None = None
) -> Learned:
    """What the language data, names and phrases teach; what was learned `before` is taken over where nothing of it is to be forgotten."""
    known = before if before and before.is_within(names, phrases) else _nothing(language)
    vocabulary = known.vocabulary.copy()
    named = vocabulary.learn(names - known.names)
    told = named | vocabulary.learn(phrases - known.phrases)
    common = known.common.union(chain.from_iterable(pair.split(" ") for pair in told))
    return Learned(names, phrases, vocabulary, known.named | named, known.told | told, common)


def _nothing(language: Language) -> Learned:
    none: frozenset[str] = frozenset()
    return Learned(none, none, common_vocabulary(), none, none, frozenset(language.common_words))
