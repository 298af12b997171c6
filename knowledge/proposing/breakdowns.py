"""Which figures of a sentence are the breakdown of another, and whether they add up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from knowledge.proposing.contexts import Context
from knowledge.proposing.figures import Figure, same_class
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import phrases

_PARTING = re.compile(r"[,;]| và ")


@dataclass(frozen=True, slots=True)
class Group:
    """A figure and the figures it is broken down into; `opened` by a word that claims no whole ("trong đó")."""

    whole: int
    parts: tuple[int, ...]
    partial: bool = False


def breakdowns(sentence: Sentence, figures: Sequence[Figure], spans: Sequence[Context]) -> list[Group]:
    """The breakdowns in a sentence, in brackets, behind a colon or behind "trong đó"; figures by their positions."""
    groups: list[Group] = []
    taken: set[int] = set()
    for at, figure in enumerate(figures):
        if at in taken:
            continue
        parts, partial = _parts_of(sentence, figures, spans, at)
        if parts and _are_parts(figure, [figures[p] for p in parts]):
            groups.append(Group(at, tuple(parts), partial))
            taken.update(parts)
    return groups


def _parts_of(
    sentence: Sentence, figures: Sequence[Figure], spans: Sequence[Context], at: int
) -> tuple[list[int], bool]:
    end = spans[at].after.stop
    depth = sentence.depths[figures[at].start]
    for span in spans[at + 1 :]:
        if span.tie != "aside" or "(" in sentence.gap(end):
            break
        end = span.after.stop
    end = _bracket_behind(sentence, figures, at, end)
    if end >= len(sentence):
        return [], False
    gap = sentence.gap(end)
    if "(" in gap:
        within = [i for i in range(at + 1, len(figures)) if _in_bracket(sentence, figures[i], end, depth)]
        partial = phrases("partial").at(sentence.tokens, end) is not None
        return within, partial
    opening = phrases("breaks_down").at(sentence.tokens, end)
    if opening is None and ":" not in gap:
        return [], False
    partial = opening is not None and phrases("partial").at(sentence.tokens, end) is not None
    return _until_semicolon(sentence, figures, at, end), partial


def _bracket_behind(sentence: Sentence, figures: Sequence[Figure], at: int, end: int) -> int:
    """Where the bracket opens that breaks a figure down, though more is told of it before; else the same place."""
    depth = sentence.depths[figures[at].start]
    for here in range(end, len(sentence)):
        if set(sentence.gap(here)) & set(";:"):
            break
        if any(figure.start == here and sentence.depths[here] == depth for figure in figures):
            break
        if "(" in sentence.gap(here):
            within = [figure for figure in figures if _in_bracket(sentence, figure, here, depth)]
            return here if len(within) > 1 and sum_of(within) == figures[at].number.value else end
    return end


def _in_bracket(sentence: Sentence, figure: Figure, opened: int, depth: int) -> bool:
    """Whether a figure stands in the bracket that a token opens, and in none within it."""
    closed = next((i for i in range(opened, len(sentence)) if sentence.depths[i] <= depth), len(sentence))
    return opened <= figure.start < closed and sentence.depths[figure.start] == depth + 1


def _until_semicolon(sentence: Sentence, figures: Sequence[Figure], at: int, start: int) -> list[int]:
    """The figures of the same class behind a colon, as far as they follow each other."""
    found: list[int] = []
    depth = sentence.depths[figures[at].start]
    total = Decimal(0)
    for i in range(at + 1, len(figures)):
        figure = figures[i]
        if figure.start < start or sentence.depths[figure.start] != depth:
            continue
        if not _may_be_part(figures[at], figure):
            break
        total += Decimal(str(figure.number.value))
        if total > Decimal(str(figures[at].number.value)):
            break
        found.append(i)
    return found


def _are_parts(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether figures in brackets break the whole down, rather than tell something else of it."""
    if len(parts) == 1 and parts[0].number.value == whole.number.value:
        return False
    return whole.number.to is None and all(_may_be_part(whole, part) for part in parts)


def _may_be_part(whole: Figure, part: Figure) -> bool:
    if (
        part.number.percent != whole.number.percent
        or part.number.to is not None
        or part.number.of is not None
    ):
        return False
    if part.number.value > whole.number.value:
        return False
    short = whole.unit.startswith(f"{part.unit} ")  # "589 ca khác" of "1.204 ca phẫu thuật"
    return part.guessed or part.unit == whole.unit or short or same_class(whole, part)


def sum_of(parts: Sequence[Figure]) -> float:
    """The exact sum of figures."""
    return float(sum(Decimal(str(part.number.value)) for part in parts))


def with_unit_of(whole: Figure, part: Figure) -> tuple[Figure, bool]:
    """The part in the whole's unit, and whether its own word said something more ("21 điều dưỡng" of "26 đồng chí")."""
    own = (
        part.unit != whole.unit and not _is_general(part) and not part.carried and not _is_alike(whole, part)
    )
    return replace(part, unit=whole.unit, unit_class=whole.unit_class), own


def _is_alike(whole: Figure, part: Figure) -> bool:
    """Whether two units are words for the same ("em" for "học sinh")."""
    return whole.unit_class is not None and whole.unit_class == part.unit_class


def _is_general(figure: Figure) -> bool:
    return figure.unit_class is not None and figure.unit_class.group is None


def listed_names(sentence: Sentence, figure: Figure, span: Context) -> tuple[str, ...]:
    """The names in brackets behind a figure, if they are as many as it counts: "2/5 xã … (A, B)"."""
    start, depth = span.after.stop, sentence.depths[figure.start]
    if start >= len(sentence) or "(" not in sentence.gap(start):
        return ()
    end = next((at for at in range(start, len(sentence)) if sentence.depths[at] <= depth), len(sentence))
    names = tuple(piece.strip() for piece in _PARTING.split(sentence.slice(start, end)) if piece.strip())
    named = all(name[0].isupper() and not any(c.isdigit() for c in name) for name in names)
    return names if named and len(names) == figure.number.value else ()
