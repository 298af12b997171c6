"""Who does what is told: another than the one who is asked about, or one to whom it was done."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.near_misses.pairing import Pairing, asked_but_names, but_names, has_any, has_word, telling
from knowledge.near_misses.rules import Rule, has_asks_for, says, where
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.runs import are_the_same, back_past, past, stands_in, starts_of
from knowledge.text.tokens import Token
from knowledge.text.units import is_money, units_of
from knowledge.text.vietnamese import marks_agree

_VERB = 2
"""The syllables of a verb, at most."""
_HELD = 3
"""So many words behind somebody it is said what they hold: "người dân | rất hài lòng"."""
_GROUP = 6
"""The syllables of what a group is called, at most: "tổ tiết kiệm và vay vốn"."""


def tells_who_did_it(question: Understanding, told: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a sentence tells of somebody, in front of the verb, just what it is asked who did: "ai (quyết định) luân chuyển X"."""
    asked = question.where_asks("who")
    if not asked:
        return False
    at = asked[-1] + 1
    while found := next(
        (
            one
            for one in map(words_of, telling("deciding"))
            if stands_in(question.tokens[at : at + len(one)], one)
        ),
        (),
    ):
        at += len(found)
    verb = _behind(question.tokens, at)
    if len(verb) < _VERB or not question.mentions:
        return False
    whom = {name for mention in question.mentions for name in mention.names}
    names = lexicon.name_index.cover(told)
    return any(
        one.meaning not in whom
        and are_the_same(verb, _behind(told, one.end))
        and any(other.start > one.end and other.meaning in whom for other in names)
        for one in names
    )


def _done_by_names(question: Understanding) -> list[tuple[Mention, Sequence[Token]]]:
    """The names that a question puts before a verb, each with that."""
    if "whether" in question.asks:
        return []
    asked = ((mention, _behind(question.tokens, mention.end)) for mention in question.mentions)
    return [(mention, verb) for mention, verb in asked if len(verb) == _VERB]


@where(_done_by_names)
def is_done_by_another(pairing: Pairing) -> bool:
    """Whether somebody else of a kind is told to do just what is asked of a name: "X vô địch môn nào" of "Y vô địch sau khi thắng X"."""
    question, told, lexicon = pairing.question, pairing.told, pairing.lexicon
    for mention, verb in question.once(_done_by_names):
        if not _is_told(verb, told):
            continue
        doers = {one.meaning for one in pairing.names if are_the_same(verb, _behind(told, one.end))}
        kinds = {lexicon.names[name].kind for name in mention.names}
        alike = [one for one in doers.difference(question.names) if lexicon.names[one].kind in kinds]
        if alike and not any(_is_in(one, other, lexicon) for one in doers for other in mention.names):
            return True
    return False


def _judges_asked(question: Understanding) -> list[str]:
    """Those of the public who a question says hold something to be so: "người dân | đánh giá"."""
    tokens, verbs = question.tokens, (*telling("saying"), *telling("judging"))
    ends = {
        one: [at + len(words_of(one)) for at in starts_of(words_of(one), tokens)]
        for one in telling("the_public")
    }
    return [
        one for one, found in ends.items() if any(has_any(tokens[at : at + _HELD], verbs) for at in found)
    ]


@where(_judges_asked)
def is_held_by_others(pairing: Pairing) -> bool:
    """Whether it is asked what the public holds of something, and the fact tells what somebody else does: "huyện đánh giá"."""
    return not any(has_any(pairing.told, (one,)) for one in pairing.question.once(_judges_asked))


@where(has_asks_for("who"))
def is_done_but_by_name(pairing: Pairing) -> bool:
    """Whether it is asked who does something, and the fact has that only in a name: "do ai quản lý", "Phòng Quản lý đô thị", "tổ trưởng tổ vay vốn"."""
    question, told = pairing.question, pairing.told
    verb = _behind(question.tokens, question.where_asks("who")[-1] + 1)
    if len(verb) < _VERB or any(token.is_capitalized for token in verb):
        return False
    places = [at for at in range(len(told)) if are_the_same(verb, told[at : at + _VERB])]
    return bool(places) and all(
        at and (told[at].is_capitalized or _is_in_what_a_group_is_called(pairing, at)) for at in places
    )


def _is_in_what_a_group_is_called(pairing: Pairing, at: int) -> bool:
    """Whether a verb belongs to what the group is called of which somebody is the head: "tổ trưởng tổ tiết kiệm và | vay vốn"."""
    told, named = pairing.told, {found.start for found in pairing.names}
    for start in range(at - 1, max(0, at - _GROUP), -1):
        if told[start + 1].pause or start + 1 in named or told[start + 1].is_capitalized:
            return False
        if told[start].may_be(*telling("heading")):
            return told[start + 1].may_be(told[start - 1].marked, *telling("bodies"))
    return False


@where(has_asks_for("who"))
def is_who_had_it_done(pairing: Pairing) -> bool:
    """Whether it is asked who did something, and the fact tells to whom it was done: "ai điều động X"."""
    question, told = pairing.question, pairing.told
    asked = question.where_asks("who")
    verb = _behind(question.tokens, asked[-1] + 1)
    places = [at for at in range(1, len(told)) if verb and are_the_same(verb, told[at : at + _VERB])]
    return bool(places) and all(told[at - 1].may_be(*telling("passive")) for at in places)


@where(has_asks_for("how_many"))
def had_done_to_them_what_they_did(pairing: Pairing) -> bool:
    """Whether those who are counted as having had it done to them are asked how many they did it to: "ngư dân X cứu được bao nhiêu người"."""
    question, told, figure, passive = pairing.question, pairing.told, pairing.figure, telling("passive")
    asked = question.where_asks("how_many")
    names = [mention.span for mention in question.mentions if mention.end <= asked[0]]
    before = but_names(question.tokens[: asked[0]], names)
    while before and before[-1].may_be(*telling("adverbs")):
        before.pop()
    if len(before) < _VERB or before[-2].may_be(*passive) or figure == len(told):
        return False
    counted = told[figure + 1 : figure + 1 + _VERB]
    done_to = any(
        told[at - 1].may_be(*passive) and marks_agree(before[-1].marked, told[at].marked)
        for at in range(figure + 2, len(told))
    )
    return done_to and any(marks_agree(before[-2].marked, token.marked) for token in counted)


@where(has_asks_for("how_many"))
def does_what_it_is_for(pairing: Pairing) -> bool:
    """Whether a name is asked about as doing what the figure is only told to serve: "X sản xuất bao nhiêu kWh", "dùng cho sản xuất"."""
    question, fact, told = pairing.question, pairing.fact, pairing.told
    if is_money(fact.unit):
        return False
    for verb in map(words_of, fact.facets):
        start = next((at - len(verb) for at in question.where_asks("how_many")), 0)
        spoken = start > 0 and (question.roles[start - 1] or "").startswith("name:")
        if (
            spoken
            and all(map(marks_agree, map(question.syllable, range(start, start + len(verb))), verb))
            and any(
                told[at - 1].marked in telling("serving")
                and [one.marked for one in told[at : at + len(verb)]] == list(verb)
                for at in range(1, len(told))
            )
        ):
            return True
    return False


@where(says("suffering"))
def suffers_what_it_does(pairing: Pairing) -> bool:
    """Whether an organisation is asked about as one to which just that was done which it is told to do: "công an X bị bắt bao nhiêu người"."""
    question, told, lexicon = pairing.question, pairing.told, pairing.lexicon
    suffering, passive = telling("suffering"), telling("passive")
    for mention in question.mentions:
        at = mention.end
        organ = any(lexicon.names[name].kind == "organisation" for name in mention.names)
        if not organ or at + 1 >= len(question.tokens) or not question.tokens[at].may_be(*suffering):
            continue
        verb = question.tokens[at + 1].marked
        places = [i for i in range(1, len(told)) if marks_agree(verb, told[i].marked)]
        spans = [found.span for found in pairing.names if found.meaning in mention.names]
        if places and not any(
            told[i - 1].may_be(*passive) or any(span.start > i for span in spans) for i in places
        ):
            return True
    return False


@Rule
def does_what_they_suffered(pairing: Pairing) -> bool:
    """Whether those who are told to have suffered something are asked about as having done it: "người dân lừa được bao nhiêu tiền"."""
    question, suffering = pairing.question, telling("suffering")
    if not any(token.marked in suffering for token in pairing.told) or has_word(question.tokens, "suffering"):
        return False
    plain, asked = pairing.told_but_names, question.once(asked_but_names)
    suffered = {
        (plain[at - 1].folded, plain[at + 1].marked)
        for at in range(1, len(plain) - 1)
        if plain[at].marked in suffering and plain[at + 1].marked not in telling("befalling")
    }
    return any(
        asked[at - 1].folded == head and marks_agree(asked[at].marked, verb)
        for at in range(1, len(asked))
        for head, verb in suffered
    )


def _done_to_so_many(question: Understanding) -> str | None:
    """The verb right before "how many" persons, or a figure of persons: "cứu | được | bao nhiêu người"."""
    if not any(any(unit.is_person for unit in units_of(unit)) for unit in question.counted_units):
        return None
    asked = [*question.where_asks("how_many")[:1], *(claim.position for claim in question.claims)]
    starts = (back_past(question.tokens, at, telling("passive")) for at in asked)
    verbs = (question.tokens[at - 1] for at in starts if at and question.roles[at - 1] is None)
    return next((verb.marked for verb in verbs), None)


@where(_done_to_so_many)
def counts_who_took_part(pairing: Pairing) -> bool:
    """Whether it is asked to how many something was done, and the fact counts who took part in doing it: "cứu được bao nhiêu người", "tham gia cứu hộ"."""
    verb, told = pairing.question.once(_done_to_so_many) or "", pairing.told
    places = [at for at, token in enumerate(told) if marks_agree(verb, token.marked)]
    return bool(places) and all(
        has_any(told[max(0, at - _VERB) : at], telling("taking_part")) for at in places
    )


def _asks_how_many_of_what(question: Understanding) -> bool:
    return bool(question.counted_units) and bool(question.where_asks("how_many"))


@where(_asks_how_many_of_what)
def counts_those_it_was_done_to(pairing: Pairing) -> bool:
    """Whether it is asked how many did something to others, and the fact tells to how many that was done."""
    question, purpose = pairing.question, telling("purpose")
    asked = question.where_asks("how_many")
    start = asked[-1] + 1 + len(question.counted_units[0])
    while start < len(question.tokens) and _is_where(question, start):
        start += 1
    if start < len(question.tokens) and question.tokens[start].may_be(*purpose):
        return False  # "bao nhiêu người để bầu ủy viên" elect nobody
    verb = [token for token in _behind(question.tokens, start) if not _is_person([token])]
    behind = start + len(verb)
    if not verb or not (
        _is_person(question.tokens[behind : behind + 1]) or _is_person(question.tokens[behind : behind + 2])
    ):
        return False
    clause = pairing.told[: pairing.figure % len(pairing.told)]
    right_before = bool(clause) and marks_agree(verb[-1].marked, clause[-1].marked)
    return right_before or any(
        are_the_same(verb, clause[at : at + _VERB]) and not clause[at - 1].may_be(*telling("passive"))
        for at in range(1, len(clause) - 1)
        if not any(token.may_be(*purpose) for token in clause[at:])
    )


def _is_where(question: Understanding, at: int) -> bool:
    """Whether a word is a name, or what stands before it: "ở X"."""
    return (question.roles[at] or "").startswith("name:") or question.tokens[at].may_be(*telling("placing"))


def _is_in(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether one of two names is the other or a part of it."""
    return one == other or one in lexicon.above(other) or other in lexicon.above(one)


def _is_person(tokens: Sequence[Token]) -> bool:
    return any(unit.is_person for unit in units_of([token.marked for token in tokens]))


def _behind(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The verb that may stand behind a doer."""
    at = past(tokens, at, telling("tenses"))
    verb = tokens[at : at + _VERB]
    return () if any(token.pause for token in verb) else verb


def _is_told(verb: Sequence[Token], told: Sequence[Token]) -> bool:
    return any(
        token.folded == verb[0].folded and are_the_same(verb, told[at : at + _VERB])
        for at, token in enumerate(told)
    )
