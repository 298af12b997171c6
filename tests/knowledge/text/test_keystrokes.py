from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.keystrokes import decode, decode_telex, decode_vni
from knowledge.text.language import language
from knowledge.text.vietnamese import has_marks, is_syllable
from tests.knowledge.texts import BREVE, CIRCUMFLEX, HORN, SYLLABLES, TONES, any_text, decomposed

MARKED = [s for s in SYLLABLES if has_marks(s)]
COMMON = sorted({s for w in language().words for s in w.split() if has_marks(s) and is_syllable(s)})


def telex_key(letter, mark):
    if mark == CIRCUMFLEX:
        return letter
    return {HORN: "w", BREVE: "w", "-": "d", "": ""}[mark]


def vni_key(_letter, mark):
    return {CIRCUMFLEX: "6", HORN: "7", BREVE: "8", "-": "9", "": ""}[mark]


METHODS = {
    "telex": (decode_telex, telex_key, dict(zip(TONES, "fsrxj", strict=True))),
    "vni": (decode_vni, vni_key, dict(zip(TONES, "21345", strict=True))),
}
STYLES = ("as one goes", "tone last", "marks and tone last", "tone, then marks")


def keys(word, method, style):
    """The keys for a word as typists press them: one w or 7 for "ươ", and oo for "oo" in Telex."""
    _, key, tones = METHODS[method]
    letters = decomposed(word)
    typed = [(letter, key(letter, mark), tones.get(tone, "")) for letter, mark, tone in letters]
    for at, ((before, first, _), (after, second, _)) in enumerate(pairwise(typed)):
        if before + after == "uo" and first == second != "" and style != "as one goes":
            typed[at] = ("u", "", typed[at][2])
        if before + after == "oo" and method == "telex":
            typed[at] = ("oo", "", typed[at][2])
    tone = "".join(t for *_, t in typed)
    marks = "".join(m for _, m, _ in typed)
    match style:
        case "as one goes":
            return "".join(map("".join, typed))
        case "tone last":
            return "".join(letter + mark for letter, mark, _ in typed) + tone
        case "marks and tone last":
            return "".join(letter for letter, *_ in typed) + marks + tone
        case _:
            return "".join(letter for letter, *_ in typed) + tone + marks


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("method", METHODS)
def test_every_syllable_is_read_from_its_keys(method, style):
    read = METHODS[method][0]
    typed = {word: keys(word, method, style) for word in MARKED}
    wrong = {keys: (word, read(keys)) for word, keys in typed.items() if read(keys) != word}
    assert not wrong, f"{len(wrong)} wrong, such as {dict(list(wrong.items())[:: max(1, len(wrong) // 12)])}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chuaw", "chưa"), ("luuw", "lưu"), ("ruouwj", "rượu"), ("ngoeof", "ngoèo"), ("mooocs", "moóc"), ("nguwowfi", "người"),
        ("dduowngf", "đường"), ("duongdwf", "đường"), ("thuowr", "thuở"), ("nhwngx", "những"), ("giuwax", "giữa"), ("gif", "gì"),
    ],
)  # fmt: skip
def test_telex_is_read_with_the_keys_where_people_put_them(typed, meant):
    assert decode_telex(typed) == meant


@pytest.mark.parametrize("word", ["hello", "facebook", "dd", "ss", "xyz", "1", "u23", "covid19", "h5n1", ""])
def test_keys_that_spell_no_syllable_are_none(word):
    assert decode_telex(word) is None
    assert decode_vni(word) is None


@given(any_text)
def test_what_keys_spell_is_always_a_marked_syllable(text):
    for read in (decode_telex, decode_vni):
        word = read(text)
        assert word is None or (is_syllable(word) and has_marks(word))


@given(st.lists(st.sampled_from(COMMON), min_size=2, max_size=12), st.sampled_from(sorted(METHODS)))
def test_a_whole_question_is_read_from_its_keys(words, method):
    assert decode([keys(word, method, "as one goes") for word in words], ()) == words


@pytest.mark.parametrize(
    "question",
    [
        "tuyến xe bus nào đi qua thành phố", "đĩa compact của ca sĩ max", "suoi tram trong bao nhieu rung",
        "so sanh hai xa voi nhau", "trồng được bao nhiêu", "jeans", "mp3 h5n1", "",
    ],
)  # fmt: skip
def test_words_that_only_look_like_keys_are_left_alone(question):
    words = question.split()
    assert decode(words, ()) == [None] * len(words)


def test_a_word_that_means_something_as_it_stands_is_left_alone():
    assert decode(["bus"], ()) == ["bú"]
    assert decode(["bus"], {"bus"}) == [None]
