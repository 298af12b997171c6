"""What has changed of an article's facts, as it is told to those who follow."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from knowledge import wording
from knowledge.interest import pairs_of
from knowledge.models import Fact
from knowledge.reading.lexicon import Lexicon
from knowledge.store.following import Follow

Kind = Literal["new", "corrected", "withdrawn"]


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact before and after; None where it did not stand, or does not stand any more. `why` is the editor's reason."""

    before: Fact | None
    after: Fact | None
    why: str | None = None

    @property
    def fact(self) -> Fact:
        """The fact as it stands, or as it stood last; ValueError for a change of nothing."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change of nothing")
        return found

    @property
    def kind(self) -> Kind:
        """What has happened to it."""
        if self.after is None:
            return "withdrawn"
        return "corrected" if self.before else "new"

    def follows(self, followed: Collection[Follow], lexicon: Lexicon) -> list[Follow]:
        """What of all that is followed the change concerns."""
        facts = [fact for fact in (self.before, self.after) if fact]
        pairs = {pair for fact in facts for pair in pairs_of(fact, lexicon)}
        return [follow for follow in followed if (follow.name, follow.topic) in pairs]

    @property
    def figures(self) -> str | None:
        """The figure as it stands, after the one before where it was another; None where it has none."""
        old, new = (figure(fact) if fact else None for fact in (self.before, self.after))
        if self.before is None or self.after is None or old == new:
            return new or old
        if old is None or new is None:
            return None
        unit = f" {self.after.unit}"
        same_unit = self.before.unit == self.after.unit and old.endswith(unit) and new.endswith(unit)
        return f"{old.removesuffix(unit) if same_unit else old} → {new}"

    @property
    def is_same_figure(self) -> bool:
        """Whether something else than the figure was corrected."""
        return (
            self.before is not None and self.after is not None and figure(self.before) == figure(self.after)
        )


def changes_in(body: dict[str, Any]) -> Iterator[FactChange]:
    """The changes that an event holds."""
    for change in body["changes"]:
        why = change.get("why", body["why"])  # events of before kept one for all
        yield FactChange(_fact(change["before"]), _fact(change["after"]), why)


def _fact(body: dict[str, Any] | None) -> Fact | None:
    return Fact.restored(body) if body else None


def figure(fact: Fact) -> str | None:
    """What a fact gives, in short; None where that takes a sentence."""
    return wording.NOT_STATED if fact.kind == "not_stated" else wording.lead(fact)
