"""The facts that come into question for a topic and some names, remembered from question to question."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from knowledge.questions.siblings import Siblings
from knowledge.reading.evidence import View
from knowledge.reading.lexicon import Lexicon
from knowledge.store.reader import Reader, StoredFact
from knowledge.text.passage import Passage

_MOST_FACTS = 60
_CACHED_VIEWS, _CACHED_SIBLINGS, _CACHED_TITLES = 4_096, 1_024, 256


class Candidates:
    """Facts as evidence, in one state of the knowledge."""

    def __init__(self, reader: Reader, lexicon: Lexicon) -> None:
        """Look at the facts behind `reader` with the words of `lexicon`."""
        self._reader = reader
        self._lexicon = lexicon
        self._views: dict[tuple[str, int], View] = {}
        self._siblings: dict[tuple[str, tuple[str, ...], bool], Siblings] = {}
        self._titles: dict[str, Passage] = {}
        self._held: dict[str, Passage] = {}

    def view(self, stored: StoredFact) -> View:
        """A fact as evidence."""
        key = (stored.fact.id, stored.version)
        view = self._views.get(key)
        if view is None:
            if len(self._views) >= _CACHED_VIEWS:
                self._views.clear()
            view = self._views[key] = View(stored.fact, self._lexicon)
        return view

    def published(self, article: str) -> date:
        """The day on which an article was published."""
        return self._reader.article(article).published.date()

    def titled(self, article: str) -> Passage:
        """What an article is called, and what it is about."""
        title = self._titles.get(article)
        if title is None:
            if len(self._titles) >= _CACHED_TITLES:
                self._titles.clear()
            found = self._reader.article(article)
            title = self._titles[article] = Passage((found.title or "", found.about or ""))
        return title

    def held_by(self, person: str) -> Passage:
        """What tells who a person is: the sentences of facts that answer with the person."""
        held = self._held.get(person)
        if held is None:
            if len(self._held) >= _CACHED_TITLES:
                self._held.clear()
            topics = self._reader.topics_of_name(person, _MOST_FACTS)
            found = (stored.fact for topic in topics for stored in self._reader.facts(person, topic))
            held = self._held[person] = Passage(fact.statement for fact in found if fact.kind == "person")
        return held

    def of(self, topic: str, names: tuple[str, ...], *, or_above: bool) -> Siblings:
        """The facts of a topic that speak of some names, or where there are none, of any.

        With those about what the names lie in where nothing is told of them themselves, or to be `or_above`, anyway.
        """
        key = (topic, names, or_above)
        siblings = self._siblings.get(key)
        if siblings is None:
            if len(self._siblings) >= _CACHED_SIBLINGS:
                self._siblings.clear()
            facts = self._facts(topic, names, or_above=or_above)
            siblings = Siblings(topic, ((stored, self.view(stored)) for stored in facts), self._lexicon)
            self._siblings[key] = siblings
        return siblings

    def _facts(self, topic: str, names: tuple[str, ...], *, or_above: bool) -> Iterable[StoredFact]:
        if not names:
            return self._reader.facts_of_topic(topic, _MOST_FACTS)
        found = {stored.fact.id: stored for name in names for stored in self._reader.facts(name, topic)}
        if not found or or_above:
            for wider in [above for name in names for above in self._lexicon.above(name)[:1]]:
                for stored in self._reader.facts(wider, topic):
                    if stored.role == "subject":
                        found.setdefault(stored.fact.id, stored)
        return found.values()
