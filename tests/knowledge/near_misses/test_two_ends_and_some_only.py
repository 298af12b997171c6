"""Who got what another gave, who lent and who borrowed; and figures of some only of what is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.service import Knowledge
from tests.knowledge.asking import told

DALE = """
article: {id: tong-lenh, title: null, about: "đời sống ở Tống Lệnh", author: "Lò Mây", published: 2024-10-03T07:00:00+07:00}
names:
  - {id: tong-lenh, name: "Tống Lệnh", kind: place, type: "huyện"}
  - {id: ban-mun, name: "Bản Mún", kind: place, type: "xã", part_of: tong-lenh}
  - {id: bao-tang, name: "Bảo tàng Tống Lệnh", kind: organisation, part_of: tong-lenh}
  - {id: tram, name: "Trung tâm Y tế Tống Lệnh", kind: organisation, part_of: tong-lenh}
  - {id: mttq, name: "Mặt trận Tổ quốc huyện Tống Lệnh", kind: organisation, part_of: tong-lenh}
  - {id: ly-a-pao, name: "Lý A Páo", kind: person}
topics:
  - {id: tang, label: "Sách được tặng", phrases: ["sách được tặng", "tặng sách"], examples: ["{place} được tặng bao nhiêu cuốn sách"]}
  - {id: ban-giao, label: "Mặt bằng đã bàn giao", phrases: ["bàn giao mặt bằng", "mặt bằng đã bàn giao"], examples: ["{place} đã bàn giao bao nhiêu ha mặt bằng"]}
  - {id: hien-vat, label: "Hiện vật", phrases: ["hiện vật", "lưu giữ hiện vật"], examples: ["{organisation} lưu giữ bao nhiêu hiện vật"]}
  - {id: don, label: "Đơn kiến nghị", phrases: ["đơn kiến nghị"], examples: ["{place} nhận bao nhiêu đơn kiến nghị"]}
  - {id: vay, label: "Vốn vay", phrases: ["vay vốn", "vốn vay", "vay"], examples: ["{person} vay bao nhiêu tiền"]}
  - {id: tccsd, label: "Tổ chức cơ sở đảng", phrases: ["tổ chức cơ sở đảng", "tổ chức đảng"], examples: ["{place} có bao nhiêu tổ chức cơ sở đảng"]}
  - {id: ubkt, label: "Ủy viên ủy ban kiểm tra", phrases: ["ủy viên ủy ban kiểm tra", "cán bộ kiểm tra", "ủy ban kiểm tra"], examples: ["{place} có bao nhiêu ủy viên ủy ban kiểm tra"]}
  - {id: kham, label: "Khám bệnh", phrases: ["khám bệnh", "lượt khám"], examples: ["{organisation} có bao nhiêu lượt khám"]}
  - {id: xep-loai, label: "Xếp loại cán bộ", phrases: ["hoàn thành tốt nhiệm vụ", "xếp loại cán bộ"], examples: ["tỷ lệ cán bộ hoàn thành tốt nhiệm vụ ở {place}"]}
  - {id: tien, label: "Tiền ủng hộ", phrases: ["tiền ủng hộ", "tiền mặt ủng hộ", "ủng hộ tiền"], examples: ["{place} tiếp nhận bao nhiêu tiền ủng hộ"]}
  - {id: cuu, label: "Người được cứu", phrases: ["cứu", "được cứu"], examples: ["{person} cứu bao nhiêu người"]}
  - {id: ho-tro, label: "Mức hỗ trợ gia đình có người chết", phrases: ["gia đình có người chết", "hỗ trợ gia đình có người chết"], examples: ["mỗi gia đình có người chết ở {place} được hỗ trợ bao nhiêu tiền"]}
  - {id: day, label: "Dạy khèn", phrases: ["dạy khèn"], examples: ["{person} dạy khèn cho bao nhiêu người"]}
  - {id: le-hoi, label: "Lễ hội", phrases: ["lễ hội", "tổ chức lễ hội"], examples: ["{place} có bao nhiêu lễ hội"]}
  - {id: doanh-nghiep, label: "Vốn doanh nghiệp ủng hộ", phrases: ["doanh nghiệp ủng hộ", "vốn làm đường"], examples: ["doanh nghiệp ủng hộ {place} bao nhiêu"]}
  - {id: khen, label: "Giấy khen", phrases: ["giấy khen", "tặng giấy khen"], examples: ["{place} tặng giấy khen cho bao nhiêu đảng viên"]}
  - {id: xi-mang, label: "Xi măng được ủng hộ", phrases: ["ủng hộ xi măng", "xi măng"], examples: ["{place} được ủng hộ bao nhiêu tấn xi măng"]}
  - {id: mot-cua, label: "Hồ sơ", phrases: ["hồ sơ", "tiếp nhận hồ sơ"], examples: ["{place} tiếp nhận bao nhiêu hồ sơ"]}
facts:
  - {id: tang, subject: ban-mun, topic: tang, kind: count, value: 1850, unit: "cuốn sách", statement: "Xã Bản Mún được tặng 1.850 cuốn sách.", paragraph: 1}
  - {id: ban-giao, subject: tong-lenh, topic: ban-giao, kind: count, value: 71.5, unit: "ha", statement: "Tống Lệnh đã bàn giao 71,5 ha mặt bằng cho nhà thầu.", paragraph: 1}
  - {id: hien-vat, subject: bao-tang, topic: hien-vat, kind: count, value: 18600, unit: "hiện vật", statement: "Bảo tàng Tống Lệnh lưu giữ 18.600 hiện vật.", paragraph: 2}
  - {id: don, subject: tong-lenh, topic: don, kind: count, value: 38, unit: "đơn", statement: "Tống Lệnh nhận 38 đơn kiến nghị của người dân.", paragraph: 2}
  - {id: vay, subject: ly-a-pao, topic: vay, kind: count, value: 80, unit: "triệu đồng", statement: "Ông Lý A Páo, xã Bản Mún, vay 80 triệu đồng.", paragraph: 3}
  - {id: tccsd, subject: tong-lenh, topic: tccsd, kind: count, value: 44, unit: "tổ chức cơ sở đảng", statement: "Đảng bộ huyện Tống Lệnh có 44 tổ chức cơ sở đảng.", paragraph: 4}
  - {id: ubkt, subject: tong-lenh, topic: ubkt, kind: count, value: 97, unit: "người", statement: "Ủy ban kiểm tra đảng ủy cơ sở ở Tống Lệnh có 97 ủy viên.", paragraph: 4}
  - {id: kham, subject: tram, topic: kham, kind: count, value: 214500, unit: "lượt", statement: "Trung tâm Y tế Tống Lệnh khám bệnh 214.500 lượt.", paragraph: 5}
  - {id: xep-loai, subject: tong-lenh, topic: xep-loai, kind: share, value: 95.8, of: 100, unit: "%", facets: ["hoàn thành tốt nhiệm vụ"], statement: "95,8% cán bộ luân chuyển ở Tống Lệnh được đánh giá hoàn thành tốt nhiệm vụ.", paragraph: 6}
  - {id: tien, subject: mttq, topic: tien, kind: count, value: 3.7, unit: "tỷ đồng", statement: "Mặt trận Tổ quốc huyện Tống Lệnh tiếp nhận 3,7 tỷ đồng tiền mặt ủng hộ.", paragraph: 8}
  - {id: cuu, subject: ly-a-pao, topic: cuu, kind: count, value: 14, unit: "người", statement: "Ông Lý A Páo dùng thuyền cứu 14 người.", paragraph: 8}
  - {id: ho-tro, subject: tong-lenh, topic: ho-tro, kind: count, value: 20, unit: "triệu đồng/gia đình", statement: "Mỗi gia đình có người chết vì lũ ở Tống Lệnh được hỗ trợ 20 triệu đồng.", paragraph: 8}
  - {id: khen-day, subject: ly-a-pao, topic: day, kind: count, value: 64, unit: "người", statement: "Ông Lý A Páo đã dạy khèn cho 64 người.", paragraph: 8}
  - {id: le-hoi, subject: tong-lenh, topic: le-hoi, kind: count, value: 12, unit: "lễ hội", statement: "Hằng năm Tống Lệnh duy trì 12 lễ hội.", paragraph: 8, parts: [{id: le-hoi/huyen, value: 1, facets: ["cấp huyện"], statement: "1 lễ hội do huyện tổ chức."}, {id: le-hoi/xa, value: 4, facets: ["cấp xã"], statement: "4 lễ hội do xã tổ chức."}]}
  - {id: doanh-nghiep, subject: tong-lenh, topic: doanh-nghiep, kind: count, value: 15, unit: "tỷ đồng", statement: "Doanh nghiệp ủng hộ Tống Lệnh 15 tỷ đồng làm đường.", paragraph: 8}
  - {id: khen, subject: tong-lenh, topic: khen, kind: count, value: 95, unit: "đảng viên", statement: "Huyện ủy Tống Lệnh tặng giấy khen cho 95 đảng viên.", paragraph: 8}
  - {id: xi-mang, subject: tong-lenh, topic: xi-mang, kind: count, value: 320, unit: "tấn xi măng", statement: "Các công ty ở Tống Lệnh ủng hộ 320 tấn xi măng cho các hộ làm nhà.", paragraph: 8}
  - {id: mot-cua, subject: tong-lenh, topic: mot-cua, kind: count, value: 21530, unit: "hồ sơ", statement: "Các trung tâm hành chính công cấp xã ở Tống Lệnh tiếp nhận 21.530 hồ sơ.", paragraph: 7}
"""


@pytest.fixture(scope="module")
def dale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """A store with the pack."""
    folder = tmp_path_factory.mktemp("dale")
    (folder / "dale.yaml").write_text(DALE, encoding="utf-8")
    load_packs(folder / "dale.db", read_packs([folder / "dale.yaml"]), only=True)
    with Knowledge.open(folder / "dale.db") as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Xã Bản Mún nhận được bao nhiêu cuốn sách?", "tang"),
        ("Bản Mún nhận bao nhiêu cuốn sách?", "tang"),
        ("Nhà thầu ở Tống Lệnh đã nhận bao nhiêu ha mặt bằng?", "ban-giao"),
        ("Nhà thầu nhận được bao nhiêu ha mặt bằng từ Tống Lệnh?", "ban-giao"),
        ("Tống Lệnh nhận bao nhiêu đơn kiến nghị?", "don"),
        ("Bao nhiêu đảng viên được tặng giấy khen ở Tống Lệnh?", "khen"),
        ("Các hộ làm nhà ở Tống Lệnh được ủng hộ bao nhiêu tấn xi măng?", "xi-mang"),
        ("Ông Lý A Páo vay bao nhiêu tiền?", "vay"),
        ("Ông Lý A Páo được vay bao nhiêu tiền?", "vay"),
        ("Tống Lệnh có bao nhiêu tổ chức cơ sở đảng?", "tccsd"),
        ("Bao nhiêu người được ông Lý A Páo dạy khèn?", "khen-day"),
        ("Doanh nghiệp ủng hộ Tống Lệnh bao nhiêu tiền?", "doanh-nghiep"),
        ("Tống Lệnh nhận bao nhiêu tiền mặt ủng hộ?", "tien"),
        ("Ông Lý A Páo cứu được bao nhiêu người?", "cuu"),
        ("Bao nhiêu người được ông Lý A Páo cứu?", "cuu"),
        ("Mỗi gia đình có người chết vì lũ ở Tống Lệnh nhận được bao nhiêu tiền?", "ho-tro"),
        ("Bao nhiêu phần trăm cán bộ luân chuyển ở Tống Lệnh hoàn thành tốt nhiệm vụ?", "xep-loai"),
        ("Các trung tâm hành chính công của huyện Tống Lệnh tiếp nhận bao nhiêu hồ sơ?", "mot-cua"),
        ("Trung tâm Y tế Tống Lệnh có bao nhiêu lượt khám?", "kham"),
    ],
)
def test_what_is_told_from_the_other_end_or_of_just_these_is_answered(
    dale: Knowledge, question: str, fact: str
) -> None:
    """What was given to somebody is what they got; and of just those who are asked about the figure is given."""
    assert told(dale.ask(question)) == ("answered", fact)


@pytest.mark.parametrize(
    "question",
    [
        "Xã Bản Mún tặng bao nhiêu cuốn sách?",
        "Tống Lệnh nhận bao nhiêu ha mặt bằng?",  # it gave them
        "Người dân Tống Lệnh nhận bao nhiêu ha mặt bằng?",
        "Nhà thầu bàn giao cho Tống Lệnh bao nhiêu ha mặt bằng?",
        "Người dân Tống Lệnh nhận bao nhiêu đơn kiến nghị?",  # they sent them
        "Đảng viên Tống Lệnh tặng giấy khen cho bao nhiêu người?",
        "Các hộ làm nhà ở Tống Lệnh ủng hộ bao nhiêu tấn xi măng?",
        "Tống Lệnh ủng hộ bao nhiêu tiền mặt?",
        "Ông Lý A Páo được bao nhiêu người cứu?",
        "Ông Lý A Páo được bao nhiêu người dạy khèn?",
        "Tống Lệnh ủng hộ doanh nghiệp bao nhiêu tiền?",
        "Bảo tàng Tống Lệnh nhận bao nhiêu hiện vật?",  # it has so many
        "Ông Lý A Páo cho vay bao nhiêu tiền?",
        "Tống Lệnh có bao nhiêu tổ chức đảng?",
        "Trung tâm Y tế Tống Lệnh khám bao nhiêu bệnh?",
        "Bao nhiêu phần trăm cán bộ Tống Lệnh hoàn thành tốt nhiệm vụ?",
        "Trung tâm hành chính công của huyện Tống Lệnh tiếp nhận bao nhiêu hồ sơ?",
    ],
)
def test_what_is_told_of_another_end_or_of_some_only_is_no_answer(dale: Knowledge, question: str) -> None:
    """The giver got nothing, who has much was not given it all, and those at the base are not all."""
    assert dale.ask(question).status != "answered", told(dale.ask(question))


def test_persons_who_are_told_by_another_word_are_not_confirmed(dale: Knowledge) -> None:
    """97 members are not said to be 97 officials; but they are people."""
    assert dale.ask("Tống Lệnh có 97 cán bộ kiểm tra đúng không?").verdict is None
    assert dale.ask("Ủy ban kiểm tra ở Tống Lệnh có 97 ủy viên đúng không?").verdict == "Có"
    assert dale.ask("Ủy ban kiểm tra ở Tống Lệnh có 97 người đúng không?").verdict == "Có"


@pytest.mark.parametrize("level", ["huyện", "xã"])
def test_what_one_level_holds_is_not_all_there_is(dale: Knowledge, level: str) -> None:
    """Of all festivals it is not told that the district holds them."""
    answer = dale.ask(f"Bao nhiêu lễ hội do {level} tổ chức ở Tống Lệnh?")
    assert told(answer) != ("answered", "le-hoi")


@pytest.mark.parametrize(
    "question",
    [
        "Người dân Tống Lệnh nhận 38 đơn kiến nghị đúng không?",
        "Bảo tàng Tống Lệnh nhận 18.600 hiện vật phải không?",
        "Ông Lý A Páo được 14 người cứu phải không?",
        "14 người cứu ông Lý A Páo phải không?",
        "Ông Lý A Páo được 64 người dạy khèn phải không?",
        "95 đảng viên tặng giấy khen phải không?",
        "Ông Lý A Páo cho vay 80 triệu đồng phải không?",
    ],
)
def test_what_was_done_the_other_way_round_is_not_confirmed(dale: Knowledge, question: str) -> None:
    """A figure that agrees says nothing of who did it to whom."""
    assert dale.ask(question).verdict is None


@pytest.mark.parametrize(
    "question",
    [
        "Tống Lệnh nhận 38 đơn kiến nghị đúng không?",
        "Bảo tàng Tống Lệnh lưu giữ 18.600 hiện vật phải không?",
        "Ông Lý A Páo cứu 14 người phải không?",
        "14 người được ông Lý A Páo cứu phải không?",
        "95 đảng viên được tặng giấy khen phải không?",
    ],
)
def test_what_was_done_just_so_is_confirmed(dale: Knowledge, question: str) -> None:
    """From either end, as it is told."""
    assert dale.ask(question).verdict == "Có"
