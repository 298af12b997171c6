"""Which of several places is said to be the first: "xã nào nhiều … nhất", told by "xã X có 214 …, nhiều nhất huyện".

It is never found out by comparing figures: the fact's own sentence must say it, of the same measure and within the same place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.near_misses.pairing import has_any, telling
from knowledge.reading.evidence import View, Word
from knowledge.reading.firsts import First, first_asked, firsts_in
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import language
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import marks_agree

_RATES, _SHARE = ("tỷ lệ", "phần trăm"), "%"


def tells_which_is_first(
    question: Understanding, view: View, words: Iterable[Word], lexicon: Lexicon
) -> bool | None:
    """Whether a figure answers which place is the first in something, or a list of no places does not; None where neither is known."""
    if view.fact.kind in NUMERIC_KINDS:
        return is_said_to_be_first(question, view, words, lexicon) or None
    asked = question.once(first_asked)
    if view.fact.kind != "list" or asked is None or not asked.asked:
        return None
    other = _tells_of_another_state(question, view) or not _tells_of_the_kind(asked.asked, view, lexicon)
    return False if other else None


def _tells_of_another_state(question: Understanding, view: View) -> bool:
    """Whether a fact tells what became of the things of which there are most, and the question says nothing of it: "nhà bị ngập", "nhà sập"."""
    told = read_known(view.fact.statement)
    return any(
        not any(marks_agree(told[at].marked, token.marked) for at in found.span for token in question.tokens)
        for found in language().acts.cover(told)
        if found.start and told[found.start - 1].may_be(*telling("passive"))
    )


def is_said_to_be_first(question: Understanding, view: View, words: Iterable[Word], lexicon: Lexicon) -> bool:
    """Whether a fact says which place is the first in what a question asks for, `words` being those of the question."""
    asked = question.once(first_asked)
    fact = view.fact
    if asked is None or not _tells_of_the_kind(asked.asked, view, lexicon):
        return False
    told = read_known(fact.statement)
    names = [(found.meaning, found.span) for found in lexicon.name_index.cover(told)]
    firsts = list(firsts_in(told, names))
    if len(firsts) != 1 or firsts[0].narrowed or firsts[0].row != asked.row:
        return False
    first = firsts[0]
    around = {fact.subject, *lexicon.above(fact.subject), *view.items}
    others = {name for name, _ in names if lexicon.names[name].kind == "place"} - around
    if others or not _is_within_the_same(asked, first, question, fact, lexicon):
        return False
    apart = first.said.union(*(span for _, span in names))
    measure = [token for at, token in enumerate(told) if at not in apart]
    return _is_of_the_same(asked, question, words, measure, fact)


def _tells_of_the_kind(kinds: frozenset[str], view: View, lexicon: Lexicon) -> bool:
    """Whether a figure is of a place of the kind asked for, or a list gives such places."""
    fact = view.fact
    if fact.kind in NUMERIC_KINDS:
        subject = lexicon.names[fact.subject]
        return subject.kind == "place" and view.single_figure and (not kinds or subject.type in kinds)
    if fact.kind != "list" or view.denies:
        return False
    types = {lexicon.names[name].type if name else None for name in view.items}
    if not kinds:
        return all(name and lexicon.names[name].kind == "place" for name in view.items)
    return types <= kinds or (None in types and any(view.weak.has(kind) for kind in kinds))


def _is_within_the_same(
    asked: First, first: First, question: Understanding, fact: Fact, lexicon: Lexicon
) -> bool:
    """Whether a place is the first within just the place that a question names or means by its kind, if it does."""
    around = [*([fact.subject] if fact.kind == "list" else []), *lexicon.above(fact.subject)]
    within = [name for name in around if not first.names or name in first.names]
    within = [name for name in within if not first.kinds or lexicon.names[name].type in first.kinds]
    place = within[0] if within else None
    kinds = {lexicon.names[place].type} if place else first.kinds
    return asked.kinds <= kinds and all(place in mention.names for mention in question.mentions)


def _is_of_the_same(
    asked: First, question: Understanding, words: Iterable[Word], measure: Sequence[Token], fact: Fact
) -> bool:
    """Whether a question says all of the measure that a fact tells: of those admitted the most are not those who are members."""
    of_rates = "what_share" in question.asks or has_any(question.tokens, _RATES)
    share = fact.kind in NUMERIC_KINDS and (fact.unit or "") == _SHARE
    if (share and asked.counted) or (of_rates and fact.kind in NUMERIC_KINDS and not share):
        return False
    said = {token.marked for token in question.tokens}.union(
        syllable for word in words for synonym in word.synonyms for syllable in synonym.split(" ")
    )
    data, unit = language(), words_of(fact.unit or "")
    light = {
        at for index in (data.light, data.place_types) for found in index.cover(measure) for at in found.span
    }
    passing = data.weightless | data.function_words | set(telling("first_before"))
    if fact.unit in telling("entrants"):
        entering = (
            *telling("entering"),
            *telling("sat_for"),
            *data.kindred["exams"],
            *data.kindred["taking_part"],
        )
        passing |= {syllable for one in entering for syllable in one.split(" ")}
    told = False
    for at, token in enumerate(measure):
        if any(marks_agree(token.marked, one) for one in said):
            told = told or token.marked not in passing
        elif not (not token.is_word or at in light or token.marked in passing or token.marked in unit):
            return False
    return told
