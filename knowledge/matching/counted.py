"""Whether what a fact counts is what the question wants counted, beside the other facts of its topic."""

from __future__ import annotations

from functools import lru_cache

from knowledge.matching.stated import is_case_of
from knowledge.models import Fact
from knowledge.near_misses.nearby import counts_whom_it_is_given_to
from knowledge.near_misses.pairing import telling
from knowledge.questions.cases import Case
from knowledge.questions.siblings import folded
from knowledge.reading.evidence import View, Word
from knowledge.reading.understanding import THE_SAME, Understanding
from knowledge.text.abbreviations import figure_in, read_known, words_of
from knowledge.text.tokens import numeral
from knowledge.text.units import (
    are_of_one_class,
    compatible,
    counts_places,
    counts_turns,
    is_known_for,
    is_money,
    is_one_of_places,
    kinds_of_places,
    measures,
    units_of,
)
from knowledge.text.vietnamese import fold, marks_agree

_COMMUNE_LEVEL = 3


def counted_by(case: Case, view: View, whole: View | None) -> list[tuple[str, ...]]:
    """Those of the units asked for that a fact counts, `whole` being the view of what it is a part of."""
    units = case.question.counted_units
    if not units:
        return []
    counted = _Counted(case, view, whole)
    return [unit for unit in units if counted.counts(unit)]


@lru_cache(maxsize=10_000)
def _spellings(unit: tuple[str, ...]) -> frozenset[str]:
    """What is to be counted, folded, and the same with numbers in digits: "điểm mười" is "diem 10"."""
    tokens = read_known(" ".join(unit))
    in_digits = (
        f"{number}" if at and (number := numeral(one)) else one.folded for at, one in enumerate(tokens)
    )
    return frozenset((fold(" ".join(unit)), " ".join(in_digits)))


def is_told_behind_figure(question: Understanding, word: Word, fact: Fact) -> bool:
    """Whether a word is what is counted, and just that stands behind the fact's figure: "2.480 cán bộ, công chức"."""
    said = tuple(map(question.syllable, word.span))
    if fact.number is None or said not in question.counted_units:
        return False
    told = read_known(fact.statement)
    start = figure_in(fact.statement, fact.number) + 1
    behind = told[start : start + len(said)]
    return start > 0 and len(behind) == len(said) and all(map(marks_agree, said, (t.marked for t in behind)))


class _Counted:
    """What one fact counts, before one question."""

    def __init__(self, case: Case, view: View, whole: View | None) -> None:
        self.case = case
        self.view = view
        self.fact = view.fact
        self.whole = whole
        self.hit = case.hit

    def counts(self, unit: tuple[str, ...]) -> bool:
        """Whether the fact counts what was asked to be counted, as its unit or as its facet."""
        if counts_whom_it_is_given_to(unit, self.view, self.hit) or self._is_counted_by_another(unit):
            return False
        kinds = kinds_of_places(unit)
        if len(kinds) > 1 and (told := self._counts_kinds(kinds)) is not None:
            return told
        cases = is_case_of(unit, self.case, self.view)
        if cases or compatible(unit, self.fact.unit) or self._counts_by_facet(unit):
            return not self._counts_others_too(unit)
        if counts_turns(unit) is not counts_turns(words_of(self.fact.unit or "")):
            return False
        return (self.case.names_what_is_counted(unit) and are_of_one_class(unit, self.fact.unit)) or (
            self.case.topic.has(" ".join(unit))
            and self.hit.similarity > THE_SAME
            and self.case.facets.is_only_figure(self.view)
            and not (units_of(unit) and (self._measures_or_counts_places() or self._counts_persons()))
            and not self._is_counted_elsewhere(unit)
        )

    def _counts_others_too(self, unit: tuple[str, ...]) -> bool:
        """Whether places of one kind are asked for, and the fact counts those of several: "mấy phường" of "xã, phường".

        A share shows of what it is, so that by "mấy xã" townships may be meant with the communes.
        """
        if not is_one_of_places(unit, self.fact.unit):
            return False
        along = {fold(kind) for kind in telling("counted_along")}
        others = kinds_of_places(words_of(self.fact.unit or "")) - kinds_of_places(unit)
        return self.fact.kind == "count" or not others <= along

    def _is_counted_by_another(self, unit: tuple[str, ...]) -> bool:
        """Whether just this is what narrows or is counted by another fact of the topic: "phòng thi" beside "điểm thi", "điểm 10" beside "điểm"."""
        said, own = _spellings(unit), fold(self.fact.unit or "")
        if own in said or not own:
            return False
        if said & self.case.siblings.units and not is_known_for(unit, self.fact.unit):
            return True
        # a number is part of what is counted only where it is told with it
        numbered = {one for one in said if any(word.isdigit() for word in one.split())}
        return bool(numbered & self.case.siblings.folded_facets) and not numbered & self._facets()

    def _facets(self) -> set[str]:
        """What narrows the fact, or the whole that it is a part of, folded."""
        views = (self.view, self.whole) if self.whole else (self.view,)
        return {folded(facet) for view in views for facet in view.fact.facets}

    def _counts_kinds(self, kinds: frozenset[str]) -> bool | None:
        """Whether places of several kinds together are what the fact counts: "xã, phường"; None where nothing tells.

        A figure of communes alone is not that of both where wards are counted beside them; one of all "đơn vị hành
        chính cấp xã" is, and so is one that is broken down into these kinds.
        """
        own = kinds_of_places(words_of(self.fact.unit or ""))
        if own:
            return None if own >= kinds or self.case.siblings.units.isdisjoint(kinds - own) else False
        if self.fact.id in self.case.siblings.wholes and self.fact.complete:
            parts = {fold(part.fact.unit or "") for part in self.case.siblings.parts_of(self.fact)}
            if kinds <= parts:
                return True
        if (self.fact.unit or "").lower() not in telling("localities"):
            return None
        levels = self.case.lexicon.language.place_levels
        communes = {fold(kind) for kind, level in levels.items() if _COMMUNE_LEVEL in level}
        return True if kinds <= communes and self.view.weak.has_any(telling("of_communes")) else None

    def _counts_by_facet(self, unit: tuple[str, ...]) -> bool:
        """Whether what is counted is called as its facet: no pupils are what a ticket costs for one, nor cards where none are spoken of."""
        head, tail = unit[:1], fold(" ".join(unit[1:]))
        if tail in self._facets() and is_known_for(head, self.fact.unit) and compatible(head, self.fact.unit):
            return True  # "người dân tộc thiểu số" are such of "đại biểu"
        said = _spellings(unit) | self._synonyms(unit)
        called = not said.isdisjoint(self._facets()) or self._is_said_to_be(unit)
        if not called or is_money(self.fact.unit):
            return False
        both_known = units_of(unit) and units_of(words_of(self.fact.unit or ""))  # no "người" are "hộ"
        return are_of_one_class(unit, self.fact.unit) or not (both_known or self.hit.by_facet)

    def _synonyms(self, unit: tuple[str, ...]) -> set[str]:
        """What may be said for what is counted, folded: "phụ nữ" are "nữ"."""
        said = fold(" ".join(unit))
        words = (word for word in self.case.asked.every_word if word.folded == said)
        return {fold(one) for word in words for one in word.synonyms}

    def _is_said_to_be(self, unit: tuple[str, ...]) -> bool:
        """Whether a facet that begins with what is counted is said in full: "mấy học sinh THPT được kết nạp", of new members."""
        return any(
            folded(facet).startswith(f"{one} ") for facet in self.fact.facets for one in _spellings(unit)
        ) and self.case.facets.is_said_in_full(self.view)

    def _is_counted_elsewhere(self, unit: tuple[str, ...]) -> bool:
        """Whether what is asked narrows figures of the topic about others: "tước giấy phép lái xe"."""
        said = f" {fold(' '.join(unit))} "
        return any(said in f" {folded(facet)} " for facet in self.case.siblings.facets_elsewhere)

    def _counts_persons(self) -> bool:
        """Whether the figure is of persons, who are no things: no members are the "đội" that they are in."""
        return any(unit.is_person for unit in units_of(words_of(self.fact.unit or "")))

    def _measures_or_counts_places(self) -> bool:
        """Whether the fact's figure is of places, or a size or sum: no households are square metres."""
        return counts_places(self.fact.unit) or (self.fact.kind == "count" and measures(self.fact.unit))
