"""Whether what was found for a follow-up is what it asks: no part of another whole, no figure where a name was asked, nothing that it turns against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from knowledge.answering.conversation import Context
from knowledge.matching.findings import Finding, Findings
from knowledge.models import NUMERIC_KINDS, Answer, Fact
from knowledge.near_misses.pairing import has_any, telling, tells
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.store.reader import StoredFact
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import language

_WHO = "ai"
_SINGULAR = ("person", "document")
"""Kinds of names of which what is asked is never what was asked of another."""


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


def with_parts_told_of_only(own: Understanding, context: Context, findings: Findings) -> tuple[Finding, ...]:
    """What was found for a question that is but a facet ("còn nữ?"), without the parts of other wholes than was told of; None where there are none."""
    if not _is_but_a_facet(own, context):
        return ()
    found = tuple(replace(one, facts=_of_wholes(one.facts, context.told)) for one in findings.found)
    return found if found != findings.found else ()


def _of_wholes(facts: tuple[StoredFact, ...], told: tuple[str, ...]) -> tuple[StoredFact, ...]:
    """Those of several facts that are parts of what was told of; all of them where none is."""
    return tuple(one for one in facts if one.whole in told) or facts


def _is_but_a_facet(own: Understanding, context: Context) -> bool:
    unnamed = not own.mentions and all(hit.by_facet or hit.unsaid for hit in own.hits)
    return unnamed and bool(context.told)


def _tell_a_part_of_another(own: Understanding, context: Context, findings: Findings) -> bool:
    """Whether a question that is but a facet ("bao nhiêu nữ?") is answered with a part of another whole than was told of."""
    if not _is_but_a_facet(own, context):
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


def is_of_another(answer: Answer, meant: Sequence[str], lexicon: Lexicon, *, within: bool) -> bool:
    """Whether all that an answer tells is of other names than those that are meant, or, where `within`, what they are part of."""
    near = {*meant, *(above for name in meant if within for above in lexicon.above(name))}
    return bool(near and answer.facts) and near.isdisjoint(fact.subject for fact in answer.facts)


def is_of_somebody_else(answer: Answer, context: Context, lexicon: Lexicon) -> bool:
    """Whether a question without names is answered with or of a person or a document that has nothing to do with whom was spoken of."""
    spoken = {*context.names, *context.answered_names}
    facts = answer.facts
    if not any(fact.kind == "person" or lexicon.names[fact.subject].kind in _SINGULAR for fact in facts):
        return False
    near = [{fact.subject, *lexicon.above(fact.subject)} for fact in facts]
    return bool(spoken) and not any(map(spoken.intersection, near))


def are_of_one_kind(answer: Answer, meant: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether what an answer tells of is of the kind of the names that are meant: one document and another."""
    told, names = (
        {lexicon.names[one].kind for one in some} for some in ([f.subject for f in answer.facts], meant)
    )
    return bool(told) and told == names
