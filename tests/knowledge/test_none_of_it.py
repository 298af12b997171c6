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
