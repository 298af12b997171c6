"""Figures of others than are asked for: of those who serve, of children, of what came on top, of each and of most."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from knowledge.near_misses.pairing import Pairing, asked_but_names, has_any, has_word, telling, tells
from knowledge.near_misses.rules import Rule, counts_or_claims, has_asks_for, where
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.counting import PERSONS
from knowledge.text.language import language
from knowledge.text.runs import are_the_same, stands_in
from knowledge.text.tokens import Token
from knowledge.text.units import units_of
from knowledge.text.vietnamese import fold, marks_agree

_THERE_ARE = "có"
_AGES = ("grown", "young")
_LESSENED = 4
"""So many words before a figure it is said that something is lessened."""
_VERB = (1, 2, 3, 4)
"""The syllables of a verb."""
_THERE_ARE_MORE = ("có", "thêm")
_AND = "và"
_TAKING_IN = ("tiếp", "đón")
"""What may stand before "nhận" and be one word with it."""
_DOING_REACH, _HOW_MUCH = 5, ("bao", "may", "nhieu")
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


@where(has_asks_for("how_many"))
def counts_where_it_is_done(pairing: Pairing) -> bool:
    """Whether it is asked how much somebody did, and the fact counts who does it or where: "thu bao nhiêu", "36 điểm thu"."""
    question = pairing.question
    if question.counted_units:
        return _counts_who_does_it(pairing)
    asked = question.where_asks("how_many")[0]
    done = question.tokens[asked - 1].marked if asked else ""
    head, _, act = (pairing.fact.unit or "").rpartition(" ")
    return bool(head) and marks_agree(done, act) and head in language().kindred["doers_and_sites"]


def _counts_who_does_it(pairing: Pairing) -> bool:
    """Whether it is asked to how many a named body does something, and those are counted who do it for a body: "X thu (của) bao nhiêu người", "118 nhân viên thu"."""
    question, told = pairing.question, pairing.told
    at = question.where_asks("how_many")[0] - 1
    at -= at > 0 and question.tokens[at].may_be(*telling("whose_or_where"))
    if at < 1 or not any(mention.end == at for mention in question.mentions):
        return False
    unit = words_of(pairing.fact.unit or "")
    verb = pairing.figure + 1 + len(unit)
    called = f"{' '.join(unit)} "
    if verb >= len(told) or not any(called.startswith(f"{one} ") for one in telling("workers")):
        return False
    return marks_agree(question.tokens[at].marked, told[verb].marked)


def _asks_how_to_do(question: Understanding) -> bool:
    """Whether a word of doing or of means stands in a question that asks for no amount, or it asks what for something is."""
    if question.asks_means and not any(
        question.tokens[at].folded in _HOW_MUCH for at in question.where_asks("how_many")
    ):
        return True  # "làm gì để tăng lượng khách"
    return not question.asks_amount and (
        has_word(question.tokens, "means") or has_word(question.tokens, "doing") or question.asks_purpose
    )


@where(_asks_how_to_do)
def tells_no_doing(pairing: Pairing) -> bool:
    """Whether it is asked what somebody does, or how to do it, and the fact gives a figure: "làm gì để giảm tai nạn"."""
    question = pairing.question
    if question.asks_purpose:  # "để làm gì" is told by what something is for
        return not pairing.view.weak.has_any(telling("serving_to"))
    if has_word(question.tokens, "means") and "means_asked" in question.tellings_said:
        return True
    doing, of_which, what = telling("doing"), telling("of_what_is_done"), telling("what_or_how")
    for at, token in enumerate(question.tokens):
        if token.may_be(*doing):
            behind = [
                one.folded for one in question.tokens[at + 1 : at + _DOING_REACH] if not one.may_be(*of_which)
            ]
            if any(" ".join(behind[:size]) in map(fold, what) for size in (1, 2)):
                return True
    return False


def _counts_people(question: Understanding) -> bool:
    """Whether it is asked how many people there are, and not how many of some."""
    civil = [words_of(one) for one in language().kindred["civil"]] if question.counted_units else []
    return any(
        len(words) == len(unit) and all(map(marks_agree, unit, words))
        for unit in question.counted_units
        for words in civil
    )


@where(_counts_people)
def counts_who_serves(pairing: Pairing) -> bool:
    """Whether the people are counted, and the fact counts soldiers, police or officials, if only in its sentence."""
    serving = list(map(words_of, language().kindred["serving"]))
    counted = [token.marked for token in pairing.told[pairing.figure + 1 :]]
    unit = words_of(pairing.fact.unit or "")
    return any(one == tuple(text[: len(one)]) for one in serving for text in (counted, unit))


def _asks_what_people_gave(question: Understanding) -> bool:
    kindred = language().kindred
    if "contributing" not in question.kinds_said:
        return False
    given = (f"{who} {gave}" for who in kindred["civil"] for gave in kindred["contributing"])
    return has_any(question.once(asked_but_names), given)


@where(_asks_what_people_gave)
def is_of_all_who_gave(pairing: Pairing) -> bool:
    """Whether it is asked what the people gave, and the fact names no people: "vốn dân góp" is not all of it."""
    return not _speaks_of_people(pairing)


def _asks_behind(tokens: Sequence[Token], at: int) -> bool:
    behind = at + 1 + tokens[at + 1].may_be(_ALSO_GOT)
    return behind < len(tokens) and any(marks_agree(tokens[behind].marked, word) for word in ("bao", "mấy"))


def _asks_what_people_got(question: Understanding) -> bool:
    if not any(token.may_be(_GOT) for token in question.tokens):
        return False
    asked, civil = question.once(asked_but_names), language().kindred["civil"]
    takes = (at for at in range(1, len(asked) - 1) if asked[at].may_be(_GOT) and _asks_behind(asked, at))
    return any(
        " ".join(token.marked for token in asked[max(0, at - size) : at]) in civil
        for at in (one - asked[one - 1].may_be(*_TAKING_IN) for one in takes)
        for size in (1, 2)
    )


@where(_asks_what_people_got)
def is_got_by_others(pairing: Pairing) -> bool:
    """Whether it is asked what the people got, and the fact speaks of no people."""
    return not _speaks_of_people(pairing)


def _speaks_of_people(pairing: Pairing) -> bool:
    civil = language().kindred["civil"]
    return any(passage.has_any(civil) for passage in (pairing.view.weak, pairing.view.strong))


def _age_asked(question: Understanding) -> list[str]:
    """The one age of which a question speaks; nothing where it speaks of both."""
    asked = [age for age in _AGES if age in question.kinds_said]
    return asked if len(asked) == 1 else []


@where(_age_asked)
def is_of_another_age(pairing: Pairing) -> bool:
    """Whether grown-ups are asked for, and the fact is of children, or the other way round."""
    told = [age for age in _AGES if pairing.view.facets.has_any(language().kindred[age])]
    return len(told) == 1 and told != pairing.question.once(_age_asked)


def _speaks_of_no_more(question: Understanding) -> bool:
    return not has_word(question.tokens, "more")


@where(_speaks_of_no_more)
def came_on_top(pairing: Pairing) -> bool:
    """Whether it is asked how many there are, and the fact tells how many more there came to be: "có thêm 412 hộ được đóng điện"."""
    told, figure, tokens = pairing.told, pairing.figure, pairing.question.tokens
    before = tuple(token.marked for token in told[max(0, figure - 2) : figure])
    if before != _THERE_ARE_MORE:
        return False
    passive = telling("passive")
    behind = [token for token in told[figure + 1 :] if token.is_word and not token.may_be(*passive)]
    return not all(stands_in(tokens, (token.marked,)) for token in behind)


def _asks_what_there_is(question: Understanding) -> bool:
    """Whether it is asked how many there are, and of nothing mended."""
    asked = question.where_asks("how_many")[:1]
    there_are = any(
        token.may_be(_THERE_ARE) for at in asked for token in question.tokens[max(0, at - 1) : at + 1]
    )
    return there_are and "mending" not in question.tellings_said


@where(_asks_what_there_is)
def was_only_mended(pairing: Pairing) -> bool:
    """Whether it is asked how many there are, and the fact tells how many were mended, or made anew: "có bao nhiêu km đường", "cứng hóa 46 km"."""
    tokens, mending = pairing.question.tokens, telling("mending")
    before = _but_adverbs(pairing.told[: pairing.figure])
    done = [before[-size:] for size in _VERB if " ".join(before[-size:]) in mending]
    return any(not any(tells(tokens, word) for word in verb) for verb in done)


def _but_adverbs(told: Sequence[Token]) -> list[str]:
    """The words of a text, without those at its end that say how or of how many."""
    adverbs, words = telling("adverbs"), [token.marked for token in told]
    while words and words[-1] in adverbs:
        words.pop()
    return words


def _lessened_to(tokens: Sequence[Token], figure: int) -> bool | None:
    """Whether something is lessened to a figure ("giảm còn 62") or by it ("giảm 126"); None where it is not lessened."""
    near = tokens[max(0, figure - _LESSENED) : figure]
    lessened = next((at for at, token in enumerate(near) if token.may_be(*telling("lessening"))), None)
    if lessened is None or any(token.pause for token in near[lessened + 1 :]):
        return None
    return any(token.may_be(*telling("down_to")) for token in near[lessened + 1 :])


def _figures_lessened(question: Understanding) -> set[bool]:
    """Whether it is asked or put forward to what or by how much something is lessened."""
    places = (*question.where_asks("how_many")[:1], *(claim.position for claim in question.claims))
    found = (_lessened_to(question.tokens, at) for at in places)
    return {one for one in found if one is not None}


@where(_figures_lessened)
def is_what_it_is_lessened_by(pairing: Pairing) -> bool:
    """Whether it is asked to what something is lessened, and the fact tells by how much; or the other way round."""
    told = _lessened_to(pairing.told, pairing.figure)
    return told is not None and pairing.question.once(_figures_lessened) == {not told}


def _asks_for_all(question: Understanding) -> bool:
    """Whether a question speaks of all together, and not of each."""
    if "in_all" not in question.kinds_said:
        return False
    in_all = language().kindred["in_all"]
    together = any(question.may_be(at, in_all) for at in range(len(question.tokens)))
    return together and "each" not in question.tellings_said


@where(_asks_for_all)
def is_of_each(pairing: Pairing) -> bool:
    """Whether a sum of all is asked for, and the fact tells what each got."""
    return pairing.view.weak.has_any(telling("each"))


@Rule
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


def _kinds_sought(question: Understanding) -> set[str]:
    """What stands before "which", in one word or two."""
    asked = question.where_asks("which") if question.ask == "which" else []
    sought = question.tokens[max(0, asked[0] - _CALLED) : asked[0]] if asked else ()
    return {" ".join(token.marked for token in sought[at:]) for at in range(len(sought))}


@where(_kinds_sought)
def tells_only_some(pairing: Pairing) -> bool:
    """Whether it is asked which of a kind something is told of, and the fact names none, but says "một số X", "các X".

    One that is called by its name in quotation marks is named: "có mô hình “Hũ gạo tình thương”".
    """
    if pairing.fact.items:
        return False
    spoken = pairing.fact.statement.lower()
    return any(
        has_any(pairing.told, (f"{some} {called}",))
        for called in pairing.question.once(_kinds_sought)
        if not any(f"{called} {mark}" in spoken for mark in _QUOTING)
        for some in telling("some")
    )


def _done_to_what(question: Understanding) -> list[tuple[Token, Sequence[Token]]]:
    """The verb of which it is asked how many things it was done to, and what those are: "kê khai | tài sản"."""
    asked = question.where_asks("how_many")
    if not asked or question.counted_units or not asked[0] or question.roles[asked[0] - 1] is not None:
        return []
    behind = range(asked[-1] + 1, min(asked[-1] + 1 + _CALLED, len(question.tokens)))
    thing = takewhile(lambda at: question.roles[at] is None and not question.tokens[at].pause, behind)
    found = [question.tokens[at] for at in thing]
    return [(question.tokens[asked[0] - 1], found)] if found else []


@where(_done_to_what)
def counts_who_did_it(pairing: Pairing) -> bool:
    """Whether it is asked how many things something was done to, and those are counted who did it: "kê khai bao nhiêu tài sản", "62 cán bộ kê khai tài sản"."""
    told = pairing.told
    [(done, thing)] = pairing.question.once(_done_to_what)
    counted = {unit.kind for unit in units_of(words_of(pairing.fact.unit or ""))}
    if counted.isdisjoint(_DOERS):
        return False
    near = _NEAR if len(thing) == _CALLED else 1  # a single syllable may be of many words
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


@where(counts_or_claims)
def counts_two_together(pairing: Pairing) -> bool:
    """Whether of two that a figure counts together only the second is asked for: "thân nhân" of "người có công và thân nhân"."""
    question = pairing.question
    if pairing.fact.kind != "count":
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
