"""Marks put back to words typed without any, where they can be but one word."""

import pytest

from tests.knowledge.world import reading


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bao nhieu hoc sinh", "bao nhiêu học sinh"),
        ("trao hoc bong", "trao học bổng"),
        ("cac truong THCS", "các truong trung học cơ sở"),
        ("con bao nhieu hoc sinh", "còn bao nhiêu học sinh"),
    ],
)
def test_a_word_that_can_be_no_other_gets_its_marks(typed, meant):
    assert reading(typed) == meant


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("thu hoi bao nhieu dat", "thu hoi"),
        ("tien de xay nha", "tien de"),
        ("suoi tram o dau", "suoi tram"),
        ("huyen Van Sim o dau", "van sim"),
        ("hai, san xuat", "hai sản"),
    ],
)
def test_what_may_be_another_word_or_a_name_stays_as_it_was_typed(typed, part):
    assert part in reading(typed)


def test_two_words_that_spell_the_syllable_between_them_alike_are_no_rivals(bundled):
    answer = bundled.ask("Binh Lieu lay can bo tu dau de tang cuong cho cac xa?")
    assert answer.status == "answered"


def test_side_by_side_alone_makes_no_word_of_what_may_be_another(bundled):
    answer = bundled.ask("Tam anh trong bai Song Cong chup bo phan mot cua cua phuong nao?")
    assert answer.status == "answered"


def test_marks_that_were_typed_say_that_the_others_were_left_out_for_good():
    assert reading("học sinh hai phong") == "học sinh hai phong"


def test_who_is_there_is_no_answer_to_who_was_appointed_with_or_without_marks(bundled):
    with_marks, without = (
        bundled.ask(question)
        for question in ("Bình Liêu có bao nhiêu cán bộ?", "Binh Lieu co bao nhieu can bo?")
    )
    assert (with_marks.status, without.status) == ("not_stated", "not_stated")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Binh Lieu luan chuyen may nguoi giua cac co quan, don vi cua huyen?", 13),
        ("Dieu dong xuong cap xa o Binh Lieu co may can bo huyen?", 1),
        ("Cap uy co so o Song Cong duoc kien toan them may pho bi thu?", 4),
    ],
)
def test_questions_without_marks_are_answered_as_those_with_them(bundled, question, value):
    answer = bundled.ask(question)
    assert (answer.status, answer.facts[0].value) == ("answered", value)
