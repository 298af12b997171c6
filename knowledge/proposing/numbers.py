"""The numbers of a sentence that count something, apart from those that name, date or number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import counted, phrases, words
from knowledge.text.tokens import numeral, numeral_at
from knowledge.text.vietnamese import plain_signs

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_DAYS, _MONTHS = 31, 12
_DIGITS_OF_PHONE = 7
_TIME = "thoi_gian"

_NO_FIGURE = re.compile(
    r"""https?://\S+ | www\.\S+ | \S+@\S+\.\S+                                  # addresses
      | \b\d+(?:/\d{4})?\s?[-/]\s?[A-ZĐ]{2,}[\wĐđ/-]*                             # 18-NQ/TW, 26/2013/TT-BYT
      | \b\d{2}\s?[A-ZĐ]{1,2}\d?\s?-?\s?\d{3,5}(?:\.\d{2})?\b                      # 14C-123.45
      | \b0\d{2,4}(?:[.\s-]\d{2,4}){1,3}\b | \b1[89]00[.\s]?\d{2,}(?:[.\s]?\d+)* | \b0\d{6,}\b  # telephone
      | \b\d{1,2}\s?[hg]\s?\d{2}\b | \b\d{1,2}\s?h(?![\wà-ỹ]) | \b\d{1,2}:\d{2}(?::\d{2})?\b    # 8h30
      | \b\d{1,2}\s?giờ\s?\d{1,2}(?:\s?phút)?\b
      | \b(?:lúc|hồi|vào|từ|đến|trước|sau|khoảng)\s\d{1,2}\s?giờ(?=[\s,.;]+(?:ngày|sáng|trưa|chiều|tối|đêm|cùng|hôm|đến|tới|kém))
      | \b\d{1,2}\s?giờ(?=\s(?:từ\s|hằng\s|hàng\s|mỗi\s)?(?:ngày|sáng|trưa|chiều|tối|đêm|cùng\sngày|hôm)\b)
      | \b[kK]m\s?\d+\s?\+\s?\d+ | \b\d+°\S*                                            # km 25+300
      | \b[A-Za-zĐđ]+-?\d+(?:\s?-\s?\d+)?\b(?!\s?%)                                       # Covid-19, A1, U23
      | \b[1-5]\s?sao\b                                                                   # 3 sao
      | \b\d+\s?chọi\s?\d+(?:,\d+)?                                                   # 1 chọi 6,2
      | \b\d{1,2}\s(?:tháng\s)?(?:Giêng|Chạp)\b | \b\d{1,2}\stháng\s\d{1,2}(?=\s(?:âm|dương)\slịch)  # 14 tháng Giêng
      | \b\d+[A-ZĐ]\d*\b                                                                # 1A, 5G
      | \b(?:vĩ\sđộ|kinh\sđộ|độ\svĩ|độ\skinh)\s\d+[.,]?\d*""",
    re.VERBOSE,
)
_SCORE = re.compile(
    r"\b(?:tỷ số|tỉ số|thắng|thua|hòa|hoà|dẫn|gỡ hòa|kết quả)\D{0,25}(\d{1,2}\s?-\s?\d{1,2})\b"
)
_TO = re.compile(r"\s?-\s?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in tokens[start:end]: its value, what it is out of, or the other end of a range."""

    start: int
    end: int
    value: float
    of: float | None = None
    to: float | None = None
    percent: bool = False


def numbers_in(sentence: Sentence) -> list[Number]:
    """The numbers that may count something, from left to right."""
    return list(_Numbers(sentence).read())


class _Numbers:
    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        plain = plain_signs(sentence.text)
        self.masked = [match.span() for match in _NO_FIGURE.finditer(plain)]
        self.masked += [match.span(1) for match in _SCORE.finditer(plain)]

    def read(self) -> Iterator[Number]:
        at = 0
        while at < len(self.tokens):
            number = None if self._is_masked(at) else self._at(at)
            if number and not self._only_names(number):
                yield number
            at = number.end if number else at + 1

    def _is_masked(self, at: int) -> bool:
        begin = self.sentence.begins[at]
        return any(start <= begin < end for start, end in self.masked)

    def _at(self, at: int) -> Number | None:
        token = self.tokens[at]
        if token.days:
            return None
        if self._is_in_digits(at):
            number = Number(at, at + 1, token.number or 0.0, token.of, percent=token.typed.endswith("%"))
            return self._with_percent(self._share(self._range(number)))
        return self._in_words(at) if token.is_word else None

    def _is_in_digits(self, at: int) -> bool:
        return self.tokens[at].number is not None and not self.tokens[at].typed[0].isalpha()

    def _in_words(self, at: int) -> Number | None:
        """A number in words: several, or a single one that counts ("ba xã"), or a fraction ("hai phần ba")."""
        if self.tokens[at].is_capitalized and at and not self.tokens[at].pause:
            return None
        end, value = self._said(at)
        if value is None:
            return None
        if end - at > 1:
            return self._with_percent(self._range(Number(at, end, value)))
        if self.sentence.is_word(end, "phần") and (whole := self._said(end + 1)[1]):
            return Number(at, end + 2, value, of=whole)
        if self.sentence.is_word(end, *words("figurative")):
            return None
        number = self._range(Number(at, end, value))
        return number if counted().at(self.tokens, number.end) else None

    def _said(self, at: int) -> tuple[int, float | None]:
        """A number in words and where it ends; "triệu" and the like at its end belong to its unit."""
        if at >= len(self.tokens) or not self.tokens[at].is_word:
            return at, None
        end, value = numeral_at(self.tokens, at)
        while end - at > 1 and self.tokens[end - 1].marked in words("large_scales"):
            end, value = numeral_at(self.tokens[: end - 1], at)
        if value is not None and end - at > 1:
            return end, value
        if self.tokens[at].marked in words("single_numerals"):
            return at + 1, numeral(self.tokens[at])
        return at, None

    def _range(self, low: Number) -> Number:
        """The number with the other end of its range: "20 - 25", "từ 5 đến 7"."""
        at = low.end
        if low.of is not None or at >= len(self.tokens):
            return low
        if self._is_in_digits(at) and _TO.fullmatch(plain_signs(self.sentence.gap(at))):
            high = at
        elif phrases("range").at(self.tokens, at) and not self._changes(low.start):
            high = at + 1
        else:
            return low
        end, value, percent = self._end_of_range(high)
        if value is None or value <= low.value:
            return low
        return Number(low.start, end, low.value, to=value, percent=low.percent or percent)

    def _end_of_range(self, at: int) -> tuple[int, float | None, bool]:
        if at < len(self.tokens) and self._is_in_digits(at) and self.tokens[at].of is None:
            return at + 1, self.tokens[at].number, self.tokens[at].typed.endswith("%")
        end, value = self._said(at)
        return end, value, False

    def _changes(self, at: int) -> bool:
        """Whether what stands before two numbers says that one became the other ("tăng từ 5 đến 7")."""
        before = at - 1 if self.sentence.is_word(at - 1, "từ") else at
        return phrases("changing").before(self.tokens, before) is not None

    def _share(self, part: Number) -> Number:
        """The number with its whole: "7 trên 10", "3 trong số 5"."""
        between = phrases("out_of").at(self.tokens, part.end) if part.of is None and part.to is None else None
        if between is None or between.end >= len(self.tokens):
            return part
        whole = self.tokens[between.end]
        if whole.number is None or whole.of is not None or whole.number < part.value or whole.pause:
            return part
        return Number(part.start, between.end + 1, part.value, of=whole.number)

    def _with_percent(self, number: Number) -> Number:
        """The number as a percentage, where a sign or "phần trăm" follows apart from it."""
        at = number.end
        if number.percent or at >= len(self.tokens):
            return number
        if self.tokens[at].typed == "%" and not self.sentence.gap(at).strip():
            return Number(number.start, at + 1, number.value, number.of, number.to, percent=True)
        if self.sentence.is_word(at, "phần") and self.sentence.is_word(at + 1, "trăm"):
            return Number(number.start, at + 2, number.value, number.of, number.to, percent=True)
        return number

    # ── what only names ─────────────────────────────────────────────────────────────────

    def _only_names(self, number: Number) -> bool:
        if number.percent:
            return False
        typed = self.tokens[number.start].typed
        digits = typed.lstrip("0")
        if len(typed) - len(digits) > 1 or (
            typed.isdigit() and typed[0] == "0" and len(typed) > _DIGITS_OF_PHONE
        ):
            return True
        follows = self._counts(number.end)
        before = not self.tokens[number.start].pause
        if before and phrases("named_always").before(self.tokens, number.start):
            return True
        if number.of is not None:
            return not follows and self._is_day(number)
        if follows:
            return False
        named = phrases("named_else").before(self.tokens, number.start) if before else None
        return (named is not None and not self._is_total(named.start)) or self._is_year(number)

    def _counts(self, at: int) -> bool:
        """Whether something to count follows, other than a time ("Đề án số 07 ngày …")."""
        if at >= len(self.tokens) or self.tokens[at].pause:
            return False
        whole = phrases("whole_number").at(self.tokens, at)
        unit = counted().at(self.tokens, whole.end if whole else at)
        if unit is None:
            return phrases("scales").at(self.tokens, at) is not None
        return unit.meaning.unit is not None and unit.meaning.unit.kind != _TIME

    def _is_total(self, at: int) -> bool:
        """Whether "số" is that of "tổng số" and "trong số"."""
        return self.sentence.is_word(at, "số") and self.sentence.is_word(at - 1, "tổng", "trong", "con")

    def _is_day(self, number: Number) -> bool:
        of = number.of or 0
        return number.value <= _DAYS and of <= _MONTHS and self.tokens[number.start].typed[0].isdigit()

    def _is_year(self, number: Number) -> bool:
        typed = self.tokens[number.start].typed
        return typed.isdigit() and _FIRST_YEAR <= number.value <= _LAST_YEAR
