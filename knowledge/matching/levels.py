"""On which level stands what a question names with its place: a congress of "Đảng bộ huyện X" is none of its communes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from knowledge.models import Fact
from knowledge.questions.cases import Case
from knowledge.questions.parties import body_before
from knowledge.text.abbreviations import read_known
from knowledge.text.language import language
from knowledge.text.tokens import Token

_LEVEL, _BELOW = "cấp", "cơ sở"


def is_of_another_level(case: Case, fact: Fact, named: Collection[str]) -> bool:
    """Whether the body of a place is asked about ("Đảng bộ huyện X"), and the fact is of those of another level in it: "cấp cơ sở".

    `named` are the facets that the question names.
    """
    levels = {kind for facet in fact.facets if facet not in named and (kind := _level_of(facet))}
    said = {found.meaning for found in case.question.kinds_of_places} | _levels_in(case.question.tokens)
    levels |= {kind for kind in _levels_told(fact.statement) if kind not in said}
    if not levels or case.lexicon.names[fact.subject].type in levels:
        return False
    question = case.question
    return any(
        fact.subject in mention.names
        and (language().committees.longest(question.tokens, mention.start) or body_before(question, mention))
        for mention in question.mentions
    )


def _level_of(facet: str) -> str | None:
    """The kind of place that a facet is of, as it says: "cấp huyện", "cấp cơ sở", "cơ sở"."""
    words = read_known(facet.lower())
    if " ".join(word.marked for word in words) == _BELOW:
        return _BELOW
    if not words or words[0].marked != _LEVEL:
        return None
    found = language().ends_of_ways.longest(words, 1)
    return found.meaning if found else None


@lru_cache(maxsize=4_096)
def _levels_told(statement: str) -> frozenset[str]:
    """The kinds of places that a sentence tells its figure to be of, behind "cấp": "đảng ủy cấp xã"."""
    return _levels_in(read_known(statement))


def _levels_in(words: Sequence[Token]) -> frozenset[str]:
    ends = language().ends_of_ways
    starts = (at + 1 for at, word in enumerate(words) if word.may_be(_LEVEL))
    return frozenset(found.meaning for start in starts if (found := ends.longest(words, start)))
