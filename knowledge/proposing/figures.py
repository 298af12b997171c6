"""The figures of a sentence: numbers with what they count, and how exactly."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.proposing.numbers import Number, numbers_in
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import Spelled, class_of_word, classes, counted, phrases, words
from knowledge.text.counting import Unit
from knowledge.text.language import language
from knowledge.text.phrases import Found
from knowledge.text.vietnamese import is_syllable, plain_signs

BEHIND = ("trở lên", "trở xuống", "rưỡi")
"""Words behind a figure that make it inexact."""
_BOUNDS = ("at_least", "more", "less", "at_most", "about")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit in tokens[start:end]; `bound` holds the words that make it inexact.

    `unit_class` is what kind of thing the unit counts; `guessed` says that the unit is none the
    language data know; `carried` that it is another figure's, or stands before the number.
    """

    number: Number
    start: int
    end: int
    unit: str
    unit_class: Unit | None = None
    bound: str | None = None
    guessed: bool = False
    carried: bool = False

    @property
    def head(self) -> int:
        """Where the words before the number begin that make it inexact, else the number."""
        return self.start - (0 if self.bound is None or self.bound in BEHIND else len(self.bound.split()))


def figures_in(sentence: Sentence) -> list[Figure]:
    """The figures from left to right; a number without anything to count is none."""
    return list(_Figures(sentence).read())


class _Figures:
    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.numbers = numbers_in(sentence)

    def read(self) -> Iterator[Figure]:
        found: list[Figure | None] = [self._figure(number) for number in self.numbers]
        for at in range(len(found) - 2, -1, -1):
            found[at] = found[at] or self._sharing_unit(self.numbers[at], found[at + 1])
        earlier: list[Figure] = []
        ends = {figure.end for figure in found if figure}
        for number, figure in zip(self.numbers, found, strict=True):
            known = (
                figure
                or self._counted_before(number)
                or self._said_to_be(number)
                or self._of_breakdown(number, earlier)
            )
            if known:
                known = replace(known, bound=self._bound(known, ends))
                earlier.append(known)
                yield known

    # ── what is counted ─────────────────────────────────────────────────────────────────

    def _figure(self, number: Number) -> Figure | None:
        if number.percent:
            end = self._per(number.end)
            per = "".join(f"/{self.sentence.slice(at, at + 1)}" for at in range(number.end, end))
            return Figure(number, number.start, end, f"%{per}", Unit("phan_tram", None))
        return self._with_unit(number)

    def _with_unit(self, number: Number) -> Figure | None:
        begin = number.end
        scale = phrases("scales").at(self.tokens, begin) if self._joins(begin) else None
        at = scale.end if scale else begin
        if (
            number.of is not None
            and (whole := phrases("whole_number").at(self.tokens, at))
            and self._joins(at)
        ):
            at = begin = whole.end
        if self._is_doubled(at):
            at = begin = at + 1
        unit = self._unit_at(at) if self._joins(at) else None
        if unit is None and scale is None:
            return self._guessed(number)
        end, kind = unit or (at, counted_class(self.sentence, begin))
        end = self._per(end)
        return Figure(number, number.start, end, self.sentence.slice(begin, end), kind)

    def _is_doubled(self, at: int) -> bool:
        """Whether a word was written twice ("45 hộ hộ nghèo")."""
        pair = self.tokens[at : at + 2]
        alike = len({token.marked for token in pair}) == 1 and pair[0].is_word
        return len(pair) > 1 and alike and self._joins(at + 1)

    def _joins(self, at: int) -> bool:
        """Whether nothing but a space stands before a token."""
        return at < len(self.tokens) and self.sentence.gap(at).strip() in ("", '"', "“")

    def _unit_at(self, at: int) -> tuple[int, Unit | None] | None:
        """Where a known unit that begins here ends, with what it says more exactly ("con" "lợn"), and its class."""
        found = counted().at(self.tokens, at)
        if found is None and (rate := self._rate_at(at)):
            return rate
        if found is None or self._is_no_unit(at, found.end):
            return None
        more = counted().at(self.tokens, found.end) if self._joins(found.end) else None
        if more and self._tells_more(found.meaning, more.meaning):
            found = more
        return self._listed(found.end, found), found.meaning.unit

    def _rate_at(self, at: int) -> tuple[int, Unit | None] | None:
        """A short unit of so much for each ("đ/kg"), which is read as one word."""
        first, sign, _ = self.tokens[at].marked.partition("/")
        kind = class_of_word(first) if sign else None
        return (at + 1, kind) if kind else None

    def _is_no_unit(self, start: int, end: int) -> bool:
        return end - start == 1 and self.tokens[start].marked in words("no_unit")

    @staticmethod
    def _tells_more(classifier: Spelled, noun: Spelled) -> bool:
        """Whether a noun behind a unit says what that counts: "suất quà", "con trâu", "lượt khách"."""
        if classifier.unit is None or noun.unit is None or noun.unit.kind in classes("measuring"):
            return False
        generic = classifier.unit.kind == noun.unit.kind and classifier.unit.group is None
        return generic or classifier.text in words("classifiers")

    def _listed(self, end: int, first: Found[Spelled]) -> int:
        """Where a list of things of one class ends: "xã, phường", "cán bộ, chiến sĩ"."""
        while end < len(self.tokens):
            here = end + 1 if self.sentence.is_word(end, "và") else end
            if here == end and plain_signs(self.sentence.gap(end)).strip() not in (",", "-", "/"):
                break
            more = counted().at(self.tokens, here)
            if more is None or not self._goes_with(first.meaning, more):
                break
            end = more.end
        return end

    def _goes_with(self, first: Spelled, more: Found[Spelled]) -> bool:
        """Whether two things are counted together; a name begins behind no such thing."""
        kind = more.meaning.unit and more.meaning.unit.kind
        if first.unit is None or first.unit.kind != kind or kind not in classes("listed"):
            return False
        levels = language().place_levels
        if levels.get(first.text) != levels.get(more.meaning.text):
            return False
        return not self._joins(more.end) or not self.tokens[more.end].is_capitalized

    def _per(self, end: int) -> int:
        """Where "/người/năm" behind a unit ends."""
        while end < len(self.tokens) and self.sentence.gap(end) == "/" and self.tokens[end].is_word:
            end += 1
        return end

    def _guessed(self, number: Number) -> Figure | None:
        """A figure of something that no list of units has: a noun that the language knows."""
        at = number.end
        if not self._joins(at) or not self.tokens[at].is_word or self.tokens[at].is_capitalized:
            return None
        compound = language().compounds.longest(self.tokens, at)
        never = phrases("no_unit").at(self.tokens, at) or language().restrictive.longest(self.tokens, at)
        if never and (compound is None or compound.end <= never.end):
            return None
        end = compound.end if compound else at + 1
        if compound is None and not is_syllable(self.tokens[at].marked):
            return None
        unit = self.sentence.slice(at, end)
        return Figure(number, number.start, end, unit, guessed=True)

    def _sharing_unit(self, number: Number, later: Figure | None) -> Figure | None:
        """A figure whose unit stands behind the next one: "từ 12 lên 15 xã"."""
        if later is None or later.number.percent:
            return None
        link = phrases("shared_unit").at(self.tokens, number.end)
        adjoining = number.end == later.start and self.sentence.gap(later.start).strip() == ","
        if not adjoining and (link is None or link.end != later.start):
            return None
        return Figure(number, number.start, number.end, later.unit, later.unit_class, carried=True)

    def _counted_before(self, number: Number) -> Figure | None:
        """A figure whose unit stands before it: "số hộ nghèo là 35"."""
        for at in range(number.start - 1, max(-1, number.start - 14), -1):
            if self.sentence.gap(at + 1).strip() in (";", ".") or self._in_number(at):
                return None
            named = phrases("number_of").at(self.tokens, at)
            for start in (named.end, at + 1) if named else ():  # "số ca phẫu thuật" counts "ca", too
                if unit := self._unit_at(start):
                    return self._carrying(number, start, *unit)
        return None

    def _said_to_be(self, number: Number) -> Figure | None:
        """A figure of what it is said to be: "chỉ tiêu chỉ là 385"."""
        link = phrases("said_to_be").before(self.tokens, number.start)
        unit = counted().before(self.tokens, link.start) if link else None
        return self._carrying(number, unit.start, unit.end, unit.meaning.unit) if unit else None

    def _carrying(self, number: Number, start: int, end: int, kind: Unit | None) -> Figure:
        """A figure of what stands in tokens[start:end], before its number."""
        text = self.sentence.slice(start, end)
        return Figure(number, number.start, number.end, text, kind, carried=True)

    def _of_breakdown(self, number: Number, earlier: Sequence[Figure]) -> Figure | None:
        """A figure without a unit of its own where another is broken down: "15 người (4 nữ, 11 nam)"."""
        for whole in reversed(earlier):
            if whole.carried or whole.number.percent:
                continue
            deeper = self.sentence.depths[number.start] - self.sentence.depths[whole.start]
            between = range(whole.end, number.start + 1)
            opened = deeper == 1 or (deeper == 0 and any(self._breaks_down(at) for at in between))
            if opened and number.value <= whole.number.value and number.of is None:
                return Figure(number, number.start, number.end, whole.unit, whole.unit_class, carried=True)
        return None

    def _breaks_down(self, at: int) -> bool:
        gap = self.sentence.gap(at)
        return ":" in gap or phrases("breaks_down").at(self.tokens, at) is not None

    def _in_number(self, at: int) -> bool:
        return any(number.start <= at < number.end for number in self.numbers)

    # ── how exactly ─────────────────────────────────────────────────────────────────────

    def _bound(self, figure: Figure, ends: Container[int]) -> str | None:
        """The words that make a figure inexact; "118 hồ sơ trên 200 chỉ tiêu" is no more than 200."""
        before = self._bound_before(figure.start)
        if before and before in words("out_of") and figure.start - len(before.split()) in ends:
            before = None
        after = next((w for w in BEHIND if self._says(figure.end, w)), None)
        return before or after

    def _bound_before(self, start: int) -> str | None:
        claims = language().claims
        for begin in range(max(0, start - 3), start):
            text = " ".join(token.marked for token in self.tokens[begin:start])
            found = [f for f in claims.at(self.tokens[:start], begin) if f.end == start]
            if (
                any(f.meaning in _BOUNDS for f in found)
                and text in language().claim_words
                and text not in words("exact_before")
            ):
                return text
        return None

    def _says(self, at: int, text: str) -> bool:
        return " ".join(token.marked for token in self.tokens[at : at + len(text.split())]) == text


def counted_class(sentence: Sentence, at: int) -> Unit | None:
    """The class of what is counted by the words at a place."""
    found = counted().at(sentence.tokens, at)
    return found.meaning.unit if found else None


def same_class(one: Figure, other: Figure) -> bool:
    """Whether two figures count things of one class, such as people."""
    return bool(one.unit_class and other.unit_class and one.unit_class.kind == other.unit_class.kind)


def spanned(figures: Sequence[Figure]) -> set[int]:
    """The tokens that figures take."""
    return {at for figure in figures for at in range(figure.start, figure.end)}
