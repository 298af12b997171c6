"""Questions that differ from what an article gives by one small word."""

import pytest

from tests.knowledge.asking import ids

HARBOUR = """
article: {id: tu-son, title: null, about: "bến cá", author: "Đặng Thu", published: 2023-07-05T07:00:00+07:00}
names: [{id: lang-sao, name: "Làng Sao", kind: place, type: "huyện"}]
topics: [{id: cap-ben, label: "Tàu cập bến", phrases: ["cập bến"], examples: ["{place} có bao nhiêu tàu cập bến"]}]
facts:
  - id: ben/nua-nam
    subject: lang-sao
    topic: cap-ben
    kind: count
    value: 240
    unit: "tàu"
    period: {label: "6 tháng đầu năm 2023", since: 2023-01-01, as_of: 2023-06-30}
    statement: "6 tháng đầu năm 2023, huyện Làng Sao có 240 tàu cập bến."
    paragraph: 2
  - id: ben/nam-truoc
    subject: lang-sao
    topic: cap-ben
    kind: count
    value: 431
    unit: "tàu"
    period: {label: "năm 2022", since: 2022-01-01, as_of: 2022-12-31}
    statement: "Năm 2022, huyện Làng Sao có 431 tàu cập bến."
    paragraph: 2
  - id: ben/ke-hoach
    subject: lang-sao
    topic: cap-ben
    kind: count
    value: 600
    unit: "tàu"
    period: {label: "năm 2024", since: 2024-01-01, as_of: 2024-12-31}
    statement: "Năm 2024, huyện Làng Sao phấn đấu có 600 tàu cập bến."
    paragraph: 3
"""


BERTHS = """
article: {id: tu-son, title: null, about: "bến cá", author: "Đặng Thu", published: 2023-07-05T07:00:00+07:00}
names: [{id: lang-sao, name: "Làng Sao", kind: place, type: "huyện"}]
topics:
  - {id: xay-ben, label: "Xây bến mới", phrases: ["xây bến mới", "bến mới"], examples: ["{place} xây bao nhiêu bến mới"]}
  - {id: danh-bat, label: "Đánh bắt", phrases: ["đánh bắt"], examples: ["{place} đánh bắt đạt bao nhiêu phần trăm kế hoạch"]}
facts:
  - id: ben/moi
    subject: lang-sao
    topic: xay-ben
    kind: count
    value: 6
    unit: "bến"
    period: {label: "vào năm 2025"}
    statement: "Huyện Làng Sao dự kiến xây thêm 6 bến mới."
    paragraph: 2
  - id: ben/danh-bat
    subject: lang-sao
    topic: danh-bat
    kind: share
    value: 104
    of: 100
    unit: "%"
    statement: "Huyện Làng Sao đánh bắt đạt 104% kế hoạch."
    paragraph: 3
"""


SCRAPPED = """
article: {id: tu-son, title: null, about: "bến cá", author: "Đặng Thu", published: 2023-07-05T07:00:00+07:00}
names: [{id: lang-sao, name: "Làng Sao", kind: place, type: "huyện"}]
topics:
  - {id: thao-do, label: "Tháo dỡ tàu cá cũ", phrases: ["tháo dỡ tàu cá cũ"], examples: ["{place} tháo dỡ bao nhiêu tàu cá"]}
facts:
  - id: ben/thao-do
    subject: lang-sao
    topic: thao-do
    kind: count
    value: 14
    unit: "tàu cá"
    statement: "Huyện Làng Sao đã tháo dỡ 14 tàu cá cũ."
    paragraph: 2
"""


def test_half_a_year_is_not_the_whole_of_it(taught):
    known = taught(HARBOUR)
    assert known.ask("Cả năm 2023 Làng Sao có bao nhiêu tàu cập bến?").status != "answered"
    assert ids(known.ask("Cả năm 2022 Làng Sao có bao nhiêu tàu cập bến?")) == ["ben/nam-truoc"]
    assert ids(known.ask("6 tháng đầu năm 2023 Làng Sao có bao nhiêu tàu cập bến?")) == ["ben/nua-nam"]


def test_what_is_to_come_is_answered_with_a_plan_and_never_with_what_was_done(taught):
    known = taught(HARBOUR)
    assert known.ask("Năm 2022 Làng Sao sẽ có bao nhiêu tàu cập bến?").status != "answered"
    assert ids(known.ask("Năm 2024 Làng Sao sẽ có bao nhiêu tàu cập bến?")) == ["ben/ke-hoach"]


@pytest.mark.parametrize("asked", ["Làng Sao có bao nhiêu bến mới?", "Làng Sao đã xây bao nhiêu bến mới?"])
def test_what_is_planned_is_not_given_for_what_there_is_or_was_done(taught, asked):
    assert taught(BERTHS).ask(asked).status != "answered"


@pytest.mark.parametrize(
    "asked", ["Làng Sao sẽ xây bao nhiêu bến mới?", "Làng Sao dự kiến xây bao nhiêu bến mới?", "Năm 2025 Làng Sao xây bao nhiêu bến mới?"]
)  # fmt: skip
def test_what_is_planned_is_given_where_what_is_to_come_is_asked_about(taught, asked):
    assert ids(taught(BERTHS).ask(asked)) == ["ben/moi"]


@pytest.mark.parametrize(
    "asked", ["Năm 2023 Làng Sao xây bao nhiêu bến mới?", "nam 2023 lang sao se xay bao nhieu ben moi"]
)
def test_a_figure_of_another_year_is_not_that_of_the_year_in_which_it_was_told(taught, asked):
    assert taught(BERTHS).ask(asked).status != "answered"


@pytest.mark.parametrize(
    "asked",
    ["Làng Sao có bao nhiêu tàu cá cũ?", "lang sao co may tau ca cu", "Làng Sao mua bao nhiêu tàu cá cũ?"],
)
def test_what_something_was_done_to_is_not_given_for_what_there_is(taught, asked):
    assert taught(SCRAPPED).ask(asked).status != "answered"


def test_what_something_was_done_to_is_given_where_that_is_asked(taught):
    assert ids(taught(SCRAPPED).ask("Làng Sao tháo dỡ bao nhiêu tàu cá?")) == ["ben/thao-do"]


def test_a_share_of_a_plan_is_no_plan(taught):
    assert ids(taught(BERTHS).ask("Làng Sao đánh bắt đạt bao nhiêu phần trăm kế hoạch?")) == ["ben/danh-bat"]
    assert ids(taught(BERTHS).ask("Làng Sao đánh bắt đạt bao nhiêu phần trăm?")) == ["ben/danh-bat"]


@pytest.mark.parametrize("again", ["bổ nhiệm lại", "bo nhiem lai"])
def test_one_half_of_a_joint_figure_is_said_not_to_be_given(bundled, again):
    answer = bundled.ask(f"Bình Liêu {again} bao nhiêu đồng chí?")
    assert answer.status == "not_stated"
    assert (
        ids(bundled.ask(f"Bình Liêu bổ nhiệm và {again} bao nhiêu đồng chí?"))[0] == "binh-lieu-2020/bo-nhiem"
    )


def test_of_one_thing_or_another_the_figure_of_one_is_no_answer(bundled):
    answer = bundled.ask(
        "Tổng số xã, phường của Sông Công có cán bộ luân chuyển đến hoặc luân chuyển ngang là mấy?"
    )
    assert answer.status != "answered"


def test_a_speech_that_mentions_a_document_does_not_tell_what_the_document_says(bundled):
    answer = bundled.ask("Chỉ thị số 05 mà Sông Công tiếp tục thực hiện nói về việc gì?")
    assert answer.status != "answered" or ids(answer) == ["song-cong-2022/chi-thi-05/noi-dung"]


VISITORS = """
article: {id: khach-2024, about: "du khách", published: 2024-07-05T07:00:00+07:00}
topics: [{id: khach, label: "Du khách", phrases: ["du khách"], examples: ["{place} đón bao nhiêu du khách", "khách quốc tế đến {place}"]}]
facts: [{id: khach/tong, subject: lung-nga, topic: khach, kind: count, value: 5200, unit: "lượt khách", statement: "Lũng Ngà đón 5.200 lượt khách.", paragraph: 1}]
"""


@pytest.mark.parametrize("question", ["Khách Hàn Quốc đến Lũng Ngà bao nhiêu lượt?", "khach han quoc den lung nga bao nhieu luot", "luot khach trung quoc den lung nga la bao nhieu"])  # fmt: skip
def test_a_syllable_is_not_explained_by_a_longer_word_that_has_it(taught, question):
    assert taught(VISITORS, beside=True).ask(question).status != "answered"


PLANT = """
article: {id: lo-rac, about: "lò đốt rác", published: 2024-07-05T07:00:00+07:00}
topics:
  - {id: lo-dot, label: "Lò đốt rác", phrases: ["lò đốt rác", "vốn lò đốt rác"], examples: ["lò đốt rác ở {place} hết bao nhiêu tiền"]}
  - {id: dong-cua, label: "Đóng cửa bãi rác", phrases: ["đóng cửa bãi rác"], examples: ["bãi rác {place} đóng cửa khi nào"]}
facts:
  - id: lo-rac/von
    subject: lung-nga
    topic: lo-dot
    kind: count
    value: 90
    unit: "tỷ đồng"
    statement: "Lò đốt rác Lũng Ngà có tổng vốn 90 tỷ đồng."
    paragraph: 1
    parts: [{id: lo-rac/von/doanh-nghiep, value: 70, facets: ["vốn doanh nghiệp"], statement: "70 tỷ đồng là vốn doanh nghiệp."}]
  - {id: lo-rac/dong, subject: lung-nga, topic: dong-cua, kind: date, value: "2025-06", statement: "Bãi rác Lũng Ngà đóng cửa vào tháng 6/2025.", paragraph: 2}
"""


@pytest.mark.parametrize("asked", ["Lò đốt rác ở Lũng Ngà có tổng vốn bao nhiêu?", "lo dot rac lung nga tong von bao nhieu", "Vốn lò đốt rác Lũng Ngà là bao nhiêu?"])  # fmt: skip
def test_the_money_for_a_thing_is_not_what_one_of_those_who_paid_gave(taught, asked):
    assert ids(taught(PLANT, beside=True).ask(asked))[0] == "lo-rac/von"


def test_what_one_of_those_who_paid_gave_is_still_told(taught):
    asked = "Vốn doanh nghiệp của lò đốt rác Lũng Ngà là bao nhiêu?"
    assert ids(taught(PLANT, beside=True).ask(asked)) == ["lo-rac/von/doanh-nghiep"]


@pytest.mark.parametrize("asked", ["bai rac lung nga mo cua nam nao", "lung nga mo cua tu nam nao"])
def test_a_word_without_marks_is_no_pair_of_particles(taught, asked):
    assert taught(PLANT, beside=True).ask(asked).status != "answered"


@pytest.mark.parametrize("where", ["tại Bãi Cháy", "ở Cầu Giấy", "của Hạ Long", "từ Hạ Long"])
def test_a_place_within_another_that_nobody_told_of_does_not_get_the_figure_of_the_whole(districts, where):
    answer = districts.ask(f"Khuê Thượng có bao nhiêu hộ nghèo {where}?")
    assert (answer.status, ids(answer)) == ("unknown", [])


def test_what_joins_something_else_does_not_put_an_unknown_place_beside_a_known_one(taught):
    answer = taught(MEDALS).ask("Làng Sao dẫn đầu với bao nhiêu huy chương tại Bãi Cháy?")
    assert (answer.status, ids(answer)) == ("unknown", [])


@pytest.mark.parametrize(
    "asked",
    [
        "Khuê Thượng và Hạ Long có bao nhiêu hộ nghèo?",
        "Khuê Thượng có bao nhiêu hộ nghèo, còn ở Hạ Long?",
        "So với Hạ Long thì Khuê Thượng có bao nhiêu hộ nghèo?",
        "ở Hạ Long, Khuê Thượng có bao nhiêu hộ nghèo?",
    ],
)
def test_a_place_beside_one_that_nobody_told_of_gets_its_own_figure(districts, asked):
    assert ids(districts.ask(asked)) == ["kt/ho-ngheo"]


MEDALS = """
article: {id: hoi-2023, title: null, about: "hội thao", author: "Đặng Thu", published: 2023-07-05T07:00:00+07:00}
names: [{id: lang-sao, name: "Làng Sao", kind: place, type: "huyện"}, {id: lang-trang, name: "Làng Trăng", kind: place, type: "huyện"}]
topics:
  - {id: dan-dau, label: "Dẫn đầu huy chương", phrases: ["dẫn đầu"], examples: ["{place} dẫn đầu với bao nhiêu huy chương"]}
  - {id: nguoi, label: "Người", phrases: ["người"], examples: ["{place} có bao nhiêu người"]}
facts:
  - {id: hoi/dan-dau, subject: lang-sao, topic: dan-dau, kind: count, value: 48, unit: "huy chương", statement: "Huyện Làng Sao dẫn đầu với 48 huy chương.", paragraph: 2}
  - {id: hoi/nguoi, subject: lang-trang, topic: nguoi, kind: count, value: 9000, unit: "người", statement: "Huyện Làng Trăng có 9.000 người.", paragraph: 2}
"""


@pytest.mark.parametrize("narrower", ["người nước ngoài", "của người trẻ"])
def test_a_word_of_another_topic_behind_what_is_asked_narrows_it(taught, narrower):
    answer = taught(MEDALS).ask(f"Làng Sao dẫn đầu với bao nhiêu huy chương {narrower}?")
    assert answer.status not in ("answered", "clarify")
