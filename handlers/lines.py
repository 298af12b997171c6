"""What is shown, in lines: runs of text that may be bold, italic or linked, whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text, bold ("b"), italic ("i"), quoted ("blockquote") or plain, and perhaps a link."""

    text: str
    tag: str | None = None
    href: str | None = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together; `footer` goes with each part of them, should they be parted."""

    lines: tuple[Line, ...]
    footer: Line | None = None

    @property
    def whole(self) -> tuple[Line, ...]:
        """All lines."""
        return (*self.lines, self.footer) if self.footer else self.lines

    @property
    def text(self) -> str:
        """All of it as plain text."""
        return "\n".join(map(text_of, self.whole))


def line(text: str, tag: str | None = None, *, href: str | None = None) -> Line:
    """A line of one run."""
    return (Span(text, tag, href),)


def text_of(line: Line) -> str:
    """A line as plain text."""
    return "".join(span.text for span in line)


def clipped(text: str, most: int) -> str:
    """A text cut to so many characters, with an ellipsis where it was longer."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
