"""Articles of our own writing, as messy as local papers are: nearly every figure is proposed, and none invented."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import Fact
from knowledge.proposing.proposals import Proposed, propose
from knowledge.proposing.record import read_article
from knowledge.proposing.sentences import cut_sentences
from knowledge.reading.lexicon import Lexicon
from knowledge.text.tokens import join_numerals, numeral, tokenize
from tests.proposing import FOLDER, names, record_faults, score

EMPTY = Lexicon(names=(), topics=())
TEXTS = {name: (FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in names()}
SENTENCES = [
    sentence for text in TEXTS.values() for line in text.splitlines() for sentence in cut_sentences(line)
]


@pytest.mark.parametrize("name", names())
def test_at_least_nine_of_ten_figures_are_proposed_with_the_right_unit(name: str) -> None:
    scored = score(name, EMPTY)
    assert scored.found >= 0.9 * scored.expected, scored.missed


@pytest.mark.parametrize("name", names())
def test_every_breakdown_is_taken_apart(name: str) -> None:
    assert not score(name, EMPTY).broken


@pytest.mark.parametrize("name", names())
def test_nothing_that_is_no_figure_is_proposed_as_one(name: str) -> None:
    assert not score(name, EMPTY).unasked


@pytest.mark.parametrize("name", names())
def test_the_record_is_found_where_it_stands(name: str) -> None:
    assert not record_faults(name)


@pytest.mark.parametrize("name", names())
def test_every_figure_proposed_stands_in_its_sentence(name: str) -> None:
    assert not invented(propose(read_article(TEXTS[name]), EMPTY))


@given(st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=60)), max_size=6))
def test_no_figure_is_invented_whatever_the_text(pieces: list[str]) -> None:
    proposed = propose(read_article("\n\n".join(pieces)), EMPTY)
    assert not invented(proposed)


@pytest.mark.parametrize("name", names())
def test_no_statement_is_a_sentence_of_the_article(name: str) -> None:
    proposed = propose(read_article(TEXTS[name]), EMPTY)
    assert not [fact.statement for fact in facts(proposed) if fact.statement.rstrip(".") in TEXTS[name]]


def facts(proposed: Proposed) -> list[Fact]:
    """Every proposed fact and part."""
    return [fact for proposal in proposed.proposals for fact in proposal.fact.family()]


def invented(proposed: Proposed) -> list[str]:
    """What is proposed with a figure that its sentence does not have."""
    return [
        fact.statement
        for proposal in proposed.proposals
        for fact in proposal.fact.family()
        if not shown_by(fact) <= figures_of(proposal.sentence)
    ]


def shown_by(fact: Fact) -> set[float]:
    """The figures of a fact, apart from the hundred of a percentage."""
    of = None if (fact.unit or "").startswith("%") else fact.of
    return {float(value) for value in (fact.number, of) if value is not None}


def figures_of(sentence: str) -> set[float]:
    """Every number that a sentence shows, in digits or in words."""
    found: set[float] = set()
    for piece in re.split(r"[()]|(?<=[;,])\s", sentence):
        tokens = tokenize(piece)
        found |= {
            float(n) for t in (*tokens, *join_numerals(tokens)) for n in (t.number, t.of) if n is not None
        }
        found |= {float(value) for t in tokens if (value := numeral(t))}
    return found
