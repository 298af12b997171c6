"""Finding the sentence of a stored article that has what is asked.

The same honesty as with facts: every word of the question must stand in what the sentence
says as one thing, the place must be the one asked about, and so must the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from knowledge.models import Article, Name
from knowledge.near_misses.acts import leaves_an_act_out
from knowledge.quoting.sentences import sentences_of
from knowledge.quoting.statements import Statement, statements
from knowledge.quoting.whereabouts import Names, Spot, Whereabouts, spots
from knowledge.reading.evidence import Word, claims_in, cut_words
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Understanding
from knowledge.store.reader import Reader
from knowledge.store.texts import Alternatives
from knowledge.store.texts import Passage as Paragraph
from knowledge.text.passage import Passage
from knowledge.text.periods import times_in
from knowledge.text.units import compatible

_MOST_PARAGRAPHS = 60
_ENOUGH = 4
"""Articles with what is asked, after which no more are looked for."""
_SHORTEST_PERSON = 2
_NUMERIC = ("how_many", "what_share")


@dataclass(frozen=True)
class Quotation:
    """A sentence, word for word, with where it stands and which places it is of."""

    article: Article
    paragraph: int
    sentence: str
    places: tuple[Name, ...]


def quotations(understanding: Understanding, reader: Reader, lexicon: Lexicon) -> list[Quotation]:
    """The sentences that have what is asked: the best of each article, newest article first."""
    if not reader.texts.are_there():
        return []
    return _Search(understanding, reader, lexicon).run()


class _Search:
    def __init__(self, understanding: Understanding, reader: Reader, lexicon: Lexicon) -> None:
        self.u = understanding
        self.reader = reader
        self.lexicon = lexicon
        words = cut_words(understanding.tokens, understanding.content, lexicon.language, idioms=True)
        light = {at for found in lexicon.language.light.cover(understanding.tokens) for at in found.span}
        self.words = [word for word in words if word.restrictive or not light.issuperset(word.span)]
        counted = {syllable for unit in understanding.counted_units for syllable in unit}
        self.telling = [word for word in self.words if not counted.issuperset(word.text.split())]
        self.names = Names(lexicon)
        self.focus = self._focus()

    def _focus(self) -> list[Mention]:
        """The names asked about, without those that only say where another lies."""
        above = {a for m in self.u.mentions for n in m.names for a in self.lexicon.above(n)}
        return [m for m in self.u.mentions if m.committee or not above.issuperset(m.names)]

    def run(self) -> list[Quotation]:
        if not self.telling:
            return []
        best: dict[str, tuple[int, Quotation]] = {}
        for paragraph in self.reader.texts.with_words(self._wanted(), _MOST_PARAGRAPHS):
            for length, quotation in self._in_paragraph(paragraph):
                known = best.get(paragraph.article)
                if known is None or length < known[0]:
                    best[paragraph.article] = length, quotation
            if len(best) >= _ENOUGH:
                break
        found = [quotation for _, quotation in best.values()]
        return sorted(found, key=lambda q: (q.article.published, q.article.id), reverse=True)

    def _wanted(self) -> Iterator[Alternatives]:
        for word in self.words:
            if not any(self.u.tokens[at].number is not None for at in word.span):
                # of an idiom, it or what is said for it stands there, or all its words
                for part in word.inner or (word,):
                    yield tuple(dict.fromkeys((part.text, *part.synonyms, word.text, *word.synonyms)))
        for mention in self.focus:
            yield tuple(s for name in mention.names for s in self.lexicon.names[name].spellings)
        for stranger in self.u.strangers:
            yield (stranger.text,)

    def _in_paragraph(self, paragraph: Paragraph) -> Iterator[tuple[int, Quotation]]:
        """The sentences that have what is asked, each with its length: the shorter, the plainer."""
        sentences = sentences_of(paragraph.text)
        if not any(self._might(sentence.text) for sentence in sentences):
            return
        article, lead = self.reader.article(paragraph.article), self.reader.texts.lead(paragraph.article)
        for spot in spots(article, lead, sentences):
            text = spot.sentence.text
            if self._might(text) and (where := _Candidate(self, spot).whereabouts_if_told()):
                yield len(text), Quotation(article, paragraph.paragraph, text, tuple(where.in_force))

    def _might(self, sentence: str) -> bool:
        """Whether all words stand somewhere in a sentence; cheaper than to look which belong together."""
        passage = Passage((sentence,), self.lexicon.language.titles)
        return all(self.is_said(word, passage) for word in self.words)

    def is_said(self, word: Word, passage: Passage) -> bool:
        """Whether a word of the question, or another for the same, stands in a text."""
        token = self.u.tokens[word.start]
        if token.number is not None and len(word.span) == 1:
            return token.number in passage.numbers
        if passage.has(word.text, word.folded) or passage.has_any(word.synonyms):
            return True
        return bool(word.inner) and all(self.is_said(one, passage) for one in word.inner)


class _Candidate:
    """One sentence before the question."""

    def __init__(self, search: _Search, spot: Spot) -> None:
        self.search = search
        self.u = search.u
        self.spot = spot
        self.sentence = spot.sentence

    def whereabouts_if_told(self) -> Whereabouts | None:
        """What the sentence speaks of, if it has what is asked; None where it has not."""
        of_figures = self.u.ask in _NUMERIC or bool(self.u.counted_units)
        told = (self._tells(one) for one in statements(self.sentence, of_figures=of_figures))
        if not (any(told) and self._is_of_time() and self._suits_ask()):
            return None
        where = self.where
        if not all(where.speaks_of(mention) for mention in self.search.focus):
            return None
        return (
            where if all(where.speaks_of_stranger(stranger.text) for stranger in self.u.strangers) else None
        )

    @cached_property
    def where(self) -> Whereabouts:
        return Whereabouts(self.spot, self.search.names)

    def _tells(self, statement: Statement) -> bool:
        if not all(self.search.is_said(word, statement.words) for word in self.search.words):
            return False
        figure = statement.figure
        if not all(claim.number in statement.words.numbers for claim in self.u.claims):
            return False
        if figure is None:
            return True
        if leaves_an_act_out(self.u.tokens, self.search.words, statement.lead):
            return False
        if self.u.ask == "what_share" and not (figure.number.percent or figure.number.of):
            return False
        return all(compatible(unit, figure.unit) for unit in self.u.counted_units)

    def _is_of_time(self) -> bool:
        """Whether every time asked about is one that the sentence names."""
        named = {(time.first, time.last) for time in times_in(self.sentence.tokens)}
        return all((time.first, time.last) in named for time in self.u.times)

    def _suits_ask(self) -> bool:
        """Whether the sentence can answer the ask, and neither denies nor foretells what is asked."""
        claims = claims_in(self.sentence.text)
        if "whether" not in self.u.asks and ("negations" in claims) is not self.u.denies:
            return False
        if (
            self.u.ask in _NUMERIC
            and not claims.isdisjoint(("future", "plan", "estimate"))
            and not self.u.future
        ):
            return False
        if (self.u.present and "past" in claims) or (self.u.why and "because" not in claims):
            return False
        return all(self._has_what(ask) for ask in self.u.asks)

    def _has_what(self, ask: str) -> bool:
        match ask:
            case "who":
                return any(self._persons())
            case "when":
                return len(times_in(self.sentence.tokens)) > len(self.u.times)
            case "which":
                asked = {name for mention in self.u.mentions for name in mention.names}
                return any(one.name.id not in asked for one in self.where.spoken)
        return True

    def _persons(self) -> Iterator[str]:
        """What looks like a person's name: known as one, or in capitals behind an honorific."""
        yield from (one.name.id for one in self.where.spoken if one.name.kind == "person")
        tokens = self.sentence.tokens
        for found in self.search.lexicon.language.honorifics.cover(tokens):
            capitals = 0
            while found.end + capitals < len(tokens) and tokens[found.end + capitals].is_capitalized:
                capitals += 1
            if capitals >= _SHORTEST_PERSON:
                yield tokens[found.end].typed
