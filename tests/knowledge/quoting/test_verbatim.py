"""The words that facts rest on."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.exchange.packs import BUNDLED
from knowledge.models import Fact
from knowledge.quoting.verbatim import verbatim
from knowledge.service import Knowledge
from knowledge.store import texts
from knowledge.store.reader import Reader, connect
from knowledge.store.writer import writing

ARTICLES = Path(os.environ.get("HOIDAP_ARTICLES") or Path(__file__).parents[4] / "shared" / "articles")

SCHOOLS = "Năm học mới này, huyện Bạch Hà có 24 trường học, trong đó 9 trường nội trú."


def fact(**fields: object) -> Fact:
    """A fact of the district's article."""
    given = {
        "id": "x", "article": "bach-ha-2024-09-10", "subject": "bach-ha", "topic": "truong-hoc", "kind": "count",
        "statement": "Bạch Hà có 24 trường học.", "paragraph": 1, **fields,
    }  # fmt: skip
    return Fact.model_validate(given)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"value": 24}, SCHOOLS),
        ({"value": 410, "statement": "Tỉnh có 410 trường."}, "Toàn tỉnh có 410 trường học."),
        ({"value": 25}, None),
        ({"value": 24, "paragraph": 2}, None),
        ({"value": 24, "paragraph": None}, None),
        ({"value": 24, "quote": "Lời trích riêng."}, "Lời trích riêng."),
        ({"kind": "not_stated"}, None),
        ({"kind": "date", "value": "2024-09-05", "paragraph": 2, "statement": "Huyện trao học bổng ngày 5/9/2024."}, "Ngày 5/9/2024, huyện trao 150 suất học bổng."),
        ({"kind": "person", "items": ["Lục Văn Thào"], "paragraph": 3, "statement": "Thầy Lục Văn Thào dạy ở đây."}, "Thầy giáo Lục Văn Thào đã dạy ở đây 11 năm."),
        ({"kind": "statement", "paragraph": 2, "statement": "Cây cối tươi tốt quanh năm."}, None),
    ],
)  # fmt: skip
def test_a_fact_rests_on_the_sentence_of_its_paragraph_that_gives_its_figure(
    bach_ha: Knowledge, fields: dict[str, object], sentence: str | None
) -> None:
    assert verbatim(fact(**fields), bach_ha.reader.texts) == sentence


def test_an_answer_cites_the_words_it_rests_on(bach_ha: Knowledge) -> None:
    [cited] = bach_ha.ask("Bạch Hà có bao nhiêu trường học?").citations
    assert cited.quote == SCHOOLS


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles' own texts are not here")
def test_every_figure_of_the_bundled_packs_has_its_sentence(tmp_path: Path) -> None:
    packs = read_packs([BUNDLED])
    load_packs(tmp_path / "bundled.db", packs)
    with writing(tmp_path / "bundled.db") as db, closing(connect(tmp_path / "bundled.db")) as reading:
        for article in Reader(tmp_path / "bundled.db", reading).articles():
            text = (ARTICLES / f"{article.id}.txt").read_text(encoding="utf-8")
            texts.keep(db.conn, article.id, article.model_copy(update={"text": text}))
    with Knowledge.open(tmp_path / "bundled.db") as known:
        given = [fact for pack in packs for fact in pack.pack.all_facts() if fact.number is not None]
        assert given
        assert [fact.id for fact in given if not verbatim(fact, known.reader.texts)] == []
