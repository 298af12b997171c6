"""What for something is done, and by what means: neither is told by who did it, by what hinders it, or by how it came out."""

from __future__ import annotations

from knowledge.near_misses.pairing import Pairing, has_any, telling
from knowledge.near_misses.rules import where
from knowledge.reading.understanding import Understanding

_INTO, _THANKS_TO = "vào", "nhờ"


def _asks_by_what_means(question: Understanding) -> bool:
    """Whether it is asked by what means something is done."""
    return question.asks_means and "whether" not in question.asks


@where(_asks_by_what_means)
def tells_no_means(pairing: Pairing) -> bool:
    """Whether it is asked by what means something is done, and the fact only tells a person, or what hinders it: "dập dịch bằng cách nào"."""
    if pairing.fact.kind == "person":
        return True
    hindering = telling("hindering")
    if has_any(pairing.question.tokens, hindering):
        return False
    topic, view = pairing.lexicon.topic_phrases(pairing.hit.topic), pairing.view
    means = telling("telling_means")
    of_means = topic.has_any(means) or view.facets.has_any(means) or view.weak.has(_THANKS_TO)
    return not of_means and (topic.has_any(hindering) or view.facets.has_any(hindering))


def _asks_only_what_for(question: Understanding) -> bool:
    """Whether it is asked for what something is used ("dùng vốn vào việc gì"), or what for somebody does something ("hiến đất làm gì")."""
    if question.asks_purpose_of_doing:
        return True
    return question.asks_purpose and question.tokens[question.where_asks("what")[0]].may_be(_INTO)


@where(_asks_only_what_for)
def tells_no_purpose(pairing: Pairing) -> bool:
    """Whether it is asked what for something is, in so many words, and the fact does not tell that."""
    purposes = telling("purposes_told")
    return not (pairing.view.weak.has_any(purposes) or pairing.view.facets.has_any(purposes))


def _asks_what_for(question: Understanding) -> bool:
    """Whether it is asked what for something is done, and of no time."""
    return question.asks_purpose and not question.times


@where(_asks_what_for)
def tells_not_what_for(pairing: Pairing) -> bool:
    """Whether it is asked what for something is done, and the fact tells of one to whom it was done, and no purpose."""
    purposes, view = telling("purposes_told"), pairing.view
    topic = pairing.lexicon.topic_phrases(pairing.fact.topic)
    names = pairing.lexicon.names
    named = any(names[name].kind == "person" for name in pairing.question.names)
    if named or names[pairing.fact.subject].kind != "person":
        return False
    return not (view.weak.has_any(purposes) or view.facets.has_any(purposes) or topic.has_any(purposes))


@where(_asks_what_for)
def is_but_a_day(pairing: Pairing) -> bool:
    """Whether it is asked what for something is done, and the fact gives the day of it."""
    return pairing.fact.kind == "date"
