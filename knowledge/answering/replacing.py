"""Which words of the last question still narrow the next one: all but the one that it puts another of its kind in the place of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from knowledge.reading.understanding import Understanding
from knowledge.text.language import language
from knowledge.text.tokens import Token, tokenize
from knowledge.text.vietnamese import marks_agree


def kept_beside(understanding: Understanding, topical: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    """Those of the `others`, the words that narrowed the last question, that go on narrowing this one.

    "Còn phường?" behind "trước sắp xếp có bao nhiêu xã" is of the same time, and "còn mũi 2?" behind
    "người từ 18 tuổi tiêm mũi 3" of the same people. Nothing is kept where no word takes the place of another.
    """
    own = [understanding.tokens[at] for at in understanding.content]
    replaced = [one for one in (*topical, *others) if _takes_place_of(own, tokenize(one))]
    if replaced:
        yield from (one for one in others if one not in replaced)


def _takes_place_of(own: Sequence[Token], before: Sequence[Token]) -> bool:
    """Whether all that is said now is another of a kind that was spoken of before: "mũi 2" and "mũi 3", "phường" and "xã"."""
    if len(own) == 2 and own[1].number is not None:  # noqa: PLR2004  what it is, and which one
        return any(
            marks_agree(own[0].marked, one.marked) and other.number not in (None, own[1].number)
            for one, other in pairwise(before)
        )
    return _is_kind_of_place(own) and _is_kind_of_place(before)


def _is_kind_of_place(tokens: Iterable[Token]) -> bool:
    return " ".join(token.marked for token in tokens) in language().place_levels
