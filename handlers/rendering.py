"""Showing an answer: its lines in their order, and the same as plain text for the command line."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import texts
from handlers.lines import Line, Section, Span, clipped, line, text_of
from knowledge.models import Answer, Block, Citation
from knowledge.wording import day

_LONGEST_LABEL, _LONGEST_AUTHOR = 500, 300


def plain(answer: Answer) -> str:
    """An answer as plain text: verdict and figure first, every block with its citation."""
    return "\n\n".join(section.text for section in sections(answer, spelled_out=True))


def citation(cited: Citation) -> str:
    """A citation in one line: title or what the article is about, author, date, paragraph, link."""
    return text_of(_cited(cited, spelled_out=True))


def sections(answer: Answer, *, spelled_out: bool = False) -> Iterator[Section]:
    """An answer in its sections; `spelled_out` has options and addresses in words, where there are no buttons or links."""
    for at, block in enumerate(answer.blocks):
        verdict = answer.verdict if at == 0 else None
        source = source_line(block.citation, spelled_out=spelled_out) if block.citation else None
        yield Section(tuple(_lines(block, verdict)), source)
    if answer.remark:
        yield Section((line(answer.remark),))
    if answer.options and spelled_out:
        yield Section(tuple(line(f"• {option.label}") for option in answer.options))
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
    if block.quote:
        yield line(f"“{block.quote}”", "blockquote")
    if block.heading:
        yield line(block.heading)
    for row in block.rows:
        yield line(f"• {row}")
    if block.period:
        yield line(texts.PERIOD.format(period=block.period))
    if block.note:
        yield line(texts.NOTE.format(note=block.note), "i")


def source_line(cited: Citation, *, spelled_out: bool = False) -> Line:
    """Where something stands, as the line below it."""
    return (Span(texts.SOURCE), *_cited(cited, spelled_out=spelled_out))


def _cited(cited: Citation, *, spelled_out: bool) -> Line:
    said = (
        cited.author and clipped(cited.author, _LONGEST_AUTHOR),
        day(cited.published),
        where(cited.paragraph),
        cited.url if spelled_out else None,
    )
    rest = "".join(f", {part}" for part in said if part)
    return (Span(label(cited.title, cited.about), href=cited.url), Span(rest))


def label(title: str | None, about: str | None) -> str:
    """What to call an article: by its title, else by what it is about."""
    return clipped(f"“{title}”" if title else texts.ARTICLE_ABOUT.format(about=about), _LONGEST_LABEL)


def where(paragraph: int | None) -> str | None:
    """The place in an article; paragraph 0 is a caption."""
    if paragraph is None:
        return None
    return texts.PARAGRAPH.format(number=paragraph) if paragraph else texts.CAPTION
