"""What is asked by its contents: of what somebody says, what a document is about or what came of something, nothing else is told."""

from __future__ import annotations

from knowledge.near_misses.pairing import Pairing, has_any, telling, tells
from knowledge.near_misses.posts import asks_what_is_said
from knowledge.near_misses.rules import where
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known

_CALLED = 2
"""The syllables of what "gì" asks for the contents of, at most: "mục tiêu | gì"."""


@where(asks_what_is_said)
def tells_nothing_said(pairing: Pairing) -> bool:
    """Whether it is asked what somebody says, and the fact tells of no saying: "X nói gì về luân chuyển", "X được luân chuyển"."""
    saying = (*telling("saying"), *telling("according_to"))
    topic = pairing.lexicon.topic_phrases(pairing.fact.topic)
    return not (has_any(pairing.told, saying) or topic.has_any(saying))


def _contents_asked(question: Understanding) -> bool:
    """Whether "gì" stands right behind what something has or is about: "nội dung gì", "nói về gì", "mục tiêu gì"."""
    asked = question.where_asks("what") if question.ask == "what" else []
    near = question.tokens[max(0, asked[0] - _CALLED) : asked[-1] + 1] if asked else ()
    return has_any(near, telling("contents"))


@where(_contents_asked)
def is_no_content(pairing: Pairing) -> bool:
    """Whether it is asked what something is about, and the fact is but a day or who: "trao đổi về nội dung gì", "tháng 8/2020"."""
    return pairing.fact.kind in ("date", "person")


def _aspects_asked(question: Understanding) -> list[str]:
    return [one for one in telling("aspects") if has_any(question.tokens, (one,))]


@where(_aspects_asked)
def is_of_another_aspect(pairing: Pairing) -> bool:
    """Whether it is asked what came of something, or what is in it, and the fact tells but one other thing of it: "kết quả đại hội", "lần thứ XXVIII"."""
    view, fact = pairing.view, pairing.fact
    if not fact.facets:
        return False
    topic = pairing.lexicon.topic_phrases(fact.topic)
    asked = pairing.question.once(_aspects_asked)
    if any(view.weak.has(one) or view.strong.has(one) or topic.has_any((one,)) for one in asked):
        return False
    narrowing = [token.marked for facet in fact.facets for token in read_known(facet)]
    return not any(tells(pairing.question.tokens, word) for word in narrowing)
