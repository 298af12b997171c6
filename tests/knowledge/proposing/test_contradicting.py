import pytest

from knowledge.proposing.contradicting import Stated, given_instead


@pytest.mark.parametrize(
    ("sentence", "stated", "instead"),
    [
        ("Huyện luân chuyển 18 cán bộ.", Stated(17, unit="cán bộ"), ["18 cán bộ"]),
        ("Huyện luân chuyển mười tám cán bộ.", Stated(17, unit="cán bộ"), ["mười tám cán bộ"]),
        ("Năm 2020, huyện luân chuyển 18 đồng chí.", Stated(17, unit="cán bộ"), ["18 đồng chí"]),
        ("Có 18 cán bộ.", Stated(17), ["18 cán bộ"]),
        ("Số hộ nghèo là 35.", Stated(36, unit="hộ"), ["35"]),
        ("Cả huyện có 1.286 hộ nghèo.", Stated(1268, unit="hộ nghèo"), ["1.286 hộ nghèo"]),
        ("Diện tích là 12,5 ha.", Stated(12, unit="ha"), ["12,5 ha"]),
        ("Thu ngân sách đạt 2 tỷ đồng.", Stated(3, unit="tỷ đồng"), ["2 tỷ đồng"]),
        ("Tỷ lệ đạt 86,2%.", Stated(85.2, 100, "%"), ["86,2%"]),
        ("Có 6/10 xã đạt chuẩn.", Stated(7, 10, "xã"), ["6/10 xã"]),
        ("Có 9 người: 4 nam, 5 nữ.", Stated(8, unit="người"), ["9 người"]),
    ],
)  # fmt: skip
def test_a_sentence_that_gives_another_figure_of_the_same_contradicts(sentence, stated, instead):
    assert given_instead(sentence, stated) == instead


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Huyện luân chuyển 18 cán bộ.", Stated(18, unit="cán bộ")),
        ("Sáu thôn có điện.", Stated(6, unit="thôn")),
        ("Huyện luân chuyển nhiều cán bộ.", Stated(17, unit="cán bộ")),
        ("Có 18 lượt cán bộ được luân chuyển.", Stated(17, unit="cán bộ")),
        ("Trong 5 năm, huyện luân chuyển cán bộ.", Stated(17, unit="cán bộ")),
        ("Có gần 300 hộ.", Stated(298, unit="hộ")),
        ("Có từ 15 đến 20 cán bộ.", Stated(17, unit="cán bộ")),
        ("100% số xã đạt, 4 xã vượt.", Stated(10, 10, "xã")),
        ("Đã có 60% trong 10 xã.", Stated(6, 10, "xã")),
        ("Có 6/10 xã, tăng 20%.", Stated(60, 100, "%")),
        ("Còn 14% chưa đạt.", Stated(86, 100, "%")),
        ("Thu 1 tỷ 200 triệu đồng.", Stated(1200, unit="triệu đồng")),
        ("Thu 3,5 tỉ đồng.", Stated(3500, unit="triệu đồng")),
        ("Thu hai triệu ba trăm nghìn đồng.", Stated(2_300_000, unit="đồng")),
        ("Có 1,3 triệu người.", Stated(1_286_000, unit="người")),
        ("Có 1 286 hộ.", Stated(1286, unit="hộ")),
        ("4 cán bộ từ xã về huyện và 5 cán bộ giữa các xã.", Stated(9, unit="cán bộ")),
        ("Đã thêm 3 xã, nâng lên 12 xã.", Stated(9, unit="xã")),
        ("Mỗi thôn 3 hộ, có 5 thôn.", Stated(15, unit="hộ")),
        ("Trong 10 xã, xã Lâm Khê và xã Khuê Hạ chưa đạt.", Stated(2, unit="xã")),
        ("Lâm Khê, Khuê Hạ cùng 3 xã khác.", Stated(2, unit="xã", items=("Lâm Khê", "Khuê Hạ"))),
        ("Một nửa trong số 10 xã.", Stated(5, 10, "xã")),
        ("Tất cả các xã đều đạt, 4 xã vượt.", Stated(10, unit="xã")),
        ("Không có ai trong 10 người.", Stated(0, unit="người")),
        ("Nhiệt độ giảm 2 độ.", Stated(-2, unit="độ")),
    ],
)  # fmt: skip
def test_a_sentence_in_which_the_figure_may_be_meant_does_not(sentence, stated):
    assert given_instead(sentence, stated) == []
