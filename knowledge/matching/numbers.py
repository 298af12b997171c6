"""Whether a number of a question is one of a fact's."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.near_misses.pairing import may_list_people
from knowledge.questions.cases import Case
from knowledge.reading.evidence import View, Word
from knowledge.reading.understanding import EACH, Claim, Understanding
from knowledge.text.abbreviations import figure_in, read_known
from knowledge.text.language import language
from knowledge.text.periods import month_at, times_in
from knowledge.text.tokens import Token, is_roman, numeral_at
from knowledge.text.units import (
    compatible,
    counts_thousands,
    in_ones,
    is_for_each,
    is_known_for,
    is_money,
    is_narrower,
    names_of_size,
    units_of,
)
from knowledge.text.vietnamese import marks_agree

_FROM = ("từ", "tu")
_MONTH, _LATE, _UP_TO, _LATE_FROM = "tháng", ("cuối", "hết"), ("đến", "tới"), 25
_PER_CENT = frozenset(["phần trăm"])


def knows_number(case: Case, view: View, whole: View | None, token: Token) -> bool:
    """Whether a number of the question is the fact's, or that of what it is a part of ("trong số 37 người")."""
    if token.of is not None and token.of not in view.figures and not _has_day(case, view, token):
        return False
    if token.typed.startswith("0") and token.days is None and not _is_part_of_topic(case, token):
        return any(passage.has(token.marked) for passage in (view.weak, view.strong))  # "số 02" counts no 2
    month = month_at(case.question.tokens, case.question.tokens.index(token))
    if (
        month is not None
        and is_its_month(view.fact, month)
        and (case.hit.positions or view.fact.kind == "date")
    ):
        return True
    if _is_month_it_is_told_to(view.fact, case.question.tokens, token):
        return True
    number = token.number or 0.0
    if _measures_otherwise(case, view, token) or _narrows_another(case, view, token):
        return False
    return (
        view.explains_number(number)
        or _is_part_of_topic(case, token)
        or (
            view.fact.kind == "list"
            and number == len(view.fact.items)
            and not _counts_persons(case, view, token)
        )
        or bool(whole and number in whole.figures)
        or (token.of is not None and _has_day(case, view, token))
    )


def is_its_month(fact: Fact, month: int) -> bool:
    """Whether a fact is of just that month of its year: a day in it, or what was so then."""
    if fact.kind == "date":
        return str(fact.value).split("-")[1:2] == [f"{month:02}"]
    told = times_in(read_known((fact.period.label if fact.period else None) or ""))
    of_months = [one for one in told if (one.first.year, one.first.month) == (one.last.year, one.last.month)]
    return any(one.first.month == month and one.first != one.last for one in of_months)


def bounds_whole(question: Understanding, fact: Fact, at: int) -> bool:
    """Whether "trên" stands before the whole of a share: "mấy trên 10 xã", "trên tổng số 10 xã"."""
    of_all = language().amounts.longest(question.tokens, at)
    at = of_all.end if of_all else at
    if at == len(question.tokens) or fact.of is None:
        return False
    return fact.of in (question.tokens[at].number, numeral_at(question.tokens, at)[1])


def is_in_ones(question: Understanding, word: Word, unit: str | None) -> bool:
    """Whether "nghìn" stands behind a number where a unit does not count thousands: "500 nghìn", "500.000 đồng"."""
    if not word.start or question.tokens[word.start - 1].number is None:
        return False
    words = tuple(question.tokens[at].marked for at in word.span)
    if not counts_thousands(words):
        return False
    rest = in_ones(words, unit)
    return rest != words and (not rest or is_known_for(rest, unit))


def is_rate(question: Understanding, word: Word, unit: str | None) -> bool:
    """Whether "một tháng" or "mỗi người" says what a unit says ("đồng/tháng")."""
    if "/" not in (unit or ""):
        return False
    tokens = question.tokens
    for at in (word.start, word.start - 1):
        if at < 0 or not (tokens[at].number == 1 or tokens[at].folded in EACH):
            continue
        found = language().units.longest(tokens, at + 1)
        end = found.end if found else at + 2
        per = tuple(token.marked for token in tokens[at + 1 : end])
        if per and any(is_for_each(per, thing) for thing in (unit or "").split("/")[1:]):
            return word.end <= end
    return False


def names_its_measure(question: Understanding, word: Word, fact: Fact) -> bool:
    """Whether a word is what figures in a fact's unit are called, and what is told right before the figure is asked of: "chiều dài đường được sửa" of "sửa 31 km"."""
    if not question.says(word.span, names_of_size(fact.unit)):
        return False
    told, figure = read_known(fact.statement), figure_in(fact.statement, fact.number)
    return 0 < figure < len(told) and any(
        marks_agree(one.marked, told[figure - 1].marked) and one.marked not in language().weightless
        for one in question.tokens
    )


def counts_fewer(question: Understanding, word: Word, unit: str | None) -> bool:
    """Whether a word is what is counted, and but some of what a unit counts: "em" of "người"."""
    said = tuple(map(question.syllable, word.span))
    return said in question.counted_units and is_narrower(said, unit)


def claims_another_unit(question: Understanding, claim: Claim, fact: Fact) -> bool:
    """Whether a figure is put forward of another thing than the fact counts: "62%" of cubic metres, "214 căn" of money."""
    if fact.number is None or not fact.unit:
        return False
    token, behind = question.tokens[claim.position], claim.position + 1
    if is_roman(token):
        return True
    if "%" in token.typed or question.says(range(behind, min(behind + 2, len(question.tokens))), _PER_CENT):
        return fact.kind == "count"
    found = language().units.longest(question.tokens, behind)
    if found is None:
        return False
    counted = tuple(question.tokens[at].marked for at in found.span)
    return is_money(fact.unit) is not is_money(" ".join(counted)) and not compatible(
        counted, fact.unit.split("/")[0]
    )


def _narrows_another(case: Case, view: View, token: Token) -> bool:
    """Whether a number, with the word behind it, is what narrows another fact of the topic and not this one: "3 sao" of "từ 3 sao trở lên"."""
    tokens = case.question.tokens
    at = tokens.index(token)
    said = " ".join(one.folded for one in tokens[at : at + 2])
    return said in case.siblings.folded_facets and not view.facets.has(said)


def _counts_persons(case: Case, view: View, token: Token) -> bool:
    """Whether a number is of persons, and the fact lists what are none: of three who were punished are not the three reasons told."""
    tokens = case.question.tokens
    unit = language().units.longest(tokens, tokens.index(token) + 1)
    if unit is None or not any(one.is_person for one in units_of([tokens[at].marked for at in unit.span])):
        return False
    return not may_list_people(view)


def _measures_otherwise(case: Case, view: View, token: Token) -> bool:
    """Whether a number counts time, age or rank ("7 tháng", "cấp 5"), and the fact does not say just that."""
    tokens = case.question.tokens
    at = tokens.index(token)
    if token.of is not None and _has_day(case, view, token):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1] if at else None
    for left, right in ((token, after), (before, token)):
        other = right if left is token else left
        if other and other.folded in case.lexicon.language.measures and left and right:
            said = f"{left.marked} {right.marked}"
            begins = left is before and at > 1 and tokens[at - 2].marked in _FROM
            passages = (view.strong if begins else view.told, view.weak, case.topic)
            return not any(passage.has(said) for passage in passages)
    return False


def _is_month_it_is_told_to(fact: Fact, tokens: Sequence[Token], token: Token) -> bool:
    """Whether a number is of the month up to which a figure is told: "tính đến cuối tháng 8" of one of the 31st."""
    day = fact.period and fact.period.as_of
    if not day or token.number != day.month or token.of or fact.kind not in NUMERIC_KINDS:
        return False
    at = tokens.index(token)
    if not at or not tokens[at - 1].may_be(_MONTH):
        return False
    before = tokens[max(0, at - 4) : at - 1]
    up_to = next((one for one in before if one.may_be(*_UP_TO)), None)
    if any(one.may_be(*_LATE) for one in before):
        begun = fact.period is not None and fact.period.since is not None
        return day.day >= _LATE_FROM and (up_to is not None or not begun)
    return up_to is not None and before[-1] is up_to


def _is_part_of_topic(case: Case, token: Token) -> bool:
    """Whether a number belongs to the topic's name, as the 19 of COVID-19."""
    tokens = case.question.tokens
    at = tokens.index(token)
    if case.numbers_one_of_several(at):
        return False
    return at > 0 and case.topic.has(f"{tokens[at - 1].marked} {token.marked}")


def _has_day(case: Case, view: View, token: Token) -> bool:
    """Whether "23/9" is a day that the fact speaks of; the first of several that a figure is of only where it is said to be: "từ 23/9"."""
    period = view.fact.period
    since, as_of = (period.since, period.as_of) if period else (None, None)
    of_several = view.fact.kind in NUMERIC_KINDS and since != as_of
    first = None if of_several and not _begins(case, token) else since
    if any(day and (day.day, day.month) == (token.number, token.of) for day in (first, as_of)):
        return True
    return view.strong.starts_word(f"{token.folded}/") or view.weak.starts_word(f"{token.folded}/")


def _begins(case: Case, token: Token) -> bool:
    """Whether a time begins with a number: "từ (ngày) 23/9"."""
    tokens = case.question.tokens
    at = tokens.index(token)
    return any(one.marked in _FROM for one in tokens[max(0, at - 2) : at])
