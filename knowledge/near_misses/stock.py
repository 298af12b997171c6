"""How many there are of a kind, and figures of those only who did something, have something or are somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.near_misses.pairing import Pairing, telling, tells
from knowledge.near_misses.rules import where
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.counting import PERSONS
from knowledge.text.language import language
from knowledge.text.runs import stands_at
from knowledge.text.tokens import Token
from knowledge.text.units import begins_with_household, begins_with_person, units_of

_THERE_ARE = "có"
_FOR = "cho"
_LOOKED_INTO = frozenset([PERSONS, "ho", "to_chuc", "to_chuc_dang", "co_so", "doanh_nghiep"])
"""The classes of people and bodies."""
_VERB = (1, 2)
"""The syllables of a verb."""


def _asks_how_many_there_are(question: Understanding) -> bool:
    """Whether it is asked how many there are of a kind, and nothing more is said of them: "X có bao nhiêu hộ"."""
    asked = question.where_asks("how_many")
    if question.ask != "how_many" or not asked or not question.counted_units:
        return False
    before = range(max(0, asked[0] - 1), asked[0] + 1)
    if not any(question.tokens[at].may_be(_THERE_ARE) for at in before):
        return False
    kind = {word for unit in question.counted_units for word in unit}
    return all(question.tokens[at].marked in kind for at in question.content)


def _behind_what_is_counted(pairing: Pairing) -> Sequence[Token]:
    """What is told behind the figure and its unit, up to the next pause; names left out."""
    told, number = pairing.told_but_names, pairing.fact.number
    at = next((i + 1 for i, token in enumerate(told) if token.number == number), len(told))
    unit = words_of(pairing.fact.unit or "")
    start = at + len(unit) if unit and stands_at(told, at, unit) else len(told)
    end = next((i for i in range(start, len(told)) if told[i].pause), len(told))
    return told[start:end]


@where(_asks_how_many_there_are)
def counts_only_those_who(pairing: Pairing) -> bool:
    """Whether only those are counted who did something, had it done to them, or have something: "7.835 hộ | còn dư nợ"."""
    behind = _behind_what_is_counted(pairing)
    some = telling("of_some")
    size = next((i for i, token in enumerate(behind) if not token.may_be(*some)), len(behind))
    rest = behind[size:]
    lasts = any(stands_at(rest, 0, words_of(one)) for one in telling("being_there"))
    return bool(size and rest) and not lasts


@where(_asks_how_many_there_are)
def counts_those_looked_into(pairing: Pairing) -> bool:
    """Whether it is told how many people or bodies were looked into or punished: "kiểm tra 64 tổ chức đảng"."""
    if not {unit.kind for unit in units_of(words_of(pairing.fact.unit or ""))} & _LOOKED_INTO:
        return False  # "xử lý 8 vụ" are all there were
    told, number = [token.marked for token in pairing.told], pairing.figure
    return any(" ".join(told[max(0, number - size) : number]) in telling("punishing") for size in _VERB)


@where(_asks_how_many_there_are)
def counts_those_of_some_places(pairing: Pairing) -> bool:
    """Whether people are counted of some places or bodies only, or such as something is done for: "Các khu công nghiệp của X có 168.500 lao động"."""
    unit = pairing.fact.unit or ""
    if not (begins_with_person(unit) or begins_with_household(unit)) or _is_a_post(unit):
        return False
    told = pairing.told_but_names
    figure = next((i for i, token in enumerate(told) if token.number == pairing.fact.number), 0)
    if figure and told[figure - 1].may_be(_FOR):
        return True
    tokens = pairing.question.tokens
    return bool(
        told and told[0].may_be(*telling("several")) and figure > 1 and not tells(tokens, told[1].marked)
    )


def _is_a_post(unit: str) -> bool:
    """Whether those who are counted hold a post, which there is nowhere but in some bodies: "19 phó bí thư"."""
    return unit.lower().endswith(tuple(language().posts))


@where(_asks_how_many_there_are)
def is_of_what_its_topic_tells(pairing: Pairing) -> bool:
    """Whether what is counted is told of by a topic of which nothing is asked: "214 cán bộ có chữ ký số", of digital signatures."""
    said = {*words_of(pairing.fact.unit or ""), *(token.marked for token in pairing.question.tokens)}
    named = [set(words_of(one)) for one in pairing.lexicon.topics[pairing.hit.topic].phrases]
    if any(said & words for words in named):
        return False
    told = {token.marked for token in pairing.told_but_names}
    return any(len(words & told) > 1 for words in named)
