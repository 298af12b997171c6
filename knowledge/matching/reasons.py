"""Whether a fact tells why, where that is asked."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.questions.cases import Case
from knowledge.reading.evidence import View
from knowledge.reading.understanding import clause_before
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.runs import starts_of
from knowledge.text.vietnamese import normalize

_OPENING = 3
"""The words by which a sentence is seen to open with "trước khi"."""
_AIMS = ("để ", "nhằm ")
_REASONS = ("lý do", "nguyên nhân", "vì sao", "vi phạm", "lỗi", "sai phạm", "hành vi")


def gives_reason(case: Case, view: View, narrower: Iterable[str]) -> bool:
    """Whether a fact can tell why: a statement that says so, or whose topic is the reason, or a list of reasons.

    `narrower` are the facets that the question does not name: why some were left as they are does not tell why
    the others were not, unless it says what is asked.
    """
    if view.fact.kind == "list":
        wrongs = any(normalize(item).startswith(_REASONS) for item in view.fact.items)
        return (view.because and (wrongs or view.facets.has_any(_REASONS))) or _lists_wrongs(case, view)
    if view.fact.kind != "statement" or _is_told_of_what_comes_before(case, view):
        return False
    if any(normalize(facet) not in _REASONS for facet in narrower) and not _says_it(case, view):
        return False
    if case.question.still and normalize(view.fact.statement).startswith(_AIMS):
        return False  # what something is done for is no reason why it is still to be done
    return view.because or case.topic.has_any(("vì sao", "nguyên nhân"))


def _lists_wrongs(case: Case, view: View) -> bool:
    """Whether what is asked for by its name is what a fact lists right behind that: "vi phạm những gì", "vi phạm chính sách …"."""
    told = normalize(view.fact.statement)
    asked = [word for word in _REASONS if case.asked.said.says(words_of(word))]
    return any(f"{word} {normalize(item)}" in told for word in asked for item in view.fact.items)


def _is_told_of_what_comes_before(case: Case, view: View) -> bool:
    """Whether a sentence that begins with "trước khi" has what is asked about only there, before whoever did something: "trước khi điều động cán bộ, X rà soát để …"."""
    told = read_known(view.fact.statement)
    if not clause_before(told[:_OPENING]):
        return False
    doer = next((found.start for found in case.lexicon.name_index.cover(told)), len(told))
    places = [list(starts_of(word.text.split(), told)) for word in case.asked.words if len(word.span) > 1]
    return any(places) and all(at < doer for found in places for at in found)


def _says_it(case: Case, view: View) -> bool:
    """Whether a fact says any of the longer words that are asked, or all of them where none is long."""
    asked = case.asked
    weighty = [word for word in asked.words if not asked.light.issuperset(word.span)]
    longer = [word for word in weighty if len(word.span) > 1]
    return any(map(view.says, longer)) if longer else all(map(view.says, weighty))
