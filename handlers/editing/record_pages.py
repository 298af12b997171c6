"""The pages of a name or topic in the making: a question for each step, the fields to mend, and the preview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from handlers.editing import teaching_texts as texts
from handlers.editing.drafting import draft_button
from handlers.editing.fact_words import nearest_told
from handlers.editing.texts import (
    CLEAR_BUTTON,
    DONE_BUTTON,
    DROP_BUTTON,
    MEND_BUTTON,
    SAVE_BUTTON,
    SKIP_BUTTON,
    TO_PREVIEW_BUTTON,
)
from handlers.editing.trying import side_lines, tried_lines
from handlers.keyboards import Row
from handlers.lines import Line, Span, clipped, line
from handlers.links import key
from handlers.pages import Page, page_of
from knowledge.drafting.choosing import Chosen
from knowledge.drafting.problems import Problem
from knowledge.models import Name, Topic
from knowledge.service import Knowledge
from knowledge.store.drafts import Draft
from knowledge.teaching.effects import Effect
from knowledge.teaching.overlaps import overlaps_of_name, overlaps_of_topic
from knowledge.teaching.records import MANY, TITLE, Entry, Record, words

PREVIEW, MEND = "preview", "mend"
STEPS: Mapping[Record, tuple[str, ...]] = {
    "name": ("name", "type", "kind", "aliases", "part_of"),
    "topic": ("label", "phrases", "examples"),
}
"""The fields in the order in which they are asked for."""
_LONGEST, _MOST_CUT, _MOST_OVERLAPS = 80, 30, 8
_NEEDED = ("name", "label", "kind")


@dataclass(frozen=True, slots=True)
class Preview:
    """What saving would do; `problem` where it cannot be. `labels` are what ids of names are called."""

    of: Record
    entry: Entry
    before: Entry = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    overlaps: Sequence[str] = ()
    tried: Sequence[Effect] = ()
    beside: Sequence[Effect] = ()
    problem: str | None = None


# ── the steps ───────────────────────────────────────────────────────────────────────────


def asking(draft: Draft, of: Record, at: str, known: Knowledge) -> Page:
    """The question of a step, below what there is so far."""
    entry: Entry = draft.body["entry"]
    lines = [*_fields(of, entry, labels(known)), *_said(draft), line(texts.RECORD_QUESTIONS[at], "b")]
    if at == TITLE[of] and not entry:
        lines += [line(texts.ONE_LINE), line(texts.ONE_LINE_EXAMPLE[of], "code")]
    return page_of(lines, [*_choices(draft, at, known), _moving(draft, at)])


def _choices(draft: Draft, at: str, known: Knowledge) -> list[Row]:
    entry: Entry = draft.body["entry"]
    if at == "kind":
        return [[draft_button(draft, label, "kind", kind)] for kind, label in texts.NAME_KINDS.items()]
    if at == "part_of":
        found = draft.body.get("choices") or ()
        return [[draft_button(draft, known.lexicon.told_apart(one), "pick", key(one))] for one in found]
    if at in MANY:
        cuts = [clipped(text, _LONGEST) for text in entry.get(at, ())][:_MOST_CUT]
        return [
            [draft_button(draft, texts.CUT_BUTTON.format(text=text), "cut", _n(number))]
            for number, text in enumerate(cuts)
        ]
    return []


def _n(number: int) -> str:
    return f"{number:d}" if number < 10 else chr(ord("a") + number - 10)  # noqa: PLR2004  base 36


def _moving(draft: Draft, at: str) -> Row:
    row: Row = []
    if at not in _NEEDED:
        done = at in MANY and draft.body["entry"].get(at)
        row.append(draft_button(draft, DONE_BUTTON if done else SKIP_BUTTON, "next"))
        if at not in MANY and draft.body["entry"].get(at):
            row.append(draft_button(draft, CLEAR_BUTTON, "clear"))
    return [*row, draft_button(draft, DROP_BUTTON, "drop")]


def mending(draft: Draft, of: Record, _at: str, known: Knowledge) -> Page:
    """The fields, each with a button to change it."""
    entry: Entry = draft.body["entry"]
    lines = [line(texts.WHICH_TO_CHANGE, "b"), *_fields(of, entry, labels(known))]
    rows = [
        [draft_button(draft, texts.RECORD_FIELDS[one], "field", number)]
        for number, one in enumerate(STEPS[of])
    ]
    rows.append(
        [
            draft_button(draft, TO_PREVIEW_BUTTON, "preview"),
            draft_button(draft, DROP_BUTTON, "drop"),
        ]
    )
    return page_of(lines, rows)


# ── the preview ─────────────────────────────────────────────────────────────────────────


def previewing(draft: Draft, preview: Preview) -> Page:
    """What is saved, what it overlaps with, what it does to answers; and the buttons to save, mend or drop."""
    mend, drop = (
        draft_button(draft, MEND_BUTTON, "mend"),
        draft_button(draft, DROP_BUTTON, "drop"),
    )
    save = [] if preview.problem or not _differs(preview) else [draft_button(draft, SAVE_BUTTON, "save")]
    rows: list[Row] = [[*save, mend, drop]]
    if preview.of == "name" and draft.body.get("id"):
        rows.append([draft_button(draft, texts.NAMESAKE_BUTTON, "apart")])
    return page_of([*_said(draft), *_preview_lines(draft, preview)], rows)


def _preview_lines(draft: Draft, preview: Preview) -> Iterator[Line]:
    heading = texts.CHANGED_RECORD if draft.body.get("id") else texts.NEW_RECORD
    yield line(heading[preview.of], "b")
    yield from _differences(preview) if preview.before else _fields(preview.of, preview.entry, preview.labels)
    if preview.problem:
        yield line(f"⚠ {preview.problem}")
        return
    if not _differs(preview):
        yield line(texts.NOTHING_DIFFERENT)
        return
    yield from (line(f"⚠ {text}") for text in preview.overlaps[:_MOST_OVERLAPS])
    yield line(
        texts.TRIED if preview.tried else texts.NO_FACTS_YET[preview.of], "b" if preview.tried else None
    )
    yield from tried_lines(preview.tried)
    yield from side_lines(preview.beside)


def _differs(preview: Preview) -> bool:
    return _filled(preview.entry) != _filled(preview.before)


def _filled(entry: Entry) -> Entry:
    return {name: value for name, value in entry.items() if value}


def _differences(preview: Preview) -> Iterator[Line]:
    """The title, and field by field what comes and what goes."""
    before, entry = preview.before, preview.entry
    yield line(str(entry.get(TITLE[preview.of], "")))
    for name in STEPS[preview.of]:
        label, old, new = texts.RECORD_FIELDS[name], _many(before, name), _many(entry, name)
        for text in old:
            if text not in new:
                yield line(texts.TAKEN_OUT.format(field=label, text=_called(name, text, preview.labels)))
        for text in new:
            if text not in old:
                yield line(texts.PUT_IN.format(field=label, text=_called(name, text, preview.labels)), "b")


def _many(entry: Entry, name: str) -> list[str]:
    value = entry.get(name) or []
    return [value] if isinstance(value, str) else list(value)


def _fields(of: Record, entry: Entry, labels: Mapping[str, str]) -> Iterator[Line]:
    for name in STEPS[of]:
        if texts_of := _many(entry, name):
            shown = "; ".join(_called(name, text, labels) for text in texts_of)
            yield (Span(f"{texts.RECORD_FIELDS[name]}: "), Span(shown, "b"))


def _called(name: str, text: str, labels: Mapping[str, str]) -> str:
    if name == "kind":
        return texts.NAME_KINDS.get(text, text)
    return labels.get(text, text) if name == "part_of" else text


def labels(known: Knowledge) -> Mapping[str, str]:
    """What the names of the store are called, by their ids."""
    return {name.id: name.name for name in known.lexicon.names.values()}


def overlaps_told(record: Name | Topic, known: Knowledge) -> list[str]:
    """What a name or topic has in common with others, a sentence each."""
    lexicon = known.lexicon
    found = (
        overlaps_of_name(record, lexicon) if isinstance(record, Name) else overlaps_of_topic(record, lexicon)
    )
    called = {**labels(known), **{topic.id: topic.label for topic in lexicon.topics.values()}}
    return [
        texts.OVERLAPS[overlap.reason].format(
            words=overlap.words, other=called.get(overlap.other, overlap.other)
        )
        for overlap in found
    ]


# ── what is not right ───────────────────────────────────────────────────────────────────


def told(of: Record, problems: Iterable[Problem]) -> list[str]:
    """What of a line could not be read, a sentence each."""
    keys = ", ".join(f"{one}=" for one in words().keys[of].values())
    return [
        texts.LINE_PROBLEMS.get(problem.reason, texts.LINE_PROBLEMS["key"]).format(
            read=problem.read, keys=keys
        )
        for problem in problems
    ]


def no_name(read: str, chosen: Chosen, known: Knowledge) -> str:
    """That a text is no name which something could be a part of: those it may be, or those most like it."""
    alike = ", ".join(known.lexicon.told_apart(one) for one in chosen.candidates)
    said = texts.UNCLEAR_NAME if alike else texts.NO_SUCH_NAME
    return said.format(
        field=texts.RECORD_FIELDS["part_of"], read=clipped(read, _LONGEST), alike=alike,
        nearest=nearest_told("subject", chosen.nearest),
    )  # fmt: skip


def fault(of: Record, error: ValidationError) -> str:
    """Why an entry makes no name or topic."""
    first = error.errors(include_url=False)[0]
    name = str(first["loc"][0]) if first["loc"] else TITLE[of]
    field = texts.RECORD_FIELDS.get(name, name)
    if reason := texts.FIELD_FAULTS.get(first["type"]):
        return f"{field}: {reason.format(**first.get('ctx', {}))}"
    return texts.FIELD_FAULT.format(field=field, read=clipped(str(first["input"]), _LONGEST))


def _said(draft: Draft) -> Iterator[Line]:
    return (line(f"⚠ {text}") for text in draft.body.get("said") or ())
