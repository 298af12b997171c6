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


def test_half_a_year_is_not_the_whole_of_it(taught):
    known = taught(HARBOUR)
    assert known.ask("Cả năm 2023 Làng Sao có bao nhiêu tàu cập bến?").status != "answered"
    assert ids(known.ask("Cả năm 2022 Làng Sao có bao nhiêu tàu cập bến?")) == ["ben/nam-truoc"]
    assert ids(known.ask("6 tháng đầu năm 2023 Làng Sao có bao nhiêu tàu cập bến?")) == ["ben/nua-nam"]


def test_what_is_to_come_is_answered_with_a_plan_and_never_with_what_was_done(taught):
    known = taught(HARBOUR)
    assert known.ask("Năm 2022 Làng Sao sẽ có bao nhiêu tàu cập bến?").status != "answered"
    assert ids(known.ask("Năm 2024 Làng Sao sẽ có bao nhiêu tàu cập bến?")) == ["ben/ke-hoach"]


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
