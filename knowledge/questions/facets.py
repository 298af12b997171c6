"""Which facets of some sibling facts a question names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from knowledge.questions.said import Said
from knowledge.questions.siblings import Siblings, folded
from knowledge.questions.unsaid import is_one_of_several, leaves_a_limit, left_unsaid
from knowledge.reading.evidence import View, Word, facet_words, foretells
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.ways import Way
from knowledge.text.abbreviations import words_of
from knowledge.text.units import is_money
from knowledge.text.vietnamese import fold, normalize

_NOT_YET = "chưa"
_CHANGES, _MEASURED, _YOUNG, _AGE = ("giảm", "tăng"), "so với", "trẻ", "tuổi"
_ENOUGH_TOLD = 2
"""So many words of its sentence name a part whose facet is not said."""


class Named(NamedTuple):
    """The facets of a fact that are named, those that narrow it further, and how many go the other way."""

    facets: tuple[str, ...]
    narrower: tuple[str, ...]
    contrary: int


def _is_both_ends(way: Way) -> bool:
    """Whether a facet says both where from and where to: "từ xã về huyện"."""
    return len(way) > 1


class Facets:
    """The facts of one topic and subject before one question, and the facets it names of each.

    A facet is named by the words that set it apart from its siblings, and going
    the same way where it says from where to where.
    """

    def __init__(
        self, question: Said, siblings: Siblings, lexicon: Lexicon, topic: str, *, named: frozenset[int]
    ) -> None:
        """Compare the facets of all facts with the question; `named` tells where that names their topic."""
        self._topic_is_named = bool(named)
        self._says_more = len(question.telling.difference(named)) >= _ENOUGH_TOLD
        self._kinds = lexicon.language.place_levels
        self._denying, self._costed = lexicon.language.denying, lexicon.language.kindred["costed"]
        self._empty = {*lexicon.language.telling["unlawful"], *lexicon.language.telling["heads_of_facets"]}
        self._siblings = siblings
        self._phrases = lexicon.topics[topic].phrases
        self._views = siblings.views
        self._question = question
        said = [one for one in siblings.elsewhere if not question.syllables.isdisjoint(one.folded)]
        self._told_elsewhere = frozenset[str]().union(*(one.telling for one in said))
        """The words that narrow facts of the topic about others: of one place, "nhà sập" is not all its damaged houses."""
        self.core = siblings.core - self._told_elsewhere
        self._claimed: dict[Word, bool] = {}
        self._of: dict[str, Named] = {}
        self._named = {key: self._named_of(view) for key, view in self._views.items()}
        if question.negates:
            self._leave_out_denied()
        self._claimants = [view for key, view in self._views.items() if self._named[key]]
        self._claimed_elsewhere = [one.words for one in said if question.says(one.words)]

    def _leave_out_denied(self) -> None:
        """Take it that "không tập trung" names just that, and not "tập trung", unless that is said beside it."""
        denied = [
            set(words_of(facet))
            for view in self._views.values()
            for facet, denying in zip(view.fact.facets, view.denying, strict=True)
            if denying and facet in self._named[view.fact.id] and not self._is_said_both_ways(facet)
        ]
        for key, named in self._named.items():
            self._named[key] = tuple(
                f for f in named if not any(set(words_of(f)) < words for words in denied)
            )

    def _is_said_both_ways(self, facet: str) -> bool:
        """Whether what a facet denies is said without the negation too: "hệ tập trung và hệ không tập trung"."""
        words = words_of(facet)
        place = next((at for at, word in enumerate(words) if word in self._denying), len(words))
        denied = f" {' '.join(map(fold, words[place:]))} "
        own_words = self._question.own_words
        bare = f" {' '.join(map(fold, words[place + 1 :]))} "
        return denied in own_words and bare in own_words.replace(denied, " | ")

    def is_said_outright(self, view: View) -> bool:
        """Whether the question has a facet of several words word for word, and no figure is of a facet it names."""
        if any(claimant.fact.kind != "not_stated" for claimant in self._claimants):
            return False
        named = (" ".join(map(fold, words_of(facet))) for facet in self._named[view.fact.id])
        return any(" " in words and f" {words} " in self._question.own_words for words in named)

    def of(self, view: View) -> Named:
        """What the question says of the facets of a fact.

        A facet left unsaid narrows nothing where the named ones already leave no
        other fact with another in its place.
        """
        found = self._of.get(view.fact.id)
        if found is None:
            found = self._of[view.fact.id] = self._compare(view)
        return found

    def _compare(self, view: View) -> Named:
        named = self._named[view.fact.id]
        contrary = sum(map(self._question.goes_against, view.directions))
        unnamed = left_unsaid(view, named, self._siblings, self._question)
        of_all = self._siblings.of_all.get(view.fact.id)
        if unnamed and of_all and self._may_be_of_all(view):
            unnamed = [facet for facet in unnamed if facet not in of_all]
        total = self._siblings.totals.get(view.fact.subject)
        if total is not None and total.fact.unit == view.fact.unit:
            unnamed += self._beside_total(view, total)
        if not (named and unnamed):
            return Named(named, tuple(unnamed), contrary)
        rivals = (other for other in self._views.values() if other.fact.kind == view.fact.kind)
        told = [other.fact.facets for other in rivals if set(named) <= set(self._named[other.fact.id])]
        narrower = tuple(
            f for f in unnamed if any(f not in one for one in told) or is_one_of_several(f, self._question)
        )
        return Named(named, narrower, contrary)

    def _may_be_of_all(self, view: View, beside: AbstractSet[int] = frozenset()) -> bool:
        """Whether the fact itself says all that the question does, `beside` what is said there: what was gained is not all there is."""
        said = self._question.said_at(self._question.telling - beside)
        return not self._question.asks_for_more and all(map(view.weak.has, said))

    def _beside_total(self, view: View, total: View) -> list[str]:
        """What narrows what a part is of, where the question may as well be of a total: women admitted are not all women."""
        whole = self._siblings.whole_of(self._siblings.facts[view.fact.id])
        if whole is None or whole.fact.id in self._siblings.of_all or self._named[whole.fact.id]:
            return []
        return list(whole.fact.facets) if self._may_be_of_all(total, self.places(view)) else []

    def is_singled_out(self, view: View) -> bool:
        """Whether the question says a facet of this fact in full or goes its way, and of no other: it means the part, not the whole."""
        return self._in_full == [view.fact.id]

    def is_said_in_full(self, view: View) -> bool:
        """Whether the question says a facet of this fact in full or goes its way, be it beside others."""
        return view.fact.id in self._in_full

    @cached_property
    def _in_full(self) -> list[str]:
        """The facts of which the question says a facet in full, or where from or to it goes."""
        return [view.fact.id for view in self._claimants if self._is_in_full(view) or self._is_its_way(view)]

    def _is_its_way(self, view: View) -> bool:
        named = self._named[view.fact.id]
        return any(
            facet in named and _is_both_ends(way) and self._goes_either_end(way)
            for facet, way in zip(view.fact.facets, view.directions, strict=True)
        )

    def _is_in_full(self, view: View) -> bool:
        said = self._named[view.fact.id]
        facets = zip(view.fact.facets, view.facet_words, strict=True)
        own = (
            [word for word in words if word.folded not in self.core]
            for facet, words in facets
            if facet in said
        )
        return any(map(self._question.says_whose, map(folded, said))) or any(
            words and all(self._question.has(word, by_name=False) for word in words) for words in own
        )

    def is_only_figure(self, view: View) -> bool:
        """Whether no other fact here states a figure for the same subject, but for another time."""
        own = {view.fact.facets} if view.fact.number is not None else set()
        return self._siblings.figured.get(view.fact.subject, set()) <= own

    def places(self, view: View) -> frozenset[int]:
        """The positions of the words that name facets of a fact, of those it has in full just there."""
        named = self._named[view.fact.id]
        return frozenset(
            at
            for facet, words in zip(view.fact.facets, view.facet_words, strict=True)
            if facet in named
            for at in self._places_of(facet, words)
        )

    def _places_of(self, facet: str, words: Sequence[Word]) -> set[int]:
        in_full = set(self._question.where_stand(folded(facet)))
        if in_full:
            return in_full
        own = (
            word for word in words
            if word.folded not in self.core
            and not any(other.unit.has(word.text, word.folded) for other in self._views.values())
        )  # fmt: skip
        return {at for word in own for at in self._question.where(word)}

    def is_one_of_ways(self, view: View) -> bool:
        """Whether the question goes several ways, and the fact one of them."""
        ways = self._question.ways
        return len(ways) > 1 and any(way in ways for way in view.directions)

    def names_denying(self, view: View) -> bool:
        """Whether the question names a facet of a fact that tells of what is not so."""
        named = self._named[view.fact.id]
        return any(
            denying and facet in named for facet, denying in zip(view.fact.facets, view.denying, strict=True)
        )

    def tells_apart(self, word: Word) -> bool:
        """Whether what is stated has a facet with just this word, which the topic's own phrases do not share."""
        return word.folded in self._siblings.told and word.folded not in self.core

    def claim(self, word: Word) -> bool:
        """Whether words belong to a facet that the question names of any of the facts."""
        claimed = self._claimed.get(word)
        if claimed is None:
            claimed = self._claimed[word] = self._claims(word)
        return claimed

    def _claims(self, word: Word) -> bool:
        if not self._told_elsewhere.isdisjoint(one.folded for one in word.all):
            return True
        for view in self._claimants:
            if view.facets.has(word.text, word.folded) or view.facets.has_any(word.synonyms):
                return True
        if any(f" {word.text} " in f" {' '.join(words)} " for words in self._claimed_elsewhere):
            return True
        return len(self._question.counted_units) > 1 and any(
            view.unit.has(word.text, word.folded) for view in self._views.values()
        )

    def _named_of(self, view: View) -> tuple[str, ...]:
        if not view.fact.facets:
            return ()
        return tuple(
            facet
            for facet, words, naming, way, denying in zip(
                view.fact.facets, view.facet_words, view.naming, view.directions, view.denying, strict=True
            )
            # a facet with a "không" wants a question with one, or one that it may answer with no
            if (self._question.denies or not denying)
            and not self._question.counts_another(facet, view.fact.unit)
            and not self._question.goes_against(way)
            and (
                (self._may_be_named(naming, way) and self._is_named(words, way))
                or normalize(facet) in self._question.otherwise
                or (self._topic_is_named and self._question.asks_what_is_not_stated(facet, view.fact))
                or self._is_told_in_full(view)
                or (self._question.costs and self._is_what_it_cost(facet, view))
            )
            and not self._is_named_among_others(facet)
        )

    def _is_what_it_cost(self, facet: str, view: View) -> bool:
        """Whether a facet says no more than that a sum of money is what the whole cost: "vốn đầu tư" of "xây hết bao nhiêu tiền"."""
        return is_money(view.fact.unit) and normalize(facet) in self._costed

    def _is_told_in_full(self, view: View) -> bool:
        """Whether the question says all that the sentence of a part tells beside its whole: "dân đóng góp" of what was "xã hội hóa"."""
        own = self._siblings.told_beside_whole(view) if self._says_more else ()
        return len(own) >= _ENOUGH_TOLD and all(self._question.has(word, by_name=False) for word in own)

    def _is_named_among_others(self, facet: str) -> bool:
        """Whether the topic is named beside its facets: "bổ nhiệm, bổ nhiệm lại" is all of both."""
        words = folded(facet)
        if not any(words.startswith(f"{core} ") for core in self.core):
            return False
        if f" {words} " not in self._question.without_ways:
            return False
        beside = [said.replace(f" {words} ", " | ") for said in self._said_in_full if f" {words} " in said]
        return any(
            words.startswith(f"{core} ") and f" {core} " in self._but_longer(core, told)
            for core in self.core
            for told in (*self._beside(words), *beside)
        )

    def _but_longer(self, core: str, told: str) -> str:
        """A text without what only begins like a word that the topic's phrases share: no "hộ" stands in "hỗ trợ"."""
        longer_words = (other for other in self.core if " " not in core and other.startswith(f"{core} "))
        for longer in (*longer_words, f"{core} >"):
            told = told.replace(f" {longer} ", " | ")
        return told

    def _beside(self, words: str) -> list[str]:
        """What stands with a facet on the same side of what is asked: "đất bị thu hồi … bao nhiêu ha là đất lúa" is not of all."""
        clauses = self._question.without_ways.split("?")
        return [
            rest for clause, rest in zip(clauses, self._but_facets.split("?"), strict=True)
            if f" {words} " in clause
        ]  # fmt: skip

    @cached_property
    def _said_in_full(self) -> list[str]:
        """The topic's phrases that the question has word for word."""
        said = (phrase for phrase in self._phrases if self._question.says(words_of(phrase)))
        return [f" {folded(phrase)} " for phrase in said]

    @cached_property
    def _but_facets(self) -> str:
        """The question's own words, without those that are a facet in full."""
        own_words = self._question.without_ways
        facets = {folded(facet) for view in self._views.values() for facet in view.fact.facets}
        for facet in sorted(filter(None, facets), key=len, reverse=True):
            # a syllable of a facet may look like a word that says where to
            own_words = re.sub(f" (?:{'|>) (?:'.join(map(re.escape, facet.split()))}|>) ", " | ", own_words)
        return own_words

    def _may_be_named(self, naming: frozenset[str], way: Way) -> bool:
        """Whether the question has a syllable by which a facet might be named, goes some way, or asks of what is to come."""
        said = self._question
        return not naming.isdisjoint(said.syllables) or _is_both_ends(way) or said.foretells

    def _is_named(self, words: Sequence[Word], way: Way) -> bool:
        words = [w for w in self._but_measure(words) if w.text not in self._empty] or words
        words = [w for w in words if w.text != _YOUNG] if any(w.text == _AGE for w in words) else words
        lacked = self._lacked(words)
        if self._topic_is_named:
            words = [word for word in words if word.folded not in self.core] or list(words)
        if (
            self._question.foretells
            and (later := [word for word in words if not foretells(word.text)]) != words
        ):
            words = later  # asked of what is to come, "kế hoạch năm 2025" is named by its year
            if not words:
                return True
        # where a facet says where from and to, the type word of a name is no evidence for either
        by_name = not _is_both_ends(way)
        asked = [word for word in words if word in lacked or self._question.has(word, by_name=by_name)]
        if _is_both_ends(way) and len(asked) < len(words):  # "từ xã về huyện": one end must be said as such
            return self._goes_either_end(way)
        if not any(
            word.text in self._kinds or word in lacked or self._question.has(word, by_name=False)
            for word in asked
        ):
            return False  # of a name, only the kind of place it is says anything of a facet
        if leaves_a_limit(asked, words):
            return False
        own = [word for word in words if not self._siblings.is_told_of_all(word)]
        if own and not any(word in asked for word in own):
            return False  # what has "vốn" in its name is not asked for its "vốn doanh nghiệp" by "tổng vốn"
        return self._say_enough(asked, words)

    def _but_measure(self, words: Sequence[Word]) -> Sequence[Word]:
        """A change without what it is measured by, where nothing else is told to be measured so: "giảm" of "giảm so với cùng kỳ"."""
        first, *measure = words
        if not measure or first.text not in _CHANGES or not self._topic_is_named:
            return words
        begins = f"{first.text} {_MEASURED} "
        measured = [facet for facet in self._siblings.facets if facet.lower().startswith(begins)]
        alone = len(measured) == 1 and words == facet_words(measured[0])
        return [first] if alone and self._question.tells_change(first.folded) else words

    def _lacked(self, words: Sequence[Word]) -> list[Word]:
        """The "chưa" of a facet, of what the question says there is none: "không có điện" is "chưa có điện"."""
        return [
            word for word, thing in pairwise(words)
            if word.text == _NOT_YET and thing.start > word.end and self._question.lacks(thing.text)
        ]  # fmt: skip

    def _goes_either_end(self, way: Way) -> bool:
        return any(asked.get(end) == place for asked in self._question.ways for end, place in way.items())

    def _say_enough(self, asked: Sequence[Word], words: Sequence[Word]) -> bool:
        """Whether the words asked, of all that a facet has, are at least half of what sets it apart."""
        if len(asked) < len(words) and (not self._topic_is_named or self._is_half_of_another(words)):
            return False  # "đọc, mượn sách" asks for no "mượn về nhà" where "đọc tại chỗ" is told beside it
        weights = {word.folded: 1 / (1 + self._siblings.bearers[word.folded]) for word in words}
        return sum(weights[word.folded] for word in asked) >= sum(weights.values()) / 2 > 0

    def _is_said_beside_topic(self, word: Word) -> bool:
        return self._question.has(word, by_name=False) and f" {word.folded} " in self._but_topic

    @cached_property
    def _but_topic(self) -> str:
        """The question's own words, without the topic's phrases that it has word for word."""
        own_words = self._question.own_words
        for phrase in sorted(self._said_in_full, key=len, reverse=True):
            own_words = own_words.replace(phrase, " | ")
        return own_words

    def _is_half_of_another(self, words: Sequence[Word]) -> bool:
        """Whether the question has a word, but not all, of a facet that shares none with one of these words."""
        own = {word.folded for word in words}
        others = (
            [word for word in other if word.folded not in self.core]
            for view in self._views.values()
            if view.fact.number is not None
            for other, way in zip(view.facet_words, view.directions, strict=True)
            if not _is_both_ends(way)  # these are compared as such
        )
        return any(
            own.isdisjoint(word.folded for word in other)
            and {self._is_said_beside_topic(word) for word in other} == {True, False}
            for other in others
        )
