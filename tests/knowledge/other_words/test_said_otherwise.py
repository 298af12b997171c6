"""What facts call otherwise than readers do: aims, beginnings, children, parts of words, and when a span ends."""

import pytest

from tests.knowledge.asking import ids, shown

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
        ("Chien dich tiem phong o Kim Do bat dau tu bao gio?", ["ra-quan"]),
        ("De an 44 nham dat duoc dieu gi?", ["muc-tieu"]),
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
        "Dot tong ve sinh o Kim Do bat dau tu bao gio?",
        "Kim Dơ đặt ra bao nhiêu ca bệnh dại?",
        "Kinh phí chống dịch của Kim Dơ gồm những người nào?",
        "Kim Dơ cắt giảm bao nhiêu ca bệnh dại?",
    ],
)
def test_what_is_another_thing_is_not(taught, asked):
    assert taught(CAMPAIGN).ask(asked).status != "answered"


RECRUITS = """
article: {id: giao-quan, about: "giao quân", published: 2025-02-14T07:00:00+07:00}
names:
  - {id: kim-do, name: "Kim Dơ", kind: place, type: "huyện"}
  - {id: lung-re, name: "Lũng Ré", kind: place, type: "huyện"}
topics:
  - {id: giao-quan, label: "Giao quân", phrases: ["giao quân", "tân binh", "công dân nhập ngũ"], examples: ["{place} có bao nhiêu tân binh"]}
  - {id: le, label: "Lễ giao quân", phrases: ["lễ giao quân"], examples: ["lễ giao quân của {place} diễn ra ở đâu"]}
  - {id: kham, label: "Khám tuyển", phrases: ["khám tuyển", "khám nghĩa vụ"], examples: ["{place} gọi bao nhiêu thanh niên khám tuyển"]}
  - {id: suc-khoe, label: "Đủ sức khỏe nhập ngũ", phrases: ["đủ sức khỏe nhập ngũ", "đủ sức khỏe", "sức khỏe loại 1", "sức khỏe loại 2", "sức khỏe loại 3"], examples: ["{place} có bao nhiêu thanh niên đủ sức khỏe"]}
  - {id: mien, label: "Miễn gọi nhập ngũ", phrases: ["miễn gọi nhập ngũ", "được miễn nhập ngũ"], examples: ["{place} có bao nhiêu thanh niên được miễn gọi nhập ngũ"]}
  - {id: lop, label: "Lớp học quân sự", phrases: ["lớp quân sự"], examples: ["bao nhiêu người học lớp quân sự ở {place}"]}
  - {id: tieu-chi, label: "Tiêu chí", phrases: ["tiêu chí"], examples: ["{place} đạt bao nhiêu tiêu chí"]}
facts:
  - id: giao
    subject: kim-do
    topic: giao-quan
    kind: count
    value: 168
    unit: "công dân"
    statement: "Kim Dơ giao 168 công dân nhập ngũ."
    paragraph: 1
    parts: [{id: giao/cong-an, value: 28, facets: ["vào công an"], statement: "28 công dân vào công an."}]
  - {id: giao-lung-re, subject: lung-re, topic: giao-quan, kind: count, value: 152, unit: "công dân", statement: "Lũng Ré giao 152 công dân nhập ngũ.", paragraph: 1}
  - {id: le, subject: kim-do, topic: le, kind: statement, facets: ["địa điểm"], statement: "Lễ giao quân của Kim Dơ tổ chức ở sân vận động.", paragraph: 1}
  - {id: kham, subject: kim-do, topic: kham, kind: count, value: 1240, unit: "thanh niên", statement: "Kim Dơ gọi 1.240 thanh niên khám nghĩa vụ.", paragraph: 2}
  - id: suc-khoe
    subject: kim-do
    topic: suc-khoe
    kind: count
    value: 283
    unit: "thanh niên"
    statement: "283 thanh niên ở Kim Dơ đủ sức khỏe nhập ngũ."
    paragraph: 2
    parts:
      - {id: suc-khoe/mot, value: 96, facets: ["loại 1"], statement: "96 thanh niên đạt loại 1."}
      - {id: suc-khoe/hai, value: 187, facets: ["loại 2"], statement: "187 thanh niên đạt loại 2."}
  - {id: mien, subject: kim-do, topic: mien, kind: count, value: 46, unit: "thanh niên", statement: "46 thanh niên Kim Dơ được miễn gọi nhập ngũ.", paragraph: 3}
  - {id: tieu-chi, subject: kim-do, topic: tieu-chi, kind: count, value: 17, unit: "tiêu chí", statement: "Kim Dơ đạt 17 tiêu chí.", paragraph: 3}
  - id: lop
    subject: kim-do
    topic: lop
    kind: not_stated
    statement: "Bài báo không nêu tổng số người học lớp quân sự."
    paragraph: 4
    parts:
      - {id: lop/tap-trung, kind: count, value: 12, unit: "người", facets: ["hệ tập trung"], statement: "12 người học hệ tập trung."}
      - {id: lop/khong, kind: count, value: 90, unit: "người", facets: ["hệ không tập trung"], statement: "90 người học hệ không tập trung."}
"""


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        ("Mấy thanh niên Kim Dơ đạt sức khỏe loại 1?", ["suc-khoe/mot"]),
        ("Sức khỏe loại 1 và loại 2 ở Kim Dơ mỗi loại bao nhiêu người?", ["suc-khoe/hai", "suc-khoe/mot"]),
        ("Lễ giao quân của Kim Dơ được tổ chức ở đâu?", ["le"]),
        ("Kim Dơ giao quân ở đâu?", ["le"]),
        ("Lũng Ré có mấy tân binh vậy ta?", ["giao-lung-re"]),
        ("Kim Dơ và Lũng Ré mỗi huyện giao bao nhiêu quân?", ["giao", "giao-lung-re", "giao/cong-an"]),
        ("Kim Dơ hiện có mấy tân binh?", ["giao", "giao/cong-an"]),
        ("Kim Dơ hoàn thành được mấy tiêu chí?", ["tieu-chi"]),
        ("Không phải hệ tập trung thì bao nhiêu người Kim Dơ học lớp quân sự?", ["lop/khong"]),
        ("Học lớp quân sự mà không theo hệ tập trung thì Kim Dơ có bao nhiêu người?", ["lop/khong"]),
        ("Bao nhiêu người Kim Dơ học lớp quân sự hệ tập trung?", ["lop/tap-trung"]),
    ],
)
def test_what_a_topic_says_in_its_own_way_is_told_apart(taught, asked, facts):
    answer = taught(RECRUITS).ask(asked)
    assert sorted(ids(answer) if answer.status == "answered" else []) == facts


@pytest.mark.parametrize(
    "asked",
    [
        "Ở Kim Dơ đi khám nghĩa vụ thì bao nhiêu người đạt?",
        "o kim do di kham nghia vu thi bao nhieu nguoi dat",
        "Mấy thanh niên Kim Dơ đạt sức khỏe loại 3?",
        "Kim Dơ có bao nhiêu bác sĩ nhập ngũ?",
    ],
)
def test_what_no_fact_tells_is_not_taken_from_the_nearest(taught, asked):
    assert taught(RECRUITS).ask(asked).status != "answered"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Số thanh niên đủ sức khỏe ở Kim Dơ có cao hơn 500 không?", "khong."),
        ("Số thanh niên đủ sức khỏe ở Kim Dơ có phải là 283 không?", "co."),
    ],
)
def test_whether_a_number_is_so_and_so_is_asked_of_the_number(taught, asked, said):
    assert shown(taught(RECRUITS).ask(asked)).startswith(said)


def test_a_follow_up_that_names_a_topic_with_words_of_the_last_is_about_it_alone(taught):
    known = taught(RECRUITS)
    before = known.reply("Có bao nhiêu thanh niên Kim Dơ đủ sức khỏe nhập ngũ?")
    assert ids(known.reply("Còn được miễn thì bao nhiêu?", context=before.context).answer) == ["mien"]


LAKES = """
article: {id: ho, about: "thủy lợi và nước sạch", author: "Bùi Thu Hà", published: 2024-03-22T07:00:00+07:00}
names:
  - {id: kim-do, name: "Kim Dơ", kind: place, type: "huyện"}
  - {id: nui-lac, name: "Hồ Núi Lạc", kind: place, type: "hồ", part_of: kim-do}
topics:
  - {id: von, label: "Vốn nâng cấp hồ", phrases: ["vốn nâng cấp", "kinh phí nâng cấp", "nâng cấp hồ"], examples: ["tổng vốn nâng cấp {place} là bao nhiêu"]}
  - {id: gia, label: "Giá nước sạch", phrases: ["giá nước sạch", "giá nước"], examples: ["giá nước sạch ở {place} là bao nhiêu"]}
  - {id: kiem-tra, label: "Kiểm tra", phrases: ["kiểm tra"], examples: ["{place} kiểm tra mấy lần"]}
facts:
  - id: von
    subject: nui-lac
    topic: von
    kind: count
    value: 24
    unit: "tỷ đồng"
    statement: "Hồ Núi Lạc được nâng cấp với tổng vốn 24 tỷ đồng."
    paragraph: 1
    parts:
      - {id: von/trung-uong, value: 18, facets: ["vốn trung ương"], statement: "Vốn trung ương là 18 tỷ đồng."}
      - {id: von/tinh, value: 6, facets: ["ngân sách tỉnh"], statement: "Ngân sách tỉnh góp 6 tỷ đồng."}
  - {id: gia, subject: kim-do, topic: gia, kind: count, value: 7500, unit: "đồng/m3", statement: "Giá nước sạch ở Kim Dơ là 7.500 đồng/m3.", paragraph: 2}
"""


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        ("Trung ương rót bao nhiêu vốn nâng cấp hồ Núi Lạc?", ["von/trung-uong"]),
        ("Ngân sách tỉnh bỏ ra bao nhiêu để nâng cấp hồ Núi Lạc?", ["von/tinh"]),
        ("giá nước sạch kim dơ bn ạ", ["gia"]),
        ("Giá nước sạch ở Kim Dơ một khối bao nhiêu tiền?", ["gia"]),
        ("Giá nước sạch ở Kim Dơ một tháng bao nhiêu tiền?", []),
        ("Doanh nghiệp rót bao nhiêu vốn nâng cấp hồ Núi Lạc?", []),
    ],
)
def test_what_a_thing_cost_is_told_by_who_paid_and_for_how_much(taught, asked, facts):
    answer = taught(LAKES).ask(asked)
    assert (ids(answer) if answer.status == "answered" else []) == facts


def test_who_wrote_about_water_came_home_from_nowhere(taught):
    assert "bui thu ha" in shown(taught(LAKES).ask("Ai viết bài về nước ở Kim Dơ?"))


OFFICES = """
article: {id: mot-cua, about: "chuyển đổi số", published: 2024-10-10T07:00:00+07:00}
names:
  - {id: kim-do, name: "Kim Dơ", kind: place, type: "huyện"}
topics:
  - {id: ho-so, label: "Hồ sơ", phrases: ["hồ sơ", "tiếp nhận hồ sơ"], examples: ["{place} tiếp nhận bao nhiêu hồ sơ", "bao nhiêu hồ sơ ở {place} nộp trực tuyến"]}
  - {id: kinh-phi, label: "Kinh phí chuyển đổi số", phrases: ["kinh phí chuyển đổi số"], examples: ["kinh phí chuyển đổi số của {place} là bao nhiêu"]}
  - {id: dinh-danh, label: "Định danh điện tử", phrases: ["định danh điện tử"], examples: ["bao nhiêu phần trăm người dân {place} có định danh điện tử"]}
  - {id: to, label: "Tổ công nghệ số", phrases: ["tổ công nghệ số"], examples: ["{place} có bao nhiêu tổ công nghệ số"]}
  - {id: thanh-vien, label: "Thành viên tổ công nghệ số", phrases: ["thành viên tổ công nghệ số"], examples: ["các tổ công nghệ số ở {place} có bao nhiêu thành viên"]}
  - {id: dung-han, label: "Giải quyết đúng hạn", phrases: ["đúng hạn"], examples: ["tỷ lệ đúng hạn của {place} là bao nhiêu"]}
facts:
  - id: ho-so
    subject: kim-do
    topic: ho-so
    kind: count
    value: 18640
    unit: "hồ sơ"
    statement: "Kim Dơ tiếp nhận 18.640 hồ sơ."
    paragraph: 1
    complete: true
    parts:
      - {id: ho-so/truc-tuyen, value: 14912, facets: ["nộp trực tuyến"], statement: "14.912 hồ sơ nộp trực tuyến."}
      - {id: ho-so/truc-tiep, value: 3728, facets: ["nộp trực tiếp"], statement: "3.728 hồ sơ nộp trực tiếp."}
  - id: kinh-phi
    subject: kim-do
    topic: kinh-phi
    kind: count
    value: 6.3
    unit: "tỷ đồng"
    period: {label: "năm 2024", since: 2024-01-01, as_of: 2024-10-10}
    statement: "Năm 2024, Kim Dơ dành 6,3 tỷ đồng cho chuyển đổi số."
    paragraph: 2
    parts:
      - {id: kinh-phi/thiet-bi, value: 3.8, facets: ["thiết bị"], statement: "3,8 tỷ đồng mua thiết bị."}
      - {id: kinh-phi/phan-mem, value: 1.4, facets: ["phần mềm"], statement: "1,4 tỷ đồng cho phần mềm."}
  - {id: dinh-danh, subject: kim-do, topic: dinh-danh, kind: share, value: 81.4, of: 100, unit: "%", statement: "81,4% người từ 14 tuổi ở Kim Dơ có định danh điện tử.", paragraph: 3}
  - {id: to, subject: kim-do, topic: to, kind: count, value: 148, unit: "tổ", statement: "Kim Dơ có 148 tổ công nghệ số.", paragraph: 4}
  - {id: thanh-vien, subject: kim-do, topic: thanh-vien, kind: count, value: 962, unit: "thành viên", statement: "Các tổ công nghệ số ở Kim Dơ có 962 thành viên.", paragraph: 4}
"""


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        ("Kinh phí chuyển đổi số năm 2024 của Kim Dơ là bao nhiêu?", ["kinh-phi", "kinh-phi/phan-mem", "kinh-phi/thiet-bi"]),
        ("Kinh phí chuyển đổi số của Kim Dơ: thiết bị bao nhiêu, phần mềm bao nhiêu?", ["kinh-phi/phan-mem", "kinh-phi/thiet-bi"]),
        ("Trong kinh phí chuyển đổi số của Kim Dơ, phần dành cho thiết bị là bao nhiêu?", ["kinh-phi/thiet-bi"]),
        ("Người dân nộp bao nhiêu hồ sơ cho huyện Kim Dơ?", ["ho-so", "ho-so/truc-tiep", "ho-so/truc-tuyen"]),
        ("Kim Dơ có bao nhiêu hồ sơ nộp trực tuyến?", ["ho-so/truc-tuyen"]),
        ("Bao nhiêu phần trăm người từ 14 tuổi ở Kim Dơ có định danh điện tử?", ["dinh-danh"]),
        ("Bao nhiêu phần trăm người từ 15 tuổi ở Kim Dơ có định danh điện tử?", []),
        ("Kim Dơ trả lại bao nhiêu hồ sơ?", []),
        ("Kinh phí chuyển đổi số năm 2023 của Kim Dơ là bao nhiêu?", []),
    ],
)  # fmt: skip
def test_a_word_of_a_phrase_asks_for_nothing_by_itself(taught, asked, facts):
    answer = taught(OFFICES).ask(asked)
    assert sorted(ids(answer) if answer.status == "answered" else []) == facts


@pytest.mark.parametrize(
    ("before", "asked", "fact"),
    [
        ("Kim Dơ tiếp nhận bao nhiêu hồ sơ?", "Bao nhiêu trong số đó nộp trực tuyến?", "ho-so/truc-tuyen"),
        ("Kim Dơ có mấy tổ công nghệ số?", "Các tổ này có bao nhiêu thành viên?", "thanh-vien"),
    ],
)
def test_a_follow_up_that_says_half_of_an_example_takes_the_rest_over(taught, before, asked, fact):
    known = taught(OFFICES)
    answer = known.reply(asked, context=known.reply(before).context).answer
    assert (answer.status, ids(answer)[0]) == ("answered", fact)


def test_goods_are_no_deadline_because_an_example_has_that_before_a_little_word(taught):
    assert "hàng" in taught(OFFICES).ask("Bao nhiêu món hàng của Kim Dơ?").understood.unexplained


@pytest.mark.parametrize(
    "asked", ["Kim Dơ có bao nhiêu hồ sơ đã bị cắt giảm?", "Dân số Kim Dơ là bao nhiêu?", "Số dân Kim Dơ?"]
)
def test_what_was_cut_and_who_lives_there_is_told_by_no_other_figure(taught, asked):
    assert taught(OFFICES).ask(asked).status != "answered"


def test_the_people_of_a_place_are_those_there(taught):
    assert ids(taught(OFFICES).ask("Dân Kim Dơ nộp trực tuyến bao nhiêu hồ sơ?")) == ["ho-so/truc-tuyen"]


def test_where_money_comes_from_is_told_by_its_parts(taught):
    answer = taught(CAMPAIGN).ask("Kinh phí chống dịch của Kim Dơ lấy từ những nguồn nào?")
    assert (answer.status, ids(answer)[0]) == ("answered", "kinh-phi")
