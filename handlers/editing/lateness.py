"""What is sent for a draft that has just ended: it goes nowhere, and whoever sent it is told so."""

from __future__ import annotations

from contextlib import suppress

from telegram import Message

from handlers.addressing import words_of
from knowledge.drafting.figures import UnreadableError, read_figure
from knowledge.drafting.lines import take_apart

_MOST_WORDS, _LONG = 5, 400


def is_for_a_draft(message: Message) -> bool:
    """Whether a message is what a draft asks for and no question: a file, a figure, keys with values, a long text."""
    text = words_of(message).strip()
    line = take_apart(text)
    return (
        bool(message.document) or len(text) > _LONG or bool(line.given and not line.lead) or _is_figure(text)
    )


def _is_figure(text: str) -> bool:
    if not text[:1].isdigit() or "?" in text or len(text.split()) > _MOST_WORDS:
        return False
    with suppress(UnreadableError):
        read_figure(text)
        return True
    return False
