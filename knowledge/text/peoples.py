"""What the peoples of a country are called: "người Mông", "đồng bào Mông" and "dân tộc Mông" are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from knowledge.text.abbreviations import words_of

_PERSON = "người"


def ways_to_call_peoples(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """Each people's name with all that it may be called by, none of it the bare name; normalized."""
    named = [(names, data["before"]) for names in data["names"]]
    named += [(names, [one for one in data["before"] if one != _PERSON]) for names in data["no_persons"]]
    return {_normal(names[0]): _called(names, before) for names, before in named}


def _called(names: Sequence[str], before: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(_normal(f"{word} {name}") for name, word in product(names, before)))


def _normal(text: str) -> str:
    return " ".join(words_of(text))
