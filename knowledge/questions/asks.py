"""What a question asks: for whom, how many, whether; what it counts, claims and denies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from knowledge.questions.counting import CountReader
from knowledge.questions.movers import asks_who_moves
from knowledge.questions.siblings import folded
from knowledge.reading.lookalikes import looks_asking_beside_amount, only_looks_asking
from knowledge.reading.spelling import is_label
from knowledge.reading.understanding import Claim, TopicHit
from knowledge.text.phrases import Found
from knowledge.text.tokens import text_at
from knowledge.text.units import counts_thousands, units_of
from knowledge.text.vietnamese import fold, has_marks, marks_agree

_TAKEN_OVER = "context"
_MONEY, _WHY, _AGAIN = "tien", "sao", "lại"
_BOUNDING = ("at_least", "more", "less", "at_most", "about")
_DAY = "ngày"
_DAYS = ("ngay", "hom", "sang", "chieu", "toi", "dem", "mung")
_MONTHS, _AGE = ("tháng", "quý"), "tuổi"
_AMOUNTS = ("ask:how_many", "ask:what_share")
_AUXILIARIES = ("có", "được", "phải", "bị")
_EACH = ("một", "mỗi", "hàng", "hằng", "từng")
_INTENDS = "định"


class AskReader(CountReader):
    """Gives roles to the tokens of one question, and reads what it asks and claims."""

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

    def _free(self, positions: Iterable[int]) -> bool:
        return all(self.roles[at] is None for at in positions)

    def asks(self, hits: Sequence[TopicHit]) -> tuple[str, ...]:
        """What is asked beside the topics that were spoken of, the ask that leads first."""
        asked = False
        found: list[str] = []
        named: list[str] = []  # amounts that are only spoken of: "số hộ nghèo có phải là 120 không"
        rated = map(self._but_for_rate, self.language.asks.cover(self.tokens))
        for ask in map(self._but_for_there_is, map(self._but_for_counted, rated)):
            phrase = self._but_for_mover(self._but_for_ending(ask))
            words = text_at(self.tokens, phrase.span)
            if any((self.roles[at] or "").startswith(("name", "follow-up")) for at in phrase.span):
                continue
            if self._only_looks_asking(phrase):
                continue
            if asked and self.tokens[phrase.start].change == _TAKEN_OVER:
                continue  # "thời gian hoàn thành" is what was spoken of, and asks for no time where something else is asked
            if self._is_function(phrase.start, phrase.end) and self._literally(
                phrase.start, phrase.end, words
            ):
                if not self._names_amount(phrase):
                    found.append(phrase.meaning)
                elif not self._asks_who_before(phrase.start):  # "ai trúng cử với tỷ lệ phiếu cao nhất"
                    named.append(phrase.meaning)
                asked = asked or (
                    phrase.meaning != "whether" and self.tokens[phrase.start].change != _TAKEN_OVER
                )
                for at in phrase.span:
                    self.roles[at] = f"ask:{phrase.meaning}"
        named += self._amounts_before_units(hits, beside=bool(found))
        self._give_scales()
        found += self._ask_at_end() or ([] if found else self._day_named())
        found += () if "whether" in found else named
        order = self.language.ask_order
        return tuple(sorted(dict.fromkeys(found), key=order.index))

    def _amounts_before_units(self, hits: Sequence[TopicHit], *, beside: bool) -> list[str]:
        """What is asked by no more than "số" or "lượng" before what is counted, be it `beside` something else."""
        named: list[str] = []
        for phrase in () if self._claims_it("why") else self.language.asks_before_unit.cover(self.tokens):
            no_figure = phrase.start and self.tokens[phrase.start - 1].folded == "trong"
            # "ai quản lý số cán bộ …" asks for no figure
            no_figure = no_figure or self._asks_who_before(phrase.start)
            if no_figure or phrase.end >= len(self.tokens):
                continue
            if self.tokens[phrase.start].marked in self.language.restrictive_words:
                continue
            if self._ends_phrase(phrase.start, hits) or (beside and self._adds_nothing(phrase)):
                continue
            if self._unit_at(phrase.end) and self.roles[phrase.start] is None:
                named.append(phrase.meaning)
                self._give(phrase.span, f"ask:{phrase.meaning}")
        return named

    def _asks_who_before(self, at: int) -> bool:
        return "ask:who" in self.roles[:at]

    def _only_looks_asking(self, ask: Found[str]) -> bool:
        """Whether what looks like an ask says something else there."""
        bare = self.unmarked and only_looks_asking(self.tokens, ask, self.language)
        return bare or self._denies_what_follows(ask) or self._is_of_a_number(ask)

    def _is_of_a_number(self, ask: Found[str]) -> bool:
        """Whether a lone syllable that may ask is what a number counts, or stands before what is spent: "3 | sao", "chi | 900 triệu"."""
        at = ask.start
        if len(ask.span) > 1 or ask.meaning != "what":
            return False
        before, behind = self.tokens[max(0, at - 1) : at], self.tokens[at + 1 : at + 2]
        measured = self.tokens[at].folded in self.language.measures and bool(before)
        counted = measured and not self.tokens[at].pause and before[0].number is not None
        free = counted and self.roles[at - 1] is None
        spends = self.tokens[at].marked in self.language.telling["spending"]
        return free or (spends and bool(behind) and behind[0].number is not None)

    def _denies_what_follows(self, ask: Found[str]) -> bool:
        """Whether what looks like a negation that asks at the end stands before what it denies: "bao nhiêu hộ | chưa vay | vốn" is no "chưa vậy"."""
        negation, end = self.tokens[ask.start], ask.end
        if ask.meaning != "whether" or not negation.may_be(*self.language.asks_at_end):
            return False
        goes_on = end < len(self.tokens) and not self.tokens[end].pause
        return goes_on and self.roles[end] is None and not self._is_filler(end)

    def _ends_phrase(self, at: int, hits: Sequence[TopicHit]) -> bool:
        """Whether a word is of a compound or a topic's phrase with the one before it: "chuyển đổi số | năm 2024"."""
        if not at or self.roles[at - 1] is not None:
            return False
        compound = any({at - 1, at}.issubset(f.span) for f in self.language.compounds.cover(self.tokens))
        return compound or any({at - 1, at} <= hit.positions for hit in hits)

    def _adds_nothing(self, ask: Found[str]) -> bool:
        """Whether an ask and its unit may be of no weight: "so lieu" is "số liệu" where something else asks."""
        return any(one.end > ask.end for one in self.language.harmless.at(self.tokens, ask.start))

    def _names_amount(self, ask: Found[str]) -> bool:
        """Whether an ask is a word for an amount, and no question word: "tổng số", "tỷ lệ"."""
        amount = self.language.amounts.longest(self.tokens, ask.start)
        return amount is not None and amount.end >= ask.end

    def _but_for_rate(self, ask: Found[str]) -> Found[str]:
        """What is asked in "mỗi tháng bao nhiêu", where "tháng bao nhiêu" is no time; nothing is asked across a comma."""
        pauses = [at for at in ask.span[1:] if self.tokens[at].pause]
        if pauses:
            shorter = [f for f in self.language.asks.at(self.tokens, ask.start) if f.end <= pauses[0]]
            return shorter[-1] if shorter else self.language.asks.longest(self.tokens, pauses[0]) or ask
        if ask.start + 1 < ask.end and self._is_other_word(ask):
            return self.language.asks.longest(self.tokens, ask.start + 1) or ask
        rate = ask.start and ask.meaning == "when" and self.tokens[ask.start].folded in self.language.measures
        rate = rate and self.tokens[ask.start - 1].may_be(*_EACH)
        return (rate and self.language.asks.longest(self.tokens, ask.start + 1)) or ask

    def _but_for_counted(self, ask: Found[str]) -> Found[str]:
        """What is asked in "chiếm mấy người": how many people, and no share."""
        amount = self.language.amounts.longest(self.tokens, ask.start)
        behind = self.language.asks.longest(self.tokens, ask.end)
        if ask.meaning != "what_share" or amount or behind or not self._unit_at(ask.end):
            return ask
        counting = self.language.asks.longest(self.tokens, ask.start + 1)
        return ask._replace(meaning=counting.meaning) if counting and counting.end == ask.end else ask

    def _but_for_there_is(self, ask: Found[str]) -> Found[str]:
        """What is asked at the end of "trong ảnh có ai": who, and not whether there is anybody."""
        behind = self.language.asks.longest(self.tokens, ask.start + 1)
        if ask.meaning != "whether" or behind is None or behind.meaning == "whether" or behind.end != ask.end:
            return ask
        passed = {at for found in self.language.harmless.cover(self.tokens) for at in found.span}
        return behind if passed.issuperset(range(ask.end, len(self.tokens))) else ask

    def _but_for_ending(self, ask: Found[str]) -> Found[str]:
        """What is asked in "bóng đá nam nào": a word that the store has beside the one before is no "năm" without its mark."""
        first = self.tokens[ask.start].marked
        before = self.tokens[ask.start - 1].marked if ask.start else ""
        told = f"{before} {first}" in self.lexicon.speller.learned.told
        if self.unmarked or len(ask.span) == 1 or first in self.language.ask_openings or not told:
            return ask
        return self.language.asks.longest(self.tokens, ask.start + 1) or ask

    def _but_for_mover(self, ask: Found[str]) -> Found[str]:
        """What is asked in "nơi nào điều động ông X": who had that done, and no place."""
        moves = ask.meaning == "which" and asks_who_moves(self.tokens, self.roles, ask.span, self.language)
        return ask._replace(meaning="who") if moves else ask

    def _is_other_word(self, ask: Found[str]) -> bool:
        """Whether what an ask begins with is a good word that needs no marks: "thu bao nhiêu" is no "thứ bao nhiêu".

        Without marks it is where the store has it beside the one behind.
        """
        first = self.tokens[ask.start].marked
        if has_marks(first) or first not in self.language.words:
            return False
        if text_at(self.tokens, ask.span) in self.language.ask_phrases:
            return False
        behind = self.tokens[ask.start + 1].marked
        if not self.unmarked:
            return True
        return (
            first not in self.language.ask_syllables
            and f"{first} {behind}" in self.lexicon.speller.learned.told
        )

    def _day_named(self) -> list[str]:
        """The day that a question names and asks nothing else of: "ngày ban hành Kết luận số 01"."""
        first = next((at for at, role in enumerate(self.roles) if role is None), None)
        if first is None or not self.tokens[first].may_be(_DAY):
            return []
        if not self.language.acts.longest(self.tokens, first + 1):
            return []
        self.roles[first] = "ask:when"
        return ["when"]

    def _ask_at_end(self) -> list[str]:
        asks_more = False
        for at in reversed(range(len(self.tokens))):
            token = self.tokens[at]
            if self.unmarked and looks_asking_beside_amount(self.tokens, at, self.language):
                return []
            endings = self.language.asks_at_end
            bare = self.unmarked and not has_marks(token.marked)
            if token.marked in endings or (bare and any(fold(word) == token.folded for word in endings)):
                label = is_label(self.tokens, at, self.language) or self._denies_what_is_counted(at)
                if at and self.roles[at] is None and not (asks_more or label):
                    self.roles[at] = "ask:whether"
                    return ["whether"]
                return []
            if (self.roles[at] or "").startswith("ask"):
                # "không là bao nhiêu" does not ask whether, "… không, bao nhiêu" does; a follow-up asks for itself
                asks_more = not token.pause or token.change == "context"
            elif self.roles[at] is None and not self._is_filler(at):
                return []
        return []

    def _denies_what_is_counted(self, at: int) -> bool:
        """Whether a negation behind "how many" denies what follows: "bao nhiêu người chưa có việc"."""
        behind = self.tokens[at + 1 : at + 2]
        goes = behind and self.language.directions.at(self.tokens, at + 1)  # "bao nhiêu đoàn chưa đến"
        denied = bool(behind) and not behind[0].pause and bool(behind[0].may_be(*_AUXILIARIES) or goes)
        return denied and any(role in _AMOUNTS for role in self.roles[:at])

    def _is_filler(self, at: int) -> bool:
        """Whether a phrase of no weight begins at a place as it was typed: "thay" is no "thầy", and "chưa thay" asks nothing."""
        return any(
            self._literally(one.start, one.end, one.meaning)
            for one in self.language.harmless.at(self.tokens, at)
        )

    @cached_property
    def claimed(self) -> list[Found[str]]:
        """The words that bound, deny or date something; those for a whole typed as such: "ca" is no "cả"."""
        found = self.language.claims.cover(self.tokens)
        return [one for one in found if one.meaning != "all" or self._is_typed_claim(one)]

    def _is_typed_claim(self, found: Found[str]) -> bool:
        words = text_at(self.tokens, found.span)
        return self.unmarked or words in self.language.claim_words or words not in self.language.words

    def _only_sounds_so(self, found: Found[str]) -> bool:
        """Whether what bounds a figure was typed among marks as another word: "qua 21 ngày" is no "quá"."""
        words = text_at(self.tokens, found.span)
        return not self.unmarked and words not in self.language.claim_words and words in self.language.words

    def claims(
        self, asks: Sequence[str], hits: Sequence[TopicHit]
    ) -> tuple[tuple[Claim, ...], frozenset[int]]:
        """What a yes/no question claims, and where it says that it is so of all."""
        if "whether" not in asks:
            return (), frozenset()
        bounding = (one for one in self.claimed if one.meaning in _BOUNDING and not self._only_sounds_so(one))
        bounds = {found.end: found for found in bounding}
        claims = []
        for at, token in enumerate(self.tokens):
            if (
                token.number is None
                or self._is_of_calendar(at)
                or self._names_topic(at, hits)
                or self._narrows(at, hits)
                or self._is_age_beside_figure(at)
            ):
                continue
            if self.roles[at] is None:
                bound = bounds.get(at)
                if bound:
                    self._give(bound.span, f"bound:{bound.meaning}")
                self.roles[at] = "claim"
                of_thousands = counts_thousands([one.marked for one in self.tokens[at + 1 : at + 2]])
                claims.append(Claim(at, token.number, token.of, bound and bound.meaning, of_thousands))
        done = {at + 1 for hit in hits if not hit.by_facet for at in hit.positions}  # "xóa hết … chưa"
        return tuple(claims), self._claimed_at("all") | (self._claimed_at("ending") & done)

    def _names_topic(self, at: int, hits: Sequence[TopicHit]) -> bool:
        """Whether a number is of what a topic is called by: "đã qua 21 ngày"."""
        phrases = (self.lexicon.topic_phrases(hit.topic) for hit in hits if at in hit.positions)
        return any(self.tokens[at].number in one.numbers for one in phrases)

    def _is_age_beside_figure(self, at: int) -> bool:
        """Whether a number is the age of those of whom another one counts how many there are: "10 người dưới | 30 tuổi"."""
        roles = (None, "claim")
        figures = [
            i for i, one in enumerate(self.tokens) if one.number is not None and self.roles[i] in roles
        ]
        aged = self.tokens[at + 1 : at + 2]
        return len(figures) > 1 and any(one.may_be(_AGE) and not one.pause for one in aged)

    def _narrows(self, at: int, hits: Sequence[TopicHit]) -> bool:
        """Whether a number is of what narrows facts of a topic, with the word beside it, or tells a grade: "huy hiệu | 60 năm tuổi Đảng", "5 sao"."""
        grades = self.language.telling["grades"]
        if any(token.may_be(*grades) and not token.pause for token in self.tokens[at + 1 : at + 2]):
            return True
        if "%" in self.tokens[at].typed:
            return False
        spans = (range(max(0, at - 1), at + 1), range(at, min(at + 2, len(self.tokens))))
        pairs = [f" {fold(text_at(self.tokens, span))} " for span in spans if len(span) > 1]
        facets = (f" {folded(one)} " for hit in hits for one in self.lexicon.facets_of(hit.topic))
        return any(pair in facet for facet in facets for pair in pairs)

    def _is_of_calendar(self, at: int) -> bool:
        """Whether a number is of a month, or what looks like a share is a day of one: "tháng 3", "ngày 10/2"."""
        before, named = self.tokens[max(0, at - 1) : at], self.tokens[at].of is not None
        return any(one.folded in _DAYS if named else one.may_be(*_MONTHS) for one in before)

    def _asks_cost(self, counted: Sequence[tuple[str, ...]]) -> bool:
        """Whether it is asked how much money something takes: "hết bao nhiêu", "cần bao nhiêu kinh phí"."""
        asked = [found for found in self.language.asks.cover(self.tokens) if found.meaning == "how_many"]
        if any(self._takes(found.start, "costing") for found in asked):
            return True
        money = any(unit.kind == _MONEY for words in counted for unit in units_of(words))
        return money and any(self._takes(found.start - 1, "needing") for found in asked if found.start)

    def _takes(self, at: int, kind: str) -> bool:
        return any(marks_agree(self.tokens[at].marked, word) for word in self.language.kindred[kind])

    def _denies(self) -> bool:
        """Whether a negation stands in the question that does not just make it a yes/no question."""
        return any(
            found.meaning == "negations" and self._free(found.span) and not self._only_looks_so(found.start)
            for found in self.claimed
        )

    def _only_looks_so(self, at: int) -> bool:
        """Whether a syllable without marks is of a word that has it with others: "chua" in "sua chua"."""
        word = next((f for f in self.language.compounds.cover(self.tokens) if at in f.span), None)
        if word is None or word.meaning.split()[at - word.start] in self.language.claim_words:
            return False
        return not self._is_told_denying(at, word)

    def _is_told_denying(self, at: int, word: Found[str]) -> bool:
        """Whether topics or facets deny what stands behind a syllable, and have no such word: "hộ chưa có", no "hồ chứa"."""
        learned, behind = self.lexicon.speller.learned, self.tokens[at + 1 : at + 2]
        if not behind or at + 1 < word.end or " ".join(word.meaning.split()[-2:]) in learned.told:
            return False
        return any(
            negation in self.language.denying and learned.beside(learned.told, None, negation, behind[0])
            for negation in learned.vocabulary.forms.get(self.tokens[at].folded, ())
        )

    def _asks_why(self) -> bool:
        """Whether a reason is asked for, "sao" at the very beginning being "vì sao"."""
        first = next((at for at, role in enumerate(self.roles) if role != "harmless"), None)
        return self._claims_it("why") or (first is not None and self.tokens[first].marked == _WHY)

    def _degree(self) -> frozenset[int]:
        """How much it says there is of what it asks the reason for, and the "lại" that wonders at it: "sao X lại cháy"."""
        if not self._asks_why():
            return frozenset()
        named = (at for at, role in enumerate(self.roles[:-1], 1) if (role or "").startswith("name:"))
        return self._claimed_at("degree").union(at for at in named if self.tokens[at].marked == _AGAIN)

    def _claimed_at(self, meaning: str) -> frozenset[int]:
        return frozenset(at for found in self.claimed if found.meaning == meaning for at in found.span)

    def _claims_it(self, meaning: str) -> bool:
        return any(found.meaning == meaning for found in self.claimed)

    def _foretells(self) -> bool:
        """Whether the question is of what is to come: "sẽ", on its own and not as in "chia sẻ"."""
        return any(
            found.meaning == "future" and self.in_compound.isdisjoint(found.span) for found in self.claimed
        )

    def _plans(self) -> bool:
        """Whether the question is of what is planned: by a phrase for that, or by "định" on its own and not as in "ổn định"."""
        return self._claims_it("plan") or any(
            token.marked == _INTENDS and at not in self.in_compound and self.roles[at] is None
            for at, token in enumerate(self.tokens)
        )
