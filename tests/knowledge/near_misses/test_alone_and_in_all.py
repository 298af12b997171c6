"""What is told only of two things together, of one level, of a place within or of nobody, is told of nothing else."""

from pathlib import Path

import pytest

from knowledge.text.vietnamese import fold
from tests.knowledge.asking import ids, shown

PACKS = Path(__file__).parents[2] / "questions"


@pytest.fixture
def ask_of(taught):
    """Ask one pack of the question sets."""
    return lambda pack, question: taught((PACKS / f"{pack}.yaml").read_text(encoding="utf-8")).ask(question)


@pytest.mark.parametrize("way", [str, fold])
@pytest.mark.parametrize(
    "question",
    [
        "Bình Liêu bổ nhiệm lại bao nhiêu cấp phó?",
        "Bình Liêu bổ nhiệm lại 30 cấp phó phải không?",
        "Bình Liêu bổ nhiệm lại 37 đồng chí phải không?",
    ],
)
def test_one_kind_of_what_is_only_counted_together_has_no_figure(bundled, question, way):
    answer = bundled.ask(way(question))
    assert (answer.status, answer.verdict) == ("not_stated", None)


@pytest.mark.parametrize(
    "question",
    ["Bình Liêu bổ nhiệm, bổ nhiệm lại bao nhiêu cấp phó?", "Bình Liêu bổ nhiệm bao nhiêu cấp phó?"],
)
def test_both_kinds_together_have_their_figure(bundled, question):
    assert ids(bundled.ask(question)) == ["binh-lieu-2020/bo-nhiem/cap-pho"]


@pytest.mark.parametrize(
    ("first", "then", "status"),
    [
        ("Bình Liêu bổ nhiệm lại bao nhiêu người?", "Còn cấp phó?", "not_stated"),
        ("Bình Liêu bổ nhiệm bao nhiêu người?", "Còn cấp phó?", "answered"),
        ("Năm 2019 Bình Liêu luân chuyển bao nhiêu?", "Còn điều động?", "not_stated"),
        ("Bao nhiêu nữ được điều động?", "Còn luân chuyển?", "not_stated"),
        ("Bao nhiêu nữ được điều động?", "Còn tổng số được điều động?", "answered"),
        ("Bao nhiêu người trúng cử ủy viên UBND?", "Còn trưởng ban HĐND?", "unknown"),
    ],
)
def test_what_was_not_told_of_the_one_thing_is_asked_of_the_next(bundled_conversation, first, then, status):
    assert bundled_conversation(first, then)[-1].status == status


def test_nobody_was_named_by_a_list_to_choose_from(bundled_conversation):
    *_, chosen, answer = bundled_conversation(
        "Bí thư phường Phố Cò là ai?", "Trước đây ông ấy làm gì?", "Ông ấy làm bí thư từ khi nào?"
    )
    assert (chosen.status, answer.status) == ("clarify", "clarify")


@pytest.mark.parametrize("way", [str, fold])
@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Đảng bộ huyện Quan Sơn có bao nhiêu tổ chức cơ sở đảng?", "to-chuc-dang"),
        ("Quan Sơn có bao nhiêu đảng bộ?", "to-chuc-dang/dang-bo"),
        ("Số đảng bộ huyện Quan Sơn là bao nhiêu?", "to-chuc-dang/dang-bo"),
        ("Đại hội Đảng bộ huyện Quan Sơn bao giờ tổ chức?", "dai-hoi-huyen"),
        ("Đại hội Đảng bộ Quan Sơn khi nào?", "dai-hoi-huyen"),
        ("Đảng bộ huyện Quan Sơn đại hội cấp cơ sở khi nào?", "dai-hoi-co-so"),
        ("3 lý do đảng viên Quan Sơn bị kỷ luật là gì?", "ky-luat-ly-do"),
    ],
)
def test_a_body_named_with_its_place_is_that_of_the_place(ask_of, question, fact, way):
    answer = ask_of("staff", way(question))
    assert (answer.status, ids(answer)[0]) == ("answered", f"quan-son-2024/{fact}")


def test_a_yes_is_said_of_the_whole_body(ask_of):
    answer = ask_of("staff", "Đảng bộ huyện Quan Sơn có 38 tổ chức cơ sở đảng, đúng không?")
    assert shown(answer).startswith("co.")


@pytest.mark.parametrize("way", [str, fold])
@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("staff", "Hạn chót đại hội Đảng bộ huyện Quan Sơn là khi nào?"),
        ("staff", "3 đảng viên Quan Sơn bị kỷ luật vì lỗi gì?"),
        ("staff", "Quan Sơn cử 33 cán bộ đi đâu?"),
        ("saltwater", "Tỉnh Bến Tre tặng bao nhiêu bồn nước?"),
        ("schools", "Bao nhiêu học sinh Tây Hà được miễn, giảm học phí?"),
        ("traffic", "Đồng Phú tước bao nhiêu giấy phép lái xe?"),
    ],
)
def test_what_is_told_of_others_or_of_no_place_is_no_answer(ask_of, pack, question, way):
    assert ask_of(pack, way(question)).status in ("unknown", "not_stated", "clarify")


@pytest.mark.parametrize("question", ["Ba cán bộ Bình Liêu về đâu?", "Từ Sông Công đi đâu?"])
def test_where_somebody_went_is_told_by_no_fact_without_a_place(bundled, question):
    assert bundled.ask(question).status in ("unknown", "not_stated", "clarify")
