"""Finding topics, names and articles by the short keys that buttons and links carry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from handlers.links import key
from knowledge.models import Article, Name, Topic
from knowledge.service import Knowledge

_Kind = Literal["topic", "name", "article"]


class Keys:
    """What each key stands for; made anew when the knowledge has changed. For one thread."""

    def __init__(self) -> None:
        """Nothing is read before a key is asked for."""
        self._revision = -1
        self._ids: dict[_Kind, dict[str, str]] = {}

    def topic(self, known: Knowledge, given: str) -> Topic | None:
        """The topic with a key."""
        found = self._id(known, "topic", given)
        return known.lexicon.topics[found] if found else None

    def name(self, known: Knowledge, given: str) -> Name | None:
        """The name with a key."""
        found = self._id(known, "name", given)
        return known.lexicon.names[found] if found else None

    def article(self, known: Knowledge, given: str) -> Article | None:
        """The article with a key."""
        found = self._id(known, "article", given)
        return known.reader.article(found) if found else None

    def _id(self, known: Knowledge, kind: _Kind, given: str) -> str | None:
        lexicon = known.lexicon  # brings the knowledge up to date
        if known.revision != self._revision:
            self._ids, self._revision = {}, known.revision
        if kind not in self._ids:
            ids: dict[_Kind, Iterable[str]] = {"topic": lexicon.topics, "name": lexicon.names}
            self._ids[kind] = {key(own): own for own in ids.get(kind) or known.catalogue.article_ids()}
        return self._ids[kind].get(given)
