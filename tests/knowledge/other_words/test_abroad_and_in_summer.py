"""What readers ask of people who went abroad and of a summer's work: by a shorter name, in thousands, of whom is counted."""

import pytest

from tests.knowledge.asking import ids, shown, told

ABROAD = """
article: {id: di-lam, about: "chiến dịch thanh niên tình nguyện hè và việc làm ở Sơn Khê", author: "Vi Sen", published: 2024-10-07T07:00:00+07:00}
names:
  - {id: son-khe, name: "Sơn Khê", kind: place, type: "huyện"}
  - {id: ban-muc, name: "Bản Mục", kind: place, type: "xã", part_of: son-khe}
  - {id: trung-tam, name: "Trung tâm Dịch vụ việc làm", kind: organisation, part_of: son-khe}
  - {id: ngan-hang, name: "Ngân hàng Chính sách xã hội huyện", kind: organisation, part_of: son-khe}
  - {id: lo-van-bao, name: "Lò Văn Bảo", kind: person, aliases: ["anh Bảo"]}
topics:
  - {id: di-lam, label: "Người đi làm việc ở nước ngoài", phrases: ["đi làm việc ở nước ngoài", "xuất khẩu lao động"], examples: ["{place} có bao nhiêu người đi làm việc ở nước ngoài", "{place} đưa mấy người đi Nhật Bản"]}
  - {id: gui-tien, label: "Tiền lao động gửi về", phrases: ["gửi tiền về", "tiền gửi về"], examples: ["lao động ở nước ngoài gửi về {place} bao nhiêu tiền"]}
  - {id: cho-vay, label: "Lao động được vay vốn", phrases: ["được vay vốn", "cho vay vốn"], examples: ["bao nhiêu lao động ở {place} được vay vốn", "{organisation} cho bao nhiêu lao động vay vốn"]}
  - {id: lop, label: "Lớp ngoại ngữ", phrases: ["lớp ngoại ngữ", "lớp tiếng Hàn", "lớp tiếng Nhật"], examples: ["{organisation} mở bao nhiêu lớp ngoại ngữ"]}
  - {id: viec-lam, label: "Việc làm mới", phrases: ["việc làm mới"], examples: ["{place} tạo việc làm mới cho bao nhiêu lao động"]}
  - {id: boi, label: "Dạy bơi", phrases: ["dạy bơi", "học bơi", "lớp dạy bơi"], examples: ["{place} mở bao nhiêu lớp dạy bơi"]}
  - {id: cay, label: "Trồng cây", phrases: ["trồng cây", "cây xanh"], examples: ["{place} trồng bao nhiêu cây xanh"]}
  - {id: qua, label: "Trị giá suất quà", phrases: ["trị giá suất quà", "mỗi suất quà"], examples: ["mỗi suất quà ở {place} trị giá bao nhiêu"]}
  - {id: khach, label: "Khách đến thăm", phrases: ["khách đến thăm"], examples: ["{place} đón bao nhiêu khách đến thăm"]}
  - {id: tong-ket, label: "Tổng kết chiến dịch", phrases: ["tổng kết chiến dịch", "kết thúc chiến dịch"], examples: ["{place} tổng kết chiến dịch khi nào"]}
  - {id: bi-thu, label: "Bí thư Huyện đoàn", phrases: ["bí thư huyện đoàn"], examples: ["ai là bí thư huyện đoàn {place}"]}
  - {id: truoc, label: "Công tác trước đây", phrases: ["trước đây"], examples: ["trước đây {person} làm gì"]}
  - {id: cong-trinh, label: "Trị giá công trình", phrases: ["trị giá công trình", "công trình trị giá"], examples: ["các công trình ở {place} trị giá bao nhiêu"]}
facts:
  - id: di-lam
    subject: son-khe
    topic: di-lam
    kind: count
    value: 1286
    unit: "người"
    period: {label: "9 tháng đầu năm 2024", since: 2024-01-01, as_of: 2024-09-30}
    statement: "9 tháng đầu năm 2024, Sơn Khê có 1.286 người đi làm việc ở nước ngoài."
    paragraph: 1
    parts:
      - {id: di-lam/nhat, value: 512, facets: ["Nhật Bản"], statement: "512 người đi Nhật Bản."}
      - {id: di-lam/han, value: 264, facets: ["Hàn Quốc"], statement: "264 người đi Hàn Quốc."}
  - {id: di-lam-2023, subject: son-khe, topic: di-lam, kind: count, value: 1105, unit: "người", period: {label: "9 tháng đầu năm 2023", since: 2023-01-01, as_of: 2023-09-30}, statement: "9 tháng đầu năm 2023, Sơn Khê có 1.105 người đi làm việc ở nước ngoài.", paragraph: 1}
  - {id: gui-tien, subject: son-khe, topic: gui-tien, kind: count, value: 420, unit: "tỷ đồng", statement: "Lao động ở nước ngoài gửi tiền về Sơn Khê được 420 tỷ đồng.", paragraph: 2}
  - {id: cho-vay, subject: ngan-hang, topic: cho-vay, kind: count, value: 214, unit: "lao động", statement: "Ngân hàng Chính sách xã hội huyện đã cho 214 lao động vay vốn.", paragraph: 2}
  - {id: lop, subject: trung-tam, topic: lop, kind: count, value: 9, unit: "lớp", statement: "Trung tâm Dịch vụ việc làm mở 9 lớp ngoại ngữ.", paragraph: 3, parts: [{id: lop/han, value: 4, facets: ["tiếng Hàn"], statement: "4 lớp tiếng Hàn."}]}
  - {id: viec-lam, subject: son-khe, topic: viec-lam, kind: count, value: 3940, unit: "lao động", statement: "Sơn Khê tạo việc làm mới cho 3.940 lao động.", paragraph: 3}
  - {id: boi, subject: son-khe, topic: boi, kind: count, value: 14, unit: "lớp", statement: "Sơn Khê mở 14 lớp dạy bơi.", paragraph: 4}
  - {id: boi-em, subject: son-khe, topic: boi, kind: count, value: 420, unit: "em", facets: ["thiếu nhi"], statement: "420 thiếu nhi Sơn Khê được học bơi miễn phí.", paragraph: 4}
  - {id: cay, subject: son-khe, topic: cay, kind: count, value: 12500, unit: "cây", period: {label: "hè 2024", since: 2024-06-08, as_of: 2024-08-15}, statement: "Hè 2024, Sơn Khê trồng 12.500 cây xanh.", paragraph: 5}
  - {id: qua, subject: son-khe, topic: qua, kind: count, value: 500000, unit: "đồng/suất", statement: "Mỗi suất quà ở Sơn Khê trị giá 500.000 đồng.", paragraph: 5}
  - {id: khach, subject: son-khe, topic: khach, kind: count, value: 12, unit: "nghìn lượt khách", statement: "Sơn Khê đón 12 nghìn lượt khách đến thăm.", paragraph: 5}
  - {id: tong-ket, subject: son-khe, topic: tong-ket, kind: date, value: "2024-08-15", statement: "Sơn Khê tổng kết chiến dịch ngày 15/8/2024.", paragraph: 6}
  - {id: bi-thu, subject: son-khe, topic: bi-thu, kind: person, items: ["Lò Văn Bảo"], statement: "Anh Lò Văn Bảo là Bí thư Huyện đoàn Sơn Khê.", paragraph: 6}
  - {id: truoc, subject: lo-van-bao, topic: truoc, kind: statement, statement: "Trước đây, anh Lò Văn Bảo là Bí thư Đoàn xã Bản Mục.", paragraph: 6}
  - {id: cong-trinh, subject: son-khe, topic: cong-trinh, kind: count, value: 3.4, unit: "tỷ đồng", statement: "Các công trình ở Sơn Khê trị giá 3,4 tỷ đồng.", paragraph: 6}
"""


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Sơn Khê có mấy người đi Nhật?", "di-lam/nhat"),
        ("Sơn Khê đưa bao nhiêu người sang Nhật Bản?", "di-lam/nhat"),
        ("Trong 1.286 người Sơn Khê ra nước ngoài làm việc, bao nhiêu người sang Hàn?", "di-lam/han"),
        (
            "Năm ngoái, 9 tháng đầu năm 2023, Sơn Khê có bao nhiêu người đi làm việc ở nước ngoài?",
            "di-lam-2023",
        ),
        ("Cùng kỳ năm 2023 Sơn Khê có bao nhiêu người đi làm việc ở nước ngoài?", "di-lam-2023"),
        ("Người Sơn Khê làm ở nước ngoài gửi tiền về được bao nhiêu?", "gui-tien"),
        ("Bao nhiêu lao động ở Sơn Khê được vay vốn?", "cho-vay"),
        ("Trung tâm Dịch vụ việc làm mở mấy lớp tiếng Hàn?", "lop/han"),
        ("Có bao nhiêu cháu nhỏ ở Sơn Khê được học bơi mà không mất tiền?", "boi-em"),
        ("Mùa hè 2024 Sơn Khê trồng bao nhiêu cây xanh?", "cay"),
        ("Dịp hè Sơn Khê trồng mấy cây xanh?", "cay"),
        ("Các công trình ở Sơn Khê quy ra tiền là bao nhiêu?", "cong-trinh"),
        ("Sơn Khê mở bao nhiêu lớp dạy bơi hả em", "boi"),
        ("Chiến dịch tình nguyện ở Sơn Khê tổng kết hôm nào?", "tong-ket"),
        ("Trước khi làm bí thư huyện đoàn, anh Bảo làm gì?", "truoc"),
    ],
)
def test_what_is_called_otherwise_is_the_same(taught, asked, fact):
    assert told(taught(ABROAD).ask(asked)) == ("answered", fact)


@pytest.mark.parametrize(
    "asked",
    [
        "Bao nhiêu em được học bơi ở Sơn Khê?",
        "Mấy em được dạy bơi ở Sơn Khê?",
        "Dạy bơi ở Sơn Khê được bao nhiêu em?",
        "Bao nhiêu bạn học bơi ở Sơn Khê?",
        "Có bao nhiêu anh chị dạy bơi ở Sơn Khê?",
        "Bao nhiêu lao động ở Bản Mục được vay vốn?",
        "Cùng kỳ năm 2022 Sơn Khê có bao nhiêu người đi làm việc ở nước ngoài?",
        "Sơn Khê có mấy người đi Đài Loan?",
        "Bao nhiêu người từ Nhật về Sơn Khê?",
        "Người Nhật đến Sơn Khê bao nhiêu?",
        "Lớp dạy bơi ở Sơn Khê rộng bao nhiêu?",
        "Năm ngoái, năm 2024, Sơn Khê có bao nhiêu người đi làm việc ở nước ngoài?",
    ],
)
def test_who_is_counted_is_not_who_is_spoken_to_and_what_is_of_others_is_not_given(taught, asked):
    answer = taught(ABROAD).ask(asked)
    assert answer.status != "answered", ids(answer)


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("Mỗi suất quà ở Sơn Khê trị giá 500 nghìn đúng không?", "co."),
        ("Mỗi suất quà ở Sơn Khê trị giá 500 ngàn đồng phải không?", "co."),
        ("moi suat qua o son khe tri gia 500 nghin dung khong", "co."),
        ("Mỗi suất quà ở Sơn Khê trị giá 300 nghìn đúng không?", "khong."),
        ("Sơn Khê trồng hơn 12 nghìn cây xanh đúng không?", "co."),
        ("Sơn Khê trồng hơn 13 nghìn cây xanh đúng không?", "khong."),
        ("Sơn Khê đón 12 nghìn lượt khách đến thăm đúng không?", "co."),
        ("Sơn Khê đón 15 nghìn lượt khách đến thăm đúng không?", "khong."),
    ],
)
def test_thousands_are_thousands_however_they_are_written(taught, asked, begins):
    assert shown(taught(ABROAD).ask(asked)).startswith(begins)
