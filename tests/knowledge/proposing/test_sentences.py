"""Where one sentence of a newspaper ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.proposing.sentences import Sentence, cut_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Huyện có 12 xã.", "Dân số 45.000 người."],
        ["Lễ khai mạc diễn ra tại TP. Sông Lam sáng nay.", "Dự lễ có ThS. Lê Văn Nam."],
        ["Năng suất đạt 5,6 tạ/ha, giá 1.250 đồng/kg.", "Bà con phấn khởi!"],
        ["Ông nói: “Chúng tôi rất mừng.”", "Mọi người vỗ tay."],
        ['Ông nói: "Chúng tôi rất mừng".', "Mọi người vỗ tay."],
        ["1. Xã Lâm Khê trồng 30 ha.", "2. Xã Pa Háng trồng 12 ha."],
        ["Còn nhiều việc phải làm...", "Trước mắt là giống lúa."],
        ["Bà T. kể lại chuyện cũ.", "Ai cũng lặng đi."],
        ["Có đúng thế không?", "“Đúng”, ông đáp."],
    ],
)
def test_sentences_are_cut_where_they_end(sentences: list[str]) -> None:
    assert list(cut_sentences(" ".join(sentences))) == sentences


@given(st.text(max_size=200))
def test_no_letter_is_lost_in_cutting(text: str) -> None:
    assert "".join("".join(cut_sentences(text)).split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_every_token_stands_where_it_says(text: str) -> None:
    sentence = Sentence(text, 1)
    for at, token in enumerate(sentence.tokens):
        assert len(sentence.slice(at, at + 1)) == len(token.typed)
