"""What must be done, is wanted or planned: no figure of what was done tells it, nor the other way round."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.models import NUMERIC_KINDS
from knowledge.near_misses.doers import PASSIVE
from knowledge.reading.evidence import View
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import figure_in, read_known
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import marks_agree

_MUST, _NEED, _DONE, _REACH = "phải", "cần", "đã", "đạt"
_DUE = frozenset([_MUST, _NEED])
_NO_DUTY_BEFORE = ("có", "không", "chưa", "chẳng")
_NO_DUTY_BEHIND = ("không", "chăng", "là")
_SPENT = ("chi", "dành", "đã")
_WANTING, _THEN = "muốn", "thì"
_FOR_EACH = ("mỗi", "tối đa", "tối thiểu", "một")
_MEASURING = ("so với", "đạt", "phần trăm", "vượt", "tỷ lệ", "hoàn thành", "bằng")
_PLANNED = ("kế hoạch", "chỉ tiêu", "mục tiêu")


def is_of_another_duty(question: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether it is asked what must be done, is needed, may be had or is planned, and a figure tells what was done; or the other way round."""
    if view.fact.kind not in NUMERIC_KINDS or "whether" in question.asks:
        return False
    said = {token.marked for token in question.tokens}
    if question.unmarked:
        said |= {word for word in (_MUST, _DONE) if any(t.may_be(word) for t in question.tokens)}
    if _DONE in said and _MUST not in said and _is_only_due(question.tokens, view):
        return True
    if _MUST in said and _is_already_done(question, view, lexicon):
        return True
    if _NEED in said and question.costs and _is_spent(view):
        return True
    if {_WANTING, _THEN} <= said and _is_what_others_got(question, view):
        return True
    return question.plans and question.ask == "how_many" and _is_held_against_plan(question, view)


def _is_only_due(tokens: Sequence[Token], view: View) -> bool:
    """Whether the fact tells of how many it must be what is asked as done: "đã di dời", "phải di dời"."""
    told = read_known(view.fact.statement)
    due = [token for at, token in enumerate(told) if _must_be(told, at)]
    return any(
        any(marks_agree(tokens[at].marked, one.marked) for one in due)
        for at in _behind(tokens, _DONE)
        if not tokens[at].may_be(*PASSIVE)
    )


def _behind(tokens: Sequence[Token], word: str) -> list[int]:
    """Where a verb stands behind a word, past what says that it was done to somebody."""
    found = []
    for at in range(1, len(tokens)):
        before = at - 2 if tokens[at - 1].may_be(*PASSIVE) and at > 1 else at - 1
        if tokens[before].may_be(word):
            found.append(at)
    return found


def _must_be(told: Sequence[Token], at: int) -> bool:
    """Whether a word of a text of the store stands behind "phải", up to the next stop."""
    for before in range(at - 1, -1, -1):
        if told[before + 1].pause:
            return False
        if told[before].marked == _MUST:
            return True
    return False


def _is_already_done(question: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether it is asked how much must be done, and the fact tells just that as done, or how far it got."""
    if question.costs or "/" in (view.fact.unit or "") or view.planned:
        return False
    told = read_known(view.fact.statement)
    if any(token.marked in _DUE for token in told):
        return False
    verbs = _verbs_of_duty(question)
    if any(verb.may_be(_REACH) for verb in verbs):
        return True
    if not verbs:
        return False
    doers = {found.end for found in lexicon.name_index.cover(told)}
    done = [told[at] for at in range(1, len(told)) if told[at - 1].marked == _DONE or at in doers]
    return any(marks_agree(verb.marked, one.marked) for verb in verbs for one in done)


def _verbs_of_duty(question: Understanding) -> list[Token]:
    """The words right behind "phải" that stand before "how many": those of whom it is asked have to do it."""
    asked = next(iter(question.where_asks("how_many")), 0)
    tokens = question.tokens
    return [
        tokens[at + 1]
        for at in range(asked - 1)
        if tokens[at].may_be(_MUST)
        and question.roles[at] != "ask:whether"
        and not (at and tokens[at - 1].may_be(*_NO_DUTY_BEFORE))
        and not tokens[at + 1].may_be(*_NO_DUTY_BEHIND)
    ]


def _is_spent(view: View) -> bool:
    """Whether a fact tells of money that was spent, where it is asked how much is needed."""
    clause = read_known(view.fact.statement)[: figure_in(view.fact.statement, view.fact.number)]
    return not view.planned and any(token.marked in _SPENT for token in clause)


def _is_what_others_got(question: Understanding, view: View) -> bool:
    """Whether somebody asks what they would get ("muốn vay vốn thì được bao nhiêu"), and the fact counts what all others got."""
    asked = question.where_asks("how_many")
    if not asked or question.counted_units or not question.tokens[asked[0] - 1].may_be(*PASSIVE):
        return False
    return "/" not in (view.fact.unit or "") and not view.weak.has_any(_FOR_EACH)


def _is_held_against_plan(question: Understanding, view: View) -> bool:
    """Whether it is asked what was planned, and the fact tells which share of that was reached."""
    if view.fact.kind != "share" or view.foretold or not view.weak.has_any(_PLANNED):
        return False
    said = f" {' '.join(token.marked for token in question.tokens)} "
    return not any(f" {word} " in said for word in _MEASURING)
