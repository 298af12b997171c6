"""A yes that would say more than a fact does: of a whole place what is told of some in it, or of two things listed as if they were one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from knowledge.models import NUMERIC_KINDS
from knowledge.near_misses.pairing import has_any, has_apart, telling
from knowledge.reading.evidence import View
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import language
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import marks_agree

_THERE_IS = "có"
_IN_ONE_BREATH = 2
"""So many syllables at least are put forward in one breath."""


def says_too_much(understanding: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether a yes to a question would agree to more than is told."""
    return (
        _mixes_items(understanding, view)
        or _is_of_some_places_within(understanding, view, lexicon)
        or _counts_what_is_around(understanding, view, lexicon)
        or _is_not_over(understanding, view)
        or _was_so_once(understanding, view, lexicon)
        or _is_of_those_in_one_state(understanding, view)
    )


def _mixes_items(understanding: Understanding, view: View) -> bool:
    """Whether words of several things that are listed are put forward as one: "cầu Bến Ngọc" of "cầu Bến Đò, cầu Ngọc"."""
    items = [read_known(item) for item in view.fact.items]
    if len(items) < 2:  # noqa: PLR2004  nothing to mix
        return False
    rest = read_known(view.said_of_items)
    return any(
        len(run) >= _IN_ONE_BREATH and not any(_holds(item, run) for item in items)
        for run in _runs_of_items(understanding, items, rest)
    )


def _runs_of_items(
    understanding: Understanding, items: Sequence[Sequence[Token]], rest: Sequence[Token]
) -> Iterator[list[Token]]:
    """What a question puts forward in one breath in words that only the items have."""
    told, listed = {token.folded for token in rest}, {token.folded for item in items for token in item}

    def is_listed(at: int) -> bool:
        token = understanding.tokens[at]
        return token.folded in listed and token.folded not in told

    def belongs(at: int) -> tuple[bool, int]:
        return is_listed(at), sum(token.pause for token in understanding.tokens[: at + 1])

    for (listed_here, _), run in groupby(range(len(understanding.tokens)), belongs):
        if listed_here:
            yield [understanding.tokens[at] for at in run]


def _holds(whole: Sequence[Token], run: Sequence[Token]) -> bool:
    """Whether a text has all words of another, in whatever order: an item those that are put forward in one breath."""
    return all(any(marks_agree(token.marked, one.marked) for one in whole) for token in run)


def _is_of_some_places_within(understanding: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether a place is put forward as such, and the fact is of some in it: "X bị chia cắt", "hai xã của X bị chia cắt"."""
    fact, names = view.fact, lexicon.names
    if understanding.claims or fact.subject not in understanding.names:
        return False
    if fact.of is not None and fact.number == fact.of:
        return False
    if set(understanding.names).intersection(filter(None, view.items)) or _asks_if_there_is(understanding):
        return False
    counted = read_known(fact.unit or "") if fact.kind in NUMERIC_KINDS else ()
    kinds: set[str | None] = {found.meaning for found in language().place_types.cover(counted)}
    kinds |= {names[name].type for name in view.items if name and names[name].kind == "place"}
    named = understanding.named_at
    said = {found.meaning for found in understanding.kinds_of_places if named.isdisjoint(found.span)}
    return bool(kinds) and kinds.isdisjoint(said) and not has_any(understanding.tokens, telling("any_place"))


def _asks_if_there_is(understanding: Understanding) -> bool:
    """Whether it is asked if a place has something, which it has where some in it do; not whether it has none, or the most."""
    tokens = understanding.tokens
    most = has_any(tokens, (*telling("firsts"), *telling("leading_in")))
    return any(token.may_be(_THERE_IS) for token in tokens) and not (understanding.denies or most)


def _counts_what_is_around(understanding: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether a figure is put forward of a place that is only told of with it: "Y có 2 xã" of the two of X, of which one is Y."""
    fact = view.fact
    if fact.number is None or not understanding.claims or len(understanding.names) != 1:
        return False
    name = understanding.names[0]
    if lexicon.names[name].kind != "place" or name == fact.subject or name in view.around:
        return False
    return fact.number != 1 and name in view.names  # the one that is counted is the one that is named


def _is_not_over(understanding: Understanding, view: View) -> bool:
    """Whether it is asked if there is none left, and the fact tells of some that are: "hết X chưa", "còn 19 X"."""
    timed = {at for time in understanding.times for at in range(max(0, time.start - 1), time.end)}
    said = [
        token
        for at, token in enumerate(understanding.tokens)
        if at not in timed and understanding.roles[at] != "ask:how_many"
    ]
    return has_apart(said, telling("over")) and not has_any(read_known(view.fact.statement), telling("over"))


def _is_of_those_in_one_state(understanding: Understanding, view: View) -> bool:
    """Whether it is asked of all if it is done, and the fact counts those of which it is, or is not yet: "đã thông xe chưa", "19 điểm đã thông xe"."""
    fact, tokens = view.fact, understanding.tokens
    if fact.kind != "count" or understanding.claims:
        return False
    if any(_holds(tokens, read_known(item)) for item in fact.items):
        return False
    unit = words_of(fact.unit or "")[:1]
    if any(one.may_be(*telling("there_is")) and other.may_be(*unit) for one, other in pairwise(tokens)):
        return False  # "có điểm nào … chưa" is asked of some
    return any(has_any(read_known(facet), telling("states_of_some")) for facet in fact.facets)


def _was_so_once(understanding: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether somebody is put forward as what they were once: "X là phó chủ tịch" of one who was it before they were sent away."""
    if not view.past or lexicon.names[view.fact.subject].kind != "person":
        return False
    tokens = understanding.tokens
    spoken = understanding.ways or language().moving.found_in(tokens)
    return not (spoken or has_apart(tokens, telling("of_former_posts")))
