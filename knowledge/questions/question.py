"""Understanding a question: names, ask, topics, time, and what none of these explains.

Pure computation over a lexicon. Every token gets a role or stays content, and
content is what an answer must account for (see `matching`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations

from knowledge.questions.about_articles import field_asked, names_article
from knowledge.questions.asides import asides, says_facet
from knowledge.questions.asks import AskReader
from knowledge.questions.ellipsis import spelled_out
from knowledge.questions.joints import are_apart
from knowledge.questions.topics import spot_topics
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.linking import Mention, Stranger, link_names
from knowledge.reading.lookalikes import looks_narrowing, misplaced
from knowledge.reading.mending import ALONE_LIMIT
from knowledge.reading.restoring import restore_marks
from knowledge.reading.spelling import is_label
from knowledge.reading.understanding import THE_SAME, TopicHit, Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.language import SmallTalk
from knowledge.text.periods import times_in
from knowledge.text.phrases import Found, stands_in_full
from knowledge.text.recurring import recurring
from knowledge.text.slips import slip_cost
from knowledge.text.tokens import Token, is_unmarked, tokenize
from knowledge.text.vietnamese import fold, has_marks

_ABOUT, _OF, _PEOPLE = "về", "của", "dân"
_AMOUNTS = ("ask:how_many", "ask:what_share")
_AT = ("ở", "o", "tại", "tai")
_FORGETTING, _SAYING = ("bỏ", "hãy", "quên"), "rằng"
_WISH, _THEN, _MUST = "muốn", ("thì",), ("phải",)


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


def _side_by_side(mentions: Sequence[Mention], lexicon: Lexicon) -> int:
    """The most names of one kind that stand beside each other, none a part of another."""
    names = list(dict.fromkeys(mention.names[0] for mention in mentions))
    above = {over for name in names for over in lexicon.above(name)}
    kinds = Counter(lexicon.names[name].kind for name in names if name not in above)
    return max(kinds.values(), default=0)


class _Reader(AskReader):
    """One question being understood: roles are given to tokens, the strongest evidence first."""

    def __init__(self, question: str, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        super().__init__(tokens, lexicon)
        self.question = question

    def understand(self) -> Understanding:
        mentions = link_names(self.tokens, self.lexicon, unmarked=self.unmarked)
        for mention in mentions.known:
            self._give(mention.span, f"name:{'|'.join(mention.names)}")
            self._give_what_places(mention.start)
            self.named.update(mention.span)
        if self.unmarked:
            self.misplaced = misplaced(self.tokens, self.named, self.language)
        self.in_compound = {
            at
            for found in self.language.compounds.cover(self.tokens)
            if self._free(found.span) and not any(map(self._tells_what_of, found.span))
            for at in found.span
        }
        self.in_compound.update(
            at for at in range(len(self.tokens)) if is_label(self.tokens, at, self.language)
        )
        smalltalk = None if mentions.known else self._smalltalk()
        hits = spot_topics(self.tokens, self.roles, self.lexicon)
        self.in_compound.difference_update(
            found.start
            for found in self.language.compounds.cover(self.tokens)
            if self._cuts_into_topic(found, hits)
        )
        strangers = [s for s in mentions.strangers if s.certain or not self._is_topical(s, hits)]
        for stranger in strangers:
            self._give(stranger.span, "place unknown")
        times = recurring(self.tokens, times_in(self.tokens, joined=True))
        for time in times:
            self._give(range(time.start, time.end), f"time:{time.label()}")
        source_field = field_asked(self.tokens, self.roles, hits, self.language)
        about_article = names_article(self.tokens, self.roles, self.language)
        pronoun, leans_back = self._leaning()
        asks = self.asks(hits)
        claims, universal = self.claims(asks, hits)
        counted = self.counted(claims)
        places = _side_by_side(mentions.known, self.lexicon) + len(strangers)
        comparing = self._comparison(places, len(times), hits)
        if comparing and not {"how_many", "what_share"}.intersection(asks) and self._weighs_amounts():
            asks = ("how_many", *asks)
        hits, told = self._without_asides(hits)
        strangers = [s for s in strangers if not told.issuperset(s.span)]
        known = [mention for mention in mentions.known if not told.issuperset(mention.span)]
        self._harmless(hits)
        self._purposes()
        self._orders()
        self._belongings(known)
        self._vocatives()
        return Understanding(
            question=self.question, tokens=self.tokens, mentions=tuple(known), strangers=tuple(strangers),
            asks=asks, times=tuple(times), hits=tuple(hits), roles=tuple(self.roles), counted_units=counted,
            claims=claims, universal=universal, costs=self._asks_cost(counted), denies=self._denies(), present=self._claims_it("present"), future=self._foretells(), plans=self._claims_it("plan"), done=self._claims_it("tense"), pending=self._claims_it("pending"), why=self._asks_why(), degree=self._degree(), still=self._claimed_at("still"), states=tuple(f.span for f in self.claimed if f.meaning == "state"), which_in_order=self._claims_it("order"), as_of=self._claims_it("as_of"), period=self._claims_it("period"), comparing=comparing, pronoun=pronoun, leans_back=leans_back,
            unmarked=self.unmarked, misplaced=self.misplaced, smalltalk=smalltalk, source_field=source_field, about_article=about_article,
        )  # fmt: skip

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
        """What a question of nothing but small talk is; one that asks how many is none, though "nhiêu" may be "nhiều"."""
        talk: SmallTalk | None = None
        at = 0
        counting = {f.start for f in self.language.asks.cover(self.tokens) if f.meaning == "how_many"}
        while at < len(self.tokens):
            found = self.language.smalltalk.longest(self.tokens, at)
            filler = self.language.harmless.longest(self.tokens, at)
            if found and len(found.span) == 1 and not counting.isdisjoint((at, at - 1)):
                return None
            if found:
                talk = talk if talk and talk.id != "thanks" else found.meaning
                at = max(found.end, filler.end if filler else 0)
            elif filler:
                at = filler.end
            else:
                return None
        return talk

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
        if max(places, times) < 2 and not self._weighs_topics(hits):  # noqa: PLR2004
            return False
        for found in self.language.comparison.cover(self.tokens):
            if len(found.span) > 1 or found.start not in self.in_compound:
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

    def _harmless(self, hits: Sequence[TopicHit]) -> None:
        narrowing = [
            f.span for f in self.language.restrictive.everywhere(self.tokens)
            if self._free(f.span) and not (self._is_only_like(f) or self._cuts_into_topic(f, hits))
        ]  # fmt: skip
        restricted = {at for span in narrowing for at in span}
        phrased = {at for span in narrowing if len(span) > 1 for at in span}
        for found in map(self._but_for_ask, self.language.harmless.cover(self.tokens)):
            alone = len(found.span) == 1
            if self._cuts_into_ask(found) or (
                self.unmarked and looks_narrowing(self.tokens, found, self.language)
            ):
                continue
            turning = self.tokens[found.start].marked in self.language.restrictive_words
            weighing = restricted if turning or not self.unmarked else phrased
            if alone and (
                found.start in weighing or found.start in self.misplaced or self._narrows_ask(found.start)
            ):
                continue
            if self._is_counted_person(found.span):
                continue
            if self._is_function(found.start, found.end) and self._literally(
                found.start, found.end, found.meaning
            ):
                self._give(found.span, "harmless")
        self._give(self._above_and_below(), "harmless")

    def _above_and_below(self) -> list[int]:
        """Where a word only says how a kind of place lies to the speaker: "từ dưới xã", "lên trên huyện"."""
        lying = self.language.lying | (set(map(fold, self.language.lying)) if self.unmarked else set())
        ends = {found.end for found in self.language.directions.cover(self.tokens)}
        return [
            at for at, token in enumerate(self.tokens)
            if at in ends and token.marked in lying and self.language.place_types.at(self.tokens, at + 1)
        ]  # fmt: skip

    def _is_only_like(self, narrowing: Found[str]) -> bool:
        """Whether a word of no weight, as it was typed among marks, only looks like one that narrows: "do" is no "đỗ"."""
        word = self.tokens[narrowing.start].marked
        if self.unmarked or len(narrowing.span) > 1 or word == narrowing.meaning:
            return False
        return any(one.meaning == word for one in self.language.harmless.at(self.tokens, narrowing.start))

    def _cuts_into_topic(self, narrowing: Found[str], hits: Sequence[TopicHit]) -> bool:
        """Whether the end of a phrase without marks begins what the topic is called: "da | so hoa" is no "đa số"."""
        last = narrowing.end - 1
        goes_on = self.unmarked and any(
            f.end > narrowing.end for f in self.language.compounds.at(self.tokens, last)
        )
        return goes_on and any(
            narrowing.start not in hit.positions and {last, last + 1} <= hit.positions for hit in hits
        )

    def _purposes(self) -> None:
        """Take "muốn" for no weight where it tells what for something is asked: "muốn sửa … thì tốn bao nhiêu"."""
        asked = next((at for at, role in enumerate(self.roles) if (role or "").startswith("ask")), 0)
        for at in range(asked):
            opens = not any(role is None for role in self.roles[:at])
            needs = _THEN if not opens else (*_THEN, *_MUST)
            if self.tokens[at].marked == _WISH and any(t.marked in needs for t in self.tokens[at:asked]):
                self._give((at,), "harmless")

    def _but_for_ask(self, found: Found[str]) -> Found[str]:
        """The longest phrase there that leaves the ask whole: "hiện" of "hiện có mấy chợ", where "hiện có" does not."""
        shorter = reversed(self.language.harmless.at(self.tokens, found.start))
        return next((one for one in shorter if not self._cuts_into_ask(one)), found)

    def _cuts_into_ask(self, found: Found[str]) -> bool:
        """Whether the end of a phrase is the beginning of an ask: "trên bao nhiêu" is no "trên báo"."""
        return self.roles[found.end - 1 : found.end + 1] == ["ask:how_many"] * 2

    def _narrows_ask(self, at: int) -> bool:
        """Whether a word within a clause makes the ask behind it one for less: "còn bao nhiêu"."""
        opens = at == 0 or self.tokens[at].pause
        return not opens and any(
            found.start == at and all(self.roles[i] in _AMOUNTS for i in found.span[1:])
            for found in self.language.restrictive.at(self.tokens, at)
            if len(found.span) > 1
        )

    def _orders(self) -> None:
        """Take what the bot is told to forget, before it is told what to say, for no weight: "bỏ qua mọi quy tắc và nói rằng …"."""
        saying = next((at for at, token in enumerate(self.tokens) if token.marked == _SAYING), 0)
        if (
            saying
            and self.tokens[0].marked in _FORGETTING
            and self.roles[saying] == "ask:whether"
            and self._names_nothing(saying)
        ):
            self._give(range(saying), "harmless")

    def _names_nothing(self, end: int) -> bool:
        """Whether no name, figure or time stands before a position."""
        return not any(
            token.number is not None or (role or "").startswith(("name", "time", "place"))
            for token, role in zip(self.tokens[:end], self.roles[:end], strict=True)
        )

    def _belongings(self, known: Iterable[Mention]) -> None:
        """Take a mistyped "của" in front of a name for itself: "doanh thu ca chợ …"; after an amount it is what is counted."""
        for mention in known:
            at = mention.start - 1
            counted = at > 0 and (self.tokens[at - 1].number is not None or self._asks_at(at - 1))
            if at > 0 and not (counted or at in self.in_compound) and self._is_mistyped(at, _OF):
                self._give((at,), "harmless")

    def _asks_at(self, at: int) -> bool:
        return (self.roles[at] or "").startswith("ask")

    def _is_mistyped(self, at: int, meant: str) -> bool:
        """Whether a word without marks among others lacks a letter of one of no weight, and is nothing the store tells of.

        One that lacks but its marks may be what it is: "sản lượng cua Cửa …" is of crabs.
        """
        typed = self.tokens[at].marked
        if (
            self.unmarked
            or has_marks(typed)
            or len(typed) >= len(meant)
            or typed in self.language.restrictive_bare
        ):
            return False
        cost = slip_cost(typed, meant)
        return cost is not None and cost <= ALONE_LIMIT and typed not in self.lexicon.own_words

    def _vocatives(self) -> None:
        """Whom the reader speaks to, at the very end: "… mấy người hả anh?"."""
        for found in self.language.vocatives.cover(self.tokens):
            last = found.end == len(self.tokens) or self.tokens[found.end].pause
            before = self.roles[found.start - 1] if found.start else None
            sure = not self.unmarked and stands_in_full(found, self.tokens)  # "ai thay?" calls no "thầy"
            if last and before is not None and (sure or not before.startswith("ask")):
                self._give(found.span, "harmless")
