"""The pages of a fact in the making: a question for each step, with buttons to choose from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from telegram import InlineKeyboardMarkup

from handlers.editing import texts
from handlers.editing.drafting import draft_button
from handlers.editing.fact_words import (
    MENDABLE,
    Labels,
    called,
    field_name,
    in_words,
    lines_of,
    told,
    value_of,
)
from handlers.keyboards import Action, Row, button, in_rows
from handlers.lines import Line, line
from handlers.links import key
from handlers.markup import escape
from handlers.pages import Page, page_of
from handlers.texts import AFTER, BEFORE
from knowledge import wording
from knowledge.answering.citing import cite
from knowledge.drafting.entries import Entry
from knowledge.drafting.problems import Problem
from knowledge.drafting.sentences import suggested
from knowledge.editing import Applied
from knowledge.models import NUMERIC_KINDS
from knowledge.service import Knowledge
from knowledge.store.drafts import Draft

PER_PAGE = 6
_LABEL = 30
_NEW_LABELS = {"subject": texts.NEW_NAME_BUTTON, "topic": texts.NEW_TOPIC_BUTTON}
STEPS = (
    "article", "subject", "topic", "kind", "value", "items", "facets", "period.label", "statement",
    "paragraph", "parts",
)  # fmt: skip
NEEDED = ("article", "subject", "topic", "kind", "value", "items", "statement")
"""The steps that cannot be passed over."""


def applies(field: str, entry: Entry) -> bool:
    """Whether a fact of this kind has a field at all."""
    kind = entry.get("kind")
    if field in ("value", "of"):
        return kind in (None, *NUMERIC_KINDS) if field == "of" else kind in (None, *NUMERIC_KINDS, "date")
    if field == "unit":
        return kind in (None, *NUMERIC_KINDS)
    if field == "items":
        return kind in ("person", "list") or bool(entry.get("items"))
    if field in ("parts", "complete"):
        return kind in (*NUMERIC_KINDS, "not_stated")
    return True


def asking(draft: Draft, known: Knowledge) -> Page:
    """The question of the step that a draft is at, below what it has so far."""
    entry: Entry = draft.body["entry"]
    field: str = draft.body["at"]
    so_far = [*lines_of(entry, Labels.of(known, draft.body))] if not draft.body.get("mend") else []
    lines = [*so_far, *([line("")] if so_far else []), *_problems(draft), *_question(draft, known)]
    return page_of(lines, [*_choices(draft, known), *_skipping(draft, field), _moving(draft)])


def _problems(draft: Draft) -> list[Line]:
    return [line(told(Problem(**problem), by_name=True), "i") for problem in draft.body.get("said", ())]


def _question(draft: Draft, known: Knowledge) -> list[Line]:
    entry, field = draft.body["entry"], draft.body["at"]
    if (draft.body.get("choices") or {}).get(field):
        return [line(texts.WHICH_ONE.format(read=draft.body["typed"][field]), "b")]
    name = "date" if field == "value" and entry.get("kind") == "date" else field
    lines = [line(texts.QUESTIONS[name], "b")]
    if field == "statement" and (sentence := suggested(entry, known.lexicon)):
        lines.append(line(texts.SUGGESTED.format(sentence=sentence)))
    if field == "parts":
        lines += _sum(entry)
    return lines


def _sum(entry: Entry) -> list[Line]:
    figures = [part["value"] for part in entry.get("parts", ()) if isinstance(part.get("value"), int | float)]
    if not figures:
        return []
    total, whole = wording.number(float(sum(figures))), entry.get("value")
    if not isinstance(whole, int | float):
        return [line(texts.PARTS_SUM_ALONE.format(total=total))]
    return [line(texts.PARTS_SUM.format(total=total, whole=wording.number(whole)))]


# ── buttons to choose ───────────────────────────────────────────────────────────────────


def _choices(draft: Draft, known: Knowledge) -> list[Row]:
    field, entry = draft.body["at"], draft.body["entry"]
    simple: list[tuple[str, str, str]] = []
    match field:
        case "article" | "subject" | "topic":
            return _chosen_rows(draft, known, field)
        case "parts" if entry.get("parts"):
            return _part_rows(draft)
        case "kind":
            simple = [(label, "kind", kind) for kind, label in texts.KIND_BUTTONS.items()]
        case "complete":
            simple = [(texts.YES_BUTTON, "yes", ""), (texts.NO_BUTTON, "no", "")]
        case "statement" if suggested(entry, known.lexicon):
            simple = [(texts.TAKE_BUTTON, "take", "")]
        case "period.as_of" if entry.get("article"):
            day = wording.day(cite(known.reader.article(entry["article"])).published)
            simple = [(texts.AS_OF_PUBLISHED_BUTTON.format(day=day), "published", "")]
    return [[draft_button(draft, label, what, which)] for label, what, which in simple]


def _part_rows(draft: Draft) -> list[Row]:
    drop = draft_button(draft, texts.DROP_LAST_BUTTON, "lesspart")
    mark = "✓ " if draft.body["entry"].get("complete") else ""
    complete = draft_button(draft, f"{mark}{texts.COMPLETE_BUTTON}", "full")
    return [[drop, complete], [draft_button(draft, texts.DONE_BUTTON, "skip")]]


def _chosen_rows(draft: Draft, known: Knowledge, field: str) -> list[Row]:
    candidates: Sequence[str] = (draft.body.get("choices") or {}).get(field) or ()
    ids = candidates or _offered(field, draft.body["entry"], known)
    at = max(0, min(draft.body.get("page", 0), (len(ids) - 1) // PER_PAGE))
    label = label_of(field, known)
    rows = [[draft_button(draft, label(one), "pick", key(one))] for one in ids[at * PER_PAGE :][:PER_PAGE]]
    return [*rows, turning(draft, at, len(ids)), *_new(draft, field)]


def _new(draft: Draft, field: str) -> list[Row]:
    """A button to add what was typed and is not known."""
    typed, label = draft.body["typed"].get(field), _NEW_LABELS.get(field)
    return [[draft_button(draft, label.format(text=typed), "new")]] if typed and label else []


def turning(draft: Draft, at: int, total: int, size: int = PER_PAGE) -> Row:
    """Buttons to the page before and the one after."""
    targets = ((BEFORE, at - 1, at > 0), (AFTER, at + 1, (at + 1) * size < total))
    return [draft_button(draft, label, "turn", to) for label, to, is_there in targets if is_there]


def _offered(field: str, entry: Entry, known: Knowledge) -> list[str]:
    """The ids to choose from for a field, the likeliest first."""
    catalogue = known.catalogue
    if field == "article":
        return [article.id for article in catalogue.articles(PER_PAGE * PER_PAGE, 0)]
    if field == "subject":
        facts = catalogue.facts_in(entry["article"], PER_PAGE**3, 0) if entry.get("article") else []
        often = [subject for subject, _count in Counter(fact.subject for fact in facts).most_common()]
        return list(dict.fromkeys([*often, *catalogue.names(), *known.lexicon.names]))
    about = catalogue.topics_about(entry["subject"]) if entry.get("subject") else []
    return list(dict.fromkeys([*about, *catalogue.topics(), *known.lexicon.topics]))


def label_of(field: str, known: Knowledge) -> Callable[[str], str]:
    """How the buttons of a field call what they stand for."""
    labels: dict[str, Callable[[str], str]] = {
        "article": lambda one: called(known.reader.article(one)),
        "subject": lambda one: _with_type(one, known),
        "topic": lambda one: known.lexicon.topics[one].label,
    }
    return labels[field]


def _with_type(name: str, known: Knowledge) -> str:
    found, told_apart = known.lexicon.names[name], known.lexicon.told_apart(name)
    says_type = not found.type or told_apart.casefold().startswith(found.type.casefold())
    return told_apart if says_type else f"{found.type} {told_apart}"


# ── buttons to move ─────────────────────────────────────────────────────────────────────


def _skipping(draft: Draft, field: str) -> list[Row]:
    has_parts = field == "parts" and draft.body["entry"].get("parts")
    if field in NEEDED or has_parts:
        return []
    clears = draft.body.get("mend") and value_of(draft.body["entry"], field) is not None
    skip = draft_button(
        draft, texts.CLEAR_BUTTON if clears else texts.SKIP_BUTTON, "clear" if clears else "skip"
    )
    return [[skip]]


def _moving(draft: Draft) -> Row:
    back = draft_button(draft, texts.BACK_BUTTON, "back")
    drop = draft_button(draft, texts.DROP_BUTTON, "drop")
    first = draft.body["at"] == STEPS[0] and not draft.body.get("mend")
    return [drop] if first else [back, drop]


def mending(draft: Draft, known: Knowledge) -> Page:
    """The fields, each with a button to put it right."""
    entry: Entry = draft.body["entry"]
    labels = Labels.of(known, draft.body)
    buttons = [
        draft_button(draft, _field_label(entry, field, labels), "field", at)
        for at, field in enumerate(MENDABLE)
        if applies(field, entry)
    ]
    preview = draft_button(draft, texts.TO_PREVIEW_BUTTON, "preview")
    drop = draft_button(draft, texts.DROP_BUTTON, "drop")
    return page_of(
        [line(texts.WHICH_FIELD, "b"), *lines_of(entry, labels), *_problems(draft), line(texts.TYPE_TO_MEND)],
        [*in_rows(buttons), [preview, drop]],
    )


def _field_label(entry: Entry, field: str, labels: Labels) -> str:
    name, value = field_name(entry, field), in_words(entry, field, labels)
    return f"{name}: {value[:_LABEL]}" if value and field in ("value", "of", "unit", "paragraph") else name


def not_ready(draft: Draft, problems: Sequence[Problem], known: Knowledge) -> Page:
    """Why a fact cannot be saved yet, with what there is of it."""
    told_lines = [line(texts.NOT_READY, "b"), *(line(told(problem)) for problem in problems)]
    entry = lines_of(draft.body["entry"], Labels.of(known, draft.body))
    return page_of([*entry, line(""), *told_lines], [_under_preview(draft, savable=False)])


def previewed(draft: Draft, html: str, *, savable: bool) -> Page:
    """The preview, with what can be done."""
    said = "\n".join(escape(told(Problem(**problem))) for problem in draft.body.get("said", ()))
    shown = "\n\n".join(filter(None, (html, said)))
    return Page(shown, InlineKeyboardMarkup([_under_preview(draft, savable=savable)]))


def _under_preview(draft: Draft, *, savable: bool) -> Row:
    save = texts.DONE_BUTTON if draft.body.get("returns") else texts.SAVE_BUTTON
    mend, drop = (
        draft_button(draft, texts.MEND_BUTTON, "mend"),
        draft_button(draft, texts.DROP_BUTTON, "drop"),
    )
    return [*([draft_button(draft, save, "save")] if savable else []), mend, drop]


def done(said: Sequence[str], applied: Applied) -> Page:
    """What has been done, how many hear of it, and a button to take it back."""
    told = texts.WILL_BE_TOLD.format(count=applied.queued) if applied.queued else texts.NOBODY_TOLD
    step = applied.step
    undo = [button(texts.UNDO_BUTTON.format(number=step), Action.UNDO, step)] if step else []
    first, *rest = said
    return page_of([line(first, "b"), *map(line, rest), line(told)], [undo])


def problems_page(typed: str, problems: Iterable[Problem]) -> Page:
    """What is not right about a line, and the line itself to be copied and mended."""
    told_lines = [line(told(problem)) for problem in problems]
    return page_of(
        [line(texts.PROBLEMS_HEAD, "b"), *told_lines, line(texts.YOUR_LINE), line(typed, "code")], []
    )
