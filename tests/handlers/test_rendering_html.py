from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.telegram_html import parse_html, utf16_length
from handlers.lines import Section, clipped, line
from handlers.markup import escape, messages, width
from handlers.rendering_html import rendered
from knowledge.models import Answer, Block, Citation, Option
from tests.strategies import days, words

CITED = Citation(
    article="dang-van-2024-05-06", title="Đăng Vân thắp đèn", about="nghề đèn lồng", author="Tạ Hoài Mây",
    published=date(2024, 5, 6), paragraph=2, url="https://thu-nghiem.example/dang-van?a=1&b=2",
)  # fmt: skip
BLOCK = Block(
    lead="17 cầu treo", sentence="Huyện Đăng Vân có 17 cầu treo.", heading="Trong đó:", rows=("12: bằng gỗ", "5: bằng thép"),
    period="đến tháng 4/2024", note="Bài báo không nêu năm làm.", citation=CITED,
)  # fmt: skip
LIMIT = 4096


def answer(*blocks, **fields):
    return Answer(question="?", status=fields.pop("status", "answered"), blocks=blocks, **fields)


def read(html):
    """A message as Telegram shows it."""
    text, _entities = parse_html(html)
    return text


def test_the_figure_is_bold_and_first_and_the_source_in_the_same_message():
    [html] = rendered(answer(BLOCK))
    assert html.splitlines() == [
        "<b>17 cầu treo</b>",
        "Huyện Đăng Vân có 17 cầu treo.",
        "Trong đó:",
        "• 12: bằng gỗ",
        "• 5: bằng thép",
        "Thời điểm: đến tháng 4/2024.",
        "<i>Lưu ý: Bài báo không nêu năm làm.</i>",
        'Nguồn: <a href="https://thu-nghiem.example/dang-van?a=1&amp;b=2">“Đăng Vân thắp đèn”</a>, Tạ Hoài Mây, 06/05/2024, đoạn 2',
    ]


def test_a_verdict_comes_before_the_figure():
    assert rendered(answer(BLOCK, verdict="Không"))[0].startswith("<b>Không.</b>\n<b>17 cầu treo</b>\n")


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"url": None}, "Nguồn: “Đăng Vân thắp đèn”, Tạ Hoài Mây, 06/05/2024, đoạn 2"),
        ({"title": None, "url": None}, "Nguồn: bài báo về nghề đèn lồng, Tạ Hoài Mây, 06/05/2024, đoạn 2"),
        (
            {"author": None, "url": None, "paragraph": 0},
            "Nguồn: “Đăng Vân thắp đèn”, 06/05/2024, chú thích ảnh",
        ),
        ({"paragraph": None, "url": None}, "Nguồn: “Đăng Vân thắp đèn”, Tạ Hoài Mây, 06/05/2024"),
    ],
)
def test_a_citation_says_what_the_source_gives(fields, shown):
    [html] = rendered(answer(Block(sentence="x", citation=replace(CITED, **fields))))
    assert html == f"x\n{shown}"


def test_two_blocks_stand_apart_each_with_its_source():
    [html] = rendered(answer(BLOCK, replace(BLOCK, lead="3 cầu treo"), remark="Chênh lệch: 14."))
    first, second, remark = html.split("\n\n")
    assert ("Tạ Hoài Mây" in first, "Tạ Hoài Mây" in second, remark) == (True, True, "Chênh lệch: 14.")


def test_reading_and_suggestions_follow_and_options_are_left_to_the_buttons():
    asking_back = answer(
        Block(sentence="Nơi nào?"),
        read_as="Cầu <treo>",
        suggestions=("c?", "d?"),
        options=(Option(label="Đăng Vân", question="a?"),),
    )
    [html] = rendered(asking_back)
    assert (
        html == "Nơi nào?\n\n<i>(Mình hiểu câu hỏi là: Cầu &lt;treo&gt;)</i>\n\nBạn có thể hỏi:\n1. c?\n2. d?"
    )


# ── long answers ────────────────────────────────────────────────────────────────────────


def test_a_long_answer_is_parted_at_line_ends_and_every_part_has_its_source():
    rows = tuple(f"{n} cầu treo ở một nơi có cái tên khá là dài để cho đầy dòng" for n in range(200))
    parts = rendered(answer(replace(BLOCK, rows=rows)))
    assert len(parts) > 2
    assert parts[0].startswith("<b>17 cầu treo</b>")
    assert all("Tạ Hoài Mây, 06/05/2024" in part for part in parts)
    shown = [row for part in parts for row in read(part).splitlines() if row.startswith("• ")]
    assert shown == [f"• {row}" for row in rows]


def test_a_line_longer_than_a_message_is_parted_at_spaces_without_cutting_a_tag():
    names = ", ".join(f"Nguyễn Thị Mơ {n}" for n in range(600))
    parts = rendered(answer(replace(BLOCK, lead=names)))
    assert all(part.startswith("<b>") and part.count("<b>") == part.count("</b>") for part in parts[:2])
    bold = " ".join(part[part.index("<b>") + 3 : part.index("</b>")] for part in parts if "<b>" in part)
    assert bold == names


def test_a_word_longer_than_a_message_is_parted_too_and_never_within_a_character():
    parts = messages([Section((line("🏮" * 5000, "b"),))])
    assert [utf16_length(read(part)) <= LIMIT for part in parts] == [True] * len(parts)
    assert "".join(read(part) for part in parts) == "🏮" * 5000


def test_what_fits_exactly_stays_in_one_message_and_one_unit_more_does_not():
    assert len(messages([Section((line("a" * LIMIT),))])) == 1
    assert len(messages([Section((line("a" * (LIMIT - 1) + " b"),))])) == 2
    assert len(messages([Section((line("a" * (LIMIT - 3)),)), Section((line("b"),))])) == 1
    assert len(messages([Section((line("a" * (LIMIT - 2)),)), Section((line("b"),))])) == 2


# ── whatever is in it ───────────────────────────────────────────────────────────────────

anything = st.text(max_size=60) | words
citations = st.builds(
    Citation, article=st.just("a"), title=st.none() | words, about=words, author=st.none() | words, published=days,
    paragraph=st.none() | st.integers(0, 99), url=st.none() | st.sampled_from(['https://x.example/"<&>', "https://x.example"]),
)  # fmt: skip
blocks = st.builds(
    Block, lead=st.none() | anything, sentence=anything, heading=st.none() | anything,
    rows=st.lists(anything, max_size=3).map(tuple), period=st.none() | anything, note=st.none() | anything, citation=citations,
)  # fmt: skip


@given(
    shown=st.lists(blocks, min_size=1, max_size=3),
    verdict=st.sampled_from([None, "Có"]),
    read_as=st.none() | anything,
    suggestions=st.lists(anything, max_size=3).map(tuple),
)
def test_telegram_takes_any_answer_and_shows_its_words(shown, verdict, read_as, suggestions):
    parts = rendered(answer(*shown, verdict=verdict, read_as=read_as, suggestions=suggestions))
    text = "\n".join(read(part) for part in parts)
    for block in shown:
        for said in (block.lead, block.sentence, *block.rows, f"{block.citation.published:%d/%m/%Y}"):
            assert said is None or read(escape(said)) in text
    assert all(utf16_length(read(part)) <= LIMIT for part in parts)


@given(text=st.text() | st.text(st.characters(categories=["Cs", "Cc"])))
def test_any_text_is_escaped_to_what_telegram_shows_as_it_stands(text):
    assert read(escape(text)) == "".join(
        c for c in text if c in "\t\n" or not (c < " " or c == "\x7f" or "\ud800" <= c <= "\udfff")
    )
    assert width(text) == utf16_length(read(escape(text)))


@given(
    lines=st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80), min_size=1, max_size=8
    ),
    room=st.integers(40, 90),
)
def test_parting_loses_nothing_but_spaces_and_keeps_within_the_room(lines, room):
    parts = messages([Section(tuple(line(text, "b") for text in lines), line("(x)"))], room)
    assert all(utf16_length(read(part)) <= room for part in parts)
    assert all(part.endswith("(x)") for part in parts)
    kept = "".join(read(part).removesuffix("(x)") for part in parts)
    assert "".join(kept.split()) == "".join("".join(lines).split())


def test_clipping_says_that_there_was_more():
    assert (clipped("abc", 3), clipped("abcd", 3)) == ("abc", "ab…")
