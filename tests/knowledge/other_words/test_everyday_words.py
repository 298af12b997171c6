"""Everyday ways to ask: words that say no more than those beside them, and ones that only look like others."""

import pytest

from tests.knowledge.asking import shown, told

MARKET = """
article: {id: cho-lung, about: "chợ Lũng Dầu", published: 2025-03-05T07:00:00+07:00}
names:
  - {id: lung-dau, name: "Lũng Dầu", kind: place, type: "huyện"}
topics:
  - {id: sap, label: "Sạp bị cháy", phrases: ["sạp bị cháy"], examples: ["bao nhiêu sạp ở {place} bị cháy"]}
  - {id: dat, label: "Đất thu hồi", phrases: ["thu hồi đất", "đất thu hồi"], examples: ["{place} thu hồi bao nhiêu ha đất"]}
  - {id: ho, label: "Hộ tái định cư", phrases: ["hộ tái định cư", "đất tái định cư"], examples: ["{place} có bao nhiêu hộ tái định cư"]}
  - {id: khu, label: "Khu tái định cư", phrases: ["khu tái định cư"], examples: ["{place} có những khu tái định cư nào"]}
  - {id: bat-dau, label: "Khai hội", phrases: ["khai hội"], examples: ["lễ hội {place} khai hội ngày nào"]}
  - {id: ket-thuc, label: "Mãn hội", phrases: ["mãn hội"], examples: ["lễ hội {place} mãn hội ngày nào"]}
  - {id: be-mac, label: "Bế mạc hội thi", phrases: ["bế mạc"], examples: ["hội thi {place} bế mạc ngày nào"]}
  - {id: vo-dich, label: "Vô địch bóng đá nam", phrases: ["vô địch bóng đá nam"], examples: ["đội nào vô địch bóng đá nam ở {place}"]}
  - {id: nguyen-nhan, label: "Nguyên nhân cháy", phrases: ["nguyên nhân cháy"], examples: ["nguyên nhân cháy ở {place} là gì"]}
  - {id: mo-cua, label: "Ngày mở chợ tạm", phrases: ["mở chợ tạm"], examples: ["chợ tạm {place} mở ngày nào"]}
  - {id: ki-ot, label: "Chợ tạm", phrases: ["chợ tạm"], examples: ["chợ tạm {place} có bao nhiêu ki ốt"]}
  - {id: xay-lai, label: "Kinh phí xây lại", phrases: ["kinh phí xây lại"], examples: ["xây lại chợ {place} tốn kém ra sao"]}
  - {id: nam-xay, label: "Năm dựng đình", phrases: ["dựng đình"], examples: ["{place} dựng đình năm nào"]}
  - {id: van-dong-vien, label: "Vận động viên", phrases: ["vận động viên"], examples: ["{place} có bao nhiêu vận động viên"]}
  - {id: chua-chay, label: "Người chữa cháy", phrases: ["chữa cháy"], examples: ["bao nhiêu người chữa cháy ở {place}"]}
facts:
  - id: sap
    subject: lung-dau
    topic: sap
    kind: share
    value: 21
    of: 40
    unit: "sạp"
    statement: "21/40 sạp ở Lũng Dầu thành tro."
    paragraph: 1
    parts:
      - {id: sap/vai, kind: count, value: 12, facets: ["vải"], statement: "12 sạp vải bị cháy."}
  - id: dat
    subject: lung-dau
    topic: dat
    kind: count
    value: 9
    unit: "ha"
    statement: "Lũng Dầu thu hồi 9 ha đất."
    paragraph: 2
    parts:
      - {id: dat/lua, value: 5, facets: ["đất lúa"], statement: "Có 5 ha đất lúa."}
      - {id: dat/rung, value: 4, facets: ["đất rừng"], statement: "Có 4 ha đất rừng."}
  - id: ho
    subject: lung-dau
    topic: ho
    kind: count
    value: 30
    unit: "hộ"
    statement: "30 hộ ở Lũng Dầu tái định cư."
    paragraph: 2
    parts:
      - {id: ho/chua, value: 8, facets: ["chưa nhận đất"], statement: "8 hộ chưa nhận đất."}
  - {id: khu, subject: lung-dau, topic: khu, kind: list, items: ["Gò Mít", "Bến Vượt"], statement: "Lũng Dầu xây hai khu tái định cư là Gò Mít và Bến Vượt.", paragraph: 2}
  - {id: khai, subject: lung-dau, topic: bat-dau, kind: date, value: "2025-02-08", statement: "Lễ hội khai hội ngày 8/2/2025.", paragraph: 3}
  - {id: man, subject: lung-dau, topic: ket-thuc, kind: date, value: "2025-02-11", statement: "Lễ hội mãn hội ngày 11/2/2025.", paragraph: 3}
  - {id: be-mac, subject: lung-dau, topic: be-mac, kind: date, value: "2025-02-20", statement: "Hội thi bế mạc ngày 20/2/2025.", paragraph: 3}
  - {id: vo-dich, subject: lung-dau, topic: vo-dich, kind: list, items: ["Bến Vượt"], statement: "Đội Bến Vượt vô địch bóng đá nam.", paragraph: 3}
  - {id: nguyen-nhan, subject: lung-dau, topic: nguyen-nhan, kind: statement, statement: "Cháy được cho là vì chập điện.", paragraph: 4}
  - {id: mo-cua, subject: lung-dau, topic: mo-cua, kind: date, value: "2025-02-10", statement: "Chợ tạm mở cửa ngày 10/2/2025.", paragraph: 5}
  - {id: ki-ot, subject: lung-dau, topic: ki-ot, kind: count, value: 16, unit: "ki ốt", statement: "Chợ tạm có 16 ki ốt.", paragraph: 5}
  - {id: xay-lai, subject: lung-dau, topic: xay-lai, kind: count, value: 58, unit: "tỷ đồng", statement: "Kinh phí xây lại dự kiến 58 tỷ đồng.", paragraph: 6}
  - {id: nam-xay, subject: lung-dau, topic: nam-xay, kind: statement, statement: "Đình Lũng Dầu dựng năm 1998.", paragraph: 6}
  - id: vdv
    subject: lung-dau
    topic: van-dong-vien
    kind: count
    value: 90
    unit: "vận động viên"
    period: {label: "năm 2025", as_of: 2025-02-20}
    statement: "Lũng Dầu có 90 vận động viên."
    paragraph: 7
    parts:
      - {id: vdv/nam, value: 50, facets: ["nam"], statement: "Có 50 vận động viên nam."}
  - {id: chua-chay, subject: lung-dau, topic: chua-chay, kind: count, value: 70, unit: "người", statement: "70 người chữa cháy.", paragraph: 8}
"""


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Bao nhiêu sạp ở Lũng Dầu bị cháy?", "sap"),
        ("Bao nhiêu hộ ở Lũng Dầu chưa được nhận đất tái định cư?", "ho/chua"),
        ("Trong số đất bị thu hồi ở Lũng Dầu có bao nhiêu ha là đất lúa?", "dat/lua"),
        ("Khu Gò Mít có phải là khu tái định cư của Lũng Dầu không?", "khu"),
        ("Hội thi Lũng Dầu kết thúc hôm nào?", "be-mac"),
        ("Đội nào lên ngôi vô địch bóng đá nam ở Lũng Dầu?", "vo-dich"),
        ("Chợ tạm Lũng Dầu mở ngày 10/2 đúng không?", "mo-cua"),
        ("Chợ tạm Lũng Dầu hoạt động từ khi nào?", "mo-cua"),
        ("Xây lại chợ Lũng Dầu hết bao nhiêu tiền?", "xay-lai"),
        ("Dựng lại chợ Lũng Dầu cần bao nhiêu kinh phí?", "xay-lai"),
        ("Lũng Dầu dựng đình từ năm nào?", "nam-xay"),
        ("so van dong vien Lung Dau nam 2025", "vdv"),
        ("Lũng Dầu huy động bao nhiêu người chữa cháy?", "chua-chay"),
        ("Lũng Dầu có mấy vận động viên nam?", "vdv/nam"),
    ],
)
def test_words_that_add_nothing_to_what_is_asked_are_passed_over(taught, asked, fact):
    assert told(taught(MARKET).ask(asked)) == ("answered", fact)


@pytest.mark.parametrize(
    "asked",
    [
        "Khu tái định cư Gò Mít ở Lũng Dầu xây xong chưa?",
        "Chợ tạm Lũng Dầu mở ngày 12/2 đúng không?",
        "Lũng Dầu đã xây lại chợ hết bao nhiêu tiền?",
        "Chợ tạm Lũng Dầu mở cửa đến bao giờ?",
        "Chợ tạm Lũng Dầu hoạt động tới khi nào?",
        "Lũng Dầu cần bao nhiêu tiền?",
        "Bao nhiêu sạp rau ở Lũng Dầu bị cháy?",
        "Lũng Dầu huy động bao nhiêu ki ốt?",
        "Lũng Dầu huy động bao nhiêu vận động viên?",
        "Lũng Dầu gửi bao nhiêu vận động viên?",
        "Kinh phí xây lại chợ Lũng Dầu đóng bao nhiêu tiền?",
        "Bao nhiêu hộ ở Lũng Dầu không được tái định cư?",
        "Lũng Dầu thu hồi bao nhiêu ha đất ở?",
        "Mỗi đội ở Lũng Dầu có bao nhiêu vận động viên?",
        "Mỗi nơi ở Lũng Dầu thu hồi bao nhiêu ha đất?",
        "Bao nhiêu sạp ở Lũng Dầu chưa vay?",
        "Bao nhiêu sạp bị cháy ở Lũng Dầu chưa thay?",
    ],
)
def test_the_same_words_where_they_turn_the_question_leave_it_unanswered(taught, asked):
    assert taught(MARKET).ask(asked).status != "answered"


@pytest.mark.parametrize(
    "asked",
    [
        "Số liệu vận động viên của Lũng Dầu tính đến ngày nào?",
        "Số vận động viên Lũng Dầu cập nhật đến khi nào?",
        "so lieu van dong vien Lung Dau tinh den khi nao",
        "90 vận động viên của Lũng Dầu là của giai đoạn nào?",
    ],
)
def test_who_asks_of_when_a_figure_is_gets_it_with_its_time(taught, asked):
    answer = taught(MARKET).ask(asked)
    assert told(answer) == ("answered", "vdv")
    assert "20/02/2025" in shown(answer)


@pytest.mark.parametrize(
    "asked",
    [
        "Lũng Dầu có vận động viên từ khi nào?",
        "Vận động viên Lũng Dầu được chọn ngày nào?",
        "80 vận động viên của Lũng Dầu là của giai đoạn nào?",
        "16 ki ốt ở chợ tạm Lũng Dầu là của giai đoạn nào?",
        "Tính đến khi nào Lũng Dầu chọn xong vận động viên?",
        "Tính đến ngày nào Lũng Dầu hết vận động viên?",
    ],
)
def test_a_figure_tells_no_other_time_than_its_own(taught, asked):
    assert taught(MARKET).ask(asked).status != "answered"


def test_a_slip_between_two_days_is_asked_back(taught):
    assert taught(MARKET).ask("Lễ hội Lũng Dầu khi hội ngày nào?").status == "clarify"


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        ("schools", "Học sinh cấp 2 ở Vân Trạch là bao nhiêu?", "van-trach-2023/hoc-sinh/thcs"),
        ("schools", "hoc sinh cap 2 o van trach co bao nhieu em", "van-trach-2023/hoc-sinh/thcs"),
        (
            "schools",
            "Học cấp 3 công lập ở Vân Trạch đóng bao nhiêu một tháng?",
            "van-trach-2023/hoc-phi/thpt",
        ),
        (
            "tourism",
            "Khách trong nước đến Phú Yên 6 tháng đầu năm 2024 là bao nhiêu?",
            "phu-yen-2024/khach-6-thang/noi-dia",
        ),
        (
            "tourism",
            "Phú Yên tiếp đón bao nhiêu lượt khách trong 6 tháng đầu năm 2024?",
            "phu-yen-2024/khach-6-thang",
        ),
        ("markets", "Chợ nổi Rạch Gỗ họp ngày nào trong tuần?", "dong-vinh-2024/hop-cho"),
        (
            "games",
            "Đoạt huy chương vàng ở đại hội Tây Khê được thưởng mấy triệu?",
            "tay-khe-2025/thuong-vang",
        ),
        ("games", "Mấy phần trăm dân Tây Khê chơi thể thao thường xuyên?", "tay-khe-2025/tap-the-thao"),
        (
            "power",
            "Mỗi tháng một gia đình ở Lương Thanh được đỡ cho bao nhiêu tiền điện?",
            "luong-thanh-2024/muc-ho-tro",
        ),
    ],
)
def test_words_of_every_day_ask_for_what_a_newspaper_tells_by_its_own(asked, pack, question, fact):
    assert told(asked(pack, question)) == ("answered", fact)


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("schools", "Học sinh lớp 2 ở Vân Trạch là bao nhiêu?"),
        ("markets", "Có mấy chợ cấp 2 ở Đồng Vĩnh?"),
        ("tourism", "Khách ngoài nước đến Phú Yên 6 tháng đầu năm 2024 là bao nhiêu?"),
        ("markets", "Chợ nổi Rạch Gỗ thành lập ngày nào?"),
        ("games", "Huy chương vàng ở giải trẻ Tây Khê được thưởng mấy triệu?"),
        ("games", "Bao nhiêu cán bộ ở đại hội Tây Khê?"),
        ("games", "Đoàn Vân Đô mất mấy huy chương vàng?"),
    ],
)
def test_what_everyday_words_do_not_say_is_left_open(asked, pack, question):
    assert asked(pack, question).status != "answered"
