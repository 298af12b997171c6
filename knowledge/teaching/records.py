"""Names and topics in the making: what an editor types, read into what a pack holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, cast

from knowledge.drafting.fields import by_word, plain
from knowledge.drafting.lines import take_apart, unquoted
from knowledge.drafting.problems import Problem
from knowledge.models import Name, NameKind, Topic
from knowledge.questions.question import understand
from knowledge.reading.lexicon import Lexicon
from knowledge.teaching.overlaps import is_same
from knowledge.text.datafiles import read_mapping
from knowledge.text.language import language
from knowledge.text.vietnamese import normalize

Entry = dict[str, Any]
"""The fields of a name or topic, as far as they are known; lists for those with several values."""
Record = Literal["name", "topic"]
MANY = ("aliases", "phrases", "examples", "without")
"""The fields that hold several texts."""
TITLE: Mapping[Record, str] = {"name": "name", "topic": "label"}
"""What each goes by."""
_PARTED = re.compile(r"\s*[;\n]\s*")
_REST = 2
"""How many words go on behind the one that tells what kind of thing a name is: "Hội An" is no society."""
_HOLE = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Words:
    """Words to what they stand for, all folded; `keys` has the word to show for each field."""

    fields: Mapping[Record, Mapping[str, str]]
    keys: Mapping[Record, Mapping[str, str]]
    kinds: Mapping[str, NameKind]
    types: Mapping[str, NameKind]


@lru_cache(maxsize=1)
def words() -> Words:
    """The words there are."""
    content = read_mapping("records.yaml")
    records: tuple[Record, Record] = ("name", "topic")
    return Words(
        fields={of: by_word(content[of]) for of in records},
        keys={of: {field: spellings[0] for field, spellings in content[of].items()} for of in records},
        kinds=cast("Mapping[str, NameKind]", by_word(content["kinds"])),
        types=cast("Mapping[str, NameKind]", by_word(content["types"])),
    )


def read_line(of: Record, text: str) -> tuple[Entry, list[Problem]]:
    """What one line gives of a name or topic, and what of it cannot be read; what stands before any key is its title."""
    line = take_apart(text, words().fields[of])
    entry: Entry = {}
    if line.lead:
        entry[TITLE[of]] = unquoted(line.lead)
    problems = list(line.problems)
    for given in line.given:
        if given.field in MANY:
            entry[given.field] = [*entry.get(given.field, ()), *parted(given.text)]
        elif given.field == "kind" and plain(given.text) not in words().kinds:
            problems.append(Problem("kind", "kind", given.text))
        else:
            entry[given.field] = _single(given.field, given.text)
    return entry, problems


def _single(field: str, text: str) -> str:
    return words().kinds[plain(text)] if field == "kind" else text


def parted(text: str) -> list[str]:
    """Several texts out of one, parted by semicolons or line ends."""
    return [unquoted(part) for part in _PARTED.split(text.strip()) if part]


def kind_of(type_: str | None, title: str = "") -> NameKind | None:
    """What kind of name a type ("xã", "nghị quyết"), or the beginning of a name, tells of; None where it tells nothing."""
    if type_ and normalize(type_) in language().place_levels:
        return "place"
    if type_:
        return next((kind for word, kind in words().types.items() if _begins(plain(type_), word, 0)), None)
    return next((kind for word, kind in words().types.items() if _begins(plain(title), word, _REST)), None)


def _begins(text: str, word: str, rest: int) -> bool:
    """Whether a text begins with a word, and goes on with so many others at least."""
    return f"{text} ".startswith(f"{word} ") and len(text.split()) >= len(word.split()) + rest


def entry_of(record: Name | Topic) -> Entry:
    """A name or topic as an entry."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in record.model_dump(exclude={"id"}).items()
        if value not in (None, ())
    }


def name_of(entry: Entry, key: str) -> Name:
    """The name that an entry makes; pydantic's ValidationError where it makes none."""
    return Name.model_validate({"id": key, **entry})


def topic_of(entry: Entry, key: str) -> Topic:
    """The topic that an entry makes; pydantic's ValidationError where it makes none."""
    return Topic.model_validate({"id": key, **entry})


def with_more(entry: Entry, more: Entry) -> Entry:
    """An entry with more: single fields are replaced, lists grow by what they lack; `without` is taken out of all."""
    dropped = {plain(text) for text in more.get("without", ())}
    merged = {**entry, **{field: value for field, value in more.items() if field not in MANY}}
    for field in MANY[:-1]:
        together = [*entry.get(field, ()), *more.get(field, ())]
        if together:
            merged[field] = list(_each_once(text for text in together if plain(text) not in dropped))
    return merged


def rebased(entry: Entry, base: Entry, current: Entry) -> Entry:
    """What was made of `base`, made of what stands now instead: nothing that somebody else added is lost."""
    changed = {
        field: value for field, value in entry.items() if field not in MANY and base.get(field) != value
    }
    added = {field: _beyond(entry, base, field) for field in MANY[:-1]}
    gone = [text for field in MANY[:-1] for text in _beyond(base, entry, field)]
    return with_more(current, {**changed, **added, "without": gone})


def _beyond(one: Entry, other: Entry, field: str) -> list[str]:
    return [text for text in one.get(field, ()) if text not in other.get(field, ())]


def _each_once(texts: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for text in texts:
        if normalize(text) not in seen:
            seen.add(normalize(text))
            yield text


def existing(of: Record, title: str, lexicon: Lexicon) -> Name | Topic | None:
    """The name or topic that goes by a title already, marks left out allowed; slips are not mended here."""
    if of == "name":
        found = lexicon.name_called(title)
        return lexicon.names[found] if found else None
    return next((topic for topic in lexicon.topics.values() if is_same(title, topic.label)), None)


def example_of(text: str, lexicon: Lexicon) -> str:
    """A question as an example: its names taken out, a placeholder in the place of each."""
    if _HOLE.search(text):
        return _HOLE.sub(lambda hole: _placeholder(hole[0]), text).strip(" ?")
    understood = understand(text, lexicon)
    words_out = [token.marked for token in understood.tokens]
    for mention in reversed(understood.mentions):
        words_out[mention.start : mention.end] = [lexicon.names[mention.names[0]].placeholder]
    return " ".join(words_out)


def _placeholder(hole: str) -> str:
    kind = words().kinds.get(plain(hole.strip("{}")))
    return f"{{{kind}}}" if kind else hole
