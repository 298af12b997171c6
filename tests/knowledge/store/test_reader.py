import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from knowledge.errors import NotAStoreError, StoreError
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.store.reader import APPLICATION_ID, Reader, connect
from knowledge.store.writer import writing
from tests.stores import edited, folder_bytes


@pytest.fixture
def reader(store):
    with closing(connect(store)) as connection:
        yield Reader(store, connection)


def ids(stored):
    return [entry.fact.id for entry in stored]


def test_facts_come_by_name_and_topic_in_the_order_they_were_added(reader):
    assert [(entry.fact.id, entry.role, entry.whole) for entry in reader.facts("dang-van", "cau-treo")] == [
        ("dang-van-2024/cau-treo", "subject", None),
        ("dang-van-2024/cau-treo/go", "subject", "dang-van-2024/cau-treo"),
        ("dang-van-2024/cau-treo/thep", "subject", "dang-van-2024/cau-treo"),
        ("dang-van-2024/cau-treo-moi", "subject", None),
        ("suoi-ram-2025/cau-treo", "within", None),
    ]
    assert reader.facts("dang-van", "no-such-topic") == reader.facts("nobody", "cau-treo") == []


def test_a_breakdown_is_the_direct_parts_of_a_fact(reader):
    assert ids(reader.family("dang-van-2024/cau-treo")) == [
        "dang-van-2024/cau-treo/go",
        "dang-van-2024/cau-treo/thep",
    ]
    assert reader.family("dang-van-2024/cau-treo/go") == reader.family("no-such-fact") == []


def test_a_topic_has_its_facts_and_those_they_are_about(reader):
    assert ids(reader.facts_of_topic("khanh-thanh", 9)) == ["dang-van-2024/khanh-thanh"]
    assert len(reader.facts_of_topic("cau-treo", 2)) == 2
    assert reader.subjects_of_topic("cau-treo", 9) == ["dang-van", "suoi-ram"]
    assert reader.subjects_of_topic("cau-treo", 1) == ["dang-van"]
    assert set(reader.topics_of_name("suoi-ram", 9)) == {"cau-treo", "khanh-thanh", "mua-hoi"}


def test_articles_come_newest_first_and_those_about_a_name_before_those_that_mention_it(reader):
    assert [article.id for article in reader.articles()] == ["suoi-ram-2025-02-03", "dang-van-2024-05-06"]
    assert reader.articles_about("dang-van", 9)[0] == "dang-van-2024-05-06"
    assert reader.articles_about("hoi-den", 9) == ["dang-van-2024-05-06"]
    assert reader.articles_about("ta-thi-mo", 9) == ["dang-van-2024-05-06"]
    assert reader.article("suoi-ram-2025-02-03").author == "Kiều Bách"


def test_names_and_topics_come_in_the_order_they_were_added(reader):
    assert [name.id for name in reader.names()] == ["dang-van", "suoi-ram", "ta-thi-mo", "hoi-den"]
    assert [topic.id for topic in reader.topics()] == [
        "cau-treo",
        "den-long",
        "khanh-thanh",
        "nghe-nhan",
        "mua-hoi",
    ]


def test_all_facts_of_an_article_come_whole_before_part(reader):
    whole = ids(reader.all_facts("dang-van-2024-05-06"))
    assert (len(whole), whole[:2]) == (7, ["dang-van-2024/cau-treo", "dang-van-2024/cau-treo/go"])
    assert len(list(reader.all_facts(None))) == 9


def test_a_withdrawn_fact_is_found_no_more_by_any_way(store, packs, reader):
    file = packs / "suoi-ram-2025-02-03.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("  - id: suoi-ram-2025/mua-hoi")], encoding="utf-8")
    assert reader.facts("suoi-ram", "mua-hoi") != []
    load_packs(store, read_packs([file]), prune=True)
    reader.forget()
    assert (
        reader.facts("suoi-ram", "mua-hoi")
        == reader.facts_of_topic("mua-hoi", 9)
        == reader.subjects_of_topic("mua-hoi", 9)
        == []
    )
    assert "mua-hoi" not in reader.topics_of_name("suoi-ram", 9)
    assert ids(reader.all_facts("suoi-ram-2025-02-03")) == ["suoi-ram-2025/cau-treo"]


def test_a_reader_sees_a_change_by_the_revision_and_reads_anew_when_told_to(store, packs, reader):
    before = reader.revision()
    [old] = reader.facts("suoi-ram", "mua-hoi")
    load_packs(
        store, read_packs([edited(packs / "suoi-ram-2025-02-03.yaml", "paragraph: 5", "paragraph: 6")])
    )
    assert reader.revision().number == before.number + 1
    reader.forget()
    [new] = reader.facts("suoi-ram", "mua-hoi")
    assert (old.fact.paragraph, old.version, new.fact.paragraph, new.version) == (5, 1, 6, 2)


def test_a_reader_does_not_wait_for_a_writer_and_sees_nothing_half_done(store, reader):
    with writing(store) as db:
        db.execute("UPDATE revision SET number = 99")
        db.execute("UPDATE fact SET withdrawn = 1")
        assert reader.revision().number == 1
        assert len(list(reader.all_facts(None))) == 9
    assert reader.revision().number == 99
    assert list(reader.all_facts(None)) == []


def test_a_writer_that_fails_leaves_the_store_as_it_was(store, reader):
    before = list(reader.all_facts(None))

    def fail():
        with writing(store) as db:
            db.execute("DELETE FROM mention")
            db.execute("UPDATE fact SET withdrawn = 1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(reader.all_facts(None)) == before
    assert reader.facts("dang-van", "nghe-nhan") != []


# ── what is no store ────────────────────────────────────────────────────────────────────


def foreign(path: Path, *, journal: str = "delete") -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
        connection.execute("CREATE TABLE song (name TEXT)")
        connection.execute("INSERT INTO song VALUES ('Trống cơm')")
        connection.commit()


def foreign_in_use(path: Path) -> None:
    """Another program's database as it stands after that program was killed, with its log."""
    source = path.with_name("source.db")
    foreign(source, journal="wal")
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("INSERT INTO song VALUES ('Bèo dạt')")
        connection.commit()
        shutil.copy(source, path)
        shutil.copy(f"{source}-wal", f"{path}-wal")
    source.unlink()


NO_STORES = {
    "text": lambda path: path.write_text("Huyện Đăng Vân có 17 cầu treo.\n" * 99, encoding="utf-8"),
    "short text": lambda path: path.write_text("x", encoding="utf-8"),
    "empty": lambda path: path.touch(),
    "folder": lambda path: path.mkdir(),
    "header only": lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000),
    "foreign": foreign,
    "foreign in wal mode": lambda path: foreign(path, journal="wal"),
    "foreign and just killed": foreign_in_use,
}


@pytest.mark.parametrize("make", NO_STORES.values(), ids=NO_STORES)
@pytest.mark.parametrize("way", [connect, lambda path: load_packs(path, [])], ids=["reading", "writing"])
def test_what_is_no_store_is_refused_and_left_byte_for_byte_as_it_was(tmp_path, make, way):
    path = tmp_path / "x.db"
    make(path)
    before = folder_bytes(tmp_path)
    with pytest.raises(NotAStoreError, match=f"^{path}: .*not a Hỏi Đáp database"):
        way(path)
    assert folder_bytes(tmp_path) == before


def test_a_store_that_is_not_there_is_not_made_by_reading(tmp_path):
    with pytest.raises(StoreError, match=f"^{tmp_path / 'x.db'}: "):
        connect(tmp_path / "x.db")
    assert list(tmp_path.iterdir()) == []


def without_its_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE other (x)")


def cut_short(path: Path, store: Path) -> None:
    path.write_bytes(store.read_bytes()[:20_000])


def overwritten(path: Path, store: Path) -> None:
    content = store.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))


@pytest.mark.parametrize("damage", [cut_short, overwritten, lambda path, _store: without_its_tables(path)])
def test_a_damaged_store_is_told_in_one_line_that_names_it(store, tmp_path, damage):
    path = tmp_path / "damaged.db"
    damage(path, store)

    def read():
        with closing(connect(path)) as connection:
            reader = Reader(path, connection)
            reader.revision()
            list(reader.all_facts(None))

    with pytest.raises(StoreError, match=f"^{path}: ") as raised:
        read()
    assert len(str(raised.value).splitlines()) == 1


@pytest.mark.parametrize(
    "name", ["a b.db", "a?mode=memory.db", "a#b.db", "a%41.db", "Đăng Vân.db", "'a'.db", "file:a.db"]
)
def test_a_store_may_have_any_name(store, tmp_path, name):
    folder = tmp_path / "named"
    folder.mkdir()
    shutil.copy(store, folder / name)
    with closing(connect(folder / name)) as connection:
        assert len(list(Reader(folder / name, connection).all_facts(None))) == 9
    assert [path.name for path in folder.iterdir()] == [name]


def elsewhere(store, sql):
    """What another process reads, opening the store and closing it again."""
    program = f"import sqlite3; c = sqlite3.connect({str(store)!r}); print(c.execute({sql!r}).fetchone()[0]); c.close()"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True, timeout=60
    )
    return int(done.stdout)


def test_opening_a_store_again_takes_no_lock_from_those_who_have_it_open(store):
    """A file that is opened and closed as a plain file loses every lock its process has on it (POSIX), and SQLite
    elsewhere then takes itself for the last one out and removes the log that is still written to."""
    with closing(connect(store)) as first, closing(connect(store)):
        first.execute("UPDATE revision SET number = 1000")
        first.commit()
        assert elsewhere(store, "SELECT number FROM revision") == 1000
        first.execute("UPDATE revision SET number = 2000")
        first.commit()
        assert elsewhere(store, "SELECT number FROM revision") == 2000
