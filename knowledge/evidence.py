"""What a fact accounts for: the words, names and numbers it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from knowledge.abbreviations import read_known
from knowledge.lexicon import Lexicon
from knowledge.models import Fact
from knowledge.passage import Passage
from knowledge.reading import Token

_ODD_SYLLABLE = 1.6
"""What a syllable costs that is no word by itself, in cutting syllables into words."""

_ORDINAL, _UNTIL = "thứ", "đến"


class Word(NamedTuple):
    """One word of the content at the positions [start, end), several syllables where they make one."""

    start: int
    end: int
    text: str
    folded: str
    synonyms: tuple[str, ...] = ()
    """Words that mean the same."""
    restrictive: bool = False
    """Whether it narrows or turns whatever it stands with."""
    inner: tuple[Word, ...] = ()
    """The words of an idiom, each to be explained where the idiom as such is not."""

    @property
    def span(self) -> range:
        """The positions of its tokens."""
        return range(self.start, self.end)

    @property
    def bounds(self) -> tuple[int, int]:
        """Where it starts and ends."""
        return self.start, self.end


def cut_words(
    tokens: Sequence[Token], positions: Iterable[int], lexicon: Lexicon, *, idioms: bool = False
) -> list[Word]:
    """The content at some positions as words; a compound is one only where all of it is content.

    With `idioms` runs of words that something else can be said for are kept together too.
    """
    open_positions = set(positions)
    language = lexicon.language
    # the cheapest way to cut from each position to the end: (cost, where the first word ends)
    best: list[tuple[float, int]] = [(0.0, len(tokens))] * (len(tokens) + 1)
    for at in reversed(range(len(tokens))):
        if at not in open_positions:
            best[at] = (best[at + 1][0], at + 1)
            continue
        known = tokens[at].marked in language.words or not tokens[at].is_word
        cost, end = best[at + 1][0] + (1.0 if known else _ODD_SYLLABLE), at + 1
        known_runs = language.compounds.at(tokens, at)
        runs = chain(known_runs, language.idioms.at(tokens, at)) if idioms else known_runs
        for found in runs:  # of two ways as cheap, the longer word is taken
            if best[found.end][0] + 1.0 <= cost and open_positions.issuperset(found.span):
                cost, end = best[found.end][0] + 1.0, found.end
        best[at] = cost, end
    words, at = [], 0
    while at < len(tokens):
        end = best[at][1]
        if at in open_positions:
            word = word_at(tokens, at, end, lexicon)
            idiom = idioms and end > at + 1 and word.text not in language.words
            inner = tuple(cut_words(tokens, word.span, lexicon)) if idiom else ()
            words.append(word._replace(inner=inner) if len(inner) > 1 else word)
        at = end
    return words


def word_at(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Word:
    """The word that tokens[start:end] make."""
    folded = " ".join(t.folded for t in tokens[start:end])
    text = " ".join(t.marked for t in tokens[start:end])
    restrictive = any(lexicon.language.restrictive.everywhere(tokens[start:end]))
    same = [found.meaning for found in lexicon.language.synonyms.at(tokens, start) if found.end == end]
    synonyms = dict.fromkeys(chain.from_iterable(same))
    return Word(start, end, text, folded, tuple(synonyms), restrictive)


class View:
    """A fact as evidence.

    `strong` is what narrows and names it (facets, unit, items, period), which may
    turn the figure; `weak` is its sentence, which only goes along with it.
    """

    def __init__(self, fact: Fact, lexicon: Lexicon) -> None:
        """Look at a fact with the names the lexicon knows."""
        self.fact = fact
        subject = lexicon.names.get(fact.subject)
        kind = subject.type or "" if subject else ""
        period = fact.period.label if fact.period and fact.period.label else ""
        since = _since_words(fact)
        titles = lexicon.language.titles
        self.strong = Passage((*fact.facets, fact.unit or "", *fact.items, period, since, kind), titles)
        self.weak = Passage((fact.statement,), titles)
        self.facets = Passage(fact.facets)
        self.unit = Passage((fact.unit or "",))
        texts = (fact.statement, *fact.items, *fact.facets)
        self.names = {fact.subject}
        self.around = frozenset(lexicon.above(fact.subject))
        for text in texts:
            tokens = read_known(text)
            self.names.update(found.meaning for found in lexicon.name_index.cover(tokens))
        self.names.update(lexicon.named_in(fact.subject))
        self.facet_words = [list(_facet_words(facet, lexicon)) for facet in fact.facets]
        self.all_facet_words = {word.folded for words in self.facet_words for word in words}
        self.directions = [(directions_in(read_known(facet), lexicon) or [{}])[0] for facet in fact.facets]
        happened = Passage(() if _UNTIL in period.split() else (period,))
        self.tells_time = any(p.years or p.spans for p in (self.facets, self.weak, happened))
        self.tells_order = self.weak.has(_ORDINAL)
        self.single_figure = self.weak.numbers <= {fact.number, fact.of} | self.strong.numbers
        self.denies = _tells(fact, "negations", lexicon)
        self.past = _tells(fact, "past", lexicon)
        self.because = _says(fact.statement, "because", lexicon)
        self.restricted = any(lexicon.language.restrictive.cover(read_known(facet)) for facet in fact.facets)
        self.denying: list[bool] = [_says(facet, "negations", lexicon) for facet in fact.facets]
        self.opposite = not any(self.denying) and _says(fact.statement, "negations", lexicon)
        self.items = [lexicon.name_called(item) for item in fact.items]
        figures = (fact.number, fact.of)
        self.figures = {figure for figure in figures if figure is not None}

    def says(self, word: Word) -> bool:
        """Whether a word, or another for the same, stands in the fact."""
        return any(
            p.has(word.text, word.folded) or p.has_any(word.synonyms) for p in (self.strong, self.weak)
        )

    def explains_number(self, number: float) -> bool:
        """Whether a number of the question is one of this fact's."""
        return number in self.figures or number in self.strong.numbers or number in self.weak.numbers


def _tells(fact: Fact, what: str, lexicon: Lexicon) -> bool:
    """Whether a fact, by its sentence or facets, tells of what is not so, or of what was before."""
    return any(_says(text, what, lexicon) for text in (fact.statement, *fact.facets))


def _says(text: str, what: str, lexicon: Lexicon) -> bool:
    """Whether a text of the store says a word of some kind, its marks being complete."""
    tokens = read_known(text)
    return any(
        found.meaning == what
        and " ".join(token.marked for token in tokens[found.start : found.end])
        in lexicon.language.claim_words
        for found in lexicon.language.claims.cover(tokens)
    )


def _since_words(fact: Fact) -> str:
    since = fact.period.since if fact.period else None
    if since is None:
        return ""
    start = f"từ đầu năm {since.year} | kể từ đầu năm" if (since.month, since.day) == (1, 1) else ""
    return f"{start} | từ tháng {since.month} năm {since.year}"


def _facet_words(facet: str, lexicon: Lexicon) -> Iterator[Word]:
    """The words of a facet that carry its meaning."""
    tokens = read_known(facet)
    tenses = {
        at for found in lexicon.language.claims.cover(tokens) if found.meaning == "tense" for at in found.span
    }
    harmless = {at for found in lexicon.language.harmless.cover(tokens) for at in found.span} - tenses
    directed = {
        at
        for found in lexicon.language.directions.cover(tokens)
        if found.meaning != "through"
        for at in found.span
    }
    amounts = {at for found in lexicon.language.amounts.cover(tokens) for at in found.span}
    empty = harmless | directed | amounts
    positions = [at for at in range(len(tokens)) if at not in empty] or range(len(tokens))
    yield from cut_words(tokens, positions, lexicon)


def directions_in(tokens: Sequence[Token], lexicon: Lexicon) -> list[dict[str, str]]:
    """Where from ("source") and where to ("target"), as the folded word behind "từ", "về" and the like.

    One way after the other: "từ xã về huyện và từ huyện về xã" are two.
    """
    language = lexicon.language
    found: list[dict[str, str]] = []
    for marker in language.directions.cover(tokens):
        if marker.meaning == "through":
            continue
        at = marker.end
        while through := _passed_over(tokens, at, lexicon):
            at = through
        ahead = language.place_types.longest(tokens, at)
        if ahead:
            if not found or marker.meaning in found[-1]:
                found.append({})
            found[-1][marker.meaning] = " ".join(t.folded for t in tokens[ahead.start : ahead.end])
    return found


def _passed_over(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int | None:
    """Where a word ends that may stand between "về" and the place: "về làm việc ở huyện"."""
    language = lexicon.language
    found = language.directions.longest(tokens, at)
    if found and found.meaning == "through":
        return found.end
    filler = language.harmless.longest(tokens, at)
    return filler.end if filler else None


def at_odds(asked: dict[str, str], given: dict[str, str]) -> bool:
    """Whether a question goes the other way than a facet does."""
    for end, other in (("source", "target"), ("target", "source")):
        if end in asked and end in given and asked[end] != given[end] and asked[end] == given.get(other):
            return True
    return False
