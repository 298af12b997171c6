"""The same part of another year: "cùng kỳ năm 2023" behind "9 tháng đầu năm 2024"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import accumulate

from knowledge.text.periods import Time
from knowledge.text.tokens import Token, month_days
from knowledge.text.vietnamese import marks_agree

_THE_SAME = ("cùng", "kỳ")


def recurring(tokens: Sequence[Token], times: Iterable[Time]) -> list[Time]:
    """The times of a question, a year that is named as "cùng kỳ" being the same part of it as the time before."""
    return list(accumulate(times, partial(_same_part, tokens)))


def _same_part(tokens: Sequence[Token], before: Time, time: Time) -> Time:
    start = time.start - len(_THE_SAME)
    said = [token.marked for token in tokens[max(0, start) : time.start]]
    if len(said) < len(_THE_SAME) or not all(map(marks_agree, said, _THE_SAME)):
        return time
    if not time.is_of_years or time.first.year != time.last.year or before.first.year != before.last.year:
        return time
    year = time.first.year
    return replace(time, start=start, first=_moved(before.first, year), last=_moved(before.last, year))


def _moved(day: date, year: int) -> date:
    """The same day of another year; the last of a month stays the last."""
    if day == month_days(day.year, day.month)[1]:
        return month_days(year, day.month)[1]
    return day.replace(year=year)
