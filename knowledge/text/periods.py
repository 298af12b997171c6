"""Time in questions: the days that words and numbers speak of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.text.tokens import Token, month_days, numeral

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FIRST_CALLED = 1000
"""The first year that is one behind "năm": "dựng năm 1687"."""
_COUNTING_YEARS = ("một", "mỗi", "hàng", "hằng", "trong", "các", "nhiều")
_MONTHS = 12
_DAYS = 31
_QUARTERS = 4
_LASTING = ("năm", "tháng", "quý", "tuần", "ngày", "giờ", "phút")
_PARTS = {"đầu": (1, 10), "giữa": (11, 20), "cuối": (21, 31), "hết": (21, 31)}
"""The days of a month that its parts are."""
_PART_OF_YEAR: dict[str, Callable[[int], tuple[date, date]]] = {
    "đầu": lambda year: (date(year, 1, 1), date(year, 3, 31)),
    "giữa": lambda year: (date(year, 6, 15), date(year, 7, 15)),
    "cuối": lambda year: (date(year, 12, 1), date(year, 12, 31)),
    "hết": lambda year: (date(year, 12, 1), date(year, 12, 31)),
}


@dataclass(frozen=True, slots=True)
class Time:
    """A time named in tokens[start:end], from `first` to `last` day.

    `since` if what is asked about begins there, `until` if it ends there,
    `whole` if it is meant from its first day to its last ("cả năm 2024"). What runs
    from one time to another ("từ đầu năm 2022 đến giữa tháng 8") ends on a day from
    `ends_from` to `last`.
    """

    start: int
    end: int
    first: date
    last: date
    since: bool = False
    until: bool = False
    whole: bool = False
    ends_from: date | None = None
    to_now: bool = False
    """Whether it is said to last until now: "từ năm 2022 đến nay"."""

    @property
    def is_of_years(self) -> bool:
        """Whether it is made of whole years."""
        return (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)

    def label(self) -> str:
        """The time in digits: a year, a day, a month or a span of years or months."""
        if self.first == self.last:
            return f"{self.first:%d/%m/%Y}"
        if self.is_of_years:
            first, last = self.first.year, self.last.year
            return str(first) if first == last else f"{first}-{last}"
        if self.first.year != self.last.year:
            return f"{self.first:%m/%Y}-{self.last:%m/%Y}"
        if self.first.month != self.last.month:
            return f"{self.first:%m}-{self.last:%m/%Y}"
        return f"{self.first:%m/%Y}"


def times_in(tokens: Sequence[Token], *, joined: bool = False) -> list[Time]:
    """The times that a text names by number: days, months, quarters, years, spans of years.

    The two ends of "từ đầu năm 2022 đến giữa tháng 8" are one time where they are to be `joined`.
    """
    found: list[Time] = []
    if all(token.is_word for token in tokens):
        return found
    at = 0
    while at < len(tokens):
        time = _time_at(tokens, at)
        if time:
            span = joined and (
                _running_on(tokens, time) or _begun_before(tokens, time) or _running_to_now(tokens, time)
            )
            time = span or _bounded(tokens, time)
            found.append(time)
        at = time.end if time else at + 1
    return found


def month_at(tokens: Sequence[Token], at: int) -> int | None:
    """The month, 1 to 12, of which a number is that has no year: "tháng | 7"; None of one that counts, as in "6 tháng đầu năm"."""
    number = tokens[at].number
    if not at or number is None or tokens[at].of is not None or not _is(tokens[at - 1], "tháng"):
        return None
    counted = at > 1 and tokens[at - 2].number is not None
    dated = at + 1 < len(tokens) and _is(tokens[at + 1], "năm")
    return int(number) if 1 <= number <= _MONTHS and not (counted or dated) else None


def lasts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number says within how long something is: of "bao nhiêu trong 8 tháng" no months are counted."""
    before, behind = tokens[max(0, at - 1) : at], tokens[at + 1 : at + 2]
    return any(_is(one, "trong") for one in before) and any(_is(one, *_LASTING) for one in behind)


def _time_at(tokens: Sequence[Token], at: int) -> Time | None:
    token = tokens[at]
    if token.days:
        first, last = token.days
        start = at - 1 if at and _is(tokens[at - 1], "ngày", "tháng", "năm") else at
        return None if _counts_quarters(tokens, at) else Time(start, at + 1, first, last)
    return (
        _written_out(tokens, at) or _quarter(tokens, at) or _months_of_year(tokens, at) or _year(tokens, at)
    )


def _bounded(tokens: Sequence[Token], time: Time) -> Time:
    """The time with what stands before it: "từ" makes it a beginning, "tính đến" an end, "cả" a whole."""
    if time.start and _is(tokens[time.start - 1], "cả", "trọn", "suốt", "nguyên"):
        return replace(time, start=time.start - 1, whole=True)
    if time.first.year != time.last.year:
        return time
    start = time.start
    if start and _is(tokens[start - 1], "hết", "ngày"):
        start -= 1
    if start and _is(tokens[start - 1], "đến", "tới"):
        start -= 2 if start > 1 and _is(tokens[start - 2], "tính") else 1
        return replace(time, start=start, until=True)
    before = tokens[max(0, time.start - 2) : time.start]
    return replace(time, since=any(_is(token, "từ", "sau") for token in before))


def _running_to_now(tokens: Sequence[Token], time: Time) -> Time | None:
    """Read on to "đến nay" behind a beginning."""
    bounded = _bounded(tokens, time)
    now = _now_at(tokens, bounded.end) if bounded.since else None
    return replace(bounded, end=now, to_now=True) if now else None


def _now_at(tokens: Sequence[Token], at: int) -> int | None:
    """Where "đến nay" ends, if it stands here."""
    at += at < len(tokens) and _is(tokens[at], "cho")
    if at + 1 < len(tokens) and _is(tokens[at], "đến", "tới") and _is(tokens[at + 1], "nay", "giờ"):
        return at + 2
    return None


def _running_on(tokens: Sequence[Token], time: Time) -> Time | None:
    """Read on to where a time ends that begins with a year or month: "từ đầu năm 2022 đến giữa tháng 8"."""
    at = time.end
    before = tokens[max(0, time.start - 2) : time.start]
    if time.first.year != time.last.year or not any(_is(token, "từ") for token in before):
        return None
    if at + 1 >= len(tokens) or not _is(tokens[at], "đến", "tới"):
        return None
    part = next((name for name in _PARTS if _is(tokens[at + 1], name)), None)
    ending = _ending_at(tokens, at + (2 if part else 1), time.first.year, part)
    if ending is None or ending[1] < time.first:
        return None
    start = next(i for i in range(max(0, time.start - 2), time.start) if _is(tokens[i], "từ"))
    earliest, latest, end = ending
    return Time(start, end, time.first, latest, ends_from=max(earliest, time.first))


def _ending_at(
    tokens: Sequence[Token], at: int, year: int, part: str | None
) -> tuple[date, date, int] | None:
    """From which day to which something ends that ends here, in a year if no other is named, and where that is said."""
    if at >= len(tokens):
        return None
    if _is(tokens[at], "năm") and part and not _year_at(tokens, at):
        return (*_PART_OF_YEAR[part](year), at + 1)
    if _is(tokens[at], "tháng") and (month := _number(tokens, at + 1, _MONTHS)):
        found = _year_at(tokens, at + 2)
        year, end = found or (year, at + 2)
        return (*_part_of(month_days(year, month), part), end)
    at += _is(tokens[at], "ngày", "tháng")
    if at < len(tokens) and (days := _day_of(tokens[at], year)):
        return (*_part_of(days, part), at + 1)
    return None


def _part_of(days: tuple[date, date], part: str | None) -> tuple[date, date]:
    """The days of a part of a month ("giữa"); of anything but a month, all of them."""
    first, last = days
    if part is None or first == last or (first.month, first.year) != (last.month, last.year):
        return days
    return first.replace(day=_PARTS[part][0]), last.replace(day=min(_PARTS[part][1], last.day))


def _day_of(token: Token, year: int) -> tuple[date, date] | None:
    """A day or month written in digits, in a year if it names none: "15/8"."""
    if token.days:
        return token.days
    if token.number is None or token.of is None:
        return None
    try:
        day = date(year, int(token.of), int(token.number))
    except ValueError:
        return None
    return day, day


def _begun_before(tokens: Sequence[Token], time: Time) -> Time | None:
    """Read back to where a time begins of which the end alone names the year: "từ tháng 1 đến hết tháng 8/2022"."""
    at = time.start - 1
    part = next((name for name in _PARTS if at > 0 and _is(tokens[at], name)), None)
    at -= (part is not None) + (at > 0 and _is(tokens[at], "ngày"))
    if at < 2 or not _is(tokens[at], "đến", "tới"):  # noqa: PLR2004  "từ 1/1 đến"
        return None
    first, at = _beginning_before(tokens, at, time.first.year)
    if not first or first > time.first or not at or not _is(tokens[at - 1], "từ"):
        return None
    ends_from, last = _part_of((time.first, time.last), part)
    return Time(at - 1, time.end, first, last, ends_from=ends_from)


def _beginning_before(tokens: Sequence[Token], end: int, year: int) -> tuple[date | None, int]:
    """The first day of the month or year, or the day, that ends right before a place, and where it is said."""
    start = end - 1
    if _is(tokens[start], "năm") and _is(tokens[start - 1], "đầu"):
        return date(year, 1, 1), start - 1
    month = _number(tokens, start, _MONTHS) if _is(tokens[start - 1], "tháng") else None
    days = month_days(year, month) if month else _day_of(tokens[start], year)
    start -= month is not None
    start -= start > 0 and _is(tokens[start - 1], "đầu", "ngày")
    return days and days[0], start


def _quarter(tokens: Sequence[Token], at: int) -> Time | None:
    """Read "quý II/2022", "quý 2 năm 2022" and "quý 2/2022"."""
    if at + 1 >= len(tokens) or not _is(tokens[at], "quý"):
        return None
    quarter, year, end = _like_a_month(tokens[at + 1], at + 2) or _number_and_year(tokens, at + 1)
    if not year or not 0 < quarter <= _QUARTERS:
        return None
    return Time(at, end, date(year, 3 * quarter - 2, 1), month_days(year, 3 * quarter)[1])


def _like_a_month(token: Token, end: int) -> tuple[int, int, int] | None:
    """The number and the year of a quarter typed as a month is ("2/2022"), and where it ends."""
    if token.days is None:
        return None
    first, last = token.days
    if first == last or first.month != last.month:
        return None
    return first.month, first.year, end


def _number_and_year(tokens: Sequence[Token], at: int) -> tuple[int, int, int]:
    """The number and the year of a quarter, and where it ends; zeros where there is none."""
    quarter = 1 if tokens[at].marked == "i" else _number(tokens, at, _QUARTERS)
    found = _year_at(tokens, at + 1)
    return (quarter, *found) if quarter and found else (0, 0, 0)


def _counts_quarters(tokens: Sequence[Token], at: int) -> bool:
    """Whether what looks like a month counts quarters: "quý 1, 2/2020", or a fifth one, which there is not."""
    while at and (_number(tokens, at - 1, _QUARTERS) or _is(tokens[at - 1], "và")):
        at -= 1
    return at > 0 and _is(tokens[at - 1], "quý")


def _months_of_year(tokens: Sequence[Token], at: int) -> Time | None:
    """Read "6 tháng đầu năm 2024", "9 tháng năm 2024" and "nửa cuối năm 2024"."""
    months, here = (6, at + 1) if _is(tokens[at], "nửa") else (_months_in_words(tokens, at), at + 2)
    if not months or here >= len(tokens):
        return None
    at_end = _is(tokens[here], "cuối")
    if at_end or _is(tokens[here], "đầu"):
        here += 1
    found = _year_at(tokens, here)
    if not found:
        return None
    year, end = found
    first = date(year, _MONTHS - months + 1, 1) if at_end else date(year, 1, 1)
    return Time(at, end, first, date(year, _MONTHS, 31) if at_end else month_days(year, months)[1])


def _months_in_words(tokens: Sequence[Token], at: int) -> int | None:
    """How many months are counted here: "6 tháng", "sáu tháng"."""
    if at + 1 >= len(tokens) or not _is(tokens[at + 1], "tháng"):
        return None
    return _number(tokens, at, _MONTHS) or numeral(tokens[at])


def _year_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A year here, "năm" before it or not, and where it ends."""
    if at < len(tokens) and _is(tokens[at], "năm"):
        at += 1
    year = _number(tokens, at, _LAST_YEAR)
    return (year, at + 1) if year and year >= _FIRST_YEAR else None


def _written_out(tokens: Sequence[Token], at: int) -> Time | None:
    """Read "ngày 5 tháng 1 năm 2021", "tháng 7 năm 2020" and "tháng 7 2020"."""
    day, here = None, at
    if _is(tokens[here], "ngày", "mùng", "mồng") and (number := _number(tokens, here + 1, _DAYS)):
        day, here = number, here + 2
    if here >= len(tokens) or not _is(tokens[here], "tháng"):
        return None
    month = _number(tokens, here + 1, _MONTHS)
    found = _year_at(tokens, here + 2)
    if not month or not found:
        return None
    year, end = found
    try:
        first, last = (date(year, month, day),) * 2 if day else month_days(year, month)
    except ValueError:
        return None
    return Time(at, end, first, last)


def _year(tokens: Sequence[Token], at: int) -> Time | None:
    start = at
    if _is(tokens[at], "năm"):
        at += 1
    year = _number(tokens, at, _LAST_YEAR)
    counts = start and (tokens[start - 1].number is not None or _is(tokens[start - 1], *_COUNTING_YEARS))
    first = _FIRST_YEAR if at == start or counts else _FIRST_CALLED
    if not year or year < first or tokens[at].of is not None or "." in tokens[at].marked:
        return None
    if at == start and tokens[at].folded.endswith("%"):
        return None
    later = at + 1
    while later < len(tokens) and _is(tokens[later], "đến", "tới", "năm") and not tokens[later].pause:
        later += 1
    until = _number(tokens, later, _LAST_YEAR) if later > at + 1 else None
    if until and until >= max(year, _FIRST_YEAR):
        return Time(start, later + 1, date(year, 1, 1), date(until, 12, 31))
    return Time(start, at + 1, date(year, 1, 1), date(year, 12, 31))


def _number(tokens: Sequence[Token], at: int, largest: int) -> int | None:
    if at >= len(tokens) or tokens[at].number is None or tokens[at].of is not None:
        return None
    value = tokens[at].number or 0.0
    return int(value) if value == int(value) and 0 < value <= largest else None


def _is(token: Token, *words: str) -> bool:
    return token.is_word and token.may_be(*words)
