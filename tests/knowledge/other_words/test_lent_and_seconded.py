"""What is lent and owed, and who was seconded, said in other words; a name or a place that only looks like a word."""

import pytest

from tests.knowledge.asking import shown, told
from tests.knowledge.conftest import in_conversation

BANK = """
article: {id: von, about: "vốn vay ở Khuổi Đồi Bắc", published: 2023-09-14T07:00:00+07:00}
names:
  - {id: doi-bac, name: "Đồi Bắc", kind: place, type: "huyện"}
  - {id: luc-van-thi, name: "Lục Văn Thi", kind: person, part_of: doi-bac}
  - {id: ly-a-po, name: "Lý A Pó", kind: person, part_of: doi-bac}
topics:
  - {id: du-no, label: "Dư nợ", phrases: ["dư nợ"], examples: ["dư nợ của {place} là bao nhiêu"]}
  - {id: cho-vay, label: "Doanh số cho vay", phrases: ["doanh số cho vay", "lượt hộ được vay"], examples: ["doanh số cho vay của {place} là bao nhiêu", "bao nhiêu lượt hộ ở {place} được vay"]}
  - {id: thu-no, label: "Thu nợ", phrases: ["thu nợ"], examples: ["{place} thu nợ bao nhiêu"]}
  - {id: hieu-qua, label: "Hiệu quả vốn vay", phrases: ["thoát nghèo nhờ vốn vay"], examples: ["bao nhiêu hộ ở {place} thoát nghèo nhờ vốn vay"]}
  - {id: vay, label: "Vay vốn của một hộ", phrases: ["vay vốn", "vay bao nhiêu tiền"], examples: ["{person} vay bao nhiêu tiền", "{person} vay vốn để làm gì"]}
  - {id: biet-phai, label: "Biệt phái công chức", phrases: ["biệt phái"], examples: ["{place} biệt phái bao nhiêu công chức"]}
  - {id: thi, label: "Thi tuyển chức danh", phrases: ["thi tuyển", "thi tuyển chức danh"], examples: ["{place} thi tuyển mấy chức danh"]}
  - {id: quy-hoach, label: "Quy hoạch cán bộ", phrases: ["quy hoạch cán bộ", "cán bộ trong quy hoạch"], examples: ["{place} quy hoạch bao nhiêu cán bộ"]}
  - {id: danh-gia, label: "Đánh giá cán bộ", phrases: ["đánh giá cán bộ"], examples: ["đánh giá cán bộ ở {place}"]}
  - {id: truong-ban, label: "Trưởng ban", phrases: ["trưởng ban"], examples: ["ai là trưởng ban ở {place}"]}
facts:
  - {id: du-no, subject: doi-bac, topic: du-no, kind: count, value: 452.6, unit: "tỷ đồng", period: {label: "đến 31/8/2023", as_of: 2023-08-31}, statement: "Dư nợ của Đồi Bắc là 452,6 tỷ đồng.", paragraph: 1}
  - {id: cho-vay, subject: doi-bac, topic: cho-vay, kind: count, value: 121.4, unit: "tỷ đồng", period: {label: "8 tháng đầu năm 2023", since: 2023-01-01, as_of: 2023-08-31}, statement: "Doanh số cho vay 8 tháng đầu năm 2023 ở Đồi Bắc đạt 121,4 tỷ đồng.", paragraph: 2}
  - {id: luot, subject: doi-bac, topic: cho-vay, kind: count, value: 2148, unit: "lượt hộ", period: {label: "8 tháng đầu năm 2023", since: 2023-01-01, as_of: 2023-08-31}, statement: "2.148 lượt hộ ở Đồi Bắc được vay vốn.", paragraph: 2}
  - {id: thu-no, subject: doi-bac, topic: thu-no, kind: count, value: 83.9, unit: "tỷ đồng", period: {label: "8 tháng đầu năm 2023", since: 2023-01-01, as_of: 2023-08-31}, statement: "8 tháng đầu năm 2023, Đồi Bắc thu nợ 83,9 tỷ đồng.", paragraph: 2}
  - {id: thoat-ngheo, subject: doi-bac, topic: hieu-qua, kind: count, value: 642, unit: "hộ", facets: ["thoát nghèo"], statement: "Nhờ vốn vay, 642 hộ ở Đồi Bắc đã thoát nghèo.", paragraph: 3}
  - {id: tien, subject: ly-a-po, topic: vay, kind: count, value: 80, unit: "triệu đồng", statement: "Ông Lý A Pó vay 80 triệu đồng.", paragraph: 4}
  - {id: de-lam-gi, subject: ly-a-po, topic: vay, kind: statement, facets: ["mục đích"], statement: "Ông Lý A Pó dùng vốn vay để mua bò sinh sản.", paragraph: 4}
  - {id: biet-phai, subject: doi-bac, topic: biet-phai, kind: count, value: 6, unit: "công chức", statement: "Đồi Bắc biệt phái 6 công chức về xã.", paragraph: 5}
  - {id: thoi-han, subject: doi-bac, topic: biet-phai, kind: count, value: 2, unit: "năm", facets: ["thời hạn"], statement: "Thời hạn biệt phái công chức ở Đồi Bắc là 2 năm.", paragraph: 5}
  - {id: thi, subject: doi-bac, topic: thi, kind: count, value: 3, unit: "chức danh", statement: "Đồi Bắc thi tuyển 3 chức danh.", paragraph: 6}
  - {id: ung-vien, subject: doi-bac, topic: thi, kind: count, value: 7, unit: "ứng viên", facets: ["dự thi"], statement: "7 ứng viên dự thi tuyển chức danh ở Đồi Bắc.", paragraph: 6}
  - {id: quy-hoach, subject: doi-bac, topic: quy-hoach, kind: count, value: 186, unit: "cán bộ", statement: "Đồi Bắc có 186 cán bộ trong quy hoạch.", paragraph: 7}
  - {id: duoi-40, subject: doi-bac, topic: quy-hoach, kind: count, value: 74, unit: "người", facets: ["dưới 40 tuổi"], statement: "Trong quy hoạch của Đồi Bắc có 74 người dưới 40 tuổi.", paragraph: 7}
  - {id: hoan-thanh, subject: doi-bac, topic: danh-gia, kind: share, value: 95.8, of: 100, unit: "%", facets: ["hoàn thành tốt nhiệm vụ"], statement: "95,8% cán bộ luân chuyển ở Đồi Bắc được đánh giá hoàn thành tốt nhiệm vụ.", paragraph: 8}
  - {id: truong-ban, subject: doi-bac, topic: truong-ban, kind: person, items: ["Lục Văn Thi"], statement: "Trưởng ban ở Đồi Bắc là ông Lục Văn Thi.", paragraph: 9}
"""


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Đồi Bắc thu nợ bao nhiêu trong 8 tháng?", "thu-no"),
        ("Người dân Đồi Bắc đang nợ ngân hàng bao nhiêu tiền?", "du-no"),
        ("Tính đến cuối tháng 8, dư nợ của Đồi Bắc là bao nhiêu?", "du-no"),
        ("Đến cuối tháng 8 Đồi Bắc thu nợ được bao nhiêu?", "thu-no"),
        ("Bao nhiêu gia đình ở Đồi Bắc ra khỏi diện nghèo?", "thoat-ngheo"),
        ("Ông Lý A Pó được vay bao nhiêu tiền?", "tien"),
        ("ad ơi ô Lý A Pó vay đc bn tiền", "tien"),
        ("Ông Lý A Pó vay vốn để làm gì?", "de-lam-gi"),
        ("Công chức Đồi Bắc đi biệt phái mấy năm?", "thoi-han"),
        ("doi bac thi tuyen may chuc danh", "thi"),
        ("Có mấy ứng viên tranh tài trong kỳ thi tuyển chức danh ở Đồi Bắc?", "ung-vien"),
        ("Bao nhiêu cán bộ trẻ dưới 40 tuổi nằm trong quy hoạch của Đồi Bắc?", "duoi-40"),
        ("Bao nhiêu phần trăm cán bộ luân chuyển ở Đồi Bắc hoàn thành tốt nhiệm vụ?", "hoan-thanh"),
        ("trưởng ban ở Đồi Bắc tn là gì", "truong-ban"),
        ("bac Thi lam gi o doi bac", "truong-ban"),
    ],
)
def test_what_is_lent_and_who_is_seconded_is_found_in_other_words(taught, asked, fact):
    assert told(taught(BANK).ask(asked)) == ("answered", fact)


@pytest.mark.parametrize(
    "asked",
    [
        "Trong tháng 8 Đồi Bắc thu nợ bao nhiêu?",
        "Cuối tháng 8 Đồi Bắc thu nợ bao nhiêu?",
        "Đến cuối tháng 7 dư nợ của Đồi Bắc là bao nhiêu?",
        "Đến cuối tháng 8 năm ngoái dư nợ của Đồi Bắc là bao nhiêu?",
        "Đồi Bắc đã biệt phái công chức mấy năm rồi?",
        "Đồi Bắc biệt phái công chức được mấy năm rồi?",
        "Đồi Bắc luân chuyển cán bộ mấy năm?",
        "Bao nhiêu cán bộ trẻ dưới 35 tuổi trong quy hoạch của Đồi Bắc?",
        "Bao nhiêu cán bộ trẻ trong quy hoạch của Đồi Bắc?",
        "Bao nhiêu phần trăm cán bộ điều động ở Đồi Bắc hoàn thành tốt nhiệm vụ?",
        "Mấy ô đất ở Đồi Bắc?",
        "Bao nhiêu ứng viên trúng tuyển ở Đồi Bắc?",
        "Bao nhiêu gia đình ở Đồi Bắc rơi lại diện nghèo?",
    ],
)
def test_what_is_near_it_stays_unanswered(taught, asked):
    assert taught(BANK).ask(asked).status != "answered"


WANTED = """
article: {id: nhu-cau, about: "vay vốn ở Tân Lũng", published: 2025-08-14T07:00:00+07:00}
names:
  - {id: tan-lung, name: "Tân Lũng", kind: place, type: "huyện"}
topics:
  - {id: nhu-cau, label: "Nhu cầu vay vốn", phrases: ["nhu cầu vay vốn", "vay vốn"], examples: ["bao nhiêu hộ ở {place} có nhu cầu vay vốn"]}
facts:
  - {id: nhu-cau, subject: tan-lung, topic: nhu-cau, kind: count, value: 1200, unit: "hộ", statement: "1.200 hộ ở Tân Lũng có nhu cầu vay vốn.", paragraph: 1}
"""


def test_who_wants_a_loan_has_got_none(taught):
    known = taught(WANTED)
    for asked in ("được vay", "được vay vốn", "được vay tiền", "vay vốn", "đang vay"):
        assert known.ask(f"Bao nhiêu hộ ở Tân Lũng {asked}?").status != "answered"
    assert known.ask("bao nhieu ho o tan lung duoc vay von").status != "answered"
    assert told(known.ask("Bao nhiêu hộ ở Tân Lũng có nhu cầu vay?")) == ("answered", "nhu-cau")


def test_who_asks_how_much_is_lent_is_not_told_to_how_many(taught):
    assert "2.148" not in shown(taught(BANK).ask("doi bac cho vay bao nhieu"))


def test_a_place_that_looks_like_words_is_a_place_nobody_told_of(taught):
    known = taught(BANK)
    answers = in_conversation(known)("Dư nợ của Đồi Bắc là bao nhiêu?", "con bao lam")
    assert [answer.status for answer in answers] == ["answered", "unknown"]
    assert known.ask("bao lam co du no bao nhieu").status == "unknown"
    assert told(known.ask("Dư nợ của Đồi Bắc bao lăm?")) == ("answered", "du-no")
