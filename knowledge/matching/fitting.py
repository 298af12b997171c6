"""Which kinds of fact each ask can be answered with, and at what cost."""

from __future__ import annotations

from collections.abc import Sequence

EXACTING = ("how_many", "what_share", "who")
"""Asks that want their own kind of fact, whatever else is asked beside them."""
UNFIT_ASK = 1.0
"""What it costs to answer with a kind of fact that cannot be the answer; only its order among costs matters."""

_FITTING: dict[str, dict[str, float]] = {
    "how_many": {"count": 0.0, "share": 0.02},
    "what_share": {"share": 0.0},
    "who": {"person": 0.0},
    "when": {"date": 0.0},
    "which": {"list": 0.0, "count": 0.1, "share": 0.05, "person": 0.15, "statement": 0.15},
    "what": {"statement": 0.0, "list": 0.05, "person": 0.1, "date": 0.3, "count": 0.45, "share": 0.45},
    "whether": {"count": 0.0, "share": 0.0, "person": 0.0, "date": 0.0, "list": 0.02, "statement": 0.05},
}
_WANTED = {
    "person": ("who",),
    "place": ("which",),
    "organisation": ("who", "which"),
    "document": ("which",),
}
"""The asks that are after a name of a kind."""


def cost_of_kind(ask: str, kind: str) -> float:
    """What it costs to answer an ask with a kind of fact; UNFIT_ASK where it cannot be."""
    return _FITTING[ask].get(kind, UNFIT_ASK)


def asks_for(asks: Sequence[str], kind: str) -> bool:
    """Whether any of the asks is after a name of this kind."""
    return any(ask in _WANTED[kind] for ask in asks)
