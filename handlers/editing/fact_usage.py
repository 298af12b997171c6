"""How /themfact is written on one line: its form, its keys, and an example that works as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.editing import texts
from handlers.keyboards import Action, button
from handlers.lines import Line, Span, line
from handlers.pages import Page, page_of
from knowledge.drafting.checking import entry_of
from knowledge.drafting.entries import Entry
from knowledge.drafting.fields import words
from knowledge.models import Fact
from knowledge.service import Knowledge
from knowledge.wording import number

_LOOK_AT = 60
_IN_EXAMPLE = ("article", "subject", "topic", "value", "unit", "paragraph")


def in_help() -> Iterator[Line]:
    """The form of a line and its keys, for the editors' help."""
    yield line(texts.ONE_LINE, "b")
    yield line(texts.ONE_LINE_FORM, "code")
    yield from _keys()


def usage(known: Knowledge, said: str = "") -> Page:
    """The one-line form with an example that works as it stands, and a button to go step by step."""
    lines = [line(texts.NO_KEYS), line("")] if said else []
    if found := example(known):
        lines += [line(texts.USAGE_ADD), line(found, "code"), line("")]
    row = [button(texts.STEP_BY_STEP_BUTTON, Action.FACT, "a", 0)]
    return page_of([*lines, line(texts.USAGE_KEYS, "b"), *_keys()], [row])


def example(known: Knowledge) -> str | None:
    """A whole line that would add a fact, made of one that is known; None where none is."""
    catalogue = known.catalogue
    for article in catalogue.articles(_LOOK_AT, 0):
        fitting = filter(_is_plain, catalogue.facts_in(article.id, _LOOK_AT, 0))
        if found := min(fitting, key=lambda fact: len(fact.statement), default=None):
            return f"/themfact {one_line(entry_of(found), known)}"
    return None


def _is_plain(fact: Fact) -> bool:
    return fact.kind == "count" and bool(fact.unit) and fact.paragraph is not None and not fact.facets


def one_line(entry: Entry, known: Knowledge) -> str:
    """An entry's plainest fields on one line, as /themfact reads them."""
    shown = {**entry, "subject": known.lexicon.names[entry["subject"]].name}
    given = (f"{words().keys[field]}={_quoted(shown[field])}" for field in _IN_EXAMPLE if field in shown)
    return f"{' '.join(given)} :: {entry['statement']}"


def _quoted(value: object) -> str:
    text = number(value) if isinstance(value, int | float) else str(value)
    return f'"{text}"' if " " in text else text


def _keys() -> Iterator[Line]:
    for field, meaning in texts.KEYS.items():
        yield (Span("• "), Span(f"{words().keys[field]}=", "b"), Span(f" {meaning}"))
    yield (Span("• "), Span(texts.STATEMENT_KEY, "b"), Span(f" {texts.STATEMENT_MEANING}"))
