import re
import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.text import tokens
from knowledge.text.language import language
from knowledge.text.tokens import (
    MAX_TOKENS,
    join_numerals,
    month_days,
    place_of_figure,
    read_number,
    tokenize,
)
from knowledge.text.vietnamese import fold, normalize
from tests.knowledge.texts import any_text, old_style

sentences = st.lists(st.sampled_from(sorted(language().words)), max_size=15).map(" ".join)


def spellings(text):
    return [(token.marked, token.folded, token.number) for token in tokenize(text)]


@given(any_text)
@example("10đ/c và/hoặc 5km2 a/b_c x1/2 TP.HCM/xã")
def test_words_are_found_at_once_just_as_they_are_after_all_else_was_looked_for(text):
    last = re.compile(f"[ ]*(?:{tokens._LEXEME.pattern.partition('|')[2]}", re.VERBOSE)
    assert [m[0] for m in tokens._LEXEME.finditer(text)] == [m[0] for m in last.finditer(text)]


@given(any_text)
@example("<" * 500 + "a" * 9000)
@example("9" * 400 + "/0 31/2/2020 0000-00-00 99.99.9999")
def test_any_text_has_tokens_and_not_too_many(text):
    tokens = tokenize(text)
    assert len(tokens) <= MAX_TOKENS
    for token in tokens:
        assert token.typed == token.typed.strip() != ""
        assert token.marked == normalize(token.marked) != ""
        assert token.folded == fold(token.folded) != ""


def test_a_text_without_end_is_read_up_to_the_limit():
    assert len(tokenize("cầu " * 10_000)) == MAX_TOKENS


@given(sentences)
@example("HOÀ BÌNH, uỷ ban")
def test_a_question_reads_the_same_however_it_was_encoded(sentence):
    expected = spellings(sentence)
    assert spellings(unicodedata.normalize("NFD", sentence)) == expected
    assert spellings(unicodedata.normalize("NFC", sentence)) == expected
    assert spellings(old_style(sentence)) == expected
    assert [marked for marked, *_ in spellings(sentence.upper())] == [marked for marked, *_ in expected]


def test_a_tone_placed_the_old_way_is_another_spelling_and_the_same_tokens():
    assert old_style("hòa, thủy, khỏe và quý") == "hoà, thuỷ, khoẻ và quý"
    assert spellings("hoà thuỷ khoẻ quý") == spellings("hòa thủy khỏe quý")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("18", 18), ("1.286", 1286), ("1.286.000,5", 1_286_000.5), ("86,2%", 86.2), ("72.5 %", 72.5), ("0,05", 0.05),
        ("1.5", 1.5), ("３", 3), ("08", 8), ("VII", 7), ("XIV", 14), ("xii", 12),
    ],
)  # fmt: skip
def test_a_number_is_read_as_vietnamese_write_it(typed, number):
    [token] = tokenize(f"có {typed}")[1:]
    assert (token.number, token.of, token.is_word) == (number, None, False)


@pytest.mark.parametrize(("typed", "number"), [("0,7m", 0.7), ("2.300m3", 2300), ("62ha", 62), ("8h30", 8)])
def test_a_number_stuck_to_its_unit_is_read_whole(typed, number):
    token, unit = tokenize(typed)
    assert (token.number, unit.is_word) == (number, True)


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_a_number_with_dots_and_comma_is_read_back(whole, fraction):
    typed = f"{whole:,}".replace(",", ".") + f",{fraction:02}"
    assert read_number(typed) == pytest.approx(whole + fraction / 100)


@pytest.mark.parametrize("typed", ["6/10", "6 / 10", "6⁄10"])
def test_a_ratio_is_a_part_of_a_whole(typed):
    [token] = tokenize(typed)
    assert (token.number, token.of) == (6, 10)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("5/1/2021", date(2021, 1, 5), date(2021, 1, 5)), ("05-01-2021", date(2021, 1, 5), date(2021, 1, 5)),
        ("2021-01-05", date(2021, 1, 5), date(2021, 1, 5)), ("2/2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("12.2020", date(2020, 12, 1), date(2020, 12, 31)), ("2016-2020", date(2016, 1, 1), date(2020, 12, 31)),
        ("2016 – 2020", date(2016, 1, 1), date(2020, 12, 31)),
    ],
)  # fmt: skip
def test_a_date_in_digits_has_its_bounds(typed, first, last):
    [token] = tokenize(typed)
    assert (token.days, token.is_word) == ((first, last), False)


@pytest.mark.parametrize("typed", ["31/2/2021", "1/13/2021", "0/2020", "15.2021", "2021-02-30"])
def test_a_day_that_there_is_not_is_no_date(typed):
    assert [token.days for token in tokenize(typed)] == [None]


@given(st.integers(1, 9998), st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next(year, month):
    first, last = month_days(year, month)
    assert (first.day, last.month, (last - first).days + 1 in range(28, 32)) == (1, month, True)
    assert date.fromordinal(last.toordinal() + 1).day == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<b>Đậm</b> và <a href='x'>nối</a>", "đậm và nối"), ("18cb, 2tỷ", "18 cb 2 tỷ"), ("đ/c Mai", "đ/c mai"),
        ("&lt;i&gt;Ai&lt;/i&gt; {{7*7}} %s <br/> <img src=x>", "ai"), ("cán bộ <nữ>, <b nữ>", "cán bộ nữ b nữ"), ("<i>nữ</i> &amp; nam", "nữ nam"),
        ("😀 xã…phường!!!", "xã phường"), ("H5N1", "h5n1"), ("30 % hộ", "30 % hộ"), ("bao nhiêu %", "bao nhiêu phần trăm"),
    ],
)  # fmt: skip
def test_signs_and_markup_are_passed_over(text, words):
    assert " ".join(token.marked for token in tokenize(text)) == words


def test_punctuation_makes_a_pause_before_the_next_word_only():
    assert [t.pause for t in tokenize("(xã Lau, huyện Sim. Mấy hộ?")] == [
        False,
        False,
        True,
        False,
        True,
        False,
    ]


def test_a_roman_numeral_in_capitals_is_a_number_and_a_small_syllable_is_a_word():
    assert [t.number for t in tokenize("Đại hội VI vi phạm")] == [None, None, 6, None, None]
    assert [t.number for t in tokenize("XÃ VI")] == [None, None]


DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def _hundreds(number, *, full):
    hundred, ten, one = number // 100, number // 10 % 10, number % 10
    words = [DIGITS[hundred], "trăm"] if hundred or full else []
    if ten == 0:
        return words + (["linh"] if words else []) + [DIGITS[one]] if one else words
    words += ["mười"] if ten == 1 else [DIGITS[ten], "mươi"]
    last = {1: "một" if ten == 1 else "mốt", 5: "lăm", 4: "bốn" if ten == 1 else "tư"}.get(one, DIGITS[one])
    return [*words, last] if one else words


def in_words(number):
    """A number as it is said, three digits at a time."""
    words = []
    for scale, name in ((10**9, ["tỷ"]), (10**6, ["triệu"]), (1000, ["nghìn"]), (1, [])):
        part = number // scale % 1000
        if part:
            words += _hundreds(part, full=bool(words)) + name
    return " ".join(words)


@given(st.one_of(st.integers(11, 1999), st.integers(11, 10**12 - 1)), st.sampled_from([str, fold, str.upper]))
@example(315, fold)
@example(1005, str)
def test_a_number_said_in_words_is_the_number(number, spelling):
    [token] = join_numerals(tokenize(spelling(in_words(number))))
    assert token.number == number


@pytest.mark.parametrize(
    "words",
    ["năm", "ba", "hai ba", "năm nào", "2 tỷ", "trăm", "ba, mười", "một xã", "lam chuc", "lam tram truong"],
)
def test_numeral_words_that_make_no_number_stay_words(words):
    assert [t.change for t in join_numerals(tokenize(words))] == [None] * len(tokenize(words))


@given(sentences, st.sampled_from(["{}", " {}", "{} "]))
@example("xvi ubnd lx " * 50, "{}")
def test_lower_case_words_are_read_as_in_any_other_text(words, around):
    assert tokenize(around.format(words)) == tokenize(f"{words} ?")


@pytest.mark.parametrize(
    ("text", "figure", "behind"),
    [
        ("6 tháng đầu năm 2025, 6 chiến sĩ bị thương", 6, "chiến"), ("Tháng 7, 7 người được cứu", 7, "người"),
        ("Trong một đêm, có thêm 1 hộ", 1, "hộ"), ("Việc tìm kiếm kéo dài 9 ngày", 9, "ngày"), ("Có mười lăm xã", 15, "lăm"),
    ],
)  # fmt: skip
def test_a_figure_is_not_taken_for_that_of_a_time_where_it_stands_for_itself_too(text, figure, behind):
    tokens = tokenize(text)
    assert tokens[place_of_figure(tokens, figure) + 1].marked == behind


def test_a_figure_that_a_text_does_not_have_stands_behind_its_end():
    assert [place_of_figure(tokenize("Có 5 xã"), figure) for figure in (6, None)] == [3, 3]
