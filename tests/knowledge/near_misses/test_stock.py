"""How many there are of a kind is not told by those only who did something, had it done to them or are of some places."""

import pytest

from tests.knowledge.asking import told


@pytest.mark.parametrize(
    ("article", "question"),
    [
        ("clearance", "Đại Khê có bao nhiêu ngôi mộ?"),
        ("cluster", "Yên Mô có bao nhiêu lao động?"),
        ("credit", "Bảo Lạc có bao nhiêu hộ?"),
        ("credit", "Bao Lac co bao nhieu ho?"),
        ("egov", "Tuyên Quang có bao nhiêu chợ?"),
        ("inspection", "Đồng Hỷ có bao nhiêu lượt người?"),
        ("onestop", "Tân Sơn có bao nhiêu cán bộ, công chức?"),
        ("onestop", "Tân Sơn hiện có mấy thành viên?"),
        ("parks", "Bắc Giang có bao nhiêu lao động?"),
    ],
)
def test_some_of_a_kind_are_not_all_there_are(asked, article, question):
    assert asked(article, question).status != "answered"


@pytest.mark.parametrize(
    ("article", "question", "fact"),
    [
        ("credit", "Bảo Lạc có bao nhiêu hộ còn dư nợ?", "bao-lac-2023/ho-vay"),
        ("clearance", "Đại Khê có bao nhiêu ngôi mộ phải di dời?", "dai-khe-2025/mo"),
        ("coop", "Bàn Thạch có bao nhiêu hợp tác xã?", "ban-thach/htx"),
        ("markets", "Đồng Vĩnh có bao nhiêu chợ?", "dong-vinh-2024/cho"),
        ("population", "Yên Bái có bao nhiêu cặp tảo hôn?", "yen-bai-2023/tao-hon"),
        ("waste", "Công ty Môi trường Hòa Lạng có bao nhiêu công nhân?", "hoa-lang-2024/cong-nhan"),
    ],
)
def test_all_there_are_is_answered(asked, article, question, fact):
    assert told(asked(article, question)) == ("answered", fact)
