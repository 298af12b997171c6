"""What was changed, in plain words: a line for each thing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from handlers.editing import texts
from handlers.editing.fact_words import SHOWN, Labels, in_words
from handlers.lines import Line, Span, clipped
from knowledge import wording
from knowledge.models import Fact
from knowledge.service import Knowledge
from knowledge.store.history import Logged, State

Body = dict[str, Any]
_FACT_FIELDS = tuple(field for field in SHOWN if field != "parts")


def taken_back(change: Logged) -> Logged:
    """A change the other way round."""
    return Logged(change.what, change.id, change.after, change.before)


def lines_of(changes: Sequence[Logged], known: Knowledge, most: int) -> Iterator[Line]:
    """Changes, a line each; names and topics that come or go with them are called what they were."""
    labels = Labels(known, names=_bodies(changes, "name"), topics=_bodies(changes, "topic"))
    return (_line(change, labels, most) for change in changes)


def called(change: Logged, labels: Labels) -> str:
    """What to call a changed thing."""
    body = _body(change.after) or _body(change.before) or {}
    if change.what == "fact":
        facets = ", ".join(body.get("facets", ()))
        whose = f"{labels.name(body['subject'])} · {labels.topic(body['topic'])}"
        return f"{whose} ({facets})" if facets else whose
    return str(body.get("label") or body.get("name") or body.get("title") or body.get("about") or change.id)


def _bodies(changes: Sequence[Logged], what: str) -> list[Body]:
    found = (_body(change.after) or _body(change.before) for change in changes if change.what == what)
    return [body for body in found if body]


def _body(state: State) -> Body | None:
    return json.loads(state.body) if state.body else None


def _line(change: Logged, labels: Labels, most: int) -> Line:
    before, after = _body(change.before), _body(change.after)
    head = Span(_done(change).format(thing=texts.THINGS[change.what]))
    name = Span(clipped(called(change, labels), most), "b")
    said = "; ".join(_differences(change, before, after, labels)) if before and after else _told(change)
    return (head, name, Span(clipped(f": {said}", most))) if said else (head, name)


def _done(change: Logged) -> str:
    if change.before.body and change.after.body:
        return texts.THING_CHANGED
    return texts.THING_ADDED if change.after.body else texts.THING_REMOVED


def _told(change: Logged) -> str:
    """What a fact that comes or goes says."""
    body = change.after.body or change.before.body
    if change.what != "fact" or body is None:
        return ""
    fact = Fact.from_store(body)
    return wording.lead(fact) or fact.statement


def _differences(change: Logged, before: Body, after: Body, labels: Labels) -> Iterator[str]:
    if change.what == "fact":
        for field in _FACT_FIELDS:
            old, new = (in_words(body, field, labels) for body in (before, after))
            if old != new:
                yield _from_to(texts.FIELDS[field], old, new)
        return
    for field in dict.fromkeys((*before, *after)):
        old, new = before.get(field), after.get(field)
        if old != new:
            yield from _field(texts.THING_FIELDS.get(field, field), old, new)


def _field(name: str, before: object, after: object) -> Iterator[str]:
    if isinstance(before, list) and isinstance(after, list):
        for said, more, less in ((texts.MORE_OF, after, before), (texts.LESS_OF, before, after)):
            if changed := [str(item) for item in more if item not in less]:
                yield said.format(field=name, items="; ".join(changed))
    elif name == texts.THING_FIELDS["text"]:
        yield name
    else:
        yield _from_to(name, before and str(before), after and str(after))


def _from_to(name: str, before: object, after: object) -> str:
    return f"{name}: {before or texts.EMPTY} → {after or texts.EMPTY}"
