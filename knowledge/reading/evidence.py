"""What a fact accounts for: the words, names and numbers it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache, reduce
from itertools import chain
from typing import NamedTuple

from knowledge.models import Fact
from knowledge.reading.cutting import cost_alone, halves_of_words, joined, placing
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.since import since_words
from knowledge.reading.ways import Way, directions_in
from knowledge.text.abbreviations import clause_of_figure, read_known, syllables_of, without_item
from knowledge.text.language import Language, language
from knowledge.text.passage import Passage
from knowledge.text.periods import times_in
from knowledge.text.phrases import Found, stands_in_full
from knowledge.text.tokens import Token, text_at
from knowledge.text.vietnamese import fold

_AT = "ở"
_ORDINAL, _UNTIL, _DONE = "thứ", "đến", "đã"
_AGAINST = frozenset(["với", "vượt", "đạt", "theo", "hoàn", "thành"])
_WEEKLY = ("hằng tuần", "hàng tuần", "mỗi tuần")
"""What says that the days told are those of every week: "họp vào thứ ba hằng tuần"."""
_REMEMBERED = 8_192


class Word(NamedTuple):
    """One word of the content at the positions [start, end), several syllables where they make one."""

    start: int
    end: int
    text: str
    folded: str
    span: range
    """The positions of its tokens."""
    bounds: tuple[int, int]
    """Where it starts and ends."""
    synonyms: tuple[str, ...] = ()
    """Words that mean the same."""
    restrictive: bool = False
    """Whether it narrows or turns whatever it stands with."""
    inner: tuple[Word, ...] = ()
    """The words of an idiom, each to be explained where the idiom as such is not."""

    @property
    def all(self) -> Iterator[Word]:
        """It and all words within it."""
        return chain((self,), *(one.all for one in self.inner))


def cut_words(
    tokens: Sequence[Token],
    positions: Iterable[int],
    language: Language,
    *,
    idioms: bool = False,
    openings: AbstractSet[int] = frozenset(),
) -> list[Word]:
    """The content at some positions as words; a compound is one only where all of it is content.

    With `idioms` runs of words that something else can be said for are kept together too. No word ends with
    one of the syllables at `openings`, with which longer phrases begin: "dự | lễ hội".
    """
    open_positions = set(positions)
    compounds = language.compounds.found_in(tokens)
    runs = language.idioms.found_in(tokens) if idioms else {}
    # the cheapest way to cut from each position to the end: what it costs, and where its first word ends
    costs, ends = [0.0] * (len(tokens) + 1), list(range(1, len(tokens) + 1))
    for at in reversed(range(len(tokens))):
        cost = costs[at + 1]
        if at in open_positions:
            cost += cost_alone(tokens[at], language)
            for found in chain(compounds.get(at, ()), runs.get(at, ())):
                # of two ways as cheap, the longer word is taken
                cheap = costs[found.end] + 1.0 <= cost and found.end - 1 not in openings
                if cheap and open_positions.issuperset(found.span):
                    cost, ends[at] = costs[found.end] + 1.0, found.end
        costs[at] = cost
    words, free = [], 0
    for at in sorted(open_positions):
        if at < free:
            continue
        free = ends[at]
        word = word_at(tokens, at, free)
        if idioms and free > at + 1 and word.text not in language.words:
            inner = cut_words(tokens, word.span, language)
            parts = joined(tokens, [one.bounds for one in inner], runs)
            pieces = [inner[part.start : part.stop] for part in parts]
            inner = [
                word_at(tokens, p[0].start, p[-1].end)._replace(inner=tuple(p)) if len(p) > 1 else p[0]
                for p in pieces
            ]
            word = word._replace(inner=tuple(inner)) if len(inner) > 1 else word
        words.append(word)
    return words


def word_at(tokens: Sequence[Token], start: int, end: int) -> Word:
    """The word that tokens[start:end] make."""
    own = tokens[start:end]
    folded = " ".join([token.folded for token in own])
    text = " ".join([token.marked for token in own])
    span, bounds = range(start, end), (start, end)
    return Word(
        start,
        end,
        text,
        folded,
        span,
        bounds,
        *_senses(tuple([(token.marked, token.folded) for token in own])),
    )


@lru_cache(maxsize=_REMEMBERED)
def _senses(syllables: tuple[tuple[str, str], ...]) -> tuple[tuple[str, ...], bool]:
    """What can be said for a word, and whether it narrows or turns what it stands with; its syllables are given marked and folded."""
    tokens = [Token(marked, marked, folded) for marked, folded in syllables]
    text = text_at(tokens, range(len(tokens)))
    restrictive = bool(language().restrictive.found_in(tokens)) and text not in language().whole_words
    same = (found.meaning for found in language().synonyms.at(tokens, 0) if found.end == len(tokens))
    return tuple(dict.fromkeys(chain.from_iterable(same))), restrictive


class View:
    """A fact as evidence.

    `strong` is what narrows and names it (facets, unit, items, period), which may
    turn the figure; `weak` is its sentence, which only goes along with it.
    """

    def __init__(self, fact: Fact, lexicon: Lexicon) -> None:
        """Look at a fact with the names the lexicon knows; what is read of it is read when it is needed."""
        self.fact = fact
        self._lexicon = lexicon
        self._titles = lexicon.language.titles
        self._period = (fact.period.label if fact.period else None) or ""
        self.around = frozenset(lexicon.above(fact.subject))
        self.figures = {figure for figure in (fact.number, fact.of) if figure is not None}

    @cached_property
    def facet_words(self) -> list[tuple[Word, ...]]:
        """The words of each facet that carry its meaning."""
        return [facet_words(facet) for facet in self.fact.facets]

    @cached_property
    def telling(self) -> list[Word]:
        """The words of its sentence that carry its meaning, without figures."""
        words = facet_words(self.fact.statement)
        light = self._lexicon.language.light_phrases
        return [word for word in words if word.text not in light and not any(c.isdigit() for c in word.text)]

    @cached_property
    def all_facet_words(self) -> set[str]:
        """The same of all facets, folded."""
        return {word.folded for words in self.facet_words for word in words}

    @cached_property
    def naming(self) -> list[frozenset[str]]:
        """The folded syllables of the words of each facet, and of others that mean the same."""
        texts = (
            chain.from_iterable((word.folded, *map(fold, word.synonyms)) for word in words)
            for words in self.facet_words
        )
        return [frozenset(" ".join(one).split()) for one in texts]

    @cached_property
    def directions(self) -> list[Way]:
        """Where from and where to each facet goes."""
        return [(directions_in(read_known(facet), self._lexicon) or [{}])[0] for facet in self.fact.facets]

    @cached_property
    def ways(self) -> frozenset[str]:
        """Whether its sentence says where from ("source") and where to ("target")."""
        language, tokens = self._lexicon.language, read_known(self.fact.statement)
        found = language.directions.cover(tokens)
        return frozenset(one.meaning for one in found if not language.dating.at(tokens, one.end))

    @cached_property
    def denying(self) -> list[bool]:
        """Whether each facet tells of what is not so."""
        return ["negations" in claims_in(facet) for facet in self.fact.facets]

    @cached_property
    def strong(self) -> Passage:
        """What narrows and names the fact."""
        kind = self._kind
        return Passage((*self._narrowing, since_words(self.fact), kind), {*self._titles, kind})

    @property
    def _kind(self) -> str:
        """What kind of thing it is about."""
        subject = self._lexicon.names.get(self.fact.subject)
        return (subject.type if subject else None) or ""

    @cached_property
    def told(self) -> Passage:
        """What narrows it in its own words."""
        return Passage(self._narrowing, self._titles)

    @property
    def _narrowing(self) -> tuple[str, ...]:
        return (*self.fact.facets, self.fact.unit or "", *self.fact.items, self._period)

    @cached_property
    def weak(self) -> Passage:
        """Its sentence."""
        return Passage((self.fact.statement,), self._titles)

    @cached_property
    def syllables(self) -> frozenset[str]:
        """The folded syllables of whatever is said here, of numbers the digits; what is read closely only where it is needed."""
        kind = self._kind
        return syllables_of(" | ".join((self.fact.statement, *self._narrowing, since_words(self.fact), kind)))

    @cached_property
    def facets(self) -> Passage:
        """What narrows the fact down from its topic."""
        return Passage(self.fact.facets)

    @cached_property
    def unit(self) -> Passage:
        """What its figure counts."""
        return Passage((self.fact.unit or "",))

    @cached_property
    def names(self) -> set[str]:
        """The names it speaks of."""
        index = self._lexicon.name_index
        tokens = map(read_known, (self.fact.statement, *self.fact.items, *self.fact.facets))
        found = {self.fact.subject, *self._lexicon.named_in(self.fact.subject)}
        return found.union(name.meaning for text in tokens for name in index.cover(text))

    @cached_property
    def items(self) -> list[str | None]:
        """The names that its items are, None for one that is no name."""
        return [self._lexicon.name_called(item) for item in self.fact.items]

    @cached_property
    def tells_time(self) -> bool:
        """Whether it says when what it tells of happened."""
        happened = Passage(() if _UNTIL in self._period.split() else (self._period,))
        # what is of a term of several years did not happen all through it
        return (
            any(p.years or p.spans for p in (self.facets, self.weak))
            or (bool(happened.years) and not happened.spans)
            or self.weak.has_any(_WEEKLY)
        )

    def tells_when(self, topic: Passage) -> bool:
        """Whether it says when: by its day, or by the year where its topic is asked for a time."""
        if self.tells_time:
            return True
        timed = topic.has_any(self._lexicon.language.kindred["timing"])
        return timed and bool(times_in(read_known(self.fact.statement)))

    @cached_property
    def names_a_year(self) -> bool:
        """Whether its period is called by a year ("vào năm 2025")."""
        return bool(times_in(read_known(self._period)))

    @cached_property
    def tells_order(self) -> bool:
        """Whether its sentence says which in a row something was."""
        return self.weak.has(_ORDINAL)

    @cached_property
    def single_figure(self) -> bool:
        """Whether its sentence has no figure but its own."""
        return self.weak.numbers <= {self.fact.number, self.fact.of} | self.strong.numbers

    @cached_property
    def restricted(self) -> bool:
        """Whether a facet has a word that narrows or turns what it stands with."""
        restrictive = self._lexicon.language.restrictive
        return any(
            stands_in_full(found, tokens)
            for tokens in map(read_known, self.fact.facets)
            for found in restrictive.cover(tokens)
        )

    @cached_property
    def said_of_items(self) -> str:
        """Its sentence without what it lists: a reason like "chuyển hướng không chú ý" denies nothing."""
        return reduce(without_item, self.fact.items, self.fact.statement)

    @cached_property
    def denies(self) -> bool:
        """Whether its sentence or a facet tells of what is not so."""
        return any(self.denying) or "negations" in claims_in(self.said_of_items)

    @cached_property
    def opposite(self) -> bool:
        """Whether its sentence, as far as it is of its figure, and no facet tells of what is not so."""
        told = clause_of_figure(self.said_of_items, self.fact.number)
        return not any(self.denying) and "negations" in claims_in(told)

    @cached_property
    def past(self) -> bool:
        """Whether it tells of what was before."""
        return any("past" in claims_in(text) for text in (self.fact.statement, *self.fact.facets))

    @cached_property
    def planned(self) -> bool:
        """Whether it tells of what is to come: a plan, a target, a forecast."""
        texts = (self.fact.statement, self._period, *self.fact.facets)
        return any(not claims_in(text).isdisjoint(("future", "plan", "estimate")) for text in texts)

    @cached_property
    def foretold(self) -> bool:
        """Whether its figure is not yet one: planned, aimed at or forecast."""
        return any(foretells(text) for text in (self.fact.statement, *self.fact.facets))

    @cached_property
    def begins(self) -> bool:
        """Whether its sentence tells that something began or was opened."""
        kindred = self._lexicon.language.kindred
        return self.weak.has_any(kindred["beginning"] | kindred["begun"] | kindred["opened"])

    @cached_property
    def because(self) -> bool:
        """Whether its sentence gives a reason."""
        return "because" in claims_in(self.fact.statement)

    def says(self, word: Word) -> bool:
        """Whether a word, or another for the same, stands in the fact."""
        return any(
            p.has(word.text, word.folded) or p.has_any(word.synonyms) for p in (self.strong, self.weak)
        )

    def explains_number(self, number: float) -> bool:
        """Whether a number of the question is one of this fact's."""
        return number in self.figures or number in self.strong.numbers or number in self.weak.numbers


@lru_cache(maxsize=_REMEMBERED)
def claims_in(text: str) -> frozenset[str]:
    """The kinds of claims (negations, past, …) that a text of the store makes, its marks being complete."""
    return frozenset(found.meaning for found in _claims(read_known(text)))


@lru_cache(maxsize=_REMEMBERED)
def foretells(text: str) -> bool:
    """Whether a text of the store tells of what is yet to be done: "112% kế hoạch" and "đã …" do not."""
    tokens = read_known(text)
    if any(token.marked == _DONE for token in tokens):
        return False
    return any(
        found.meaning in ("future", "plan") and not _measured_by(tokens, found.start)
        for found in _claims(tokens)
    )


def _claims(tokens: Sequence[Token]) -> Iterator[Found[str]]:
    data = language()
    claims = (one for one in data.claims.cover(tokens) if text_at(tokens, one.span) in data.claim_words)
    # "Phòng Tài chính - Kế hoạch" plans nothing
    return (one for one in claims if not (one.start and tokens[one.start].is_capitalized))


def _measured_by(tokens: Sequence[Token], at: int) -> bool:
    """Whether something is held against a plan that is spoken of at a position: "so với kế hoạch", "đạt 112% chỉ tiêu"."""
    before = tokens[max(0, at - 2) : at]
    return any(token.number is not None or token.marked in _AGAINST for token in before)


@lru_cache(maxsize=_REMEMBERED)
def facet_words(facet: str) -> tuple[Word, ...]:
    """The words of a facet that carry its meaning."""
    known = language()
    tokens = read_known(facet)
    tenses = {
        at
        for found in known.claims.cover(tokens)
        if found.meaning in ("tense", "future")
        for at in found.span
    }
    harmless = {
        at for found in known.harmless.cover(tokens) if stands_in_full(found, tokens) for at in found.span
    } - tenses
    directed = {
        at for found in known.directions.cover(tokens) if found.meaning != "through" for at in found.span
    }
    amounts = {at for found in known.amounts.cover(tokens) for at in found.span}
    empty = ((harmless - halves_of_words(tokens, harmless, known)) | directed | amounts) - placing(
        tokens, known
    )
    if tokens and tokens[-1].marked == _AT:  # "đất ở" is no "đất"
        empty.discard(len(tokens) - 1)
    positions = [at for at in range(len(tokens)) if at not in empty] or range(len(tokens))
    return tuple(cut_words(tokens, positions, known))
