"""Telex and VNI: what a reader typed while the Vietnamese keyboard was off.

Both are ways of typing marks as extra keys: "luaan chuyeern" (Telex) and
"lua6n chuye6n3" (VNI) stand for "luân chuyển". The keys may come anywhere
after the vowel, as typists do it and as input methods accept it. Rules as in
the Telex recommendation of 1993 and the VNI convention.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import lru_cache

from knowledge.text.vietnamese import has_marks, is_syllable, place_tone

_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"u": "ư", "o": "ơ"}
_BREVE = {"a": "ă"}
_VOWELS = frozenset("aeiouyâêôăơư")
_ENOUGH_TOKENS = 2
_SHORT_QUESTION = 3
_LONGEST = 12
"""No syllable takes more keys than these."""


@lru_cache(maxsize=10_000)
def decode_telex(word: str) -> str | None:
    """The syllable that Telex keys spell, or None where they spell none.

    >>> decode_telex("nguowfi"), decode_telex("chuyeern"), decode_telex("hello")
    ('người', 'chuyển', None)
    """
    return _decode_with(word, _telex_key)


@lru_cache(maxsize=10_000)
def decode_vni(word: str) -> str | None:
    """The syllable that VNI keys spell, or None where they spell none.

    >>> decode_vni("d9ie6u2"), decode_vni("u23")
    ('điều', None)
    """
    return _decode_with(word, _vni_key)


_Spelling = tuple[str, str]
"""Letters typed so far, and the tone's combining character."""


def _decode_with(word: str, press: Callable[[_Spelling, str], Iterator[_Spelling]]) -> str | None:
    """The first syllable among all that the keys could spell, each key read in its likeliest way first."""
    spellings: list[_Spelling] = [("", "")]
    for key in word[:_LONGEST]:
        spellings = list(dict.fromkeys(after for before in spellings for after in press(before, key)))
        if not spellings:
            return None
    found = (_syllable(letters, tone, word) for letters, tone in spellings)
    return next(filter(None, found), None) if len(word) <= _LONGEST else None


def _telex_key(spelling: _Spelling, key: str) -> Iterator[_Spelling]:
    letters, tone = spelling
    if key in _TELEX_TONES and _VOWELS.intersection(letters):
        if not tone or tone == _TELEX_TONES[key]:
            yield letters, _TELEX_TONES[key]
    elif key == "w":
        marked = list(_marked(letters, _HORN | _BREVE))
        yield from ((spelled, tone) for spelled in marked)
        if not marked:
            yield f"{letters}ư", tone
    elif key == "d" and letters.startswith("d"):
        yield f"đ{letters[1:]}", tone
    else:
        if key in _CIRCUMFLEX:
            yield from ((spelled, tone) for spelled in _marked(letters, {key: _CIRCUMFLEX[key]}))
            if _CIRCUMFLEX[key] in letters:  # pressed a third time, it takes the circumflex back
                yield letters.replace(_CIRCUMFLEX[key], key * 2), tone
        yield letters + key, tone


def _vni_key(spelling: _Spelling, key: str) -> Iterator[_Spelling]:
    letters, tone = spelling
    marks: dict[str, dict[str, str]] = {"6": _CIRCUMFLEX, "7": _HORN, "8": _BREVE, "9": {"d": "đ"}}
    if key in _VNI_TONES:
        if not tone and _VOWELS.intersection(letters):
            yield letters, _VNI_TONES[key]
    elif key in marks:
        yield from ((spelled, tone) for spelled in _marked(letters, marks[key]))
    elif not key.isdigit():
        yield letters + key, tone


def _marked(letters: str, marks: Mapping[str, str]) -> Iterator[str]:
    """The letters with a mark on one that takes it, the last first; "uo" takes two horns."""
    for at in reversed(range(len(letters))):
        if letters[at] in marks:
            if letters[at] == "o" and marks.get("o") == "ơ" and letters[at - 1 : at] == "u":
                yield f"{letters[: at - 1]}ươ{letters[at + 1 :]}"
            yield letters[:at] + marks[letters[at]] + letters[at + 1 :]


def _syllable(letters: str, tone: str, typed: str) -> str | None:
    vowel = next((i for i in reversed(range(len(letters))) if letters[i] in _VOWELS), None)
    if vowel is None:
        return None
    spelled = letters
    if tone:
        spelled = unicodedata.normalize("NFC", letters[: vowel + 1] + tone + letters[vowel + 1 :])
        spelled = place_tone(spelled)
    return spelled if spelled != typed and has_marks(spelled) and is_syllable(spelled) else None


def decode(words: Sequence[str], known: Container[str]) -> list[str | None]:
    """What the words of one question mean as keystrokes; None for a word to leave as it is.

    A word is decoded only where the whole question looks typed so: one odd word
    among good ones is a name, a foreign word or a typo, not Telex. `known` holds
    folded words that mean something as they stand. Words are lower case.
    """
    marked = sum(map(has_marks, words))
    if sum(map(str.isascii, words)) <= marked:
        return [None] * len(words)
    for method in (decode_telex, decode_vni):
        decoded = [_decoded(word, method, known) for word in words]
        certain = sum(1 for d in decoded if d is not None)
        if certain > marked and (certain >= _ENOUGH_TOKENS or len(words) <= _SHORT_QUESTION):
            return decoded
    return [None] * len(words)


def _decoded(word: str, method: Callable[[str], str | None], known: Container[str]) -> str | None:
    if not word.isascii() or not any(c.isalpha() for c in word):
        return None
    # "soong" could be a word, but in a question typed so it hardly ever is
    if (is_syllable(word) or word in known) and "oo" not in word:
        return None
    return method(word)
