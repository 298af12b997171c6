"""Paragraphs read into sentences, and remembered: many questions look at the same few."""

from __future__ import annotations

from functools import lru_cache

from knowledge.proposing.sentences import Sentence, cut_sentences

_REMEMBERED = 1_024


@lru_cache(maxsize=_REMEMBERED)
def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text."""
    return tuple(Sentence(one, 0) for one in cut_sentences(text))
