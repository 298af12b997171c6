"""What happened, asked by another word than it is told by: what befell a whole place, was handed out, taught or issued."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.near_misses.pairing import has_any, telling
from knowledge.questions.cases import Case
from knowledge.reading.evidence import View, Word
from knowledge.text.abbreviations import words_of
from knowledge.text.language import language
from knowledge.text.units import units_of

_STILL, _GOT, _NUMBER = "còn", "được", "số"
_SITE = "co_so"
_LASTING = 2
"""The syllables of a verb of what lasts, at most."""
_RAIN, _BEHIND = "mưa", 2
"""What comes with floods and storms; and so many syllables may lie between "sau" and what befell: "sau khi bão", "sau trận lũ"."""


def is_what_befell(case: Case, view: View, word: Word) -> bool:
    """Whether a word is the flood, storm or epidemic that the whole article is about, and the fact tells of harm or help.

    So is "sau" before it. None is where facts of the topic are told apart by it.
    """
    if word.text in telling("in_the_wake"):
        return not view.weak.has_any(telling("beforehand")) and any(
            0 <= one.start - word.end <= _BEHIND and _is_the_event(case, view, one)
            for one in case.asked.every_word
        )
    return _is_the_event(case, view, word)


def _is_the_event(case: Case, view: View, word: Word) -> bool:
    befell = language().kindred["befell"]
    if not case.question.says(word.span, befell) or case.facets.claim(word):
        return False
    if not any(_is_titled(case, view, one) for one in _called(word, befell)):
        return False
    return view.weak.has_any(telling("harm_or_help")) and not view.strong.has_any(telling("beforehand"))


def goes_with_what_was(case: Case, view: View, word: Word) -> bool:
    """Whether a word only says when or where of what the fact tells: that it was before, still goes on, or is at what the article is about."""
    return _is_of_what_was(view, word) or _lasts_still(case, view, word) or _is_of_its_site(case, view, word)


def _is_of_what_was(view: View, word: Word) -> bool:
    """Whether a word says that something was so before, as the fact tells: "trước đây" of "trước khi về xã X"."""
    return view.fact.number is None and view.past and word.text in telling("before_now")


def is_of_its_start(case: Case, view: View, word: Word) -> bool:
    """Whether it is asked since when a figure is so, which is said, and a word only says that it began: "18.000 đồng áp dụng từ khi nào"."""
    question, period = case.question, view.fact.period
    if not (question.asks_since and period and period.since and view.fact.number is not None):
        return False
    kindred = language().kindred
    said = any(token.number in view.figures for token in question.tokens if token.number is not None)
    return said and word.text in kindred["begun"] | kindred["beginning"]


def is_its_number(case: Case, view: View, word: Word) -> bool:
    """Whether a number is that by which the article calls the storm it is about: the 5 of "bão số 5"."""
    question, storm = case.question, range(word.start - 2, word.start - 1)
    if storm.start < 0 or not question.tokens[word.start - 1].may_be(_NUMBER):
        return False
    if not question.says(storm, language().kindred["befell"]):
        return False
    return case.asked.titled(view.fact.article).has(question.text(range(storm.start, word.end)))


def _called(word: Word, befell: frozenset[str]) -> Iterable[str]:
    """What the event of a word may be called: "mưa lũ" is the "lũ" of a title, and "thiên tai" may be any."""
    if word.text in telling("any_disaster"):
        return befell
    if word.text in telling("epidemics"):
        return telling("epidemics_by_name")
    parts = word.text.split(" ")
    along = befell.intersection(parts) if befell.issuperset(set(parts) - {_RAIN}) else ()
    return (word.text, *word.synonyms, *along)


def _is_titled(case: Case, view: View, called: str) -> bool:
    """Whether an article names something in its title, or in what it is about, as a word by itself: no "dịch" of "dịch vụ"."""
    titled = case.asked.titled(view.fact.article)
    if " " in called:
        return titled.has_any((called,))
    return titled.has_any((called,)) and titled.has_apart(called, language())


def is_where_it_is_held(case: Case, view: View, word: Word) -> bool:
    """Whether "ở đại hội" before the subject's name says no more than the article's title: of what all of it is told."""
    if len(word.span) == 1 or not word.start or case.facets.claim(word):
        return False
    before = case.question.tokens[word.start - 1]
    return before.may_be(*telling("placed")) and case.asked.titled(view.fact.article).has(word.text)


def _is_of_its_site(case: Case, view: View, word: Word) -> bool:
    """Whether a word is the kind of site that the article's title says all of it is about, and no site is asked for: "mặt bằng | khu công nghiệp"."""
    question = case.question
    if len(word.span) == 1 or "which" in question.asks or case.facets.claim(word):
        return False
    site = any(unit.kind == _SITE for unit in units_of(words_of(word.text)))
    counted = tuple(map(question.syllable, word.span)) in question.counted_units
    return site and not counted and case.asked.titled(view.fact.article).has(word.text)


def _lasts_still(case: Case, view: View, word: Word) -> bool:
    """Whether what "đang" says goes on is told to have come about, and is of a kind that lasts: "đang hoạt động", "đã hoạt động"."""
    if word.text not in telling("going_on_now") or view.denies or view.past:
        return False
    behind = case.question.tokens[word.end : word.end + _LASTING]
    return any(has_any(behind, (one,)) and view.weak.has(one) for one in telling("going_on"))


def is_still_there(view: View, word: Word) -> bool:
    """Whether "còn lại" is of what a fact says there still is: "còn 19 thôn lõm sóng"."""
    return " " in word.text and view.fact.number is not None and view.weak.has(_STILL)


def is_handed_out(case: Case, view: View, word: Word) -> bool:
    """Whether "được phát" is asked of what is told to be given by another word, and got as well: "được cấp"."""
    handed, question = language().kindred["handed"], case.question
    if not (word.start and question.tokens[word.start - 1].may_be(_GOT)):
        return False
    return question.says(word.span, handed) and view.weak.has_any(f"{_GOT} {one}" for one in handed)


def counts_who_was_taught(view: View) -> bool:
    """Whether a fact counts persons who were taught, in whatever course they took part: "tập huấn cho 50 người"."""
    persons = any(unit.is_person for unit in units_of(words_of(view.fact.unit or "")))
    return persons and not view.denies and view.weak.has_any(language().kindred["taught"])


def is_a_document_issued(case: Case, view: View) -> bool:
    """Whether a fact tells of a document that it was issued, which then came about."""
    document = case.lexicon.names[view.fact.subject].kind == "document"
    return document and view.weak.has_any(language().kindred["issuing"])
