"""Marks for words that were typed without any, where they can be but one word.

"Can bo" is "cán bộ" and has no "bố" in it. What may be several words stays as it
was typed, and is read in every way it can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise

from knowledge.reading.lexicon import Lexicon
from knowledge.text.phrases import Question
from knowledge.text.tokens import RESTORED, Token, text_at
from knowledge.text.vietnamese import all_agree, fold

_Span = tuple[int, int]


def restore_marks(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens of a question without marks; those have them that are of one well-known word, or can be but one."""
    return _Restorer(tokens, lexicon).restore()


class _Restorer:
    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens = Question(tokens, lexicon.language.cues)
        self.lexicon = lexicon
        self.language = lexicon.language
        self.vocabulary = lexicon.speller.learned.vocabulary
        self.words = self._words()
        self.readings = {span: self._spelled(span, words) for span, words in self.words.items()}
        self.told = {span for span, words in self.readings.items() if any(map(self._is_told, words))}

    def restore(self) -> list[Token]:
        out = list(self.tokens)
        for (start, end), word in self._words_meant():
            for at, syllable in zip(range(start, end), word.split(" "), strict=True):
                if self.tokens[at].marked.isascii():
                    out[at] = self.tokens[at].respelled(syllable, RESTORED)
        for at, token in enumerate(out):
            forms = self.vocabulary.forms.get(token.marked, ())
            if (
                len(forms) == 1
                and token.is_word
                and not token.change
                and not self._may_be_named(range(at, at + 1))
            ):
                out[at] = token.respelled(next(iter(forms)), RESTORED)
        return out

    def _may_be_named(self, positions: range) -> bool:
        return not (self.named.isdisjoint(positions) and self.placed.isdisjoint(positions))

    def _words_meant(self) -> Iterator[tuple[_Span, str]]:
        """Where a run of syllables is one word, whatever stands beside it, and which."""
        for span, readings in self.readings.items():
            words = [word for word in readings if self._is_told(word)] or list(readings)
            meant = words[0] if len(words) == 1 else ""
            if meant in self.words[span] and self._stands_apart(span, meant) and self._is_sure(span):
                yield span, meant

    def _stands_apart(self, span: _Span, word: str) -> bool:
        """Whether nothing runs into it: no name, and no other word, or none that the store speaks of where it does of this.

        What it shares a syllable with is another word only if it is spelled otherwise there.
        """
        rivals = self.told if span in self.told else self.readings
        around = [other for other in rivals if other[0] < span[1] and span[0] < other[1]]
        running = [other for other in around if other[0] < span[0] or span[1] < other[1]]
        apart = span in self.told and all(self._agree(span, word, other) for other in running)
        return (apart or not running) and self.named.isdisjoint(range(*span))

    def _agree(self, span: _Span, word: str, other: _Span) -> bool:
        """Whether all that may be told at another place has the syllables that are shared spelled as a word has them."""
        shared = range(max(span[0], other[0]), min(span[1], other[1]))
        own = word.split(" ")
        readings = [one.split(" ") for one in self.readings[other] if self._is_told(one)]
        return all(one[at - other[0]] == own[at - span[0]] for one in readings for at in shared)

    def _is_sure(self, span: _Span) -> bool:
        """Whether its syllables are not as likely a name, or a function word and what that belongs to."""
        if span in self.told or self._narrows_ask(span[0]):
            return True
        functional = any(token.folded in self.language.function_words for token in self.tokens[slice(*span)])
        return not functional and self.placed.isdisjoint(range(*span))

    def _is_told(self, word: str) -> bool:
        """Whether the store speaks of a word."""
        told = self.lexicon.speller.learned.told
        return all(f"{one} {two}" in told for one, two in pairwise(word.split(" ")))

    def _narrows_ask(self, at: int) -> bool:
        """Whether a syllable makes the ask behind it one for less: "con bao nhieu" is "còn bao nhiêu"."""
        ask = self.language.asks.longest(self.tokens, at + 1)
        narrowing = self.language.restrictive.at(self.tokens, at)
        return ask is not None and any(found.end == ask.end for found in narrowing)

    def _words(self) -> dict[_Span, set[str]]:
        """The words of several syllables that stand somewhere, overlapping ones too."""
        read: dict[_Span, set[str]] = {}
        for found in self.language.compounds.everywhere(self.tokens):
            if not any(token.pause for token in self.tokens[found.start + 1 : found.end]):
                read.setdefault((found.start, found.end), set()).add(found.meaning)
        for index in (self.language.restrictive, self.language.harmless):
            for found in index.everywhere(self.tokens):
                span = found.start, found.end
                if span in read or (len(found.span) > 1 and self._narrows_ask(found.start)):
                    read.setdefault(span, set()).add(found.meaning)
        return read

    def _spelled(self, span: _Span, words: set[str]) -> set[str]:
        """Words, and what else stands side by side and is typed so."""
        typed = text_at(self.tokens, range(*span))
        pairs = self.vocabulary.pairs.get(fold(typed), ())
        return words.union(pair for pair in pairs if all_agree(typed, pair))

    @cached_property
    def named(self) -> AbstractSet[int]:
        """The positions of names that the store knows, and of an article as such: "bai bao ve" has no "bảo vệ"."""
        found = self.lexicon.name_index.everywhere(self.tokens)
        articles = (one for one in self.language.source_things.everywhere(self.tokens) if len(one.span) > 1)
        return {at for one in (*found, *articles) for at in one.span}

    @cached_property
    def placed(self) -> AbstractSet[int]:
        """The positions of what may be another name: places there are, and what has a capital where not all has."""
        cased = any(token.typed[:1].islower() for token in self.tokens)
        capitals = (at for at, token in enumerate(self.tokens) if cased and at and token.is_capitalized)
        pairs = enumerate(pairwise(self.tokens))
        places = (at for start, pair in pairs if self.lexicon.is_place(pair) for at in (start, start + 1))
        return {*capitals, *places}
