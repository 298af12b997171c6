"""Wholes that are refused take their parts with them; "bị", "ạ", "4G" and "một khối" turn nothing; what is for nothing costs nothing."""

import pytest

from tests.knowledge.asking import ids

ISLAND = """
article: {id: dao-2024, about: "đời sống ở Hòn Sậy", published: 2024-06-03T07:00:00+07:00}
names:
  - {id: hon-say, name: "Hòn Sậy", kind: place, type: "huyện"}
  - {id: bai-ngao, name: "Bãi Ngao", kind: place, type: "xã", part_of: hon-say}
  - {id: ben-say, name: "Bến tàu Sậy Nam", kind: organisation, part_of: hon-say}
  - {id: dam-mon, name: "Đầm Mòn", kind: place, type: "xã", part_of: hon-say}
  - {id: le-thi-nu, name: "Lê Thị Nụ", kind: person, part_of: bai-ngao}
  - {id: cao-van-tho, name: "Cao Văn Thỏ", kind: person, part_of: bai-ngao}
topics:
  - {id: ao-phao, label: "Tặng áo phao", phrases: ["áo phao", "tặng áo phao"], examples: ["ngư dân {place} được tặng bao nhiêu áo phao"]}
  - {id: tau, label: "Tàu cá", phrases: ["tàu cá"], examples: ["{place} có bao nhiêu tàu cá"]}
  - {id: dan, label: "Người dân gặp lừa đảo", phrases: ["lừa đảo"], examples: ["bao nhiêu người dân {place} bị lừa đảo"]}
  - {id: song, label: "Sóng điện thoại", phrases: ["sóng điện thoại", "sóng 4G"], examples: ["{place} có mấy thôn chưa có sóng 4G"]}
  - {id: gia-da, label: "Giá nước đá", phrases: ["giá nước đá", "nước đá"], examples: ["giá nước đá ở {place} là bao nhiêu"]}
  - {id: can-bo, label: "Chứng chỉ bơi", phrases: ["chứng chỉ bơi"], examples: ["{place} có bao nhiêu người có chứng chỉ bơi"]}
  - {id: phi, label: "Phí neo đậu", phrases: ["phí neo đậu", "neo đậu"], examples: ["tỷ lệ chủ tàu nộp phí neo đậu ở {place}"]}
  - {id: qua, label: "Tặng quà", phrases: ["tặng quà"], examples: ["{person} được tặng quà gì"]}
  - {id: ben, label: "Bến tàu", phrases: ["bến tàu"], examples: ["bến tàu {place} có bao nhiêu cầu cảng"]}
  - {id: ve, label: "Giá vé tàu", phrases: ["giá vé tàu", "vé tàu"], examples: ["giá vé tàu {place} là bao nhiêu"]}
facts:
  - id: h/ao
    subject: hon-say
    topic: ao-phao
    kind: count
    value: 870
    unit: "áo phao"
    facets: ["áo phao cứu sinh"]
    statement: "Ngư dân Hòn Sậy được tặng 870 áo phao cứu sinh."
    paragraph: 1
    parts:
      - {id: h/ao/tinh, value: 600, facets: ["áo phao cứu sinh", "ngân sách tỉnh"], statement: "600 áo phao cứu sinh tặng ngư dân Hòn Sậy mua bằng ngân sách tỉnh."}
      - {id: h/ao/hao-tam, value: 270, facets: ["áo phao cứu sinh", "nhà hảo tâm"], statement: "270 áo phao cứu sinh tặng ngư dân Hòn Sậy do nhà hảo tâm góp."}
  - {id: h/tau-han, subject: hon-say, topic: tau, kind: count, value: 19, unit: "tàu", facets: ["quá hạn đăng kiểm"], statement: "Hòn Sậy có 19 tàu cá bị quá hạn đăng kiểm.", paragraph: 2}
  - {id: h/lua, subject: hon-say, topic: dan, kind: count, value: 33, unit: "người dân", facets: ["bị lừa đảo"], statement: "33 người dân Hòn Sậy bị lừa đảo.", paragraph: 2}
  - {id: h/song, subject: hon-say, topic: song, kind: count, value: 2, unit: "thôn", items: ["thôn Cát", "thôn Ghềnh"], facets: ["chưa có sóng 4G"], statement: "2 thôn của Hòn Sậy chưa có sóng 4G: thôn Cát, thôn Ghềnh.", paragraph: 3}
  - {id: h/da, subject: hon-say, topic: gia-da, kind: count, value: 21000, unit: "đồng/m³", facets: ["ướp cá"], statement: "Giá nước đá ướp cá ở Hòn Sậy là 21.000 đồng/m³.", paragraph: 3}
  - {id: h/boi, subject: hon-say, topic: can-bo, kind: count, value: 75, unit: "người", facets: ["cán bộ, chiến sĩ"], statement: "75 cán bộ, chiến sĩ Hòn Sậy có chứng chỉ bơi.", paragraph: 4}
  - {id: h/boi-dan, subject: hon-say, topic: can-bo, kind: count, value: 310, unit: "người", facets: ["ngư dân"], statement: "310 ngư dân Hòn Sậy có chứng chỉ bơi.", paragraph: 4}
  - {id: h/boi-tien, subject: hon-say, topic: can-bo, kind: statement, facets: ["chi phí"], statement: "Người dân Hòn Sậy được cấp chứng chỉ bơi miễn phí.", paragraph: 4}
  - {id: h/phi, subject: hon-say, topic: phi, kind: share, value: 81, of: 100, unit: "%", statement: "81% chủ tàu Hòn Sậy đã nộp phí neo đậu.", paragraph: 5}
  - {id: h/ben-von, subject: ben-say, topic: ben, kind: count, value: 12.5, unit: "tỷ đồng", facets: ["vốn đầu tư"], statement: "Bến tàu Sậy Nam có vốn đầu tư 12,5 tỷ đồng.", paragraph: 5}
  - {id: h/ben-cau, subject: ben-say, topic: ben, kind: count, value: 3, unit: "cầu cảng", facets: ["cầu cảng"], statement: "Bến tàu Sậy Nam có 3 cầu cảng.", paragraph: 5}
  - {id: h/ve-nguoi, subject: hon-say, topic: ve, kind: count, value: 180000, unit: "đồng", facets: ["người lớn"], statement: "Giá vé tàu người lớn ra Hòn Sậy là 180.000 đồng.", paragraph: 5}
  - {id: h/ve-tre, subject: hon-say, topic: ve, kind: count, value: 90000, unit: "đồng", facets: ["trẻ em"], statement: "Giá vé tàu trẻ em ra Hòn Sậy là 90.000 đồng.", paragraph: 5}
  - {id: h/nu, subject: le-thi-nu, topic: qua, kind: statement, statement: "Bà Lê Thị Nụ, ở xã Bãi Ngao, được tặng quà trị giá 2 triệu đồng.", paragraph: 6}
  - {id: h/tho, subject: cao-van-tho, topic: qua, kind: statement, statement: "Ông Cao Văn Thỏ được người quen ở xã Đầm Mòn tặng quà.", paragraph: 6}
"""


@pytest.fixture
def island(taught):
    return taught(ISLAND)


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("Hòn Sậy có bao nhiêu tàu cá quá hạn đăng kiểm?", ["h/tau-han"]),
        ("Bao nhiêu người dân Hòn Sậy bị lừa đảo?", ["h/lua"]),
        ("Nhà hảo tâm tặng ngư dân Hòn Sậy bao nhiêu áo phao cứu sinh?", ["h/ao/hao-tam"]),
        ("Hòn Sậy có mấy thôn chưa có sóng 4G?", ["h/song"]),
        ("Những thôn nào của Hòn Sậy chưa có sóng 4g?", ["h/song"]),
        ("Giá nước đá ướp cá ở Hòn Sậy bao nhiêu một khối ạ?", ["h/da"]),
        ("giá nước đá ướp cá ở hòn sậy bn 1 khối v", ["h/da"]),
        ("Số cán bộ, chiến sĩ có chứng chỉ bơi của Hòn Sậy là mấy?", ["h/boi"]),
        ("Bao nhiêu phần trăm chủ tàu Hòn Sậy đã đóng phí neo đậu?", ["h/phi"]),
        ("Bà Lê Thị Nụ ở xã nào?", ["h/nu"]),
        ("ba le thi nu o xa nao", ["h/nu"]),
        ("Bến tàu Sậy Nam xây hết bao nhiêu tiền?", ["h/ben-von"]),
        ("Xây dựng bến tàu Sậy Nam tốn bao nhiêu tiền?", ["h/ben-von"]),
        ("Giá vé tàu Hòn Sậy mỗi loại bao nhiêu?", ["h/ve-nguoi", "h/ve-tre"]),
    ],
)
def test_what_turns_nothing_is_passed_over(island, question, facts):
    answer = island.ask(question)
    assert (answer.status, ids(answer)) == ("answered", facts)


@pytest.mark.parametrize(
    "question",
    [
        "Hòn Sậy tặng bao nhiêu áo phao cứu sinh?",
        "Hòn Sậy tặng 270 áo phao cứu sinh đúng không?",
        "Hòn Sậy tặng 870 áo phao cứu sinh đúng không?",
        "Có phải Hòn Sậy tặng 600 áo phao cứu sinh?",
        "Hòn Sậy tặng nhà hảo tâm bao nhiêu áo phao cứu sinh?",
        "Ngư dân Hòn Sậy tặng cho nhà hảo tâm bao nhiêu áo phao cứu sinh?",
        "Bao nhiêu người dân Hòn Sậy lừa đảo?",
        "Hòn Sậy có mấy thôn chưa có sóng 5G?",
        "Hòn Sậy có mấy thôn có sóng 4G?",
        "Khối A ở Hòn Sậy có bao nhiêu chứng chỉ bơi?",
        "Bao nhiêu phần trăm chủ tàu Hòn Sậy đóng tàu neo đậu?",
        "Bà Lê Thị Nụ ở huyện nào?",
        "Ông Cao Văn Thỏ ở xã nào?",
        "Giá nước đá ướp cá ở Hòn Sậy bao nhiêu một tháng?",
        "Bến tàu Sậy Nam sửa hết bao nhiêu tiền?",
        "Bến tàu Sậy Nam xây nhà hết bao nhiêu tiền?",
        "Bến tàu Sậy Nam làm ra bao nhiêu tiền?",
        "Bến tàu Sậy Nam xây cầu cảng hết bao nhiêu tiền?",
        "Tổng giá vé tàu Hòn Sậy mỗi loại là bao nhiêu?",
        "Giá vé tàu Hòn Sậy là bao nhiêu?",
    ],
)
def test_what_does_turn_it_is_not(island, question):
    assert island.ask(question).status != "answered"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Giá nước đá ướp cá ở Hòn Sậy là 21.000 đồng một khối phải không?", "Có"),
        ("Giá nước đá ướp cá ở Hòn Sậy là 22.000 đồng một khối phải không?", "Không"),
        ("Chứng chỉ bơi ở Hòn Sậy có mất tiền không?", None),
        ("chung chi boi o hon say co mat tien khong", None),
        ("Chứng chỉ bơi ở Hòn Sậy có tốn chi phí không?", None),
        ("Chứng chỉ bơi ở Hòn Sậy có miễn phí không?", "Có"),
    ],
)
def test_a_rate_said_in_words_is_agreed_to_and_the_cost_of_what_is_for_nothing_is_not(
    island, question, verdict
):
    answer = island.ask(question)
    assert (answer.status, answer.verdict) == ("answered", verdict)
