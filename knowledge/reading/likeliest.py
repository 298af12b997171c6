"""What a question most likely says that was typed without marks or with slips, where nothing answers it as it was read.

Of the ways to put marks on all of it, or to mend what is no word, that one is taken whose
words are said the most often and stand side by side as the store and the language have them.
It is a guess: who asks for it holds what it finds against what came near without it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from knowledge.reading.lexicon import Lexicon
from knowledge.reading.spelling import is_label
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.phrases import Found, Question
from knowledge.text.slips import oddness
from knowledge.text.tokens import RESTORED, Token
from knowledge.text.vietnamese import fold, has_marks, normalize

_TWICE, _UNSAID = math.log(2), -1.2
"""What it counts for to be said twice as often, and hardly ever."""
_SYLLABLE = 5.0
"""What each syllable of a word of several counts for."""
_TOLD, _SAID = 3.5, 2.0
"""What it counts for that two syllables stand side by side in the store, or in a phrase of the language."""
_TURNS = 2.0
"""What it counts for that a phrase turns the question, which is the worse passed over: "không thể"."""
_CLOSES, _TOGETHER = 2.5, 8.0
"""What it counts for that a word which only closes a clause does, and that two are said that go together: "mọi … đều"."""
_SURE = 2.0
"""So much likelier a word must be than one of the same letters that narrows."""
_FAIRLY_SURE = 1.0
"""The same of a word that is mended."""
_OFTEN = 4
"""A word that is said so often is none that was mistyped."""
_AS_NEAR = 0.06
"""So much farther from what was typed a word may be that is as likely by how it is written."""
_YEAR, _SLIP = "năm", "slip"
_COMPOUND, _SLIPPED = 5.0, 6.0
"""What it counts for that what is mended makes a word with its neighbour, and against a reading that it is far from what was typed."""


class _Way(NamedTuple):
    """A way to spell the tokens up to a place: how likely it is, how its last word is spelled, and what comes before."""

    likely: float
    spelled: tuple[str, ...]
    before: _Way | None


def likeliest(understanding: Understanding, lexicon: Lexicon) -> list[Token]:
    """The tokens of a question without marks with those that they most likely have; its names are spelled as they are."""
    fixed = _names(understanding, lexicon)
    tokens = [
        one if at in fixed or one.change != RESTORED else _bare(one)
        for at, one in enumerate(understanding.tokens)
    ]
    question = Question(tokens, lexicon.language.cues)
    fixed |= _last_ask(question, lexicon)
    return _Guess(question, fixed, lexicon, misplaced=understanding.misplaced).made()


def _last_ask(tokens: Sequence[Token], lexicon: Lexicon) -> dict[int, str]:
    """The last word as what it may ask, where nothing before it asks: "cu 33 can bo di dau" is of no "đi đầu"."""
    last, language = len(tokens) - 1, lexicon.language
    if (
        last < 0
        or has_marks(tokens[last].marked)
        or any(one.end <= last for one in language.asks.cover(tokens))
    ):
        return {}
    forms = lexicon.speller.learned.vocabulary.forms.get(tokens[last].folded, ())
    return next(({last: form} for form in forms if form in language.ask_phrases), {})


def may_be_mended(understanding: Understanding, lexicon: Lexicon) -> bool:
    """Whether any word that needs explaining, or was mended already, may have been meant to be another."""
    tokens = understanding.tokens
    doubted = {*understanding.content, *(at for at, one in enumerate(tokens) if one.change == _SLIP)}
    return any(_readings(tokens, at, lexicon) for at in doubted)


def likeliest_mended(
    understanding: Understanding, unexplained: Iterable[int], lexicon: Lexicon
) -> list[Token] | None:
    """The tokens of a question with those mended that are `unexplained` or were mended already, and no good words; None where all stay."""
    fixed = _names(understanding, lexicon)
    tokens = understanding.tokens
    doubted = {*unexplained, *(at for at, one in enumerate(tokens) if one.change == _SLIP)} - fixed.keys()
    readings = {at: found for at in doubted if (found := _readings(tokens, at, lexicon))}
    if not readings:
        return None
    mended = _Mended(tokens, readings, lexicon).made()
    return mended if any(one.marked != two.marked for one, two in zip(tokens, mended, strict=True)) else None


def _readings(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> dict[str, float]:
    """What a token may have been meant to be, with what it costs; nothing where it is a good word, or was read as one by its neighbours."""
    token, speller = tokens[at], lexicon.speller
    if not token.is_word or token.change not in (None, _SLIP) or token.typed.isupper():
        return {}
    typed = normalize(token.typed)
    left, right = (tokens[at - 1] if at else None), (tokens[at + 1] if at + 1 < len(tokens) else None)
    good = speller.mender.is_good(typed)
    if good and speller.mender.is_whole(typed, left, right):
        return {}
    if (good or token.change) and _is_bound(token, left, right, lexicon):
        return {}
    named, learned = at > 0 and token.is_capitalized, speller.learned
    spelled = good and has_marks(typed)
    if spelled and lexicon.language.frequency.get(typed, 0) >= _OFTEN:
        return {}
    opening = lexicon.language.follow_openings if at == 0 else frozenset[str]()
    return {
        reading.marked: reading.cost + oddness(typed, reading.marked)
        for reading in speller.mender.candidates(typed, left, right, alone=at == 0 or not (named or spelled))
        if not named or learned.beside(learned.named, left, reading.marked, right)
        if not spelled
        or (
            len(fold(reading.marked)) > len(fold(typed))
            and (reading.marked in opening or learned.beside(None, left, reading.marked, right))
        )
    }


def _is_bound(token: Token, left: Token | None, right: Token | None, lexicon: Lexicon) -> bool:
    """Whether a word is known beside a neighbour that does not stand beside whatever there is."""
    function_words, learned = lexicon.language.function_words, lexicon.speller.learned
    before, behind = (
        one.marked if one and one.is_word and one.marked not in function_words else None
        for one in (left, right)
    )
    return learned.is_exact_pair(before, token.marked) or learned.is_exact_pair(token.marked, behind)


class _Guess:
    def __init__(
        self,
        tokens: Sequence[Token],
        fixed: Mapping[int, str],
        lexicon: Lexicon,
        *,
        misplaced: AbstractSet[int] = frozenset(),
    ) -> None:
        self.language = lexicon.language
        self.misplaced = misplaced
        self.tokens = tokens
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
            if self._is_free(found):
                syllables = tuple(found.meaning.split(" "))
                told = sum(f"{one} {two}" in self.told for one, two in pairwise(syllables))
                yield syllables, _SYLLABLE * len(syllables) + _TOLD * told
        for found in self.language.restrictive.at(self.tokens, at):
            if len(found.span) > 1 and self._is_free(found):
                yield tuple(found.meaning.split(" ")), _SYLLABLE * len(found.span) + _TURNS

    def _is_free(self, found: Found[str]) -> bool:
        """Whether a phrase stands between two stops and touches no name."""
        stops = (token.pause for token in self.tokens[found.start + 1 : found.end])
        return self.fixed.keys().isdisjoint(found.span) and not any(stops)

    def _forms(self, at: int) -> Sequence[str]:
        """How a token may be spelled by itself."""
        token = self.tokens[at]
        if at in self.fixed:
            return (self.fixed[at] or token.marked,)
        if token.is_word and token.change in (None, RESTORED) and not has_marks(token.typed):
            labels = is_label(self.tokens, at, self.language)  # "loai A"
            forms = () if labels else self.vocabulary.forms.get(token.folded, ())
            if at in self.misplaced:
                forms = tuple(form for form in forms if form not in self.language.bound_to_places)
            return forms or (token.marked,)
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
        if pair in self.told or (form in self.language.place_levels and left in self.language.ways):
            return _TOLD
        return _SAID * (pair in self.vocabulary.pairs.get(fold(pair), ()))

    def _is_left(self, at: int, spelled: Sequence[str]) -> bool:
        """Whether a token stays as it was typed: it is not to be guessed, or may as well be a word that narrows."""
        token, form = self.tokens[at], spelled[at]
        if at in self.fixed:
            return not self.fixed[at]
        narrowing = self.language.restrictive_bare.get(token.folded, frozenset())
        if at in self.misplaced and form in self.language.weightless:
            # what only looked like a word of no weight is to be one for sure, and none that turns what is said of it
            if self.language.modals.intersection(spelled[at + 1 : at + 2]):
                return True
            narrowing |= {*self._forms(at)} - self.language.weightless
        if not narrowing or form in narrowing:
            return not token.is_word
        left, right = spelled[at - 1 : at], spelled[at + 1 : at + 2]
        pairs = {*(f"{one} {form}" for one in left), *(f"{form} {one}" for one in right)}
        if (form == _YEAR and right and self.tokens[at + 1].number is not None) or not pairs.isdisjoint(
            self.language.words
        ):
            return False
        if token.folded in self.language.restrictive_words:
            return True  # "nam" may be just that
        sure = self._here(at, form, spelled) - _SURE
        return any(self._here(at, other, spelled) > sure for other in narrowing)

    def _here(self, at: int, form: str, spelled: Sequence[str]) -> float:
        """What it counts for that a syllable is a word at a place between what is spelled around it."""
        before = self._beside(spelled[at - 1], form, at) if at else 0.0
        behind = self._beside(form, spelled[at + 1], at + 1) if at + 1 < len(spelled) else 0.0
        return self._often(at, form) + before + behind


class _Mended(_Guess):
    """A guess at some words only, each of which has its readings."""

    def __init__(
        self, tokens: Sequence[Token], readings: Mapping[int, Mapping[str, float]], lexicon: Lexicon
    ) -> None:
        super().__init__(tokens, {at: "" for at in range(len(tokens)) if at not in readings}, lexicon)
        self.readings = readings

    def made(self) -> list[Token]:
        """The tokens with those mended that are no slip for a word that narrows as well."""
        spelled = self._spelled()
        return [
            Token(token.typed, spelled[at], fold(spelled[at]), pause=token.pause, change=_SLIP)
            if at in self.readings and not self._is_left(at, spelled)
            else token
            for at, token in enumerate(self.tokens)
        ]

    def _words_at(self, at: int) -> Iterator[tuple[tuple[str, ...], float]]:
        for form in self._forms(at):
            yield (form,), self._often(at, form)

    def _forms(self, at: int) -> Sequence[str]:
        return list(self.readings[at]) if at in self.readings else (self.tokens[at].marked,)

    def _often(self, at: int, form: str) -> float:
        return super()._often(at, form) - _SLIPPED * self.readings.get(at, {}).get(form, 0.0)

    def _beside(self, left: str, form: str, at: int) -> float:
        beside = super()._beside(left, form, at)
        return beside + _COMPOUND if beside and f"{left} {form}" in self.language.words else beside

    def _is_left(self, at: int, spelled: Sequence[str]) -> bool:
        form = spelled[at]
        costs = self.readings[at]
        turning = {
            one
            for one in self.language.turning.intersection(costs)
            if one != form and costs[one] <= costs[form] + _AS_NEAR
        }
        opens = at == 0 and form in self.language.follow_openings
        if turning and form in self.language.weightless and not (opens or self._is_told(at, form, spelled)):
            return True  # that nothing is said by it is no better a guess
        sure = self._here(at, form, spelled) - _FAIRLY_SURE
        # a word that narrows and has no marks itself is left without them by nobody: "nm và nữ" are men
        return any(one.isascii() or self._here(at, one, spelled) > sure for one in turning)

    def _is_told(self, at: int, form: str, spelled: Sequence[str]) -> bool:
        """Whether a syllable is known beside a neighbour: in the store or a word, and in any phrase where it opens the question."""
        least = _SAID if at else 0.0
        before = at > 0 and self._beside(spelled[at - 1], form, at) > least
        return before or (at + 1 < len(spelled) and self._beside(form, spelled[at + 1], at + 1) > least)


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
