"""Years beside what is asked, names that begin where a longer word would end, and what a list is of."""

import pytest

from tests.knowledge.asking import ids, told

FESTIVALS = """
article: {id: pa-ngan, about: "lễ hội ở Pá Ngần", published: 2024-03-12T07:00:00+07:00}
names:
  - {id: pa-ngan, name: "Pá Ngần", kind: place, type: "huyện"}
  - {id: muong-ha, name: "Mường Hạ", kind: place, type: "xã", part_of: pa-ngan}
topics:
  - {id: le-hoi, label: "Lễ hội", phrases: ["lễ hội"], examples: ["{place} có bao nhiêu lễ hội"]}
  - {id: xuong-dong, label: "Lễ hội Xuống đồng", phrases: ["lễ hội xuống đồng", "xuống đồng"], examples: ["lễ hội xuống đồng ở {place} tổ chức khi nào"]}
  - {id: truyen-day, label: "Lớp truyền dạy", phrases: ["lớp truyền dạy", "truyền dạy"], examples: ["{place} mở bao nhiêu lớp truyền dạy"]}
  - {id: doanh-thu, label: "Doanh thu du lịch", phrases: ["doanh thu du lịch", "doanh thu"], examples: ["doanh thu du lịch của {place}"]}
facts:
  - {id: le-hoi, subject: pa-ngan, topic: le-hoi, kind: count, value: 12, unit: "lễ hội", statement: "Hằng năm Pá Ngần có 12 lễ hội.", period: {label: "hằng năm", as_of: 2024-03-12}, paragraph: 1}
  - {id: noi, subject: pa-ngan, topic: xuong-dong, kind: list, items: ["Mường Hạ"], facets: ["nơi tổ chức"], statement: "Lễ hội Xuống đồng của Pá Ngần diễn ra ở xã Mường Hạ.", paragraph: 2}
  - {id: tro, subject: pa-ngan, topic: xuong-dong, kind: list, items: ["ném còn", "đẩy gậy"], facets: ["trò chơi", "phần hội"], statement: "Phần hội có ném còn và đẩy gậy.", paragraph: 2}
  - {id: nguoi, subject: pa-ngan, topic: xuong-dong, kind: count, value: 8500, unit: "lượt người", statement: "8.500 lượt người dự lễ hội Xuống đồng ở Pá Ngần.", paragraph: 2}
  - {id: lop-2022, subject: pa-ngan, topic: truyen-day, kind: count, value: 6, unit: "lớp", period: {label: "năm 2022", since: 2022-01-01, as_of: 2022-12-31}, statement: "Năm 2022 Pá Ngần mở 6 lớp truyền dạy.", paragraph: 3}
  - {id: lop-2023, subject: pa-ngan, topic: truyen-day, kind: count, value: 9, unit: "lớp", period: {label: "năm 2023", since: 2023-01-01, as_of: 2023-12-31}, statement: "Năm 2023 Pá Ngần mở 9 lớp truyền dạy.", paragraph: 3}
  - {id: thu, subject: pa-ngan, topic: doanh-thu, kind: count, value: 48, unit: "tỷ đồng", period: {label: "năm 2023", since: 2023-01-01, as_of: 2023-12-31}, statement: "Doanh thu du lịch của Pá Ngần năm 2023 là 48 tỷ đồng.", paragraph: 4}
"""


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Doanh thu du lịch của Pá Ngần bao nhiêu năm 2023?", "thu"),
        ("Doanh thu du lịch của Pá Ngần là bao nhiêu trong năm 2023?", "thu"),
        ("doanh thu du lich pa ngan bao nhieu nam 2023", "thu"),
        ("Có bao nhiêu lượt người dự lễ hội Xuống đồng ở Pá Ngần?", "nguoi"),
        ("Một năm Pá Ngần có mấy lễ hội?", "le-hoi"),
        ("Phần hội của lễ hội Xuống đồng ở Pá Ngần gồm những gì?", "tro"),
        ("Lễ hội Xuống đồng ở Pá Ngần diễn ra ở đâu?", "noi"),
    ],
)
def test_a_year_is_not_what_is_counted_and_a_name_is_whole(taught, asked, fact):
    assert told(taught(FESTIVALS).ask(asked)) == ("answered", fact)


@pytest.mark.parametrize(
    "asked",
    [
        "Pá Ngần mở bao nhiêu lớp truyền dạy trong hai năm 2022 và 2023?",
        "Trong 2 năm 2022, 2023 Pá Ngần mở bao nhiêu lớp truyền dạy?",
        "Pá Ngần mở bao nhiêu lớp truyền dạy năm 2022, năm 2023?",
    ],
)
def test_two_years_get_a_figure_each(taught, asked):
    answer = taught(FESTIVALS).ask(asked)
    assert (answer.status, sorted(ids(answer))) == ("answered", ["lop-2022", "lop-2023"])


@pytest.mark.parametrize(
    "asked",
    [
        "Từ năm 2022 đến năm 2023 Pá Ngần mở bao nhiêu lớp truyền dạy?",
        "Pá Ngần mở bao nhiêu lớp truyền dạy giai đoạn 2022-2023?",
        "Pá Ngần mở bao nhiêu lớp truyền dạy trong hai năm 2021 và 2022?",
        "Pá Ngần mở bao nhiêu lớp truyền dạy trong ba năm 2022 và 2023?",
        "Doanh thu du lịch của Pá Ngần là bao nhiêu trong năm 2022?",
        "Doanh thu du lịch của Pá Ngần tăng trong bao nhiêu năm?",
        "Trong một năm qua Pá Ngần tổ chức bao nhiêu lễ hội?",
    ],
)
def test_one_year_is_not_another_nor_several(taught, asked):
    assert taught(FESTIVALS).ask(asked).status != "answered"


def test_where_something_is_does_not_say_what_it_is_made_up_of(taught):
    only_place = FESTIVALS.replace('items: ["ném còn", "đẩy gậy"]', "items: []").replace(
        "kind: list, items: []", "kind: statement"
    )
    assert told(taught(only_place).ask("Lễ hội Xuống đồng ở Pá Ngần gồm những gì?")) != ("answered", "noi")
