"""The words that lead to a figure: taken apart into subject, time and verb."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.models import Name
from knowledge.proposing.contexts import is_boundary
from knowledge.proposing.scene import Scene
from knowledge.proposing.wordlists import counted, phrases, place_types
from knowledge.text.language import language
from knowledge.text.vietnamese import normalize

_SHORT = 3
"""So many words before a comma are a verb that another is listed with ("thau rửa, lật úp")."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a figure as its statement has them, and the verb in them.

    `natural` says that they are what the subject does or has.
    """

    text: str
    verb: str
    natural: bool


def read_lead(scene: Scene, span: range, before: range, subject: Name | None, *, follows: bool) -> Lead:
    """The lead of a figure: `span` is that of its statement, `before` what stands right before the figure.

    `follows` says that a figure before it in the sentence had a natural lead.
    """
    verb = _verb(scene, _past_speech(scene, before), subject)
    span = _past_speech(scene, span)
    if any(phrases("speaker").at(scene.sentence.tokens, at) for at in span):
        start, _ = _past_opening(scene, span, None)
        return Lead(_text(scene, start, span.stop), verb, natural=False)
    start, itself = _past_opening(scene, span, subject)
    tensed = _tense_ends(scene, start) is not None and start < span.stop
    wide = start if itself else _widened(scene, start, tensed=tensed)
    whole = wide == start
    natural = itself or (tensed and whole) or (follows and not tensed and not _is_noun(scene, wide))
    return Lead(_text(scene, wide, span.stop), verb, natural=natural)


def _text(scene: Scene, start: int, stop: int) -> str:
    return scene.inner(range(start, stop)) if stop > start else ""


def _widened(scene: Scene, start: int, *, tensed: bool) -> int:
    """Where a lead begins with what it lacks: the verbs listed before it, the subject that a comma cut off."""
    sentence = scene.sentence
    if start == 0 or sentence.gap(start).strip() != ",":
        return start
    begin = start - 1
    while begin > 0 and not is_boundary(sentence, begin):
        begin -= 1
    before = range(begin, start)
    timed = any(t.start in before or begin in range(t.start, t.end) for t in scene.times)
    if timed or _counts(scene, before) or not (begin == 0 or set(sentence.gap(begin)) & set(";:(")):
        return start
    if phrases("opening").at(sentence.tokens, begin) or phrases("says").before(sentence.tokens, start):
        return start
    if tensed or phrases("aside").at(sentence.tokens, start):
        return begin
    return begin if len(before) <= _SHORT else start


def _past_speech(scene: Scene, span: range) -> range:
    """The words behind "cho biết" and the like, where somebody is quoted."""
    for at in reversed(span):
        if only := phrases("only_says").at(scene.sentence.tokens, at):
            return range(min(only.end, span.stop), span.stop)
        found = phrases("says").at(scene.sentence.tokens, at)
        if found and found.end < span.stop and at > span.start:
            return range(found.end, span.stop)
    return span


def _counts(scene: Scene, span: range) -> bool:
    return any(scene.sentence.tokens[at].number is not None for at in span)


def _past_opening(scene: Scene, span: range, subject: Name | None) -> tuple[int, bool]:
    """Where the words begin that tell something, and whether the subject itself stands before them."""
    at = span.start
    while at < span.stop:
        spoken = next(
            (one.end for one in scene.spoken if one.start <= at < one.end and one.name == subject), at
        )
        alone = at if spoken > at or subject is None else _past_itself(scene, at, span.stop, subject)
        if max(spoken, alone) > at:
            return _past_time(scene, max(spoken, alone), span.stop), True
        timed = _past_time(scene, at, span.stop)
        opening = phrases("opening").at(scene.sentence.tokens, at)
        end = max(timed, opening.end if opening else at)
        if end <= at:
            break
        at = end
    return min(at, span.stop), False


def _past_time(scene: Scene, at: int, stop: int) -> int:
    timed = next((t.end for t in scene.times if t.start <= at < t.end), at)
    return min(timed, stop)


def _past_itself(scene: Scene, at: int, stop: int, subject: Name) -> int:
    """Where a word ends that stands for the subject ("huyện", "toàn xã"); `at` where none does."""
    tokens = scene.sentence.tokens
    alone = phrases("itself").at(tokens, at)
    if alone is None or alone.end > stop or (alone.end < len(tokens) and tokens[alone.end].is_capitalized):
        return at
    compound = language().compounds.longest(tokens, at)
    named = phrases("named_always").at(tokens, at)
    longer = max(found.end for found in (alone, compound, named) if found)
    return alone.end if longer == alone.end and not _is_of_other_level(scene, alone.end, subject) else at


def _is_of_other_level(scene: Scene, end: int, subject: Name) -> bool:
    """Whether a word that ends at a token is for a place above or below the subject: "tỉnh" where it is a commune."""
    levels = language().place_levels
    kind = place_types().before(scene.sentence.tokens, end)
    own = levels.get(normalize(subject.type or ""), frozenset()) if subject.kind == "place" else frozenset()
    return kind is not None and bool(own) and own.isdisjoint(levels[kind.meaning.text])


def _is_noun(scene: Scene, at: int) -> bool:
    """Whether a clause begins with what is counted or measured, and not with what is done."""
    tokens = scene.sentence.tokens
    if at < len(tokens) and (tokens[at].number is not None or counted().at(tokens, at)):
        return True
    return any(phrases(name).at(tokens, at) for name in ("number_of", "amount_words"))


def _verb(scene: Scene, before: range, subject: Name | None) -> str:
    """The words right before a figure without tense, subject and light words: "đã trồng mới được" gives "trồng mới"."""
    start, _ = _past_opening(scene, before, subject)
    stop, tokens = before.stop, scene.sentence.tokens
    while start < stop and (lead := _tense(scene, start)) and lead <= stop:
        start = lead
    while stop > start and (light := phrases("trailing").before(tokens, stop)) and light.start >= start:
        if any(
            start + found.end == stop and found.end - found.start > 1
            for found in language().compounds.cover(tokens[start:stop])
        ):
            break
        stop = light.start
    return _text(scene, start, stop)


def _tense(scene: Scene, at: int) -> int | None:
    """Where a word of tense or of planning ends, or a time, that a verb goes without in a topic."""
    tokens = scene.sentence.tokens
    planned = phrases("planning").at(tokens, at)
    timed = next((t.end for t in scene.times if t.start <= at < t.end), None)
    return _tense_ends(scene, at) or (planned.end if planned else timed)


def _tense_ends(scene: Scene, at: int) -> int | None:
    """Where a word of tense ends that is no syllable of another: "chỉ" is none in "chỉ số"."""
    found = phrases("tense").at(scene.sentence.tokens, at)
    compound = language().compounds.longest(scene.sentence.tokens, at) if found else None
    return found.end if found and not (compound and compound.end > found.end) else None
