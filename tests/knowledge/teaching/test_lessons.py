"""What a wording may teach, and above all what it may not."""

from contextlib import closing
from datetime import UTC

import pytest

from knowledge.editing import Edit, apply
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.service import Knowledge
from knowledge.store.reader import connect
from knowledge.teaching.lessons import lesson_of, taught
from knowledge.text.vietnamese import fold
from tests.knowledge.asking import DISTRICTS, ids
from tests.knowledge.store.test_dialogue import NOON

TEACHERS, OF_TEACHERS = "Khuê Thượng xoay vòng bao nhiêu giáo viên?", "kt/dieu-chuyen"


def fact_of(known, key):
    found = known.catalogue.fact(key)
    assert found
    return found


def learn(known, question, key):
    return lesson_of(question, fact_of(known, key), known.lexicon)


@pytest.fixture
def own(tmp_path):
    """The districts, to be taught."""
    path = tmp_path / "own.db"
    load_packs(path, read_packs([DISTRICTS]), only=True)

    def teach(question, key, way="example"):
        with Knowledge.open(path) as known:
            fact = fact_of(known, key)
            lesson = lesson_of(question, fact, known.lexicon)
            topic, name = known.lexicon.topics[fact.topic], known.lexicon.names[fact.subject]
        learned = taught(lesson, way, topic, name)
        table = "name" if way == "alias" else "topic"
        edit = Edit("12345", **{f"{table}s": (learned,)})
        with closing(connect(path)) as connection, connection:
            apply(connection, edit, now=NOON, zone=UTC)
        return Knowledge.open(path)

    return teach


def test_names_become_placeholders_and_unknown_words_are_what_is_learned(districts):
    lesson = learn(districts, TEACHERS, OF_TEACHERS)
    assert lesson.example == "{place} xoay vòng bao nhiêu giáo viên"
    assert lesson.learned == ("xoay vòng",)
    assert (lesson.phrase, lesson.alias, lesson.left_out) == ("xoay vòng", None, ())


@pytest.mark.parametrize(
    "narrowing",
    [
        "nữ",
        "trẻ",
        "mầm non",
        "hợp đồng",
        "là đảng viên",
        "năm 2019",
        "từ xã về huyện",
        "chưa có nhà",
        "bị kỷ luật",
        "ở khu 7",
    ],
)
def test_what_narrows_a_question_is_never_part_of_the_example(districts, narrowing):
    lesson = learn(districts, f"Khuê Thượng xoay vòng bao nhiêu giáo viên {narrowing}?", OF_TEACHERS)
    example = lesson.example.split()
    assert "xoay" in example
    assert not {"nữ", "trẻ", "mầm", "non", "hợp", "đảng", "2019", "huyện", "chưa", "kỷ", "7"}.intersection(
        example
    )


def test_what_is_left_out_is_told_unless_the_fact_says_it(districts):
    question = "Khuê Thượng xoay vòng bao nhiêu giáo viên nữ?"
    assert learn(districts, question, OF_TEACHERS).left_out == ("nữ",)
    assert learn(districts, question, "kt/dieu-chuyen-nu").left_out == ()


def test_words_that_everybody_uses_are_learned_where_they_are_all_there_is(districts):
    lesson = learn(districts, "Khuê Thượng thay ghế bao nhiêu giáo viên?", OF_TEACHERS)
    assert (lesson.learned, lesson.phrase) == (("thay ghế",), "thay ghế")
    lesson = learn(districts, "Khuê Thượng thay ghế xoay vòng bao nhiêu giáo viên?", OF_TEACHERS)
    assert lesson.learned == ("thay ghế xoay vòng",)


def test_a_wording_that_counts_something_else_teaches_nothing(districts):
    lesson = learn(districts, "Khuê Thượng xoay vòng ở bao nhiêu xã?", OF_TEACHERS)
    assert (lesson.counts, lesson.ways) == ("xã", ())


def test_words_of_another_topic_are_not_made_words_of_this_one(districts):
    lesson = learn(districts, "Khuê Thượng có bao nhiêu giáo viên ở hộ nghèo?", OF_TEACHERS)
    assert "nghèo" not in lesson.example


def test_a_place_nobody_knows_can_be_learned_as_another_name_of_what_the_fact_is_about(districts):
    lesson = learn(districts, "Hạ Long điều chuyển bao nhiêu giáo viên?", OF_TEACHERS)
    assert lesson.alias == "hạ long"
    assert lesson.ways == ("alias",)


@pytest.mark.parametrize(
    ("way", "question"),
    [("example", TEACHERS), ("phrase", TEACHERS), ("alias", "Xứ Khuê điều chuyển bao nhiêu giáo viên?")],
)
def test_what_is_taught_is_answered_with_the_fact(own, way, question):
    with own(question, OF_TEACHERS, way) as known:
        assert ids(known.ask(question))[0] == OF_TEACHERS
        assert ids(known.ask(fold(question)))[0] == OF_TEACHERS


NARROWER = [
    f"Khuê Thượng xoay vòng bao nhiêu giáo viên {word}?"
    for word in (
        "nữ",
        "đã nghỉ hưu",
        "trẻ",
        "mầm non",
        "hợp đồng",
        "năm 2019",
        "bị kỷ luật",
        "tiếng Anh",
        "dưới 30 tuổi",
        "là đảng viên",
        "giỏi nhất",
    )
]


@pytest.mark.parametrize("way", ["example", "phrase"])
@pytest.mark.parametrize("taught_by", [TEACHERS, NARROWER[0], NARROWER[2], NARROWER[3], fold(NARROWER[0])])
def test_whatever_is_taught_a_narrower_question_never_gets_the_figure_of_all(own, way, taught_by):
    with own(taught_by, OF_TEACHERS, way) as known:
        for question in (*NARROWER, *map(fold, NARROWER)):
            answer = known.ask(question)
            assert answer.status != "answered" or OF_TEACHERS not in ids(answer), question


def test_what_is_taught_of_one_place_gives_another_place_its_own_figure(own):
    with own(TEACHERS, OF_TEACHERS) as known:
        answer = known.ask("Vạn Trầm xoay vòng bao nhiêu giáo viên?")
        assert not [key for key in ids(answer) if key.startswith("kt/")]
        assert known.ask("Hạ Long xoay vòng bao nhiêu giáo viên?").status == "unknown"
