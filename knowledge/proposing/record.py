"""The record of an article: what its text says of itself, and its paragraphs counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from knowledge.fields import VIETNAM_TIME
from knowledge.models import Article
from knowledge.proposing.identifiers import slug
from knowledge.proposing.layout import Line, Role, byline_name, lay_out, publisher_name
from knowledge.proposing.sentences import comparable
from knowledge.text.periods import times_in
from knowledge.text.tokens import located
from knowledge.text.vietnamese import plain_signs

_CLOCK = re.compile(r"\b([01]?\d|2[0-3])\s?(?:[:hg]|giờ)\s?([0-5]\d)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is written; captions have the number 0, the body's count from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as its text gives it; what stands nowhere is None."""

    id: str
    title: str | None
    series: str | None
    publisher: str | None
    author: str | None
    published: datetime | None
    paragraphs: tuple[Paragraph, ...]
    about: str | None = None

    @property
    def article(self) -> Article | None:
        """The record as knowledge holds it; None while its day is unknown, or both its title and its matter."""
        if self.published is None or not (self.title or self.about):
            return None
        return Article(
            id=self.id, title=self.title, about=self.about, series=self.series,
            publisher=self.publisher, author=self.author, published=self.published,
        )  # fmt: skip


def read_article(text: str) -> Reading:
    """The record and the paragraphs of an article's text."""
    lines = lay_out(text)
    title, series = _headlines(lines)
    published = next((p for line in _with(lines, "date") if (p := _moment(line.text))), None)
    paragraphs = tuple(_paragraphs(lines))
    return Reading(
        id=article_id(title or "bài", published),
        title=title,
        series=series,
        publisher=next((publisher_name(line.text) for line in _with(lines, "publisher")), None),
        author=next((n for line in reversed(_with(lines, "byline")) if (n := byline_name(line.text))), None),
        published=published,
        paragraphs=paragraphs,
    )


def _with(lines: Sequence[Line], role: Role) -> list[Line]:
    return [line for line in lines if line.role == role]


def _headlines(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """Title and series: of two headlines, the first is that of the series."""
    heads = list({comparable(line.text): line.text for line in _with(lines, "head")}.values())
    if not heads:
        return None, None
    return (heads[0], None) if len(heads) == 1 else (heads[1], heads[0])


def _moment(text: str) -> datetime | None:
    plain = plain_signs(text)
    days = times_in([token for token, _ in located(plain)])
    day = next((t.first for t in days if t.first == t.last), None)
    if day is None:
        return None
    clock = _CLOCK.search(re.sub(r"\bGMT\s?\+?\d+|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", " ", plain))
    at = time(int(clock[1]), int(clock[2] or 0)) if clock else time()
    return datetime.combine(day, at, VIETNAM_TIME)


def _paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    found, number = [], 0
    for line in lines:
        if line.role == "body":
            number += 1
            found.append(Paragraph(number, line.text))
        elif line.role == "caption" and not any(p.text == line.text for p in found):
            found.append(Paragraph(0, line.text))
    return found


def article_id(label: str, published: datetime | None) -> str:
    """An id for an article, of how its title begins and its day."""
    name = slug(" ".join(label.replace(":", " ").split()[:6]))
    return f"{name}-{published:%Y-%m-%d}" if published else name
