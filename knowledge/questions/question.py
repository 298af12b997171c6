"""Understanding a question: names, ask, topics, time, and what none of these explains.

Pure computation over a lexicon. Every token gets a role or stays content, and
content is what an answer must account for (see `matching`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import combinations

from knowledge.questions.about_articles import field_asked, names_article
from knowledge.questions.asides import asides, says_facet
from knowledge.questions.ellipsis import spelled_out
from knowledge.questions.joints import are_apart, beside_what_is_within
from knowledge.questions.topics import spot_topics
from knowledge.questions.weightless import WeightReader
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.linking import link_names
from knowledge.reading.lookalikes import misplaced
from knowledge.reading.mentions import Linked, Mention, Stranger
from knowledge.reading.restoring import restore_marks
from knowledge.reading.spelling import is_label
from knowledge.reading.understanding import THE_SAME, Manner, TopicHit, Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.language import SmallTalk
from knowledge.text.periods import Time, times_in
from knowledge.text.phrases import Found
from knowledge.text.recurring import recurring
from knowledge.text.runs import are_the_same
from knowledge.text.tokens import Token, is_unmarked, numeral, tokenize
from knowledge.text.vietnamese import fold, has_marks

_ABOUT, _PEOPLE = "về", "dân"
_AT = ("ở", "o", "tại", "tai")


def read(question: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of a question as they were meant, typing slips mended and marks put back where they can be."""
    tokens = lexicon.speller.read(tokenize(question), lexicon.is_place)
    return spelled_out(restore_marks(tokens, lexicon) if is_unmarked(tokens) else tokens, lexicon)


def understand(question: str, lexicon: Lexicon) -> Understanding:
    """Read one question by itself."""
    return understand_tokens(question, read(question, lexicon), lexicon)


def understand_tokens(question: str, tokens: Sequence[Token], lexicon: Lexicon) -> Understanding:
    """Understand tokens that have been read, or put together from a conversation."""
    return _Reader(question, tokens, lexicon).understand()


def _side_by_side(tokens: Sequence[Token], mentions: Sequence[Mention], lexicon: Lexicon) -> int:
    """The most names of one kind that stand beside each other, none a part of another that only says where it lies."""
    names = list(dict.fromkeys(mention.names[0] for mention in mentions))
    above = {over for name in names for over in lexicon.above(name)}
    if not above.isdisjoint(names):
        beside = beside_what_is_within(tokens, mentions, lexicon, lexicon.language)
        above -= {name for mention in beside for name in mention.names}
    kinds = Counter(lexicon.names[name].kind for name in names if name not in above)
    return max(kinds.values(), default=0)


class _Reader(WeightReader):
    """One question being understood: roles are given to tokens, the strongest evidence first."""

    def __init__(self, question: str, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        super().__init__(tokens, lexicon)
        self.question = question

    def understand(self) -> Understanding:
        mentions = self._link()
        self._mark_compounds()
        smalltalk = None if mentions.known else self._smalltalk()
        hits = spot_topics(self.tokens, self.roles, self.lexicon)
        self._part_compounds(hits)
        strangers = [s for s in mentions.strangers if s.certain or not self._is_topical(s, hits)]
        for stranger in strangers:
            self._give(stranger.span, "place unknown")
        times = recurring(self.tokens, times_in(self.tokens, joined=True))
        for time in times:
            self._give(range(time.start, time.end), f"time:{time.label()}")
        self._give(self._number_of(times), "harmless")
        source_field = field_asked(self.tokens, self.roles, hits, self.language)
        about_article = names_article(self.tokens, self.roles, self.language)
        pronoun, leans_back = self._leaning()
        asks = self.asks(hits)
        claims, universal = self.claims(asks, hits)
        counted = self.counted(claims)
        places = _side_by_side(self.tokens, mentions.known, self.lexicon) + len(strangers)
        comparing = self._comparison(places, len(times), hits)
        if comparing and not {"how_many", "what_share"}.intersection(asks) and self._weighs_amounts():
            asks = ("how_many", *asks)
        hits, told = self._without_asides(hits)
        strangers = [s for s in strangers if not told.issuperset(s.span)]
        known = [mention for mention in mentions.known if not told.issuperset(mention.span)]
        self.weigh(hits, known)
        return Understanding(
            question=self.question, tokens=self.tokens, mentions=tuple(known), strangers=tuple(strangers),
            asks=asks, times=tuple(times), hits=tuple(hits), roles=tuple(self.roles), counted_units=counted,
            claims=claims, universal=universal, costs=self._asks_cost(counted), comparing=comparing,
            pronoun=pronoun, leans_back=leans_back, unmarked=self.unmarked, misplaced=self.misplaced,
            smalltalk=smalltalk, source_field=source_field, about_article=about_article, **self._manner(),
        )  # fmt: skip

    def _manner(self) -> Manner:
        """Of what time it asks, what it denies, and the like."""
        return {
            "denies": self._denies(),
            "present": self._claims_it("present"),
            "future": self._foretells(),
            "plans": self._plans(),
            "done": self._claims_it("tense"),
            "pending": self._claims_it("pending"),
            "why": self._asks_why(),
            "degree": self._degree(),
            "still": self._claimed_at("still"),
            "states": tuple(found.span for found in self.claimed if found.meaning == "state"),
            "which_in_order": self._claims_it("order"),
            "as_of": self._claims_it("as_of"),
            "period": self._claims_it("period"),
        }

    def _link(self) -> Linked:
        """The names and unknown places that are spoken of, the names given their roles."""
        mentions = link_names(self.tokens, self.lexicon, unmarked=self.unmarked)
        for mention in mentions.known:
            self._give(mention.span, f"name:{'|'.join(mention.names)}")
            self._give_what_places(mention.start)
            self.named.update(mention.span)
        if self.unmarked:
            self.misplaced = misplaced(self.tokens, self.named, self.language)
        return mentions

    def _mark_compounds(self) -> None:
        """Note where syllables stand in longer words, and in labels: "mục A"."""
        self.in_compound = {
            at
            for found in self.language.compounds.cover(self.tokens)
            if self._free(found.span)
            and not (any(map(self._tells_what_of, found.span)) or self._is_of_a_filler(found))
            for at in found.span
        }
        self.in_compound.update(
            at for at in range(len(self.tokens)) if is_label(self.tokens, at, self.language)
        )

    def _is_of_a_filler(self, compound: Found[str]) -> bool:
        """Whether two syllables without marks are what is counted and a filler, and a word that nothing is told of: "tien | de" is no "tiền đề"."""
        if not self.unmarked or len(compound.span) != 2 or self._is_told(compound.span):  # noqa: PLR2004
            return False
        first, second = compound.span
        if any(one.end == compound.end for one in self.language.synonyms.at(self.tokens, first)):
            return False
        counted = any(one.end == second for one in self.language.units.at(self.tokens, first))
        return counted and any(
            one.end == compound.end for one in self.language.harmless.at(self.tokens, second)
        )

    def _is_told(self, span: range) -> bool:
        """Whether the store speaks of words, with whatever marks."""
        learned = self.lexicon.speller.learned
        typed = " ".join(self.tokens[at].folded for at in span)
        return not learned.told.isdisjoint(learned.vocabulary.pairs.get(typed, ()))

    def _number_of(self, times: Sequence[Time]) -> range:
        """Where it is said how many years there are, in front of them all: "hai | năm 2022 và 2023"."""
        at = times[0].start - 1 if times else -1
        years = {year for time in times for year in range(time.first.year, time.last.year + 1)}
        if at < 0 or len(years) == 1 or len(years) not in (self.tokens[at].number, numeral(self.tokens[at])):
            return range(0)
        return range(at, at + 1)

    def _part_compounds(self, hits: Sequence[TopicHit]) -> None:
        """Take back the longer words that a topic's own name parts."""
        self.in_compound.difference_update(
            found.start
            for found in self.language.compounds.cover(self.tokens)
            if self.cuts_into_topic(found, hits)
        )

    def _without_asides(self, hits: list[TopicHit]) -> tuple[list[TopicHit], frozenset[int]]:
        """The topics spoken of beside what the reader tells of themselves, and where that is told; it gets no weight."""
        told = asides(self.tokens, self.roles, self.lexicon, unmarked=self.unmarked)
        if not told:
            return hits, told
        roles = [
            "harmless" if at in told else role if (role or "").startswith("name:") else None
            for at, role in enumerate(self.roles)
        ]
        asked = spot_topics(self.tokens, roles, self.lexicon)
        said = [hit for hit in asked if hit.positions and (not hit.unsaid or hit.similarity > THE_SAME)]
        if not said or says_facet(self.tokens, told, said, self.lexicon):
            return hits, frozenset()
        for at in told:
            self.roles[at] = "harmless"
        return asked, told

    def _give_what_places(self, name: int) -> None:
        """Take "ở" before a name for itself ("mấy nhà ở" there are no dwellings), and "dân" where nobody counts it."""
        before = self.tokens[max(0, name - 2) : name]
        if before and before[-1].marked in _AT:
            self._give((name - 1,), "harmless")
        opens = len(before) == 1 or (before and (before[-1].pause or before[0].number is not None))
        if opens and before[-1].marked == _PEOPLE:
            self._give((name - 1,), "harmless")

    def _tells_what_of(self, at: int) -> bool:
        """Whether "về" says what an article is about: "bài về nước" is of water, nobody came home."""
        said = self.tokens[at].folded if self.unmarked else self.tokens[at].marked
        told = at and said == (fold(_ABOUT) if self.unmarked else _ABOUT)
        return bool(told) and any(f.end == at for f in self.language.source_words.everywhere(self.tokens))

    def _is_topical(self, stranger: Stranger, hits: Sequence[TopicHit]) -> bool:
        words = " ".join(t.marked for t in self.tokens[stranger.start : stranger.end])
        return any(
            hit.positions.issuperset(stranger.span) or self.lexicon.topic_passages(hit.topic).has(words)
            for hit in hits
        )

    def _smalltalk(self) -> SmallTalk | None:
        """What a question of nothing but small talk is; "bao nhiêu" by itself is none, though "nhiêu" may be "nhiều"."""
        talk: SmallTalk | None = None
        at = 0
        counting = {
            at
            for found in self.language.asks.cover(self.tokens)
            if found.meaning == "how_many" and len(found.span) > 1
            for at in found.span
        }
        if any(has_marks(self.tokens[at].marked) and not self.tokens[at].change for at in counting):
            return None
        said = False
        while at < len(self.tokens):
            found = self.language.smalltalk.longest(self.tokens, at)
            filler = self.language.harmless.longest(self.tokens, at)
            if found:
                said = said or not counting.issuperset(found.span)
                talk = talk if talk and talk.id != "thanks" else found.meaning
                at = max(found.end, filler.end if filler else 0)
            elif filler:
                at = filler.end
            else:
                return None
        of_article = talk and talk.id == "about" and names_article(self.tokens, self.roles, self.language)
        return talk if said and not of_article else None

    def _leaning(self) -> tuple[str | None, bool]:
        found_pronouns = self.language.pronouns.cover(self.tokens)
        pronouns = [f for f in found_pronouns if self._free(f.span) and self._is_pronoun(f)]
        pronoun = None
        for found in sorted(pronouns, key=lambda f: ("person", "place", "thing").index(f.meaning)):
            if found.meaning != "thing":
                pronoun = pronoun or found.meaning
            if found.meaning != "thing" or self._leans:
                self._give(found.span, f"pronoun:{found.meaning}")
        leading = self.language.follow_leading.longest(self.tokens, 0)
        trailing = [
            f for f in self.language.follow_trailing.everywhere(self.tokens) if f.end == len(self.tokens)
        ]
        if leading and self._free(leading.span):
            self._give(leading.span, "follow-up")
        for found in trailing:
            if len(found.span) > 1 and self._free(found.span):
                self._give(found.span, "follow-up")
        thing = any(f.meaning == "thing" and f.start == 0 for f in pronouns)
        return pronoun, bool(leading or any(len(f.span) > 1 for f in trailing) or pronoun or thing)

    @cached_property
    def _leans(self) -> bool:
        """Whether what it lacks has been taken from the question before."""
        return any(token.change == "context" for token in self.tokens)

    def _is_pronoun(self, found: Found[str]) -> bool:
        """Whether it is one as it was typed: "anh" is no "ảnh", nor is "tiếng anh"."""
        if len(found.span) > 1 or found.meaning == "thing":
            return True
        return has_marks(self.tokens[found.start].marked) and found.start not in self.in_compound

    def _comparison(self, places: int, times: int, hits: Sequence[TopicHit]) -> bool:
        """Whether two places, times or topics stand side by side, and so the words of comparing are explained."""
        several = max(places, times) > 1 or self._weighs_topics(hits)
        if not (several or self._asks_of_each(hits) or self._asks_of_each_sought()):
            return False
        narrowing = (found.span for found in self.language.restrictive.cover(self.tokens))
        taken = {at for span in narrowing if len(span) > 1 for at in span}  # "nơi khác" weighs nothing
        for found in self.language.comparison.cover(self.tokens):
            if len(found.span) > 1 or found.start not in self.in_compound | taken:
                self._give(found.span, "comparison")
        if times > 1:
            for found in self.language.changes.cover(self.tokens):
                self._give(found.span, "comparison")
        return True

    def _weighs_topics(self, hits: Sequence[TopicHit]) -> bool:
        """Whether one topic is weighed against another, or one part of it: "điều động nhiều hơn hay luân chuyển nhiều hơn"."""
        if not any(
            found.cover(self.tokens)
            for found in (self.language.differences, self.language.comparison_markers)
        ):
            return False
        said = [hit for hit in hits if not hit.by_facet and not hit.unsaid]
        weighed = [[hit.positions for hit in said], *(self._parts_named(hit.topic) for hit in said)]
        return any(
            one and other and are_apart(self.tokens, one, other, self.language)
            for places in weighed
            for one, other in combinations(places, 2)
        )

    def _asks_of_each(self, hits: Sequence[TopicHit]) -> bool:
        """Whether several parts of a topic are named, and it is asked how much each is: "khiển trách và cảnh cáo, mỗi hình thức mấy người"."""
        if not self.language.comparison_each.cover(self.tokens):
            return False
        named = (self._parts_named(hit.topic) for hit in hits if not hit.unsaid)
        return any(
            are_apart(self.tokens, one, other, self.language)
            for places in named
            for one, other in combinations(places, 2)
        )

    def _asks_of_each_sought(self) -> bool:
        """Whether it is asked how much each is of those that are sought: "vào những chức danh nào, mỗi chức danh mấy người"."""
        each = self.language.comparison_each.cover(self.tokens)
        sought = [self.tokens[found.start + 1 : found.end] for found in each]
        which = [at for at, role in enumerate(self.roles) if role == "ask:which"]
        return any(
            words and are_the_same(self.tokens[at - len(words) : at], words)
            for words in sought
            for at in which
            if at >= len(words)
        )

    def _parts_named(self, topic: str) -> list[frozenset[int]]:
        """Where each facet of a topic is said word for word."""
        said = [token.folded for token in self.tokens]
        facets = [[fold(word) for word in words_of(facet)] for facet in self.lexicon.facets_of(topic)]
        return [
            frozenset(range(at, at + len(words)))
            for words in facets
            for at in range(len(said) - len(words) + 1)
            if said[at : at + len(words)] == words
        ]

    def _weighs_amounts(self) -> bool:
        """Whether a comparison is of amounts: "nơi nào nhiều hơn"."""
        amounts = {at for found in self.language.differences.cover(self.tokens) for at in found.span}
        return any(self.roles[at] == "comparison" for at in amounts)
