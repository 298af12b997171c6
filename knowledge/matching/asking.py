"""What it costs to answer what is asked with a fact of its kind: who, when, which, how many."""

from __future__ import annotations

from knowledge.matching.fitting import EXACTING, UNFIT_ASK, cost_of_kind
from knowledge.matching.held import Held
from knowledge.matching.stated import (
    asks_what_places_are_called,
    counts_off_persons,
    is_part_of_stated,
    names_who_plays_a_part,
    tells_the_figure,
)
from knowledge.matching.times import tells_of_when
from knowledge.models import NUMERIC_KINDS
from knowledge.near_misses.doers import tells_who_did_it
from knowledge.near_misses.firsts import tells_which_is_first
from knowledge.reading.firsts import first_asked
from knowledge.text.abbreviations import read_known
from knowledge.text.units import begins_with_person
from knowledge.text.vietnamese import normalize

# What it costs beside the kind of fact; only the order matters.
_UNSTATED, _SAID_OUTRIGHT, _COUNTED_OFF, _FORMERLY = 0.12, 0.15, 0.2, 0.3
_OF_ITS_DAY = 0.03
"""So much is won by a day where a time is put forward: of when something was, and of who did it, the day decides."""
_WHAT, _WHICH = "gi", "nao"
_DAYS = ("ngày", "thứ", "tháng", "năm", "chủ nhật")


class Asking(Held):
    """What is asked, before one fact."""

    def cost(self) -> float:
        """What it costs to answer the ask with this kind of fact; UNFIT_ASK where it cannot be."""
        if self.fact.kind == "not_stated":
            return -_SAID_OUTRIGHT if self.facets.is_said_outright(self.view) else _UNSTATED
        if not self.u.asks:
            return 0.0
        if self._lists_what_is_counted() or self._tells_what_is_counted():
            return _COUNTED_OFF
        costs = [self._cost_of_ask(ask) for ask in self.u.asks]
        return costs[0] if self.u.ask in EXACTING else min(costs)

    def _lists_what_is_counted(self) -> bool:
        """Whether it is a list that answers "mấy": "là mấy văn bản gì", or its sentence says how many they are."""
        if self.u.ask != "how_many" or self.fact.kind != "list":
            return False
        named = "which" in self.u.asks or _WHAT in (token.folded for token in self.u.tokens)
        said, units = (self.view.weak, self.case.topic), [" ".join(unit) for unit in self.u.counted_units]
        counted = any(passage.has(unit) for unit in units for passage in said)
        several = len(self.fact.items) > 1  # the 1 of "Kết luận số 01" counts nothing
        return named or (counted and several and len(self.fact.items) in self.view.weak.numbers)

    def _tells_what_is_counted(self) -> bool:
        """Whether it is a statement with the figure that is asked for, and nothing else."""
        return (
            self.u.ask == "how_many" and self.fact.kind == "statement" and tells_the_figure(self.u, self.fact)
        )

    def _cost_of_ask(self, ask: str) -> float:
        fact = self.fact
        if ask == "who":
            return self._cost_of_who()
        if ask == "what_share" and is_part_of_stated(self.u, self.stored, self.case.siblings):
            return 0.1
        if (of_day := self._cost_of_day(ask)) is not None:
            return of_day
        if ask == "which" and self.u.once(first_asked):
            told = tells_which_is_first(self.u, self.view, self.case.asked.every_word, self.lexicon)
            if told is not None:
                return 0.0 if told else UNFIT_ASK
        if ask == "which" and fact.kind in NUMERIC_KINDS and not fact.items:
            parts = self.case.siblings.parts_of(fact) if not self.u.asks_where else ()
            # which of them are of one part ("đạt 3 sao") is told by no list of the parts
            breaks_down = bool(parts) and not any(self.case.facets.of(part).facets for part in parts)
            return 0.3 if breaks_down else UNFIT_ASK
        return cost_of_kind(ask, fact.kind)

    def _cost_of_day(self, ask: str) -> float | None:
        """What it costs where a day is asked for or told; None where that tells nothing."""
        kind = self.fact.kind
        if ask == "which" and self.u.asks_which_days:
            told = kind == "date" or (kind not in NUMERIC_KINDS and self.view.weak.has_any(_DAYS))
            return cost_of_kind("which", kind) * (kind != "date") if told else UNFIT_ASK
        if ask == "whether" and self.u.times and kind == "date":
            return -_OF_ITS_DAY
        if ask == "when" and tells_of_when(self.u, self.view):
            return 0.0
        if ask == "when" and kind in ("statement", "list", "person"):
            return 0.3 if self.view.tells_when(self.case.topic) else None
        return UNFIT_ASK if kind == "date" and ask == "what" and self.u.where_asks("what") else None

    def _cost_of_who(self) -> float:
        """A person fact tells who, unless the question names that person already and asks for another."""
        if self.fact.kind == "person":
            return UNFIT_ASK if self._names_all_items() and self._says_more() else 0.0
        if self.fact.kind == "statement" and tells_who_did_it(
            self.u, read_known(self.fact.statement), self.lexicon
        ):
            return 0.1
        if self.lexicon.names[self.fact.subject].kind == "person" and self.fact.kind in ("statement", "list"):
            return UNFIT_ASK if self.is_named() and self._says_more() else 0.1 + _FORMERLY * self.view.past
        if self.items_are("place") and asks_what_places_are_called(self.u, self.lexicon.language):
            return 0.2
        named = self.fact.kind in ("list", "count") and self.items_are("person")
        named = named or (
            self.fact.kind == "list" and names_who_plays_a_part(self.u, self.view, self.lexicon)
        )
        named = named or counts_off_persons(self.fact, self.lexicon) or self._lists_kinds_of_people()
        return 0.2 if named else UNFIT_ASK

    def _lists_kinds_of_people(self) -> bool:
        """Whether it is asked which people ("cán bộ nào", no "ai"), and the fact lists some kinds of them: "cán bộ thuộc diện quy hoạch"."""
        if self.fact.kind != "list" or self.u.tokens[self.u.where_asks("who")[-1]].folded != _WHICH:
            return False
        posts = tuple(f"{post} " for post in self.lexicon.language.posts)
        return all(
            begins_with_person(item) and not f"{normalize(item)} ".startswith(posts)
            for item in self.fact.items
        )

    def _names_all_items(self) -> bool:
        """Whether the question already names whom the fact would give as its answer."""
        named = {name for mention in self.u.mentions for name in mention.names}
        return named.issuperset(self.view.items)

    def _says_more(self) -> bool:
        """Whether the question goes beyond "who is X"."""
        return any(not self.case.asked.light.issuperset(word.span) for word in self.case.asked.words)
