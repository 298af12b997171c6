import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.phrases import PhraseIndex, PhraseIndexes, Question
from knowledge.text.tokens import tokenize
from knowledge.text.vietnamese import fold, marks_agree

WORDS = ["ban", "bản", "bàn", "bán", "tân", "tan", "tấn", "xã", "2", "18"]
some_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8)
some_phrases = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), max_size=12, unique=True
)


def search(phrases, words):
    """Every phrase compared with every run of words, one after the other."""
    return {
        (start, start + len(phrase.split()), phrase)
        for phrase in phrases
        for start in range(len(words) - len(phrase.split()) + 1)
        if all(marks_agree(w, p) for w, p in zip(words[start:], phrase.split(), strict=False))
    }


@given(some_phrases, some_words)
def test_the_index_finds_just_what_a_search_would_find(phrases, words):
    index = PhraseIndex((phrase, phrase) for phrase in phrases)
    assert set(index.everywhere(tokenize(" ".join(words)))) == search(phrases, words)


@given(some_phrases, some_words)
def test_a_cover_takes_the_longest_phrase_at_each_place_and_none_twice(phrases, words):
    everywhere = search(phrases, words)
    at, spans = 0, []
    while at < len(words):
        end = max((end for start, end, _ in everywhere if start == at), default=None)
        spans += [(at, end)] if end else []
        at = end or at + 1
    covered = PhraseIndex((phrase, phrase) for phrase in phrases).cover(tokenize(" ".join(words)))
    assert [(found.start, found.end) for found in covered] == spans
    assert {tuple(found) for found in covered} <= everywhere


@pytest.mark.parametrize(
    "typed", ["Uỷ ban nhân dân", "uy ban nhan dan", "ỦY BAN NHÂN DÂN", "ủy ban nhan dân"]
)
@pytest.mark.parametrize("phrase", ["UBND", "ủy ban nhân dân", "Uỷ  ban nhân dân"])
def test_a_phrase_is_found_however_either_is_spelled(phrase, typed):
    [found] = PhraseIndex([(phrase, 1)]).everywhere(tokenize(f"hỏi {typed} xã"))
    assert (found.start, found.end, list(found.span)) == (1, 5, [1, 2, 3, 4])


@pytest.mark.parametrize("typed", ["ụy ban", "ủy bán", "ủy", "ban ủy", "ủy và ban"])
def test_other_marks_and_other_words_are_not_the_phrase(typed):
    assert list(PhraseIndex([("ủy ban", 1)]).everywhere(tokenize(typed))) == []


def test_one_phrase_may_mean_several_things_and_an_empty_one_nothing():
    index = PhraseIndex([("bản", "hamlet"), ("bàn", "table"), ("bản", "copy"), ("…", "nothing")])
    assert [found.meaning for found in index.at(tokenize("bản"), 0)] == ["hamlet", "copy"]
    assert {found.meaning for found in index.at(tokenize(fold("bản")), 0)} == {"hamlet", "copy", "table"}
    assert index.longest(tokenize("…"), 0) is None


@given(some_phrases, some_phrases, some_words)
def test_a_question_has_for_each_index_what_the_index_finds_by_itself(some, others, words):
    one, other, aside = (PhraseIndex((text, text) for text in texts) for texts in (some, others, some))
    tokens = tokenize(" ".join(words))
    question = Question(tokens, PhraseIndexes([one, other]))
    for index in (one, other, aside):
        assert list(index.everywhere(question)) == list(index.everywhere(tokens))
        assert index.cover(question) == index.cover(tokens)
        for start in range(len(tokens) + 1):
            assert list(index.at(question, start)) == list(index.at(tokens, start))
