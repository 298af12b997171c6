"""Who does something and to whom it is done: the books that X was given are none that X gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from knowledge.models import Fact
from knowledge.near_misses.pairing import Pairing, asked_but_names, has_any, has_word, telling
from knowledge.near_misses.rules import where
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known
from knowledge.text.language import Language, language
from knowledge.text.phrases import Found, stands_in_full
from knowledge.text.runs import back_past, past
from knowledge.text.tokens import Token
from knowledge.text.units import is_money
from knowledge.text.vietnamese import has_marks, marks_agree

Party = Literal["giver", "receiver"]
Deal = tuple[str, tuple[int, int]]
"""Who does what in a deal: the word for who it is, the deal, and the end of it."""

_GOT, _LENT, _GRANTED = "nhận", "cho", "được"
_HOW_MANY = ("bao", "may")
_VERB = 2
"""The syllables of a verb, at most."""
_CLAUSE = 6
"""So many words behind "do" tell who does what."""


def _may_name_parties(question: Understanding) -> bool:
    """Whether a question has any word of giving, getting, dealing or moving."""
    told = language().giving, language().opposite_verbs, language().moving
    if any(index.found_in(question.tokens) for index in told):
        return True
    return has_word(question.tokens, "done_to")


@where(_may_name_parties)
def swaps_parties(pairing: Pairing) -> bool:
    """Whether a question makes the giver of the fact's subject where the fact makes it the receiver, or asks who sold of who bought."""
    question, fact, language = pairing.question, pairing.fact, pairing.lexicon.language
    if _swaps_of_name(pairing):
        return True
    receivers, deals = question.once(_parties_asked)
    if not (receivers or deals):
        return False
    plain = pairing.told_but_names
    if not receivers.isdisjoint(_givers(plain, fact, language)):
        return True
    done = {deal for text in (plain, *map(read_known, fact.facets)) for deal in _deals(text, language)}
    return any(
        (doer, (deal, 1 - end)) in done and (doer, (deal, end)) not in done for doer, (deal, end) in deals
    )


def _parties_asked(question: Understanding) -> tuple[set[str], list[Deal]]:
    """The folded words for who gets something, names aside, and who does what in deals."""
    asked = question.once(asked_but_names)
    of_names = {question.tokens[at].folded for mention in question.mentions for at in mention.span}
    receivers = {head for head, party in _heads(asked, language()) if party == "receiver"} - of_names
    return receivers, list(_deals(asked, language()))


def _is_said_to_whom(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].may_be(*telling("receiving"))


def _given_to(question: Understanding) -> list[Sequence[Token]]:
    """What stands right behind the words for giving of a question, two words each."""
    tokens, data = question.tokens, language()
    return [
        tokens[at : at + 2]
        for found in data.giving.everywhere(tokens)
        if giving_at(tokens, found.start, data)
        for at in (found.end, found.end + _is_said_to_whom(tokens, found.end))
    ]


@where(_given_to)
def gives_to_its_giver(pairing: Pairing) -> bool:
    """Whether it is asked what is given to those by whom it is told to be given: "tặng nhà hảo tâm", "do nhà hảo tâm góp"."""
    receivers = pairing.question.once(_given_to)
    told, by, contributing = pairing.told, telling("by"), language().kindred["contributing"]
    givers = [
        told[at + 1 : at + 3]
        for at, one in enumerate(told)
        if one.marked in by and has_any(told[at + 2 : at + 2 + _CLAUSE], contributing)
    ]
    if len(told) > _VERB and giving_at(told, _VERB, language()):
        givers.append(told[:_VERB])  # "doanh nghiệp ủng hộ 15 tỷ đồng"
    return any(_are_the_same(receiver, giver) for giver in givers for receiver in receivers)


def _are_the_same(asked: Sequence[Token], told: Sequence[Token]) -> bool:
    """Whether two runs of two words begin with the same one, and go on so or end with it where it is asked how much."""
    if not (asked and told and marks_agree(asked[0].marked, told[0].marked)):
        return False
    return len(asked) == len(told) and (
        marks_agree(asked[1].marked, told[1].marked) or _is_how_many(asked[1])
    )


def _swaps_of_name(pairing: Pairing) -> bool:
    """Whether the fact's subject gives where it is asked what it got, or sends where it is asked who was sent to it; or the other way round."""
    question, fact, told = pairing.question, pairing.fact, pairing.told
    language = pairing.lexicon.language
    spoken = [mention.span for mention in question.mentions if fact.subject in mention.names]
    sent = any(_opens(question, span) and _is_sent(question.tokens, span, language) for span in spoken)
    tokens = question.tokens
    if not (
        sent
        or any(
            any(parties_of(tokens, span, language)) or gets_something(tokens, span, language)
            for span in spoken
        )
    ):
        return False
    named = [found.span for found in pairing.names if found.meaning == fact.subject]
    if sent:
        return any(_sends(told, span, language) for span in named)
    before = [told[: span.start] for span in named]
    asked = {party for span in spoken for party in _asked_of(question, span, language, before)}
    if any(_opens(question, span) and gets_something(question.tokens, span, language) for span in spoken):
        asked.add("receiver")
    if any(
        _gets_at(question.tokens, past(question.tokens, span.stop, telling("before_verbs")))
        for span in spoken
    ):
        named = [span for span in named if _is_by_itself(told, span, language)]
    if any(
        _punishes(question.tokens, past(question.tokens, span.stop, telling("before_verbs")))
        for span in spoken
    ):
        named = [span for span in named if not _are_punished_at(told, span, language)]
    given = {party for span in named for party in parties_of(told, span, language)}
    return bool(asked and given) and asked.isdisjoint(given)


def _punishes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of what an authority does to those under it stands at a place."""
    return has_any(tokens[at : at + _VERB], telling("punishing"))


def _are_punished_at(told: Sequence[Token], name: range, language: Language) -> bool:
    """Whether a name only says where those are to whom that is told to be done, and by nobody else: "6 người ở X bị cảnh cáo"."""
    start = _start_with_kind(told, name, language)
    at = past(told, name.stop, telling("before_verbs"))
    where = start > 0 and told[start - 1].may_be(*telling("placing"))
    return where and at < len(told) and told[at].may_be(*telling("passive")) and _punishes(told, at + 1)


def _is_by_itself(told: Sequence[Token], name: range, language: Language) -> bool:
    """Whether a name stands first in its clause, but for the word for what it is: "người dân X cung cấp" is not "X cung cấp"."""
    start = _start_with_kind(told, name, language)
    return start == 0 or told[start].pause


def _start_with_kind(told: Sequence[Token], name: range, language: Language) -> int:
    """Where a name begins together with the kind of place before it: "| xã X"."""
    kinds = {found.end: found.start for found in language.place_types.everywhere(told)}
    return kinds.get(name.start, name.start)


def is_given(tokens: Sequence[Token], language: Language) -> bool:
    """Whether a text tells of something that somebody is given: "được hỗ trợ 5 triệu đồng"."""
    return any(
        tokens[at - 1].may_be(*telling("done_to")) and giving_at(tokens, at, language)
        for at in range(1, len(tokens))
    )


def _asked_of(
    question: Understanding, name: range, language: Language, told_before: Iterable[Sequence[Token]]
) -> Iterator[Party]:
    """What a question makes of a name, unless that only says whose or where something is: "hộ ở X được hỗ trợ".

    Whose it is may be asked where the fact tells the same of the same: "tiểu thương X".
    """
    opens = _opens(question, name) or any(
        _end_alike(question.tokens[: name.start], one) for one in told_before
    )
    for party in parties_of(question.tokens, name, language):
        if opens or (party == "receiver" and _is_given_to(question.tokens, name, language)):
            yield party


def parties_of(tokens: Sequence[Token], name: range, language: Language) -> Iterator[Party]:
    """What a text makes of a name: who gives something, or who gets it."""
    at = past(tokens, name.stop, telling("before_verbs"))
    if at < len(tokens) and not tokens[at].pause:
        if giving_at(tokens, at, language):
            yield "giver"
        elif (tokens[at].may_be(*telling("done_to")) and _gives_later(tokens, at + 1, language)) or _gets_at(
            tokens, at
        ):
            yield "receiver"
    if _is_given_to(tokens, name, language):
        yield "receiver"


def _gets_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is asked how much was got: "nhận bao nhiêu", "nhận được mấy"."""
    if at >= len(tokens) or not tokens[at].may_be(_GOT):
        return False
    behind = past(tokens, at + 1, telling("getting"))
    return behind < len(tokens) and _is_how_many(tokens[behind])


def gets_something(tokens: Sequence[Token], name: range, language: Language) -> bool:
    """Whether a name is said to get something, be it not asked how much: "bà X nhận đất để làm gì"."""
    at = past(tokens, name.stop, telling("before_verbs"))
    if at + 1 >= len(tokens) or not tokens[at].may_be(_GOT) or tokens[at + 1].pause:
        return False
    word = language.compounds.longest(tokens, at)
    return word is None or len(word.span) == 1 or tokens[at + 1].may_be(*telling("getting"))


def _is_how_many(token: Token) -> bool:
    return token.folded in _HOW_MANY or token.number is not None


def _gives_later(tokens: Sequence[Token], start: int, language: Language) -> bool:
    end = next((at for at in range(start, len(tokens)) if tokens[at].pause), len(tokens))
    return any(giving_at(tokens, at, language) for at in range(start, end))


def giving_at(tokens: Sequence[Token], at: int, language: Language) -> list[Found[str]]:
    """The verbs of giving at a place; "thương" is no "thưởng", whatever marks it might lack, and "các cấp" give nothing."""
    return [
        one
        for one in language.giving.at(tokens, at)
        if is_spelled(one, tokens) and not _ends_a_word(tokens, one.span, language)
    ]


def is_spelled(found: Found[str], tokens: Sequence[Token]) -> bool:
    """Whether a verb is meant as it stands, with all of its marks or with none."""
    return stands_in_full(found, tokens) or not any(has_marks(tokens[at].marked) for at in found.span)


def _is_given_to(tokens: Sequence[Token], name: range, language: Language) -> bool:
    """Whether something is given to a name: "tặng (cho) X"."""
    if tokens[name.start].pause:
        return False
    at = back_past(tokens, name.start, telling("receiving"))
    return any(
        found.end == at for start in range(max(0, at - 3), at) for found in giving_at(tokens, start, language)
    )


def _opens(question: Understanding, name: range) -> bool:
    """Whether a name stands first of all that is said, and says neither whose nor where something is."""
    return question.tokens[name.start].pause or all(
        question.roles[at] is not None and not question.tokens[at].may_be(*telling("whose_or_where"))
        for at in range(name.start)
    )


def _end_alike(tokens: Sequence[Token], told: Sequence[Token]) -> bool:
    """Whether the same word stands last in two texts, and is none that only says where."""
    if not (tokens and told) or tokens[-1].folded != told[-1].folded:
        return False
    return marks_agree(tokens[-1].marked, told[-1].marked) and not tokens[-1].may_be(
        *telling("whose_or_where")
    )


def _is_sent(tokens: Sequence[Token], name: range, language: Language) -> bool:
    """Whether a name stands as what somebody is sent to: "X được luân chuyển bao nhiêu cán bộ"."""
    at = past(tokens, name.stop, telling("before_verbs"))
    if at >= len(tokens):
        return False
    if _gets_at(tokens, at):  # "X nhận bao nhiêu cán bộ luân chuyển"
        return any(language.moving.longest(tokens, behind) for behind in range(at + 2, len(tokens)))
    return tokens[at].may_be(*telling("done_to")) and language.moving.longest(tokens, at + 1) is not None


def _sends(told: Sequence[Token], name: range, language: Language) -> bool:
    at = past(told, name.stop, telling("before_verbs"))
    return at < len(told) and language.moving.longest(told, at) is not None


def _givers(told: Sequence[Token], fact: Fact, language: Language) -> set[str]:
    """The folded words that a text of the store tells to give something, or money to come from: "31 tỷ đồng từ ngân sách tỉnh"."""
    givers = {head for head, party in _heads(told, language) if party == "giver"}
    return givers | set(_sources(told)) if is_money(fact.unit) else givers


def _sources(told: Sequence[Token]) -> Iterator[str]:
    """The folded last word of whatever stands behind "từ", up to the next stop."""
    for at, token in enumerate(told[:-1]):
        if token.marked in telling("from") and told[at + 1].number is None:
            end = next((i for i in range(at + 1, len(told)) if told[i].pause), len(told))
            yield told[end - 1].folded


def _heads(tokens: Sequence[Token], language: Language) -> Iterator[tuple[str, Party]]:
    """The folded word right before each verb of giving or getting, and whether it is told to give or to get."""
    verbs = sorted(language.giving.found_in(tokens))
    for before, start in pairwise((0, *verbs)):
        if not (start and giving_at(tokens, start, language)):
            continue
        if (
            before
            and tokens[start].marked == _LENT
            and not any(t.pause for t in tokens[before + 1 : start + 1])
        ):
            continue  # "tặng 650 thẻ cho ai" says to whom, and no card gives anything
        at = back_past(tokens, start, telling("before_verbs"))
        if at and tokens[at - 1].may_be(*telling("done_to")):
            at = back_past(tokens, at - 1, telling("before_verbs"))
            if at:
                yield tokens[at - 1].folded, "receiver"
        elif at:
            yield tokens[at - 1].folded, "giver"
    for at in range(1, len(tokens) - 1):
        if tokens[at].may_be(*telling("getting")) and (
            _is_how_many(tokens[at + 1]) or tokens[at + 1].may_be(*telling("getting"))
        ):
            yield tokens[at - 1].folded, "receiver"


def _deals(tokens: Sequence[Token], language: Language) -> Iterator[Deal]:
    """Who does what in deals: the folded word right before each verb, but for those of tense, and the end that the verb is."""
    for found in language.opposite_verbs.cover(tokens):
        if _ends_a_word(tokens, found.span, language):
            continue
        at = back_past(tokens, found.start, telling("before_verbs"))
        deal, end = found.meaning
        lent = tokens[found.start].marked == _LENT and len(found.span) > 1
        if lent and at and tokens[at - 1].may_be(_GRANTED):
            at, end = at - 1, 1 - end  # who "được cho vay" has borrowed
        named = at and tokens[at - 1].may_be(*telling("named_by_deals"))
        if at and not named and not any(token.pause for token in tokens[at : found.start + 1]):
            yield tokens[at - 1].folded, (deal, end)


def _ends_a_word(tokens: Sequence[Token], verb: range, language: Language) -> bool:
    """Whether what may be a verb is but the end of a longer word: "nhân" of "nạn nhân" is no "nhận"."""
    if len(verb) > 1 or not verb.start:
        return False
    ending = [one for one in language.compounds.at(tokens, verb.start - 1) if one.end == verb.stop]
    if any(stands_in_full(one, tokens) for one in ending):
        return True
    return bool(ending) and not any(
        has_marks(token.typed) for token in tokens
    )  # among marks "Quan giao" is no "quản giáo"
