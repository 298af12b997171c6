"""What somebody wants to hear of: the names and topics that a few words speak of, and what a fact speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from knowledge.models import Fact
from knowledge.questions.question import understand
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import TopicHit, Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.vietnamese import fold

_CLOSE = 0.8
"""The share of the best topic's weight from which another one said in the same words is as likely."""
_ALIKE = 70.0
"""How like a name or a topic (rapidfuzz ratio of the folded words) a mistyped one must be to be offered."""


@dataclass(frozen=True, slots=True)
class Interest:
    """What some words speak of, in ids.

    `names` holds for each one named those it may be, more than one where several are called
    the same; of several `topics` any one may be meant. `strangers` are places that nothing is
    known of, `unexplained` the words that neither a name nor a topic accounts for.
    """

    names: tuple[tuple[str, ...], ...] = ()
    topics: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether the words say just one thing, all of it known."""
        vague = self.strangers or self.unexplained or len(self.topics) > 1
        return not vague and bool(self.names or self.topics) and all(len(alike) == 1 for alike in self.names)

    @property
    def readings(self) -> list[tuple[str, str]]:
        """The pairs of name and topic that may be meant, "" where none is said; all are where it is clear."""
        names = [name for alike in self.names for name in alike] or [""]
        pairs = [(name, topic) for name in names for topic in self.topics or ("",)]
        return [pair for pair in dict.fromkeys(pairs) if any(pair)]


def interest(text: str, lexicon: Lexicon) -> Interest:
    """What some words speak of, read as a question is: marks may be lost, letters mistyped."""
    understood = understand(text, lexicon)
    hits = _likely([hit for hit in understood.hits if not hit.by_facet])
    told = narrowest(understood.names, lexicon)
    return Interest(
        names=tuple(
            dict.fromkeys(m.names for m in understood.mentions if any(name in told for name in m.names))
        ),
        topics=tuple(hit.topic for hit in hits),
        strangers=tuple(stranger.text for stranger in understood.strangers),
        unexplained=tuple(dict.fromkeys(_unexplained(understood, hits, lexicon))),
    )


def nearest(text: str, lexicon: Lexicon, most: int) -> list[tuple[str, str]]:
    """The names and topics that are written most like a text, as pairs of name and topic."""
    spelled = {(name.id, ""): name.name for name in lexicon.names.values()}
    spelled |= {("", topic.id): topic.label for topic in lexicon.topics.values()}
    folded = {pair: fold(" ".join(words_of(text))) for pair, text in spelled.items()}
    query = fold(" ".join(words_of(text)))
    found = process.extract(query, folded, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=most)
    return [pair for _spelling, _score, pair in found]


def narrowest(names: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Names in the order they were said, without those that only say where the one before them lies."""
    return [
        name
        for at, name in enumerate(names)
        if not any(name in lexicon.above(before) for before in names[:at])
    ]


def pairs_of(fact: Fact, lexicon: Lexicon) -> set[tuple[str, str]]:
    """What one can follow to hear of a fact: (name, topic), with "" for any.

    It belongs to its subject, to what that is part of, and to the names in its words.
    """
    names = {fact.subject} if fact.subject in lexicon.names else set()
    names.update(above for name in tuple(names) for above in lexicon.above(name))
    for text in (fact.statement, *fact.items, *fact.facets):
        names.update(found.meaning for found in lexicon.name_index.cover(read_known(text)))
    return {(name, topic) for name in (fact.subject, *names, "") for topic in (fact.topic, "")}


def _likely(hits: Sequence[TopicHit]) -> list[TopicHit]:
    """The best topic, with those as likely in the same words or said in others."""
    best = hits[0] if hits else None
    return [hit for hit in hits if best and (hit is best or _rivals(hit, best))]


def _rivals(hit: TopicHit, best: TopicHit) -> bool:
    if hit.positions == best.positions:
        return hit.weight >= _CLOSE * best.weight
    return not hit.positions < best.positions


def _unexplained(understood: Understanding, hits: Sequence[TopicHit], lexicon: Lexicon) -> list[str]:
    """The words that are left over, but for those that only go along with a topic."""
    said = {at for hit in hits for at in hit.positions}
    light = {at for found in lexicon.language.light.cover(understood.tokens) for at in found.span}
    left = [at for at in understood.content if at not in said and not (hits and at in light)]
    words = [understood.tokens[at] for at in left]
    passages = [lexicon.topic_passages(hit.topic) for hit in hits]
    return [word.typed for word in words if not any(passage.has(word.marked) for passage in passages)]
