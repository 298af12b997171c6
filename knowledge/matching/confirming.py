"""What keeps a fact from deciding a figure that is put forward: a part of the time, others of whom, an act left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.near_misses.acts import leaves_a_word_out
from knowledge.near_misses.dues import is_not_yet_finished, is_only_due
from knowledge.near_misses.pairing import has_any, names_another, telling, tells
from knowledge.near_misses.steps import is_only_considered, is_only_put_forward
from knowledge.reading.evidence import View, Word, cut_words, facet_words
from knowledge.reading.understanding import EACH, Claim, Understanding
from knowledge.text.abbreviations import figure_in, read_known, words_of
from knowledge.text.language import language
from knowledge.text.runs import starts_of
from knowledge.text.tokens import Token, text_at
from knowledge.text.units import compatible, is_one_of_places, measures, units_of
from knowledge.text.vietnamese import fold, marks_agree

_FOR_EACH = re.compile(r"/\s*([^\W\d]+)")
_NUMBER = "số"
_THERE_ARE, _AND = "có", ("và", "hoặc")
_PER_CENT, _OF_THESE = ("phần", "trăm"), ("trong", "số")
_NEAR = 4
"""So many words behind a bound the figure may stand that it bounds."""


def is_undecided(understanding: Understanding, view: View) -> bool:
    """Whether a fact decides a figure that is put forward neither way: it is of some months of the year, or of a share of others."""
    if not understanding.claims or view.fact.number is None:
        return False
    return (
        _is_of_some_months(understanding, view)
        or _is_a_share_of_others(understanding, view)
        or _is_of_one_kind_of_places(understanding, view)
        or _counts_another_thing(understanding, view)
    )


def may_confirm(understanding: Understanding, view: View) -> bool:
    """Whether what agrees with what is put forward may be confirmed: it is told of just that, as done, and a figure without a bound."""
    told = read_known(view.fact.statement)
    if is_only_considered(understanding, told):
        return False
    if not understanding.claims or view.fact.number is None:
        return True
    figure = figure_in(view.fact.statement, view.fact.number)
    return not (
        _is_for_another_period(understanding, view, told)
        or _is_bounded(understanding.claims, told, figure)
        or _is_a_share_of_nothing_told(understanding)
        or is_only_due(understanding.tokens, told)
        or is_not_yet_finished(understanding.tokens, told)
        or (view.foretold and not understanding.plans and not understanding.future)
        or is_only_put_forward(understanding, told, figure)
        or _leaves_the_act_out(understanding, told[:figure])
        or _is_of_some_of_them(understanding, told[:figure])
        or _leaves_others_out(understanding, told[figure + 1 :])
        or _counts_other_persons(understanding, view, told[figure + 1 :])
    )


def _counts_other_persons(understanding: Understanding, view: View, behind: Sequence[Token]) -> bool:
    """Whether persons are put forward by one word, and told by another that does not mean just anybody: "97 cán bộ", "97 ủy viên"."""
    found = language().units.longest(behind, 0)
    told = tuple(token.marked for token in behind[: found.end]) if found else ()
    at_large = [words_of(one) for one in telling("persons_at_large")]
    if not (found and found.meaning.is_person) or told in at_large or measures(view.fact.unit):
        return False
    asked = [unit for unit in understanding.counted_units if any(one.is_person for one in units_of(unit))]
    return bool(asked) and not any(
        any(all(map(marks_agree, unit, one)) for one in at_large)
        or any(tells(behind, word) for word in unit)
        or any(marks_agree(word, other) for word in unit for other in told)
        for unit in asked
    )


def is_of_some_done(understanding: Understanding, view: View) -> bool:
    """Whether it is asked if something is over and done with, and the fact only counts how much of it was: "thu hoạch xong chưa"."""
    if view.fact.number is None or view.fact.number == view.fact.of:
        return False
    over = telling("over_and_done")
    return has_any(understanding.tokens, over) and not view.weak.has_any(over)


def _is_only_intended(understanding: Understanding, view: View, told: Sequence[Token]) -> bool:
    """Whether a sentence without a figure tells what is meant to be done, of which the question says nothing: "chủ trương xử lý cán bộ suy thoái"."""
    intended = telling("intended")
    plain = view.fact.number is None and has_any(told, intended)
    return plain and not has_any(understanding.tokens, intended)


def _leaves_out_only(understanding: Understanding, told: Sequence[Token]) -> bool:
    """Whether it is put forward that there are no others ("chỉ", no "chỉ thị"), and the fact does not say so."""
    tokens, only, words = understanding.tokens, telling("only"), language().words
    alone = any(
        token.marked in only and f"{token.marked} {behind.marked}" not in words
        for token, behind in pairwise(tokens)
    )
    return alone and not any(
        token.marked in only and f"{token.marked} {behind.marked}" not in telling("some_only")
        for token, behind in pairwise(told)
    )


def is_told_as_so(understanding: Understanding, view: View) -> bool:
    """Whether what agrees with a question is told as a fact, and of no others where that is asked."""
    told = read_known(view.fact.statement)
    return not (
        _is_only_intended(understanding, view, told)
        or _leaves_out_only(understanding, told)
        or _is_placed_nowhere(understanding, told)
        or (view.fact.kind == "date" and _is_up_to_then(understanding, told))
        or names_another(understanding.tokens, told, "ranks")
        or names_another(understanding.tokens, (*told, *_period_of(view)), "parts_of_a_day")
    )


def _is_placed_nowhere(understanding: Understanding, told: Sequence[Token]) -> bool:
    """Whether it is said in what kind of place something is ("tại thành phố"), and the fact does not say so."""
    places = language().place_types
    kinds = (
        found.meaning
        for found in places.everywhere(understanding.tokens)
        if found.start
        and understanding.tokens[found.start - 1].may_be(*telling("placed"))
        and not any(found.start in one.span or found.end == one.start for one in understanding.mentions)
    )
    if any(not has_any(told, (kind,)) for kind in kinds):
        return True
    return _is_placed_twice(understanding) and not any(token.marked in telling("placed") for token in told)


def _is_placed_twice(understanding: Understanding) -> bool:
    """Whether a name that says whose something is, is said again to be where it is: "X học tại thành phố X"."""
    again = {
        name
        for one, other in pairwise(understanding.mentions)
        for name in set(one.names).intersection(other.names)
        if understanding.tokens[other.start - 1].may_be(*telling("placed"))
    }
    return bool(again)


def _is_up_to_then(understanding: Understanding, told: Sequence[Token]) -> bool:
    """Whether a day is told up to which something is to be done, and put forward as one on which, or from which, it is: "từ ngày 26/7"."""
    bounds = telling("up_to")
    return has_any(told, bounds) and not has_any(understanding.tokens, bounds)


def _period_of(view: View) -> Sequence[Token]:
    """What the time is called that a fact is of."""
    period = view.fact.period
    return read_known((period.label if period else None) or "")


def _is_of_some_months(understanding: Understanding, view: View) -> bool:
    """Whether a whole year is asked about, and the fact counts but some months of it: "6 tháng đầu năm 2024"."""
    period = view.fact.period
    if period is None or period.as_of is None or not period.label:
        return False
    if set(words_of(period.label)).isdisjoint(telling("parts_of_a_year")):
        return False
    end = period.as_of
    return any(
        time.is_of_years and not time.until and not time.since and time.first <= end < time.last
        for time in understanding.times
    )


def _is_of_one_kind_of_places(understanding: Understanding, view: View) -> bool:
    """Whether so many places of one kind are put forward, and those of several are counted together: "3 phường" of "xã, phường"."""
    kinds = language().place_types
    for claim in understanding.claims:
        found = kinds.longest(understanding.tokens, claim.position + 1)
        if found and not kinds.longest(understanding.tokens, found.end):
            asked = [understanding.tokens[at].marked for at in found.span]
            if is_one_of_places(asked, view.fact.unit):
                return True
    return False


def _counts_another_thing(understanding: Understanding, view: View) -> bool:
    """Whether so many of a thing are put forward, and the figure counts another that is told with it: "186 sàn" of "186 sản phẩm trên sàn"."""
    if understanding.counted_units:
        return False  # what is known to be counted was held against the unit before
    told = read_known(view.fact.statement)
    figure = figure_in(view.fact.statement, view.fact.number) + 1
    unit = words_of(view.fact.unit or "")
    counted = [token.marked for token in told[figure : figure + len(unit) + 1]]
    elsewhere = [token.marked for token in (*told[: figure - 1], *told[figure + len(counted) :])]
    for claim in understanding.claims:
        thing = understanding.tokens[claim.position + 1 : claim.position + 2]
        called = claim.position and understanding.tokens[claim.position - 1].may_be(_NUMBER)
        if called or not thing or understanding.roles[claim.position + 1] is not None:
            continue
        said = thing[0].marked
        if any(marks_agree(said, word) for word in elsewhere) and not any(
            marks_agree(said, word) for word in (*counted, *unit)
        ):
            return True
    return False


def _is_a_share_of_others(understanding: Understanding, view: View) -> bool:
    """Whether a share is put forward of one thing, and is told of another, or but of some: "người dân", "người từ 18 tuổi"."""
    shares = [claim for claim in understanding.claims if "%" in _typed(understanding, claim)]
    if not shares or "%" not in (view.fact.unit or ""):
        return False
    told = read_known(view.fact.statement)
    start = figure_in(view.fact.statement, view.fact.number) + 1
    units = language().units
    own = units.longest(told, start)
    whole = facet_words(text_at(told, _whole(told, start)))
    for claim in shares:
        asked = units.longest(understanding.tokens, _behind_share(understanding, claim))
        if asked is None:
            continue
        counted = tuple(understanding.tokens[at].marked for at in asked.span)
        told_of = (
            compatible(counted, text_at(told, own.span)) if own else any(tells(told, one) for one in counted)
        )
        if not told_of:
            return True
        # "người có công" is not said by the "có" of "có mức sống"
        weighty = [token for token in understanding.tokens if token.marked not in language().function_words]
        if leaves_a_word_out(weighty, _words(understanding), whole):
            return True
    return False


def _is_a_share_of_nothing_told(understanding: Understanding) -> bool:
    """Whether so much of something is put forward and nothing said of it: "có 62% hiện vật"."""
    shares = [claim for claim in understanding.claims if "%" in _typed(understanding, claim)]
    counted = [
        language().units.longest(understanding.tokens, _behind_share(understanding, claim))
        for claim in shares
    ]
    whole = {at for one in counted if one for at in one.span}
    return bool(whole) and whole.issuperset(at for word in _words(understanding) for at in word.span)


def _typed(understanding: Understanding, claim: Claim) -> str:
    tokens, at = understanding.tokens, claim.position
    behind = [token.marked for token in tokens[at + 1 : at + 3]]
    per_cent = behind[:1] == ["%"] or (len(behind) > 1 and all(map(marks_agree, behind, _PER_CENT)))
    return "%" if per_cent else tokens[at].typed


def _behind_share(understanding: Understanding, claim: Claim) -> int:
    tokens, at = understanding.tokens, claim.position
    if "%" in tokens[at].typed:
        return at + 1
    return at + (2 if tokens[at + 1].marked == "%" else 3)


def _whole(tokens: Sequence[Token], start: int) -> range:
    """Where it stands what a share is of, from right behind it up to where, or what of it, is said."""
    stops = (*telling("whose_or_where"), *telling("tenses"), *telling("passive"))
    ends = (at for at in range(start, len(tokens)) if tokens[at].pause or tokens[at].marked in stops)
    return range(start, next(ends, len(tokens)))


def _words(understanding: Understanding) -> list[Word]:
    return cut_words(understanding.tokens, understanding.content, language(), idioms=True)


def _is_for_another_period(understanding: Understanding, view: View, told: Sequence[Token]) -> bool:
    """Whether what a figure is for each of is another month, year or day than is told: "đồng/tháng" of "đồng/năm"."""
    times = {fold(word) for word in telling("periods_of_rates")}
    known = {fold(word) for part in (view.fact.unit or "").split("/")[1:] for word in words_of(part)}
    known.update(token.folded for before, token in pairwise(told) if before.folded in EACH)
    return any(word in times and word not in known for word in _periods(understanding))


def _periods(understanding: Understanding) -> Iterator[str]:
    """What a question gives a figure for each of, folded: "/tháng", "mỗi tháng"."""
    yield from map(fold, _FOR_EACH.findall(understanding.question.lower()))
    for before, token in pairwise(understanding.tokens):
        if before.folded in EACH or before.number == 1:
            yield token.folded


def _is_bounded(claims: Sequence[Claim], told: Sequence[Token], figure: int) -> bool:
    """Whether a figure is told as the most or the least, and put forward without that: "tối đa 40 triệu"."""
    if any(claim.bound for claim in claims):
        return False
    near = told[max(0, figure - _NEAR) : figure]
    return has_any(near, telling("bounds"))


def _leaves_the_act_out(understanding: Understanding, before: Sequence[Token]) -> bool:
    """Whether a place is said to have so many of what was only appointed or put right there, or is short of: "có 30 cấp phó"."""
    tokens = understanding.tokens
    has = any(
        claim.position and tokens[claim.position - 1].may_be(_THERE_ARE) for claim in understanding.claims
    )
    return has and any(
        has_any(before, telling(kind)) and not has_any(tokens, telling(kind))
        for kind in ("appointing", "too_few")
    )


def _is_of_some_of_them(understanding: Understanding, before: Sequence[Token]) -> bool:
    """Whether a figure is of some only, of whom the question does not speak: "trong số đảng viên mới có 86 nữ"."""
    start = next(starts_of(_OF_THESE, before), None)
    if start is None:
        return False
    functional = language().function_words
    return any(
        before[at].number is None
        and before[at].marked not in functional
        and not any(marks_agree(token.marked, before[at].marked) for token in understanding.tokens)
        for at in _whole(before, start + len(_OF_THESE))
    )


def _leaves_others_out(understanding: Understanding, behind: Sequence[Token]) -> bool:
    """Whether a figure is of two together, and but the first is named: "người có công và thân nhân"."""
    for at, token in enumerate(behind):
        if token.pause:
            return False
        if token.marked in _AND and at:
            if not any(marks_agree(one.marked, behind[at - 1].marked) for one in understanding.tokens):
                return False
            second = facet_words(text_at(behind, _whole(behind, at + 1)))
            return leaves_a_word_out(understanding.tokens, _words(understanding), second)
    return False
