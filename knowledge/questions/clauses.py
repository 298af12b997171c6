"""Parting a question that asks for several numbers, and telling what all its parts share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import accumulate, pairwise

from knowledge.reading.evidence import Word
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Understanding
from knowledge.text.language import Language
from knowledge.text.periods import Time
from knowledge.text.tokens import Token

_TURNING = frozenset(["negations", "future", "past", "plan", "tense"])


def clauses(understanding: Understanding) -> list[tuple[Token, ...]]:
    """The tokens of a question in clauses that each ask for something of their own.

    They part at punctuation or a conjunction between two asks for a number, and at punctuation between two others.
    """
    tokens = understanding.tokens
    cuts = _cuts(_asks(understanding), [at for at in range(len(tokens)) if _is_joint(tokens[at])])
    if not cuts:
        cuts = _cuts(_asks_for_all(understanding), [at for at in range(len(tokens)) if tokens[at].pause])
    return [tokens[start:end] for start, end in pairwise((0, *cuts, len(tokens)))]


def ask_for_numbers(understanding: Understanding) -> bool:
    """Whether the clauses of a question all ask for numbers."""
    return len(_asks(understanding)) == len(clauses(understanding))


def _cuts(starts: Sequence[int], joints: Sequence[int]) -> list[int]:
    """Where a question parts between each two asks, at the last joint; nowhere if there is none between any."""
    between = [[at for at in joints if before < at <= after] for before, after in pairwise(starts)]
    return [places[-1] for places in between] if all(between) else []


def name_each_their_own(understanding: Understanding) -> bool:
    """Whether each of several clauses names something of its own, so that they are not to be mixed."""
    parts = clauses(understanding)
    return len(parts) > 1 and len(_clauses_of(parts, understanding.mentions)) == len(parts)


def clauses_with_what_is_shared(understanding: Understanding) -> list[tuple[Token, ...]]:
    """The clauses, each with the time that only another one gives, those in front with the name that only the last gives."""
    parts = clauses(understanding)
    if len(parts) < 2:  # noqa: PLR2004
        return parts
    timed, named = _clauses_of(parts, understanding.times), _clauses_of(parts, understanding.mentions)
    times = _taken_from(understanding, understanding.times) if len(timed) == 1 else ()
    names = _taken_from(understanding, understanding.mentions) if named == {len(parts) - 1} else ()
    return [
        (*part, *(() if at in named else names), *(() if at in timed else times))
        for at, part in enumerate(parts)
    ]


def _clauses_of(parts: Sequence[Sequence[Token]], found: Sequence[Mention] | Sequence[Time]) -> set[int]:
    """Which of the clauses have any of what was found."""
    ends = list(accumulate(map(len, parts)))
    return {bisect_right(ends, one.start) for one in found}


def _taken_from(understanding: Understanding, found: Sequence[Mention] | Sequence[Time]) -> tuple[Token, ...]:
    places = [at for one in found for at in range(one.start, one.end)]
    return tuple(_set_apart(understanding.tokens, places))


def turning_all(
    understanding: Understanding, language: Language, told: AbstractSet[int]
) -> tuple[Token, ...]:
    """The words in front of all clauses that turn or narrow each of them, but for those `told` of the first alone."""
    restrictive = language.restrictive.everywhere(understanding.tokens)
    claims = (f for f in language.claims.cover(understanding.tokens) if f.meaning in _TURNING)
    places = {at for found in (*restrictive, *claims) for at in found.span}
    topical = {at for hit in understanding.hits for at in hit.positions}
    open_places = [
        at
        for at in sorted(places - topical - told)
        if at < _end_of_head(understanding) and understanding.roles[at] in (None, "harmless")
    ]
    return tuple(_set_apart(understanding.tokens, open_places))


def leaves_open_what_all_share(understanding: Understanding, left: Sequence[Word], *, first: bool) -> bool:
    """Whether words that the answer to a clause leaves unexplained may belong to the others too.

    Those in front of the ask of the `first` do, and those that narrow or turn what they stand with.
    """
    ask = _first_ask(understanding) if first else 0
    return any(word.restrictive or word.end <= ask for word in left)


def _asks(understanding: Understanding) -> list[int]:
    asked = understanding.where_asks("how_many")
    starts = [at for at in asked if at - 1 not in asked]
    return [at for at in starts if at == starts[0] or not _closes(understanding, starts, at)]


def _asks_for_all(understanding: Understanding) -> list[int]:
    """Where it is asked for whatever there is: a number, who, when, which; not whether something is so."""
    roles, others = understanding.roles, ("ask:whether", "ask:how_many")
    asked = [at for at, role in enumerate(roles) if (role or "").startswith("ask:") and role not in others]
    starts = [at for at in asked if not at or roles[at - 1] != roles[at] or understanding.tokens[at].pause]
    return sorted((*_asks(understanding), *starts))


def _first_ask(understanding: Understanding) -> int:
    return next(iter(_asks(understanding) or _asks_for_all(understanding)), 0)


def _closes(understanding: Understanding, starts: Sequence[int], at: int) -> bool:
    """Whether an ask only ends what the one before it began: "số người … và … là bao nhiêu" asks once."""
    topical = {position for hit in understanding.hits for position in hit.positions}
    tokens, roles = understanding.tokens, understanding.roles
    is_end = [
        tokens[start - 1].folded == "la"
        or (tokens[start].folded == "la" and all(role == "harmless" for role in roles[start + 2 :]))
        for start in starts
    ]
    place = starts.index(at)
    return is_end[place] and not is_end[place - 1] and starts[0] < min(topical, default=0)


def _is_joint(token: Token) -> bool:
    return token.pause or token.marked in ("và", "va", "còn", "với", "voi")


def _end_of_head(understanding: Understanding) -> int:
    """Where what stands in front of all clauses ends: at the ask, or where nothing follows that, at the pause before."""
    ask, end = _first_ask(understanding), len(clauses(understanding)[0])
    if any(understanding.roles[at] != understanding.roles[ask] for at in range(ask, end)):
        return ask
    return max((at for at in range(ask) if understanding.tokens[at].pause), default=0)


def _set_apart(tokens: Sequence[Token], positions: Sequence[int]) -> Iterator[Token]:
    """Tokens from elsewhere in the question, each run of them behind a pause."""
    for before, at in zip([None, *positions], positions, strict=False):
        yield replace(tokens[at], pause=tokens[at].pause or before is None or at != before + 1)
