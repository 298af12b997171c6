"""What the one body of its kind in a place, as its police, has done there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.models import Fact
from knowledge.questions.siblings import Siblings
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import TopicHit
from knowledge.store.reader import StoredFact
from knowledge.text.abbreviations import read_known
from knowledge.text.tokens import Token

_ITS_BODIES, _OF_A_PLACE = "organisation", "{place}"
_SEVERAL = ("các", "những", "cấp", "bộ", "trung")


def is_told_of_organ(names: Iterable[str], stored: StoredFact, siblings: Siblings) -> bool:
    """Whether a figure told of a place is what an organ of it, called by one of some names, has done: "công an ở X bắt giữ 167 đối tượng".

    A part tells of whom its whole tells.
    """
    whole = siblings.whole_of(stored)
    told = (stored.fact, whole.fact) if whole else (stored.fact,)
    return any(_acts_in(fact, name, siblings.lexicon) for name in names for fact in told)


def is_its_only_body(fact: Fact, names: Iterable[str], hit: TopicHit, siblings: Siblings) -> bool:
    """Whether a topic that may be asked for of a place is told of one body in it only: "ở X bao nhiêu lao động được vay vốn" of its bank."""
    lexicon = siblings.lexicon
    if not hit.positions or lexicon.names[fact.subject].kind != _ITS_BODIES:
        return False
    if not any(_OF_A_PLACE in example for example in lexicon.topics[hit.topic].examples):
        return False
    places = [name for name in names if lexicon.names[name].kind == "place"]
    told = {view.fact.subject for view in siblings.views.values()}
    return bool(places) and told == {fact.subject} and set(places) <= set(lexicon.above(fact.subject))


def _acts_in(fact: Fact, name: str, lexicon: Lexicon) -> bool:
    if fact.subject not in lexicon.above(name) or fact.number is None:
        return False
    organs, told = lexicon.language.organs, read_known(fact.statement)
    organ = organs.longest(read_known(lexicon.names[name].name), 0)
    figure = next((at for at, token in enumerate(told) if token.number == fact.number), 0)
    by_name = (found for found in lexicon.name_index.cover(told) if found.meaning == name)
    if any(found.end <= figure and _begins_clause(told, found.start) for found in by_name):
        return True
    acting = (
        found for found in organs.cover(told) if found.end <= figure and _begins_clause(told, found.start)
    )
    return organ is not None and any(
        one.meaning == organ.meaning and not _is_of_another(told, one.end, fact.subject, lexicon)
        for one in acting
    )


def _begins_clause(told: Sequence[Token], at: int) -> bool:
    """Whether a clause begins with a word: in "sau khi công an vận động, người dân giao nộp" the police hand nothing over."""
    return at == 0 or told[at].pause


def _is_of_another(told: Sequence[Token], at: int, place: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind an organ makes it that of another place: "công an tỉnh", "công an các xã"."""
    levelled = lexicon.language.place_types.longest(told, at) or told[at].may_be(*_SEVERAL)
    return bool(levelled) and all(found.meaning != place for found in lexicon.name_index.at(told, at))
