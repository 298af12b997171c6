"""What a reader meant by each word: keystrokes, shorthand, words run together, typing slips.

A word that is good as it stands is changed only where its neighbours make
another word of it ("lân chuyển" beside a known "luân chuyển"); a word that
Vietnamese cannot spell is a slip, and becomes the nearest known word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from knowledge.reading.mending import ALONE_LIMIT, HOW_MANY, Mender, Spot
from knowledge.text.abbreviations import shorthand
from knowledge.text.keystrokes import decode
from knowledge.text.language import Language
from knowledge.text.learned import Learned
from knowledge.text.phrases import Found
from knowledge.text.shortforms import short_form_at
from knowledge.text.slips import LONG_WORD, slip_cost
from knowledge.text.tokens import Token, join_numerals, tokenize
from knowledge.text.units import units_of
from knowledge.text.vietnamese import (
    all_agree,
    fold,
    has_marks,
    is_syllable,
    marks_agree,
    misplaces_tone,
    normalize,
)

_REMEMBERED = 10_000
_YEAR, _YEARS = "năm", frozenset(range(1900, 2100))
_DATED_LIMIT = 0.6
_LONGEST_RUN = 40
_ONE, _VOLUME, _GENERATION = ("mot", "moi"), "the_tich", "g"
_HE = "ô"
"""Short for "ông" before whom it may be, and else a word: "ô Sình", "mấy ô đất"."""


def _swapped(typed: str) -> Iterator[str]:
    """What a word was meant to be if two letters beside each other were swapped."""
    for at in range(1, len(typed)):
        turned = typed[: at - 1] + typed[at] + typed[at - 1] + typed[at + 1 :]
        if not misplaces_tone(turned):
            yield normalize(turned)


class Speller:
    """Knows the words that mean something, and which of them stand side by side."""

    def __init__(self, language: Language, learned: Learned) -> None:
        """Mend by the words of the language data, and by what was learned from names and phrases."""
        self._language = language
        self.learned = learned
        self.mender = Mender(language, learned)
        self._mended: dict[tuple[object, ...], str | None] = {}

    def read(self, tokens: Sequence[Token], is_name: Callable[[Sequence[Token]], bool]) -> list[Token]:
        """The tokens as they were meant; each that differs says how in `change`.

        `is_name` tells of two neighbouring tokens whether they are a place that
        exists, and so no slip for another.
        """
        tokens = self._decode_keys(tokens)
        tokens = self._expand(tokens)
        tokens = self._split(tokens)
        tokens = self._date(join_numerals(tokens, is_bound=self._is_named))
        return self._correct(self._swap_back(tokens), is_name)

    def _is_named(self, left: Token, right: Token) -> bool:
        """Whether two words are of one name, as far as their marks were typed: "thap | muoi lam gi" counts no fifteen."""
        typed = f"{left.marked} {right.marked}"
        known = self.learned.vocabulary.pairs.get(f"{left.folded} {right.folded}", ())
        return not right.pause and any(
            pair in self.learned.named and all_agree(typed, pair) for pair in known
        )

    def _swap_back(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens with two letters put right where the tone stands as nobody places it: "bià báo" is "bài báo"."""
        out = list(tokens)
        for at, token in enumerate(tokens):
            if token.change is None and misplaces_tone(token.typed):
                left = out[at - 1].marked if at else None
                right = tokens[at + 1].marked if at + 1 < len(tokens) else None
                known = (word for word in _swapped(token.typed) if self._is_beside(left, word, right))
                meant = None if self._is_beside(left, token.marked, right) else next(known, None)
                out[at] = token.respelled(meant, "slip") if meant else token
        return out

    def _is_beside(self, left: str | None, word: str, right: str | None) -> bool:
        """Whether a word, spelled just so, is known beside a neighbour."""
        return self.learned.is_exact_pair(left, word) or self.learned.is_exact_pair(word, right)

    def _date(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens with what is no word before a year read as "năm"."""
        return [
            token.respelled(_YEAR, "slip")
            if behind and behind.number in _YEARS and self._dates(token, behind)
            else token
            for token, behind in zip(tokens, (*tokens[1:], None), strict=False)
        ]

    def _dates(self, token: Token, behind: Token) -> bool:
        """Whether a slip of "năm" stands before a year: "nm 2023"."""
        if behind.pause or not token.is_word or self.mender.is_good(token.marked):
            return False
        cost = slip_cost(token.marked, _YEAR)
        return cost is not None and cost <= _DATED_LIMIT

    def _decode_keys(self, tokens: Sequence[Token]) -> list[Token]:
        words = [t.marked if t.is_word else "" for t in tokens]
        return [
            token.respelled(meant, "keys") if meant else token
            for token, meant in zip(tokens, decode(words, self.mender.known), strict=True)
        ]

    def _expand(self, tokens: Sequence[Token]) -> list[Token]:
        """Shorthand written out, each short form by the expansion that suits its neighbours."""
        out: list[Token] = []
        at = 0
        tokens = [part for token in tokens for part in self._apart_from_number(token)]
        while at < len(tokens):
            end, meanings = short_form_at(tokens, at)
            if (
                not meanings
                or is_label(tokens, at, self._language)
                or (end == len(tokens) and self._is_all_that_asks(tokens, out))
                or self._is_no_short_form(tokens[at:end], meanings, out[-1:], tokens[end : end + 1])
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

    def _apart_from_number(self, token: Token) -> Sequence[Token]:
        """A short form and the number typed to it, apart where the store has that number behind what it is short for: "ql14"."""
        if not (token.is_word and token.folded[-1:].isdigit()):
            return (token,)
        short = token.marked.rstrip("0123456789")
        number = token.marked[len(short) :]
        meanings = [*shorthand().get(short, ()), (short,)]
        if not any(self.learned.is_exact_pair(meaning[-1], number) for meaning in meanings):
            return (token,)
        first, second = tokenize(f"{short} {number}")
        return replace(first, typed=token.typed, pause=token.pause), replace(second, typed=token.typed)

    def _asks_at_end(self, tokens: Sequence[Token], end: int, words: Sequence[str]) -> bool:
        """Whether words ask, behind which nothing with weight stands in a question that asks nothing else: "… bn ạ"."""
        if " ".join(words) != HOW_MANY or self._language.asks.cover(tokens):
            return False
        behind = (token.marked for token in tokens[end:])
        return all(
            word in self._language.weightless
            or any(meaning[0] in self._language.weightless for meaning in shorthand().get(word, ()))
            for word in behind
        )

    def _is_all_that_asks(self, tokens: Sequence[Token], read: Sequence[Token]) -> bool:
        """Whether the last word asks, where nothing that was `read` before does: "… o 6 xa, phuong a?", typed without marks."""
        endings = map(fold, self._language.asks_at_end)
        return (
            tokens[-1].folded in endings
            and not any(has_marks(token.typed) for token in tokens)
            and all(self._is_of_word(read, ask) for ask in self._language.asks.cover(read))
        )

    def _is_of_word(self, tokens: Sequence[Token], ask: Found[str]) -> bool:
        """Whether what may ask by one syllable is of a word with the one before it, which the store has: "nha may" is "nhà máy"."""
        if len(ask.span) > 1 or not ask.start:
            return False
        pair = f"{tokens[ask.start - 1].folded} {tokens[ask.start].folded}"
        known = self.learned.vocabulary.pairs.get(pair, ())
        return any(one in self.learned.told and one in self._language.words for one in known)

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
        cost = None if self.mender.is_whole(word, beside) else slip_cost(word, meant)
        return cost is not None and cost <= ALONE_LIMIT

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
        if len(short) > 1:
            return False
        word = short[0].marked
        is_bound = _is_behind_number(word, left) or self._ends_a_name(short[0], left)
        named = self.learned.named if short[0].is_capitalized else frozenset[str]()  # "Giang A Su"
        is_bound = is_bound or bool(named and self.learned.beside(named, left, word, right))
        is_bound = is_bound or (word == _HE and not self._is_before_him(left, meanings[0], right))
        if is_bound or self._lacks_a_letter(word, left, right):
            return True
        if any(self._suits_beside(left, m, right) for m in meanings):
            return False
        if right is None and any(" ".join(m) in self._language.asks_at_end for m in meanings):
            return False
        return len(word) > 1 and any(
            len(reading.marked) >= len(word)
            and reading.cost <= ALONE_LIMIT
            and self.learned.beside(self.learned.told, left, reading.marked, right)
            for reading in self.mender.candidates(word, left, right, alone=False)
        )

    def _is_before_him(self, left: Token | None, words: Sequence[str], right: Token | None) -> bool:
        """Whether a word stands before a name with its capital, or before one that the store has behind "ông"."""
        return (right is not None and right.is_capitalized) or self._suits_beside(left, words, right)

    def _lacks_a_letter(self, word: str, left: Token | None, right: Token | None) -> bool:
        """Whether a letter but the first makes a syllable of a well-known word of the store of it: "bn hành", "sn phẩm"."""
        return any(
            reading.cost <= ALONE_LIMIT
            and reading.marked not in self._language.function_words
            and reading.marked[0] == word[0]
            and len(word) < len(reading.marked)
            and self.mender.makes_compound(left, reading, right)
            for reading in self.mender.candidates(word, left, right, alone=False)
        )

    def _ends_a_name(self, short: Token, left: Token | None) -> bool:
        """Whether a word with a capital is a slip of the one that a name of the store goes on with: "Tân Sn" of "Tân Sơn"."""
        if left is None or not (short.typed.istitle() and left.typed.istitle()):
            return False
        return any(
            reading.cost <= ALONE_LIMIT and f"{left.marked} {reading.marked}" in self.learned.told
            for reading in self.mender.candidates(short.marked, left, None, alone=False)
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
        words = [at for at, token in enumerate(out) if token.is_word and not token.change]
        bad = [at for at in words if not self.mender.is_good(out[at].marked)]
        for good, places in ((False, bad), (True, sorted({*words}.difference(bad)))):
            for at in places:
                token = out[at]
                left = out[at - 1] if at and out[at - 1].is_word else None
                right = out[at + 1] if at + 1 < len(out) and out[at + 1].is_word else None
                named = cased and token.is_capitalized and at > 0
                meant = self._meant(token.marked, left, right, good=good, named=named)
                if not meant or meant == token.marked or is_label(out, at, self._language):
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
            self._mended[key] = self.mender.mend(Spot(word, left, right, good, named))
        return self._mended[key]


def is_label(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a letter names one of several: "loại A", "khối C"; no letter that has marks, nor one behind "một khối" of something."""
    if not at or len(tokens[at].marked) > 1 or tokens[at - 1].folded not in language.labelled:
        return False
    if has_marks(tokens[at].marked) or _is_measured(tokens, at - 1):
        return False
    return any(marks_agree(tokens[at - 1].marked, label) for label in language.labels)


def _is_measured(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that may have a label stands behind a number as a measure: "1 khối"."""
    counted = at and (tokens[at - 1].number is not None or tokens[at - 1].folded in _ONE)
    return bool(counted) and any(unit.kind == _VOLUME for unit in units_of((tokens[at].marked,)))


def _is_behind_number(word: str, left: Token | None) -> bool:
    """Whether a "g" stands behind a number: "sóng 4G", "5 g" are no "gì"."""
    return word == _GENERATION and left is not None and left.number is not None
