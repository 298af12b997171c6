"""Whether a sentence holds a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import wording
from knowledge.text.tokens import join_numerals, numeral, tokenize

_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")
_WITHIN_THOUSANDS = re.compile(r"(?<=\d)[\s.,](?=\d{3}(?!\d))")


def gives(sentence: str, value: float) -> bool:
    """Whether a sentence holds a figure, in digits or in words.

    >>> gives("Cả huyện có 1.286 hộ, mười lăm xã", 15), gives("Cả huyện có 1.286 hộ", 286)
    (True, False)
    """
    written = wording.number(value)
    plain, digits = written.replace(".", ""), _DIGITS.findall(sentence)
    if written in digits or plain in digits or value in _numbers(sentence):
        return True
    return plain in _DIGITS.findall(_WITHIN_THOUSANDS.sub("", sentence))


def _numbers(sentence: str) -> Iterator[float]:
    for token in join_numerals(tokenize(sentence)):
        single = numeral(token) if token.is_word else None
        yield from (value for value in (token.number, token.of, single) if value is not None)
