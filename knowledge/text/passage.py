"""Looking words up in a text, whatever marks were typed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from knowledge.text.abbreviations import read_known
from knowledge.text.language import Language
from knowledge.text.slips import slip_cost
from knowledge.text.vietnamese import all_agree, fold, marks_agree

_SLIP_LIMIT = 0.4
_SHORTEST_SLIP = 3


class Passage:
    """Words in which other words are looked up, in sequence and with marks compared."""

    def __init__(self, texts: Iterable[str], compounds: Container[str] = ()) -> None:
        """Join texts; words of one never run on into the next.

        A word that is the tail of one of the `compounds` here ("chủ tịch" in "phó chủ
        tịch") is not found: it is another word.
        """
        self._compounds = compounds
        tokens = [read_known(text) for text in texts if text]
        # folding keeps every letter in its place, so both strings have the same length
        self._marked = " " + " | ".join([" ".join([t.marked for t in part]) for part in tokens]) + " "
        self._folded = fold.__wrapped__(self._marked)  # not worth remembering
        self.syllables = frozenset(self._folded.split())
        """The folded syllables of whatever stands here."""
        figures = [t for part in tokens for t in part if t.number is not None or t.days]
        self.numbers = {t.number for t in figures if t.number is not None}
        self.numbers.update(t.of for t in figures if t.of is not None)
        ranges = [(t.days[0].year, t.days[1].year) for t in figures if t.days]
        self.years = {first for first, last in ranges if first == last}
        self.spans = {(first, last) for first, last in ranges if first != last}
        self._figures = frozenset(t.marked for t in figures)

    @cached_property
    def _marked_syllables(self) -> frozenset[str]:
        return frozenset(self._marked.split()) - self._figures - {"|"}

    def has(self, words: str, folded: str | None = None) -> bool:
        """Whether normalized words stand here in sequence; marks left out match any."""
        folded = f" {fold(words) if folded is None else folded} "
        start = self._folded.find(folded)
        while start >= 0:
            here = self._marked[start : start + len(folded)]
            if all_agree(words, here) and not self._is_tail(start, here.strip()):
                return True
            start = self._folded.find(folded, start + 1)
        return False

    def has_apart(self, word: str, language: Language) -> bool:
        """Whether a single word stands here by itself: "sắp" not in "sắp xếp", but in "sắp tới"."""
        return any(
            not any(
                f"{first} {second}" in language.words
                for first, second, other in ((before, here, before), (here, after, after))
                if other not in language.function_words
            )
            for before, here, after in self._around(word)
        )

    def is_just(self, word: str) -> bool:
        """Whether one of the texts here is a single word and nothing else, as it is typed: "Úc"."""
        return f" | {word} | " in f" |{self._marked}| "

    def denies(self, negation: str, denied: str) -> bool:
        """Whether a folded negation stands here before a folded word, or one word before that."""
        words = self._folded.split()
        return any(word == negation and denied in words[at + 1 : at + 3] for at, word in enumerate(words))

    def has_any_folded(self, phrases: Iterable[str]) -> bool:
        """Whether any of some folded phrases stands here."""
        return any(f" {phrase} " in self._folded for phrase in phrases)

    def _around(self, word: str) -> Iterator[tuple[str, str, str]]:
        """What stands before, at and after each place where a word stands, marks compared."""
        words = self._marked.split()
        for at, one in enumerate(words):
            if marks_agree(word, one):
                yield words[at - 1] if at else "", one, words[at + 1] if at + 1 < len(words) else ""

    def _is_tail(self, start: int, words: str) -> bool:
        before = self._marked[:start].rsplit(" ", 1)[-1]
        return f"{before} {words}" in self._compounds

    def has_any(self, words: Iterable[str]) -> bool:
        """Whether any of some words, fully marked, stands here in sequence."""
        return any(f" {one} " in self._marked for one in words)

    def starts_word(self, beginning: str) -> bool:
        """Whether a word here begins so."""
        return f" {beginning}" in self._folded

    def mended(self, words: str) -> str | None:
        """The words as they stand here, where those given are a typing slip of them."""
        meant = []
        for word in words.split():
            nearest = self._nearest(word)
            if nearest is None:
                return None
            meant.append(nearest)
        text = " ".join(meant)
        return text if text != words and self.has(text) else None

    def _nearest(self, word: str) -> str | None:
        if len(word) < _SHORTEST_SLIP:
            return word if word in self._marked_syllables else None
        costs = ((slip_cost(word, syllable), syllable) for syllable in self._marked_syllables)
        near = [(cost, syllable) for cost, syllable in costs if cost is not None and cost <= _SLIP_LIMIT]
        return min(near)[1] if near else None
