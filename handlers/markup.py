"""Telegram's HTML: text is escaped here and nowhere else, and messages are cut to size here."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from telegram.constants import MessageLimit

from handlers.lines import Line, Section, Span

_UNSENDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_WORDS = re.compile(r"\s*\S+|\s+")


def escape(text: str) -> str:
    """A text that Telegram shows as it stands, without what cannot be sent."""
    return html.escape(sendable(text), quote=False).replace('"', "&quot;")


def sendable(text: str) -> str:
    """A text without control characters and halves of characters."""
    return _UNSENDABLE.sub("", text)


def width(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 units."""
    return len(sendable(text).encode("utf-16-le")) // 2


def messages(sections: Iterable[Section], room: int = MessageLimit.MAX_TEXT_LENGTH) -> list[str]:
    """The sections as HTML of as few messages as hold them, parted at line ends where possible."""
    found: list[str] = []
    left = 0
    for section in sections:
        for text, size in _pieces(section, room):
            if found and size + 2 <= left:
                found[-1] += f"\n\n{text}"
                left -= size + 2
            else:
                found.append(text)
                left = room - size
    return found


def _pieces(section: Section, room: int) -> Iterator[tuple[str, int]]:
    """The parts of a section, each with its footer, and how long they are."""
    size = width(section.text)
    if size <= room:
        yield "\n".join(map(_html, section.whole)), size
        return
    footer = (section.footer,) if section.footer else ()
    reserved = sum(_width(line) + 1 for line in footer)
    for lines in _filled(section.lines, room - reserved) if section.lines else [[]]:
        whole = (*lines, *footer)
        yield "\n".join(_html(line) for line in whole), sum(_width(line) + 1 for line in whole) - 1


def _filled(lines: Sequence[Line], room: int) -> Iterator[list[Line]]:
    """Lines in groups that fill a room, newlines counted."""
    group: list[Line] = []
    left = room
    for short in (part for line in lines for part in _broken(line, room)):
        size = _width(short)
        if group and size > left:
            yield group
            group, left = [], room
        group.append(short)
        left -= size + 1
    if group:
        yield group


def _broken(whole: Line, room: int) -> Iterator[Line]:
    """A line cut at spaces, and within words only where one alone is too long."""
    if _width(whole) <= room:
        yield whole
        return
    part: list[Span] = []
    left = room
    for word in _words(whole, room):
        size = width(word.text)
        if part and size > left:
            yield tuple(part)
            part, left = [], room
        part.append(word if part else replace(word, text=word.text.lstrip()))
        left -= size
    yield tuple(part)


def _words(whole: Line, room: int) -> Iterator[Span]:
    most = max(1, room // 2)  # a character is two units at the most
    for span in whole:
        for word in _WORDS.findall(sendable(span.text)):
            for at in range(0, len(word), most):
                yield replace(span, text=word[at : at + most])


def _width(line: Line) -> int:
    return sum(width(span.text) for span in line)


def _html(line: Line) -> str:
    if len(line) == 1:
        return _run(line[0].text, line[0].tag, line[0].href)
    runs = groupby(line, key=lambda span: (span.tag, span.href))
    return "".join(_run("".join(span.text for span in run), *style) for style, run in runs)


def _run(text: str, tag: str | None, href: str | None) -> str:
    shown = escape(text)
    if href:
        shown = f'<a href="{escape(href)}">{shown}</a>'
    return f"<{tag}>{shown}</{tag}>" if tag and shown else shown
