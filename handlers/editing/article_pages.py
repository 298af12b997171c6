"""The pages of an article being brought in: its text as it comes, then what its text says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telegram import InlineKeyboardButton

from handlers.editing import article_texts as texts
from handlers.editing.drafting import draft_button
from handlers.editing.fact_words import called
from handlers.editing.texts import BACK_BUTTON, CLEAR_BUTTON, DONE_BUTTON, DROP_BUTTON, SAVE_BUTTON
from handlers.keyboards import Row, in_rows
from handlers.lines import Line, Span, clipped, line
from handlers.links import key
from handlers.pages import Page, page_of
from knowledge import wording
from knowledge.exchange.submitting import FIELDS, joined, lacks
from knowledge.models import Article
from knowledge.proposing.record import read_article
from knowledge.store.drafts import Draft
from knowledge.store.proposals import Waiting

_LONGEST, _LONGEST_LABEL, _ENDS = 300, 40, 90


def starting(draft: Draft, waiting: Sequence[tuple[Waiting, Article]]) -> Page:
    """Articles with open proposals to go on with, or a new one."""
    rows: list[Row] = [
        [draft_button(draft, _go_on(one, article), "resume", key(article.id))] for one, article in waiting
    ]
    new = [draft_button(draft, texts.NEW_BUTTON, "new"), _drop(draft)]
    return page_of([line(texts.OPEN_ONES)], [*rows, new])


def _go_on(one: Waiting, article: Article) -> str:
    about = clipped(article.title or article.about or article.id, _LONGEST_LABEL)
    return texts.GO_ON_BUTTON.format(open=one.open, article=about)


def receiving(draft: Draft) -> Page:
    """What to send, or what has come so far."""
    pieces: list[str] = draft.body["pieces"]
    if not pieces:
        return page_of([line(texts.SEND_TEXT)], [[_drop(draft)]])
    text = joined(pieces)
    received = texts.RECEIVED.format(messages=len(pieces), words=len(text.split()))
    done = draft_button(draft, DONE_BUTTON, "done")
    return page_of([line(received), *_both_ends(text)], [[done, _drop(draft)]])


def _both_ends(text: str) -> Iterator[Line]:
    plain = " ".join(text.split())
    yield line(texts.BEGINS.format(text=clipped(plain, _ENDS)), "i")
    if len(plain) > _ENDS:
        yield line(texts.ENDS.format(text=f"…{plain[-_ENDS:]}"), "i")


def record(draft: Draft, same: Article | None) -> Page:
    """What the text says of itself, a button for each field to put right, and what is missing."""
    found = draft.body["record"]
    lines = [line(texts.RECORD, "b"), line(texts.RECORD_HINT), line(""), *_fields(found), _size(draft)]
    if same:
        lines += [line(""), line(f"⚠ {texts.KNOWN_ALREADY.format(article=called(same))}")]
    missing = lacks(found)
    if missing:
        names = ", ".join(texts.FIELDS[field].lower() for field in missing)
        lines += [line(""), line(f"⚠ {texts.NEEDS.format(fields=names)}")]
    buttons = [draft_button(draft, texts.FIELDS[field], "field", at) for at, field in enumerate(FIELDS)]
    return page_of(lines, [*in_rows(buttons, 3), *_ending(draft, same, may_save=not missing)])


def _ending(draft: Draft, same: Article | None, *, may_save: bool) -> list[Row]:
    if not may_save:
        return [[_drop(draft)]]
    if same is None:
        return [[draft_button(draft, SAVE_BUTTON, "save"), _drop(draft)]]
    replace = draft_button(draft, texts.REPLACE_BUTTON, "replace")
    return [[replace], [draft_button(draft, texts.SAVE_NEW_BUTTON, "save")], [_drop(draft)]]


def _fields(found: dict[str, str | None]) -> Iterator[Line]:
    for field in FIELDS:
        value = found.get(field)
        shown = wording.date_value(value[:10]) if value and field == "published" else value
        label = Span(texts.FIELD.format(field=texts.FIELDS[field]))
        yield (label, Span(clipped(shown, _LONGEST), "b") if shown else Span(texts.NONE, "i"))


def _size(draft: Draft) -> Line:
    text = joined(draft.body["pieces"])
    paragraphs = max((paragraph.number for paragraph in read_article(text).paragraphs), default=0)
    return line(texts.PARAGRAPHS.format(paragraphs=paragraphs, words=len(text.split())))


def asking(draft: Draft) -> Page:
    """The question for one field of the record."""
    field = draft.body["field"]
    value = draft.body["record"].get(field)
    row = [draft_button(draft, BACK_BUTTON, "back")]
    if value and field != "published":
        row.insert(0, draft_button(draft, CLEAR_BUTTON, "clear"))
    now = wording.date_value(value[:10]) if value and field == "published" else value
    shown = [line(clipped(now, _LONGEST), "code")] if now else []
    return page_of([line(texts.QUESTIONS[field], "b"), *shown], [row])


def _drop(draft: Draft) -> InlineKeyboardButton:
    return draft_button(draft, DROP_BUTTON, "drop")
