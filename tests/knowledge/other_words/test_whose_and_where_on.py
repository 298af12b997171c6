"""Whose something is, where on, by whom it is opened: "quà của thành phố X", "trên ql14", "Từ đầu năm …"; and what lies next to these."""

import pytest

from tests.evaluation import FOLDER
from tests.knowledge.asking import shown, told

GHE = """
article: {id: nuoc-ghe, about: "giá nước ở Cồn Sậy", published: 2024-04-05T07:00:00+07:00}
names: [{id: con-say, name: "Cồn Sậy", kind: place, type: "xã"}]
topics: [{id: gia, label: "Giá nước", phrases: ["giá nước", "mua nước"], examples: ["giá nước ở {place} là bao nhiêu"]}]
facts:
  - {id: ong, subject: con-say, topic: gia, kind: count, value: 9000, unit: "đồng/m³", facets: ["nước máy"], statement: "Giá nước máy ở Cồn Sậy là 9.000 đồng/m³.", paragraph: 1}
  - {id: ghe, subject: con-say, topic: gia, kind: count, value: 95000, unit: "đồng/m³", facets: ["nước chở bằng ghe"], statement: "Người dân Cồn Sậy ở nơi chưa có đường ống mua nước chở bằng ghe với giá 95.000 đồng/m³.", paragraph: 1}
  - {id: tram, subject: con-say, topic: gia, kind: count, value: 4, unit: "trạm", statement: "Cồn Sậy còn 4 trạm chưa bán nước.", paragraph: 1}
"""
TRAFFIC, MERIT = ((FOLDER / f"{name}.yaml").read_text(encoding="utf-8") for name in ("traffic", "merit"))


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Đồng Phú có bao nhiêu nạn nhân tử vong do tai nạn giao thông?", "dong-phu/nguoi-chet"),
        ("Bình Phước tạm giữ bao nhiêu xe vi phạm?", "tam-giu-xe"),
        ("bình phước có bn vụ tngt trên ql14", "tai-nan/ql14"),
        ("có mấy vụ tai nạn giao thông trên đường dt741 ở bình phước", "tai-nan/dt741"),
        ("Bình Phước có bao nhiêu vụ tai nạn giao thông trên quốc lộ 13?", "tai-nan/ql13"),
        ("Nguyên nhân chính gây tai nạn giao thông ở Bình Phước là gì?", "tai-nan-nguyen-nhan"),
        ("Từ khi nào Bình Phước ra quân tổng kiểm soát nồng độ cồn?", "ra-quan"),
    ],
)
def test_what_is_said_of_streets_is_answered(taught, asked, fact):
    assert told(taught(TRAFFIC).ask(asked)) == ("answered", f"binh-phuoc-2023/{fact}")


@pytest.mark.parametrize(
    "asked",
    [
        "Bình Phước có bao nhiêu vụ tai nạn giao thông trên cao tốc?",
        "bình phước có bao nhiêu vụ tai nạn giao thông trên ql51",
        "bình phước có bao nhiêu vụ tai nạn giao thông trên ql1",
        "Bình Phước có bao nhiêu vụ tai nạn giao thông trên sông?",
        "Bình Phước tạm giữ bao nhiêu xe máy?",
        "Bình Phước có bao nhiêu phương tiện?",
        "Bình Phước tịch thu bao nhiêu xe?",
        "Bình Phước tạm giữ bao nhiêu giấy phép lái xe?",
        "Đồng Phú có bao nhiêu nạn nhân?",
        "Nguyên nhân chính gây chết người ở Bình Phước là gì?",
        "Từ đầu năm 2022, Bình Phước xảy ra bao nhiêu vụ tai nạn giao thông?",
    ],
)
def test_what_lies_next_to_it_on_the_streets_is_not(taught, asked):
    assert taught(TRAFFIC).ask(asked).status != "answered"


def test_all_houses_are_not_told_by_a_share_of_communes(taught):
    housing = taught((FOLDER / "housing.yaml").read_text(encoding="utf-8"))
    assert not shown(housing.ask("Huyện Mường Trà đã xóa hết nhà tạm chưa?")).startswith(("co", "khong"))


def test_all_is_not_done_where_some_is(taught):
    traffic = taught(TRAFFIC)
    assert shown(traffic.ask("Bình Phước xóa hết điểm đen rồi phải không?")).startswith("khong.")
    for asked in ("Bình Phước hết tai nạn giao thông rồi phải không?", "Chơn Thành xóa hết điểm đen chưa?"):
        assert traffic.ask(asked).status != "answered"


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Quà của thành phố Uông Bí tặng dịp 27/7 là mấy suất?", "tang-qua/thanh-pho"),
        ("Thành phố Uông Bí tặng mấy suất quà?", "tang-qua"),
        ("Từ đầu năm 2024, Uông Bí hỗ trợ xây mới, sửa chữa bao nhiêu nhà cho người có công?", "nha"),
        ("Mỗi nhà xây mới cho người có công ở Uông Bí được hỗ trợ bao nhiêu tiền?", "nha-muc-xay"),
        ("sửa nhà cho ng có công ở tp uông bí đc hỗ trợ bn tiền 1 nhà", "nha-muc-sua"),
        ("Nhà xây mới cho người có công ở Uông Bí nằm ở những phường, xã nào?", "nha-phuong"),
        ("Trưởng phòng LĐ-TB&XH Uông Bí là ai?", "truong-phong"),
    ],
)
def test_whose_and_for_whom_does_not_hide_what_is_asked(taught, asked, fact):
    assert told(taught(MERIT).ask(asked)) == ("answered", f"uong-bi-2024/{fact}")


@pytest.mark.parametrize(
    "asked",
    [
        "Từ đầu năm 2024, Uông Bí hỗ trợ bao nhiêu nhà?",
        "Bao nhiêu người ở nhà tại Uông Bí?",
        "Có mấy nhà ở Uông Bí?",
        "Quà của tỉnh Quảng Ninh là bao nhiêu suất?",
        "Quà của thành phố Uông Bí trị giá bao nhiêu?",
        "Mỗi nhà sửa chữa cho thương binh ở Uông Bí được hỗ trợ bao nhiêu tiền?",
        "1 người có công ở Uông Bí được trợ cấp bao nhiêu tiền?",
        "Xã Hội Uông Bí có bao nhiêu người?",
        "Phó trưởng phòng LĐ-TB&XH Uông Bí là ai?",
    ],
)
def test_what_lies_next_to_gifts_and_houses_is_not_given(taught, asked):
    answer = taught(MERIT).ask(asked)
    assert answer.status != "answered"
    assert "tai nha" not in shown(answer)


def test_what_is_denied_of_where_it_is_so_denies_nothing_of_the_price(taught):
    say = taught(GHE)
    assert told(say.ask("Giá nước chở bằng ghe ở Cồn Sậy là bao nhiêu?")) == ("answered", "ghe")
    for asked in (
        "Giá nước chở bằng ghe ở nơi có đường ống của Cồn Sậy là bao nhiêu?",
        "Giá nước đường ống ở Cồn Sậy là bao nhiêu?",
        "Cồn Sậy có mấy trạm bán nước?",
    ):
        assert say.ask(asked).status != "answered"


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Tai nạn giao thông ở Bình Phước có giảm không?", "tai-nan-giam"),
        ("Tai nạn giao thông ở Bình Phước giảm bao nhiêu vụ?", "tai-nan-giam"),
        ("Số người chết ở Bình Phước giảm bao nhiêu?", "nguoi-chet-giam"),
        ("Bao nhiêu tài xế ở Bình Phước dương tính với ma túy?", "xu-phat/ma-tuy"),
        ("Có bao nhiêu tài xế ở Bình Phước bị tước bằng lái?", "tuoc-giay-phep"),
    ],
)
def test_a_change_and_those_a_case_is_of_are_found(taught, asked, fact):
    assert told(taught(TRAFFIC).ask(asked)) == ("answered", f"binh-phuoc-2023/{fact}")


@pytest.mark.parametrize(
    "asked",
    [
        "Tai nạn giao thông ở Bình Phước có tăng không?",
        "Tai nạn giao thông ở Bình Phước giảm còn bao nhiêu vụ?",
        "tai nan giao thong o binh phuoc giam con bao nhieu",
        "Tai nạn giao thông ở Bình Phước giảm xuống bao nhiêu vụ?",
        "Tai nạn giao thông ở Bình Phước giảm bao nhiêu vụ so với năm 2021?",
        "Tai nạn giao thông ở quốc lộ 14 giảm bao nhiêu vụ?",
        "Số người chết ở Đồng Phú giảm bao nhiêu?",
        "Bao nhiêu tài xế ở Bình Phước bị xử phạt?",
        "Bao nhiêu công an ở Bình Phước dương tính với ma túy?",
        "Bao nhiêu xe ở Bình Phước dương tính với ma túy?",
        "Bình Phước làm gì để giảm tai nạn giao thông?",
        "binh phuoc lam gi de giam tai nan giao thong",
        "Làm thế nào để giảm tai nạn giao thông ở Bình Phước?",
        "Bằng cách nào Bình Phước giảm tai nạn giao thông?",
        "Bình Phước có biện pháp nào để giảm tai nạn giao thông?",
        "Tai nạn giao thông ở Bình Phước xảy ra ở đâu?",
        "Bình Phước đã làm được những gì để xử phạt vi phạm giao thông?",
    ],
)
def test_what_a_change_came_to_and_what_is_done_are_told_by_no_figure(taught, asked):
    assert taught(TRAFFIC).ask(asked).status != "answered"


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Hai Mẹ Việt Nam anh hùng còn sống ở Uông Bí tên là gì?", "me-vnah"),
        ("Nhà của ông Lập được trao hôm nào vậy?", "bui-quang-lap/nha"),
        ("Nhà của ông Lập bàn giao khi nào?", "bui-quang-lap/nha"),
    ],
)
def test_names_that_are_counted_off_and_a_day_are_given(taught, asked, fact):
    assert told(taught(MERIT).ask(asked)) == ("answered", f"uong-bi-2024/{fact}")


@pytest.mark.parametrize(
    "asked",
    [
        "Ai chăm sóc 2 Mẹ Việt Nam anh hùng còn sống ở Uông Bí?",
        "Mẹ Việt Nam anh hùng đã mất ở Uông Bí là ai?",
        "Nhà của ông Lập được xây hôm nào vậy?",
        "nha cua ong lap duoc xay hom nao",
        "Nhà của ông Lập được sửa khi nào?",
        "Uông Bí làm gì cho người có công?",
        "Quỹ đền ơn đáp nghĩa Uông Bí chi bao nhiêu tiền?",
        "100% người dân Uông Bí có thẻ bảo hiểm y tế đúng không?",
    ],
)
def test_who_cares_for_them_and_another_day_are_not(taught, asked):
    assert taught(MERIT).ask(asked).status != "answered"


def test_a_committee_of_the_people_is_not_the_people(bundled):
    assert bundled.ask("Tỷ lệ bí thư kiêm chủ tịch UBND cấp xã của huyện Bình Liêu?").status == "answered"
