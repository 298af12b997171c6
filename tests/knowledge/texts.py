"""Vietnamese for tests: any text at all, every syllable there can be, and slow, obvious ways to spell them."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import strategies as st

from knowledge.text.vietnamese import place_tone, toneless_syllables

HUYEN, SAC, HOI, NGA, NANG = TONES = "\u0300\u0301\u0309\u0303\u0323"
CIRCUMFLEX, BREVE, HORN = VOWEL_MARKS = "\u0302\u0306\u031b"
VOWELS = "aăâeêioôơuưy"
STOPS = ("c", "ch", "p", "t")

AWKWARD = (
    "aăâeêioôơuưyđdĐAĂ ÔƠYXIVLC01289/.,-%<>'\"“–`´²½⁄ðÐ\t\n\u00a0\u2028\u3000"  # what people type and paste
    "\x00\x7f\ud800\udfff\u200b\u200d\ufeff\u00ad\ue000\u0378"  # what is not to be seen
    "İıſßẞςΣKﬁﬀǅㅎ각힣１Ａ\u0661Ⅶ😀👩é"  # letters and digits of others
    "\u0300\u0301\u0309\u0303\u0323\u0302\u0306\u031b\u0307\u0345\u0334\u0340\u0344\u1ab0"  # marks on their own
)
any_text = st.one_of(
    st.text(),
    st.text(st.sampled_from(AWKWARD)),
    st.text(st.one_of(st.sampled_from(AWKWARD), st.characters())),
)


def decomposed(word: str) -> list[tuple[str, str, str]]:
    """A word letter by letter: the bare letter, its vowel mark, its tone mark ("" for none)."""
    letters: list[tuple[str, str, str]] = []
    for char in unicodedata.normalize("NFD", word):
        if char in TONES or char in VOWEL_MARKS:
            letter, mark, tone = letters[-1]
            letters[-1] = (letter, mark, char) if char in TONES else (letter, char, tone)
        else:
            letters.append(("d", "-", "") if char == "đ" else (char, "", ""))
    return letters


def composed(letters: list[tuple[str, str, str]]) -> str:
    """What `decomposed` took apart, put together."""
    word = "".join(("đ" if mark == "-" else letter + mark) + tone for letter, mark, tone in letters)
    return unicodedata.normalize("NFC", word)


def toned(toneless: str, tone: str, at: int) -> str:
    """A syllable with a tone mark on its letter at that place."""
    return unicodedata.normalize("NFC", toneless[: at + 1] + tone + toneless[at + 1 :])


def vowels_of(toneless: str) -> list[int]:
    """Where the vowels of a syllable stand."""
    return [at for at, letter in enumerate(toneless) if letter in VOWELS]


def toned_syllables() -> list[tuple[str, str]]:
    """Every syllable without its tone, with every tone it can have."""
    return [
        (toneless, tone)
        for toneless in sorted(toneless_syllables())
        for tone in TONES
        if not toneless.endswith(STOPS) or tone in (SAC, NANG)
    ]


SYLLABLES = sorted(
    {place_tone(toned(toneless, tone, vowels_of(toneless)[-1])) for toneless, tone in toned_syllables()}
    | toneless_syllables()
)

_OLD = {
    toned(pair, tone, 0): toned(pair, tone, 1) for pair in ("oa", "oe", "uy") for tone in TONES
}  # fmt: skip


def old_style(text: str) -> str:
    """A text with its tone marks where schoolbooks of old put them: "hoà", "uỷ"."""
    return re.sub(rf"({'|'.join(_OLD)})\b", lambda found: _OLD[found[0]], unicodedata.normalize("NFC", text))
