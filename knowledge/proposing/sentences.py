"""Paragraphs cut into sentences, and sentences into tokens that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.proposing.wordlists import phrases, words
from knowledge.text.tokens import Token, located
from knowledge.text.vietnamese import fold, plain_signs

_STOP = re.compile(r"""(?:[.!?…]+)(?:["'”’)\]]*)(?=\s+["'“‘(\[\-–—]?\s?[A-ZÀ-ỸĐ0-9])""")
_LAST_WORD = re.compile(r"([^\s(\[\"“]+)$")
_CLOSING = "\"'”’)"
_LIST_NUMBER = re.compile(r"(?:\d{1,2}|[a-zđ]|[IVX]{1,4})")
_INITIAL = re.compile(r"(?:[A-ZĐ]\.)*[A-ZĐ]")


def cut_sentences(paragraph: str) -> Iterator[str]:
    """The sentences of a paragraph as they stand in it.

    A stop ends none within a figure, behind an abbreviation ("TP."), an initial or the number of a list.
    """
    begin = 0
    for stop in _STOP.finditer(paragraph):
        if (
            stop[0].startswith(".")
            and not stop[0].startswith("..")
            and _goes_on(paragraph[begin : stop.start()].lstrip())
        ):
            continue
        yield paragraph[begin : stop.end()].strip()
        begin = stop.end()
    if rest := paragraph[begin:].strip():
        yield rest


def sentences_of(paragraph: str, number: int) -> list[Sentence]:
    """The sentences of a numbered paragraph; one that breaks down the figure before it ("Trong đó, …") is of that one's."""
    found: list[Sentence] = []
    for text in cut_sentences(paragraph):
        sentence = Sentence(text, number)
        if found and phrases("goes_on").at(sentence.tokens, 0):
            sentence = Sentence(f"{found.pop().text} {text}", number)
        found.append(sentence)
    return found


def _goes_on(before: str) -> bool:
    last = _LAST_WORD.search(before.rstrip(_CLOSING))
    if last is None:
        return True
    if last.start() == 0 and _LIST_NUMBER.fullmatch(last[1]):
        return True
    return last[1].lower() in words("abbreviations") or bool(_INITIAL.fullmatch(last[1]))


@dataclass(frozen=True)
class Sentence:
    """A sentence of a numbered paragraph, in tokens; those in brackets have a `depth`."""

    text: str
    paragraph: int
    tokens: tuple[Token, ...] = field(init=False, repr=False)
    begins: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found = list(located(plain_signs(self.text)))
        object.__setattr__(self, "tokens", tuple(token for token, _ in found))
        object.__setattr__(self, "begins", tuple(begin for _, begin in found))

    def __len__(self) -> int:
        return len(self.tokens)

    def end_of(self, at: int) -> int:
        """Where a token ends in the text."""
        return self.begins[at] + len(self.tokens[at].typed)

    def slice(self, start: int, end: int) -> str:
        """What is written from one token to before another."""
        return self.text[self.begins[start] : self.end_of(end - 1)] if end > start else ""

    def gap(self, at: int) -> str:
        """What is written before a token, behind the one before it; past the last, what ends the sentence."""
        start = self.end_of(at - 1) if at else 0
        return self.text[start : self.begins[at]] if at < len(self) else self.text[start:]

    @cached_property
    def depths(self) -> tuple[int, ...]:
        """How many brackets each token stands in."""
        depths, depth = [], 0
        for at in range(len(self)):
            gap = self.gap(at)
            depth = max(0, depth + gap.count("(") - gap.count(")"))
            depths.append(depth)
        return tuple(depths)

    @cached_property
    def folded(self) -> str:
        """The sentence in words only, without marks, for comparing."""
        return " ".join(token.folded for token in self.tokens)

    def is_word(self, at: int, *spelled: str) -> bool:
        """Whether one of these words stands at a place; False beyond the ends."""
        return 0 <= at < len(self) and self.tokens[at].marked in spelled


def comparable(text: str) -> str:
    """A text in its words only, without marks and case."""
    return " ".join(fold(token.marked) for token, _ in located(plain_signs(text)))
