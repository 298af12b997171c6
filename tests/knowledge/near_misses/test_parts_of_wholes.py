"""What is told of a whole is so of its parts, where its sentence has no other figure."""

import pytest

from tests.knowledge.asking import told

CLUSTERS = """
article: {id: yen-hoa, about: "cụm công nghiệp của Yên Hoa", published: 2024-03-05T07:00:00+07:00}
names:
  - {id: yen-hoa, name: "Yên Hoa", kind: place, type: "huyện"}
topics:
  - {id: cum, label: "Cụm công nghiệp", phrases: ["cụm công nghiệp"], examples: ["{place} có bao nhiêu cụm công nghiệp"]}
  - {id: lao-dong, label: "Lao động", phrases: ["lao động", "việc làm"], examples: ["{place} tạo việc làm cho bao nhiêu lao động"]}
  - {id: du-an, label: "Dự án", phrases: ["dự án"], examples: ["{place} có bao nhiêu dự án"]}
  - {id: vay, label: "Vay vốn", phrases: ["vay vốn"], examples: ["{place} có bao nhiêu hộ vay vốn"]}
facts:
  - {id: cum, subject: yen-hoa, topic: cum, kind: count, value: 4, unit: "cụm công nghiệp", statement: "Yên Hoa có 4 cụm công nghiệp.", paragraph: 1}
  - id: lao-dong
    subject: yen-hoa
    topic: lao-dong
    kind: count
    value: 8700
    unit: "lao động"
    statement: "Doanh nghiệp trong các cụm công nghiệp của Yên Hoa tạo việc làm cho 8.700 lao động."
    paragraph: 2
    parts: [{id: lao-dong/nu, value: 6300, facets: ["nữ"], statement: "Trong đó có 6.300 lao động nữ."}]
  - id: du-an
    subject: yen-hoa
    topic: du-an
    kind: count
    value: 34
    unit: "dự án"
    statement: "Yên Hoa có 34 dự án đầu tư, riêng 10 tháng qua có 6 dự án ở cụm công nghiệp mới."
    paragraph: 3
    parts: [{id: du-an/fdi, value: 9, facets: ["FDI"], statement: "9 dự án có vốn FDI."}]
  - id: vay
    subject: yen-hoa
    topic: vay
    kind: count
    value: 120
    unit: "hộ"
    statement: "120 hộ ở Yên Hoa được vay vốn chăn nuôi từ Ngân hàng Chính sách xã hội."
    paragraph: 4
    parts: [{id: vay/ngheo, value: 45, facets: ["hộ nghèo"], statement: "45 hộ là hộ nghèo."}]
"""


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Lao động nữ trong các cụm công nghiệp ở Yên Hoa có bao nhiêu người?", "lao-dong/nu"),
        ("Doanh nghiệp trong các cụm công nghiệp ở Yên Hoa tạo việc làm cho bao nhiêu lao động nữ?", "lao-dong/nu"),
        ("bao nhieu lao dong nu lam trong cac cum cong nghiep o yen hoa", "lao-dong/nu"),
        ("Bao nhiêu hộ nghèo ở Yên Hoa được vay vốn chăn nuôi?", "vay/ngheo"),
        ("Ngân hàng Chính sách xã hội cho bao nhiêu hộ nghèo ở Yên Hoa vay vốn?", "vay/ngheo"),
    ],
)  # fmt: skip
def test_a_part_is_asked_for_with_what_is_told_of_its_whole(taught, asked, fact):
    assert told(taught(CLUSTERS).ask(asked)) == ("answered", fact)


@pytest.mark.parametrize(
    "asked",
    [
        "Bao nhiêu dự án FDI ở cụm công nghiệp mới của Yên Hoa?",
        "10 tháng qua Yên Hoa có bao nhiêu dự án FDI?",
        "Lao động nam trong các cụm công nghiệp ở Yên Hoa có bao nhiêu người?",
        "Lao động nữ trong các khu công nghiệp ở Yên Hoa có bao nhiêu người?",
        "Lao động nữ ngoài cụm công nghiệp ở Yên Hoa có bao nhiêu người?",
        "Bao nhiêu lao động nữ ở Yên Hoa chưa có việc làm?",
        "Bao nhiêu lao động nữ mất việc làm ở các cụm công nghiệp Yên Hoa?",
        "Bao nhiêu doanh nghiệp ở cụm công nghiệp Yên Hoa do nữ làm chủ?",
        "Bao nhiêu hộ nghèo ở Yên Hoa không được vay vốn chăn nuôi?",
        "Bao nhiêu hộ nghèo ở Yên Hoa được vay vốn trồng trọt?",
        "Bao nhiêu hộ cận nghèo ở Yên Hoa được vay vốn chăn nuôi?",
        "Hộ nghèo ở Yên Hoa được Ngân hàng Chính sách xã hội cho vay bao nhiêu tiền?",
    ],
)  # fmt: skip
def test_what_is_not_told_of_a_part_gives_no_figure(taught, asked):
    assert taught(CLUSTERS).ask(asked).status != "answered"
