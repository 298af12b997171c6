"""What puts two things of a question side by side: a conjunction, a comma, a word of comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, permutations

from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Understanding
from knowledge.text.language import Language
from knowledge.text.tokens import Token

_BETWEEN_TOPICS = ("va", "voi", "hay", "hoac", "lan")


def are_joined(question: Understanding, between: Iterable[int], language: Language) -> bool:
    """Whether a conjunction or a comma stands at any of some places; what a context has brought along joins nothing."""
    return any(
        (question.tokens[at].pause or language.joints.longest(question.tokens, at))
        and question.tokens[at].change != "context"
        for at in between
    )


def are_apart(
    tokens: Sequence[Token],
    one: AbstractSet[int],
    other: AbstractSet[int],
    language: Language,
    *,
    counted: bool = False,
) -> bool:
    """Whether two things are said in different places, which may share words behind a conjunction: "X và Y | cán bộ".

    Where it is asked how many they are a comma does as well.
    """
    if one.isdisjoint(other):
        return True
    first, second = sorted((one - other, other - one), key=lambda own: min(own, default=-1))
    if not first:
        return False
    last = max(at for at in first if at < min(second))
    return (counted and _stand_listed(tokens, last, min(second))) or any(
        language.joints.longest(tokens, at) or language.differences.at(tokens, at)
        for at in range(last + 1, min(second))
    )


def _stand_listed(tokens: Sequence[Token], last: int, start: int) -> bool:
    """Whether only a comma stands between the last word of one thing and the first of the next."""
    return last + 1 == start and tokens[start].pause


def are_put_together(
    tokens: Sequence[Token], said: Sequence[AbstractSet[int]], language: Language, *, counted: bool = False
) -> bool:
    """Whether a conjunction or a comparison stands between what two things, at some places each, have of their own.

    Where it is asked how many they are ("điều động, luân chuyển bao nhiêu") a comma does as well.
    """
    own = (frozenset(places).difference(*said[:i], *said[i + 1 :]) for i, places in enumerate(said))
    spoken = sorted(filter(None, own), key=min)
    listed = [_stand_listed(tokens, max(one), min(other)) for one, other in pairwise(spoken)]
    return (counted and bool(listed) and all(listed)) or any(
        (tokens[at].folded in _BETWEEN_TOPICS or language.differences.at(tokens, at))
        and spoken[0].isdisjoint(range(at, min(other)))
        for other in spoken[1:]
        for at in range(min(spoken[0]) + 1, min(other))
    )


def are_beside(question: Understanding, one: range, other: range, language: Language) -> bool:
    """Whether places that are named at two spots are put side by side: joined, compared, or with nothing in between.

    What joins or compares stands right before a name: "với bao nhiêu hộ ở X" joins X to nothing.
    """
    first, second = sorted((one, other), key=lambda span: span.start)
    before = _lead_of(question.tokens, second.start, language)
    if first.stop >= second.start or are_joined(question, range(before - 1, second.start + 1), language):
        return True
    return any(
        language.comparison_markers.at(question.tokens, at) or language.differences.at(question.tokens, at)
        for start in (_lead_of(question.tokens, first.start, language), before)
        for at in range(max(0, start - 2), start)
    )


def beside_what_is_within(
    tokens: Sequence[Token], mentions: Iterable[Mention], lexicon: Lexicon, language: Language
) -> set[Mention]:
    """The names that a conjunction joins to one that lies in them ("huyện X và xã Y"); behind a comma they only say where it lies."""
    named = list(mentions)
    return {
        wider
        for wider, one in permutations(named, 2)
        if {above for name in one.names for above in lexicon.above(name)}.issuperset(wider.names)
        and _are_joined_by_a_word(tokens, wider.span, one.span, language)
    }


def _are_joined_by_a_word(tokens: Sequence[Token], one: range, other: range, language: Language) -> bool:
    first, second = sorted((one, other), key=lambda span: span.start)
    before = _lead_of(tokens, second.start, language) - 1
    return before == first.stop and tokens[before].folded in _BETWEEN_TOPICS


def _lead_of(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where the words begin that only say that a name is that of a place: "ở", "tại xã"."""
    while at and not tokens[at].pause and tokens[at - 1].folded in language.placing:
        at -= 1
    return at
