from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rendering import citation, plain
from knowledge.models import Answer, Block, Citation, Option
from tests.strategies import days, words

CITED = Citation(
    article="dang-van-2024-05-06", title="Đăng Vân thắp đèn", about="nghề đèn lồng", author="Tạ Hoài Mây",
    published=date(2024, 5, 6), paragraph=2, url="https://thu-nghiem.example/dang-van",
)  # fmt: skip
BLOCK = Block(
    lead="17 cầu treo", sentence="Huyện Đăng Vân có 17 cầu treo.", heading="Trong đó:", rows=("12: bằng gỗ", "5: bằng thép"),
    period="đến tháng 4/2024", note="Bài báo không nêu năm làm.", citation=CITED,
)  # fmt: skip


def answer(*blocks, **fields):
    return Answer(question="?", status=fields.pop("status", "answered"), blocks=blocks, **fields)


def test_an_answer_says_the_figure_first_then_its_breakdown_time_and_source():
    assert plain(answer(BLOCK)).splitlines() == [
        "17 cầu treo",
        "Huyện Đăng Vân có 17 cầu treo.",
        "Trong đó:",
        "• 12: bằng gỗ",
        "• 5: bằng thép",
        "Thời điểm: đến tháng 4/2024.",
        "Lưu ý: Bài báo không nêu năm làm.",
        "Nguồn: “Đăng Vân thắp đèn”, Tạ Hoài Mây, 06/05/2024, đoạn 2, https://thu-nghiem.example/dang-van",
    ]


def test_a_verdict_comes_before_everything_and_only_once():
    lines = plain(answer(BLOCK, BLOCK, verdict="Không")).splitlines()
    assert (lines[0], lines.count("Không.")) == ("Không.", 1)


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, "“Đăng Vân thắp đèn”, Tạ Hoài Mây, 06/05/2024, đoạn 2, https://thu-nghiem.example/dang-van"),
        (
            {"title": None},
            "bài báo về nghề đèn lồng, Tạ Hoài Mây, 06/05/2024, đoạn 2, https://thu-nghiem.example/dang-van",
        ),
        ({"author": None, "url": None}, "“Đăng Vân thắp đèn”, 06/05/2024, đoạn 2"),
        ({"paragraph": 0, "url": None}, "“Đăng Vân thắp đèn”, Tạ Hoài Mây, 06/05/2024, chú thích ảnh"),
        ({"paragraph": None, "url": None}, "“Đăng Vân thắp đèn”, Tạ Hoài Mây, 06/05/2024"),
        (
            {"published": date(2024, 12, 31), "url": None},
            "“Đăng Vân thắp đèn”, Tạ Hoài Mây, 31/12/2024, đoạn 2",
        ),
    ],
)
def test_a_citation_says_what_the_source_gives_and_invents_nothing(fields, shown):
    assert citation(replace(CITED, **fields)) == shown


def test_two_blocks_stand_apart_each_with_its_own_source():
    other = Block(sentence="Suối Rằm có 3.", citation=replace(CITED, author="Kiều Bách"))
    first, second = plain(answer(BLOCK, other)).split("\n\n")
    assert ("Tạ Hoài Mây" in first, "Kiều Bách" in first) == (True, False)
    assert ("Tạ Hoài Mây" in second, "Kiều Bách" in second) == (False, True)


def test_what_follows_the_blocks_is_remark_choices_reading_and_suggestions():
    options = (Option(label="Đăng Vân", question="a?"), Option(label="Suối Rằm", question="b?"))
    shown = plain(
        answer(
            Block(sentence="Nơi nào?"),
            remark="Chênh lệch: 2.",
            options=options,
            read_as="Cầu treo",
            suggestions=("c?", "d?"),
        )
    )
    assert shown.split("\n\n") == [
        "Nơi nào?",
        "Chênh lệch: 2.",
        "• Đăng Vân\n• Suối Rằm",
        "(Mình hiểu câu hỏi là: Cầu treo)",
        "Bạn có thể hỏi:\n1. c?\n2. d?",
    ]


def test_an_empty_sentence_leaves_no_empty_line():
    assert (
        plain(answer(Block(sentence="", heading="Điều gần nhất bài báo có nêu:", rows=("x",))))
        == "Điều gần nhất bài báo có nêu:\n• x"
    )


citations = st.builds(
    Citation, article=st.just("a"), title=st.none() | words, about=words, author=st.none() | words, published=days,
    paragraph=st.none() | st.integers(0, 99), url=st.none() | st.just("https://x.example"),
)  # fmt: skip
blocks = st.builds(
    Block,
    lead=st.none() | words,
    sentence=words,
    rows=st.lists(words, max_size=3).map(tuple),
    citation=citations,
)


@given(shown=st.lists(blocks, min_size=1, max_size=3), verdict=st.sampled_from([None, "Có", "Không"]))
def test_every_figure_has_author_and_full_date_in_the_same_message(shown, verdict):
    text = plain(answer(*shown, verdict=verdict))
    for block in shown:
        assert f"{block.citation.published:%d/%m/%Y}" in text
        assert all(
            said in text for said in (block.lead, block.sentence, *block.rows, block.citation.author) if said
        )
    assert text.startswith(f"{verdict}." if verdict else shown[0].lead or shown[0].sentence)
    assert text.count("Nguồn: ") >= len(shown)
