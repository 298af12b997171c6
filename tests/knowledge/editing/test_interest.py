import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.interest import interest, narrowest, nearest, pairs_of
from knowledge.models import Fact
from knowledge.service import Knowledge
from tests.strategies import words


@pytest.fixture(scope="module")
def lexicon(_filled):
    with Knowledge.open(_filled) as known:
        yield known.lexicon


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Đăng Vân", [("dang-van", "")]),
        ("dang van", [("dang-van", "")]),
        ("tin về huyện Đăng Vân", [("dang-van", "")]),
        ("cau treo", [("", "cau-treo")]),
        ("cầu treo ở Suối Rằm", [("suoi-ram", "cau-treo")]),
        ("Đăng Vân và Suối Rằm", [("dang-van", ""), ("suoi-ram", "")]),
        ("xã Suối Rằm, huyện Đăng Vân", [("suoi-ram", "")]),
        ("bà Mơ", [("ta-thi-mo", "")]),
        ("Đăng Vân có bao nhiêu cầu treo?", [("dang-van", "cau-treo")]),
    ],
)
def test_words_that_say_one_thing_are_clear(lexicon, text, readings):
    found = interest(text, lexicon)
    assert (found.is_clear, found.readings) == (True, readings)


@pytest.mark.parametrize(
    ("text", "readings", "strangers", "unexplained"),
    [
        ("Hạ Long", [], ("Hạ Long",), ()),
        ("cầu treo ở Hạ Long", [("", "cau-treo")], ("Hạ Long",), ()),
        ("Đăng Vân kỷ luật", [("dang-van", "")], (), ("kỷ", "luật")),
        ("cầu treo và đèn lồng", [("", "cau-treo"), ("", "den-long")], (), ()),
        ("thời tiết", [], (), ("thời", "tiết")),
        ("", [], (), ()),
    ],
)
def test_words_that_leave_something_open_say_what(lexicon, text, readings, strangers, unexplained):
    found = interest(text, lexicon)
    assert not found.is_clear
    assert sorted(found.readings) == sorted(readings)
    assert (found.strangers, found.unexplained) == (strangers, unexplained)


@pytest.mark.parametrize(
    ("text", "first"),
    [("Đngg Vân", ("dang-van", "")), ("NGHE NHN LAM DEN", ("", "nghe-nhan")), ("qwertyuiop", None)],
)
def test_what_is_written_most_alike_is_near(lexicon, text, first):
    assert next(iter(nearest(text, lexicon, 3)), None) == first


@given(text=st.text(max_size=40) | words)
def test_any_words_are_read_and_what_they_may_mean_is_known(lexicon, text):
    for name, topic in (*interest(text, lexicon).readings, *nearest(text, lexicon, 3)):
        assert not name or name in lexicon.names
        assert not topic or topic in lexicon.topics


def test_a_place_above_only_says_where_the_one_before_it_lies(lexicon):
    assert narrowest(["suoi-ram", "dang-van"], lexicon) == ["suoi-ram"]
    assert narrowest(["dang-van", "suoi-ram"], lexicon) == ["dang-van", "suoi-ram"]


def test_a_fact_is_heard_of_by_its_subject_what_that_is_part_of_and_the_names_in_its_words(lexicon):
    fact = Fact(
        id="f", article="a", subject="suoi-ram", topic="cau-treo", kind="count", value=3, statement="Bà Tạ Thị Mơ đếm được 3."
    )  # fmt: skip
    names = {"", "suoi-ram", "dang-van", "ta-thi-mo"}
    assert pairs_of(fact, lexicon) == {(name, topic) for name in names for topic in ("", "cau-treo")}
    gone = fact.model_copy(update={"subject": "gone", "statement": "Có 3."})
    assert pairs_of(gone, lexicon) == {(name, topic) for name in ("gone", "") for topic in ("", "cau-treo")}
