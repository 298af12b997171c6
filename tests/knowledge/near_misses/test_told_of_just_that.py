"""A figure that agrees is confirmed only where it is told of just what is put forward: of all of it, as done, for that time."""

from __future__ import annotations

import pytest

from knowledge.wording import YES


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        # for each month, for each year
        ("newrural", "Thu nhập bình quân ở Lạc Thủy là 52 triệu đồng/tháng phải không?"),
        ("schools", "Học phí THPT ở Vân Trạch là 60.000 đồng/năm phải không?"),
        # months of a year, and the year
        ("tourism", "Năm 2024 Phú Yên đón 2.148.600 lượt khách phải không?"),
        ("power", "Năm 2024 Lương Thanh tiêu thụ 52,4 triệu kWh phải không?"),
        ("police", "Năm 2025 Hòa Trung xảy ra 128 vụ phạm pháp hình sự phải không?"),
        ("onestop", "Năm 2023 Tân Sơn tiếp nhận 12.460 hồ sơ phải không?"),
        # neither does a figure of nine months deny what is said of the year
        ("traffic", "Năm 2023 Đồng Phú xảy ra 186 vụ tai nạn phải không?"),
        # a share of which nothing is said
        ("museum", "Bảo tàng tỉnh Lam Giang có 62% hiện vật phải không?"),
        # what must be done, and what may be had at most
        ("clearance", "316 ngôi mộ đã di dời phải không?"),
        ("clearance", "Đại Khê di dời xong 316 ngôi mộ phải không?"),
        ("clearance", "Đại Khê có 316 ngôi mộ được di dời rồi phải không?"),
        ("housing", "Mỗi hộ được vay 40 triệu đồng phải không?"),
        # who was put right in a post, appointed or put forward
        ("bundled", "Sông Công có 4 phó bí thư phải không?"),
        ("bundled", "Bình Liêu có 30 cấp phó phải không?"),
        ("bundled", "UBND thành phố Sông Công có 13 ủy viên phải không?"),
        ("bundled", "Sông Công đã bầu 13 ủy viên UBND phải không?"),
        ("staff", "Ban Thường vụ Huyện ủy Quan Sơn có 17 đồng chí phải không?"),
        # a share of others, or of some of them
        ("merit", "100% gia đình ở Uông Bí có mức sống trung bình trở lên phải không?"),
        ("merit", "Uông Bí có 4.318 người có công phải không?"),
        ("insurance", "87% người dân Vĩnh Tràng có căn cước gắn chip phải không?"),
        ("insurance", "94,6% học sinh Vĩnh Tràng có thẻ BHYT phải không?"),
        ("health", "84,5% người dân Tháp Mười đã tiêm mũi 3 phải không?"),
        ("onestop", "64,5% người dân Tân Sơn nộp phí không dùng tiền mặt phải không?"),
        ("games", "36,8% người dân Tây Khê tập thể thao phải không?"),
    ],
)
def test_a_figure_of_something_near_gets_no_verdict(asked, pack, question):
    assert asked(pack, question).verdict is None


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("newrural", "Thu nhập bình quân ở Lạc Thủy là 52 triệu đồng/năm phải không?"),
        ("newrural", "Thu nhập bình quân ở Lạc Thủy là 52 triệu đồng một người một năm phải không?"),
        ("schools", "Học phí THPT ở Vân Trạch là 60.000 đồng/tháng phải không?"),
        ("fire", "Hồng Ninh hỗ trợ mỗi hộ 10 triệu phải không?"),
        ("tourism", "6 tháng đầu năm 2024 Phú Yên đón 2.148.600 lượt khách phải không?"),
        ("clearance", "316 ngôi mộ phải di dời phải không?"),
        ("housing", "Mỗi hộ được vay tối đa 40 triệu đồng phải không?"),
        ("bundled", "Sông Công kiện toàn 4 phó bí thư phải không?"),
        ("bundled", "Bình Liêu bổ nhiệm 30 cấp phó phải không?"),
        ("bundled", "Sông Công giới thiệu 13 người để bầu ủy viên UBND phải không?"),
        ("bundled", "Sông Công có 2 trưởng ban HĐND được giới thiệu ứng cử phải không?"),
        ("digital", "Ba Bể có 148 tổ công nghệ số cộng đồng đúng không?"),
        ("staff", "Quan Sơn quy hoạch 17 đồng chí vào Ban Thường vụ Huyện ủy phải không?"),
        ("merit", "100% gia đình người có công ở Uông Bí có mức sống trung bình trở lên phải không?"),
        ("merit", "Uông Bí có 4.318 người có công và thân nhân phải không?"),
        ("insurance", "Vĩnh Tràng phấn đấu năm 2025 có 96% dân số tham gia BHYT phải không?"),
        ("health", "84,5% người từ 18 tuổi ở Tháp Mười đã tiêm mũi 3 phải không?"),
        ("onestop", "64,5% khoản phí ở Tân Sơn nộp không dùng tiền mặt phải không?"),
        ("games", "36,8% người dân Tây Khê tập thể thao thường xuyên phải không?"),
    ],
)
def test_a_figure_of_just_that_is_confirmed(asked, pack, question):
    assert asked(pack, question).verdict == YES


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("staff", "Ban Chấp hành Đảng bộ huyện Quan Sơn có mấy người?"),
        ("staff", "Ban Thường vụ Huyện ủy Quan Sơn có bao nhiêu người?"),
        ("bundled", "HĐND Sông Công có mấy trưởng ban?"),
        ("bundled", "Sông Công bầu bao nhiêu ủy viên UBND?"),
    ],
)
def test_who_is_only_put_forward_is_not_counted_as_in_the_post(asked, pack, question):
    assert asked(pack, question).status == "not_stated"


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("staff", "Quan Sơn quy hoạch bao nhiêu người vào Ban Thường vụ Huyện ủy?"),
        ("staff", "Quy hoạch Ban Chấp hành Đảng bộ huyện Quan Sơn có mấy nữ?"),
        ("bundled", "Có mấy người được giới thiệu ứng cử ủy viên UBND Sông Công?"),
        ("bundled", "Sông Công giới thiệu bầu bao nhiêu ủy viên UBND?"),
    ],
)
def test_who_is_put_forward_is_told_as_that(asked, pack, question):
    assert asked(pack, question).status == "answered"


@pytest.mark.parametrize(
    ("pack", "question", "status"),
    [
        ("newrural", "Lạc Thủy có bao nhiêu km đường nội đồng?", "not_stated"),
        ("newrural", "lac thuy co may km duong noi dong", "not_stated"),
        ("newrural", "Lạc Thủy có bao nhiêu km đường nội đồng được cứng hóa?", "answered"),
        ("newrural", "Lạc Thủy cứng hóa bao nhiêu km đường nội đồng?", "answered"),
        ("power", "Lương Thanh có bao nhiêu km đường dây điện?", "not_stated"),
        ("power", "Lương Thanh có bao nhiêu km đường dây điện mới?", "answered"),
    ],
)
def test_what_was_mended_or_made_anew_is_not_all_there_is(asked, pack, question, status):
    assert asked(pack, question).status == status
