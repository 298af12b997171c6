"""Questions that a figure answers from the wrong end: who gave and who was given, what there is and what was removed, begun and ended."""

import pytest

from knowledge.text.vietnamese import fold
from tests.knowledge.asking import ids, told

TOWN = """
article: {id: cau-lac, title: null, about: "đời sống ở Cầu Lạc", author: "Mã Sen", published: 2023-07-05T07:00:00+07:00}
names:
  - {id: cau-lac, name: "Cầu Lạc", kind: place, type: "huyện"}
  - {id: rung-thong, name: "Rừng Thông", kind: place, type: "xã", part_of: cau-lac}
  - {id: go-da, name: "Gò Đá", kind: place, type: "huyện"}
topics:
  - {id: sach, label: "Sách tặng", phrases: ["sách tặng", "tặng sách"], examples: ["{place} được tặng bao nhiêu cuốn sách"]}
  - {id: von, label: "Vốn hỗ trợ tổ hợp tác", phrases: ["hỗ trợ tổ hợp tác", "vốn hỗ trợ"], examples: ["{place} hỗ trợ tổ hợp tác bao nhiêu vốn"]}
  - {id: gia-lac, label: "Giá lạc", phrases: ["giá lạc", "lạc bán", "mua lạc"], examples: ["giá lạc ở {place} bao nhiêu một kg", "lạc ở {place} bán bao nhiêu"]}
  - {id: lo-gach, label: "Lò gạch thủ công", phrases: ["lò gạch", "lò gạch thủ công"], examples: ["{place} xóa bao nhiêu lò gạch", "{place} còn bao nhiêu lò gạch"]}
  - {id: dich, label: "Ngày công bố dịch", phrases: ["công bố dịch"], examples: ["{place} công bố dịch ngày nào"]}
  - {id: chi-phi, label: "Kinh phí chống dịch", phrases: ["chống dịch", "chi chống dịch"], examples: ["{place} chi bao nhiêu tiền chống dịch"]}
  - {id: chet, label: "Số người chết", phrases: ["người chết", "thiệt mạng"], examples: ["{place} có bao nhiêu người thiệt mạng"]}
  - {id: the, label: "Thẻ bạn đọc", phrases: ["thẻ bạn đọc"], examples: ["{place} cấp bao nhiêu thẻ bạn đọc"]}
  - {id: san-pham, label: "Sản phẩm xếp hạng", phrases: ["sản phẩm xếp hạng"], examples: ["{place} có bao nhiêu sản phẩm xếp hạng"]}
  - {id: bi-thu, label: "Bí thư xã", phrases: ["bí thư"], examples: ["ai là bí thư {place}"]}
  - {id: chu-tich, label: "Chủ tịch huyện", phrases: ["chủ tịch"], examples: ["ai là chủ tịch {place}"]}
  - {id: nha-hong, label: "Nhà bị hỏng", phrases: ["nhà bị hỏng", "nhà bị sập"], examples: ["{place} có bao nhiêu nhà bị hỏng"]}
  - {id: to-dan, label: "Số tổ tiết kiệm", phrases: ["tổ tiết kiệm"], examples: ["{place} có bao nhiêu tổ tiết kiệm"]}
  - {id: tuyen-quan, label: "Giao quân", phrases: ["giao quân", "tân binh"], examples: ["{place} giao bao nhiêu quân"]}
  - {id: chi-hoi, label: "Chủ tịch Hội Phụ nữ", phrases: ["chủ tịch hội phụ nữ"], examples: ["chủ tịch hội phụ nữ {place} là ai"]}
  - {id: hoc-phi, label: "Miễn, giảm học phí", phrases: ["miễn giảm học phí"], examples: ["{place} có bao nhiêu học sinh được miễn giảm học phí"]}
  - {id: hoi-cho, label: "Kinh phí hội chợ", phrases: ["kinh phí hội chợ"], examples: ["hội chợ ở {place} hết bao nhiêu tiền"]}
  - {id: den, label: "Đèn lồng", phrases: ["đèn lồng"], examples: ["{place} bán bao nhiêu phần trăm đèn lồng"]}
facts:
  - {id: nha-cau-lac, subject: cau-lac, topic: nha-hong, kind: count, value: 90, unit: "nhà", statement: "Cầu Lạc có 90 nhà bị hỏng.", paragraph: 9, parts: [{id: nha-cau-lac/sap, value: 8, facets: ["sập hoàn toàn"], statement: "8 nhà sập hoàn toàn."}]}
  - {id: nha-go-da, subject: go-da, topic: nha-hong, kind: count, value: 61, unit: "nhà", statement: "Gò Đá có 61 nhà bị hỏng.", paragraph: 9}
  - {id: to-dan, subject: cau-lac, topic: to-dan, kind: count, value: 41, unit: "tổ", statement: "Cầu Lạc có 41 tổ tiết kiệm đang hoạt động.", paragraph: 9}
  - {id: tuyen-quan, subject: cau-lac, topic: tuyen-quan, kind: count, value: 168, unit: "công dân", statement: "Huyện Cầu Lạc giao 168 công dân nhập ngũ.", paragraph: 10}
  - {id: chi-hoi, subject: rung-thong, topic: chi-hoi, kind: person, items: ["Lò Thị Sáu"], statement: "Bà Lò Thị Sáu là Chủ tịch Hội Liên hiệp Phụ nữ xã Rừng Thông.", paragraph: 10}
  - {id: hoc-phi, subject: cau-lac, topic: hoc-phi, kind: count, value: 247, unit: "học sinh", statement: "247 học sinh Cầu Lạc được miễn, giảm học phí.", paragraph: 11, parts: [{id: hoc-phi/giam, value: 82, facets: ["giảm học phí"], statement: "82 học sinh được giảm học phí."}]}
  - {id: hoi-cho, subject: cau-lac, topic: hoi-cho, kind: count, value: 1.8, unit: "tỷ đồng", statement: "Kinh phí hội chợ ở Cầu Lạc là 1,8 tỷ đồng.", paragraph: 11}
  - {id: den, subject: cau-lac, topic: den, kind: share, value: 86.5, of: 100, unit: "%", statement: "Cầu Lạc bán 86,5% số đèn lồng làm ra.", paragraph: 11}
  - {id: sach, subject: rung-thong, topic: sach, kind: count, value: 850, unit: "cuốn sách", statement: "Xã Rừng Thông được tặng 850 cuốn sách.", paragraph: 1}
  - {id: von, subject: cau-lac, topic: von, kind: count, value: 3.8, unit: "tỷ đồng", statement: "Cầu Lạc hỗ trợ các tổ hợp tác 3,8 tỷ đồng vốn.", paragraph: 1}
  - {id: gia-lac, subject: cau-lac, topic: gia-lac, kind: count, value: 7400, unit: "đồng/kg", facets: ["thương lái thu mua"], statement: "Thương lái mua lạc ở Cầu Lạc với giá 7.400 đồng/kg.", paragraph: 2}
  - id: lo-gach
    subject: cau-lac
    topic: lo-gach
    kind: count
    value: 9
    unit: "lò"
    statement: "Cầu Lạc đã xóa 9 lò gạch thủ công."
    paragraph: 3
    parts:
      - {id: lo-gach/con, value: 5, facets: ["chưa xóa"], statement: "Còn 5 lò gạch chưa xóa."}
  - {id: dich, subject: cau-lac, topic: dich, kind: date, value: "2023-06-24", statement: "Dịch tả được công bố ở Cầu Lạc ngày 24/6/2023.", paragraph: 4}
  - {id: chi-phi, subject: cau-lac, topic: chi-phi, kind: count, value: 2.5, unit: "tỷ đồng", statement: "Cầu Lạc chi 2,5 tỷ đồng chống dịch.", paragraph: 4}
  - {id: chet, subject: cau-lac, topic: chet, kind: count, value: 4, unit: "người", statement: "Lũ làm 4 người ở Cầu Lạc thiệt mạng.", paragraph: 5}
  - {id: the, subject: cau-lac, topic: the, kind: count, value: 2160, unit: "thẻ", period: {label: "năm 2022", since: 2022-01-01, as_of: 2022-12-31}, statement: "Năm 2022, Cầu Lạc cấp 2.160 thẻ bạn đọc.", paragraph: 6}
  - {id: the-2021, subject: cau-lac, topic: the, kind: count, value: 1900, unit: "thẻ", period: {label: "năm 2021", since: 2021-01-01, as_of: 2021-12-31}, statement: "Năm 2021, Cầu Lạc cấp 1.900 thẻ bạn đọc.", paragraph: 6}
  - {id: the-go-da, subject: go-da, topic: the, kind: count, value: 700, unit: "thẻ", period: {label: "năm 2022", since: 2022-01-01, as_of: 2022-12-31}, statement: "Năm 2022, Gò Đá cấp 700 thẻ bạn đọc.", paragraph: 6}
  - id: san-pham
    subject: cau-lac
    topic: san-pham
    kind: count
    value: 26
    unit: "sản phẩm"
    statement: "Cầu Lạc có 26 sản phẩm xếp hạng."
    paragraph: 7
    parts:
      - {id: san-pham/3, value: 21, facets: ["3 sao"], statement: "21 sản phẩm đạt 3 sao."}
  - {id: san-pham-go-da, subject: go-da, topic: san-pham, kind: count, value: 3, unit: "sản phẩm", statement: "Gò Đá có 3 sản phẩm xếp hạng.", paragraph: 7}
  - {id: bi-thu, subject: rung-thong, topic: bi-thu, kind: person, items: ["Lục Văn Khảm"], statement: "Ông Lục Văn Khảm là Bí thư xã Rừng Thông.", paragraph: 8}
  - {id: chu-tich, subject: cau-lac, topic: chu-tich, kind: person, items: ["Hứa Thị Mai"], statement: "Bà Hứa Thị Mai là Chủ tịch huyện Cầu Lạc.", paragraph: 8}
"""


@pytest.mark.parametrize(
    "asked",
    [
        "Rừng Thông tặng bao nhiêu cuốn sách?",
        "Rung Thong tang bao nhieu cuon sach",
        "Xã Rừng Thông đã tặng bao nhiêu cuốn sách?",
        "Cầu Lạc được hỗ trợ bao nhiêu vốn cho tổ hợp tác?",
        "Thương lái bán lạc ở Cầu Lạc bao nhiêu một kg?",
        "thuong lai ban lac o Cau Lac bao nhieu mot kg",
        "Cầu Lạc có bao nhiêu lò gạch thủ công?",
        "Cầu Lạc có mấy lò gạch?",
        "Cầu Lạc công bố hết dịch ngày nào?",
        "Cau Lac cong bo het dich ngay nao",
        "Bao nhiêu ngư dân ở Cầu Lạc thiệt mạng?",
        "Bao nhieu cong nhan o Cau Lac thiet mang",
        "Gò Đá có bao nhiêu nhà sập?",
        "Cầu Lạc thành lập bao nhiêu tổ tiết kiệm?",
        "Cầu Lạc đón bao nhiêu tân binh?",
        "Chủ tịch xã Rừng Thông là ai?",
        "Ai sẽ là bí thư Rừng Thông?",
        "Cầu Lạc giảm bao nhiêu học sinh?",
        "Hội chợ ở Cầu Lạc thu bao nhiêu tiền?",
        "Cầu Lạc còn bao nhiêu phần trăm đèn lồng?",
        "Từ đầu năm 2022 đến nay Cầu Lạc cấp bao nhiêu thẻ bạn đọc?",
        "Tu nam 2021 den nay Cau Lac cap bao nhieu the ban doc",
    ],
)
def test_a_figure_of_the_other_end_is_not_given(taught, asked):
    assert taught(TOWN).ask(asked).status != "answered"


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Rừng Thông được tặng bao nhiêu cuốn sách?", "sach"),
        ("Rung Thong duoc tang bao nhieu cuon sach", "sach"),
        ("Người ta tặng Rừng Thông bao nhiêu cuốn sách?", "sach"),
        ("Cầu Lạc hỗ trợ tổ hợp tác bao nhiêu vốn?", "von"),
        ("Các tổ hợp tác ở Cầu Lạc được hỗ trợ bao nhiêu vốn?", "von"),
        ("Thương lái mua lạc ở Cầu Lạc bao nhiêu một kg?", "gia-lac"),
        ("Lạc ở Cầu Lạc bán bao nhiêu một kg?", "gia-lac"),
        ("Cầu Lạc xóa bao nhiêu lò gạch?", "lo-gach"),
        ("Còn mấy lò gạch ở Cầu Lạc chưa xóa?", "lo-gach/con"),
        ("Cầu Lạc công bố dịch ngày nào?", "dich"),
        ("Cầu Lạc chi hết bao nhiêu tiền chống dịch?", "chi-phi"),
        ("Bao nhiêu người dân Cầu Lạc thiệt mạng?", "chet"),
        ("Gò Đá có bao nhiêu nhà bị hỏng?", "nha-go-da"),
        ("Cầu Lạc có bao nhiêu tổ tiết kiệm?", "to-dan"),
        ("Cầu Lạc giao bao nhiêu quân?", "tuyen-quan"),
        ("Chủ tịch hội phụ nữ Rừng Thông là ai?", "chi-hoi"),
        ("Bí thư đảng ủy Rừng Thông là ai?", "bi-thu"),
        ("Cầu Lạc có bao nhiêu học sinh được giảm học phí?", "hoc-phi/giam"),
        ("Hội chợ ở Cầu Lạc hết bao nhiêu tiền?", "hoi-cho"),
        ("Cầu Lạc bán bao nhiêu phần trăm đèn lồng?", "den"),
        ("Năm 2022 Cầu Lạc cấp bao nhiêu thẻ bạn đọc?", "the"),
    ],
)
def test_a_figure_of_the_end_that_is_asked_is_given(taught, asked, fact):
    assert ids(taught(TOWN).ask(asked))[:1] == [fact]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Cầu Lạc cấp bao nhiêu thẻ bạn đọc năm 2021?", "còn Gò Đá?"),
        ("Từ năm 2021 đến nay Cầu Lạc cấp bao nhiêu thẻ bạn đọc?", "Gò Đá thì sao?"),
        ("Cầu Lạc có bao nhiêu sản phẩm xếp hạng 3 sao?", "còn Gò Đá?"),
        ("Bí thư Rừng Thông là ai?", "chủ tịch thì sao?"),
        ("Bí thư Rừng Thông là ai?", "còn chủ tịch?"),
    ],
)
def test_a_follow_up_keeps_the_time_the_facet_and_the_place_it_was_asked_of(taught, first, then):
    known = taught(TOWN)
    assert known.ask(then, context=known.reply(first).context).status != "answered"


def test_a_follow_up_with_a_time_of_its_own_is_of_that_time(taught):
    known = taught(TOWN)
    context = known.reply("Cầu Lạc cấp bao nhiêu thẻ bạn đọc năm 2021?").context
    assert told(known.ask("còn năm 2022?", context=context)) == ("answered", "the")
    assert told(known.ask("còn Gò Đá năm 2022?", context=context)) == ("answered", "the-go-da")


@pytest.mark.parametrize(
    "asked",
    ["Vạn Sa xây bao nhiêu nhà?", "Van Sa xay bao nhieu nha?", "Lượng mưa ở Ngọc Sơn ngày 17/9?"],
)
def test_what_is_done_to_houses_is_not_their_building_nor_the_rain_of_two_days_that_of_the_first(
    pack_of_set, asked
):
    assert pack_of_set("storm").ask(asked).status != "answered"


@pytest.mark.parametrize("days", ["từ 17/9 đến 18/9", "trong hai ngày 17 và 18/9"])
def test_the_rain_of_two_days_is_told_to_who_asks_for_both(pack_of_set, days):
    assert ids(pack_of_set("storm").ask(f"Lượng mưa ở Ngọc Sơn {days}?")) == ["van-sa-2024/luong-mua"]


LOANS = """
article: {id: vay-2024, title: null, about: "vay vốn ở Đá Hằn", author: "Đặng Thu", published: 2024-07-05T07:00:00+07:00}
names: [{id: da-han, name: "Đá Hằn", kind: place, type: "xã"}]
topics:
  - {id: ho-vay, label: "Hộ vay vốn", phrases: ["hộ vay vốn", "vay vốn"], examples: ["bao nhiêu hộ ở {place} được vay vốn"]}
  - {id: lai, label: "Lãi suất", phrases: ["lãi suất"], examples: ["lãi suất ở {place} là bao nhiêu"]}
facts:
  - {id: d/ho, subject: da-han, topic: ho-vay, kind: count, value: 148, unit: "hộ", statement: "148 hộ ở Đá Hằn được vay vốn.", paragraph: 1}
  - {id: d/lai, subject: da-han, topic: lai, kind: share, value: 7.9, of: 100, unit: "%", statement: "Lãi suất cho vay ở Đá Hằn là 7,9%.", paragraph: 1}
"""


@pytest.mark.parametrize("way", [str, fold])
@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Bao nhiêu hộ ở Đá Hằn được cho vay vốn?", "d/ho"),
        ("Bao nhiêu hộ ở Đá Hằn được vay vốn làm ăn?", "d/ho"),
        ("Lãi suất vay vốn ở Đá Hằn là bao nhiêu?", "d/lai"),
    ],
)
def test_who_is_lent_something_has_borrowed_it_and_pays_the_same_interest(taught, question, fact, way):
    assert ids(taught(LOANS).ask(way(question))) == [fact]


def test_those_who_lend_are_not_those_who_borrow(taught):
    assert taught(LOANS).ask("Bao nhiêu hộ ở Đá Hằn cho vay vốn?").status in ("not_stated", "unknown")
