"""Who does what is told: another than the one who is asked about, or one to whom it was done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from knowledge.abbreviations import read_known
from knowledge.lexicon import Lexicon
from knowledge.models import Fact
from knowledge.reading import Token
from knowledge.understanding import Understanding
from knowledge.units import units_of
from knowledge.vietnamese import marks_agree

_TENSES = ("đã", "sẽ", "đang", "vừa", "từng", "cũng")
_FOR = ("để",)
_SETTING = ("ở", "tại", "của", "thuộc")
_VERB = 2
"""The syllables of a verb, at most."""
_PERSONS = "nguoi"


def is_done_by_another(question: Understanding, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether somebody else of a kind is told to do just what is asked of a name: "X vô địch môn nào" of "Y vô địch sau khi thắng X"."""
    if "whether" in question.asks:
        return False
    told = read_known(fact.statement)
    asked = [(mention, _behind(question.tokens, mention.end)) for mention in question.mentions]
    done = [(mention, verb) for mention, verb in asked if _is_told(verb, told)]
    names = lexicon.name_index.cover(told) if done else ()
    for mention, verb in done:
        doers = {one.meaning for one in names if _agree(verb, _behind(told, one.end))}
        kinds = {lexicon.names[name].kind for name in mention.names}
        alike = [one for one in doers.difference(question.names) if lexicon.names[one].kind in kinds]
        if alike and not any(_is_in(one, other, lexicon) for one in doers for other in mention.names):
            return True
    return False


def counts_those_it_was_done_to(question: Understanding, fact: Fact) -> bool:
    """Whether it is asked how many did something to others, and the fact tells to how many that was done."""
    asked = [at for at, role in enumerate(question.roles) if role == "ask:how_many"]
    if not (asked and question.counted_units):
        return False
    start = asked[-1] + 1 + len(question.counted_units[0])
    while start < len(question.tokens) and _is_where(question, start):
        start += 1
    if start < len(question.tokens) and question.tokens[start].may_be(*_FOR):
        return False  # "bao nhiêu người để bầu ủy viên" elect nobody
    verb = [token for token in _behind(question.tokens, start) if not _is_person([token])]
    behind = start + len(verb)
    if not verb or not (
        _is_person(question.tokens[behind : behind + 1]) or _is_person(question.tokens[behind : behind + 2])
    ):
        return False
    told = read_known(fact.statement)
    return any(
        marks_agree(verb[-1].marked, before.marked)
        for before, figure in pairwise(told)
        if figure.number is not None and figure.number == fact.number
    )


def _is_where(question: Understanding, at: int) -> bool:
    """Whether a word is a name, or what stands before it: "ở X"."""
    return (question.roles[at] or "").startswith("name:") or question.tokens[at].may_be(*_SETTING)


def _is_in(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether one of two names is the other or a part of it."""
    return one == other or one in lexicon.above(other) or other in lexicon.above(one)


def _is_person(tokens: Sequence[Token]) -> bool:
    return any(unit.kind == _PERSONS for unit in units_of([token.marked for token in tokens]))


def _behind(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The verb that may stand behind a doer."""
    while at < len(tokens) and tokens[at].may_be(*_TENSES):
        at += 1
    verb = tokens[at : at + _VERB]
    return () if any(token.pause for token in verb) else verb


def _is_told(verb: Sequence[Token], told: Sequence[Token]) -> bool:
    return any(
        token.folded == verb[0].folded and _agree(verb, told[at : at + _VERB])
        for at, token in enumerate(told if verb else ())
    )


def _agree(asked: Sequence[Token], told: Sequence[Token]) -> bool:
    """Whether two verbs of two syllables are the same."""
    pairs = list(zip(asked, told, strict=False))
    return len(pairs) == _VERB and all(marks_agree(one.marked, other.marked) for one, other in pairs)
