"""The party of a place, by which a question names the place itself: "Đảng bộ huyện X"."""

from __future__ import annotations

from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.language import language
from knowledge.text.vietnamese import all_agree

_COUNTED = ("ask:how_many", "ask:which")


def body_before(question: Understanding, mention: Mention) -> range:
    """Where the word stands that makes of a place its party: "đảng bộ" of "Đảng bộ huyện X", but not where those are counted."""
    for body in map(words_of, language().telling["whole_parties"]):
        start = mention.start - len(body)
        if start < 0 or (start and (question.roles[start - 1] or "") in _COUNTED):
            continue
        if all_agree(question.text(range(start, mention.start)), " ".join(body)):
            return range(start, mention.start)
    return range(0)
