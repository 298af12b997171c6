"""What narrows a fact in words only: that those who are called by it take part, or the second word for the same persons."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.questions.said import Said
from knowledge.questions.siblings import Siblings, folded
from knowledge.reading.evidence import View
from knowledge.text.language import language
from knowledge.text.vietnamese import fold


def left_unsaid(view: View, named: Collection[str], siblings: Siblings, question: Said) -> list[str]:
    """The facets of a fact beside those `named` that narrow it."""
    return [
        facet
        for facet in view.fact.facets
        if facet not in named and not _goes_without_saying(facet, view, siblings, question)
    ]


def _goes_without_saying(facet: str, view: View, siblings: Siblings, question: Said) -> bool:
    """Whether a facet narrows nothing: "đăng ký" of "thí sinh", "cán bộ, công chức" of "cán bộ"."""
    if view.fact.number is None:
        return False
    words = language().telling
    if facet.lower() in words["entering"]:
        return _enters(view, question) and _is_alone(words["entering"], view, siblings)
    head, comma, _ = facet.partition(",")
    if not comma:
        return False
    said = folded(head)
    asked = any(fold(" ".join(unit)) == said for unit in question.counted_units)
    return asked and sum(_is_of(said, other) for other in siblings.views.values()) == 1


def _enters(view: View, question: Said) -> bool:
    """Whether those counted are called by taking part, or the question says that they do."""
    words = language().telling
    return view.fact.unit in words["entrants"] or not question.syllables.isdisjoint(words["sitting"])


def _is_alone(entering: Collection[str], view: View, siblings: Siblings) -> bool:
    """Whether no other figure of the same subject tells who takes part: not those who registered and those who came."""
    return all(
        other is view
        or other.fact.number is None
        or other.fact.subject != view.fact.subject
        or not any(one.lower() in entering for one in other.fact.facets)
        for other in siblings.views.values()
    )


def _is_of(said: str, view: View) -> bool:
    """Whether a fact is of persons who are called so, be it among others or more closely."""
    named = (*view.fact.facets, view.fact.unit or "")
    return any(f"{folded(one)} ".startswith(f"{said} ") for one in named)
