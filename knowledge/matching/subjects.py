"""Whether a fact is about somebody or somewhere else than is asked about."""

from __future__ import annotations

from knowledge.matching.fitting import asks_for
from knowledge.matching.stated import claims_as_its_own
from knowledge.models import NUMERIC_KINDS
from knowledge.questions.cases import Case
from knowledge.questions.organs import is_its_only_body, is_told_of_organ
from knowledge.reading.evidence import View
from knowledge.store.reader import StoredFact

_OF_FIGURES = ("how_many", "what_share", "whether")


def is_about_another(case: Case, *, stored: StoredFact, view: View) -> bool:
    """Whether the fact's subject was not named, and is not what was asked for either."""
    fact, lexicon, question = stored.fact, case.lexicon, case.question
    focus = case.asked.focus
    if not focus or any(fact.subject in mention.names for mention in question.mentions):
        return False
    kind = lexicon.names[fact.subject].kind
    named = [name for mention in focus for name in mention.names]
    kinds = {lexicon.names[name].kind for name in named}
    if "document" in kinds and question.ask in ("what", "when"):
        return True  # it mentions the document in passing; what is asked is the document's own
    told = any(view.names.intersection(mention.names) for mention in focus)
    if asks_for(question.asks, kind) and (told or kind == "place"):
        return False
    if any(fact.subject in lexicon.above(name) for name in named):
        # the figure of the whole is not that of a place in it, but for what an organ of it has done
        return _asks_figure(case, fact.kind) and not is_told_of_organ(named, stored, case.siblings)
    if kind == "person" and kinds == {"place"} and fact.kind in NUMERIC_KINDS and question.ask in _OF_FIGURES:
        return True  # what one of its people gave is not what a place gave
    places = [n for m in question.mentions for n in m.names if lexicon.names[n].kind == "place"]
    told = told or is_its_only_body(fact, named, case.hit, case.siblings)
    return bool(places) if kind == "place" else not told


def _asks_figure(case: Case, kind: str) -> bool:
    """Whether a figure is asked for or put forward as that of a place, and a fact of a kind gives one."""
    asked = case.question.asks_amount or claims_as_its_own(case.question, case.lexicon.language)
    return asked and kind in NUMERIC_KINDS
