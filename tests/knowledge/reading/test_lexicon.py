import pytest

from knowledge.models import Name, Topic
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.phrasings import similarity_key
from knowledge.service import Knowledge
from knowledge.text import keeping
from tests.knowledge.world import lexicon


def test_words_that_all_topics_share_weigh_less_than_those_of_one():
    known = Lexicon(names=[], topics=[Topic(id=key, label=f"Số {key}") for key in ("gao", "muoi", "vai")])
    assert known.weight("gao") > known.weight("so") >= 0
    assert known.weight("a word of no topic") == 1


def test_what_a_name_is_part_of_is_told_from_the_nearest():
    assert lexicon().above("lung") == ["suoi-tram", "doi-vong"]
    assert lexicon().above("doi-vong") == []


def test_names_that_are_part_of_each_other_do_not_go_round_forever():
    known = Lexicon(
        names=[
            Name(id=key, name=key, kind="place", part_of=other) for key, other in (("a", "b"), ("b", "a"))
        ],
        topics=[],
    )
    assert set(known.above("a")) <= {"a", "b"}


def test_what_lies_directly_in_a_place_is_below_it():
    assert set(lexicon().below("doi-vong")) == {"suoi-tram", "an-mien-xa"}
    assert lexicon().below("lung") == []


@pytest.mark.parametrize(
    ("word", "persons"),
    [("quất", ["quat"]), ("quat", ["quat"]), ("quật", []), ("sơn", ["van-son", "minh-son"]), ("trần", [])],
)
def test_persons_are_called_by_their_last_name_as_far_as_it_was_marked(word, persons):
    assert lexicon().persons_called(word) == persons


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Suối Trầm", "suoi-tram"),
        ("xã Suối Trầm", None),
        ("Đề án 12", "de-an-12"),
        ("Đề án", None),
        ("", None),
    ],
)
def test_a_text_is_a_name_only_as_a_whole(text, name):
    assert lexicon().name_called(text) == name


@pytest.mark.parametrize(("words", "found"), [("bến lau", 1), ("ben lau", 1), ("bền lau", 0), ("bến", 0)])
def test_places_of_the_known_world_are_found_as_far_as_they_were_marked(words, found):
    assert len(lexicon().places_called(words.split())) == found


def test_a_question_is_compared_whatever_its_order_and_marks():
    assert similarity_key(["trồng", "rừng"]) == similarity_key(["rung", "trong"])


def test_examples_are_kept_without_the_names_in_them():
    [example] = lexicon().by_topic.examples
    assert (example.topic, "place" in example.key, "rừng" in example.words) == ("rung", False, True)
    assert example in lexicon().examples_with(["rung"])
    assert lexicon().examples_with(["zzz"]) == []


def test_topics_are_those_of_the_store_whatever_store_was_asked_before(
    districts, bare, monkeypatch, tmp_path
):
    monkeypatch.setattr(keeping, "_CODE", tmp_path)
    with Knowledge(bare) as nothing:
        for known in (districts, nothing, districts):
            read = Lexicon.read(known.reader)
            assert list(read.by_topic.topics.values()) == known.reader.topics()
            assert [e.topic for e in read.by_topic.examples] == [
                e.topic for e in Lexicon(names=[], topics=known.reader.topics()).by_topic.examples
            ]


def test_a_lexicon_knows_the_names_and_topics_of_its_store_and_none_of_its_values(districts):
    known = Lexicon.read(districts.reader)
    assert {"khue-thuong", "lo-thi-ngan"} <= set(known.names)
    assert "ho-ngheo" in known.topics
    assert not {"412", "1640", "150"} & {
        word for example in known.by_topic.examples for word in example.words
    }
