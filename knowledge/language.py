"""General knowledge of Vietnamese, read from the data files in `knowledge/language/`.

Nothing here knows any topic, place or person: only how people ask, what they
abbreviate, which words never matter and which always do. Each file says in its
head what it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.abbreviations import shorthand, words_of
from knowledge.errors import LanguageError
from knowledge.phrases import PhraseIndex
from knowledge.vietnamese import fold, normalize

FOLDER = Path(__file__).parent / "language"
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every scalar as text, and so faster: there is nothing else in these files but levels."""


@dataclass(frozen=True)
class Unit:
    """What a counting word counts: its class, and its group within (None fits the whole class)."""

    kind: str
    group: int | None


@dataclass(frozen=True)
class SmallTalk:
    """A kind of small talk and the reply to it."""

    id: str
    reply: str


@dataclass(frozen=True)
class Language:
    """The data files, indexed for looking up. Built once by `language()` and never changed."""

    words: frozenset[str]
    """Well-known words, normalized; compounds with single spaces."""
    titles: frozenset[str]
    """Compounds that begin with a word that lowers or ends a post: "phó chủ tịch", "nguyên bí thư"."""
    compounds: PhraseIndex[str]
    """Words of two and more syllables, to cut runs of syllables into words."""
    harmless: PhraseIndex[str]
    restrictive: PhraseIndex[str]
    function_words: frozenset[str]
    """Single syllables that are no slip for another word: of harmless words and of asks, also folded."""
    light: PhraseIndex[str]
    """Words that seldom narrow anything, explained at a price where nothing else explains them."""
    restrictive_words: frozenset[str]
    """Single syllables that restrict; they too are no slip for another word."""
    after_verbs: frozenset[str]
    """Words that behind the verb of a topic add nothing to it ("kiện toàn thêm")."""
    synonyms: Mapping[str, tuple[str, ...]]
    """Folded word or phrase to the folded others of its groups."""
    units: PhraseIndex[Unit]
    asks: PhraseIndex[str]
    asks_before_unit: PhraseIndex[str]
    measures: frozenset[str]
    """Folded words that with a number say when, how old or which: "tháng", "tuổi", "lớp"."""
    amounts: PhraseIndex[str]
    """Words of phrases that only say that a number is meant: "tỷ lệ", "số", "mức"."""
    asks_at_end: frozenset[str]
    ask_order: tuple[str, ...]
    place_types: PhraseIndex[str]
    place_levels: Mapping[str, frozenset[int]]
    committees: PhraseIndex[str]
    place_hints: PhraseIndex[str]
    honorifics: PhraseIndex[str]
    vocatives: PhraseIndex[str]
    pronouns: PhraseIndex[str]
    follow_leading: PhraseIndex[str]
    follow_trailing: PhraseIndex[str]
    comparison: PhraseIndex[str]
    comparison_markers: PhraseIndex[str]
    joints: PhraseIndex[str]
    differences: PhraseIndex[str]
    claims: PhraseIndex[str]
    directions: PhraseIndex[str]
    source_fields: PhraseIndex[str]
    source_words: PhraseIndex[str]
    source_things: PhraseIndex[str]
    smalltalk: PhraseIndex[SmallTalk]
    own_phrases: tuple[str, ...]
    """Every phrase of the data files: they belong to the vocabulary too."""
    old_places: tuple[tuple[str, str, str], ...]
    """(type, name, province) of provinces and districts before July 2025."""


@lru_cache(maxsize=1)
def language() -> Language:
    """The language data that comes with Hỏi Đáp. Raises LanguageError for a malformed file."""
    asks = _mapping("asks")
    places = _mapping("places")
    people = _mapping("people")
    follow = _mapping("followups")
    comparison = _mapping("comparison")
    source = _mapping("source")
    claims = _mapping("claims")
    directions = _mapping("directions")
    units = _mapping("units")
    smalltalk = _read("smalltalk.yaml")
    synonyms = _read("synonyms.yaml")
    light = list(_lines("light"))
    words = frozenset(" ".join(words_of(line)) for line in _lines("words"))
    harmless = list(_lines("harmless"))
    restrictive = list(_lines("restrictive"))
    asking = [str(p) for given in asks.values() for p in (*given.get("phrases", ()), *given.get("final", ()))]
    linking = [*comparison["words"], *places["hints"], *_phrases_in(directions)]
    functional = {
        spelled[0] for spelled in map(words_of, (*harmless, *asking, *linking)) if len(spelled) == 1
    }
    return Language(
        words=words,
        function_words=frozenset(functional | set(map(fold, functional))),
        titles=frozenset(
            f"{lower} {post}"
            for lower in people["lowering"]
            for post in (*people["posts"], *people["lowering"])
        ),
        compounds=_index(w for w in words if " " in w),
        harmless=_index(harmless),
        restrictive=_index(restrictive),
        restrictive_words=frozenset(words_of(w)[0] for w in restrictive if " " not in w),
        light=_index(light),
        after_verbs=frozenset(map(normalize, _lines("after-verbs"))),
        synonyms=_groups(synonyms),
        units=PhraseIndex(_units(units)),
        asks=_by_kind({ask: given.get("phrases", ()) for ask, given in asks.items()}),
        asks_before_unit=_by_kind({ask: given.get("before_unit", ()) for ask, given in asks.items()}),
        measures=frozenset(map(fold, units["measures"])),
        amounts=_index(units["amounts"]),
        asks_at_end=frozenset(normalize(w) for words in asks.values() for w in words.get("final", ())),
        ask_order=tuple(asks),
        place_types=_index(places["types"]),
        place_levels={normalize(t): frozenset(map(int, levels)) for t, levels in places["types"].items()},
        committees=PhraseIndex(places["committees"].items()),
        place_hints=_index(places["hints"]),
        honorifics=_index(people["honorifics"]),
        vocatives=_index(people["vocatives"]),
        pronouns=_by_kind(people["pronouns"]),
        follow_leading=_index(follow["leading"]),
        follow_trailing=_index(follow["trailing"]),
        comparison=_index(comparison["words"]),
        comparison_markers=_index(comparison["markers"]),
        joints=_index(comparison["joints"]),
        differences=_index(comparison["difference"]),
        claims=_by_kind(claims),
        directions=_by_kind(directions),
        source_fields=_by_kind({f: phrases for f, phrases in source.items() if f not in ("thing", "filler")}),
        source_words=_index([*source["thing"], *source["filler"]]),
        source_things=_index([*source["thing"], *source["title"], *source["author"]]),
        smalltalk=PhraseIndex(
            (phrase, SmallTalk(entry["id"], entry["reply"]))
            for entry in smalltalk
            for phrase in entry["phrases"]
        ),
        own_phrases=tuple(
            _phrases_in(
                [
                    harmless,
                    restrictive,
                    light,
                    asks,
                    follow,
                    people,
                    comparison,
                    source,
                    claims,
                    [entry["phrases"] for entry in smalltalk],
                    synonyms,
                    units,
                    list(shorthand().values()),
                    list(places["types"]),
                ]
            )
        ),
        old_places=tuple(_old_places()),
    )


def _phrases_in(content: Any) -> Iterator[str]:  # noqa: ANN401  whatever the files hold
    """The texts in nested lists and mappings; a tuple holds the words of one text."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, tuple):
        for meaning in content:
            yield " ".join(meaning)
    elif isinstance(content, dict):
        yield from _phrases_in(list(content.values()))
    elif isinstance(content, list):
        for item in content:
            yield from _phrases_in(item)


def _index(phrases: Any) -> PhraseIndex[str]:  # noqa: ANN401  any iterable of phrases
    return PhraseIndex((phrase, normalize(phrase)) for phrase in map(str, phrases))


def _by_kind(phrases: Mapping[str, Iterable[str]]) -> PhraseIndex[str]:
    """Phrases that each mean the kind they are listed under."""
    return PhraseIndex((phrase, kind) for kind, given in phrases.items() for phrase in given)


def _read(name: str) -> Any:  # noqa: ANN401  YAML holds anything
    try:
        return yaml.load(_text(name), Loader=_LOADER)  # noqa: S506  a safe loader
    except yaml.YAMLError as error:
        raise LanguageError(f"{FOLDER / name}: {error}") from error


def _text(name: str) -> str:
    try:
        return (FOLDER / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LanguageError(f"{FOLDER / name}: {error}") from error


def _mapping(name: str) -> dict[str, Any]:
    content = _read(f"{name}.yaml")
    if not isinstance(content, dict):
        raise LanguageError(f"{FOLDER / name}.yaml: not a mapping")
    return content


def _lines(name: str) -> Iterator[str]:
    for line in _text(f"{name}.txt").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def _groups(groups: list[list[str]]) -> dict[str, tuple[str, ...]]:
    """Each folded member to all the others it may stand for."""
    others: dict[str, dict[str, None]] = {}
    for group in groups:
        members = [fold(" ".join(words_of(str(word)))) for word in group]
        for member in members:
            others.setdefault(member, {}).update(dict.fromkeys(m for m in members if m != member))
    return {member: tuple(rest) for member, rest in others.items()}


def _units(content: dict[str, Any]) -> Iterator[tuple[str, Unit]]:
    for kind, entry in content["classes"].items():
        for word in entry.get("generic", ()):
            yield str(word), Unit(kind, None)
        for number, group in enumerate(entry.get("nouns", ())):
            for word in group:
                yield str(word), Unit(kind, number)


def _old_places() -> Iterator[tuple[str, str, str]]:
    for line in _lines("places-before-2025"):
        kind, name, *province = (part.strip() for part in line.split("|"))
        yield kind, name, province[0] if province else ""
