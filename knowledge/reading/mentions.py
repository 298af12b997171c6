"""Names in a question: those that the store knows, and places that it does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Mention:
    """Names that tokens[start:end] may stand for; more than one where they are called the same."""

    start: int
    end: int
    names: tuple[str, ...]
    text: str
    committee: bool = False
    """Whether it was named by its party committee ("Thành ủy X"), which no lower place has."""

    @property
    def span(self) -> range:
        """The positions of its tokens."""
        return range(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Stranger:
    """A place at tokens[start:end] of which the store knows nothing; `certain` if it must be one."""

    start: int
    end: int
    text: str
    certain: bool

    @property
    def span(self) -> range:
        """The positions of its tokens."""
        return range(self.start, self.end)


class Linked(NamedTuple):
    """All names of a question, known and unknown."""

    known: list[Mention]
    strangers: list[Stranger]
