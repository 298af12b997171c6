"""What is asked of a figure that the question itself gives, and articles asked for by their name."""

import pytest

from tests.knowledge.asking import ids, told


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Sông Công cử 18 người học gì?", "song-cong-2022/dao-tao-trung-cap-tap-trung"),
        ("song cong cu 12 dong chi di hoc gi", "song-cong-2022/dao-tao-cao-cap"),
        ("13 cán bộ Bình Liêu luân chuyển là thế nào?", "binh-lieu-2020/luan-chuyen/giua-cac-co-quan"),
    ],
)
def test_what_a_figure_is_of_is_told_by_the_part_that_has_it(bundled, question, fact):
    assert told(bundled.ask(question)) == ("answered", fact)


@pytest.mark.parametrize(
    "question",
    [
        "Sông Công cử 18 xã học gì?",
        "Sông Công cử 17 người học gì?",
        "Sông Công cử 18 người nữ học gì?",
        "18 người Sông Công cử đi học là ai?",
    ],
)
def test_a_figure_of_others_tells_nothing(bundled, question):
    assert bundled.ask(question).status != "answered"


@pytest.mark.parametrize(
    "question",
    ["Bài báo về Bình Liêu tên gì?", "bai viet ve Binh Lieu co ten la gi", "Bài về Bình Liêu tên là gì vậy?"],
)
def test_what_an_article_is_called_is_asked_of_the_place_it_is_about(bundled, question):
    answer = bundled.ask(question)
    assert answer.status == "answered"
    assert "Chú trọng công tác cán bộ" in str(answer.blocks)


def test_whose_name_an_article_gives_is_not_its_own(bundled):
    answer = bundled.ask("Bí thư Vô Ngại trong bài báo về Bình Liêu tên gì?")
    assert answer.status == "not_stated"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Bài báo của Thu Chung viết về gì?", "Chú trọng công tác cán bộ"),
        ("Bài của Quỳnh Mai nói gì?", "công tác cán bộ ở thành phố Sông Công"),
        ("Bài báo về Bình Liêu của ai?", "Thu Chung"),
        ("Bài về Sông Công khi nào vậy?", "25/05/2022"),
    ],
)
def test_what_is_asked_of_an_article_alone_is_told_from_its_record(bundled, question, said):
    answer = bundled.ask(question)
    assert answer.status == "answered"
    assert said in str(answer.blocks)


@pytest.mark.parametrize(
    "question",
    [
        "Bài báo của Lê Văn Tám viết về gì?",
        "Bài báo nói gì về lương cán bộ Bình Liêu?",
        "Con đường của Bình Liêu trong bài báo khi nào xong?",
    ],
)
def test_what_is_asked_of_more_than_an_article_is_not_told_from_a_record(bundled, question):
    assert bundled.ask(question).status != "answered"


def test_a_level_of_school_is_all_its_classes(bundled_conversation):
    answers = bundled_conversation(
        "Sông Công cử bao nhiêu người học trung cấp?", "còn cao cấp?", "trung cấp thì sao?"
    )
    assert [answer.status for answer in answers] == ["answered"] * 3
    both = {"song-cong-2022/dao-tao-trung-cap-tap-trung", "song-cong-2022/dao-tao-trung-cap-khong-tap-trung"}
    assert [set(ids(answer)) for answer in answers] == [both, {"song-cong-2022/dao-tao-cao-cap"}, both]


@pytest.mark.parametrize(
    "question",
    ["Sông Công có mấy xã phường có cán bộ thành phố về?", "song cong may xa phuong co can bo thanh pho ve"],
)
def test_what_narrows_a_fact_at_length_says_what_is_done_there(bundled, question):
    assert told(bundled.ask(question)) == ("answered", "song-cong-2022/luan-chuyen/thanh-pho-ve-xa-phuong")


@pytest.mark.parametrize(
    "question",
    [
        "Sông Công có mấy cán bộ thành phố về xã phường?",
        "Sông Công có mấy xã phường có cán bộ thành phố về thăm?",
        "Sông Công có mấy xã phường có cán bộ huyện về?",
    ],
)
def test_what_is_said_beside_it_still_counts(bundled, question):
    assert bundled.ask(question).status != "answered"
