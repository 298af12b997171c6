"""A yes agrees to every number and every time of a question, a no is said by nothing that is of another matter."""

import pytest

from knowledge.wording import NO, YES
from tests.knowledge.asking import ids


@pytest.mark.parametrize(
    ("article", "question"),
    [
        # what a number names or bounds
        ("storm", "Bão số 9 làm 4 người ở Vạn Sa thiệt mạng phải không?"),
        ("storm", "Còn 2 ngư dân mất tích sau bão số 9 phải không?"),
        ("health", "1.286 trẻ trên 1 tuổi đã tiêm chủng đầy đủ phải không?"),
        ("markets", "1 chợ hạng 3 là chợ Vàm Lăng phải không?"),
        (
            "parks",
            "Các khu công nghiệp cần tuyển thêm 22.000 lao động trong 8 tháng cuối năm 2022 phải không?",
        ),
        # another time
        ("posting", "Hoàng Văn Kiên nhận nhiệm vụ tháng 5/2023 phải không?"),
        ("posting", "Hoàng Văn Kiên về làm Trưởng Công an xã Tri Lễ từ tháng 6/2023 phải không?"),
        # the second of two days, and before a later day than is told
        ("exam", "Kỳ thi ở Thái Bình diễn ra trong hai ngày 27 và 28/6/2024 phải không?"),
        ("housing", "Mường Trà hoàn thành trước 31/12/2025 phải không?"),
        # who got most votes is not who holds the post
        ("elections", "Dương Văn Toàn là Chủ tịch HĐND huyện phải không?"),
        # what is aimed at is not there
        ("ocop", "Có phải Hàm Yên đã có sản phẩm 5 sao không?"),
    ],
)
def test_what_is_not_decided_gets_no_verdict(asked, article, question):
    assert asked(article, question).verdict is None


@pytest.mark.parametrize(
    ("article", "question", "verdict", "fact"),
    [
        ("storm", "Bão số 5 làm 4 người ở Vạn Sa thiệt mạng phải không?", YES, "van-sa-2024/nguoi-chet"),
        ("party", "7 đảng viên Như Xuân nhận Huy hiệu 60 năm tuổi Đảng phải không?", YES, "nhu-xuan-2024/huy-hieu/60"),
        ("ocop", "Hàm Yên có 28 sản phẩm OCOP 3 sao phải không?", YES, "ham-yen-2023/ocop-3-sao"),
        ("ocop", "Hàm Yên chi 900 triệu mua máy móc đúng không?", NO, "ham-yen-2023/ho-tro-may"),
        # so many stood for it, and were solved: that is another matter
        ("elections", "Ba Bể có 52 đại biểu HĐND huyện phải không?", NO, "ba-be-2021/dai-bieu-huyen"),
        ("police", "Hòa Trung xảy ra 112 vụ phạm pháp hình sự phải không?", NO, "hoa-trung-2025/pham-phap"),
    ],
)  # fmt: skip
def test_what_is_decided_gets_one(asked, article, question, verdict, fact):
    answer = asked(article, question)
    assert (answer.verdict, ids(answer)[0]) == (verdict, fact)
