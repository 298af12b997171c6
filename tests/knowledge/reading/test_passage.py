import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.text.abbreviations import read_known, syllables_of
from knowledge.text.passage import Passage
from knowledge.text.vietnamese import marks_agree, normalize
from tests.knowledge.texts import any_text

WORDS = ["ban", "bản", "bàn", "tan", "tân", "tấn", "xã", "xa", "dài", "đại"]
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=6), max_size=4)
PASSAGE = Passage(["Xã trồng 18 ha rừng phòng hộ năm 2020", "từ 5/1/2019 đến 6/10 hộ", "Uỷ ban"])


@given(texts, st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_words_are_found_exactly_if_they_stand_in_one_text_in_sequence(texts, words):
    size = len(words)
    runs = [text[at : at + size] for text in texts for at in range(len(text) - size + 1)]
    expected = any(all(map(marks_agree, words, run)) for run in runs)
    passage = Passage(map(" ".join, texts))
    assert passage.has(" ".join(words)) is expected
    assert passage.has_any([" ".join(words)]) is any(run == words for run in runs)


@pytest.mark.parametrize(
    "words", ["rừng phòng hộ", "rung phong ho", "rừng phong hộ", "18 ha", "ủy ban", "uy ban", "xã"]
)
def test_words_are_found_with_marks_left_out(words):
    assert PASSAGE.has(words)


@pytest.mark.parametrize(
    "words", ["rừng hộ", "rựng", "2020 từ", "hộ ủy", "hộ ủy ban", "phòng", "ừng", "1 ha"]
)
def test_other_words_are_not_found(words):
    assert PASSAGE.has(words) is (words == "phòng")


def test_numbers_and_years_are_known_by_value():
    assert {18, 6, 10} <= PASSAGE.numbers
    assert PASSAGE.years == {2019}
    assert 5 not in PASSAGE.numbers


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rừng phòng hộo", "rừng phòng hộ"), ("dừng phòng hộ", "rừng phòng hộ"), ("trồn", "trồng"), ("ủy bang", "ủy ban"),
    ],
)  # fmt: skip
def test_a_slip_is_mended_to_the_words_that_stand_there(typed, meant):
    assert PASSAGE.mended(typed) == meant


@pytest.mark.parametrize("typed", ["rừng phòng hộ", "hộ phòng", "biển", "rừng trồng xa", "h"])
def test_what_is_no_slip_of_the_text_is_not_mended(typed):
    assert PASSAGE.mended(typed) is None


@given(st.lists(any_text, max_size=4), any_text)
def test_any_texts_can_be_looked_through(texts, words):
    passage = Passage(texts)
    mended = passage.mended(normalize(words))
    assert mended is None or passage.has(mended)
    assert passage.has("một từ không có trong bất kỳ văn bản nào như thế") is False


@given(any_text)
@example("UBND TP. Sông Công: 62% hộ, h5n1, 12km, đ/c A &agrave; <b>tỉnh</b>")
def test_syllables_found_quickly_leave_out_none_that_reading_finds(text):
    read = {token.folded for token in read_known(text) if token.folded.isalpha()}
    assert read <= syllables_of(text)
