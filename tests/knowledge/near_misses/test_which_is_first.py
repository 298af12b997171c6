"""Which place is the first in something: told only where a fact's own sentence says so, of the same measure, within the same place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.service import Knowledge
from tests.knowledge.asking import ids, told

HILLS = """
article: {id: ba-khe, title: null, about: "đời sống ở Ba Khê", author: "Lò Mây", published: 2024-10-03T07:00:00+07:00}
names:
  - {id: hoa-lam, name: "Hòa Lâm", kind: place, type: "tỉnh"}
  - {id: ba-khe, name: "Ba Khê", kind: place, type: "huyện", part_of: hoa-lam}
  - {id: son-ha, name: "Sơn Hạ", kind: place, type: "huyện", part_of: hoa-lam}
  - {id: nam-ty, name: "Nậm Tỷ", kind: place, type: "xã", part_of: ba-khe}
  - {id: khe-mo, name: "Khe Mơ", kind: place, type: "xã", part_of: ba-khe}
  - {id: pho-cu, name: "Phố Cũ", kind: place, type: "thị trấn", part_of: ba-khe}
topics:
  - {id: dan-so, label: "Dân số", phrases: ["dân số", "dân", "đông dân"], examples: ["{place} có bao nhiêu dân"]}
  - {id: ket-nap, label: "Kết nạp đảng viên", phrases: ["kết nạp", "kết nạp đảng viên"], examples: ["{place} kết nạp bao nhiêu đảng viên"]}
  - {id: dang-vien, label: "Đảng viên", phrases: ["đảng viên"], examples: ["{place} có bao nhiêu đảng viên"]}
  - {id: sot, label: "Ca sốt xuất huyết", phrases: ["sốt xuất huyết", "ca sốt xuất huyết"], examples: ["{place} có bao nhiêu ca sốt xuất huyết"]}
  - {id: nuoc, label: "Hộ dùng nước sạch", phrases: ["nước sạch", "dùng nước sạch"], examples: ["tỷ lệ hộ dùng nước sạch ở {place}"]}
  - {id: ho-so, label: "Hồ sơ", phrases: ["hồ sơ"], examples: ["{place} nhận bao nhiêu hồ sơ"]}
  - {id: du-no, label: "Dư nợ", phrases: ["dư nợ"], examples: ["dư nợ của {place} là bao nhiêu"]}
  - {id: ngheo, label: "Thoát nghèo", phrases: ["thoát nghèo", "hộ nghèo"], examples: ["{place} có bao nhiêu hộ thoát nghèo"]}
  - {id: nha, label: "Nhà bị ngập, bị sập", phrases: ["nhà bị ngập", "nhà bị sập", "nhà sập", "nhà ngập"], examples: ["{place} có bao nhiêu nhà bị ngập"]}
  - {id: diem, label: "Thủ khoa", phrases: ["thủ khoa", "điểm cao nhất"], examples: ["ai là thủ khoa ở {place}"]}
  - {id: so, label: "Chuyển đổi số", phrases: ["chuyển đổi số"], examples: ["{place} xếp thứ mấy về chuyển đổi số"]}
  - {id: lop, label: "Lớp học xóa mù", phrases: ["lớp xóa mù", "xóa mù chữ"], examples: ["{place} mở bao nhiêu lớp xóa mù"]}
facts:
  - {id: dan, subject: ba-khe, topic: dan-so, kind: count, value: 61200, unit: "người", statement: "Ba Khê là huyện đông dân nhất Hòa Lâm với 61.200 người.", paragraph: 1}
  - {id: dan-2, subject: son-ha, topic: dan-so, kind: count, value: 18100, unit: "người", statement: "Huyện Sơn Hạ ít dân nhất tỉnh, có 18.100 người.", paragraph: 1}
  - {id: dan-3, subject: nam-ty, topic: dan-so, kind: count, value: 4200, unit: "người", statement: "Xã Nậm Tỷ có 4.200 người.", paragraph: 1}
  - {id: dan-4, subject: pho-cu, topic: dan-so, kind: count, value: 9100, unit: "người", statement: "Thị trấn Phố Cũ có 9.100 người, đông dân nhất huyện.", paragraph: 1}
  - {id: dang-vien, subject: ba-khe, topic: dang-vien, kind: count, value: 3150, unit: "đảng viên", statement: "Đảng bộ huyện Ba Khê có 3.150 đảng viên.", paragraph: 2}
  - {id: ket-nap, subject: nam-ty, topic: ket-nap, kind: count, value: 14, unit: "đảng viên", statement: "Xã Nậm Tỷ kết nạp 14 đảng viên, nhiều nhất huyện.", paragraph: 2}
  - {id: ket-nap-2, subject: khe-mo, topic: ket-nap, kind: count, value: 19, unit: "đảng viên", statement: "Xã Khe Mơ kết nạp 19 đảng viên, nhiều nhất từ trước đến nay.", paragraph: 2}
  - {id: sot, subject: khe-mo, topic: sot, kind: count, value: 87, unit: "ca", statement: "Xã Khe Mơ có 87 ca sốt xuất huyết, nhiều nhất huyện Ba Khê.", paragraph: 3}
  - {id: sot-2, subject: nam-ty, topic: sot, kind: count, value: 95, unit: "ca", statement: "Xã Nậm Tỷ có 95 ca sốt xuất huyết.", paragraph: 3}
  - {id: nuoc, subject: nam-ty, topic: nuoc, kind: share, value: 71, of: 100, unit: "%", statement: "Xã Nậm Tỷ mới có 71% hộ dùng nước sạch, thấp nhất huyện.", paragraph: 4}
  - {id: ho-so, subject: ba-khe, topic: ho-so, kind: list, items: ["đất đai", "hộ tịch"], facets: ["lĩnh vực"], statement: "Hai lĩnh vực nhiều hồ sơ nhất ở Ba Khê là đất đai và hộ tịch.", paragraph: 5}
  - {id: du-no, subject: ba-khe, topic: du-no, kind: list, items: ["Khe Mơ"], facets: ["cao nhất"], statement: "Xã có dư nợ cao nhất huyện Ba Khê là Khe Mơ.", paragraph: 5}
  - {id: ngheo, subject: khe-mo, topic: ngheo, kind: count, value: 30, unit: "hộ nghèo", statement: "Xã Khe Mơ có 30 hộ nghèo thoát nghèo, nhiều nhất huyện.", paragraph: 6}
  - {id: ngap, subject: ba-khe, topic: nha, kind: list, items: ["Khe Mơ"], statement: "Xã có nhiều nhà bị ngập nhất Ba Khê là Khe Mơ.", paragraph: 8}
  - {id: diem, subject: ba-khe, topic: diem, kind: person, items: ["Lò Thị Ngần"], statement: "Thủ khoa của Ba Khê là em Lò Thị Ngần.", paragraph: 8}
  - {id: so, subject: hoa-lam, topic: so, kind: list, items: ["Ba Khê"], facets: ["dẫn đầu"], statement: "Huyện dẫn đầu chuyển đổi số ở Hòa Lâm là Ba Khê.", paragraph: 8}
  - {id: lop, subject: nam-ty, topic: lop, kind: count, value: 6, unit: "lớp", statement: "Nậm Tỷ là một trong những xã mở nhiều lớp xóa mù nhất huyện, với 6 lớp.", paragraph: 7}
"""


@pytest.fixture(scope="module")
def hills(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """A store with the pack."""
    folder = tmp_path_factory.mktemp("hills")
    (folder / "hills.yaml").write_text(HILLS, encoding="utf-8")
    load_packs(folder / "hills.db", read_packs([folder / "hills.yaml"]), only=True)
    with Knowledge.open(folder / "hills.db") as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "lead", "fact"),
    [
        ("Huyện nào đông dân nhất?", "Huyện Ba Khê", "dan"),
        ("Huyện nào ở Hòa Lâm dân số đông nhất?", "Huyện Ba Khê", "dan"),
        ("Huyện nào dân số lớn nhất tỉnh Hòa Lâm?", "Huyện Ba Khê", "dan"),
        ("Địa phương nào ít dân nhất Hòa Lâm?", "Huyện Sơn Hạ", "dan-2"),
        ("Thị trấn nào đông dân nhất Ba Khê?", "Thị trấn Phố Cũ", "dan-4"),
        ("Xã nào kết nạp nhiều đảng viên nhất huyện Ba Khê?", "Xã Nậm Tỷ", "ket-nap"),
        ("Nơi nào dẫn đầu về kết nạp đảng viên?", "Xã Nậm Tỷ", "ket-nap"),
        ("Xã nào ở Ba Khê có nhiều ca sốt xuất huyết nhất?", "Xã Khe Mơ", "sot"),
        ("xa nao nhieu ca sot xuat huyet nhat", "Xã Khe Mơ", "sot"),
        ("Xã nào có tỷ lệ hộ dùng nước sạch thấp nhất?", "Xã Nậm Tỷ", "nuoc"),
        ("Xã nào dư nợ lớn nhất Ba Khê?", "Khe Mơ", "du-no"),
        ("Huyện đông dân nhất là huyện nào?", "Huyện Ba Khê", "dan"),
        ("Xã nào nhiều nhà bị ngập nhất?", "Khe Mơ", "ngap"),
        ("Huyện nào đứng đầu về chuyển đổi số?", "Ba Khê", "so"),
        ("Nơi ít dân nhất là nơi nào?", "Huyện Sơn Hạ", "dan-2"),
        ("Đâu là huyện đông dân nhất Hòa Lâm?", "Huyện Ba Khê", "dan"),
        ("Sốt xuất huyết nhiều nhất ở xã nào?", "Xã Khe Mơ", "sot"),
        ("Sốt xuất huyết ở đâu nhiều nhất?", "Xã Khe Mơ", "sot"),
    ],
)
def test_the_place_is_told_that_the_article_calls_the_first(
    hills: Knowledge, question: str, lead: str, fact: str
) -> None:
    """The place, with its figure in the sentence."""
    answer = hills.ask(question)
    assert answer.status == "answered"
    assert [block.lead for block in answer.blocks] == [lead]
    assert ids(answer) == [fact]


@pytest.mark.parametrize(
    "question",
    [
        "Xã nào đông dân nhất Ba Khê?",  # a township is
        "Huyện nào đông dân nhất nước?",
        "Xã nào nhiều ca sốt xuất huyết nhất tỉnh Hòa Lâm?",  # told within the district only
        "Xã nào ít ca sốt xuất huyết nhất Ba Khê?",
        "Xã nào nhiều ca tử vong vì sốt xuất huyết nhất?",
        "Xã nào nhiều đảng viên nhất Ba Khê?",  # those admitted are not all
        "Xã nào khai trừ nhiều đảng viên nhất?",
        "Chi bộ nào kết nạp nhiều đảng viên nhất?",
        "Xã nào ít hộ dùng nước sạch nhất?",  # a rate is told, and no number
        "Xã nào có tỷ lệ hộ dùng nước sạch cao nhất?",
        "Xã nào nhiều hồ sơ nhất?",
        "Xã nào nhiều hộ nghèo nhất Ba Khê?",
        "Xã nào mở nhiều lớp xóa mù nhất?",  # one of several
        "Xã nào dư nợ thấp nhất?",
        "Xã nào có nợ xấu cao nhất?",
        "Huyện nào có xã đông dân nhất?",
        "Xã nào nhiều nhà sập nhất?",
        "Huyện nào dư nợ cao nhất?",  # a commune is, of the district
        "Trường nào có điểm cao nhất?",  # a pupil has it
        "Xã nào dẫn đầu chuyển đổi số?",
        "Đâu là xã đông dân nhất Ba Khê?",
        "Sốt xuất huyết ít nhất ở đâu?",
    ],
)
def test_no_place_is_told_that_is_the_first_in_something_else_or_elsewhere(
    hills: Knowledge, question: str
) -> None:
    """Another measure, another end, another scope, one of several, or something else than places."""
    assert hills.ask(question).status != "answered", told(hills.ask(question))


def test_that_some_are_the_first_among_others_is_told_of_each(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Where it is not said among which, each stands with its own place."""
    folder = tmp_path_factory.mktemp("both")
    other = (
        HILLS.replace("id: ", "id: x-").replace("Ba Khê", "Đá Bàn").replace("Hòa Lâm", "Cao Phú")
        .replace("Nậm Tỷ", "Vàng Lếch").replace("Khe Mơ", "Pa Tít").replace("Sơn Hạ", "Mù Sang").replace("Phố Cũ", "Tân Bình")
    )  # fmt: skip
    for kind in ("subject", "part_of"):
        other = other.replace(f"{kind}: ", f"{kind}: x-")
    topics = other[other.index("topics:") : other.index("facts:")]
    (folder / "one.yaml").write_text(HILLS, encoding="utf-8")
    (folder / "two.yaml").write_text(other.replace(topics, ""), encoding="utf-8")
    load_packs(folder / "both.db", read_packs([folder / "one.yaml", folder / "two.yaml"]), only=True)
    with Knowledge.open(folder / "both.db") as knowledge:
        leads = {block.lead for block in knowledge.ask("Xã nào kết nạp nhiều đảng viên nhất?").blocks}
    assert leads == {"Xã Nậm Tỷ", "Xã Vàng Lếch"}
