"""What can be counted, in classes and groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

PERSONS = "nguoi"
"""The class of persons."""


@dataclass(frozen=True)
class Unit:
    """What a counting word counts: its class, and its group within (None fits the whole class)."""

    kind: str
    group: int | None

    @property
    def is_person(self) -> bool:
        """Whether persons are counted, of whatever group."""
        return self.kind == PERSONS

    @property
    def is_some_people(self) -> bool:
        """Whether persons of one group are counted, and not just anybody: "công nhân", no "người"."""
        return self.kind == PERSONS and self.group is not None


def units_by_word(content: dict[str, Any]) -> Iterator[tuple[str, Unit]]:
    """Each counting word of the data with what it counts."""
    for kind, entry in content["classes"].items():
        for word in entry.get("generic", ()):
            yield str(word), Unit(kind, None)
        for number, group in enumerate(entry.get("nouns", ())):
            for word in group:
                yield str(word), Unit(kind, number)
