"""How figures, dates and names are written, and every sentence of the bot's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from knowledge.models import Fact, Period

YES, NO = "Có", "Không"
NOT_LISTED = "{names} không có trong danh sách bài báo nêu"

NOT_STATED = "bài báo không nêu"
UNSAID = "Bài báo không nêu điều được hỏi."
UNSAID_PERHAPS = "Bài báo không nêu đúng điều được hỏi, hoặc mình chưa hiểu đúng câu hỏi."
UNSAID_WORDS = "Bài báo không nêu riêng về {words}."
UNSAID_WORDS_PERHAPS = "Bài báo không nêu riêng về {words}, hoặc mình chưa hiểu chữ này."
UNSAID_TIME = "Bài báo không nêu số liệu cho thời gian được hỏi ({time})."
UNSAID_TOTAL = "Bài báo không nêu con số chung."
UNSAID_ASK = {
    "who": "Bài báo không nêu là ai.",
    "when": "Bài báo không nêu thời gian.",
    "which": "Bài báo không nêu danh sách hay nơi cụ thể.",
    "how_many": "Bài báo không nêu con số được hỏi.",
    "what_share": "Bài báo không nêu tỷ lệ.",
}
QUOTED = "Bài báo viết:"
STATED_INSTEAD = "Điều gần nhất bài báo có nêu:"
BREAKDOWN = "Trong đó:"
ITEMS = "Gồm: {items}."
STATED_PARTS = "Bài báo chỉ nêu:"
NO_PLACE = "Mình chưa có dữ liệu về {place}."
NO_TOPIC_OF = "Mình chưa có dữ liệu để trả lời câu hỏi này về {name}."
NO_ANSWER = "Mình chưa có dữ liệu để trả lời câu hỏi này."
NOTHING_ASKED = "Mình chưa thấy câu hỏi nào. Bạn gõ câu hỏi giúp mình nhé!"
WHICH_NAME = "Bạn muốn hỏi về nơi nào (hoặc ai)?"
WHICH_TOPIC = "Bạn muốn hỏi về việc nào?"
WHICH_ARTICLE = "Bạn muốn hỏi về bài báo nào?"
DIFFERENCE = "Chênh lệch: {difference} (bot tự tính từ hai con số trên)."
NOT_COMPARABLE = "Hai số liệu khác nhau về đơn vị, nội dung hoặc thời gian nên không cộng trừ với nhau."
NOT_SUMMED = "Bài báo nêu riêng từng số; bot không tự cộng lại."

SOURCE_SENTENCES = {
    "author": "Bài báo về {about} do {author} viết.",
    "published": "Bài báo về {about} đăng ngày {published}.",
    "title": "Bài báo có tiêu đề “{title}”.",
    "publisher": "Bài báo về {about} đăng trên {publisher}.",
    "series": "Bài báo về {about} thuộc loạt bài “{series}”.",
    "url": "Bài báo về {about} ở địa chỉ {url}.",
    "about": "Bài báo nói về {about}.",
    "source": "Thông tin lấy từ bài báo về {about}, đăng ngày {published}.",
}
SOURCE_UNSAID = {
    "author": "Nguồn không nêu tác giả của bài báo về {about}.",
    "title": "Nguồn không nêu tiêu đề của bài báo; bài viết về {about}.",
    "publisher": "Nguồn không nêu bài báo về {about} đăng ở báo nào.",
    "series": "Nguồn không nêu bài báo về {about} thuộc loạt bài nào.",
    "url": "Nguồn không nêu đường dẫn của bài báo về {about}.",
}


def number(value: float) -> str:
    """A number as Vietnamese write it: 1.286 and 86,2."""
    if value < 0:
        return f"-{number(-value)}"
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    whole, _, fraction = f"{value:f}".rstrip("0").partition(".")
    return f"{number(int(whole))},{fraction}"


def day(value: date) -> str:
    """A day as dd/mm/yyyy."""
    return f"{value:%d/%m/%Y}"


def date_value(value: str) -> str:
    """An ISO day or month in Vietnamese."""
    if value.count("-") == 1:
        year, month = value.split("-")
        return f"tháng {int(month)}/{year}"
    return day(date.fromisoformat(value))


def figure(fact: Fact) -> str | None:
    """The figure of a count or share with its unit."""
    if fact.number is None:
        return None
    value = number(fact.number)
    unit = fact.unit or ""
    if unit == "%" or (fact.of == 100 and not unit):  # noqa: PLR2004  a percentage
        return f"{value}%"
    if fact.of is not None:
        value = f"{value}/{number(fact.of)}"
    return f"{value} {unit}".strip()


def lead(fact: Fact) -> str | None:
    """What of a fact comes first in an answer: its figure, its names, its date."""
    if fact.kind == "date":
        return date_value(str(fact.value))
    if fact.kind in ("person", "list"):
        return ", ".join(fact.items)
    return figure(fact)


def breakdown(whole: Fact, parts: Sequence[Fact]) -> tuple[str, ...]:
    """The lines of a breakdown, each figure with what sets it apart; in a sentence where nothing but its place does."""
    counted = Counter(part.facets for part in parts)
    return tuple(part.statement if counted[part.facets] > 1 else _row(part, whole) for part in parts)


def _row(part: Fact, whole: Fact) -> str:
    value = figure(part)
    facets = [one for one in part.facets if one not in whole.facets] or part.facets
    if value is None or not facets:
        return part.statement
    named = f" ({', '.join(part.items)})" if part.items else ""
    return f"{value}: {', '.join(facets)}{named}"


def period(value: Period | None) -> str | None:
    """The time a fact speaks of, with the day it speaks from."""
    if value is None or not (value.label or value.as_of):
        return None
    as_of = f"tính đến {day(value.as_of)}" if value.as_of else ""
    if not value.label:
        return as_of
    return f"{value.label} ({as_of})" if as_of else value.label


def joined(words: Sequence[str]) -> str:
    """Words in a row for a sentence."""
    return ", ".join(words)


def quoted(words: Sequence[str]) -> str:
    """Words in a row as they were said, each in quotation marks."""
    return joined([f"“{word}”" for word in words])


def capital(text: str) -> str:
    """A text with a capital first."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """A text with a small letter first, unless it begins with a name or an abbreviation."""
    first, _, rest = text.partition(" ")
    if first[1:2].isupper() or rest[:1].isupper():
        return text
    return text[:1].lower() + text[1:]
