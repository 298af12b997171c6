"""Judging one fact before one question: does it answer, and how near does it come?"""

from __future__ import annotations

from functools import cached_property
from math import inf
from typing import NamedTuple

from knowledge.matching.accounting import Account
from knowledge.matching.asking import Asking
from knowledge.matching.doing import Doing
from knowledge.matching.fitting import UNFIT_ASK
from knowledge.matching.held import Held
from knowledge.matching.levels import is_of_another_level
from knowledge.matching.reasons import gives_reason
from knowledge.matching.stated import (
    is_asked_for_part,
    is_told_of_an_organ_within,
    is_what_one_firm_does,
    lists_what_is_sought,
)
from knowledge.matching.subjects import is_about_another
from knowledge.matching.times import speaks_of
from knowledge.matching.undivided import is_not_told_apart
from knowledge.matching.verdict import says_without_denying
from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.near_misses.going import goes_another_way
from knowledge.near_misses.holders import is_of_another_holder
from knowledge.near_misses.nearby import tells_of_what_lies_near
from knowledge.near_misses.otherwise import tells_otherwise
from knowledge.near_misses.pairing import Pairing, has_any, has_word, telling
from knowledge.near_misses.places import denies_only_where
from knowledge.near_misses.posts import asks_what_is_said
from knowledge.questions.organs import is_told_of_organ
from knowledge.reading.evidence import Word, facet_words, foretells
from knowledge.reading.firsts import place_asked
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import THE_SAME, TopicHit
from knowledge.store.reader import StoredFact
from knowledge.text.abbreviations import words_of
from knowledge.text.periods import Time
from knowledge.text.units import compatible, without_turns

# What each departure from "the fact says just this" costs; only their order matters.
_MENTIONED, _WITHIN = 0.15, 0.4
_ROLES = {"subject": 0.0, "mentioned": _MENTIONED, "within": _WITHIN}
_NARROWER, _ELSEWHERE, _OPPOSITE = 0.7, 1.5, 0.3
_WRONG_TIME, _WRONG_UNIT, _CONTRARY = 2.0, 2.0, 2.5
_BY_FACET, _UNSAID = 0.3, 0.3
_TURNS, _NAMED_FACET, _FORETOLD = 0.15, 0.05, 0.2
_UP_TO = ("đến", "tới", "hết", "hạn", "trước", "kết thúc", "xong")
_IN_WORDS = ("statement", "list", "person")


class Judgement(NamedTuple):
    """What one fact makes of a question."""

    stored: StoredFact
    hit: TopicHit
    cost: float
    unexplained: tuple[Word, ...] = ()
    missing: tuple[Mention, ...] = ()
    wrong_times: tuple[Time, ...] = ()
    narrower: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    unfit: str | None = None
    elsewhere: bool = False
    only_one: bool = False
    named_at: frozenset[int] = frozenset()
    """Where the question names its facets."""
    one_of_ways: bool = False
    """Whether it goes one of several ways that the question goes."""

    @property
    def fact(self) -> Fact:
        """The fact judged."""
        return self.stored.fact

    @property
    def explains_all(self) -> bool:
        """Whether nothing of the question is left over, though the fact may say less or more."""
        return not (self.unexplained or self.missing or self.wrong_times or self.unfit or self.elsewhere)

    @property
    def leaves_nothing_but_its_unit(self) -> bool:
        """Whether nothing of the question is left over, though the fact may count another thing."""
        return self.unfit in (None, "unit") and self._replace(unfit=None).explains_all

    @property
    def answers(self) -> bool:
        """Whether the fact may be given as the answer."""
        return self.explains_all and not (
            self.narrower and self.fact.kind in NUMERIC_KINDS and not self.only_one
        )


class Judge(Held):
    """One fact before one question."""

    def judge(self, limit: float) -> Judgement | None:
        """The judgement on the fact; None where it leaves a word over, is named by no facet, and costs more than `limit`.

        Of what several facts are together something is to be known wherever a total is asked for.
        """
        facets, narrower, contrary = self.facets.of(self.view)
        ask_cost = Asking(self.case, self.stored, self.view).cost()
        if narrower:
            narrower = self._left_unsaid(narrower)
        cost = self._cost_of_standing() + ask_cost + _NARROWER * len(narrower) + _CONTRARY * contrary
        whole = self.case.siblings.whole_of(self.stored)
        summed = "in_all" in self.u.kinds_said and self.fact.id in self.case.siblings.wholes
        account = Account(self.case, self.view, whole, limit=inf if facets or summed else limit - cost)
        if account.is_cut_short:
            return None
        missing = tuple(m for m in self.case.asked.focus if not self._speaks_of(m))
        wrong_times = tuple(t for t in self.u.times if not speaks_of(self.case, self.view, t))
        elsewhere = is_about_another(self.case, stored=self.stored, view=self.view)
        out_of_question = missing or wrong_times or (account.unexplained and not facets)
        unfit = self._unfit(account, ask_cost, weigh_words=not out_of_question)
        cost += account.cost - _NAMED_FACET * self.facets.is_singled_out(self.view)
        cost += _WRONG_TIME * len(wrong_times) + _CONTRARY * len(missing)
        cost += _FORETOLD * (not unfit and self.fact.number is not None and self.view.foretold)
        cost += _ELSEWHERE * elsewhere + self._cost_of_unit(account)
        far = unfit in ("time", "polarity", "another") or (unfit == "ask" and self.u.asks_reason)
        cost += _CONTRARY * far
        return Judgement(
            stored=self.stored,
            hit=self.case.hit,
            cost=cost,
            unexplained=tuple(account.unexplained),
            missing=missing,
            wrong_times=wrong_times,
            narrower=narrower,
            facets=facets,
            unfit=unfit,
            elsewhere=elsewhere,
            named_at=self.facets.places(self.view) if facets else frozenset(),
            one_of_ways=self.facets.is_one_of_ways(self.view),
            only_one=self.facets.is_only_figure(self.view) and not self.view.restricted,
        )

    @cached_property
    def _pairing(self) -> Pairing:
        return Pairing(self.u, self.view, self.case.hit, self.lexicon)

    def _cost_of_standing(self) -> float:
        """What it costs how the fact was found: by its subject or in passing, by topic or by a facet."""
        cost = _ROLES[self.stored.role]
        cost += _BY_FACET * self.case.hit.by_facet + _UNSAID * self.case.hit.unsaid
        if "whether" in self.u.asks and self.view.denies and not self.u.denies:
            cost += _OPPOSITE  # it may still deny what was asked
        return cost - 0.01 * min(self.case.hit.weight, 10) - 0.02 * self.case.hit.similarity

    def _cost_of_unit(self, account: Account) -> float:
        """What it costs to count another thing: little where only turns are taken for those who took them."""
        if account.unit_fits:
            return 0.0
        unit = " ".join(without_turns(words_of(self.fact.unit or "")))
        only_turns = any(compatible(without_turns(asked), unit) for asked in self.u.counted_units)
        return _TURNS if only_turns else _WRONG_UNIT

    def _unfit(self, account: Account, ask_cost: float, *, weigh_words: bool) -> str | None:
        """Why a fact cannot answer whatever its words: its polarity, time, unit or kind, or whom or which way it tells of.

        Unless told to `weigh_words`, as for one that cannot answer anyway, it is not
        looked closely at what it tells.
        """
        if self._is_opposite():
            return "polarity"
        if self._is_of_another_tense():
            return "time"
        if self._is_of_another():
            return "another"
        if not account.unit_fits or is_asked_for_part(self.u, self.fact):
            return "unit"
        if not weigh_words:
            return "ask" if ask_cost >= UNFIT_ASK else None
        tells = ask_cost < UNFIT_ASK and self._tells_what_is_asked()
        tells = tells and not (
            Doing(self.case, self.view).is_left_out()
            or tells_of_what_lies_near(self.case, self.view, self.lexicon)
            or tells_otherwise(self._pairing)
        )
        return None if tells else "ask"

    def _is_of_another(self) -> bool:
        """Whether it is of somebody else who holds a post, of another way or level, or of one thing only told with another."""
        return (
            is_of_another_holder(self.u, self.view, self.lexicon, self.case.asked.held_by)
            or goes_another_way(self.case, self.view, named=self.is_named())
            or is_not_told_apart(self.case, self.view)
            or self._is_within_what_is_told_of()
            or self._is_of_what_is_not_named()
            or is_of_another_level(self.case, self.fact, self.facets.of(self.view).facets)
        )

    def _is_within_what_is_told_of(self) -> bool:
        """Whether it is of a place within the one that the question names, of which itself the topic tells: of a district's congress, not the province's."""
        if self.stored.role != "within" or self.lexicon.names[self.fact.subject].kind != "place":
            return False
        if self.u.asks_where or self.u.once(place_asked) is not None:
            return False
        if not (self.case.hit.positions or self.case.hit.similarity):
            return True  # nothing says what of the place is asked
        named = {name for mention in self.case.asked.focus for name in mention.names}
        return any(view.fact.subject in named for view in self.case.views.values())

    def _is_of_what_is_not_named(self) -> bool:
        """Whether nothing is said but what there is of a name, and the fact is of something else with it: of a directive that "X có gì" does not name."""
        asked = self.u.ask in ("what", "which") and bool(self.u.mentions) and not self.case.asked.words
        spoken = {self.fact.subject, *self.view.items}
        return asked and self.stored.role != "subject" and spoken.isdisjoint(self.u.names)

    def _tells_what_is_asked(self) -> bool:
        """Whether it can say which in a row, which way or why, where just that is asked."""
        if self.u.which_in_order and self.fact.kind in _IN_WORDS and not self.view.tells_order:
            return False
        if self.u.asks_until and self.fact.kind == "date" and not self._tells_of_an_end():
            return False
        if not self.u.why or self.fact.kind == "not_stated":
            return True
        return gives_reason(self.case, self.view, self.facets.of(self.view).narrower)

    def _tells_of_an_end(self) -> bool:
        """Whether a day is told up to which something lasts, or on which it was over."""
        kindred = self.lexicon.language.kindred
        return self.view.weak.has_any(_UP_TO) or self.view.weak.has_any(kindred["ended"] | kindred["ending"])

    def _is_of_another_tense(self) -> bool:
        """Whether it tells of what was, and is asked what is; or gives a figure of what is done for what is to come or left to do."""
        if self.u.present and self.view.past:
            return True
        if self.fact.kind not in (*NUMERIC_KINDS, "person"):
            doing = "what_is_done" in self.u.tellings_said or not self.case.asked.words
            said = self.u.once(asks_what_is_said)  # what is said of what will be done is told by the saying
            asked = self.u.ask == "who" or (self.u.ask == "what" and doing and not said)
            return asked and self.u.future and not self.view.planned
        if "whether" not in self.u.asks and self.view.foretold:
            return not self._may_be_foretold()
        if self.u.done and self.view.foretold:
            return True  # "đã có … chưa" is told by no target
        if self.u.pending and not (self.view.planned or self.view.denies):
            return True
        return self.u.future and not self.view.planned

    def _may_be_foretold(self) -> bool:
        """Whether what is yet to come may be told: it is asked of, or it is the only figure, or what is asked is an amount and no deed."""
        if self._is_asked_ahead():
            return True
        if self.u.present or self.view.facets.has_any(self.lexicon.language.kindred["aims"]):
            return False  # what is aimed at, and called so, is not what is
        return self._is_all_there_is() or self._is_of_an_amount()

    def _is_of_an_amount(self) -> bool:
        """Whether the topic is said by the name of an amount, which may be foretold as well as told: "sản lượng là bao nhiêu"."""
        if self.u.done or self.u.ask != "how_many" or has_word(self.u.tokens, "reached"):
            return False
        return has_any([self.u.tokens[at] for at in sorted(self.case.hit.positions)], telling("amounts"))

    def _is_all_there_is(self) -> bool:
        """Whether just this is asked for, not as done, and the fact has the only figure: "xây lại chợ hết bao nhiêu"."""
        return (
            self.case.hit.similarity > THE_SAME and not self.u.done and self.facets.is_only_figure(self.view)
        )

    def _is_asked_ahead(self) -> bool:
        """Whether the question is of what is planned, or of a time that lies behind the article's day."""
        if self.u.future or self.u.plans or (self.u.costs and not self.u.done):
            return True
        published = self.case.asked.published(self.fact.article)
        return not self.u.done and any(time.last > published for time in self.u.times)

    def _speaks_of(self, mention: Mention) -> bool:
        """Whether the fact is about a name, or decides a yes/no question about it."""
        if self.fact.subject in mention.names:
            return True
        if self.view.names.intersection(mention.names) and not is_what_one_firm_does(
            self.u, self.fact, self.lexicon
        ):
            return True
        issued = self.lexicon.names[self.fact.subject].kind == "document"  # "Nghị quyết 05 của Huyện ủy X"
        within = self.view.around.intersection(mention.names) and (issued or not mention.committee)
        if (
            within and not is_told_of_an_organ_within(self.u, self.fact, mention, self.lexicon)
        ) or is_told_of_organ(mention.names, self.stored, self.case.siblings):
            return True
        if "whether" not in self.u.asks or not self.fact.items:
            return False
        kinds = {self.lexicon.names[name].kind for name in mention.names}
        within = any(self.fact.subject in self.lexicon.above(name) for name in mention.names)
        within = (within or self._tells_the_only_one()) and all(self.items_are(kind) for kind in kinds)
        return within or (kinds == {"person"} and self.fact.kind == "person")

    def _tells_the_only_one(self) -> bool:
        """Whether the fact lists but one thing of a subject that is named beside another: where somebody comes from."""
        listed = self.fact.kind == "list" and len(self.fact.items) == 1 and bool(self.case.hit.positions)
        return listed and self.is_named()

    def _left_unsaid(self, narrower: tuple[str, ...]) -> tuple[str, ...]:
        """What narrows the fact, but for what goes without saying: that it is foretold where that may be, or what it counts."""
        if self.view.foretold and self._may_be_foretold():
            narrower = tuple(one for one in narrower if any(not foretells(w.text) for w in facet_words(one)))
        return () if lists_what_is_sought(self.u, self.fact, narrower) else narrower

    def _is_opposite(self) -> bool:
        """Whether the fact tells of what is not, and the question of what is."""
        if "whether" in self.u.asks:
            return self.fact.kind == "list" and not self.u.denies and self._denies_what_is_not_asked()
        if self.fact.kind in ("not_stated", "statement"):
            return False
        if any(self.view.denying) and self.fact.kind not in NUMERIC_KINDS:
            return not self.u.denies
        opposite = not self.u.denies and self.fact.number != 0 and self.view.opposite
        return opposite and not (
            self._is_said_without_denying() or denies_only_where(self._pairing) or self._is_just_its_facet()
        )

    def _denies_what_is_not_asked(self) -> bool:
        """Whether the fact is of what is not so, and asked of what is: of the one class what is told of the other."""
        if set(self.u.names).intersection(filter(None, self.view.items)):
            return False  # of whom just that is told which is asked, it is denied
        narrower = self.facets.of(self.view).narrower
        return any(d and one in narrower for one, d in zip(self.fact.facets, self.view.denying, strict=True))

    def _is_just_its_facet(self) -> bool:
        """Whether the question says what narrows the fact, and nothing else that may be denied of it: "xã nào giữ nguyên"."""
        named = self.facets.places(self.view) if self.facets.is_said_in_full(self.view) else frozenset()
        return bool(named) and named.issuperset(self.u.content)

    def _is_said_without_denying(self) -> bool:
        """Whether the question has a phrase of a topic that says without denying what others of its phrases deny: "người nơi khác"."""
        return says_without_denying(self.case.hit.topic, self.case.asked.said.syllables, self.lexicon)
