"""What a question without marks most likely says, where nothing answers it as it was typed.

Of the ways to put marks on all of it that one is taken whose words are said the most often
and stand side by side as the store and the language have them. It is a guess: who asks for
it holds what it finds against what came near without it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.phrases import Question
from knowledge.text.tokens import RESTORED, Token
from knowledge.text.vietnamese import fold, has_marks

_TWICE, _UNSAID = math.log(2), -1.2
"""What it counts for to be said twice as often, and hardly ever."""
_SYLLABLE = 4.5
"""What each syllable of a word of several counts for."""
_TOLD, _SAID = 3.0, 2.0
"""What it counts for that two syllables stand side by side in the store, or in a phrase of the language."""
_CLOSES, _TOGETHER = 2.5, 3.0
"""What it counts for that a word which only closes a clause does, and that two are said that go together: "mọi … đều"."""
_SURE = 2.4
"""So much likelier a word must be than one of the same letters that narrows."""
_YEAR = "năm"


class _Way(NamedTuple):
    """A way to spell the tokens up to a place: how likely it is, how its last word is spelled, and what comes before."""

    likely: float
    spelled: tuple[str, ...]
    before: _Way | None


def likeliest(understanding: Understanding, lexicon: Lexicon) -> list[Token]:
    """The tokens of a question without marks with those that they most likely have; its names are spelled as they are."""
    return _Guess(understanding.tokens, _names(understanding, lexicon), lexicon).made()


class _Guess:
    def __init__(self, tokens: Sequence[Token], fixed: Mapping[int, str], lexicon: Lexicon) -> None:
        self.language = lexicon.language
        self.tokens = Question(
            [one if at in fixed or one.change != RESTORED else _bare(one) for at, one in enumerate(tokens)],
            lexicon.language.cues,
        )
        self.fixed = fixed
        self.frequency = lexicon.language.frequency
        self.said = {token.folded for token in tokens}
        self.told = lexicon.speller.learned.told
        self.vocabulary = lexicon.speller.learned.vocabulary

    def made(self) -> list[Token]:
        """The tokens as they were guessed to be spelled."""
        spelled = self._spelled()
        return [
            token if self._is_left(at, spelled) else token.respelled(spelled[at], RESTORED)
            for at, token in enumerate(self.tokens)
        ]

    def _spelled(self) -> list[str]:
        """The spelling of each token in the likeliest way to spell them all."""
        ways: list[dict[str, _Way]] = [{} for _ in range(len(self.tokens) + 1)]
        ways[0][""] = _Way(0.0, ("",), None)
        for at in range(len(self.tokens)):
            for spelled, likely in self._words_at(at):
                best = max(
                    (
                        _Way(way.likely + likely + self._beside(left, spelled[0], at), spelled, way)
                        for left, way in ways[at].items()
                    ),
                    key=_likely,
                )
                reached = ways[at + len(spelled)]
                known = reached.get(spelled[-1])
                if known is None or known.likely < best.likely:
                    reached[spelled[-1]] = best
        way: _Way | None = max(ways[-1].values(), key=_likely)
        words: list[tuple[str, ...]] = []
        while way is not None and way.before is not None:
            words.append(way.spelled)
            way = way.before
        return [syllable for word in reversed(words) for syllable in word]

    def _words_at(self, at: int) -> Iterator[tuple[tuple[str, ...], float]]:
        """The words that may begin at a place, with how likely each is."""
        for form in self._forms(at):
            yield (form,), self._often(at, form)
        for found in self.language.compounds.at(self.tokens, at):
            if self.fixed.keys().isdisjoint(found.span) and not any(
                token.pause for token in self.tokens[at + 1 : found.end]
            ):
                syllables = tuple(found.meaning.split(" "))
                told = sum(f"{one} {two}" in self.told for one, two in pairwise(syllables))
                yield syllables, _SYLLABLE * len(syllables) + _TOLD * told

    def _forms(self, at: int) -> Sequence[str]:
        """How a token may be spelled by itself."""
        token = self.tokens[at]
        if at in self.fixed:
            return (self.fixed[at] or token.marked,)
        if token.is_word and token.change in (None, RESTORED) and not has_marks(token.typed):
            return self.vocabulary.forms.get(token.folded) or (token.marked,)
        return (token.marked,)

    def _often(self, at: int, form: str) -> float:
        """What it counts for that a syllable is a word at a place."""
        behind = self.tokens[at + 1 : at + 2]
        likely = self.frequency.get(form, _UNSAID) * _TWICE
        if not behind or behind[0].pause:
            likely += _CLOSES * (form in self.language.closing) - _CLOSES * (form in self.language.leading)
        return likely + _TOGETHER * (self.language.together.get(form, "") in self.said)

    def _beside(self, left: str, form: str, at: int) -> float:
        """What it counts for that a syllable at a place stands behind another."""
        if not left or self.tokens[at].pause:
            return 0.0
        pair = f"{left} {form}"
        return _TOLD if pair in self.told else _SAID * (pair in self.vocabulary.pairs.get(fold(pair), ()))

    def _is_left(self, at: int, spelled: Sequence[str]) -> bool:
        """Whether a token stays as it was typed: it is not to be guessed, or may as well be a word that narrows."""
        token, form = self.tokens[at], spelled[at]
        if at in self.fixed:
            return not self.fixed[at]
        narrowing = self.language.restrictive_bare.get(token.folded, frozenset())
        if not narrowing or form in narrowing:
            return not token.is_word
        left, right = spelled[at - 1 : at], spelled[at + 1 : at + 2]
        pairs = {*(f"{one} {form}" for one in left), *(f"{form} {one}" for one in right)}
        if (form == _YEAR and right and self.tokens[at + 1].number is not None) or not pairs.isdisjoint(
            self.language.words
        ):
            return False
        if token.folded in narrowing:
            return True  # "nam" may be just that
        sure = self._here(at, form, spelled) - _SURE
        return any(self._here(at, other, spelled) > sure for other in narrowing)

    def _here(self, at: int, form: str, spelled: Sequence[str]) -> float:
        """What it counts for that a syllable is a word at a place between what is spelled around it."""
        before = self._beside(spelled[at - 1], form, at) if at else 0.0
        behind = self._beside(form, spelled[at + 1], at + 1) if at + 1 < len(spelled) else 0.0
        return self._often(at, form) + before + behind


def _likely(way: _Way) -> float:
    return way.likely


def _bare(token: Token) -> Token:
    """A token without the marks that were put back."""
    return Token(token.typed, token.folded, token.folded, pause=token.pause)


def _names(understanding: Understanding, lexicon: Lexicon) -> dict[int, str]:
    """How names are spelled at the positions where they stand, "" for what stays as it is: it may be a place that nobody knows."""
    fixed = {at: "" for stranger in understanding.strangers for at in stranger.span}
    for mention in understanding.mentions:
        folded = [understanding.tokens[at].folded for at in mention.span]
        spellings = (words_of(one) for name in mention.names for one in lexicon.names[name].spellings)
        meant = next((words for words in spellings if list(map(fold, words)) == folded), ())
        fixed.update(zip(mention.span, meant or [""] * len(folded), strict=True))
    return fixed
