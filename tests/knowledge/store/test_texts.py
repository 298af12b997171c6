"""Articles' full texts in the store."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.editing import Edit, apply, undo
from knowledge.exchange.loading import export, load_packs, read_packs
from knowledge.exchange.packs import dump_pack, read_pack
from knowledge.fields import VIETNAM_TIME
from knowledge.models import Article, Pack
from knowledge.store.reader import Reader, connect
from knowledge.store.writer import writing
from tests.knowledge.asking import BACH_HA
from tests.stores import rows

NOW = datetime(2024, 9, 12, 3, tzinfo=UTC)
OTHER = "Bản đã sửa\n\nHuyện Bạch Hà có 25 trường học.\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with one article and its text."""
    load_packs(tmp_path / "store.db", read_packs([BACH_HA]), only=True)
    return tmp_path / "store.db"


def text_in(store: Path) -> str | None:
    with closing(connect(store)) as connection:
        return Reader(store, connection).texts.of("bach-ha-2024-09-10")


def found(store: Path, *words: str) -> list[int]:
    """The paragraphs in which words stand."""
    with closing(connect(store)) as connection:
        passages = Reader(store, connection).texts.with_words([[word] for word in words], 10)
        return [passage.paragraph for passage in passages]


def test_paragraphs_are_found_by_their_words_whatever_the_marks(store: Path) -> None:
    assert found(store, "học bổng") == found(store, "hoc bong") == [2]
    assert found(store, "cầu treo", "Nà Dương") == [4]
    assert found(store, "máy bay") == []
    assert found(store) == []


def test_the_record_is_read_without_the_text(store: Path) -> None:
    assert "học bổng" not in rows(store, "SELECT body FROM article")[0][0]
    with closing(connect(store)) as connection:
        assert Reader(store, connection).article("bach-ha-2024-09-10").text is None


def test_what_is_exported_with_a_text_loads_as_the_same(store: Path, tmp_path: Path) -> None:
    first = {file.name: file.read_text(encoding="utf-8") for file in export(store, tmp_path / "out")}
    load_packs(tmp_path / "again.db", read_packs([tmp_path / "out"]), only=True)
    again = {
        file.name: file.read_text(encoding="utf-8") for file in export(tmp_path / "again.db", tmp_path / "b")
    }
    assert first == again
    assert text_in(tmp_path / "again.db") == text_in(store) == read_pack(BACH_HA).pack.article.text  # type: ignore[union-attr]


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_text_comes_back_from_a_pack_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    article = Article(id="x", about="x", published=NOW, text=text)
    file = tmp_path_factory.mktemp("texts") / "pack.yaml"
    file.write_text(dump_pack(Pack(article=article)), encoding="utf-8", newline="")
    assert read_pack(file).pack.article == article


def test_loading_a_pack_without_the_text_leaves_the_one_that_is_there(store: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.yaml"
    before, _, rest = BACH_HA.read_text(encoding="utf-8").partition("  text: |")
    bare.write_text(f"{before}names:{rest.partition('names:')[2]}", encoding="utf-8")
    kept = text_in(store)
    assert load_packs(store, read_packs([bare])).changed == 0
    assert text_in(store) == kept is not None


def test_a_text_that_is_replaced_is_found_no_more_and_undoing_brings_it_back(store: Path) -> None:
    with closing(connect(store)) as connection:
        article = Reader(store, connection).article("bach-ha-2024-09-10")
    mended = article.model_copy(update={"text": OTHER})
    with writing(store) as db:
        applied = apply(db.conn, Edit("7", articles=(mended,)), now=NOW, zone=VIETNAM_TIME)
    assert (text_in(store), found(store, "học bổng"), found(store, "25")) == (OTHER, [], [1])
    assert applied.step is not None
    with writing(store) as db:
        undo(db.conn, applied.step, author="7", now=NOW, zone=VIETNAM_TIME)
    assert (found(store, "học bổng"), found(store, "25")) == ([2], [])
