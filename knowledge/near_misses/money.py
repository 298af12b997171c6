"""Money asked for and things counted, or what one costs and what came in for all."""

from __future__ import annotations

from knowledge.near_misses.pairing import Pairing, telling
from knowledge.near_misses.parties import is_given
from knowledge.near_misses.rules import has_asks_for, says, where
from knowledge.reading.understanding import EACH, Understanding
from knowledge.text.language import language
from knowledge.text.runs import stands_in
from knowledge.text.units import is_money, is_paid_for_each

_GOT, _SELLS = "được", "bán"
_LONGEST_FEE, _LONGEST_VERB, _LONGEST_SUM = 3, 2, 4
"""So many syllables have the names of fees, the verbs of paying and the words for sums, at most."""


def _asks_for_payments(question: Understanding) -> bool:
    """Whether it is asked how much is paid, or which sum something is."""
    asked = question.where_asks("how_many")
    if not question.counted_units and "sums" in question.kinds_said:
        return bool(asked) or not question.asks
    if "paid" not in question.kinds_said:
        return False
    paid, start = language().kindred["paid"], asked[-1] + 1 if asked else len(question.tokens)
    ends = range(start + 1, min(start + _LONGEST_FEE, len(question.tokens)) + 1)
    return any(question.says(range(start, end), paid) for end in ends)


@where(_asks_for_payments)
def is_no_money(pairing: Pairing) -> bool:
    """Whether it is asked how much is paid ("bao nhiêu học phí"), and the fact counts those who do or do not."""
    return not is_money(pairing.fact.unit)


def _begins_with_a_sum(question: Understanding) -> bool:
    if question.ask != "how_many" or question.counted_units:
        return False
    first = next((at for at, role in enumerate(question.roles) if role is None), len(question.roles))
    sums = frozenset(telling("sums_of_money"))
    ends = range(first + 1, min(first + _LONGEST_SUM, len(question.tokens)) + 1)
    return any(question.says(range(first, end), sums) for end in ends)


@where(_begins_with_a_sum)
def is_no_sum(pairing: Pairing) -> bool:
    """Whether a sum of money is what the question begins with ("vốn FDI là bao nhiêu"), and the fact counts things that have to do with it."""
    unit = pairing.fact.unit or ""
    return pairing.fact.kind == "count" and not is_money(unit) and "%" not in unit


@where(says("per_head"))
def is_of_some_people(pairing: Pairing) -> bool:
    """Whether an average of all people is asked for, and told of some of them: "bình quân đầu người" of "lao động"."""
    if "/" not in (pairing.fact.unit or ""):
        return False
    topic = pairing.lexicon.topic_phrases(pairing.hit.topic)
    if any(
        passage.has_any(telling("per_head")) for passage in (pairing.view.weak, pairing.view.strong, topic)
    ):
        return False
    groups = (found.meaning for found in language().units.cover(pairing.told))
    return any(unit.is_some_people for unit in groups)


def _asks_for_costs(question: Understanding) -> bool:
    return question.costs


@where(_asks_for_costs)
def is_no_cost(pairing: Pairing) -> bool:
    """Whether it is asked what something costs, and the fact counts no money, or tells what was given for it."""
    question = pairing.question
    if not (is_money(pairing.fact.unit) or question.counted_units):
        return True
    known = pairing.lexicon.language
    return is_given(pairing.told, known) and not is_given(question.tokens, known)


@where(has_asks_for("how_many"))
def is_what_one_costs(pairing: Pairing) -> bool:
    """Whether it is asked how many there are, or what came in for all, and the fact tells what one costs: "bán bao nhiêu lít", "180.000 đồng/lít"."""
    question = pairing.question
    asked = question.where_asks("how_many")
    unit = pairing.fact.unit or ""
    if "/" not in unit or not is_money(unit):
        return False
    behind = [question.tokens[at].marked for at in range(asked[-1] + 1, len(question.tokens))]
    if any(is_paid_for_each(one, unit) and behind[: len(one)] == list(one) for one in question.counted_units):
        return True
    before, rest = question.tokens[: asked[0]], question.tokens[asked[-1] + 1 :]
    for_all = not any(token.number is not None or token.folded in EACH for token in (*before, *rest))
    return for_all and bool(before) and before[-1].may_be(_GOT) and stands_in(before, (_SELLS,))


def _asks_how_much(question: Understanding, *kinds: str) -> bool:
    """Whether a verb of some kinds, as of paying, stands right before "bao nhiêu"."""
    asked = question.where_asks("how_many")
    if not asked:
        return False
    paying = frozenset(verb for kind in kinds for verb in telling(kind))
    purses = frozenset(telling("purses"))
    before = range(max(0, asked[0] - _LONGEST_SUM), asked[0])
    ends = [asked[0], *(at for at in before if question.says(range(at, asked[0]), purses))]
    return any(
        question.says(range(start, end), paying)
        for end in ends
        for start in range(max(0, end - _LONGEST_VERB), end)
    )


def _asks_what_is_paid_or_lent(question: Understanding) -> bool:
    return not question.counted_units and _asks_how_much(question, "paying", "lending")


@where(_asks_what_is_paid_or_lent)
def is_asked_for_money(pairing: Pairing) -> bool:
    """Whether it is asked how much is spent or lent ("chi bao nhiêu", "cho vay bao nhiêu"), and the fact counts no money."""
    return not is_money(pairing.fact.unit)


def _asks_what_is_paid(question: Understanding) -> bool:
    return _asks_how_much(question, "paying")


@where(_asks_what_is_paid)
def is_what_came_in(pairing: Pairing) -> bool:
    """Whether it is asked how much is spent ("chi bao nhiêu"), and the fact tells what was raised and nothing of spending."""
    if not is_money(pairing.fact.unit):
        return False
    weak = pairing.view.weak
    return weak.has_any(telling("raised")) and not weak.has_any(telling("paying"))


def _asks_what_was_collected(question: Understanding) -> bool:
    """Whether it is asked how much was collected in all, and of nobody by himself: "thu được bao nhiêu tiền"."""
    each = any(token.folded in EACH for token in question.tokens)
    return "collected" in question.tellings_said and question.asks_amount and not each


@where(_asks_what_was_collected)
def is_due_from_each(pairing: Pairing) -> bool:
    """Whether it is asked how much was collected, and the fact tells what each has to pay: "25.000 đồng/hộ/tháng"."""
    paid, *each = (pairing.fact.unit or "").split("/")
    return bool(each) and is_money(paid)
