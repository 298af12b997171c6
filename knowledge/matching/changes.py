"""What has become of a figure since the year before, where it is told for both times: "tăng hay giảm so với cùng kỳ"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from knowledge.matching.judging import Judgement
from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.reading.understanding import Understanding
from knowledge.text.language import Language

_MEASURED = ("so", "với")
_ABOUT_AS_LONG = timedelta(days=45)
"""By so much two periods may differ that are held against each other."""


def told_for_both_times(
    question: Understanding, judged: Sequence[Judgement], language: Language
) -> list[Judgement]:
    """The figure and the one of the year before, newest first, where it is asked how it has changed, and all else is said of both."""
    changes = language.changes.cover(question.tokens)
    if not changes or "whether" in question.asks or len(question.times) > 1:
        return []
    said = {at for found in (*changes, *language.year_before.cover(question.tokens)) for at in found.span}
    if question.times:
        measure = range(question.times[0].start - len(_MEASURED), question.times[0].start)
        if measure.start < 0 or question.text(measure).split() != list(_MEASURED):
            return []
        said |= set(measure)
    fitting = [
        j for j in judged
        if j.fact.kind in NUMERIC_KINDS and all(said.issuperset(word.span) for word in j.unexplained)
        and not (j.unfit or j.missing or j.elsewhere or j.narrower)
    ]  # fmt: skip
    for newest in fitting:
        if bool(newest.wrong_times) is not bool(question.times):
            continue
        before = [
            j for j in fitting
            if not j.wrong_times and _is_of_time_before(j.fact, newest.fact, a_year=not question.times)
        ]  # fmt: skip
        if len(before) == 1:
            return [newest, *before]
    return []


def _is_of_time_before(one: Fact, other: Fact, *, a_year: bool) -> bool:
    """Whether two facts tell the same, the first for an earlier time about as long: for one `a_year` before, or for any."""
    if (one.subject, one.topic, one.kind, one.unit, set(one.facets)) != (
        other.subject, other.topic, other.kind, other.unit, set(other.facets)
    ):  # fmt: skip
        return False
    first, second = one.period, other.period
    if not (first and second and first.as_of and second.as_of) or first.as_of >= second.as_of:
        return False
    if not (first.since and second.since):
        return first.since == second.since and (not a_year or second.as_of.year - first.as_of.year == 1)
    longer = abs((second.as_of - second.since) - (first.as_of - first.since))
    years = {second.as_of.year - first.as_of.year, second.since.year - first.since.year}
    return longer <= _ABOUT_AS_LONG and (not a_year or years == {1})
