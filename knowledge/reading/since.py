"""What a time is called by when it began."""

from __future__ import annotations

from datetime import timedelta

from knowledge.models import Fact

_MONTHS = 12


def since_words(fact: Fact) -> str:
    """What the time of a fact may be called by its first day: "từ đầu năm 2024"; empty where it has none."""
    since = fact.period.since if fact.period else None
    if since is None:
        return ""
    start = f"từ đầu năm {since.year} | kể từ đầu năm" if (since.month, since.day) == (1, 1) else ""
    return f"{start} | từ tháng {since.month} năm {since.year} | {_first_months(fact)}"


def _first_months(fact: Fact) -> str:
    """What a time is called otherwise that runs from a year's first day to the end of a month: "quý I" is "3 tháng đầu năm"."""
    since, end = (fact.period.since, fact.period.as_of) if fact.period else (None, None)
    if since is None or end is None or (since.year, since.month, since.day) != (end.year, 1, 1):
        return ""
    over = (end + timedelta(days=1)).month != end.month and end.month < _MONTHS
    return f"{end.month} tháng đầu năm" if over else ""
