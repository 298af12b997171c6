"""Which place the sentences of an article speak of, so that nobody's words are given for another's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.models import Article, Name
from knowledge.proposing.naming import Naming, Spoken
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import phrases
from knowledge.quoting.sentences import sentences_of
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention
from knowledge.text.language import language
from knowledge.text.passage import Passage
from knowledge.text.vietnamese import normalize


@dataclass(frozen=True)
class Spot:
    """A sentence where it stands: the ones before it in its paragraph, and what the article opens with."""

    article: Article
    lead: str
    before: tuple[Sentence, ...]
    sentence: Sentence


class Names:
    """Finds the names in sentences, in each once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Find the names that the lexicon knows, and what looks like one."""
        self.lexicon = lexicon
        self._naming = Naming(lexicon)
        self._found: dict[str, list[Spoken]] = {}

    def spoken_in(self, sentence: Sentence) -> list[Spoken]:
        """The names in a sentence."""
        found = self._found.get(sentence.text)
        if found is None:
            spoken = self._naming.spoken_in(sentence)
            found = self._found[sentence.text] = [o for o in spoken if not self._is_piece(sentence, o)]
        return found

    def _is_piece(self, sentence: Sentence, one: Spoken) -> bool:
        """Whether what looks like an unknown place is but a piece of a longer name in capitals."""
        tokens = sentence.tokens
        if one.name.id in self.lexicon.names or not tokens[one.start].is_capitalized:
            return False
        before = one.start > 0 and not tokens[one.start].pause and tokens[one.start - 1].is_capitalized
        behind = one.end < len(tokens) and not tokens[one.end].pause and tokens[one.end].is_capitalized
        return before or behind


class Whereabouts:
    """What a sentence speaks of, by its own words and by what goes before."""

    def __init__(self, spot: Spot, names: Names) -> None:
        """Look at a sentence."""
        self._spot = spot
        self._names = names
        self._lexicon = names.lexicon
        self._sentence = spot.sentence
        self.spoken = names.spoken_in(spot.sentence)

    def speaks_of(self, mention: Mention) -> bool:
        """Whether the sentence is of a name that a question asks about."""
        names = [self._lexicon.names[name] for name in mention.names]
        if self._is_of_level_beside({level for name in names for level in _levels(name.type)}):
            return False
        if said := [one for one in self.spoken if one.name.id in mention.names]:
            return not any(self._is_only_around(one) for one in said)
        if any(name.kind == "document" for name in names):
            return False
        if any(name.kind == "person" for name in names):
            return self._last_person() in mention.names
        # in a sentence with places of its own, those are the ones in force
        return len(self.in_force) == 1 and self.in_force[0].id in mention.names

    def speaks_of_stranger(self, stranger: str) -> bool:
        """Whether the sentence is of a place that the store does not know, called so."""
        if Passage((self._sentence.text,)).has(normalize(stranger)):
            return True
        called = [normalize(f"{name.type or ''} {name.name}") for name in self.in_force]
        return len(called) == 1 and f" {called[0]} ".endswith(f" {normalize(stranger)} ")

    def _last_person(self) -> str | None:
        """The person that the sentence goes on about: the last one named before it in its paragraph."""
        for sentence in (self._sentence, *reversed(self._spot.before)):
            persons = [one.name.id for one in self._names.spoken_in(sentence) if one.name.kind == "person"]
            if persons:
                return persons[0] if len(set(persons)) == 1 else None
        return None

    @cached_property
    def in_force(self) -> list[Name]:
        """What the sentence is of: its own places, else the last named before it, else the article's.

        Where something else is named beside those, it may go on about that.
        """
        if own := self._places(self._sentence):
            return own
        meant = set().union(*self._bare_levels())
        for sentence in self._before():
            found = self._places(sentence)
            if fitting := [name for name in found if meant & _levels(name.type)] if meant else found:
                return fitting if meant else [*fitting, *self._others(sentence)]
        return []

    def _before(self) -> Iterator[Sentence]:
        """What tells where a sentence is that does not say so itself, nearest first."""
        yield from reversed(self._spot.before)
        article = self._spot.article
        for text in (article.title, article.about, self._spot.lead):
            yield from sentences_of(text or "")

    def _places(self, sentence: Sentence) -> list[Name]:
        spoken = self._names.spoken_in(sentence)
        return [one.name for one in self._outside_brackets(sentence, spoken) if self._is_place(one)]

    def _others(self, sentence: Sentence) -> list[Name]:
        spoken = self._outside_brackets(sentence, self._names.spoken_in(sentence))
        return [one.name for one in spoken if one.name.kind == "organisation" and not self._is_place(one)]

    def _is_place(self, one: Spoken) -> bool:
        """Whether it is a place, or an organisation that the store knows."""
        known = one.name.kind == "organisation" and one.name.id in self._lexicon.names
        return known or one.name.kind == "place"

    @staticmethod
    def _outside_brackets(sentence: Sentence, spoken: Iterable[Spoken]) -> Iterator[Spoken]:
        return (one for one in spoken if not sentence.depths[one.start])

    def _is_only_around(self, one: Spoken) -> bool:
        """Whether a place only says where the one named before it lies ("xã X, huyện Y")."""
        beside = (o for o in self.spoken if o is not one and self._is_place(o) and self._is_place(one))
        return any(self._lies_in(other, one) for other in beside if not self._sentence.depths[other.start])

    def _lies_in(self, inner: Spoken, outer: Spoken) -> bool:
        if inner.name.id in self._lexicon.names and outer.name.id in self._lexicon.above(inner.name.id):
            return True
        lower, upper = _levels(inner.name.type), _levels(outer.name.type)
        return bool(lower and upper) and min(lower) > max(upper)

    def _is_of_level_beside(self, levels: set[int]) -> bool:
        """Whether the sentence is of a place called by its kind alone ("toàn tỉnh"), and of another level."""
        return bool(levels) and any(not levels & own for own in self._bare_levels())

    def _bare_levels(self) -> list[frozenset[int]]:
        """The levels of the places that the sentence calls by their kind alone."""
        found = language().place_types.cover(self._sentence.tokens)
        return [_levels(one.meaning) for one in found if self._is_bare(one.start, one.end)]

    def _is_bare(self, start: int, end: int) -> bool:
        tokens = self._sentence.tokens
        if end < len(tokens) and tokens[end].is_capitalized:
            return False
        begins = start == 0 or tokens[start].pause
        whole = phrases("whole_place").before(tokens, start)
        return whole is not None or (begins and phrases("predicate").at(tokens, end) is not None)


def _levels(kind: str | None) -> frozenset[int]:
    return language().place_levels.get(normalize(kind or ""), frozenset())


def spots(article: Article, lead: str, sentences: Sequence[Sentence]) -> Iterator[Spot]:
    """The sentences of a paragraph where they stand."""
    for at, sentence in enumerate(sentences):
        yield Spot(article, lead, tuple(sentences[:at]), sentence)
