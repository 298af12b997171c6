"""Showing an answer in Telegram."""

from __future__ import annotations

from handlers.markup import messages
from handlers.rendering import sections
from knowledge.models import Answer


def rendered(answer: Answer) -> list[str]:
    """An answer as the HTML of one message, or of several where it is too long for one."""
    return messages(sections(answer))
