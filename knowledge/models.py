"""The knowledge as data: articles, names, topics, facts, and the packs they travel in.

All of them are frozen; sequences are tuples. What comes from outside is checked by
pydantic, unknown keys refused; answers are our own. What the fields mean is told in
the README's chapter on packs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError, from_json

from knowledge.fields import Day, Id, Moment, Text, Value, Whole, fault

Kind = Literal["count", "share", "person", "date", "list", "statement", "not_stated"]
NameKind = Literal["place", "person", "organisation", "document"]
NUMERIC_KINDS = ("count", "share")
PLACEHOLDERS = ("{place}", "{person}", "{organisation}", "{document}")
_DATE_VALUE = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")


_BLANK: dict[type[BaseModel], Any] = {}
"""One of each kind of value, its fields in their order, with what they are where nothing else is given."""


class Frozen(BaseModel):
    """A value that never changes and has no keys but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def from_store(cls, body: str) -> Self:
        """What the store keeps as JSON; it was checked on its way in, and is not again."""
        return cls.restored(from_json(body))

    @classmethod
    def restored(cls, given: Mapping[str, Any]) -> Self:
        """What was once made JSON of."""
        fields = {
            key: _FROM_JSON[key](value) if key in _FROM_JSON and value is not None else value
            for key, value in given.items()
        }
        if cls not in _BLANK:
            required = (name for name, field in cls.model_fields.items() if field.is_required())
            _BLANK[cls] = cls.model_construct(**dict.fromkeys(required))
        blank: Self = _BLANK[cls]
        return blank.model_copy(update=fields)  # takes half the time of constructing it


class Article(Frozen):
    """Where facts come from. What the source does not give is None, never invented."""

    id: Id
    title: Text | None = None
    about: Text | None = None
    series: Text | None = None
    publisher: Text | None = None
    author: Text | None = None
    published: Moment
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    text: str | None = None

    @model_validator(mode="after")
    def _has_a_label(self) -> Self:
        if not (self.title or self.about):
            raise PydanticCustomError(
                "no_label", "an article without a title needs 'about', so that it can be cited"
            )
        return self

    @property
    def label(self) -> str:
        """Title, or where the source has none, what it is about."""
        return self.title or self.about or self.id


class Name(Frozen):
    """A place, person, organisation or document that questions may be about."""

    id: Id
    name: Text
    kind: NameKind
    type: Text | None = None
    aliases: tuple[Text, ...] = ()
    part_of: Id | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)

    @property
    def in_full(self) -> str:
        """The name with its type before it, unless it begins with that: "huyện Khuê Thượng"."""
        if self.type and not self.name.casefold().startswith(self.type.casefold()):
            return f"{self.type} {self.name}"
        return self.name

    @property
    def placeholder(self) -> str:
        """What stands for such a name in examples: "{place}"."""
        return f"{{{self.kind}}}"


class Topic(Frozen):
    """What can be asked about a name; `phrases` and `examples` teach how people put it."""

    id: Id
    label: Text
    phrases: tuple[Text, ...] = ()
    examples: tuple[Text, ...] = ()

    @field_validator("examples")
    @classmethod
    def _known_placeholders(cls, examples: tuple[str, ...]) -> tuple[str, ...]:
        for example in examples:
            for found in _PLACEHOLDER.findall(example):
                if found not in PLACEHOLDERS:
                    allowed = ", ".join(PLACEHOLDERS)
                    raise fault(
                        "placeholder", "{value} in {example}: only {allowed} stand for names", found,
                        example=repr(example), allowed=allowed,
                    )  # fmt: skip
        return examples


class Period(Frozen):
    """The time a fact speaks of, and the day it speaks from."""

    label: Text | None = None
    since: Day | None = None
    as_of: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.as_of and self.since > self.as_of:
            raise PydanticCustomError(
                "order", "since {since} is after as_of {as_of}",
                {"since": str(self.since), "as_of": str(self.as_of)},
            )  # fmt: skip
        return self


class Fact(Frozen):
    """One checkable statement of one article.

    `value` is a number for `count` and `share` (with `of` as its whole), an ISO
    day or month for `date`, None otherwise. `facets` are what narrows the fact
    down from its plain topic. `parts` are its breakdown; with `complete` they
    add up to it.
    """

    id: Id
    article: Id
    subject: Id
    topic: Id
    kind: Kind
    value: Value = None
    of: Whole = None
    unit: Text | None = None
    items: tuple[Text, ...] = ()
    facets: tuple[Text, ...] = ()
    period: Period | None = None
    statement: Text
    note: Text | None = None
    paragraph: Annotated[int, Field(ge=0, strict=True)] | None = None
    quote: str | None = None
    complete: bool = False
    parts: tuple[Fact, ...] = ()

    @model_validator(mode="after")
    def _value_suits_kind(self) -> Self:
        if problem := _value_problem(self):
            raise problem
        return self

    @model_validator(mode="after")
    def _parts_add_up(self) -> Self:
        if self.complete and (problem := sum_problem(self, self.parts)):
            raise problem
        return self

    @property
    def number(self) -> float | None:
        """The figure of a count or share, else None."""
        return self.value if isinstance(self.value, (int, float)) else None

    def family(self) -> Iterator[Fact]:
        """The fact and all its parts, whole before part."""
        yield self
        for part in self.parts:
            yield from part.family()


def _value_problem(fact: Fact) -> PydanticCustomError | None:
    """The field that does not suit the kind, and why."""
    kind, value = fact.kind, fact.value
    own = {"field": "value", "kind": kind}
    if kind in NUMERIC_KINDS:
        if isinstance(value, str) or value is None:
            return fault("needs_number", "{value}: a {kind} needs a number", value, **own)
    elif kind == "date":
        if not isinstance(value, str) or not _is_date(value):
            said = "{value}: a date is an ISO day or month, such as 2021-04-12 or 2020-11"
            return fault("no_date", said, value, **own)
    elif value is not None:
        return fault("no_value", "{value}: a {kind} has no value", value, **own)
    if fact.of is not None and kind != "share":
        return fault("no_whole", "{value}: only a share is of something", fact.of, field="of")
    if kind in ("person", "list") and not fact.items:
        return fault("needs_items", "a {kind} names its items", None, field="items", kind=kind)
    return None


def _is_date(value: str) -> bool:
    if not _DATE_VALUE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value if value.count("-") > 1 else f"{value}-01")
    except ValueError:
        return False
    return True


def sum_problem(fact: Fact, parts: Sequence[Fact]) -> PydanticCustomError | None:
    """Why parts do not make up a fact that is complete by them; None where they do."""
    if fact.number is None:
        said = "complete says that the parts add up, but a {kind} has no figure"
        return fault("sum_of_none", said, None, kind=fact.kind)
    figures = [part.number for part in parts]
    if not figures or None in figures:
        said = "complete says that the parts add up, but not every part has a figure"
        return fault("sum_of_none", said, None)
    total = sum(Decimal(str(figure)) for figure in figures)
    if total != Decimal(str(fact.value)):
        return fault("sum", "the parts add up to {total}, not to {value}", fact.value, total=str(total))
    return None


_FROM_JSON: Mapping[str, Callable[[Any], object]] = {
    "published": datetime.fromisoformat,
    "since": date.fromisoformat,
    "as_of": date.fromisoformat,
    "period": Period.restored,
    "parts": lambda parts: tuple(map(Fact.restored, parts)),
    **dict.fromkeys(("aliases", "phrases", "examples", "items", "facets"), tuple),
}
"""How the fields are read that JSON has no type for."""

INHERITED = ("article", "subject", "topic", "kind", "unit", "period", "paragraph")
"""What a part takes over from its whole unless it says otherwise."""


class Pack(Frozen):
    """One file of knowledge: an article with its facts, names and topics, or only some of these."""

    article: Article | None = None
    names: tuple[Name, ...] = ()
    facts: tuple[Fact, ...] = ()
    topics: tuple[Topic, ...] = ()

    def all_facts(self) -> Iterator[Fact]:
        """Every fact and part of the pack, whole before part."""
        for fact in self.facts:
            yield from fact.family()


# ── answers ─────────────────────────────────────────────────────────────────────────────

Status = Literal["answered", "not_stated", "quoted", "clarify", "unknown", "chat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where an answer stands: the article, and the paragraph in it."""

    article: Id
    title: str | None
    about: str | None
    author: str | None
    published: date
    paragraph: int | None
    url: str | None
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSummary:
    """A fact as answers list it."""

    id: Id
    subject: Id
    topic: Id
    kind: Kind
    value: int | float | str | None
    of: int | float | None
    unit: str | None
    items: tuple[str, ...]
    article: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One reading to choose, and the question that asks for just it."""

    label: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The part of an answer that rests on one fact (or on none, where nothing is known).

    `lead` is the figure, name or date asked for, `sentence` says it in full, `quote`
    has the article's own words, `rows` are its breakdown, `period` the time it speaks of.
    """

    lead: str | None = None
    sentence: str
    quote: str | None = None
    heading: str | None = None
    rows: tuple[str, ...] = ()
    period: str | None = None
    note: str | None = None
    citation: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """How a question was read, in ids and words."""

    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    ask: str = "what"
    facets: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer in its parts; `handlers.rendering` makes text of it.

    `verdict` is "Có" or "Không" where a fact decides a yes/no question; `read_as`
    says how a follow-up was understood; `remark` closes a comparison.
    """

    question: str
    status: Status
    verdict: str | None = None
    blocks: tuple[Block, ...] = ()
    remark: str | None = None
    read_as: str | None = None
    facts: tuple[FactSummary, ...] = ()
    options: tuple[Option, ...] = ()
    suggestions: tuple[str, ...] = ()
    understood: Understood = Understood()
    elapsed_ms: float = 0.0

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of all blocks, each once."""
        return tuple(dict.fromkeys(block.citation for block in self.blocks if block.citation))
