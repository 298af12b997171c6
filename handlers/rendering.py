"""Showing an answer: here as plain text; the terminal and the JSON of the command line use it."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.models import Answer, Block, Citation
from knowledge.wording import day


def plain(answer: Answer) -> str:
    """An answer as plain text: verdict and figure first, every block with its citation."""
    parts = [
        _block(block, verdict=answer.verdict if at == 0 else None) for at, block in enumerate(answer.blocks)
    ]
    if answer.remark:
        parts.append(answer.remark)
    if answer.options:
        parts.append("\n".join(f"• {option.label}" for option in answer.options))
    if answer.read_as:
        parts.append(f"(Mình hiểu câu hỏi là: {answer.read_as})")
    if answer.suggestions:
        parts.append("\n".join(("Bạn có thể hỏi:", *(f"• {question}" for question in answer.suggestions))))
    return "\n\n".join(parts)


def _block(block: Block, *, verdict: str | None) -> str:
    return "\n".join(_lines(block, verdict))


def _lines(block: Block, verdict: str | None) -> Iterator[str]:
    if verdict:
        yield f"{verdict}."
    if block.lead:
        yield block.lead
    if block.sentence:
        yield block.sentence
    if block.heading:
        yield block.heading
    for row in block.rows:
        yield f"• {row}"
    if block.period:
        yield f"Thời điểm: {block.period}."
    if block.note:
        yield f"Lưu ý: {block.note}"
    if block.citation:
        yield f"Nguồn: {citation(block.citation)}"


def citation(cited: Citation) -> str:
    """A citation in one line: title or what the article is about, author, date, paragraph, link."""
    label = f"“{cited.title}”" if cited.title else f"bài báo về {cited.about}"
    parts = [label]
    if cited.author:
        parts.append(cited.author)
    parts.append(day(cited.published))
    if cited.paragraph is not None:
        parts.append(f"đoạn {cited.paragraph}" if cited.paragraph else "chú thích ảnh")
    if cited.url:
        parts.append(cited.url)
    return ", ".join(parts)
