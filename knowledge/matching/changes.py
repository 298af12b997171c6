"""What has become of a figure since the year before, where it is told for both times: "tăng hay giảm so với cùng kỳ"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from knowledge.matching.judging import Judgement
from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.reading.understanding import Understanding
from knowledge.text.language import Language

_ABOUT_AS_LONG = timedelta(days=45)
"""By so much two periods may differ that are held against each other."""


def told_for_both_times(
    question: Understanding, judged: Sequence[Judgement], language: Language
) -> list[Judgement]:
    """The figure and the one of the year before, newest first, where it is asked how it has changed, and all else is said of both."""
    if question.times or "whether" in question.asks:
        return []
    changes = language.changes.cover(question.tokens)
    if not changes:
        return []
    said = {at for found in (*changes, *language.year_before.cover(question.tokens)) for at in found.span}
    fitting = [
        j for j in judged
        if j.fact.kind in NUMERIC_KINDS and all(said.issuperset(word.span) for word in j.unexplained)
        and not (j.unfit or j.wrong_times or j.missing or j.elsewhere or j.narrower)
    ]  # fmt: skip
    for newest in fitting:
        before = [j for j in fitting if _is_of_year_before(j.fact, newest.fact)]
        if len(before) == 1:
            return [newest, *before]
    return []


def _is_of_year_before(one: Fact, other: Fact) -> bool:
    """Whether two facts tell the same, the first for the year before, for a time about as long."""
    if (one.subject, one.topic, one.kind, one.unit, set(one.facets)) != (
        other.subject, other.topic, other.kind, other.unit, set(other.facets)
    ):  # fmt: skip
        return False
    first, second = one.period, other.period
    if not (first and second and first.since and first.as_of and second.since and second.as_of):
        return False
    longer = abs((second.as_of - second.since) - (first.as_of - first.since))
    return second.as_of.year - first.as_of.year == 1 == second.since.year - first.since.year and (
        longer <= _ABOUT_AS_LONG
    )
