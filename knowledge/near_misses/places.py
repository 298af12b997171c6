"""Places that a fact does not tell of: who came from there where others went there, and none where a name is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, permutations

from knowledge.near_misses.pairing import Pairing, has_any, has_word, may_list_people, telling
from knowledge.near_misses.rules import says, where
from knowledge.reading.evidence import View
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import language
from knowledge.text.tokens import Token, text_at
from knowledge.text.vietnamese import fold, marks_agree, normalize

_WHICH = "ask:which"
_AT, _WHERE, _WHAT, _NAME = ("ở", "tại"), "đâu", "gì", "tên"
_WHICH_ONE, _CALLED = "nào", 4
"""So many syllables has what people of a kind are called, at most."""
_EMPTY, _DENIED = frozenset(["co", "duoc"]), 4
"""Folded words that are of no weight behind a negation, and how far behind it stands what it denies."""


@where(says("of_there"))
def went_the_other_way(pairing: Pairing) -> bool:
    """Whether who came from somewhere, or is of there, is asked for, and the fact counts who went there: "người Nhật", "từ Nhật về", "đi Nhật Bản"."""
    view, tokens = pairing.view, pairing.question.tokens
    going, of_there = language().kindred["going"], telling("of_there")
    for facet, words in zip(view.fact.facets, view.facet_words, strict=True):
        if len(words) != 1 or not any(view.weak.has(f"{one} {normalize(facet)}") for one in going):
            continue
        called = [words_of(one) for one in (words[0].text, *words[0].synonyms)]
        for before, token in pairwise(tokens):
            if before.may_be(*of_there) and any(marks_agree(token.marked, one[0]) for one in called):
                return True
    return False


def denies_only_where(pairing: Pairing) -> bool:
    """Whether a fact denies something of the place only where it is so, and the question speaks of none of that: "ở nơi chưa có đường ống"."""
    told = pairing.told
    denied = [found.start for found in language().claims.cover(told) if found.meaning == "negations"]
    said = {pairing.question.tokens[at].folded for at in pairing.question.content} - _EMPTY
    return bool(denied) and all(
        _says_where(told, at) and said.isdisjoint(token.folded for token in told[at + 1 : at + _DENIED])
        for at in denied
    )


def _says_where(told: Sequence[Token], at: int) -> bool:
    """Whether "ở nơi" or the like stands right before a position."""
    before = [token.marked for token in told[max(0, at - 3) : at]]
    sizes = (size for size in (1, 2) if " ".join(before[-size:]) in telling("places"))
    return any(len(before) > size and before[-size - 1] in telling("at") for size in sizes)


def _kinds_asked(question: Understanding) -> list[str]:
    """The kinds of places that stand in "which", or right before it: "xã, phường nào"."""
    if _WHICH not in question.roles:
        return []
    found = language().place_types.cover(question.tokens)
    return [
        one.meaning
        for one in found
        if question.says(one.span, {one.meaning})
        and next(filter(None, question.roles[one.end - 1 : one.end + 1]), None) == _WHICH
    ]


@where(_kinds_asked)
def names_no_place(pairing: Pairing) -> bool:
    """Whether it is asked which commune or the like, and the fact neither speaks of any nor gives a name for one."""
    view = pairing.view
    kinds = pairing.question.once(_kinds_asked)
    if any(passage.has_any(kinds) for passage in (view.weak, view.strong)):
        return False
    asked = {name for mention in pairing.question.mentions for name in mention.names}
    told = {view.fact.subject, *view.names} - asked
    return not (
        _lists_unheard_names(view) or any(pairing.lexicon.names[name].kind == "place" for name in told)
    )


def _kinds_asked_but_no_person(question: Understanding) -> bool:
    if "who" in question.asks or not question.once(_kinds_asked):
        return False
    # "nêu tên bí thư xã nào" asks for a name
    return not any(question.tokens[at].may_be(_NAME) for at in question.where_asks("which"))


@where(_kinds_asked_but_no_person)
def names_a_person(pairing: Pairing) -> bool:
    """Whether it is asked which commune or the like, and the fact names persons of whom the question says nothing: "xã nào hiến đất nhiều nhất"."""
    question, items = pairing.question, pairing.view.items
    called = {syllable for item in pairing.fact.items for syllable in fold(normalize(item)).split()}
    return set(question.names).isdisjoint(filter(None, items)) and called.isdisjoint(
        token.folded for token in question.tokens
    )


def _bodies_asked(question: Understanding) -> list[str]:
    """The words for schools, firms and other bodies right before "which one", where no person is asked for: "trường nào"."""
    if "who" in question.asks:
        return []
    tokens = question.tokens
    ends = [at for at in question.where_asks("which") if tokens[at].may_be(_WHICH_ONE)]
    heads = map(words_of, (*telling("built"), *telling("firms"), *telling("bodies"))) if ends else ()
    return [
        " ".join(head)
        for head in heads
        for end in ends
        if end >= len(head)
        and all(map(marks_agree, head, (one.marked for one in tokens[end - len(head) : end])))
    ]


@where(_bodies_asked)
def names_no_body(pairing: Pairing) -> bool:
    """Whether it is asked which school or firm, and the fact names a person and tells of none: "trường nào điểm cao nhất"."""
    return not any(pairing.view.weak.has(head) for head in pairing.question.once(_bodies_asked))


def _asks_which_body(question: Understanding) -> bool:
    """Whether it is asked which body of whatever kind: "đơn vị nào"."""
    return has_any(question.tokens, (f"{one} {_WHICH_ONE}" for one in telling("any_body")))


@where(_asks_which_body)
def tells_of_no_body(pairing: Pairing) -> bool:
    """Whether it is asked which body did something, and the fact's sentence speaks of none: "đơn vị nào thi công", "thi công chậm vì mưa"."""
    told, known = pairing.told_but_names, {found.meaning for found in pairing.names}
    if not known <= set(pairing.question.names) or any(token.typed[:1].isupper() for token in told[1:]):
        return False
    bodies = (*telling("firms"), *telling("bodies"), *telling("any_body"), *language().leading_bodies)
    return not has_any(told, bodies)


def _asks_which_people(question: Understanding) -> bool:
    """Whether it is asked which people of some kind, and not of which place they are: "những cán bộ chủ chốt nào"."""
    data, tokens = language(), question.tokens
    for at in question.where_asks("which"):
        if not tokens[at].may_be(_WHICH_ONE):
            continue
        before = tokens[max(0, at - _CALLED) : at]
        people = [
            found
            for found in data.units.cover(before)
            if found.meaning.is_person
            and (len(found.span) > 1 or text_at(before, found.span) in data.unit_words)  # "khâu" is no "khẩu"
        ]
        places = (*data.place_types.everywhere(before), *data.ends_of_ways.everywhere(before))
        if people and not any(place.end == len(before) for place in places):
            behind = range(at - len(before) + people[-1].end, at)
            return all(question.roles[i] is None for i in behind) and not has_word(
                [tokens[i] for i in behind], "any_place"
            )
    return False


@where(_asks_which_people)
def lists_no_people(pairing: Pairing) -> bool:
    """Whether it is asked which people, and the fact gives nothing but places or things: "cán bộ chủ chốt nào" of "ở Phố Cò và Bách Quang"."""
    names, items = pairing.lexicon.names, pairing.view.items
    if pairing.fact.kind == "list" and not may_list_people(pairing.view):
        return True
    return bool(items) and all(name and names[name].kind == "place" for name in items)


def _kinds_put(question: Understanding) -> dict[int, str]:
    """The kinds of places that a question puts before names, by where those begin: "thị trấn X"."""
    return _kinds_before(question.tokens, (mention.start for mention in question.mentions))


def _kinds_before(tokens: Sequence[Token], names: Iterable[int]) -> dict[int, str]:
    """The kinds of places that stand before names, or as the first word of them, by where the names begin."""
    kinds: dict[int, str] = {}
    for found in language().place_types.everywhere(tokens):
        kinds |= {found.start: found.meaning, found.end: found.meaning}
    return {start: kinds[start] for start in names if start in kinds}


@where(_kinds_put)
def is_of_what_it_became(pairing: Pairing) -> bool:
    """Whether a place is named as the kind that it was, and the fact tells of what it has become: "thị trấn X", "xã X mới"."""
    question, told = pairing.question, pairing.told
    now = _kinds_before(told, (found.start for found in pairing.names))
    renewed = {
        name.meaning: now[name.start]
        for name in pairing.names
        if name.start in now
        and any(token.may_be(*telling("renewed")) for token in told[name.end : name.end + 1])
    }
    put = question.once(_kinds_put)
    return any(
        mention.start in put and put[mention.start] != renewed[name]
        for mention in question.mentions
        for name in renewed.keys() & set(mention.names)
    )


def _two_places(question: Understanding) -> bool:
    return len(question.mentions) > 1


@where(_two_places)
def is_done_by_the_wider(pairing: Pairing) -> bool:
    """Whether a place is named for itself beside one in it, and the fact tells of the one alone: "tỉnh Y điều động … về X", "… lên tỉnh Y"."""
    question, lexicon, named = pairing.question, pairing.lexicon, {one.meaning for one in pairing.names}
    places = [one for one in question.mentions if lexicon.names[one.names[0]].kind == "place"]
    ends = {way.end for way in question.ways}
    for one, other in permutations(places, 2):
        wider, narrower = one.names[0], other.names[0]
        if wider not in lexicon.above(narrower) or wider in named or wider == pairing.fact.subject:
            continue
        between = question.roles[min(one.end, other.end) : max(one.start, other.start)]
        apart = any(role is None or role.startswith("ask:") for role in between)
        if apart and (one.start in ends or (other.start in ends and one.start < other.start)):
            return True
    return False


@where(says("founding"))
def is_of_a_body_there(pairing: Pairing) -> bool:
    """Whether it is asked when a place was founded, and the fact is of a body in it of which the question says nothing."""
    names, question, body = pairing.lexicon.names, pairing.question, pairing.fact.subject
    if question.ask != "when" or names[body].kind != "organisation" or body in question.names:
        return False
    if not any(names[name].kind == "place" for name in question.names):
        return False
    tokens = read_known(names[body].name)
    kinds = {at for found in language().place_types.cover(tokens) for at in found.span}
    called = {token.folded for at, token in enumerate(tokens) if at not in kinds}
    named = question.named_at
    return called.isdisjoint(token.folded for at, token in enumerate(question.tokens) if at not in named)


def _lists_unheard_names(view: View) -> bool:
    """Whether a fact lists a name that the store does not know."""
    return any(
        name is None and item[:1].isupper() for item, name in zip(view.fact.items, view.items, strict=True)
    )


def _asks_where(question: Understanding) -> bool:
    return question.asks_where and "whether" not in question.asks


@where(_asks_where)
def names_only_what_was_said(pairing: Pairing) -> bool:
    """Whether it is asked where, and the fact lists no place but those that the question names: "từ X về đâu"."""
    listed = pairing.view.items
    return bool(listed) and all(name is not None and name in pairing.question.names for name in listed)


def _asks_whereto(question: Understanding) -> bool:
    if "whether" in question.asks:
        return False
    going = (*telling("onward"), *language().kindred["going"])
    return any(one.may_be(*going) and other.may_be(_WHERE) for one, other in pairwise(question.tokens))


@where(_asks_whereto)
def tells_no_way(pairing: Pairing) -> bool:
    """Whether it is asked where somebody went, and the fact tells of no place but those that the question names: "cử 33 cán bộ đi đâu"."""
    view = pairing.view
    told = {view.fact.subject, *view.names, *filter(None, view.items)}.difference(pairing.question.names)
    if any(pairing.lexicon.names[name].kind != "person" for name in told):
        return False
    named = {found.start for found in pairing.names}
    kinds = (  # "Quan" of a name is no "quận"
        found for found in language().place_types.cover(pairing.told)
        if pairing.told[found.start].marked == words_of(found.meaning)[0]
    )  # fmt: skip
    tells_of_places = any(one.end not in named for one in kinds) or view.weak.has_any(telling("places"))
    return not (tells_of_places or _lists_unheard_names(view))


def _asks_what_there_is(question: Understanding) -> bool:
    asked = [question.tokens[at] for at in question.where_asks("which")]
    return bool(asked) and asked[0].may_be(*telling("made_up_of")) and asked[-1].may_be(_WHAT)


@where(_asks_what_there_is)
def names_but_a_place(pairing: Pairing) -> bool:
    """Whether it is asked what things there are ("gồm những gì"), and the fact does no more than name the one place where it is."""
    return len(pairing.fact.items) == 1 and any(pairing.view.items)


def _asks_at_which_place(question: Understanding) -> bool:
    return question.asks_where and any(
        one.may_be(*_AT) and other.may_be(_WHERE) for one, other in pairwise(question.tokens)
    )


@where(_asks_at_which_place)
def lists_no_places(pairing: Pairing) -> bool:
    """Whether it is asked where something is, and the fact lists what are no places: causes, kinds, things."""
    fact = pairing.fact
    if not fact.items or any(pairing.view.items):
        return False
    first = words_of(fact.items[0])
    kinds = {
        normalize(one).split(" ")[0]
        for one in (*language().place_levels, *telling("trodden"), *telling("places"))
    }
    if first[0] in (*kinds, *telling("placed")) or fact.items[0][:1].isupper():
        return False
    told = [token.marked for token in pairing.told]
    starts = [at for at in range(len(told)) if tuple(told[at : at + len(first)]) == tuple(first)]
    return bool(starts) and not any(
        word in telling("lying") for word in told[max(0, starts[0] - 2) : starts[0]]
    )
