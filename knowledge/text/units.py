"""Whether the thing counted is the thing that was asked to be counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import eq

from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.counting import PERSONS, Unit
from knowledge.text.language import language
from knowledge.text.vietnamese import fold, has_marks, marks_agree

_SEPARATORS = re.compile(r"[,/;]| và | hoặc ")
_NUMBER_OF = ("số",)
_TURN = "lượt"
_WHO_BELONGS = (("viên",), ("trưởng",), ("phó",))
"""What makes of a group somebody in it: "tổ | viên"."""
_HOUSEHOLDS = "ho"
_THOUSAND = ("nghìn", "ngàn")
_OF_PERSONS = (PERSONS, "luot", "luot_nguoi", "tien")
"""The class of persons, and those of what stands before them where they are counted: "lượt", "nghìn"."""
_MONEY = ("tien", "tien_tren_don_vi")
_SIZES = {"dien_tich": "areas", "chieu_dai": "lengths", "khoi_luong": "weights"}
"""By classes of what is counted, the kind of telling words for what figures of it are called."""
_SCALES = frozenset(["chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ"])


def units_of(words: Sequence[str]) -> tuple[Unit, ...]:
    """What some words count, in all classes that they are of."""
    return _units_in(" ".join(words))


@lru_cache(maxsize=10_000)
def compatible(asked: tuple[str, ...], unit: str | None) -> bool:
    """Whether "bao nhiêu <asked>" can be answered with a figure in `unit`.

    The asked words may be the unit's own, a word for the same ("đồng chí" for
    "cán bộ"), or the general word of its class ("người" for either). Words of two
    known classes, or of two groups of one class, are different things, and so are
    turns and those who took them ("lượt người" and "người"); where either is not known as a unit, the words themselves must be accounted for
    elsewhere, and nothing is said against them here.
    """
    if unit is None or are_children(asked, unit):
        return True
    if (own := _without_scale(unit)) != unit and len(asked) > 1 and marks_agree(asked[0], words_of(unit)[0]):
        asked = asked[1:]
    asked, unit = in_ones(asked, unit), own
    if not asked:
        return True
    if counts_turns(asked) is not counts_turns(words_of(unit)):
        visitors = (one.split(" ") for one in language().visiting)
        if not any(len(asked) == len(one) and all(map(marks_agree, asked, one)) for one in visitors):
            return False
        unit = " ".join(without_turns(words_of(unit)))
    meant = language().spoken_units.get(asked, ())
    return any(_may_count(words, unit) for words in (asked, *meant))


def is_paid_for_each(asked: Sequence[str], unit: str | None) -> bool:
    """Whether it is asked how many there are of what money is told for each of: "lít" of "đồng/lít"."""
    paid, *each = (unit or "").split("/")
    if not (each and is_money(paid)):
        return False
    same = [_is_the_same(asked, words_of(part)) for part in (paid, *each)]
    return any(same[1:]) and not same[0]


def _may_count(asked: tuple[str, ...], unit: str) -> bool:
    """Whether a unit is the one asked for, of one class with it, or nothing is known against that."""
    if any(_is_the_same(asked, part) for part in _counted_things(unit)):
        return True
    asked_units = units_of(asked)
    if "%" in unit:
        return any(found.kind == "phan_tram" for found in asked_units) if asked_units else True
    given_units = _things_in(unit)
    if not asked_units or not given_units:
        return True
    return any(_same(a, g) for a in asked_units for g in given_units)


@lru_cache(maxsize=10_000)
def is_known_for(asked: tuple[str, ...], unit: str | None) -> bool:
    """Whether compatible units are so by what they are, and not for want of knowing one of them."""
    if unit is None:
        return False
    if are_children(asked, unit) or any(_is_the_same(asked, part) for part in _counted_things(unit)):
        return True
    return bool(units_of(asked)) and (bool(_things_in(unit)) or "%" in unit)


@lru_cache(maxsize=10_000)
def is_narrower(asked: tuple[str, ...], unit: str | None) -> bool:
    """Whether what is asked for is but some of what the general word of a class counts: "ngư dân" of "người"."""
    said = " ".join(asked)
    if any(
        all(map(marks_agree, asked, one.split(" ")))
        for one in language().anyone
        if one.count(" ") == said.count(" ")
    ):
        return False
    wanted, given = units_of(asked), _things_in(unit or "")
    general = {found.kind for found in given if found.group is None}
    return bool(wanted) and all(found.group is not None and found.kind in general for found in wanted)


@lru_cache(maxsize=10_000)
def are_of_one_class(one: tuple[str, ...], other: str | None) -> bool:
    """Whether two things are counted in the same class: "tân binh" and "công dân" are both persons."""
    kinds = {unit.kind for unit in _things_in(other or "")}
    return any(unit.kind in kinds for unit in units_of(one))


def is_of_those(asked: Sequence[str], unit: str) -> bool:
    """Whether a unit is a thing of persons who are asked for: "giấy phép lái xe" of "tài xế"."""
    owners = [one for one in _units_in(unit) if one not in _things_in(unit)]
    return any(_same(a, owner) for a in units_of(asked) for owner in owners)


def begins_with_person(text: str) -> bool:
    """Whether what a text of ours is of is called by a word for persons; "vi phạm" only looks as if it began with "vị"."""
    found = language().units.at(words := read_known(text), 0)
    return any(one.meaning.is_person and (len(one.span) > 1 or has_marks(words[0].marked)) for one in found)


def begins_with_household(text: str) -> bool:
    """Whether what a text of ours is of is called by a word for households: "hộ nghèo"."""
    return any(one.meaning.kind == _HOUSEHOLDS for one in language().units.at(read_known(text), 0))


def is_money(unit: str | None) -> bool:
    """Whether money is counted, by itself or for each of something."""
    return any(found.kind in _MONEY for found in units_of(words_of(_without_scale(unit or ""))))


@lru_cache(maxsize=10_000)
def measures(unit: str | None) -> bool:
    """Whether a unit counts no things, but money or how large, long or heavy something is."""
    kinds = {found.kind for found in units_of(words_of(_without_scale(unit or "")))}
    return is_money(unit) or (bool(kinds) and kinds.issubset(language().telling["size_units"]))


@lru_cache(maxsize=10_000)
def names_of_size(unit: str | None) -> frozenset[str]:
    """What figures in a unit are called: "diện tích" of hectares."""
    kinds = {found.kind for found in units_of(words_of(_without_scale(unit or "")))}
    return frozenset(name for kind in kinds if kind in _SIZES for name in language().telling[_SIZES[kind]])


@lru_cache(maxsize=1)
def all_names_of_size() -> frozenset[str]:
    """What figures in any units of size are called."""
    return frozenset(name for kind in _SIZES.values() for name in language().telling[kind])


def are_children(asked: Sequence[str], unit: str | None) -> bool:
    """Whether children are asked to be counted and are counted, by words that may be of any child: "cháu", "em"."""
    children = language().kindred["any_child"]
    return unit in children and " ".join(asked) in children


def counts_thousands(words: Sequence[str]) -> bool:
    """Whether thousands are counted: "nghìn đồng"."""
    return bool(words) and any(marks_agree(words[0], one) for one in _THOUSAND)


def in_ones(asked: tuple[str, ...], unit: str | None) -> tuple[str, ...]:
    """What is asked to be counted, without "nghìn" but where a unit is one of thousands: "nghìn đồng"."""
    apart = counts_thousands(asked) and not counts_thousands(words_of(_without_scale(unit or "")))
    return asked[1:] if apart else asked


def is_one_of_places(asked: Sequence[str], unit: str | None) -> bool:
    """Whether places of several kinds are counted together, and one of these is asked for: "phường" of "xã, phường"; a "xóm" is no other kind than a "thôn"."""
    kinds = [fold(kind).strip() for kind in (unit or "").split(",")]
    hamlets = {fold(kind) for kind in language().telling["hamlets"]}
    several = len(kinds) > 1 and fold(" ".join(asked)) in kinds and not hamlets.issuperset(kinds)
    return several and not set(kinds).isdisjoint(map(fold, language().place_levels))


def is_for_each(said: tuple[str, ...], thing: str) -> bool:
    """Whether a rate is for just what is said: "một khối" is for a "m3"."""
    same = fold(thing).startswith(fold(" ".join(said)))
    return same or (compatible(said, thing) and is_known_for(said, thing))


def counts_places(unit: str | None) -> bool:
    """Whether a unit counts communes or the like: "xã, phường"."""
    return any(kind.strip() in language().place_levels for kind in (unit or "").split(","))


@lru_cache(maxsize=10_000)
def kinds_of_places(words: tuple[str, ...]) -> frozenset[str]:
    """The kinds of places, folded, that some words name one behind the other: three of "xã phường thị trấn"; none where they say anything else."""
    rest, found = fold(" ".join(words)), set[str]()
    kinds = sorted(map(fold, language().place_levels), key=len, reverse=True)
    while rest:
        kind = next((kind for kind in kinds if f"{rest} ".startswith(f"{kind} ")), None)
        if kind is None:
            return frozenset()
        found.add(kind)
        rest = rest[len(kind) :].lstrip()
    return frozenset(found)


def counts_turns(words: Sequence[str]) -> bool:
    """Whether turns are counted, of which one person may take several."""
    return bool(words) and marks_agree(words[0], _TURN)


def without_turns(words: Sequence[str]) -> tuple[str, ...]:
    """The words without the one that says that turns are counted."""
    return tuple(words[1:] if counts_turns(words) else words)


def _without_scale(unit: str) -> str:
    """A unit without the scale before what it counts: "triệu lượt khách", but not "triệu đồng"."""
    scale, _, counted = unit.partition(" ")
    return counted if scale in _SCALES and counted and not counted.startswith("đồng") else unit


def _counted_things(unit: str) -> Iterator[tuple[str, ...]]:
    """The things a unit counts: "xã, phường" are two, and "số hộ" is households."""
    for part in _SEPARATORS.split(unit):
        words = tuple(token.marked for token in read_known(part))
        if words:
            yield words
        if words[:1] == _NUMBER_OF:
            yield words[1:]


def _is_the_same(asked: Sequence[str], given: Sequence[str]) -> bool:
    """Whether one of two things is the other's head: "hộ" and "hộ nghèo", not "bộ" and "cán bộ", nor "tổ" and "tổ viên"."""
    shorter = min(len(asked), len(given))
    if any(words[shorter : shorter + 1] in _WHO_BELONGS for words in (tuple(asked), tuple(given))):
        return False
    agree = eq if any(map(has_marks, asked)) else marks_agree
    return shorter > 0 and all(map(agree, asked[:shorter], given[:shorter]))


@lru_cache(maxsize=10_000)
def _things_in(unit: str) -> tuple[Unit, ...]:
    """What a unit counts, without the persons that a thing is for: "giấy phép | lái xe" are no drivers."""
    found = _units_in(unit)
    head = {one.meaning.kind for one in language().units.at(read_known(unit), 0)}
    if not head or head.intersection(_OF_PERSONS) or "," in unit:
        return found
    return tuple(one for one in found if not one.is_person)


@lru_cache(maxsize=10_000)
def _units_in(text: str) -> tuple[Unit, ...]:
    """The units that the words of a text are; the longest phrase at each place, in all its classes."""
    index, tokens = language().units, read_known(text)
    found: list[Unit] = []
    at = 0
    while at < len(tokens):
        matches = index.at(tokens, at)
        end = max((m.end for m in matches), default=at + 1)
        found += [m.meaning for m in matches if m.end == end]
        at = end
    return tuple(found)


def _same(asked: Unit, given: Unit) -> bool:
    return asked.kind == given.kind and (
        asked.group is None or given.group is None or asked.group == given.group
    )
