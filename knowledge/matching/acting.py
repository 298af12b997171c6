"""Who is put forward as having done something to somebody, and who is told to have done it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from knowledge.near_misses.pairing import telling
from knowledge.reading.evidence import View
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known
from knowledge.text.language import language
from knowledge.text.phrases import Found
from knowledge.text.runs import past
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import marks_agree

_BODY = 4
"""So many syllables may stand between "được" and the name of who does it: "được | Đảng ủy xã | X điều động"."""
_JOINING = frozenset(["và", "với", "cùng", "hay", "hoặc", "lẫn", "cả"])


def is_done_by_another(understanding: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether somebody is put forward as who did it ("được X điều động"), and the fact tells so of another, or of nobody."""
    asked = [
        (mention, understanding.tokens[mention.end])
        for mention in understanding.mentions
        if _is_agent(understanding.tokens, mention.span)
    ]
    if not asked:
        return False
    told = read_known(view.fact.statement)
    names = lexicon.name_index.cover(told)
    for mention, verb in asked:
        doers = {found.meaning for found in _doers(told, names, verb)}
        if doers.isdisjoint(mention.names) and (doers or view.fact.subject not in mention.names):
            return True
    return False


def may_be_of_others_too(
    understanding: Understanding, view: View, claimed: Sequence[Mention], listed: AbstractSet[str]
) -> bool:
    """Whether a name that a fact does not list is not denied by it: it plays another part than who is listed, or others may be so too."""
    some = any(not listed.isdisjoint(mention.names) for mention in claimed)
    if some and _are_apart(claimed, understanding):
        return True
    return view.fact.kind == "person" and _is_one_of_those_moved(view)


def _are_apart(claimed: Sequence[Mention], understanding: Understanding) -> bool:
    """Whether names do not stand in one row, so that each has a part of its own: "X luân chuyển Y"."""
    kinds = {at for found in language().place_types.everywhere(understanding.tokens) for at in found.span}
    between = (
        (at, understanding.tokens[at])
        for one, other in pairwise(claimed)
        for at in range(one.end, other.start)
    )
    return any(not (token.marked in _JOINING or token.pause or at in kinds) for at, token in between)


def _is_one_of_those_moved(view: View) -> bool:
    """Whether a fact names who was moved, or says of those it names that there may be others."""
    told, note = read_known(view.fact.statement), (view.fact.note or "").lower()
    moved = any(
        one.may_be(*telling("passive")) and language().moving.longest(told, at)
        for at, one in enumerate(told[:-1], start=1)
    )
    return moved or any(words in note for words in telling("some_only"))


def _is_agent(tokens: Sequence[Token], name: range) -> bool:
    """Whether a name stands between "được" and a verb of moving: who does it."""
    if name.stop >= len(tokens) or tokens[name.stop].pause:
        return False
    if not language().moving.longest(tokens, name.stop):
        return False
    for at in range(name.start - 1, max(-1, name.start - 2 - _BODY), -1):
        if tokens[at].may_be(*telling("passive"), *telling("by")):
            return True
        if tokens[at + 1].pause:
            return False
    return False


def _doers(told: Sequence[Token], names: Sequence[Found[str]], verb: Token) -> Iterator[Found[str]]:
    """The names that stand right before a verb in a sentence."""
    for found in names:
        at = past(told, found.end, telling("before_verbs"))
        if at < len(told) and not told[at].pause and marks_agree(verb.marked, told[at].marked):
            yield found
