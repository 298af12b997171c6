from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.drafting.figures import (
    Figure,
    UnreadableError,
    days_in,
    read_beginning,
    read_day,
    read_day_or_month,
    read_figure,
    read_number,
)
from knowledge.wording import day, number


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("18", Figure(18)),
        ("18 cán bộ", Figure(18, None, "cán bộ")),
        ("1.286 hộ", Figure(1286, None, "hộ")),
        ("1.286,5", Figure(1286.5)),
        ("86,2%", Figure(86.2, 100, "%")),
        ("86.2 %", Figure(86.2, 100, "%")),
        ("21 phần trăm", Figure(21, 100, "%")),
        ("6/10 xã, phường", Figure(6, 10, "xã, phường")),
        ("6 trên 10", Figure(6, 10)),
        ("7 trong tổng số 12 xã", Figure(7, 12, "xã")),
        ("mười lăm cán bộ", Figure(15, None, "cán bộ")),
        ("ba xã", Figure(3, None, "xã")),
        ("muoi lam", Figure(15)),
        ("1,2 triệu đồng", Figure(1.2, None, "triệu đồng")),
        ("-3,5 độ", Figure(-3.5, None, "độ")),
        ("0,125", Figure(0.125)),
    ],
)
def test_a_figure_is_read_as_vietnamese_write_it(text, figure):
    assert read_figure(text) == figure


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1,286", "unclear_number"),
        ("12,500 hộ", "unclear_number"),
        ("7/2020", "unclear_number"),
        ("1.5.3", "number"),
        ("nhiều", "number"),
        ("", "number"),
        ("khoảng 18", "number"),
    ],
)
def test_what_is_no_figure_or_may_be_two_is_refused(text, why):
    with pytest.raises(UnreadableError) as refused:
        read_figure(text)
    assert refused.value.reason == why


@given(st.integers(-(10**9), 10**9) | st.decimals(-9999, 9999, places=2).map(float))
def test_a_figure_as_the_bot_writes_it_is_read_back(value):
    assert read_number(number(value)) == value


@pytest.mark.parametrize("text", ["17/11/2020", "ngày 17 tháng 11 năm 2020", "2020-11-17", "17-11-2020"])
def test_a_day_is_read_however_it_is_written(text):
    assert read_day(text) == date(2020, 11, 17)
    assert read_day_or_month(text) == "2020-11-17"


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_every_day_is_read_back(given_day):
    assert read_day(day(given_day)) == given_day


@pytest.mark.parametrize("text", ["31/2/2020", "hôm nay", "7/2020", "năm 2020", "", "17/11"])
def test_what_is_no_single_day_is_refused(text):
    with pytest.raises(UnreadableError):
        read_day(text)


@pytest.mark.parametrize("text", ["tháng 7/2020", "7/2020", "2020-07", "tháng 7 năm 2020"])
def test_a_month_is_read_as_one_and_begins_on_its_first_day(text):
    assert read_day_or_month(text) == "2020-07"
    assert read_beginning(text) == date(2020, 7, 1)


@pytest.mark.parametrize("text", ["cuối năm 2020", "quý 2/2020", "6 tháng cuối năm 2020"])
def test_a_time_that_begins_elsewhere_than_its_year_or_month_is_refused(text):
    with pytest.raises(UnreadableError):
        read_beginning(text)


@pytest.mark.parametrize(
    ("text", "since", "as_of"),
    [
        ("từ đầu năm 2020 đến nay", date(2020, 1, 1), None),
        ("từ tháng 7/2020 đến ngày 17/11/2020", date(2020, 7, 1), date(2020, 11, 17)),
        ("từ 5/2/2021", date(2021, 2, 5), None),
        ("tính đến 17/11/2020", None, date(2020, 11, 17)),
        ("từ cuối năm 2019 đến nay", None, None),
        ("từ quý 2/2020 đến nay", date(2020, 4, 1), None),
        ("sau năm 2020", None, None),
        ("đến tháng 4/2024", None, None),
        ("năm 2023", None, None),
    ],
)
def test_a_time_in_words_gives_only_the_days_that_it_names_outright(text, since, as_of):
    assert days_in(text) == (since, as_of)


@pytest.mark.parametrize("text", ["đầu năm 2020", "từ năm 2020", "2020"])
def test_a_year_begins_on_its_first_day(text):
    assert read_beginning(text) == date(2020, 1, 1)
