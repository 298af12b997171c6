"""What readers ask of a harvest and its markets, and of a party committee that inspects and disciplines."""

import pytest

from tests.knowledge.asking import ids, shown, told


def last(answer):
    return [one.split("/", 1)[1] for one in ids(answer)]


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        # what somebody says is not who they are
        ("lychee", "Bà Hương cho biết huyện sẽ làm gì?", "huong-noi"),
        ("lychee", "Theo bà Hương, huyện sẽ làm gì?", "huong-noi"),
        ("lychee", "Bà Hương nói gì?", "huong-noi"),
        ("lychee", "Bà Hương định làm gì?", "huong-noi"),
        ("lychee", "Bà Nguyễn Lan Hương làm gì?", "huong"),
        ("lychee", "Cho biết ông Tuấn làm gì", "tuan"),
        ("lychee", "Theo bài báo, ông Tuấn làm gì?", "tuan"),
        # of letters got not all are dealt with
        ("inspection", "Bao nhiêu đơn thư Đồng Hỷ đã giải quyết xong?", "don-thu-giai-quyet"),
        ("inspection", "Đồng Hỷ đã xử lý dứt điểm bao nhiêu đơn thư?", "don-thu-giai-quyet"),
        ("inspection", "Đồng Hỷ nhận bao nhiêu đơn thư?", "don-thu"),
        # those "ở X bị cảnh cáo" were warned by X
        ("inspection", "Đồng Hỷ cảnh cáo mấy đảng viên?", "ky-luat/canh-cao"),
        ("inspection", "Đồng Hỷ đã khiển trách bao nhiêu đảng viên?", "ky-luat/khien-trach"),
        # what is listed may be called by its kind, and asked for by a word for all of them
        ("inspection", "chi bo nao o dong hy bi khien trach", "ky-luat-to-chuc"),
        ("inspection", "Quý IV Đồng Hỷ sẽ kiểm tra những tổ chức đảng nào?", "quy-4"),
        ("inspection", "Sắp tới Đồng Hỷ định kiểm tra đảng ủy những xã nào?", "quy-4"),
        # an amount may be foretold as well as told; "rồi" and "được" say that it is done
        ("lychee", "Sản lượng vải của Thanh Hà là bao nhiêu?", "san-luong"),
        ("lychee", "sl vải chính vụ của thanh hà là bn", "san-luong/chinh-vu"),
        ("lychee", "Doanh thu vải Thanh Hà năm 2024 là bao nhiêu?", "doanh-thu"),
        ("lychee", "Thanh Hà dự kiến thu hoạch được bao nhiêu tấn vải?", "san-luong"),
        ("lychee", "Thanh Hà hái được mấy tấn vải?", "da-thu-hoach"),
        ("lychee", "Thanh Hà thu hoạch mấy tấn vải rồi?", "da-thu-hoach"),
        # a price without the word for it
        ("lychee", "Vải thiều chính vụ Thanh Hà bán bao nhiêu một cân?", "gia-thieu"),
        ("lychee", "vai u trung thanh ha ban bao nhieu 1 can", "gia-u-trung"),
        ("inspection", "Có mấy tổ chức đảng ở Đồng Hỷ bị kiểm tra do có dấu hiệu vi phạm?", "dau-hieu-to-chuc"),
        ("inspection", "Ủy ban kiểm tra cơ sở ở Đồng Hỷ có bao nhiêu ủy viên?", "uy-vien"),
        ("inspection", "Bao nhiêu cán bộ Đồng Hỷ kê khai tài sản?", "ke-khai"),
        ("inspection", "Đảng viên Đồng Hỷ hay vướng kỷ luật vì những lỗi gì?", "ky-luat-noi-dung"),
        ("clearance", "Đại Khê phải di dời mấy ngôi mộ rồi?", "mo"),
        ("clearance", "Đại Khê đã giải quyết bao nhiêu đơn?", "don/xong"),
        ("farming", "Phú Khê đào tạo nghề cho bao nhiêu người?", "dao-tao-nghe"),
        ("recruits", "Nho Quan giao bao nhiêu quân?", "giao-quan"),
        # other words
        ("lychee", "Trái vải Thanh Hà đã có mặt ở những nước nào?", "thi-truong"),
        ("lychee", "Vải Thanh Hà được bán trên những sàn thương mại điện tử nào?", "san-tmdt"),
        ("lychee", "Mấy hợp tác xã ở Thanh Hà có hợp đồng với doanh nghiệp xuất khẩu?", "hop-tac-xa-xuat-khau"),
        ("lychee", "Thanh Hà có tất cả mấy ha đất trồng vải?", "dien-tich"),
        ("inspection", "Người đứng đầu cơ quan kiểm tra của Huyện ủy Đồng Hỷ tên là gì?", "chu-nhiem"),
    ],
)  # fmt: skip
def test_what_is_told_is_answered(pack_of_set, pack, question, fact):
    answer = pack_of_set(pack).ask(question)
    assert (answer.status, last(answer)[:1]) == ("answered", [fact])


@pytest.mark.parametrize(
    ("pack", "question", "facts"),
    [
        (
            "lychee",
            "Thanh Hà xuất khẩu sang EU và Úc mỗi nơi bao nhiêu tấn?",
            {"xuat-khau/eu", "xuat-khau/uc"},
        ),
        (
            "lychee",
            "Thanh Hà xuất khẩu sang Mỹ và EU lần lượt bao nhiêu tấn?",
            {"xuat-khau/my", "xuat-khau/eu"},
        ),
        (
            "inspection",
            "Trong 23 đảng viên Đồng Hỷ bị kỷ luật, khiển trách và cảnh cáo mỗi hình thức mấy người?",
            {"ky-luat/khien-trach", "ky-luat/canh-cao"},
        ),
        (
            "inspection",
            "So với cùng kỳ năm trước, số đảng viên bị kỷ luật ở Đồng Hỷ tăng hay giảm?",
            {"ky-luat", "ky-luat-nam-truoc"},
        ),
        ("lychee", "Doanh thu vải Thanh Hà năm 2023 và 2024 là bao nhiêu?", {"doanh-thu-2023", "doanh-thu"}),
        (
            "farming",
            "Tỷ lệ hộ nghèo Phú Khê tăng hay giảm so với năm 2020?",
            {"ty-le-ho-ngheo-2022", "ty-le-ho-ngheo-2020"},
        ),
        (
            "insurance",
            "Số người tham gia bảo hiểm y tế ở Vĩnh Tràng tăng hay giảm?",
            {"tham-gia", "tham-gia-2023"},
        ),
    ],
)
def test_what_is_asked_side_by_side_is_told_side_by_side(pack_of_set, pack, question, facts):
    answer = pack_of_set(pack).ask(question)
    assert answer.status == "answered"
    assert facts <= set(last(answer))


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("lychee", "Ông Tuấn nói gì về vụ vải?"),
        ("lychee", "Ông Tuấn cho biết gì?"),
        ("lychee", "ong tuan noi gi"),
        ("lychee", "Ông Tuấn sẽ làm gì?"),
        ("lychee", "Thời gian tới Thanh Hà làm gì?"),
        ("inspection", "Ông Trung nói gì?"),
        ("inspection", "Đồng Hỷ đã giải quyết bao nhiêu đơn thư?"),
        ("inspection", "dong hy giai quyet bao nhieu don thu"),
        ("inspection", "Đồng Hỷ giải quyết bao nhiêu đơn tố cáo?"),
        ("inspection", "Đồng Hỷ chưa xử lý dứt điểm mấy đơn thư?"),
        # what must be done has not got done
        ("clearance", "Đại Khê thu hồi được bao nhiêu ha đất?"),
        ("clearance", "Đại Khê di dời được mấy ngôi mộ rồi?"),
        ("clearance", "dai khe thu hoi duoc bao nhieu ha dat"),
        ("farming", "Phú Khê đào tạo bao nhiêu nghề?"),
        ("farming", "So với năm 2021, tỷ lệ hộ nghèo Phú Khê tăng hay giảm?"),
        ("farming", "Tỷ lệ hộ nghèo Xuân Lũng tăng hay giảm so với năm 2020?"),
        ("recruits", "Nho Quan và Gia Viễn giao quân tăng hay giảm?"),
        # signs of it are not yet it, a figure of the communes' committees is not the district's
        ("inspection", "Bao nhiêu tổ chức đảng ở Đồng Hỷ vi phạm?"),
        ("inspection", "Ủy ban Kiểm tra Huyện ủy Đồng Hỷ có bao nhiêu ủy viên?"),
        ("inspection", "Đồng Hỷ có bao nhiêu ủy ban kiểm tra?"),
        # those who did something are not what it was done to
        ("inspection", "Đồng Hỷ kê khai bao nhiêu tài sản?"),
        ("inspection", "dong hy nop bao nhieu dang phi"),
        ("lychee", "Thanh Hà hỗ trợ bao nhiêu tem truy xuất?"),
        ("lychee", "Thanh Hà xuất khẩu bao nhiêu quả vải?"),
        ("inspection", "Vì sao chi bộ Trường THCS Hóa Trung bị kỷ luật?"),
        ("inspection", "Đồng Hỷ bị cảnh cáo mấy lần?"),
        ("inspection", "Ban Thường vụ Huyện ủy Đồng Hỷ cảnh cáo mấy người?"),
        ("inspection", "Xã Khe Mo cảnh cáo mấy đảng viên?"),
        ("inspection", "Trường nào ở Đồng Hỷ bị kỷ luật?"),
        ("inspection", "Chi bộ nào ở Đồng Hỷ bị cảnh cáo?"),
        ("inspection", "Chi bộ nào bị kiểm tra ở Đồng Hỷ?"),
        ("inspection", "Sắp tới Đồng Hỷ kiểm tra bao nhiêu tổ chức đảng?"),
        ("inspection", "Quý III Đồng Hỷ kiểm tra tổ chức đảng nào?"),
        ("inspection", "Số đảng viên bị khai trừ ở Đồng Hỷ so với năm ngoái tăng hay giảm?"),
        ("inspection", "Số đảng viên nữ bị kỷ luật ở Đồng Hỷ tăng hay giảm?"),
        ("inspection", "Số đảng viên bị kỷ luật ở Đồng Hỷ tăng hay giảm so với năm 2021?"),
        ("inspection", "Đồng Hỷ khiển trách và cảnh cáo mỗi năm bao nhiêu đảng viên?"),
        ("inspection", "Đồng Hỷ cách chức và cảnh cáo mỗi hình thức mấy đảng viên?"),
        ("lychee", "Thanh Hà xuất khẩu mỗi nước bao nhiêu tấn?"),
        ("lychee", "Thanh Hà xuất khẩu sang Hàn Quốc và Úc mỗi nước bao nhiêu tấn?"),
        ("lychee", "Thanh Hà thu hoạch được bao nhiêu tấn vải sớm?"),
        ("lychee", "Sản lượng vải Thanh Hà năm 2023 là bao nhiêu?"),
        ("lychee", "Vải u hồng Thanh Hà bán bao nhiêu một tấn?"),
        ("lychee", "Vải u hồng Thanh Hà bán được bao nhiêu?"),
        ("lychee", "Vải Thanh Hà bán bao nhiêu một cân?"),
        ("lychee", "Vải u hồng Thanh Hà bán sang Nhật bao nhiêu một ký?"),
    ],
)
def test_what_lies_near_is_not_told(pack_of_set, pack, question):
    assert told(pack_of_set(pack).ask(question))[0] in ("not_stated", "unknown", "clarify")


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("lychee", "Thanh Hà đã thu hoạch xong vải chưa?"),
        ("lychee", "thanh ha thu hoach xong vai chua"),
        ("clearance", "Đại Khê đã bàn giao xong mặt bằng chưa?"),
        ("clearance", "Đại Khê chi trả xong tiền bồi thường chưa?"),
    ],
)
def test_how_much_was_done_does_not_say_that_all_is(pack_of_set, pack, question):
    answer = pack_of_set(pack).ask(question)
    assert not shown(answer).startswith("co.")
