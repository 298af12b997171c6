"""Questions of what was taken in, given and sold, of shares put forward and of days passed, beside what only has the same words."""

import pytest

from tests.knowledge.asking import ids, shown, told

CARDS = """
article: {id: the-va-dan, about: "bảo hiểm y tế và chống dịch ở Bến Khế", author: "Vi Sen", published: 2025-01-09T07:00:00+07:00}
names:
  - {id: ben-khe, name: "Bến Khế", kind: place, type: "huyện"}
  - {id: go-me, name: "Gò Mè", kind: place, type: "xã", part_of: ben-khe}
  - {id: bao-hiem, name: "Bảo hiểm xã hội huyện Bến Khế", aliases: ["BHXH Bến Khế"], kind: organisation, part_of: ben-khe}
topics:
  - {id: diem-thu, label: "Điểm thu bảo hiểm", phrases: ["điểm thu", "nơi thu bảo hiểm"], examples: ["{organisation} có bao nhiêu điểm thu"]}
  - {id: nhan-vien, label: "Nhân viên thu", phrases: ["nhân viên thu"], examples: ["{organisation} có bao nhiêu nhân viên thu"]}
  - {id: so-thu, label: "Số thu bảo hiểm", phrases: ["số thu", "thu bảo hiểm"], examples: ["{organisation} thu bao nhiêu tiền bảo hiểm"]}
  - {id: tang-the, label: "Thẻ được tặng", phrases: ["tặng thẻ", "thẻ bảo hiểm y tế được tặng"], examples: ["bao nhiêu thẻ bảo hiểm y tế được tặng ở {place}"]}
  - {id: tham-gia, label: "Người tham gia bảo hiểm y tế", phrases: ["tham gia bảo hiểm y tế"], examples: ["{place} có bao nhiêu người tham gia bảo hiểm y tế"]}
  - {id: phan-dau, label: "Mục tiêu bao phủ", phrases: ["phấn đấu bao phủ", "phấn đấu"], examples: ["{place} phấn đấu bao nhiêu phần trăm dân số tham gia bảo hiểm y tế"]}
  - {id: bao-phu, label: "Tỷ lệ bao phủ bảo hiểm y tế", phrases: ["tỷ lệ bao phủ"], examples: ["bao nhiêu phần trăm dân số {place} có bảo hiểm y tế", "tỷ lệ bao phủ của {place} là bao nhiêu"]}
  - {id: gia-lon, label: "Giá lợn hơi", phrases: ["giá lợn hơi", "lợn hơi"], examples: ["giá lợn hơi ở {place} là bao nhiêu"]}
  - {id: hinh-thuc, label: "Hình thức đóng", phrases: ["hình thức đóng", "cách đóng"], examples: ["có những hình thức đóng bảo hiểm nào ở {place}"]}
  - {id: voi, label: "Vôi bột", phrases: ["vôi bột", "tấn vôi"], examples: ["{place} dùng bao nhiêu tấn vôi bột"]}
  - {id: het-dich, label: "Xã qua 21 ngày không có dịch", phrases: ["qua 21 ngày", "không phát sinh dịch"], examples: ["mấy xã của {place} đã qua 21 ngày không phát sinh dịch"]}
  - {id: nguyen-nhan, label: "Vì sao dịch lan nhanh", phrases: ["vì sao dịch lan nhanh", "dịch lan nhanh"], examples: ["vì sao dịch lan nhanh ở {place}"]}
facts:
  - {id: diem-thu, subject: bao-hiem, topic: diem-thu, kind: count, value: 36, unit: "điểm thu", statement: "BHXH Bến Khế có 36 điểm thu bảo hiểm.", paragraph: 1}
  - {id: nhan-vien, subject: bao-hiem, topic: nhan-vien, kind: count, value: 118, unit: "nhân viên", statement: "BHXH Bến Khế có 118 nhân viên thu.", paragraph: 1}
  - {id: so-thu, subject: bao-hiem, topic: so-thu, kind: count, value: 128.4, unit: "tỷ đồng", period: {label: "năm 2024", since: 2024-01-01, as_of: 2024-12-31}, statement: "Năm 2024, BHXH Bến Khế thu 128,4 tỷ đồng tiền bảo hiểm.", paragraph: 1}
  - {id: tang-the, subject: ben-khe, topic: tang-the, kind: count, value: 650, unit: "thẻ", statement: "Các nhà hảo tâm tặng 650 thẻ bảo hiểm y tế cho người khó khăn ở Bến Khế.", paragraph: 2}
  - {id: tham-gia, subject: ben-khe, topic: tham-gia, kind: count, value: 142350, unit: "người", period: {label: "đến hết năm 2024", as_of: 2024-12-31}, statement: "Đến hết năm 2024, Bến Khế có 142.350 người tham gia bảo hiểm y tế.", paragraph: 2, parts: [{id: tham-gia/ho, value: 48720, facets: ["hộ gia đình"], statement: "48.720 người tham gia theo hộ gia đình."}]}
  - {id: hinh-thuc, subject: bao-hiem, topic: hinh-thuc, kind: list, items: ["đóng 3 tháng", "đóng 6 tháng", "đóng 12 tháng"], statement: "Người dân có thể đóng bảo hiểm 3 tháng, 6 tháng hoặc 12 tháng một lần.", paragraph: 2}
  - {id: tham-gia-2023, subject: ben-khe, topic: tham-gia, kind: count, value: 136900, unit: "người", period: {label: "đến hết năm 2023", as_of: 2023-12-31}, statement: "Đến hết năm 2023, Bến Khế có 136.900 người tham gia bảo hiểm y tế.", paragraph: 2}
  - {id: phan-dau, subject: ben-khe, topic: phan-dau, kind: share, value: 96, of: 100, unit: "%", period: {label: "năm 2025", since: 2025-01-01, as_of: 2025-12-31}, statement: "Bến Khế phấn đấu năm 2025 có 96% dân số tham gia bảo hiểm y tế.", paragraph: 3}
  - {id: bao-phu, subject: ben-khe, topic: bao-phu, kind: share, value: 94.6, of: 100, unit: "%", statement: "Tỷ lệ bao phủ bảo hiểm y tế ở Bến Khế đạt 94,6% dân số.", paragraph: 3}
  - {id: gia-lon, subject: ben-khe, topic: gia-lon, kind: count, value: 63000, unit: "đồng/kg", statement: "Giá lợn hơi ở Bến Khế là 63.000 đồng/kg.", paragraph: 4}
  - {id: voi, subject: ben-khe, topic: voi, kind: count, value: 138, unit: "tấn", statement: "Các xã ở Bến Khế dùng 138 tấn vôi bột.", paragraph: 4}
  - {id: het-dich, subject: ben-khe, topic: het-dich, kind: count, value: 2, unit: "xã", items: ["Gò Mè", "Tân Lũng"], statement: "2 xã của Bến Khế đã qua 21 ngày không phát sinh dịch: Gò Mè và Tân Lũng.", paragraph: 5}
  - {id: nguyen-nhan, subject: ben-khe, topic: nguyen-nhan, kind: statement, statement: "Dịch lan nhanh ở Bến Khế vì chuồng trại sát nhà.", paragraph: 5}
"""


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Năm 2024 BHXH Bến Khế thu bao nhiêu?", "so-thu"),
        ("nam 2024 bhxh ben khe thu bao nhieu", "so-thu"),
        ("Bao nhiêu thẻ bảo hiểm y tế được tặng ở Bến Khế?", "tang-the"),
        ("Bến Khế tặng mấy tấm thẻ bảo hiểm y tế?", "tang-the"),
        ("Cuối năm 2023 Bến Khế có bao nhiêu người tham gia bảo hiểm y tế?", "tham-gia-2023"),
        ("Lợn hơi bán ở Bến Khế giá bao nhiêu?", "gia-lon"),
        ("Bến Khế dùng bao nhiêu tấn vôi bột để chống dịch?", "voi"),
        ("Tại sao dịch lây lan nhanh ở Bến Khế?", "nguyen-nhan"),
        ("Bao nhiêu phần trăm dân số Bến Khế có bảo hiểm y tế?", "bao-phu"),
    ],
)
def test_what_is_told_is_found_by_other_words(taught, asked, fact):
    assert told(taught(CARDS).ask(asked)) == ("answered", fact)


@pytest.mark.parametrize(
    "asked",
    [
        "BHXH Bến Khế thu bao nhiêu?",
        "bhxh ben khe thu bao nhieu",
    ],
)
def test_how_much_was_taken_in_is_not_told_by_where_it_is(taught, asked):
    answer = taught(CARDS).ask(asked)
    assert answer.status != "answered" or ids(answer) == ["so-thu"]


@pytest.mark.parametrize(
    "asked",
    [
        "Bao nhiêu hộ gia đình ở Bến Khế tham gia bảo hiểm y tế?",
        "Mức đóng bảo hiểm 6 tháng ở Bến Khế là bao nhiêu?",
        "Dân số Bến Khế là bao nhiêu?",
        "dan so ben khe bao nhieu",
        "Cuối năm 2022 Bến Khế có bao nhiêu người tham gia bảo hiểm y tế?",
        "Bến Khế dùng bao nhiêu tấn vôi bột để làm đường?",
    ],
)
def test_another_end_of_year_or_purpose_stays_unanswered(taught, asked):
    assert taught(CARDS).ask(asked).status != "answered"


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("Năm 2025 Bến Khế phấn đấu 96% dân số tham gia bảo hiểm y tế, đúng không?", "co."),
        ("Năm 2025 Bến Khế phấn đấu 99% dân số tham gia bảo hiểm y tế, đúng không?", "khong."),
        ("Xã Gò Mè đã qua 21 ngày không phát sinh dịch chưa?", "co."),
    ],
)
def test_a_share_and_a_number_of_days_are_no_number_of_others(taught, asked, begins):
    assert shown(taught(CARDS).ask(asked)).startswith(begins)
