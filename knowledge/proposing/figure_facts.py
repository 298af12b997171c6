"""The figures of a sentence as facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from knowledge.models import Fact
from knowledge.proposing import telling
from knowledge.proposing.breakdowns import Group, breakdowns, listed_names, sum_of, with_unit_of
from knowledge.proposing.contexts import clause_begin, is_boundary
from knowledge.proposing.figures import Figure, figures_in
from knowledge.proposing.identifiers import slug
from knowledge.proposing.leads import read_lead
from knowledge.proposing.scene import Scene
from knowledge.proposing.telling import figure_text, forms
from knowledge.proposing.told import Telling, Told
from knowledge.proposing.wordlists import phrases, place_types
from knowledge.text.tokens import tidy
from knowledge.wording import number as shown

_TIME = "thoi_gian"
_FEW = 2
"""So few words behind a span of time are a bare verb and name nothing that lasted."""


class _Words(NamedTuple):
    """A figure as its statement writes it, what is told behind it, and what narrows it."""

    figure: str
    tail: str
    facets: tuple[str, ...]


def figure_facts(scene: Scene) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """The facts of a sentence's figures, each with what is doubtful about it."""
    yield from _FigureFacts(scene).read()


class _FigureFacts:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.setting = scene.setting
        self.sentence = scene.sentence
        self.figures = figures_in(scene.sentence)
        self.telling = Telling(scene, self.figures)

    def read(self) -> Iterator[tuple[Fact, tuple[str, ...]]]:
        groups = {g.whole: g for g in breakdowns(self.sentence, self.figures, self.telling.contexts)}
        parts = {part for group in groups.values() for part in group.parts}
        for at, figure in enumerate(self.figures):
            if at in parts or self._is_time(figure) or self.telling.is_age_of_nobody(at):
                continue
            told = self.telling.of(at)
            fact = self._whole(figure, told, groups.get(at))
            if names := listed_names(self.sentence, figure, self.telling.contexts[at]):
                fact = fact.model_copy(update={"items": names})
            yield fact, tuple(self._doubts(figure, told, groups.get(at)))

    def _is_time(self, figure: Figure) -> bool:
        """Whether a figure only says when ("trong 5 năm tới")."""
        if any(t.start <= figure.start < t.end for t in self.scene.times):
            return True
        kind = figure.unit_class.kind if figure.unit_class else None
        if kind != _TIME:
            return False
        return (
            self._only_lasts(figure) or phrases("tells_time").at(self.sentence.tokens, figure.end) is not None
        )

    def _only_lasts(self, figure: Figure) -> bool:
        """Whether a clause says no more than how long something took: "Sau 3 năm thực hiện, …"."""
        lasting = phrases("lasting").before(self.sentence.tokens, figure.head)
        if lasting is None or clause_begin(self.sentence, figure.head) != lasting.start:
            return False
        behind = range(figure.end, min(figure.end + _FEW + 1, len(self.sentence)))
        return any(is_boundary(self.sentence, at) for at in behind)

    def _whole(self, figure: Figure, told: Told, group: Group | None) -> Fact:
        fact_id = self.setting.new_id(self.setting.reading.id, told.topic)
        known = told.topic in self.setting.topics.lexicon.topics or told.facet != told.tail
        facets = (told.facet,) if told.facet and known else ()
        whole = self._fact(fact_id, figure, told, _Words(figure_text(figure), told.tail, facets))
        if group is None:
            return whole
        parts = tuple(self._part(figure, part, told, fact_id) for part in group.parts)
        complete = sum_of([self.figures[part] for part in group.parts]) == figure.number.value
        return whole.model_copy(update={"parts": parts, "complete": complete})

    def _part(self, whole: Figure, at: int, told: Told, whole_id: str) -> Fact:
        part, own = with_unit_of(whole, self.figures[at])
        before, behind = self._told_before(at, told), self.telling.tail(at)
        narrowed = f"{self.figures[at].unit} {behind}".strip() if own else behind
        facets = tuple(facet for facet in (before, narrowed) if facet)
        text = figure_text(self.figures[at] if own else part)
        tail = f"{behind} ({before})".strip() if before else behind
        fact_id = self.setting.new_id(whole_id, slug(" ".join(facets) or text))
        return self._fact(fact_id, part, told, _Words(text, tail, facets))

    def _told_before(self, at: int, told: Told) -> str:
        """What narrows a part before its figure: "bậc mầm non" of "bậc mầm non thiếu 58 giáo viên"."""
        context = self.telling.contexts[at]
        if context.tie == "list":
            return ""
        before = context.before
        if not before and ":" in self.sentence.gap(before.start):
            before = range(clause_begin(self.sentence, before.start - 1), before.start)
        lead = read_lead(self.scene, before, before, told.subject.name, follows=False)
        verb = lead.verb.removesuffix(told.lead.verb).strip() if told.lead.verb else lead.verb
        return verb or self._giver(before)

    def _giver(self, before: range) -> str:
        """The kind of place that stands right before a part, whose it is: "huyện 15 tỷ đồng"."""
        found = place_types().before(self.sentence.tokens, before.stop)
        return self.scene.inner(range(found.start, found.end)) if found and found.start in before else ""

    def _fact(self, fact_id: str, figure: Figure, told: Told, words: _Words) -> Fact:
        number = figure.number
        of = 100 if number.percent else number.of
        kind = "statement" if number.to is not None else "share" if of is not None else "count"
        return Fact(
            id=fact_id,
            article=self.setting.reading.id,
            subject=told.subject.name.id if told.subject.name else self.setting.nobody,
            topic=told.topic,
            kind=kind,
            value=None if kind == "statement" else tidy(number.value),
            of=tidy(of) if of is not None and kind == "share" else None,
            unit=figure.unit,
            facets=words.facets,
            period=told.period,
            statement=self._statement(told, words),
            note=_note(figure, told),
            paragraph=self.sentence.paragraph,
        )

    def _statement(self, told: Told, words: _Words) -> str:
        name, lead = told.subject.name, told.lead
        behind = f"{words.figure} {words.tail}".strip()
        told_in = forms(
            name.in_full if name else None,
            lead.text,
            f"({behind})" if told.bracketed and lead.text else behind,
            natural=lead.natural,
            tells=bool(words.tail) or (name is not None and name.kind == "person"),
        )
        return self.setting.in_own_words(told_in)

    def _doubts(self, figure: Figure, told: Told, group: Group | None) -> Iterator[str]:
        yield from self.setting.doubts_about(told.subject, told.topic)
        if told.speaker:
            yield telling.DOUBT_QUOTED.format(word=told.speaker)
        if not told.in_turn:
            yield telling.DOUBT_TURNS
        yield from _doubts_of_figure(figure)
        if told.planned:
            yield telling.DOUBT_PLAN
        if group:
            yield from self._doubts_of_sum(figure, group)

    def _doubts_of_sum(self, figure: Figure, group: Group) -> Iterator[str]:
        total, whole = sum_of([self.figures[p] for p in group.parts]), figure.number.value
        if total > whole or (total < whole and not group.partial):
            yield telling.DOUBT_SUM.format(total=shown(total), whole=shown(whole))


def _doubts_of_figure(figure: Figure) -> Iterator[str]:
    if figure.guessed:
        yield telling.DOUBT_UNIT.format(unit=figure.unit)
    if figure.bound:
        yield telling.DOUBT_INEXACT.format(bound=figure.bound)
    if figure.number.to is not None:
        yield telling.DOUBT_RANGE


def _note(figure: Figure, told: Told) -> str | None:
    notes = [telling.INEXACT.format(figure=figure_text(figure))] if figure.bound else []
    if told.planned:
        notes.append(telling.PLANNED.format(word=told.planned))
    return " ".join(notes) or None
