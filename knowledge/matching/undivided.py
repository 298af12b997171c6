"""What an article counts only together with the rest: of "bổ nhiệm lại" alone nothing is told where both are one figure."""

from __future__ import annotations

from knowledge.models import NUMERIC_KINDS
from knowledge.questions.cases import Case
from knowledge.questions.siblings import folded
from knowledge.reading.evidence import View


def is_not_told_apart(case: Case, view: View) -> bool:
    """Whether one kind of what is done is asked for, of which it is told that no figure is of it alone, and this is none.

    Such a kind is called as the topic with something more: "bổ nhiệm lại", "luân chuyển ngang".
    """
    if view.fact.kind not in NUMERIC_KINDS:
        return False
    kinds = _kinds_not_told_apart(case)
    return not kinds.issubset(view.fact.facets)


def _kinds_not_told_apart(case: Case) -> set[str]:
    """The kinds that the question names word for word, and no figure is told of."""
    unstated = [view for view in case.views.values() if view.fact.kind == "not_stated" and view.fact.facets]
    named = {
        facet
        for view in unstated
        for facet in case.facets.of(view).facets
        if _is_meant_alone(folded(facet), case)
    }
    if not named:
        return named
    figures = (view.fact.facets for view in case.views.values() if view.fact.number is not None)
    return named.difference(*figures)


def _is_meant_alone(facet: str, case: Case) -> bool:
    """Whether a facet is a kind of what is done, and said by itself: not by a label that has both."""
    cores = [core for core in case.facets.core if facet.startswith(f"{core} ")]
    if not cores:
        return False
    said = f" {facet} "
    if said in case.asked.said.own_words:
        return True
    everything = case.asked.said.everything
    rest = everything.replace(said, " | ")
    return rest != everything and not any(f" {core} " in rest for core in cores)
