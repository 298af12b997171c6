"""What narrows a fact in words only: that those who are called by it take part, others counted with those asked for, the name of a size."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from knowledge.models import Fact
from knowledge.questions.said import Said
from knowledge.questions.siblings import Siblings, folded
from knowledge.reading.evidence import View, Word, facet_words
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import figure_in, read_known, words_of
from knowledge.text.language import language
from knowledge.text.passage import Passage
from knowledge.text.units import compatible, units_of
from knowledge.text.vietnamese import fold

_TIME, _BEFORE, _IN = "thoi_gian", "trước", "trong"
_BODY = 4
"""So many syllables has a body of which somebody holds a post, at most: "bí thư | huyện ủy X"."""


def left_unsaid(view: View, named: Collection[str], siblings: Siblings, question: Said) -> list[str]:
    """The facets of a fact beside those `named` that narrow it."""
    return [
        facet
        for facet in view.fact.facets
        if facet not in named
        and (view.fact.number is None or not _goes_without_saying(facet, view, siblings, question))
    ]


def is_one_of_several(facet: str, question: Said) -> bool:
    """Whether a facet is one of several by its nature, be it the only one told of, and the question says nothing of that: "môn Toán", "trước sắp xếp"."""
    first = facet.partition(" ")[0].lower()
    if first == _BEFORE:
        return fold(_BEFORE) not in question.syllables
    return first in language().telling["series"]


def leaves_a_limit(asked: Collection[Word], words: Collection[Word]) -> bool:
    """Whether a word of a facet that narrows is not asked, and none that is: "lần đầu" says of "lần đầu tham gia" what narrows it."""
    left = [word for word in words if word not in asked]
    narrowed = any(word.restrictive for word in asked)
    return any(word.text == _IN or (word.restrictive and not narrowed) for word in left)


def _goes_without_saying(facet: str, view: View, siblings: Siblings, question: Said) -> bool:
    """Whether a facet narrows nothing: "đăng ký" of "thí sinh", "cán bộ, công chức" of "cán bộ"."""
    words, told = language().telling, facet.lower()
    if told in words["so_now"] or _is_what_is_measured(view, siblings, question):
        return True
    if told in words["entering"]:
        return _enters(view, question) and _is_alone(words["entering"], view, siblings)
    if told in words["lasting"]:
        return _is_how_long(view, siblings, question)
    if folded(facet) == fold(view.fact.unit or "") or told in words["sums"]:
        return _is_all_that_is_counted(view, siblings, question)
    head, comma, _ = facet.partition(",")
    if comma:
        return _are_asked_with_others(head, siblings, question)
    return _are_others_beside_them(facet, view, question)


def _is_what_is_measured(view: View, siblings: Siblings, question: Said) -> bool:
    """Whether it is asked for a size, and the fact is measured in just that, as no other is."""
    if not (question.size and is_measured_so(question.size, view.fact)):
        return False
    return not _is_another(question.size, view, siblings)


def _are_asked_with_others(head: str, siblings: Siblings, question: Said) -> bool:
    """Whether those are asked for whom a facet names first, and of whom no other fact tells: "cán bộ" of "cán bộ, công chức"."""
    said = folded(head)
    asked = any(fold(" ".join(unit)) == said for unit in question.counted_units)
    return asked and sum(_is_of(said, other) for other in siblings.views.values()) == 1


def _is_all_that_is_counted(view: View, siblings: Siblings, question: Said) -> bool:
    """Whether what is asked to be counted may be what a fact counts, and nothing else that others of its subject do: "học viên" of "bao nhiêu người"."""
    others = [
        other.fact.unit
        for other in siblings.views.values()
        if other is not view and other.fact.number is not None and other.fact.subject == view.fact.subject
    ]
    return any(
        compatible(unit, view.fact.unit) and not any(compatible(unit, one) for one in others if one)
        for unit in question.counted_units
    )


def _is_how_long(view: View, siblings: Siblings, question: Said) -> bool:
    """Whether it is asked how long, or how many years or days, no other figure counts such, and it is not asked how long that is done by now: "đã … mấy năm"."""
    how_long = _TIME in question.spans_asked or any(
        _is_time(" ".join(unit)) for unit in question.counted_units
    )
    if question.done or question.tells_what_is_done or not how_long:
        return False
    return _is_time(view.fact.unit) and not any(
        other is not view and other.fact.subject == view.fact.subject and _is_time(other.fact.unit)
        for other in siblings.views.values()
    )


def _is_time(unit: str | None) -> bool:
    return any(one.kind == _TIME for one in units_of(words_of(unit or "")))


def _enters(view: View, question: Said) -> bool:
    """Whether those counted are called by taking part, or the question says that they do."""
    words = language().telling
    return view.fact.unit in words["entrants"] or not question.syllables.isdisjoint(words["sitting"])


def _is_alone(entering: Collection[str], view: View, siblings: Siblings) -> bool:
    """Whether no other figure of the same subject tells who takes part: not those who registered and those who came."""
    return all(
        other is view
        or other.fact.number is None
        or other.fact.subject != view.fact.subject
        or not any(one.lower() in entering for one in other.fact.facets)
        for other in siblings.views.values()
    )


def _is_of(said: str, view: View) -> bool:
    """Whether a fact is of persons who are called so, be it among others or more closely."""
    named = (*view.fact.facets, view.fact.unit or "")
    return any(f"{folded(one)} ".startswith(f"{said} ") for one in named)


def _are_others_beside_them(facet: str, view: View, question: Said) -> bool:
    """Whether others are asked for who are counted with those a facet names, and all else of it is said: "giáo viên coi thi" of "cán bộ, giáo viên coi thi"."""
    if not question.counted_units:
        return False
    words = facet_words(facet)
    if len(words) < 2 or not _are_persons(words[0].text.split()):  # noqa: PLR2004
        return False
    if not all(question.has(word, by_name=False) for word in words[1:]):
        return False
    asked = (unit for unit in question.counted_units if _are_persons(unit))
    return any(_stands_beside(words[0].text, unit, view) for unit in asked)


def _are_persons(words: Sequence[str]) -> bool:
    return any(unit.is_some_people for unit in units_of(words))


def _stands_beside(head: str, unit: Sequence[str], view: View) -> bool:
    """Whether the fact's sentence counts those of a unit, by any word for them, right behind a head: "cán bộ, giáo viên"."""
    groups = language().synonyms.at(read_known(" ".join(unit)), 0)
    alike = {" ".join(unit), *(word for found in groups for word in found.meaning)}
    return view.weak.has_any(f"{head} {one}" for one in alike)


def is_measured_so(size: str, fact: Fact) -> bool:
    """Whether the fact's sentence tells its figure right behind a word for a size: "rộng 98,7 km2"."""
    told, figure = read_known(fact.statement), figure_in(fact.statement, fact.number)
    return 0 < figure < len(told) and told[figure - 1].folded == size


def _is_another(size: str, view: View, siblings: Siblings) -> bool:
    """Whether another fact of the same subject is measured by the same word."""
    return any(
        other is not view and other.fact.number is not None and other.fact.subject == view.fact.subject
        and is_measured_so(size, other.fact)
        for other in siblings.views.values()
    )  # fmt: skip


def may_follow_a_verb(question: Understanding, topic: str, at: int) -> bool:
    """Whether a word may add nothing behind the verb of a topic, and does not name another one by saying that something is done: what was "làm xong" is told apart from what is mended."""
    if not question.may_be(at, language().after_verbs):
        return False
    if not question.tokens[at].may_be(*language().telling["done_with"]):
        return True
    others = (hit for hit in question.hits if hit.topic != topic and not (hit.by_facet or hit.unsaid))
    return not any(at in hit.positions for hit in others)


def is_title_of_somebody(
    question: Understanding, lexicon: Lexicon, held_by: Callable[[str], Passage], word: Word
) -> bool:
    """Whether a word is the post of somebody in front of whose name it stands, as the store tells: "bí thư | Huyện ủy | ông X"."""
    if word.text not in language().posts:
        return False
    for mention in question.mentions:
        persons = (name for name in mention.names if lexicon.names[name].kind == "person")
        between = range(word.end, mention.start)
        near = word.end <= mention.start and len(between) <= _BODY
        if near and not any(question.tokens[at].pause for at in between):
            return any(held_by(name).has(word.text, word.folded) for name in persons)
    return False
