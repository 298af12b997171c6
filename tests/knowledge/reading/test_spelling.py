import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import Topic
from knowledge.questions.question import read
from knowledge.reading.lexicon import Lexicon
from knowledge.text.abbreviations import read_known, shorthand, words_of
from knowledge.text.language import language
from knowledge.text.shortforms import short_form_at
from knowledge.text.slips import slip_cost
from knowledge.text.tokens import is_unmarked, tokenize
from knowledge.text.vietnamese import fold, marks_agree
from knowledge.text.vocabulary import sound
from tests.knowledge.texts import SYLLABLES, any_text
from tests.knowledge.world import lexicon, reading

ONE_WORD = {"tỉ": "tỷ", "ngàn": "nghìn"}
"""Two spellings of one word, of which the first is read as the second."""

syllables = st.sampled_from(SYLLABLES)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("suoitram", "suoi tram"), ("suoitram trong bao nhieu rung", "suoi tram trong bao nhiêu rung"),
        ("trao học bỗng", "trao học bổng"), ("trao hoc bong", "trao học bổng"), ("Đồi Vộng ở đâu", "đồi vọng ở đâu"),
        ("Suối Trầmm có gì", "suối trầm có gì"), ("Khê Hoa có gì", "khê hoa có gì"),
        ("suoosi traamf troofng bao nhieeu", "suối trầm trồng bao nhiêu"),
        ("suo6i1 tra62m tro62ng bao nhie6u", "suối trầm trồng bao nhiêu"),
        ("Suối Trầm trồng bn ha rừng", "suối trầm trồng bao nhiêu ha rừng"), ("hqua ko trồng đc", "hôm qua không trồng được"),
        ("trồng rừng mười lăm ha", "trồng rừng mười lăm ha"), ("trồng boa nhiêu ha rừng", "trồng bao nhiêu ha rừng"),
        ("xây thêêm đường", "xây thêm đường"), ("Chủ tịch UBDN xã", "chủ tịch ủy ban nhân dân xã"), ("Myấ xã trồng rừng", "mấy xã trồng rừng"),
        ("trồng bo nhiêu ha rừng", "trồng bao nhiêu ha rừng"), ("công an giao thôn đường bộ", "công an giao thông đường bộ"), ("trước ôg ấy", "trước ông ấy"), ("niơ trồng rừng", "nơi trồng rừng"), ("trồng đợưc rừng", "trồng được rừng"),
        ("nm 2023 trồng rừng", "năm 2023 trồng rừng"), ("từ đu năm trồng rừng", "từ đầu năm trồng rừng"), ("có my người trồng rừng", "có mấy người trồng rừng"),
        ("trong số niơ trồng rừng", "trong số nơi trồng rừng"), ("bià báo về rừng", "bài báo về rừng"), ("haò bình", "hòa bình"),
        ("phấn đu trồng rừng", "phấn đấu trồng rừng"), ("nguyên nhân ti hành", "nguyên nhân thi hành"), ("tác gả là ai", "tác giả là ai"), ("đồng cí nào trồng rừng", "đồng chí nào trồng rừng"),
        ("ôgn Quất", "ông quất"), ("huyện Đồi Vng", "huyện đồi vọng"), ("người dân tỉỉnh này", "người dân tỉnh này"),
    ],
)  # fmt: skip
def test_a_question_is_read_as_it_was_meant(typed, meant):
    assert reading(typed) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Đồi Vọng và Suối Trầm trồng bao nhiêu ha rừng", "Suối Trầm, tỉnh Trường Khanh trồng bao nhiêu", "ông Mai nói gì",
        "bà Mai là ai", "ngày mai có trồng rừng không", "lỗ hổng ở đâu", "thanh niên xung phong trồng rừng",
        "học sinh nào phải điểm danh", "Suối Tràm trồng bao nhiêu ha rừng", "tân binh của huyện là ai",
        "hai vợ chồng ở Suối Trầm", "con bò và con chó", "bao nhiêu người nghèo",
        "bao nhiêu người my đến", "hoà nhau", "tuỳ nơi", "huy động người trồng rừng", "nhà dan trồng rừng", "gả chồng cho con", "trẻ đu đưa", "lon 330 trồng rừng",
    ],
)  # fmt: skip
def test_a_question_without_a_slip_is_left_as_it_is(question):
    assert reading(question) == " ".join(token.marked for token in tokenize(question))


def test_no_word_of_the_language_is_taken_for_a_slip_or_for_shorthand():
    changed = {}
    for word in sorted(language().words):
        expected = " ".join(ONE_WORD.get(t.marked, t.marked) for t in tokenize(word))
        if reading(word) != expected:
            changed[word] = reading(word)
    assert changed == {}


def test_every_short_form_is_written_out():
    wrong = {
        short: reading(short)
        for short, meanings in shorthand().items()
        if fold(reading(short)) not in {fold(" ".join(meaning)) for meaning in meanings}
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("khi mô trồng rừng", "khi nào trồng rừng"), ("bây h là mấy h", "bây giờ là mấy giờ"), ("trồng ở mô", "trồng ở đâu"),
        ("bao nhiu ha", "bao nhiêu ha"), ("bao nhiêu ha", "bao nhiêu ha"),
    ],
)  # fmt: skip
def test_shorthand_of_several_words_is_tried_before_that_of_one(typed, meant):
    assert reading(typed) == meant


def test_a_short_form_that_makes_a_word_of_the_store_with_its_neighbour_is_a_slip_of_that():
    topic = Topic(id="hang", label="Sản phẩm", phrases=("sản phẩm",))
    tokens = read("tỷ lệ sn phẩm", Lexicon(names=[], topics=[topic]))
    assert [token.marked for token in tokens] == ["tỷ", "lệ", "sản", "phẩm"]


def test_a_text_of_ours_has_its_capital_abbreviations_written_out():
    assert [t.marked for t in read_known("UBND xã Lau")] == ["ủy", "ban", "nhân", "dân", "xã", "lau"]
    assert words_of("ko") == ("ko",)


@given(any_text)
def test_any_text_can_be_read(text):
    assert all(token.marked for token in lexicon().speller.read(tokenize(text), lexicon().is_place))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("nuân", "luân"), ("chồng", "trồng"), ("sã", "xã"), ("dừng", "rừng"), ("giừng", "dừng"), ("bang", "ban"), ("bac", "bat"), ("tay", "tai")],
)  # fmt: skip
def test_what_a_region_hears_alike_is_a_small_slip(typed, meant):
    assert sound(fold(typed)) == sound(fold(meant))
    assert 0 < slip_cost(typed, meant) < slip_cost("trầmm", "trầm")


def test_hook_for_tilde_is_a_smaller_slip_than_any_other_tone():
    others = [slip_cost("bổng", other) for other in ("bồng", "bống", "bộng")]
    assert 0 < slip_cost("bổng", "bỗng") < min(others)


@given(syllables, syllables)
def test_a_slip_costs_nothing_exactly_if_the_marks_agree(typed, meant):
    cost = slip_cost(typed, meant)
    assert (cost == 0) is marks_agree(typed, meant)
    assert cost is None or 0 <= cost <= 1


@pytest.mark.parametrize(
    ("typed", "meant"), [("rừng", "biển"), ("cầu", "đường"), ("xã", "huyện"), ("a", "nghiêng")]
)
def test_words_far_apart_are_no_slip_of_each_other(typed, meant):
    assert slip_cost(typed, meant) is None


@pytest.mark.parametrize(
    ("question", "unmarked"),
    [
        ("suoi tram trong bao nhieu rung", True), ("Suối Trầm trong bao nhieu rung", False), ("ha?", True), ("trồng", False),
    ],
)  # fmt: skip
def test_a_question_is_unmarked_where_nearly_no_word_has_marks(question, unmarked):
    assert is_unmarked(tokenize(question)) is unmarked


def test_a_short_form_keeps_its_meanings_beside_the_one_it_has_with_a_point():
    _, meanings = short_form_at(tokenize("tt"), 0)
    assert {("thị", "trấn"), ("trung", "tâm")} <= set(meanings)
