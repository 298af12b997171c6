"""Teaching a wording: the fact that answers it, what is learned from it, and what will then be answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from handlers.editing import teaching_texts as texts
from handlers.editing import unanswered
from handlers.editing.drafting import DraftKind, draft_button, plain_page
from handlers.editing.fact_pages import turning
from handlers.editing.newsroom import Move
from handlers.editing.texts import DROP_BUTTON, SAVE_BUTTON
from handlers.editing.trying import answer_waiting, side_effects, side_lines, tried_lines, try_out
from handlers.lines import Line, Span, clipped, line
from handlers.pages import Page, page_of
from knowledge.editing import Applied, Edit, version_of
from knowledge.errors import EditError
from knowledge.models import Fact, Name, Topic
from knowledge.reading.evidence import cut_words
from knowledge.reading.understanding import Understanding
from knowledge.service import Knowledge
from knowledge.store.drafts import Draft
from knowledge.store.history import What
from knowledge.teaching.effects import Effect
from knowledge.teaching.lessons import Lesson, Way, lesson_of, taught
from knowledge.text.passage import Passage
from knowledge.text.units import compatible

_PER_PAGE, _MOST_FOUND, _MOST_OTHERS, _MOST_JUDGED = 5, 60, 20, 8
_LONGEST = 180


@dataclass(frozen=True, slots=True)
class Taught:
    """What one way of teaching would do to the wordings, and to other questions."""

    way: Way
    tried: Sequence[Effect]
    beside: Sequence[Effect] = ()

    def hits(self, fact: str) -> int:
        """How many of the wordings would be answered with the fact."""
        return sum(_rests_on(effect, fact) for effect in self.tried)

    def is_wrong(self, fact: str) -> bool:
        """Whether something would be answered wrongly: a wording with another fact, or what was answered otherwise before."""
        others = any(
            effect.answers and effect.changes and not _rests_on(effect, fact) for effect in self.tried
        )
        return others or any(effect.before.status == "answered" for effect in self.beside)

    @property
    def is_of_use(self) -> bool:
        """Whether any of the wordings would be answered otherwise than now."""
        return any(effect.changes for effect in self.tried)


@dataclass(frozen=True, slots=True)
class Plan:
    """A fact with what its wording teaches, and what each way would do; the chosen one."""

    fact: Fact
    topic: str
    lesson: Lesson
    ways: Sequence[Taught] = field(default_factory=tuple)
    chosen: Taught | None = None

    @property
    def may_save(self) -> bool:
        """Whether anything is gained, and nothing answered wrongly."""
        return bool(self.chosen and self.chosen.is_of_use and not self.chosen.is_wrong(self.fact.id))


def _rests_on(effect: Effect, fact: str) -> bool:
    return effect.answers and fact in [given.id for given in effect.after.facts]


class TeachDraft(DraftKind):
    """A wording being taught.

    Its body has the `wordings`, the `typed` words to find a fact by, the `page` of those found, the
    chosen `fact`, and the `way` in which it is taught where an editor has chosen one.
    """

    name: ClassVar[str] = "teach"
    title: ClassVar[str] = texts.TEACHING

    async def page(self, draft: Draft) -> Page:
        """The facts to choose from, or what is taught by the chosen one."""
        if not draft.body.get("fact"):
            return await self.newsroom.desk.look(lambda known: _finding(draft, known))
        plan = await self._plan(draft)
        return _previewing(draft, plan) if plan else plain_page(texts.FACT_GONE)

    async def on_text(self, draft: Draft, text: str) -> Move:
        """Words to find the fact by."""
        return Move({**draft.body, "typed": text, "page": 0, "fact": None, "way": None})

    async def on_press(self, draft: Draft, what: str, which: str) -> Move:
        """Choose a fact or a way, turn the page, save or drop."""
        body = draft.body
        if what == "turn":
            return Move({**body, "page": int(which, 36)})
        if what == "fact":
            found = await self.newsroom.desk.look(lambda known: _found(body, known))
            at = int(which, 36)
            return Move({**body, "fact": found[at].id, "way": None} if at < len(found) else None)
        if what == "way":
            return Move({**body, "way": which})
        if what == "other":
            return Move({**body, "fact": None, "way": None})
        return await self._save(draft) if what == "save" else Move(ends="dropped")

    async def _save(self, draft: Draft) -> Move:
        plan = await self._plan(draft)
        if plan is None or plan.chosen is None or not plan.may_save:
            return Move(notice=texts.NOT_TAUGHT)
        return Move(edit=await self._edit(draft, plan.fact, plan.chosen.way), ends="saved")

    async def on_refusal(self, draft: Draft, error: EditError) -> Move:  # noqa: ARG002
        """Somebody has just changed the topic: the lesson is learned by what it is now."""
        return Move(draft.body, notice=texts.CHANGED_BY_ANOTHER)

    async def closing(self, draft: Draft, move: Move, applied: Applied | None) -> Page:
        """That it has been learned, and who is answered by it."""
        if move.ends != "saved" or applied is None:
            return await super().closing(draft, move, applied)
        return plain_page(" ".join(filter(None, (texts.TAUGHT, await answer_waiting(self.newsroom)))))

    # ── what it would do ────────────────────────────────────────────────────────────────

    async def _plan(self, draft: Draft) -> Plan | None:
        """What the chosen fact would teach, tried out way by way; None where the fact is gone."""
        plan = await self.newsroom.desk.look(lambda known: _planned(draft, known))
        if plan is None:
            return None
        wordings = draft.body["wordings"]
        ways = [
            Taught(way, await try_out(self.newsroom, await self._edit(draft, plan.fact, way), wordings))
            for way in plan.lesson.ways
        ]
        chosen = _chosen(ways, draft.body.get("way"), plan.fact.id)
        if chosen is None:
            return plan
        others = [group.leading for group in (await unanswered.part_of(self.newsroom)).groups][:_MOST_OTHERS]
        besides = [
            one.asked.question for one in others if not one.leans and one.asked.question not in wordings
        ]
        edit = await self._edit(draft, plan.fact, chosen.way)
        beside = [
            effect
            for effect in await side_effects(self.newsroom, edit, besides)
            if effect.question not in wordings
        ]
        return Plan(plan.fact, plan.topic, plan.lesson, ways, Taught(chosen.way, chosen.tried, beside))

    async def _edit(self, draft: Draft, fact: Fact, way: Way) -> Edit:
        """The topic or name with the lesson learned, as they stand now."""
        what: What = "name" if way == "alias" else "topic"
        key = fact.subject if way == "alias" else fact.topic
        version = self.newsroom.desk.read(lambda store: version_of(store, what, key))
        learned = await self.newsroom.desk.look(partial(_learned, draft.body["wordings"][0], fact, way))
        seen = {(what, key): version}
        if isinstance(learned, Name):
            return Edit(str(draft.person), names=(learned,), seen=seen)
        return Edit(str(draft.person), topics=(learned,), seen=seen)


def _learned(question: str, fact: Fact, way: Way, known: Knowledge) -> Topic | Name:
    lexicon = known.lexicon
    lesson = lesson_of(question, fact, lexicon)
    return taught(lesson, way, lexicon.topics[fact.topic], lexicon.names[fact.subject])


def _planned(draft: Draft, known: Knowledge) -> Plan | None:
    fact = known.catalogue.fact(draft.body["fact"])
    if fact is None:
        return None
    lesson = lesson_of(draft.body["wordings"][0], fact, known.lexicon)
    return Plan(fact, known.lexicon.topics[fact.topic].label, lesson)


def _chosen(ways: Sequence[Taught], wanted: str | None, fact: str) -> Taught | None:
    """The way that an editor wants, or else the one that answers most and nothing wrongly."""
    best = sorted(ways, key=lambda one: (one.is_wrong(fact), -one.hits(fact)))
    return next((one for one in ways if one.way == wanted), best[0] if best else None)


# ── finding the fact ────────────────────────────────────────────────────────────────────


def _found(body: dict[str, object], known: Knowledge) -> list[Fact]:
    """Facts that may answer the wording, or that the typed words speak of, the likeliest first."""
    typed = str(body.get("typed") or "")
    exact = known.catalogue.fact(typed) if typed else None
    wordings = body["wordings"]
    wording = str(wordings[0] if isinstance(wordings, list) else wordings)
    question = typed or wording
    reply = known.reply(question)
    asked = known.reply(wording).understanding if typed else reply.understanding
    judged = [judgement.fact for judgement in known.weighed(reply)[:_MOST_JUDGED]]
    topics = [hit.topic for hit in reply.understanding.hits if not hit.by_facet]
    named = reply.understanding.names
    pairs = [
        (name, topic)
        for name in named
        for topic in (topics if typed and topics else known.reader.topics_of_name(name, _MOST_FOUND))
    ]
    about = [stored.fact for name, topic in pairs for stored in known.reader.facts(name, topic)]
    of_topic = [stored.fact for topic in topics for stored in known.reader.facts_of_topic(topic, _MOST_FOUND)]
    likely = sorted(
        (*judged, *about, *of_topic), key=lambda fact: -_likeness(fact, reply.understanding, asked, known)
    )
    return list({fact.id: fact for fact in (*filter(None, [exact]), *likely)}.values())[:_MOST_FOUND]


def _likeness(fact: Fact, typed: Understanding, asked: Understanding, known: Knowledge) -> float:
    """How likely a fact is to be meant.

    It counts which words that were typed it and its topic share, whether it is of what they
    name, whether it counts what readers asked for, and how plain it is.
    """
    topic, own = known.lexicon.topic_passages(fact.topic), Passage((fact.statement,))
    words = cut_words(typed.tokens, typed.content, known.lexicon.language)
    shared = sum(topic.has(word.text, word.folded) + 0.3 * own.has(word.text, word.folded) for word in words)
    counts = any(compatible(unit, fact.unit) for unit in asked.counted_units)
    suits = fact.number is not None if asked.ask in ("how_many", "what_share") else fact.number is None
    return (
        shared
        + 2.0 * counts
        + suits
        + (fact.subject in typed.names)
        - (fact.kind == "not_stated")
        - len(fact.facets)
    )


def _finding(draft: Draft, known: Knowledge) -> Page:
    """The facts to choose from, by number."""
    found = _found(draft.body, known)
    at = max(0, min(int(draft.body.get("page") or 0), (len(found) - 1) // _PER_PAGE))
    shown = list(enumerate(found))[at * _PER_PAGE :][:_PER_PAGE]
    lines = [
        line(texts.TEACH_WHICH.format(question=clipped(draft.body["wordings"][0], _LONGEST)), "b"),
        line(texts.TEACH_FIND if found else texts.TEACH_FOUND_NONE),
    ]
    for number, fact in shown:
        label = known.lexicon.topics[fact.topic].label
        lines.append(
            (Span(f"{number + 1}. "), Span(clipped(fact.statement, _LONGEST)), Span(f" · {label}", "i"))
        )
    numbers = [draft_button(draft, str(number + 1), "fact", number) for number, _fact in shown]
    turned = turning(draft, at, len(found), _PER_PAGE)
    return page_of(lines, [numbers, turned, [draft_button(draft, DROP_BUTTON, "drop")]])


# ── the preview ─────────────────────────────────────────────────────────────────────────


def _previewing(draft: Draft, plan: Plan) -> Page:
    save = [draft_button(draft, SAVE_BUTTON, "save")] if plan.may_save else []
    others = [
        [draft_button(draft, _way_label(plan, one.way), "way", one.way)]
        for one in plan.ways
        if plan.chosen and one.way != plan.chosen.way
    ]
    other, drop = (
        draft_button(draft, texts.OTHER_FACT_BUTTON, "other"),
        draft_button(draft, DROP_BUTTON, "drop"),
    )
    return page_of(list(_preview_lines(plan)), [*others, [*save, other, drop]])


def _way_label(plan: Plan, way: Way) -> str:
    words = {"phrase": plan.lesson.phrase, "alias": plan.lesson.alias, "example": plan.lesson.example}[way]
    return texts.WAY_BUTTONS[way].format(words=words)


def _preview_lines(plan: Plan) -> Iterator[Line]:
    lesson, chosen = plan.lesson, plan.chosen
    yield line(texts.TEACH_FACT.format(statement=clipped(plan.fact.statement, _LONGEST)), "b")
    if lesson.counts:
        yield line(texts.COUNTS_OTHERWISE.format(counts=lesson.counts, unit=plan.fact.unit or ""))
        return
    if chosen is None:
        yield from _why_nothing(plan)
        return
    yield line(_lesson_told(plan, chosen.way))
    if lesson.learned and chosen.way != "alias":
        yield line(texts.WILL_LEARN.format(words=", ".join(lesson.learned), topic=plan.topic))
    if lesson.left_out:
        yield line(texts.LEFT_OUT.format(words=", ".join(lesson.left_out)))
    yield line(texts.TRIED, "b")
    yield from tried_lines(chosen.tried)
    yield from _verdict(plan, chosen)
    yield from side_lines(chosen.beside)


def _why_nothing(plan: Plan) -> Iterator[Line]:
    """Why nothing is learned from a wording, and what an editor may do."""
    if not plan.lesson.left_out:
        yield line(texts.NOTHING_TO_LEARN)
        return
    yield line(texts.LEFT_OUT.format(words=", ".join(plan.lesson.left_out)))
    yield line(texts.TEACH_AS_PHRASE.format(topic=plan.topic))


def _lesson_told(plan: Plan, way: Way) -> str:
    words = {"phrase": plan.lesson.phrase, "alias": plan.lesson.alias, "example": plan.lesson.example}[way]
    return texts.LESSONS[way].format(words=words, topic=plan.topic)


def _verdict(plan: Plan, chosen: Taught) -> Iterator[Line]:
    """Whether that is enough, in plain words."""
    if chosen.is_wrong(plan.fact.id):
        yield line(f"⚠ {texts.WOULD_BE_WRONG}")
    elif not chosen.hits(plan.fact.id):
        yield line(f"⚠ {texts.STILL_NOT if chosen.is_of_use else texts.NO_USE}")
