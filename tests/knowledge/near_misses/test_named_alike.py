"""Something else that is called as what is asked for: a signatory, a place, a group, what counts the same figure."""

import pytest

from tests.knowledge.asking import ids, told


@pytest.mark.parametrize("question", ["Ai ký Đề án số 01?", "Đề án số 01 ai ký?", "de an so 01 ai ky"])
def test_who_signed_is_not_who_issued(bundled, question):
    assert bundled.ask(question).status in ("not_stated", "unknown")


@pytest.mark.parametrize("question", ["Ai ban hành Đề án số 01?", "Đề án số 01 do cơ quan nào ban hành?"])
def test_who_issued_is_told(bundled, question):
    assert bundled.ask(question).status == "answered"


@pytest.mark.parametrize("question", ["Sông Công có gì?", "Sông Công có những gì?", "Bình Liêu có gì?"])
def test_what_there_is_of_a_place_is_no_directive_that_it_follows(bundled, question):
    assert bundled.ask(question).status != "answered"


@pytest.mark.parametrize("question", ["Đề án số 01 có gì?", "Chỉ thị 05 nói về gì?"])
def test_what_there_is_of_what_is_named_is_told(bundled, question):
    assert bundled.ask(question).status == "answered"


@pytest.mark.parametrize(
    "question",
    ["Mạ Dì Sơn được luân chuyển về huyện phải không?", "Mạ Dì Sơn được điều động lên huyện à?", "Mạ Dì Sơn từng về huyện không?"],
)  # fmt: skip
def test_where_one_came_from_is_not_shown_as_where_one_went(bundled, question):
    assert "MTTQ" not in str(bundled.ask(question).blocks)


def test_what_goes_the_other_way_tells_of_no_posts_there(bundled):
    assert bundled.ask("Cán bộ Sông Công về xã, phường để giữ những vị trí gì?").status != "answered"


def test_who_borrows_is_not_the_head_of_a_group_called_so(asked):
    assert asked("credit", "Ai vay vốn ở Hồng Trị?").status != "answered"
    assert asked("credit", "Ai là tổ trưởng tổ tiết kiệm và vay vốn ở Hồng Trị?").status == "answered"


@pytest.mark.parametrize("question", ["Huyện Bảo Lạc thành lập năm nào?", "Bao Lac ra doi khi nao"])
def test_when_a_body_of_a_place_was_founded_is_not_when_the_place_was(asked, question):
    assert asked("credit", question).status != "answered"


def test_when_a_body_was_founded_is_told_where_it_is_spoken_of(asked):
    answer = asked("credit", "Phòng giao dịch ngân hàng ở Bảo Lạc thành lập ngày nào?")
    assert told(answer) == ("answered", "bao-lac-2023/thanh-lap")


@pytest.mark.parametrize("question", ["2.148 hộ được vay vốn phải không?", "Có phải 2.148 hộ được vay vốn?"])
def test_a_figure_that_is_told_of_something_near_is_shown_and_not_denied(asked, question):
    answer = asked("credit", question)
    assert answer.verdict is None
    assert ids(answer)[:1] == ["bao-lac-2023/luot-ho-vay"]


def test_a_figure_that_is_told_of_another_topic_is_denied_of_this_one(bundled):
    answer = bundled.ask("Bình Liêu luân chuyển 15 cán bộ phải không?")
    assert (answer.verdict, ids(answer)[0]) == ("Không", "binh-lieu-2020/luan-chuyen")


@pytest.mark.parametrize(
    "question", ["Thị trấn Thất Khê rộng bao nhiêu?", "Thị trấn Thất Khê có bao nhiêu dân?"]
)
def test_a_town_is_not_the_new_commune_made_of_it(asked, question):
    assert asked("merger", question).status != "answered"


@pytest.mark.parametrize("question", ["Xã Thất Khê rộng bao nhiêu?", "Thất Khê mới rộng bao nhiêu?"])
def test_the_new_commune_is_told_of(asked, question):
    assert asked("merger", question).blocks[0].lead == "98,7 km2"


@pytest.mark.parametrize(
    "question",
    ["Đại hội Đảng bộ huyện Bình Liêu diễn ra vào ngày nào?", "Đại hội Đảng bộ huyện Bình Liêu tổ chức khi nào?"],
)  # fmt: skip
def test_that_the_day_is_not_stated_is_told_before_the_term(bundled, question):
    assert told(bundled.ask(question)) == ("not_stated", "binh-lieu-2020/dai-hoi-ngay")
