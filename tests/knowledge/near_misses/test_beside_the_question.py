"""What has the words of a question and is beside it: of a size, of names, of what is to come, of who holds it, of whose it is."""

import pytest

from knowledge.wording import NO, NOT_LISTED
from tests.knowledge.asking import told


@pytest.mark.parametrize(
    ("article", "question"),
    [
        ("bundled", "Nội dung nghị quyết Đại hội Đảng bộ huyện Bình Liêu là gì?"),
        ("bundled", "Vì sao Bình Liêu điều động cán bộ?"),
        ("bundled", "Người dân đánh giá cán bộ luân chuyển ở Bình Liêu thế nào?"),
        ("bundled", "Bình Liêu tăng cường bao nhiêu cán bộ cho xã?"),
        ("bundled", "Đề án số 01 của tỉnh Thái Nguyên ban hành khi nào?"),
        ("bundled", "Bách Quang là xã phải không?"),
        ("bundled", "UBND TP. Sông Công sẽ làm gì?"),
        ("bundled", "Nhà ông Pha ở đâu?"),
        ("bundled", "Phó bí thư Thành ủy Sông Công nói gì?"),
        ("bundled", "Bí thư Đảng ủy xã Đồng Văn nói gì?"),
        ("bundled", "Ngày ban hành Kết luận số 01?"),
        ("bundled", "Tên những cán bộ luân chuyển ngang ở Phố Cò?"),
        ("cells", "Tên những đảng viên bị kỷ luật ở Định Hóa?"),
        ("cells", "Những đảng viên nào ở Định Hóa bị kỷ luật?"),
        ("festival", "Bà Hoàng Thị Mến làm Chủ tịch xã từ năm nào?"),
        ("festival", "Doi nao gianh giai nhi toan doan o ngay hoi La Bang?"),
        ("festival", "Hoi xuan La Bang co thi keo co khong?"),
        ("fire", "Diện tích chợ Bến Gạo?"),
        ("flood", "Diện tích lúa Tuyên Hóa?"),
        ("forest", "Diện tích huyện Ba Chẽ?"),
        ("forest", "Tổng diện tích rừng phòng hộ Ba Chẽ?"),
        ("forest", "Ông Triệu Kim Vượng là người Ba Chẽ à?"),
        ("lychee", "Diện tích xã Thanh Sơn?"),
        ("trades", "Bao nhieu phan tram hoc vien nghe han o Phu Binh co viec lam?"),
        ("water", "Chiều dài kênh mương của Cao Phong?"),
    ],
)
def test_what_is_beside_a_question_is_no_answer(asked, article, question):
    assert asked(article, question).status in ("not_stated", "unknown")


@pytest.mark.parametrize(
    ("article", "question", "fact"),
    [
        ("bundled", "Đề án số 01 của Sông Công ban hành khi nào?", "song-cong-2022/de-an-01/ngay-ban-hanh"),
        ("bundled", "Bí thư Thành ủy Sông Công nói gì?", "song-cong-2022/hoang-thai-cuong/phat-bieu"),
        ("bundled", "bi thu dang uy xa ba xuyen chia se gi", "song-cong-2022/hoang-van-pha/phat-bieu"),
        ("cells", "Đảng viên ở Định Hóa bị kỷ luật vì những lỗi gì?", "dinh-hoa-2022/ky-luat-loi"),
        ("cells", "Định Hóa kiểm tra mấy tổ chức đảng trong nửa đầu năm 2022?", "dinh-hoa-2022/kiem-tra"),
        ("cells", "Ai làm trưởng xóm Khuôn Tát?", "dinh-hoa-2022/khuon-tat/bi-thu"),
        ("cells", "ai lam truong xom khuon tat", "dinh-hoa-2022/khuon-tat/bi-thu"),
        ("donors", "Quảng Ninh tuyên dương mấy gương hiến máu tiêu biểu?", "qn-hm/ton-vinh"),
        ("forest", "Chiều dài đường băng cản lửa được tu sửa ở Ba Chẽ?", "ba-che-2023/bang-can-lua/tu-sua"),
        ("forest", "Trong diện tích Ba Chẽ trồng mới, rừng sản xuất chiếm bao nhiêu ha?", "ba-che-2023/trong-rung/san-xuat"),
        ("forest", "Ba Chẽ có bao nhiêu vụ phá rừng?", "ba-che-2023/vi-pham/pha-rung"),
        ("parks", "Bắc Giang: số khu công nghiệp đang hoạt động?", "bg-kcn/hoat-dong"),
        ("parks", "Vốn cấp mới ở các KCN Bắc Giang là bao nhiêu triệu USD?", "bg-kcn/von-moi"),
        ("parks", "Ban Quản lý các KCN sẽ làm gì?", "bg-kcn/phuong-huong"),
        ("parks", "Thời hạn bàn giao toàn bộ mặt bằng khu công nghiệp ở Bắc Giang là ngày nào?", "bg-kcn/han-ban-giao"),
    ],
)  # fmt: skip
def test_what_is_told_in_other_words_is_answered(asked, article, question, fact):
    assert told(asked(article, question)) == ("answered", fact)


def test_who_is_said_to_hold_what_another_holds_is_denied(asked):
    answer = asked("forest", "Ông Triệu Kim Vượng là Hạt trưởng Hạt Kiểm lâm Ba Chẽ à?")
    assert (answer.status, answer.verdict) == (
        "answered",
        f"{NO}. {NOT_LISTED.format(names='Triệu Kim Vượng')}",
    )


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (
            "Bình Liêu có mấy xã lãnh đạo chủ chốt không phải người địa phương?",
            "Có mấy xã là người địa phương?",
        ),
        (
            "Bình Liêu có mấy xã lãnh đạo chủ chốt không phải người địa phương?",
            "Là người địa phương thì sao?",
        ),
        ("Kết luận số 01 của ai?", "Nội dung gì?"),
        ("Kết luận số 01 của ai?", "Ngày ban hành?"),
        ("Đề án số 01 do ai xây dựng?", "Kết quả thế nào?"),
        ("Bí thư Thành ủy Sông Công là ai?", "Phó bí thư thì sao?"),
        ("Bình Liêu luân chuyển bao nhiêu cán bộ?", "Nhiều hơn Sông Công không?"),
    ],
)
def test_what_is_beside_a_follow_up_is_no_answer(bundled, first, then):
    before = bundled.reply(first)
    assert before.answer.status == "answered"
    assert bundled.ask(then, context=before.context).status in ("not_stated", "unknown")


def test_a_follow_up_of_another_topic_is_answered_by_that(bundled_conversation):
    *_, last = bundled_conversation("Đề án số 01 do ai xây dựng?", "Giai đoạn nào?")
    assert told(last) == ("answered", "song-cong-2022/de-an-01/giai-doan")
