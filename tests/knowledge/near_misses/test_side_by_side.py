"""What a question joins, and what it asks to be named: both figures or none, a commune and no document."""

import pytest

from tests.knowledge.asking import shown

STAFF = """
article: {id: gia-khe, about: "cán bộ Giá Khê", published: 2023-05-02T07:00:00+07:00}
names:
  - {id: gia-khe, name: "Giá Khê", kind: place, type: "huyện"}
  - {id: num, name: "Nậm Xẻo", kind: place, type: "xã", part_of: gia-khe}
  - {id: ke-hoach, name: "Kế hoạch số 9", kind: document}
  - {id: lu-seo, name: "Lù Seo Chớ", kind: person, part_of: num}
  - {id: chau-su, name: "Chẩu Sừ Páo", kind: person, part_of: num}
topics:
  - {id: hoc, label: "Học tin học", phrases: ["học tin học"], examples: ["{place} cử bao nhiêu người học tin học"]}
  - {id: biet-phai, label: "Biệt phái", phrases: ["biệt phái", "biệt phái cán bộ"], examples: ["{place} biệt phái bao nhiêu cán bộ"]}
  - {id: cu-tuyen, label: "Cử tuyển", phrases: ["cử tuyển", "cử tuyển cán bộ"], examples: ["{place} cử tuyển bao nhiêu cán bộ"]}
  - {id: thi, label: "Thi nâng ngạch", phrases: ["thi nâng ngạch", "nâng ngạch"], examples: ["{place} có bao nhiêu người thi nâng ngạch"]}
  - {id: noi-dung, label: "Nội dung văn bản", phrases: ["nội dung kế hoạch", "nội dung chỉ thị"], examples: ["{document} nói gì"]}
  - {id: van-ban, label: "Văn bản đang làm", phrases: ["thực hiện văn bản"], examples: ["{place} thực hiện văn bản gì"]}
  - {id: cong-tac, label: "Nhận công tác", phrases: ["nhận quyết định", "được điều"], examples: ["{person} được điều đi khi nào"]}
  - {id: sinh, label: "Ngày sinh", phrases: ["sinh ngày"], examples: ["{person} sinh ngày nào"]}
facts:
  - {id: hoc/chinh-quy, subject: gia-khe, topic: hoc, kind: count, value: 14, unit: "người", facets: ["hệ chính quy"], statement: "14 người Giá Khê học tin học hệ chính quy.", paragraph: 1}
  - {id: hoc/khong, subject: gia-khe, topic: hoc, kind: count, value: 61, unit: "người", facets: ["hệ không chính quy"], statement: "61 người Giá Khê học tin học hệ không chính quy.", paragraph: 1}
  - {id: biet-phai, subject: gia-khe, topic: biet-phai, kind: count, value: 8, unit: "cán bộ", statement: "Giá Khê biệt phái 8 cán bộ.", paragraph: 2}
  - {id: cu-tuyen, subject: gia-khe, topic: cu-tuyen, kind: count, value: 5, unit: "cán bộ", statement: "Giá Khê cử tuyển 5 cán bộ.", paragraph: 2}
  - id: thi
    subject: gia-khe
    topic: thi
    kind: count
    value: 30
    unit: "người"
    statement: "30 người Giá Khê thi nâng ngạch."
    paragraph: 3
    complete: true
    parts:
      - {id: thi/chuyen-vien, value: 21, facets: ["chuyên viên"], statement: "21 chuyên viên Giá Khê thi nâng ngạch."}
      - {id: thi/can-su, value: 9, facets: ["cán sự"], statement: "9 cán sự Giá Khê thi nâng ngạch."}
  - {id: noi-dung, subject: ke-hoach, topic: noi-dung, kind: statement, statement: "Kế hoạch số 9 của Giá Khê nhằm rèn luyện cán bộ trẻ.", paragraph: 4}
  - {id: van-ban, subject: gia-khe, topic: van-ban, kind: list, items: ["Kế hoạch số 9"], statement: "Cán bộ trẻ của Giá Khê theo Kế hoạch số 9.", paragraph: 4}
  - {id: den, subject: lu-seo, topic: cong-tac, kind: date, value: "2023-02", statement: "Lù Seo Chớ được điều về xã Nậm Xẻo vào tháng 2/2023.", paragraph: 5}
  - {id: sinh, subject: chau-su, topic: sinh, kind: date, value: "1980-06-01", statement: "Chẩu Sừ Páo sinh ngày 1/6/1980 ở xã Nậm Xẻo.", paragraph: 5}
"""


@pytest.fixture
def staff(taught):
    return taught(STAFF)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Giá Khê học tin học hệ chính quy và hệ không chính quy mỗi hệ bao nhiêu người?", {14, 61}),
        ("Bao nhiêu người Giá Khê học tin học hệ không chính quy?", {61}),
        ("Bao nhiêu người Giá Khê học tin học hệ chính quy?", {14}),
        ("So sánh số cán bộ biệt phái và cử tuyển ở Giá Khê", {8, 5}),
        ("Giá Khê biệt phái hơn cử tuyển bao nhiêu cán bộ?", {8, 5}),
        ("Giá Khê có bao nhiêu cán bộ được biệt phái và cử tuyển?", {8, 5}),
        ("Ở Giá Khê, chuyên viên chiếm mấy người trong số thi nâng ngạch?", {21}),
    ],
)
def test_what_is_joined_is_answered_for_each_and_what_is_not_for_itself(staff, question, values):
    answer = staff.ask(question)
    assert (answer.status, {fact.value for fact in answer.facts}) == ("answered", values)


def test_a_share_is_still_asked_for_where_something_is_said_to_be_of_a_hundred(staff):
    assert (
        staff.ask("Ở Giá Khê, chuyên viên chiếm bao nhiêu phần trăm số người thi nâng ngạch?").status
        == "not_stated"
    )


@pytest.mark.parametrize(
    "question",
    [
        "Xã nào của Giá Khê có cán bộ trẻ?",
        "xa nao cua gia khe co can bo tre",
        "Chỉ thị nào của Giá Khê rèn luyện cán bộ trẻ?",
    ],
)
def test_a_document_is_no_commune_and_a_plan_no_directive(staff, question):
    assert staff.ask(question).status != "answered"


@pytest.mark.parametrize(
    "question", ["Lù Seo Chớ về Nậm Xẻo khi nào?", "lu seo cho ve nam xeo thang may nam nao"]
)
def test_when_somebody_came_to_a_place_is_answered_without_any_verb(staff, question):
    answer = staff.ask(question)
    assert (answer.status, "2/2023" in shown(answer)) == ("answered", True)


def test_the_day_somebody_was_born_in_a_place_is_not_the_day_they_came_there(staff):
    assert staff.ask("Chẩu Sừ Páo về Nậm Xẻo khi nào?").status == "unknown"


def test_all_that_an_amount_is_asked_of_is_counted(bundled):
    answer = bundled.ask("Số lượng cấp trưởng và cấp phó được bổ nhiệm ở Bình Liêu?")
    assert (answer.status, {fact.value for fact in answer.facts}) == ("answered", {7, 30})


@pytest.mark.parametrize(
    "question",
    [
        "Sông Công có mấy cán bộ từ dưới xã, phường được rút lên thành phố?",
        "song cong co may can bo tu duoi xa, phuong duoc rut len thanh pho",
    ],
)
def test_how_a_commune_lies_to_the_speaker_changes_nothing(bundled, question):
    answer = bundled.ask(question)
    assert (answer.status, answer.facts[0].value) == ("answered", 1)


def test_who_is_under_an_age_is_not_who_comes_from_below(bundled):
    assert bundled.ask("Sông Công có mấy cán bộ dưới 40 tuổi được luân chuyển?").status == "not_stated"


def test_what_a_topic_calls_those_it_counts_needs_no_marks(bundled):
    answer = bundled.ask("o song cong lop trung cap ly luan khong tap trung co bao nhieu hoc vien")
    assert (answer.status, answer.facts[0].value) == ("answered", 90)


def test_what_only_speaks_of_one_thing_is_not_told_any_of_one(bundled):
    assert bundled.ask("Viết giúp tôi một bài tơ về Bình Liêu").status == "unknown"


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("Giá Khê có tổng cộng bao nhiêu chuyên viên và cán sự thi nâng ngạch?", ["30 người"]),
        ("tong cong gia khe co may chuyen vien va can su thi nang ngach", ["30 người"]),
        ("Giá Khê có bao nhiêu chuyên viên và cán sự thi nâng ngạch?", ["9 người", "21 người"]),
        (
            "Tổng số người Giá Khê học tin học hệ chính quy và hệ không chính quy là bao nhiêu?",
            ["14 người", "61 người"],
        ),
    ],
)
def test_the_total_of_all_parts_is_the_one_that_is_told(staff, question, figures):
    answer = staff.ask(question)
    assert sorted(block.lead for block in answer.blocks) == sorted(figures)


@pytest.mark.parametrize(
    ("question", "shown_as_well"),
    [
        ("Tổng số cán bộ Giá Khê biệt phái và cử tuyển là bao nhiêu?", True),
        ("Giá Khê biệt phái và cử tuyển bao nhiêu cán bộ?", False),
        ("Tổng số chuyên viên và cán sự Giá Khê thi nâng ngạch là bao nhiêu?", False),
        ("Giá Khê biệt phái tổng cộng bao nhiêu cán bộ?", False),
    ],
)
def test_of_figures_that_nobody_added_up_it_is_said_that_they_are_not(staff, question, shown_as_well):
    assert ("khong tu cong lai" in shown(staff.ask(question))) is shown_as_well


@pytest.mark.parametrize(
    "question",
    ["Giá Khê biệt phái hơn cử tuyển bao nhiêu cán bộ?", "Giá Khê biệt phái nhiều hơn cử tuyển mấy cán bộ?"],
)
def test_by_how_much_one_exceeds_another_is_worked_out_only_of_the_same_thing(staff, question):
    assert "khong cong tru" in shown(staff.ask(question))
