"""What is counted is just what was asked to be counted, where the topic counts other things with nearly the same words."""

from __future__ import annotations

import pytest

from knowledge.text.units import kinds_of_places
from knowledge.wording import NO, YES
from tests.knowledge.asking import told


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        # what one fact counts is not counted by another of the topic
        ("exam", "Thái Bình có mấy phòng thi?", "thai-binh-2024/phong-thi"),
        ("exam", "Thái Bình có mấy điểm thi?", "thai-binh-2024/diem-thi"),
        ("exam", "thai binh co bao nhieu phong thi", "thai-binh-2024/phong-thi"),
        # papers marked 10 are no points, and a part is of what its whole is narrowed to
        ("exam", "Thái Bình có mấy điểm 10?", "thai-binh-2024/diem-10"),
        ("exam", "Thái Bình có mấy điểm 10 tiếng Anh?", "thai-binh-2024/diem-10/anh"),
        ("exam", "Điểm trung bình môn Tiếng Anh của Thái Bình là mấy?", "thai-binh-2024/diem-trung-binh/anh"),
        # communes and wards together are what is broken down into these
        ("merger", "Lạng Sơn còn bao nhiêu xã, phường sau sắp xếp?", "lang-son-2025/sau"),
        ("merger", "Lạng Sơn có bao nhiêu xã, phường, thị trấn trước sắp xếp?", "lang-son-2025/truoc"),
        ("merger", "Lạng Sơn còn bao nhiêu xã sau sắp xếp?", "lang-son-2025/sau/xa"),
        ("merger", "Lạng Sơn còn bao nhiêu phường sau sắp xếp?", "lang-son-2025/sau/phuong"),
    ],
)
def test_a_figure_is_of_what_was_asked_to_be_counted(asked, pack, question, fact):
    assert told(asked(pack, question)) == ("answered", fact)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Có phải Lạng Sơn còn 62 xã, phường sau sắp xếp không?", YES),
        ("Có phải Lạng Sơn còn 54 xã, phường sau sắp xếp không?", NO),
        ("Có phải Lạng Sơn còn 54 xã sau sắp xếp không?", YES),
    ],
)
def test_communes_alone_neither_confirm_nor_deny_a_figure_of_communes_and_wards(asked, question, verdict):
    assert asked("merger", question).verdict == verdict


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("exam", "Thái Bình có mấy điểm 10 môn Toán?"),
        ("exam", "Thái Bình có mấy điểm 9 môn Tiếng Anh?"),
        ("exam", "Huyện Quỳnh Phụ có mấy phòng thi?"),
        ("merger", "Lạng Sơn có bao nhiêu huyện, xã?"),
    ],
)
def test_what_is_not_counted_gets_no_figure(asked, pack, question):
    assert asked(pack, question).status in ("not_stated", "unknown")


def test_kinds_of_places_are_told_by_nothing_but_their_names():
    assert kinds_of_places(("xã", "phường", "thị", "trấn")) == {"xa", "phuong", "thi tran"}
    assert kinds_of_places(("xã", "viên")) == frozenset()


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        # who are called by taking part need not be said to; "cán bộ" are the "cán bộ, công chức" where no others are
        ("exam", "huyen quynh phu co may thi sinh", "thai-binh-2024/quynh-phu/thi-sinh"),
        ("exam", "Bao nhiêu học sinh Thái Bình thi vào lớp 10?", "thai-binh-2024/lop-10"),
        ("merger", "Lạng Sơn có bao nhiêu cán bộ dôi dư sau sắp xếp?", "lang-son-2025/doi-du"),
        # "mấy" asks as "bao nhiêu" does; a facet is evidence enough where no topic is named
        ("exam", "Vũ Thị Ngọc Ánh được mấy điểm?", "thai-binh-2024/vu-ngoc-anh/diem"),
        ("merger", "Xã Thất Khê có bao nhiêu dân?", "lang-son-2025/that-khe/dan-so"),
        # a term called by its name
        ("exam", "Hạn phúc khảo của thí sinh Thái Bình là ngày mấy?", "thai-binh-2024/phuc-khao-han"),
        # other words for the same
        ("exam", "Thái Bình có mấy em bỏ thi môn Văn?", "thai-binh-2024/vang"),
        ("exam", "Vì sao hai thí sinh Thái Bình bị đuổi khỏi phòng thi?", "thai-binh-2024/dinh-chi-ly-do"),
        ("merger", "Những xã nào ở Lạng Sơn không phải sáp nhập?", "lang-son-2025/giu-nguyen"),
        ("merger", "Thất Khê được lập từ những đơn vị nào?", "lang-son-2025/that-khe/gop"),
        # "cấp xã" is a level, and nothing is given there
        ("merger", "Số xã của Lạng Sơn giảm bao nhiêu phần trăm?", "lang-son-2025/giam-ty-le"),
        (
            "merger",
            "Lạng Sơn bớt được bao nhiêu xã, phường, thị trấn sau đợt sáp nhập?",
            "lang-son-2025/giam",
        ),
    ],
)
def test_what_goes_without_saying_or_is_said_otherwise_is_answered(asked, pack, question, fact):
    assert told(asked(pack, question)) == ("answered", fact)


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("exam", "Bao nhiêu thí sinh Thái Bình vắng thi môn Toán?"),
        ("exam", "bao nhieu thi sinh thai binh vang thi mon toan"),
        ("exam", "Bao nhiêu thí sinh Thái Bình bị điểm liệt môn Văn?"),
        ("exam", "Đỗ Minh Quang được mấy điểm môn Toán?"),
        ("exam", "Thái Bình có bao nhiêu giáo viên dự thi?"),
        ("exam", "Huyện Quỳnh Phụ có mấy thí sinh bị đình chỉ?"),
        ("exam", "Huyện Tiền Hải có bao nhiêu thí sinh vắng thi?"),
        ("merger", "Lạng Sơn có bao nhiêu cán bộ thôn dôi dư?"),
        ("merger", "lang son bot duoc bao nhieu phuong sau khi sap nhap"),
        ("merger", "Phường Đông Kinh được lập từ những phường nào?"),
        ("merger", "Xã Thất Khê có bao nhiêu hộ?"),
        ("merger", "Bao giờ Thất Khê hết hạn lấy ý kiến?"),
    ],
)
def test_near_questions_are_not_answered(asked, pack, question):
    assert asked(pack, question).status in ("not_stated", "unknown")
