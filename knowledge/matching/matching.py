"""From an understood question to the facts that answer it.

Every candidate fact is judged by what of the question it leaves unexplained.
A fact answers only where nothing is left: no content word, name, time, number,
unit or ask that it does not speak of, and nothing of its own that narrows it
further than was asked. A high score alone never answers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import permutations
from math import inf

from knowledge.matching.accounting import explains_all
from knowledge.matching.candidates import Candidates
from knowledge.matching.choosing import Chooser
from knowledge.matching.findings import Finding, Findings
from knowledge.matching.focus import focus_of
from knowledge.matching.judging import Judge, Judgement
from knowledge.matching.settling import CLOSE, Settler
from knowledge.near_misses.rules import counts_or_claims
from knowledge.questions.cases import Asked, Case
from knowledge.questions.joints import are_apart, are_beside, are_put_together
from knowledge.questions.said import Said
from knowledge.reading.evidence import View, Word, cut_words
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention, Stranger
from knowledge.reading.understanding import TopicHit, Understanding
from knowledge.reading.ways import kinds_meant
from knowledge.store.reader import Reader, StoredFact
from knowledge.text.phrases import Found
from knowledge.text.vietnamese import fold

_OF = "của"
_PASSES = frozenset(["đạt", "xong"])
"""What has little weight before what it is of ("đạt 20 tấn"), and all of it at the end ("bao nhiêu người đạt", "xây xong chưa")."""
_SUFFERED, _GRANTED = frozenset(["bị"]), frozenset(["được"])
_MOST_TOPICS, _MOST_OF_NAME = 8, 40
_CALLED = 2
"""So many syllables stand before a place's name, at least, of what is called by it."""
_REACH = 4 * CLOSE
"""What costs so much more than the best is neither told beside it nor asked back about."""


class Matcher:
    """Finds facts for understood questions, in one state of the knowledge."""

    def __init__(self, reader: Reader, lexicon: Lexicon) -> None:
        """Match against the facts behind `reader`, with the words of `lexicon`."""
        self.reader = reader
        self.lexicon = lexicon
        self.candidates = Candidates(reader, lexicon)

    def find(self, understanding: Understanding) -> Findings:
        """The findings for a question; empty where nothing of it is known."""
        return _Search(self, understanding).run()

    def weigh(self, understanding: Understanding) -> list[Judgement]:
        """The judgements on all facts that came into question, the nearest first."""
        search = _Search(self, understanding, thorough=True)
        search.run()
        return sorted(search.judged, key=lambda judgement: judgement.cost)


class _Search:
    """The search for one question."""

    def __init__(self, matcher: Matcher, understanding: Understanding, *, thorough: bool = False) -> None:
        """Search, to be `thorough` also through facts that cannot answer any more."""
        self.thorough = thorough
        self.reader = matcher.reader
        self.candidates = matcher.candidates
        self.lexicon = matcher.lexicon
        self.language = matcher.lexicon.language
        self.u = understanding
        self.focus = focus_of(understanding, self.lexicon)
        self.words = self._cut()
        content = set(understanding.content)
        self.restricted = frozenset(
            at
            for found in self.language.restrictive.everywhere(understanding.tokens)
            if content.issuperset(found.span)
            for at in found.span
        ).difference(*(word.span for word in self.words if word.text in self.language.whole_words))
        acts = {
            at
            for found in self.language.acts.cover(understanding.tokens)
            if len(found.span) > 1
            for at in found.span
        }
        self.light = frozenset(
            at
            for found in self.language.light.cover(understanding.tokens)
            if self._is_typed(found)
            for at in found.span
            if at not in acts
        ).intersection(at for word in self.words for at in word.span)
        self.said = Said(understanding, self.lexicon)
        self.told_of: list[str] = []  # what strangers are called that some fact speaks of
        self.judged: list[Judgement] = []
        self.settler = Settler(
            understanding, self.lexicon, focus=self.focus, words=self.words, light=self.light, published=self.candidates.published
        )  # fmt: skip

    def _cut(self) -> list[Word]:
        words = cut_words(self.u.tokens, self.u.content, self.language, idioms=True, openings=self.u.openings)
        kinds = kinds_meant(self.u.tokens, self.lexicon)
        words = [
            word._replace(synonyms=(*word.synonyms, kinds[word.bounds])) if word.bounds in kinds else word
            for word in words
            if not self._only_makes_passive(word)
        ]
        if "who" in self.u.asks:
            return words
        heads = self.language.head_words
        return [word._replace(synonyms=()) if word.text in heads else word for word in words]

    def _only_makes_passive(self, word: Word) -> bool:
        """Whether a word says no more than the one it narrows with: "bị" of "bị cháy", "được" of "chưa được"."""
        behind = (self.u.roles[word.end] if word.end < len(self.u.roles) else None) or ""
        if len(word.span) > 1 or behind.startswith("ask"):
            return False
        if self.u.may_be(word.start, _SUFFERED):
            return bool(self.language.restrictive.at(self.u.tokens, word.start))
        before = self.u.tokens[word.start - 1].marked if word.start else ""
        return before in self.language.denying and self.u.may_be(word.start, _GRANTED)

    def _is_typed(self, light: Found[str]) -> bool:
        """Whether a word of little weight is meant as it stands: "thu" with marks around it is no "thứ"."""
        word = self.u.tokens[light.start].marked
        if light.meaning in _PASSES and self._ends_what_is_asked(light.end):
            return False
        good = word in self.language.words and word != light.meaning
        return len(light.span) > 1 or (
            light.start not in self.u.misplaced if self.u.is_bare(light.span) else not good
        )

    def _ends_what_is_asked(self, end: int) -> bool:
        """Whether nothing with weight follows in what is asked: "bao nhiêu người đạt?"."""
        tokens = self.u.tokens
        asked = next((at for at in range(end, len(tokens)) if tokens[at].pause), len(tokens))
        return all((self.u.roles[at] or "") in ("harmless", "ask:whether") for at in range(end, asked))

    def run(self) -> Findings:
        strangers = [s for s in self.u.strangers if not self._is_told_of(s)]
        self.told_of = [self.u.text(s.span) for s in self.u.strangers if s not in strangers]
        if strangers and not self.focus:
            return self._done([Finding("unknown", stranger=s) for s in strangers])
        hits = list(self.u.hits[:_MOST_TOPICS])
        if len(self.u.times) > 1 and len(self.focus) < 2 and not strangers:  # noqa: PLR2004
            found = self._at_each_time(hits) or self._at_each_time([])
            if len({f.facts for f in found}) > 1:
                return self._done(found)
        single = self._settle(self.focus, hits, self.words)
        widened = single is None and bool(hits) and bool(self.focus)
        if widened:
            single = self._settle(self.focus, [], self.words)
        of_both = self._asks_of_whole_and_part()
        answered = single is not None and single.status == "answered"
        if single and answered and not (strangers or of_both):
            return self._done([self._told_by_the_figure(single) or single])
        several = self._several(hits)
        if several and (not answered or of_both):
            found = several
        elif single:
            found = [(None if widened else self._whatever_topic(single, hits)) or single]
        else:
            found = []
        if strangers and not self._is_beside(strangers):
            found = []
        found += [Finding("unknown", stranger=s) for s in strangers]
        return self._done(found)

    def _asks_of_whole_and_part(self) -> bool:
        """Whether a place and one within it are asked about beside each other: "huyện X và xã Y"."""
        names = {name for mention in self.focus if not mention.committee for name in mention.names}
        return len(names) > 1 and any(not names.isdisjoint(self.lexicon.above(name)) for name in names)

    def _told_by_the_figure(self, found: Finding) -> Finding | None:
        """What has the very figure that is put forward, and all words beside it, where the nearest fact has another.

        It counts something else, as turns for those who took them, which is then said: what counts the same, and
        is further from the question, is another matter ("52 đại biểu" of 52 who stood for it).
        """
        claimed = {claim.number for claim in self.u.claims}
        best = found.best
        if "whether" not in self.u.asks or not (best and claimed) or best.fact.number in {None, *claimed}:
            return None
        subject, own = best.fact.subject, best.hit.topic
        topics = [
            topic for topic in self.reader.topics_of_name(subject, _MOST_OF_NAME)
            if topic != own and any(one.fact.number in claimed for one in self.reader.facts(subject, topic))
        ]  # fmt: skip
        if not topics:
            return None
        judged = self._judge_all(self.focus, _unnamed(topics), self.words)
        judged = [
            one for one in judged
            if one.fact.number in claimed and one.unfit and one.leaves_nothing_but_its_unit
        ]  # fmt: skip
        return self.settler.settle(judged, by_topic=True) if judged else None

    def _whatever_topic(self, short: Finding, hits: Sequence[TopicHit]) -> Finding | None:
        """An answer from other topics, where those that the question seems to name leave words of it unexplained."""
        best = short.best
        if not (hits and self.focus and best):
            return None
        of_day = best.unfit == "ask" and (self.u.asks_day or self.u.ask == "when")
        of_means = best.unfit == "ask" and (self.u.why or self.u.asks_means)
        if not (best.unexplained or best.missing or of_day or of_means):
            return None
        if len(self._apart(hits)) > 1:
            return None
        other = self._settle(self.focus, [], self.words)
        told = other.best if other and other.status == "answered" else None
        return other if told and (not of_day or told.fact.kind == "date") else None

    def _done(self, found: Sequence[Finding]) -> Findings:
        choices = Chooser(self.u, self.lexicon, self.focus).choose(found, self.judged)
        return Findings(tuple(found), tuple(choices))

    def _is_beside(self, strangers: Sequence[Stranger]) -> bool:
        """Whether the unknown places stand beside the known ones, not within them ("xã X, huyện Y", "huyện Y … ở X")."""
        if not all(map(self._is_put_beside, strangers)):
            return False
        levels = self.language.place_levels
        known = [
            lv for m in self.focus for n in m.names for lv in levels.get(self.lexicon.names[n].type or "", ())
        ]
        for stranger in strangers:
            first = self.u.tokens[stranger.start].folded
            own = next((lv for kind, lv in levels.items() if fold(kind.split()[0]) == first), None)
            if own and known and min(own) > max(known):
                return False
        return True

    def _is_put_beside(self, stranger: Stranger) -> bool:
        return any(are_beside(self.u, stranger.span, known.span, self.language) for known in self.u.mentions)

    def _is_told_of(self, stranger: Stranger) -> bool:
        """Whether an unknown place stands in a fact that the question could be about."""
        # where nothing else is named, only what is called by the place is told of: "trường tiểu học xã X"
        start = stranger.start if self.focus else stranger.start - _CALLED
        if start < 0:
            return False
        words = " ".join(t.marked for t in self.u.tokens[start : stranger.end])
        names = tuple(name for mention in self.focus for name in mention.names)
        return any(
            view.strong.has(words) or view.weak.has(words)
            for hit in self.u.hits[:_MOST_TOPICS]
            for view in self.candidates.of(hit.topic, names, or_above=False).views.values()
        )

    def _settle(
        self, focus: Sequence[Mention], hits: Sequence[TopicHit], words: Sequence[Word]
    ) -> Finding | None:
        """The finding for some names and topics taken together; None where nothing is known."""
        judged = self._judge_all(focus, hits, words)
        self.judged += judged
        return self.settler.settle(judged, by_topic=bool(hits)) if judged else None

    # ── several things asked ────────────────────────────────────────────────────────────

    def _several(self, hits: Sequence[TopicHit]) -> list[Finding]:
        """One finding for each place or each topic, where a question puts several side by side."""
        if self._goes_from_one_to_another():
            return []
        groups = self._apart(hits)
        if len(groups) > 1 and not self._are_put_together(groups):
            groups = []
        kinds = {self.lexicon.names[m.names[0]].kind for m in self.focus}
        if (len(self.focus) < 2 or len(kinds) > 1) and len(groups) < 2:  # noqa: PLR2004
            return []
        found: list[Finding] = []
        asked: list[Mention | None] = [*self.focus] or [None]
        for mention in asked:
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

    def _goes_from_one_to_another(self) -> bool:
        """Whether one place is where another's come from or go to, and not asked about beside it: "X … cán bộ từ Y", "X … của Y"."""
        ends = {way.end for way in self.u.ways}
        return any(
            (one.start in ends or (other.end < one.start and self.u.tokens[one.start - 1].may_be(_OF)))
            and not are_beside(self.u, one.span, other.span, self.language)
            for one, other in permutations(self.focus, 2)
        )

    def _are_put_together(self, groups: Sequence[Sequence[TopicHit]]) -> bool:
        """Whether two topics are joined or weighed against each other, so that both are asked about."""
        said = [frozenset(at for hit in group for at in hit.positions) for group in groups]
        return are_put_together(self.u.tokens, said, self.language, counted=counts_or_claims(self.u))

    def _at_each_time(self, hits: Sequence[TopicHit]) -> list[Finding]:
        """One finding for each time of a question that names several."""
        whole, found = self.u, []
        for time in whole.times:
            self.u = replace(whole, times=(time,))
            # "đầu năm 2021 và cuối năm 2022": which part of a year is meant goes with that year
            others = {at for one in whole.times if one is not time for at in range(one.start - 1, one.end)}
            words = [word for word in self.words if not others.issuperset(word.span)]
            finding = self._settle(self.focus, hits, words)
            if finding:
                found.append(finding)
        self.u = whole
        return found if all(f.status == "answered" for f in found) else []

    def _apart(self, hits: Sequence[TopicHit]) -> list[list[TopicHit]]:
        """Topics in groups whose phrases stand in different places of the question."""
        groups: list[list[TopicHit]] = []
        apart = partial(are_apart, self.u.tokens, language=self.language, counted=counts_or_claims(self.u))
        for hit in (one for one in hits if not one.by_facet):
            home = next((g for g in groups if not all(apart(hit.positions, h.positions) for h in g)), None)
            if home is None:
                groups.append([hit])
            else:
                home.append(hit)
        return groups

    # ── judging ─────────────────────────────────────────────────────────────────────────

    def _judge_all(
        self, focus: Sequence[Mention], hits: Sequence[TopicHit], words: Sequence[Word]
    ) -> list[Judgement]:
        """The judgements on the facts of some topics; without any, of all topics in which a fact explains every word."""
        asked = Asked(
            question=self.u, lexicon=self.lexicon, said=self.said, focus=focus, words=words, light=self.light, restricted=self.restricted,
            published=self.candidates.published, titled=self.candidates.titled, held_by=self.candidates.held_by,
        )  # fmt: skip
        names = tuple(name for mention in focus for name in mention.names)
        judged: list[Judgement] = []
        any_topic = not (hits or self.thorough)
        out_of_reach = 0.0 if any_topic else inf
        for hit in hits or self._topics_of(focus):
            siblings = self.candidates.of(hit.topic, names, or_above="whether" in self.u.asks)
            case = Case(asked, hit, siblings)
            facts = siblings.facts.values()
            if any_topic and not self._explain_all(case, facts):
                continue
            worth = self._worth_judging(case, facts)
            if any_topic and len(worth) < len(facts) and not self._explain_all(case, worth):
                continue
            for stored in worth:
                limit = inf if self.thorough else out_of_reach
                if self.told_of and not self._tells_of_strangers(case.views[stored.fact.id]):
                    continue
                judgement = Judge(case, stored, case.views[stored.fact.id]).judge(limit)
                if judgement:
                    judged.append(judgement)
                    out_of_reach = min(out_of_reach, judgement.cost + _REACH)
        return judged

    def _tells_of_strangers(self, view: View) -> bool:
        """Whether a fact, if it gives a figure, tells of one of the places that no name is given for, but some fact speaks of."""
        return view.fact.number is None or any(view.strong.has(s) or view.weak.has(s) for s in self.told_of)

    @staticmethod
    def _explain_all(case: Case, facts: Iterable[StoredFact]) -> bool:
        """Whether any of some facts explains every word."""
        return case.leaves_none_out and any(
            explains_all(case, case.views[s.fact.id], case.siblings.whole_of(s))
            for s in facts
            if case.may_account_for_all(s.fact.id)
        )

    @staticmethod
    def _worth_judging(case: Case, facts: Collection[StoredFact]) -> Collection[StoredFact]:
        """The facts without what the article leaves open of something not asked about: it cannot win, and is most of some packs."""
        worth = [
            stored for stored in facts
            if stored.fact.kind != "not_stated" or not case.facets.of(case.views[stored.fact.id]).narrower
        ]  # fmt: skip
        return worth or facts

    def _topics_of(self, focus: Sequence[Mention]) -> list[TopicHit]:
        """Without a topic in the question, all topics of its names come into question."""
        topics = [t for m in focus for n in m.names for t in self.reader.topics_of_name(n, _MOST_OF_NAME)]
        return _unnamed(dict.fromkeys(topics))


def _unnamed(topics: Iterable[str]) -> list[TopicHit]:
    """Topics that come into question though nothing names them."""
    return [TopicHit(topic, frozenset(), 0.0, "") for topic in topics]
