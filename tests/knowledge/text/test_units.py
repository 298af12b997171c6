import pytest

from knowledge.text.units import compatible


def may_answer(asked, unit):
    return compatible(tuple(asked.split()), unit)


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("cán bộ", "cán bộ"), ("can bo", "cán bộ"), ("đồng chí", "cán bộ"), ("dong chi", "cán bộ"), ("người", "cán bộ"),
        ("nguoi", "bác sĩ"), ("cán bộ", "người"), ("tiền", "triệu đồng"), ("ha", "hecta"), ("km", "km"), ("phần trăm", "%"),
        ("%", "%"), ("hộ", "hộ nghèo"), ("học trò", "học sinh"), ("ủy ban nhân dân", "UBND"), ("con", "con trâu"), ("hộ", None), ("tiền", "đồng/lít"), ("xã", "xã/phường"),
        ("triệu usd", "triệu USD"), ("triệu đô", "triệu USD"), ("usd", "triệu USD"), ("nghìn ha", "nghìn ha"), ("nơi", "xóm, tổ dân phố"),
    ],
)  # fmt: skip
def test_a_figure_answers_for_its_unit_a_word_for_the_same_and_the_general_word(asked, unit):
    assert may_answer(asked, unit)


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("bác sĩ", "điều dưỡng"), ("hộ", "người"), ("người", "hộ"), ("xã", "phường"), ("xã", "huyện"), ("tấn", "kg"), ("tỷ đồng", "triệu đồng"), ("tỷ usd", "triệu USD"), ("triệu đồng", "triệu USD"),
        ("hộ nghèo", "hộ cận nghèo"), ("cán bộ", "%"), ("ngày", "tháng"), ("học sinh", "sinh viên"), ("trường", "lớp"), ("bi thu", "chủ tịch"),
    ],
)  # fmt: skip
def test_a_figure_never_answers_for_another_thing(asked, unit):
    assert not may_answer(asked, unit)


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("hồ", "hộ nghèo"), ("hộ nghèo", "hồ"), ("bò", "cán bộ"), ("cá", "ca mắc"), ("ca tử vong", "cá"), ("chợ", "chỗ ngồi"), ("chó", "chợ"),
        ("trường", "trưởng thôn"), ("bão", "bao"), ("mỏ", "mộ"), ("cống", "công nhân"), ("bàn", "bản"), ("đàn", "người dân"),
    ],
)  # fmt: skip
def test_a_word_with_other_marks_is_another_thing(asked, unit):
    assert not may_answer(asked, unit)


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("chủ tịch", "phó chủ tịch"), ("bí thư", "phó bí thư"), ("giám đốc", "phó giám đốc"), ("hiệu trưởng", "phó hiệu trưởng"),
        ("thôn", "trưởng thôn"), ("bộ", "cán bộ"), ("đồng", "hợp đồng"), ("chi bộ", "bí thư chi bộ"), ("thôn", "xã nông thôn mới"),
    ],
)  # fmt: skip
def test_a_word_that_stands_only_within_a_unit_is_another_thing(asked, unit):
    assert not may_answer(asked, unit)


def test_of_words_that_are_no_units_nothing_is_said():
    assert may_answer("chuyện lạ", "cán bộ")
    assert may_answer("cán bộ", "chuyện lạ")
