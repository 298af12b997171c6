"""What is planned, the term and the post that are told of, and what sets a figure apart in other words than its own."""

import pytest

from tests.knowledge.asking import told


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        # "định" asks for what is planned
        ("congress", "Quỳnh Thiện định kết nạp mấy đảng viên nhiệm kỳ này?", "hoang-mai-2020/muc-tieu-ket-nap"),
        ("discipline", "Năm 2025 Khánh Lương định kiểm tra mấy tổ chức đảng?", "khanh-luong-2024/chi-tieu-2025"),
        ("discipline", "Bước sang năm 2025, chỉ tiêu kiểm tra tổ chức đảng của Khánh Lương là bao nhiêu?", "khanh-luong-2024/chi-tieu-2025"),
        # how somebody came to a post, where nothing else is told of it
        ("congress", "Ai được bầu làm Bí thư Đảng ủy xã Quỳnh Vinh?", "hoang-mai-2020/bi-thu-quynh-vinh"),
        # the term that the article calls by its years
        ("congress", "Nhiệm kỳ mới Quỳnh Thiện có mấy khâu đột phá, là gì?", "hoang-mai-2020/dot-pha"),
        # who are counted as what they are by a facet
        ("congress", "Đại biểu dự đại hội ở các xã, phường Hoàng Mai có mấy phụ nữ?", "hoang-mai-2020/dai-bieu-nu"),
        ("discipline", "Mấy người ở Khánh Lương dự tập huấn nghiệp vụ kiểm tra?", "khanh-luong-2024/tap-huan-nguoi"),
        # a facet said around what is asked, and one said by what narrows in it
        ("veterans", "Vĩnh Linh còn bao nhiêu mẹ Việt Nam anh hùng đang sống?", "vinh-linh-2022/me-con-song"),
        ("congress", "Cấp ủy xã, phường ở Hoàng Mai có bao nhiêu người lần đầu vào?", "hoang-mai-2020/cap-uy-moi"),
        # how things are now, unless it is said otherwise
        ("poverty", "Nhà ông Giàng A Páo nuôi mấy con bò?", "muong-vang-2023/pao-dan-bo"),
        # no verb of giving in "các cấp", no duty left open by what is paid each month, posts are in bodies
        ("discipline", "Cấp ủy các cấp ở Khánh Lương kiểm tra mấy đảng viên?", "khanh-luong-2024/kiem-tra-dang-vien"),
        ("veterans", "Mỗi tháng Vĩnh Linh phải trả trợ cấp người có công bao nhiêu tiền?", "vinh-linh-2022/tro-cap"),
        ("congress", "Hoàng Mai có mấy phó bí thư?", "hoang-mai-2020/pho-bi-thu"),
        # who it is, whatever share is spoken of; since when, whichever topic tells it; what one was before a post
        ("elections", "Ai trúng cử đại biểu HĐND huyện Ba Bể với tỷ lệ phiếu cao nhất?", "ba-be-2021/cao-phieu-nhat"),
        ("leaders", "Ông Hoàng Văn Tuyển làm Bí thư Huyện ủy Chi Lăng từ bao giờ?", "ls/tuyen/khi-nao"),
        ("insurance", "Trước khi làm giám đốc ở Vĩnh Tràng, ông Đức giữ chức gì?", "vinh-trang-2025/duc-truoc"),
        # a verb and what stands behind its object, a sum by no more than that it is money, a fact word for word
        ("festival", "La Bằng xây nhà văn hóa mới ở xóm nào?", "la-bang-2024/nha-van-hoa/xay-moi"),
        ("population", "Mỗi cộng tác viên dân số Yên Bái một tháng được bao nhiêu tiền?", "yen-bai-2023/phu-cap"),
        ("merger", "Bao nhiêu phần trăm hồ sơ giải quyết đúng hạn ở cấp xã Lạng Sơn?", "lang-son-2025/dung-han"),
        # which wrongs, of a list that says so, and what a document says
        ("discipline", "Đảng viên Khánh Lương bị kỷ luật vì vi phạm gì?", "khanh-luong-2024/noi-dung-vi-pham"),
        ("discipline", "Quy định số 12 của Huyện ủy Khánh Lương về việc gì?", "khanh-luong-2024/quy-dinh-noi-dung"),
    ],
)  # fmt: skip
def test_it_is_answered_in_other_words(pack_of_set, pack, question, fact):
    assert told(pack_of_set(pack).ask(question)) == ("answered", fact)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Mường Vang có bao nhiêu hộ ra khỏi diện nghèo?", "muong-vang-2023/thoat-ngheo"),
        ("muong vang co bao nhieu ho ra khoi dien ngheo", "muong-vang-2023/thoat-ngheo"),
        ("Mường Vang có bao nhiêu hộ thuộc diện nghèo?", "muong-vang-2023/ho-ngheo"),
    ],
)
def test_who_got_out_of_something_is_not_in_it(pack_of_set, question, fact):
    assert told(pack_of_set("poverty").ask(question)) == ("answered", fact)


def test_what_is_done_against_something_is_no_reason_why_it_still_is(pack_of_set):
    answer = pack_of_set("poverty").ask("Vì sao Mường Vang vẫn còn hộ nghèo?")
    assert "muong-vang-2023/giai-phap" not in [fact.id for fact in answer.facts]
