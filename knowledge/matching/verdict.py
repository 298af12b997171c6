"""Yes or no, only where a fact decides it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from knowledge.matching.acting import is_done_by_another, may_be_of_others_too
from knowledge.matching.borne_out import (
    bounds_in,
    is_at_its_time,
    is_of_another_time,
    leaves_a_number_open,
    puts_forward_what_is_denied,
)
from knowledge.matching.confirming import is_of_some_done, is_told_as_so, is_undecided, may_confirm
from knowledge.matching.numbers import is_rate
from knowledge.matching.overreaching import says_too_much
from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.near_misses.ends import tells_all_ends
from knowledge.near_misses.nearby import beats_another
from knowledge.near_misses.pairing import has_any, telling, tells
from knowledge.reading.evidence import View, Word, claims_in, cut_words
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Claim, Understanding
from knowledge.text.abbreviations import figure_in, read_known, words_of
from knowledge.text.language import language
from knowledge.text.tokens import Token, numeral
from knowledge.text.units import counts_thousands
from knowledge.text.vietnamese import fold
from knowledge.wording import NO, NOT_LISTED, YES, joined

_THERE_IS, _ALL_OF = "co", "het"
_WHERE = ("ở", "tại", "của", "thuộc", "trong", "trên")
_AND = "và"
_SCALES = (1e3, 1e6, 1e9)
_BUT = ("trừ", "ngoại trừ")
_BOUNDS: dict[str, Callable[[float, float], bool]] = {
    "at_least": lambda figure, claimed: figure >= claimed,
    "more": lambda figure, claimed: figure > claimed,
    "less": lambda figure, claimed: figure < claimed,
    "at_most": lambda figure, claimed: figure <= claimed,
}


def verdict(understanding: Understanding, view: View, lexicon: Lexicon) -> str | None:
    """Say "Có" or "Không" to a yes/no question that a fact explains in full; None where it does not decide.

    A "Không" that rests on a list says who or what is not in it.
    """
    decided = _decided(understanding, view, lexicon)
    if decided == NO and leaves_a_number_open(understanding, view):
        return None  # what is so of all says nothing of those "dưới 30 tuổi"
    told_so = decided != YES or (
        is_told_as_so(understanding, view)
        and tells_all_ends(understanding, view, lexicon)
        and not is_done_by_another(understanding, view, lexicon)
        and not says_too_much(understanding, view, lexicon)
        and not (leaves_a_number_open(understanding, view) or is_of_another_time(understanding, view))
        and not puts_forward_what_is_denied(understanding, view)
    )
    return decided if told_so else None


def _decided(understanding: Understanding, view: View, lexicon: Lexicon) -> str | None:
    if (
        understanding.ask != "whether"
        or _asks_only_as_before(understanding)
        or view.fact.kind == "not_stated"
        or beats_another(understanding, view, lexicon)
        or is_undecided(understanding, view)
    ):
        return None
    named = _names(understanding, view, lexicon)
    opposed = view.denies is not understanding.denies
    plainly = opposed and _is_said_plainly(understanding, view, lexicon)
    if named is not None and view.denies and not understanding.denies:
        of_committee = any(mention.committee for mention in _claimed(understanding, view))
        named = None if of_committee or plainly else not named  # the fact lists what is not so
    figures = _figures(understanding, view, lexicon)
    if figures is not None and view.fact.number and opposed and not plainly:
        figures = _figures_of_the_opposite(understanding, view.fact)
    decisions = [figures, named, is_at_its_time(understanding, view.fact)]
    made = [decision for decision in decisions if decision is not None]
    if not made:
        some = _is_of_some_only(understanding, view.fact) or _is_an_exception(understanding, view.fact)
        some = some or _goes_elsewhere(understanding, view.fact) or _names_a_stranger(understanding, view)
        if some or _is_told_of_a_part(understanding, view, lexicon):
            return None
        return _existence(understanding, view) if _is_all_said(understanding, view, lexicon) else None
    if all(made):
        wider = bool(named) and _is_held_wider(understanding, view)
        wider = wider or _names_a_stranger(understanding, view)
        wider = wider or not may_confirm(understanding, view)
        return YES if not wider and _is_all_said(understanding, view, lexicon) else None
    if named is False and not view.denies:
        listed = _listed(view.fact, lexicon)
        claimed = _claimed(understanding, view)
        absent = [_called(one, lexicon) for one in claimed if listed.isdisjoint(one.names)]
        return f"{NO}. {NOT_LISTED.format(names=joined(absent))}"
    return NO


def _asks_only_as_before(understanding: Understanding) -> bool:
    """Whether only the question before was one to say yes or no to: "luân chuyển 18 cán bộ đúng không? Còn điều động?"."""
    asks = (at for at, role in enumerate(understanding.roles) if role == "ask:whether")
    return bool(understanding.inherited) and all(understanding.tokens[at].change == "context" for at in asks)


def _called(mention: Mention, lexicon: Lexicon) -> str:
    """What a name is called; as the reader wrote it where it may be one of several."""
    called = dict.fromkeys(lexicon.names[name].name for name in mention.names)
    return next(iter(called)) if len(called) == 1 else mention.text


def _is_all_said(understanding: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether the fact itself says every word of weight, so that a yes agrees to nothing it does not say."""
    light = {at for found in lexicon.language.light.cover(understanding.tokens) for at in found.span}
    light |= understanding.universal

    def is_said(word: Word) -> bool:
        return (
            light.issuperset(word.span)
            or understanding.tokens[word.start].number is not None
            or view.says(word)
            or tuple(map(understanding.syllable, word.span)) in understanding.counted_units
            or is_rate(understanding, word, view.fact.unit)
            or (bool(word.inner) and all(map(is_said, word.inner)))
        )

    words = cut_words(understanding.tokens, understanding.content, lexicon.language, idioms=True)
    return all(map(is_said, words))


def _figures(understanding: Understanding, view: View, lexicon: Lexicon) -> bool | None:
    fact = view.fact
    if fact.number is None:
        return None
    several = len(understanding.claims) > 1
    claims = [
        claim
        for claim in understanding.claims
        if claim.number not in view.strong.numbers
        or claim.number in view.figures
        or (several and _counts_the_same(understanding, claim, fact))
    ]
    if claims:
        verdicts = [_bears_out(claim, fact) for claim in claims]
        # of several figures, each may be of something else: "6 ủy viên và 4 phó bí thư"
        return None if None in verdicts or len(set(verdicts)) > 1 else all(verdicts)
    if understanding.universal and fact.of is not None and not _listed_among(understanding, view, lexicon):
        return None if _is_all_of_another(understanding, fact) else fact.number == fact.of
    return None


def _counts_the_same(understanding: Understanding, claim: Claim, fact: Fact) -> bool:
    """Whether a figure put forward stands before the fact's unit: the 1 of "1 người", though it is a month's too."""
    unit = words_of(fact.unit or "")
    behind = understanding.tokens[claim.position + 1 : claim.position + 1 + len(unit)]
    return bool(unit) and [token.folded for token in behind] == list(map(fold, unit))


def _listed_among(understanding: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether a name put forward is one that the fact lists, so that "all" is no longer all that a share is of."""
    listed = _listed(view.fact, lexicon)
    return any(listed.intersection(mention.names) for mention in _claimed(understanding, view))


def _is_of_all_within(understanding: Understanding, claimed: Sequence[Mention]) -> bool:
    """Whether "all" is not of the names themselves ("cả hai phường A và B đều"), but of what is in them: "mọi cán bộ ở A"."""
    all_of = understanding.universal - {at for hit in understanding.hits for at in hit.positions}
    if not all_of:
        return False
    tokens, roles = understanding.tokens, understanding.roles
    first, last = min(one.start for one in claimed), max(one.end for one in claimed)
    if any(roles[at] is None for at in range(first) if at not in all_of):
        return True
    begin = min(first, *all_of)
    counted = (
        at in all_of
        or tokens[at].number is not None
        or numeral(tokens[at]) is not None
        or _is_name(roles[at])
        for at in range(begin, first)
    )
    return any(at >= first and at != last for at in all_of) or not all(counted)


def _is_all_of_another(understanding: Understanding, fact: Fact) -> bool:
    """Whether "hết" is said of something else than a share counts: of temporary houses, and communes are counted."""
    counted = [fold(word) for word in words_of(fact.unit or "")]
    return any(
        token.folded == _ALL_OF
        and [one.folded for one in understanding.tokens[at + 1 :]][: len(counted)] != counted
        for at, token in enumerate(understanding.tokens)
        if at in understanding.universal
    )


def _figures_of_the_opposite(understanding: Understanding, fact: Fact) -> bool | None:
    """What a figure of those that are so tells of those that are not: none of them is, where all are."""
    all_are = fact.of is not None and fact.number == fact.of
    return False if all_are and all(claim.number for claim in understanding.claims) else None


def _is_said_plainly(understanding: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether the question says without denying what the fact denies, as a phrase of the topic does: "người nơi khác"."""
    said = frozenset(token.folded for token in understanding.tokens)
    return not understanding.denies and says_without_denying(view.fact.topic, said, lexicon)


def says_without_denying(topic: str, said: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether folded words have a phrase of a topic that says without denying what others of its phrases deny."""
    phrases = {" ".join(words_of(phrase)) for phrase in lexicon.topics[topic].phrases}
    denying = {phrase for phrase in phrases if "negations" in claims_in(phrase)}
    return bool(denying) and any(said.issuperset(map(fold, one.split())) for one in phrases - denying)


def _bears_out(claim: Claim, fact: Fact) -> bool | None:
    if claim.bound == "about":
        return None
    if claim.thousands and not counts_thousands(words_of(fact.unit or "")):
        claim = claim._replace(number=claim.number * 1_000, thousands=False)
    figure = fact.number
    assert figure is not None  # noqa: S101  the caller has seen to it
    if claim.of is not None and claim.of != fact.of:
        return False
    if claim.bound and claim.bound != _bound_of(fact):
        return _BOUNDS[claim.bound](figure, claim.number)
    if claim.number == fact.of != figure or figure in [claim.number * scale for scale in _SCALES]:
        return None  # the whole that the share is of, not the share; or said in thousands, be it with a slip
    return claim.number == figure


def _bound_of(fact: Fact) -> str | None:
    """How the fact's own sentence bounds its figure: "tối đa 40 triệu" is no 42 "at most"."""
    return bounds_in(read_known(fact.statement)).get(figure_in(fact.statement, fact.number))


def _names(understanding: Understanding, view: View, lexicon: Lexicon) -> bool | None:
    """Whether the names put forward are among the fact's items."""
    fact = view.fact
    claimed = _claimed(understanding, view)
    if not fact.items or not claimed:
        return None
    listed = _listed(fact, lexicon)
    if all(listed.intersection(m.names) for m in claimed):
        undecided = _is_one_beside_listed(understanding, listed) or _is_of_all_within(understanding, claimed)
        return None if undecided else True
    told = [m for m in claimed if view.names.intersection(m.names)]
    if len(told) == len(claimed):
        return None  # the fact speaks of them, but not as what it lists
    some_only = view.weak.has_any(telling("some_only"))
    if some_only or (fact.number is None and may_be_of_others_too(understanding, view, claimed, listed)):
        return None
    complete = (
        # the post is spoken of that somebody holds
        (fact.kind == "person" and bool(understanding.hits) and _is_said_of_them(understanding, fact))
        or _is_the_only_one(fact, lexicon)
        or (fact.number is not None and fact.number == len(fact.items))
    )
    return False if complete else None


def _is_said_of_them(understanding: Understanding, fact: Fact) -> bool:
    """Whether the question has something of each thing that narrows a fact: who got most votes holds no other post."""
    return all(any(tells(understanding.tokens, word) for word in words_of(one)) for one in fact.facets)


def _listed(fact: Fact, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(name for item in fact.items if (name := lexicon.name_called(item)))


def _is_one_beside_listed(understanding: Understanding, listed: AbstractSet[str]) -> bool:
    """Whether a name is put forward in one breath with a listed one, and is not listed itself: "hai xã chưa phun là X và Y"."""
    for one, other in pairwise(understanding.mentions):
        between = [token.marked for token in understanding.tokens[one.end : other.start]]
        if between == [_AND] and listed.isdisjoint(one.names) is not listed.isdisjoint(other.names):
            return True
    return False


def _is_the_only_one(fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a fact lists but one place, of a person: where that person comes from is nowhere else."""
    person = lexicon.names[fact.subject].kind == "person"
    return person and fact.kind == "list" and len(fact.items) == 1


def _claimed(understanding: Understanding, view: View) -> list[Mention]:
    """The names put forward, beside those that only say where."""
    around = {view.fact.subject, *view.around}
    named = view.names | {view.fact.subject}
    return [
        mention
        for mention in understanding.mentions
        if not around.intersection(mention.names)
        or (mention.committee and not named.intersection(mention.names))  # a post in it is another post
    ]


def _existence(understanding: Understanding, view: View) -> str | None:
    """Yes where a fact tells of just what was asked, and neither of them denies it."""
    fact = view.fact
    if understanding.claims or understanding.universal or understanding.times or not understanding.hits:
        return None
    if fact.kind not in NUMERIC_KINDS and _claimed(understanding, view):
        return None  # the names are told of, but not in the part the question gives them
    if fact.kind in NUMERIC_KINDS and not fact.number:
        return None if understanding.denies else NO
    if fact.kind == "date" or view.denies is not understanding.denies:
        return None
    if view.foretold and not (understanding.plans or understanding.future):
        return None
    return None if _is_for_nothing(understanding, view) or is_of_some_done(understanding, view) else YES


def _is_for_nothing(understanding: Understanding, view: View) -> bool:
    """Whether it is asked if something costs money, and told to be for nothing: "có mất tiền không", "miễn phí"."""
    free = telling("for_nothing")
    if not view.weak.has_any(free) or has_any(understanding.tokens, free):
        return False
    return has_any(understanding.tokens, telling("costing_something"))


def _is_of_some_only(understanding: Understanding, fact: Fact) -> bool:
    """Whether a fact tells of which share something is so, and it is not asked of some of these: "huyện đã đạt chuẩn chưa"."""
    if fact.kind != "share" or fact.number == fact.of:
        return False
    units = {fold(word) for word in words_of(fact.unit or "")}
    over = {fold(word) for word in language().kindred["ending"]}
    said = {
        understanding.tokens[at].folded for at, role in enumerate(understanding.roles) if not _is_name(role)
    }
    return not over.isdisjoint(said) or (units.isdisjoint(said) and _THERE_IS not in said)


def _is_name(role: str | None) -> bool:
    return (role or "").startswith("name:")


def _is_an_exception(understanding: Understanding, fact: Fact) -> bool:
    """Whether what is asked for is named behind "trừ": "mở cửa hằng ngày, trừ thứ hai"."""
    told = read_known(fact.statement)
    start = next((at + 1 for at, token in enumerate(told) if token.marked in _BUT), len(told))
    excepted = {token.marked for token in told[start:]}
    return any(understanding.tokens[at].marked in excepted for at in understanding.content)


def _is_told_of_a_part(understanding: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether somebody's one place is told, and a wider one is asked: who heads a commune heads no district."""
    if not (_is_the_only_one(view.fact, lexicon) and view.items[0]):
        return False
    wider = frozenset(lexicon.above(view.items[0]))
    return any(wider.intersection(mention.names) for mention in understanding.mentions)


def _is_held_wider(understanding: Understanding, view: View) -> bool:
    """Whether what is told of a place, or of places, is asked of a wider one, and that does not only say where: "Huyện ủy X" of a commune's head."""
    wider = view.around - {view.fact.subject, *filter(None, view.items)}
    spans = [mention.span for mention in understanding.mentions]
    for mention in understanding.mentions:
        if not wider.intersection(mention.names) or mention.start == 0:
            continue
        before = mention.start - 1
        beside = understanding.tokens[mention.start].pause or any(before in span for span in spans)
        if not (beside or understanding.tokens[before].may_be(*_WHERE)):
            return True
        if mention.committee:
            return True
    return False


def _names_a_stranger(understanding: Understanding, view: View) -> bool:
    """Whether a place that nothing is known of is named, and the fact does not name it."""
    called = [understanding.text(stranger.span) for stranger in understanding.strangers]
    return not all(view.weak.has(said) or view.strong.has(said) for said in called)


def _goes_elsewhere(understanding: Understanding, fact: Fact) -> bool:
    """Whether it is asked of going to one kind of place, and told of another: "về huyện", "về xã X"."""
    asked, told = _kinds_gone_to(understanding.tokens), _kinds_gone_to(read_known(fact.statement))
    return bool(asked and told) and asked.isdisjoint(told)


def _kinds_gone_to(tokens: Sequence[Token]) -> set[str]:
    """The folded kinds of places that stand behind "về", "lên" and the like."""
    data = language()
    ends = [found.end for found in data.directions.cover(tokens) if found.meaning == "target"]
    kinds = (data.place_types.longest(tokens, end) for end in ends)
    return {fold(found.meaning) for found in kinds if found}
