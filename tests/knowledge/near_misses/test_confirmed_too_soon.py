"""What must not be confirmed or denied: another year, another code, what is only meant, what is not all there is."""

from __future__ import annotations

import pytest

from knowledge.wording import YES


def test_a_year_that_is_a_facet_elsewhere_is_still_the_year_asked_for(asked):
    answer = asked("newrural", "thu nhập của Lạc Thủy năm 2022 là bao nhiêu")
    assert answer.blocks[0].lead.startswith("46 ")
    assert asked("newrural", "năm 2022 Lạc Thủy thu nhập 46 triệu đồng phải không").verdict == YES
    assert asked("newrural", "thu nhập ở Lạc Thủy năm 2022 là 52 triệu đồng phải không").verdict != YES


@pytest.mark.parametrize("code", ["B00", "A01", "C20", "D07"])
def test_one_code_is_no_slip_for_another(asked, code):
    assert asked("exam", f"Thủ khoa khối {code} Thái Bình là ai?").status != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Có cán bộ Sông Công tự diễn biến không?",
        "Sông Công đã xử lý cán bộ suy thoái chưa?",
        "Người đứng đầu Sông Công đã nêu gương chưa?",
        "Sông Công chỉ luân chuyển Hoàng Văn Pha đúng không?",
    ],
)
def test_what_is_only_meant_or_only_some_of_all_is_not_confirmed(asked, question):
    assert asked("bundled", question).verdict is None


def test_whoever_is_not_named_where_only_some_are_is_not_denied(asked):
    assert asked("bundled", "Hoàng Thái Cương có được luân chuyển không?").verdict is None


@pytest.mark.parametrize(
    "question",
    [
        "Bình Liêu luân chuyển bao nhiêu cán bộ xã?",
        "Bình Liêu luân chuyển bao nhiêu cán bộ cấp xã?",
        "Bình Liêu điều động mấy cán bộ xã?",
    ],
)
def test_officials_of_one_kind_of_place_are_not_all_of_them(asked, question):
    assert asked("bundled", question).status != "answered"


def test_how_long_is_not_told_by_the_day_it_began(asked):
    assert asked("bundled", "Mạ Dì Sơn làm Bí thư đến khi nào?").status != "answered"
    assert asked("bundled", "Mạ Dì Sơn làm Bí thư từ khi nào?").status == "answered"


def test_where_somebody_was_before_is_not_where_they_are_now(asked):
    assert asked("bundled", "Mạ Dì Sơn hiện làm ở Mặt trận phải không?").verdict != YES


def test_this_term_is_not_the_one_before(asked):
    assert asked("bundled", "Hạn chế của nhiệm kỳ này đã khắc phục chưa?").status != "answered"
    assert asked("bundled", "Hạn chế của nhiệm kỳ trước đã khắc phục chưa?").verdict == YES


@pytest.mark.parametrize("claimed", ["2 xã", "3 phường"])
def test_places_of_one_kind_are_not_held_against_those_of_two(asked, claimed):
    assert asked("bundled", f"Sông Công có {claimed} luân chuyển ngang đúng không?").verdict is None


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("exam", "nộp đơn phúc khảo từ ngày 26/7/2024 phải không"),
        ("staff", "Đại hội cấp cơ sở Quan Sơn diễn ra ngày 30/6/2025 phải không"),
        ("merger", "Lạng Sơn đã giải quyết xong cán bộ dôi dư ngày 30/6/2030 phải không"),
        ("recruits", "Lễ giao quân diễn ra chiều 13/2/2025 phải không"),
        ("recruits", "Đại tá Đinh Văn Lực là chỉ huy trưởng phải không"),
        ("schools", "Vân Trạch có 39 giáo viên mầm non phải không"),
    ],
)
def test_a_bound_a_part_of_the_day_a_rank_and_a_shortage_are_not_passed_over(asked, pack, question):
    assert asked(pack, question).verdict != YES


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("exam", "nộp đơn phúc khảo đến ngày 26/7/2024 phải không"),
        ("recruits", "Lễ giao quân diễn ra sáng 13/2/2025 phải không"),
        ("schools", "Vân Trạch thiếu 39 giáo viên mầm non phải không"),
    ],
)
def test_the_same_said_in_full_is_confirmed(asked, pack, question):
    assert asked(pack, question).verdict == YES
