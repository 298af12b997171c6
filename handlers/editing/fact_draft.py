"""A fact in the making, as a draft: filled step by step, previewed, mended, saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from handlers.editing import fact_pages, fact_steps, texts
from handlers.editing.drafting import DraftKind, refusal
from handlers.editing.fact_preview import Effect, checks, differences, html, questions, shown_by_itself, tried
from handlers.editing.fact_steps import MEND, PREVIEW
from handlers.editing.fact_words import Labels
from handlers.editing.newsroom import Move
from handlers.editing.records import begun
from handlers.editing.trying import answer_waiting
from handlers.lines import line
from handlers.markup import escape
from handlers.pages import Page
from knowledge.answering.citing import cite
from knowledge.drafting.checking import fact_of, problems_of, settled, with_ids, with_known_parts
from knowledge.drafting.entries import Entry
from knowledge.drafting.problems import Problem
from knowledge.editing import Applied, Edit
from knowledge.errors import EditError
from knowledge.exchange.conflicts import rivals_of
from knowledge.models import Fact, Name, Topic
from knowledge.service import Knowledge
from knowledge.store.drafts import Body, Draft
from knowledge.store.history import What
from knowledge.teaching.records import TITLE, Record

_ADDED: dict[str, Record] = {"subject": "name", "topic": "topic"}
"""What is begun to add what a field should name and nobody knows yet."""


@dataclass(frozen=True, slots=True)
class Ready:
    """An entry with all that follows from it, and the fact it makes; or why it makes none yet."""

    entry: Entry
    fact: Fact | None
    problems: tuple[Problem, ...]
    questions: tuple[str, ...] = ()


def ready(body: Body, known: Knowledge) -> Ready:
    """What a draft's entry comes to."""
    entry: Entry = with_known_parts(body["entry"], body.get("before") or {})
    article = known.reader.article(entry["article"]) if entry.get("article") else None
    whole = settled(entry, known.lexicon, cite(article).published if article else None)
    own = str(whole.get("id", ""))
    taken = [Problem("id", "taken", own)] if not body.get("before") and known.catalogue.is_fact(own) else []
    if problems := [*problems_of(whole), *taken]:
        return Ready(whole, None, tuple(problems))
    whole = with_ids(whole, known.catalogue.is_fact)
    fact = fact_of(whole)
    if not isinstance(fact, Fact):
        return Ready(whole, None, tuple(fact))
    names, topics = pending(body, known)
    name = names.get(fact.subject) or known.lexicon.names[fact.subject]
    topic = topics.get(fact.topic) or known.lexicon.topics[fact.topic]
    tried = dict.fromkeys((*body.get("asked", ()), *questions(fact, name, topic)))
    return Ready(whole, fact, (), tuple(tried))


def pending(body: Body, known: Knowledge) -> tuple[dict[str, Name], dict[str, Topic]]:
    """The names and topics that are to be added with the fact, as far as they are not there yet."""
    names = (Name.model_validate(one) for one in body.get("names", ()))
    topics = (Topic.model_validate(one) for one in body.get("topics", ()))
    return (
        {name.id: name for name in names if name.id not in known.lexicon.names},
        {topic.id: topic for topic in topics if topic.id not in known.lexicon.topics},
    )


class FactDraft(DraftKind):
    """A new fact.

    Its body has the `entry` so far; the step it is `at`, and whether that is to `mend` one field;
    for unclear fields the `choices` and what was `typed`; what is not right, `said`; the
    steps `passed` over; `names` and `topics` to be added with it; the questions that were `asked`
    in vain and that it is to answer. Where it `returns`, it is
    not saved but handed back to the draft it was begun from, as the result's `entry`.
    """

    name: ClassVar[str] = "fact"
    title: ClassVar[str] = texts.ADDING
    saved: ClassVar[str] = texts.SAVED_FACT

    async def page(self, draft: Draft) -> Page:
        """The question of the step it is at, or the preview."""
        if draft.body["at"] == PREVIEW:
            return await self._preview(draft)
        shown = fact_pages.mending if draft.body["at"] == MEND else fact_pages.asking
        return await self.newsroom.desk.look(lambda known: shown(draft, known))

    async def on_text(self, draft: Draft, text: str) -> Move:
        """An answer to the question, or keys and values to put into what there is."""
        return Move(
            body=await self.newsroom.desk.look(lambda known: fact_steps.typed(draft.body, text, known))
        )

    async def on_press(self, draft: Draft, what: str, which: str) -> Move:
        """A choice, or a step to another place."""
        if what == "drop":
            return Move(ends="dropped")
        if what == "new" and (of := _ADDED.get(draft.body["at"])):
            typed = draft.body["typed"].get(draft.body["at"], "")
            return Move(opens=(of, await begun(self.newsroom, of, {TITLE[of]: typed})))
        if what == "save":
            return await self.save_pressed(draft)
        keys = self.newsroom.desk.keys
        body = await self.newsroom.desk.look(
            lambda known: fact_steps.pressed(draft.body, what, which, known, keys)
        )
        return Move(body=body) if body else Move(notice=texts.STEP_PASSED)

    async def on_result(self, draft: Draft, result: Body) -> Body:
        """The name or topic that was added is the one that is meant."""
        field = draft.body["at"]
        return fact_steps.chosen(draft.body, {field: result[_ADDED[field]]})

    async def closing(self, draft: Draft, move: Move, applied: Applied | None) -> Page:
        """That it is saved, and how many hear of it."""
        if move.edit is None or applied is None:
            return await super().closing(draft, move, applied)
        [fact] = move.edit.facts
        waiting = await answer_waiting(self.newsroom)
        said = [self.saved, fact.statement, texts.ID_IS.format(id=fact.id), *filter(None, [waiting])]
        return fact_pages.done(said, applied)

    # ── saving ──────────────────────────────────────────────────────────────────────────

    async def save_pressed(self, draft: Draft) -> Move:
        """What becomes of it by the button to save."""
        return await self.save(draft)

    async def save(self, draft: Draft, why: str | None = None) -> Move:
        """Save it, or where it is not ready show why."""
        made = await self.ready(draft)
        if made.fact is None:
            return Move(body={**draft.body, "at": PREVIEW, "mend": False})
        if draft.body.get("returns"):
            return Move(ends="saved", result={"entry": made.entry})
        return Move(edit=await self.edit(draft, made.fact, why), ends="saved")

    async def ready(self, draft: Draft) -> Ready:
        """What its entry comes to."""
        return await self.newsroom.desk.look(lambda known: ready(draft.body, known))

    async def edit(self, draft: Draft, fact: Fact, why: str | None = None) -> Edit:
        """What is changed where it is saved."""
        names, topics = await self.newsroom.desk.look(lambda known: pending(draft.body, known))
        seen: dict[tuple[What, str], int] = {("name", name): 0 for name in names}
        seen |= {("topic", topic): 0 for topic in topics}
        return Edit(
            author=str(draft.person), why=why, names=tuple(names.values()), topics=tuple(topics.values()),
            facts=(fact,), seen={**seen, ("fact", fact.id): draft.body.get("seen", 0)},
        )  # fmt: skip

    # ── the preview ─────────────────────────────────────────────────────────────────────

    async def _preview(self, draft: Draft) -> Page:
        made = await self.ready(draft)
        fact = made.fact
        if fact is None:
            return await self.newsroom.desk.look(
                lambda known: fact_pages.not_ready(draft, made.problems, known)
            )
        edit = replace(await self.edit(draft, fact), seen={})
        try:
            answers = await self.newsroom.preview(edit, made.questions)
        except EditError as error:
            return fact_pages.previewed(draft, escape(refusal(error)), savable=False)
        rivals = self.newsroom.desk.read(lambda store: rivals_of(store, fact))
        effect = Effect(fact, tuple(tried(fact, answers)), tuple(rivals))
        return await self.newsroom.desk.look(lambda known: self._shown(draft, made.entry, effect, known))

    def _shown(self, draft: Draft, entry: Entry, effect: Effect, known: Knowledge) -> Page:
        fact = effect.fact
        best = next((one.answer for one in effect.tried if one.hits), None)
        answer = best or shown_by_itself(fact, known.reader.article(fact.article))
        before = draft.body.get("before")
        changed = differences(before, entry, Labels.of(known, draft.body)) if before else []
        is_same = before is not None and not changed
        said = [line(texts.NOTHING_DIFFERENT)] if is_same else changed
        shown = html(answer, [*said, *checks(entry, effect, known)])
        return fact_pages.previewed(draft, shown, savable=not is_same)
