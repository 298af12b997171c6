"""What a proposed topic is called and how it is asked for: with the words that are its own, and all of them."""

from __future__ import annotations

import pytest

from knowledge.models import Topic
from knowledge.proposing.proposals import propose
from knowledge.proposing.record import read_article
from knowledge.proposing.topics import Topics
from knowledge.reading.lexicon import Lexicon
from tests.knowledge.proposing.reading import HEADLINE, KNOWN


def new_topics(body: str) -> tuple[Topic, ...]:
    return propose(read_article(HEADLINE + body), KNOWN).topics


@pytest.mark.parametrize(
    ("body", "label"),
    [
        (
            "Xã Lâm Khê xây mới 3 nhà vệ sinh với kinh phí 420 triệu đồng.",
            "Xây mới nhà vệ sinh",
        ),
        ("Ông Lò Văn Tiến, Trưởng phòng, cho biết 14 trường đạt chuẩn.", "Trường đạt chuẩn"),
        ("Số học sinh bỏ học giảm 23 em.", "Số học sinh bỏ học giảm"),
    ],
)
def test_a_topic_is_called_without_words_of_the_next_figure_of_the_speaker_and_of_the_unit(body, label):
    assert label in [topic.label for topic in new_topics(body)]


def test_what_is_done_is_never_asked_for_without_its_verb():
    [topic] = new_topics("Xã Lâm Khê xây mới 3 nhà vệ sinh.")
    assert topic.examples
    assert all("xây mới" in example for example in topic.examples)


def test_money_is_told_of_what_it_was_spent_on():
    labels = [topic.label for topic in new_topics("Xã Lâm Khê sửa 6 km đường với tổng vốn 8 tỷ đồng.")]
    assert "Tổng vốn sửa đường" in labels


def test_what_narrows_a_figure_stands_in_its_examples():
    [topic] = new_topics("Xã Lâm Khê có 5 phòng học tạm.")
    assert topic.examples == ("{place} có bao nhiêu phòng học tạm", "bao nhiêu phòng học tạm ở {place}")


def test_a_figure_called_a_number_is_never_asked_for_by_its_unit_alone():
    [topic] = new_topics("Số học sinh bỏ học giảm 23 em.")
    assert not any("bao nhiêu em" in example for example in topic.examples)


@pytest.mark.parametrize(
    ("verb", "noun", "tail", "label"),
    [
        ("hội đồng khám sức khỏe đợt đầu đã khám", "thanh niên", "", "Hội đồng khám sức khỏe đợt đầu đã khám"),
        ("giá rau xanh giá rau xanh", "", "", "Giá rau xanh"),
        ("tuyển", "học sinh, sinh viên", "", "Tuyển học sinh sinh viên"),
    ],
)  # fmt: skip
def test_a_new_topic_says_nothing_twice_and_parts_no_word(verb, noun, tail, label):
    topics = Topics(Lexicon(names=(), topics=()))
    assert topics.label(topics.propose(verb, noun, tail, "place")) == label
