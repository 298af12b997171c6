"""What a question itself states beside what it asks: the whole of a part, or that it is places whose names it wants."""

from __future__ import annotations

from knowledge.models import Fact
from knowledge.questions.siblings import Siblings
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.store.reader import StoredFact
from knowledge.text.abbreviations import words_of
from knowledge.text.language import Language
from knowledge.text.tokens import numeral_at

_PER_CENT = ("tram", "%", "le")
_SPOTS = frozenset(["nơi", "chỗ"])
_OF_THESE = ("trong", "so")
_WHOSE = ("của", "thuộc")


def is_part_of_stated(question: Understanding, stored: StoredFact, siblings: Siblings) -> bool:
    """Whether a fact counts a part of what the question gives the number of: "trong 37 người, cấp phó chiếm bao nhiêu"."""
    whole = siblings.whole_of(stored) if stored.fact.kind == "count" else None
    figure = whole.fact.number if whole else None
    if figure is None or any(token.folded in _PER_CENT for token in question.tokens):
        return False
    return any(token.number == figure for token in question.tokens)


def asks_what_places_are_called(question: Understanding, language: Language) -> bool:
    """Whether it is places whose names are asked for: what the question begins with, "hai xã … tên gì", or "cho xin tên 6 xã"."""
    roles = question.roles
    first = next((at for at, role in enumerate(roles) if role is None), len(roles))
    if "ask:who" not in roles[first:]:
        first = max((at + 1 for at in question.where_asks("who")), default=len(roles))
        first = next((at for at in range(first, len(roles)) if roles[at] != "harmless"), len(roles))
    if first == len(roles):
        return False
    number = question.tokens[first].number is not None or numeral_at(question.tokens, first)[1] is not None
    at = first + 1 if number else first
    return at < len(question.tokens) and (
        question.may_be(at, _SPOTS) or language.place_types.longest(question.tokens, at) is not None
    )


def claims_as_its_own(question: Understanding, language: Language) -> bool:
    """Whether a figure is put forward as that of what a place has: "6/10 xã của Y phải không"."""
    if "whether" not in question.asks or not question.claims:
        return False
    kinds = {found.end: found.start for found in language.place_types.cover(question.tokens)}
    starts = (kinds.get(mention.start, mention.start) for mention in question.mentions)
    return any(start and question.tokens[start - 1].may_be(*_WHOSE) for start in starts)


def is_asked_for_part(question: Understanding, fact: Fact) -> bool:
    """Whether "how many" is asked of the fact's own figure: "trong 31 lượt, mấy lượt là …"."""
    if question.ask != "how_many" or fact.number is None or fact.number == fact.of:
        return False
    return any(
        token.number == fact.number and at and question.tokens[at - 1].folded in _OF_THESE
        for at, token in enumerate(question.tokens)
    )


def is_called_by(topic: str, subject: str, lexicon: Lexicon) -> bool:
    """Whether the name of a subject begins with what a topic is called by: "nhà máy nước" of "Nhà máy nước X"."""
    name = f"{' '.join(words_of(lexicon.names[subject].name))} "
    return any(name.startswith(f"{' '.join(words_of(one))} ") for one in lexicon.topics[topic].phrases)
