"""A question held against one fact."""

from __future__ import annotations

from knowledge.questions.cases import Case
from knowledge.reading.evidence import View
from knowledge.store.reader import StoredFact


class Held:
    """A question held against one fact, with what tells whether the fact is about what it names."""

    def __init__(self, case: Case, stored: StoredFact, view: View) -> None:
        """Take up a fact with its view."""
        self.case = case
        self.u = case.question
        self.lexicon = case.lexicon
        self.facets = case.facets
        self.stored = stored
        self.fact = stored.fact
        self.view = view

    def is_named(self) -> bool:
        """Whether the question names whom or what the fact is about."""
        return any(self.fact.subject in mention.names for mention in self.u.mentions)

    def items_are(self, kind: str) -> bool:
        """Whether all that the fact lists are names of a kind."""
        found = self.view.items
        return bool(found) and all(name and self.lexicon.names[name].kind == kind for name in found)
