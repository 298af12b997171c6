"""A world of any size to ask about: places in provinces and districts, topics, and articles with facts.

Everything follows from the number of facts alone, so that every run and every
process sees the same world. Facts come as plain dictionaries in the form of a
pack's; `packs` writes them as YAML or makes models of them.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from knowledge.text.vietnamese import fold
from tests.benchmarks.vocabulary import FIELDS, FIRST, SECOND, Field

if TYPE_CHECKING:
    from collections.abc import Iterator

FACTS_PER_ARTICLE = 1_000
_BRANCHING = 12
"""How many districts a province has, and communes a district."""
_TYPES = ("tỉnh", "huyện", "xã")
_SIZES = ((1_000, 80, 30), (10_000, 400, 100), (100_000, 2_000, 250), (1_000_000, 6_000, 400))
"""Of a store with so many facts: how many places and how many topics it has."""
_WITH_SHARE, _WITH_STATEMENT, _WITH_UNSTATED = 0.3, 0.25, 0.2

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A place, its type, and the index of what it is part of."""

    id: str
    name: str
    type: str
    above: int | None


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic: what is done, to what, and how it is counted."""

    id: str
    verb: str
    noun: str
    field: Field


@dataclass(frozen=True, slots=True)
class Made:
    """A fact with what a question about it needs: whose it is, and a question that rivals store."""

    entry: Entry
    place: Place
    subject: Subject
    question: str


def seeded(seed: int | str) -> random.Random:
    """Chance that falls out the same every time."""
    return random.Random(seed)  # noqa: S311  nothing here is secret


def slug(text: str) -> str:
    """A text as an id."""
    return fold(text).lower().replace(" ", "-")


class World:
    """Places, topics and articles for a store of `facts` facts."""

    def __init__(self, facts: int) -> None:
        """Lay out the world; its facts are only made when they are wanted."""
        self.facts = facts
        self._places, self._topics = _between(facts)
        self._names = _names(2 * self._places)

    @cached_property
    def places(self) -> list[Place]:
        """Provinces first, then districts, then communes; a twelfth of the places are not the lowest."""
        communes = round(self._places * (1 - 1 / _BRANCHING))
        districts = max(1, round(communes / _BRANCHING))
        provinces = max(1, self._places - communes - districts)
        places: list[Place] = []
        for at, name in enumerate(self._names[: provinces + districts + communes]):
            level = (at >= provinces) + (at >= provinces + districts)
            above = (None, at % provinces, provinces + at % districts)[level]
            places.append(Place(f"noi/{slug(name)}", name, _TYPES[level], above))
        return places

    @cached_property
    def unheard_of(self) -> list[str]:
        """Names of communes that the store does not have."""
        return self._names[self._places :]

    @cached_property
    def subjects(self) -> list[Subject]:
        """The topics, of all fields."""
        subjects = [
            Subject(slug(f"{verb} {noun}"), verb, noun, field)
            for field in FIELDS
            for verb in field.verbs
            for noun in field.nouns
        ]
        seeded(1).shuffle(subjects)
        return subjects[: self._topics]

    def articles(self) -> Iterator[tuple[Entry, list[Made]]]:
        """Each article with its facts, whole before part; the world's number of facts in all."""
        left = self.facts
        number = 0
        pairs = self._pairs()
        while left:
            entry = _article(number)
            made: list[Made] = []
            while len(made) < min(FACTS_PER_ARTICLE, left):
                place, subject = next(pairs)
                room = min(FACTS_PER_ARTICLE, left) - len(made)
                made += _family(entry, place, subject)[:room]
            _close(made)
            yield entry, made
            left -= len(made)
            number += 1

    def _pairs(self) -> Iterator[tuple[Place, Subject]]:
        """Every place with topics of its own choice; over and over with other topics until enough."""
        chance = seeded(2)
        orders = [chance.sample(self.subjects, len(self.subjects)) for _ in range(50)]
        step = max(1, round(self.facts / self._places / 6))
        for start in range(0, len(self.subjects), step):
            for at, place in enumerate(self.places):
                for subject in orders[at % len(orders)][start : start + step]:
                    yield place, subject


def _between(facts: int) -> tuple[int, int]:
    """The number of places and topics of a store, by the nearest size that is not smaller."""
    return next(((places, topics) for size, places, topics in _SIZES if facts <= size), _SIZES[-1][1:])


def _names(wanted: int) -> list[str]:
    """Names of two syllables, no two of which are the same without marks."""
    names = {
        fold(f"{first} {second}"): f"{first} {second}"
        for first in FIRST
        for second in SECOND
        if first != second
    }
    chosen = list(names.values())
    seeded(3).shuffle(chosen)
    return chosen[:wanted]


def _article(number: int) -> Entry:
    year = 2018 + number % 7
    return {
        "id": f"bai-{number:05}",
        "title": f"Chuyện làm ăn ở cơ sở, kỳ {number + 1}",
        "author": "Phan Đình Khôi",
        "published": f"{year + 1}-01-{1 + number % 28:02}T08:00:00+07:00",
    }


def _family(article: Entry, place: Place, subject: Subject) -> list[Made]:
    """What an article says of one place and topic: a count with its parts, and at times more."""
    chance = seeded(f"{place.id} {subject.id}")
    where, doing = f"{place.type.capitalize()} {place.name}", f"{subject.verb} {subject.noun}"
    year = int(article["published"][:4]) - 1
    period = {"label": f"năm {year}", "since": f"{year}-01-01", "as_of": f"{year}-12-31"}
    key = f"{article['id']}/{place.id}/{subject.id}"
    common = {"article": article["id"], "subject": place.id, "topic": subject.id, "period": period}
    common["paragraph"] = chance.randint(1, 30)
    made: list[Made] = []

    def add(tail: str, question: str, **own: Any) -> Entry:
        entry = {"id": f"{key}{tail}", **common, **own}
        made.append(Made(entry, place, subject, question))
        return entry

    counts = [chance.randint(2, 400) for _ in range(chance.randint(2, len(subject.field.facets)))]
    unit, noun = subject.field.unit, f"{subject.verb} bao nhiêu {subject.field.unit} {subject.noun}"
    add(
        "", f"{place.name} {noun}", kind="count", value=sum(counts), unit=unit, complete=True, parts=[],
        statement=f"{where} đã {subject.verb} {sum(counts)} {unit} {subject.noun} trong năm {year}.",
    )  # fmt: skip
    for at, (count, facet) in enumerate(zip(counts, subject.field.facets, strict=False)):
        add(
            f"/{at}", f"{place.name} {noun} {facet}", kind="count", value=count, unit=unit, facets=[facet], part=True,
            statement=f"{where} đã {subject.verb} {count} {unit} {subject.noun} {facet}.",
        )  # fmt: skip
    if chance.random() < _WITH_SHARE:
        of = chance.randint(6, 30)
        value = chance.randint(1, of)
        add(
            "/thon", f"{place.name} có bao nhiêu thôn {doing}", kind="share", value=value, of=of, unit="thôn",
            statement=f"{value} trên {of} thôn của {where} {doing}.",
        )  # fmt: skip
    if chance.random() < _WITH_STATEMENT:
        statement = f"{where} {doing} theo kế hoạch từng quý, do các thôn tự chọn cách làm."
        add("/cach", f"{place.name} {doing} như thế nào", kind="statement", statement=statement)
    if chance.random() < _WITH_UNSTATED:
        statement = f"Bài báo không nêu kinh phí {doing} của {where}."
        add(
            "/kinh-phi",
            f"kinh phí {doing} ở {place.name} là bao nhiêu",
            kind="not_stated",
            facets=["kinh phí"],
            statement=statement,
        )
    return made


def _close(made: list[Made]) -> None:
    """Hang parts into their wholes; a whole whose last parts found no room is incomplete."""
    whole: Entry | None = None
    for one in made:
        if one.entry.pop("part", False):
            assert whole is not None
            whole["parts"].append(one.entry)
        elif "parts" in one.entry:
            whole = one.entry
    last = made[-1].entry
    if whole is not None and (last is whole or last in whole["parts"]):
        whole["complete"] = bool(whole["parts"]) and whole["value"] == sum(
            part["value"] for part in whole["parts"]
        )


def is_part(fact: Entry) -> bool:
    """Whether a fact is a part of another, and comes with it."""
    return fact["id"].rpartition("/")[2].isdigit()
