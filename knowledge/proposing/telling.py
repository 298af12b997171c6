"""What is told of a proposal in words of our own: its sentence, its note, and what an editor should doubt."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import wording
from knowledge.proposing.figures import BEHIND, Figure
from knowledge.wording import capital

INEXACT = "Bài báo viết “{figure}”, không phải con số đúng."
PLANNED = "Bài báo viết “{word}”: đây là dự kiến, mục tiêu hay ước tính, chưa phải kết quả."

DOUBT_SUM = "Các phần cộng lại là {total}, bài báo ghi {whole}: hãy xem lại."
DOUBT_SUBJECT = "Câu không nêu tên; hiểu là nói về {name}."
DOUBT_NO_SUBJECT = "Chưa rõ con số này nói về nơi nào, ai."
DOUBT_UNIT = "Đơn vị “{unit}” là bot đoán."
DOUBT_TOPIC = "Chủ đề “{label}” là mới, do bot đặt."
DOUBT_PLAN = "Có thể là dự kiến, mục tiêu hay ước tính, không phải kết quả."
DOUBT_INEXACT = "Con số không đúng hẳn: “{bound}”."
DOUBT_RANGE = "Bài báo nêu một khoảng, không phải một con số."
DOUBT_QUOTED = "Trong lời kể của một người: “{word}” là ai?"
DOUBT_TURNS = "Câu viết “lần lượt”, nhưng không rõ con số nào của ai, của gì."


def figure_text(figure: Figure) -> str:
    """A figure as it is written in our sentences: "hơn 1.250 tỷ đồng", "6/10 xã, phường", "20-25 con"."""
    number = figure.number
    value = wording.number(number.value)
    if number.to is not None:
        value = f"{value}-{wording.number(number.to)}"
    elif number.of is not None:
        value = f"{value}/{wording.number(number.of)}"
    text = f"{value}{figure.unit}" if number.percent else f"{value} {figure.unit}"
    if figure.bound in BEHIND:
        return f"{text} {figure.bound}"
    return f"{figure.bound} {text}" if figure.bound else text


def forms(subject: str | None, lead: str, behind: str, *, natural: bool, tells: bool) -> Iterator[str]:
    """Sentences that tell a figure, the plainest first.

    `behind` is the figure with what is told of it, which `tells` something itself; `natural` says that the
    subject does or has what `lead` tells of.
    """
    if subject is None:
        yield f"{capital(f'{lead} {behind}'.strip())}."
    elif lead and natural:
        yield f"{capital(subject)} {lead} {behind}."
        yield f"Theo bài báo, {subject} {lead} {behind}."
    elif lead:
        yield f"{capital(subject)}: {lead} {behind}."
    elif tells:
        yield f"Ở {subject}, {behind}."
    else:
        yield f"Ở {subject} có {behind}."
    yield f"Theo bài báo, {f'{lead} ' if lead else ''}{behind}{f' ở {subject}' if subject else ''}."
