"""Whether a fact is of the time that a question is of, or tells of when its figure is."""

from __future__ import annotations

from knowledge.matching.suiting import is_over, suits
from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.near_misses.pairing import has_any
from knowledge.questions.cases import Case
from knowledge.reading.evidence import View
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import language
from knowledge.text.periods import Time, times_in
from knowledge.text.runs import stands_in

_COUNTED, _AGAINST = "tinh", "so với"
_FROM = ("từ ", "kể từ ", "tính từ ")


def runs_on(time: Time, fact: Fact) -> bool:
    """Whether a figure counts from before the asked time, or on to a day behind it: of "từ năm 2022 đến giữa năm 2023" none is of either year."""
    period = fact.period
    if time.since or period is None or period.since is None or period.as_of is None:
        return False
    begun = (period.label or "").casefold().startswith(_FROM)
    before = not time.until and period.since < time.first <= period.as_of
    return begun and (before or time.first <= period.since <= time.last < period.as_of)


def tells_of_when(question: Understanding, view: View) -> bool:
    """Whether a fact is a figure, and it is asked up to which day that counts, or, with the figure said, of which period it is."""
    period = view.fact.period
    if period is None or view.fact.kind not in NUMERIC_KINDS:
        return False
    said = view.figures.intersection(token.number for token in question.tokens)
    begun = bool(said) and has_any(question.tokens, language().kindred["begun"])
    if question.asks_since and period.since and (begun or _is_of_the_figure(question)):
        return True
    if question.as_of and period.as_of:
        return bool(said) or _ends_with_ask(question)
    return question.period and bool(said and (period.since or period.label))


def _is_of_the_figure(question: Understanding) -> bool:
    """Whether it is a figure that is asked from when it counts: "tính từ khi nào", "từ bao giờ" behind what it was."""
    asked = next(iter(question.where_asks("when")), 0)
    counted = any(token.folded == _COUNTED for token in question.tokens[max(0, asked - 2) : asked + 1])
    own = (at for at in question.content if question.tokens[at].change != "context")
    return counted or (bool(question.inherited) and next(own, None) is None)


def _ends_with_ask(question: Understanding) -> bool:
    """Whether nothing with weight follows what is asked: "tính đến khi nào X làm xong" is of an end to come."""
    asked = max(question.where_asks("when"), default=0)
    return None not in question.roles[asked:]


def speaks_of(case: Case, view: View, time: Time) -> bool:
    """Whether a fact speaks of the asked time, or is asked to confirm it."""
    fact = view.fact
    if fact.kind in NUMERIC_KINDS and is_over(time, fact, case.asked.published(fact.article)):
        return False
    if view.foretold and _is_foretold_for_another(view, time):
        return False
    said = " ".join(t.marked for t in case.question.tokens[time.start : time.end])
    in_topic = not case.hit.by_facet and case.hit.positions.issuperset(range(time.start, time.end))
    confirms = "whether" in case.question.asks and fact.kind == "date"
    if time.is_of_years and not time.since and _is_called_by_other_years(case.question, fact, time):
        return in_topic
    told = (view.strong.has(said) or _is_called_by(time, fact)) and not runs_on(time, fact)
    return in_topic or confirms or told or _is_of(case, view, time)


def _is_called_by(time: Time, fact: Fact) -> bool:
    """Whether a period is called by just the days that are asked of, whenever it is counted up to: "nửa đầu năm" of "6 tháng đầu năm"."""
    called = times_in(read_known((fact.period.label if fact.period else None) or ""))
    return [(one.first, one.last, one.since, one.until) for one in called] == [
        (time.first, time.last, time.since, time.until)
    ]


def _is_foretold_for_another(view: View, time: Time) -> bool:
    """Whether a fact tells what is meant to be so in some year, and another one is asked of: the year in which that was said."""
    period = view.fact.period
    texts = ((period.label if period else None) or "", view.fact.statement)
    told = [one for text in texts for one in times_in(read_known(text))]
    return bool(told) and not any(
        time.first.year <= one.last.year and one.first.year <= time.last.year for one in told
    )


def _is_called_by_other_years(question: Understanding, fact: Fact, time: Time) -> bool:
    """Whether what a figure's period is called names years, but for those it is held against unasked, and all are others.

    "9 tháng năm 2023" is of 2023, though counted from December 2022.
    """
    label = (fact.period.label if fact.period else None) or ""
    if not stands_in(question.tokens, words_of(_AGAINST)):
        label = label.partition(_AGAINST)[0]
    called = times_in(read_known(label)) if fact.kind in NUMERIC_KINDS else ()
    return bool(called) and all(
        one.last.year < time.first.year or time.last.year < one.first.year for one in called
    )


def _is_of(case: Case, view: View, time: Time) -> bool:
    """Whether the fact's own period, or its words where it has none, is the asked time."""
    fact, strong, weak = view.fact, view.strong, view.weak
    years, span = {time.first.year, time.last.year}, (time.first.year, time.last.year)
    if time.is_of_years and len(years) > 1 and strong.spans:
        return span in strong.spans
    said = not time.whole and time.is_of_years and years <= (strong.years | strong.numbers)
    if said and not runs_on(time, fact):
        return True
    published = case.asked.published(fact.article)
    verdict = suits(time, fact, published)
    if verdict or (verdict is False and fact.kind in (*NUMERIC_KINDS, "date")):
        return verdict
    told = years <= (weak.years | weak.numbers) or span in weak.spans
    unsaid = verdict is None and not view.names_a_year
    return told or (unsaid and fact.kind in NUMERIC_KINDS and years == {published.year})
