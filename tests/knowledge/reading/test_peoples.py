"""A people is called by its name behind "người", "dân tộc", "đồng bào" or "bà con", and is counted as persons only."""

import pytest

from tests.knowledge.asking import told

HERITAGE = """
article: {id: lung-tam, about: "di sản và hộ nghèo ở Lũng Tám", published: 2024-03-05T07:00:00+07:00}
names:
  - {id: lung-tam, name: "Lũng Tám", kind: place, type: "huyện"}
  - {id: muong-pha, name: "Mường Pha", kind: place, type: "xã", part_of: lung-tam}
topics:
  - {id: di-san, label: "Di sản", phrases: ["di sản"], examples: ["{place} có bao nhiêu di sản"]}
  - {id: nghe-nhan, label: "Nghệ nhân", phrases: ["nghệ nhân"], examples: ["{place} có bao nhiêu nghệ nhân"]}
  - {id: ngheo, label: "Hộ nghèo", phrases: ["hộ nghèo"], examples: ["{place} có bao nhiêu hộ nghèo"]}
facts:
  - id: di-san
    subject: lung-tam
    topic: di-san
    kind: count
    value: 70
    unit: "di sản"
    statement: "Lũng Tám có 70 di sản."
    paragraph: 1
    complete: true
    parts:
      - {id: di-san/mong, value: 41, facets: ["dân tộc Mông"], statement: "41 di sản là của dân tộc Mông."}
      - {id: di-san/thai, value: 18, facets: ["đồng bào Thái"], statement: "18 di sản là của đồng bào Thái."}
      - {id: di-san/muong, value: 11, facets: ["người Mường"], statement: "11 di sản là của người Mường."}
  - {id: quoc-gia, subject: lung-tam, topic: di-san, kind: count, value: 1, unit: "di sản", facets: ["quốc gia"], items: ["khèn của người Mông"], statement: "Một di sản của Lũng Tám là di sản quốc gia: khèn của người Mông.", paragraph: 1}
  - {id: nghe-nhan, subject: lung-tam, topic: nghe-nhan, kind: count, value: 27, unit: "nghệ nhân", statement: "Lũng Tám có 27 nghệ nhân, từ thổi khèn Mông đến xòe Thái.", paragraph: 2}
  - {id: ngheo, subject: lung-tam, topic: ngheo, kind: count, value: 90, unit: "hộ", statement: "Lũng Tám còn 90 hộ nghèo.", paragraph: 3, parts: [{id: ngheo/mong, value: 62, facets: ["dân tộc Mông"], statement: "62 hộ là hộ dân tộc Mông."}]}
"""


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Lũng Tám có bao nhiêu di sản của người Mông?", "di-san/mong"),
        ("Số di sản của đồng bào Mông ở Lũng Tám?", "di-san/mong"),
        ("Bao nhiêu di sản ở Lũng Tám là của bà con dân tộc Thái?", "di-san/thai"),
        ("lung tam co bao nhieu di san cua nguoi thai", "di-san/thai"),
        ("Đồng bào Mường ở Lũng Tám có bao nhiêu di sản?", "di-san/muong"),
        ("Lũng Tám có bao nhiêu hộ nghèo người Mông?", "ngheo/mong"),
        ("Bao nhiêu hộ nghèo ở Lũng Tám là hộ Mông?", "ngheo/mong"),
        ("Lũng Tám có bao nhiêu di sản?", "di-san"),
    ],
)
def test_a_people_is_the_same_however_it_is_called(taught, asked, fact):
    assert told(taught(HERITAGE).ask(asked)) == ("answered", fact)


@pytest.mark.parametrize(
    "asked",
    [
        "Lũng Tám có bao nhiêu người Mông?",
        "Lũng Tám có bao nhiêu đồng bào Thái?",
        "Lũng Tám có bao nhiêu nghệ nhân người Mông?",
        "Lũng Tám có bao nhiêu nghệ nhân dân tộc Thái?",
        "Lũng Tám có bao nhiêu nghệ nhân Mông?",
        "Lũng Tám có bao nhiêu di sản của người Khơ Mú?",
        "lung tam co bao nhieu di san cua dong bao dao",
        "Lũng Tám có bao nhiêu hộ nghèo người Thái?",
        "Mường Pha có bao nhiêu di sản?",
        "Xã Mường Pha của Lũng Tám có bao nhiêu di sản?",
    ],
)
def test_another_people_or_its_persons_get_no_figure(taught, asked):
    assert taught(HERITAGE).ask(asked).status != "answered"
