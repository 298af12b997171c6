"""Questions that a figure nearly answers: of a part, a place, a year or a thing that lies beside its own."""

import pytest

from tests.knowledge.asking import ids, told

TOWN = """
article: {id: lang-sao, title: null, about: "đời sống ở Làng Sao", author: "Đặng Thu", published: 2023-07-05T07:00:00+07:00}
names:
  - {id: lang-sao, name: "Làng Sao", kind: place, type: "thị xã"}
  - {id: bai-sau, name: "Bãi Sau", kind: place, type: "xã", part_of: lang-sao}
  - {id: bai-truoc, name: "Bãi Trước", kind: place, type: "xã", part_of: lang-sao}
  - {id: go-da, name: "Gò Đá", kind: place, type: "huyện"}
topics:
  - {id: tiem, label: "Tiêm phòng dại", phrases: ["tiêm phòng dại", "tiêm mũi 1", "tiêm mũi 3"], examples: ["bao nhiêu phần trăm chó đã tiêm mũi 1"]}
  - {id: nha-hong, label: "Nhà bị hỏng", phrases: ["nhà bị hỏng", "nhà tốc mái", "nhà bị sập"], examples: ["{place} có bao nhiêu nhà bị hỏng"]}
  - {id: giam-bien-che, label: "Tinh giản biên chế", phrases: ["tinh giản"], examples: ["{place} tinh giản bao nhiêu người"]}
  - {id: thu-gom, label: "Tỷ lệ thu gom rác", phrases: ["tỷ lệ thu gom rác"], examples: ["tỷ lệ thu gom rác ở {place} là bao nhiêu"]}
  - {id: so-cho, label: "Số chợ", phrases: ["số chợ", "có bao nhiêu chợ"], examples: ["{place} có bao nhiêu chợ"]}
  - {id: mat-tich, label: "Người mất tích", phrases: ["mất tích", "ngư dân"], examples: ["bao nhiêu ngư dân mất tích ở {place}"]}
  - {id: thiet-hai, label: "Thiệt hại", phrases: ["thiệt hại", "thủy sản"], examples: ["{place} thiệt hại bao nhiêu"]}
  - {id: nguoi-chet, label: "Số người chết", phrases: ["người chết"], examples: ["{place} có bao nhiêu người chết"]}
  - {id: nha-may, label: "Nhà máy nước", phrases: ["nhà máy nước", "vốn nhà máy nước"], examples: ["nhà máy nước ở {place} hết bao nhiêu vốn"]}
facts:
  - id: tiem
    subject: lang-sao
    topic: tiem
    kind: not_stated
    statement: "Bài báo không nêu tỷ lệ tiêm phòng chung."
    paragraph: 1
    parts:
      - {id: tiem/cho, kind: share, value: 78, of: 100, unit: "%", facets: ["mũi 1", "chó"], statement: "78% chó đã tiêm mũi 1."}
      - {id: tiem/meo, kind: share, value: 41, of: 100, unit: "%", facets: ["mũi 3", "mèo"], statement: "41% mèo đã tiêm mũi 3."}
  - id: nha
    subject: lang-sao
    topic: nha-hong
    kind: count
    value: 90
    unit: "nhà"
    statement: "Làng Sao có 90 nhà bị hỏng."
    paragraph: 2
    parts:
      - {id: nha/toc-mai, value: 61, facets: ["tốc mái"], statement: "61 nhà bị tốc mái."}
  - id: nha-bai-sau
    subject: bai-sau
    topic: nha-hong
    kind: count
    value: 17
    unit: "nhà"
    statement: "Xã Bãi Sau có 17 nhà bị hỏng."
    paragraph: 2
  - {id: nha-go-da, subject: go-da, topic: nha-hong, kind: count, value: 8, unit: "nhà", statement: "Huyện Gò Đá có 8 nhà bị hỏng.", paragraph: 2}
  - id: tinh-gian
    subject: lang-sao
    topic: giam-bien-che
    kind: count
    value: 37
    unit: "người"
    period: {label: "từ năm 2022 đến nay", since: 2022-01-01, as_of: 2023-07-05}
    statement: "Từ năm 2022 đến nay, Làng Sao tinh giản 37 người."
    paragraph: 3
  - {id: thu-gom, subject: lang-sao, topic: thu-gom, kind: share, value: 93, of: 100, unit: "%", statement: "93% rác ở Làng Sao được thu gom.", paragraph: 4}
  - {id: cho, subject: lang-sao, topic: so-cho, kind: count, value: 23, unit: "chợ", statement: "Làng Sao có 23 chợ.", paragraph: 5}
  - {id: mat-tich, subject: lang-sao, topic: mat-tich, kind: count, value: 2, unit: "người", facets: ["ngư dân"], statement: "Còn 2 ngư dân Làng Sao mất tích.", paragraph: 6}
  - {id: thiet-hai, subject: lang-sao, topic: thiet-hai, kind: count, value: 96, unit: "tỷ đồng", facets: ["thủy sản"], statement: "Thủy sản Làng Sao thiệt hại 96 tỷ đồng.", paragraph: 6}
  - {id: chet, subject: lang-sao, topic: nguoi-chet, kind: count, value: 4, unit: "người", statement: "Làng Sao có 4 người chết.", paragraph: 6}
  - {id: nha-may, subject: lang-sao, topic: nha-may, kind: count, value: 320, unit: "tỷ đồng", statement: "Nhà máy nước ở Làng Sao hết 320 tỷ đồng vốn.", paragraph: 7}
  - {id: nha-may/huyen, subject: lang-sao, topic: nha-may, kind: count, value: 90, unit: "tỷ đồng", facets: ["ngân sách huyện"], statement: "90 tỷ đồng từ ngân sách huyện.", paragraph: 7}
"""


@pytest.mark.parametrize(
    "asked",
    [
        "Bao nhiêu phần trăm chó ở Làng Sao đã tiêm mũi 3?",
        "bao nhieu phan tram cho o Lang Sao da tiem mui 3",
        "Bao nhiêu nhà ở Bãi Sau bị tốc mái?",
        "Tỷ lệ thu gom rác ở các xã của Làng Sao là bao nhiêu?",
        "Ti le thu gom rac o cac xa cua Lang Sao la bao nhieu",
        "Làng Sao tinh giản bao nhiêu người năm 2022?",
        "Làng Sao có bao nhiêu chợ mới?",
        "Lang Sao co bao nhieu cho moi",
        "Bao nhiêu ngư dân Làng Sao được tìm thấy?",
        "Thủy sản Làng Sao thu được bao nhiêu?",
        "Bao nhieu nguoi chet duoi o Lang Sao",
        "Lang Sao dot bao nhieu cho",
        "Nha may nuoc o Lang Sao vay bao nhieu von",
        "Ngan sach tinh chi bao nhieu cho nha may nuoc o Lang Sao",
    ],
)
def test_a_figure_of_what_lies_beside_is_not_given(taught, asked):
    assert taught(TOWN).ask(asked).status != "answered"


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Bao nhiêu phần trăm chó ở Làng Sao đã tiêm mũi 1?", "tiem/cho"),
        ("bao nhieu phan tram meo o Lang Sao da tiem mui 3", "tiem/meo"),
        ("Bao nhiêu nhà ở Làng Sao bị tốc mái?", "nha/toc-mai"),
        ("Tỷ lệ thu gom rác ở thị xã Làng Sao là bao nhiêu?", "thu-gom"),
        ("Từ năm 2022 Làng Sao tinh giản bao nhiêu người?", "tinh-gian"),
        ("Lang Sao co bao nhieu cho", "cho"),
        ("Bao nhiêu ngư dân Làng Sao mất tích?", "mat-tich"),
        ("Thuy san Lang Sao thiet hai bao nhieu", "thiet-hai"),
        ("Bao nhieu nguoi chet o Lang Sao", "chet"),
        ("Vay nha may nuoc o Lang Sao het bao nhieu von", "nha-may"),
    ],
)
def test_what_was_asked_itself_is_given(taught, asked, fact):
    assert ids(taught(TOWN).ask(asked))[:1] == [fact]


def test_a_facet_asked_after_another_place_is_of_that_place(taught):
    known = taught(TOWN)
    context = known.reply("Gò Đá có bao nhiêu nhà bị hỏng?").context
    assert told(known.ask("thủy sản bao nhiêu?")) == ("answered", "thiet-hai")
    assert told(known.ask("thủy sản bao nhiêu?", context=context)) != ("answered", "thiet-hai")
    part = known.reply("Bãi Sau có bao nhiêu nhà bị hỏng?").context
    assert told(known.ask("thủy sản bao nhiêu?", context=part)) != ("answered", "thiet-hai")
