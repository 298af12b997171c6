"""What is counted: the units behind each "how many" and each figure put forward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from knowledge.reading.lexicon import Lexicon
from knowledge.reading.lookalikes import leads
from knowledge.reading.understanding import Claim
from knowledge.text.periods import lasts
from knowledge.text.phrases import Question, stands_in_full
from knowledge.text.tokens import Token, is_unmarked
from knowledge.text.units import measures
from knowledge.text.vietnamese import has_marks, marks_agree

_PER_CENT = "%"
_SCALES = ("chục", "trăm", "nghìn", "ngàn", "vạn")


class CountReader:
    """The tokens of one question, their roles as far as they are given, and what of it is counted."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        """Take up tokens that have been read."""
        self.lexicon = lexicon
        self.language = lexicon.language
        self.tokens = Question(tokens, self.language.cues)
        self.unmarked = is_unmarked(tokens)
        self.roles: list[str | None] = [None] * len(tokens)
        self.in_compound: set[int] = set()
        self.named: set[int] = set()
        self.misplaced = frozenset[int]()

    def counted(self, claims: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
        """The units behind each "how many" and each claimed figure, before any other content."""
        units: dict[tuple[str, ...], None] = {}
        asked = [at for at, role in enumerate(self.roles) if role == "ask:how_many"]
        shares = [claim for claim in claims if _PER_CENT in self.tokens[claim.position].typed]
        units.update(dict.fromkeys((_PER_CENT,) for _ in shares))
        asked += [claim.position for claim in claims if claim not in shares]
        for last in asked:
            at = last + 1
            while at < len(self.tokens) and at < last + 3 and self._is_skippable(at):
                at += 1
            if at < len(self.tokens) and self._goes_on(last, at):
                units.update(dict.fromkeys(self._units_from(at)))
        return tuple(units)

    def _units_from(self, at: int) -> Iterator[tuple[str, ...]]:
        """The unit at a place, and those joined to it: "số cấp trưởng và cấp phó"."""
        while unit := self._unit_at(at):
            yield unit
            at += len(unit)
            joint = self.language.joints.longest(self.tokens, at)
            if not joint:
                return
            at = joint.end

    def _unit_at(self, at: int) -> tuple[str, ...]:
        spans = [found.span for found in self.language.units.at(self.tokens, at)]
        spans += [found.span for found in self.lexicon.units.at(self.tokens, at)]
        ends = [s.stop for s in spans if self._is_spelled(s) and self.roles[s[-1]] != "harmless"]
        if not ends:
            return ()
        end = max([e for e in ends if not self._begins_compound(e - 1, beyond=e)] or ends)
        return tuple(t.folded if self.unmarked else t.marked for t in self.tokens[at:end])

    def _is_spelled(self, span: range) -> bool:
        """Whether a word of one syllable is meant as it stands: "cho" with marks around it is no "chó", "chuyên | viên" no "chuyến"."""
        word = self.tokens[span[0]].marked
        if len(span) > 1:
            return True
        if has_marks(word):
            return word in self.language.unit_words or not self._begins_compound(span[0])
        if self.unmarked:
            return not leads(self.tokens, span[0], self.named, self.language)
        return (
            word not in self.language.function_words
            or self._is_counted_person(span)
            or self._is_measured_in(span.start)
        )

    def _begins_compound(self, at: int, beyond: int = 0) -> bool:
        """Whether a longer word stands at a place with all its marks, and goes `beyond` another: "người | dân tộc"."""
        compounds = self.language.compounds.at(self.tokens, at)
        return any(found.end > beyond and stands_in_full(found, self.tokens) for found in compounds)

    def _is_counted_person(self, span: range) -> bool:
        """Whether "em" or "bạn" is not how the reader speaks to whoever answers, but who is counted: "bao nhiêu em được học"."""
        at, end = span.start, span.stop
        if not at or self.roles[at - 1] != "ask:how_many" or self.tokens[at].pause:
            return False
        counted = self.language.units.at(self.tokens, at)
        if not any(found.end == end and found.meaning.is_person for found in counted):
            return False
        behind = range(end, len(self.tokens))
        fillers = {i for found in self.language.harmless.cover(self.tokens) for i in found.span}
        return not behind or not fillers.issuperset(behind)

    def _is_measured_in(self, at: int) -> bool:
        """Whether a word stands right behind what is asked, and the store measures in it: "bao nhiêu ha", where "ha" could be "hả"."""
        unit = self.tokens[at].marked
        if unit not in self.lexicon.unit_names or not measures(unit) or self.tokens[at].pause:
            return False
        return any(asked.end == at for asked in self.language.asks.cover(self.tokens))

    def _goes_on(self, last: int, at: int) -> bool:
        """Whether what stands at a place still belongs to the "how many" that ends at `last`."""
        role = self.roles[at] or ""
        return not role.startswith(("ask", "time")) and not any(
            t.pause for t in self.tokens[last + 1 : at + 1]
        )

    def _is_skippable(self, at: int) -> bool:
        token = self.tokens[at]
        return (
            (token.number not in (None, 1) and not lasts(self.tokens, at))  # "bao nhiêu 1 khối" counts none
            or token.marked in ("trên", "tren", "trong", "số", "so")
            or self._only_classifies(at)
        )

    def _only_classifies(self, at: int) -> bool:
        """Whether a word stands before a thing that is counted, and is none itself: "món" of "mấy món hiện vật"."""
        classifier = self.tokens[at].may_be(*self.language.classifiers)
        classifier = classifier and not self.lexicon.units.at(self.tokens, at)
        classifier = classifier and len(self._unit_at(at)) <= self.unmarked  # "mon" may be "môn" too
        return classifier and at + 1 < len(self.tokens) and bool(self._unit_at(at + 1))

    def _give(self, positions: Iterable[int], role: str) -> None:
        for at in positions:
            if self.roles[at] is None:
                self.roles[at] = role

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
