import pytest

from knowledge.models import Fact
from knowledge.reading.evidence import View, cut_words
from knowledge.reading.ways import are_at_odds, directions_in
from knowledge.text.language import language
from knowledge.text.tokens import tokenize
from tests.knowledge.world import lexicon


def fact(**fields):
    given = {
        "id": "f",
        "article": "a",
        "subject": "doi-vong",
        "topic": "rung",
        "kind": "count",
        "value": 3,
        "unit": "ha",
    }
    return Fact(**{**given, "statement": "Đồi Vọng trồng 3 ha rừng phòng hộ.", **fields})


def view(**fields):
    return View(fact(**fields), lexicon())


def words(text):
    tokens = tokenize(text)
    return [word.text for word in cut_words(tokens, range(len(tokens)), language())]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("giáo viên", ["giáo viên"]), ("cán bộ nữ", ["cán bộ", "nữ"]), ("học sinh", ["học sinh"]), ("hộ nghèo", ["hộ nghèo"]),
        ("zul zop", ["zul", "zop"]),
    ],
)  # fmt: skip
def test_syllables_are_cut_into_the_words_they_make(text, cut):
    assert words(text) == cut


def test_a_word_is_one_only_where_all_of_it_is_content():
    tokens = tokenize("giáo viên nữ")
    assert [word.text for word in cut_words(tokens, [0, 2], language())] == ["giáo", "nữ"]


@pytest.mark.parametrize(("text", "restricts"), [("nữ", True), ("kỷ luật", True), ("con đường", False)])
def test_a_word_tells_whether_it_restricts(text, restricts):
    tokens = tokenize(text)
    [word] = cut_words(tokens, range(len(tokens)), language())
    assert word.restrictive is restricts


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("từ xã về huyện", [{"source": "xa", "target": "huyen"}]), ("tu huyen xuong xa", [{"source": "huyen", "target": "xa"}]),
        ("về công tác ở huyện", [{"target": "huyen"}]), ("rời xã", [{"source": "xa"}]), ("giữa các xã", []),
        ("từ xã về huyện và từ huyện về xã", [{"source": "xa", "target": "huyen"}, {"source": "huyen", "target": "xa"}]),
    ],
)  # fmt: skip
def test_where_from_and_where_to_are_told_apart(text, ways):
    assert directions_in(tokenize(text), lexicon()) == ways


@pytest.mark.parametrize(
    ("asked", "given", "at_odds"),
    [
        ("lên huyện", "từ huyện về xã", True), ("lên thành phố", "về xã, phường", True), ("lên huyện", "từ xã về huyện", False),
        ("về xã", "từ huyện về xã", False), ("về nhà", "về xã", False), ("từ xã", "về huyện", False),
    ],
)  # fmt: skip
def test_a_way_that_ends_at_another_level_is_another_way(asked, given, at_odds):
    [one], [other] = (directions_in(tokenize(text), lexicon()) or [{}] for text in (asked, given))
    assert are_at_odds(one, other, lexicon()) is at_odds


@pytest.mark.parametrize(
    ("asked", "given", "odd"),
    [
        ({"source": "xa", "target": "huyen"}, {"source": "huyen", "target": "xa"}, True), ({"target": "xa"}, {"source": "xa", "target": "huyen"}, True),
        ({"target": "huyen"}, {"source": "xa", "target": "huyen"}, False), ({}, {"source": "xa", "target": "huyen"}, False),
    ],
)  # fmt: skip
def test_a_question_is_at_odds_with_a_facet_that_goes_the_other_way(asked, given, odd):
    assert are_at_odds(asked, given, lexicon()) is odd


@pytest.mark.parametrize(("number", "explained"), [(3, True), (10, True), (4, False)])
def test_a_fact_explains_its_own_figures_and_no_others(number, explained):
    assert view(kind="share", value=3, of=10, unit="xã").explains_number(number) is explained


def test_what_narrows_a_fact_is_stronger_than_what_goes_along_in_its_sentence():
    seen = view(facets=("phòng hộ",), statement="Đồi Vọng trồng 3 ha rừng ở ven suối.")
    assert seen.strong.has("phòng hộ")
    assert (seen.strong.has("ven suối"), seen.weak.has("ven suối")) == (False, True)


def test_a_fact_speaks_of_the_names_in_its_sentence_and_items():
    seen = view(
        kind="list", value=None, unit=None, items=("Suối Trầm",), statement="Đồi Vọng và Khê Hòa cùng trồng."
    )
    assert seen.names == {"doi-vong", "suoi-tram", "khe-hoa"}


@pytest.mark.parametrize(
    ("statement", "denies"), [("Đồi Vọng chưa trồng rừng.", True), ("Đồi Vọng không có rừng.", True), ("Đồi Vọng đã trồng rừng.", False)]
)  # fmt: skip
def test_a_fact_tells_whether_it_is_about_what_is_not_so(statement, denies):
    assert view(kind="statement", value=None, unit=None, statement=statement).denies is denies
