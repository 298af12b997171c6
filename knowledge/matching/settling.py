"""What the judgements on some facts come to: an answer, what is known instead, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from knowledge.matching.changes import told_for_both_times
from knowledge.matching.each_kind import are_one_a_kind, asks_each_kind, separate_figures
from knowledge.matching.findings import Finding
from knowledge.matching.judging import Judgement
from knowledge.matching.stated import is_of_its_cost, tells_cause_aim_or_content
from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.near_misses.ends_of_gifts import is_told_by_who_gave
from knowledge.near_misses.pairing import has_any
from knowledge.questions.joints import are_joined
from knowledge.questions.unsaid import is_measured_so
from knowledge.reading.evidence import Word
from knowledge.reading.firsts import first_asked
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known
from knowledge.text.phrases import Found
from knowledge.text.tokens import Token
from knowledge.text.units import compatible

_MOST_NEAR, _MOST_FIGURES = 2, 6
"""How many facts are told instead of an answer: those that come near, or all figures of what has no total."""
_A, _AT = "mot", "ở"
"""A folded numeral that by itself tells nothing of what is asked: "viết một bài"."""
_IS, _AGE = "là", "tuổi"
_BOTH = "vừa"
"""What stands before each of two things that are so of the same: "vừa học vừa làm"."""
_ASKS_FOR_THINGS = ("what", "which")
_PLACING = ("tại ", "ở ")
"""How a facet begins that says where something is, and not what: of "nhà" none is asked who is treated "tại nhà"."""
_WILL = ("sẽ",)
_ASKS_OF_PERSONS = ("who", "what")
"""What may be asked of a person without a topic: who that is, what they do."""
_ONE_EACH = ("date", "person")
"""Kinds of facts of which each of several things has but one."""
CLOSE = 0.06
"""Two readings whose costs are nearer than this are within a hair of each other."""


class Settler:
    """Settles judgements for one question."""

    def __init__(
        self,
        question: Understanding,
        lexicon: Lexicon,
        *,
        focus: Sequence[Mention],
        words: Sequence[Word],
        light: AbstractSet[int],
        published: Callable[[str], date],
    ) -> None:
        """Settle for a question about the names in `focus`.

        `words` are its content, `light` the positions of words of little weight;
        `published` gives an article's day.
        """
        self.u = question
        self.lexicon = lexicon
        self.focus = focus
        self.words = words
        self.light = light
        self.published = published

    def settle(self, judged: list[Judgement], *, by_topic: bool) -> Finding | None:
        """The finding from judgements, which are put in order; None where nothing is known.

        `by_topic` tells whether the question names the topic of the facts judged.
        """
        judged.sort(key=lambda j: (j.cost, not self._lists_what_is_put_forward(j.fact), j.fact.id))
        best = judged[0]
        answering = [j for j in judged if j.answers] or self._told_by_its_figure(judged)
        if not by_topic:
            answering = [j for j in answering if self._is_told_without_topic(j)]
            if not answering:
                return None
            best = answering[0]
        if answering and (answering[0].cost <= best.cost + CLOSE or not answering[0].answers):
            best = answering[0]
            together = self._together(judged)
            group = (
                together if best in together else self._tied(best, answering) or self._firsts(best, answering)
            )
            if group:
                return self._all_of(self._whole_of(group, judged) or group)
            if self._is_one_alternative(best) or self._is_one_of_both(best):
                return self._short_of(best, judged)
            # that a total is not given says nothing against some of its parts, where these are asked for
            parts = best.fact.kind == "not_stated" and [j for j in judged if j.stored.whole == best.fact.id]
            of_parts = parts and (self._breakdown(parts) or self._of_each_kind(parts))
            return of_parts or self._answer_of(best, answering)
        both = told_for_both_times(self.u, judged, self.lexicon.language)
        if both:
            return self._all_of(both)
        each = self._of_each_kind(separate_figures(best, judged))
        return self._breakdown(judged) or each or self._short_of(best, judged)

    def _lists_what_is_put_forward(self, fact: Fact) -> bool:
        """Whether a name of a question to say yes or no to is one that a fact lists."""
        if "whether" not in self.u.asks:
            return False
        return any(self.lexicon.name_called(item) in self.u.names for item in fact.items)

    def _told_by_its_figure(self, judged: Sequence[Judgement]) -> list[Judgement]:
        """The one part whose figure the question gives, asking what that is of: "cử 18 người học gì"."""
        if self.u.ask not in _ASKS_FOR_THINGS:
            return []
        counted = [
            (token.number, tuple(self.u.tokens[i].marked for i in unit.span))
            for at, token in enumerate(self.u.tokens)
            if token.number is not None and token.of is None and self.u.roles[at] is None
            if (unit := self.lexicon.language.units.longest(self.u.tokens, at + 1))
        ]
        told = [
            j for j in judged
            if j.explains_all and any(j.fact.number == n and compatible(unit, j.fact.unit) for n, unit in counted)
        ]  # fmt: skip
        return told if len(told) == 1 else []

    @staticmethod
    def _tied(best: Judgement, answering: Sequence[Judgement]) -> list[Judgement]:
        """The days or persons of several of one kind, of which the question says not which is meant: congresses of communes and of the district."""
        if best.fact.kind not in _ONE_EACH or not best.narrower:
            return []
        one = (best.fact.kind, best.fact.subject, best.fact.topic, best.facets)
        tied = [
            j
            for j in answering
            if j.narrower
            and (j.fact.kind, j.fact.subject, j.fact.topic, j.facets) == one
            and j.cost <= best.cost + CLOSE
        ]
        return tied if len({(j.fact.value, j.fact.items) for j in tied}) > 1 else []

    def _firsts(self, best: Judgement, answering: Sequence[Judgement]) -> list[Judgement]:
        """The places that are the first in the same, each among others, where it is not said among which."""
        if self.focus or self.u.once(first_asked) is None:
            return []
        firsts = [j for j in answering if j.cost <= best.cost + 4 * CLOSE and j.fact.kind != "not_stated"]
        return firsts if len({j.fact.subject for j in firsts}) > 1 else []

    def _is_one_of_both(self, judgement: Judgement) -> bool:
        """Whether a figure is of one part only, and those are asked for that are in two: "vừa X vừa Y"."""
        if judgement.fact.kind not in NUMERIC_KINDS or not judgement.facets or "whether" in self.u.asks:
            return False
        both = sum(token.marked == _BOTH and token.change != "context" for token in self.u.tokens)
        return both > 1 and _BOTH not in judgement.fact.statement.split()

    def _answer_of(self, best: Judgement, answering: Sequence[Judgement]) -> Finding:
        """The best fact, with those that state the same for other times or in other articles, newest first."""
        if best.fact.kind == "not_stated":
            return Finding("not_stated", (best.stored,), best, best.fact.subject)
        same = [j for j in answering if self._says_the_same(j, best)]
        same.sort(key=lambda j: self._day(j.fact), reverse=True)
        return Finding("answered", tuple(j.stored for j in same), same[0], best.fact.subject)

    def _is_one_alternative(self, judgement: Judgement) -> bool:
        """Whether a figure is of a part only, and "X hoặc Y" is asked for."""
        if judgement.fact.kind not in NUMERIC_KINDS or not judgement.facets or "whether" in self.u.asks:
            return False
        return any(token.folded == "hoac" and token.change != "context" for token in self.u.tokens)

    def _is_told_without_topic(self, judgement: Judgement) -> bool:
        """Whether a fact may answer a question that names no topic.

        The question must say something that the fact says too, or ask who a person is.
        """
        counted = {syllable for unit in self.u.counted_units for syllable in unit}
        only_where = bool(judgement.facets) and all(one.startswith(_PLACING) for one in judgement.facets)
        passed = self.light | judgement.named_at if only_where else self.light
        ahead = self.lexicon.language.kindred["to_come"]
        passed = passed | {
            at for kind in self.u.kinds_of_places for at in kind.span if self._is_put_forward(kind)
        }
        told = (at for word in self.words if word.text not in ahead for at in word.span if at not in passed)
        if any(self.u.syllable(at) not in counted and self.u.tokens[at].folded != _A for at in told):
            return True
        measured = bool(self.u.asks_size) and is_measured_so(self.u.asks_size or "", judgement.fact)
        named = bool(judgement.named_at) and not (only_where or judgement.narrower)
        if measured or named or self._is_age_put_forward(judgement.fact):
            return True
        of_its_cost = self.u.costs and is_of_its_cost(judgement.hit.topic, self.lexicon)
        if of_its_cost or is_told_by_who_gave(self.u, judgement.fact, self.lexicon):
            return True
        kinds = {self.lexicon.names[n].kind for m in self.focus for n in m.names}
        if "person" in kinds:
            of_person = judgement.fact.kind in ("person", "statement") and self.u.ask in _ASKS_OF_PERSONS
            told_of = (of_person and bool(self.u.asks)) or self._tells_when_one_came(judgement.fact)
            told_of = told_of or self._tells_when_of_both(judgement.fact)
            return told_of or self._tells_where_one_is(judgement.fact)
        if "document" in kinds:
            dated = judgement.fact.kind == "date" and self.u.ask == "when"
            return dated or tells_cause_aim_or_content(self.u, judgement.fact, self.lexicon)
        asks_who = judgement.fact.kind == "person" and self.u.ask == "who"
        since = judgement.fact.kind == "date" and self.u.asks_since  # "X có từ năm nào"
        told_of = asks_who or since or self._tells_what_is_to_come(judgement.fact)
        return "organisation" in kinds and told_of

    def _is_age_put_forward(self, fact: Fact) -> bool:
        """Whether somebody is said to be just as old as a fact tells: "cụ X 103 tuổi đúng không"."""
        counted = [" ".join(unit) for unit in self.u.counted_units]
        put_forward = any(claim.number == fact.number for claim in self.u.claims)
        return put_forward and fact.unit == _AGE and any(compatible(unit, _AGE) for unit in counted)

    def _tells_what_is_to_come(self, fact: Fact) -> bool:
        """Whether it is asked what somebody will do, and a sentence says what they will."""
        asked = self.u.ask in _ASKS_FOR_THINGS and self.u.future
        return asked and fact.kind in ("statement", "list") and has_any(read_known(fact.statement), _WILL)

    def _is_put_forward(self, kind: Found[str]) -> bool:
        """Whether a kind of place is what a name is said to be, and nothing that is told of it: "X là xã phải không"."""
        before = self.u.tokens[kind.start - 1] if kind.start else None
        return "whether" in self.u.asks and before is not None and before.may_be(_IS)

    def _tells_when_one_came(self, fact: Fact) -> bool:
        """Whether it is asked when somebody came to a place, and the fact gives the day of just that: "X về Y khi nào"."""
        confirmed = self.u.ask == "whether" and bool(self.u.times)
        if not (self.u.ask == "when" or confirmed) or self.u.future or fact.kind != "date":
            return False
        told, names = read_known(fact.statement), self.lexicon.name_index
        reached = {found.meaning for end in self._ends_of_ways(told) if (found := names.longest(told, end))}
        ends = set(self._ends_of_ways(self.u.tokens))
        return any(
            reached.intersection(mention.names) and not ends.isdisjoint(mention.span)
            for mention in self.u.mentions
        )

    def _tells_when_of_both(self, fact: Fact) -> bool:
        """Whether it is asked when of two who are named, and the fact gives a day of both: "bà X về xã Y nhận việc ngày nào"."""
        if self.u.ask != "when" or self.u.future or fact.kind != "date" or not self.u.mentions[1:]:
            return False
        own = self.u.named_at
        if own.issuperset(self.u.content):
            return False  # "về X" alone may be anything of X
        told = {found.meaning for found in self.lexicon.name_index.cover(read_known(fact.statement))}
        return all(told.intersection(mention.names) for mention in self.u.mentions)

    def _tells_where_one_is(self, fact: Fact) -> bool:
        """Whether it is asked in which place of a kind somebody is, and the fact says so right behind the name: "bà X, ở xã Y, …"."""
        asked = next(iter(self.u.where_asks("which")), 0)
        kind = self.lexicon.language.place_types.longest(self.u.tokens, asked)
        if not (asked and kind and self.u.tokens[asked - 1].may_be(_AT)):
            return False
        told, names = read_known(fact.statement), self.lexicon.name_index
        ends = [found.end for found in names.cover(told) if found.meaning == fact.subject]
        return any(
            [token.marked for token in told[end : end + 1]] == [_AT]
            and (told_kind := self.lexicon.language.place_types.longest(told, end + 1)) is not None
            and told_kind.meaning == kind.meaning
            and names.longest(told, told_kind.end) is not None
            for end in ends
        )

    def _ends_of_ways(self, tokens: Sequence[Token]) -> Iterator[int]:
        """Where the names stand of what one goes to, behind the kind of place that it is."""
        language = self.lexicon.language
        for found in language.directions.cover(tokens):
            if found.meaning == "target":
                kind = language.place_types.longest(tokens, found.end)
                yield kind.end if kind else found.end

    def _says_the_same(self, judgement: Judgement, best: Judgement) -> bool:
        """Whether two facts state one thing, for another time or in another article."""
        one, other = judgement.fact, best.fact
        if one is other:
            return True
        alike = (one.subject, one.topic) == (other.subject, other.topic)
        # "18.640/19.020 hộ" is newer than the "15.210 hộ" of another year, though it is a share
        figures = one.unit == other.unit and {one.kind, other.kind} <= set(NUMERIC_KINDS)
        return (
            alike and (one.kind == other.kind or figures) and set(one.facets) == set(other.facets) and one.kind != "statement"
            and judgement.cost <= best.cost + 2 * CLOSE
            and (one.article != other.article or one.period != other.period)
        )  # fmt: skip

    def _day(self, fact: Fact) -> str:
        period = fact.period
        if period and period.as_of:
            return period.as_of.isoformat()
        return self.published(fact.article).isoformat()

    @staticmethod
    def _all_of(group: Sequence[Judgement]) -> Finding:
        return Finding("answered", tuple(j.stored for j in group), group[0], group[0].fact.subject)

    @staticmethod
    def _fitting(judged: Sequence[Judgement]) -> list[Judgement]:
        return [
            j
            for j in judged
            if j.fact.kind != "not_stated" and not (j.unfit or j.wrong_times or j.missing or j.elsewhere)
        ]

    def _together(self, judged: Sequence[Judgement]) -> list[Judgement]:
        """Facts of one thing, each with a facet of its own, that the question puts side by side."""
        fitting = [j for j in self._fitting(judged) if j.facets]
        named = [j for j in fitting if not j.narrower]
        whole = {j.facets for j in named}
        candidates = [j for j in fitting if not j.narrower or j.facets not in whole]
        for first in named:
            group = [
                j
                for j in candidates
                if (j.fact.subject, j.hit.topic, j.fact.kind)
                == (first.fact.subject, first.hit.topic, first.fact.kind)
                and (j is first or self._are_side_by_side(first, j))
            ]
            left = [set(j.unexplained) for j in group]
            if len(group) > 1 and not set.intersection(*left):
                return group
        return []

    def _whole_of(self, parts: Sequence[Judgement], judged: Sequence[Judgement]) -> list[Judgement]:
        """What some parts are together, where that is asked for and told, and they are all of it: "trưởng và phó tổng cộng mấy người"."""
        if "in_all" not in self.u.kinds_said:
            return []
        wholes, figure = {j.stored.whole for j in parts}, sum(j.fact.number or 0 for j in parts)
        return [j for j in judged if {j.fact.id} == wholes and j.fact.complete and j.fact.number == figure]

    def _are_side_by_side(self, one: Judgement, other: Judgement) -> bool:
        """Whether a conjunction or a comma parts what names the one fact from what names the other."""
        if one.one_of_ways and other.one_of_ways:
            return one.facets != other.facets
        own, others = one.named_at - other.named_at, other.named_at - one.named_at
        if not own or not others:
            return False
        first, second = (own, others) if max(own) < min(others) else (others, own)
        return are_joined(self.u, range(max(first) + 1, min(second) + 1), self.lexicon.language)

    def _breakdown(self, judged: Sequence[Judgement]) -> Finding | None:
        """Facts that only together are what was asked: two facets named, or one of several left open."""
        together = self._together(judged)
        if together:
            return self._all_of(self._whole_of(together, judged) or together)
        # of a whole that is of another place no part is given either
        refused = {
            j.fact.id for j in judged
            if ((j.unfit and j.unfit != "unit") or j.elsewhere or j.missing) and not j.unexplained
        }  # fmt: skip
        open_ones = [
            j for j in self._fitting(judged)
            if j.facets and j.narrower and not j.unexplained and j.stored.whole not in refused
        ]  # fmt: skip
        for first in open_ones:
            group = [
                j for j in open_ones if j.facets == first.facets and j.fact.subject == first.fact.subject
            ]
            group = [j for j in group if j.hit.topic == first.hit.topic and j.fact.kind == first.fact.kind]
            if len(group) > 1:
                return self._all_of(group)
        return None

    def _of_each_kind(self, figures: Sequence[Judgement]) -> Finding | None:
        """All figures of what has no total, where it is asked how much each kind of it is."""
        return self._all_of(figures) if asks_each_kind(self.u) and are_one_a_kind(figures) else None

    def _short_of(self, best: Judgement, judged: Sequence[Judgement]) -> Finding:
        """What is known where no fact answers: the nearest facts, and what they leave unexplained."""
        explicit = [j for j in judged if j.fact.kind == "not_stated" and j.explains_all and not j.narrower]
        if explicit:
            return Finding("not_stated", (explicit[0].stored,), explicit[0], explicit[0].fact.subject)
        unexplained = tuple(word.text for word in best.unexplained)
        if not self.focus and unexplained:
            return Finding("unknown", (), best, None, unexplained=unexplained)
        if any(self._is_unheard_name(word) for word in best.unexplained):
            return Finding("unknown", (), best, best.fact.subject, unexplained=unexplained)
        near = [j for j in judged if j.cost <= best.cost + CLOSE and j.fact.subject == best.fact.subject]
        if (
            len({(j.hit.topic, j.fact.kind, j.fact.facets) for j in near}) == 1
        ):  # of several times, newest first
            near.sort(key=lambda j: self._day(j.fact), reverse=True)
        near = separate_figures(best, judged)[:_MOST_FIGURES] or near[:_MOST_NEAR]
        if best.elsewhere or (best.missing and not self._covers_place(best)):
            return Finding("unknown", (), best, None, unexplained=unexplained)
        return Finding(
            "not_stated", tuple(j.stored for j in near), best, best.fact.subject, unexplained=unexplained
        )  # fmt: skip

    def _is_unheard_name(self, word: Word) -> bool:
        """Whether an unexplained word was typed as a name, of somebody or something nobody told of."""
        tokens = [self.u.tokens[at] for at in word.span]
        cased = any(t.typed[:1].islower() for t in self.u.tokens)
        return (
            cased
            and word.start > 0
            and all(t.is_word and t.is_capitalized and not t.typed.isupper() for t in tokens)
        )

    def _covers_place(self, judgement: Judgement) -> bool:
        """Whether the fact is at least about what a missing name is part of."""
        above = {a for m in judgement.missing for n in m.names for a in self.lexicon.above(n)}
        return judgement.fact.subject in above
