"""What befell a place, what was handed out there and who was told of it, asked in other words than the article's."""

import pytest

from tests.knowledge.asking import ids, told


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        ("flood", "Lũ làm bao nhiêu nhà ở Tuyên Hóa bị ngập?", "tuyen-hoa-2021/nha-ngap"),
        ("flood", "Sau lũ, Tuyên Hóa có bao nhiêu điểm sạt lở?", "tuyen-hoa-2021/sat-lo"),
        ("flood", "Mưa lũ khiến mấy người ở Tuyên Hóa bị thương?", "tuyen-hoa-2021/nguoi-bi-thuong"),
        ("flood", "sau lu tuyen hoa co may nguoi bi thuong", "tuyen-hoa-2021/nguoi-bi-thuong"),
        ("flood", "Nước lũ nhấn chìm mấy nghìn ngôi nhà ở Tuyên Hóa?", "tuyen-hoa-2021/nha-ngap"),
        ("storm", "Sau bão số 5, Vạn Sa còn bao nhiêu hộ mất điện?", "van-sa-2024/mat-dien-23-9"),
        ("storm", "Mưa bão làm bao nhiêu nhà ở Cồn Đa bị thiệt hại?", "van-sa-2024/nha-con-da"),
        ("livestock", "Đợt dịch này Cẩm Đàn phải chôn hủy mấy con heo rồi?", "cam-dan-2024/tieu-huy"),
    ],
)
def test_what_the_whole_article_is_about_need_not_be_told_with_each_figure(asked, pack, question, fact):
    assert told(asked(pack, question)) == ("answered", fact)


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("flood", "Trước lũ, Tuyên Hóa có bao nhiêu nhà bị ngập?"),
        ("flood", "Bão làm bao nhiêu nhà ở Tuyên Hóa bị ngập?"),
        ("flood", "Lũ ống làm bao nhiêu nhà ở Tuyên Hóa bị ngập?"),
        ("flood", "Lũ quét làm bao nhiêu nhà ở Tuyên Hóa bị sập?"),
        ("flood", "Lũ năm 2020 làm ngập bao nhiêu nhà ở Tuyên Hóa?"),
        ("flood", "Dịch bệnh làm bao nhiêu người chết ở Tuyên Hóa?"),
        ("flood", "Sau bão Tuyên Hóa có bao nhiêu nhà bị ngập?"),
        ("flood", "Tuyên Hóa có bao nhiêu nhà chống lũ?"),
        ("flood", "Sau lũ bao nhiêu nhà ở Tuyên Hóa được dựng lại?"),
        ("storm", "Bão số 3 làm bao nhiêu nhà ở Vạn Sa bị ngập?"),
        ("storm", "Lũ làm bao nhiêu nhà ở Vạn Sa bị ngập?"),
        ("egov", "Sau dịch Tuyên Quang có bao nhiêu chợ thanh toán không dùng tiền mặt?"),
    ],
)
def test_another_flood_or_what_was_before_it_is_not_that_one(asked, pack, question):
    assert asked(pack, question).status != "answered"


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        ("flood", "Bà con Tuyên Hóa được phát bao nhiêu tấn gạo?", "tuyen-hoa-2021/gao"),
        ("flood", "Bao nhiêu bộ đội được huy động ở Tuyên Hóa?", "tuyen-hoa-2021/luc-luong/bo-doi"),
        ("flood", "Tuyên Hóa huy động bao nhiêu dân quân?", "tuyen-hoa-2021/luc-luong/dan-quan"),
        ("flood", "Đỉnh lũ ở Tuyên Hóa rơi vào ngày nào?", "tuyen-hoa-2021/dinh-lu-ngay"),
        ("flood", "Tuyên Hóa có mấy căn nhà sập hẳn?", "tuyen-hoa-2021/nha-sap"),
        ("egov", "Số thôn lõm sóng còn lại ở Tuyên Quang là mấy?", "tuyen-quang-2023/thon-lom-song"),
        ("egov", "Nghị quyết 28-NQ/TU ra đời hôm nào?", "tuyen-quang-2023/nghi-quyet-28/ngay"),
        ("egov", "Tuyên Quang có bao nhiêu trạm phát sóng?", "tuyen-quang-2023/tram-bts"),
        ("egov", "Tuyên Quang xếp hạng bao nhiêu về chuyển đổi số?", "tuyen-quang-2023/xep-hang"),
        ("egov", "Chỉ số chuyển đổi số của Tuyên Quang tăng mấy bậc?", "tuyen-quang-2023/xep-hang"),
        (
            "egov",
            "Người dân Tuyên Quang được cấp bao nhiêu chữ ký số?",
            "tuyen-quang-2023/chu-ky-so/nguoi-dan",
        ),
    ],
)
def test_what_was_given_done_or_left_is_asked_by_other_words(asked, pack, question, fact):
    answer = asked(pack, question)
    assert (answer.status, ids(answer)[:1]) == ("answered", [fact])


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("flood", "Tuyên Hóa phát bao nhiêu tấn gạo?"),
        ("flood", "Bà con Tuyên Hóa được bán bao nhiêu tấn gạo?"),
        ("flood", "Tuyên Hóa có bao nhiêu nhà sập một phần?"),
        ("egov", "Nghị quyết 28-NQ/TU có hiệu lực hôm nào?"),
        ("egov", "Chỉ số chuyển đổi số của Tuyên Quang giảm mấy bậc?"),
        ("egov", "Chỉ số chuyển đổi số của Tuyên Quang tăng mấy điểm?"),
        ("egov", "Chỉ số chuyển đổi số của Sơn Dương tăng mấy bậc?"),
        ("egov", "Mấy người ở Tuyên Quang dạy các lớp bồi dưỡng kỹ năng số?"),
    ],
)
def test_what_only_looks_like_it_is_left_open(asked, pack, question):
    assert asked(pack, question).status != "answered"


def test_those_whom_a_part_is_of_are_no_name_of_the_place_before_which_they_stand(asked):
    answer = asked("egov", "Chữ ký số cấp cho công chức Tuyên Quang là bao nhiêu?")
    assert "tuyen-quang-2023/chu-ky-so" not in ids(answer)


def test_what_is_sold_on_a_site_is_on_it(asked):
    question = "Bao nhiêu sản phẩm OCOP của Bàn Thạch lên sàn thương mại điện tử?"
    assert asked("coop", question).status == "answered"
