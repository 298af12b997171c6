"""What is said of all of them and of some: totals beside parts, days of several kinds, figures of one person and of a place."""

import pytest

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.service import Knowledge
from knowledge.wording import NO, YES
from tests.evaluation import FOLDER
from tests.knowledge.asking import ids, told


def known_from(name, folder):
    path = folder.mktemp(name) / f"{name}.db"
    load_packs(path, read_packs([FOLDER / f"{name}.yaml"]), only=True)
    return Knowledge.open(path)


@pytest.fixture(scope="module")
def staff(tmp_path_factory):
    with known_from("staff", tmp_path_factory) as known:
        yield known


@pytest.fixture(scope="module")
def rural(tmp_path_factory):
    with known_from("newrural", tmp_path_factory) as known:
        yield known


@pytest.mark.parametrize(
    "asked",
    [
        "Xã Đồng Tâm hiến bao nhiêu m2 đất?",
        "xa dong tam hien bao nhieu m2 dat",
        "Đồng Tâm có bao nhiêu hộ hiến đất?",
        "Xã Đồng Tâm hiến 450 m2 đất phải không?",
    ],
)
def test_what_one_of_its_people_gave_is_not_what_a_place_gave(rural, asked):
    assert rural.ask(asked).status != "answered"


def test_what_a_person_gave_is_told_of_the_person(rural):
    asked = "Bà Nguyễn Thị Lan ở Đồng Tâm hiến bao nhiêu đất?"
    assert told(rural.ask(asked)) == ("answered", "lac-thuy-2023/nguyen-thi-lan/hien-dat")


def test_households_are_not_counted_in_square_metres(rural):
    assert rural.ask("Bà Nguyễn Thị Lan có bao nhiêu hộ hiến đất?").status != "answered"


def test_a_word_parted_by_what_is_asked_names_its_part(rural):
    for asked in (
        "Người dân Lạc Thủy đã hiến bao nhiêu mét vuông đất?",
        "nguoi dan lac thuy da hien bao nhieu met vuong dat",
        "Người dân Lạc Thủy hiến được bao nhiêu đất?",
    ):
        assert told(rural.ask(asked)) == ("answered", "lac-thuy-2023/hien-dat")
    assert rural.ask("Người dân Lạc Thủy đã hiến bao nhiêu ha đất rừng?").status != "answered"


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Đại hội Đảng bộ cấp huyện ở Quan Sơn tổ chức ngày nào?", ["dai-hoi-huyen"]),
        ("Đại hội cấp cơ sở ở Quan Sơn phải xong ngày nào?", ["dai-hoi-co-so"]),
        ("Đại hội Đảng bộ huyện Quan Sơn tổ chức ngày nào?", ["dai-hoi-huyen"]),
        ("Đại hội đảng ở Quan Sơn tổ chức ngày nào?", ["dai-hoi-co-so", "dai-hoi-huyen"]),
    ],
)
def test_of_days_that_are_not_told_apart_all_are_given(staff, asked, fact):
    answer = staff.ask(asked)
    assert (answer.status, ids(answer)) == ("answered", [f"quan-son-2024/{one}" for one in fact])


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("Có phải đại hội Đảng bộ huyện Quan Sơn tổ chức tháng 8/2025 không?", YES),
        ("Đại hội ở Quan Sơn diễn ra tháng 6/2025 đúng không?", None),
        ("Đại hội ở Quan Sơn diễn ra tháng 1/2024 đúng không?", NO),
        ("Đại hội cấp huyện ở Quan Sơn tổ chức tháng 8/2025 phải không?", YES),
    ],
)
def test_a_day_is_not_denied_by_that_of_another_kind(staff, asked, verdict):
    assert staff.ask(asked).verdict == verdict


@pytest.mark.parametrize(
    "asked",
    [
        "Đảng bộ huyện Quan Sơn có bao nhiêu đảng viên?",
        "Quan Sơn có tất cả bao nhiêu đảng viên?",
        "toan huyen quan son co bao nhieu dang vien",
    ],
)
def test_a_figure_said_to_be_of_all_is_told_of_all(staff, asked):
    assert told(staff.ask(asked)) == ("answered", "quan-son-2024/tong-dang-vien")


@pytest.mark.parametrize(
    "asked",
    [
        "Quan Sơn có thêm bao nhiêu đảng viên?",
        "Quan Sơn có bao nhiêu đảng viên mới?",
        "Quan Sơn phát triển được bao nhiêu đảng viên?",
        "Quan Sơn bồi dưỡng bao nhiêu đảng viên?",
        "Quan Sơn giảm bao nhiêu đảng viên?",
    ],
)
def test_a_total_does_not_tell_what_came_on_top_or_was_done(staff, asked):
    assert "quan-son-2024/tong-dang-vien" not in ids(staff.ask(asked))[:1] or (
        staff.ask(asked).status == "not_stated"
    )


@pytest.mark.parametrize(
    "asked",
    [
        "Quan Sơn có bao nhiêu đảng viên nữ?",
        "Quan Sơn có bao nhiêu đảng viên là người dân tộc thiểu số?",
        "Xã Na Mèo có bao nhiêu đảng viên?",
    ],
)
def test_those_admitted_are_not_all_there_are(staff, asked):
    assert staff.ask(asked).status == "not_stated"
    asked = "Quan Sơn kết nạp bao nhiêu đảng viên nữ?"
    assert told(staff.ask(asked)) == ("answered", "quan-son-2024/ket-nap/nu")


def test_a_body_that_only_another_fact_names_is_asked_of_that_fact(staff):
    asked = "bao nhieu dong chi nu trong quy hoach ban thuong vu quan son"
    assert staff.ask(asked).status == "not_stated"
    asked = "bao nhieu dong chi nu trong quy hoach ban chap hanh quan son"
    assert told(staff.ask(asked)) == ("answered", "quan-son-2024/quy-hoach-bch/nu")


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Quan Sơn quy hoạch bao nhiêu người vào Ban Thường vụ?", "quy-hoach-btv"),
        ("Trong quy hoạch Ban Chấp hành của Quan Sơn có bao nhiêu người dưới 40 tuổi?", "quy-hoach-bch/tre"),
        ("Quan Sơn có mấy người bị đuổi ra khỏi Đảng?", "ky-luat/khai-tru"),
        ("Bao nhiêu đảng viên mới ở Quan Sơn là người dân tộc thiểu số?", "ket-nap/dan-toc"),
        ("Ai giữ chức Trưởng phòng Nội vụ Quan Sơn?", "truong-phong-noi-vu"),
        ("Hạn chót đại hội cấp cơ sở ở Quan Sơn là ngày nào?", "dai-hoi-co-so"),
        ("Số đảng viên mới của Quan Sơn đạt bao nhiêu phần trăm chỉ tiêu năm?", "ket-nap-ke-hoach"),
        ("Vì sao đảng viên Quan Sơn bị kỷ luật?", "ky-luat-ly-do"),
        ("Đảng viên Quan Sơn bị kỷ luật vì lý do gì?", "ky-luat-ly-do"),
        ("Đảng viên Quan Sơn dính kỷ luật vì lỗi gì?", "ky-luat-ly-do"),
    ],
)
def test_what_is_said_in_other_words_is_told(staff, asked, fact):
    assert told(staff.ask(asked)) == ("answered", f"quan-son-2024/{fact}")


def test_two_bodies_side_by_side_are_both_told(staff):
    answer = staff.ask("Quan Sơn quy hoạch bao nhiêu người vào Ban Chấp hành và Ban Thường vụ?")
    assert answer.status == "answered"
    assert {"quan-son-2024/quy-hoach-bch", "quan-son-2024/quy-hoach-btv"} <= {*ids(answer)}


@pytest.mark.parametrize(
    "asked",
    [
        "Quan Sơn quy hoạch bao nhiêu người dân tộc thiểu số vào Ban Thường vụ?",
        "Ai giữ chức Phó Trưởng phòng Nội vụ Quan Sơn?",
        "Ai giữ chức Trưởng phòng Tài chính Quan Sơn?",
        "Hạn chót đại hội cấp huyện ở Quan Sơn là ngày nào?",
        "Chỉ tiêu kết nạp đảng viên năm 2024 của Quan Sơn là bao nhiêu?",
        "Vì sao Quan Sơn khai trừ đảng viên?",
        "Tại sao Quan Sơn cảnh cáo 3 đảng viên?",
        "Vì sao Quan Sơn kết nạp nhiều đảng viên?",
        "Vì sao ông Hà Văn Thuyên được bổ nhiệm?",
    ],
)
def test_what_lies_near_is_not_told_instead(staff, asked):
    assert staff.ask(asked).status == "not_stated"


def test_what_is_denied_in_other_words_is_told(rural):
    for asked in (
        "Cả huyện Lạc Thủy còn xã nào chưa về đích nông thôn mới không?",
        "Xã nào của Lạc Thủy chưa được công nhận nông thôn mới?",
    ):
        assert told(rural.ask(asked)) == ("answered", "lac-thuy-2023/xa-chua-dat")
    assert rural.ask("Xã nào của Lạc Thủy chưa đóng góp ngày công?").status != "answered"


def test_of_how_many_may_be_said_in_words(rural):
    asked = "Mấy trên tám xã của Lạc Thủy đạt chuẩn nông thôn mới?"
    assert told(rural.ask(asked)) == ("answered", "lac-thuy-2023/xa-dat-chuan")
    assert rural.ask("Mấy trên chín xã của Lạc Thủy đạt chuẩn nông thôn mới?").status == "not_stated"


def test_land_to_live_on_is_not_land_in_a_place(rural):
    for asked in ("Người dân Lạc Thủy đã hiến bao nhiêu m2 đất ở?", "Lạc Thủy hiến được bao nhiêu đất ở?"):
        assert rural.ask(asked).status == "not_stated"
    asked = "Người dân hiến bao nhiêu m2 đất ở Lạc Thủy?"
    assert told(rural.ask(asked)) == ("answered", "lac-thuy-2023/hien-dat")


def test_a_part_of_what_was_done_is_told_where_just_that_is_asked(staff):
    for asked in (
        "Quan Sơn phát triển đảng viên nữ bao nhiêu?",
        "Quan Sơn có bao nhiêu đảng viên mới là nữ?",
        "Quan Sơn có thêm bao nhiêu đảng viên nữ?",
    ):
        assert told(staff.ask(asked)) == ("answered", "quan-son-2024/ket-nap/nu")


def test_a_share_of_households_is_told_to_who_asks_how_many(tmp_path_factory):
    with known_from("water", tmp_path_factory) as known:
        answer = known.ask("Bao nhiêu hộ ở Cao Phong dùng nước sạch?")
    assert told(answer) == ("answered", "cao-phong-2024/nuoc-sach")


def test_households_that_gave_land_are_not_its_square_metres(tmp_path_factory):
    with known_from("clearance", tmp_path_factory) as known:
        answer = known.ask("Bao nhiêu hộ ở Hòa Bối hiến đất?")
    assert told(answer) == ("answered", "dai-khe-2025/hien-dat-ho")
