"""A fact in the making, in words: its fields, and what is not right about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.editing import texts
from handlers.lines import Line, Span, clipped
from knowledge import wording
from knowledge.answering.citing import cite
from knowledge.drafting.entries import Entry
from knowledge.drafting.fields import nearest_key, words
from knowledge.drafting.problems import Problem
from knowledge.models import Article
from knowledge.service import Knowledge

_LONGEST, _LONGEST_READ = 200, 80
SHOWN = (
    "article", "subject", "topic", "kind", "value", "items", "facets", "period", "statement", "note",
    "paragraph", "parts",
)  # fmt: skip
MENDABLE = (
    "article", "subject", "topic", "kind", "value", "of", "unit", "items", "facets", "period.label",
    "period.since", "period.as_of", "statement", "note", "paragraph", "parts", "complete",
)  # fmt: skip
"""The fields that can be put right one by one, in the order of their buttons."""


def value_of(entry: Entry, field: str) -> object:
    """What an entry has for a field; None where it has nothing."""
    whole, _dot, key = field.partition(".")
    found = entry.get(whole)
    if key and isinstance(found, dict):
        found = found.get(key)
    return None if found in ("", [], {}) else found


def field_name(entry: Entry, field: str) -> str:
    """What to call a field."""
    return texts.FIELDS["date" if field == "value" and entry.get("kind") == "date" else field]


@dataclass(frozen=True, slots=True)
class Labels:
    """What articles, names and topics are called, be they in the store or only to be added with the fact."""

    known: Knowledge
    names: Sequence[Mapping[str, Any]] = ()
    topics: Sequence[Mapping[str, Any]] = ()

    @classmethod
    def of(cls, known: Knowledge, body: Mapping[str, Any]) -> Labels:
        """The labels for a draft."""
        return cls(known, body.get("names", ()), body.get("topics", ()))

    def article(self, article: str) -> str:
        """An article among others: by its day, and what it is about."""
        return called(self.known.reader.article(article))

    def name(self, name: str) -> str:
        """A name, with where it lies if another is called the same."""
        if name in self.known.lexicon.names:
            return self.known.lexicon.told_apart(name)
        return next((str(one["name"]) for one in self.names if one["id"] == name), name)

    def topic(self, topic: str) -> str:
        """A topic."""
        if topic in self.known.lexicon.topics:
            return self.known.lexicon.topics[topic].label
        return next((str(one["label"]) for one in self.topics if one["id"] == topic), topic)


def lines_of(entry: Entry, labels: Labels) -> Iterator[Line]:
    """All that an entry has, a line each."""
    for field in SHOWN:
        if shown := in_words(entry, field, labels):
            label = texts.FIELD.format(field=field_name(entry, field))
            yield (Span(label), Span(clipped(shown, _LONGEST), "b"))


def in_words(entry: Entry, field: str, labels: Labels) -> str | None:
    """What an entry has for a field, as people put it."""
    value = value_of(entry, field)
    if value is None:
        return None
    if field == "value":
        return figure(entry)
    if field == "period":
        return _period(entry)
    if field == "parts":
        return "; ".join(_part(entry, part) for part in entry["parts"])
    return _one(field, value, labels)


def _one(field: str, value: object, labels: Labels) -> str:
    in_own_words: dict[str, Callable[[str], str]] = {
        "article": labels.article,
        "subject": labels.name,
        "topic": labels.topic,
        "kind": texts.KINDS.__getitem__,
        "period.since": wording.date_value,
        "period.as_of": wording.date_value,
    }
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if field == "of" and isinstance(value, int | float):
        return wording.number(value)
    return in_own_words.get(field, str)(str(value))


def figure(entry: Entry) -> str | None:
    """A figure or a date as readers see it."""
    value, of, unit = entry.get("value"), entry.get("of"), entry.get("unit")
    if isinstance(value, str):
        return wording.date_value(value)
    if value is None:
        return None
    if unit == "%":
        return f"{wording.number(value)}%"
    shown = wording.number(value) if of is None else f"{wording.number(value)}/{wording.number(of)}"
    return f"{shown} {unit or ''}".strip()


def _period(entry: Entry) -> str:
    period = entry["period"]
    named = ("since", texts.FIELDS["period.since"]), ("as_of", texts.FIELDS["period.as_of"])
    days = [f"{name.lower()} {wording.date_value(period[key])}" for key, name in named if period.get(key)]
    return ", ".join(filter(None, (period.get("label"), *days)))


def _part(entry: Entry, part: Entry) -> str:
    shown = figure({"unit": entry.get("unit"), **part})
    return " ".join(filter(None, (shown, ", ".join(part.get("facets", ())))))


def called(article: Article) -> str:
    """What to call an article among others: by its day, and what it is about."""
    return f"{wording.day(cite(article).published)} · {article.about or article.label}"


# ── what is not right ───────────────────────────────────────────────────────────────────


def told(problem: Problem, *, by_name: bool = False) -> str:
    """A problem in a sentence that names the field, what was read, and what is allowed.

    The field goes by its key, or `by_name` where there are buttons with what there is to choose from.
    """
    key = f"{words().keys[problem.field]}=" if problem.field in words().keys else problem.read
    key = texts.FIELDS.get(problem.field, key) if by_name else key
    said = texts.PROBLEMS.get(problem.reason, texts.PROBLEMS["other"])
    return texts.PROBLEM.format(
        key=key,
        problem=said.format(
            read=clipped(problem.read, _LONGEST_READ), allowed=_allowed(problem, listed=not by_name)
        ),
    )


def _allowed(problem: Problem, *, listed: bool) -> str:
    given = ", ".join(problem.allowed)
    match problem.reason:
        case "key":
            meant = nearest_key(problem.read)
            given = texts.MAYBE_KEY.format(key=meant) if meant else texts.ALL_KEYS.format(keys=_all_keys())
        case "unknown":
            given = nearest_told(problem.field, problem.allowed if listed else ()) + texts.ADDED_BY.get(
                problem.field, ""
            )
        case "missing":
            given = texts.ADD_BY.format(key=words().keys[problem.field])
        case "kind":
            given = ", ".join(texts.KINDS.values())
        case "no_value":
            given = texts.KINDS[problem.allowed[0]]
        case "order":
            given = ", ".join(map(wording.date_value, problem.allowed))
    return given


def nearest_told(field: str, nearest: Sequence[str]) -> str:
    """A few of the articles, names or topics (the field) that there are, and where to see all; "" where there are none."""
    shown = ", ".join(nearest)
    return texts.ONE_OF.format(choices=shown, command=texts.LISTED_BY[field]) if shown else ""


def _all_keys() -> str:
    return ", ".join(words().keys[field] for field in texts.KEYS)
