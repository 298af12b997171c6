"""Words of newspapers on heritage and industry that may stand for each other, and those that may not."""

import pytest

from tests.knowledge.asking import told

TRADE = """
article: {id: ho-bung, about: "di sản và cụm công nghiệp ở Hồ Bung", published: 2024-03-12T07:00:00+07:00}
names:
  - {id: ho-bung, name: "Hồ Bung", kind: place, type: "huyện"}
  - {id: may-lam, name: "Công ty May Lam", kind: organisation, aliases: ["May Lam"], part_of: ho-bung}
  - {id: vi-thi-sa, name: "Vi Thị Sa", kind: person, part_of: ho-bung}
topics:
  - {id: di-san, label: "Di sản", phrases: ["di sản"], examples: ["{place} có bao nhiêu di sản"]}
  - {id: le-hoi, label: "Lễ hội", phrases: ["lễ hội"], examples: ["{place} có bao nhiêu lễ hội"]}
  - {id: mua-chieng, label: "Hội chiêng", phrases: ["hội chiêng"], examples: ["hội chiêng ở {place} khai mạc khi nào"]}
  - {id: clb, label: "Câu lạc bộ", phrases: ["câu lạc bộ"], examples: ["câu lạc bộ ở {place} có bao nhiêu thành viên"]}
  - {id: lao-dong, label: "Lao động", phrases: ["lao động", "công nhân"], examples: ["{organisation} có bao nhiêu lao động"]}
  - {id: von, label: "Vốn đầu tư", phrases: ["vốn đầu tư"], examples: ["{organisation} đầu tư bao nhiêu vốn"]}
  - {id: thue, label: "Nộp ngân sách", phrases: ["nộp ngân sách"], examples: ["{organisation} nộp ngân sách bao nhiêu"]}
  - {id: lanh-dao, label: "Lãnh đạo phòng, ban", phrases: ["trưởng phòng"], examples: ["ai là trưởng phòng ở {place}"]}
facts:
  - {id: quoc-gia, subject: ho-bung, topic: di-san, kind: count, value: 3, unit: "di sản", facets: ["quốc gia"], statement: "Hồ Bung có 3 di sản được ghi vào danh mục quốc gia.", paragraph: 1}
  - {id: de-nghi, subject: ho-bung, topic: di-san, kind: count, value: 2, unit: "di sản", facets: ["lập hồ sơ"], statement: "Hồ Bung lập hồ sơ đề nghị 2 di sản.", paragraph: 1}
  - {id: phuc-dung, subject: ho-bung, topic: le-hoi, kind: count, value: 4, unit: "lễ hội", facets: ["phục dựng"], statement: "Hồ Bung đã phục dựng 4 lễ hội.", paragraph: 2}
  - {id: khai-mac, subject: ho-bung, topic: mua-chieng, kind: date, value: "2024-02-17", statement: "Hội chiêng ở Hồ Bung khai mạc ngày 17/2/2024.", paragraph: 2}
  - {id: clb, subject: ho-bung, topic: clb, kind: count, value: 32, unit: "thành viên", statement: "Câu lạc bộ chiêng Hồ Bung có 32 thành viên.", paragraph: 3}
  - {id: lao-dong, subject: may-lam, topic: lao-dong, kind: count, value: 640, unit: "lao động", statement: "Công ty May Lam sử dụng 640 lao động.", paragraph: 4}
  - {id: von, subject: may-lam, topic: von, kind: count, value: 150, unit: "tỷ đồng", statement: "Công ty May Lam đầu tư 150 tỷ đồng vào Hồ Bung.", paragraph: 4}
  - {id: hoat-dong, subject: may-lam, topic: von, kind: date, value: "2021-04", facets: ["đi vào hoạt động"], statement: "Nhà máy của Công ty May Lam đi vào hoạt động tháng 4/2021.", paragraph: 4}
  - {id: thue, subject: may-lam, topic: thue, kind: count, value: 7, unit: "tỷ đồng", statement: "Công ty May Lam nộp ngân sách 7 tỷ đồng.", paragraph: 4}
  - {id: van-hoa, subject: ho-bung, topic: lanh-dao, kind: person, items: ["Vi Thị Sa"], facets: ["Phòng Văn hóa và Thông tin"], statement: "Bà Vi Thị Sa là Trưởng phòng Văn hóa và Thông tin huyện Hồ Bung.", paragraph: 5}
"""


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Bao nhiêu di sản của Hồ Bung được công nhận cấp quốc gia?", "quoc-gia"),
        ("Hồ Bung có mấy di sản được ghi danh quốc gia?", "quoc-gia"),
        ("Hồ Bung khôi phục được mấy lễ hội?", "phuc-dung"),
        ("Hội chiêng ở Hồ Bung mở hôm nào?", "khai-mac"),
        ("Câu lạc bộ chiêng Hồ Bung có bao nhiêu hội viên?", "clb"),
        ("Công ty May Lam có mấy công nhân?", "lao-dong"),
        ("May Lam rót bao nhiêu vốn vào Hồ Bung?", "von"),
        ("May Lam đi vào hoạt động khi nào?", "hoat-dong"),
        ("May Lam đóng góp cho ngân sách bao nhiêu?", "thue"),
        ("Liệu May Lam nộp ngân sách bao nhiêu?", "thue"),
        ("Ai là Trưởng phòng Văn hóa huyện Hồ Bung?", "van-hoa"),
    ],
)
def test_other_words_find_the_fact(taught, asked, fact):
    assert told(taught(TRADE).ask(asked)) == ("answered", fact)


@pytest.mark.parametrize(
    "asked",
    [
        "Bao nhiêu di sản của Hồ Bung bị mai một?",
        "Bao nhiêu di sản của Hồ Bung được công nhận cấp tỉnh?",
        "Bao nhiêu di tích ở Hồ Bung được công nhận cấp quốc gia?",
        "Hồ Bung khôi phục được mấy di tích?",
        "Hội chiêng ở Hồ Bung bế mạc hôm nào?",
        "Hội chiêng ở Hồ Bung mở từ năm nào?",
        "Câu lạc bộ chiêng Hồ Bung có bao nhiêu hội viên nữ?",
        "Hồ Bung có bao nhiêu hội viên Hội Nông dân?",
        "Công ty May Lam có mấy công nhân nữ?",
        "Công ty May Lam có bao nhiêu kỹ sư?",
        "May Lam nợ ngân sách bao nhiêu?",
        "May Lam ngừng hoạt động khi nào?",
        "May Lam vay bao nhiêu vốn?",
        "Ai là Phó trưởng phòng Văn hóa huyện Hồ Bung?",
        "Ai là Trưởng phòng Giáo dục huyện Hồ Bung?",
        "Ai là Giám đốc Sở Văn hóa?",
    ],
)
def test_words_of_something_else_do_not(taught, asked):
    assert taught(TRADE).ask(asked).status != "answered"
