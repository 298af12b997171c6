"""Understanding a question: names, ask, topics, time, and what none of these explains.

Pure computation over a lexicon. Every token gets a role or stays content, and
content is what an answer must account for (see `matching`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from knowledge.language import SmallTalk
from knowledge.lexicon import Lexicon
from knowledge.linking import Mention, Stranger, link_names
from knowledge.lookalikes import (
    leads,
    looks_asking_beside_amount,
    looks_narrowing,
    misplaced,
    only_looks_asking,
)
from knowledge.periods import times_in
from knowledge.phrases import Found, Question
from knowledge.reading import Token, text_at, tokenize
from knowledge.restoring import restore_marks
from knowledge.spelling import is_label, is_unmarked
from knowledge.topics import spot_topics
from knowledge.understanding import EACH, THE_SAME, Claim, TopicHit, Understanding
from knowledge.vietnamese import fold, has_marks, marks_agree

_BOUNDING = ("at_least", "more", "less", "at_most", "about")
_SCALES = ("chục", "trăm", "nghìn", "ngàn", "vạn")
_ABOUT, _PEOPLE = "về", "dân"
_AT = ("ở", "o", "tại", "tai")


def read(question: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of a question as they were meant, typing slips mended and marks put back where they can be."""
    tokens = lexicon.speller.read(tokenize(question), lexicon.is_place)
    return restore_marks(tokens, lexicon) if is_unmarked(tokens) else tokens


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


class _Reader:
    """One question being understood: roles are given to tokens, the strongest evidence first."""

    def __init__(self, question: str, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.question = question
        self.lexicon = lexicon
        self.language = lexicon.language
        self.tokens = Question(tokens, self.language.cues)
        self.unmarked = is_unmarked(tokens)
        self.roles: list[str | None] = [None] * len(tokens)
        self.in_compound: set[int] = set()
        self.misplaced = misplaced(self.tokens, self.language) if self.unmarked else frozenset()

    def understand(self) -> Understanding:
        mentions = link_names(self.tokens, self.lexicon, unmarked=self.unmarked)
        for mention in mentions.known:
            self._give(mention.span, f"name:{'|'.join(mention.names)}")
            self._give_what_places(mention.start)
        self.in_compound = {
            at
            for found in self.language.compounds.cover(self.tokens)
            if self._free(found.span) and not self._tells_what_of(found.start)
            for at in found.span
        }
        self.in_compound.update(
            at for at in range(len(self.tokens)) if is_label(self.tokens, at, self.language)
        )
        smalltalk = None if mentions.known else self._smalltalk()
        hits = spot_topics(self.tokens, self.roles, self.lexicon)
        strangers = [s for s in mentions.strangers if s.certain or not self._is_topical(s, hits)]
        for stranger in strangers:
            self._give(stranger.span, "place unknown")
        times = times_in(self.tokens, joined=True)
        for time in times:
            self._give(range(time.start, time.end), f"time:{time.label()}")
        source_field = self._source_field(hits)
        about_article = self._names_article()
        pronoun, leans_back = self._leaning()
        asks = self._asks(hits)
        claims, universal = self._claims(asks)
        counted = self._counted(claims)
        places = _side_by_side(mentions.known, self.lexicon) + len(strangers)
        comparing = self._comparison(places, len(times), hits)
        if comparing and not {"how_many", "what_share"}.intersection(asks) and self._weighs_amounts():
            asks = ("how_many", *asks)
        self._harmless()
        self._vocatives()
        return Understanding(
            question=self.question, tokens=self.tokens, mentions=tuple(mentions.known), strangers=tuple(strangers),
            asks=asks, times=tuple(times), hits=tuple(hits), roles=tuple(self.roles), counted_units=counted,
            claims=claims, universal=universal, denies=self._denies(), present=self._claims_it("present"), future=self._foretells(), plans=self._claims_it("plan"), done=self._claims_it("tense"), why=self._claims_it("why"), degree=self._degree(), still=self._claimed_at("still"), states=tuple(f.span for f in self.claimed if f.meaning == "state"), which_in_order=self._claims_it("order"), comparing=comparing, pronoun=pronoun, leans_back=leans_back,
            unmarked=self.unmarked, misplaced=self.misplaced, smalltalk=smalltalk, source_field=source_field, about_article=about_article,
        )  # fmt: skip

    def _give(self, positions: Iterable[int], role: str) -> None:
        for at in positions:
            if self.roles[at] is None:
                self.roles[at] = role

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
        told = at and self.tokens[at].marked == _ABOUT
        return bool(told) and any(f.end == at for f in self.language.source_words.everywhere(self.tokens))

    def _is_function(self, at: int, end: int) -> bool:
        """Whether tokens may be taken for mere function words.

        A syllable inside a longer word is not one, nor is a good word typed without
        marks in a question that has them: "thi" there is an exam, not "thì".
        """
        return end - at > 1 or at not in self.in_compound

    def _literally(self, at: int, end: int, phrase: str) -> bool:
        token = self.tokens[at]
        if end - at > 1 or self.unmarked or token.marked == phrase:
            return True
        return token.marked not in self.language.words

    def _is_topical(self, stranger: Stranger, hits: Sequence[TopicHit]) -> bool:
        words = " ".join(t.marked for t in self.tokens[stranger.start : stranger.end])
        return any(
            hit.positions.issuperset(stranger.span) or self.lexicon.topic_passages(hit.topic).has(words)
            for hit in hits
        )

    # ── the ask ─────────────────────────────────────────────────────────────────────────

    def _asks(self, hits: Sequence[TopicHit]) -> tuple[str, ...]:
        found: list[str] = []
        named: list[str] = []  # amounts that are only spoken of: "số hộ nghèo có phải là 120 không"
        for phrase in map(self._but_for_rate, self.language.asks.cover(self.tokens)):
            words = text_at(self.tokens, phrase.span)
            if any((self.roles[at] or "").startswith(("name", "follow-up")) for at in phrase.span):
                continue
            if self.unmarked and only_looks_asking(self.tokens, phrase, self.language):
                continue
            if self._is_function(phrase.start, phrase.end) and self._literally(
                phrase.start, phrase.end, words
            ):
                (named if self._names_amount(phrase) else found).append(phrase.meaning)
                for at in phrase.span:
                    self.roles[at] = f"ask:{phrase.meaning}"
        for phrase in () if self._claims_it("why") else self.language.asks_before_unit.cover(self.tokens):
            among = phrase.start and self.tokens[phrase.start - 1].folded == "trong"
            if among or phrase.end >= len(self.tokens):
                continue
            if self.tokens[phrase.start].marked in self.language.restrictive_words:
                continue
            if self._ends_phrase(phrase.start, hits):
                continue
            if self._unit_at(phrase.end) and self.roles[phrase.start] is None:
                named.append(phrase.meaning)
                self._give(phrase.span, f"ask:{phrase.meaning}")
        self._give_scales()
        found += self._ask_at_end()
        found += () if "whether" in found else named
        order = self.language.ask_order
        return tuple(sorted(dict.fromkeys(found), key=order.index))

    def _ends_phrase(self, at: int, hits: Sequence[TopicHit]) -> bool:
        """Whether a word is of a compound or a topic's phrase with the one before it: "chuyển đổi số | năm 2024"."""
        if not at or self.roles[at - 1] is not None:
            return False
        compound = any({at - 1, at}.issubset(f.span) for f in self.language.compounds.cover(self.tokens))
        return compound or any({at - 1, at} <= hit.positions for hit in hits)

    def _names_amount(self, ask: Found[str]) -> bool:
        """Whether an ask is a word for an amount, and no question word: "tổng số", "tỷ lệ"."""
        amount = self.language.amounts.longest(self.tokens, ask.start)
        return amount is not None and amount.end >= ask.end

    def _give_scales(self) -> None:
        """Take "nghìn" in "mấy nghìn bản sách" for the ask's; "mấy nghìn đồng" counts thousands."""
        for at, token in enumerate(self.tokens[1:-1], 1):
            if self.roles[at - 1] == "ask:how_many" and self._is_scale(token):
                after = self.tokens[at + 1]
                if (
                    after.is_word
                    and not after.pause
                    and after.folded != "dong"
                    and self.roles[at + 1] is None
                ):
                    self._give((at,), "ask:how_many")

    @staticmethod
    def _is_scale(token: Token) -> bool:
        return not token.pause and any(marks_agree(token.marked, scale) for scale in _SCALES)

    def _but_for_rate(self, ask: Found[str]) -> Found[str]:
        """What is asked in "mỗi tháng bao nhiêu", where "tháng bao nhiêu" is no time; nothing is asked across a comma."""
        pauses = [at for at in ask.span[1:] if self.tokens[at].pause]
        if pauses:
            shorter = [f for f in self.language.asks.at(self.tokens, ask.start) if f.end <= pauses[0]]
            return shorter[-1] if shorter else self.language.asks.longest(self.tokens, pauses[0]) or ask
        rate = ask.meaning == "when" and ask.start and self.tokens[ask.start - 1].folded in EACH
        return (rate and self.language.asks.longest(self.tokens, ask.start + 1)) or ask

    def _ask_at_end(self) -> list[str]:
        asks_more = False
        for at in reversed(range(len(self.tokens))):
            token = self.tokens[at]
            if self.unmarked and looks_asking_beside_amount(self.tokens, at, self.language):
                return []
            if token.marked in self.language.asks_at_end or (
                self.unmarked and any(fold(w) == token.folded for w in self.language.asks_at_end)
            ):
                label = is_label(self.tokens, at, self.language)
                if at and self.roles[at] is None and not (asks_more or label):
                    self.roles[at] = "ask:whether"
                    return ["whether"]
                return []
            if (self.roles[at] or "").startswith("ask"):
                # "không là bao nhiêu" does not ask whether, "… không, bao nhiêu" does; a follow-up asks for itself
                asks_more = not token.pause or token.change == "context"
            elif self.language.harmless.longest(self.tokens, at) is None and self.roles[at] is None:
                return []
        return []

    def _unit_at(self, at: int) -> tuple[str, ...]:
        spans = [found.span for found in self.language.units.at(self.tokens, at)]
        spans += [found.span for found in self.lexicon.units.at(self.tokens, at)]
        ends = [s.stop for s in spans if self._is_spelled(s) and self.roles[s[-1]] != "harmless"]
        if not ends:
            return ()
        return tuple(t.folded if self.unmarked else t.marked for t in self.tokens[at : max(ends)])

    def _is_spelled(self, span: range) -> bool:
        """Whether a word of one syllable is meant as it stands: "cho" with marks around it is no "chó"."""
        word = self.tokens[span[0]].marked
        if len(span) > 1 or has_marks(word):
            return True
        if self.unmarked:
            return not leads(self.tokens, span[0], self.language)
        return word not in self.language.function_words

    def _counted(self, claims: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
        """The units behind each "how many" and each claimed figure, before any other content."""
        units: dict[tuple[str, ...], None] = {}
        asked = [at for at, role in enumerate(self.roles) if role == "ask:how_many"]
        asked += [claim.position for claim in claims]
        for last in asked:
            at = last + 1
            while at < len(self.tokens) and at < last + 3 and self._is_skippable(at):
                at += 1
            if at < len(self.tokens) and self._goes_on(last, at) and (unit := self._unit_at(at)):
                units[unit] = None
        return tuple(units)

    def _goes_on(self, last: int, at: int) -> bool:
        """Whether what stands at a place still belongs to the "how many" that ends at `last`."""
        role = self.roles[at] or ""
        return not role.startswith("ask") and not any(t.pause for t in self.tokens[last + 1 : at + 1])

    def _is_skippable(self, at: int) -> bool:
        token = self.tokens[at]
        return token.number is not None or token.marked in ("trên", "tren", "trong", "số", "so")

    @cached_property
    def claimed(self) -> list[Found[str]]:
        """The words that bound, deny or date something; those for a whole typed as such: "ca" is no "cả"."""
        found = self.language.claims.cover(self.tokens)
        return [one for one in found if one.meaning != "all" or self._is_typed_claim(one)]

    def _is_typed_claim(self, found: Found[str]) -> bool:
        words = text_at(self.tokens, found.span)
        return self.unmarked or words in self.language.claim_words or words not in self.language.words

    def _claims(self, asks: Sequence[str]) -> tuple[tuple[Claim, ...], frozenset[int]]:
        if "whether" not in asks:
            return (), frozenset()
        bounds = {found.end: found for found in self.claimed if found.meaning in _BOUNDING}
        claims = []
        for at, token in enumerate(self.tokens):
            if token.number is not None and self.roles[at] is None:
                bound = bounds.get(at)
                if bound:
                    self._give(bound.span, f"bound:{bound.meaning}")
                self.roles[at] = "claim"
                claims.append(Claim(at, token.number, token.of, bound.meaning if bound else None))
        return tuple(claims), self._claimed_at("all")

    def _denies(self) -> bool:
        """Whether a negation stands in the question that does not just make it a yes/no question."""
        return any(
            found.meaning == "negations" and self._free(found.span) and not self._only_looks_so(found.start)
            for found in self.claimed
        )

    def _only_looks_so(self, at: int) -> bool:
        """Whether a syllable without marks is of a word that has it with others: "chua" in "sua chua"."""
        word = next((f for f in self.language.compounds.cover(self.tokens) if at in f.span), None)
        return word is not None and word.meaning.split()[at - word.start] not in self.language.claim_words

    def _degree(self) -> frozenset[int]:
        return self._claimed_at("degree") if self._claims_it("why") else frozenset()

    def _claimed_at(self, meaning: str) -> frozenset[int]:
        return frozenset(at for found in self.claimed if found.meaning == meaning for at in found.span)

    def _claims_it(self, meaning: str) -> bool:
        return any(found.meaning == meaning for found in self.claimed)

    def _foretells(self) -> bool:
        """Whether the question is of what is to come: "sẽ", on its own and not as in "chia sẻ"."""
        return any(
            found.meaning == "future" and self.in_compound.isdisjoint(found.span) for found in self.claimed
        )

    # ── the rest ────────────────────────────────────────────────────────────────────────

    def _smalltalk(self) -> SmallTalk | None:
        talk: SmallTalk | None = None
        at = 0
        while at < len(self.tokens):
            found = self.language.smalltalk.longest(self.tokens, at)
            filler = self.language.harmless.longest(self.tokens, at)
            if found:
                talk = talk if talk and talk.id != "thanks" else found.meaning
                at = max(found.end, filler.end if filler else 0)
            elif filler:
                at = filler.end
            else:
                return None
        return talk

    def _source_field(self, hits: Sequence[TopicHit]) -> str | None:
        """What is asked of an article, unless the question is a topic's own example: "từ đâu để" is no "đầu đề"."""
        taken = {at for hit in hits if hit.similarity > THE_SAME for at in hit.positions}
        found = self.language.source_fields.cover(self.tokens)
        fields = [f for f in found if self._free(f.span) and taken.isdisjoint(f.span)]
        if not fields:
            return None
        return max(fields, key=lambda f: len(f.span)).meaning

    def _names_article(self) -> bool:
        """Whether the question speaks of an article as such ("bài báo", "tác giả")."""
        return any(self._free(f.span) for f in self.language.source_things.cover(self.tokens))

    def _free(self, positions: Iterable[int]) -> bool:
        return all(self.roles[at] is None for at in positions)

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
            self._give(found.span, "comparison")
        return True

    def _weighs_topics(self, hits: Sequence[TopicHit]) -> bool:
        """Whether one topic is weighed against another: "điều động nhiều hơn hay luân chuyển nhiều hơn"."""
        said = [hit.positions for hit in hits if not hit.by_facet and not hit.unsaid]
        apart = any(one and other and one.isdisjoint(other) for one in said for other in said)
        return apart and bool(self.language.differences.cover(self.tokens))

    def _weighs_amounts(self) -> bool:
        """Whether a comparison is of amounts: "nơi nào nhiều hơn"."""
        amounts = {at for found in self.language.differences.cover(self.tokens) for at in found.span}
        return any(self.roles[at] == "comparison" for at in amounts)

    def _harmless(self) -> None:
        restricted = {
            at
            for found in self.language.restrictive.everywhere(self.tokens)
            if self._free(found.span)
            for at in found.span
        }
        phrased = {
            at
            for found in self.language.restrictive.everywhere(self.tokens)
            if len(found.span) > 1 and self._free(found.span)
            for at in found.span
        }
        for found in map(self._but_for_ask, self.language.harmless.cover(self.tokens)):
            alone = len(found.span) == 1
            if self._cuts_into_ask(found) or (
                self.unmarked and looks_narrowing(self.tokens, found, self.language)
            ):
                continue
            turning = self.tokens[found.start].marked in self.language.restrictive_words
            if alone and found.start in (restricted if turning or not self.unmarked else phrased):
                continue
            if alone and (found.start in self.misplaced or self._narrows_ask(found.start)):
                continue
            if self._is_function(found.start, found.end) and self._literally(
                found.start, found.end, found.meaning
            ):
                self._give(found.span, "harmless")

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
            found.start == at and all(self.roles[i] == "ask:how_many" for i in found.span[1:])
            for found in self.language.restrictive.at(self.tokens, at)
            if len(found.span) > 1
        )

    def _vocatives(self) -> None:
        """Whom the reader speaks to, at the very end: "… mấy người hả anh?"."""
        for found in self.language.vocatives.cover(self.tokens):
            last = found.end == len(self.tokens) or self.tokens[found.end].pause
            before = self.roles[found.start - 1] if found.start else None
            if last and before is not None and not (self.unmarked and before.startswith("ask")):
                self._give(found.span, "harmless")
