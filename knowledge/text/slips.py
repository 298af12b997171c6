"""How far a typed word is from one that may have been meant."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.text.vietnamese import fold, has_marks, marks_agree, split_tone
from knowledge.text.vocabulary import sound

SOUND, MARKS, WRONG_MARKS = 0.15, 0.1, 0.3
"""What it costs to have written by ear, with hỏi and ngã exchanged, or with other marks."""
LONG_WORD = 6
_FRONT = ("i", "e", "y")
_SWAPPED, _OTHER_HEAD = -0.3, 0.05
_SLIP, _MOVED_MARK, _OTHER_TONE, _LEFT_OUT_TONE = 0.35, 0.15, 0.1, 0.03


@lru_cache(maxsize=20_000)
def slip_cost(typed: str, meant: str) -> float | None:
    """How far a typed word is from a meant one, both normalized; None for too far.

    0 is the same word with marks left out, 1 would be nothing alike.
    """
    if marks_agree(typed, meant):
        return 0.0
    folded, target = fold(typed), fold(meant)
    if folded == target:
        if typed[0] != meant[0] and has_marks(typed[0]):
            return None  # whoever typed đ meant no d
        tones = {split_tone(typed)[1], split_tone(meant)[1]}
        return MARKS if tones == {"\u0309", "\u0303"} else WRONG_MARKS
    if any(map(str.isdigit, folded)) and any(map(str.isdigit, target)):
        return None  # "B00" is no slip of "A00", nor "QL13" of "QL14"
    if _sound_alike(typed, meant):
        cost = SOUND
    elif OSA.distance(folded, target, score_cutoff=reach(folded)) <= reach(folded):
        cost = _SLIP * OSA.distance(folded, target)
    else:
        return None
    # marks typed on letters that both words share must agree all the same
    (letters, typed_tone), (meant_letters, meant_tone) = split_tone(typed), split_tone(meant)
    if has_marks(typed):
        cost += _MOVED_MARK * (OSA.distance(letters, meant_letters) - OSA.distance(folded, target))
        if typed_tone != meant_tone:
            cost += _OTHER_TONE if typed_tone else _LEFT_OUT_TONE
    return cost


def oddness(typed: str, meant: str) -> float:
    """How much less likely, of two slips that cost the same, is one that made a typed word of a meant one.

    Letters are swapped with their marks sooner than others are put for them, and the first is seldom wrong.
    """
    if has_marks(typed) and sorted(typed) == sorted(meant):
        return _SWAPPED
    other_head = fold(typed)[0] != fold(meant)[0] and not _sound_alike(typed, meant)
    return _OTHER_HEAD if other_head else 0.0


def _sound_alike(typed: str, meant: str) -> bool:
    """Whether two words sound the same somewhere; nobody hears a "đ" for "v", "gi" or "r"."""
    folded, target = fold(typed), fold(meant)
    crossed = any(one[0] == "đ" and other != "d" for one, other in ((typed, target[0]), (meant, folded[0])))
    # "cí" lost the "h" of "chí": by ear it is "kí" that is written for "ký"
    crossed = crossed or (folded[0] == "c" and folded[1:2] in _FRONT and target[0] == "k")
    return sound(folded) == sound(target) and not crossed


def lacks_tone(word: str) -> bool:
    """Whether a word has marks and ends in a stop, but not the tone that it must have then ("đưc")."""
    return has_marks(word) and not split_tone(word)[1] and word.endswith(("p", "t", "c", "ch"))


def reach(folded: str) -> int:
    """How many letters of a word may be wrong."""
    return 2 if len(folded) >= LONG_WORD else 1
