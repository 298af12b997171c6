"""Schools and pupils called by the number of their level, and the year asked for right behind what is "mới"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        ("schools", "Vân Trạch có mấy em học sinh cấp 3?", "van-trach-2023/hoc-sinh/thpt"),
        ("schools", "Mấy em học sinh cấp ba ở Vân Trạch?", "van-trach-2023/hoc-sinh/thpt"),
        ("schools", "Vân Trạch có bao nhiêu em học cấp 3?", "van-trach-2023/hoc-sinh/thpt"),
        ("schools", "Vân Trạch có mấy học sinh cấp hai?", "van-trach-2023/hoc-sinh/thcs"),
        ("schools", "Học sinh cấp 1 ở Vân Trạch có mấy em?", "van-trach-2023/hoc-sinh/tieu-hoc"),
        ("newrural", "Xã Yên Bồng đạt chuẩn nông thôn mới năm nào?", "lac-thuy-2023/yen-bong/ngay-cong-nhan"),
        ("newrural", "xa yen bong dat chuan nong thon moi nam nao", "lac-thuy-2023/yen-bong/ngay-cong-nhan"),
    ],
)
def test_a_level_goes_by_its_number_and_a_year_is_asked_for(asked, pack, question, fact):
    answer = asked(pack, question)
    assert (answer.status, [one.id for one in answer.facts]) == ("answered", [fact])


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("schools", "Vân Trạch có bao nhiêu học sinh lớp 3?"),
        ("schools", "Vân Trạch có bao nhiêu giáo viên cấp 3?"),
        ("newrural", "Xã Hưng Thi đạt chuẩn nông thôn mới năm nào?"),
    ],
)
def test_a_form_or_another_place_is_not_told(asked, pack, question):
    assert asked(pack, question).status != "answered"
