"""Facts of nearly what is asked: mostly of it, of how it was at first, of money and no heads, of another school year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.models import NUMERIC_KINDS
from knowledge.near_misses.parties import but_names
from knowledge.reading.evidence import View
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known
from knowledge.text.language import language
from knowledge.text.tokens import Token, numeral
from knowledge.text.units import is_money
from knowledge.text.vietnamese import marks_agree

_MOSTLY = ("chủ yếu", "phần lớn", "đa số", "nhất là", "phần nhiều")
_AT_FIRST, _FIRST = "khi mới", ("khi", "lúc", "đầu", "lập")
_PAID, _PAYS = frozenset(["chi", "chi ra", "trả", "chi trả", "tốn", "bỏ ra", "tiêu", "đóng", "nợ"]), 2
_GOT, _ALSO_GOT = "nhận", ("được",)
_MONTH, _BEGINNING = "tháng", "đầu"
_SCHOOL_YEAR = ("học", "khóa")
_BEGINS, _ENDS = 8, 7
_DAYS_OF_A_MONTH = 31


def is_of_almost_that(question: Understanding, view: View) -> bool:
    """Whether a fact has all words of a question, and yet tells of something else or of more."""
    if view.fact.kind == "date":
        return _is_of_another_school_year(question, view)
    if view.fact.kind not in NUMERIC_KINDS:
        return False
    return (
        _is_of_other_months(question, view)
        or _is_mostly_of_it(question, view)
        or _is_of_the_first(question, view)
        or _is_asked_for_money(question, view)
        or _is_got_by_others(question, view)
    )


def _is_of_other_months(question: Understanding, view: View) -> bool:
    """Whether the first so many months of a year are asked of, and the fact is of the first of another number."""
    asked = set(_months_told(question.tokens))
    if not asked:
        return False
    label = (view.fact.period.label if view.fact.period else None) or ""
    told = {*_months_told(read_known(view.fact.statement)), *_months_told(read_known(label))}
    return bool(told) and asked.isdisjoint(told)


def _months_told(tokens: Sequence[Token]) -> Iterator[float]:
    """How many months are told in "6 tháng đầu năm"."""
    for at in range(len(tokens) - 2):
        if tokens[at + 1].may_be(_MONTH) and tokens[at + 2].may_be(_BEGINNING):
            number = tokens[at].number or numeral(tokens[at])
            if number:
                yield float(number)


def _is_mostly_of_it(question: Understanding, view: View) -> bool:
    """Whether a word of the question stands in the sentence only behind "chủ yếu": of 57 files overdue, mostly of land, no 57 are of land."""
    if not view.weak.has_any(_MOSTLY):
        return False
    told = read_known(view.fact.statement)
    text = [token.marked for token in told]
    start = next((at for at in range(len(text)) if " ".join(text[at : at + 2]) in _MOSTLY), len(text))
    before, behind = set(text[:start]), set(text[start + 2 :])
    only = behind - before
    return any(
        question.tokens[at].marked in only and not view.told.has(question.tokens[at].marked)
        for at in question.content
    )


def _is_of_the_first(question: Understanding, view: View) -> bool:
    """Whether a fact tells how it was when something was new, which the question does not speak of: "mới" tells new members."""
    if not view.facets.has(_AT_FIRST):
        return False
    return not any(token.may_be(*_FIRST) for token in question.tokens)


def _is_asked_for_money(question: Understanding, view: View) -> bool:
    """Whether it is asked how much is spent ("chi bao nhiêu"), and the fact counts no money."""
    asked = question.where_asks("how_many")
    if not asked or question.counted_units or is_money(view.fact.unit):
        return False
    starts = range(max(0, asked[0] - _PAYS), asked[0])
    return any(question.says(range(start, asked[0]), _PAID) for start in starts)


def _is_got_by_others(question: Understanding, view: View) -> bool:
    """Whether it is asked what the people got, and the fact speaks of no people."""
    if not any(token.may_be(_GOT) for token in question.tokens):
        return False
    asked = but_names(question.tokens, (mention.span for mention in question.mentions), language())
    civil = language().kindred["civil"]
    takes = (at for at in range(1, len(asked) - 1) if asked[at].may_be(_GOT) and _asks_behind(asked, at))
    people = any(
        " ".join(token.marked for token in asked[max(0, at - size) : at]) in civil
        for at in takes
        for size in (1, 2)
    )
    return people and not any(passage.has_any(civil) for passage in (view.weak, view.strong))


def _asks_behind(tokens: Sequence[Token], at: int) -> bool:
    behind = at + 1 + tokens[at + 1].may_be(*_ALSO_GOT)
    return behind < len(tokens) and any(marks_agree(tokens[behind].marked, word) for word in ("bao", "mấy"))


def _is_of_another_school_year(question: Understanding, view: View) -> bool:
    """Whether a school year is asked of, and the fact's day lies in the next or the last one."""
    value = view.fact.value
    if not isinstance(value, str):
        return False
    for at in range(1, len(question.tokens)):
        days = question.tokens[at].days
        if days and days[1].year - days[0].year == 1 and question.tokens[at - 1].may_be(*_SCHOOL_YEAR):
            first = date(days[0].year, _BEGINS, 1).isoformat()
            last = date(days[1].year, _ENDS, _DAYS_OF_A_MONTH).isoformat()
            return not first <= value <= last
    return False
