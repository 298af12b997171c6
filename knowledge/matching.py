"""From an understood question to the facts that answer it.

Every candidate fact is judged by what of the question it leaves unexplained.
A fact answers only where nothing is left: no content word, name, time, number,
unit or ask that it does not speak of, and nothing of its own that narrows it
further than was asked. A high score alone never answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.evidence import View, Word, cut_words, word_at
from knowledge.facets import Facets
from knowledge.lexicon import Lexicon
from knowledge.linking import Mention, Stranger
from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.periods import Time, suits
from knowledge.question import TopicHit, Understanding
from knowledge.store.reader import Reader, StoredFact
from knowledge.units import compatible
from knowledge.reading import Token
from knowledge.vietnamese import fold

# What each departure from "the fact says just this" costs; only their order matters.
_SYNONYM, _EXAMPLE, _SENTENCE, _SLIP, _OTHERS_FACET, _LIGHT = 0.05, 0.1, 0.15, 0.2, 0.4, 0.25
_MENTIONED, _WITHIN = 0.15, 0.4
_NARROWER, _UNFIT_ASK, _ELSEWHERE, _OPPOSITE = 0.7, 1.0, 1.5, 0.3
_UNEXPLAINED, _RESTRICTIVE, _CONTRARY = 1.0, 2.0, 2.5
_BY_FACET, _UNSAID = 0.3, 0.3
_EXACTING = ("how_many", "what_share", "who")
"""Asks that want their own kind of fact, whatever else is asked beside them."""
CLOSE = 0.06
"""Two readings whose costs are nearer than this are within a hair of each other."""

_LEVEL = ("cấp", "cap")
_EACH = frozenset("mot moi hang tung".split())
_MOST_TOPICS = 8
_MOST_FACTS = 60
_MOST_OF_NAME = 40
_CACHED_VIEWS = 4_096

Status = Literal["answered", "not_stated", "unknown", "clarify"]

# Which kinds of fact an ask can be answered with, and at what cost.
_FITTING: dict[str, dict[str, float]] = {
    "how_many": {"count": 0.0, "share": 0.02},
    "what_share": {"share": 0.0},
    "who": {"person": 0.0},
    "when": {"date": 0.0},
    "which": {"list": 0.0, "count": 0.1, "share": 0.05, "person": 0.15, "statement": 0.15},
    "what": {"statement": 0.0, "list": 0.05, "person": 0.1, "date": 0.3, "count": 0.45, "share": 0.45},
    "whether": {"count": 0.0, "share": 0.0, "person": 0.0, "date": 0.0, "list": 0.0, "statement": 0.05},
}


@dataclass(frozen=True)
class Judgement:
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

    @property
    def fact(self) -> Fact:
        """The fact judged."""
        return self.stored.fact

    @property
    def explains_all(self) -> bool:
        """Whether nothing of the question is left over, though the fact may say less or more."""
        return not (self.unexplained or self.missing or self.wrong_times or self.unfit or self.elsewhere)

    @property
    def answers(self) -> bool:
        """Whether the fact may be given as the answer."""
        return self.explains_all and not (self.narrower and self.fact.kind in NUMERIC_KINDS and not self.only_one)


@dataclass(frozen=True)
class Finding:
    """What was found for one subject and topic: the best fact first, and how far it answers."""

    status: Status
    facts: tuple[StoredFact, ...] = ()
    best: Judgement | None = None
    subject: str | None = None
    stranger: Stranger | None = None
    unexplained: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """One of several readings to ask back about: a subject, or a topic."""

    label: str
    subject: str
    topic: str


@dataclass(frozen=True)
class Findings:
    """All that was found, one finding for each thing asked; `choices` where the reader must choose."""

    found: tuple[Finding, ...] = ()
    choices: tuple[Choice, ...] = ()
    judged: tuple[Judgement, ...] = ()


class Matcher:
    """Finds facts for understood questions, in one state of the knowledge."""

    def __init__(self, reader: Reader, lexicon: Lexicon) -> None:
        """Match against the facts behind `reader`, with the words of `lexicon`."""
        self.reader = reader
        self.lexicon = lexicon
        self._views: dict[tuple[str, int], View] = {}

    def view(self, stored: StoredFact) -> View:
        """A fact as evidence, remembered."""
        key = (stored.fact.id, stored.version)
        view = self._views.get(key)
        if view is None:
            if len(self._views) >= _CACHED_VIEWS:
                self._views.clear()
            view = self._views[key] = View(stored.fact, self.lexicon)
        return view

    def find(self, understanding: Understanding) -> Findings:
        """The findings for a question; empty where nothing of it is known."""
        return _Search(self, understanding).run()


class _Search:
    """The search for one question."""

    def __init__(self, matcher: Matcher, understanding: Understanding) -> None:
        self.matcher = matcher
        self.reader = matcher.reader
        self.lexicon = matcher.lexicon
        self.language = matcher.lexicon.language
        self.u = understanding
        self.focus = self._focus()
        self.words = cut_words(understanding.tokens, understanding.content, self.lexicon)
        content = set(understanding.content)
        self.restricted = {
            at
            for found in self.language.restrictive.everywhere(understanding.tokens)
            if content.issuperset(found.span)
            for at in found.span
        }
        self.light = {
            at for found in self.language.light.cover(understanding.tokens) for at in found.span
        } & {at for word in self.words for at in word.span}
        self.judged: list[Judgement] = []

    def _focus(self) -> list[Mention]:
        """The names asked about, without those that only say where another lies."""
        above = {a for m in self.u.mentions for n in m.names for a in self.lexicon.above(n)}
        kept = [m for m in self.u.mentions if m.committee or not above.issuperset(m.names)]
        return list({m.names: m for m in reversed(kept)}.values())[::-1]

    def run(self) -> Findings:
        strangers = [s for s in self.u.strangers if not self._is_told_of(s)]
        if strangers and not self.focus:
            return self._done([Finding("unknown", stranger=s) for s in strangers])
        hits = list(self.u.hits[:_MOST_TOPICS])
        if len(self.u.times) > 1 and len(self.focus) < 2 and not strangers:  # noqa: PLR2004
            found = self._at_each_time(hits)
            if len({f.facts for f in found}) > 1:
                return self._done(found)
        single = self._settle(self.focus, hits, self.words)
        if single is None and hits and self.focus:
            single = self._settle(self.focus, [], self.words)
        if single and single.status == "answered" and not strangers:
            return self._done([single])
        several = self._several(hits)
        if several and (not single or single.status != "answered"):
            found = several
        elif single:
            found = [single]
        else:
            found = []
        if strangers and not self._is_beside(strangers):
            found = []
        found += [Finding("unknown", stranger=s) for s in strangers]
        return self._done(found)

    def _done(self, found: Sequence[Finding]) -> Findings:
        choices = self._choices(found)
        judged = tuple(sorted(self.judged, key=lambda j: j.cost)[:8])
        return Findings(tuple(found), tuple(choices), judged)

    def _is_beside(self, strangers: Sequence[Stranger]) -> bool:
        """Whether the unknown places stand beside the known ones, not within them ("xã X, huyện Y")."""
        levels = self.language.place_levels
        known = [lv for m in self.focus for n in m.names for lv in levels.get(self.lexicon.names[n].type or "", ())]
        for stranger in strangers:
            first = self.u.tokens[stranger.start].marked
            own = next((lv for kind, lv in levels.items() if kind.split()[0] == first), None)
            if own and known and min(own) > max(known):
                return False
        return True

    def _is_told_of(self, stranger: Stranger) -> bool:
        """Whether an unknown place stands in a fact that the question could be about."""
        words = " ".join(t.marked for t in self.u.tokens[stranger.start : stranger.end])
        return any(
            view.strong.has(words) or view.weak.has(words)
            for mention in self.focus
            for name in mention.names
            for hit in self.u.hits[:_MOST_TOPICS]
            for view in map(self.matcher.view, self.reader.facts(name, hit.topic))
        )

    # ── one thing asked ─────────────────────────────────────────────────────────────────

    def _settle(
        self, focus: Sequence[Mention], hits: Sequence[TopicHit], words: Sequence[Word]
    ) -> Finding | None:
        """The finding for some names and topics taken together; None where nothing is known."""
        judged = self._judge_all(focus, hits, words)
        if not judged:
            return None
        self.judged += judged
        judged.sort(key=lambda j: (j.cost, j.fact.id))
        best = judged[0]
        answering = [j for j in judged if j.answers]
        if not hits:
            answering = [j for j in answering if self._is_told_without_topic(j)]
            if not answering:
                return None
            best = answering[0]
        if answering and answering[0].cost <= best.cost + CLOSE:
            best = answering[0]
            if best.fact.kind == "not_stated":
                return Finding("not_stated", (best.stored,), best, best.fact.subject)
            same = [j for j in answering if self._says_the_same(j, best)]
            same.sort(key=lambda j: self._day(j.fact), reverse=True)
            return Finding("answered", tuple(j.stored for j in same), same[0], best.fact.subject)
        partial = self._breakdown(judged)
        if partial:
            return partial
        return self._short_of(best, judged)

    def _is_told_without_topic(self, judgement: Judgement) -> bool:
        """Whether a fact may answer a question that names no topic.

        The question must say something that the fact says too, or ask who a person is.
        """
        if any(at not in self.light for word in self.words for at in word.span):
            return True
        kinds = {self.lexicon.names[n].kind for m in self.focus for n in m.names}
        if "person" in kinds:
            return judgement.fact.kind in ("person", "statement") and bool(self.u.asks)
        if "document" in kinds:
            return judgement.fact.kind == "date" and self.u.ask == "when"
        return "organisation" in kinds and judgement.fact.kind == "person" and self.u.ask == "who"

    def _says_the_same(self, judgement: Judgement, best: Judgement) -> bool:
        """Whether two facts state one thing, for another time or in another article."""
        one, other = judgement.fact, best.fact
        if one is other:
            return True
        alike = (one.subject, one.topic, one.kind) == (other.subject, other.topic, other.kind)
        return (
            alike and set(one.facets) == set(other.facets) and one.kind != "statement"
            and judgement.cost <= best.cost + 2 * CLOSE
            and (one.article != other.article or one.period != other.period)
        )  # fmt: skip

    def _day(self, fact: Fact) -> str:
        period = fact.period
        if period and period.as_of:
            return period.as_of.isoformat()
        return self.reader.article(fact.article).published.date().isoformat()

    def _breakdown(self, judged: Sequence[Judgement]) -> Finding | None:
        """Facts that only together are what was asked: two facets named, or one of several left open."""
        fitting = [j for j in judged if j.fact.kind != "not_stated" and not (j.unfit or j.wrong_times or j.missing)]
        named = [j for j in fitting if j.facets and not j.narrower]
        for first in named:
            group = [j for j in named if j.fact.subject == first.fact.subject and j.hit.topic == first.hit.topic]
            left = [set(j.unexplained) for j in group]
            if len(group) > 1 and not set.intersection(*left) and len({j.facets for j in group}) > 1:
                return Finding("answered", tuple(j.stored for j in group), first, first.fact.subject)
        open_ones = [j for j in fitting if j.facets and j.narrower and not j.unexplained]
        for first in open_ones:
            group = [j for j in open_ones if j.facets == first.facets and j.fact.subject == first.fact.subject]
            group = [j for j in group if j.hit.topic == first.hit.topic and j.fact.kind == first.fact.kind]
            if len(group) > 1:
                return Finding("answered", tuple(j.stored for j in group), first, first.fact.subject)
        return None

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
        if best.elsewhere or (best.missing and not self._covers_place(best)):
            return Finding("unknown", (), best, None, unexplained=unexplained)
        return Finding("not_stated", tuple(j.stored for j in near[:3]), best, best.fact.subject, unexplained=unexplained)

    def _is_unheard_name(self, word: Word) -> bool:
        """Whether an unexplained word was typed as a name, of somebody or something nobody told of."""
        tokens = [self.u.tokens[at] for at in word.span]
        cased = any(t.typed[:1].islower() for t in self.u.tokens)
        return cased and word.start > 0 and all(t.is_word and t.is_capitalized and not t.typed.isupper() for t in tokens)

    def _covers_place(self, judgement: Judgement) -> bool:
        """Whether the fact is at least about what a missing name is part of."""
        above = {a for m in judgement.missing for n in m.names for a in self.lexicon.above(n)}
        return judgement.fact.subject in above

    # ── several things asked ────────────────────────────────────────────────────────────

    def _several(self, hits: Sequence[TopicHit]) -> list[Finding]:
        """One finding for each place or each topic, where a question puts several side by side."""
        groups = self._apart(hits)
        if len(self.focus) < 2 and len(groups) < 2:  # noqa: PLR2004
            return []
        found: list[Finding] = []
        for mention in self.focus or [None]:
            for group in groups or [list(hits)]:
                others = [h for g in groups if g is not group for h in g]
                taken = {at for h in others for at in h.positions} - {at for h in group for at in h.positions}
                words = [w for w in self.words if not taken.intersection(w.span)]
                finding = self._settle([mention] if mention else [], group, words)
                if finding is None and mention:
                    finding = Finding("unknown", subject=mention.names[0])
                if finding:
                    found.append(finding)
        if not any(f.status == "answered" or (f.best and f.best.explains_all) for f in found):
            return []
        if len(groups) > 1 and any(f.unexplained for f in found):
            return []
        return found

    def _at_each_time(self, hits: Sequence[TopicHit]) -> list[Finding]:
        """One finding for each time of a question that names several."""
        whole, found = self.u, []
        for time in whole.times:
            self.u = replace(whole, times=(time,))
            finding = self._settle(self.focus, hits, self.words)
            if finding:
                found.append(finding)
        self.u = whole
        return found if all(f.status == "answered" for f in found) else []

    def _apart(self, hits: Sequence[TopicHit]) -> list[list[TopicHit]]:
        """Topics in groups whose phrases stand in different places of the question."""
        groups: list[list[TopicHit]] = []
        for hit in hits:
            if hit.by_facet:
                continue
            home = next((g for g in groups if any(hit.positions & h.positions for h in g)), None)
            if home is None:
                groups.append([hit])
            else:
                home.append(hit)
        return groups

    # ── judging ─────────────────────────────────────────────────────────────────────────

    def _judge_all(
        self, focus: Sequence[Mention], hits: Sequence[TopicHit], words: Sequence[Word]
    ) -> list[Judgement]:
        judged: list[Judgement] = []
        for hit in hits or self._topics_of(focus):
            facts = self._candidates(focus, hit.topic)
            facets = Facets(self.u, [self.matcher.view(s) for s in facts], self.lexicon, hit.topic)
            facets.wholes = {s.whole for s in facts if s.whole}
            # what the article leaves open of something not asked about cannot win; it is most of some packs
            worth = [s for s in facts if s.fact.kind != "not_stated" or not facets.of(self.matcher.view(s))[1]]
            judged += [_Judge(self, stored, hit, words, focus, facets).judge() for stored in worth or facts]
        return judged

    def _topics_of(self, focus: Sequence[Mention]) -> list[TopicHit]:
        """Without a topic in the question, all topics of its names come into question."""
        topics = [t for m in focus for n in m.names for t in self.reader.topics_of_name(n, _MOST_OF_NAME)]
        return [TopicHit(topic, frozenset(), 0.0, "") for topic in dict.fromkeys(topics)]

    def _candidates(self, focus: Sequence[Mention], topic: str) -> list[StoredFact]:
        if not focus:
            return self.reader.facts_of_topic(topic, _MOST_FACTS)
        names = [name for mention in focus for name in mention.names]
        found = {s.fact.id: s for name in names for s in self.reader.facts(name, topic)}
        if not found or "whether" in self.u.asks:
            wider = [a for name in names for a in self.lexicon.above(name)[:1]]
            for name in wider:
                for stored in self.reader.facts(name, topic):
                    if stored.role == "subject":
                        found.setdefault(stored.fact.id, stored)
        return list(found.values())

    # ── asking back ─────────────────────────────────────────────────────────────────────

    def _choices(self, found: Sequence[Finding]) -> list[Choice]:
        """The subjects or topics to choose from, where more than one would do."""
        if len(found) != 1 or found[0].best is None:
            return []
        best = found[0].best
        rivals = [j for j in self.judged if j.cost <= best.cost + 3 * CLOSE and self._may_answer(j)]
        if not self.focus:
            rivals = [j for j in self.judged if j.explains_all or (j.cost <= best.cost + 3 * CLOSE)]
            subjects = dict.fromkeys(j.fact.subject for j in sorted(rivals, key=lambda j: j.cost))
            if len(subjects) > 1 and not self._names_an_answer(best):
                return [Choice(self.lexicon.names[s].name, s, best.hit.topic) for s in list(subjects)[:8]]
            return []
        topics = dict.fromkeys(j.hit.topic for j in sorted(rivals, key=lambda j: j.cost) if j.cost <= best.cost + CLOSE)
        differing = {(j.fact.value, j.fact.items, j.fact.kind) for j in rivals if j.cost <= best.cost + CLOSE}
        if len(topics) > 1 and len(differing) > 1 and best.fact.kind in NUMERIC_KINDS:
            return [Choice(self.lexicon.topics[t].label, best.fact.subject, t) for t in list(topics)[:8]]
        return []

    def _may_answer(self, judgement: Judgement) -> bool:
        return judgement.answers and judgement.fact.kind != "not_stated"

    def _names_an_answer(self, best: Judgement) -> bool:
        """Whether the question asks for the subject itself: "who", "which commune"."""
        kind = self.lexicon.names[best.fact.subject].kind
        return best.explains_all and _asks_for(self.u.asks, kind)


def _asks_for(asks: Sequence[str], kind: str) -> bool:
    wanted = {"person": ("who",), "place": ("which",), "organisation": ("who", "which"), "document": ("which",)}
    return any(ask in wanted[kind] for ask in asks)


class _Judge:
    """One fact before one question."""

    def __init__(
        self, search: _Search, stored: StoredFact, hit: TopicHit, words: Sequence[Word],
        focus: Sequence[Mention], facets: Facets,
    ) -> None:  # fmt: skip
        self.search = search
        self.u = search.u
        self.lexicon = search.lexicon
        self.language = search.language
        self.stored = stored
        self.fact = stored.fact
        self.view = search.matcher.view(stored)
        self.hit = hit
        self.words = words
        self.focus = focus
        self.facets = facets
        self.topic = self.lexicon.topic_passages(hit.topic)
        self.cost = 0.0
        self.unexplained: list[Word] = []

    def judge(self) -> Judgement:
        facets, narrower, contrary = self.facets.of(self.view)
        self.cost += _CONTRARY * contrary
        unit_fits = self._unit_fits()
        for word in self.words:
            self._explain(word, unit_fits=unit_fits)
        self._weigh_claims()
        missing = tuple(m for m in self.focus if not self._speaks_of(m))
        wrong_times = tuple(t for t in self.u.times if not self._time_fits(t))
        unfit = None if unit_fits and not self._is_asked_for_part() else "unit"
        if "whether" in self.u.asks and self.view.denies and not self.u.denies:
            self.cost += _OPPOSITE  # it may still deny what was asked
        if self.u.present and self.view.past:
            unfit = "time"
            self.cost += _CONTRARY
        if self._is_opposite():
            unfit = "polarity"
            self.cost += _CONTRARY
        ask_cost = self._ask_cost()
        if ask_cost >= _UNFIT_ASK:
            unfit = unfit or "ask"
        if self.stored.role == "mentioned":
            self.cost += _MENTIONED
        elif self.stored.role == "within":
            self.cost += _WITHIN
        elsewhere = self._is_about_another()
        if self.hit.by_facet:
            self.cost += _BY_FACET
        self.cost += (_ELSEWHERE if elsewhere else 0.0) + ask_cost + _NARROWER * len(narrower) + _RESTRICTIVE * len(wrong_times)
        self.cost += _CONTRARY * len(missing) + (_RESTRICTIVE if not unit_fits else 0)
        self.cost += _UNSAID * self.hit.unsaid
        self.cost -= 0.01 * min(self.hit.weight, 10) + 0.02 * self.hit.similarity
        return Judgement(
            self.stored, self.hit, self.cost, tuple(self.unexplained), missing, wrong_times, narrower, facets, unfit,
            elsewhere, self.facets.is_only_figure(self.view) and not self._has_restrictive_facet(),
        )

    def _speaks_of(self, mention: Mention) -> bool:
        """Whether the fact is about a name, or decides a yes/no question about it."""
        if self.view.names.intersection(mention.names):
            return True
        if self.view.around.intersection(mention.names) and not mention.committee:
            return True
        if "whether" not in self.u.asks or not self.fact.items:
            return False
        kinds = {self.lexicon.names[name].kind for name in mention.names}
        within = any(self.fact.subject in self.lexicon.above(name) for name in mention.names)
        within = within and all(self._items_are(kind) for kind in kinds)
        return within or (kinds == {"person"} and self.fact.kind == "person")

    def _weigh_claims(self) -> None:
        """Figures that a yes/no question puts forward are compared with a figure, or must be in the text."""
        for claim in self.u.claims:
            if self.fact.kind not in (*NUMERIC_KINDS, "not_stated") and not self.view.explains_number(claim.number):
                self.cost += _RESTRICTIVE
                self.unexplained.append(word_at(self.u.tokens, claim.position, claim.position + 1, self.lexicon))

    # ── words ───────────────────────────────────────────────────────────────────────────

    def _explain(self, word: Word, *, unit_fits: bool) -> None:
        """Add to the cost what it takes to see the word in the fact, or leave it unexplained."""
        if self.hit.positions.issuperset(word.span) and not self._is_another_facet(word):
            return
        if word.start - 1 in self.hit.positions and word.text in self.language.after_verbs:
            return
        if self._is_rate(word):
            return
        if word.text in ("trên", "tren") and self._bounds_whole(word.end):
            return
        if unit_fits and self._is_counted(word):
            return
        cost = self._cost_of(word)
        if cost is None and len(word.span) > 1:
            cost = self._cost_in_pieces(word)
        if cost is None and self.search.light.issuperset(word.span) and not self._restricts(word):
            cost = _LIGHT
        if cost is None:
            self.cost += _RESTRICTIVE if self._restricts(word) else _UNEXPLAINED
            self.unexplained.append(word)
        else:
            self.cost += cost

    def _is_counted(self, word: Word) -> bool:
        """Whether a word is of the unit asked for, and no narrowing hidden in it ("cán bộ nữ")."""
        if not self.fact.unit or self._restricts(word):
            return False
        return any(
            set(word.text.split()) <= set(unit) and self._counts(unit) and not self._goes_beyond(word, unit)
            for unit in self.u.counted_units
        )

    def _goes_beyond(self, word: Word, unit: tuple[str, ...]) -> bool:
        """Whether a word narrows the fact's unit: "nghèo" in "hộ nghèo" where the fact counts "hộ"."""
        given = fold(self.fact.unit or "")
        return fold(" ".join(unit)).startswith(f"{given} ") and word.folded not in given

    def _is_rate(self, word: Word) -> bool:
        """Whether "một tháng" or "mỗi người" says what the fact's unit says ("đồng/tháng")."""
        unit = self.fact.unit or ""
        if "/" not in unit:
            return False
        tokens = self.u.tokens
        for at in (word.start, word.start - 1):
            each = tokens[at] if at >= 0 else None
            per = tokens[at + 1] if 0 <= at < len(tokens) - 1 else None
            if each and per and (each.number == 1 or each.folded in _EACH) and f"/{per.folded}" in fold(unit):
                return word.end <= at + 2
        return False

    def _bounds_whole(self, at: int) -> bool:
        """Whether "trên" stands before the whole of a share: "mấy trên 10 xã"."""
        return at < len(self.u.tokens) and self.fact.of is not None and self.u.tokens[at].number == self.fact.of

    def _cost_of(self, word: Word) -> float | None:
        token = self.u.tokens[word.start]
        if token.number is not None and len(word.span) == 1:
            return 0.0 if self._knows_number(token) else None
        if token.days is not None:
            return None
        text, folded = word.text, word.folded
        if self.view.strong.has(text, folded):
            return 0.0
        if self.view.strong.has_any(word.synonyms):
            return _SYNONYM
        if self.facets.claim(word):
            return _OTHERS_FACET if self.view.weak.has(text, folded) and self._may_go_along(word) else None
        if not self._may_go_along(word):
            return None
        if not self._restricts(word) and self.topic.has(text, folded):
            return _EXAMPLE
        if self.view.weak.has(text, folded):
            return _SENTENCE
        if self.view.weak.has_any(word.synonyms):
            return _SENTENCE + _SYNONYM
        if all(map(self.lexicon.speller.knows, text.split())):
            return None
        mended = any(passage.mended(text) for passage in (self.view.strong, self.view.weak))
        return _SLIP if mended else None

    def _knows_number(self, token: Token) -> bool:
        """Whether a number of the question is this fact's, or its whole's ("trong số 37 người")."""
        if token.of is not None and token.of not in self.view.figures and not self._has_day(token):
            return False
        whole = self.facets.view_of(self.stored.whole)
        number = token.number or 0.0
        return (
            self.view.explains_number(number)
            or self._is_part_of_topic(token)
            or bool(whole and number in whole.figures)
            or (token.of is not None and self._has_day(token))
        )

    def _is_part_of_topic(self, token: Token) -> bool:
        """Whether a number belongs to the topic's name, as the 19 of COVID-19."""
        at = self.u.tokens.index(token)
        return at > 0 and self.topic.has(f"{self.u.tokens[at - 1].marked} {token.marked}")

    def _has_day(self, token: Token) -> bool:
        """Whether "23/9" is a day that the fact speaks of."""
        period = self.fact.period
        days = [day for day in (period.since, period.as_of) if day] if period else []
        if any((day.day, day.month) == (token.number, token.of) for day in days):
            return True
        return self.view.strong.starts_word(f"{token.folded}/") or self.view.weak.starts_word(f"{token.folded}/")

    def _is_another_facet(self, word: Word) -> bool:
        """Whether a word, though it belongs to the topic, narrows another fact and not this one."""
        if word.folded in self.facets.core or self.view.strong.has(word.text, word.folded):
            return False
        return self.facets.claim(word) and not self.view.strong.has_any(word.synonyms)

    def _cost_in_pieces(self, word: Word) -> float | None:
        """The cost of a compound that is none here: "xuống cấp | xã" is "xuống | cấp xã"."""
        costs = [self._cost_of_piece(at) for at in word.span]
        return None if None in costs else sum(cost or 0.0 for cost in costs) + _EXAMPLE

    def _cost_of_piece(self, at: int) -> float | None:
        token = self.u.tokens[at]
        if self.hit.positions.issuperset([at]):
            return 0.0
        if at - 1 in self.hit.positions and token.marked in self.language.after_verbs:
            return 0.0
        if token.marked not in self.language.restrictive_words and (
            token.marked in self.language.function_words
            or token.marked in _LEVEL
            or self.language.directions.longest(self.u.tokens, at)
        ):
            return 0.0
        return 0.0 if self.view.strong.has(token.marked, token.folded) else None

    def _may_go_along(self, word: Word) -> bool:
        """Whether a word may be explained by mere presence in the fact's sentence.

        A word that restricts may only where the sentence has no second figure that
        it could belong to.
        """
        if not self._restricts(word) or self._is_common_reading(word):
            return True
        return self.fact.kind not in NUMERIC_KINDS or self.view.single_figure

    def _restricts(self, word: Word) -> bool:
        return word.restrictive or bool(self.search.restricted.intersection(word.span))

    def _is_common_reading(self, word: Word) -> bool:
        """Whether an unmarked word only looks restrictive, and the fact has it with other marks."""
        return self.u.unmarked and len(word.span) == 1 and self.view.weak.has(word.text)

    # ── ask, unit, time ─────────────────────────────────────────────────────────────────

    def _ask_cost(self) -> float:
        """What it costs to answer the ask with this kind of fact; _UNFIT_ASK where it cannot be."""
        if self.fact.kind == "not_stated":
            return 0.12
        if not self.u.asks:
            return 0.0
        subject = self.lexicon.names[self.fact.subject].kind
        costs = []
        for ask in self.u.asks:
            cost = _FITTING[ask].get(self.fact.kind, _UNFIT_ASK)
            if ask == "who" and self.fact.kind in ("statement", "list") and subject == "person":
                cost = _UNFIT_ASK if self._is_named() and self._says_more() else 0.1
            if ask == "who" and self.fact.kind == "person" and self._names_all_items() and self._says_more():
                cost = _UNFIT_ASK
            if ask == "who" and self.fact.kind in ("list", "count") and self._items_are("person"):
                cost = 0.2
            if ask == "when" and self.fact.kind != "date" and (self.view.strong.years or self.view.weak.years):
                cost = 0.3
            if ask == "which" and self.fact.kind in NUMERIC_KINDS and not self.fact.items:
                cost = 0.3 if self.fact.id in self.facets.wholes else _UNFIT_ASK
            costs.append(cost)
        return costs[0] if self.u.ask in _EXACTING else min(costs)

    def _names_all_items(self) -> bool:
        """Whether the question already names whom the fact would give as its answer."""
        named = {name for mention in self.u.mentions for name in mention.names}
        return named.issuperset(self.view.items)

    def _says_more(self) -> bool:
        """Whether the question goes beyond "who is X"."""
        return any(not self.search.light.issuperset(word.span) for word in self.words)

    def _is_named(self) -> bool:
        return any(self.fact.subject in mention.names for mention in self.u.mentions)

    def _items_are(self, kind: str) -> bool:
        found = self.view.items
        return bool(found) and all(name and self.lexicon.names[name].kind == kind for name in found)

    def _is_about_another(self) -> bool:
        """Whether the fact's subject was not named, and is not what was asked for either."""
        if not self.focus or any(self.fact.subject in m.names for m in self.u.mentions):
            return False
        kind = self.lexicon.names[self.fact.subject].kind
        told = any(self.view.names.intersection(m.names) for m in self.focus)
        if _asks_for(self.u.asks, kind) and (told or kind == "place"):
            return False
        named = [n for m in self.focus for n in m.names]
        if any(self.fact.subject in self.lexicon.above(n) for n in named):
            return False
        places = [n for m in self.u.mentions for n in m.names if self.lexicon.names[n].kind == "place"]
        return bool(places) if kind == "place" else not told

    def _has_restrictive_facet(self) -> bool:
        return self.view.restricted

    def _is_asked_for_part(self) -> bool:
        """Whether "how many" is asked of the fact's own figure: "trong 31 lượt, mấy lượt là …"."""
        if self.u.ask != "how_many" or self.fact.number is None or self.fact.parts:
            return False
        return any(
            token.number == self.fact.number and at and self.u.tokens[at - 1].folded in ("trong", "so")
            for at, token in enumerate(self.u.tokens)
        )

    def _is_opposite(self) -> bool:
        """Whether the fact tells of what is not, and the question of what is."""
        if "whether" in self.u.asks or self.fact.kind in ("not_stated", "statement"):
            return False
        return self.view.opposite and not self.u.denies

    def _unit_fits(self) -> bool:
        if not self.u.counted_units or self.fact.kind not in NUMERIC_KINDS:
            return True
        return any(map(self._counts, self.u.counted_units))

    def _counts(self, unit: tuple[str, ...]) -> bool:
        """Whether the fact counts what was asked to be counted, as its unit or as its facet."""
        facets = map(fold, self.fact.facets)
        return fold(" ".join(unit)) in facets or compatible(unit, self.fact.unit)

    def _time_fits(self, time: Time) -> bool:
        years = {time.first.year, time.last.year}
        phrase = " ".join(t.marked for t in self.u.tokens[time.start : time.end])
        if self.view.strong.has(phrase):
            return True
        if time.is_of_years and years <= (self.view.strong.years | self.view.strong.numbers):
            return True
        if self.hit.positions.issuperset(range(time.start, time.end)):
            return True
        if "whether" in self.u.asks and self.fact.kind == "date":
            return True  # the time is what the fact confirms or denies
        published = self.search.reader.article(self.fact.article).published.date()
        verdict = suits(time, self.fact, published)
        if verdict is None or (not verdict and self.fact.kind not in NUMERIC_KINDS and self.fact.kind != "date"):
            return years <= (self.view.weak.years | self.view.weak.numbers) or (
                verdict is None and self.fact.kind in NUMERIC_KINDS and years == {published.year}
            )
        return verdict


def with_subject(understanding: Understanding, lexicon: Lexicon, subject: str) -> Understanding:
    """The same question, asked of a subject that a reader chose."""
    name = lexicon.names[subject]
    mention = Mention(len(understanding.tokens), len(understanding.tokens), (subject,), name.name)
    return replace(understanding, mentions=(*understanding.mentions, mention))
