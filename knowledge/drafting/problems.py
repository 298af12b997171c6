"""What is not right about a fact in the making."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "quote", "key", "twice", "missing", "unknown", "unclear", "number", "unclear_number", "day", "month", "kind",
    "two_units", "no_value", "no_whole", "paragraph", "order", "yes_or_no", "part", "sum", "no_sum", "contradiction",
    "id", "taken", "long", "line_break", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a field ("" where none is meant): what was read, and what is allowed instead."""

    field: str
    reason: Reason
    read: str = ""
    allowed: tuple[str, ...] = ()
