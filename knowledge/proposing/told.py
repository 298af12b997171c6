"""What a sentence tells of each of its figures: of whom, about what, in which words, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.models import Period
from knowledge.proposing.contexts import Context, contexts
from knowledge.proposing.figures import BEHIND, Figure, spanned
from knowledge.proposing.leads import Lead, read_lead
from knowledge.proposing.respectively import turns
from knowledge.proposing.scene import Scene
from knowledge.proposing.subjects import Subject
from knowledge.proposing.times import period_at
from knowledge.proposing.wordlists import classes, phrases
from knowledge.text.language import language
from knowledge.wording import small

_LONGEST_TAIL = 36
_OPENING = 4
"""A plan that so many first words of a sentence speak of is that of all its figures."""
_AGE = "tuoi"
_RATE = "tỷ lệ"
_WITH = "với "


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a figure.

    `tail` is what stands behind it, `facet` what narrows it; `planned` the word that says that it is yet
    to be, `speaker` the one by which somebody speaks for himself; `in_turn` is False where the sentence says
    "lần lượt" and it is not clear of what this figure is told.
    """

    subject: Subject
    topic: str
    lead: Lead
    tail: str
    facet: str
    period: Period | None
    planned: str | None
    speaker: str | None
    bracketed: bool = False
    in_turn: bool = True


class Telling:
    """The figures of a sentence, their contexts, and what is told of each."""

    def __init__(self, scene: Scene, figures: Sequence[Figure]) -> None:
        """Look at how the figures are tied to each other."""
        self.scene = scene
        self.setting = scene.setting
        self.sentence = scene.sentence
        self.figures = figures
        self.counted = spanned(figures)
        self.contexts = contexts(scene.sentence, figures)
        self._turns = turns(scene.sentence, figures, self.contexts)
        self._told: dict[int, Told] = {}

    def of(self, at: int) -> Told:
        """What is told of the figure at a position; those before it are to be asked for first."""
        figure, context = self.figures[at], self.contexts[at]
        subject = self._subject(at)
        lead = self._lead(at, subject)
        tail = self.tail(at)
        turn = self._turns.get(at)
        found = self._told[at] = Told(
            subject=subject,
            topic=self._topic(at, subject, lead, tail),
            lead=lead,
            tail=tail,
            facet=self._facet(at, lead, tail),
            period=period_at(self.sentence, self.scene.times, figure, context.lead, context.after)
            or self.setting.today,
            planned=self._planned(context.lead) or self._planned(range(min(_OPENING, figure.head))),
            speaker=self._speaker(context.lead),
            bracketed=context.bracketed or self._is_listed_in_brackets(at),
            in_turn=turn is None or turn.thing is not None,
        )
        return found

    def _is_listed_in_brackets(self, at: int) -> bool:
        earlier = self._earlier(at)
        return earlier is not None and earlier.bracketed and self.contexts[at].tie == "list"

    def tail(self, at: int) -> str:
        """What narrows a figure behind it, up to the time that it is told of."""
        after, bound = self.contexts[at].after, self.figures[at].bound
        stop = min(after.stop, after.start + _LONGEST_TAIL)
        for timed in self.scene.times:
            if after.start <= timed.start < stop and not timed.compared:
                stop = timed.start
        tail = self.scene.words(range(after.start, stop))
        return tail.removeprefix(bound).strip() if bound in BEHIND and bound else tail

    def is_age_of_nobody(self, at: int) -> bool:
        """Whether a figure is an age, and no person stands before it."""
        return _kind(self.figures[at]) == _AGE and self._aged(at) is None

    def _earlier(self, at: int) -> Told | None:
        """What is told of the figure that another is tied to."""
        to = self.contexts[at].to
        return self._told.get(to) if to is not None else None

    def _subject(self, at: int) -> Subject:
        figure, turn = self.figures[at], self._turns.get(at)
        if aged := self._aged(at):
            return aged
        for one in self.scene.spoken:
            if turn and turn.thing and one.end == turn.thing.stop:
                return Subject(one.name)
        return self.setting.subjects.of(self.sentence, self.scene.spoken, figure.head, self.counted)

    def _aged(self, at: int) -> Subject | None:
        """The person whose age a figure is."""
        if _kind(self.figures[at]) != _AGE:
            return None
        start = self.figures[at].start
        person = next((p for p in self.scene.persons if p.end in (start, start - 1)), None)
        return Subject(self.setting.naming.person(person.name)) if person else None

    def _lead(self, at: int, subject: Subject) -> Lead:
        turn, context, earlier = self._turns.get(at), self.contexts[at], self._earlier(at)
        if turn and turn.thing:
            thing = self.scene.inner(turn.thing)
            if any(one.end == turn.thing.stop for one in self.scene.spoken):
                return Lead(self.scene.words(turn.between), "", natural=True)
            return Lead(f"{thing} {self.scene.words(turn.between)}".strip(), thing, natural=False)
        if context.tie == "list" and earlier:
            return earlier.lead
        previous = max(self._told, default=None)
        follows = previous is not None and self._told[previous].lead.natural
        lead = read_lead(self.scene, context.lead, context.before, subject.name, follows=follows)
        if subject.carried and previous is not None and not follows:
            lead = replace(
                lead, natural=False
            )  # "Nhà văn hóa rộng 450 m2, có 300 chỗ": no place has these seats
        if earlier and context.to is not None and self.contexts[context.to].tie == "list":
            return replace(
                lead, text=f"{earlier.lead.text} {lead.text}".strip(), natural=earlier.lead.natural
            )
        return lead

    def _facet(self, at: int, lead: Lead, tail: str) -> str:
        turn = self._turns.get(at)
        if turn and turn.thing:
            return self.scene.inner(turn.thing)
        aside = self.contexts[at].tie == "aside" and self._earlier(at)
        return f"{lead.verb} {tail}".strip() if aside else tail

    def _topic(self, at: int, subject: Subject, lead: Lead, tail: str) -> str:
        figure, context, earlier = self.figures[at], self.contexts[at], self._earlier(at)
        topics = self.setting.topics
        known = topics.known_in(self.sentence, context.before, context.after)
        if known:
            return known
        if earlier and (context.tie == "aside" or earlier.topic in topics.lexicon.topics):
            return earlier.topic
        verb = lead.verb or self._verb_of_chain(context)
        measured = _kind(figure) in classes("measuring") and (verb or tail)
        if measured and earlier and context.tie == "chain":
            verb = f"{verb.rpartition(_WITH)[2]} {small(topics.label(earlier.topic))}"
        noun = "" if measured else _RATE if figure.number.percent else figure.unit
        return topics.propose(verb, noun, tail, subject.name.kind if subject.name else "place")

    def _verb_of_chain(self, context: Context) -> str:
        """The verb of the nearest figure that has one, of those that a figure is chained to."""
        to = context.to
        earlier = self._told.get(to) if to is not None and context.tie == "chain" else None
        if earlier is None or to is None:
            return ""
        return earlier.lead.verb or self._verb_of_chain(self.contexts[to])

    def _planned(self, span: range) -> str | None:
        """The word in a span that says that something is planned or to come, as it stands."""
        tokens = self.sentence.tokens[: span.stop]
        for at in span:
            for found in reversed(language().claims.at(tokens, at)):
                spelled = " ".join(token.marked for token in tokens[found.start : found.end])
                if found.meaning in ("plan", "future", "estimate") and spelled in language().claim_words:
                    return self.sentence.slice(found.start, found.end).lower()
        return None

    def _speaker(self, span: range) -> str | None:
        found = next((f for at in span if (f := phrases("speaker").at(self.sentence.tokens, at))), None)
        return self.sentence.slice(found.start, found.end) if found else None


def _kind(figure: Figure) -> str:
    return figure.unit_class.kind if figure.unit_class else ""
