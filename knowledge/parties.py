"""Who does something and to whom it is done: the books that X was given are none that X gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from knowledge.abbreviations import read_known
from knowledge.language import Language
from knowledge.lexicon import Lexicon
from knowledge.models import Fact
from knowledge.reading import Token
from knowledge.siblings import Siblings
from knowledge.store.reader import StoredFact
from knowledge.understanding import Understanding
from knowledge.vietnamese import marks_agree

Party = Literal["giver", "receiver"]

_TENSES = ("đã", "sẽ", "đang", "vừa", "từng", "cũng", "còn")
_PASSIVE = ("được", "bị", "nhận")
_TO = ("cho", "tới", "đến")
_LENT, _GRANTED = "cho", ("được",)
_NAMED_BY_DEALS = ("suất", "lãi", "mức", "vốn")
"""What is the same from either end: "lãi suất vay" is "lãi suất cho vay"."""
_SETTING = ("ở", "tại", "của", "trong", "cho")


def swaps_parties(question: Understanding, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a question makes the giver of the fact's subject where the fact makes it the receiver, or asks who sold of who bought."""
    told = read_known(fact.statement)
    language = lexicon.language
    asked = {
        p for m in question.mentions if fact.subject in m.names for p in _asked_of(question, m.span, language)
    }
    if asked:
        named = [found.span for found in lexicon.name_index.cover(told) if found.meaning == fact.subject]
        given = {party for span in named for party in _parties(told, span, language)}
        if given and asked.isdisjoint(given):
            return True
    deals = list(_deals(question.tokens, language))
    if not deals:
        return False
    done = {deal for text in (told, *map(read_known, fact.facets)) for deal in _deals(text, language)}
    return any(
        (doer, (deal, 1 - end)) in done and (doer, (deal, end)) not in done for doer, (deal, end) in deals
    )


def _asked_of(question: Understanding, name: range, language: Language) -> Iterator[Party]:
    """What a question makes of a name, unless that only says whose or where something is: "hộ ở X được hỗ trợ"."""
    before = range(name.start)
    opens = question.tokens[name.start].pause or all(
        question.roles[at] is not None and not _is(question.tokens[at], _SETTING) for at in before
    )
    for party in _parties(question.tokens, name, language):
        if opens or (party == "receiver" and _is_given_to(question.tokens, name, language)):
            yield party


def _parties(tokens: Sequence[Token], name: range, language: Language) -> Iterator[Party]:
    at = name.stop
    while at < len(tokens) and _is(tokens[at], _TENSES):
        at += 1
    if at < len(tokens) and not tokens[at].pause:
        if language.giving.at(tokens, at):
            yield "giver"
        elif _is(tokens[at], _PASSIVE) and _gives_later(tokens, at + 1, language):
            yield "receiver"
    if _is_given_to(tokens, name, language):
        yield "receiver"


def _gives_later(tokens: Sequence[Token], start: int, language: Language) -> bool:
    end = next((at for at in range(start, len(tokens)) if tokens[at].pause), len(tokens))
    return any(language.giving.at(tokens, at) for at in range(start, end))


def _is_given_to(tokens: Sequence[Token], name: range, language: Language) -> bool:
    """Whether something is given to a name: "tặng (cho) X"."""
    at = name.start
    if tokens[at].pause:
        return False
    while at and _is(tokens[at - 1], _TO):
        at -= 1
    return any(
        found.end == at for start in range(max(0, at - 3), at) for found in language.giving.at(tokens, start)
    )


def _deals(tokens: Sequence[Token], language: Language) -> Iterator[tuple[str, tuple[int, int]]]:
    """Who does what in deals: the folded word right before each verb, but for those of tense, and the end that the verb is."""
    for found in language.opposite_verbs.cover(tokens):
        at = found.start
        while at and _is(tokens[at - 1], _TENSES):
            at -= 1
        deal, end = found.meaning
        lent = tokens[found.start].marked == _LENT and len(found.span) > 1
        if lent and at and _is(tokens[at - 1], _GRANTED):
            at, end = at - 1, 1 - end  # who "được cho vay" has borrowed
        named = at and _is(tokens[at - 1], _NAMED_BY_DEALS)
        if at and not named and not any(token.pause for token in tokens[at : found.start + 1]):
            yield tokens[at - 1].folded, (deal, end)


def _is(token: Token, words: Iterable[str]) -> bool:
    return any(marks_agree(token.marked, word) for word in words)


def is_told_of_organ(names: Iterable[str], stored: StoredFact, siblings: Siblings) -> bool:
    """Whether a figure told of a place is what an organ of it, called by one of some names, has done: "công an ở X bắt giữ 167 đối tượng".

    A part tells of whom its whole tells.
    """
    whole = siblings.whole_of(stored)
    told = (stored.fact, whole.fact) if whole else (stored.fact,)
    return any(_acts_in(fact, name, siblings.lexicon) for name in names for fact in told)


def _acts_in(fact: Fact, name: str, lexicon: Lexicon) -> bool:
    if fact.subject not in lexicon.above(name) or fact.number is None:
        return False
    organs, told = lexicon.language.organs, read_known(fact.statement)
    organ = organs.longest(read_known(lexicon.names[name].name), 0)
    figure = next((at for at, token in enumerate(told) if token.number == fact.number), 0)
    acting = (found.meaning for found in organs.cover(told) if found.end <= figure)
    return organ is not None and organ.meaning in acting
