"""Showing an answer in Telegram: the figure bold and first, its source in the same message."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import texts
from handlers.markup import Line, Section, Span, clipped, line, messages
from knowledge.models import Answer, Block, Citation
from knowledge.wording import day

_LONGEST_LABEL, _LONGEST_AUTHOR = 400, 150


def rendered(answer: Answer) -> list[str]:
    """An answer as the HTML of one message, or of several where it is too long for one."""
    return messages(_sections(answer))


def _sections(answer: Answer) -> Iterator[Section]:
    for at, block in enumerate(answer.blocks):
        verdict = answer.verdict if at == 0 else None
        footer = citation_line(block.citation) if block.citation else None
        yield Section(tuple(_lines(block, verdict)), footer)
    if answer.remark:
        yield Section((line(answer.remark),))
    if answer.read_as:
        yield Section((line(texts.READ_AS.format(reading=answer.read_as), "i"),))
    if answer.suggestions:
        numbered = (line(f"{at}. {question}") for at, question in enumerate(answer.suggestions, 1))
        yield Section((line(texts.YOU_MAY_ASK), *numbered))


def _lines(block: Block, verdict: str | None) -> Iterator[Line]:
    if verdict:
        yield line(f"{verdict}.", "b")
    if block.lead:
        yield line(block.lead, "b")
    if block.sentence:
        yield line(block.sentence)
    if block.heading:
        yield line(block.heading)
    for row in block.rows:
        yield line(f"• {row}")
    if block.period:
        yield line(texts.PERIOD.format(period=block.period))
    if block.note:
        yield line(texts.NOTE.format(note=block.note), "i")


def citation_line(cited: Citation) -> Line:
    """Where it stands: title (linked) or what the article is about, author, date, paragraph."""
    said = [
        cited.author and clipped(cited.author, _LONGEST_AUTHOR),
        day(cited.published),
        where(cited.paragraph),
    ]
    rest = "".join(f", {part}" for part in said if part)
    return (Span(texts.SOURCE), Span(label(cited.title, cited.about), href=cited.url), Span(rest))


def label(title: str | None, about: str | None) -> str:
    """What to call an article: by its title, else by what it is about."""
    return clipped(f"“{title}”" if title else texts.ARTICLE_ABOUT.format(about=about), _LONGEST_LABEL)


def where(paragraph: int | None) -> str | None:
    """The place in an article; paragraph 0 is a caption."""
    if paragraph is None:
        return None
    return texts.PARAGRAPH.format(number=paragraph) if paragraph else texts.CAPTION
