"""What an entry still lacks or contradicts, and the fact it makes once it does neither."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from knowledge import wording
from knowledge.drafting.entries import CHOSEN, Entry
from knowledge.drafting.fields import plain, words
from knowledge.drafting.problems import Problem
from knowledge.drafting.sentences import suggested, with_figure
from knowledge.models import INHERITED, NUMERIC_KINDS, Fact
from knowledge.proposing.contradicting import Stated, given_instead
from knowledge.proposing.identifiers import slug, unused
from knowledge.reading.lexicon import Lexicon
from knowledge.text.stating import gives

_ITEMS_KINDS = ("person", "list")
_DAY_IN_ID = re.compile(r"(?<=-\d{4})-\d\d-\d\d$")
_PART = "phan"


def settled(entry: Entry, lexicon: Lexicon, published: date | None = None) -> Entry:
    """An entry with what follows from the rest of it: its kind, and sentences for it and its parts where it has none.

    A time that lasts "until now" ends on the day the article was published.
    """
    whole = {**entry}
    if published and _lasts_until_now(whole.get("period") or {}):
        whole["period"] = {**whole["period"], "as_of": published.isoformat()}
    if not whole.get("kind"):
        whole["kind"] = _likely_kind(whole)
    if not whole.get("statement") and (sentence := suggested(whole, lexicon)):
        whole["statement"] = sentence
    if whole.get("parts"):
        whole["parts"] = [_settled_part(whole, part, lexicon) for part in whole["parts"]]
    return {key: value for key, value in whole.items() if value not in (None, [], {})}


def _lasts_until_now(period: Entry) -> bool:
    label = f" {plain(period.get('label') or '')} "
    return not period.get("as_of") and any(f" {word} " in label for word in words().now)


def _settled_part(whole: Entry, part: Entry, lexicon: Lexicon) -> Entry:
    own = {**part}
    if whole["kind"] == "not_stated" and not own.get("kind"):
        own["kind"] = "count" if own.get("of") is None else "share"
    if not own.get("statement"):
        own["statement"] = suggested(_with_inherited(whole, own), lexicon) or ", ".join(own.get("facets", ()))
    return own


def _with_inherited(whole: Entry, part: Entry) -> Entry:
    return {**{key: whole[key] for key in INHERITED if key in whole}, **part}


def _likely_kind(entry: Entry) -> str | None:
    if entry.get("value") is not None:
        return "count" if entry.get("of") is None else "share"
    if entry.get("items"):
        return "list"
    return "statement" if entry.get("statement") else None


def problems_of(entry: Entry) -> list[Problem]:
    """All that a settled entry lacks or contradicts."""
    return [*_missing(entry), *_at_odds(entry), *_part_problems(entry), *_contradictions(entry)]


def _missing(entry: Entry) -> Iterator[Problem]:
    kind = entry.get("kind")
    needed = [*CHOSEN, "kind"]
    if kind in (*NUMERIC_KINDS, "date"):
        needed.append("value")
    if kind in _ITEMS_KINDS:
        needed.append("items")
    needed.append("statement")
    for field in needed:
        if entry.get(field) in (None, [], ""):
            yield Problem(field, "missing")


def _at_odds(entry: Entry) -> Iterator[Problem]:
    kind, value, of = entry.get("kind"), entry.get("value"), entry.get("of")
    if value is not None and kind not in (None, *NUMERIC_KINDS, "date"):
        yield Problem("value", "no_value", str(value), (str(kind),))
    if kind in NUMERIC_KINDS and isinstance(value, str):
        yield Problem("value", "number", value)
    if kind == "date" and value is not None and not isinstance(value, str):
        yield Problem("value", "month", str(value))
    if of is not None and kind != "share":
        yield Problem("of", "no_whole", str(of))
    period = entry.get("period") or {}
    if period.get("since") and period.get("as_of") and period["since"] > period["as_of"]:
        yield Problem("period.since", "order", period["since"], (period["as_of"],))


def _part_problems(entry: Entry) -> Iterator[Problem]:
    parts: Sequence[Entry] = entry.get("parts", ())
    if not entry.get("complete"):
        return
    value, figures = entry.get("value"), [part.get("value") for part in parts]
    if not isinstance(value, int | float) or not parts or None in figures:
        yield Problem("complete", "no_sum")
    elif (total := sum(Decimal(str(figure)) for figure in figures)) != Decimal(str(value)):
        yield Problem("parts", "sum", str(total), (str(value),))


def _contradictions(entry: Entry) -> Iterator[Problem]:
    """Sentences that give another figure, as packs must not have them."""
    parts = [("parts", _with_inherited(entry, part)) for part in entry.get("parts", ())]
    for field, one in (("statement", entry), *parts):
        value, items = one.get("value"), one.get("items", ())
        if isinstance(value, int | float):
            stated = Stated(value, one.get("of"), one.get("unit"), items)
            if figures := given_instead(str(one.get("statement") or ""), stated):
                yield Problem(field, "contradiction", ", ".join(figures), (wording.number(value),))


def fact_of(entry: Entry) -> Fact | list[Problem]:
    """The fact that a settled entry with an id makes, checked by the models of packs; or what they find wrong."""
    try:
        return Fact.model_validate(_spread(entry))
    except ValidationError as error:
        return [_problem(dict(one)) for one in error.errors(include_url=False)]


def _spread(entry: Entry) -> Entry:
    """An entry whose parts have what they take over from it."""
    parts = [_spread(_with_inherited(entry, part)) for part in entry.get("parts", ())]
    return {**entry, "parts": parts}


def _problem(error: Mapping[str, Any]) -> Problem:
    path = ".".join(str(step) for step in error["loc"] if not isinstance(step, int))
    given = error.get("ctx") or {}
    field, read = str(given.get("field") or path), str(error["input"])[:60]
    if error["type"] == "string_too_long":
        return Problem(field, "long", read, (str(given["max_length"]),))
    if error["type"] == "line_break":
        return Problem(field, "line_break", read)
    return Problem(field, "other", read, (str(error["msg"]),))


def entry_of(fact: Fact) -> Entry:
    """A fact as the entry it was made of."""
    entry = fact.model_dump(mode="json", exclude_defaults=True, exclude={"parts"})
    if fact.parts:
        above = fact.model_dump(mode="json", include=set(INHERITED))
        entry["parts"] = [
            {key: value for key, value in entry_of(part).items() if key not in above or value != above[key]}
            for part in fact.parts
        ]
    return entry


def doubts(entry: Entry) -> list[str]:
    """The figures of an entry, as written, that its sentences do not hold, though a reader would see both."""
    found = []
    for one in (entry, *entry.get("parts", ())):
        value = one.get("value")
        if isinstance(value, int | float) and not gives(str(one.get("statement") or ""), value):
            found.append(str(value))
    return found


def exceeds(entry: Entry) -> tuple[float, float] | None:
    """What the parts of an entry add up to, and its own figure, where they are more than that."""
    whole = entry.get("value")
    figures = [part["value"] for part in entry.get("parts", ()) if isinstance(part.get("value"), int | float)]
    total = sum(Decimal(str(figure)) for figure in figures)
    if not figures or not isinstance(whole, int | float) or total <= Decimal(str(whole)):
        return None
    return float(total), whole


# ── parts that were typed again ─────────────────────────────────────────────────────────


def with_known_parts(entry: Entry, before: Entry) -> Entry:
    """An entry in which parts that were typed again are the ones there were `before`, by what they are about.

    They keep their ids, and what else was known of them; a sentence says the new figure.
    """
    known = {_about(part): part for part in before.get("parts", ())}
    parts = [
        _known_again(known.pop(_about(part), {}), part) if not part.get("id") else part
        for part in entry.get("parts", ())
    ]
    return {**entry, "parts": parts} if parts else entry


def _about(part: Entry) -> frozenset[str]:
    return frozenset(map(plain, part.get("facets", ())))


def _known_again(known: Entry, typed: Entry) -> Entry:
    old, new = known.get("value"), typed.get("value")
    whole = {**known, **typed}
    if isinstance(old, int | float) and isinstance(new, int | float) and "statement" in known:
        whole["statement"] = typed.get("statement") or with_figure(known["statement"], old, new)
    return whole


# ── ids ─────────────────────────────────────────────────────────────────────────────────


def with_ids(entry: Entry, is_taken: Callable[[str], bool]) -> Entry:
    """An entry that has ids, as have its parts: new ones, of what they are about, for those without."""
    given = _Taken(is_taken)
    stem = _DAY_IN_ID.sub("", str(entry.get("article", "")))
    own = entry.get("id") or given.new("/".join(filter(None, (stem, entry.get("topic"), _slugs(entry)))))
    parts = [
        part if part.get("id") else {**part, "id": given.new(f"{own}/{_slugs(part) or _PART}")}
        for part in entry.get("parts", ())
    ]
    return {**entry, "id": own, **({"parts": parts} if parts else {})}


class _Taken:
    """Ids that are taken in the store, or have just been given."""

    def __init__(self, is_taken: Callable[[str], bool]) -> None:
        self._is_taken = is_taken
        self._given: set[str] = set()

    def __contains__(self, key: object) -> bool:
        return key in self._given or self._is_taken(str(key))

    def new(self, wanted: str) -> str:
        key = unused(wanted, self)
        self._given.add(key)
        return key


def _slugs(entry: Entry) -> str:
    return "-".join(slug(facet) for facet in entry.get("facets", ()))
