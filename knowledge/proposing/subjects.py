"""Whom a figure is about: named in its sentence, pointed back to ("huyện"), or carried on from before."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from knowledge.models import Name
from knowledge.proposing.contexts import is_boundary
from knowledge.proposing.naming import Naming, Spoken
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.times import times_of
from knowledge.proposing.wordlists import phrases, place_types
from knowledge.text.language import language
from knowledge.text.vietnamese import normalize


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a figure is about; `carried` if the sentence says so in no way."""

    name: Name | None
    carried: bool = False


class Subjects:
    """The names spoken of so far, for those that point back to them."""

    def __init__(self, naming: Naming) -> None:
        """Nobody has been spoken of yet."""
        self.naming = naming
        self.last: list[Name] = []
        self.current: Name | None = None

    def begin_paragraph(self) -> None:
        """A paragraph speaks of what the article is about, until it names another."""
        self.current = self.naming.main

    def of(self, sentence: Sentence, spoken: Sequence[Spoken], at: int, counted: Container[int]) -> Subject:
        """Who is spoken of where a figure begins at a token; `counted` are the tokens of all figures."""
        before = [one for one in spoken if one.end <= at and self._may_be(sentence, one, at)]
        nearest = before[-1] if before else None
        pointed, unknown = self._pointed_to(sentence, range(nearest.end if nearest else 0, at), counted)
        if unknown:
            return Subject(None, carried=True)
        behind = next((one for one in spoken if one.start > at and self._places(sentence, one)), None)
        body = None if pointed else self._body_pointed_to(sentence, range(nearest.end if nearest else 0, at))
        said = pointed or body or (nearest.name if nearest else None) or (behind.name if behind else None)
        if said is None or said.kind == "place":
            self.current = said or self.current or self.naming.main
        return Subject(said or self.current, carried=said is None)

    def note(self, spoken: Sequence[Spoken]) -> None:
        """Take notice of what a sentence spoke of."""
        self.last += [one.name for one in spoken]

    def _may_be(self, sentence: Sentence, one: Spoken, at: int) -> bool:
        """Whether a name before a figure is what that is about: said to be where, or what the clause begins with."""
        if sentence.depths[one.start] and not sentence.depths[at]:
            return False
        if one.name.kind == "person" and self._speaks(sentence, one.end, at):
            return False
        if one.name.kind == "place" and self._places(sentence, one):
            return True
        apart = any(";" in sentence.gap(between) for between in range(one.end, at + 1))
        return not apart and _begins_clause(sentence, one) and _acts(sentence, one.end)

    @staticmethod
    def _speaks(sentence: Sentence, start: int, end: int) -> bool:
        return any(
            phrases("says").at(sentence.tokens, at) or ":" in sentence.gap(at) for at in range(start, end)
        )

    @staticmethod
    def _places(sentence: Sentence, one: Spoken) -> bool:
        return (
            one.name.kind != "person" and phrases("locating").before(sentence.tokens, one.start) is not None
        )

    def _pointed_to(
        self, sentence: Sentence, span: range, counted: Container[int]
    ) -> tuple[Name | None, bool]:
        """The last place of a level called only by its kind ("huyện đã …"), and whether none is known of it."""
        for at in reversed(span):
            found = place_types().at(sentence.tokens, at)
            if (
                found is None
                or found.end > span.stop
                or at in counted
                or not _is_bare(sentence, at, found.end)
            ):
                continue
            levels = language().place_levels[found.meaning.text]
            names = [*reversed(self.last), *([self.naming.main] if self.naming.main else [])]
            own = (
                n for n in names if levels & language().place_levels.get(normalize(n.type or ""), frozenset())
            )
            name = next(own, None)
            return name, name is None
        return None, False

    def _body_pointed_to(self, sentence: Sentence, span: range) -> Name | None:
        """The last body of a kind that a clause before a figure calls only by it: "bệnh viện đã …", "đơn vị đã …"."""
        bodies = [name for name in self.last if name.kind == "organisation"]
        for at in reversed(span):
            head = phrases("organisations").at(sentence.tokens, at)
            whatever = phrases("any_organisation").at(sentence.tokens, at)
            found = head or whatever
            if found is None or not _acts_bare(sentence, at, found.end, does=whatever is not None):
                continue
            kind = "" if whatever else f"{found.meaning.text} "
            return next((name for name in reversed(bodies) if normalize(name.name).startswith(kind)), None)
        return None


def _acts_bare(sentence: Sentence, at: int, end: int, *, does: bool) -> bool:
    """Whether a clause begins with the bare kind of a body, by whatever word leads to it: "Hiện bệnh viện khám …".

    With `does`, only where that is told by a word that bodies of any kind do something with.
    """
    if _does_something(sentence, at, end):
        return True
    if does or end >= len(sentence) or sentence.tokens[end].is_capitalized or sentence.tokens[end].pause:
        return False
    compound = language().compounds.longest(sentence.tokens, at)
    if compound and compound.end > end:
        return False
    opening = phrases("opening").before(sentence.tokens, at)
    start = opening.start if opening else at
    return start == 0 or sentence.tokens[start].pause


def _begins_clause(sentence: Sentence, one: Spoken) -> bool:
    """Whether a clause begins with a name, or with the title or the body that stands before it."""
    at = one.start
    while at > 0 and not is_boundary(sentence, at):
        before = phrases("before_subject").before(sentence.tokens, at)
        if before is None:
            return any(timed_end == at for timed_end in _ends_of_times(sentence))
        at = before.start
    return True


def _ends_of_times(sentence: Sentence) -> list[int]:
    return [timed.end for timed in times_of(sentence, None)]


def _acts(sentence: Sentence, end: int) -> bool:
    """Whether what stands behind a name goes on with what it does or has, and not with another name."""
    while end < len(sentence) and sentence.depths[end]:
        end += 1
    if end >= len(sentence) or (
        is_boundary(sentence, end) and "(" not in sentence.gap(end) and ")" not in sentence.gap(end)
    ):
        return False
    return not phrases("joints").at(sentence.tokens, end) and not sentence.tokens[end].is_capitalized


def _is_bare(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the kind of a place stands for one: "toàn huyện", or "Huyện đã …" at the beginning of a clause."""
    if end < len(sentence) and sentence.tokens[end].is_capitalized:
        return False
    if phrases("whole_place").before(sentence.tokens, at) is not None:
        return True
    return _does_something(sentence, at, end)


def _does_something(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a clause begins at a token, and with what a word there does or has."""
    beginning = at == 0 or sentence.tokens[at].pause
    return beginning and phrases("predicate").at(sentence.tokens, end) is not None
