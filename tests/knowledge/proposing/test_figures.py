"""Which numbers of a sentence count something, what they count, and how exactly."""

from __future__ import annotations

import pytest

from tests.knowledge.proposing.reading import figures


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Xã có 12 thôn, 1.250 hộ.", ["12 thôn", "1.250 hộ"]),
        (
            "Ngân sách 1.250 tỷ đồng, 12,5 ha đất, 3.400 con lợn.",
            ["1.250 tỷ đồng", "12,5 ha", "3.400 con lợn"],
        ),
        ("Đã có 7/12 xã, phường đạt chuẩn.", ["7/12 xã, phường"]),
        ("Có 7 trên tổng số 12 xã về đích.", ["7/12 xã"]),
        ("Tỷ lệ hộ nghèo còn 3,2%; 95 phần trăm dân đồng tình.", ["3,2%", "95%"]),
        ("Hai phần ba số hộ tham gia.", ["2/3 hộ"]),
        ("Có mười lăm đồng chí và ba xã.", ["15 đồng chí", "3 xã"]),
        ("Thu hai mươi lăm đến ba mươi triệu đồng.", ["25-30 triệu đồng"]),
        ("Giá từ 25.000-30.000 đồng/kg.", ["25.000-30.000 đồng/kg"]),
        ("Năng suất đạt từ 5 đến 7 tạ/ha.", ["5-7 tạ/ha"]),
        ("Giá tăng từ 5 lên 7 nghìn đồng.", ["5 nghìn đồng", "7 nghìn đồng"]),
        ("Hơn 30 hộ, gần 40 hộ, khoảng 50 hộ.", ["hơn 30 hộ", "gần 40 hộ", "khoảng 50 hộ"]),
        ("Thu nhập 62 triệu đồng/người/năm.", ["62 triệu đồng/người/năm"]),
        ("Số hộ nghèo là 35.", ["35 hộ nghèo"]),
        ("Đường ngập 0,7m, sạt 2.300m3 đất.", ["0,7 m", "2.300 m3"]),
        ("Có 26 lượt cán bộ, 3 đồng chí.", ["26 lượt cán bộ", "3 đồng chí"]),
        ("Có 01 người chết, 05 nhà sập.", ["1 người chết", "5 nhà"]),
    ],
)
def test_a_figure_is_read_with_its_unit_and_how_exact_it_is(sentence: str, found: list[str]) -> None:
    assert figures(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2023, giai đoạn 2021-2025, tháng 7/2020, ngày 15/6, dịp 30/4 và 1/5.",
        "Lúc 8 giờ 30, 8h30, 14:05 và vào 7 giờ sáng.",
        "Nghị quyết số 18-NQ/TW, Đề án số 07-ĐA/TU, Nghị định 111/2022/NĐ-CP, Quyết định 1234/QĐ-UBND.",
        "Gọi 0912.345.678, 0203 123 4567 hoặc 1900 6868.",
        "Xe 14C-123.45 trên quốc lộ 1A, quốc lộ 18, đoạn Km 12+500.",
        "Kỳ họp thứ 14, khóa XX, lớp 9, bão số 3, Covid-19, U23.",
        "Điều 174 khoản 4 Bộ luật Hình sự.",
        "Đội chủ nhà thắng 3-1 ở trận thứ 2.",
        "Bộ phận một cửa, hai bên đường, một số hộ, ba chỉ.",
        "Đề án số 07 ngày 9/3/2023.",
    ],
)
def test_what_only_names_dates_or_numbers_is_no_figure(sentence: str) -> None:
    assert figures(sentence) == []


def test_a_rating_in_stars_counts_nothing():
    assert figures("HTX có 5 sản phẩm 3 sao và 3 sản phẩm 4 sao.") == ["5 sản phẩm", "3 sản phẩm"]
