"""Whether a fact bears out the other numbers and the times of a question that puts something forward."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.matching.numbers import is_its_month
from knowledge.matching.suiting import is_within, suits
from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.reading.evidence import View
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known
from knowledge.text.language import language
from knowledge.text.periods import Time, month_at, times_in
from knowledge.text.runs import past, starts_of
from knowledge.text.tokens import Token

_LEAST_YEAR, _BEFORE = 1900, "trước"
_THERE_IS = ("có",)
_DENIED, _NEAR = 2, 3
"""So many words behind a denial are what is denied, and so near before them it stands."""
_OUT_OF = ("trong", "trên", "của", "số", "tổng")
"""What stands before the whole that a figure is of: "3 trong 18 cán bộ", "trong tổng số 18 người"."""


def leaves_a_number_open(understanding: Understanding, view: View) -> bool:
    """Whether a number that names or bounds something is none that the fact tells of it: "bão số 9", "dưới 35 tuổi", "8 tháng cuối năm"."""
    return any(
        not _is_told(understanding, view, at) or _is_bounded_otherwise(understanding, view, at)
        for at in _beside_the_figure(understanding, view)
    )


def _beside_the_figure(understanding: Understanding, view: View) -> Iterator[int]:
    """Where the numbers stand of a question that are neither the fact's figure nor its whole, a day or a year."""
    own = {view.fact.number, view.fact.of}
    passed = set(understanding.named_at)
    if view.fact.kind == "date":  # held against its times as such
        passed.update(at for one in understanding.times for at in range(one.start, one.end))
    if len(understanding.claims) == 1:
        passed.add(understanding.claims[0].position)
    for at, token in enumerate(understanding.tokens):
        if token.number is None or token.days is not None or token.of is not None or at in passed:
            continue
        month = month_at(understanding.tokens, at)
        if month is not None and is_its_month(view.fact, month):
            continue
        if token.number not in own and token.number < _LEAST_YEAR and not _is_a_whole(understanding, at):
            yield at


def _is_a_whole(understanding: Understanding, at: int) -> bool:
    """Whether a number is of how many something is out of, and measures nothing: no "trong 8 tháng", no "trên 1 tuổi"."""
    tokens = understanding.tokens
    counted = language().units.longest(tokens, at + 1)
    out_of = at > 0 and tokens[at - 1].may_be(*_OUT_OF) and counted is not None
    return out_of and tokens[at + 1].folded not in language().measures


def _is_told(understanding: Understanding, view: View, at: int) -> bool:
    """Whether a number stands in the fact beside a word that it stands beside in the question."""
    tokens = understanding.tokens
    pairs = [f"{one.marked} {other.marked}" for one, other in _pairs(tokens, at)]
    return not pairs or any(passage.has(pair) for pair in pairs for passage in (view.strong, view.weak))


def _pairs(tokens: tuple[Token, ...], at: int) -> Iterator[tuple[Token, Token]]:
    if at:
        yield tokens[at - 1], tokens[at]
    if at + 1 < len(tokens):
        yield tokens[at], tokens[at + 1]


def _is_bounded_otherwise(understanding: Understanding, view: View, at: int) -> bool:
    """Whether a number bounds something in the question one way, and in the fact another: "trên 1 tuổi" of "dưới 1 tuổi"."""
    asked = next((claim.bound for claim in understanding.claims if claim.position == at), None)
    if asked is None:
        return False
    told, number = read_known(view.fact.statement), understanding.tokens[at].number
    bounds = bounds_in(told)
    return any(bounds.get(there) != asked for there, token in enumerate(told) if token.number == number)


def bounds_in(told: Sequence[Token]) -> dict[int, str]:
    """What stands right before each place of a sentence and may bound a figure there: "dưới", "tối đa"."""
    return {found.end: found.meaning for found in language().claims.cover(told)}


def puts_forward_what_is_denied(understanding: Understanding, view: View) -> bool:
    """Whether a question says something to be so that the fact's sentence says not to be: "đã có đất ở" of "chưa có đất ở"."""
    told, tokens, denying = read_known(view.fact.statement), understanding.tokens, language().denying
    for at, token in enumerate(told):
        start = past(told, at + 1, _THERE_IS)
        denied = [one.marked for one in told[start : start + _DENIED]]
        if token.marked not in denying or len(denied) < _DENIED:
            continue
        places = list(starts_of(denied, tokens))
        if places and not any(
            one.may_be(*denying) for place in places for one in tokens[max(0, place - _NEAR) : place]
        ):
            return True
    return False


def is_of_another_time(understanding: Understanding, view: View) -> bool:
    """Whether a sentence without a figure tells of a time, and another one is put forward: "nhận nhiệm vụ từ tháng 3" and "tháng 5"."""
    if view.fact.kind in (*NUMERIC_KINDS, "date") or not understanding.times:
        return False
    told = times_in(read_known(view.fact.statement))
    return bool(told) and not all(any(_meet(asked, one) for one in told) for asked in understanding.times)


def _meet(asked: Time, told: Time) -> bool:
    return told.first <= asked.last and asked.first <= told.last


def is_at_its_time(understanding: Understanding, fact: Fact) -> bool | None:
    """Whether a date is at the times put forward; None where there are none, or where that decides nothing.

    That something is told before one day says nothing of it before another, nor the first of two days of the second.
    """
    if fact.kind != "date" or _asks_before(understanding):
        return None
    if not understanding.times:
        return _is_in_its_months(understanding, fact)
    told = times_in(read_known(fact.statement))
    ends = any(time.until for time in told)
    days = {(time.first, time.last) for time in told}
    verdicts = [_is_at(time, fact, ends=ends) for time in understanding.times]
    if not all(verdicts) and any((time.first, time.last) in days for time in understanding.times):
        return None
    return None if None in verdicts else all(verdicts)


def _is_in_its_months(understanding: Understanding, fact: Fact) -> bool | None:
    """Whether a day lies in each month put forward without a year; None where there is none, or another."""
    tokens = understanding.tokens
    months = [month for at in range(len(tokens)) if (month := month_at(tokens, at)) is not None]
    return True if months and all(is_its_month(fact, month) for month in months) else None


def _asks_before(understanding: Understanding) -> bool:
    """Whether any time is one before which something is so: "trước ngày 31/12"."""
    before = (understanding.tokens[max(0, time.start - 2) : time.start] for time in understanding.times)
    return any(token.marked == _BEFORE for tokens in before for token in tokens)


def _is_at(time: Time, fact: Fact, *, ends: bool) -> bool | None:
    """Whether a day, or a month, lies in a time; None for a day of the month, and where an end is asked of what is told not to be one."""
    if time.until and not ends:
        return None
    # a date suits a time by its own value, whatever day the article speaks from
    if not suits(time, fact, date.min):
        return False
    return True if is_within(time, str(fact.value)) else None
