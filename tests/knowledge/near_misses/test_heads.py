"""Who heads a place or does something is not whoever holds some post there; a post is of the body that it is told of."""

import pytest

from tests.knowledge.asking import told


@pytest.mark.parametrize(
    ("article", "question"),
    [
        ("donors", "Ai đứng đầu Quảng Ninh?"),
        ("donors", "Ai điều hành Quảng Ninh?"),
        ("court", "Ai đứng đầu Thanh Ba?"),
        ("posting", "Lãnh đạo Văn Quan là ai?"),
        ("police", "Ai đứng đầu Hòa Trung?"),
        ("merger", "Ai lãnh đạo Lạng Sơn?"),
        ("labour", "Ai đứng đầu Đồng Tháp?"),
        ("merit", "Ai đứng đầu Uông Bí?"),
        # of other bodies, and of who held it before
        ("elections", "Chủ tịch UBND huyện Ba Bể là ai?"),
        ("elections", "Chủ tịch huyện Ba Bể là ai?"),
        ("traffic", "Chánh Văn phòng Ban An toàn giao thông tỉnh Bình Phước là ai?"),
        ("rotation", "Bí thư Huyện ủy Như Xuân trước đây là ai?"),
        # who does something
        ("labour", "Ai cho vay ở Đồng Tháp?"),
        ("housing", "Ai nhận nhà ở Mường Trà?"),
        ("health", "Ai công bố dịch sốt xuất huyết ở Tháp Mười?"),
        ("recruits", "Ai viết đơn tình nguyện ở Nho Quan?"),
    ],
)
def test_who_holds_another_post_is_not_told(asked, article, question):
    assert asked(article, question).status != "answered"


@pytest.mark.parametrize(
    ("article", "question", "fact"),
    [
        ("court", "Ai đứng đầu Tòa án Thanh Ba?", "thanh-ba-2023/chanh-an"),
        ("rotation", "Ai là Bí thư Huyện ủy Như Xuân?", "nhu-xuan-2023/bi-thu"),
        ("rotation", "Bà Lê Thị Hồng làm chức vụ gì?", "nhu-xuan-2023/chu-tich-hoa-quy"),
        ("rotation", "Bà Lê Thị Hồng hiện giữ chức gì?", "nhu-xuan-2023/chu-tich-hoa-quy"),
        ("youth", "Kể tên các phó bí thư huyện đoàn Hướng Hóa khóa mới", "huong-hoa-2022/pho-bi-thu"),
        ("bundled", "Ai viết bài báo về Bình Liêu?", None),
    ],
)
def test_who_holds_the_post_is_told(asked, article, question, fact):
    assert told(asked(article, question)) == ("answered", fact)
