"""Which words of a question a fact accounts for, and at what price.

This is the rule that makes abstention right: a word that could change the answer
must stand in what the fact says of itself, or the fact does not answer.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from knowledge.matching.counted import counted_by, is_told_behind_figure
from knowledge.matching.events import goes_with_what_was, is_its_number, is_of_its_start
from knowledge.matching.kindred import Kindred
from knowledge.matching.numbers import (
    bounds_whole,
    claims_another_unit,
    counts_fewer,
    is_in_ones,
    is_rate,
    knows_number,
    names_its_measure,
)
from knowledge.matching.stated import counts_no_people, is_told_of_whole, stands_in_facet
from knowledge.models import NUMERIC_KINDS
from knowledge.near_misses.firsts import is_said_to_be_first
from knowledge.near_misses.pairing import telling
from knowledge.questions.cases import Case
from knowledge.reading.evidence import View, Word, word_at
from knowledge.reading.firsts import where_first_is_asked
from knowledge.reading.understanding import OF_A_WHOLE
from knowledge.text.tokens import numeral_at
from knowledge.text.units import compatible, is_known_for, is_narrower
from knowledge.text.vietnamese import fold

# What it costs to see a word in a fact otherwise than by its own facets; only the order matters.
_SYNONYM, _EXAMPLE, _SENTENCE, _SLIP, _OTHERS_FACET, _LIGHT = 0.05, 0.1, 0.15, 0.2, 0.4, 0.25
_UNEXPLAINED, _RESTRICTIVE = 1.0, 2.0


def explains_all(case: Case, view: View, whole: View | None) -> bool:
    """Whether a fact accounts for every word of a question."""
    return not Account(case, view, whole, limit=0.0).unexplained


class Account:
    """The words of one question before one fact: `cost` grows and `unexplained` fills as they are gone through."""

    def __init__(self, case: Case, view: View, whole: View | None, *, limit: float) -> None:
        """Go through all words, or until one is left and they cost more than `limit`.

        `whole` is the view of what the fact is a part of.
        """
        self.case = case
        self.u = case.question
        self.lexicon = case.lexicon
        self.language = case.lexicon.language
        self.view = view
        self.fact = view.fact
        self.whole = whole
        self.hit = case.hit
        self.topic = case.topic
        self.cost = 0.0
        self.unexplained: list[Word] = []
        self.counted = counted_by(case, view, whole)
        self.unit_fits = self._unit_fits()
        self.kindred = Kindred(case, view)
        self.first = self._where_first_is_asked()
        for word in case.open_words:
            if word.bounds in case.unsaid:
                self._leave(word)
            else:
                self._explain(word)
            if self.unexplained and self.cost > limit:
                break
        else:
            self._weigh_claims()
        self.is_cut_short = bool(self.unexplained) and self.cost > limit

    def _explain(self, word: Word) -> None:
        """Add to the cost what it takes to see the word in the fact, or leave it unexplained."""
        if (self.first and self._is_of_the_first(word)) or goes_with_what_was(self.case, self.view, word):
            return
        if self._is_of_a_part(word) or counts_no_people(self.u, word, self.fact.unit):
            self._leave(word)
            return
        if word.bounds in self.case.topical and not self._is_another_facet(word):
            return
        if word.bounds not in self.case.asked.plain and self._is_told_otherwise(word):
            return
        cost = self._cost_of(word)
        if cost is None and len(word.span) > 1:
            cost = self._cost_in_pieces(word)
        if cost is None and (self._is_light(word) or self._is_any_doing(word) or self._is_of_all_parts(word)):
            cost = _LIGHT
        if cost is None and word.inner:
            for one in word.inner:
                if not self.case.goes_without_saying(one):
                    self._explain(one)
        elif cost is None:
            self._leave(word)
        else:
            self.cost += cost

    def _where_first_is_asked(self) -> frozenset[int]:
        """Where the question says that it asks for the first in something, if the fact says that its place is that."""
        asked = self.u.once(where_first_is_asked)
        told = asked and is_said_to_be_first(self.u, self.view, self.case.asked.every_word, self.lexicon)
        return asked if told else frozenset()

    def _is_of_the_first(self, word: Word) -> bool:
        """Whether a word says no more than that the first is asked for, and in what the fact tells of: "đông dân | nhất"."""
        rest = [at for at in word.span if at not in self.first]
        return len(rest) < len(word.span) and all(self.view.weak.has(self.u.tokens[at].marked) for at in rest)

    def _is_of_a_part(self, word: Word) -> bool:
        """Whether what the topic is called by is said of one part of the fact only: "tàu xa bờ" of all "tàu cá"."""
        told = self.fact.number is not None and word.bounds in self.case.only_of_parts
        named = word.folded in self.case.siblings.folded_facets  # "mũi 3" of "mũi 4"
        own = named or not word.inner or any(map(self._is_of_a_part, word.inner))
        return told and own and not self.view.says(word)

    def _is_light(self, word: Word) -> bool:
        """Whether a word has little weight and narrows nothing: "đem lại" is a word of its own, and no "lại"."""
        if not self.case.asked.light.issuperset(word.span) or counts_fewer(self.u, word, self.fact.unit):
            return False
        if self.u.is_bare(word.span) and word.folded in self.lexicon.short_facets:
            return False  # "han" is "hàn" before it is "hẳn"
        if self.fact.number is not None and word.end in self.u.where_sought:
            return False  # "vướng | cái gì" asks for just that
        return not self._restricts(word) or self._can_only_be(word, self.language.light_phrases)

    def _is_any_doing(self, word: Word) -> bool:
        """Whether a word is a verb that may stand for most others, where no figure rests on it: "xây dựng lộ trình" of "vạch lộ trình"."""
        return self.fact.number is None and self.fact.kind != "date" and word.text in telling("any_doing")

    def _can_only_be(self, word: Word, phrases: AbstractSet[str]) -> bool:
        """Whether a word is one of some phrases; without marks, whether all compounds are that it can be."""
        if not self.u.is_bare(word.span):
            return word.text in phrases
        compounds = self.language.compounds.at(self.u.tokens, word.start)
        meant = {one.meaning for one in compounds if one.end == word.end}
        return bool(meant) and meant <= phrases

    def _leave(self, word: Word) -> None:
        self.cost += _RESTRICTIVE if self._restricts(word) else _UNEXPLAINED
        self.unexplained.append(word)

    def _is_told_otherwise(self, word: Word) -> bool:
        """Whether a word belongs to the fact's figure: to its unit, its rate, its whole, or how much there is of it."""
        if (
            is_rate(self.u, word, self.fact.unit)
            or self._is_of_degree_or_all(word)
            or self._is_still_so(word)
            or is_of_its_start(self.case, self.view, word)
            or names_its_measure(self.u, word, self.fact)
        ):
            return True
        if is_in_ones(self.u, word, self.fact.unit) or self.kindred.explains(word, unit_fits=self.unit_fits):
            return True
        if self._is_spent(word) and self.case.facets.is_said_in_full(self.view):
            return True
        if word.folded == OF_A_WHOLE and bounds_whole(self.u, self.fact, word.end):
            return True
        if not self.unit_fits:
            return False
        return self._is_counted(word) or is_told_behind_figure(self.u, word, self.fact)

    def _is_spent(self, word: Word) -> bool:
        """Whether a word says that something is given or used; without marks it is another unless it is asked how much."""
        spent = self.language.beside_facets
        if self._can_only_be(word, spent):
            return True
        if not self.u.is_bare(word.span):
            return False
        behind = range(word.end, len(self.u.tokens))
        asked = next((at for at in behind if self.u.roles[at] == "ask:how_many"), None)
        return asked is not None and self.u.says(range(word.start, asked), spent)

    def _is_of_all_parts(self, word: Word) -> bool:
        """Whether all parts that the whole fact has are called by a word: files are "nộp" one way or another."""
        parts = self.case.siblings.parts_of(self.fact) if self.fact.complete else ()
        return bool(parts) and all(part.facets.has(word.text, word.folded) for part in parts)

    def _is_of_degree_or_all(self, word: Word) -> bool:
        """Whether a word only says how much there is of what is asked why, or that a share is the whole."""
        all_of = self.u.universal if self.fact.of is not None else frozenset()
        said = self.u.degree | all_of
        return bool(said) and said.issuperset(word.span)

    def _is_still_so(self, word: Word) -> bool:
        """Whether "còn" is of a state that the fact or its topic tells of: "còn mấy sạp bỏ trống", "còn mấy hộ chưa có"."""
        if not self.u.still.issuperset(word.span):
            return False
        if self.u.denies and self.case.facets.names_denying(self.view):
            return True
        states = [self.u.text(span) for span in self.u.states if span.start >= word.end]
        return any(self.view.strong.has(state) or self.topic.has(state) for state in states)

    def _is_counted(self, word: Word) -> bool:
        """Whether a word is of the unit asked for, and no narrowing hidden in it ("cán bộ nữ")."""
        if not self.fact.unit or self._restricts(word) or self.case.asked.bonds.bind(word):
            return False
        return any(
            self._is_named(unit) and self._stands_in_unit(word, unit) and not self._goes_beyond(word, unit)
            for unit in self.counted
        )

    def _stands_in_unit(self, word: Word, unit: tuple[str, ...]) -> bool:
        """Whether a word is part of a unit where that stands: "cần" without marks is not of "cán bộ"."""
        size, last = len(unit), len(self.u.tokens) - len(unit)
        return any(
            tuple(map(self.u.syllable, range(start, start + size))) == unit
            for start in range(max(0, word.end - size), min(word.start, last) + 1)
        )

    def _goes_beyond(self, word: Word, unit: tuple[str, ...]) -> bool:
        """Whether a word narrows the fact's unit: "nghèo" in "hộ nghèo" where the fact counts "hộ", "ngư dân" where it counts "người"."""
        if is_narrower(unit, self.fact.unit):
            return True
        given = fold(self.fact.unit or "")
        return fold(" ".join(unit)).startswith(f"{given} ") and word.folded not in given

    def _cost_of(self, word: Word) -> float | None:
        """What it costs to see a word in the fact; None where it is not there."""
        if (token := self.u.tokens[word.start]).number is not None and len(word.span) == 1:
            known = knows_number(self.case, self.view, self.whole, token) or self._is_of_the_event(word)
            return 0.0 if known else None
        if token.days is not None or self._is_another_word(word):
            return None
        if self._is_number_in_words(word) or self._is_of_its_own(word):
            return 0.0
        if word.synonyms and self.view.strong.has_any(word.synonyms):
            return _SYNONYM
        cost = self._cost_of_going_along(word) if self._may_go_along(word) else None
        if cost is not None and self.case.facets.claim(word):
            return _OTHERS_FACET if self.view.weak.has(word.text, word.folded) else None
        return cost

    def _is_of_the_event(self, word: Word) -> bool:
        return "befell" in self.u.kinds_said and is_its_number(self.case, self.view, word)

    def _is_of_its_own(self, word: Word) -> bool:
        """Whether a word is of what narrows and names the fact; not of what kind of place it is about where one goes "lên huyện"."""
        asked = self.case.asked
        if not asked.stands_in(word, self.view.strong):
            return stands_in_facet(self.case, word, self.fact)
        if word.start not in asked.ends or self.view.told.has(word.text, word.folded):
            return True
        return not self.case.facets.claim(word)

    def _is_another_word(self, word: Word) -> bool:
        """Whether the fact cannot have a word, but only one that looks like it."""
        if word.restrictive and self._is_only_like(word):
            return True
        misplaced = len(word.span) == 1 and word.start in self.u.misplaced
        return misplaced and not self._is_said_with_marks(word)

    def _is_only_like(self, word: Word) -> bool:
        """Whether the fact has a restrictive word with other marks only: "nam", not "năm".

        Without marks it may be that, where the fact has it beside the same neighbour: "trong nam".
        """
        meant = self.language.restrictive_bare.get(word.folded, ())
        if len(word.span) > 1 or not meant:
            return False
        bare = self.u.is_bare(word.span)
        counted = self.view.unit.has(word.text) if bare else self.view.unit.has_any((word.text,))
        said = any(p.has_any((*meant, *word.synonyms)) for p in (self.view.strong, self.view.weak))
        if counted or said:
            return False
        if bare:
            return not self._is_said_beside_its_neighbour(word)
        return word.text in self.language.restrictive_words

    def _is_said_with_marks(self, word: Word) -> bool:
        """Whether what a misplaced syllable can be, with weight of its own, is spoken of."""
        known = self.lexicon.speller.learned.vocabulary.forms.get(word.folded, ())
        forms = set(known) - self.language.weightless - self.language.ask_syllables
        return any(passage.has_any(forms) for passage in (self.view.strong, self.view.weak, self.topic))

    def _is_said_beside_its_neighbour(self, word: Word) -> bool:
        """Whether the fact has a word beside one that it stands beside in the question."""
        passages = (self.view.strong, self.view.weak)
        return any(self.case.asked.bonds.stands_beside_its_neighbour(word, one) for one in passages)

    def _cost_of_going_along(self, word: Word) -> float | None:
        """The cost of a word that only the topic or the fact's sentence has."""
        free = word.bounds in self.case.exemplary and not self.case.facets.tells_apart(word)
        if free and len(word.span) == 1 and self.u.is_bare(word.span):
            free = self.topic.has_apart(word.text, self.language)  # no "kéo" of "kéo dài"
        if free and not self.case.siblings.is_done_to_some(word):
            return _EXAMPLE
        if self.case.asked.stands_in(word, self.view.weak) or is_told_of_whole(self.case, word, self.whole):
            return _SENTENCE
        if self.view.weak.has_any(one for one in word.synonyms if one not in self.language.weightless):
            return _SENTENCE + _SYNONYM
        if all(map(self.lexicon.speller.learned.knows, word.text.split())):
            return None
        mended = any(passage.mended(word.text) for passage in (self.view.strong, self.view.weak))
        return _SLIP if mended else None

    def _is_number_in_words(self, word: Word) -> bool:
        """Whether a numeral says how many the fact counts or names: "ba xã … là những xã nào"."""
        end, value = numeral_at(self.u.tokens, word.start)
        if value is None or end != word.end or end == len(self.u.tokens):
            return False
        known = (*self.view.figures, len(self.fact.items) or None)
        return value in known or self.view.strong.has(f"{value:g} {self.u.tokens[end].marked} đầu năm")

    def _is_another_facet(self, word: Word) -> bool:
        """Whether a word of the topic, which belongs to a facet, is of another fact's and not of this one's."""
        strong = self.view.strong
        return not (strong.has(word.text, word.folded) or strong.has_any(word.synonyms))

    def _cost_in_pieces(self, word: Word) -> float | None:
        """The cost of a compound that is none here: "xuống cấp | xã" is "xuống | cấp xã"."""
        if word.bounds not in self.case.separable or self.case.facets.claim(word):
            return None
        if self.case.siblings.has_facet_in(word.folded, but_of=self.view):
            return None  # "cao cấp lý luận chính trị" is not told by all of "lý luận chính trị"
        if "offspring" in self.u.kinds_said and self.u.says(word.span, self.language.kindred["offspring"]):
            return None
        if any(one.restrictive and len(one.span) > 1 and not self.view.says(one) for one in word.inner):
            return None  # "ra khỏi | diện nghèo" goes nowhere, and is not told of "hộ nghèo"
        # "đưa | ra khỏi" is no "đưa ra"; "xuống | cấp xã" goes down to the communes
        must_be_told = word.bounds in self.case.asked.loose or (word.restrictive and not self._goes_on(word))
        if must_be_told and not any(map(self._stands_by_itself, word.span)):
            return None
        return _EXAMPLE if all(map(self._is_told, word.span)) else None

    def _goes_on(self, word: Word) -> bool:
        """Whether the last syllable of a word begins another with what follows."""
        longer = self.language.compounds.longest(self.u.tokens, word.end - 1)
        return longer is not None and longer.end > word.end

    def _is_told(self, at: int) -> bool:
        asked = self.case.asked
        passes = at in asked.light and (at not in asked.restricted or self._is_topics(at))
        return self.case.is_empty(at) or passes or self._stands_by_itself(at)

    def _is_topics(self, at: int) -> bool:
        """Whether the topic is spoken of with a syllable: "mở cửa trở lại" with "lại", "xây" without."""
        return self.topic.has(self.u.tokens[at].marked)

    def _stands_by_itself(self, at: int) -> bool:
        token = self.u.tokens[at]
        topical = at in self.hit.positions and not self.hit.by_facet
        return topical or self.view.strong.has(token.marked, token.folded)

    def _may_go_along(self, word: Word) -> bool:
        """Whether a word may be explained by mere presence in the fact's sentence.

        A word that restricts may only where the sentence has no second figure that
        it could belong to.
        """
        if not self._restricts(word) or self._is_common_reading(word) or self._is_of_number(word):
            return True
        return self.fact.kind not in NUMERIC_KINDS or self.view.single_figure

    def _is_of_number(self, word: Word) -> bool:
        """Whether a word stands behind a number as in the fact's sentence: "người từ 14 | tuổi"."""
        counted = word.start > 0 and self.u.tokens[word.start - 1].number is not None
        return counted and self.view.weak.has(self.u.text(range(word.start - 1, word.end)))

    def _restricts(self, word: Word) -> bool:
        return word.bounds in self.case.asked.restricting

    def _is_common_reading(self, word: Word) -> bool:
        """Whether an unmarked word only looks restrictive, and the fact has it with other marks."""
        return self.u.is_bare(word.span) and len(word.span) == 1 and self.view.weak.has(word.text)

    # ── figures ─────────────────────────────────────────────────────────────────────────

    def _weigh_claims(self) -> None:
        """Figures that a yes/no question puts forward are compared with a figure, or must be in the text."""
        for claim in self.u.claims:
            another = self.fact.kind not in (*NUMERIC_KINDS, "not_stated") or claims_another_unit(
                self.u, claim, self.fact
            )
            if another and not self.view.explains_number(claim.number):
                self.cost += _RESTRICTIVE
                self.unexplained.append(word_at(self.u.tokens, claim.position, claim.position + 1))

    def _unit_fits(self) -> bool:
        left_open = self.fact.kind == "not_stated" and self.fact.unit is not None
        if not (self.u.counted_units and (left_open or self.fact.kind in NUMERIC_KINDS)):
            return True
        if self.u.ask == "what_share" and self.fact.kind == "share":
            return True
        return bool(self.counted)

    def _is_named(self, unit: tuple[str, ...]) -> bool:
        """Whether the fact's own words, and not only their being unknown, let a unit pass for what it counts."""
        return is_known_for(unit, self.fact.unit) or not compatible(unit, self.fact.unit)
