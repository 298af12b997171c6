from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.matching.suiting import suits
from knowledge.models import Fact, Period
from knowledge.text.periods import times_in
from knowledge.text.recurring import recurring
from knowledge.text.tokens import tokenize
from tests.knowledge.texts import any_text

PUBLISHED = date(2020, 11, 17)
timely = st.lists(
    st.sampled_from(["ngày", "quý", "mùng", "tháng", "năm", "từ", "sau", "đến", "tới", "đầu", "0", "2", "13", "31", "1899", "2019", "2020", "2101", "2/2020", "31/2/2020", "2025-2020", "6/10", "20%", "2.020", ","])
).map(" ".join)  # fmt: skip


def times(question):
    return [(time.first, time.last, time.since) for time in times_in(tokenize(question))]


@given(st.one_of(any_text, timely))
@example("năm " + "9" * 400)
@example("2025-2020")
@example("tháng 2 năm 0,5")
def test_any_text_names_only_times_that_begin_before_they_end(text):
    tokens = tokenize(text)
    end = 0
    for time in times_in(tokens):
        assert time.first <= time.last
        assert end <= time.start < time.end <= len(tokens)
        assert time.label()
        end = time.end


@pytest.mark.parametrize(
    ("question", "first", "last", "since", "label"),
    [
        ("năm 2020 trồng gì", date(2020, 1, 1), date(2020, 12, 31), False, "2020"),
        ("nam 2020 trong gi", date(2020, 1, 1), date(2020, 12, 31), False, "2020"),
        ("từ năm 2019 trồng gì", date(2019, 1, 1), date(2019, 12, 31), True, "2019"),
        ("từ đầu năm 2019 trồng gì", date(2019, 1, 1), date(2019, 12, 31), True, "2019"),
        ("từ năm 2019 đến năm 2021", date(2019, 1, 1), date(2021, 12, 31), False, "2019-2021"),
        ("giai đoạn 2016-2020", date(2016, 1, 1), date(2020, 12, 31), False, "2016-2020"),
        ("tháng 7/2020", date(2020, 7, 1), date(2020, 7, 31), False, "07/2020"),
        ("tháng 2 năm 2024", date(2024, 2, 1), date(2024, 2, 29), False, "02/2024"),
        ("sau tháng 3/2020", date(2020, 3, 1), date(2020, 3, 31), True, "03/2020"),
        ("ngày 5 tháng 1 năm 2021", date(2021, 1, 5), date(2021, 1, 5), False, "05/01/2021"),
        ("mùng 2 tháng 9 năm 2020", date(2020, 9, 2), date(2020, 9, 2), False, "02/09/2020"),
        ("hôm 5/1/2021", date(2021, 1, 5), date(2021, 1, 5), False, "05/01/2021"),
        ("quý II/2022", date(2022, 4, 1), date(2022, 6, 30), False, "04-06/2022"),
        ("quý 2/2020", date(2020, 4, 1), date(2020, 6, 30), False, "04-06/2020"),
        ("trong quy 03-2020", date(2020, 7, 1), date(2020, 9, 30), False, "07-09/2020"),
        ("từ quý 4/2019", date(2019, 10, 1), date(2019, 12, 31), True, "10-12/2019"),
        ("quý I/2021", date(2021, 1, 1), date(2021, 3, 31), False, "01-03/2021"),
        ("quý 4 năm 2022", date(2022, 10, 1), date(2022, 12, 31), False, "10-12/2022"),
        ("6 tháng đầu năm 2024", date(2024, 1, 1), date(2024, 6, 30), False, "01-06/2024"),
        ("sáu tháng cuối năm 2024", date(2024, 7, 1), date(2024, 12, 31), False, "07-12/2024"),
        ("nửa đầu năm 2024", date(2024, 1, 1), date(2024, 6, 30), False, "01-06/2024"),
        ("9 tháng năm 2024", date(2024, 1, 1), date(2024, 9, 30), False, "01-09/2024"),
    ],
)  # fmt: skip
def test_a_time_is_read_and_said_in_digits(question, first, last, since, label):
    [time] = times_in(tokenize(question))
    assert (time.first, time.last, time.since, time.label()) == (first, last, since, label)


@pytest.mark.parametrize(
    "question", ["tính đến 31/12/2022", "đến hết năm 2022", "tới ngày 31/12/2022", "tinh den 31/12/2022"]
)
def test_a_time_behind_an_until_is_where_the_count_ends(question):
    [time] = times_in(tokenize(question))
    assert (time.until, time.since, time.start, time.last) == (True, False, 0, date(2022, 12, 31))


def test_two_times_in_one_question_are_two():
    assert [first.year for first, *_ in times("năm 2019 và năm 2020")] == [2019, 2020]


@pytest.mark.parametrize(
    "question",
    [
        "quý 5/2020", "quý 1, 2/2020", "quý 1 và 2/2020", "quý", "quý 31/12/9999",
        "18 hộ", "2.020 hộ", "2020%", "6/10 xã", "mỗi năm 1850", "năm 850", "năm 20201", "ngày 31/2/2021", "năm nào", "thứ 2", "08-NQ", "",
    ],
)  # fmt: skip
def test_a_number_that_is_no_time_is_none(question):
    assert times(question) == []


def fact(*, value=5, **period):
    kind = "date" if isinstance(value, str) else "count"
    return Fact(
        id="f", article="a", subject="s", topic="t", kind=kind, value=value, unit=None if kind == "date" else "hộ",
        statement="Có 5 hộ.", period=Period(**period) if period else None,
    )  # fmt: skip


SINCE_2020 = fact(since=date(2020, 1, 1), as_of=date(2020, 11, 17))
TERM = fact(since=date(2016, 1, 1), as_of=date(2020, 12, 31))
AS_OF = fact(as_of=date(2020, 11, 17))
OPEN = fact(since=date(2020, 3, 1))


@pytest.mark.parametrize(
    ("question", "given", "suitable"),
    [
        ("năm 2020", SINCE_2020, True), ("năm 2019", SINCE_2020, False), ("năm 2021", SINCE_2020, False),
        ("từ năm 2020", SINCE_2020, True), ("từ năm 2019", SINCE_2020, False), ("tháng 11/2020", SINCE_2020, False),
        ("giai đoạn 2016-2020", TERM, True), ("năm 2018", TERM, False), ("năm 2020", TERM, False), ("năm 2020", AS_OF, True),
        ("ngày 17/11/2020", AS_OF, True), ("tháng 10/2020", AS_OF, False), ("năm 2020", OPEN, True), ("năm 2020", fact(), None),
        ("năm 2020", fact(label="nhiệm kỳ này"), None), ("năm 2020", fact(value="2020-11"), True),
        ("tháng 11/2020", fact(value="2020-11-05"), True), ("tháng 12/2020", fact(value="2020-11"), False),
        ("năm 2019", fact(value="2020-11-05"), False),
    ],
)  # fmt: skip
def test_a_fact_suits_a_time_only_if_its_own_lies_within(question, given, suitable):
    [time] = times_in(tokenize(question))
    assert suits(time, given, PUBLISHED) is suitable


@pytest.mark.parametrize(
    ("question", "first", "ends_from", "last", "label"),
    [
        ("từ đầu năm 2022 tới giữa tháng 8", date(2022, 1, 1), date(2022, 8, 11), date(2022, 8, 20), "01-08/2022"),
        ("từ đầu năm 2022 đến hết năm", date(2022, 1, 1), date(2022, 12, 1), date(2022, 12, 31), "2022"),
        ("từ tháng 3 đến cuối tháng 8/2022", date(2022, 3, 1), date(2022, 8, 21), date(2022, 8, 31), "03-08/2022"),
        ("từ đầu năm đến giữa tháng 2 năm 2022", date(2022, 1, 1), date(2022, 2, 11), date(2022, 2, 20), "01-02/2022"),
        ("từ ngày 1/1 đến ngày 15/8/2022", date(2022, 1, 1), date(2022, 8, 15), date(2022, 8, 15), "01-08/2022"),
        ("từ năm 2021 đến tháng 6/2023", date(2021, 1, 1), date(2023, 6, 1), date(2023, 6, 30), "01/2021-06/2023"),
    ],
)  # fmt: skip
def test_the_two_ends_of_a_span_are_one_time(question, first, ends_from, last, label):
    [time] = times_in(tokenize(question), joined=True)
    assert (time.first, time.ends_from, time.last, time.label()) == (first, ends_from, last, label)


@given(timely)
def test_joined_too_times_begin_before_they_end(text):
    tokens = tokenize(text)
    end = 0
    for time in times_in(tokens, joined=True):
        assert time.first <= (time.ends_from or time.last) <= time.last
        assert end <= time.start < time.end <= len(tokens)
        assert time.label()
        end = time.end


def test_each_of_several_same_parts_of_other_years_is_that_part():
    tokens = tokenize("9 tháng đầu năm 2024 với cùng kỳ năm 2023 và cùng kỳ năm 2022")
    times = recurring(tokens, times_in(tokens, joined=True))
    assert [time.label() for time in times] == ["01-09/2024", "01-09/2023", "01-09/2022"]
