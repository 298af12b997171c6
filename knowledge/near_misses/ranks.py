"""On which level those are who are told of: a district's own officials are not those of its communes."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.near_misses.pairing import Pairing, telling
from knowledge.near_misses.rules import where
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.language import language
from knowledge.text.phrases import stands_in_full
from knowledge.text.runs import stands_in, starts_of
from knowledge.text.tokens import Token
from knowledge.text.units import kinds_of_places
from knowledge.text.vietnamese import fold

_CALLED = 8
"""So many syllables has what somebody or a body is called, at most: "trung tâm phục vụ hành chính công | tỉnh X"."""
_LEVEL, _OF = "cấp", "của"


def _is_of(head: Sequence[str], mention: Mention, question: Understanding) -> bool:
    """Whether a head and what belongs to it stand right before a name; of a body, also where it is said to be "của" that: "trung tâm … của tỉnh X"."""
    tokens, start = question.tokens, max(0, mention.start - _CALLED)
    at = next(starts_of(head, tokens[start : mention.start]), None)
    if at is None or tokens[mention.start].pause:
        return False
    apart = (*telling("placing"), *telling("tenses"), *telling("passive"))
    end, first = mention.start, start + at
    several = first > 0 and tokens[first - 1].may_be(*telling("some"))
    if " ".join(head) in telling("bodies_of_levels") and tokens[end - 1].may_be(_OF) and not several:
        end -= 1
    return not any(
        tokens[i].pause or tokens[i].may_be(*apart) or (question.roles[i] or "").startswith(("ask", "name"))
        for i in range(first + len(head), end)
    )


def _heads_of_places(question: Understanding) -> list[tuple[tuple[str, ...], Mention]]:
    """Words for officials and bodies with the name of the place that they are said to be of; nothing where a lower level is named."""
    tokens = question.tokens
    heads = [words for words in map(words_of, telling("of_levels")) if fold(words[0]) in question.syllables]
    if not heads:
        return []
    named = question.named_at
    if any(kind.start not in named for kind in question.kinds_of_places) or any(
        token.may_be(_LEVEL) for token in tokens
    ):
        return []
    posts = language().posts
    return [
        (head, mention)
        for mention in question.mentions
        for head in heads
        if _is_of(head, mention, question)
        and (
            mention.committee
            or " ".join(head) in posts
            or language().place_types.longest(tokens, mention.start)
        )
    ]


@where(_heads_of_places)
def is_of_those_below(pairing: Pairing) -> bool:
    """Whether the officials or a body of a place itself are asked about, and the fact is of those of the places in it: "cán bộ huyện X", "cán bộ cấp xã ở X"."""
    told, levels = pairing.told, language().place_levels
    counted = kinds_of_places(words_of(pairing.fact.unit or ""))
    below = {kind for kind in levels if fold(kind) in counted}
    for head, mention in pairing.question.once(_heads_of_places):
        own = {
            level
            for name in mention.names
            for level in levels.get(pairing.lexicon.names[name].type or "", ())
        }
        kinds = {*_kinds_behind(head, told), *(below if stands_in(told, head) else ())}
        if own and kinds and all(min(levels[kind]) > max(own) for kind in kinds):
            return True
    return False


def _kinds_behind(head: Sequence[str], told: Sequence[Token]) -> set[str]:
    """The kinds of places that stand behind a head, before it is said where: "cán bộ, công chức | cấp xã"."""
    found, stops = set[str](), telling("placing")
    for at in starts_of(head, told):
        start = at + len(head)
        end = next((i for i in range(start, len(told)) if told[i].marked in stops), len(told))
        near = told[start : min(end, start + _CALLED)]
        found.update(one.meaning for one in language().place_types.cover(near) if stands_in_full(one, near))
    return found
