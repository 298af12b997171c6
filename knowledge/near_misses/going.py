"""Whether a fact tells where somebody came from or went to, where just that is asked."""

from __future__ import annotations

from knowledge.questions.cases import Case
from knowledge.reading.evidence import View
from knowledge.reading.ways import directions_in, is_of_another_way
from knowledge.text.abbreviations import read_known

_BUT_FIGURES = ("list", "statement", "date")


def goes_another_way(case: Case, view: View, *, named: bool) -> bool:
    """Whether it is asked where from and the fact does not tell, or where to and it only tells where from or who.

    `named` says that the question names whom the fact is about.
    """
    fact, way = view.fact, case.asked.way
    tells_who = fact.kind == "person" or (case.question.ask == "who" and fact.kind in ("list", "statement"))
    if (
        (tells_who and _is_of_no_way(case, view))
        or _is_of_all_ways(case, view)
        or _comes_from_there(case, view)
    ):
        return True
    if "whether" in case.question.asks:  # what one was before tells of no place to which one went
        return view.past and any("target" in one for one in case.asked.said.ways)
    if (tells_who or fact.kind in _BUT_FIGURES) and is_of_another_way(
        fact, case.asked.said.ways, case.lexicon
    ):
        return True
    if way is None:
        return False
    was_there = fact.kind == "list" and view.past
    if way == "target":
        only_left = "target" not in view.ways and "source" in view.ways
        tells_by_whom = fact.kind == "list" and bool(fact.facets) and "target" not in view.ways
        return was_there or fact.kind == "person" or only_left or tells_by_whom
    return not (way in view.ways or (was_there and named) or fact.kind == "not_stated")


def _comes_from_there(case: Case, view: View) -> bool:
    """Whether it is asked who went to a kind of place, and a facet says in short that they came from there: "lên huyện", "cán bộ huyện về"."""
    ends = {way["target"] for way in case.asked.said.ways if "target" in way}
    if not ends:
        return False
    told = (directions_in(read_known(facet), case.lexicon, in_short=True) for facet in view.fact.facets)
    return any(way.get("source") in ends and "target" not in way for ways in told for way in ways)


def _is_of_all_ways(case: Case, view: View) -> bool:
    """Whether it is asked how many went from one kind of place to another, and a figure is of all ways, of which others are told one by one."""
    if not _asks_both_ends(case) or view.fact.number is None or view.ways or any(view.directions):
        return False
    return "whether" not in case.question.asks and any(any(one.directions) for one in case.views.values())


def _is_of_no_way(case: Case, view: View) -> bool:
    """Whether it is asked who went from one place to another, and the fact tells of nobody's going."""
    return _asks_both_ends(case) and case.question.ask == "who" and not (view.ways or any(view.directions))


def _asks_both_ends(case: Case) -> bool:
    """Whether it is said from where to where somebody went."""
    return any({"source", "target"} <= way.keys() for way in case.asked.said.ways)
