"""The two articles that the bundled packs were written from: their text, where it is at hand, gives every figure."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.exchange.packs import BUNDLED, read_pack
from knowledge.models import Fact
from knowledge.proposing.proposals import Proposed, propose
from knowledge.proposing.record import read_article
from knowledge.service import Knowledge
from knowledge.text.abbreviations import words_of
from knowledge.text.units import compatible
from tests.knowledge.proposing.reading import all_figures

ARTICLES = Path(os.environ.get("HOIDAP_ARTICLES") or Path(__file__).parents[4] / "shared" / "articles")
PACKS = sorted(BUNDLED.glob("*-20*.yaml"))


@pytest.fixture(params=PACKS, ids=lambda path: path.stem)
def article(request: pytest.FixtureRequest, bundled: Knowledge) -> tuple[list[Fact], Proposed]:
    """The facts of a bundled pack, and what is proposed from the text of its article."""
    text = ARTICLES / f"{request.param.stem}.txt"
    if not text.is_file():
        pytest.skip("the articles' text is not part of this repository")
    facts = list(read_pack(request.param).pack.all_facts())
    return facts, propose(read_article(text.read_text(encoding="utf-8")), bundled.lexicon)


def test_every_figure_of_the_pack_is_proposed_with_its_unit_and_paragraph(
    article: tuple[list[Fact], Proposed],
) -> None:
    facts, proposed = article
    figures = all_figures(proposed)
    missing = [
        fact.id
        for fact in facts
        if fact.number is not None and not any(_is_the_same(fact, figure) for figure in figures)
    ]
    assert not missing


def test_every_breakdown_of_the_pack_is_proposed_and_adds_up(article: tuple[list[Fact], Proposed]) -> None:
    facts, proposed = article
    wholes = [fact for fact in facts if fact.complete]
    for whole in wholes:
        [found] = [f for f in all_figures(proposed) if _is_the_same(whole, f) and f.parts]
        assert found.complete
        assert _parts(found) == _parts(whole)


def test_the_names_listed_with_a_figure_are_its_items(article: tuple[list[Fact], Proposed]) -> None:
    facts, proposed = article
    listed = [fact for fact in facts if fact.number is not None and fact.items]
    for fact in listed:
        [found] = [figure for figure in all_figures(proposed) if _is_the_same(fact, figure)]
        assert found.items == fact.items


def test_the_record_is_the_one_of_the_pack(article: tuple[list[Fact], Proposed]) -> None:
    facts, proposed = article
    known = read_pack(BUNDLED / f"{facts[0].article}.yaml").pack.article
    assert known is not None
    reading = proposed.reading
    assert (reading.title, reading.series, reading.author) == (known.title, known.series, known.author)
    assert (reading.publisher, reading.published) == (known.publisher, known.published)


def test_no_statement_is_a_sentence_of_the_article(article: tuple[list[Fact], Proposed]) -> None:
    _, proposed = article
    text = " ".join(paragraph.text for paragraph in proposed.reading.paragraphs)
    assert not [fact.statement for fact in all_figures(proposed) if fact.statement.rstrip(".") in text]


def _is_the_same(fact: Fact, figure: Fact) -> bool:
    assert fact.unit is not None
    same = (figure.value, figure.of, figure.paragraph) == (fact.value, fact.of, fact.paragraph)
    return same and figure.unit is not None and compatible(words_of(fact.unit), figure.unit)


def _parts(fact: Fact) -> list[tuple[object, str | None, tuple[str, ...]]]:
    return [(part.value, part.unit, part.facets) for part in fact.parts]
