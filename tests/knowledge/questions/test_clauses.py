"""Questions that ask for several numbers at once, and what all of their parts share."""

import pytest

from tests.knowledge.asking import ids

FERRY = """
article: {id: ben-cau, title: null, about: "bến phà", author: "Đặng Thu", published: 2023-07-05T07:00:00+07:00}
names: [{id: lang-sao, name: "Làng Sao", kind: place, type: "huyện"}]
topics:
  - {id: dang-kiem, label: "Đăng kiểm phà", phrases: ["đăng kiểm"], examples: ["{place} đăng kiểm bao nhiêu phà"]}
  - {id: dong-moi, label: "Đóng xuồng", phrases: ["đóng xuồng"], examples: ["{place} đóng bao nhiêu xuồng"]}
facts:
  - id: ben/dang-kiem
    subject: lang-sao
    topic: dang-kiem
    kind: count
    value: 46
    unit: "phà"
    period: {label: "năm 2022", since: 2022-01-01, as_of: 2022-12-31}
    statement: "Năm 2022, huyện Làng Sao đăng kiểm 46 phà."
    complete: true
    parts:
      - {id: ben/dang-kiem/dau, value: 27, facets: ["lần đầu"], statement: "27 phà được đăng kiểm lần đầu."}
      - {id: ben/dang-kiem/lai, value: 19, facets: ["đăng kiểm lại"], statement: "19 phà được đăng kiểm lại."}
  - id: ben/dong-xuong
    subject: lang-sao
    topic: dong-moi
    kind: count
    value: 8
    unit: "xuồng"
    period: {label: "năm 2023", since: 2023-01-01, as_of: 2023-06-30}
    statement: "Năm 2023, huyện Làng Sao đóng 8 chiếc xuồng."
"""


@pytest.mark.parametrize("question", ["46 phà đăng kiểm của Làng Sao gồm bao nhiêu lần đầu, bao nhiêu đăng kiểm lại?", "lang sao co bao nhieu pha dang kiem lan dau, bao nhieu pha dang kiem lai"])  # fmt: skip
def test_what_is_asked_of_two_parts_is_answered_for_both(taught, question):
    answer = taught(FERRY).ask(question)
    assert answer.status == "answered"
    assert {"ben/dang-kiem/dau", "ben/dang-kiem/lai"} <= set(ids(answer))


@pytest.mark.parametrize(
    "turned", ["không", "thôi", "dự kiến", "sẽ", "chưa", "định", "được đề nghị", "bí mật"]
)
@pytest.mark.parametrize("asked", ["bao nhiêu phà lần đầu, bao nhiêu phà đăng kiểm lại", "mấy phà lần đầu và mấy phà đăng kiểm lại"])  # fmt: skip
def test_what_turns_the_verb_in_front_of_two_asks_turns_both(taught, turned, asked):
    known = taught(FERRY)
    assert known.ask(f"46 phà {turned} đăng kiểm của Làng Sao gồm {asked}?").status != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2021 Làng Sao đăng kiểm bao nhiêu phà và đóng bao nhiêu xuồng?", "Làng Sao đăng kiểm bao nhiêu phà và đóng bao nhiêu xuồng trong năm 2021?",
        "Làng Sao không đăng kiểm bao nhiêu phà và đóng bao nhiêu xuồng?", "Làng Sao đóng bao nhiêu xuồng nhôm, đăng kiểm bao nhiêu phà nhỏ nhất?",
    ],
)  # fmt: skip
def test_a_time_or_qualifier_that_one_clause_gives_is_not_lost_on_the_other(taught, question):
    assert taught(FERRY).ask(question).status != "answered"


def test_each_clause_keeps_the_time_it_gives_itself(taught):
    answer = taught(FERRY).ask("Năm 2022 Làng Sao đăng kiểm bao nhiêu phà, năm 2023 đóng bao nhiêu xuồng?")
    assert answer.status == "answered"
    assert {"ben/dang-kiem", "ben/dong-xuong"} <= set(ids(answer))


def test_what_a_number_is_asked_of_does_not_stand_behind_a_comma(districts):
    units = districts.reply(
        "Khuê Thượng: hộ nghèo bao nhiêu, giáo viên bao nhiêu?"
    ).understanding.counted_units
    assert units == ()


TWO_PLACES = (
    FERRY.replace("names: [", 'names: [{id: ngoi-da, name: "Ngòi Đá", kind: place, type: "huyện"}, ').replace(
        "topics:",
        'topics:\n  - {id: ghep-be, label: "Ghép bè", phrases: ["ghép bè"], examples: ["{place} ghép bao nhiêu bè"]}',
    )
    + """
  - {id: ben/ghep-be, subject: ngoi-da, topic: ghep-be, kind: count, value: 73, unit: "bè", statement: "Huyện Ngòi Đá ghép 73 bè."}
"""
)


@pytest.mark.parametrize(
    "question",
    [
        "Ghép bè bao nhiêu bè và đăng kiểm bao nhiêu phà ở Làng Sao?",
        "ghep be bao nhieu be, dang kiem bao nhieu pha o lang sao?",
    ],
)
def test_a_place_named_only_at_the_end_is_the_place_of_all_that_is_asked(taught, question):
    answer = taught(TWO_PLACES).ask(question)
    assert "ngoi-da" not in {fact.subject for fact in answer.facts}


def test_the_bundled_place_named_last_gets_no_figure_of_the_other(bundled):
    answer = bundled.ask("Số người được bổ nhiệm và bổ nhiệm lại của Sông Công là bao nhiêu?")
    assert (answer.status, {fact.subject for fact in answer.facts}) == ("not_stated", {"song-cong"})


def test_two_numbers_each_with_an_end_of_its_own_are_asked_twice(bundled):
    asked_twice = bundled.ask("Số cán bộ Bình Liêu điều động là bao nhiêu, luân chuyển là bao nhiêu?")
    assert [block.lead for block in asked_twice.blocks] == ["15 cán bộ", "18 cán bộ"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Đề án 01 ban hành ngày nào, của ai?",
            ["de-an-01/ngay-ban-hanh", "de-an-01/ai-ban-hanh"],
        ),
        (
            "Hoàng Văn Pha trước làm gì, được luân chuyển về đâu?",
            ["hoang-van-pha/chuc-vu-truoc", "hoang-van-pha/luan-chuyen-ve-dau"],
        ),
        ("bch đảng bộ tp sông công khóa mấy, nhiệm kỳ nào v", ["dai-hoi-khoa", "dai-hoi-nhiem-ky"]),
    ],
)
def test_two_things_asked_behind_each_other_are_both_answered(bundled, question, told):
    assert [one.partition("/")[2] for one in ids(bundled.ask(question))] == told


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Cho mình hỏi ai là bí thư xã Bá Xuyên, cảm ơn nhiều?", "ba-xuyen/bi-thu"),
        ("Xã nào, phường nào của Sông Công có cán bộ luân chuyển ngang?", "luan-chuyen/ngang"),
    ],
)
def test_what_only_looks_like_a_second_question_is_none(bundled, question, first):
    answer = bundled.ask(question)
    assert (len(answer.blocks), ids(answer)[0].partition("/")[2]) == (1, first)
