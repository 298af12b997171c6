import unicodedata
from collections import defaultdict
from itertools import product

import pytest
from hypothesis import example, given

from knowledge.text.vietnamese import (
    clean,
    fold,
    has_marks,
    is_syllable,
    marks_agree,
    normalize,
    place_tone,
    split_tone,
    toneless_syllables,
)
from tests.knowledge.texts import (
    STOPS,
    SYLLABLES,
    TONES,
    VOWEL_MARKS,
    any_text,
    composed,
    decomposed,
    toned,
    toned_syllables,
    vowels_of,
)

TONED = (
    "hòa thủy khỏe tòa quý quả già giếng gì giữa thuở khuỷu chuyển nguyễn huế người rượu ngoài "
    "toán hoặc loét quỳnh xoèo huýt mía cứu được ủy ỉa ngoẻo khuya đoàn yến bìa thuế quốc "
    "của"
)


@given(any_text)
@example("oe\u0300\u0300")
@example("İ\u0301")
@example("ǅﬁſ")
def test_normalizing_twice_changes_nothing_more(text):
    assert normalize(normalize(text)) == normalize(text)


@given(any_text)
@example("ðÐ´")
@example("a \u0301")
def test_it_is_all_one_whether_a_text_is_folded_before_or_after_normalizing(text):
    assert fold(normalize(text)) == normalize(fold(text))


@given(any_text)
def test_normalizing_does_not_see_in_which_form_unicode_came(text):
    assert normalize(unicodedata.normalize("NFD", text)) == normalize(text)
    assert normalize(unicodedata.normalize("NFC", text)) == normalize(text)


@given(any_text)
def test_a_clean_text_has_nothing_invisible_and_no_loose_space(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned == " ".join(cleaned.split())
    assert not {unicodedata.category(char) for char in cleaned} & {"Cc", "Cf", "Cs", "Co", "Cn"}
    assert unicodedata.is_normalized("NFC", cleaned)


@given(any_text)
def test_folding_takes_off_every_vietnamese_mark_and_nothing_else(text):
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if c not in TONES + VOWEL_MARKS)
    assert fold(text) == unicodedata.normalize("NFC", bare.translate(str.maketrans("đĐðÐ", "dDdD")))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("HOÀ  BÌNH", "hòa bình"), ("uỷ ban", "ủy ban"), ("khoẻ", "khỏe"), ("Thuý", "thúy"), ("qúy", "quý"),
        ("gía", "giá"), ("ba\u0303o", "bão"), ("\u200bĐườ\u00adng\ufeff", "đường"), ("Ｓông", "sông"),
        ("ðiều", "điều"), ("l´or", "l'or"), ("2020–2025", "2020-2025"),
    ],
)  # fmt: skip
def test_the_same_words_typed_otherwise_become_the_same(typed, meant):
    assert normalize(typed) == normalize(meant) == meant


@pytest.mark.parametrize(
    "word",
    TONED.split(),
)
def test_a_tone_stands_where_newspapers_put_it(word):
    assert place_tone(word) == word
    letters, tone = split_tone(word)
    assert place_tone(toned(letters, tone, vowels_of(letters)[-1])) == word


def test_a_tone_typed_over_any_vowel_of_a_syllable_finds_its_place():
    for toneless, tone in toned_syllables():
        placed = {place_tone(toned(toneless, tone, at)) for at in vowels_of(toneless)}
        assert len(placed) == 1, (toneless, placed)
        assert split_tone(placed.pop()) == (toneless, tone)


@given(any_text)
def test_placing_a_tone_keeps_the_letters(word):
    assert fold(place_tone(word)) == fold(word)


def test_every_syllable_is_one_with_its_marks_and_without():
    assert [s for s in SYLLABLES if not (is_syllable(s) and is_syllable(fold(s)))] == []


def test_a_syllable_that_ends_in_a_stop_has_only_two_tones():
    stopped = [s for s in toneless_syllables() if s.endswith(STOPS) and has_marks(s)]
    wrong = [place_tone(toned(s, tone, vowels_of(s)[-1])) for s in stopped for tone in TONES[:1] + TONES[2:4]]
    assert wrong
    assert not any(map(is_syllable, wrong))


@pytest.mark.parametrize("word", ["lwan", "hello", "covid", "chuyện1", "qan", "đt", "gđ", "", "ướx", "bào̱"])
def test_what_vietnamese_cannot_spell_is_no_syllable(word):
    assert not is_syllable(word)


def _marks(word):
    """The marks of a word's letters by their place, those of them on vowels, and its tone."""
    letters = decomposed(word)
    marks = {(at, mark) for at, (_, mark, _) in enumerate(letters) if mark}
    return marks, {at for at, mark in marks if mark in VOWEL_MARKS}, "".join(tone for *_, tone in letters)


def _allows(typed, meant):
    """Whether one word's marks are among another's, and its tone was not typed over vowels left plain."""
    (typed_marks, typed_vowels, typed_tone), (marks, vowels, tone) = typed, meant
    return (
        typed_marks <= marks and typed_tone in ("", tone) and not (typed_tone and vowels and not typed_vowels)
    )


def test_typed_marks_allow_a_word_exactly_if_it_has_them_all():
    alike = defaultdict(list)
    for syllable in SYLLABLES:
        alike[fold(syllable)].append((syllable, _marks(syllable)))
    assert [
        (typed, meant)
        for words in alike.values()
        for (typed, given_marks), (meant, marks) in product(words, words)
        if marks_agree(typed, meant) is not _allows(given_marks, marks)
    ] == []


@pytest.mark.parametrize("word", ["điều", "được", "những", "ngưởng", "đề", "trường", "ẩn", "hòa", "ủy"])
def test_every_loss_of_marks_still_allows_the_word(word):
    letters = decomposed(word)
    losses = [{(a, m, t), (a, "", t), (a, m, ""), (a, "", "")} for a, m, t in letters]
    lossy = {place_tone(composed(list(kept))) for kept in product(*losses)}
    half = {typed for typed in lossy if _allows(_marks(typed), _marks(word))}
    assert {word, fold(word)} <= half
    assert [typed for typed in lossy if marks_agree(typed, word) is not (typed in half)] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("điếu", "điều"), ("bán", "ban"), ("bẩn", "bản"), ("đa", "da"), ("tăn", "tân"), ("mở", "mổ"), ("phó", "phố"), ("ban", "bang"),
    ],
)  # fmt: skip
def test_a_mark_of_another_kind_refuses_the_word(typed, meant):
    assert not marks_agree(typed, meant)
