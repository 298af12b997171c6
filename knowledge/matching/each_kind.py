"""Figures of several kinds of one thing, of which the article gives no total."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.matching.judging import Judgement
from knowledge.models import NUMERIC_KINDS
from knowledge.reading.understanding import Understanding


def asks_each_kind(question: Understanding) -> bool:
    """Whether it is asked how much each kind of something is: "những loại giá nào, mỗi loại bao nhiêu"."""
    each = "each_kind" in question.tellings_said or (question.comparing and "which" in question.asks)
    return each and question.ask == "how_many" and "in_all" not in question.kinds_said


def are_one_a_kind(figures: Sequence[Judgement]) -> bool:
    """Whether several figures may be told one by one: each has facets of its own, of one whole, and all count the same or what they are called."""
    counted = {one.fact.unit for one in figures if one.fact.unit not in one.fact.facets}
    of_one = {(len(one.fact.facets), one.stored.whole) for one in figures}
    kinds = {one.fact.facets for one in figures}
    apart = len(counted) <= 1 == len(of_one) and len(kinds) == len(figures) > 1
    return apart and not any(one.unfit for one in figures)


def separate_figures(best: Judgement, judged: Sequence[Judgement]) -> list[Judgement]:
    """All figures that one article gives one by one, where all that it lacks is their total."""
    if not (best.explains_all and best.narrower and best.fact.kind in NUMERIC_KINDS):
        return []
    one = (best.fact.subject, best.hit.topic, best.fact.article)
    return [
        j for j in judged
        if j.explains_all and j.narrower and j.fact.kind in NUMERIC_KINDS
        and (j.fact.subject, j.hit.topic, j.fact.article) == one
    ]  # fmt: skip
