"""What facts call otherwise than readers do: aims, beginnings, children, parts of words, and when a span ends."""

import pytest

from tests.knowledge.asking import ids

CAMPAIGN = """
article: {id: tiem-cho, about: "tiêm phòng", published: 2023-08-19T07:00:00+07:00}
names:
  - {id: kim-do, name: "Kim Dơ", kind: place, type: "huyện"}
  - {id: de-an, name: "Đề án số 44", kind: document, aliases: ["Đề án 44"]}
topics:
  - {id: tiem, label: "Tiêm vắc xin uốn ván", phrases: ["tiêm vắc xin uốn ván", "tiêm mũi 1", "tiêm mũi 2"], examples: ["tỷ lệ tiêm vắc xin uốn ván ở {place}"]}
  - {id: ca-benh, label: "Ca bệnh dại", phrases: ["bệnh dại", "ca bệnh dại"], examples: ["{place} có bao nhiêu ca bệnh dại"]}
  - {id: chien-dich, label: "Chiến dịch tiêm phòng", phrases: ["chiến dịch tiêm phòng"], examples: ["chiến dịch tiêm phòng ở {place} kết thúc khi nào"]}
  - {id: ket-thuc, label: "Kết thúc đợt tổng vệ sinh", phrases: ["đợt tổng vệ sinh"], examples: ["đợt tổng vệ sinh ở {place} kết thúc khi nào"]}
  - {id: kinh-phi, label: "Kinh phí chống dịch", phrases: ["kinh phí chống dịch"], examples: ["kinh phí chống dịch của {place} là bao nhiêu"]}
  - {id: hoc-sinh, label: "Học sinh", phrases: ["học sinh", "lớp 1"], examples: ["{place} có bao nhiêu học sinh lớp 1"]}
  - {id: muc-tieu, label: "Mục tiêu của đề án", phrases: ["mục tiêu"], examples: ["mục tiêu của {document} là gì"]}
  - {id: dan-cho, label: "Đàn chó", phrases: ["giảm đàn chó"], examples: ["{place} giảm đàn chó bao nhiêu con"]}
  - {id: thieu, label: "Thiếu thú y", phrases: ["thiếu thú y"], examples: ["{place} thiếu bao nhiêu thú y", "{place} khắc phục việc thiếu thú y ra sao"]}
facts:
  - id: tiem
    subject: kim-do
    topic: tiem
    kind: not_stated
    statement: "Bài báo không nêu tỷ lệ tiêm vắc xin uốn ván chung."
    paragraph: 1
    parts:
      - {id: tiem/mot, kind: share, value: 84.5, of: 100, unit: "%", facets: ["mũi 1", "người từ 18 tuổi"], statement: "84,5% người từ 18 tuổi đã tiêm mũi 1."}
      - {id: tiem/hai, kind: share, value: 37.2, of: 100, unit: "%", facets: ["mũi 2", "người từ 18 tuổi"], statement: "37,2% người từ 18 tuổi đã tiêm mũi 2."}
  - {id: ca, subject: kim-do, topic: ca-benh, kind: count, value: 17, unit: "ca", period: {label: "từ đầu năm đến ngày 15/8/2023", since: 2023-01-01, as_of: 2023-08-15}, statement: "Kim Dơ ghi nhận 17 ca bệnh dại.", paragraph: 2}
  - {id: ra-quan, subject: kim-do, topic: chien-dich, kind: date, value: "2023-07-09", statement: "Kim Dơ ra quân tiêm phòng ngày 9/7/2023.", paragraph: 3}
  - {id: xong, subject: kim-do, topic: ket-thuc, kind: date, value: "2023-07-30", statement: "Đợt tổng vệ sinh kết thúc ngày 30/7/2023.", paragraph: 3}
  - id: kinh-phi
    subject: kim-do
    topic: kinh-phi
    kind: count
    value: 3
    unit: "tỷ đồng"
    statement: "Kinh phí chống dịch của Kim Dơ là 3 tỷ đồng."
    paragraph: 4
    complete: true
    parts:
      - {id: kinh-phi/nha-nuoc, value: 2, facets: ["ngân sách nhà nước"], statement: "Ngân sách nhà nước chi 2 tỷ đồng."}
      - {id: kinh-phi/van-dong, value: 1, facets: ["xã hội hóa"], statement: "Xã hội hóa được 1 tỷ đồng."}
  - {id: lop-1, subject: kim-do, topic: hoc-sinh, kind: count, value: 412, unit: "học sinh", facets: ["lớp 1"], statement: "Kim Dơ có 412 học sinh lớp 1.", paragraph: 5}
  - {id: muc-tieu, subject: de-an, topic: muc-tieu, kind: statement, statement: "Đề án số 44 đặt mục tiêu không còn chó thả rông.", paragraph: 6}
  - {id: dan-cho, subject: kim-do, topic: dan-cho, kind: count, value: 900, unit: "con", statement: "Kim Dơ bớt 900 con chó.", paragraph: 6}
  - {id: thieu, subject: kim-do, topic: thieu, kind: count, value: 8, unit: "người", statement: "Kim Dơ thiếu 8 thú y.", paragraph: 7}
  - {id: thieu/cach, subject: kim-do, topic: thieu, kind: statement, statement: "Kim Dơ khắc phục việc thiếu thú y bằng hợp đồng ngắn hạn.", paragraph: 7}
"""


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        ("Tỷ lệ tiêm mũi 1 và mũi 2 vắc xin uốn ván ở Kim Dơ?", ["tiem/mot", "tiem/hai"]),
        ("Người lớn ở Kim Dơ tiêm mũi 2 được bao nhiêu phần trăm?", ["tiem/hai"]),
        ("Từ đầu năm 2023 tới giữa tháng 8, Kim Dơ có bao nhiêu ca bệnh dại?", ["ca"]),
        ("Từ tháng 1 đến giữa tháng 8/2023, bao nhiêu ca bệnh dại ở Kim Dơ?", ["ca"]),
        ("Chiến dịch tiêm phòng ở Kim Dơ phát động hôm nào?", ["ra-quan"]),
        ("Chiến dịch tiêm phòng ở Kim Dơ bắt đầu từ bao giờ?", ["ra-quan"]),
        ("Kinh phí chống dịch của Kim Dơ gồm những nguồn nào?", ["kinh-phi", "kinh-phi/nha-nuoc", "kinh-phi/van-dong"]),
        ("Kinh phí chống dịch của Kim Dơ gồm những khoản gì?", ["kinh-phi", "kinh-phi/nha-nuoc", "kinh-phi/van-dong"]),
        ("Trẻ lớp 1 ở Kim Dơ có bao nhiêu em?", ["lop-1"]),
        ("Đề án 44 đặt ra mục đích gì?", ["muc-tieu"]),
        ("Đề án 44 nhằm đạt được điều gì?", ["muc-tieu"]),
        ("Kim Dơ cắt giảm đàn chó bao nhiêu con?", ["dan-cho"]),
        ("Kim Dơ làm cách nào để khắc phục việc thiếu thú y?", ["thieu/cach"]),
        ("Kim Dow cos bao nhieeu ca beenhj daij", ["ca"]),
        ("Kinh phí chống dịch của Kim Dơ: ngân sách bao nhiêu?", ["kinh-phi/nha-nuoc"]),
    ],
)  # fmt: skip
def test_what_is_called_otherwise_is_known_for_what_it_is(taught, asked, facts):
    answer = taught(CAMPAIGN).ask(asked)
    assert (answer.status, sorted(ids(answer))) == ("answered", sorted(facts))


@pytest.mark.parametrize(
    "asked",
    [
        "Từ đầu năm 2023 tới giữa tháng 7, Kim Dơ có bao nhiêu ca bệnh dại?",
        "Từ tháng 3 đến giữa tháng 8/2023, bao nhiêu ca bệnh dại ở Kim Dơ?",
        "Từ đầu năm 2022 đến hết tháng 8, Kim Dơ có bao nhiêu ca bệnh dại?",
        "Đợt tổng vệ sinh ở Kim Dơ bắt đầu từ bao giờ?",
        "Trẻ em tiêm mũi 2 ở Kim Dơ được bao nhiêu phần trăm?",
        "Giáo viên lớp 1 ở Kim Dơ có bao nhiêu người?",
        "Trẻ lớp 2 ở Kim Dơ có bao nhiêu em?",
        "Kim Dơ đặt ra bao nhiêu ca bệnh dại?",
        "Kinh phí chống dịch của Kim Dơ gồm những người nào?",
        "Kim Dơ cắt giảm bao nhiêu ca bệnh dại?",
    ],
)
def test_what_is_another_thing_is_not(taught, asked):
    assert taught(CAMPAIGN).ask(asked).status != "answered"
