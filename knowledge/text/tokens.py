"""From text to tokens: words, numbers and dates, each in one spelling.

The steps that need to know words (keystrokes, shorthand, typing slips) are in
`spelling`; this module needs no knowledge of any language data but numerals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from html import unescape

from knowledge.text.vietnamese import clean, fold, has_marks, is_any_of, is_syllable, normalize

MAX_TOKENS = 120
"""A question's tokens beyond these are not read; nobody asks in so many words."""
MAX_CHARACTERS = 2_000
_LONGEST_NUMBER = 24
OF_TIME = frozenset(["nam", "quy", "thang", "tuan", "ngay", "dem", "gio"])

RESTORED = "marks"
"""How a token says in `change` that it got back the marks which it was typed without."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE | re.ASCII)
_MARKUP = re.compile(
    r"""<(script|style)\b[^<>]*>.{0,1000}?</\1>
      | </?(?:a|b|br|code|div|em|font|form|h[1-6]|hr|i|iframe|img|input|li|link|object|ol|p|pre|s|script|span|strong|style
             |svg|table|td|tr|u|ul)(?:\s[!-;=?-~\s]{0,200}=[!-;=?-~\s]{0,200})?\s?/?>
      | (?<=\])\([^()\s]{0,200}(?:\([^()\s]{0,50}\)[^()\s]{0,200})?\)
      | [#$]?\{\{?(?:\s*|0|[\d\s.]*[*+_][\d\s.*+_]*)\}?\}
      | (?<!\S)%[dnpsx](?!\S)""",
    re.IGNORECASE | re.DOTALL | re.ASCII | re.VERBOSE,
)
"""Tags of HTML and where links lead, with nothing in them that could be Vietnamese, and placeholders of templates; "<nữ>" is no tag, but narrows."""
_LEXEME = re.compile(
    r"""[ ]*(?:
        (?P<word>[^\W\d_][^\W_]*+(?!/))
      | (?P<date>\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b)
      | (?P<iso>\b\d{4}-\d{2}-\d{2}\b)
      | (?P<month>\b\d{1,2}[/.-]\d{4}\b)
      | (?P<years>\b(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d\b)
      | (?P<ratio>\b\d+\s?/\s?\d+\b)
      | (?P<mixed>\b(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?=[^\W\d_]))
      | (?P<number>\b(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?!\w)(?:\s?%)?)
      | (?P<slash>\b[^\W\d_]{1,3}/[^\W\d_]{1,3}\b)
      | (?P<other>[^\W_]+)
      | (?P<percent>%)
      | (?P<pause>[.,;:!?()\[\]"…|/\n-]+)
    )""",
    re.VERBOSE,
)
_BEGIN_MARKUP = frozenset("&<]{#$%")
_LETTER = "[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]"
_PLAIN = re.compile(f" *{_LETTER}+(?: {_LETTER}+)* *")
_ROMAN = re.compile(r"(?=[ivxlc]{2,}$)(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number of a question.

    `typed` is as the reader wrote it, `marked` its normalized spelling, `folded`
    that without marks; a number has its value in `number` (a ratio also `of`), a
    date or month or span of years its bounds in `days`. `pause` says that
    punctuation stands before it; `change` how it came to differ from what was typed.
    """

    typed: str
    marked: str
    folded: str
    number: float | None = None
    of: float | None = None
    days: tuple[date, date] | None = None
    pause: bool = False
    change: str | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is a word and neither number nor date."""
        return self.number is None and self.days is None

    @property
    def is_marked(self) -> bool:
        """Whether it was typed with marks, be it by keystrokes; those that were put back, or that its long form has, do not count."""
        if self.change == RESTORED:
            return False
        return has_marks(self.marked if self.change in (None, "keys") else self.typed)

    @property
    def is_capitalized(self) -> bool:
        """Whether the reader typed a capital first, as in a name."""
        return self.typed[:1].isupper()

    def may_be(self, *words: str) -> bool:
        """Whether it is any of some words, as far as its marks were typed."""
        return is_any_of(self.marked, words)

    def respelled(self, marked: str, change: str) -> Token:
        """The same token, read as another word."""
        return Token(
            self.typed,
            marked,
            fold(marked),
            self.number,
            self.of,
            self.days,
            self.pause,
            self.change or change,
        )


def is_unmarked(tokens: Sequence[Token]) -> bool:
    """Whether a question was typed without marks, so that no missing mark means anything.

    Those typed as keystrokes are marks too.
    """
    words = [t.marked for t in tokens if t.change in (None, "keys") and t.is_word]
    return sum(map(has_marks, words)) * 8 < len(words)


_PERCENT = (Token("%", "phần", "phan"), Token("%", "trăm", "tram"))


def are_words(lowered: str) -> bool:
    """Whether a text in lower case is nothing but words, each in the spelling it has in Unicode NFC."""
    return _PLAIN.fullmatch(lowered) is not None


def tokenize(text: str) -> list[Token]:
    """The tokens of a text; markup tags, signs and emoji are passed over.

    At most MAX_CHARACTERS and MAX_TOKENS are read.
    """
    if text.islower() and len(text) <= MAX_CHARACTERS and are_words(text):
        return [_token("word", word, shouted=False, pause=False) for word in text.split()][:MAX_TOKENS]
    text = text[: 4 * MAX_CHARACTERS]
    text = clean(_without_markup(text))[:MAX_CHARACTERS]
    tokens: list[Token] = []
    for token, _ in located(text):
        tokens += _PERCENT if token.typed == "%" else (token,)
        if len(tokens) >= MAX_TOKENS:
            break
    return tokens[:MAX_TOKENS]


def _without_markup(text: str) -> str:
    """A text as a page would show it, and without what a template would have filled in."""
    if _BEGIN_MARKUP.isdisjoint(text):
        return text
    return _MARKUP.sub(" ", _ENTITY.sub(lambda found: unescape(found[0]), text))


def located(text: str) -> Iterator[tuple[Token, int]]:
    """The tokens of a clean text, each with where it begins; all of them, a lone % as it stands."""
    shouted = text.upper() == text
    pause = first = False
    for match in _LEXEME.finditer(text):
        kind = match.lastgroup or "word"
        if kind == "pause":
            pause = first
            continue
        yield _token(kind, match[kind], shouted=shouted, pause=pause), match.start(kind)
        pause, first = False, True


@lru_cache(maxsize=20_000)
def _token(kind: str, typed: str, *, shouted: bool, pause: bool) -> Token:
    marked = normalize(typed)
    plain = Token(typed, marked, fold(marked), pause=pause)
    match kind:
        case "number" | "mixed" if len(typed) <= _LONGEST_NUMBER:
            return replace(plain, number=read_number(typed), folded=marked.replace(" ", ""))
        case "ratio" if len(typed) <= _LONGEST_NUMBER:
            part, whole = (float(n) for n in typed.split("/"))
            return replace(plain, number=part, of=whole)
        case "date" | "iso" | "month" | "years":
            days = _days(kind, [int(n) for n in re.findall(r"\d+", typed)])
            return replace(plain, days=days) if days else plain
    value = _roman(marked, upper=typed.isupper() and not shouted)
    return replace(plain, number=value) if value else plain


def is_roman(token: Token) -> bool:
    """Whether a number is a Roman numeral, which says which one and counts nothing: "Đại hội XV"."""
    return token.number is not None and token.change is None and token.typed.isalpha()


def read_number(typed: str) -> float:
    """A number as Vietnamese write it: "1.286" is a thousand and more, "86,2" a fraction.

    >>> read_number("1.286"), read_number("86,2"), read_number("72.5 %")
    (1286.0, 86.2, 72.5)
    """
    digits = typed.rstrip("% ")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", digits):
        digits = digits.replace(".", "")
    return float(digits.replace(",", "."))


def _days(kind: str, parts: Sequence[int]) -> tuple[date, date] | None:
    try:
        match kind:
            case "date":
                return (day := date(parts[2], parts[1], parts[0])), day
            case "iso":
                return (day := date(*parts)), day
            case "month":
                return month_days(parts[1], parts[0])
            case _:
                return date(min(parts), 1, 1), date(max(parts), 12, 31)
    except ValueError:
        return None


def month_days(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month; ValueError for a month there is not."""
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return first, date.fromordinal(after.toordinal() - 1)


def _roman(word: str, *, upper: bool) -> float | None:
    """The value of a Roman numeral typed in capitals, or too long to be a syllable."""
    if not _ROMAN.fullmatch(word) or (not upper and is_syllable(word)):
        return None
    values = [_ROMAN_VALUES[c] for c in word]
    return float(sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)))


_DIGITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_SCALES = {
    "mươi": 10,
    "chục": 10,
    "trăm": 100,
    "nghìn": 1_000,
    "ngàn": 1_000,
    "triệu": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}
_LINKS_FOLDED = {"linh", "le"}
_FOLDED_DIGITS = {fold(word): value for word, value in _DIGITS.items()}
_FIRST = _FOLDED_DIGITS.keys() - {"lam", "nham"}
"""Folded digits but for those that only follow tens: fifteen is "mười lăm", and "lam chuc" is "làm chức"."""
_FOLDED_SCALES = {fold(word): value for word, value in _SCALES.items()}


def join_numerals(
    tokens: Sequence[Token], *, is_bound: Callable[[Token, Token], bool] | None = None
) -> list[Token]:
    """Tokens with numbers in words ("mười lăm") put together into one number; none begins with a word that `is_bound` to the one before.

    A single numeral word stays a word, for "năm" is a year and "ba" a father as
    often; so does one next to digits ("2 tỷ" is a figure and its unit).
    """
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        end, value = numeral_at(tokens, at)
        bound = end - at > 1 and at > 0 and is_bound is not None and is_bound(tokens[at - 1], tokens[at])
        if end - at > 1 and value is not None and not bound:
            typed = " ".join(t.typed for t in tokens[at:end])
            words = " ".join(t.marked for t in tokens[at:end])
            joined.append(
                Token(typed, words, f"{value:g}", number=value, pause=tokens[at].pause, change="numeral")
            )
            at = end
        else:
            joined.append(tokens[at])
            at += 1
    return joined


def numeral(token: Token) -> int | None:
    """The value of a single numeral word ("sáu")."""
    value = _lookup(token.marked, _DIGITS, _FOLDED_DIGITS)
    return int(value) if value else None


def scale_of(word: str) -> int | None:
    """What a word multiplies the number before it by ("triệu")."""
    value = _lookup(word, _SCALES, _FOLDED_SCALES)
    return int(value) if value else None


def numeral_at(tokens: Sequence[Token], start: int) -> tuple[int, float | None]:
    """Where the numeral at `start` ends, and its value; (start, None) where there is none."""
    if tokens[start].folded not in _FIRST:
        return start, None
    total, hundreds = 0.0, 0.0
    digit: float | None = None
    seen_scale, at = False, start
    while at < len(tokens) and tokens[at].is_word and (at == start or not tokens[at].pause):
        word = tokens[at].marked
        value = _lookup(word, _DIGITS, _FOLDED_DIGITS)
        if fold(word) == "nam" and fold(tokens[at - 1].marked) not in _LINKS_FOLDED:
            value = None  # fifteen is "mười lăm"; "mười năm" are ten years
        scale = _lookup(word, _SCALES, _FOLDED_SCALES)
        if fold(word) == "khong" and at > start and _starts_hundreds(tokens, at + 1):
            digit = 0  # elsewhere "không" is no zero
        elif word == "muoi" and digit is None and hundreds:
            hundreds, seen_scale = hundreds + 10, True  # "ba tram muoi lam": typed without marks
        elif scale is not None and (digit is not None or hundreds):
            if scale >= 1_000:  # noqa: PLR2004
                total, hundreds, digit = total + (hundreds + (digit or 0)) * scale, 0.0, None
            else:
                hundreds, digit = hundreds + (digit or 0) * scale, None
            seen_scale = True
        elif value is not None and (digit is None or digit == 10):  # noqa: PLR2004
            if digit == 10:  # noqa: PLR2004
                hundreds, seen_scale = hundreds + 10, True
            digit = value
        elif fold(word) not in _LINKS_FOLDED or not seen_scale:
            break
        at += 1
    if at - start > 1 and not (seen_scale or digit == 10):  # noqa: PLR2004  "hai ba" is no number
        return start, None
    return (at, total + hundreds + (digit or 0)) if at > start else (start, None)


def _starts_hundreds(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and fold(tokens[at].marked) == "tram"


def _lookup(word: str, marked: dict[str, int], folded: dict[str, int]) -> float | None:
    if word.isascii():
        return folded.get(word)
    return marked.get(word)


def text_at(tokens: Sequence[Token], positions: Iterable[int]) -> str:
    """The words at some positions, as one text."""
    return " ".join([tokens[at].marked for at in positions])


def tidy(value: float) -> float:
    """A number without a fraction that is none: 18 for 18.0."""
    return int(value) if value == int(value) else value


def place_of_figure(tokens: Sequence[Token], figure: float | None) -> int:
    """Where a figure stands in a text, in digits or in words; the end of the text where it does not.

    One beside a word of time ("6 tháng đầu năm, 6 chiến sĩ …") is that figure only where no other is.
    """
    if figure is None:
        return len(tokens)
    found = [at for at, one in enumerate(tokens) if figure in (one.number, numeral_at(tokens, at)[1])]
    of_things = (at for at in found if not any(one.folded in OF_TIME for one in _beside(tokens, at)))
    return next(of_things, found[0] if found else len(tokens))


def _beside(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    yield from tokens[max(0, at - 1) : at]
    yield from tokens[at + 1 : at + 2]
