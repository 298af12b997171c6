"""Syllables without marks that look like a word of no weight, where that word cannot stand.

"Ban" is "bạn" before or behind a question, and "bán" within it; "cho" at the end is "chờ".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.language import Language
from knowledge.phrases import Found
from knowledge.reading import Token


def misplaced(tokens: Sequence[Token], language: Language) -> frozenset[int]:
    """The positions in a question without marks of what only looks like a word of no weight."""
    return frozenset(_misplaced(tokens, language))


def only_looks_asking(tokens: Sequence[Token], ask: Found[str], language: Language) -> bool:
    """Whether an ask without marks is another word: "dau" beside "bao nhieu" is "đầu", "khong the co" "không thể có"."""
    if ask.meaning == "whether" and looks_narrowing(tokens, ask, language):
        return True
    return len(ask.span) == 1 and looks_asking_beside_amount(tokens, ask.start, language)


def looks_asking_beside_amount(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a syllable that may ask for something else stands in a question that asks how many."""
    return tokens[at].folded in language.lookalikes["asking"] and any(
        found.meaning in ("how_many", "what_share") for found in language.asks.cover(tokens)
    )


def looks_narrowing(tokens: Sequence[Token], found: Found[str], language: Language) -> bool:
    """Whether a phrase without marks may be one that narrows or turns: "thu hoi" is "thử hỏi" or "thu hồi"."""
    return len(found.span) > 1 and any(
        one.end == found.end and one.meaning != found.meaning
        for one in language.restrictive.at(tokens, found.start)
    )


def _misplaced(tokens: Sequence[Token], language: Language) -> Iterator[int]:
    looks = language.lookalikes
    for at, token in enumerate(tokens):
        if (
            token.folded in looks["phrasal"]
            or (
                token.folded in looks["edges"]
                and not (_opens(tokens, at, language) or _closes(tokens, at, language))
            )
            or (token.folded in looks["leading"] and not _leads(tokens, at, language))
        ):
            yield at


def _opens(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether only such words stand before it in its clause."""
    while at and not tokens[at].pause:
        at -= 1
        if tokens[at].folded not in language.lookalikes["edges"]:
            return False
    return True


def _closes(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a clause ends with it, and nothing stands before it that wants a word behind it."""
    looks = language.lookalikes
    if at and not tokens[at].pause and tokens[at - 1].folded in looks["leading"] | looks["auxiliaries"]:
        return False
    behind = tokens[at + 1 :]
    if not behind or behind[0].pause:
        return True
    asks = language.asks.longest(tokens, at + 1)
    return asks is None and language.harmless.longest(tokens, at + 1) is not None


def _leads(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether something stands behind it that it can belong to."""
    behind = tokens[at + 1 : at + 2]
    return bool(behind) and not behind[0].pause and behind[0].folded not in language.lookalikes["auxiliaries"]
