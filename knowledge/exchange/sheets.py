"""Facts as a table that spreadsheets open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from knowledge.models import Article, Fact
from knowledge.store.reader import Reader, StoredFact

COLUMNS = (
    "Mã", "Thuộc", "Về", "Chủ đề", "Loại", "Số", "Trên", "Đơn vị", "Danh sách", "Phạm vi", "Thời gian", "Từ ngày",
    "Tính đến", "Câu trả lời", "Lưu ý", "Đoạn", "Bài báo", "Tác giả", "Ngày đăng", "Địa chỉ",
)  # fmt: skip
_BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that spreadsheets take for a formula, be it only text."""


def facts_csv(reader: Reader) -> str:
    """Every fact that stands, one a line, whole before part; with the mark by which Excel knows UTF-8."""
    names = {name.id: name.name for name in reader.names()}
    topics = {topic.id: topic.label for topic in reader.topics()}
    articles = {article.id: article for article in reader.articles()}
    rows = (_row(stored, names, topics, articles) for stored in reader.all_facts(None))
    return _BYTE_ORDER_MARK + csv_text(COLUMNS, rows)


def csv_text(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table as CSV; figures stay figures, and no text is left that a spreadsheet would run as a formula."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return file.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _row(
    stored: StoredFact, names: Mapping[str, str], topics: Mapping[str, str], articles: Mapping[str, Article]
) -> tuple[object, ...]:
    fact, article = stored.fact, articles[stored.fact.article]
    return (
        fact.id, stored.whole, names[fact.subject], topics[fact.topic], fact.kind, fact.value, fact.of, fact.unit,
        "; ".join(fact.items), "; ".join(fact.facets), *_period(fact), fact.statement, fact.note, fact.paragraph,
        article.label, article.author, article.published.date(), article.url,
    )  # fmt: skip


def _period(fact: Fact) -> tuple[object, ...]:
    period = fact.period
    return (period.label, period.since, period.as_of) if period else (None, None, None)
