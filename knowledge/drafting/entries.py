"""A fact in the making, as the plain entry that a pack would hold, filled field by field from what was typed.

An entry has only what is known so far. Its parts are entries, too, without what they
take over from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from knowledge.drafting.choosing import Chosen
from knowledge.drafting.fields import plain, words
from knowledge.drafting.figures import (
    Figure,
    UnreadableError,
    days_in,
    read_beginning,
    read_day,
    read_day_or_month,
    read_figure,
    read_number,
)
from knowledge.drafting.lines import Given, take_apart, unquoted
from knowledge.drafting.problems import Problem, Reason
from knowledge.models import NUMERIC_KINDS

Entry = dict[str, Any]
Choose = Callable[[str, str], Chosen]
"""Which article, subject or topic (the field) a text means."""

CHOSEN = ("article", "subject", "topic")
"""The fields whose values there must be already."""
_SEPARATOR = re.compile(r"\s*[;\n]\s*")
_ID = re.compile(r"[a-z0-9][a-z0-9._/-]*")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Filled:
    """An entry with a field more, and what is not right or not clear about that field."""

    entry: Entry
    problems: tuple[Problem, ...] = ()
    choices: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What one line says: an entry, all that is not right, and for unclear fields what may be meant."""

    entry: Entry
    problems: tuple[Problem, ...]
    choices: Mapping[str, tuple[str, ...]]
    lead: str = ""


class _Refused(Exception):  # noqa: N818  it never leaves the module
    def __init__(self, reason: Reason, read: str, allowed: Sequence[str] = ()) -> None:
        super().__init__(reason)
        self.reason, self.read, self.allowed = reason, read, tuple(allowed)


def read_line(text: str, choose: Choose, entry: Entry | None = None) -> Read:
    """What a line of keys and values says, put into an entry; all problems at once."""
    line = take_apart(text)
    filled = Filled(dict(entry or {}))
    problems = list(line.problems)
    choices: dict[str, tuple[str, ...]] = {}
    given = [one for one in line.given if one.text or one.field != "statement"]
    for field in {one.field for one in given} & {"facets", "items", "parts"}:
        filled.entry.pop(field, None)  # a line gives the whole list
    for one in sorted(given, key=lambda one: one.field == "parts"):
        filled = fill(filled.entry, one.field, one.text, choose)
        problems += filled.problems
        choices |= filled.choices or {}
    problems += _units_apart(line.given)
    return Read(filled.entry, tuple(problems), choices, line.lead)


def _units_apart(given: Sequence[Given]) -> Iterator[Problem]:
    """What is counted, where it is typed beside the figure and once more otherwise: "18k" is no 18 of something else."""
    typed = {one.field: one.text for one in given}
    unit = typed.get("unit")
    if not unit:
        return
    for field in typed.keys() & {"value", "of"}:
        with suppress(UnreadableError):
            beside = read_figure(typed[field]).unit
            if beside and plain(beside) != plain(unit):
                yield Problem("unit", "two_units", unit, (beside,))


def fill(entry: Entry, field: str, text: str, choose: Choose) -> Filled:
    """An entry with a field as somebody typed it; where that cannot be read, as it was."""
    typed = unquoted(text.strip())
    if field in CHOSEN:
        return _chosen(entry, field, typed, choose(field, typed))
    if len(typed) > _LONGEST:
        return Filled(entry, (Problem(field, "long", f"{typed[:40]}…", (str(_LONGEST),)),))
    if not typed:
        return Filled(without(entry, field))
    try:
        return Filled({**entry, **_READERS[field](entry, typed)})
    except _Refused as refused:
        return Filled(entry, (Problem(field, refused.reason, refused.read, refused.allowed),))
    except UnreadableError as error:
        return Filled(entry, (Problem(field, error.reason, typed),))


def without(entry: Entry, field: str) -> Entry:
    """An entry without a field."""
    whole, _dot, key = field.partition(".")
    left = {name: value for name, value in entry.items() if name != whole}
    if not key:
        return left
    rest = {name: value for name, value in (entry.get(whole) or {}).items() if name != key}
    return {**left, whole: rest} if rest else left


def _chosen(entry: Entry, field: str, typed: str, chosen: Chosen) -> Filled:
    if chosen.id:
        return Filled({**entry, field: chosen.id})
    left = without(entry, field)
    if chosen.candidates:
        return Filled(left, choices={field: chosen.candidates})
    return Filled(left, (Problem(field, "unknown", typed, chosen.nearest),))


# ── how each field is read ──────────────────────────────────────────────────────────────


def _kind(_entry: Entry, typed: str) -> Entry:
    kind = words().kinds.get(plain(typed))
    if kind is None:
        raise _Refused("kind", typed)
    return {"kind": kind}


def _value(entry: Entry, typed: str) -> Entry:
    if entry.get("kind") == "date":
        return {"value": read_day_or_month(typed)}
    if words().kinds.get(plain(typed)) == "not_stated":
        return {"kind": "not_stated", "value": None}
    return _from_figure(entry, read_figure(typed))


def _from_figure(entry: Entry, figure: Figure) -> Entry:
    found: Entry = {"value": figure.value}
    if figure.of is not None:
        found["of"] = figure.of
    if figure.unit:
        found["unit"] = figure.unit
    if entry.get("kind") not in NUMERIC_KINDS:
        found["kind"] = "count" if found.get("of", entry.get("of")) is None else "share"
    elif figure.of is not None:
        found["kind"] = "share"
    return found


def _date(_entry: Entry, typed: str) -> Entry:
    return {"kind": "date", "value": read_day_or_month(typed)}


def _of(entry: Entry, typed: str) -> Entry:
    figure = read_figure(typed)
    unit = {} if entry.get("unit") or not figure.unit else {"unit": figure.unit}
    return {"of": figure.value, "kind": "share", **unit}


def _who(entry: Entry, typed: str) -> Entry:
    return {"kind": "person", **_listed("items")(entry, typed)}


def _text(field: str) -> Callable[[Entry, str], Entry]:
    return lambda _entry, typed: {field: " ".join(typed.split())}


def _listed(field: str) -> Callable[[Entry, str], Entry]:
    def read(entry: Entry, typed: str) -> Entry:
        given = [unquoted(one) for one in _SEPARATOR.split(typed) if one]
        return {field: [*entry.get(field, ()), *given]}

    return read


def _period_label(entry: Entry, typed: str) -> Entry:
    """A time in words, with the days that it names outright as its beginning and its end."""
    label = " ".join(typed.split())
    period = {**(entry.get("period") or {}), "label": label}
    since, as_of = days_in(label)
    if since:
        period.setdefault("since", since.isoformat())
    if as_of:
        period.setdefault("as_of", as_of.isoformat())
    return {"period": period}


def _items(entry: Entry, typed: str) -> Entry:
    return {"kind": entry.get("kind") or "list", **_listed("items")(entry, typed)}


def _of_period(key: str, read: Callable[[str], object]) -> Callable[[Entry, str], Entry]:
    return lambda entry, typed: {"period": {**(entry.get("period") or {}), key: str(read(typed))}}


def _paragraph(_entry: Entry, typed: str) -> Entry:
    try:
        number = read_number(typed)
    except UnreadableError:
        raise _Refused("paragraph", typed) from None
    if number != int(number) or number < 0:
        raise _Refused("paragraph", typed)
    return {"paragraph": int(number)}


def _complete(_entry: Entry, typed: str) -> Entry:
    answer = words().yes_or_no.get(plain(typed))
    if answer is None:
        raise _Refused("yes_or_no", typed)
    return {"complete": answer}


def _parts(entry: Entry, typed: str) -> Entry:
    given = [_part(entry, one) for one in _SEPARATOR.split(typed) if one]
    return {"parts": [*entry.get("parts", ()), *given]}


def _part(entry: Entry, typed: str) -> Entry:
    """One of the parts: "4 từ xã về huyện" or "từ xã về huyện: 4"."""
    before, colon, after = typed.rpartition(":")
    try:
        figure = read_figure(after) if colon else read_figure(typed)
        rest = before.strip() if colon and figure.unit in (None, entry.get("unit")) else figure.unit or ""
    except UnreadableError:
        raise _Refused("part", typed) from None
    unit = str(entry.get("unit") or "")
    facet = rest.removeprefix(unit).strip(" :,") if unit else rest.strip(" :,")
    if not facet:
        raise _Refused("part", typed)
    of = {} if figure.of is None else {"of": figure.of}
    return {"value": figure.value, **of, "facets": [facet]}


def _id(_entry: Entry, typed: str) -> Entry:
    if not _ID.fullmatch(typed):
        raise _Refused("id", typed)
    return {"id": typed}


_READERS: Mapping[str, Callable[[Entry, str], Entry]] = {
    "kind": _kind,
    "value": _value,
    "date": _date,
    "of": _of,
    "unit": _text("unit"),
    "facets": _listed("facets"),
    "items": _items,
    "who": _who,
    "period.label": _period_label,
    "period.since": _of_period("since", read_beginning),
    "period.as_of": _of_period("as_of", read_day),
    "statement": _text("statement"),
    "note": _text("note"),
    "paragraph": _paragraph,
    "parts": _parts,
    "complete": _complete,
    "id": _id,
}
