import pytest

from knowledge.text.vietnamese import fold
from tests.knowledge.world import linked


def asked(place):
    """A question about a place, without marks if the place has none."""
    question = f"{place} trồng bao nhiêu ha rừng"
    return fold(question) if place.isascii() else question


def known(question):
    return [mention.names for mention in linked(question).known]


def strangers(question):
    return [stranger.text for stranger in linked(question).strangers]


@pytest.mark.parametrize(
    "place",
    [
        "Suối Trầm", "suối trầm", "suoi tram", "SUỐI TRẦM", "SUOI TRAM", "xã Suối Trầm", "Xã Suối Trầm", "xa suoi tram",
        "suoitram", "suối tram", "Suo\u0302\u0301i Tra\u0302\u0300m", "Đảng ủy xã Suối Trầm", "các xã Suối Trầm", "Suối Trâm",
    ],
)  # fmt: skip
def test_a_place_we_know_is_found_however_it_is_typed(place):
    question = asked(place)
    assert (known(question), strangers(question)) == ([("suoi-tram",)], [])


@pytest.mark.parametrize(
    "place",
    [
        "TP Khê Hoà", "TP. Khê Hòa", "tp khe hoa", "thành phố Khê Hòa", "khê hoà", "Thành ủy Khê Hòa", "Khê Hòa",
    ],
)  # fmt: skip
def test_a_city_is_found_behind_its_abbreviation(place):
    assert known(asked(place)) == [("khe-hoa",)]


@pytest.mark.parametrize(
    "place", ["huyện Suối Trầm", "tỉnh Suối Trầm", "thành phố Suối Trầm", "Huyện ủy Suối Trầm", "huyen suoi tram", "thôn Đồi Vọng", "xã Khê Hòa"]
)  # fmt: skip
def test_a_name_of_ours_at_another_level_is_a_stranger(place):
    found = linked(asked(place))
    assert found.known == []
    assert [stranger.certain for stranger in found.strangers] == [True]


@pytest.mark.parametrize("place", ["phường Suối Trmầ", "thị xã Đồi Vng", "thị trấn Suối Trmầ"])
def test_a_slip_beside_a_type_word_that_ours_does_not_have_is_a_stranger(place):
    assert (known(asked(place)), strangers(asked(place))) == ([], [place])


@pytest.mark.parametrize(
    "place",
    [
        "Suối Trầm (Trường Khanh)", "Suối Trầm, tỉnh Trường Khanh", "Suối Trầm thuộc Trường Khanh", "xã Suối Trầm của tỉnh Trường Khanh",
        "Suối Trầm, huyện Vân Sim", "suoi tram tinh truong khanh",
    ],
)  # fmt: skip
def test_a_name_of_ours_in_a_province_of_others_is_a_stranger(place):
    found = linked(asked(place))
    assert found.known == []
    assert [stranger.certain for stranger in found.strangers] == [True]


@pytest.mark.parametrize(
    "place", ["Bến Lau", "phường Bến Lau", "bến lau", "ben lau", "Suối Tràm", "xã Suối Tràm", "Đồi Vòng", "tỉnh Trường Khanh", "xã Kim Tước Đông"]
)  # fmt: skip
def test_a_place_we_know_nothing_of_is_never_taken_for_one_we_know(place):
    found = linked(asked(place))
    assert (found.known, len(found.strangers)) == ([], 1)


@pytest.mark.parametrize(
    ("place", "called"),
    [
        ("phường Bến Lau", ["phường Bến Lau"]), ("P. Bến Lau", ["phường Bến Lau", "P. Bến Lau", "P Bến Lau"]),
        ("tp Kim Tước", ["thành phố Kim Tước", "tp Kim Tước"]), ("huyện Suối Trầm", ["huyện Suối Trầm"]),
        ("huyện Suoitram", ["huyện Suoitram", "huyện suoi tram", "huyện Suối Trầm"]),
    ],
)  # fmt: skip
def test_a_stranger_is_called_as_the_reader_called_it(place, called):
    [text] = strangers(f"ở {place} trồng bao nhiêu ha rừng")
    assert text in called


@pytest.mark.parametrize(
    "question",
    [
        "công tác trồng rừng ở Suối Trầm", "xã nào trồng nhiều rừng nhất", "huyện có mấy xã",
        "các xã, phường trồng bao nhiêu ha rừng", "thung lũng ở đâu",
    ],
)  # fmt: skip
def test_common_words_are_no_strangers(question):
    assert strangers(question) == []


def test_a_common_word_in_capitals_behind_its_type_is_the_place_of_that_name():
    assert strangers("xã Công Tác trồng bao nhiêu ha rừng") == ["xã Công Tác"]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("An Miên trồng bao nhiêu", {"an-mien-xa", "an-mien-phuong"}),
        ("An Miên ở Khê Hòa trồng bao nhiêu", {"an-mien-phuong"}),
        ("xã An Miên, huyện Đồi Vọng trồng bao nhiêu", {"an-mien-xa"}),
        ("Tân Dâu trồng bao nhiêu", {"tan-dau-xa", "tan-dau-huyen"}), ("huyện Tân Dâu trồng bao nhiêu", {"tan-dau-huyen"}),
        ("xã Tân Dâu trồng bao nhiêu", {"tan-dau-xa"}), ("Huyện ủy Tân Dâu trồng bao nhiêu", {"tan-dau-huyen"}),
    ],
)  # fmt: skip
def test_namesakes_are_told_apart_by_their_level_and_by_what_they_are_part_of(question, names):
    assert set(known(question)[0]) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Đồi Vọng và Suối Trầm trồng bao nhiêu", [("doi-vong",), ("suoi-tram",)]),
        ("so sánh suoi tram voi khe hoa", [("suoi-tram",), ("khe-hoa",)]),
        ("Suối Trầm hơn Bến Lau bao nhiêu", [("suoi-tram",)]), ("Đề án 12 nói gì", [("de-an-12",)]), ("Đề án 13 nói gì", []),
        ("thôn Lũng có mấy hộ", [("lung",)]), ("thung lũng có mấy hộ", []),
    ],
)  # fmt: skip
def test_every_name_in_a_question_is_found(question, names):
    assert known(question) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("ông Quất là ai", [("quat",)]), ("bà Mai nói gì", [("mai",)]), ("đồng chí Trần Thị Mai nói gì", [("mai",)]),
        ("ong quat la ai", [("quat",)]), ("ông Sơn là ai", []), ("ông Văn Sơn là ai", []), ("ông Quất Lâm là ai", []),
        ("co Bao noi gi", [("bao",)]), ("co bao nhieu rung", []), ("Tran Quoc Bao nhieu tuoi", []),
        ("cây quất nào", []), ("ngày mai trồng gì", []),
    ],
)  # fmt: skip
def test_a_person_is_known_by_title_and_last_name_where_there_is_only_one(question, names):
    assert known(question) == names


@pytest.mark.parametrize(
    ("question", "words"),
    [("xã Suối Trầm", [0, 1, 2]), ("ở TP. Khê Hòa", [1, 2, 3, 4]), ("hỏi bà Mai", [1, 2])],
)
def test_a_name_is_one_with_the_title_before_it(question, words):
    [mention] = linked(question).known
    assert list(mention.span) == words
