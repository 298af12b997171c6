"""Figures and lists that have all words of a question, and yet are of a whole, a name or a list that it does not ask for."""

from __future__ import annotations

from itertools import pairwise

from knowledge.models import NUMERIC_KINDS
from knowledge.questions.cases import Case
from knowledge.reading.evidence import View
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import TopicHit, Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import language
from knowledge.text.units import are_of_one_class, is_money
from knowledge.text.vietnamese import fold, marks_agree

_LEFT, _LENT = "còn", "vay"
_FEWEST_OF_A_NAME = 2


def tells_of_what_lies_near(case: Case, view: View, lexicon: Lexicon) -> bool:
    """Whether a fact is of all where it is asked what is left, of a longer name, or a list of things of several places."""
    question = case.question
    if view.fact.kind in NUMERIC_KINDS:
        return (
            _is_of_all_and_not_left(case, view)
            or _asks_where_it_is_listed(question, view)
            or _is_of_a_longer_name(question, view, lexicon)
            or _is_no_loan(case, view)
            or _is_told_only_in_a_name(question, view, lexicon)
            or _lists_things_of_several(question, view, lexicon)
        )
    return _asks_where_it_is_listed(question, view) or _lists_things_of_several(question, view, lexicon)


def counts_whom_it_is_given_to(unit: tuple[str, ...], view: View, hit: TopicHit) -> bool:
    """Whether those are counted whom a facet names, and nothing is said of the things counted: "đón bao nhiêu học sinh", "thẻ cấp cho học sinh"."""
    if not hit.by_facet or fold(" ".join(unit)) not in map(fold, view.fact.facets):
        return False
    return not are_of_one_class(unit, view.fact.unit)


def _is_of_all_and_not_left(case: Case, view: View) -> bool:
    """Whether it is asked how many are left, and the fact is of all, those that are done and those that are not: "còn bao nhiêu điểm sạt lở"."""
    question = case.question
    asked = question.where_asks("how_many")
    if not asked or not asked[0] or not question.tokens[asked[0] - 1].may_be(_LEFT) or question.denies:
        return False
    if view.weak.has(_LEFT):
        return False
    return any(any(part.denying) for part in case.siblings.parts_of(view.fact))


def _asks_where_it_is_listed(question: Understanding, view: View) -> bool:
    """Whether it is asked where something of a place is, and the fact only lists that place among others."""
    if not question.asks_where or len(view.items) < 2:  # noqa: PLR2004  a list of one may be where it is
        return False
    return not set(question.names).isdisjoint(view.items)


def _is_of_a_longer_name(question: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether the question has only the first part of the name of a place that it does not name: "X" of "X Thượng"."""
    subject = view.fact.subject
    if lexicon.names[subject].kind != "place" or subject in question.names:
        return False
    name = words_of(lexicon.names[subject].name)
    if len(name) <= _FEWEST_OF_A_NAME:
        return False
    return any(
        question.tokens[at].typed[:1].isupper()
        and marks_agree(question.tokens[at].marked, name[0])
        and marks_agree(question.tokens[other].marked, name[1])
        for at, other in pairwise(question.content)
        if other == at + 1
    )


def _is_no_loan(case: Case, view: View) -> bool:
    """Whether it is asked how much was lent, and the fact tells of money and of no loan."""
    if "lending" not in case.question.kinds_said or not is_money(view.fact.unit):
        return False
    lent = {_LENT, *language().kindred["lending"]}
    return not any(passage.has_any(lent) for passage in (view.weak, view.strong, case.topic))


def beats_another(question: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether it is asked of winning against one name, and told of winning against another: "thắng X"."""
    if "beating" not in question.kinds_said:
        return False
    won = {words_of(one)[-1] for one in language().kindred["beating"]}
    told = read_known(view.fact.statement)
    beaten = {
        found.meaning
        for found in lexicon.name_index.cover(told)
        if found.start and told[found.start - 1].marked in won
    }
    return bool(beaten) and any(
        mention.start and question.tokens[mention.start - 1].may_be(*won) and beaten.isdisjoint(mention.names)
        for mention in question.mentions
    )


def _is_told_only_in_a_name(question: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether what is asked stands only in the name of a body, and another of its kind is told: "bảo hiểm xã hội" of "BHXH X thu tiền bảo hiểm y tế"."""
    if lexicon.names[view.fact.subject].kind != "organisation" or view.fact.subject in question.names:
        return False
    tokens = read_known(view.fact.statement)
    told = [token.marked for token in tokens]
    named = {at for found in lexicon.name_index.cover(tokens) for at in found.span}
    own = [word for at, word in enumerate(told) if at not in named]
    in_name = {told[at] for at in named}.difference(own)
    if not in_name:
        return False
    said = [question.tokens[at].marked for at in question.content]
    others = dict(pairwise(own))
    return any(
        other in in_name and one in others and others[one] not in said for one, other in pairwise(said)
    )


def _lists_things_of_several(question: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether things of one place are to be listed, and the fact lists those of several, of which some are called after it."""
    if "which" not in question.asks or len(view.items) < 2 or view.fact.subject in question.names:  # noqa: PLR2004
        return False
    asked = set(question.names)
    if not asked.intersection(view.names) or not asked.isdisjoint(view.items):
        return False
    called = [
        any(found.meaning in asked for found in lexicon.name_index.cover(read_known(item)))
        for item in view.fact.items
    ]
    return any(called) and not all(called)
