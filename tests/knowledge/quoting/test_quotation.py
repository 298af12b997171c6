"""Questions that no fact answers, and an article's own words do or do not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handlers.rendering import plain
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.service import Knowledge
from tests.knowledge.asking import BACH_HA

Quoted = Callable[[str], str | None]
REPAIRS = (
    "Huyện đã sửa chữa 35 phòng học; xây mới 12 nhà vệ sinh (7 nhà ở điểm chính, 5 nhà ở điểm lẻ);"
    " trang bị 60 máy tính và 18 ti vi cho các lớp."
)
GRANTS = "Ngày 5/9/2024, huyện trao 150 suất học bổng."


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Bạch Hà đã sửa chữa bao nhiêu phòng học?", REPAIRS),
        ("bach ha sua chua bao nhieu phong hoc", REPAIRS),
        ("Bạch Hà tu sửa mấy phòng học", REPAIRS),
        ("Bạch Hà xây mới mấy nhà vệ sinh?", REPAIRS),
        ("Bạch Hà trang bị bao nhiêu ti vi?", REPAIRS),
        ("Bạch Hà trao bao nhiêu suất học bổng?", GRANTS),
        ("Bạch Hà trao học bổng khi nào?", GRANTS),
        ("Ngày 5/9/2024 Bạch Hà trao bao nhiêu suất học bổng?", GRANTS),
        ("bao nhiêu suất học bổng được trao", GRANTS),
        ("Bạch Hà sẽ mở thêm bao nhiêu lớp mầm non?", "Dự kiến năm 2025, huyện sẽ mở thêm 4 lớp mầm non."),
        ("Mục tiêu trước mắt của Bạch Hà là gì?", "Mục tiêu trước mắt là tuyển đủ người dạy cho các trường nội trú."),
    ],
)  # fmt: skip
def test_a_sentence_that_has_all_that_is_asked_is_quoted_word_for_word(
    quoted: Quoted, question: str, sentence: str
) -> None:
    assert quoted(question) == sentence


@pytest.mark.parametrize(
    "question",
    [
        "Bạch Hà sửa chữa bao nhiêu nhà vệ sinh?",
        "Bạch Hà xây mới bao nhiêu phòng học?",
        "Bạch Hà trang bị bao nhiêu phòng học?",
        "Bạch Hà có bao nhiêu phòng học?",
        "Bạch Hà có bao nhiêu nhà vệ sinh ở điểm chính?",
        "Bạch Hà sửa chữa bao nhiêu phòng học bán trú?",
        "Bạch Hà thiếu giáo viên tiếng Pháp phải không?",
        "Bạch Hà có bao nhiêu giáo viên?",
        "Bạch Hà có hơn 40 phòng học được sửa chữa phải không?",
        "Vì sao Bạch Hà thiếu giáo viên tiếng Anh?",
    ],
)
def test_a_sentence_that_lacks_a_word_or_has_it_of_something_else_is_not(
    quoted: Quoted, question: str
) -> None:
    assert quoted(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "Huyện Sơn Động sửa chữa bao nhiêu phòng học?",
        "Nà Dương sửa chữa bao nhiêu phòng học?",
        "Xã Khe Sậy sửa chữa bao nhiêu phòng học?",
        "Xã Khe Sậy có bao nhiêu giáo viên?",
    ],
)
def test_nobodys_words_are_given_for_another_place(quoted: Quoted, question: str) -> None:
    assert quoted(question) is None


def test_what_is_said_of_a_place_within_or_of_the_province_is_not_said_of_the_district(
    quoted: Quoted,
) -> None:
    bridges = "Xã Nà Dương, huyện Bạch Hà có 3 cây cầu treo phục vụ học sinh đến trường."
    assert quoted("Nà Dương có bao nhiêu cây cầu treo?") == bridges
    assert quoted("Bạch Hà có bao nhiêu cây cầu treo?") is None
    assert quoted("Bạch Hà có 410 trường học phải không?") is None


def test_a_place_that_only_the_text_knows_is_answered_with_its_own_sentence(quoted: Quoted) -> None:
    lines = "Tại xã Khe Sậy, điểm trường thôn Pắc Lừa chưa có điện lưới."
    assert quoted("Điểm trường thôn Pắc Lừa có điện lưới không?") == lines
    assert quoted("Điểm trường thôn Nậm Lừa có điện lưới không?") is None


def test_another_time_or_what_is_only_planned_is_not_quoted(quoted: Quoted) -> None:
    assert quoted("Năm 2023 Bạch Hà trao bao nhiêu suất học bổng?") is None
    assert quoted("Bạch Hà mở thêm bao nhiêu lớp mầm non?") is None


def test_who_is_answered_only_with_a_sentence_that_names_somebody(quoted: Quoted) -> None:
    named = quoted("Trưởng phòng Giáo dục và Đào tạo là ai?")
    assert named
    assert "Đặng Quang Lịch" in named
    assert quoted("Ai sửa chữa phòng học ở Bạch Hà?") is None


def test_facts_come_first_and_so_does_one_that_says_it_is_not_stated(bach_ha: Knowledge) -> None:
    assert bach_ha.ask("Bạch Hà có bao nhiêu trường học?").status == "answered"
    assert bach_ha.ask("Bạch Hà có bao nhiêu học sinh?").status == "not_stated"


def test_a_quotation_is_marked_as_one_and_cited(bach_ha: Knowledge) -> None:
    answer = bach_ha.ask("Bạch Hà trao bao nhiêu suất học bổng?")
    assert plain(answer) == (
        f"Bài báo viết:\n“{GRANTS}”\n"
        "Nguồn: “Huyện Bạch Hà chăm lo trường học ở vùng cao”, Lâm Thư, 10/09/2024, đoạn 2"
    )
    [cited] = answer.citations
    assert (cited.quote, cited.paragraph) == (GRANTS, 2)
    assert (answer.facts, answer.suggestions, answer.understood.unexplained) == ((), (), ())


def test_a_follow_up_is_answered_with_a_quotation_too(bach_ha: Knowledge) -> None:
    first = bach_ha.reply("Bạch Hà trang bị bao nhiêu máy tính?")
    answer = bach_ha.reply("còn ti vi?", context=first.context).answer
    assert answer.blocks[0].quote in (REPAIRS, None)
    assert answer.status in ("quoted", "unknown")


def test_a_place_left_out_is_asked_for_where_texts_of_several_places_have_it(tmp_path: Path) -> None:
    other = (
        BACH_HA.read_text(encoding="utf-8")
        .replace("Bạch Hà", "Lũng Thượng")
        .replace("bach-ha", "lung-thuong")
    )
    article, _, rest = other.partition("names:")
    names = rest.partition("facts:")[0].replace("na-duong", "na-mo").replace("Nà Dương", "Nà Mo")
    file = tmp_path / "other.yaml"
    file.write_text(f"{article}names:{names}", encoding="utf-8")
    path = tmp_path / "both.db"
    load_packs(path, read_packs([BACH_HA, file]), only=True)
    with Knowledge.open(path) as known:
        answer = known.ask("Bao nhiêu phòng học đã được sửa chữa?")
        assert answer.status == "clarify"
        chosen = {option.label: known.ask(option.question) for option in answer.options}
        assert {label: a.citations[0].article for label, a in chosen.items()} == {
            "huyện Bạch Hà": "bach-ha-2024-09-10",
            "huyện Lũng Thượng": "lung-thuong-2024-09-10",
        }
