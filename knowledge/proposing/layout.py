"""What each line of an article's text is: headline, date, byline, caption or a paragraph of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import fuzz

from knowledge.proposing.sentences import comparable
from knowledge.proposing.wordlists import words
from knowledge.text.tokens import located
from knowledge.text.vietnamese import fold, normalize, plain_signs, without_invisible

Role = Literal["body", "caption", "head", "subhead", "date", "byline", "publisher", "furniture"]

_ENDS_SENTENCE = re.compile(r"""[.!?…:;]["'”’)\]]*$""")
_DATE = re.compile(
    r"\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\b|\bngày \d{1,2} tháng \d{1,2} năm \d{4}\b|\b\d{4}-\d{2}-\d{2}\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:^|[\s(.])(?:ảnh|video|đồ họa|infographic)(?:\s[^.:]{0,30})?\s?:", re.IGNORECASE)
_CAPTION_END = re.compile(
    r"\(?\bảnh(?: minh h[oọ][aạ]| tư liệu| internet| cung cấp| [A-ZĐ][\wÀ-ỹ.]*(?: [A-ZĐ][\wÀ-ỹ.]*){0,3})?\)?\.?$"
)
_BYLINE = re.compile(
    r"^(?:(?:tác giả|bài(?:,| và| &)? ảnh|bài|thực hiện|tin(?:,| và)? (?:bài|ảnh)|tin|nhóm p\.?v|pv|theo)\s?[:：]?\s+)(.+)$",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"^(?:theo|nguồn)\s?:?\s+", re.IGNORECASE)
_BETWEEN_NAMES = ("-", "–", "và", "&", "/")
_LONGEST_CAPTION = 12
_CAPTION_LIKE = 88
_SHORTEST_ALIKE = 10
_LONGEST_BYLINE, _LONGEST_HEAD, _LONGEST_DATELINE = 7, 40, 12


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article and what it is."""

    text: str
    role: Role = "body"


def lay_out(text: str) -> list[Line]:
    """The lines of an article's text, wrapped ones put together, each with its role; blank ones are dropped."""
    lines = [Line(line) for line in _unwrapped(text)]
    lines = _until_furniture(lines)
    lines = [_alone(line) for line in lines]
    lines = _captions(lines)
    lines = _head(lines)
    lines = _bylines(lines)
    lines = [_beside_picture(lines, at) for at in range(len(lines))]
    return [_subhead(line, lines) for line in lines]


def _unwrapped(text: str) -> list[str]:
    """Lines without outer space, a line going on in lower case put to the one before it."""
    lines: list[str] = []
    blank = True
    for raw in text.splitlines():
        line = without_invisible(raw)
        if not line:
            blank = True
            continue
        if lines and not blank and line[0].islower() and not _ENDS_SENTENCE.search(lines[-1]):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
        blank = False
    return lines


def _until_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines before what a web page puts below an article; none of signs only."""
    kept: list[Line] = []
    for line in lines:
        plain = comparable(line.text)
        if plain in words_folded("below_article") and any(_is_prose(k.text) for k in kept):
            break
        if plain and plain not in words_folded("furniture"):
            kept.append(line)
    return kept


def words_folded(name: str) -> frozenset[str]:
    """A list of words without marks."""
    return frozenset(map(fold, words(name)))


def _is_prose(text: str) -> bool:
    return len(text.split()) > _LONGEST_HEAD or bool(_ENDS_SENTENCE.search(text))


def _alone(line: Line) -> Line:
    """The role that a line shows by itself."""
    if _is_date_line(line.text):
        return replace(line, role="date")
    if (_CAPTION.search(line.text) and not _BYLINE.match(line.text)) or _CAPTION_END.search(line.text):
        return replace(line, role="caption")
    if _is_publisher(line.text):
        return replace(line, role="publisher")
    return line


def _is_date_line(text: str) -> bool:
    """Whether a line is a date and little else ("Cập nhật: Thứ hai 18/09/2023 - 15:20")."""
    found = _DATE.search(text)
    if not found or len(text.split()) > _LONGEST_DATELINE or text.endswith("."):
        return False
    rest = [
        t for t, _ in located(plain_signs(text[: found.start()] + " " + text[found.end() :])) if t.is_word
    ]
    return sum(token.marked not in words("date_line") for token in rest) <= _LONGEST_BYLINE


def _is_publisher(text: str) -> bool:
    name = publisher_name(text)
    short = len(name.split()) <= _LONGEST_BYLINE and not _ENDS_SENTENCE.search(name)
    return short and normalize(name).split(" ", 1)[0] in words("publishers")


def publisher_name(text: str) -> str:
    """The newspaper that a line names: "(Theo Báo X)" names "Báo X"."""
    return _SOURCE.sub("", text.strip("()[] "))


def _captions(lines: Sequence[Line]) -> list[Line]:
    """A line nearly the same as the next one is a picture's text and its caption."""
    marked = list(lines)
    for at in range(len(lines) - 1):
        one, other = comparable(lines[at].text), comparable(lines[at + 1].text)
        shorter, longer = sorted((len(one), len(other)))
        alike = (
            fuzz.ratio(one[:shorter], other[:shorter]) >= _CAPTION_LIKE
            or fuzz.token_set_ratio(one, other) >= _CAPTION_LIKE
        )
        pictured = {lines[at].role, lines[at + 1].role} <= {"body", "caption"}
        if pictured and alike and shorter > _SHORTEST_ALIKE and longer < 2 * shorter:
            marked[at] = replace(lines[at], role="caption")
            marked[at + 1] = replace(lines[at + 1], role="caption")
    return marked


def _head(lines: Sequence[Line]) -> list[Line]:
    """Lines that are no sentences, before the first paragraph, are headlines."""
    marked = list(lines)
    for at, line in enumerate(lines):
        if line.role == "body":
            if _is_prose(line.text):
                break
            if _looks_like_byline(line.text) and any(m.role == "head" for m in marked[:at]):
                marked[at] = replace(line, role="byline")
            else:
                marked[at] = replace(line, role="head")
    return marked


def _bylines(lines: Sequence[Line]) -> list[Line]:
    """Short lines of names behind the last paragraph."""
    marked = list(lines)
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if line.role == "body" and not _looks_like_byline(line.text):
            break
        if line.role in ("body", "caption") and _looks_like_byline(line.text):
            marked[at] = replace(line, role="byline")
    return marked


def _looks_like_byline(text: str) -> bool:
    return bool(byline_name(text))


def byline_name(text: str) -> str | None:
    """Who signed, where a line is a signature: up to a few capitalised words, "Bài, ảnh:" before them or not."""
    labelled = _BYLINE.match(text)
    name = (labelled[1] if labelled else text).strip(" .:-–()[]/|*")
    parts = name.split()
    ends = not labelled and _ENDS_SENTENCE.search(text)
    if ends or not 0 < len(parts) <= _LONGEST_BYLINE or any(c.isdigit() for c in name):
        return None
    if not all(part[0].isupper() or part in _BETWEEN_NAMES for part in parts):
        return None
    signed = labelled and not _SOURCE.match(
        text
    )  # "Tin, ảnh: Quốc Việt" is somebody, "Quốc hội" alone is not
    return None if not signed and normalize(name).split(" ", 1)[0] in words("no_author") else name


def _beside_picture(lines: Sequence[Line], at: int) -> Line:
    """A very short sentence between long paragraphs is what stands under a picture."""
    line = lines[at]
    around = [lines[i].text for i in (at - 1, at + 1) if 0 <= i < len(lines) and lines[i].role == "body"]
    short = len(line.text.split()) <= _LONGEST_CAPTION and not set(line.text) & set(':?!"“”')
    long = len(around) == 2 and all(len(text.split()) > 2 * _LONGEST_CAPTION for text in around)  # noqa: PLR2004
    return replace(line, role="caption") if line.role == "body" and short and long else line


def _subhead(line: Line, lines: Sequence[Line]) -> Line:
    """A short line within the body that ends no sentence is a heading there."""
    if line.role != "body" or _ENDS_SENTENCE.search(line.text) or len(line.text.split()) > 18:  # noqa: PLR2004
        return line
    return line if len(lines) == 1 else replace(line, role="subhead")
