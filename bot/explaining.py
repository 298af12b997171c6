"""How a question was understood, as a table for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from knowledge.matching.judging import Judgement
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.service import Knowledge, Reply

_NEAREST = 5

_ROLES = {
    "name": "tên: {}",
    "ask": "cách hỏi: {}",
    "time": "thời gian: {}",
    "harmless": "từ đệm",
    "place unknown": "nơi chưa có dữ liệu",
    "claim": "con số cần kiểm",
    "comparison": "từ so sánh",
    "follow-up": "từ nối câu trước",
    "pronoun": "đại từ chỉ {}",
    "bound": "mức: {}",
}
_UNFIT = {
    "ask": "cách hỏi",
    "unit": "đơn vị",
    "polarity": "khẳng định/phủ định",
    "time": "thời điểm",
    "another": "người khác/hướng khác",
}
_CHANGES = {
    "keys": "gõ phím telex/VNI",
    "shorthand": "viết tắt",
    "split": "viết dính",
    "slip": "gõ sai",
    "marks": "gõ không dấu",
    "shared": "nói gộp",
    "numeral": "số viết bằng chữ",
    "context": "lấy từ câu trước",
}


def explain(reply: Reply, known: Knowledge, file: TextIO) -> None:
    """Print which words became what, and how the nearest facts were weighed."""
    console = Console(file=file, highlight=False, soft_wrap=False)
    understanding = reply.understanding
    weighed = known.weighed(reply)
    best = weighed[0] if weighed else None
    console.print(_words(understanding, reply, best, known.lexicon))
    if understanding.hits:
        console.print(_topics(understanding, known.lexicon))
    if weighed:
        console.print(_facts(weighed[:_NEAREST]))
    answer = reply.answer
    unexplained = ", ".join(answer.understood.unexplained) or "không có"
    console.print(
        f"Trạng thái: [bold]{answer.status}[/bold]   Chưa giải thích được: {escape(unexplained)}"
        f"   Thời gian: {answer.elapsed_ms:.1f} ms",
        soft_wrap=True,  # one line, however long the words are
    )


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(heading, header_style="dim")
    return table


def _words(understanding: Understanding, reply: Reply, best: Judgement | None, lexicon: Lexicon) -> Table:
    table = _table("Từng từ được hiểu thế nào", "Đã gõ", "Đọc là", "Vì", "Vai trò")
    topical = {at: hit for hit in reversed(understanding.hits) for at in hit.positions}
    left = set(reply.answer.understood.unexplained)
    for at, token in enumerate(understanding.tokens):
        role = understanding.roles[at]
        if role is not None:
            shown = _role(role, lexicon)
        elif best and at in best.hit.positions:
            shown = f"chủ đề: {best.hit.topic}"
        elif any(token.marked in words.split() for words in left):
            shown = "[bold red]chưa giải thích được[/bold red]"
        elif at in topical:
            shown = f"chủ đề: {topical[at].topic}"
        else:
            shown = "có trong dữ kiện" if best else "[bold red]chưa giải thích được[/bold red]"
        read = "" if token.marked == token.typed.lower() else token.marked
        table.add_row(escape(token.typed), escape(read), _CHANGES.get(token.change or "", ""), shown)
    return table


def _role(role: str, lexicon: Lexicon) -> str:
    kind, _, detail = role.partition(":")
    if kind == "name":
        names = [lexicon.names[name] for name in detail.split("|") if name in lexicon.names]
        detail = ", ".join(f"{name.name} ({name.id})" for name in names)
    return escape(_ROLES.get(kind, kind).format(detail))


def _topics(understanding: Understanding, lexicon: Lexicon) -> Table:
    table = _table("Chủ đề", "Chủ đề", "Nhờ cụm từ", "Sức nặng", "Giống câu mẫu")
    for hit in understanding.hits[:5]:
        alike = f"{hit.similarity:.0%}" if hit.similarity else "–"
        label = lexicon.topics[hit.topic].label
        table.add_row(escape(f"{label} ({hit.topic})"), escape(hit.phrase), f"{hit.weight:.2f}", alike)
    return table


def _facts(judged: Sequence[Judgement]) -> Table:
    title = "Dữ kiện gần nhất (chi phí càng thấp càng khớp)"
    table = _table(title, "Dữ kiện", "Chi phí", "Thu hẹp đã hỏi", "Hẹp hơn câu hỏi", "Không khớp")
    for judgement in judged:
        table.add_row(
            escape(judgement.fact.id),
            f"{judgement.cost:.2f}",
            escape("; ".join(judgement.facets)),
            escape("; ".join(judgement.narrower)),
            escape("; ".join(_faults(judgement))),
        )
    return table


def _faults(judgement: Judgement) -> list[str]:
    faults = [word.text for word in judgement.unexplained]
    faults += [mention.text for mention in judgement.missing]
    faults += [time.label() for time in judgement.wrong_times]
    if judgement.unfit:
        faults.append(_UNFIT[judgement.unfit])
    return faults
