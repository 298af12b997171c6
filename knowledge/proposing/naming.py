"""The names that an article speaks of: those of the store, and places, people and bodies it does not know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.models import Name, NameKind
from knowledge.proposing.bodies import organisations_in
from knowledge.proposing.identifiers import slug, unused
from knowledge.proposing.people import Person, persons_in
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import phrases, place_types
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.linking import link_names
from knowledge.reading.mentions import Mention, Stranger
from knowledge.text.abbreviations import shorthand
from knowledge.text.language import language
from knowledge.text.phrases import PhraseIndex
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import fold, normalize

_TITLE_WEIGHT = 5
_LONGEST_PLACE = 4


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
            if all(end <= one.start or start >= one.end for one in found):
                found.append(Spoken(start, end, self.add(sentence.slice(start, end), "organisation")))
        found += [place for place in self._places_in(sentence, found) if _apart(place, found)]
        found += self._again(sentence, found)
        return sorted(found, key=lambda one: one.start)

    def mentioned_in(self, sentence: Sentence) -> list[Spoken]:
        """The same, with the places that are part of longer names ("Công an huyện X")."""
        persons = persons_in(sentence, self.lexicon)
        spoken = self.spoken_in(sentence, persons)
        named = [one for one in spoken if one.name.kind == "person"]
        places = [p for p in self._places_in(sentence, named) if p not in spoken and _apart(p, named)]
        sure = [
            p for p in places if p.name.id in self.lexicon.names or place_types().at(sentence.tokens, p.start)
        ]
        return [*spoken, *sure]

    def _places_in(self, sentence: Sentence, persons: Sequence[Spoken]) -> list[Spoken]:
        linked = [one for one in self.linked_in(sentence) if _apart(one, persons)]
        titled = [one for one in self._titled(sentence, [*persons, *linked]) if _apart(one, persons)]
        return [*titled, *(one for one in linked if _apart(one, titled))]

    def _again(self, sentence: Sentence, found: Sequence[Spoken]) -> list[Spoken]:
        """Names that the article brought before, said without the kind of place they are."""
        return [
            Spoken(hit.start, hit.end, hit.meaning)
            for hit in self._index.cover(sentence.tokens)
            if sentence.tokens[hit.start].is_capitalized
            and _apart(Spoken(hit.start, hit.end, hit.meaning), found)
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
        kind = title.meaning if title else None
        return self.add(" ".join(dict.fromkeys(token.typed for token in own)), "place", kind)

    def _titled(self, sentence: Sentence, found: Sequence[Spoken]) -> list[Spoken]:
        """Places called by their kind that no list has so: "huyện vùng cao X", and names longer than a listed one."""
        titled: list[Spoken] = []
        for at in range(len(sentence)):
            kind = place_types().at(sentence.tokens, at)
            if kind is None or any(one.start <= at < one.end for one in titled):
                continue
            described = phrases("describing_places").at(sentence.tokens, kind.end)
            start = described.end if described else kind.end
            end = _capitals(sentence, start)
            other = next((one for one in found if one.start < end and at < one.end), None)
            longer = other is None or (other.end < end and other.name.kind == "place") or other.start == start
            if end > start and longer:
                titled.append(
                    Spoken(at, end, self.add(sentence.slice(start, end), "place", kind.meaning.text))
                )
        return titled

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


def _apart(one: Spoken, found: Iterable[Spoken]) -> bool:
    """Whether a name overlaps none of others."""
    return all(one.end <= other.start or one.start >= other.end for other in found)


def _capitals(sentence: Sentence, start: int) -> int:
    """Where the capitalised words end that stand together from a token on."""
    end = start
    while end < len(sentence) and end - start < _LONGEST_PLACE and sentence.tokens[end].is_capitalized:
        if sentence.gap(end).strip():
            break
        end += 1
    return end


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
