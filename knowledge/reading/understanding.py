"""What a question was understood to say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypedDict, TypeVar

from knowledge.reading.mentions import Mention, Stranger
from knowledge.text.language import SmallTalk, language
from knowledge.text.periods import Time
from knowledge.text.phrases import Found, stands_in_full
from knowledge.text.runs import past
from knowledge.text.tokens import Token, text_at
from knowledge.text.vietnamese import fold, has_marks

T = TypeVar("T")
EACH = frozenset(["mot", "moi", "hang", "tung"])
"""Folded words that with a unit make a rate: "mỗi tháng"."""
_UNTIL = frozenset(["đến", "tới"])
_SINCE, _FOR = frozenset(["từ"]), frozenset(["để", "nhằm", "vào"])
_DAYS = frozenset(["ngay", "hom", "thang", "nam"])
_WHERE = frozenset(["đâu", "dau", "mô"])
_AIM = "đích"
"""What "mục đích" ends with."""
_BEFORE, _WHEN = "trước", ("khi", "lúc")
OF_A_WHOLE = "tren"
"""The folded word between a share and its whole: "mấy trên 10"."""


THE_SAME = 0.95
"""So like an example of the topic is a question that is one, but for its names."""


def clause_before(tokens: Sequence[Token]) -> range:
    """Where it is told, behind "trước khi", what something was before; up to the next stop."""
    for at in range(len(tokens) - 2):
        if tokens[at].may_be(_BEFORE) and tokens[at + 1].may_be(*_WHEN):
            start = at + 2
            return range(start, next((i for i in range(start, len(tokens)) if tokens[i].pause), len(tokens)))
    return range(0)


class TopicHit(NamedTuple):
    """A topic that the question speaks of: by a phrase at `positions`, or like an example."""

    topic: str
    positions: frozenset[int]
    weight: float
    phrase: str
    similarity: float = 0.0
    unsaid: float = 0.0
    """The weight of words that the example has and the question lacks."""
    by_facet: bool = False


class Claim(NamedTuple):
    """A figure that a yes/no question puts forward, and how it bounds it ("at_least", …)."""

    position: int
    number: float
    of: float | None
    bound: str | None
    thousands: bool = False
    """Whether it counts thousands: "500 nghìn"."""


class Manner(TypedDict):
    """How a question asks, as the fields of an `Understanding` of the same names."""

    denies: bool
    present: bool
    future: bool
    plans: bool
    done: bool
    pending: bool
    why: bool
    degree: frozenset[int]
    still: frozenset[int]
    states: tuple[range, ...]
    which_in_order: bool
    as_of: bool
    period: bool


@dataclass(frozen=True)
class Understanding:
    """What a question was understood to say.

    `roles` tells of each token what it was taken for, None for content.
    `counted_units` are the words after each "how many", the units that were asked for.
    """

    question: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    asks: tuple[str, ...] = ()
    times: tuple[Time, ...] = ()
    hits: tuple[TopicHit, ...] = ()
    roles: tuple[str | None, ...] = ()
    counted_units: tuple[tuple[str, ...], ...] = ()
    claims: tuple[Claim, ...] = ()
    universal: frozenset[int] = frozenset()
    """Where a yes/no question says that it is so of all."""
    why: bool = False
    still: frozenset[int] = frozenset()
    """Where it asks whether something is still so."""
    states: tuple[range, ...] = ()
    """Where it speaks of what may be so still: "còn mấy sạp bỏ trống"."""
    degree: frozenset[int] = frozenset()
    """Where a question that asks why says how much: "vì sao … nhiều như vậy"."""
    which_in_order: bool = False
    """Whether it asks which of a series: "lần thứ mấy"."""
    as_of: bool = False
    """Whether it asks up to when something counts: "tính đến ngày nào"."""
    period: bool = False
    """Whether it asks of which period something is: "trong giai đoạn nào"."""
    costs: bool = False
    """Whether it asks what something costs: "xây lại hết bao nhiêu", "cần bao nhiêu kinh phí"."""
    denies: bool = False
    present: bool = False
    future: bool = False
    plans: bool = False
    done: bool = False
    pending: bool = False
    """Whether it asks how much is left to be done: "còn phải"."""
    comparing: bool = False
    pronoun: str | None = None
    leans_back: bool = False
    unmarked: bool = False
    misplaced: frozenset[int] = frozenset()
    """Where a syllable without marks is not the word of no weight that it looks like."""
    smalltalk: SmallTalk | None = None
    source_field: str | None = None
    about_article: bool = False
    inherited: tuple[str, ...] = field(default=())

    @cached_property
    def ask(self) -> str:
        """The leading ask; "what" where nothing tells."""
        return self.asks[0] if self.asks else "what"

    def once(self, read: Callable[[Understanding], T]) -> T:
        """What is read of the question, worked out but once, however many facts are held against it."""
        if read not in self._once_read:
            self._once_read[read] = read(self)
        found: T = self._once_read[read]
        return found

    @cached_property
    def _once_read(self) -> dict[object, Any]:
        return {}

    def where_asks(self, ask: str) -> list[int]:
        """Where the words stand that ask for something, from left to right."""
        return self._asking.get(f"ask:{ask}", [])

    @cached_property
    def _asking(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for at, role in enumerate(self.roles):
            if role and role.startswith("ask:"):
                places.setdefault(role, []).append(at)
        return places

    @cached_property
    def kinds_said(self) -> frozenset[str]:
        """The kinds of kindred words that it has any of, with marks or without."""
        found = language().kindred_phrases.everywhere(self.tokens)
        return frozenset(one.meaning for one in found)

    @cached_property
    def tellings_said(self) -> frozenset[str]:
        """The kinds of telling words that it has any of, with marks or without."""
        found = language().telling_phrases.everywhere(self.tokens)
        return frozenset(one.meaning for one in found)

    @cached_property
    def kinds_of_places(self) -> tuple[Found[str], ...]:
        """The kinds of places that it speaks of, as they are typed: among marks "phương" is no "phường"."""
        found = language().place_types.everywhere(self.tokens)
        return tuple(one for one in found if self.unmarked or stands_in_full(one, self.tokens))

    @cached_property
    def clause_before(self) -> range:
        """Where it says what something was before."""
        return clause_before(self.tokens)

    @cached_property
    def asks_amount(self) -> bool:
        """Whether it asks above all how many or which share."""
        return self.ask in ("how_many", "what_share")

    @cached_property
    def asks_reason(self) -> bool:
        """Whether it asks why, or what for ("vay để làm gì"), which no figure comes near to telling."""
        return self.why or self.asks_purpose

    @cached_property
    def asks_purpose(self) -> bool:
        """Whether it asks what for something is done: "vay để làm gì", "vay nhằm mục đích gì", "ông X vay vốn làm gì"."""
        asked = self.where_asks("what") if self.ask == "what" else []
        if not asked:
            return False
        return (
            self.may_be(asked[0], _FOR) or _AIM in self.text(asked).split(" ") or self.asks_purpose_of_doing
        )

    @cached_property
    def asks_purpose_of_doing(self) -> bool:
        """Whether it ends with "làm gì" right behind what somebody does, so that it asks what for: "bà X hiến đất làm gì"."""
        asked = self.where_asks("what") if self.ask == "what" else []
        data = language()
        if not (asked and asked[-1] == len(self.tokens) - 1):
            return False
        if not self.says(asked, frozenset(data.telling["purposes_asked"])):
            return False
        start = next((at for at in range(asked[0] - 1, -1, -1) if self.roles[at] is not None), -1) + 1
        if start and not (self.roles[start - 1] or "").startswith(("name:", "harmless")):
            return False
        start = past(self.tokens, start, data.telling["before_verbs"])
        verbs = (data.acts, data.giving, data.moving, data.opposite_verbs)
        found = (index.longest(self.tokens, start) for index in verbs)
        return any(one is not None and one.end < asked[0] for one in found)

    @cached_property
    def asks_means(self) -> bool:
        """Whether it asks by what means something is done: "bằng cách nào", "làm gì để …"."""
        asked, words = self.where_asks("what"), language().telling
        if not asked:
            return False
        said = self.text(asked)
        if any(one in said for one in words["means_asked"]):
            return True
        end = asked[-1] + 1
        if self.tokens[asked[-1]].may_be(*words["serving_to"]):
            return True
        serving = end < len(self.tokens) and self.tokens[end].may_be(*words["serving_to"])
        return serving and any(said.endswith(one) for one in words["means_asked_for"])

    @cached_property
    def asks_until(self) -> bool:
        """Whether it asks how long something lasts: "mở đến bao giờ", not "đến bao giờ mới mở"."""
        asked = self.where_asks("when")
        own = [role for role, token in zip(self.roles, self.tokens, strict=True) if token.change != "context"]
        if not asked or any(role is None for role in own[asked[0] :]):
            return False
        return any(self.may_be(at, _UNTIL) for at in (asked[0], asked[0] - 1) if at >= 0)

    @cached_property
    def asks_since(self) -> bool:
        """Whether it asks when something began to be so: "từ khi nào"."""
        asked = self.where_asks("when")
        return bool(asked) and any(self.may_be(at, _SINCE) for at in (asked[0], asked[0] - 1) if at >= 0)

    @cached_property
    def asks_where(self) -> bool:
        """Whether it asks for a place as such ("ở đâu"), which no figure tells."""
        return any(
            role == "ask:which" and token.marked in _WHERE
            for role, token in zip(self.roles, self.tokens, strict=True)
        )

    @property
    def asks_day(self) -> bool:
        """Whether it asks by itself for the day of something, and not just for when that began or was over."""
        ends = self.asks_until or self.asks_since or bool(self.inherited)
        return (self.ask == "when" or self.asks_which_days) and not ends

    @cached_property
    def asks_size(self) -> str | None:
        """The word for a size, folded, right before "how many": "rộng bao nhiêu"."""
        asked = next(iter(self.where_asks("how_many")), 0)
        before = self.tokens[asked - 1] if asked else None
        return before.folded if before and before.may_be(*language().telling["sizes"]) else None

    @cached_property
    def named_at(self) -> frozenset[int]:
        """Where the names stand that are spoken of."""
        return frozenset(at for mention in self.mentions for at in mention.span)

    @cached_property
    def spans_asked(self) -> frozenset[str]:
        """The kinds of units that "how many" itself asks for: of time by "bao lâu", of length by "bao xa"."""
        spans = language().units.everywhere([self.tokens[at] for at in self.where_asks("how_many")])
        return frozenset(one.meaning.kind for one in spans if len(one.span) > 1)

    @cached_property
    def where_sought(self) -> frozenset[int]:
        """Where the words stand that ask above all for a thing, and not how something is: "cái gì"."""
        sought = self.ask == "what" and not self.asks_manner
        return frozenset(self.where_asks("what") if sought else ())

    @cached_property
    def asks_manner(self) -> bool:
        """Whether it asks how something is or came out: "ra sao", "thế nào"."""
        manner = language().telling["manner"]
        return any(
            role == "ask:what" and token.may_be(*manner)
            for role, token in zip(self.roles, self.tokens, strict=True)
        )

    @cached_property
    def asks_which_days(self) -> bool:
        """Whether it asks on which days or in which years something is: "những ngày nào"."""
        return any(
            role == "ask:which" and token.folded in _DAYS
            for role, token in zip(self.roles, self.tokens, strict=True)
        )

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Its syllables, folded."""
        return frozenset([token.folded for token in self.tokens])

    @cached_property
    def content(self) -> list[int]:
        """The positions of the tokens that need explaining."""
        return [at for at, role in enumerate(self.roles) if role is None]

    @property
    def openings(self) -> frozenset[int]:
        """Where phrases that name its topics begin with a word of several syllables."""
        starts = {
            min(hit.positions): hit.positions for hit in self.hits if hit.positions and not hit.by_facet
        }
        compounds = language().compounds
        return frozenset(
            start
            for start, said in starts.items()
            if any(said.issuperset(found.span) for found in compounds.at(self.tokens, start))
        )

    @property
    def names(self) -> list[str]:
        """The names spoken of, each once."""
        return list(dict.fromkeys(name for mention in self.mentions for name in mention.names))

    @cached_property
    def ways(self) -> list[Found[str]]:
        """Where it says "từ" (a "source") or "về", "lên" (a "target"); not "qua", where a way only leads through."""
        return [found for found in language().directions.cover(self.tokens) if found.meaning != "through"]

    def is_bare(self, positions: Iterable[int]) -> bool:
        """Whether the words at some positions have no marks, as the whole question was typed, and so may be others."""
        return self.unmarked and not any(has_marks(self.tokens[at].marked) for at in positions)

    def may_be(self, at: int, words: AbstractSet[str]) -> bool:
        """Whether a syllable is one of some words, or one of them without its marks."""
        syllable = self.tokens[at].marked
        return syllable in words or (self.is_bare((at,)) and syllable in map(fold, words))

    def says(self, positions: Sequence[int], words: AbstractSet[str]) -> bool:
        """Whether a word is one of some, or one of them without its marks."""
        text = self.text(positions)
        return text in words or (self.is_bare(positions) and text in map(fold, words))

    def syllable(self, at: int) -> str:
        """A syllable as those of `counted_units` are spelled: without marks where the whole question was typed so."""
        return self.tokens[at].folded if self.unmarked else self.tokens[at].marked

    def text(self, positions: Iterable[int]) -> str:
        """The words at some positions, as they were read."""
        return text_at(self.tokens, sorted(positions))
