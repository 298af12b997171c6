"""What an article's text says of itself: headline, day, author; and which of its lines are paragraphs."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.fields import VIETNAM_TIME
from knowledge.proposing.record import read_article

OTHER = (
    "Theo kế hoạch, mỗi thôn trồng một hàng cây dọc đường làng và chăm sóc cho đến khi cây bén rễ, xanh tốt."
)
LAST = (
    "Cây giống do các hộ tự ươm từ mùa thu năm ngoái; phân bón và nước tưới được các đoàn thể hỗ trợ chu đáo."
)
BODY = (
    "Sáng nay, huyện Khuê Thượng tổ chức lễ ra quân trồng cây với sự tham gia của đông đảo người dân các xã."
)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Thứ Năm, 14/03/2019, 09:12 [GMT+7]", datetime(2019, 3, 14, 9, 12, tzinfo=VIETNAM_TIME)),
        ("Cập nhật: Thứ hai 18/09/2023 - 15:20", datetime(2023, 9, 18, 15, 20, tzinfo=VIETNAM_TIME)),
        ("Ngày 14 tháng 3 năm 2019", datetime(2019, 3, 14, tzinfo=VIETNAM_TIME)),
        ("Cập nhật lúc 16 giờ 40, ngày 3/10/2023", datetime(2023, 10, 3, 16, 40, tzinfo=VIETNAM_TIME)),
        ("08h30 ngày 5-1-2024", datetime(2024, 1, 5, 8, 30, tzinfo=VIETNAM_TIME)),
        ("2024-02-20", datetime(2024, 2, 20, tzinfo=VIETNAM_TIME)),
    ],
)
def test_the_day_and_the_hour_are_read_as_they_are_written(line: str, published: datetime) -> None:
    assert read_article(f"Ra quân trồng cây\n\n{line}\n\n{BODY}").published == published


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Thu Hà", "Thu Hà"),
        ("Bài, ảnh: Phương Chi - Đức Tuấn", "Phương Chi - Đức Tuấn"),
        ("Tác giả: Trung Hiếu", "Trung Hiếu"),
        ("LÊ QUÂN", "LÊ QUÂN"),
        ("P.V", "P.V"),
    ],
)
def test_who_signed_is_the_author(line: str, author: str) -> None:
    assert read_article(f"Ra quân trồng cây\n\n{BODY}\n\n{OTHER}\n\n{line}").author == author


def test_what_stands_nowhere_is_unknown_and_never_invented() -> None:
    reading = read_article(BODY)
    assert (reading.title, reading.series, reading.publisher) == (None, None, None)
    assert (reading.author, reading.published, reading.article) == (None, None, None)


def test_of_two_headlines_the_first_is_that_of_the_series() -> None:
    reading = read_article(f"Chào mừng Tết trồng cây\n\nKhuê Thượng ra quân\n\n06/05/2024\n\n{BODY}")
    assert (reading.series, reading.title) == ("Chào mừng Tết trồng cây", "Khuê Thượng ra quân")


def test_the_newspaper_is_named_where_it_stands() -> None:
    assert read_article(
        f"Khuê Thượng ra quân\n\n06/05/2024\n\n{BODY}\n\n(Theo Báo Khuê Thượng)"
    ).publisher == ("Báo Khuê Thượng")


def test_headline_day_captions_subheads_and_byline_are_no_paragraphs() -> None:
    text = f"""Khuê Thượng ra quân
06/05/2024, 07:30

{BODY}

Người dân xã Lâm Khê trồng cây. Ảnh: Thu Hà

Rừng cho mai sau

{OTHER}

Đông đảo người dân tham gia trồng cây
Đông đảo người dân tham gia trồng cây (ảnh chụp sáng 6/5)

{LAST}

Thu Hà

Tin liên quan

Giá lúa tăng trở lại sau nhiều tuần giảm sâu ở các xã phía đông của huyện, bà con rất phấn khởi."""
    paragraphs = read_article(text).paragraphs
    assert [paragraph.number for paragraph in paragraphs] == [1, 0, 2, 0, 0, 3]


def test_lines_wrapped_in_the_middle_of_a_sentence_are_one_paragraph() -> None:
    first, second = BODY[:60].rpartition(" ")[0], BODY[len(BODY[:60].rpartition(" ")[0]) + 1 :]
    assert [p.text for p in read_article(f"{first}\n{second}").paragraphs] == [BODY]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    reading = read_article(text)
    assert [p.number for p in reading.paragraphs if p.number] == list(
        range(1, sum(p.number > 0 for p in reading.paragraphs) + 1)
    )
