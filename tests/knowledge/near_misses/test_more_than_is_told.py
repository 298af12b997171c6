"""What a fact does not tell though it has the words: how long, what there is, what is still so, of all of it, of another thing."""

import pytest

from knowledge.wording import YES
from tests.knowledge.asking import told


@pytest.mark.parametrize(
    ("article", "question"),
    [
        ("bundled", "Bình Liêu luân chuyển cán bộ bao lâu?"),
        ("bundled", "Bình Liêu điều động cán bộ bao xa?"),
        ("bundled", "binh lieu luan chuyen can bo bao lau"),
        ("bundled", "Nguyên trưởng phòng Tổ chức Sông Công là ai?"),
        ("bundled", "Bí thư Thống kê Sông Công là ai?"),
        ("bundled", "Hoàng Văn Pha từng công tác ở đâu?"),
        ("bundled", "Cuối nhiệm kỳ Bình Liêu chú trọng công tác gì?"),
        ("bundled", "Bí thư Vô Ngại trao đổi về nội dung gì?"),
        ("bundled", "Hoàng Văn Pha nói gì về luân chuyển?"),
        ("bundled", "Tên các đồng chí được kiện toàn ở Sông Công?"),
        ("bundled", "Ai đã ký Đề án số 01?"),
        ("bundled", "Ai sẽ làm bí thư xã Đồng Văn?"),
        ("bundled", "Bí thư Đảng ủy xã Đồng Văn trước đây là ai?"),
        ("bundled", "Điều động cán bộ ở Bình Liêu để làm gì?"),
        ("bundled", "Đảng bộ huyện Bình Liêu đã kiện toàn xong chưa?"),
        ("bundled", "Tỉnh Quảng Ninh điều động mấy cán bộ về Bình Liêu?"),
        ("bundled", "Bình Liêu luân chuyển mấy cán bộ lên Quảng Ninh?"),
        ("bundled", "Kết luận 21 của Thành ủy Sông Công nói gì?"),
        ("storm", "chieu 18/9/2024 bao nhieu ho mat dien o Van Sa"),
        ("credit", "Giám đốc Phòng Thống kê Bảo Lạc là ai?"),
        ("flood", "Tuyên Hóa có bao nhiêu con gia cầm?"),
        ("flood", "Tuyên Hóa trồng bao nhiêu ha ngô?"),
        ("flood", "Tuyên Hóa cứu được bao nhiêu người?"),
        ("flood", "Tuyên Hóa có 15.800 con gia cầm phải không?"),
        ("flood", "Tuyên Hóa có 17 trường học phải không?"),
        ("flood", "Tuyên Hóa còn nhà ngập không?"),
        ("flood", "Hiện xã nào bị chia cắt?"),
        ("storm", "Chiều 18/9/2024 bao nhiêu hộ mất điện ở Vạn Sa?"),
        ("storm", "Sau bão số 5 Vạn Sa sơ tán bao nhiêu người?"),
        ("storm", "Vạn Sa có mấy trường mầm non chưa mở cửa?"),
        ("traffic", "Năm 2022 Bình Phước xảy ra bao nhiêu vụ tai nạn?"),
        ("traffic", "Năm 2022 số vụ tai nạn giảm bao nhiêu?"),
        ("traffic", "Bình Phước còn 5 điểm đen phải không?"),
    ],
)
def test_what_is_not_told_is_not_answered(asked, article, question):
    assert asked(article, question).status in ("not_stated", "unknown")


@pytest.mark.parametrize(
    ("article", "question", "fact"),
    [
        ("bundled", "Đề án số 01 thực hiện trong bao lâu?", "song-cong-2022/de-an-01/thoi-gian-thuc-hien"),
        ("flood", "Tuyên Hóa có bao nhiêu con gia cầm bị cuốn trôi?", "tuyen-hoa-2021/gia-cam"),
        ("flood", "Bao nhiêu người tham gia cứu hộ ở Tuyên Hóa?", "tuyen-hoa-2021/luc-luong"),
        ("storm", "Sáng 18/9/2024 bao nhiêu hộ mất điện ở Vạn Sa?", "van-sa-2024/mat-dien-18-9"),
        ("storm", "Vạn Sa sơ tán bao nhiêu người?", "van-sa-2024/so-tan"),
        ("traffic", "Năm 2023 Bình Phước xảy ra bao nhiêu vụ tai nạn?", "binh-phuoc-2023/tai-nan"),
    ],
)
def test_what_is_told_is_answered(asked, article, question, fact):
    assert told(asked(article, question)) == ("answered", fact)


@pytest.mark.parametrize(
    ("article", "question"),
    [
        ("bundled", "Phố Cò có 2 xã, phường luân chuyển ngang phải không?"),
        ("bundled", "Mạ Dì Sơn là Phó Chủ tịch Thường trực MTTQ huyện phải không?"),
        ("bundled", "Sông Công giới thiệu ứng cử 2 trưởng ban Tổ chức phải không?"),
        ("credit", "Bảo Lạc không có nợ quá hạn phải không?"),
        ("credit", "Bảo Lạc có dư nợ cao nhất phải không?"),
        ("egov", "Na Hang có 19 thôn lõm sóng phải không?"),
        ("egov", "Tuyên Quang hết thôn lõm sóng chưa?"),
        ("egov", "Tuyên Quang có 186 sàn thương mại điện tử phải không?"),
        ("flood", "Tuyên Hóa bị chia cắt phải không?"),
        ("storm", "Cầu Bến Ngọc bị hư hỏng phải không?"),
        ("storm", "Trường Tiểu học Cồn Đa chưa mở cửa phải không?"),
        ("storm", "Vạn Sa đã thông xe chưa?"),
        ("traffic", "Cầu Cây Điệp là điểm đen chưa xử lý ở Đồng Phú phải không?"),
    ],
)
def test_a_yes_agrees_to_no_more_than_is_told(asked, article, question):
    answer = asked(article, question)
    assert (answer.verdict, answer.status) in ((None, "answered"), (None, "not_stated"))


@pytest.mark.parametrize(
    ("article", "question"),
    [
        ("bundled", "Mạ Dì Sơn từng là Phó Chủ tịch Thường trực MTTQ huyện phải không?"),
        ("bundled", "Bình Liêu có cán bộ chủ chốt không phải người địa phương phải không?"),
        ("credit", "Huy Giáp có dư nợ cao nhất phải không?"),
        ("egov", "Tuyên Quang có 186 sản phẩm trên sàn phải không?"),
        ("storm", "Cầu Bến Đò bị hư hỏng phải không?"),
        ("storm", "Trường Mầm non Cồn Đa chưa mở cửa phải không?"),
        ("storm", "Vạn Sa có trường chưa mở cửa không?"),
        ("traffic", "Bình Phước đã xóa 9 điểm đen phải không?"),
    ],
)
def test_a_yes_is_said_to_what_is_told(asked, article, question):
    assert asked(article, question).verdict == YES


@pytest.mark.parametrize(
    ("article", "question", "fact"),
    [
        ("bundled", "Mạ Dì Sơn trước đây công tác ở cơ quan nào?", "binh-lieu-2020/ma-di-son/noi-cong-tac-truoc"),
        ("bundled", "Bình Liêu, tỉnh Quảng Ninh luân chuyển mấy cán bộ?", "binh-lieu-2020/luan-chuyen"),
        ("bundled", "Bình Liêu xây dựng lộ trình gì?", "binh-lieu-2020/lo-trinh"),
        ("bundled", "Chương trình hành động của Bình Liêu nói về gì?", "binh-lieu-2020/van-ban-noi-dung"),
    ],
)  # fmt: skip
def test_what_is_said_otherwise_is_answered(asked, article, question, fact):
    assert told(asked(article, question)) == ("answered", fact)


MARKET = """
article: {id: cho, title: null, about: "đời sống ở Cao Đức", author: "Lê Mây", published: 2024-11-20T07:00:00+07:00}
names:
  - {id: cao-duc, name: "Cao Đức", kind: place, type: "huyện"}
  - {id: lan, name: "Trần Lan", kind: person, part_of: cao-duc}
  - {id: ngan-hang, name: "Ngân hàng Cao Đức", kind: organisation, part_of: cao-duc}
topics:
  - {id: cho, label: "Quản lý chợ", phrases: ["quản lý chợ"], examples: ["ai quản lý chợ ở {place}"]}
  - {id: lop, label: "Lớp học", phrases: ["mở lớp", "lớp học"], examples: ["{place} mở bao nhiêu lớp"]}
  - {id: chi-nhanh, label: "Chi nhánh", phrases: ["chi nhánh"], examples: ["{place} thành lập bao nhiêu chi nhánh"]}
  - {id: so-tan, label: "Sơ tán", phrases: ["sơ tán"], examples: ["{place} sơ tán bao nhiêu người"]}
  - {id: hoi-thi, label: "Hội thi", phrases: ["hội thi"], examples: ["chủ tịch {place} tổ chức bao nhiêu hội thi"]}
facts:
  - {id: cho, subject: cao-duc, topic: cho, kind: person, items: ["Trần Lan"], statement: "Phó trưởng phòng Trần Lan quản lý chợ Cao Đức.", paragraph: 1}
  - {id: lop, subject: cao-duc, topic: lop, kind: count, value: 7, unit: "lớp", statement: "Cao Đức mới mở 7 lớp học.", paragraph: 1}
  - {id: chi-nhanh, subject: ngan-hang, topic: chi-nhanh, kind: count, value: 3, unit: "chi nhánh", statement: "Ngân hàng Cao Đức thành lập 3 chi nhánh ở Cao Đức.", paragraph: 1}
  - {id: so-tan, subject: cao-duc, topic: so-tan, kind: count, value: 486, unit: "người", statement: "Cao Đức sơ tán 486 người.", paragraph: 1}
  - {id: hoi-thi, subject: cao-duc, topic: hoi-thi, kind: count, value: 4, unit: "hội thi", statement: "Chủ tịch huyện Cao Đức cho mở 4 hội thi.", paragraph: 1}
"""


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Ai quản lý chợ Cao Đức?", "cho"),
        ("Huyện Cao Đức mở bao nhiêu lớp?", "lop"),
        ("Cao Đức thành lập bao nhiêu chi nhánh?", "chi-nhanh"),
        ("Cao Đức thực hiện sơ tán bao nhiêu người?", "so-tan"),
        ("Chủ tịch Cao Đức tổ chức bao nhiêu hội thi?", "hoi-thi"),
    ],
)
def test_words_that_only_look_like_those_keep_no_answer_back(taught, question, fact):
    assert told(taught(MARKET).ask(question)) == ("answered", fact)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Bí thư Yên Hòa là ai?", "Bà ấy nhận nhiệm vụ khi nào?"),
        ("Bí thư Yên Hòa là ai?", "Bà ấy trước đây làm gì?"),
        ("Nậm Khòa kết nạp bao nhiêu đảng viên?", "Chủ tịch là ai?"),
    ],
)
def test_a_follow_up_is_not_answered_of_somebody_else(pack_of_set, first, then):
    known = pack_of_set("officials")
    before = known.reply(first)
    assert before.answer.status == "answered"
    assert known.ask(then, context=before.context).status in ("not_stated", "unknown")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Quan Sơn quy hoạch bao nhiêu cán bộ vào Ban Thường vụ?", "Bao nhiêu nữ?"),
        ("Quan Sơn có bao nhiêu đảng viên?", "Trong đó bao nhiêu nữ?"),
        ("Quan Sơn bổ nhiệm bao nhiêu cán bộ?", "Nữ?"),
    ],
)
def test_a_part_of_another_whole_is_not_what_is_asked_next(pack_of_set, first, then):
    known = pack_of_set("staff")
    before = known.reply(first)
    assert before.answer.status == "answered"
    assert known.ask(then, context=before.context).status == "not_stated"


def test_a_part_of_the_same_whole_is_told_next(pack_of_set):
    known = pack_of_set("staff")
    before = known.reply("Quan Sơn quy hoạch bao nhiêu cán bộ vào Ban Chấp hành?")
    assert known.ask("Bao nhiêu nữ?", context=before.context).blocks[0].lead == "14 đồng chí"


@pytest.mark.parametrize("question", ["Tiền ăn của trẻ mầm non Như Thanh là 18 nghin một ngày phải không?", "Tiền ăn của trẻ mầm non Như Thanh là 18 nghìm một ngày phải không ạ?"])  # fmt: skip
def test_a_figure_in_thousands_with_a_slip_is_not_denied(asked, question):
    assert asked("nursery", question).verdict in (YES, None)


def test_which_works_are_asked_for_is_not_told_by_which_people(bundled):
    question = "Ngay đầu nhiệm kỳ, huyện Bình Liêu chú trọng những việc gì về cán bộ?"
    assert bundled.ask(question).status == "not_stated"
