"""The figures of a sentence as facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.language import language
from knowledge.models import Fact, Period
from knowledge.proposing.breakdowns import Group, breakdowns, sum_of, with_unit_of
from knowledge.proposing.contexts import Context, clause_begin, contexts
from knowledge.proposing.figures import BEHIND, Figure, figures_in, spanned
from knowledge.proposing.identifiers import slug
from knowledge.proposing.leads import Lead, read_lead
from knowledge.proposing.naming import in_full
from knowledge.proposing.scene import Scene
from knowledge.proposing.subjects import Subject
from knowledge.proposing.telling import (
    DOUBT_INEXACT,
    DOUBT_NO_SUBJECT,
    DOUBT_PLAN,
    DOUBT_QUOTED,
    DOUBT_RANGE,
    DOUBT_SUBJECT,
    DOUBT_SUM,
    DOUBT_TOPIC,
    DOUBT_UNIT,
    INEXACT,
    PLANNED,
    figure_text,
    forms,
)
from knowledge.proposing.times import period_at
from knowledge.proposing.wordlists import classes, phrases
from knowledge.wording import number as shown

_LONGEST_TAIL = 36
RATE = "tỷ lệ"
_TIME, _AGE = "thoi_gian", "tuoi"


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a figure: of whom, about what, in which words, when, and whether it is yet to be."""

    subject: Subject
    topic: str
    lead: Lead
    tail: str
    facet: str
    period: Period | None
    planned: str | None
    speaker: str | None


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
        self.counted = spanned(self.figures)
        self.contexts = contexts(scene.sentence, self.figures)
        self.last: Told | None = None

    def read(self) -> Iterator[tuple[Fact, tuple[str, ...]]]:
        groups = {group.whole: group for group in breakdowns(self.sentence, self.figures, self.contexts)}
        parts = {part for group in groups.values() for part in group.parts}
        for at, figure in enumerate(self.figures):
            if at in parts or self._is_time(figure) or self._is_age_of_nobody(figure):
                continue
            told = self._told(figure, self.contexts[at])
            if self.contexts[at].tie != "aside":
                self.last = told
            yield self._whole(figure, told, groups.get(at)), tuple(self._doubts(figure, told, groups.get(at)))

    def _is_time(self, figure: Figure) -> bool:
        """Whether a figure only says when ("trong 5 năm tới")."""
        if any(t.start <= figure.start < t.end for t in self.scene.times):
            return True
        kind = figure.unit_class.kind if figure.unit_class else None
        return kind == _TIME and phrases("tells_time").at(self.sentence.tokens, figure.end) is not None

    def _is_age_of_nobody(self, figure: Figure) -> bool:
        kind = figure.unit_class.kind if figure.unit_class else None
        return kind == _AGE and not any(p.end in (figure.start, figure.start - 1) for p in self.scene.persons)

    # ── what is told ────────────────────────────────────────────────────────────────────

    def _told(self, figure: Figure, context: Context) -> Told:
        subject = self._aged(figure) or self.setting.subjects.of(
            self.sentence, self.scene.spoken, figure.start, self.counted
        )
        lead = self._lead(context, subject)
        tail = self._tail(context.after)
        if figure.bound in BEHIND:
            tail = tail.removeprefix(figure.bound).strip()
        facet = f"{lead.verb} {tail}".strip() if context.tie == "aside" and self.last else tail
        return Told(
            subject=subject,
            topic=self._topic(figure, context, lead, tail, subject),
            lead=lead,
            tail=tail,
            facet=facet,
            period=period_at(self.sentence, self.scene.times, figure, context.lead, context.after)
            or self.setting.today,
            planned=self._claimed(context.lead, "plan", "future"),
            speaker=self._speaker(context.lead),
        )

    def _aged(self, figure: Figure) -> Subject | None:
        """The person whose age a figure is."""
        if figure.unit_class is None or figure.unit_class.kind != _AGE:
            return None
        person = next(p for p in self.scene.persons if p.end in (figure.start, figure.start - 1))
        return Subject(self.setting.naming.person(person.name))

    def _lead(self, context: Context, subject: Subject) -> Lead:
        if context.tie == "list" and self.last:
            return self.last.lead
        follows = self.last is not None and self.last.lead.natural
        return read_lead(self.scene, context.lead, context.before, subject.name, follows=follows)

    def _tail(self, after: range) -> str:
        stop = min(after.stop, after.start + _LONGEST_TAIL)
        for timed in self.scene.times:
            if after.start <= timed.start < stop and not timed.compared:
                stop = timed.start
        return self.scene.words(range(after.start, stop))

    def _topic(self, figure: Figure, context: Context, lead: Lead, tail: str, subject: Subject) -> str:
        topics = self.setting.topics
        known = topics.known_in(self.sentence, context.before, context.after)
        if known:
            return known
        if self.last and (
            context.tie == "aside" or (context.tie != "new" and self.last.topic in topics.lexicon.topics)
        ):
            return self.last.topic
        kind = figure.unit_class.kind if figure.unit_class else ""
        measured = kind in classes("measuring")
        verb = lead.verb or (self.last.lead.verb if self.last and context.tie == "chain" else "")
        noun = "" if measured and (verb or tail) else figure.unit if figure.unit != "%" else RATE
        asked_of = subject.name.kind if subject.name else "place"
        return topics.propose(verb, noun, tail, asked_of)

    def _claimed(self, span: range, *kinds: str) -> str | None:
        """The word in a span that claims one of these, as it stands."""
        tokens = self.sentence.tokens[: span.stop]
        for at in span:
            found = [f for f in language().claims.at(tokens, at) if f.meaning in kinds]
            spelled = [f for f in found if self._spelled(f.start, f.end) in language().claim_words]
            if spelled:
                return self.sentence.slice(spelled[-1].start, spelled[-1].end).lower()
        return None

    def _spelled(self, start: int, end: int) -> str:
        return " ".join(token.marked for token in self.sentence.tokens[start:end])

    def _speaker(self, span: range) -> str | None:
        found = next((f for at in span if (f := phrases("speaker").at(self.sentence.tokens, at))), None)
        return self.sentence.slice(found.start, found.end) if found else None

    # ── as a fact ───────────────────────────────────────────────────────────────────────

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
        before, behind = self._told_before(at, told), self._tail(self.contexts[at].after)
        narrowed = f"{self.figures[at].unit} {behind}".strip() if own else behind
        facets = tuple(facet for facet in (before, narrowed) if facet)
        text = figure_text(self.figures[at] if own else part)
        tail = f"{behind} ({before})".strip() if before else behind
        fact_id = self.setting.new_id(whole_id, slug(" ".join(facets) or text))
        return self._fact(fact_id, part, told, _Words(text, tail, facets))

    def _told_before(self, at: int, told: Told) -> str:
        """What narrows a part before its figure: "bậc mầm non" of "bậc mầm non thiếu 58 giáo viên"."""
        before = self.contexts[at].before
        if self.contexts[at].tie == "list":
            return ""
        if not before and ":" in self.sentence.gap(before.start):
            before = range(clause_begin(self.sentence, before.start - 1), before.start)
        lead = read_lead(self.scene, before, before, told.subject.name, follows=False)
        return lead.verb.removesuffix(told.lead.verb).strip() if told.lead.verb else lead.verb

    def _fact(self, fact_id: str, figure: Figure, told: Told, words: _Words) -> Fact:
        number = figure.number
        of = 100 if number.percent else number.of
        kind = "statement" if number.to is not None else "share" if of is not None else "count"
        name = told.subject.name
        told_in = forms(
            in_full(name) if name else None,
            told.lead.text,
            words.figure,
            words.tail,
            natural=told.lead.natural,
        )
        return Fact(
            id=fact_id,
            article=self.setting.reading.id,
            subject=name.id if name else self.setting.nobody,
            topic=told.topic,
            kind=kind,
            value=None if kind == "statement" else _plain(number.value),
            of=_plain(of) if of is not None and kind == "share" else None,
            unit=figure.unit,
            facets=words.facets,
            period=told.period,
            statement=self.setting.in_own_words(told_in),
            note=self._note(figure, told),
            paragraph=self.sentence.paragraph,
        )

    def _note(self, figure: Figure, told: Told) -> str | None:
        notes = [INEXACT.format(figure=figure_text(figure))] if figure.bound else []
        if told.planned:
            notes.append(PLANNED.format(word=told.planned))
        return " ".join(notes) or None

    def _doubts(self, figure: Figure, told: Told, group: Group | None) -> Iterator[str]:
        if told.subject.name is None:
            yield DOUBT_NO_SUBJECT
        elif told.subject.carried:
            yield DOUBT_SUBJECT.format(name=in_full(told.subject.name))
        if told.topic in self.setting.topics.new:
            yield DOUBT_TOPIC.format(label=self.setting.topics.label(told.topic))
        if told.speaker:
            yield DOUBT_QUOTED.format(word=told.speaker)
        if figure.guessed:
            yield DOUBT_UNIT.format(unit=figure.unit)
        if figure.bound:
            yield DOUBT_INEXACT.format(bound=figure.bound)
        if figure.number.to is not None:
            yield DOUBT_RANGE
        if told.planned:
            yield DOUBT_PLAN
        if group:
            yield from self._doubts_of_sum(figure, group)

    def _doubts_of_sum(self, figure: Figure, group: Group) -> Iterator[str]:
        total, whole = sum_of([self.figures[p] for p in group.parts]), figure.number.value
        if total > whole or (total < whole and not group.partial):
            yield DOUBT_SUM.format(total=shown(total), whole=shown(whole))


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else value
