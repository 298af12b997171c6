"""What was meant by a word that was mistyped: the nearest one that suits its neighbours.

A word that is good as it stands gives way only to one that its neighbours make
another of; one that Vietnamese cannot spell becomes the nearest known word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.text.abbreviations import shorthand
from knowledge.text.language import Language
from knowledge.text.learned import Learned
from knowledge.text.slips import MARKS, SOUND, WRONG_MARKS, lacks_tone, oddness, reach, slip_cost
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import all_agree, fold, has_marks, is_syllable, marks_agree
from knowledge.text.vocabulary import sound

ALONE_LIMIT = 0.4
"""What a slip may cost that no neighbour speaks for."""
_NEIGHBOUR_BONUS, _TOLD_BONUS, _COMMON_BONUS = 0.3, 0.1, 0.08
HOW_MANY = "bao nhiêu"
_ASKS = (HOW_MANY, "thế nào")
_ONLY_ASKS = "bao"
_TITLED_BONUS, _FUNCTIONAL_BONUS = 0.2, 0.04
_HARDLY_A_WORD = 2
_WITHIN = 2
"""So many neighbours has what stands within a name or phrase."""
_REMEMBERED = 10_000


class Reading(NamedTuple):
    """A candidate for what a word was meant to be."""

    marked: str
    cost: float


class Spot(NamedTuple):
    """A word where it stands: between its neighbours, good as it is or not, and `named` if it has the capital of a name."""

    word: str
    left: Token | None
    right: Token | None
    good: bool
    named: bool


class _Standing(NamedTuple):
    """How firm a word stands: much hangs on it, it is in the dictionary by itself, part of words only, or spelled so nowhere."""

    turns: bool
    listed: bool
    partial: bool
    unheard: bool


def _is_likely(word: str, reading: Reading, *, whole: bool) -> bool:
    """Whether a good word could be a slip: one of marks or sound, or where it is no whole word, of a lost letter."""
    if reading.cost <= WRONG_MARKS:
        return True
    return not whole and len(fold(word)) != len(fold(reading.marked))


def _token(word: str) -> Token:
    return Token(word, word, fold(word))


def _others(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The words that stand beside each in some pairs."""
    found: dict[str, tuple[str, ...]] = {}
    for word, other in pairs:
        found[word] = (*found.get(word, ()), other)
    return found


def _asks_with(reading: Reading, right: Token | None) -> bool:
    """Whether a reading and the word behind it ask by both words only: "bao nhiêu", "thế nào"."""
    return right is not None and f"{reading.marked} {right.marked}" in _ASKS


_SIDES = frozenset(["thượng", "hạ", "đông", "tây", "bắc", "nội", "ngoại", "tiền", "hậu"])
"""What tells places of one name apart."""


class Mender:
    """Finds what mistyped words were meant to be, by the words there are and by which stand side by side."""

    def __init__(self, language: Language, learned: Learned) -> None:
        """Mend by the words of the language data, and by what was learned from names and phrases."""
        self._language = language
        self._learned = learned
        self._spellings = list(learned.vocabulary.forms)
        self.known = frozenset(self._spellings) | frozenset(shorthand())
        self._functional = frozenset(map(fold, language.function_words))
        pairs = [phrase.split(" ") for phrase in language.ask_phrases if phrase.count(" ") == 1]
        self._asks_behind = _others((first, second) for first, second in pairs)
        self._asks_before = _others((second, first) for first, second in pairs)
        self._nearby: dict[str, tuple[str, ...]] = {}
        self._good: dict[str, bool] = {}

    def is_good(self, word: str) -> bool:
        """Whether a word is known as it is spelled, and has the tone that it must have."""
        good = self._good.get(word)
        if good is None:
            if len(self._good) >= _REMEMBERED:
                self._good.clear()
            good = self._good[word] = self._learned.knows(word) and not lacks_tone(word)
        return good

    def is_whole(self, word: str, *beside: Token | None) -> bool:
        """Whether a word stands by itself and is not only a syllable of others; as typed where its neighbours have marks."""
        forms: Iterable[str] = (word,)
        if not self._is_half_marked(word, *beside):
            forms = (
                form for form in self._learned.vocabulary.forms.get(fold(word), ()) if marks_agree(word, form)
            )
        return any(form in self._language.words or form in self._language.function_words for form in forms)

    def mend(self, spot: Spot) -> str | None:
        """The word that was meant, None where it stays as it is.

        A good word stays unless a neighbour makes another of it, and a `named` one,
        typed with a capital, unless that makes a name.
        """
        if ask := self._completed_ask(spot):
            return ask
        if self._stands(spot):
            return None
        standing = self._standing(spot)
        anywhere = standing.unheard or (
            not spot.good and (len(fold(spot.word)) > _HARDLY_A_WORD or not is_syllable(spot.word))
        )
        weighed = (
            (self._weigh(spot, standing, reading), reading.marked)
            for reading in self.candidates(spot.word, spot.left, spot.right, alone=anywhere)
            if not (spot.word in _SIDES and self._is_of_name(spot, reading))
        )
        likely = [(cost, word) for cost, word in weighed if cost is not None]
        return min(likely)[1] if likely else None

    def _completed_ask(self, spot: Spot) -> str | None:
        """The syllable that a word beside the other one of an ask is a slip of: "vì so", "bo nhiêu", "có phi"."""
        left, right = spot.left, spot.right
        behind = self._asks_behind.get(left.marked, ()) if left else ()
        before = self._asks_before.get(right.marked, ()) if right and not right.pause else ()
        pairs = (left and f"{left.marked} {spot.word}", right and f"{spot.word} {right.marked}")
        if any(pair in self._language.words for pair in pairs):
            return None  # "ngày mai" is no "ngày mấy"
        if spot.word in self._language.lookalikes["no_slips"]:
            return None  # "người nam" is no "người nào"
        half_marked = self._is_half_marked(spot.word, left, right)
        return self._lost(spot._replace(left=None), behind, half_marked=half_marked) or self._lost(
            spot._replace(right=None), before, half_marked=half_marked
        )

    def _lost(self, spot: Spot, asks: Sequence[str], *, half_marked: bool) -> str | None:
        """Of the syllables that make an ask with one neighbour, the one that a word is a slip of.

        None where it could be several, where that word was left without marks as all are, where it has to do with
        its other neighbour ("so với"), or means something by itself; what only ever asks is preferred to both.
        """
        word = spot.word
        if not asks or word in asks or len(word) < _HARDLY_A_WORD or (spot.good and not half_marked):
            return None
        alike = (ask for ask in asks if fold(ask) != fold(word) and fold(ask)[0] == fold(word)[0])
        near = [(cost, ask) for ask in alike if (cost := slip_cost(word, ask)) and cost <= ALONE_LIMIT]
        if len(near) != 1 or (near[0][1] != _ONLY_ASKS and self._stands(spot)):
            return None
        completing = self._language.lookalikes["completing"]
        ask = near[0][1]
        return ask if word not in self._language.words or fold(ask) in completing else None

    def _is_of_name(self, spot: Spot, reading: Reading) -> bool:
        """Whether a reading makes a name with a neighbour: "Thượng" and "Hạ" are no slips for another place."""
        return bool(self._learned.beside(self._learned.named, spot.left, reading.marked, spot.right))

    def _standing(self, spot: Spot) -> _Standing:
        word, left, right = spot.word, spot.left, spot.right
        bare = word in self._language.restrictive_bare and not self._is_half_marked(word, left, right)
        turns = spot.good and (bare or self._turns_or_types(word))
        unheard = spot.good and not (turns or spot.named) and self._is_unheard(word, left, right)
        return _Standing(turns, word in self._language.words, not self.is_whole(word, left, right), unheard)

    def _weigh(self, spot: Spot, standing: _Standing, reading: Reading) -> float | None:
        """How unlikely a reading is there; None for one that is not to be thought of."""
        told = self._told(spot, standing, reading)
        other = not spot.named and fold(spot.word) != fold(reading.marked)
        if (other and spot.word in self._language.function_words) or (  # "ra" is no "giá" written by ear
            not told
            and spot.word in self._functional
            and not self._is_half_marked(spot.word, spot.left, spot.right)
        ):
            return None  # "va" is "và" whatever stands beside it
        known = self._learned.beside(None, spot.left, reading.marked, spot.right)
        # a good word gives way to one that the store does not have only where it lost a letter of that, or is none by itself
        lost = known > 1 and (len(spot.word) < len(reading.marked) or (standing.partial and told > 0))
        lost = lost or self._completes(spot, standing, reading)
        paired = told if spot.good and not lost else max(told, known)
        if spot.good and not (paired and self._gives_way(spot, standing, reading, told=told, lost=lost)):
            return None
        if spot.named and not told and is_syllable(spot.word):
            return None
        named = spot.named and self._is_of_name(spot, reading)
        if standing.turns and not named and (paired < _WITHIN or reading.cost > SOUND + MARKS):
            return None
        cost = reading.cost - _NEIGHBOUR_BONUS * paired - _TOLD_BONUS * told
        # what could be a syllable may be somebody's name; only a function word is taken out of it unasked
        functional = not spot.named and reading.marked in self._language.function_words
        if cost > (ALONE_LIMIT if paired or functional or not is_syllable(spot.word) else MARKS):
            return None
        common = reading.marked in self._learned.common
        narrows = (
            fold(reading.marked) in self._language.restrictive_bare
        )  # "nm" may be "nam" as well as "năm"
        cost -= _COMMON_BONUS * common + _FUNCTIONAL_BONUS * (functional and not narrows)
        cost -= _TITLED_BONUS * (self._is_title(reading, spot) and not paired)
        return cost + oddness(spot.word, reading.marked)

    def _completes(self, spot: Spot, standing: _Standing, reading: Reading) -> bool:
        """Whether a syllable that is no word by itself lacks a letter of what makes one with a neighbour: "phấn đu", "ti hành"."""
        if standing.listed or standing.turns or spot.named or len(spot.word) >= len(reading.marked):
            return False
        words = self._language.words
        beside = [(f"{one.marked} ", "") for one in (spot.left,) if one]
        beside += [("", f" {one.marked}") for one in (spot.right,) if one and not one.pause]
        if any(self._is_known_pair(f"{before}{spot.word}{behind}") for before, behind in beside):
            return False  # "huy động" lacks no "t" of "thủy động"
        return any(f"{before}{reading.marked}{behind}" in words for before, behind in beside)

    def _is_known_pair(self, typed: str) -> bool:
        """Whether two words stand side by side somewhere, as far as their marks were typed."""
        return any(all_agree(typed, pair) for pair in self._learned.vocabulary.pairs.get(fold(typed), ()))

    def _is_title(self, reading: Reading, spot: Spot) -> bool:
        """Whether a reading is what a person is called by before their name, and what was typed cannot be spelled: "ôg Mạ Dì Sơn"."""
        behind = spot.right
        return (
            behind is not None
            and behind.is_capitalized
            and not is_syllable(spot.word)
            and bool(self._language.honorifics.at([_token(reading.marked)], 0))
        )

    def _told(self, spot: Spot, standing: _Standing, reading: Reading) -> int:
        """With how many neighbours the store has a reading, or has what is counted behind one that asks how many."""
        left, right = spot.left, spot.right
        told = self._learned.beside(self._learned.named, left, reading.marked, right)
        if not (spot.named and spot.good) or self.makes_compound(left, reading, right):
            # that "hạn của" is said makes no "hạn" of "hàng của": next to a function word any good word may stand
            before, behind = (
                None if spot.good and self._is_functional(one) else one for one in (left, right)
            )
            told = max(told, self._learned.beside(self._learned.told, before, reading.marked, behind))
        counts = standing.unheard and self._counts(left, reading.marked, right)
        return told + (counts or (standing.partial and _asks_with(reading, right)))

    def _gives_way(self, spot: Spot, standing: _Standing, reading: Reading, *, told: int, lost: bool) -> bool:
        """Whether a good word may be a slip for a reading."""
        by_itself = spot.named or not standing.partial
        torn = lost and (told > 1 or not standing.listed)
        if self._is_meant_as_typed(spot, standing, reading, told=told):
            return False  # "dừng đề án" is no "dung đề án", which the store has of "nội dung đề án"
        if by_itself and not torn and reading.marked in self._language.function_words:
            return False
        return (
            standing.unheard
            or (standing.partial and _asks_with(reading, spot.right))
            or _is_likely(spot.word, reading, whole=standing.listed and not spot.named)
            or (
                not (standing.listed and reading.cost > ALONE_LIMIT)
                and self.makes_compound(self._bound_left(spot, standing), reading, spot.right)
            )
            or ((told > 1 or lost) and reading.cost <= ALONE_LIMIT)
        )

    def _is_meant_as_typed(self, spot: Spot, standing: _Standing, reading: Reading, *, told: int) -> bool:
        """Whether a word typed with marks is no slip, but by ear, for what makes no word with a neighbour: in the store that may be the end of a longer one."""
        if not standing.listed or not has_marks(spot.word) or told > 1:
            return False
        if reading.cost <= SOUND or self._is_of_name(spot, reading):
            return False
        beside = [f"{spot.left.marked} {reading.marked}"] if spot.left else []
        beside += [f"{reading.marked} {spot.right.marked}"] if spot.right else []
        return self._language.words.isdisjoint(beside)

    def _bound_left(self, spot: Spot, standing: _Standing) -> Token | None:
        """The word before a good one, unless that tells what kind of thing it is: a "cầu tre" is no slip of "cầu treo"."""
        told = standing.listed and spot.left is not None and self._language.units.at([spot.left], 0)
        return None if told else spot.left

    def _is_unheard(self, word: str, left: Token | None, right: Token | None) -> bool:
        """Whether a syllable without marks among words that have them is spelled so nowhere, nor lacks but its marks beside its neighbours."""
        before, behind = (one.marked if one else None for one in (left, right))
        return (
            len(word) > 1
            and self._is_half_marked(word, left, right)
            and word not in self._learned.vocabulary.forms.get(fold(word), ())
            and not (self._learned.is_pair(before, word) or self._learned.is_pair(word, behind))
        )

    def _counts(self, left: Token | None, word: str, right: Token | None) -> bool:
        """Whether a word asks how many there are of what stands behind it."""
        asks = self._language.asks.at([_token(word)], 0)
        if right is None or not any(found.meaning == "how_many" for found in asks):
            return False
        known = self._learned.beside(None, left, word, right)
        return bool(known or self._language.units.at([right], 0))

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

    def makes_compound(self, left: Token | None, reading: Reading, right: Token | None) -> bool:
        """Whether a reading makes a well-known word with a neighbour, one that the store uses too."""
        pairs = [f"{left.marked} {reading.marked}"] if left else []
        pairs += [f"{reading.marked} {right.marked}"] if right else []
        return any(pair in self._learned.told and pair in self._language.words for pair in pairs)

    def _stands(self, spot: Spot) -> bool:
        """Whether a word is fine beside one of its neighbours, as the store or the language has them.

        A `named` one that lacks some of its marks is fine in a name only.
        """
        word, left, right, _, named = spot
        for first, second in ((left and left.marked, word), (word, right and right.marked)):
            if first and second:
                typed = f"{first} {second}"
                for pair in self._learned.vocabulary.pairs.get(fold(typed), ()):
                    if all_agree(typed, pair):
                        whole = word in pair.split(" ")
                        told = pair in (self._learned.told if whole or not named else self._learned.named)
                        as_typed = word.isascii() or whole
                        if told or (as_typed and not self._is_half_marked(word, left, right)):
                            return True
        return False

    @staticmethod
    def _is_half_marked(word: str, *beside: Token | None) -> bool:
        """Whether a word has no marks though its neighbours have them, so that it may lack a letter instead."""
        return word.isascii() and any(token and token.is_marked for token in beside)

    def candidates(
        self, word: str, left: Token | None, right: Token | None, *, alone: bool
    ) -> Iterator[Reading]:
        """What a word may have been: beside its neighbours, and where it is no good word, anywhere."""
        folded = fold(word)
        before, after = (left.folded if left else ""), (right.folded if right else "")
        pairs = self._learned.vocabulary.pairs
        for spelling in self._near(folded):
            if alone or f"{before} {spelling}" in pairs or f"{spelling} {after}" in pairs:
                for form in self._learned.vocabulary.forms.get(spelling, ()):
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
                (folded, *self._learned.vocabulary.sounds.get(sound(folded), ()), *(f[0] for f in found))
            )
            if len(self._nearby) >= _REMEMBERED:
                self._nearby.clear()
            near = self._nearby[folded] = tuple(alike)
        return near
