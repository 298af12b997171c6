"""Whether the thing counted is the thing that was asked to be counted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from knowledge.language import Unit, language
from knowledge.abbreviations import read_known
from knowledge.reading import Token
from knowledge.vietnamese import fold


@lru_cache(maxsize=10_000)
def compatible(asked: tuple[str, ...], unit: str | None) -> bool:
    """Whether "bao nhiêu <asked>" can be answered with a figure in `unit`.

    The asked words may be the unit's own, a word for the same ("đồng chí" for
    "cán bộ"), or the general word of its class ("người" for either). Words of two
    known classes, or of two groups of one class, are different things; where
    either is not known as a unit, the words themselves must be accounted for
    elsewhere, and nothing is said against them here.
    """
    if unit is None:
        return True
    tokens = read_known(unit)
    given = fold(" ".join(t.marked for t in tokens))
    wanted = fold(" ".join(asked))
    if f" {wanted} " in f" {given} " or wanted.startswith(f"{given} "):
        return True
    asked_units = _units(read_known(" ".join(asked)))
    given_units = _units(tokens)
    if "%" in unit:
        return any(a.kind == "phan_tram" for a in asked_units) if asked_units else True
    if not asked_units or not given_units:
        return True
    return any(_same(a, g) for a in asked_units for g in given_units)


def _units(tokens: Sequence[Token]) -> list[Unit]:
    """The units that the words are; the longest phrase at each place, in all its classes."""
    index = language().units
    found: list[Unit] = []
    at = 0
    while at < len(tokens):
        matches = list(index.at(tokens, at))
        end = max((m.end for m in matches), default=at + 1)
        found += [m.meaning for m in matches if m.end == end]
        at = end
    return found


def _same(asked: Unit, given: Unit) -> bool:
    return asked.kind == given.kind and (asked.group is None or given.group is None or asked.group == given.group)
