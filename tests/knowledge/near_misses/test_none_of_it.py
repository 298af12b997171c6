"""What is not so is told from what is, however it is said and typed; and the newest figure comes first."""

import pytest

from tests.knowledge.asking import ids

VILLAGES = """
article: {id: nuoc-2024, title: "Nước về Bản Đáo", author: "Lê Miên", published: 2024-08-05T07:00:00+07:00, series: "Nước sạch cho dân"}
names: [{id: ban-dao, name: "Bản Đáo", kind: place, type: "xã"}]
topics:
  - {id: co-may, label: "Hộ có máy bơm", phrases: ["có máy bơm", "chưa có máy bơm", "hộ dùng máy bơm"], examples: ["{place} có bao nhiêu hộ dùng máy bơm"]}
  - {id: ho-tro, label: "Hỗ trợ tiền giống", phrases: ["hỗ trợ tiền giống", "hộ được hỗ trợ"], examples: ["{place} hỗ trợ tiền giống cho bao nhiêu hộ"]}
  - {id: hong, label: "Máy bơm hỏng", phrases: ["máy bơm hỏng", "vụ hỏng máy"], examples: ["{place} xảy ra bao nhiêu vụ hỏng máy"]}
  - {id: tram, label: "Trạm bơm", phrases: ["trạm bơm"], examples: ["trạm bơm {place} khánh thành khi nào"]}
  - {id: dap, label: "Năm đắp đập", phrases: ["đắp năm nào", "có từ năm nào"], examples: ["đập {place} đắp năm nào"]}
  - {id: von, label: "Kinh phí làm kênh mương", phrases: ["kinh phí làm kênh mương", "tiền làm kênh mương", "làm kênh mương"], examples: ["kinh phí làm kênh mương ở {place} là bao nhiêu"]}
  - {id: nguon, label: "Nguồn nước", phrases: ["nguồn nước"], examples: ["{place} lấy nước từ những nguồn nào"]}
facts:
  - id: b/may
    subject: ban-dao
    topic: co-may
    kind: share
    value: 640
    of: 702
    unit: "hộ"
    period: {label: "năm 2024", since: 2024-01-01, as_of: 2024-08-01}
    statement: "640/702 hộ ở Bản Đáo dùng máy bơm."
    paragraph: 1
    parts: [{id: b/may/chua, kind: count, value: 62, facets: ["chưa có máy bơm"], statement: "62 hộ ở Bản Đáo chưa có máy bơm."}]
  - {id: b/may-2020, subject: ban-dao, topic: co-may, kind: count, value: 410, unit: "hộ", period: {label: "năm 2020", since: 2020-01-01, as_of: 2020-12-31}, statement: "Năm 2020, Bản Đáo có 410 hộ dùng máy bơm.", paragraph: 1}
  - id: b/ho-tro
    subject: ban-dao
    topic: ho-tro
    kind: count
    value: 300
    unit: "hộ"
    statement: "Bản Đáo hỗ trợ tiền giống cho 300 hộ."
    period: {label: "quý I/2024", since: 2024-01-01, as_of: 2024-03-31}
    paragraph: 2
    parts:
      - {id: b/ho-tro/ngheo, value: 210, facets: ["hộ nghèo"], statement: "210 hộ nghèo được hỗ trợ tiền giống."}
      - {id: b/ho-tro/khac, value: 90, facets: ["hộ khác"], statement: "90 hộ khác được hỗ trợ tiền giống."}
  - id: b/hong
    subject: ban-dao
    topic: hong
    kind: count
    value: 29
    unit: "vụ"
    statement: "Bản Đáo xảy ra 29 vụ hỏng máy bơm."
    paragraph: 3
    parts:
      - {id: b/hong/set, value: 17, facets: ["do sét đánh"], statement: "17 vụ do sét đánh."}
      - {id: b/hong/do, value: 8, facets: ["do cây đổ"], statement: "8 vụ do cây đổ."}
  - {id: b/tram, subject: ban-dao, topic: tram, kind: date, value: "2024-05-19", statement: "Trạm bơm Bản Đáo khánh thành ngày 19/5/2024.", paragraph: 4}
  - {id: b/dap, subject: ban-dao, topic: dap, kind: statement, statement: "Đập Bản Đáo được đắp năm 1687.", paragraph: 4}
  - id: b/von
    subject: ban-dao
    topic: von
    kind: count
    value: 63
    unit: "tỷ đồng"
    period: {label: "9 tháng đầu năm 2024", since: 2024-01-01, as_of: 2024-09-30}
    statement: "9 tháng đầu năm 2024, kinh phí làm kênh mương ở Bản Đáo là 63 tỷ đồng."
    paragraph: 5
    parts:
      - {id: b/von/ngan-sach, value: 42, facets: ["ngân sách"], statement: "42 tỷ đồng từ ngân sách."}
      - {id: b/von/xa-hoi-hoa, value: 21, facets: ["xã hội hóa"], statement: "21 tỷ đồng do bà con và doanh nghiệp đóng góp."}
  - {id: b/von-2023, subject: ban-dao, topic: von, kind: count, value: 50, unit: "tỷ đồng", period: {label: "9 tháng đầu năm 2023", since: 2023-01-01, as_of: 2023-09-30}, statement: "9 tháng đầu năm 2023, kinh phí làm kênh mương ở Bản Đáo là 50 tỷ đồng.", paragraph: 5}
  - {id: b/von-ca-nam, subject: ban-dao, topic: von, kind: count, value: 71, unit: "tỷ đồng", period: {label: "năm 2023", since: 2023-01-01, as_of: 2023-12-31}, statement: "Cả năm 2023, kinh phí làm kênh mương ở Bản Đáo là 71 tỷ đồng.", paragraph: 5}
  - {id: b/nguon, subject: ban-dao, topic: nguon, kind: list, items: ["suối Nậm", "hồ Lạc", "giếng đào"], statement: "Bản Đáo lấy nước từ suối Nậm, hồ Lạc và giếng đào.", paragraph: 4}
"""


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Bản Đáo còn bao nhiêu hộ chưa có máy bơm?", "b/may/chua"),
        ("ban dao con bao nhieu ho chua co may bom", "b/may/chua"),
        ("Bản Đáo còn bao nhiêu hộ không có máy bơm?", "b/may/chua"),
        ("ad ơi bản đáo còn bn hộ ko có máy bơm z", "b/may/chua"),
        ("Bản Đáo có bao nhiêu hộ dùng máy bơm?", "b/may"),
        ("Năm 2020 Bản Đáo có bao nhiêu hộ dùng máy bơm?", "b/may-2020"),
        ("Bao nhiêu hộ nghèo ở Bản Đáo được hỗ trợ tiền giống?", "b/ho-tro/ngheo"),
        ("Ba tháng đầu năm, Bản Đáo hỗ trợ tiền giống cho bao nhiêu hộ?", "b/ho-tro"),
        ("Bản Đáo có mấy vụ hỏng máy do sét?", "b/hong/set"),
        ("Máy bơm ở Bản Đáo hỏng mấy lần?", "b/hong"),
        ("Khi nào Bản Đáo có trạm bơm mới?", "b/tram"),
        ("Kể tên 3 nguồn nước của Bản Đáo", "b/nguon"),
        ("Đập Bản Đáo đắp năm nào?", "b/dap"),
        ("Bà con và doanh nghiệp đóng góp bao nhiêu tiền làm kênh mương ở Bản Đáo?", "b/von/xa-hoi-hoa"),
        ("bao nhieu ho o ban dao duoc ho tro tien giong", "b/ho-tro"),
    ],
)
def test_the_figure_is_that_of_just_what_is_asked(taught, question, fact):
    answer = taught(VILLAGES).ask(question)
    assert answer.status == "answered"
    assert ids(answer)[0] == fact


@pytest.mark.parametrize(
    "question",
    ["Bốn tháng đầu năm, Bản Đáo hỗ trợ tiền giống cho bao nhiêu hộ?", "Kể tên 4 nguồn nước của Bản Đáo"],
)
def test_a_number_that_is_not_the_article_s_gets_no_answer(taught, question):
    assert taught(VILLAGES).ask(question).status in ("not_stated", "unknown")


def test_an_article_s_series_is_told(taught):
    answer = taught(VILLAGES).ask("Bài báo về Bản Đáo thuộc loạt bài nào?")
    assert answer.status == "answered"
    assert "Nước sạch cho dân" in answer.blocks[0].sentence


def test_the_same_part_of_another_year_is_no_whole_year(taught):
    asked = "So sánh kinh phí làm kênh mương ở Bản Đáo 9 tháng đầu năm 2024 với cùng kỳ năm 2023"
    told = ids(taught(VILLAGES).ask(asked))
    assert {"b/von", "b/von-2023"} <= set(told)
    assert "b/von-ca-nam" not in told


def test_an_article_is_no_guarding_in_what_is_typed_without_marks(taught):
    guarded = VILLAGES.replace("Bản Đáo lấy nước từ", "Bản Đáo bảo vệ nước từ").replace(
        "lấy nước từ", "bảo vệ nước ở"
    )
    answer = taught(guarded).ask("tac gia bai bao ve ban dao la ai")
    assert answer.status == "answered"
    assert "Lê Miên" in answer.blocks[0].sentence
