"""Whom the sentences of an article speak of: names of the store, places it does not know, and who is carried on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from knowledge.abbreviations import shorthand
from knowledge.language import language
from knowledge.lexicon import Lexicon
from knowledge.linking import Mention, Stranger, link_names
from knowledge.models import Name
from knowledge.proposing.identifiers import slug, unused
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import phrases
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
    """The names of one article, those of the store and new ones, and the one it is mostly about."""

    def __init__(self, lexicon: Lexicon) -> None:
        """No article is read yet."""
        self.lexicon = lexicon
        self.new: dict[str, Name] = {}
        self.counts: Counter[str] = Counter()

    def name(self, name_id: str) -> Name:
        """A name by its id, of the store or new."""
        return self.new.get(name_id) or self.lexicon.names[name_id]

    @property
    def main(self) -> Name | None:
        """The name that is spoken of most."""
        places = [(n, c) for n, c in self.counts.items() if self.name(n).kind in ("place", "organisation")]
        return self.name(max(places, key=lambda entry: entry[1])[0]) if places else None

    def count(self, spoken: Iterable[Spoken], *, in_title: bool = False) -> None:
        """Take notice of names spoken of."""
        for one in spoken:
            self.counts[one.name.id] += _TITLE_WEIGHT if in_title else 1

    def spoken_in(self, sentence: Sentence) -> list[Spoken]:
        """The names in a sentence, from left to right."""
        tokens, origin = _written_out(sentence)
        linked = link_names(tokens, self.lexicon, unmarked=False)
        found: list[Spoken] = []
        parts: list[Mention | Stranger] = [*linked.known, *linked.strangers]
        for part in parts:
            name = self._of(part, tokens)
            if name is not None:
                found.append(Spoken(origin[part.start], origin[part.end - 1] + 1, name))
        return sorted(found, key=lambda one: one.start)

    def _of(self, part: Mention | Stranger, tokens: Sequence[Token]) -> Name | None:
        if isinstance(part, Mention):
            return self.lexicon.names[part.names[0]]
        span = tokens[part.start : part.end]
        if not part.certain and not all(token.is_capitalized for token in span):
            return None
        return self._new_place(span)

    def _new_place(self, span: Sequence[Token]) -> Name | None:
        """A place that the store does not know, with the type it is called by or known to have."""
        title = language().place_types.longest(span, 0) or language().committees.longest(span, 0)
        own = span[title.end :] if title else span
        if not own:
            return None
        kind = language().place_types.longest(span, 0) and title and title.meaning
        committee = language().committees.longest(span, 0)
        kind = committee.meaning if committee else kind
        if kind is None:
            known = self.lexicon.places_called([token.marked for token in own])
            kind = known[0].type.lower() if known else None
        text = " ".join(dict.fromkeys(token.typed for token in own))
        return self.add(text, "place", kind)

    def add(self, text: str, kind: str, type_: str | None = None) -> Name:
        """A new name, or the same one again."""
        for known in self.new.values():
            if normalize(known.name) == normalize(text) and known.kind == kind:
                return known
        name_id = unused(slug(text), {*self.new, *self.lexicon.names})
        name = Name.model_validate({"id": name_id, "name": text, "kind": kind, "type": type_})
        self.new[name_id] = name
        return name


def _written_out(sentence: Sentence) -> tuple[list[Token], list[int]]:
    """The tokens with abbreviations in capitals written out, and where each comes from."""
    tokens: list[Token] = []
    origin: list[int] = []
    for at, token in enumerate(sentence.tokens):
        meanings = shorthand().get(token.marked) if token.typed.isupper() and len(token.typed) > 1 else None
        if meanings and token.is_word:
            for word in meanings[0]:
                pause = token.pause and len(origin) > 0 and origin[-1] != at
                tokens.append(Token(token.typed, word, fold(word), pause=pause, change="shorthand"))
                origin.append(at)
        else:
            tokens.append(token)
            origin.append(at)
    return tokens, origin


class Subjects:
    """Who a figure is about: named in its sentence, pointed back to ("huyện"), or carried on."""

    def __init__(self, naming: Naming) -> None:
        """Nobody has been spoken of yet."""
        self.naming = naming
        self.last: list[Name] = []
        self.carried: Name | None = None

    def begin_paragraph(self) -> None:
        """What the paragraph before spoke of last is carried on no further than to its end."""
        self.carried = self.naming.main

    def of(
        self, sentence: Sentence, spoken: Sequence[Spoken], at: int, counted: Container[int]
    ) -> Name | None:
        """Who is spoken of where a figure begins at a token; `counted` are the tokens of all figures."""
        before = [
            one for one in spoken if one.end <= at and not sentence.depths[one.start] and self._may_be(one)
        ]
        nearest = before[-1] if before else None
        pointed = self._pointed_to(sentence, nearest.end if nearest else 0, at, counted)
        behind = next((one for one in spoken if one.start > at and self._places(sentence, one)), None)
        name = pointed or (nearest.name if nearest else None) or (behind.name if behind else None)
        self.carried = name or self.carried or self.naming.main
        return self.carried

    def note(self, spoken: Sequence[Spoken]) -> None:
        """Take notice of what a sentence spoke of, for those that point back to it."""
        self.last += [one.name for one in spoken]

    @staticmethod
    def _may_be(one: Spoken) -> bool:
        return one.name.kind != "person"

    @staticmethod
    def _places(sentence: Sentence, one: Spoken) -> bool:
        return phrases("locating").before(sentence.tokens, one.start) is not None

    def _pointed_to(self, sentence: Sentence, start: int, end: int, counted: Container[int]) -> Name | None:
        """The last place of a level that is called only by its kind ("huyện đã …", "toàn xã có …")."""
        types = language().place_types
        for at in range(end - 1, start - 1, -1):
            found = types.longest(sentence.tokens, at)
            if (
                found is None
                or found.end > end
                or at in counted
                or not self._is_bare(sentence, at, found.end)
            ):
                continue
            levels = language().place_levels[found.meaning]
            names = [*reversed(self.last), *([self.naming.main] if self.naming.main else [])]
            for name in names:
                if levels & language().place_levels.get(normalize(name.type or ""), frozenset()):
                    return name
        return None

    @staticmethod
    def _is_bare(sentence: Sentence, at: int, end: int) -> bool:
        if end < len(sentence) and sentence.tokens[end].is_capitalized:
            return False
        at_beginning = at == 0 or sentence.tokens[at].pause
        predicate = phrases("predicate").at(sentence.tokens, end)
        before = phrases("whole_place").before(sentence.tokens, at)
        return before is not None or (at_beginning and predicate is not None)


def words_of_place(name: Name) -> str:
    """A name with its kind before it, as in a sentence: "huyện Khuê Thượng"."""
    if name.kind == "place" and name.type and not normalize(name.name).startswith(normalize(name.type)):
        return f"{name.type} {name.name}"
    return name.name
