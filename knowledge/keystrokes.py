"""Telex and VNI: what a reader typed while the Vietnamese keyboard was off.

Both are ways of typing marks as extra keys: "luaan chuyeern" (Telex) and
"lua6n chuye6n3" (VNI) stand for "luân chuyển". The keys may come anywhere
after the vowel, as typists do it and as input methods accept it. Rules as in
the Telex recommendation of 1993 and the VNI convention.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Sequence
from functools import lru_cache

from knowledge.vietnamese import has_marks, is_syllable, place_tone

_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"u": "ư", "o": "ơ"}
_BREVE = {"a": "ă"}
_VOWELS = frozenset("aeiouyâêôăơư")
_ENOUGH_TOKENS = 2
_SHORT_QUESTION = 3


@lru_cache(maxsize=10_000)
def decode_telex(word: str) -> str | None:
    """The syllable that Telex keys spell, or None where they spell none.

    >>> decode_telex("nguowfi"), decode_telex("chuyeern"), decode_telex("hello")
    ('người', 'chuyển', None)
    """
    letters: list[str] = []
    tone = ""
    for key in word:
        if key in _TELEX_TONES and _VOWELS.intersection(letters):
            if tone and tone != _TELEX_TONES[key]:
                return None
            tone = _TELEX_TONES[key]
        elif key == "w":
            if not _put_mark(letters, _HORN | _BREVE):
                letters.append("ư")
        elif key == "d" and letters[:1] == ["d"]:
            letters[0] = "đ"
        elif key not in _CIRCUMFLEX or key not in letters or not _put_mark(letters, {key: _CIRCUMFLEX[key]}):
            letters.append(key)
    return _syllable(letters, tone, word)


@lru_cache(maxsize=10_000)
def decode_vni(word: str) -> str | None:
    """The syllable that VNI keys spell, or None where they spell none.

    >>> decode_vni("d9ie6u2"), decode_vni("u23")
    ('điều', None)
    """
    letters: list[str] = []
    tone = ""
    marks: dict[str, dict[str, str]] = {"6": _CIRCUMFLEX, "7": _HORN, "8": _BREVE, "9": {"d": "đ"}}
    for key in word:
        if key in _VNI_TONES:
            if tone or not _VOWELS.intersection(letters):
                return None
            tone = _VNI_TONES[key]
        elif key in marks:
            if not _put_mark(letters, marks[key]):
                return None
        elif key.isdigit():
            return None
        else:
            letters.append(key)
    return _syllable(letters, tone, word)


def _put_mark(letters: list[str], marks: dict[str, str]) -> bool:
    """Mark the last letter that takes the mark; "uo" takes two horns. False where none does."""
    for at in reversed(range(len(letters))):
        if letters[at] in marks:
            if letters[at] == "o" and marks.get("o") == "ơ" and letters[at - 1 : at] == ["u"]:
                letters[at - 1] = "ư"
            letters[at] = marks[letters[at]]
            return True
    return False


def _syllable(letters: list[str], tone: str, typed: str) -> str | None:
    spelled = "".join(letters)
    vowel = next((i for i in reversed(range(len(letters))) if letters[i] in _VOWELS), None)
    if vowel is None:
        return None
    if tone:
        spelled = unicodedata.normalize("NFC", spelled[: vowel + 1] + tone + spelled[vowel + 1 :])
        spelled = place_tone(spelled)
    # "thuở", "huơ", "quơ": the horn that typing "uow" puts on both stands on the o alone there.
    for candidate in (spelled, place_tone(spelled.replace("ư", "u", 1))):
        if candidate != typed and has_marks(candidate) and is_syllable(candidate):
            return candidate
    return None


def decode(words: Sequence[str], known: Container[str]) -> list[str | None]:
    """What the words of one question mean as keystrokes; None for a word to leave as it is.

    A word is decoded only where the whole question looks typed so: one odd word
    among good ones is a name, a foreign word or a typo, not Telex. `known` holds
    folded words that mean something as they stand. Words are lower case.
    """
    for method in (decode_telex, decode_vni):
        decoded = [_decoded(word, method, known) for word in words]
        certain = sum(1 for d in decoded if d is not None)
        marked = sum(1 for word in words if has_marks(word))
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
