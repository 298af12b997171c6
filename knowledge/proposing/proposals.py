"""Facts proposed from an article's text, each with the sentence it rests on; an editor decides about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.language import language
from knowledge.lexicon import Lexicon
from knowledge.models import Fact, Name, Period, Topic
from knowledge.proposing.breakdowns import Group, breakdowns, sum_of, with_unit_of
from knowledge.proposing.clauses import Around, around
from knowledge.proposing.figures import Figure, figures_in, spanned
from knowledge.proposing.identifiers import slug, unused
from knowledge.proposing.naming import Naming, Spoken, Subjects, words_of_place
from knowledge.proposing.record import Reading
from knowledge.proposing.sentences import Sentence, comparable, cut_sentences
from knowledge.proposing.telling import (
    AFTER,
    DOUBT_INEXACT,
    DOUBT_NO_SUBJECT,
    DOUBT_PLAN,
    DOUBT_RANGE,
    DOUBT_SUBJECT,
    DOUBT_SUM,
    DOUBT_TOPIC,
    DOUBT_UNIT,
    INEXACT,
    PLANNED,
    figure_text,
    statement,
)  # fmt: skip
from knowledge.proposing.times import Timed, period_at, times_of
from knowledge.proposing.topics import Topics, verb_of
from knowledge.proposing.wordlists import phrases
from knowledge.wording import number as shown

_LONGEST_TAIL = 14


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact, the sentence of the article that it rests on, and what is doubtful about it."""

    fact: Fact
    sentence: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """What an article was read to say; `names` and `topics` are those that the store does not have."""

    reading: Reading
    names: tuple[Name, ...]
    topics: tuple[Topic, ...]
    proposals: tuple[Proposal, ...]

    def names_for(self, fact: Fact) -> tuple[Name, ...]:
        """The new names that a fact and its parts speak of."""
        subjects = {one.subject for one in fact.family()}
        return tuple(name for name in self.names if name.id in subjects)

    def topics_for(self, fact: Fact) -> tuple[Topic, ...]:
        """The new topics that a fact and its parts are about."""
        about = {one.topic for one in fact.family()}
        return tuple(topic for topic in self.topics if topic.id in about)


def propose(reading: Reading, lexicon: Lexicon) -> Proposed:
    """The facts that an article's text may state; every figure of them stands in its sentence."""
    return _Proposer(reading, lexicon).propose()


class _Proposer:
    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading = reading
        self.naming = Naming(lexicon)
        self.topics = Topics(lexicon)
        self.subjects = Subjects(self.naming)
        self.day: date | None = reading.published.date() if reading.published else None
        self.text = f" {' '.join(comparable(p.text) for p in reading.paragraphs)} "
        self.taken: set[str] = set()

    def propose(self) -> Proposed:
        sentences = [
            [Sentence(text, paragraph.number) for text in cut_sentences(paragraph.text)]
            for paragraph in self.reading.paragraphs
        ]
        self._count_names(sentences)
        proposals = tuple(self._proposals(sentences))
        used = {one.subject for proposal in proposals for one in proposal.fact.family()}
        names = tuple(name for name in self.naming.new.values() if name.id in used)
        reading = replace(self.reading, about=self.reading.about or self._about(proposals))
        return Proposed(reading, names, tuple(self.topics.new.values()), proposals)

    def _about(self, proposals: Sequence[Proposal]) -> str | None:
        """A label of ours for an article without a title: what most of its facts are about, and where."""
        if self.reading.title or not proposals:
            return None
        topic, _ = Counter(proposal.fact.topic for proposal in proposals).most_common(1)[0]
        label = self.topics.label(topic)
        where = f" ở {words_of_place(self.naming.main)}" if self.naming.main else ""
        return f"{label[0].lower()}{label[1:]}{where}"

    def _count_names(self, paragraphs: Sequence[Sequence[Sentence]]) -> None:
        if self.reading.title:
            self.naming.count(self.naming.spoken_in(Sentence(self.reading.title, 0)), in_title=True)
        for sentences in paragraphs:
            for sentence in sentences:
                self.naming.count(self.naming.spoken_in(sentence))

    def _proposals(self, paragraphs: Sequence[Sequence[Sentence]]) -> Iterator[Proposal]:
        for sentences in paragraphs:
            self.subjects.begin_paragraph()
            for sentence in sentences:
                yield from _InSentence(self, sentence).read()

    def new_id(self, *parts: str) -> str:
        """An id for a fact that no other has."""
        fact_id = unused("/".join(parts), self.taken)
        self.taken.add(fact_id)
        return fact_id


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of a figure: of whom, about what, in which words."""

    subject: Name | None
    named: bool
    topic: str
    verb: str
    tail: str
    period: Period | None
    planned: str | None


class _InSentence:
    def __init__(self, proposer: _Proposer, sentence: Sentence) -> None:
        self.proposer = proposer
        self.sentence = sentence
        self.figures = figures_in(sentence)
        self.counted = spanned(self.figures)
        self.spans = around(sentence, self.figures)
        self.spoken: list[Spoken] = proposer.naming.spoken_in(sentence)
        self.times: list[Timed] = times_of(sentence, proposer.day)
        self.lead: _Told | None = None

    def read(self) -> Iterator[Proposal]:
        groups = {group.whole: group for group in breakdowns(self.sentence, self.figures, self.spans)}
        parts = {part for group in groups.values() for part in group.parts}
        for at, figure in enumerate(self.figures):
            if at not in parts and not self._is_time(figure):
                yield self._proposal(figure, self.spans[at], groups.get(at))
        self.proposer.subjects.note(self.spoken)

    def _is_time(self, figure: Figure) -> bool:
        """Whether a figure only says when ("trong 5 năm tới")."""
        inside = any(t.start <= figure.start < t.end for t in self.times)
        return inside or phrases("tells_time").at(self.sentence.tokens, figure.end) is not None

    def _proposal(self, figure: Figure, span: Around, group: Group | None) -> Proposal:
        told = self._told(figure, span)
        self.lead = told
        fact_id = self.proposer.new_id(self.proposer.reading.id, told.topic)
        parts = [self._part(figure, p, told, fact_id) for p in group.parts] if group else []
        fact = self._fact(figure, told, fact_id, parts)
        return Proposal(fact, self.sentence.text, tuple(self._doubts(figure, told, group)))

    # ── what is told ────────────────────────────────────────────────────────────────────

    def _told(self, figure: Figure, span: Around) -> _Told:
        subject = self.proposer.subjects.of(self.sentence, self.spoken, figure.start, self.counted)
        named = any(one.name == subject for one in self.spoken)
        lead = verb_of(self.sentence, self._without_names(span.before))
        verb = self.sentence.slice(lead.start, lead.stop)
        tail = self._tail(span.after)
        carried = self.lead if not verb and self._continues(figure) else None
        if carried:
            verb = carried.verb
        topic = self.proposer.topics.known_in(self.sentence, span.before, span.after)
        topic = topic or (carried.topic if carried else None) or self._new_topic(figure, verb, tail, subject)
        period = period_at(self.sentence, self.times, figure, self.proposer.day)
        return _Told(subject, named, topic, verb, tail, period, self._planned(span.before))

    def _continues(self, figure: Figure) -> bool:
        """Whether a figure goes on in a list: nothing but a sign or "và" leads to it."""
        return self.lead is not None and figure.start > 0

    def _without_names(self, before: range) -> range:
        """The words before a figure from behind the names and times that they begin with."""
        start = before.start
        while start < before.stop:
            spans = [(one.start, one.end) for one in self.spoken] + [
                (one.start, one.end) for one in self.times
            ]
            ends = [stop for first, stop in spans if first <= start < stop]
            lead = phrases("leading").at(self.sentence.tokens, start)
            end = max([*ends, lead.end if lead else start])
            if end <= start:
                break
            start = end
        return range(min(start, before.stop), before.stop)

    def _tail(self, after: range) -> str:
        stop = min(after.stop, after.start + _LONGEST_TAIL)
        for timed in self.times:
            if after.start <= timed.start < stop:
                stop = timed.start
        return self.sentence.slice(after.start, stop).rstrip(" ,-–")

    def _new_topic(self, figure: Figure, verb: str, tail: str, subject: Name | None) -> str:
        noun = "" if figure.unit_class and figure.unit_class.kind in _MEASURES else figure.unit
        words = f"{verb} {noun} {tail}".split() if verb or noun or tail else [figure.unit]
        kind = subject.kind if subject else "place"
        return self.proposer.topics.propose(
            [w.strip(',.;:()“”"') for w in words], counted=figure.unit != "%", kind=kind
        )

    def _planned(self, before: range) -> str | None:
        tokens = self.sentence.tokens[: before.stop]
        for at in before:
            found = [f for f in language().claims.at(tokens, at) if f.meaning in ("plan", "future")]
            if found:
                return self.sentence.slice(found[-1].start, found[-1].end)
        return None

    # ── as a fact ───────────────────────────────────────────────────────────────────────

    def _fact(self, figure: Figure, told: _Told, fact_id: str, parts: Sequence[Fact]) -> Fact:
        number = figure.number
        of = 100 if number.percent else number.of
        kind = "statement" if number.to is not None else "share" if of is not None else "count"
        complete = bool(parts) and sum(float(p.value or 0) for p in parts) == number.value
        known = told.topic in self.proposer.topics.lexicon.topics
        return Fact(
            id=fact_id,
            article=self.proposer.reading.id,
            subject=told.subject.id if told.subject else self._nobody(),
            topic=told.topic,
            kind=kind,
            value=None if kind == "statement" else _whole(number.value),
            of=None if of is None or kind != "share" else _whole(of),
            unit=figure.unit,
            facets=(told.tail,) if told.tail and known else (),
            period=told.period,
            statement=self._statement(told, figure_text(figure), told.tail),
            note=self._note(figure, told),
            paragraph=self.sentence.paragraph,
            complete=complete and kind == "count",
            parts=tuple(parts),
        )

    def _part(self, whole: Figure, at: int, told: _Told, whole_id: str) -> Fact:
        part, own = with_unit_of(whole, self.figures[at])
        tail = self._tail(self.spans[at].after)
        facet = f"{self.figures[at].unit} {tail}".strip() if own else tail
        facet = facet or self.sentence.slice(self.spans[at].before.start, self.spans[at].before.stop)
        return Fact(
            id=self.proposer.new_id(whole_id, slug(facet or figure_text(part))),
            article=self.proposer.reading.id,
            subject=told.subject.id if told.subject else self._nobody(),
            topic=told.topic,
            kind="count" if not part.number.percent else "share",
            value=_whole(part.number.value),
            of=100 if part.number.percent else None,
            unit=part.unit,
            facets=(facet,) if facet else (),
            period=told.period,
            statement=self._statement(told, figure_text(part), facet),
            note=INEXACT.format(bound=part.bound, figure=shown(part.number.value)) if part.bound else None,
            paragraph=self.sentence.paragraph,
        )

    def _nobody(self) -> str:
        label = self.proposer.reading.title or self.proposer.reading.id
        return self.proposer.naming.add(label, "document").id

    def _statement(self, told: _Told, figure: str, tail: str) -> str:
        subject = words_of_place(told.subject) if told.subject else None
        return statement(subject, told.verb, figure, tail, self.proposer.text)

    def _note(self, figure: Figure, told: _Told) -> str | None:
        notes = []
        if figure.bound and figure.bound not in AFTER:
            notes.append(INEXACT.format(bound=figure.bound, figure=shown(figure.number.value)))
        if told.planned:
            notes.append(PLANNED.format(word=told.planned))
        return " ".join(notes) or None

    def _doubts(self, figure: Figure, told: _Told, group: Group | None) -> Iterator[str]:
        if told.subject is None:
            yield DOUBT_NO_SUBJECT
        elif not told.named:
            yield DOUBT_SUBJECT.format(name=words_of_place(told.subject))
        if told.topic in self.proposer.topics.new:
            yield DOUBT_TOPIC.format(label=self.proposer.topics.label(told.topic))
        if figure.guessed:
            yield DOUBT_UNIT.format(unit=figure.unit)
        if figure.bound:
            yield DOUBT_INEXACT.format(bound=figure.bound)
        if figure.number.to is not None:
            yield DOUBT_RANGE
        if told.planned:
            yield DOUBT_PLAN
        if group:
            total = sum_of([self.figures[p] for p in group.parts])
            if total > figure.number.value or (total < figure.number.value and not group.partial):
                yield DOUBT_SUM.format(total=shown(total), whole=shown(figure.number.value))


_MEASURES = (
    "tien",
    "dien_tich",
    "chieu_dai",
    "khoi_luong",
    "the_tich",
    "phan_tram",
    "tien_tren_don_vi",
    "nang_suat",
)


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value
