"""The two ends of a gift or a deal: who got what another gave, and what is told of who gave, or lent, and got or borrowed nothing."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.models import Fact
from knowledge.near_misses.pairing import Pairing, asked_but_names, has_any, telling
from knowledge.near_misses.parties import gets_something, giving_at, is_spelled, parties_of
from knowledge.near_misses.rules import where
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known
from knowledge.text.language import language
from knowledge.text.phrases import Found, stands_in_full
from knowledge.text.runs import are_the_same, back_past, past
from knowledge.text.tokens import Token
from knowledge.text.units import is_money

_GOT, _SUFFERED, _TO, _SEVERAL = "nhận", "bị", ("cho", "tới", "đến"), ("các", "những", "mọi")
_HOW_MANY = ("bao", "nhiêu", "mấy", "có")
_CALLED = 4
"""So many words may stand before "nhận" for who it is."""


def _amount_in(question: Understanding) -> range:
    """Where it is asked how many, or a figure is put forward; nothing where neither is."""
    asked = question.where_asks("how_many")
    if asked:
        return range(asked[0], asked[-1] + 1)
    claimed = question.claims[0].position if question.claims else 0
    return range(claimed, claimed + bool(question.claims))


def _asks_how_much_was_got(question: Understanding) -> bool:
    """Whether it is asked how much somebody got: "nhận bao nhiêu", "nhận được mấy", "nhận 38 đơn"."""
    return _got_at(question) is not None


def _got_at(question: Understanding) -> int | None:
    """Where "nhận" stands right before "how many" or a figure; None where it does not."""
    at = question.once(_amount_in).start - 1
    while at > 0 and question.tokens[at].may_be("được", "về"):
        at -= 1
    return at if at >= 0 and question.tokens[at].may_be(_GOT) else None


@where(_asks_how_much_was_got)
def tells_of_no_getting(pairing: Pairing) -> bool:
    """Whether it is asked how much somebody got, and the fact tells how much there is: a museum that keeps 18,600 things was not given them all."""
    if is_money(pairing.fact.unit):
        return False
    told, data = pairing.told, language()
    done = data.giving.found_in(told) or has_any(told, (*telling("done_to"), *telling("taking_in")))
    topic = pairing.lexicon.topic_phrases(pairing.hit.topic)
    return not done and not any(one.has_any(telling("taking_in")) for one in (pairing.view.strong, topic))


def _says_they_got_something(question: Understanding) -> bool:
    """Whether something is said to have been got, on its own and not as in "công nhận"."""
    longer = {at for word in language().compounds.cover(question.tokens) for at in word.span[1:]}
    return any(question.tokens[at].marked == _GOT and at not in longer for at in question.content)


@where(_says_they_got_something)
def only_suffered(pairing: Pairing) -> bool:
    """Whether those are asked for who got something, and it is told but of what befell them: "hộ đã nhận tiền bồi thường", "18 hộ bị ảnh hưởng"."""
    told = pairing.told
    got = language().giving.found_in(told) or has_any(told, (*telling("getting"), *telling("taking_in")))
    return not got and has_any(told, (_SUFFERED,))


@where(_asks_how_much_was_got)
def is_got_from_those(pairing: Pairing) -> bool:
    """Whether those who are asked about got nothing, but what the fact tells came from them: "người dân X nhận …", "X nhận … của người dân"."""
    who = _who_got(pairing.question)
    told = pairing.told
    return bool(who) and any(
        told[at].may_be(*telling("coming_from")) and are_the_same(who, told[at + 1 : at + 1 + len(who)])
        for at in range(pairing.figure, len(told))
    )


def _who_got(question: Understanding) -> Sequence[Token]:
    """The words before "nhận" that tell who got something; nothing where it is but a name."""
    at = _got_at(question)
    if at is None:
        return ()
    got = question.tokens[at]
    asked = question.once(asked_but_names)
    end = next((i for i, token in enumerate(asked) if token is got), 0)
    end = back_past(asked, end, (*telling("before_verbs"), *telling("passive")))
    start = end
    while start and end - start < _CALLED and not asked[start - 1].may_be(*telling("some")):
        start -= 1
        if asked[start].pause:
            break
    named = {id(question.tokens[i]) for mention in question.mentions for i in mention.span}
    who = asked[start:end]
    return () if any(id(token) in named for token in who) else who


def _who_gave(question: Understanding) -> Sequence[Token]:
    """The words that tell who gives, where the question begins with them, names aside: "các hộ làm nhà (ở X) | ủng hộ"."""
    data = language()
    if not data.giving.found_in(question.tokens):
        return ()
    asked = question.once(asked_but_names)
    verbs = (found.start for found in data.giving.cover(asked) if is_spelled(found, asked))
    start = back_past(asked, next(verbs, 0), telling("before_verbs"))
    first = 0
    while first < start and (not asked[first].is_word or asked[first].may_be(*_SEVERAL, *_HOW_MANY)):
        first += 1
    who = asked[first:start]
    if len(who) not in range(2, _CALLED + 1) or any(token.pause for token in who[1:]):
        return ()
    named = {id(question.tokens[at]) for mention in question.mentions for at in mention.span}
    given = who[-1].may_be(*telling("passive")) or any(id(token) in named for token in who)
    return () if given else who


@where(_who_gave)
def was_given_to_those(pairing: Pairing) -> bool:
    """Whether those who are said to give are those to whom the fact tells that it was given: "tặng … cho 95 đảng viên"."""
    who, told = pairing.question.once(_who_gave), pairing.told
    for at, token in enumerate(told):
        if token.may_be(_TO[0]):
            behind = [one for one in told[at + 1 :] if one.is_word and not one.may_be(*_SEVERAL)]
            if are_the_same(who, behind[: len(who)]):
                return True
    return False


def _asks_by_how_many(question: Understanding) -> Sequence[Token]:
    """The verb of what so many are said to have done to somebody: "được bao nhiêu người | cứu", "14 người | cứu ông X"."""
    amount, tokens = question.once(_amount_in), question.tokens
    if not (amount and question.counted_units):
        return ()
    end = amount.stop + len(question.counted_units[0])
    by = amount.start - 1
    named = any(mention.end == by for mention in question.mentions)  # "tuyển được bao nhiêu" is done by them
    suffered = named and tokens[by].may_be(*telling("passive"))
    acted_on = any(mention.start in (end + 1, end + 2) for mention in question.mentions)
    if not (suffered or acted_on) or end >= len(tokens) or tokens[end].may_be(*telling("placing")):
        return ()
    return tokens[end : end + 1]


@where(_asks_by_how_many)
def did_it_to_so_many(pairing: Pairing) -> bool:
    """Whether it is asked how many did something to somebody, and the fact tells to how many they did it: "cứu 14 người"."""
    told, verb = pairing.told, pairing.question.once(_asks_by_how_many)
    end = min(pairing.figure, len(told))
    if end and told[end - 1].may_be(_TO[0]):  # "dạy khèn cho 64 người"
        return any(
            are_the_same(verb, told[at : at + 1]) and not told[at - 1].may_be(*telling("passive"))
            for at in range(1, end)
        )
    return (
        end > 1 and are_the_same(verb, told[end - 1 : end]) and not told[end - 2].may_be(*telling("passive"))
    )


def _kinds_by_whom(question: Understanding) -> list[str]:
    """The kinds of places without a name by which something is said to be done: "do | huyện | tổ chức"."""
    tokens = question.tokens
    named = question.named_at
    return [
        found.meaning
        for found in language().place_types.cover(tokens)
        if found.start
        and stands_in_full(found, tokens)  # "do Ban Thường vụ" is done by no "bản"
        and tokens[found.start - 1].may_be(*telling("by"))
        and named.isdisjoint((*found.span, found.end))
    ]


@where(_kinds_by_whom)
def is_done_on_no_such_level(pairing: Pairing) -> bool:
    """Whether it is asked what the district or the like does, and the fact tells of nobody like that: "do huyện tổ chức", of all there are."""
    view = pairing.view
    kinds = pairing.question.once(_kinds_by_whom)
    return not any(view.weak.has(kind) or view.facets.has(kind) for kind in kinds)


def _giver_named(question: Understanding) -> frozenset[str]:
    """The names with which a question begins and that it says to give something: "X ủng hộ …"."""
    data, tokens = language(), question.tokens
    return frozenset(
        name
        for mention in question.mentions
        if giving_at(tokens, past(tokens, mention.end, telling("before_verbs")), data)
        and not tokens[mention.end].pause
        and not any(
            question.roles[at] is None or tokens[at].may_be(*telling("placing"))
            for at in range(mention.start)
        )
        for name in mention.names
    )


@where(_giver_named)
def was_taken_in_there(pairing: Pairing) -> bool:
    """Whether somebody is said to give, and the fact tells what they, or a body of theirs, took in: "X tiếp nhận … ủng hộ"."""
    fact, told = pairing.fact, pairing.told
    if not pairing.question.once(_giver_named).intersection(
        (fact.subject, *pairing.lexicon.above(fact.subject))
    ):
        return False
    if has_any(pairing.question.tokens, telling("given_there")):
        return False
    taking = telling("being_given")
    return any(
        any(has_any(told[at : at + size], taking) for size in (1, 2))
        for at in (past(told, name.end, telling("before_verbs")) for name in pairing.names)
    )


def _asks_of_a_deal(question: Understanding) -> bool:
    """Whether any verb stands there that a deal has from its other end by another: "vay", "cho vay"."""
    return bool(language().opposite_verbs.found_in(question.tokens))


@where(_asks_of_a_deal)
def is_of_the_other_end(pairing: Pairing) -> bool:
    """Whether somebody is said to lend, and the fact tells only that they borrowed, or the other way round."""
    verbs, fact, tokens = language().opposite_verbs, pairing.fact, pairing.question.tokens
    asked = {
        found.meaning
        for mention in pairing.question.mentions
        if fact.subject in mention.names
        and (found := verbs.longest(tokens, past(tokens, mention.end, telling("before_verbs"))))
    }
    if not asked:
        return False
    told = pairing.told
    done = {
        found.meaning
        for name in pairing.names
        if name.meaning == fact.subject
        and (found := verbs.longest(told, _past(told, pairing.names, name.end)))
    }
    return any((deal, 1 - end) in done and (deal, end) not in done for deal, end in asked)


def _past(told: Sequence[Token], named: Sequence[Found[str]], at: int) -> int:
    """Where it goes on behind somebody and where they are from: "ông X, xã Y, | vay"."""
    places = {found.start: found.end for found in language().place_types.everywhere(told)}
    names = {found.start: found.end for found in named}
    while at < len(told):
        if at in names:
            at = names[at]
        elif at in places:
            at = places[at]
        elif told[at].may_be(*telling("placing"), *telling("before_verbs")):
            at += 1
        else:
            break
    return at


def is_told_by_who_gave(question: Understanding, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether it is asked how much somebody got, and the fact tells that it was given just to them: "X nhận được", "X được tặng"."""
    if not question.once(_asks_how_much_was_got):
        return False
    told, who = read_known(fact.statement), question.once(_who_got)
    if who:
        return any(
            token.may_be(*_TO)
            and are_the_same(who, told[at + 1 : at + 1 + len(who)])
            and _ends_there(told, at + 1 + len(who))
            for at, token in enumerate(told)
        ) or _are_given_something(who, fact, lexicon)
    named = any(
        fact.subject in mention.names and gets_something(question.tokens, mention.span, language())
        for mention in question.mentions
    )
    spans = [found.span for found in lexicon.name_index.cover(told) if found.meaning == fact.subject]
    return named and {party for span in spans for party in parties_of(told, span, language())} == {"receiver"}


def _are_given_something(who: Sequence[Token], fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with those who got something, and tells that it was given to them: "mỗi hộ … ở X được hỗ trợ"."""
    told = read_known(fact.statement)
    names = lexicon.name_index.cover(told)
    for at in range(len(told) - len(who)):
        if are_the_same(who, told[at : at + len(who)]):
            end = _past(told, names, at + len(who))
            return (
                told[end : end + 1] != ()
                and told[end].may_be(*telling("passive"))
                and bool(language().giving.at(told, end + 1))
            )
    return False


def _ends_there(told: Sequence[Token], at: int) -> bool:
    return at >= len(told) or told[at].pause or told[at].may_be(*telling("placing"))
