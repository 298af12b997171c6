"""From step to step of a fact in the making: what a draft holds after a text or a button. Pure functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from handlers.editing.fact_pages import NEEDED, STEPS, applies
from handlers.editing.fact_words import MENDABLE, value_of
from handlers.editing.texts import KINDS
from handlers.keys import Keys
from handlers.links import key
from knowledge.answering.citing import cite
from knowledge.drafting.choosing import Chosen, choose_article, choose_name, choose_topic
from knowledge.drafting.entries import CHOSEN, Entry, Filled, Read, fill, read_line, without
from knowledge.drafting.lines import take_apart
from knowledge.drafting.sentences import suggested, with_figure
from knowledge.service import Knowledge
from knowledge.store.drafts import Body

PREVIEW, MEND = "preview", "mend"
_NOT_QUESTIONS = (PREVIEW, MEND)
_IN_WORDS = ("statement", "note")
"""Fields whose text may hold anything, "=" too."""
_ANEW = ("items", "facets", "period.label")
"""What is typed again as a whole."""
_WITH_KIND = ("value", "of", "unit", "items")


@dataclass(frozen=True, slots=True)
class Choosing:
    """Finds what a text means among what there is, and what is to be added with the fact."""

    known: Knowledge
    body: Body

    def __call__(self, field: str, text: str) -> Chosen:
        """The article, subject or topic (the field) that a text means."""
        if field == "article":
            return choose_article(text, self.known)
        added = self.body.get("names" if field == "subject" else "topics", ())
        if any(one["id"] == text for one in added):
            return Chosen(text)
        return (choose_name if field == "subject" else choose_topic)(text, self.known.lexicon)


def begun(entry: Entry, **more: Any) -> Body:  # noqa: ANN401  what a kind of draft keeps besides
    """A draft of an entry, at the first step that it lacks."""
    body: Body = {"entry": entry, "passed": [], "typed": {}, "choices": {}, "said": [], **more}
    return {**body, "at": next_step(body)}


def next_step(body: Body) -> str:
    """The first step that a draft lacks and that was not passed over; the preview after the last."""
    entry = body["entry"]
    return next(
        (f for f in STEPS if applies(f, entry) and value_of(entry, f) is None and f not in body["passed"]),
        PREVIEW,
    )


def _go_on(body: Body) -> Body:
    """The draft where the question it is at has been dealt with."""
    there = {**body, "said": [], "page": 0}
    if body.get("mend"):
        return {**there, "at": PREVIEW, "mend": False}
    return {**there, "at": next_step(there)}


# ── texts ───────────────────────────────────────────────────────────────────────────────


def typed(body: Body, text: str, known: Knowledge) -> Body:
    """The draft after a text: an answer to its question, or keys and values.

    Where that is another figure, the sentence says so too.
    """
    after = _typed(body, text, known)
    return {**after, "entry": _in_words_too(body["entry"], after["entry"])}


def _in_words_too(before: Entry, after: Entry) -> Entry:
    old, new, said = before.get("value"), after.get("value"), after.get("statement")
    if not said or said != before.get("statement") or old == new:
        return after
    if isinstance(old, int | float) and isinstance(new, int | float):
        return {**after, "statement": with_figure(said, old, new)}
    return after


def _typed(body: Body, text: str, known: Knowledge) -> Body:
    at, choose = body["at"], Choosing(known, body)
    line = take_apart(text)
    if at in _NOT_QUESTIONS or (line.given and not line.lead and at not in _IN_WORDS):
        return _with_line(body, text, choose)
    entry = without(body["entry"], at) if at in _ANEW else body["entry"]
    return _filled(body, fill(entry, at, text, choose), text)


def _with_line(body: Body, text: str, choose: Choosing) -> Body:
    read = read_line(text, choose, body["entry"])
    if not may_go_on(read):
        return {**body, "said": [asdict(problem) for problem in read.problems]}
    return with_read(body, read, text, choose.known)


def may_go_on(read: Read) -> bool:
    """Whether nothing of a line has to be typed again: what is not known may be chosen, or added."""
    return all(one.reason == "unknown" and one.field in CHOSEN for one in read.problems)


def with_read(body: Body, read: Read, text: str, known: Knowledge) -> Body:
    """The draft with what a line says; at the first step that it needs or leaves unclear."""
    passed = [field for field in STEPS if field not in NEEDED]
    if suggested(read.entry, known.lexicon):
        passed.append("statement")
    unclear = {*read.choices, *(problem.field for problem in read.problems)}
    typed = {one.field: one.text for one in take_apart(text).given if one.field in unclear}
    there = {**body, "entry": read.entry, "choices": dict(read.choices), "typed": typed}
    said = [asdict(problem) for problem in read.problems]
    return {**_go_on({**there, "passed": passed, "mend": False}), "said": said}


def _filled(body: Body, filled: Filled, text: str) -> Body:
    at = body["at"]
    said = [asdict(problem) for problem in filled.problems]
    choices = {field: one for field, one in body["choices"].items() if field != at} | dict(
        filled.choices or {}
    )
    there = {**body, "choices": choices, "typed": {**body["typed"], at: text}, "page": 0, "said": said}
    if filled.problems or filled.choices:
        return there
    there = {**there, "entry": filled.entry}
    return there if at == "parts" else _go_on(there)


# ── buttons ─────────────────────────────────────────────────────────────────────────────


def pressed(body: Body, what: str, which: str, known: Knowledge, keys: Keys) -> Body | None:
    """The draft after a button; None where there is no such button at its step."""
    if what == "pick":
        found = _picked(body, which, known, keys)
        return chosen(body, {body["at"]: found}) if found else None
    if what == "turn":
        return {**body, "page": int(which)} if which.isdigit() else None
    if what == "take":
        sentence = suggested(body["entry"], known.lexicon)
        return chosen(body, {"statement": sentence}) if sentence else None
    if what == "published":
        return _filled(body, Filled({**body["entry"], "period": _until_published(body["entry"], known)}), "")
    move = _MOVES.get(what)
    return move(body, which) if move else None


def _picked(body: Body, which: str, known: Knowledge, keys: Keys) -> str | None:
    added = [one["id"] for field in ("names", "topics") for one in body.get(field, ())]
    for one in added:
        if key(one) == which:
            return str(one)
    find: dict[str, Callable[[Knowledge, str], Any]] = {
        "article": keys.article, "subject": keys.name, "topic": keys.topic,
    }  # fmt: skip
    found = find[body["at"]](known, which) if body["at"] in find else None
    return str(found.id) if found else None


def chosen(body: Body, values: Entry) -> Body:
    """The draft with the field it is at chosen, and where that follows from it others."""
    return _filled(body, Filled({**body["entry"], **values}), "")


def _until_published(entry: Entry, known: Knowledge) -> Entry:
    published = cite(known.reader.article(entry["article"])).published
    return {**(entry.get("period") or {}), "as_of": published.isoformat()}


def _kind(body: Body, which: str) -> Body | None:
    """Another kind, without what facts of that kind do not have."""
    if which not in KINDS:
        return None
    left = {**body["entry"], "kind": which}
    for field in _WITH_KIND:
        if not applies(field, left) or (
            field == "value" and isinstance(left.get("value"), str) is (which != "date")
        ):
            left.pop(field, None)
    return chosen({**body, "entry": left}, {"kind": which})


def _passed(body: Body, _which: str) -> Body:
    return _go_on({**body, "passed": [*body["passed"], body["at"]]})


def _cleared(body: Body, _which: str) -> Body:
    return _passed({**body, "entry": without(body["entry"], body["at"])}, "")


def _back(body: Body, _which: str) -> Body:
    if body.get("mend") or body["at"] not in STEPS:
        return {**body, "at": MEND if body.get("mend") else PREVIEW, "mend": False, "said": []}
    before = [field for field in STEPS[: STEPS.index(body["at"])] if applies(field, body["entry"])]
    at = before[-1] if before else body["at"]
    passed = [field for field in body["passed"] if field != at]
    return {**body, "at": at, "passed": passed, "said": [], "page": 0}


def _field(body: Body, which: str) -> Body | None:
    at = int(which) if which.isdigit() else len(MENDABLE)
    return {**body, "at": MENDABLE[at], "mend": True, "said": [], "page": 0} if at < len(MENDABLE) else None


def _less(body: Body, _which: str) -> Body:
    parts = body["entry"].get("parts", [])[:-1]
    return {**body, "entry": {**without(body["entry"], "parts"), **({"parts": parts} if parts else {})}}


def _full(body: Body, _which: str) -> Body:
    return {**body, "entry": {**body["entry"], "complete": not body["entry"].get("complete")}}


def _is_complete(*, is_so: bool) -> Callable[[Body, str], Body]:
    return lambda body, _which: chosen(body, {"complete": is_so})


def _at(place: str) -> Callable[[Body, str], Body]:
    return lambda body, _which: {**body, "at": place, "mend": False, "said": []}


_MOVES: dict[str, Callable[[Body, str], Body | None]] = {
    "kind": _kind, "skip": _passed, "clear": _cleared, "back": _back, "field": _field, "lesspart": _less,
    "full": _full, "yes": _is_complete(is_so=True), "no": _is_complete(is_so=False), "mend": _at(MEND), "preview": _at(PREVIEW),
}  # fmt: skip
