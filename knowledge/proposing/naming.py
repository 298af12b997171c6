"""The names that an article speaks of: those of the store, and places, people and bodies it does not know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.abbreviations import shorthand
from knowledge.language import language
from knowledge.lexicon import Lexicon
from knowledge.linking import Mention, Stranger, link_names
from knowledge.models import Name, NameKind
from knowledge.phrases import PhraseIndex
from knowledge.proposing.bodies import organisations_in
from knowledge.proposing.identifiers import slug, unused
from knowledge.proposing.people import Person, persons_in
from knowledge.proposing.sentences import Sentence
from knowledge.reading import Token
from knowledge.vietnamese import fold, normalize

_TITLE_WEIGHT = 5


@dataclass(frozen=True, slots=True)
class Spoken:
    """A name spoken of in tokens[start:end]."""

    start: int
    end: int
    name: Name


class Naming:
    """The names of one article, and the one it is mostly about."""

    def __init__(self, lexicon: Lexicon) -> None:
        """No article is read yet."""
        self.lexicon = lexicon
        self.new: dict[str, Name] = {}
        self.counts: Counter[str] = Counter()
        self._index: PhraseIndex[Name] = PhraseIndex()

    def name(self, name_id: str) -> Name:
        """A name by its id, of the store or new."""
        return self.new.get(name_id) or self.lexicon.names[name_id]

    @property
    def main(self) -> Name | None:
        """The place that is spoken of most; an organisation where there is none."""
        for kind in ("place", "organisation"):
            among = [
                (count, -at, name)
                for at, (name, count) in enumerate(self.counts.items())
                if self.name(name).kind == kind
            ]
            if among:
                return self.name(max(among)[2])
        return None

    def count(self, spoken: Iterable[Spoken], *, in_title: bool = False) -> None:
        """Take notice of names spoken of."""
        for one in spoken:
            self.counts[one.name.id] += _TITLE_WEIGHT if in_title else 1

    def spoken_in(self, sentence: Sentence, persons: Sequence[Person] | None = None) -> list[Spoken]:
        """The names in a sentence, from left to right, none within another."""
        persons = persons_in(sentence, self.lexicon) if persons is None else persons
        found = [Spoken(p.start, p.end, self.person(p.name)) for p in persons]
        for start, end in organisations_in(sentence):
            self._keep(found, start, end, lambda text: self.add(text, "organisation"), sentence)
        for linked in self.linked_in(sentence):
            if all(linked.end <= one.start or linked.start >= one.end for one in found):
                found.append(linked)
        found += self._again(sentence, found)
        return sorted(found, key=lambda one: one.start)

    @staticmethod
    def _keep(found: list[Spoken], start: int, end: int, named: object, sentence: Sentence) -> None:
        if callable(named) and all(end <= one.start or start >= one.end for one in found):
            found.append(Spoken(start, end, named(sentence.slice(start, end))))

    def _again(self, sentence: Sentence, found: Sequence[Spoken]) -> list[Spoken]:
        """Names that the article brought before, said without the kind of place they are."""
        return [
            Spoken(hit.start, hit.end, hit.meaning)
            for hit in self._index.cover(sentence.tokens)
            if sentence.tokens[hit.start].is_capitalized
            and all(hit.end <= one.start or hit.start >= one.end for one in found)
        ]

    def linked_in(self, sentence: Sentence) -> list[Spoken]:
        """The names that a question of these words would be linked to, and the places it would not know."""
        tokens, origin = _written_out(sentence)
        linked = link_names(tokens, self.lexicon, unmarked=False)
        parts: list[Mention | Stranger] = [*linked.known, *linked.strangers]
        found = [(part, self._of(part, tokens)) for part in parts]
        return [Spoken(origin[p.start], origin[p.end - 1] + 1, name) for p, name in found if name]

    def _of(self, part: Mention | Stranger, tokens: Sequence[Token]) -> Name | None:
        if isinstance(part, Mention):
            return self.lexicon.names[part.names[0]]
        span = tokens[part.start : part.end]
        place = language().place_types.longest(span, 0)
        committee = language().committees.longest(span, 0)
        title = committee or place
        own = span[title.end :] if title else span
        if not own or not all(token.is_capitalized for token in own):
            return None
        kind = committee.meaning if committee else place.meaning if place else self._known_kind(own)
        return self.add(" ".join(dict.fromkeys(token.typed for token in own)), "place", kind)

    def _known_kind(self, own: Sequence[Token]) -> str | None:
        known = self.lexicon.places_called([token.marked for token in own])
        return known[0].type.lower() if known else None

    def person(self, text: str) -> Name:
        """A person of the store, or a new one."""
        known = self.lexicon.name_called(text)
        if known and self.lexicon.names[known].kind == "person":
            return self.lexicon.names[known]
        return self.add(text, "person")

    def add(self, text: str, kind: NameKind, type_: str | None = None) -> Name:
        """A name of the store or of the article that is called so, or a new one."""
        known = self.lexicon.name_called(text)
        if (
            known
            and self.lexicon.names[known].kind == kind
            and type_ in (None, self.lexicon.names[known].type)
        ):
            return self.lexicon.names[known]
        for name in self.new.values():
            if normalize(name.name) == normalize(text) and name.kind == kind and type_ in (None, name.type):
                return name
        name = Name(id=unused(slug(text), {*self.new, *self.lexicon.names}), name=text, kind=kind, type=type_)
        self.new[name.id] = name
        if kind != "document":
            self._index.add(text, name)
        return name


def _written_out(sentence: Sentence) -> tuple[list[Token], list[int]]:
    """The tokens with abbreviations in capitals written out, and where each comes from."""
    tokens: list[Token] = []
    origin: list[int] = []
    for at, token in enumerate(sentence.tokens):
        meanings = shorthand().get(token.marked) if token.typed.isupper() and len(token.typed) > 1 else None
        if not meanings or not token.is_word:
            tokens.append(token)
            origin.append(at)
            continue
        for number, word in enumerate(meanings[0]):
            pause = token.pause and not number
            tokens.append(Token(token.typed, word, fold(word), pause=pause, change="shorthand"))
            origin.append(at)
    return tokens, origin


def in_full(name: Name) -> str:
    """A name with its kind before it, as in a sentence: "huyện Khuê Thượng"."""
    if name.kind == "place" and name.type and not normalize(name.name).startswith(normalize(name.type)):
        return f"{name.type} {name.name}"
    return name.name
