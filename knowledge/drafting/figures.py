"""Figures, days and months as editors type them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from knowledge.drafting.problems import Reason
from knowledge.text.periods import Time, times_in
from knowledge.text.tokens import join_numerals, numeral, tidy, tokenize
from knowledge.text.vietnamese import fold

_NUMBER = re.compile(r"[-−]?\d[\d.,]*")
_WHOLE = re.compile(r"[-−]?\d+")
_THOUSANDS = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_UNCLEAR = re.compile(r"[-−]?[1-9]\d{0,2},\d{3}")
_DECIMAL = re.compile(r"[-−]?\d+[.,]\d+")
_OF = re.compile(
    r"\s*(?:/|trên(?:\s+tổng)?(?:\s+số)?|tren|trong(?:\s+tổng)?(?:\s+số)?)\s*(?=\d)", re.IGNORECASE
)
_PERCENT = "%"
_HUNDRED = 100
_BEGINNING = frozenset(map(fold, ("từ", "đầu", "ngày", "mùng", "tháng", "năm")))
"""Words beside a day, month or year that leave its first day the first."""
_FROM = fold("từ")
_FIRST_YEAR, _LAST_YEAR, _MONTHS = 1900, 2100, 12


class UnreadableError(ValueError):
    """No figure, no day"""

    def __init__(self, reason: Reason) -> None:
        """Say what it is not."""
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, what it is out of, and what it counts."""

    value: float
    of: float | None = None
    unit: str | None = None


def read_figure(text: str) -> Figure:
    """A figure with or without its unit; UnreadableError for what is none, or could be two.

    >>> read_figure("6/10 xã, phường")
    Figure(value=6, of=10, unit='xã, phường')
    >>> read_figure("86,2%")
    Figure(value=86.2, of=100, unit='%')
    >>> read_figure("mười lăm cán bộ")
    Figure(value=15, of=None, unit='cán bộ')
    """
    text = text.strip()
    found = _NUMBER.match(text)
    if not found:
        return _in_words(text)
    number = found[0].rstrip(".,")
    value, rest = read_number(number), text[len(number) :]
    if between := _OF.match(rest):
        whole = _NUMBER.match(rest, between.end())
        if whole:
            counted = whole[0].rstrip(".,")
            unit = rest[between.end() + len(counted) :].strip()
            return _not_a_month(Figure(value, read_number(counted), unit or None))
    return _perhaps_of_hundred(value, rest.strip())


def _not_a_month(figure: Figure) -> Figure:
    """What may as well be a month ("7/2020") is not guessed at."""
    of = figure.of or 0
    if figure.unit is None and _FIRST_YEAR <= of <= _LAST_YEAR and figure.value <= _MONTHS:
        raise UnreadableError("unclear_number")
    return figure


def _perhaps_of_hundred(value: float, unit: str) -> Figure:
    if unit.startswith(_PERCENT) or fold(unit) == "phan tram":
        return Figure(value, _HUNDRED, _PERCENT)
    return Figure(value, None, unit or None)


def _in_words(text: str) -> Figure:
    """A figure in words, and what follows them."""
    tokens = join_numerals(tokenize(text))
    first = tokens[0] if tokens else None
    value = (first.number if first.number is not None else numeral(first)) if first else None
    if first is None or value is None:
        raise UnreadableError("number")
    return _perhaps_of_hundred(tidy(value), text[len(first.typed) :].strip())


def read_number(text: str) -> float:
    """A number as Vietnamese write it: 1.286 is a thousand and more, 86,2 a fraction; UnreadableError otherwise.

    What could be either ("1,286") is not guessed at.
    """
    text = text.strip().replace(" ", "")
    if _UNCLEAR.fullmatch(text):
        raise UnreadableError("unclear_number")
    if _WHOLE.fullmatch(text):
        digits = text
    elif _THOUSANDS.fullmatch(text):
        digits = text.replace(".", "").replace(",", ".")
    elif _DECIMAL.fullmatch(text):
        digits = text.replace(",", ".")
    else:
        raise UnreadableError("number")
    return tidy(float(digits.replace("−", "-")))


def read_day(text: str) -> date:
    """One day; UnreadableError for anything else."""
    time = _time(text)
    if time is None or time.first != time.last:
        raise UnreadableError("day")
    return time.first


def read_beginning(text: str) -> date:
    """The day on which a day, month or year begins; UnreadableError for anything else."""
    time = _time(text)
    if time is None:
        raise UnreadableError("day")
    return time.first


def read_day_or_month(text: str) -> str:
    """A day or a month as facts hold them; UnreadableError for anything else.

    >>> read_day_or_month("tháng 7/2020"), read_day_or_month("5/2/2021")
    ('2020-07', '2021-02-05')
    """
    time = _time(text)
    if time is None or (time.first.year, time.first.month) != (time.last.year, time.last.month):
        raise UnreadableError("month")
    return time.first.isoformat() if time.first == time.last else f"{time.first:%Y-%m}"


def days_in(text: str) -> tuple[date | None, date | None]:
    """The day from which and the day until which a time in words lasts, as far as it names them outright.

    >>> days_in("từ đầu năm 2020 đến 17/11/2020")
    (datetime.date(2020, 1, 1), datetime.date(2020, 11, 17))
    """
    tokens = tokenize(text)
    since = as_of = None
    for time in times_in(tokens):
        before = [token.folded for token in tokens[max(0, time.start - 2) : time.start]]
        if time.since and _FROM in before and _BEGINNING.issuperset(before[before.index(_FROM) :]):
            since = since or time.first
        if time.until and time.first == time.last:
            as_of = as_of or time.last
    return since, as_of


_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")


def _time(text: str) -> Time | None:
    text = _ISO_MONTH.sub(r"\2/\1", text.strip(), count=1) if _ISO_MONTH.fullmatch(text.strip()) else text
    tokens = tokenize(text)
    found = times_in(tokens)
    beside = [
        token for at, token in enumerate(tokens) if not any(time.start <= at < time.end for time in found)
    ]
    is_plain = len(found) == 1 and all(token.folded in _BEGINNING for token in beside)
    within = tokens[found[0].start : found[0].end] if is_plain else []
    return found[0] if is_plain and not any(_is_a_part(token.folded) for token in within) else None


def _is_a_part(word: str) -> bool:
    """Whether a word within a time makes it another than a day, a month or a year."""
    return word.isalpha() and word not in _BEGINNING
