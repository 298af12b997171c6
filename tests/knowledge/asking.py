"""Asking in tests: small views of an answer, and the districts that the questions are about."""

from __future__ import annotations

from pathlib import Path

from handlers.rendering import plain
from knowledge.models import Answer
from knowledge.text.vietnamese import fold, normalize

DISTRICTS = Path(__file__).parent / "packs"
"""Two districts of our own invention: Khuê Thượng with two articles, Vạn Trầm with one."""

BACH_HA = Path(__file__).parent / "quoting" / "bach-ha.yaml"
"""A district of which little is stated in facts, and the text of its article is there."""


def ids(answer: Answer) -> list[str]:
    """The facts that an answer rests on, most direct first."""
    return [fact.id for fact in answer.facts]


def told(answer: Answer) -> tuple[str, str | None]:
    """An answer's status and its first fact."""
    return answer.status, (ids(answer) or [None])[0]


def shown(answer: Answer) -> str:
    """What the reader sees, without marks and case."""
    return fold(normalize(plain(answer)))
