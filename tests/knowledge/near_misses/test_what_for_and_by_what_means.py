"""What for something is done and by what means: told by what says so, and by nobody's name, no day, and nothing that hinders it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.service import Knowledge
from tests.knowledge.asking import ids, told

VALE = """
article: {id: vang-son, title: null, about: "đời sống ở Vàng Sơn", author: "Lò Mây", published: 2024-10-03T07:00:00+07:00}
names:
  - {id: vang-son, name: "Vàng Sơn", kind: place, type: "huyện"}
  - {id: pa-hu, name: "Pá Hu", kind: place, type: "xã", part_of: vang-son}
  - {id: ly-seo-pao, name: "Lý Seo Páo", kind: person, aliases: ["ông Páo"]}
  - {id: vang-thi-mo, name: "Vàng Thị Mỡ", kind: person}
  - {id: de-an-12, name: "Đề án số 12", aliases: ["Đề án 12"], kind: document}
topics:
  - {id: vay, label: "Vốn vay", phrases: ["vay vốn", "vốn vay", "vay"], examples: ["{person} vay bao nhiêu tiền", "{person} vay vốn để làm gì"]}
  - {id: hien, label: "Hiến đất", phrases: ["hiến đất", "đất hiến"], examples: ["{person} hiến bao nhiêu đất", "{place} hiến bao nhiêu đất"]}
  - {id: tao-hon, label: "Tảo hôn", phrases: ["tảo hôn", "kết hôn sớm"], examples: ["{place} có bao nhiêu cặp tảo hôn"]}
  - {id: dich, label: "Chống dịch", phrases: ["dịch", "dập dịch", "phòng chống dịch"], examples: ["ai là trưởng ban chống dịch ở {place}"]}
  - {id: rac, label: "Thu gom rác", phrases: ["thu gom rác", "rác"], examples: ["{place} thu gom bao nhiêu rác"]}
  - {id: khach, label: "Khách du lịch", phrases: ["khách du lịch", "lượng khách", "đón khách"], examples: ["{place} đón bao nhiêu khách du lịch"]}
  - {id: toi-pham, label: "Nguyên nhân tội phạm giảm", phrases: ["tội phạm", "tội phạm giảm"], examples: ["vì sao tội phạm ở {place} giảm"]}
  - {id: de-an, label: "Đề án", phrases: ["ban hành đề án", "đề án", "ban hành"], examples: ["{document} ban hành khi nào"]}
facts:
  - {id: vay, subject: ly-seo-pao, topic: vay, kind: count, value: 80, unit: "triệu đồng", statement: "Ông Lý Seo Páo vay 80 triệu đồng vốn hộ nghèo.", paragraph: 1}
  - {id: vay-lam, subject: ly-seo-pao, topic: vay, kind: statement, facets: ["mục đích"], statement: "Ông Lý Seo Páo dùng vốn vay để mua trâu.", paragraph: 1}
  - {id: hien, subject: vang-thi-mo, topic: hien, kind: count, value: 450, unit: "m² đất", statement: "Bà Vàng Thị Mỡ hiến 450 m² đất để mở rộng đường bản.", paragraph: 2}
  - {id: hien-xa, subject: vang-son, topic: hien, kind: count, value: 9100, unit: "m² đất", statement: "Người dân Vàng Sơn hiến 9.100 m² đất.", paragraph: 2}
  - {id: tao-hon, subject: pa-hu, topic: tao-hon, kind: count, value: 9, unit: "cặp", statement: "Xã Pá Hu có 9 cặp tảo hôn.", paragraph: 3}
  - {id: tao-hon-cach, subject: pa-hu, topic: tao-hon, kind: statement, facets: ["cách làm"], statement: "Xã Pá Hu đưa quy định cấm tảo hôn vào hương ước.", paragraph: 3}
  - {id: tao-hon-2, subject: vang-son, topic: tao-hon, kind: count, value: 41, unit: "cặp", statement: "Vàng Sơn có 41 cặp tảo hôn.", paragraph: 3}
  - {id: dich, subject: vang-son, topic: dich, kind: person, items: ["Vàng Thị Mỡ"], statement: "Bà Vàng Thị Mỡ là Trưởng ban chống dịch của Vàng Sơn.", paragraph: 4}
  - {id: rac, subject: pa-hu, topic: rac, kind: statement, facets: ["khó khăn"], statement: "Khó khăn khi thu gom rác ở Pá Hu là đường hẹp.", paragraph: 5}
  - {id: khach, subject: vang-son, topic: khach, kind: count, value: 52000, unit: "lượt khách", statement: "Vàng Sơn đón 52.000 lượt khách du lịch.", paragraph: 7}
  - {id: toi-pham, subject: pa-hu, topic: toi-pham, kind: statement, facets: ["nguyên nhân"], statement: "Tội phạm ở Pá Hu giảm nhờ tuần tra đêm.", paragraph: 7}
  - {id: de-an, subject: de-an-12, topic: de-an, kind: date, value: "2020-11-12", statement: "Đề án số 12 được ban hành ngày 12/11/2020.", paragraph: 6}
  - {id: de-an-lam, subject: de-an-12, topic: de-an, kind: statement, facets: ["mục tiêu"], statement: "Đề án số 12 nhằm đưa nước sạch về các bản.", paragraph: 6}
"""


@pytest.fixture(scope="module")
def vale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """A store with the pack."""
    folder = tmp_path_factory.mktemp("vale")
    (folder / "vale.yaml").write_text(VALE, encoding="utf-8")
    load_packs(folder / "vale.db", read_packs([folder / "vale.yaml"]), only=True)
    with Knowledge.open(folder / "vale.db") as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Ông Lý Seo Páo vay vốn làm gì?", "vay-lam"),
        ("Ông Lý Seo Páo vay vốn nhằm mục đích gì?", "vay-lam"),
        ("Ông Lý Seo Páo dùng vốn vay vào việc gì?", "vay-lam"),
        ("Bà Vàng Thị Mỡ hiến đất làm gì?", "hien"),
        ("Bà Vàng Thị Mỡ hiến đất nhằm mục đích gì?", "hien"),
        ("Đề án 12 để làm gì?", "de-an-lam"),
        ("Đề án số 12 nhằm mục đích gì?", "de-an-lam"),
        ("Pá Hu làm gì để giảm tảo hôn?", "tao-hon-cach"),
        ("Xã Pá Hu ngăn chặn tảo hôn bằng cách nào?", "tao-hon-cach"),
        ("Bằng cách nào Pá Hu đẩy lùi tảo hôn?", "tao-hon-cach"),
        ("Pá Hu làm gì để giảm tội phạm?", "toi-pham"),
    ],
)
def test_what_for_and_by_what_means_is_told(vale: Knowledge, question: str, fact: str) -> None:
    """However it is asked, the fact that says so is given, and not the figure beside it."""
    assert ids(vale.ask(question)) == [fact]


@pytest.mark.parametrize(
    "question",
    [
        "Bằng cách nào Vàng Sơn dập dịch?",  # a person is no means
        "Vàng Sơn làm gì để giảm tảo hôn?",
        "Pá Hu làm gì để thu gom rác?",  # what hinders it is no means
        "Đề án số 12 ban hành để làm gì?",  # no day is
        "Bà Vàng Thị Mỡ nhận đất làm gì?",
        "Bà Vàng Thị Mỡ nhận đất để làm gì?",
        "Bà Vàng Thị Mỡ bán đất làm gì?",
        "Vàng Sơn hiến đất làm gì?",
        "Pá Hu làm gì để giảm nghèo?",
        "Vàng Sơn làm gì để tăng lượng khách?",  # how many came is no means
    ],
)
def test_nothing_else_is_told_for_it(vale: Knowledge, question: str) -> None:
    """A person, a day, a difficulty, the other end of a gift, or another place."""
    answer = vale.ask(question)
    assert answer.status != "answered" or ids(answer) == ["de-an-lam"], told(answer)
