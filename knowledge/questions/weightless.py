"""Words of a question that weigh nothing: fillers, what is told the bot, whom the reader speaks to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.questions.asks import AskReader
from knowledge.reading.lookalikes import hides_narrowing, looks_narrowing
from knowledge.reading.mending import ALONE_LIMIT
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import TopicHit
from knowledge.text.phrases import Found, stands_in_full
from knowledge.text.runs import back_past
from knowledge.text.slips import slip_cost
from knowledge.text.vietnamese import fold, has_marks

_OF = "của"
_AMOUNTS = ("ask:how_many", "ask:what_share")
_FORGETTING, _SAYING = ("bỏ", "hãy", "quên"), "rằng"
_PEOPLE = ("tộc", "người", "bào")
"""The last words of "dân tộc", "người" and "đồng bào", which the name of a people follows."""
_WISH, _THEN, _MUST = "muốn", ("thì",), ("phải",)


class WeightReader(AskReader):
    """Gives no weight to the words of one question that narrow nothing, once names, topics and asks have their roles."""

    def weigh(self, hits: Sequence[TopicHit], known: Iterable[Mention]) -> None:
        """Give the role of words without weight, `known` being the names that are spoken of."""
        self._harmless(hits)
        self._purposes()
        self._orders()
        self._belongings(known)
        self._vocatives()

    def _harmless(self, hits: Sequence[TopicHit]) -> None:
        narrowing = [
            f.span for f in self.language.restrictive.everywhere(self.tokens)
            if self._free(f.span) and not (self._is_only_like(f) or self.cuts_into_topic(f, hits))
        ]  # fmt: skip
        restricted = {at for span in narrowing for at in span}
        phrased = {at for span in narrowing if len(span) > 1 for at in span}
        for found in map(self._but_for_ask, self.language.harmless.cover(self.tokens)):
            alone = len(found.span) == 1
            if self._cuts_into_ask(found) or (
                self.unmarked and looks_narrowing(self.tokens, found, self.language)
            ):
                continue
            if not alone and hides_narrowing(self.tokens, found, self.language, unmarked=self.unmarked):
                continue
            turning = self.tokens[found.start].marked in self.language.restrictive_words
            weighing = restricted if turning or not self.unmarked else phrased
            if alone and (
                found.start in weighing or found.start in self.misplaced or self._narrows_ask(found.start)
            ):
                continue
            if self._is_counted_person(found.span) or (alone and self._is_called_so(found.start)):
                continue
            if self._is_function(found.start, found.end) and self._literally(
                found.start, found.end, found.meaning
            ):
                self._give(found.span, "harmless")
        self._give(self._above_and_below(), "harmless")
        self._give(self._before_times(), "harmless")

    def _is_called_so(self, at: int) -> bool:
        """Whether a word with a capital is the name of a people, be it misspelled: "dân tộc Do"."""
        return (
            at > 0
            and self.tokens[at].is_capitalized
            and self.tokens[at - 1].marked in _PEOPLE
            and not (self.unmarked or self.tokens[at - 1].is_capitalized)
        )

    def _above_and_below(self) -> list[int]:
        """Where a word only says how a kind of place lies to the speaker: "từ dưới xã", "lên trên huyện"."""
        lying = self.language.lying | (set(map(fold, self.language.lying)) if self.unmarked else set())
        ends = {found.end for found in self.language.directions.cover(self.tokens)}
        return [
            at for at, token in enumerate(self.tokens)
            if at in ends and token.marked in lying and self.language.place_types.at(self.tokens, at + 1)
        ]  # fmt: skip

    def _before_times(self) -> list[int]:
        """Where words only say that a time is entered upon: "sang năm 2025", "bước sang năm 2025"."""
        entering = self.language.telling["entering_a_time"]
        times = (at for at, role in enumerate(self.roles) if (role or "").startswith("time"))
        return [at for time in times for at in range(back_past(self.tokens, time, entering), time)]

    def _is_only_like(self, narrowing: Found[str]) -> bool:
        """Whether a word of no weight, as it was typed among marks, only looks like one that narrows: "do" is no "đỗ"."""
        word = self.tokens[narrowing.start].marked
        if self.unmarked or len(narrowing.span) > 1 or word == narrowing.meaning:
            return False
        return any(one.meaning == word for one in self.language.harmless.at(self.tokens, narrowing.start))

    def cuts_into_topic(self, narrowing: Found[str], hits: Sequence[TopicHit]) -> bool:
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
        """The longest phrase there that leaves the ask and longer words whole: "hiện" of "hiện có mấy chợ", "được" of "được ghi danh"."""
        shorter = reversed(self.language.harmless.at(self.tokens, found.start))
        return next(
            (one for one in shorter if not (self._cuts_into_ask(one) or self._cuts_into_word(one))), found
        )

    def _cuts_into_word(self, found: Found[str]) -> bool:
        """Whether the end of a phrase is the beginning of a longer word that was typed with its marks: "được ghi" of "ghi danh"."""
        if len(found.span) == 1 or self.unmarked:
            return False
        return any(
            word.end > found.end and self._free(word.span) and stands_in_full(word, self.tokens)
            for word in self.language.compounds.at(self.tokens, found.end - 1)
        )

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
