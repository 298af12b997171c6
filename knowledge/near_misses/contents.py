"""What is asked by its contents: of what somebody says, what a document is about or what came of something, nothing else is told."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.models import NUMERIC_KINDS
from knowledge.near_misses.pairing import Pairing, has_any, may_list_people, telling, tells
from knowledge.near_misses.posts import asks_what_is_said, posts_asked, posts_in
from knowledge.near_misses.rules import where
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import language
from knowledge.text.runs import past, starts_of
from knowledge.text.tokens import Token

_WORK = "việc"
_CALLED = 2
"""The syllables of what "gì" asks for the contents of, at most: "mục tiêu | gì"."""


@where(asks_what_is_said)
def tells_nothing_said(pairing: Pairing) -> bool:
    """Whether it is asked what somebody says, and the fact tells of no saying: "X nói gì về luân chuyển", "X được luân chuyển"."""
    names, question = pairing.lexicon.names, pairing.question
    somebody = any(names[name].kind == "person" for name in question.names)
    if not (somebody or question.pronoun or question.once(posts_asked)):
        return False  # what a programme "nói về" is told without that
    saying = (*telling("saying"), *telling("according_to"))
    topic = pairing.lexicon.topic_phrases(pairing.fact.topic)
    return not (has_any(pairing.told, saying) or topic.has_any(saying))


def _asked_with(question: Understanding, size: int) -> Sequence[Token]:
    """What "gì" asks for, with so many syllables before it; nothing where something else is asked above all."""
    asked = question.where_asks("what") if question.ask == "what" else []
    return question.tokens[max(0, asked[0] - size) : asked[-1] + 1] if asked else ()


def _contents_asked(question: Understanding) -> bool:
    """Whether "gì" stands right behind what something has or is about: "nội dung gì", "nói về gì", "mục tiêu gì"."""
    return has_any(_asked_with(question, _CALLED), telling("contents"))


@where(_contents_asked)
def is_no_content(_: Pairing) -> bool:
    """Whether it is asked what something is about, of facts that are but a day or who: "trao đổi về nội dung gì", "tháng 8/2020"."""
    return True


@where(_contents_asked)
def is_not_in_the_document(pairing: Pairing) -> bool:
    """Whether it is asked what a document is about, and the fact is of what is said or done beside it: "làm nghiêm Kết luận số 21"."""
    names, lexicon = set(pairing.question.names), pairing.lexicon
    documents = {name for name in names if lexicon.names[name].kind == "document"}
    if not documents or not documents.isdisjoint((pairing.fact.subject, *_told_about(pairing))):
        return False
    return not (pairing.question.once(asks_what_is_said) and names > documents)


def _documents_named_by_kind(question: Understanding) -> list[str]:
    """The kinds of documents of which the contents are asked, where none is named: "nghị quyết đại hội nói gì"."""
    if not _contents_asked(question):
        return []
    named = question.named_at
    return [
        kind
        for kind in telling("documents")
        if any(at not in named for at in starts_of(words_of(kind), question.tokens))
    ]


@where(_documents_named_by_kind)
def speaks_of_no_document(pairing: Pairing) -> bool:
    """Whether it is asked what a document says, and neither the fact's sentence nor what its topic is called speaks of such: "nghị quyết đại hội nói gì", "khóa IX"."""
    kinds = pairing.question.once(_documents_named_by_kind)
    label = read_known(pairing.lexicon.topics[pairing.fact.topic].label)
    return not (has_any(pairing.told, kinds) or has_any(label, kinds) or pairing.view.strong.has_any(kinds))


def _told_about(pairing: Pairing) -> list[str]:
    """The names right behind which the sentence says "về" or "nói": what they are about."""
    about = telling("about")
    ends = [found for found in pairing.names if found.end < len(pairing.told)]
    return [found.meaning for found in ends if pairing.told[found.end].may_be(*about)]


def _asks_which_works(question: Understanding) -> bool:
    return any(token.may_be(_WORK) for token in _asked_with(question, 1))


@where(_asks_which_works)
def is_of_whom(pairing: Pairing) -> bool:
    """Whether it is asked which works are done ("những việc gì"), and the fact's topic is which people."""
    topic = pairing.lexicon.topic_phrases(pairing.fact.topic)
    return topic.has_any(telling("which_people")) and not topic.has(_WORK)


def _listed(question: Understanding) -> list[int]:
    """Where that stands which is to be listed: "tên các | đồng chí", "danh sách | đảng viên", "liệt kê | 15 cán bộ"."""
    tokens = question.tokens
    heads = (
        at + len(words) for words in map(words_of, telling("listing")) for at in starts_of(words, tokens)
    )
    return [past(tokens, end, telling("several")) for end in heads if end < len(tokens)]


def _asks_for_names(question: Understanding) -> bool:
    """Whether it is asked what people are called: "tên các đồng chí …", "danh sách 18 cán bộ"."""
    if question.where_asks("how_many"):
        return False  # "danh sách … gồm bao nhiêu người"
    tokens, units = question.tokens, language().units
    starts = [at + (at < len(tokens) and tokens[at].number is not None) for at in question.once(_listed)]
    return any((found := units.longest(tokens, start)) and found.meaning.is_person for start in starts)


@where(_asks_for_names)
def lists_no_names(pairing: Pairing) -> bool:
    """Whether names of people are asked for, and the fact gives none: a figure, or nothing but posts, places or things."""
    names, items, fact = pairing.lexicon.names, pairing.view.items, pairing.fact
    if any(name and names[name].kind == "person" for name in items):
        return False
    if fact.kind in NUMERIC_KINDS or (items and all(name and names[name].kind == "place" for name in items)):
        return True
    if fact.kind == "list" and not may_list_people(pairing.view):
        return True
    return any(any(posts_in(read_known(item))) for item in fact.items)


def _numbers_listed(question: Understanding) -> set[float]:
    """Of how many a list is asked for: "danh sách 10 xã, phường"."""
    tokens = question.tokens
    found = (tokens[at].number for at in question.once(_listed) if at < len(tokens))
    return {number for number in found if number is not None}


@where(_numbers_listed)
def lists_not_so_many(pairing: Pairing) -> bool:
    """Whether a list of so many is asked for, and the fact lists others, or only counts: "danh sách 10 xã", of 6/10 with their names."""
    return len(pairing.fact.items) not in pairing.question.once(_numbers_listed)


def _aspects_asked(question: Understanding) -> list[str]:
    return [one for one in telling("aspects") if has_any(question.tokens, (one,))]


@where(_aspects_asked)
def is_no_aspect(pairing: Pairing) -> bool:
    """Whether it is asked what came of something, or what is in it, of facts that are but a day or who."""
    topic = pairing.lexicon.topic_phrases(pairing.fact.topic)
    asked = pairing.question.once(_aspects_asked)
    return not any(pairing.view.weak.has(one) or topic.has_any((one,)) for one in asked)


@where(_aspects_asked)
def is_of_another_aspect(pairing: Pairing) -> bool:
    """Whether it is asked what came of something, or what is in it, and the fact tells but one other thing of it: "kết quả đại hội", "lần thứ XXVIII"."""
    view, fact = pairing.view, pairing.fact
    if not (fact.facets or view.tells_order):
        return False
    topic = pairing.lexicon.topic_phrases(fact.topic)
    asked = pairing.question.once(_aspects_asked)
    if any(view.weak.has(one) or view.strong.has(one) or topic.has_any((one,)) for one in asked):
        return False
    narrowing = [token.marked for facet in fact.facets for token in read_known(facet)]
    return not any(tells(pairing.question.tokens, word) for word in narrowing)
