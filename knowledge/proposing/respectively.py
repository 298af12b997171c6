"""Figures told of several things in turn: "A và B lần lượt là 3 và 4"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.proposing.contexts import Context
from knowledge.proposing.figures import Figure
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import phrases


@dataclass(frozen=True, slots=True)
class Turn:
    """The thing that a figure is told of in its turn, and the words between; no thing where they do not tally."""

    thing: range | None
    between: range


def turns(sentence: Sentence, figures: Sequence[Figure], contexts: Sequence[Context]) -> Mapping[int, Turn]:
    """The figures behind "lần lượt", by their positions, each with its thing."""
    found: dict[int, Turn] = {}
    for at in range(len(sentence)):
        marker = phrases("respectively").at(sentence.tokens, at)
        told = _told(figures, contexts, marker.end) if marker else []
        if marker and len(told) > 1:
            things = _things(sentence, at, len(told))
            between = range(marker.end, figures[told[0]].head)
            for number, figure in enumerate(told):
                found[figure] = Turn(things[number] if things else None, between)
    return found


def _told(figures: Sequence[Figure], contexts: Sequence[Context], start: int) -> list[int]:
    """The figures that follow each other from a token on."""
    first = next((i for i, figure in enumerate(figures) if figure.start >= start), None)
    if first is None:
        return []
    last = first + 1
    while last < len(figures) and contexts[last].tie == "list":
        last += 1
    return list(range(first, last))


def _things(sentence: Sentence, end: int, count: int) -> list[range] | None:
    """The things named before a token, parted by commas and "và"; None where they are not so many."""
    begin = end
    while begin > 0 and not set(sentence.gap(begin)) & set(";:()"):
        begin -= 1
    things: list[range] = []
    start = begin
    for at in range(begin, end):
        joint = phrases("joints").at(sentence.tokens, at)
        if at > start and (joint or "," in sentence.gap(at)):
            things.append(range(start, at))
            start = joint.end if joint else at
    things.append(range(start, end))
    things = [thing for thing in things if thing]
    return things[-count:] if len(things) >= count else None
