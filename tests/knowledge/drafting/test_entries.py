import pytest

from knowledge.drafting.choosing import Chosen
from knowledge.drafting.entries import fill, read_line, without
from knowledge.drafting.problems import Problem


def nothing(_field, _text):
    return Chosen()


def given(text, **entry):
    read = read_line(text, nothing, entry)
    assert read.problems == ()
    return read.entry


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("so=18", {"kind": "count", "value": 18}),
        ("so=18 donvi=cán bộ", {"kind": "count", "value": 18, "unit": "cán bộ"}),
        ("so=6/10 xã", {"kind": "share", "value": 6, "of": 10, "unit": "xã"}),
        ("so=6 tren=10 xã", {"kind": "share", "value": 6, "of": 10, "unit": "xã"}),
        ("so=86,2%", {"kind": "share", "value": 86.2, "of": 100, "unit": "%"}),
        ("so=không nêu", {"kind": "not_stated", "value": None}),
        ("ngay=7/2020", {"kind": "date", "value": "2020-07"}),
        ("loai=ngày so=12/4/2021", {"kind": "date", "value": "2021-04-12"}),
        ("ai=Tạ Thị Mơ; Lê Văn A", {"kind": "person", "items": ["Tạ Thị Mơ", "Lê Văn A"]}),
        ("muc=a muc=b", {"kind": "list", "items": ["a", "b"]}),
        ("muc=a;b so=2/3 xã", {"kind": "share", "value": 2, "of": 3, "unit": "xã", "items": ["a", "b"]}),
        ("phamvi=nữ; cấp xã", {"facets": ["nữ", "cấp xã"]}),
        ("doan=bốn", {}),
        ("ghichu=Chỉ  tính\nnăm nay.", {"note": "Chỉ tính năm nay."}),
        ("du=đủ", {"complete": True}),
    ],
)
def test_a_field_is_read_into_what_a_pack_would_hold(line, entry):
    if entry:
        assert given(line) == entry
    else:
        assert read_line(line, nothing).problems == (Problem("paragraph", "paragraph", "bốn"),)


def test_a_time_in_words_gives_the_days_that_it_names():
    assert given("ky=từ đầu năm 2020 đến ngày 17/11/2020")["period"] == {
        "label": "từ đầu năm 2020 đến ngày 17/11/2020", "since": "2020-01-01", "as_of": "2020-11-17",
    }  # fmt: skip
    assert given("ky=năm 2023")["period"] == {"label": "năm 2023"}


def test_parts_are_read_either_way_round_and_without_the_unit_of_their_whole():
    parts = given(
        'so=15 donvi="cán bộ" phan="4 cán bộ từ xã về huyện; từ huyện về xã: 1; 10 giữa các phòng"'
    )["parts"]
    assert [(part["value"], part["facets"]) for part in parts] == [
        (4, ["từ xã về huyện"]), (1, ["từ huyện về xã"]), (10, ["giữa các phòng"]),
    ]  # fmt: skip


def test_a_line_gives_whole_lists_anew_and_leaves_the_rest():
    entry = given("phan=7 khác", value=9, kind="count", parts=[{"value": 1, "facets": ["cũ"]}], note="x")
    assert entry["parts"] == [{"value": 7, "facets": ["khác"]}]
    assert (entry["value"], entry["note"]) == (9, "x")


def test_what_cannot_be_read_leaves_the_entry_as_it_was():
    filled = fill({"value": 3, "kind": "count"}, "value", "vài", nothing)
    assert filled.entry == {"value": 3, "kind": "count"}
    assert filled.problems == (Problem("value", "number", "vài"),)


@pytest.mark.parametrize(
    "line", ['so=18k donvi="cán bộ"', 'donvi="cán bộ" so=18k', 'so=6 tren="10 k" donvi="cán bộ"']
)
def test_a_figure_with_one_unit_beside_another_is_not_taken_for_the_figure_alone(line):
    problems = read_line(line, nothing).problems
    assert problems == (Problem("unit", "two_units", "cán bộ", ("k",)),)
    assert given('so="18 cán bộ" donvi="can bo"')["value"] == 18


def test_an_empty_value_clears_a_field():
    entry = {"note": "x", "period": {"label": "y", "since": "2020-01-01"}}
    assert given("ghichu= ky=", **entry) == {"period": {"since": "2020-01-01"}}
    assert without({"period": {"label": "y"}}, "period.label") == {}
