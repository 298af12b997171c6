import pytest

from handlers.rendering import plain
from tests.knowledge.asking import told

LIT = "Lũng Ngà có {} thôn có điện lưới phải không?"
POOR = "Khuê Thượng có {} hộ nghèo phải không?"
FIRES = """
article: {id: lua-2023, about: "cháy nhà", published: 2023-07-05T07:00:00+07:00}
topics: [{id: chay, label: "Vụ cháy", phrases: ["vụ cháy", "cháy"], examples: ["{place} xảy ra bao nhiêu vụ cháy"]}]
facts: [{id: lua/chay, subject: lung-nga, topic: chay, kind: count, value: 0, unit: "vụ", statement: "Xã Lũng Ngà không để xảy ra vụ cháy nào.", paragraph: 2}]
"""


@pytest.mark.parametrize(
    ("question", "verdict", "fact"),
    [
        (POOR.format("412"), "Có", "kt/ho-ngheo"), (POOR.format("500"), "Không", "kt/ho-ngheo"), (POOR.format("4.120"), "Không", "kt/ho-ngheo"),
        (POOR.format("hơn 400"), "Có", "kt/ho-ngheo"), (POOR.format("hơn 412"), "Không", "kt/ho-ngheo"), (POOR.format("trên 500"), "Không", "kt/ho-ngheo"),
        (POOR.format("dưới 400"), "Không", "kt/ho-ngheo"), (POOR.format("dưới 500"), "Có", "kt/ho-ngheo"), (POOR.format("ít nhất 412"), "Có", "kt/ho-ngheo"),
        (POOR.format("ít nhất 413"), "Không", "kt/ho-ngheo"), (POOR.format("không quá 412"), "Có", "kt/ho-ngheo"), (POOR.format("không quá 411"), "Không", "kt/ho-ngheo"),
        (LIT.format("7"), "Có", "kt/dien-luoi"), (LIT.format("7/9"), "Có", "kt/dien-luoi"), (LIT.format("8"), "Không", "kt/dien-luoi"), (LIT.format("7/10"), "Không", "kt/dien-luoi"),
        ("khue thuong co 412 ho ngheo phai khong", "Có", "kt/ho-ngheo"), ("khue thuong co 421 ho ngheo phai khong", "Không", "kt/ho-ngheo"),
    ],
)  # fmt: skip
def test_a_figure_decides_what_is_claimed_of_it(districts, question, verdict, fact):
    answer = districts.ask(question)
    assert (answer.verdict, *told(answer)) == (verdict, "answered", fact)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Tất cả các xã của Khuê Thượng có nhà văn hóa phải không?", "Có"), ("Có phải mọi xã ở Khuê Thượng đều có nhà văn hóa không?", "Có"),
        ("Tất cả các thôn ở Lũng Ngà có điện lưới phải không?", "Không"), ("Có phải toàn bộ các xã ở Khuê Thượng đều có chợ phiên không?", "Không"),
    ],
)  # fmt: skip
def test_a_share_decides_whether_it_is_all(districts, question, verdict):
    assert districts.ask(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Xã Lũng Ngà có chợ phiên không?", "Có"), ("Suối Kén có chợ phiên chưa?", "Có"), ("suoi ken co cho phien ko", "Có"),
        ("Xã Đồi Mua ở Khuê Thượng có chợ phiên không?", "Không"), ("Chủ tịch xã Lũng Ngà có phải là bà Lò Thị Ngần không?", "Có"),
        ("Lò Thị Ngần là chủ tịch xã Lũng Ngà phải không?", "Có"),
    ],
)  # fmt: skip
def test_what_a_fact_lists_decides_about_a_name(districts, question, verdict):
    answer = districts.ask(question)
    assert (answer.status, answer.verdict.split(".")[0]) == ("answered", verdict)


@pytest.mark.parametrize(
    ("time", "verdict"),
    [("năm 2022", "Có"), ("tháng 10/2022", "Có"), ("ngày 15/10/2022", "Có"), ("năm 2021", "Không"), ("tháng 9/2022", "Không"), ("ngày 16/10/2022", "Không")],
)  # fmt: skip
def test_a_date_decides_about_a_time(districts, time, verdict):
    assert districts.ask(f"Trạm y tế Lũng Ngà khởi công {time} phải không?").verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"), [("Khuê Thượng có điều chuyển giáo viên không?", "Có"), ("Lũng Ngà đã có điện lưới chưa?", "Có"), ("Khuê Thượng có hộ nghèo không?", "Có")]
)  # fmt: skip
def test_a_fact_that_tells_of_a_thing_decides_that_there_is_one(districts, question, verdict):
    assert districts.ask(question).verdict == verdict


@pytest.mark.parametrize(
    "question",
    [
        POOR.format("khoảng 400"), "Vạn Trầm điều chuyển 5 giáo viên phải không?", "Vạn Trầm có điều chuyển giáo viên không?", "Khuê Thượng có đội hát nữ không?",
        "Khuê Thượng có 6 đội hát phải không?", "Hạ Long có hộ nghèo không?", "Khuê Thượng có 412 hộ cận nghèo phải không?", "Năm 2019 Khuê Thượng có 412 hộ nghèo phải không?",
        "Khuê Thượng có trường học không?", "Khuê Thượng có 412 người nghèo phải không?", "Vạn Trầm có 300 lượt khám mắt phải không?",
    ],
)  # fmt: skip
def test_what_no_fact_decides_stays_undecided(districts, question):
    assert districts.ask(question).verdict is None


def test_a_slip_is_not_taken_for_a_claim_of_all(districts):
    answer = districts.ask("Thôn ca Lũng Ngà có điện lưới phải không?")
    assert answer.verdict != "Không"


def test_who_is_not_on_a_list_is_named_as_the_store_spells_it(districts):
    assert districts.ask("Xã Đoồi Mua ở Khuê Thượng có chợ phiên không?").verdict.endswith(
        "Đồi Mua không có trong danh sách bài báo nêu"
    )


@pytest.mark.parametrize(
    ("question", "verdict"),
    [("Lũng Ngà có xảy ra vụ cháy không?", "Không"), ("Lũng Ngà có cháy rừng không?", None), ("Lũng Ngà không xảy ra vụ cháy nào phải không?", None), ("Lũng Ngà có 2 vụ cháy phải không?", "Không")],
)  # fmt: skip
def test_where_the_figure_is_nought_there_is_none(taught, question, verdict):
    known = taught(FIRES, beside=True)
    assert known.ask(question).verdict == verdict


@pytest.mark.parametrize(
    "question",
    [
        "Khuê Thượng có bao nhiêu hộ nghèo?",
        "Ai là chủ tịch xã Lũng Ngà?",
        "Xã nào ở Khuê Thượng có chợ phiên?",
    ],
)
def test_a_question_that_is_no_yes_no_question_gets_no_verdict(districts, question):
    assert districts.ask(question).verdict is None


def test_the_verdict_comes_first_with_its_evidence_and_source(districts):
    lines = plain(districts.ask(POOR.format("500"))).splitlines()
    assert lines[:3] == ["Không.", "412 hộ", "Huyện Khuê Thượng có 412 hộ nghèo."]
    assert "Đinh Lệ Thu, 12/04/2023" in lines[-1]
