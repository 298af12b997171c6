"""What readers tell of themselves beside what they ask: why they ask, who they are, what they heard, thanks."""

import pytest

from tests.knowledge.asking import told

ROTATED, MOVED, APPOINTED = (f"binh-lieu-2020/{topic}" for topic in ("luan-chuyen", "dieu-dong", "bo-nhiem"))


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Em chào anh chị, em đang làm bài thu hoạch, anh chị cho em hỏi ở Bình Liêu người ta đã luân chuyển được bao nhiêu cán bộ rồi ạ, em cảm ơn nhiều", ROTATED),
        ("em dang lam bai thu hoach cho em hoi binh lieu luan chuyen bao nhieu can bo a em cam on", ROTATED),
        ("Mình nghe bạn mình bảo bên Bình Liêu điều người đi nhiều lắm, thực ra là điều động bao nhiêu cán bộ vậy?", MOVED),
        ("Cháu là sinh viên năm ba đang làm khóa luận, cháu muốn hỏi ai là bí thư thành ủy Sông Công ạ", "song-cong-2022/bi-thu"),
        ("mình không rành lắm, bí thư xã Bá Xuyên là ai vậy ạ", "song-cong-2022/ba-xuyen/bi-thu"),
        ("Sông Công cử mấy người học cao cấp vậy ạ, để em ghi vào báo cáo nộp sếp", "song-cong-2022/dao-tao-cao-cap"),
        ("Tôi ở Hạ Long, nghe nói Bình Liêu làm tốt lắm, cho hỏi Bình Liêu luân chuyển mấy cán bộ", ROTATED),
        ("Em ở Sông Công, cho em hỏi ai là bí thư xã Đồng Văn", "binh-lieu-2020/dong-van/bi-thu"),
        ("Em là sinh viên trường chính trị, sáng nay thầy em giao bài, em tìm mãi không ra nên nhờ bot cho biết Bình Liêu điều động bao nhiêu cán bộ với ạ", MOVED),
        ("Chào anh chị quản trị trang, cho em hỏi bí thư Thành ủy Sông Công hiện nay là đồng chí nào, xin cảm ơn ạ", "song-cong-2022/bi-thu"),
        ("Ông bí thư Bá Xuyên tên họ là gì nhỉ, mình quên mất rồi", "song-cong-2022/ba-xuyen/bi-thu"),
        ("Cho mình hỏi Bình Liêu bổ nhiệm bao nhiêu cấp phó, mình cần gấp", "binh-lieu-2020/bo-nhiem/cap-pho"),
    ],
)  # fmt: skip
def test_what_the_reader_tells_of_themselves_costs_no_answer(bundled, question, fact):
    assert told(bundled.ask(question)) == ("answered", fact)


@pytest.mark.parametrize(
    ("question", "status", "fact"),
    [
        ("Em đang viết về cán bộ nữ, Bình Liêu bổ nhiệm bao nhiêu người?", "not_stated", "binh-lieu-2020/bo-nhiem-nu"),
        ("Em đang viết về cán bộ cấp phó, Bình Liêu bổ nhiệm bao nhiêu người?", "answered", "binh-lieu-2020/bo-nhiem/cap-pho"),
        ("em nghe nói Bình Liêu luân chuyển 15 cán bộ nữ, đúng không?", "not_stated", "binh-lieu-2020/luan-chuyen-nu"),
        ("Tôi đang thắc mắc hệ không tập trung, Sông Công cử bao nhiêu đồng chí học trung cấp lý luận chính trị?", "answered", "song-cong-2022/dao-tao-trung-cap-khong-tap-trung"),
        ("Nghe nói Sông Công có hệ không tập trung, cho em hỏi bao nhiêu đồng chí học trung cấp lý luận chính trị?", "answered", "song-cong-2022/dao-tao-trung-cap-khong-tap-trung"),
        ("Em nghe nói Sông Công luân chuyển ngang, bao nhiêu xã phường vậy ạ?", "answered", "song-cong-2022/luan-chuyen/ngang"),
        ("Em đọc báo thấy Bình Liêu điều động về tỉnh, vậy bao nhiêu cán bộ được điều động ạ?", "not_stated", MOVED),
        ("Em đang tìm hiểu về cán bộ thú y, cho em hỏi Bình Liêu điều động bao nhiêu người?", "not_stated", MOVED),
        ("em đang tìm hiểu về luân chuyển cán bộ ngành y tế ở Bình Liêu, có bao nhiêu cán bộ ạ", "not_stated", ROTATED),
    ],
)  # fmt: skip
def test_what_narrows_the_question_is_no_aside(bundled, question, status, fact):
    assert told(bundled.ask(question)) == (status, fact)
