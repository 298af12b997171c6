"""The words of an article that a fact rests on."""

from __future__ import annotations

from functools import lru_cache

from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.proposing.numbers import numbers_in
from knowledge.proposing.sentences import Sentence
from knowledge.quoting.sentences import sentences_of
from knowledge.store.texts import Texts
from knowledge.text.abbreviations import words_of
from knowledge.text.periods import times_in
from knowledge.text.vietnamese import fold

_ENOUGH = 0.5
_REMEMBERED = 512


def verbatim(fact: Fact, texts: Texts) -> str | None:
    """The sentence that a fact rests on, word for word; None where its text is not there or none clearly is.

    A figure, a date or a name that the fact gives must stand in it.
    """
    if fact.quote is not None or fact.paragraph is None or fact.kind == "not_stated":
        return fact.quote
    paragraphs = texts.paragraph(fact.article, fact.paragraph)
    read = (one for text in paragraphs for one in sentences_of(text))
    fitting = [(_likeness(fact, one), one.text) for one in read if _gives(fact, one)]
    likeness, text = max(fitting, default=(0.0, ""), key=lambda pair: pair[0])
    return text if likeness >= (0 if fact.kind in NUMERIC_KINDS else _ENOUGH) and text else None


@lru_cache(maxsize=_REMEMBERED)
def _numbers(sentence: Sentence) -> frozenset[float]:
    return frozenset(number.value for number in numbers_in(sentence))


def _gives(fact: Fact, sentence: Sentence) -> bool:
    """Whether the figure, date or one of the names that a fact gives stands in a sentence."""
    if fact.kind in NUMERIC_KINDS:
        return fact.value in _numbers(sentence)
    if fact.kind == "date":
        return any(time.first.isoformat().startswith(str(fact.value)) for time in times_in(sentence.tokens))
    folded = f" {sentence.folded} "
    return not fact.items or any(f" {fold(' '.join(words_of(item)))} " in folded for item in fact.items)


def _likeness(fact: Fact, sentence: Sentence) -> float:
    """How much of what the fact says in its own words the sentence says too."""
    said = {fold(word) for text in (fact.statement, *fact.facets) for word in words_of(text)}
    return len(said & set(sentence.folded.split())) / max(len(said), 1)
