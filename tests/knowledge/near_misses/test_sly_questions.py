"""Questions that look like those a fact answers, and ask for something else; beside each, one that the fact does answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.models import Answer
from knowledge.service import Knowledge
from tests.knowledge.asking import ids

COAST = """
article: {id: bai-gie, title: null, about: "nghề cá ở Bãi Giẻ", author: "Mã Sen", published: 2024-10-03T07:00:00+07:00}
names:
  - {id: bai-gie, name: "Bãi Giẻ", kind: place, type: "huyện"}
  - {id: hon-vang, name: "Hòn Váng", kind: place, type: "xã", part_of: bai-gie}
  - {id: cang, name: "cảng cá Lạch Ngò", kind: place, type: "cảng", part_of: hon-vang, aliases: ["Lạch Ngò"]}
  - {id: thpt, name: "Trường THPT Bãi Giẻ", kind: organisation, part_of: bai-gie}
  - {id: con-duoc, name: "Cồn Đước", kind: place, type: "xã", part_of: bai-gie}
  - {id: tu-sac, name: "Cù Tứ Sắc", kind: person, aliases: ["ông Sắc"]}
topics:
  - {id: dieu-dong, label: "Điều động cán bộ", phrases: ["điều động", "điều động cán bộ"], examples: ["{place} điều động bao nhiêu cán bộ"]}
  - {id: dau, label: "Hỗ trợ dầu", phrases: ["hỗ trợ dầu", "tiền dầu"], examples: ["tàu của {place} được hỗ trợ bao nhiêu tiền dầu"]}
  - {id: cang, label: "Kinh phí nâng cấp cảng", phrases: ["nâng cấp cảng"], examples: ["nâng cấp {place} hết bao nhiêu tiền"]}
  - {id: xong, label: "Ngày hoàn thành", phrases: ["hoàn thành", "làm xong"], examples: ["{place} bao giờ nâng cấp xong", "{place} hoàn thành khi nào"]}
  - {id: phong-hoc, label: "Phòng học mới", phrases: ["phòng học mới", "xây phòng học"], examples: ["{place} xây bao nhiêu phòng học"]}
  - {id: ung-ho, label: "Tiền ủng hộ", phrases: ["ủng hộ", "tiền ủng hộ"], examples: ["tiểu thương {place} nhận được bao nhiêu tiền ủng hộ"]}
  - {id: vac-xin, label: "Thiếu vắc xin", phrases: ["thiếu vắc xin", "hết vắc xin"], examples: ["{place} thiếu vắc xin từ khi nào"]}
  - {id: vat-nuoi, label: "Vật nuôi bị chết", phrases: ["vật nuôi chết", "gia cầm chết"], examples: ["{place} có bao nhiêu vật nuôi chết"]}
  - {id: mien-phi, label: "Miễn phí vệ sinh", phrases: ["miễn phí vệ sinh"], examples: ["bao nhiêu hộ ở {place} được miễn phí vệ sinh"]}
  - {id: gian-hang, label: "Gian hàng bị cháy", phrases: ["gian hàng bị cháy"], examples: ["bao nhiêu gian hàng ở {place} bị cháy"]}
  - {id: hieu-truong, label: "Hiệu trưởng", phrases: ["hiệu trưởng"], examples: ["hiệu trưởng {organisation} là ai"]}
  - {id: chuc-vu, label: "Chức vụ", phrases: ["chức vụ", "là ai"], examples: ["{person} là ai", "{person} giữ chức vụ gì"]}
  - {id: truoc, label: "Chức vụ trước đây", phrases: ["trước đây", "trước khi"], examples: ["trước đây {person} làm gì"]}
  - {id: cau-treo, label: "Cầu treo", phrases: ["cầu treo"], examples: ["{place} có bao nhiêu cầu treo"]}
  - {id: mua, label: "Lượng mưa", phrases: ["lượng mưa"], examples: ["lượng mưa ở {place} là bao nhiêu"]}
  - {id: tiem, label: "Tiêm vắc xin", phrases: ["tiêm vắc xin", "tiêm mũi 2"], examples: ["bao nhiêu phần trăm người {place} tiêm mũi 2"]}
  - {id: phan-loai, label: "Triển khai phân loại rác", phrases: ["phân loại rác"], examples: ["bao nhiêu xã ở {place} phân loại rác"]}
  - {id: kien-toan, label: "Kiện toàn chức danh", phrases: ["kiện toàn", "cấp ủy viên"], examples: ["{place} kiện toàn bao nhiêu cấp ủy viên"]}
  - {id: nguyen, label: "Chức vụ cũ", phrases: ["nguyên là", "từng làm", "trước khi làm bí thư"], examples: ["ai từng làm trưởng phòng ở {place}"]}
  - {id: san-luong, label: "Sản lượng", phrases: ["sản lượng"], examples: ["sản lượng của {place} là bao nhiêu"]}
  - {id: chet, label: "Người chết", phrases: ["người chết"], examples: ["{place} có bao nhiêu người chết"]}
  - {id: mat-tich, label: "Người mất tích", phrases: ["mất tích", "người mất tích"], examples: ["{place} có bao nhiêu người mất tích"]}
  - {id: tuoi, label: "Diện tích được tưới", phrases: ["diện tích được tưới", "tưới"], examples: ["{place} tưới bao nhiêu ha"]}
  - {id: ky-luat, label: "Kỷ luật đảng viên", phrases: ["kỷ luật", "khai trừ"], examples: ["{place} khai trừ bao nhiêu đảng viên"]}
  - {id: cuu, label: "Cứu nạn", phrases: ["cứu nạn", "cứu người"], examples: ["{place} cứu bao nhiêu ngư dân"]}
  - {id: vo-dich, label: "Vô địch bơi chải", phrases: ["vô địch bơi chải"], examples: ["ai vô địch bơi chải"]}
  - {id: hoc-phi, label: "Miễn học phí", phrases: ["miễn học phí"], examples: ["{place} miễn học phí cho bao nhiêu học sinh"]}
  - {id: khoi-cong, label: "Ngày khởi công", phrases: ["khởi công"], examples: ["{place} khởi công kè biển khi nào"]}
  - {id: tien-dien, label: "Hỗ trợ tiền điện", phrases: ["hỗ trợ tiền điện", "tiền điện"], examples: ["mỗi hộ ở {place} được hỗ trợ bao nhiêu tiền điện"]}
facts:
  - {id: khoi-cong, subject: con-duoc, topic: khoi-cong, kind: date, value: "2024-03-26", statement: "Dự án nâng cấp kè biển Cồn Đước khởi công ngày 26/3/2024.", paragraph: 22}
  - {id: tien-dien, subject: con-duoc, topic: tien-dien, kind: count, value: 58000, unit: "đồng/hộ/tháng", statement: "Mỗi hộ ở Cồn Đước được hỗ trợ 58.000 đồng tiền điện một tháng.", paragraph: 22}
  - {id: tuoi, subject: bai-gie, topic: tuoi, kind: count, value: 2150, unit: "ha", statement: "Bãi Giẻ tưới cho 2.150 ha cây trồng.", paragraph: 17, parts: [{id: tuoi/lua, value: 1240, facets: ["lúa"], statement: "1.240 ha lúa được tưới."}]}
  - {id: ky-luat, subject: bai-gie, topic: ky-luat, kind: count, value: 5, unit: "đảng viên", period: {label: "từ đầu năm 2023 đến hết tháng 6/2024", since: 2023-01-01, as_of: 2024-06-30}, statement: "Bãi Giẻ khai trừ 5 đảng viên.", paragraph: 18}
  - {id: cuu, subject: bai-gie, topic: cuu, kind: count, value: 27, unit: "ngư dân", statement: "Các tổ đội Bãi Giẻ cứu 27 ngư dân.", paragraph: 19}
  - {id: vo-dich, subject: bai-gie, topic: vo-dich, kind: list, items: ["Hòn Váng"], statement: "Đội Hòn Váng vô địch bơi chải sau khi thắng Cồn Đước.", paragraph: 20}
  - {id: hoc-phi, subject: bai-gie, topic: hoc-phi, kind: count, value: 247, unit: "học sinh", statement: "247 học sinh Bãi Giẻ được miễn học phí.", paragraph: 21}
  - {id: cau-treo, subject: hon-vang, topic: cau-treo, kind: count, value: 6, unit: "cầu treo", statement: "Hòn Váng có 6 cầu treo.", paragraph: 12}
  - {id: mua, subject: hon-vang, topic: mua, kind: count, value: 287.4, unit: "mm", statement: "Lượng mưa ở Hòn Váng trong hai ngày là 287,4 mm.", paragraph: 12}
  - {id: tiem, subject: bai-gie, topic: tiem, kind: share, value: 46.3, of: 100, unit: "%", facets: ["mũi 2", "trẻ 5-11 tuổi"], statement: "46,3% trẻ 5-11 tuổi ở Bãi Giẻ đã tiêm mũi 2.", paragraph: 13}
  - {id: phan-loai, subject: bai-gie, topic: phan-loai, kind: share, value: 4, of: 9, unit: "xã", statement: "4/9 xã của Bãi Giẻ đã triển khai phân loại rác.", paragraph: 13}
  - {id: kien-toan, subject: bai-gie, topic: kien-toan, kind: count, value: 6, unit: "cấp ủy viên", facets: ["cấp ủy viên"], statement: "Bãi Giẻ đã kiện toàn 6 cấp ủy viên.", paragraph: 14}
  - {id: nguyen, subject: bai-gie, topic: nguyen, kind: person, items: ["Cù Tứ Sắc"], statement: "Người từng làm trưởng phòng ở Bãi Giẻ là Cù Tứ Sắc.", paragraph: 14}
  - id: san-luong
    subject: bai-gie
    topic: san-luong
    kind: count
    value: 18650
    unit: "tấn"
    period: {label: "9 tháng đầu năm 2024", since: 2024-01-01, as_of: 2024-09-30}
    statement: "9 tháng đầu năm 2024, Bãi Giẻ đạt sản lượng 18.650 tấn."
    paragraph: 15
    parts: [{id: san-luong/muc, value: 4120, facets: ["mực"], statement: "Trong đó có 4.120 tấn mực."}]
  - {id: san-luong-2023, subject: bai-gie, topic: san-luong, kind: count, value: 23400, unit: "tấn", period: {label: "năm 2023", since: 2023-01-01, as_of: 2023-12-31}, statement: "Năm 2023, Bãi Giẻ đạt sản lượng 23.400 tấn.", paragraph: 15}
  - {id: chet, subject: hon-vang, topic: chet, kind: count, value: 3, unit: "người", statement: "Hòn Váng có 3 người chết.", paragraph: 16}
  - {id: mat-tich, subject: bai-gie, topic: mat-tich, kind: count, value: 2, unit: "người", statement: "Bãi Giẻ có 2 người mất tích.", paragraph: 16}
  - {id: dieu-dong, subject: bai-gie, topic: dieu-dong, kind: count, value: 15, unit: "cán bộ", statement: "Huyện Bãi Giẻ đã điều động 15 cán bộ.", paragraph: 1}
  - {id: dau, subject: bai-gie, topic: dau, kind: count, value: 75, unit: "triệu đồng", statement: "Mỗi chuyến biển, tàu của Bãi Giẻ được hỗ trợ 75 triệu đồng tiền dầu.", paragraph: 2}
  - {id: cang, subject: cang, topic: cang, kind: count, value: 156, unit: "tỷ đồng", statement: "Cảng cá Lạch Ngò được nâng cấp với 156 tỷ đồng.", paragraph: 3}
  - {id: xong, subject: cang, topic: xong, kind: date, value: "2025-03", facets: ["dự kiến"], statement: "Việc nâng cấp cảng cá Lạch Ngò dự kiến hoàn thành tháng 3/2025.", paragraph: 3}
  - {id: phong-hoc, subject: hon-vang, topic: phong-hoc, kind: count, value: 12, unit: "phòng học", statement: "Xã Hòn Váng có 12 phòng học mới.", paragraph: 4}
  - id: ung-ho
    subject: cang
    topic: ung-ho
    kind: count
    value: 3.8
    unit: "tỷ đồng"
    statement: "Tiểu thương cảng cá Lạch Ngò nhận được 3,8 tỷ đồng tiền ủng hộ."
    paragraph: 5
    parts: [{id: ung-ho/doanh-nghiep, value: 2.4, facets: ["doanh nghiệp"], statement: "Doanh nghiệp ủng hộ 2,4 tỷ đồng."}]
  - {id: vac-xin, subject: bai-gie, topic: vac-xin, kind: date, value: "2024-05", statement: "Bãi Giẻ bắt đầu thiếu vắc xin từ tháng 5/2024.", paragraph: 6}
  - {id: vat-nuoi, subject: bai-gie, topic: vat-nuoi, kind: not_stated, unit: "con", statement: "Bài báo không nêu tổng số vật nuôi bị chết.", paragraph: 7, parts: [{id: vat-nuoi/gia-cam, kind: count, value: 15200, facets: ["gia cầm"], statement: "15.200 con gia cầm ở Bãi Giẻ bị chết."}]}
  - {id: mien-phi, subject: bai-gie, topic: mien-phi, kind: count, value: 914, unit: "hộ", facets: ["hộ nghèo"], statement: "914 hộ nghèo ở Bãi Giẻ được miễn phí vệ sinh.", paragraph: 8}
  - {id: gian-hang, subject: hon-vang, topic: gian-hang, kind: share, value: 212, of: 340, unit: "gian hàng", statement: "212/340 gian hàng ở Hòn Váng bị thiêu rụi.", paragraph: 9}
  - {id: hieu-truong, subject: thpt, topic: hieu-truong, kind: person, items: ["Ma Thị Lý"], statement: "Bà Ma Thị Lý là Hiệu trưởng Trường THPT Bãi Giẻ.", paragraph: 10}
  - {id: sac, subject: tu-sac, topic: chuc-vu, kind: statement, period: {label: "tháng 7/2024"}, statement: "Ông Cù Tứ Sắc là Bí thư Đảng ủy xã Hòn Váng.", paragraph: 11}
  - {id: sac-truoc, subject: tu-sac, topic: truoc, kind: list, items: ["Phòng Thủy sản huyện"], period: {label: "trước tháng 7/2024"}, statement: "Trước khi về xã Hòn Váng, ông Cù Tứ Sắc công tác ở Phòng Thủy sản huyện, giữ chức trưởng phòng.", paragraph: 11}
"""


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """What is known of the coast; only to be asked."""
    folder = tmp_path_factory.mktemp("coast")
    (folder / "coast.yaml").write_text(COAST, encoding="utf-8")
    load_packs(folder / "coast.db", read_packs([folder / "coast.yaml"]), only=True)
    with Knowledge.open(folder / "coast.db") as known:
        yield known


def claims(answer: Answer) -> bool:
    """Whether a reader would take the answer for one to what was asked."""
    return answer.status in ("answered", "quoted")


@pytest.mark.parametrize(
    "question",
    [
        "Bãi Giẻ được điều động bao nhiêu cán bộ?",
        "Tàu Bãi Giẻ tốn bao nhiêu tiền dầu mỗi chuyến?",
        "Bãi Giẻ hỗ trợ tổng cộng bao nhiêu tiền dầu?",
        "Cảng Lạch Ngò nâng cấp từ khi nào?",
        "Cảng Lạch Ngò xây năm nào?",
        "Xây phòng học Hòn Váng hết bao nhiêu?",
        "Tiểu thương Lạch Ngò ủng hộ bao nhiêu tiền?",
        "Doanh nghiệp nhận bao nhiêu tiền ở Lạch Ngò?",
        "Bãi Giẻ hết thiếu vắc xin từ khi nào?",
        "Bãi Giẻ nuôi bao nhiêu gia cầm?",
        "Bãi Giẻ có bao nhiêu hộ nghèo?",
        "Hòn Váng có bao nhiêu gian hàng?",
        "hieu truong cu truong thpt bai gie la ai",
        "Ai thay Cù Tứ Sắc?",
        "Cù Tứ Sắc làm trưởng phòng từ khi nào?",
        "Trước khi làm trưởng phòng Thủy sản, ông Sắc làm gì?",
        "Hòn Váng có bao nhiêu cầu tre?",
        "luong mua o hon vang trong ba ngay",
        "Bao nhiêu phần trăm người Bãi Giẻ tiêm mũi 2?",
        "Bao nhiêu phần trăm rác Bãi Giẻ được phân loại?",
        "Bãi Giẻ có bao nhiêu cấp ủy viên?",
        "Nguyên bí thư Bãi Giẻ là ai?",
        "Bãi Giẻ trồng bao nhiêu ha lúa?",
        "Bãi Giẻ khai trừ bao nhiêu đảng viên năm 2024?",
        "Bao nhiêu ngư dân Bãi Giẻ cứu người?",
        "Cồn Đước vô địch môn nào?",
        "Bãi Giẻ miễn bao nhiêu học phí?",
        "Kè biển Cồn Đước nâng cấp xong ngày nào?",
        "Một hộ Cồn Đước trả bao nhiêu tiền điện một tháng?",
    ],
)
def test_what_only_looks_like_it_is_not_answered(coast: Knowledge, question: str) -> None:
    answer = coast.ask(question)
    assert not claims(answer), (answer.status, ids(answer))


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Bãi Giẻ điều động được bao nhiêu cán bộ?", "dieu-dong"),
        ("Bao nhiêu cán bộ được điều động ở Bãi Giẻ?", "dieu-dong"),
        ("Tàu Bãi Giẻ được hỗ trợ bao nhiêu tiền dầu?", "dau"),
        ("Cảng Lạch Ngò bao giờ nâng cấp xong?", "xong"),
        ("Nâng cấp cảng Lạch Ngò hết bao nhiêu?", "cang"),
        ("Hòn Váng xây bao nhiêu phòng học mới?", "phong-hoc"),
        ("Tiểu thương Lạch Ngò nhận được bao nhiêu tiền ủng hộ?", "ung-ho"),
        ("Doanh nghiệp ủng hộ bao nhiêu tiền ở Lạch Ngò?", "ung-ho/doanh-nghiep"),
        ("Bãi Giẻ thiếu vắc xin từ khi nào?", "vac-xin"),
        ("Bãi Giẻ bao nhiêu gia cầm bị chết?", "vat-nuoi/gia-cam"),
        ("Bao nhiêu hộ nghèo ở Bãi Giẻ được miễn phí vệ sinh?", "mien-phi"),
        ("Bao nhiêu gian hàng ở Hòn Váng bị cháy?", "gian-hang"),
        ("hieu truong truong thpt bai gie la ai", "hieu-truong"),
        ("Ông Sắc là ai?", "sac"),
        ("Hòn Váng có bao nhiêu cầu teo?", "cau-treo"),
        ("luong mua o hon vang trong hai ngay", "mua"),
        ("Bao nhiêu phần trăm trẻ ở Bãi Giẻ tiêm mũi 2?", "tiem"),
        ("Bao nhiêu phần trăm xã ở Bãi Giẻ phân loại rác?", "phan-loai"),
        ("Bãi Giẻ kiện toàn bao nhiêu cấp ủy viên?", "kien-toan"),
        ("Nguyên trưởng phòng ở Bãi Giẻ là ai?", "nguyen"),
        ("Bãi Giẻ tưới bao nhiêu ha lúa?", "tuoi/lua"),
        ("Bãi Giẻ khai trừ bao nhiêu đảng viên từ đầu năm 2023 đến hết tháng 6/2024?", "ky-luat"),
        ("Bãi Giẻ cứu được bao nhiêu ngư dân?", "cuu"),
        ("Đội nào ở Bãi Giẻ vô địch bơi chải?", "vo-dich"),
        ("Bãi Giẻ miễn học phí cho bao nhiêu học sinh?", "hoc-phi"),
        ("Kè biển Cồn Đước khởi công nâng cấp ngày nào?", "khoi-cong"),
        ("Một hộ Cồn Đước được hỗ trợ bao nhiêu tiền điện một tháng?", "tien-dien"),
        ("Trước khi về Hòn Váng, ông Sắc công tác ở đâu?", "sac-truoc"),
    ],
)
def test_what_the_fact_does_tell_is_answered(coast: Knowledge, question: str, fact: str) -> None:
    answer = coast.ask(question)
    assert (answer.status, ids(answer)[:1]) == ("answered", [fact])


@pytest.mark.parametrize(
    "talk",
    [
        ["Sản lượng Bãi Giẻ năm 2023?", "mực?"],
        ["Hòn Váng có bao nhiêu người chết?", "mất tích?"],
        ["Cảng Lạch Ngò bao giờ nâng cấp xong?", "ai xây?"],
        ["Cù Tứ Sắc là ai?", "ai thay?"],
    ],
)
def test_a_follow_up_of_few_words_keeps_the_time_the_place_and_its_own_ask(
    coast: Knowledge, talk: list[str]
) -> None:
    reply = coast.reply(talk[0])
    assert reply.answer.status == "answered"
    for question in talk[1:]:
        reply = coast.reply(question, context=reply.context)
    assert not claims(reply.answer), (reply.answer.status, ids(reply.answer))
