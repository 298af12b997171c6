"""One line of keys and values, such as `bai=… ve="…" so=18 :: a sentence`, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.drafting.fields import plain, words
from knowledge.drafting.problems import Problem

_QUOTES = {'"': '"', "“": "”", "”": "”", "„": "“", "«": "»", "‘": "’", "’": "’", "'": "'"}
_SENTENCE = "::"
_WORDS = re.compile(r"[\w.]+")
_MOST_WORDS = 3
_LONGEST_KEY = 40
_SPACE = re.compile(r"\s+")
_REPEATABLE = ("parts", "items", "facets", "aliases", "phrases", "examples", "without")


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed for a field, and by which key."""

    field: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart; `lead` stands before the first key."""

    lead: str
    given: tuple[Given, ...]
    problems: tuple[Problem, ...]


def take_apart(text: str, fields: Mapping[str, str] | None = None) -> Line:
    """The keys of a line with their values, in order.

    `fields` are the words that are keys, folded, with what they stand for; those of a fact
    where they are not given. A fact's line may end with "::" and its sentence.
    """
    return _Taking(text, fields).run()


class _Taking:
    def __init__(self, text: str, fields: Mapping[str, str] | None) -> None:
        self.text = text
        self.fields = words().fields if fields is None else fields
        self.sentence = _SENTENCE if fields is None else None
        self.problems: list[Problem] = []

    def run(self) -> Line:
        marks = list(self._marks())
        given = [
            Given(field, key, value)
            for field, key, value in (self._read(*mark) for mark in marks)
            if field is not None
        ]
        self._find_repeated(given)
        lead = self.text[: marks[0][0]] if marks else self.text
        return Line(_spaced(lead), tuple(given), tuple(self.problems))

    def _marks(self) -> Iterator[tuple[int, str, int, int]]:
        """Where each key begins, the key, and where its value begins and ends."""
        found: list[tuple[int, str, int]] = []
        at = 0
        while at < len(self.text):
            if self.sentence and self.text.startswith(self.sentence, at):
                found.append((at, words().keys["statement"], at + len(self.sentence)))
                break
            if self.text[at] == "=" and (key := self._key_before(at)):
                start = at + 1
                found.append((at - len(key), key.strip(), start))
                at = self._end_of_quoted(start)
            else:
                at += 1
        ends = [begin for begin, _key, _start in found[1:]] + [len(self.text)]
        for (begin, key, start), end in zip(found, ends, strict=False):
            yield begin, key, start, end

    def _key_before(self, at: int) -> str | None:
        """The words before "=" that are the key: as many as make a known one, else only the last."""
        before = self.text[max(0, at - _LONGEST_KEY) : at]
        starts = [match.start() for match in _WORDS.finditer(before)][-_MOST_WORDS:]
        if not starts:
            return None
        known = (before[start:] for start in starts if plain(before[start:]) in self.fields)
        return next(known, before[starts[-1] :])

    def _end_of_quoted(self, start: int) -> int:
        """Where a value in quotes ends; where none begins here, `start`."""
        opening = re.compile(r"\s*").match(self.text, start)
        at = opening.end() if opening else start
        closing = _QUOTES.get(self.text[at : at + 1])
        if closing is None:
            return start
        end = self.text.find(closing, at + 1)
        if end < 0:
            self.problems.append(Problem("", "quote", self.text[at : at + 30]))
            return start
        return end + 1

    def _read(self, _begin: int, key: str, start: int, end: int) -> tuple[str | None, str, str]:
        field = self.fields.get(plain(key))
        if field is None:
            self.problems.append(Problem("", "key", key))
        return field, key, unquoted(_spaced(self.text[start:end]))

    def _find_repeated(self, given: list[Given]) -> None:
        seen: set[str] = set()
        for one in given:
            if one.field in seen and one.field not in _REPEATABLE:
                self.problems.append(Problem(one.field, "twice", one.text))
            seen.add(one.field)


def unquoted(text: str) -> str:
    """A text without the quotes around it."""
    inner = text[1:-1].strip()
    return inner if len(text) > 1 and _QUOTES.get(text[0]) == text[-1] else text


def _spaced(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
