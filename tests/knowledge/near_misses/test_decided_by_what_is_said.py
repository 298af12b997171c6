"""Có or Không only by what the question says: of the places it names, of each of its figures, of the day itself."""

import pytest

from knowledge.wording import NO, YES
from tests.evaluation import FOLDER

STAFF, POWER, LIVESTOCK = (
    (FOLDER / f"{name}.yaml").read_text(encoding="utf-8") for name in ("staff", "power", "livestock")
)


def decided(answer):
    return answer.verdict and answer.verdict.split(".")[0]


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("Xã Bình Sơn và xã Tân Quang đều có cán bộ thành phố về luân chuyển phải không?", YES),
        ("Xã Bá Xuyên đều có cán bộ thành phố về luân chuyển phải không?", YES),
        ("Cả Phố Cò và Bách Quang đều luân chuyển ngang phải không?", YES),
        ("Có phải Phố Cò và Bách Quang đều luân chuyển ngang không?", YES),
        ("Phố Cò và Bình Sơn đều luân chuyển ngang phải không?", NO),
        ("Cán bộ Phố Cò và Bách Quang đều luân chuyển ngang phải không?", None),
        ("Tất cả đồng chí ở Phố Cò luân chuyển ngang phải không?", None),
        ("Cả hai phường Phố Cò và Bách Quang đều luân chuyển ngang phải không?", YES),
        ("Các xã, phường đều có cán bộ thành phố về luân chuyển phải không?", NO),
        ("Tất cả các xã, phường của Sông Công luân chuyển ngang phải không?", NO),
    ],
)
def test_all_of_the_named_is_not_all_that_a_share_is_of(bundled, asked, verdict):
    assert decided(bundled.ask(asked)) == verdict


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("Sông Công cử 90 đồng chí học trung cấp phải không?", None),
        ("Sông Công cử 18 đồng chí học trung cấp phải không?", None),
        ("Sông Công cử 108 đồng chí học trung cấp phải không?", None),
        ("Sông Công cử 18 đồng chí học trung cấp hệ tập trung phải không?", YES),
        ("Sông Công cử 90 đồng chí học trung cấp hệ tập trung phải không?", NO),
    ],
)
def test_one_of_several_parts_decides_nothing(bundled, asked, verdict):
    assert decided(bundled.ask(asked)) == verdict


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("Mạ Dì Sơn được điều động ngày 1/7/2020 phải không?", None),
        ("Mạ Dì Sơn được điều động tháng 7/2020 phải không?", YES),
        ("Mạ Dì Sơn được điều động năm 2020 phải không?", YES),
        ("Mạ Dì Sơn được điều động ngày 15/8/2020 phải không?", NO),
        ("Mạ Dì Sơn làm Bí thư Đảng ủy xã đến năm 2025 phải không?", None),
        ("Mạ Dì Sơn được điều động đến năm 2020 phải không?", None),
        ("Mạ Dì Sơn làm Bí thư Đảng ủy xã từ năm 2025 phải không?", NO),
    ],
)
def test_a_month_tells_no_day_and_a_beginning_no_end(bundled, asked, verdict):
    assert decided(bundled.ask(asked)) == verdict


@pytest.mark.parametrize(
    ("pack", "asked", "verdict"),
    [
        (POWER, "Tai nạn điện làm 1 người bị thương và 2 người chết phải không?", None),
        (POWER, "Tai nạn điện làm 2 người bị thương phải không?", YES),
        (POWER, "Tai nạn điện làm 3 người bị thương phải không?", NO),
        (LIVESTOCK, "Xã Đồng Hoàng đã hết dịch phải không?", None),
        (STAFF, "Đại hội ở Quan Sơn diễn ra tháng 3/2025 phải không?", None),
        (STAFF, "Đại hội ở Quan Sơn diễn ra tháng 1/2024 phải không?", NO),
    ],
)
def test_only_what_is_said_is_confirmed_and_denied(taught, pack, asked, verdict):
    assert decided(taught(pack).ask(asked)) == verdict


@pytest.mark.parametrize("congress", ["Đại hội XV", "Đại hội lần thứ XV"])
def test_a_roman_numeral_says_which_one_and_is_held_against_no_figure(bundled, congress):
    answer = bundled.ask(f"{congress} của huyện Bình Liêu phải không?")
    assert decided(answer) is None
    assert not any("kien-toan" in fact.id for fact in answer.facts)


def test_a_word_for_another_that_only_asks_how_in_an_example_explains_nothing(bundled):
    answer = bundled.ask("Đề án số 01 do Thành ủy ban hành phải không?")
    assert not any("khac-phuc" in fact.id for fact in answer.facts)
