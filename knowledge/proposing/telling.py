"""What is told of a proposal in words of our own: its sentence, its note, and what an editor should doubt."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import wording
from knowledge.proposing.figures import Figure
from knowledge.proposing.sentences import comparable

INEXACT = "Bài báo viết “{bound} {figure}”, không phải con số đúng."
PLANNED = "Đây là dự kiến, mục tiêu hay kế hoạch (bài báo viết “{word}”), chưa phải kết quả."
PART_ONLY = "Bài báo chỉ nêu một phần: các con số thành phần không cộng đủ thành {whole}."

DOUBT_SUM = "Các phần cộng lại là {total}, bài báo ghi {whole}: hãy xem lại."
DOUBT_SUBJECT = "Câu không nêu tên; hiểu là nói về {name}."
DOUBT_NO_SUBJECT = "Chưa rõ con số này nói về nơi nào, ai."
DOUBT_UNIT = "Đơn vị “{unit}” là bot đoán."
DOUBT_TOPIC = "Chủ đề “{label}” là mới, do bot đặt."
DOUBT_PLAN = "Có thể là dự kiến, mục tiêu, không phải kết quả."
DOUBT_INEXACT = "Con số không đúng hẳn: “{bound}”."
DOUBT_RANGE = "Bài báo nêu một khoảng, không phải một con số."


def figure_text(figure: Figure) -> str:
    """A figure as it is written in our sentences: "hơn 1.250 tỷ đồng", "6/10 xã, phường", "20-25 con"."""
    number = figure.number
    value = wording.number(number.value)
    if number.to is not None:
        value = f"{value}-{wording.number(number.to)}"
    elif number.of is not None:
        value = f"{value}/{wording.number(number.of)}"
    text = f"{value}%" if figure.unit == "%" else f"{value} {figure.unit}"
    if figure.bound in AFTER:
        return f"{text} {figure.bound}"
    return f"{figure.bound} {text}" if figure.bound else text


AFTER = ("trở lên", "trở xuống", "rưỡi")


def statement(subject: str | None, verb: str, figure: str, tail: str, article: str) -> str:
    """A sentence of ours with the figure; in other words where the article happens to say just that.

    `article` is the article's text in comparable form.
    """
    for form in _forms(subject, verb, figure, tail):
        if f" {comparable(form)} " not in article:
            return form
    return f"Theo bài báo, con số này là {figure}."


def _forms(subject: str | None, verb: str, figure: str, tail: str) -> Sequence[str]:
    behind = f" {tail}" if tail else ""
    if verb and subject:
        lead = [f"{capital(subject)} {verb} {figure}{behind}.", f"Ở {subject}, {verb} {figure}{behind}."]
    elif subject:
        lead = [f"Ở {subject}, {figure}{behind}." if tail else f"Ở {subject} có {figure}."]
    else:
        lead = [f"{capital(verb)} {figure}{behind}." if verb else f"Có {figure}{behind}."]
    what = f"{verb} {tail}".strip() or "số được nêu"
    return [*lead, f"Theo bài báo: {what}{' ở ' + subject if subject else ''}: {figure}."]


def capital(text: str) -> str:
    """A text with a capital first."""
    return text[:1].upper() + text[1:]
