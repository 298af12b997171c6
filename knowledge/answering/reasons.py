"""What is asked as a reason, by its name: "lý do X làm việc này là gì" asks why X did."""

from __future__ import annotations

from knowledge.near_misses.pairing import telling
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.runs import stands_at
from knowledge.text.tokens import Token

_WHY = "vì sao"


def asked_why(understanding: Understanding) -> list[Token] | None:
    """The words of a question that begins with what a reason is called, with "why" for that and for "là gì"; None of any other.

    Only what is done by somebody who is named has a reason so: "nguyên nhân vụ cháy" is what a topic may be of.
    """
    tokens = understanding.tokens
    begins = (len(words) for words in map(words_of, telling("reasons")) if stands_at(tokens, 0, words))
    start = max(begins, default=0)
    if not start or understanding.why or not any(one.start == start for one in understanding.mentions):
        return None
    ends = (len(tokens) - len(words) for words in map(words_of, telling("being_what")))
    asked = understanding.where_asks("what")
    end = min((at for at in ends if asked and set(range(at, len(tokens))) & set(asked)), default=len(tokens))
    return [*read_known(_WHY), *tokens[start:end]]
