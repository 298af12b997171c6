"""Something else that is called as what is asked for: a signatory, a place, a group, what counts the same figure."""

import pytest

from tests.knowledge.asking import ids, told


@pytest.mark.parametrize("question", ["Ai ký Đề án số 01?", "Đề án số 01 ai ký?", "de an so 01 ai ky"])
def test_who_signed_is_not_who_issued(bundled, question):
    assert bundled.ask(question).status in ("not_stated", "unknown")


@pytest.mark.parametrize("question", ["Ai ban hành Đề án số 01?", "Đề án số 01 do cơ quan nào ban hành?"])
def test_who_issued_is_told(bundled, question):
    assert bundled.ask(question).status == "answered"


@pytest.mark.parametrize("question", ["Sông Công có gì?", "Sông Công có những gì?"])
def test_what_there_is_of_a_place_is_no_directive_that_it_follows(bundled, question):
    assert bundled.ask(question).status != "answered"


@pytest.mark.parametrize("question", ["Đề án số 01 có gì?", "Chỉ thị 05 nói về gì?"])
def test_what_there_is_of_what_is_named_is_told(bundled, question):
    assert bundled.ask(question).status == "answered"


@pytest.mark.parametrize(
    "question",
    ["Mạ Dì Sơn được luân chuyển về huyện phải không?", "Mạ Dì Sơn từng về huyện không?"],
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


WORKERS = """
article: {id: cao-duc, title: null, about: "lao động ở Cao Đức", author: "Lê Mây", published: 2024-11-20T07:00:00+07:00}
names:
  - {id: cao-duc, name: "Cao Đức", kind: place, type: "huyện"}
topics:
  - {id: hang, label: "Doanh nghiệp tuyển lao động", phrases: ["doanh nghiệp tuyển", "doanh nghiệp tuyển lao động"], examples: ["{place} có bao nhiêu doanh nghiệp tuyển lao động"]}
  - {id: di-lam, label: "Lao động đi nước ngoài", phrases: ["lao động đi nước ngoài"], examples: ["{place} có bao nhiêu lao động đi nước ngoài"]}
  - {id: thu-nhap, label: "Thu nhập", phrases: ["thu nhập"], examples: ["thu nhập của lao động {place} ở nước ngoài là bao nhiêu"]}
facts:
  - {id: hang, subject: cao-duc, topic: hang, kind: count, value: 36, unit: "doanh nghiệp", statement: "Cao Đức phối hợp với 36 doanh nghiệp để tuyển lao động.", paragraph: 1}
  - {id: hang-dung, subject: cao-duc, topic: hang, kind: count, value: 2, unit: "doanh nghiệp", facets: ["bị dừng phối hợp"], statement: "Cao Đức đã dừng phối hợp với 2 doanh nghiệp.", paragraph: 1}
  - {id: di-lam, subject: cao-duc, topic: di-lam, kind: count, value: 445, unit: "lao động", statement: "445 lao động Cao Đức đi làm việc ở nước ngoài.", paragraph: 2, parts: [{id: di-lam/dai-loan, value: 318, facets: ["Đài Loan"], statement: "318 lao động Cao Đức đi Đài Loan."}, {id: di-lam/nhat, value: 127, facets: ["Nhật Bản"], statement: "127 lao động Cao Đức đi Nhật Bản."}]}
  - {id: thu-nhap, subject: cao-duc, topic: thu-nhap, kind: count, value: 30, unit: "triệu đồng/tháng", facets: ["Nhật Bản"], statement: "Ở Nhật Bản, lao động Cao Đức có thu nhập 30 triệu đồng một tháng.", paragraph: 3}
"""


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Cao Đức phối hợp tuyển lao động với mấy doanh nghiệp?", "hang"),
        ("Có bao nhiêu doanh nghiệp phối hợp với Cao Đức tuyển lao động?", "hang"),
        ("Cao Đức dừng phối hợp với bao nhiêu doanh nghiệp?", "hang-dung"),
        ("Mấy doanh nghiệp ở Cao Đức bị dừng phối hợp?", "hang-dung"),
    ],
)
def test_what_is_told_of_all_names_none_that_were_stopped(taught, question, fact):
    assert told(taught(WORKERS).ask(question)) == ("answered", fact)


@pytest.mark.parametrize("then", ["Đài Loan thì sao?", "Còn Đài Loan?", "the dai loan"])
def test_of_the_next_the_same_is_asked_as_of_the_last(taught, then):
    known = taught(WORKERS)
    first = known.reply("Thu nhập của lao động Cao Đức ở Nhật Bản là bao nhiêu?")
    assert told(first.answer) == ("answered", "thu-nhap")
    assert known.ask(then, context=first.context).status != "answered"
