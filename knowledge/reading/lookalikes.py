"""Syllables without marks that look like a word of no weight, where that word cannot stand.

"Ban" is "bạn" before or behind a question, and "bán" within it; "cho" at the end is "chờ".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from knowledge.text.language import Language
from knowledge.text.phrases import Found
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import has_marks

_LONGEST_UNIT = 4
"""So many syllables has what persons are counted in, at most."""


def misplaced(tokens: Sequence[Token], named: AbstractSet[int], language: Language) -> frozenset[int]:
    """The positions in a question without marks of what only looks like a word of no weight; names stand at some."""
    return frozenset(_misplaced(tokens, named, language))


def only_looks_asking(tokens: Sequence[Token], ask: Found[str], language: Language) -> bool:
    """Whether an ask without marks is another word: "dau" beside "bao nhieu" is "đầu", "khong the co" "không thể có"."""
    if ask.meaning == "whether" and looks_narrowing(tokens, ask, language):
        return True
    if len(ask.span) > 1:
        return False
    return looks_asking_beside_amount(tokens, ask.start, language) or (
        tokens[ask.start].folded in language.lookalikes["amounting"]
        and any(other.start != ask.start for other in language.asks.cover(tokens))
    )


def looks_asking_beside_amount(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a syllable that may ask for something else stands in a question that asks how many."""
    return _may_be(tokens[at], language.lookalikes["asking"]) and any(
        found.meaning in ("how_many", "what_share") for found in language.asks.cover(tokens)
    )


def looks_narrowing(tokens: Sequence[Token], found: Found[str], language: Language) -> bool:
    """Whether a phrase without marks may be one that narrows or turns: "thu hoi" is "thử hỏi" or "thu hồi"."""
    return len(found.span) > 1 and any(
        one.end == found.end and one.meaning != found.meaning
        for one in language.restrictive.at(tokens, found.start)
    )


def hides_narrowing(
    tokens: Sequence[Token], found: Found[str], language: Language, *, unmarked: bool
) -> bool:
    """Whether a phrase only looks like one of no weight, and begins with a word that narrows: "lao động nam | ở" is no "nằm ở".

    Typed without marks it may be either, and is one that narrows behind whoever is counted.
    """
    typed = tokens[found.start].marked
    if typed not in language.restrictive_words or found.meaning.startswith(f"{typed} "):
        return False
    return not unmarked or any(
        one.end == found.start and one.meaning.is_person
        for at in range(max(0, found.start - _LONGEST_UNIT), found.start)
        for one in language.units.at(tokens, at)
    )


def leads(tokens: Sequence[Token], at: int, named: AbstractSet[int], language: Language) -> bool:
    """Whether a syllable may be a word that stands in front of what it belongs to, which stands behind it here."""
    looks, behind = language.lookalikes, tokens[at + 1 : at + 2]
    return (
        _may_be(tokens[at], looks["leading"])
        and bool(behind)
        and not behind[0].pause
        and (at + 1 in named or not _may_be(behind[0], looks["auxiliaries"]))
    )


def _misplaced(tokens: Sequence[Token], named: AbstractSet[int], language: Language) -> Iterator[int]:
    looks = language.lookalikes
    for at, token in enumerate(tokens):
        if (
            _may_be(token, looks["phrasal"])
            or (
                _may_be(token, looks["edges"])
                and not (_opens(tokens, at, language) or _closes(tokens, at, language))
            )
            or (_may_be(token, looks["leading"]) and not leads(tokens, at, named, language))
            or (_may_be(token, looks["counting"]) and _measures(tokens[at + 1 : at + 2], language))
        ):
            yield at


def _measures(behind: Sequence[Token], language: Language) -> bool:
    """Whether what stands right behind a numeral is what it counts in time or turns: "ba ngay"."""
    return bool(behind) and not behind[0].pause and behind[0].folded in language.measures


def _opens(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether only such words stand before it in its clause."""
    while at and not tokens[at].pause:
        at -= 1
        if not _may_be(tokens[at], language.lookalikes["edges"]):
            return False
    return True


def _closes(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a clause ends with it, and nothing stands before it that wants a word behind it."""
    looks = language.lookalikes
    if at and not tokens[at].pause and _may_be(tokens[at - 1], looks["leading"] | looks["auxiliaries"]):
        return False
    behind = tokens[at + 1 :]
    if not behind or behind[0].pause:
        return True
    if _may_be(behind[0], looks["getting"]):
        return False
    filler, word = language.harmless.longest(tokens, at + 1), language.compounds.longest(tokens, at + 1)
    if language.asks.longest(tokens, at + 1) or filler is None or (word and word.end > filler.end):
        return False  # "giải nhì | toàn đoàn": what goes on with a word has not ended
    return not (
        _asks_how_many_of(tokens, at, language) and _may_be(behind[0], language.lookalikes["locating"])
    )


def _asks_how_many_of(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether it is asked right before a syllable how many there are: "may nha o X" asks for houses."""
    return any(
        found.end == at and found.meaning == "how_many"
        for start in range(max(0, at - 2), at)
        for found in language.asks.at(tokens, start)
    )


def _may_be(token: Token, words: AbstractSet[str]) -> bool:
    """Whether a syllable without marks may be one of some folded words; what got its marks back is part of another."""
    return token.folded in words and not has_marks(token.marked)
