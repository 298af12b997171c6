"""Whether a fact's period is the time that was asked for."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.models import Fact
from knowledge.text.abbreviations import words_of
from knowledge.text.periods import Time
from knowledge.text.tokens import OF_TIME, month_days
from knowledge.text.vietnamese import fold

_LONG_OVER = timedelta(days=62)
"""So long before the article's day a figure ends that does not count up to it."""
_YEAR, _SINCE = timedelta(days=366), "từ"
_YEARLY, _DIGITS = "năm", 4


def suits(time: Time, fact: Fact, published: date) -> bool | None:
    """Whether a fact's period is the asked time; None where the fact says nothing of time.

    "Năm 2020" suits a period that lies within that year, and "từ năm 2020" one that
    begins in it; "đến năm 2020" one that ends in it. A date's own value counts for it. `published` is the article's day,
    from which a fact without a period of its own speaks.
    """
    if fact.kind == "date" and isinstance(fact.value, str):
        return _overlaps(time, *_value_days(fact.value))
    period = fact.period
    since = period.since if period else None
    as_of = (period.as_of if period else None) or published
    if time.ends_from:
        return period is not None and _is_span(time, since, as_of)
    if time.until:
        return None if period is None else time.first <= as_of <= time.last
    if since is None:
        return None if period is None or period.as_of is None else _ends_within(time, period.label, as_of)
    return _lies_within(time, since, as_of, published)


def _ends_within(time: Time, label: str | None, as_of: date) -> bool:
    """Whether what is told of up to a day, and is called so, is of the asked time."""
    year = _only_year(label)
    if year is not None and not time.first.year <= year <= time.last.year:
        return False
    return time.first <= as_of <= time.last and not (_is_short(time) and _began_earlier(label))


def _only_year(label: str | None) -> int | None:
    """The year that a period is called by and that is all of it: "năm 2021", no "từ năm 2021 đến nay"."""
    words = words_of(label or "")
    years = [int(word) for word in words if len(word) == _DIGITS and word.isdecimal()]
    return years[0] if len(years) == 1 and words[:1] == (_YEARLY,) and len(words) == len(years) + 1 else None


def is_over(time: Time, fact: Fact, published: date) -> bool:
    """Whether a figure ends long before the article's day, and one that counts up to then is asked: "từ năm 2022 đến nay"."""
    as_of = fact.period.as_of if fact.period else None
    return time.to_now and as_of is not None and published - as_of > _LONG_OVER


def _is_short(time: Time) -> bool:
    return time.last - time.first <= _YEAR


def _began_earlier(label: str | None) -> bool:
    """Whether a period is called by what it began with, and that by no time: "từ đầu nhiệm kỳ đến nay" is of no one year."""
    words = words_of(label or "")
    return (
        words[:1] == (_SINCE,) and OF_TIME.isdisjoint(map(fold, words)) and not any(map(str.isdigit, words))
    )


def _lies_within(time: Time, since: date, as_of: date, published: date) -> bool:
    if as_of.year < time.last.year != time.first.year and published - as_of > _LONG_OVER:
        return False  # of several years the figure has the first alone, and the article knows of more
    if time.since:
        return time.first <= since <= time.last
    if time.whole:
        return since == time.first and as_of >= time.last
    begins = time.first.year in (since.year, time.last.year)  # what began in the second of two is not told
    return begins and time.first <= since and as_of <= time.last


def _is_span(time: Time, since: date | None, as_of: date) -> bool:
    """Whether what lasts from one day, if that is told, to another is the asked span."""
    begins = since is None or time.first <= since <= month_days(time.first.year, time.first.month)[1]
    return begins and time.ends_from is not None and time.ends_from <= as_of <= time.last


def is_within(time: Time, value: str) -> bool:
    """Whether a date's value lies in a time with all its days: a month in no one day of it."""
    first, last = _value_days(value)
    return time.first <= first and last <= time.last


def _value_days(value: str) -> tuple[date, date]:
    if value.count("-") == 1:
        year, month = value.split("-")
        return month_days(int(year), int(month))
    return date.fromisoformat(value), date.fromisoformat(value)


def _overlaps(time: Time, first: date, last: date) -> bool:
    return time.first <= last and first <= time.last
