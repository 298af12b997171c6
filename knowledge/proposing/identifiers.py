"""Ids out of Vietnamese texts."""

from __future__ import annotations

import re
from collections.abc import Container

from knowledge.text.vietnamese import fold, normalize

_LONGEST = 60
_OTHERS = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """A text as an id: "Luân chuyển cán bộ" gives "luan-chuyen-can-bo"; "x" for a text of no letters.

    >>> slug("Bổ nhiệm, bổ nhiệm lại")
    'bo-nhiem-bo-nhiem-lai'
    """
    words = _OTHERS.sub("-", fold(normalize(text)).lower()).strip("-")
    if len(words) > _LONGEST:
        words = words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]
    return words or "x"


def unused(wanted: str, taken: Container[str]) -> str:
    """The id itself, or with the first number that makes it another than those taken."""
    candidate, number = wanted, 1
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate
