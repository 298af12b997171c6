"""What the generated world is made of: syllables of place names, and the things places do.

None of it stands in the code or the packs of Hỏi Đáp; the engine meets it as an
editor's new knowledge.
"""

from __future__ import annotations

from typing import NamedTuple


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


FIRST = _words("""
An Bái Bàu Bến Bình Bồng Cát Cẩm Châu Chiềng Cổ Cự Dân Diên Dương Đa Đại Đắk Đan Đạo Đinh Đoan Đông Đồng Đức
Gia Giao Hàm Hạnh Hậu Hiền Hiệp Hoằng Hồng Hợp Hùng Hưng Hướng Ích Kênh Khánh Khê Kiến Kim Kỳ La Lạc Lai Lãng
Lâm Lê Liên Linh Lộc Long Lục Mai Mậu Mường Mỹ Nậm Nga Nghi Nghĩa Ngọc Nguyên Nhân Nhơn Ninh Phìn Phong Phú Phúc
Phước Phượng Quảng Quất Quế Quỳnh Rạch Sa Sín Suối Tam Tân Tế Thạch Thanh Thạnh Thiệu Thọ Thuận Thượng Tiên Tịnh
Trà Tràng Triệu Trung Trực Trường Tùng Tường Uyên Vạn Vân Viên Vinh Vĩnh Xà Xuyên Yên
""")
SECOND = _words("""
Ân Bảng Bảo Bích Cảnh Cầu Chánh Chính Chung Cường Dinh Dụ Duệ Đài Điền Định Đô Đường Giang Hà Hải Hành Hảo Hậu
Hiển Hiếu Hoa Hoàn Hội Huệ Hưng Hữu Khang Khoa Khương Kiều Kỷ Lai Lam Lãm Lạng Lập Lễ Liệt Lĩnh Lợi Lũng Lương
Luông Mẫn Minh Môn Mục Nghiệp Ngãi Nhạc Nham Nhuận Niên Phái Phấn Phẩm Phiêu Phụ Phụng Quán Quý Quyết Sào Sen Sĩ
Sủng Tập Tây Thái Thắng Thành Thảo Thế Thịnh Thới Thư Thủy Tiến Tín Toàn Trạch Trấn Trị Trinh Tú Tuyền Ứng Ước
Vang Vệ Viễn Vọng Vũ Vực Vượng Xá Xuân Ý
""")


class Field(NamedTuple):
    """Things of one kind that places do: each verb with each noun is a topic."""

    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    unit: str
    facets: tuple[str, ...]


FIELDS = (
    Field(
        _listed("trồng, thu hoạch, chăm sóc, phục hồi, chuyển đổi, mở rộng, quy hoạch, cải tạo"),
        _listed(
            "rừng keo, chè xanh, cam sành, ngô lai, lúa nếp, sắn, mía, cà phê, hồ tiêu, cây dược liệu, rau sạch,"
            " hoa cúc, bưởi da xanh, nhãn lồng, vải thiều"
        ),
        "héc ta",
        _listed("vụ xuân, vụ mùa, trên đất đồi, ven sông"),
    ),
    Field(
        _listed("nuôi, tiêm phòng, xuất chuồng, tiêu hủy, vỗ béo, nhập giống"),
        _listed("bò thịt, lợn nái, gà đồi, vịt đẻ, dê núi, trâu cày, ngựa thồ, cừu, thỏ trắng, hươu sao"),
        "con",
        _listed("ở trang trại, ở hộ gia đình, ở hợp tác xã, của doanh nghiệp"),
    ),
    Field(
        _listed("xây mới, sửa chữa, nâng cấp, khánh thành, khởi công, bàn giao, kiểm định"),
        _listed(
            "nhà văn hóa, cầu dân sinh, trạm bơm, lớp học, trạm y tế, sân vận động, chợ quê, hồ chứa, nhà máy nước,"
            " bãi đỗ xe"
        ),
        "công trình",
        _listed("bằng vốn xã hội hóa, bằng ngân sách, bằng tiền quyên góp, bằng vốn vay"),
    ),
    Field(
        _listed("cứng hóa, mở rộng, chiếu sáng, trải nhựa, nạo vét"),
        _listed("đường liên thôn, kênh mương, đường nội đồng, ngõ xóm, đê bao, rãnh thoát nước"),
        "km",
        _listed("vùng cao, vùng thấp, khu tái định cư, khu trung tâm"),
    ),
    Field(
        _listed("đào tạo, tập huấn, khen thưởng, tuyển dụng, tư vấn, khám bệnh cho, giới thiệu việc làm cho"),
        _listed(
            "thợ hàn, nông dân, giáo viên mầm non, y tá thôn bản, người cao tuổi, học sinh nghèo, lao động trẻ,"
            " thanh niên xung kích, hộ cận nghèo, công nhân may"
        ),
        "người",
        _listed("nữ, nam, dân tộc thiểu số, trên 40 tuổi"),
    ),
    Field(
        _listed("cấp phát, trao tặng, thu gom, kiểm tra, tiếp nhận, đổi mới"),
        _listed(
            "thẻ bảo hiểm, xe đạp, bồn nước, máy cày, bao bì thuốc trừ sâu, phiếu khám, tủ sách, bóng đèn, thùng rác,"
            " bộ dụng cụ"
        ),
        "chiếc",
        _listed("loại lớn, loại nhỏ, dùng điện, đã qua sử dụng"),
    ),
)

STRANGE = _listed("của người nước ngoài, theo tôn giáo, bị kỷ luật, vào ban đêm, do nhầm lẫn")
"""Words that narrow a question in a way that no generated fact speaks of."""
