"""One of two things is not told by a figure of both, a part not by the whole, what is there not by what is gone or lacks."""

import pytest

from tests.knowledge.asking import told


@pytest.mark.parametrize(
    ("article", "question"),
    [
        ("donors", "Quảng Ninh xây mới bao nhiêu nhà Chữ thập đỏ?"),
        ("court", "Hòa giải thành bao nhiêu vụ hôn nhân ở Thanh Ba?"),
        # gone, lacking or left over
        ("reform", "Cao Bằng có bao nhiêu người không chuyên trách ở thôn?"),
        ("reform", "Cao Bằng có bao nhiêu nhà văn hóa?"),
        ("exam", "Thái Bình có bao nhiêu thí sinh dự thi môn Ngữ văn?"),
        ("elections", "Xã Đồng Phúc bầu được bao nhiêu đại biểu?"),
        # not done, by those of another kind, to another end
        ("labour", "Bao nhiêu lao động Đồng Tháp chưa vay vốn?"),
        ("labour", "Bao nhiêu lao động Đồng Tháp không vay vốn?"),
        ("water", "Bao nhiêu hồ chứa chưa xuống cấp ở Cao Phong?"),
        ("flood", "Có bao nhiêu đoàn cứu trợ chưa đến?"),
        ("officials", "Bao nhiêu người nam nghỉ hưu trước tuổi?"),
        ("elections", "Ba Bể có bao nhiêu đại biểu HĐND xã nam?"),
        ("volunteer", "Bao nhiêu em nam biết bơi ở Lấp Vò?"),
        ("leaders", "Lạng Sơn luân chuyển bao nhiêu cán bộ từ huyện lên tỉnh?"),
        ("posting", "Có mấy thí sinh trúng tuyển?"),
        ("vaccine", "Xã nào có tỷ lệ tiêm mũi 3 thấp nhất?"),
        ("quality", "Phí vệ sinh thu được bao nhiêu tiền?"),
        # of one fair only, and which they are by no list of other parts
        ("ocop", "Hàm Yên bán được bao nhiêu tấn cam?"),
        ("ocop", "Sản phẩm nào của Hàm Yên đạt 3 sao?"),
    ],
)
def test_a_figure_of_something_near_is_not_told(asked, article, question):
    assert asked(article, question).status != "answered"


@pytest.mark.parametrize(
    ("article", "question", "fact"),
    [
        ("donors", "Quảng Ninh xây mới và sửa chữa bao nhiêu nhà Chữ thập đỏ?", "qn-hm/nha"),
        ("merger", "Lạng Sơn có bao nhiêu trụ sở thành trường học?", "lang-son-2025/tru-so/truong-hoc"),
        ("reform", "Sau sáp nhập thôn, Cao Bằng dôi dư bao nhiêu nhà văn hóa?", "cao-bang-2021/nha-van-hoa"),
        ("reform", "huyen trung khanh giam bao nhieu xom", "cao-bang-2021/thon-giam-trung-khanh"),
        ("youth", "Hướng Hóa có bao nhiêu đoàn viên?", "huong-hoa-2022/doan-vien"),
        ("youth", "Ban chấp hành mới của huyện đoàn Hướng Hóa bầu mấy người?", "huong-hoa-2022/ban-chap-hanh"),
        ("youth", "Bao nhiêu phần trăm đoàn viên Hướng Hóa là người dân tộc thiểu số?", "huong-hoa-2022/doan-vien-dan-toc"),
        ("rotation", "Luân chuyển cán bộ ở Như Xuân đang vướng cái gì?", "nhu-xuan-2023/kho-khan"),
        ("rotation", "Bà Lê Thị Hồng về xã Hóa Quỳ nhận việc từ ngày nào?", "nhu-xuan-2023/hong-ngay"),
        ("rotation", "Nghị quyết 05 của Huyện ủy Như Xuân nhằm làm gì?", "nhu-xuan-2023/nghi-quyet-muc-tieu"),
        ("ocop", "ham yen co may san pham ocop 4 sao", "ham-yen-2023/ocop-4-sao"),
        ("ocop", "HTX mây tre đan Thái Sơn có từ năm nào?", "ham-yen-2023/thanh-lap-thai-son"),
        ("ocop", "Tuần lễ cam Hàm Yên bán được bao nhiêu tấn cam?", "ham-yen-2023/tuan-le-cam-ban"),
        ("ocop", "Trong số hội chợ Hàm Yên tham gia, mấy cái ở ngoài tỉnh?", "ham-yen-2023/hoi-cho-ngoai-tinh"),
        # what another topic says is done, and what office leaves open
        ("irrigation", "Ninh Thuận đã sửa xong bao nhiêu công trình?", "ninh-thuan-2024/cong-trinh-xong"),
        ("irrigation", "co may xe bon cho nuoc cho dan ninh thuan", "ninh-thuan-2024/xe-bon"),
        ("cadre", "Năm 2023 huyện Đà Bắc tổ chức thi tuyển vào các ghế nào?", "da-bac-2025/thi-tuyen"),
        ("cadre", "Bí thư Huyện ủy Quách Công Định nhận xét ra sao về cán bộ luân chuyển?", "da-bac-2025/y-kien-bi-thu"),
    ],
)  # fmt: skip
def test_just_what_is_asked_is_told(asked, article, question, fact):
    assert told(asked(article, question)) == ("answered", fact)


@pytest.mark.parametrize(
    ("article", "question", "figures"),
    [
        ("youth", "Hướng Hóa có bao nhiêu cơ sở đoàn và bao nhiêu chi đoàn?", {36, 214}),
        ("youth", "Ở Hướng Hóa, đoàn viên nông thôn với đoàn viên trường học bên nào đông hơn?", {2140, 2690}),
        ("rotation", "Như Xuân luân chuyển với điều động, cái nào nhiều người hơn?", {26, 14}),
        ("rotation", "Tỷ lệ hộ nghèo xã Thanh Phong đầu năm 2021 và cuối năm 2022 là bao nhiêu?", {38.2, 24.6}),
    ],
)  # fmt: skip
def test_both_that_are_asked_are_told(asked, article, question, figures):
    answer = asked(article, question)
    assert answer.status == "answered"
    assert figures <= {fact.value for fact in answer.facts}
