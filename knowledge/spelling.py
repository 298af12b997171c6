"""What a reader meant by each word: keystrokes, shorthand, words run together, typing slips.

A word that is good as it stands is changed only where its neighbours make
another word of it ("lân chuyển" beside a known "luân chuyển"); a word that
Vietnamese cannot spell is a slip, and becomes the nearest known word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.abbreviations import shorthand
from knowledge.keystrokes import decode
from knowledge.language import Language
from knowledge.learned import Learned
from knowledge.reading import Token, join_numerals
from knowledge.shortforms import short_form_at
from knowledge.slips import LONG_WORD, MARKS, SOUND, WRONG_MARKS, lacks_tone, reach, slip_cost
from knowledge.vietnamese import all_agree, fold, has_marks, is_syllable, marks_agree
from knowledge.vocabulary import sound

_NEIGHBOUR_BONUS, _TOLD_BONUS, _COMMON_BONUS = 0.3, 0.1, 0.08
_ALONE_LIMIT = 0.4
_HARDLY_A_WORD = 2
_REMEMBERED = 10_000
_HOW_MANY = "bao nhiêu"
_LONGEST_RUN = 40


def _is_likely(word: str, reading: Reading, *, whole: bool) -> bool:
    """Whether a good word could be a slip: one of marks or sound, or where it is no whole word, of a lost letter."""
    if reading.cost <= WRONG_MARKS:
        return True
    return not whole and len(fold(word)) != len(fold(reading.marked))


class Reading(NamedTuple):
    """A candidate for what a word was meant to be."""

    marked: str
    cost: float


class Speller:
    """Knows the words that mean something, and which of them stand side by side."""

    def __init__(self, language: Language, learned: Learned) -> None:
        """Mend by the words of the language data, and by what was learned from names and phrases."""
        self._language = language
        self.learned = learned
        self._spellings = list(self.learned.vocabulary.forms)
        self._known = frozenset(self._spellings) | frozenset(shorthand())
        self._nearby: dict[str, tuple[str, ...]] = {}
        self._mended: dict[tuple[object, ...], str | None] = {}

    def _is_good(self, word: str) -> bool:
        return self.learned.knows(word) and not lacks_tone(word)

    def is_whole(self, word: str, *beside: Token | None) -> bool:
        """Whether a word stands by itself and is not only a syllable of others; as typed where its neighbours have marks."""
        forms: Iterable[str] = (word,)
        if not self._is_half_marked(word, *beside):
            forms = (
                form for form in self.learned.vocabulary.forms.get(fold(word), ()) if marks_agree(word, form)
            )
        return any(form in self._language.words or form in self._language.function_words for form in forms)

    def read(self, tokens: Sequence[Token], is_name: Callable[[Sequence[Token]], bool]) -> list[Token]:
        """The tokens as they were meant; each that differs says how in `change`.

        `is_name` tells of two neighbouring tokens whether they are a place that
        exists, and so no slip for another.
        """
        tokens = self._decode_keys(tokens)
        tokens = self._expand(tokens)
        tokens = self._split(tokens)
        tokens = join_numerals(tokens)
        return self._correct(tokens, is_name)

    def _decode_keys(self, tokens: Sequence[Token]) -> list[Token]:
        words = [t.marked if t.is_word else "" for t in tokens]
        return [
            token.respelled(meant, "keys") if meant else token
            for token, meant in zip(tokens, decode(words, self._known), strict=True)
        ]

    def _expand(self, tokens: Sequence[Token]) -> list[Token]:
        """Shorthand written out, each short form by the expansion that suits its neighbours."""
        out: list[Token] = []
        at = 0
        while at < len(tokens):
            if is_label(tokens, at, self._language):
                out.append(tokens[at])
                at += 1
                continue
            end, meanings = short_form_at(tokens, at)
            if not meanings or self._is_no_short_form(
                tokens[at:end], meanings, out[-1:], tokens[end : end + 1]
            ):
                out.append(tokens[at])
                at += 1
                continue
            before, after = out[-1].marked if out else None, self._first_words(tokens, end)
            words = max(
                meanings,
                key=lambda m: (
                    self._asks_at_end(tokens, end, m),
                    self.learned.is_pair(before, m[0])
                    + any(self.learned.is_pair(m[-1], word) for word in after),
                    " ".join(m[:2]) in self.learned.told,
                ),
            )
            if len(words) > 1 and before and self._is_slip_of(before, words[0], tokens[at]):
                out[-1] = out[-1].respelled(words[0], "slip")
                words = words[1:]  # "bao nhiu" is no "bao bao nhiêu"
            typed = " ".join(token.typed for token in tokens[at:end])
            out += [
                Token(typed, word, fold(word), pause=tokens[at].pause and not i, change="shorthand")
                for i, word in enumerate(words)
            ]
            at = end
        return out

    def _asks_at_end(self, tokens: Sequence[Token], end: int, words: Sequence[str]) -> bool:
        """Whether words ask, behind which nothing with weight stands in a question that asks nothing else: "… bn ạ"."""
        if " ".join(words) != _HOW_MANY or self._language.asks.cover(tokens):
            return False
        behind = (token.marked for token in tokens[end:])
        return all(
            word in self._language.weightless
            or any(meaning[0] in self._language.weightless for meaning in shorthand().get(word, ()))
            for word in behind
        )

    @staticmethod
    def _first_words(tokens: Sequence[Token], at: int) -> list[str]:
        """The word at a place, or the words with which what it is short for may begin."""
        if at >= len(tokens):
            return []
        _, meanings = short_form_at(tokens, at)
        return [tokens[at].marked, *(meaning[0] for meaning in meanings)]

    def _is_slip_of(self, word: str, meant: str, beside: Token) -> bool:
        """Whether a word is another one, or is none and was meant as that."""
        if word == meant:
            return True
        cost = None if self.is_whole(word, beside) else slip_cost(word, meant)
        return cost is not None and cost <= _ALONE_LIMIT

    def _is_no_short_form(
        self,
        short: Sequence[Token],
        meanings: Sequence[Sequence[str]],
        before: Sequence[Token],
        after: Sequence[Token],
    ) -> bool:
        """Whether a short form is a good word beside its neighbours, or the rest of one the store has there."""
        left, right = before[0] if before else None, after[0] if after else None
        if self._is_word_here(short, left.marked if left else None, right.marked if right else None):
            return True
        if len(short) > 1 or any(self._suits_beside(left, m, right) for m in meanings):
            return False
        word = short[0].marked
        return len(word) > 1 and any(
            len(reading.marked) >= len(word)
            and reading.cost <= _ALONE_LIMIT
            and self.learned.beside(self.learned.told, left, reading.marked, right)
            for reading in self._candidates(word, left, right, alone=False)
        )

    def _suits_beside(self, left: Token | None, words: Sequence[str], right: Token | None) -> bool:
        """Whether words make a known pair with a neighbour, mark by mark where it has any."""
        fits = [
            self._fits(left, left.marked if left else None, words[0]),
            self._fits(right, words[-1], right.marked if right else None),
        ]
        return any(fits)

    def _fits(self, neighbour: Token | None, first: str | None, second: str | None) -> bool:
        exact = neighbour is not None and has_marks(neighbour.marked)
        return self.learned.is_exact_pair(first, second) if exact else self.learned.is_pair(first, second)

    def _is_word_here(self, short: Sequence[Token], before: str | None, after: str | None) -> bool:
        """Whether a short form is a good word beside its neighbours: "e ngại" is no "em ngại"."""
        if not all(is_syllable(token.marked) for token in short):
            return False
        return self.learned.is_exact_pair(before, short[0].marked) or self.learned.is_exact_pair(
            short[-1].marked, after
        )

    def _split(self, tokens: Sequence[Token]) -> list[Token]:
        """Words run together ("songcong") taken apart, where all parts are known neighbours."""
        out: list[Token] = []
        for token in tokens:
            parts = None
            if (
                token.is_word
                and LONG_WORD <= len(token.folded) <= _LONGEST_RUN
                and not is_syllable(token.marked)
            ):
                parts = self._parts(token.marked)
            if not parts or self.learned.knows(token.marked):
                out.append(token)
                continue
            out += [
                Token(token.typed, part, fold(part), pause=token.pause and not i, change="split")
                for i, part in enumerate(parts)
            ]
        return out

    def _parts(self, word: str) -> list[str] | None:
        for end in range(len(word) - 1, 0, -1):
            head, tail = word[:end], word[end:]
            if not self.learned.knows(head) or not is_syllable(head):
                continue
            if self.learned.is_pair(head, tail):
                return [head, tail]
            rest = self._parts(tail) if len(tail) >= LONG_WORD - 1 else None
            if rest and self.learned.is_pair(head, rest[0]):
                return [head, *rest]
        return None

    def _correct(self, tokens: list[Token], is_name: Callable[[Sequence[Token]], bool]) -> list[Token]:
        """Mend words that are none first, so that good words have good neighbours to be judged by."""
        out = list(tokens)
        cased = any(t.typed[:1].islower() for t in tokens)
        for good in (False, True):
            for at, token in enumerate(out):
                if not token.is_word or token.change or self._is_good(token.marked) is not good:
                    continue
                if is_label(out, at, self._language):
                    continue
                left = out[at - 1] if at and out[at - 1].is_word else None
                right = out[at + 1] if at + 1 < len(out) and out[at + 1].is_word else None
                named = cased and token.is_capitalized and at > 0
                meant = self._meant(token.marked, left, right, good=good, named=named)
                if not meant or meant == token.marked:
                    continue
                if not ((left and is_name((left, token))) or (right and is_name((token, right)))):
                    out[at] = token.respelled(meant, "slip")
        return out

    def _meant(
        self, word: str, left: Token | None, right: Token | None, *, good: bool, named: bool
    ) -> str | None:
        """The word that was meant, as it was found before or is found now."""
        key = (word, left and left.marked, right and right.marked, good, named)
        if key not in self._mended:
            if len(self._mended) >= _REMEMBERED:
                self._mended.clear()
            self._mended[key] = self._mend(word, left, right, good=good, named=named)
        return self._mended[key]

    def _mend(
        self, word: str, left: Token | None, right: Token | None, *, good: bool, named: bool
    ) -> str | None:
        """The word that was meant, None where it stays as it is.

        A good word stays unless a neighbour makes another of it, and a `named` one,
        typed with a capital, unless that makes a name.
        """
        if self._stands(word, left, right, named=named):
            return None
        bare = word in self._language.restrictive_bare and not self._is_half_marked(word, left, right)
        keep = good and (bare or self._turns_or_types(word))
        whole = word in self._language.words  # a word by itself, not only a syllable of one
        # that "hạn của" is said makes no "hạn" of "hàng của": next to a function word any good word may stand
        before, behind = (None if good and self._is_functional(one) else one for one in (left, right))
        best: tuple[float, str] | None = None
        for reading in self._candidates(word, left, right, alone=not good):
            told = self.learned.beside(self.learned.named, left, reading.marked, right)
            if not (named and good) or self._mends_compound(left, reading, right):
                told = max(told, self.learned.beside(self.learned.told, before, reading.marked, behind))
            known = self.learned.beside(None, left, reading.marked, right)
            # a good word gives way to one that the store does not have only where it lost a letter of that
            lost = known > 1 and len(word) < len(reading.marked)
            paired = told if good and not lost else max(told, known)
            if (good and not paired) or (named and is_syllable(word) and not told):
                continue
            if (
                good
                and (named or self.is_whole(word, left, right))
                and reading.marked in self._language.function_words
            ):
                continue
            if (
                good
                and not _is_likely(word, reading, whole=whole and not named)
                and not self._mends_compound(left, reading, right)
                and not ((told > 1 or lost) and reading.cost <= _ALONE_LIMIT)
            ):
                continue
            if keep and (paired < 2 or reading.cost > SOUND + MARKS):  # noqa: PLR2004  within a name
                continue
            cost = reading.cost - _NEIGHBOUR_BONUS * paired - _TOLD_BONUS * told
            # what could be a syllable may be somebody's name; only a function word is taken out of it unasked
            free = not is_syllable(word) or (not named and reading.marked in self._language.function_words)
            limit = _ALONE_LIMIT if paired or free else MARKS
            likely = cost - _COMMON_BONUS * (reading.marked in self.learned.common)
            if cost <= limit and (best is None or (likely, reading.marked) < best):
                best = (likely, reading.marked)
        return best[1] if best else None

    def _is_functional(self, token: Token | None) -> bool:
        """Whether a neighbour is, or without marks may be, a word that stands beside whatever there is."""
        return token is not None and (
            token.marked in self._language.ask_syllables
            or any(
                found.meaning == token.marked or not has_marks(token.marked)
                for found in self._language.harmless.at([token], 0)
            )
        )

    def _turns_or_types(self, word: str) -> bool:
        """Whether a word is one that much hangs on: a function word, one that narrows, or a kind of place."""
        language = self._language
        return any(
            word in kept
            for kept in (
                language.function_words,
                language.restrictive_words,
                language.place_levels,
                language.light_words,
            )
        )

    def _mends_compound(self, left: Token | None, reading: Reading, right: Token | None) -> bool:
        """Whether a reading makes a well-known word with a neighbour, one that the store uses too."""
        pairs = [f"{left.marked} {reading.marked}"] if left else []
        pairs += [f"{reading.marked} {right.marked}"] if right else []
        return any(pair in self.learned.told and pair in self._language.words for pair in pairs)

    def _stands(self, word: str, left: Token | None, right: Token | None, *, named: bool) -> bool:
        """Whether a word is fine beside one of its neighbours, as the store or the language has them.

        A `named` one that lacks some of its marks is fine in a name only.
        """
        for first, second in ((left and left.marked, word), (word, right and right.marked)):
            if first and second:
                typed = f"{first} {second}"
                for pair in self.learned.vocabulary.pairs.get(fold(typed), ()):
                    if all_agree(typed, pair):
                        whole = word in pair.split(" ")
                        told = pair in (self.learned.told if whole or not named else self.learned.named)
                        as_typed = word.isascii() or whole
                        if told or (as_typed and not self._is_half_marked(word, left, right)):
                            return True
        return False

    @staticmethod
    def _is_half_marked(word: str, *beside: Token | None) -> bool:
        """Whether a word has no marks though its neighbours have them, so that it may lack a letter instead."""
        return word.isascii() and any(token and token.is_marked for token in beside)

    def _candidates(
        self, word: str, left: Token | None, right: Token | None, *, alone: bool
    ) -> Iterator[Reading]:
        """What a word may have been: beside its neighbours, and where it is no good word, anywhere."""
        folded = fold(word)
        before, after = (left.folded if left else ""), (right.folded if right else "")
        anywhere, pairs = alone and len(folded) > _HARDLY_A_WORD, self.learned.vocabulary.pairs
        for spelling in self._near(folded):
            if anywhere or f"{before} {spelling}" in pairs or f"{spelling} {after}" in pairs:
                for form in self.learned.vocabulary.forms.get(spelling, ()):
                    if cost := slip_cost(word, form):
                        yield Reading(form, cost)

    def _near(self, folded: str) -> tuple[str, ...]:
        """Known spellings that a typing slip or regional speech could have made this of, itself first."""
        near = self._nearby.get(folded)
        if near is None:
            limit = reach(folded)
            found = process.extract(
                folded, self._spellings, scorer=OSA.distance, score_cutoff=limit, limit=None
            )
            alike = dict.fromkeys(
                (folded, *self.learned.vocabulary.sounds.get(sound(folded), ()), *(f[0] for f in found))
            )
            if len(self._nearby) >= _REMEMBERED:
                self._nearby.clear()
            near = self._nearby[folded] = tuple(alike)
        return near


def is_label(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a letter names one of several: "loại A", "khối C"."""
    return at > 0 and len(tokens[at].marked) == 1 and tokens[at - 1].folded in language.labelled
