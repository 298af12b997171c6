"""What must be done, is wanted or planned: no figure of what was done tells it, nor the other way round."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from knowledge.near_misses.pairing import Pairing, has_any, telling
from knowledge.near_misses.rules import asks_no_yes_or_no, where
from knowledge.reading.evidence import View
from knowledge.reading.understanding import Understanding
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import marks_agree

_MUST, _NEED, _DONE, _REACH = "phải", "cần", "đã", "đạt"
_WANTING, _THEN = "muốn", "thì"


@where(asks_no_yes_or_no)
def is_of_another_duty(pairing: Pairing) -> bool:
    """Whether it is asked what must be done, is needed, may be had or is planned, and a figure tells what was done; or the other way round."""
    question, view = pairing.question, pairing.view
    said = {token.marked for token in question.tokens}
    if question.unmarked:
        said |= {word for word in (_MUST, _DONE) if any(t.may_be(word) for t in question.tokens)}
    if _MUST not in said and (
        (_DONE in said and is_only_due(question.tokens, pairing.told)) or _got_done(question, pairing.told)
    ):
        return True
    if _MUST in said and _is_already_done(pairing):
        return True
    if _NEED in said and question.costs and _is_spent(pairing):
        return True
    if {_WANTING, _THEN} <= said and _is_what_others_got(question, view):
        return True
    return question.plans and question.ask == "how_many" and _is_held_against_plan(question, view)


def is_only_due(tokens: Sequence[Token], told: Sequence[Token]) -> bool:
    """Whether the fact tells of how many it must be what is asked as done: "đã di dời", "phải di dời"."""
    due = [token for at, token in enumerate(told) if _must_be(told, at)]
    return any(
        any(marks_agree(tokens[at].marked, one.marked) for one in due)
        for at in _behind(tokens, _DONE)
        if not tokens[at].may_be(*telling("passive"))
    )


def _got_done(question: Understanding, told: Sequence[Token]) -> bool:
    """Whether it is asked how much got done ("di dời được mấy", "di dời mấy … rồi"), and a sentence tells that it must be."""
    asked = question.where_asks("how_many")
    if not asked:
        return False
    before = list(question.tokens[: asked[0]])
    if question.tokens[asked[0]].may_be(*telling("done_with")):  # "được mấy" asks as one
        before.append(question.tokens[asked[0]])
    got = question.tokens[-1].may_be(*telling("done_with"))
    while before and before[-1].may_be(*telling("done_with")):
        got = bool(before.pop())
    return (
        got
        and bool(before)
        and any(
            marks_agree(before[-1].marked, told[at].marked) and _must_be(told, at)
            for at in range(1, len(told))
        )
    )


def is_not_yet_finished(tokens: Sequence[Token], told: Sequence[Token]) -> bool:
    """Whether something is put forward as finished, and it is told but that it must be done: "di dời xong", "phải di dời"."""
    if not has_any(tokens, telling("finished")):
        return False
    due = [told[at].marked for at in range(1, len(told)) if told[at - 1].marked == _MUST]
    return any(
        any(marks_agree(token.marked, verb) for verb in due) and not before.may_be(*telling("due"))
        for before, token in pairwise(tokens)
    )


def _behind(tokens: Sequence[Token], word: str) -> list[int]:
    """Where a verb stands behind a word, past what says that it was done to somebody."""
    found, passive = [], telling("passive")
    for at in range(1, len(tokens)):
        before = at - 2 if tokens[at - 1].may_be(*passive) and at > 1 else at - 1
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


def _is_already_done(pairing: Pairing) -> bool:
    """Whether it is asked how much must be done, and the fact tells just that as done, or how far it got."""
    told = pairing.told
    if pairing.question.costs or "/" in (pairing.fact.unit or "") or pairing.view.planned:
        return False
    if any(token.marked in telling("due") for token in told) or has_any(told, telling("for_each")):
        return False  # what is paid "mỗi tháng" is to be paid
    verbs = _verbs_of_duty(pairing.question)
    if any(verb.may_be(_REACH) for verb in verbs):
        return True
    if not verbs:
        return False
    doers = {found.end for found in pairing.names}
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
        and not (at and tokens[at - 1].may_be(*telling("no_duty_before")))
        and not tokens[at + 1].may_be(*telling("no_duty_behind"))
    ]


def _is_spent(pairing: Pairing) -> bool:
    """Whether a fact tells of money that was spent, where it is asked how much is needed."""
    clause, spent = pairing.told[: pairing.figure], telling("spent")
    return not pairing.view.planned and any(token.marked in spent for token in clause)


def _is_what_others_got(question: Understanding, view: View) -> bool:
    """Whether somebody asks what they would get ("muốn vay vốn thì được bao nhiêu"), and the fact counts what all others got."""
    asked = question.where_asks("how_many")
    if not asked or question.counted_units or not question.tokens[asked[0] - 1].may_be(*telling("passive")):
        return False
    return "/" not in (view.fact.unit or "") and not view.weak.has_any(telling("for_each"))


def _is_held_against_plan(question: Understanding, view: View) -> bool:
    """Whether it is asked what was planned, and the fact tells which share of that was reached."""
    if view.fact.kind != "share" or view.foretold or not view.weak.has_any(telling("planned")):
        return False
    said = f" {' '.join(token.marked for token in question.tokens)} "
    return not any(f" {word} " in said for word in telling("measuring"))
