"""Figures of others than are asked for: of those who serve, of children, of what came on top, of each and of most."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from knowledge.near_misses.pairing import (
    Pairing,
    are_the_same,
    asked_but_names,
    has_any,
    has_word,
    stands_in,
    telling,
    tells,
)
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.counting import PERSONS
from knowledge.text.language import language
from knowledge.text.tokens import Token
from knowledge.text.units import units_of
from knowledge.text.vietnamese import fold, marks_agree

_THERE_ARE = "có"
_VERB = (1, 2, 3, 4)
"""The syllables of a verb."""
_THERE_ARE_MORE = ("có", "thêm")
_AND = "và"
_FOR, _DOING_REACH = "để", 5
"""So far behind "làm" it may be asked what is done: "làm được những gì"."""
_DOERS = frozenset(
    [
        PERSONS,
        "ho",
        "to_chuc",
        "to_chuc_dang",
        "don_vi_hanh_chinh",
        "thon_to",
        "co_so",
        "doanh_nghiep",
        "luot",
        "luot_nguoi",
    ]
)
"""The classes of those who do something."""
_NEAR = 5
"""So far before what it is done to a verb stands, with others of the same."""
_CALLED = 2
"""So many syllables has what a kind of thing is called, at most."""
_QUOTING = ('"', "“", "«")
_GOT, _ALSO_GOT = "nhận", "được"


def counts_where_it_is_done(pairing: Pairing) -> bool:
    """Whether it is asked how much somebody did, and the fact counts who does it or where: "thu bao nhiêu", "36 điểm thu"."""
    question = pairing.question
    if question.counted_units:
        return _counts_who_does_it(pairing)
    asked = next(iter(question.where_asks("how_many")), 0)
    done = question.tokens[asked - 1].marked if asked else ""
    head, _, act = (pairing.fact.unit or "").rpartition(" ")
    return bool(head) and marks_agree(done, act) and head in language().kindred["doers_and_sites"]


def _counts_who_does_it(pairing: Pairing) -> bool:
    """Whether it is asked to how many a named body does something, and those are counted who do it for a body: "X thu (của) bao nhiêu người", "118 nhân viên thu"."""
    question, told = pairing.question, pairing.told
    at = next(iter(question.where_asks("how_many")), 0) - 1
    at -= at > 0 and question.tokens[at].may_be(*telling("whose_or_where"))
    if at < 1 or not any(mention.end == at for mention in question.mentions):
        return False
    unit = words_of(pairing.fact.unit or "")
    verb = pairing.figure + 1 + len(unit)
    called = f"{' '.join(unit)} "
    if verb >= len(told) or not any(called.startswith(f"{one} ") for one in telling("workers")):
        return False
    return marks_agree(question.tokens[at].marked, told[verb].marked)


def tells_no_doing(pairing: Pairing) -> bool:
    """Whether it is asked what somebody does, or how to do it, and the fact gives a figure: "làm gì để giảm tai nạn"."""
    question = pairing.question
    if question.asks_amount:
        return False
    if has_word(question.tokens, "means") and has_any(question.tokens, telling("means_asked")):
        return True
    if not has_word(question.tokens, "doing"):
        return False
    doing, of_which, what = telling("doing"), telling("of_what_is_done"), telling("what_or_how")
    for at, token in enumerate(question.tokens):
        if (
            at
            and token.may_be(*doing)
            and question.tokens[at - 1].may_be(_FOR)
            and pairing.view.weak.has(_FOR)
        ):
            return False  # "để làm gì" is told by what something is for
        if token.may_be(*doing):
            behind = [
                one.folded for one in question.tokens[at + 1 : at + _DOING_REACH] if not one.may_be(*of_which)
            ]
            if any(" ".join(behind[:size]) in map(fold, what) for size in (1, 2)):
                return True
    return False


def counts_who_serves(pairing: Pairing) -> bool:
    """Whether the people are counted, and the fact counts soldiers, police or officials, if only in its sentence."""
    units = pairing.question.counted_units
    if not units:
        return False
    kindred = language().kindred
    civil, serving = (list(map(words_of, kindred[kind])) for kind in ("civil", "serving"))
    if not any(
        all(map(marks_agree, unit, words)) for unit in units for words in civil if len(words) == len(unit)
    ):
        return False
    counted = [token.marked for token in pairing.told[pairing.figure + 1 :]]
    unit = words_of(pairing.fact.unit or "")
    return any(one == tuple(text[: len(one)]) for one in serving for text in (counted, unit))


def is_of_all_who_gave(pairing: Pairing) -> bool:
    """Whether it is asked what the people gave, and the fact names no people: "vốn dân góp" is not all of it."""
    question = pairing.question
    if "contributing" not in question.kinds_said:
        return False
    return question.once(_asks_what_people_gave) and not _speaks_of_people(pairing)


def _asks_what_people_gave(question: Understanding) -> bool:
    kindred = language().kindred
    given = (f"{who} {gave}" for who in kindred["civil"] for gave in kindred["contributing"])
    return has_any(question.once(asked_but_names), given)


def is_got_by_others(pairing: Pairing) -> bool:
    """Whether it is asked what the people got, and the fact speaks of no people."""
    return pairing.question.once(_asks_what_people_got) and not _speaks_of_people(pairing)


def _asks_what_people_got(question: Understanding) -> bool:
    if not any(token.may_be(_GOT) for token in question.tokens):
        return False
    asked, civil = question.once(asked_but_names), language().kindred["civil"]
    takes = (at for at in range(1, len(asked) - 1) if asked[at].may_be(_GOT) and _asks_behind(asked, at))
    return any(
        " ".join(token.marked for token in asked[max(0, at - size) : at]) in civil
        for at in takes
        for size in (1, 2)
    )


def _asks_behind(tokens: Sequence[Token], at: int) -> bool:
    behind = at + 1 + tokens[at + 1].may_be(_ALSO_GOT)
    return behind < len(tokens) and any(marks_agree(tokens[behind].marked, word) for word in ("bao", "mấy"))


def _speaks_of_people(pairing: Pairing) -> bool:
    civil = language().kindred["civil"]
    return any(passage.has_any(civil) for passage in (pairing.view.weak, pairing.view.strong))


def is_of_another_age(pairing: Pairing) -> bool:
    """Whether grown-ups are asked for, and the fact is of children, or the other way round."""
    ages = "grown", "young"
    asked = [age in pairing.question.kinds_said for age in ages]
    if sum(asked) != 1:
        return False
    told = [pairing.view.facets.has_any(language().kindred[age]) for age in ages]
    return asked != told and sum(told) == 1


def came_on_top(pairing: Pairing) -> bool:
    """Whether it is asked how many there are, and the fact tells how many more there came to be: "có thêm 412 hộ được đóng điện"."""
    told, figure, tokens = pairing.told, pairing.figure, pairing.question.tokens
    before = tuple(token.marked for token in told[max(0, figure - 2) : figure])
    if before != _THERE_ARE_MORE or has_word(tokens, "more"):
        return False
    passive = telling("passive")
    behind = [token for token in told[figure + 1 :] if token.is_word and not token.may_be(*passive)]
    return not all(stands_in(tokens, (token.marked,)) for token in behind)


def was_only_mended(pairing: Pairing) -> bool:
    """Whether it is asked how many there are, and the fact tells how many were mended, or made anew: "có bao nhiêu km đường", "cứng hóa 46 km"."""
    tokens, asked = pairing.question.tokens, next(iter(pairing.question.where_asks("how_many")), None)
    if asked is None or not any(token.may_be(_THERE_ARE) for token in tokens[max(0, asked - 1) : asked + 1]):
        return False
    mending = telling("mending")
    if has_any(tokens, mending):
        return False
    before = _but_adverbs(pairing.told[: pairing.figure])
    done = [before[-size:] for size in _VERB if " ".join(before[-size:]) in mending]
    return any(not any(tells(tokens, word) for word in verb) for verb in done)


def _but_adverbs(told: Sequence[Token]) -> list[str]:
    """The words of a text, without those at its end that say how or of how many."""
    adverbs, words = telling("adverbs"), [token.marked for token in told]
    while words and words[-1] in adverbs:
        words.pop()
    return words


def is_of_each(pairing: Pairing) -> bool:
    """Whether a sum of all is asked for, and the fact tells what each got."""
    question = pairing.question
    if "in_all" not in question.kinds_said:
        return False
    in_all, each = language().kindred["in_all"], telling("each")
    if not any(question.may_be(at, in_all) for at in range(len(question.tokens))):
        return False
    return pairing.view.weak.has_any(each) and not has_any(question.tokens, each)


def is_no_size(pairing: Pairing) -> bool:
    """Whether it is asked how wide or long something is, and the fact counts things: "rộng bao nhiêu", "3 nhà"."""
    question = pairing.question
    asked = next(iter(question.where_asks("how_many")), 0)
    if question.counted_units or not asked or not question.tokens[asked - 1].may_be(*telling("sizes")):
        return False
    kinds = {unit.kind for unit in units_of(words_of(pairing.fact.unit or ""))}
    return bool(kinds) and kinds.isdisjoint(telling("size_units"))


def is_mostly_of_it(pairing: Pairing) -> bool:
    """Whether a word of the question stands in the sentence only behind "chủ yếu": of 57 files overdue, mostly of land, no 57 are of land."""
    view, mostly = pairing.view, telling("mostly")
    if not view.weak.has_any(mostly):
        return False
    text = [token.marked for token in pairing.told]
    start = next((at for at in range(len(text)) if " ".join(text[at : at + 2]) in mostly), len(text))
    only = set(text[start + 2 :]).difference(text[:start])
    said = (pairing.question.tokens[at].marked for at in pairing.question.content)
    return any(one in only and not view.told.has(one) for one in said)


def tells_only_some(pairing: Pairing) -> bool:
    """Whether it is asked which of a kind something is told of, and the fact names none, but says "một số X", "các X".

    One that is called by its name in quotation marks is named: "có mô hình “Hũ gạo tình thương”".
    """
    question = pairing.question
    asked = question.where_asks("which")
    if question.ask != "which" or not asked or pairing.fact.items:
        return False
    sought = question.tokens[max(0, asked[0] - _CALLED) : asked[0]]
    spoken = pairing.fact.statement.lower()
    return any(
        has_any(pairing.told, (f"{some} {called}",))
        for called in {" ".join(token.marked for token in sought[at:]) for at in range(len(sought))}
        if not any(f"{called} {mark}" in spoken for mark in _QUOTING)
        for some in telling("some")
    )


def counts_who_did_it(pairing: Pairing) -> bool:
    """Whether it is asked how many things something was done to, and those are counted who did it: "kê khai bao nhiêu tài sản", "62 cán bộ kê khai tài sản"."""
    question, told = pairing.question, pairing.told
    asked = question.where_asks("how_many")
    if not asked or question.counted_units or not asked[0] or question.roles[asked[0] - 1] is not None:
        return False
    counted = {unit.kind for unit in units_of(words_of(pairing.fact.unit or ""))}
    if counted.isdisjoint(_DOERS):
        return False
    done, thing = question.tokens[asked[0] - 1], []
    for at in range(asked[-1] + 1, min(asked[-1] + 1 + _CALLED, len(question.tokens))):
        if question.roles[at] is not None or question.tokens[at].pause:
            break
        thing.append(question.tokens[at])
    near = _NEAR if len(thing) == _CALLED else 1  # a single syllable may be of many words
    if not thing:
        return False
    clauses = (
        told[max(0, at - near) : at]
        for at in range(len(told))
        if are_the_same(thing, told[at : at + len(thing)])
    )
    return any(
        any(marks_agree(done.marked, one.marked) for one in clause)
        and all(one.number is None for one in clause)
        for clause in clauses
    )


def counts_two_together(pairing: Pairing) -> bool:
    """Whether of two that a figure counts together only the second is asked for: "thân nhân" of "người có công và thân nhân"."""
    question = pairing.question
    if not (question.asks_amount or question.claims) or pairing.fact.kind != "count":
        return False
    behind = list(takewhile(lambda token: not token.pause, pairing.told[pairing.figure + 1 :]))
    at = next((at for at, token in enumerate(behind) if token.marked == _AND), 0)
    first, second = behind[:at], behind[at + 1 : at + 1 + _CALLED]
    if not first or len(second) < _CALLED or any(token.number is not None for token in second):
        return False
    tokens = question.tokens
    places = [i for i in range(len(tokens)) if are_the_same(second, tokens[i : i + _CALLED])]
    before = telling("whose_or_where")
    return any(
        i
        and (
            question.roles[i - 1] == "ask:how_many"
            or tokens[i - 1].may_be(*before)
            or tokens[i - 1].number is not None
        )
        for i in places
    )
