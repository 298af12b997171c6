"""Whether what was found for a follow-up is what it asks: no part of another whole, no figure where a name was asked, nothing that it turns against."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from knowledge.answering.conversation import Context
from knowledge.matching.findings import Findings
from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.near_misses.pairing import has_any, telling, tells
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import language

_WHO = "ai"


def is_beside_the_follow_up(
    own: Understanding, context: Context, findings: Findings, lexicon: Lexicon
) -> bool:
    """Whether a follow-up, as it was typed by itself (`own`), asks for something else than what was found behind `context`."""
    facts = [one.fact for found in findings.found if found.status == "answered" for one in found.facts]
    return bool(facts) and (
        _tell_a_part_of_another(own, context, findings)
        or _are_figures_of_nobody(own, context, facts)
        or _weigh_nothing(own, facts)
        or all(_is_of_another_aspect(own, fact, lexicon) for fact in facts)
        or any(_denies_what_is_asked(own, fact) for fact in facts)
    )


def _tell_a_part_of_another(own: Understanding, context: Context, findings: Findings) -> bool:
    """Whether a question that is but a facet ("bao nhiêu nữ?") is answered with a part of another whole than was told of."""
    if own.mentions or not context.told or any(not (hit.by_facet or hit.unsaid) for hit in own.hits):
        return False
    wholes = [one.whole for found in findings.found for one in found.facts[:1] if one.fact.facets]
    return bool(wholes) and all(whole is not None and whole not in context.told for whole in wholes)


def _are_figures_of_nobody(own: Understanding, context: Context, facts: list[Fact]) -> bool:
    """Whether it was asked who, nothing else is asked now ("phó bí thư thì sao?"), and figures were found."""
    asked_who = any(_WHO in words_of(word) for word in context.ask_words)
    return asked_who and not own.asks_amount and own.ask == "what" and _are_all_figures(facts)


def _are_all_figures(facts: list[Fact]) -> bool:
    return all(fact.kind in NUMERIC_KINDS for fact in facts)


def _weigh_nothing(own: Understanding, facts: list[Fact]) -> bool:
    """Whether it is asked which is more ("nhiều hơn X không?"), and no figure was found."""
    weighed = bool(language().differences.found_in(own.tokens)) and "whether" in own.asks
    return weighed and not any(fact.kind in NUMERIC_KINDS for fact in facts)


def _is_of_another_aspect(own: Understanding, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a contents, a result or a term is asked for ("nội dung gì?"), and a fact tells of none."""
    asked = [one for one in telling("aspects_followed") if has_any(own.tokens, (one,))]
    topic = lexicon.topic_phrases(fact.topic)
    told = [read_known(text) for text in (fact.statement, *fact.facets)]
    return bool(asked) and not any(
        topic.has_any((one,)) or any(has_any(text, (one,)) for text in told) for one in asked
    )


def _denies_what_is_asked(own: Understanding, fact: Fact) -> bool:
    """Whether a fact denies just what a follow-up says without denying it: "là người địa phương thì sao?" behind "không phải người địa phương"."""
    return not own.denies and any(_is_said_bare(own, denied) for denied in _denied(fact))


def _denied(fact: Fact) -> Iterator[list[str]]:
    """The words of weight behind a negation in the sentence and in each facet, up to the next stop."""
    for told in map(read_known, (fact.statement, *fact.facets)):
        at = next((at for at, token in enumerate(told) if token.marked in language().denying), len(told))
        behind = list(takewhile(lambda token: not token.pause, told[at + 1 :]))
        weighty = [token.marked for token in behind if token.marked not in language().weightless]
        if weighty:
            yield weighty


def _is_said_bare(own: Understanding, denied: list[str]) -> bool:
    content = [own.tokens[at] for at in own.content]
    return all(tells(content, word) for word in denied)
