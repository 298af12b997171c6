"""Days of something else than is asked, sizes called by their adjectives, codes that differ in one letter, and who goes on being spoken of."""

from __future__ import annotations

import pytest

from knowledge.text.slips import slip_cost
from tests.knowledge.asking import told


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        # several days, and a term asked for before which
        ("exam", "Kỳ thi tốt nghiệp ở Thái Bình diễn ra vào những ngày nào?", "thai-binh-2024/ngay-thi"),
        ("exam", "Muốn xin chấm lại bài thì học sinh Thái Bình phải nộp đơn trước ngày nào?", "thai-binh-2024/phuc-khao-han"),
        ("exam", "Hạn chót nộp đơn phúc khảo ở Thái Bình?", "thai-binh-2024/phuc-khao-han"),
        ("exam", "Thí sinh Thái Bình thi vào ngày nào?", "thai-binh-2024/ngay-thi"),
        ("exam", "Bao giờ có kết quả thi ở Thái Bình?", "thai-binh-2024/cong-bo"),
        # who sat an exam, who came first, who is counted with others
        ("exam", "Điểm trung bình môn Tiếng Anh của học sinh Thái Bình là mấy?", "thai-binh-2024/diem-trung-binh/anh"),
        ("exam", "Em nào đứng đầu khối C00 toàn tỉnh Thái Bình?", "thai-binh-2024/thu-khoa-c00"),
        ("exam", "Bao nhiêu thầy cô ở Thái Bình đi coi thi?", "thai-binh-2024/can-bo-coi-thi"),
        ("exam", "Môn Sử có bao nhiêu điểm mười ở Thái Bình?", "thai-binh-2024/diem-10/su"),
        # a size by its adjective; a place as it came out of a merger; before and after
        ("merger", "Xã Thất Khê rộng bao nhiêu?", "lang-son-2025/that-khe/dien-tich"),
        ("merger", "Thất Khê rộng mấy cây số vuông?", "lang-son-2025/that-khe/dien-tich"),
        ("merger", "Diện tích xã Thất Khê sau sáp nhập là bao nhiêu?", "lang-son-2025/that-khe/dien-tich"),
        ("merger", "Sau khi nhập xã thì Lạng Sơn còn lại mấy xã phường?", "lang-son-2025/sau"),
        ("merger", "Lạng Sơn bố trí bao nhiêu cán bộ, công chức ở các xã, phường mới?", "lang-son-2025/bien-che"),
        ("merger", "Lạng Sơn cần bao nhiêu tiền để chi trả cho người dôi dư?", "lang-son-2025/kinh-phi"),
        # what is said in full denies nothing of itself
        ("merger", "Xã nào của Lạng Sơn được giữ nguyên?", "lang-son-2025/giu-nguyen"),
        ("merger", "Có bao nhiêu trụ sở ở Lạng Sơn biến thành nhà văn hóa?", "lang-son-2025/tru-so/nha-van-hoa"),
    ],
)  # fmt: skip
def test_a_question_in_other_words_is_answered(pack_of_set, pack, question, fact):
    assert told(pack_of_set(pack).ask(question)) == ("answered", fact)


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("exam", "Điểm thi ở Thái Bình công bố hôm nào?"),
        ("exam", "Huyện Quỳnh Phụ có thí sinh dự thi vào những ngày nào?"),
        ("exam", "Bao giờ có điểm thi ở Thái Bình?"),
        ("health", "Bao giờ có vắc xin ở Tháp Mười?"),
        ("exam", "Bao giờ có điểm chuẩn lớp 10 Thái Bình?"),
        ("exam", "Kỳ thi lớp 10 ở Thái Bình diễn ra ngày nào?"),
        ("exam", "Thí sinh Thái Bình nộp hồ sơ ngày nào?"),
        ("exam", "Thủ khoa khối B00 Thái Bình là ai?"),
        ("exam", "thu khoa khoi a01 thai binh la ai"),
        ("exam", "Đứng đầu khối B00 Thái Bình là ai?"),
        ("exam", "Điểm trung bình của thí sinh tự do Thái Bình là bao nhiêu?"),
        ("exam", "Có bao nhiêu sinh viên coi thi ở Thái Bình?"),
        ("exam", "Thái Bình huy động mấy học sinh coi thi?"),
        ("merger", "Diện tích xã Thất Khê cũ là bao nhiêu?"),
        ("merger", "Dân số Thất Khê trước sáp nhập?"),
        ("merger", "Thất Khê dài bao nhiêu?"),
        ("merger", "Phường Đông Kinh rộng bao nhiêu?"),
        ("merger", "Lạng Sơn cần bao nhiêu tiền để xây trụ sở?"),
        ("merger", "Lạng Sơn còn bao nhiêu huyện sau sắp xếp?"),
    ],
)
def test_of_something_else_nothing_is_told(pack_of_set, pack, question):
    assert pack_of_set(pack).ask(question).status in ("not_stated", "unknown")


def test_how_something_came_out_is_not_told_by_a_day(pack_of_set):
    assert told(pack_of_set("exam").ask("Kết quả đỗ tốt nghiệp của Thái Bình ra sao?")) == (
        "answered",
        "thai-binh-2024/ty-le",
    )


@pytest.mark.parametrize("pronoun", ["Bạn ấy", "Em ấy", "bạn ấy"])
def test_young_people_go_on_being_spoken_of(pack_of_set, pronoun):
    known = pack_of_set("exam")
    first = known.reply("Thủ khoa khối A00 Thái Bình là ai?")
    assert told(known.reply(f"{pronoun} được bao nhiêu điểm?", context=first.context).answer) == (
        "answered", "thai-binh-2024/do-minh-quang/diem",
    )  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), [("b00", "a00"), ("ql13", "ql14"), ("a1", "a2")])
def test_codes_are_no_slips_of_each_other(typed, meant):
    assert slip_cost(typed, meant) is None
