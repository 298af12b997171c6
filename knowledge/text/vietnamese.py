"""Vietnamese text: one form for every way of typing the same words.

Unicode offers several spellings of one syllable (NFC, NFD, stray invisible
signs), Vietnamese two placements of the tone mark ("hoà", "hòa"), and readers
leave marks out. `normalize` brings a text to one spelling, `fold` takes its
marks off, and `is_syllable` tells whether a word could be Vietnamese at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from string import ascii_letters

TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0309": "hỏi", "\u0303": "ngã", "\u0323": "nặng"}
"""The five tone marks, by their combining character. The sixth tone has none."""

_VOWEL_MARKS = "\u0302\u0306\u031b"  # circumflex, breve, horn: they make another vowel
_TYPOGRAPHY = str.maketrans(
    {
        "ð": "đ", "Ð": "Đ",  # the Icelandic letter that some keyboards and scans put for đ
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "´": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "\u2044": "/",
    }
)  # fmt: skip

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()
# The rimes of Vietnamese without tone, as in the tables of Đoàn Thiện Thuật,
# "Ngữ âm tiếng Việt" (1977), in spelling instead of sounds.
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu
iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn
oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy
uya uych uyên uyêt uynh uyn uyu uyt uyp ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu
""".split()
# After qu and gi the glide is already written: "quan" is qu + an, "giếng" is gi + êng.
_GLIDE_RIMES = [r for r in _RIMES if r[0] in "aăâeêi"] + "y yt ynh yên yêt yêu ơ ô ôc ô".split()
_GI_RIMES = [r for r in _RIMES if r[0] not in "iy"] + ["", "n", "êng", "êt", "êc", "êm", "êu"]
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = ("sắc", "nặng")


_STRAY_MARKS = re.compile(r"(?<![^\W\d_])(?<![\u0300-\u036f])[\u0300-\u036f]+")
"""Combining marks that stand on no letter."""
_COMBINING = re.compile(r"[\u0300-\u036f]")


def clean(text: str) -> str:
    """Readable characters only, in Unicode NFC, with runs of white space as one space.

    Compatibility forms (full-width letters, ligatures) become plain ones;
    control, zero-width and private characters and lone surrogates are dropped.
    Case, marks and punctuation stay.
    """
    plain = text.isprintable() and unicodedata.is_normalized("NFKC", text)
    if plain and not _COMBINING.search(text):  # nearly every text there is
        return " ".join(text.translate(_TYPOGRAPHY).split())
    # signs such as the free-standing accent are plain characters before NFKC takes them apart
    text = "".join(_readable(c) for c in text).translate(_TYPOGRAPHY)
    text = unicodedata.normalize("NFKC", text)
    text = "".join(_readable(c) for c in text).translate(_TYPOGRAPHY)
    return " ".join(_STRAY_MARKS.sub("", text).split())


def plain_signs(text: str) -> str:
    """The same text, as long, with one sign for every kind of quotation mark, dash and slash."""
    return text.translate(_TYPOGRAPHY)


def without_invisible(text: str) -> str:
    """One line of a text as it is written, in NFC: nothing that cannot be seen, and single spaces."""
    return " ".join("".join(map(_readable, unicodedata.normalize("NFC", text))).split())


def _readable(char: str) -> str:
    if char < "\x7f":
        return char if char >= " " else (" " if char in "\t\n\r\x0b\x0c" else "")
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return ""
    return " " if category in ("Zs", "Zl", "Zp") else char


@lru_cache(maxsize=50_000)
def normalize(text: str) -> str:
    """The one spelling of a text: clean, lower case, tone marks where newspapers put them.

    >>> normalize("HOÀ  BÌNH")
    'hòa bình'
    """
    lowered = clean(text).lower()
    for _ in range(3):  # lower-casing may leave compatibility forms behind, and they capitals
        again = clean(lowered).lower()
        if again == lowered:
            break
        lowered = again
    return _WORD.sub(lambda word: place_tone(word[0]), lowered)


_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")


_MARKS = re.compile(f"[{''.join(TONES)}{_VOWEL_MARKS}]+")
_CROSSED = {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}
"""The letters whose stroke Unicode takes for no mark."""


def _folding_table() -> dict[int, str]:
    """Every precomposed letter whose marks are Vietnamese, to the letter without them."""
    # what is found is quicker than what is not, and so letters without any mark are there too
    table = {code: chr(code) for code in range(0x80)}
    table |= {ord(crossed): plain for crossed, plain in _CROSSED.items()}
    for letter, mark, tone in product(ascii_letters, ["", *_VOWEL_MARKS], ["", *TONES]):
        marked = unicodedata.normalize("NFC", f"{letter}{mark}{tone}")
        if len(marked) == 1:
            table[ord(marked)] = letter
    return table


_FOLDED = _folding_table()


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """A text without Vietnamese marks: "Đường hoà" gives "Duong hoa". Case stays."""
    if text.isascii():
        return text
    quick = text.translate(_FOLDED)
    if quick.isascii():
        return quick
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text))
    for crossed, plain in _CROSSED.items():
        bare = bare.replace(crossed, plain)
    return unicodedata.normalize("NFC", bare)


def fold_all(texts: Iterable[str]) -> list[str]:
    """Many lines of text folded in one go, for the tenth of the time, and none of them remembered."""
    joined = "\n".join(texts)
    return fold.__wrapped__(joined).split("\n") if joined else []


@lru_cache(maxsize=20_000)
def split_tone(word: str) -> tuple[str, str]:
    """A word without its tone mark, and the tone's combining character ("" for none).

    >>> split_tone("hoà")
    ('hoa', '̀')
    """
    tone, letters = "", []
    for char in unicodedata.normalize("NFD", word):
        if char in TONES:
            tone = tone or char
        else:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)), tone


@lru_cache(maxsize=20_000)
def place_tone(word: str) -> str:
    """One lower-case word with its tone mark where newspapers put it (hòa, ủy; not hoà, uỷ)."""
    if word.isascii():
        return word
    toneless, tone = split_tone(word)
    if not tone:
        return toneless
    at = _tone_position(toneless)
    if at is None:
        return unicodedata.normalize("NFC", word)
    return unicodedata.normalize("NFC", toneless[: at + 1] + tone + toneless[at + 1 :])


def misplaces_tone(typed: str) -> bool:
    """Whether a word as typed has its tone where neither way of writing puts it: "bià", unlike "hoà" and "hòa"."""
    word = unicodedata.normalize("NFC", typed).lower()
    return not word.isascii() and place_tone(word) != word and not any(r in fold(word) for r in _EITHER_WAY)


def _tone_position(toneless: str) -> int | None:
    """Where the tone mark of a toneless syllable goes, or None for a word without a vowel."""
    start = 0
    if toneless.startswith(("qu", "gi")) and toneless[2:3] and toneless[2] in _VOWELS:
        start = 2
    run = _VOWEL_RUN.search(toneless, start)
    if run is None:
        return None
    first, last = run.start(), run.end() - 1
    marked = [i for i in range(first, last + 1) if toneless[i] in "ăâêôơư"]
    if marked:
        return marked[-1]
    length = last - first + 1
    closed = last + 1 < len(toneless)
    if length == 1:
        return first
    return first + 1 if closed or length > 2 else first  # noqa: PLR2004


_VOWELS = "aăâeêioôơuưy"
_EITHER_WAY = ("oa", "oe", "uy")
"""Vowels of which either the first or the second has the tone."""
_VOWEL_RUN = re.compile(f"[{_VOWELS}]+")


_FRONT = "ieêy"
"""The vowels before which what sounds like "c" is spelled "k"."""


def _inventory() -> frozenset[str]:
    found = set(_RIMES)
    for onset in _ONSETS:
        rimes = {"qu": _GLIDE_RIMES, "gi": _GI_RIMES}.get(onset, _RIMES)
        found.update(onset + rime for rime in rimes if onset != "c" or rime[0] not in _FRONT)
    return frozenset(found)


@lru_cache(maxsize=1)
def toneless_syllables() -> frozenset[str]:
    """Every syllable that Vietnamese spelling allows, with vowel marks, without tones."""
    return _inventory()


@lru_cache(maxsize=1)
def folded_syllables() -> frozenset[str]:
    """Every allowed syllable without any mark."""
    return frozenset(fold_all(toneless_syllables()))


def is_syllable(word: str) -> bool:
    """Whether a normalized word, with the marks it has, is a possible Vietnamese syllable.

    A syllable that ends in a stop takes only sắc or nặng once it is fully marked;
    a word without any mark is taken as typed without them.

    >>> is_syllable("luân"), is_syllable("lwan"), is_syllable("duong")
    (True, False, True)
    """
    if word.isascii():
        return word in folded_syllables()
    toneless, tone = split_tone(word)
    if toneless not in toneless_syllables():
        return False
    return not tone or not toneless.endswith(_STOPS) or TONES[tone] in _STOP_TONES


def has_marks(word: str) -> bool:
    """Whether a word carries any Vietnamese mark, đ included."""
    return not word.isascii() and fold(word) != word


@lru_cache(maxsize=50_000)
def marks_agree(typed: str, meant: str) -> bool:
    """Whether marks the reader typed allow the meant word; marks left out always do.

    Both are normalized. Each letter and the tone are compared on their own, so
    that a half-marked "điêu" still allows "điều", while "điếu" does not. Who typed
    the tone but no mark on any vowel meant the plain vowel: "phó" is no "phố".
    """
    if typed == meant:
        return True
    if fold(typed) != fold(meant):
        return False
    typed_letters, typed_tone = split_tone(typed)
    meant_letters, meant_tone = split_tone(meant)
    if typed_tone and typed_tone != meant_tone:
        return False
    if typed_tone and _has_vowel_mark(meant_letters) and not _has_vowel_mark(typed_letters):
        return False
    if len(typed_letters) != len(meant_letters):
        return False  # a stray mark that no letter takes
    return all(t in (m, fold(m)) for t, m in zip(typed_letters, meant_letters, strict=True))


@lru_cache(maxsize=8_192)
def is_any_of(typed: str, words: tuple[str, ...]) -> bool:
    """Whether marks the reader typed allow any of some words."""
    return any(marks_agree(typed, word) for word in words)


def _has_vowel_mark(letters: str) -> bool:
    return any(letter in "ăâêôơư" for letter in letters)


def all_agree(typed: str, meant: str) -> bool:
    """`marks_agree` word by word, for two texts of as many words."""
    return typed == meant or all(map(marks_agree, typed.split(), meant.split()))
