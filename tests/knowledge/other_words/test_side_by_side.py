"""Figures asked for in one breath behind a comma, who went from where to where, and a place that a list has."""

import pytest

from tests.knowledge.asking import ids, told

MOVED = ("binh-lieu-2020/dieu-dong", "binh-lieu-2020/luan-chuyen")


@pytest.mark.parametrize(
    "question",
    [
        "Bình Liêu điều động, luân chuyển bao nhiêu cán bộ?",
        "Năm 2020 huyện Bình Liêu đã điều động, luân chuyển tổng cộng bao nhiêu cán bộ?",
        "binh lieu dieu dong, luan chuyen may nguoi",
    ],
)
def test_what_a_comma_parts_is_told_one_by_one(bundled, question):
    answer = bundled.ask(question)
    assert answer.status == "answered"
    assert [one for one in ids(answer) if one in MOVED] == list(MOVED)


def test_what_is_told_of_both_stays_one_answer(bundled):
    answer = bundled.ask("Bình Liêu đánh giá cán bộ điều động, luân chuyển ra sao?")
    assert told(answer) == ("answered", "binh-lieu-2020/danh-gia")


def test_those_who_went_all_the_way_are_told_without_the_word_for_it(bundled):
    answer = bundled.ask("Mấy cán bộ từ xã phường lên thành phố ở Sông Công?")
    assert told(answer) == ("answered", "song-cong-2022/luan-chuyen/len-thanh-pho")


@pytest.mark.parametrize(
    "question", ["Mấy cán bộ từ xã về huyện ở Bình Liêu?", "Bao nhiêu người từ xã lên huyện ở Bình Liêu?"]
)
def test_where_two_acts_go_that_way_neither_is_taken_for_the_other(bundled, question):
    assert bundled.ask(question).status in ("clarify", "not_stated")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Xã Bá Xuyên có cán bộ thành phố luân chuyển về không?", "Có"),
        ("Xã Bá Xuyên của Sông Công có cán bộ thành phố luân chuyển đến không?", "Có"),
    ],
)
def test_a_place_is_found_in_the_list_of_them(bundled, question, verdict):
    answer = bundled.ask(question)
    assert (told(answer)[1], answer.verdict) == ("song-cong-2022/luan-chuyen/thanh-pho-ve-xa-phuong", verdict)
