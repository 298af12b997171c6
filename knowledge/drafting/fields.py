"""How editors name the fields of a fact and its kinds; the words are data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from knowledge.text.datafiles import read_mapping
from knowledge.text.vietnamese import fold, normalize

_ALIKE = 70.0


@dataclass(frozen=True, slots=True)
class Words:
    """Words to what they stand for, all folded; `keys` has the word to show for each field.

    `now` are those that end a time with the day of the article.
    """

    fields: Mapping[str, str]
    kinds: Mapping[str, str]
    yes_or_no: Mapping[str, bool]
    keys: Mapping[str, str]
    now: tuple[str, ...]


@lru_cache(maxsize=1)
def words() -> Words:
    """The words there are."""
    content = read_mapping("fields.yaml")
    yes_or_no = {plain(word): answer == "yes" for answer in ("yes", "no") for word in content[answer]}
    keys = {field: spellings[0] for field, spellings in content["fields"].items()}
    now = tuple(map(plain, content["now"]))
    return Words(by_word(content["fields"]), by_word(content["kinds"]), yes_or_no, keys, now)


def by_word(content: Mapping[str, list[str]]) -> dict[str, str]:
    """Words to what they stand for, given the other way round; what is said in two words is typed as one, too."""
    spelled = {plain(word): meaning for meaning, spellings in content.items() for word in spellings}
    return {word.replace(" ", ""): meaning for word, meaning in spelled.items()} | spelled


def plain(word: str) -> str:
    """A word as it is compared: without marks and capitals, "_" being a space.

    >>> plain("Chủ_Đề")
    'chu de'
    """
    return " ".join(fold(normalize(word.replace("_", " "))).split())


def nearest_key(word: str) -> str | None:
    """The key that somebody may have meant who typed another word."""
    found = process.extractOne(plain(word), words().fields.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return words().keys[words().fields[found[0]]] if found else None
