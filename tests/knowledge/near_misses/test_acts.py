"""What was done to things is told apart from the things there are."""

import pytest

from knowledge.near_misses.acts import leaves_an_act_out
from knowledge.text.abbreviations import read_known
from knowledge.text.vietnamese import fold
from tests.knowledge.asking import ids


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("có bao nhiêu giáo viên", "toàn huyện tuyển mới", True),
        ("tuyển bao nhiêu giáo viên", "toàn huyện tuyển mới", False),
        ("tuyen may giao vien", "toàn huyện tuyển mới", False),
        ("cấp bao nhiêu giấy phép", "tước", True),
        ("có bao nhiêu giáo viên", "toàn huyện có", False),
    ],
)
def test_an_act_that_the_question_does_not_speak_of_is_left_out(question, told, left_out):
    assert leaves_an_act_out(read_known(question), (), read_known(told)) is left_out


NARROW = """
article: {id: tham-hai, title: null, about: "thiệt hại do bão", author: "Đặng Thu", published: 2023-07-05T07:00:00+07:00}
names: [{id: hai-sao, name: "Hải Sao", kind: place, type: "huyện"}]
topics:
  - {id: tram-hu-hai, label: "Trạm y tế hư hại", phrases: ["trạm y tế hư hại"], examples: ["{place} có bao nhiêu trạm y tế hư hại"]}
  - {id: ky-ket, label: "Ký kết doanh nghiệp", phrases: ["ký kết doanh nghiệp"], examples: ["{place} ký kết với bao nhiêu doanh nghiệp"]}
  - {id: ke-giuong, label: "Kê giường", phrases: ["kê giường"], examples: ["{place} kê bao nhiêu giường"]}
  - {id: tai-nan, label: "Xảy ra vụ tai nạn giao thông", phrases: ["xảy ra vụ tai nạn giao thông"], examples: ["{place} xảy ra bao nhiêu vụ tai nạn giao thông"]}
facts:
  - {id: h/tram, subject: hai-sao, topic: tram-hu-hai, kind: count, value: 1, unit: "trạm y tế", statement: "Ở huyện Hải Sao, 1 trạm y tế hư hại.", paragraph: 1}
  - {id: h/ky-ket, subject: hai-sao, topic: ky-ket, kind: count, value: 46, unit: "doanh nghiệp", statement: "Huyện Hải Sao ký kết với 46 doanh nghiệp.", paragraph: 1}
  - {id: h/giuong, subject: hai-sao, topic: ke-giuong, kind: count, value: 20, unit: "giường", statement: "Huyện Hải Sao đã kê thêm 20 giường.", paragraph: 1}
  - {id: h/tai-nan, subject: hai-sao, topic: tai-nan, kind: count, value: 9, unit: "vụ tai nạn giao thông", statement: "Huyện Hải Sao xảy ra 9 vụ tai nạn giao thông.", paragraph: 1}
"""


@pytest.mark.parametrize("way", [str, fold])
@pytest.mark.parametrize("counted", ["trạm y tế", "doanh nghiệp", "giường"])
def test_how_many_there_are_is_not_answered_with_those_that_are_so_or_were_dealt_with_so(
    taught, counted, way
):
    answer = taught(NARROW).ask(way(f"Hải Sao có bao nhiêu {counted}?"))
    assert answer.status in ("not_stated", "unknown")


@pytest.mark.parametrize("way", [str, fold])
@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("có bao nhiêu trạm y tế hư hại", "h/tram"),
        ("ký kết bao nhiêu doanh nghiệp", "h/ky-ket"),
        ("kê thêm bao nhiêu giường", "h/giuong"),
        ("có bao nhiêu vụ tai nạn giao thông", "h/tai-nan"),
    ],
)
def test_those_that_are_so_are_given_where_that_is_asked_or_says_nothing_more(taught, asked, fact, way):
    assert ids(taught(NARROW).ask(way(f"Hải Sao {asked}?"))) == [fact]
