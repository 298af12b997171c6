"""/themten and /themchude: names and topics, new ones and changes to those there are, step by step or on one line."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from functools import partial
from typing import ClassVar, cast

from pydantic import ValidationError

from handlers.editing import record_pages
from handlers.editing import teaching_texts as texts
from handlers.editing.drafting import Drafting, DraftKind, plain_page, refusal
from handlers.editing.newsroom import Move, Newsroom
from handlers.editing.record_pages import MEND, PREVIEW, STEPS, Preview
from handlers.editing.rights import Turn
from handlers.editing.trying import answer_waiting, side_effects, try_out
from handlers.pages import Page
from knowledge.answering.suggestions import asked, question_about
from knowledge.drafting.choosing import choose_name
from knowledge.drafting.fields import plain
from knowledge.editing import Applied, Edit, version_of
from knowledge.errors import EditError, OutdatedError
from knowledge.models import Name, Topic
from knowledge.proposing.identifiers import slug, unused
from knowledge.service import Knowledge
from knowledge.store.drafts import Body, Draft
from knowledge.store.history import What
from knowledge.teaching.effects import filled
from knowledge.teaching.records import (
    MANY,
    TITLE,
    Entry,
    Record,
    entry_of,
    example_of,
    existing,
    kind_of,
    name_of,
    parted,
    read_line,
    rebased,
    topic_of,
    with_more,
    words,
)
from knowledge.wording import capital

_MOST_ABOUT, _MOST_SUBJECTS, _MOST_TRIED = 3, 3, 8


async def begin(drafting: Drafting, of: Record, turn: Turn) -> None:
    """Begin by the command: bare step by step, with a line at its preview or at what it lacks."""
    body: Body = {"entry": {}, "at": TITLE[of], "walk": True}
    if turn.words:
        given, problems = read_line(of, turn.words)
        body = await begun(drafting.newsroom, of, given)
        body["said"] = [*record_pages.told(of, problems), *body.get("said", ())]
    await drafting.begin(turn, of, body)


async def begun(newsroom: Newsroom, of: Record, given: Entry) -> Body:
    """What a draft holds that begins with some fields; what goes by that title already is added to."""
    body = await newsroom.desk.look(partial(_body, of, given))
    if key := body["id"]:
        body["version"] = newsroom.desk.read(lambda store: version_of(store, of, key))
    return body


def _body(of: Record, given: Entry, known: Knowledge) -> Body:
    title = str(given.get(TITLE[of], ""))
    found = existing(of, title, known.lexicon) if title else None
    more, said = _settled(of, given, known)
    if found:
        more = {field: value for field, value in more.items() if field != TITLE[of]}
    entry = with_more(entry_of(found) if found else {}, more)
    base = entry_of(found) if found else {}
    return {
        "entry": entry, "base": base, "id": found.id if found else None, "said": said,
        "at": _lacking(of, entry) or PREVIEW,
    }  # fmt: skip


def _settled(of: Record, given: Entry, known: Knowledge) -> tuple[Entry, list[str]]:
    """Fields as they are stored: ids for names, placeholders in examples; and what is to be said of them."""
    entry, said = dict(given), []
    if of == "topic" and "label" in entry:
        entry["label"] = capital(str(entry["label"]))
    if "examples" in entry:
        entry["examples"] = [example_of(text, known.lexicon) for text in entry["examples"]]
    if of == "name" and (above := entry.get("part_of")):
        chosen = choose_name(str(above), known.lexicon)
        entry.pop("part_of")
        if chosen.id:
            entry["part_of"] = chosen.id
        else:
            said.append(record_pages.no_name(str(above), chosen, known))
    if (
        of == "name"
        and not entry.get("kind")
        and (kind := kind_of(entry.get("type"), str(entry.get("name", ""))))
    ):
        entry["kind"] = kind
    return entry, said


def _lacking(of: Record, entry: Entry) -> str | None:
    """The first field that is needed and not there."""
    needed = ("name", "kind") if of == "name" else ("label",)
    return next((field for field in needed if not entry.get(field)), None)


class RecordDraft(DraftKind):
    """A name or a topic in the making."""

    of: ClassVar[Record]

    async def page(self, draft: Draft) -> Page:
        """The preview, the fields to mend, or the question of the step."""
        at = draft.body.get("at") or _lacking(self.of, draft.body["entry"]) or PREVIEW
        if at == PREVIEW:
            return record_pages.previewing(draft, await self._preview(draft))
        known_page = record_pages.mending if at == MEND else record_pages.asking
        return await self.newsroom.desk.look(lambda known: known_page(draft, self.of, at, known))

    # ── what is typed ───────────────────────────────────────────────────────────────────

    async def on_text(self, draft: Draft, text: str) -> Move:
        """A value of the field that is asked for; at the preview, a line of more of them."""
        at = draft.body.get("at", PREVIEW)
        if at in (PREVIEW, MEND):
            given, problems = read_line(self.of, text)
            given.pop(TITLE[self.of], None)
            if not given:
                return Move(notice=texts.MORE_BY_LINE[self.of])
            return Move(await self._with(draft, given, PREVIEW, record_pages.told(self.of, problems)))
        if at == TITLE[self.of] and not draft.body.get("id"):
            return await self._named(draft, text)
        if at == "kind":
            kind = words().kinds.get(plain(text))
            return Move(self._with_field(draft.body, at, kind)) if kind else Move(notice=texts.CHOOSE_KIND)
        if at == "part_of":
            return await self._part_of(draft, text)
        values = parted(text) if at in MANY else text
        body = await self._with(draft, {at: values}, at, [])
        return Move(body if at in MANY else self._next(body, at))

    async def _named(self, draft: Draft, title: str) -> Move:
        given = {**draft.body["entry"], TITLE[self.of]: title}
        body = await begun(self.newsroom, self.of, given)
        if body["id"]:
            return Move({**body, "at": MEND})
        return Move(self._next({**draft.body, **body, "at": TITLE[self.of]}, TITLE[self.of]))

    async def _part_of(self, draft: Draft, text: str) -> Move:
        look = self.newsroom.desk.look
        chosen = await look(lambda known: choose_name(text, known.lexicon))
        if chosen.id and chosen.id != draft.body.get("id"):
            return Move(self._with_field(draft.body, "part_of", chosen.id))
        said = texts.WHICH_NAME
        if not chosen.candidates:
            said = await look(lambda known: record_pages.no_name(text, chosen, known))
        return Move({**draft.body, "choices": list(chosen.candidates)}, notice=said)

    async def _with(self, draft: Draft, given: Entry, at: str, said: Sequence[str]) -> Body:
        more, more_said = await self.newsroom.desk.look(partial(_settled, self.of, given))
        if more.get("kind") and "kind" not in given and draft.body["entry"].get("kind"):
            more.pop("kind")
        entry = with_more(draft.body["entry"], more)
        return {**draft.body, "entry": entry, "at": at, "said": [*said, *more_said]}

    def _with_field(self, body: Body, field: str, value: str | None) -> Body:
        """The body with another value of a field, at the step behind it."""
        entry = {key: old for key, old in body["entry"].items() if key != field}
        return self._next(
            {**body, "entry": entry if value is None else {**entry, field: value}, "choices": []}, field
        )

    def _next(self, body: Body, after: str) -> Body:
        """The body at the step behind one: the next one that is still to be asked, else the preview."""
        steps, entry = STEPS[self.of], body["entry"]
        if not body.get("walk"):
            return {**body, "at": _lacking(self.of, entry) or PREVIEW, "said": []}
        later = (step for step in steps[steps.index(after) + 1 :] if step != "kind" or not entry.get("kind"))
        return {**body, "at": next(later, PREVIEW), "said": []}

    # ── what is pressed ─────────────────────────────────────────────────────────────────

    async def on_press(self, draft: Draft, what: str, which: str) -> Move:
        """The buttons of all steps."""
        body, at = draft.body, draft.body.get("at", PREVIEW)
        changed: dict[str, Callable[[], Body]] = {
            "next": lambda: self._next(body, at),
            "preview": lambda: {**body, "at": PREVIEW, "said": [], "walk": False},
            "mend": lambda: {**body, "at": MEND, "said": [], "walk": False},
            "field": lambda: {**body, "at": STEPS[self.of][int(which, 36)], "walk": False},
            "kind": lambda: self._with_field(body, "kind", which),
            "clear": lambda: self._with_field(body, at, None),
            "cut": lambda: {**body, "entry": _cut(body["entry"], at, int(which, 36))},
            "apart": lambda: {**body, "id": None, "base": {}, "version": None, "apart": True, "at": PREVIEW},
        }
        if what in changed:
            return Move(changed[what]())
        if what == "pick":
            return await self._picked(draft, which)
        return await self._save(draft) if what == "save" else Move(ends="dropped")

    async def _picked(self, draft: Draft, which: str) -> Move:
        found = await self.newsroom.desk.look(lambda known: self.newsroom.desk.keys.name(known, which))
        return Move(self._with_field(draft.body, "part_of", found.id) if found else None)

    async def _save(self, draft: Draft) -> Move:
        record = await self._record(draft)
        if isinstance(record, str):
            return Move(notice=record)
        if not (draft.body.get("id") or draft.body.get("apart")):
            meanwhile = await begun(self.newsroom, self.of, draft.body["entry"])
            if meanwhile["id"]:
                return Move(meanwhile, notice=texts.CHANGED_BY_ANOTHER)
        return Move(
            edit=self._edit(draft, record),
            ends="saved",
            result={self.of: record.id, "record": record.model_dump(mode="json")},
        )

    async def on_refusal(self, draft: Draft, error: EditError) -> Move:
        """Somebody was faster, or the knowledge does not take it."""
        if isinstance(error, OutdatedError):
            return Move(await self._rebased(draft.body), notice=texts.CHANGED_BY_ANOTHER)
        return Move({**draft.body, "at": PREVIEW}, notice=refusal(error))

    async def _rebased(self, body: Body) -> Body:
        """The same changes, made to what stands by now."""
        current = await begun(self.newsroom, self.of, {TITLE[self.of]: body["base"].get(TITLE[self.of], "")})
        return {**current, "entry": rebased(body["entry"], body["base"], current["base"]), "at": PREVIEW}

    async def closing(self, draft: Draft, move: Move, applied: Applied | None) -> Page:
        """What has been saved, and who is answered by it."""
        if move.ends != "saved" or applied is None:
            return await super().closing(draft, move, applied)
        title = draft.body["entry"][TITLE[self.of]]
        waiting = await answer_waiting(self.newsroom)
        return plain_page(" ".join(filter(None, (texts.SAVED_RECORD[self.of].format(title=title), waiting))))

    # ── what it would do ────────────────────────────────────────────────────────────────

    async def _preview(self, draft: Draft) -> Preview:
        record = await self._record(draft)
        if isinstance(record, str):
            return Preview(self.of, draft.body["entry"], problem=record)
        return await self._previewed(draft, record)

    async def _previewed(self, draft: Draft, record: Name | Topic) -> Preview:
        edit = self._edit(draft, record)
        look = self.newsroom.desk.look
        base = draft.body.get("base") or {}
        questions = list(dict.fromkeys(await look(lambda known: list(_questions(record, base, known)))))[
            :_MOST_TRIED
        ]
        overlaps = await look(lambda known: record_pages.overlaps_told(record, known))
        labels = await look(record_pages.labels)
        try:
            tried = await try_out(self.newsroom, edit, questions)
            beside = await side_effects(self.newsroom, edit)
        except EditError as error:
            return Preview(self.of, draft.body["entry"], problem=refusal(error))
        return Preview(
            self.of, draft.body["entry"], before=base, labels=labels, overlaps=overlaps, tried=tried,
            beside=[one for one in beside if one.question not in questions],
        )  # fmt: skip

    async def _record(self, draft: Draft) -> Name | Topic | str:
        """The name or topic that a draft makes; what is wrong where it makes none."""
        entry = draft.body["entry"]
        taken = await self.newsroom.desk.look(self._ids)
        own = draft.body.get("id") or unused(slug(str(entry.get(TITLE[self.of], ""))), taken)
        try:
            return name_of(entry, own) if self.of == "name" else topic_of(entry, own)
        except ValidationError as error:
            return record_pages.fault(self.of, error)

    def _ids(self, known: Knowledge) -> Container[str]:
        return known.lexicon.names if self.of == "name" else known.lexicon.topics

    def _edit(self, draft: Draft, record: Name | Topic) -> Edit:
        names = (record,) if isinstance(record, Name) else ()
        topics = (record,) if isinstance(record, Topic) else ()
        version, what = draft.body.get("version"), cast("What", self.of)
        seen = {} if version is None else {(what, record.id): int(version)}
        return Edit(str(draft.person), names=names, topics=topics, seen=seen)


class NameDraft(RecordDraft):
    """A name in the making."""

    name, title, of = "name", texts.NAMING, "name"


class TopicDraft(RecordDraft):
    """A topic in the making."""

    name, title, of = "topic", texts.MAKING_TOPIC, "topic"


def _cut(entry: Entry, field: str, at: int) -> Entry:
    """An entry without one of the texts of a field."""
    kept = [text for number, text in enumerate(entry.get(field, ())) if number != at]
    return {**entry, field: kept}


def _questions(record: Name | Topic, base: Entry, known: Knowledge) -> Iterator[str]:
    """Questions that show what a name or topic, as it would be, is good for: those in its new words first."""
    if isinstance(record, Topic):
        new = [text for text in record.phrases if text not in base.get("phrases", ())]
        examples = sorted(record.examples, key=lambda text: text in base.get("examples", ()))
        subjects = known.reader.subjects_of_topic(record.id, _MOST_SUBJECTS)
        names = [known.lexicon.names[subject].name for subject in subjects[:1]]
        yield from (asked(f"{phrase} {name}") for name in names for phrase in new)
        yield from filled(examples, subjects, known.lexicon)
    else:
        new = [text for text in record.spellings if text not in (base.get("name"), *base.get("aliases", ()))]
        for topic in known.reader.topics_of_name(record.id, _MOST_ABOUT):
            if question := question_about(topic, record.id, known.lexicon):
                yield from (
                    question.replace(known.lexicon.names[record.id].name, text)
                    for text in new or [record.name]
                )
