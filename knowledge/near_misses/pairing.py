"""A question and a fact with nearly its words, held side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.models import Fact
from knowledge.reading.evidence import View
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import TopicHit, Understanding
from knowledge.text.abbreviations import figure_in, read_known, words_of
from knowledge.text.language import language
from knowledge.text.phrases import Found
from knowledge.text.runs import stands_in, starts_of
from knowledge.text.tokens import Token
from knowledge.text.units import begins_with_household, begins_with_person
from knowledge.text.vietnamese import fold, marks_agree


@dataclass(frozen=True)
class Pairing:
    """A question, and a fact that was found for it by `hit`."""

    question: Understanding
    view: View
    hit: TopicHit
    lexicon: Lexicon

    @property
    def fact(self) -> Fact:
        """The fact."""
        return self.view.fact

    @cached_property
    def told(self) -> Sequence[Token]:
        """The fact's sentence."""
        return read_known(self.view.fact.statement)

    @cached_property
    def figure(self) -> int:
        """Where in its sentence the fact's figure stands; the length of the sentence where it does not."""
        return figure_in(self.view.fact.statement, self.view.fact.number)

    @cached_property
    def names(self) -> Sequence[Found[str]]:
        """The names in the fact's sentence, and where they stand."""
        return self.lexicon.name_index.cover(self.told)

    @cached_property
    def told_but_names(self) -> list[Token]:
        """The fact's sentence without the names that only say whose or where something is."""
        return but_names(self.told, (found.span for found in self.names))

    @property
    def label(self) -> str:
        """What the fact's period is called, empty where it has none."""
        period = self.view.fact.period
        return (period.label if period else None) or ""


def asked_but_names(question: Understanding) -> list[Token]:
    """A question without the names that only say whose or where something is."""
    return but_names(question.tokens, (mention.span for mention in question.mentions))


def but_names(tokens: Sequence[Token], names: Iterable[range]) -> list[Token]:
    """A text without the names that only say whose or where something is: "người dân (ở xã) X nhận"."""
    left_out: set[int] = set()
    kinds = {found.end: found.start for found in language().place_types.everywhere(tokens)}
    for name in names:
        start = kinds.get(name.start, name.start)
        start -= start > 0 and tokens[start - 1].may_be(*telling("placing"))
        if start and not tokens[start].pause:
            left_out.update(range(start, name.stop))
    return [token for at, token in enumerate(tokens) if at not in left_out]


def may_list_people(view: View) -> bool:
    """Whether what a fact lists may be people: by their names, or by a word for such or for households; "vi phạm chính sách dân số" is nobody."""
    first = next(iter(view.fact.items), "")
    return (
        first[:1].isupper()
        or bool(view.items[0])
        or begins_with_person(first)
        or begins_with_household(first)
    )


def telling(kind: str) -> tuple[str, ...]:
    """The words of a kind, of those that tell what a sentence says of its figure."""
    return language().telling[kind]


def has_word(tokens: Iterable[Token], kind: str) -> bool:
    """Whether any word of a kind stands in a text, with marks or without."""
    words = language().telling[kind]
    return any(token.may_be(*words) for token in tokens)


def tells(told: Iterable[Token], typed: str) -> bool:
    """Whether a word of a question stands in a text."""
    return any(marks_agree(typed, token.marked) for token in told)


def has_any(tokens: Sequence[Token], phrases: Iterable[str]) -> bool:
    """Whether any of some phrases stands in a text, with marks or without."""
    return next(_found(tokens, phrases), None) is not None


def has_apart(tokens: Sequence[Token], phrases: Iterable[str]) -> bool:
    """Whether any of some phrases stands in a text as words of its own: no "hiện" in "thực hiện", no "nguyên" in "tài nguyên"."""
    longer = [found.span for found in language().compounds.cover(tokens)]
    return any(
        not any(len(span) > len(words) and at in span for span in longer)
        for words in map(words_of, phrases)
        for at in starts_of(words, tokens)
    )


def names_another(asked: Sequence[Token], told: Sequence[Token], kind: str) -> bool:
    """Whether a question and a text have different words of a kind: "sáng" and "chiều", "đại tá" and "trung tá"."""
    sought = set(_found(asked, telling(kind)))
    given = set(_found(told, telling(kind))) if sought else set()
    return bool(given) and sought.isdisjoint(given)


def _found(tokens: Sequence[Token], phrases: Iterable[str]) -> Iterator[str]:
    """Those of some phrases that stand in a text, with marks or without."""
    syllables = {token.folded for token in tokens}
    for phrase in phrases:
        words = words_of(phrase)
        if fold(words[0]) in syllables and stands_in(tokens, words):
            yield phrase
