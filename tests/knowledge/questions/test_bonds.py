"""Words that mean something only in the company they keep, and questions that differ by one of them."""

import pytest

from tests.knowledge.asking import ids

MARKET = """
article: {id: cho-2024, about: "chợ", published: 2024-11-20T07:30:00+07:00}
names:
  - {id: tan-dau, name: "Tân Dâu", kind: place, type: "huyện"}
  - {id: cho-dau, name: "chợ Dâu", kind: organisation, type: "chợ", part_of: tan-dau}
topics:
  - {id: sap, label: "Sạp chợ", phrases: ["sạp"], examples: ["{organisation} có bao nhiêu sạp"]}
  - {id: gia-thue, label: "Giá thuê", phrases: ["giá thuê"], examples: ["giá thuê ở {organisation} là bao nhiêu"]}
  - {id: doi-du, label: "Tiểu thương dôi dư", phrases: ["dôi dư"], examples: ["{place} có bao nhiêu người dôi dư"]}
  - {id: tinh-gian, label: "Tinh giản", phrases: ["tinh giản"], examples: ["{place} tinh giản bao nhiêu người"]}
  - {id: dat-chuan, label: "Đạt chuẩn nông thôn mới", phrases: ["đạt chuẩn nông thôn mới"], examples: ["{place} có bao nhiêu xã đạt chuẩn nông thôn mới"]}
  - {id: mat-dien, label: "Mất điện", phrases: ["mất điện", "chưa có điện"], examples: ["bao nhiêu hộ ở {place} mất điện"]}
facts:
  - {id: cho/sap, subject: cho-dau, topic: sap, kind: count, value: 460, unit: "sạp", statement: "Chợ Dâu có 460 sạp.", paragraph: 1}
  - {id: cho/thue, subject: cho-dau, topic: gia-thue, kind: count, value: 92000, unit: "đồng/m²/tháng", facets: ["trong lồng chợ"], statement: "Sạp trong lồng chợ thuê 92.000 đồng/m²/tháng.", paragraph: 1}
  - {id: cho/thue-ngoai, subject: cho-dau, topic: gia-thue, kind: count, value: 185000, unit: "đồng/m²/tháng", facets: ["mặt tiền"], statement: "Sạp mặt tiền thuê 185.000 đồng/m²/tháng.", paragraph: 1}
  - {id: cho/doi-du, subject: tan-dau, topic: doi-du, kind: count, value: 41, unit: "người", statement: "Sau sắp xếp, Tân Dâu có 41 người dôi dư.", paragraph: 2}
  - {id: cho/tinh-gian, subject: tan-dau, topic: tinh-gian, kind: count, value: 37, unit: "người", statement: "Tân Dâu tinh giản 37 người.", paragraph: 2}
  - {id: cho/dat-chuan, subject: tan-dau, topic: dat-chuan, kind: count, value: 11, unit: "xã, thị trấn", statement: "Tân Dâu có 11 xã, thị trấn đạt chuẩn nông thôn mới.", paragraph: 3}
  - {id: cho/mat-dien, subject: tan-dau, topic: mat-dien, kind: count, value: 3260, unit: "hộ", statement: "Tân Dâu có 3.260 hộ mất điện.", paragraph: 3}
"""


@pytest.mark.parametrize(
    "question",
    [
        "Tân Dâu sắp có bao nhiêu người dôi dư?", "Tân Dâu suýt có bao nhiêu người dôi dư?", "Tân Dâu được xem xét tinh giản bao nhiêu người?", "Tân Dâu định tinh giản bao nhiêu người?",
        "Tân Dâu tinh giản bao nhiêu người nữa?", "Tân Dâu tinh giản mới bao nhiêu người?",
        "Tân Dâu có bao nhiêu xã đạt chuẩn nông thôn mới ở cấp thôn?", "Tân Dâu có bao nhiêu nơi đạt chuẩn nông thôn mới ở thị trấn?",
        "Bao nhiêu hộ ở Tân Dâu chưa mất điện?", "bao nhieu ho o tan dau khong mat dien", "Tân Dâu không phải không tinh giản bao nhiêu người?",
        "Giá thuê ở chợ Dâu là bao nhiêu mỗi tháng?", "Chợ Dâu có bao nhiêu sạp mỗi tháng?",
    ],
)  # fmt: skip
def test_a_word_that_turns_the_question_is_found_in_no_other_company(taught, question):
    assert taught(MARKET).ask(question).status != "answered"


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Tân Dâu có bao nhiêu người dôi dư?", "cho/doi-du"), ("Tân Dâu tinh giản được bao nhiêu người?", "cho/tinh-gian"),
        ("Tân Dâu có bao nhiêu xã đạt chuẩn nông thôn mới?", "cho/dat-chuan"), ("Bao nhiêu hộ ở Tân Dâu chưa có điện?", "cho/mat-dien"),
        ("Chợ Dâu có bao nhiêu sạp?", "cho/sap"), ("Giá thuê trong lồng chợ ở chợ Dâu là bao nhiêu?", "cho/thue"),
    ],
)  # fmt: skip
def test_what_is_said_as_the_fact_says_it_is_answered(taught, question, fact):
    answer = taught(MARKET).ask(question)
    assert (answer.status, ids(answer)[:1]) == ("answered", [fact])


def test_a_unit_nobody_knows_is_not_explained_by_another(taught):
    answer = taught(MARKET).ask("Tân Dâu có bao nhiêu kiôt dôi dư?")
    assert answer.status != "answered"


def test_an_ask_behind_a_negation_makes_no_yes_no_question(taught):
    understood = taught(MARKET).reply("Giá thuê ở chợ Dâu không là bao nhiêu?").understanding
    assert "whether" not in understood.asks
