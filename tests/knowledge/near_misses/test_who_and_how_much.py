"""Questions of who did it to whom, of what is left to do and of sums, beside figures that tell something else with the same words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.service import Knowledge
from tests.knowledge.asking import ids, told

VALLEY = """
article: {id: suoi-moc, title: null, about: "đời sống ở Suối Mộc", author: "Mã Sen", published: 2024-10-03T07:00:00+07:00}
names:
  - {id: suoi-moc, name: "Suối Mộc", kind: place, type: "huyện"}
  - {id: ban-chua, name: "Bản Chùa", kind: place, type: "xã", part_of: suoi-moc}
  - {id: ba-don, name: "Khe Nứa", kind: place, type: "huyện"}
  - {id: kiem-lam, name: "Công an huyện Suối Mộc", aliases: ["Công an Suối Mộc"], kind: organisation, part_of: suoi-moc}
  - {id: vi-thi-la, name: "Vi Thị Lả", kind: person}
  - {id: huyen-uy, name: "Huyện ủy Suối Mộc", kind: organisation, part_of: suoi-moc}
topics:
  - {id: dat, label: "Hiến đất", phrases: ["hiến đất", "đất hiến"], examples: ["người dân {place} hiến bao nhiêu đất"]}
  - {id: von, label: "Vốn làm đường", phrases: ["vốn làm đường", "ngân sách tỉnh"], examples: ["{place} làm đường hết bao nhiêu vốn", "ngân sách tỉnh góp bao nhiêu vào đường {place}"]}
  - {id: vay, label: "Vốn vay", phrases: ["vốn vay", "vay vốn", "cho vay"], examples: ["tiểu thương {place} vay bao nhiêu tiền"]}
  - {id: bat, label: "Bắt giữ", phrases: ["bắt giữ", "bị bắt"], examples: ["{place} bắt giữ bao nhiêu đối tượng"]}
  - {id: cuu, label: "Cứu nạn", phrases: ["cứu", "cứu nạn", "được cứu"], examples: ["{place} có bao nhiêu ngư dân được cứu"]}
  - {id: bo-nhiem, label: "Bổ nhiệm cán bộ", phrases: ["bổ nhiệm", "bổ nhiệm cán bộ"], examples: ["{place} bổ nhiệm bao nhiêu cán bộ"]}
  - {id: ai-ve, label: "Cán bộ điều động", phrases: ["điều động"], examples: ["ai được điều động ở {place}"]}
  - {id: bi-thuong, label: "Người bị thương", phrases: ["bị thương"], examples: ["bao nhiêu người bị thương ở {place}"]}
  - {id: mo, label: "Mộ phải di dời", phrases: ["mộ phải di dời", "di dời mộ"], examples: ["{place} có bao nhiêu ngôi mộ phải di dời"]}
  - {id: luan-chuyen, label: "Luân chuyển cán bộ", phrases: ["luân chuyển", "luân chuyển cán bộ"], examples: ["{place} luân chuyển bao nhiêu cán bộ"]}
  - {id: dien, label: "Hộ có điện", phrases: ["hộ có điện", "đóng điện"], examples: ["{place} có thêm bao nhiêu hộ được đóng điện"]}
  - {id: duong-day, label: "Đường dây kéo mới", phrases: ["đường dây", "km đường dây", "kéo đường dây"], examples: ["{place} kéo mới bao nhiêu km đường dây"]}
  - {id: tien-dien, label: "Hỗ trợ tiền điện", phrases: ["hỗ trợ tiền điện"], examples: ["{place} hỗ trợ tiền điện cho bao nhiêu hộ"]}
  - {id: phat, label: "Tiền phạt", phrases: ["bị phạt", "tiền phạt", "cơ sở bị phạt"], examples: ["các cơ sở ở {place} bị phạt bao nhiêu tiền", "cơ sở ở {place} bị phạt bao nhiêu"]}
  - {id: san-luong, label: "Điện tiêu thụ", phrases: ["điện tiêu thụ", "tiêu thụ điện"], examples: ["{place} tiêu thụ bao nhiêu kWh điện"]}
  - {id: xuat-ngu, label: "Quân nhân xuất ngũ", phrases: ["quân nhân xuất ngũ", "xuất ngũ"], examples: ["{place} đón bao nhiêu quân nhân xuất ngũ"]}
  - {id: nghia-vu, label: "Khám nghĩa vụ", phrases: ["khám nghĩa vụ"], examples: ["{place} gọi bao nhiêu thanh niên khám nghĩa vụ"]}
  - {id: thuyen, label: "Số thuyền", phrases: ["thuyền", "số thuyền", "thuyền đi khơi"], examples: ["{place} có bao nhiêu thuyền"]}
  - {id: phu-kin, label: "Ngày phủ kín điện", phrases: ["phủ kín điện"], examples: ["{place} phủ kín điện khi nào"]}
  - {id: tiem, label: "Tiêm vắc xin", phrases: ["tiêm vắc xin", "tiêm mũi 1", "mũi 3 cho người từ 18 tuổi"], examples: ["tỷ lệ tiêm mũi 1 ở {place}"]}
  - {id: gia, label: "Giá mật", phrases: ["giá mật", "bán mật", "mật ong"], examples: ["mật ong ở {place} bán bao nhiêu một lít"]}
  - {id: vo-dich, label: "Đội vô địch", phrases: ["vô địch", "thắng"], examples: ["đội nào vô địch ở {place}"]}
facts:
  - {id: dat, subject: ban-chua, topic: dat, kind: count, value: 1350, unit: "m²", statement: "Người dân xã Bản Chùa hiến 1.350 m² đất.", paragraph: 1}
  - {id: von, subject: suoi-moc, topic: von, kind: count, value: 146, unit: "tỷ đồng", statement: "Vốn làm đường ở Suối Mộc là 146 tỷ đồng.", paragraph: 1, parts: [{id: von/tinh, value: 31, facets: ["ngân sách tỉnh"], statement: "31 tỷ đồng từ ngân sách tỉnh."}]}
  - {id: vay, subject: suoi-moc, topic: vay, kind: count, value: 12.6, unit: "tỷ đồng", statement: "Tổng số vốn cho tiểu thương vay ở Suối Mộc là 12,6 tỷ đồng.", paragraph: 2}
  - {id: bat, subject: suoi-moc, topic: bat, kind: count, value: 167, unit: "đối tượng", statement: "Công an ở Suối Mộc bắt giữ 167 đối tượng.", paragraph: 2}
  - {id: cuu, subject: suoi-moc, topic: cuu, kind: count, value: 19, unit: "ngư dân", statement: "19 ngư dân Suối Mộc gặp nạn được cứu.", paragraph: 3}
  - {id: bo-nhiem, subject: suoi-moc, topic: bo-nhiem, kind: count, value: 37, unit: "đồng chí", statement: "Suối Mộc đã bổ nhiệm và bổ nhiệm lại 37 đồng chí.", paragraph: 3}
  - {id: ai-ve, subject: suoi-moc, topic: ai-ve, kind: person, items: ["Vi Thị Lả"], statement: "Vi Thị Lả được điều động về xã Bản Chùa.", paragraph: 4}
  - {id: bi-thuong, subject: suoi-moc, topic: bi-thuong, kind: count, value: 2, unit: "người", statement: "Hai chiến sĩ bị thương ở Suối Mộc.", paragraph: 4}
  - {id: mo, subject: suoi-moc, topic: mo, kind: count, value: 316, unit: "ngôi mộ", statement: "316 ngôi mộ ở Suối Mộc phải di dời.", paragraph: 5}
  - {id: luan-chuyen, subject: suoi-moc, topic: luan-chuyen, kind: count, value: 18, unit: "cán bộ", statement: "Suối Mộc đã luân chuyển 18 cán bộ.", paragraph: 5}
  - {id: luan-chuyen-2, subject: ba-don, topic: luan-chuyen, kind: count, value: 6, unit: "cán bộ", statement: "Khe Nứa đã luân chuyển 6 cán bộ.", paragraph: 5}
  - {id: dien, subject: ban-chua, topic: dien, kind: count, value: 412, unit: "hộ", statement: "Xã Bản Chùa có thêm 412 hộ được đóng điện.", paragraph: 6}
  - {id: duong-day, subject: suoi-moc, topic: duong-day, kind: count, value: 214, unit: "km", statement: "Suối Mộc kéo mới 214 km đường dây.", paragraph: 6}
  - {id: tien-dien, subject: suoi-moc, topic: tien-dien, kind: count, value: 2870, unit: "hộ", statement: "Suối Mộc hỗ trợ tiền điện cho 2.870 hộ.", paragraph: 7}
  - {id: phat, subject: suoi-moc, topic: phat, kind: count, value: 318, unit: "triệu đồng", statement: "Các cơ sở ở Suối Mộc bị phạt 318 triệu đồng.", paragraph: 7}
  - {id: san-luong, subject: suoi-moc, topic: san-luong, kind: count, value: 52.4, unit: "triệu kWh", statement: "Suối Mộc tiêu thụ 52,4 triệu kWh điện.", paragraph: 8, parts: [{id: san-luong/sx, value: 14.6, facets: ["sản xuất"], statement: "14,6 triệu kWh dùng cho sản xuất."}]}
  - {id: xuat-ngu, subject: suoi-moc, topic: xuat-ngu, kind: count, value: 154, unit: "quân nhân", statement: "Suối Mộc đón 154 quân nhân xuất ngũ.", paragraph: 8}
  - {id: nghia-vu, subject: suoi-moc, topic: nghia-vu, kind: count, value: 1240, unit: "thanh niên", statement: "Suối Mộc gọi 1.240 thanh niên khám nghĩa vụ.", paragraph: 9}
  - {id: phu-kin, subject: suoi-moc, topic: phu-kin, kind: date, value: "2025-06", statement: "Suối Mộc dự kiến phủ kín điện vào tháng 6/2025.", paragraph: 10}
  - {id: tiem, subject: suoi-moc, topic: tiem, kind: share, value: 78.9, of: 100, unit: "%", facets: ["mũi 1", "trẻ 5-11 tuổi"], statement: "78,9% trẻ 5-11 tuổi đã tiêm mũi 1.", paragraph: 10}
  - {id: gia, subject: suoi-moc, topic: gia, kind: count, value: 180000, unit: "đồng/lít", statement: "Mật ong ở Suối Mộc bán với giá 180.000 đồng/lít.", paragraph: 10}
  - {id: vo-dich, subject: suoi-moc, topic: vo-dich, kind: list, items: ["Bản Chùa"], statement: "Đội Bản Chùa vô địch sau khi thắng Suối Mộc 2-1.", paragraph: 10}
  - id: thuyen
    subject: suoi-moc
    topic: thuyen
    kind: count
    value: 1185
    unit: "thuyền"
    statement: "Suối Mộc có 1.185 thuyền."
    paragraph: 9
    parts: [{id: thuyen/dai, value: 312, facets: ["trên 15 m"], statement: "312 thuyền dài trên 15 m, được đi khơi."}]
"""


@pytest.fixture(scope="module")
def valley(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """What is known of the valley; only to be asked."""
    folder = tmp_path_factory.mktemp("valley")
    (folder / "valley.yaml").write_text(VALLEY, encoding="utf-8")
    load_packs(folder / "valley.db", read_packs([folder / "valley.yaml"]), only=True)
    with Knowledge.open(folder / "valley.db") as known:
        yield known


@pytest.mark.parametrize(
    "question",
    [
        "Người dân Bản Chùa nhận bao nhiêu m2 đất?",
        "Ngân sách tỉnh nhận bao nhiêu từ đường Suối Mộc?",
        "Tiểu thương Suối Mộc cho vay bao nhiêu tiền?",
        "Công an Suối Mộc bị bắt bao nhiêu người?",
        "Ngư dân Suối Mộc cứu được bao nhiêu người?",
        "Bao nhiêu đồng chí ở Suối Mộc bổ nhiệm cán bộ?",
        "Ai điều động Vi Thị Lả?",
        "Bao nhiêu người dân bị thương ở Suối Mộc?",
        "Bao nhiêu ngôi mộ ở Suối Mộc đã di dời?",
        "Suối Mộc còn phải luân chuyển bao nhiêu cán bộ?",
        "Suối Mộc luân chuyển bao nhiêu cán bộ về Khe Nứa?",
        "Bản Chùa có bao nhiêu hộ có điện?",
        "Suối Mộc có bao nhiêu km đường dây?",
        "Tổng tiền hỗ trợ tiền điện ở Suối Mộc là bao nhiêu?",
        "Bao nhiêu cơ sở bị phạt ở Suối Mộc?",
        "Suối Mộc sản xuất bao nhiêu kWh?",
        "Bao nhiêu quân nhân xuất ngũ ở Suối Mộc chưa có việc?",
        "bao nhieu thanh nien suoi moc tron nghia vu",
        "Suối Mộc có bao nhiêu thuyền đi khơi?",
        "Vốn của dân góp làm đường ở Suối Mộc?",
        "Suối Mộc đã phủ kín điện khi nào?",
        "Tỷ lệ tiêm mũi 1 của người lớn Suối Mộc?",
        "Trị giá thuyền Suối Mộc là bao nhiêu?",
        "Khe Nứa nhận bao nhiêu cán bộ luân chuyển của Suối Mộc?",
        "Suối Mộc thắng bao nhiêu trận?",
        "Suối Mộc bán bao nhiêu lít mật ong?",
        "Suối Mộc bán mật ong được bao nhiêu tiền?",
    ],
)
def test_what_was_done_by_or_to_others_or_is_no_sum_or_left_over_is_not_given_for_it(
    valley: Knowledge, question: str
) -> None:
    answer = valley.ask(question)
    assert answer.status not in ("answered", "quoted"), ids(answer)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Người dân Bản Chùa hiến bao nhiêu m2 đất?", "dat"),
        ("Ngân sách tỉnh góp bao nhiêu vào đường Suối Mộc?", "von/tinh"),
        ("Đường Suối Mộc nhận bao nhiêu từ ngân sách tỉnh?", "von/tinh"),
        ("Tiểu thương Suối Mộc vay bao nhiêu tiền?", "vay"),
        ("Công an Suối Mộc bắt bao nhiêu đối tượng?", "bat"),
        ("Suối Mộc có bao nhiêu đối tượng bị bắt?", "bat"),
        ("Bao nhiêu ngư dân Suối Mộc được cứu?", "cuu"),
        ("Bao nhiêu đồng chí ở Suối Mộc được bổ nhiệm?", "bo-nhiem"),
        ("Ai được điều động ở Suối Mộc?", "ai-ve"),
        ("Bao nhiêu người bị thương ở Suối Mộc?", "bi-thuong"),
        ("Bao nhiêu ngôi mộ ở Suối Mộc phải di dời?", "mo"),
        ("Suối Mộc đã luân chuyển bao nhiêu cán bộ?", "luan-chuyen"),
        ("Bản Chùa có thêm bao nhiêu hộ được đóng điện?", "dien"),
        ("Suối Mộc kéo bao nhiêu km đường dây?", "duong-day"),
        ("Suối Mộc hỗ trợ tiền điện cho bao nhiêu hộ?", "tien-dien"),
        ("Cơ sở ở Suối Mộc bị phạt bao nhiêu tiền?", "phat"),
        ("Suối Mộc dùng bao nhiêu kWh cho sản xuất?", "san-luong/sx"),
        ("Suối Mộc đón bao nhiêu quân nhân xuất ngũ?", "xuat-ngu"),
        ("suoi moc goi bao nhieu thanh nien kham nghia vu", "nghia-vu"),
        ("Suối Mộc có bao nhiêu thuyền?", "thuyen"),
        ("Vốn làm đường ở Suối Mộc là bao nhiêu?", "von"),
        ("Suối Mộc phủ kín điện khi nào?", "phu-kin"),
        ("Tỷ lệ tiêm mũi 1 của trẻ Suối Mộc?", "tiem"),
        ("Đội nào vô địch ở Suối Mộc?", "vo-dich"),
        ("mật ong suối mộc bán bn 1 lít", "gia"),
        ("Mật ong Suối Mộc bán bao nhiêu tiền một lít?", "gia"),
    ],
)
def test_what_is_told_of_just_them_is_answered(valley: Knowledge, question: str, fact: str) -> None:
    assert told(valley.ask(question)) == ("answered", fact)


def test_two_places_side_by_side_are_still_both_answered(valley: Knowledge) -> None:
    answer = valley.ask("Suối Mộc và Khe Nứa luân chuyển bao nhiêu cán bộ?")
    assert ids(answer)[:2] == ["luan-chuyen", "luan-chuyen-2"]


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Ai luân chuyển Hoàng Văn Pha?", "hoang-van-pha/luan-chuyen"),
        ("Ai quyết định luân chuyển ông Hoàng Văn Pha về xã?", "hoang-van-pha/luan-chuyen"),
        ("ai dieu dong ma di son", "ma-di-son/dieu-dong"),
    ],
)
def test_who_had_somebody_moved_is_told_by_the_sentence_that_says_so(bundled, question, fact):
    answer = bundled.ask(question)
    assert (answer.status, ids(answer)[0].partition("/")[2]) == ("answered", fact)


@pytest.mark.parametrize(
    "question",
    ["Ai luân chuyển Mạ Dì Sơn?", "Ai điều động Hoàng Văn Pha?", "Ai bổ nhiệm Hoàng Thái Cương?"],
)
def test_who_did_something_else_to_somebody_did_not_do_that(bundled, question):
    assert bundled.ask(question).status in ("not_stated", "unknown")
