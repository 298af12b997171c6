"""Figures and days that lie near what is asked, and are of something else: what was removed, given, over or before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from knowledge.models import NUMERIC_KINDS
from knowledge.near_misses.acts import counts_what_is_gone
from knowledge.near_misses.almost import is_of_almost_that
from knowledge.near_misses.doers import (
    PASSIVE,
    counts_those_it_was_done_to,
    has_it_done_to,
    is_done_by_another,
)
from knowledge.near_misses.dues import is_of_another_duty
from knowledge.near_misses.parties import but_names, is_given, swaps_parties
from knowledge.near_misses.posts import is_of_another_post
from knowledge.reading.evidence import View
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import EACH, TopicHit, Understanding, clause_before
from knowledge.text.abbreviations import figure_in, read_known, words_of
from knowledge.text.language import language
from knowledge.text.tokens import Token
from knowledge.text.units import compatible, is_known_for, is_money, is_paid_for_each, units_of
from knowledge.text.vietnamese import fold, marks_agree, normalize

_EACH, _OVER = "mỗi", "hết"
_ANYBODY, _PERSONS = frozenset(["người"]), "nguoi"
_PER_CENT = ("tram", "%")
_LONGEST_FEE = 3
_SIZES = ("rộng", "dài", "cao", "sâu", "dày")
_MEASURES = (
    "dien_tich",
    "chieu_dai",
    "khoi_luong",
    "the_tich",
    "thoi_gian",
    "phan_tram",
    "nhiet_do_toc_do",
    "suc_chua",
)
_OF_THERE = ("từ", "người", "dân", "khách")
_HOLDING, _FORMERLY = "giữ chức vụ", ("trước đây", "trước đó", "trước khi", "từng")
_BEFORE, _WHICH = "trước", "ask:which"
_GOT, _SELLS = "được", "bán"
_DONE = "đã"
_FROM, _ONWARD = "từ", ("sang", "về", "lên", "xuống", "đến")
_THERE_ARE_MORE = ("có", "thêm")
_MORE = ("thêm", "mới", "nữa", "tăng")


def tells_otherwise(question: Understanding, view: View, hit: TopicHit, lexicon: Lexicon) -> bool:
    """Whether a fact tells of something else than a question with nearly the same words asks for."""
    fact = view.fact
    if fact.kind == "not_stated":
        return False
    return (
        (question.asks_amount and counts_what_is_gone(question.tokens, fact))
        or swaps_parties(question, fact, lexicon)
        or is_done_by_another(question, fact, lexicon)
        or has_it_done_to(question, fact, lexicon)
        or (fact.kind in NUMERIC_KINDS and _counts_another(question, view, lexicon))
        or (fact.kind == "share" and question.ask == "what_share" and _is_share_of_others(question, view))
        or (fact.kind == "date" and question.ask == "when" and _is_of_another_end(question, view, hit))
        or (fact.kind == "date" and view.foretold and _asks_what_was_done(question))
        or (fact.kind in NUMERIC_KINDS and _is_of_another_age(question, view))
        or is_of_almost_that(question, view)
        or is_of_another_post(question, fact)
        or _is_over(question, view)
        or _was_so_formerly(question, view)
        or _names_no_place(question, view, lexicon)
        or (question.asks_since and (_tells_no_start(view) or _is_since_it_was_left(question, view)))
        or _is_what_was_left(question, view)
    )


def _counts_another(question: Understanding, view: View, lexicon: Lexicon) -> bool:
    return (
        counts_those_it_was_done_to(question, view.fact)
        or _counts_who_serves(question, view)
        or _is_of_all_who_gave(question, view)
        or _is_what_one_costs(question, view)
        or is_of_another_duty(question, view, lexicon)
        or _came_on_top(question, view)
        or _is_no_cost(question, view, lexicon)
        or _is_no_money(question, view)
        or _counts_where_it_is_done(question, view)
        or _went_the_other_way(question, view)
        or _is_no_size(question, view)
        or _is_share_of_what_is_asked(question, view)
        or _is_of_each(question, view)
    )


def _is_no_money(question: Understanding, view: View) -> bool:
    """Whether it is asked how much is paid ("bao nhiêu học phí"), and the fact counts those who do or do not."""
    if is_money(view.fact.unit):
        return False
    asked = question.where_asks("how_many")
    if not question.counted_units and "sums" in question.kinds_said:
        return bool(asked) or not question.asks
    if "paid" not in question.kinds_said:
        return False
    paid, start = language().kindred["paid"], asked[-1] + 1 if asked else len(question.tokens)
    ends = range(start + 1, min(start + _LONGEST_FEE, len(question.tokens)) + 1)
    return any(question.says(range(start, end), paid) for end in ends)


def _is_share_of_what_is_asked(question: Understanding, view: View) -> bool:
    """Whether it is asked how many there are of what the fact tells a share of: of "94,6% dân số" the "dân số"."""
    if view.fact.kind != "share" or question.ask != "how_many" or "%" not in (view.fact.unit or ""):
        return False
    told = read_known(view.fact.statement)
    figure = figure_in(view.fact.statement, view.fact.number)
    whole = [token.folded for token in takewhile(lambda token: not token.pause, told[figure + 1 :])]
    asked = [question.tokens[at].folded for at in question.content]
    return bool(asked) and asked == whole[: len(asked)]


def _is_no_size(question: Understanding, view: View) -> bool:
    """Whether it is asked how wide or long something is, and the fact counts things: "rộng bao nhiêu", "3 nhà"."""
    asked = next(iter(question.where_asks("how_many")), 0)
    if question.counted_units or not asked or not question.tokens[asked - 1].may_be(*_SIZES):
        return False
    kinds = {unit.kind for unit in units_of(words_of(view.fact.unit or ""))}
    return bool(kinds) and kinds.isdisjoint(_MEASURES)


def _went_the_other_way(question: Understanding, view: View) -> bool:
    """Whether who came from somewhere, or is of there, is asked for, and the fact counts who went there: "người Nhật", "từ Nhật về", "đi Nhật Bản"."""
    going = language().kindred["going"]
    if not any(token.may_be(*_OF_THERE) for token in question.tokens):
        return False
    for facet, words in zip(view.fact.facets, view.facet_words, strict=True):
        if len(words) != 1 or not any(view.weak.has(f"{one} {normalize(facet)}") for one in going):
            continue
        called = [words_of(one) for one in (words[0].text, *words[0].synonyms)]
        for at, token in enumerate(question.tokens[1:], 1):
            before = question.tokens[at - 1]
            if before.may_be(*_OF_THERE) and any(marks_agree(token.marked, one[0]) for one in called):
                return True
    return False


def _counts_where_it_is_done(question: Understanding, view: View) -> bool:
    """Whether it is asked how much somebody did, and the fact counts who does it or where: "thu bao nhiêu", "36 điểm thu"."""
    if question.counted_units:
        return False
    asked = next(iter(question.where_asks("how_many")), 0)
    done = question.tokens[asked - 1].marked if asked else ""
    head, _, act = (view.fact.unit or "").rpartition(" ")
    return bool(head) and marks_agree(done, act) and head in language().kindred["doers_and_sites"]


def _counts_who_serves(question: Understanding, view: View) -> bool:
    """Whether the people are counted, and the fact counts soldiers, police or officials, if only in its sentence."""
    kindred = language().kindred
    civil, serving = (list(map(words_of, kindred[kind])) for kind in ("civil", "serving"))
    if not any(
        all(map(marks_agree, unit, words))
        for unit in question.counted_units
        for words in civil
        if len(words) == len(unit)
    ):
        return False
    told = read_known(view.fact.statement)
    figure = figure_in(view.fact.statement, view.fact.number)
    counted = [token.marked for token in told[figure + 1 :]]
    unit = words_of(view.fact.unit or "")
    return any(one == tuple(text[: len(one)]) for one in serving for text in (counted, unit))


def _is_of_all_who_gave(question: Understanding, view: View) -> bool:
    """Whether it is asked what the people gave, and the fact names no people: "vốn dân góp" is not all of it."""
    kindred = language().kindred
    if "contributing" not in question.kinds_said:
        return False
    asked = but_names(question.tokens, (mention.span for mention in question.mentions), language())
    given = (f"{who} {gave}" for who in kindred["civil"] for gave in kindred["contributing"])
    return _has_any(asked, given) and not any(p.has_any(kindred["civil"]) for p in (view.weak, view.strong))


def _is_what_one_costs(question: Understanding, view: View) -> bool:
    """Whether it is asked how many there are, or what came in for all, and the fact tells what one costs: "bán bao nhiêu lít", "180.000 đồng/lít"."""
    asked = question.where_asks("how_many")
    unit = view.fact.unit or ""
    if not asked or "/" not in unit or not is_money(unit):
        return False
    behind = [question.tokens[at].marked for at in range(asked[-1] + 1, len(question.tokens))]
    if any(is_paid_for_each(one, unit) and behind[: len(one)] == list(one) for one in question.counted_units):
        return True
    before, rest = question.tokens[: asked[0]], question.tokens[asked[-1] + 1 :]
    for_all = not any(token.number is not None or token.folded in EACH for token in (*before, *rest))
    return for_all and bool(before) and before[-1].may_be(_GOT) and _has(before, (_SELLS,))


def _is_of_another_age(question: Understanding, view: View) -> bool:
    """Whether grown-ups are asked for, and the fact is of children, or the other way round."""
    ages = "grown", "young"
    asked = [age in question.kinds_said for age in ages]
    if sum(asked) != 1:
        return False
    told = [view.facets.has_any(language().kindred[age]) for age in ages]
    return asked != told and sum(told) == 1


def _asks_what_was_done(question: Understanding) -> bool:
    return any(token.may_be(_DONE) for token in question.tokens) and not question.plans


def _came_on_top(question: Understanding, view: View) -> bool:
    """Whether it is asked how many there are, and the fact tells how many more there came to be: "có thêm 412 hộ được đóng điện"."""
    told = read_known(view.fact.statement)
    figure = figure_in(view.fact.statement, view.fact.number)
    if figure < len(_THERE_ARE_MORE) or not all(
        token.marked == word for token, word in zip(told[figure - 2 : figure], _THERE_ARE_MORE, strict=True)
    ):
        return False
    behind = [token for token in told[figure + 1 :] if token.is_word and not token.may_be(*PASSIVE)]
    said = any(token.may_be(*_MORE) for token in question.tokens)
    return not said and not all(_has(question.tokens, (token.marked,)) for token in behind)


def _is_no_cost(question: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether it is asked what something costs, and the fact counts no money, or tells what was given for it."""
    if not question.costs:
        return False
    if not (is_money(view.fact.unit) or question.counted_units):
        return True
    return is_given(read_known(view.fact.statement), lexicon.language) and not is_given(
        question.tokens, lexicon.language
    )


def _is_share_of_others(question: Understanding, view: View) -> bool:
    """Whether a share is asked of one thing, and told of another: of waste and of communes, of anybody and of children."""
    places = _shared(question)
    if not places:
        return False
    counted = tuple(question.tokens[at].marked for at in places)
    if "%" not in (view.fact.unit or ""):
        unit = view.fact.unit or ""
        known = next((one for one in (counted, counted[:1]) if units_of(one)), ())
        if known and not compatible(known, unit):
            return True  # of persons and of communes
        return not (view.unit.has(counted[0]) or is_known_for(counted, unit))
    if not question.may_be(places[0], _ANYBODY):
        return False
    unsaid = (words for words in map(words_of, view.fact.facets) if not _has(question.tokens, words[:1]))
    return any(
        unit.kind == _PERSONS and unit.group is not None for words in unsaid for unit in units_of(words)
    )


def _shared(question: Understanding) -> list[int]:
    """Where the word stands, of two syllables at most, that is right behind "bao nhiêu phần trăm"."""
    asked = question.where_asks("what_share")
    start = asked[-1] + 1 if asked else 0
    if not asked or question.tokens[start - 1].folded not in _PER_CENT:
        return []
    behind = range(start, min(start + 2, len(question.tokens)))
    return list(takewhile(lambda at: question.roles[at] is None, behind))


def _is_of_each(question: Understanding, view: View) -> bool:
    """Whether a sum of all is asked for, and the fact tells what each got."""
    if "in_all" not in question.kinds_said:
        return False
    in_all = language().kindred["in_all"]
    if not any(question.may_be(at, in_all) for at in range(len(question.tokens))):
        return False
    return view.weak.has(_EACH) and not _has(question.tokens, (_EACH,))


def _is_of_another_end(question: Understanding, view: View, hit: TopicHit) -> bool:
    return _is_of_an_end(question, view, hit) or _is_of_a_beginning(question, view)


def _is_of_an_end(question: Understanding, view: View, hit: TopicHit) -> bool:
    """Whether a day is told on which something was over, and the question speaks of no end."""
    if (hit.positions and not hit.unsaid) or view.begins or not view.weak.has_any(_ends()):
        return False
    return not _asks_for_end(question)


def _is_of_a_beginning(question: Understanding, view: View) -> bool:
    """Whether a day is told on which something began, and it is asked when it was over."""
    kindred = language().kindred
    begun = (kindred["beginning"] | kindred["begun"]) - kindred["opened"]
    return view.weak.has_any(begun) and not view.weak.has_any(_ends()) and _asks_for_end(question)


def _ends() -> frozenset[str]:
    kindred = language().kindred
    return kindred["ending"] | kindred["ended"]


def _asks_for_end(question: Understanding) -> bool:
    return not question.kinds_said.isdisjoint(("ending", "ended"))


def _is_over(question: Understanding, view: View) -> bool:
    """Whether it is asked when a state was over ("hết thiếu"), of which the fact tells as it is."""
    ending = (span.start - 1 for span in question.states if span.start)
    return any(question.tokens[at].may_be(_OVER) for at in ending) and not view.weak.has(_OVER)


def _names_no_place(question: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether it is asked which commune or the like, and the fact neither speaks of any nor gives a name for one."""
    kinds = _kinds_asked(question)
    if not kinds or any(passage.has_any(kinds) for passage in (view.weak, view.strong)):
        return False
    asked = {name for mention in question.mentions for name in mention.names}
    told = {view.fact.subject, *view.names} - asked
    unheard = [item for item, name in zip(view.fact.items, view.items, strict=True) if name is None]
    proper = any(item[:1].isupper() for item in unheard)
    return not (proper or any(lexicon.names[name].kind == "place" for name in told))


def _kinds_asked(question: Understanding) -> list[str]:
    """The kinds of places that stand in "which", or right before it: "xã, phường nào"."""
    found = language().place_types.cover(question.tokens)
    return [
        one.meaning
        for one in found
        if question.says(one.span, {one.meaning})
        and next(filter(None, question.roles[one.end - 1 : one.end + 1]), None) == _WHICH
    ]


def _was_so_formerly(question: Understanding, view: View) -> bool:
    """Whether it is asked what post somebody holds, and the fact tells what they were before."""
    if not view.weak.has_any(_FORMERLY):
        return False
    holds = any(_HOLDING in found.meaning for found in language().synonyms.everywhere(question.tokens))
    return holds and not any(found.meaning == "past" for found in language().claims.cover(question.tokens))


def _tells_no_start(view: View) -> bool:
    """Whether a fact has no time but one before which it was so."""
    label = (view.fact.period.label if view.fact.period else None) or ""
    return view.fact.kind != "date" and words_of(label)[:1] == (_BEFORE,)


def _is_since_it_was_left(question: Understanding, view: View) -> bool:
    """Whether it is asked since when somebody held a post, and the fact tells when they left it: "từ chức X sang làm Y"."""
    told = read_known(view.fact.statement)
    start = next((at for at, token in enumerate(told) if token.marked == _FROM), len(told))
    end = next((at for at in range(start, len(told)) if told[at].marked in _ONWARD), len(told))
    left, kept = told[start:end], [*told[:start], *told[end:]]
    own = {at for m in question.mentions for at in m.span}
    asked = [question.tokens[at].marked for at in question.content if at not in own]
    weighty = [one for one in asked if one not in language().light_words]
    return any(_tells(left, one) and not _tells(kept, one) for one in weighty)


def _is_what_was_left(question: Understanding, view: View) -> bool:
    """Whether it is asked what was before something, and the fact tells just that as what was before something else."""
    asked = question.clause_before
    if not asked:
        return False
    told = read_known(view.fact.statement)
    before = clause_before(told)
    if not (before or (view.past and "target" not in view.ways)):
        return False
    own = {at for m in question.mentions if view.fact.subject in m.names for at in m.span}
    content = [at for at in asked if at not in own and _is_content(question.roles[at])]
    clause = [told[at] for at in before]
    left = [told[at] for at in range(len(told)) if at not in before]
    said = [question.tokens[at].marked for at in content]
    # "bí thư đoàn xã" is not the "bí thư huyện đoàn" that one was later: all of the post must be told
    weighty = [one for one in said if one not in language().light_words] or said
    return all(_tells(left, one) for one in weighty) and not any(_tells(clause, one) for one in said)


def _is_content(role: str | None) -> bool:
    return role is None or role.startswith("name:")


def _tells(told: Sequence[Token], typed: str) -> bool:
    return any(marks_agree(typed, token.marked) for token in told)


def _has_any(tokens: Sequence[Token], phrases: Iterable[str]) -> bool:
    """Whether any of some phrases stands in a question, with marks or without."""
    syllables = {token.folded for token in tokens}
    return any(fold(words[0]) in syllables and _has(tokens, words) for words in map(words_of, phrases))


def _has(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    """Whether some words stand in a question, one behind the other, with marks or without."""
    size = len(words)
    return any(
        all(map(marks_agree, (token.marked for token in tokens[at : at + size]), words))
        for at in range(len(tokens) - size + 1)
    )
