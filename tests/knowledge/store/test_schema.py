import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database

from knowledge.store.reader import APPLICATION_ID, connect
from knowledge.store.schema import migrations
from knowledge.store.writer import create, writing
from tests.stores import TABLES, contents, rows


@pytest.mark.parametrize("table", [*TABLES, "place"])
def test_every_table_holds_only_the_types_it_names(store, table):
    [(strict,)] = rows(store, "SELECT strict FROM pragma_table_list WHERE name = ?", table)
    assert strict == 1


def test_a_store_says_what_it_is_in_its_header(store):
    assert int.from_bytes(store.read_bytes()[68:72], "big") == APPLICATION_ID


def test_a_store_lets_readers_read_while_it_is_written(store):
    assert rows(store, "PRAGMA journal_mode") == [("wal",)]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO fact (id, version, article, subject, topic, body) VALUES ('x', 1, 'nowhere', 'dang-van', 'cau-treo', '')",
        "UPDATE fact SET subject = 'nobody'",
        "UPDATE fact SET topic = 'nothing'",
        "UPDATE fact SET withdrawn = 2",
        "UPDATE mention SET role = 'guessed'",
        "DELETE FROM name WHERE id = 'dang-van'",
        "INSERT INTO revision (id, number) VALUES (2, 0)",
        "UPDATE revision SET number = 'many'",
    ],
)
def test_what_would_break_the_knowledge_is_refused_by_the_database_itself(store, statement):
    before = contents(store)
    with closing(connect(store)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    assert contents(store) == before


def test_the_known_world_has_provinces_and_what_lies_in_them(bare):
    assert rows(bare, "SELECT province FROM place WHERE type = 'tỉnh' AND name = 'Lào Cai'") == [("",)]
    assert rows(bare, "SELECT count(*) > 3000 FROM place") == [(1,)]
    assert (
        rows(
            bare,
            "SELECT name FROM place WHERE province != '' AND province NOT IN (SELECT name FROM place WHERE province = '')",
        )
        == []
    )
    assert (
        rows(bare, "SELECT type, name, province FROM place GROUP BY type, name, province HAVING count(*) > 1")
        == []
    )


def test_bringing_a_store_up_to_date_again_changes_nothing(store):
    places = rows(store, "SELECT * FROM place")
    before = contents(store)
    with writing(store):
        pass
    with closing(sqlite3.connect(store)) as connection:
        migrations.apply(Database(connection))
    assert (contents(store), rows(store, "SELECT * FROM place")) == (before, places)


def test_a_store_of_an_older_version_is_brought_up_to_date_when_it_is_written(tmp_path):
    path = tmp_path / "old.db"
    db = Database(str(path))
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations.apply(db, stop_before="m0002_places")
    db.close()
    assert rows(path, "SELECT * FROM place") == []
    with writing(path):
        pass
    assert rows(path, "SELECT count(*) > 3000 FROM place") == [(1,)]


def test_a_new_store_knows_the_world_and_nothing_of_it(tmp_path):
    create(tmp_path / "new.db", lambda _db: None)
    found = contents(tmp_path / "new.db")
    assert found.pop("revision") == [(1, 0, 0, 0, 0)]
    assert not any(found.values())
    assert [path.name for path in tmp_path.iterdir()] == ["new.db"]


def test_a_store_whose_filling_fails_is_not_there_at_all(tmp_path):
    def fill(db):
        db["unit"].insert({"unit": "cầu", "facts": 1})
        raise KeyError("cầu")

    with pytest.raises(KeyError):
        create(tmp_path / "new.db", fill)
    assert list(tmp_path.iterdir()) == []


def test_the_figures_of_answers_given_before_they_were_remembered_apart_are_remembered(store):
    answers = [(1, -5, 3, "2025-03-01", "answered"), (2, -5, 3, "2025-03-02", "not_stated"), (3, 7, None, "2025-03-02", "clarify")]  # fmt: skip
    with closing(sqlite3.connect(store)) as connection:
        connection.executescript(
            "DROP TABLE told; DELETE FROM _sqlite_migrations WHERE name = 'm0010_told';"
            "CREATE INDEX asked_without_message ON asked (chat) WHERE message IS NULL"
        )
        connection.executemany(
            "INSERT INTO asked (id, chat, thread, at, status, chat_kind, person, answers, question, facts, topics, names,"
            " options) VALUES (?, ?, ?, ?, ?, 'private', 1, '[]', '?', '[\"dang-van-2024/cau-treo\"]', '[]', '[]', '[]')",
            answers,
        )
        connection.commit()
        migrations.apply(Database(connection))
    told = rows(store, "SELECT id, chat, thread, event, told.version, at FROM told JOIN fact ON seq = fact")
    assert told == [("dang-van-2024/cau-treo", -5, 3, 0, 1, "2025-03-02")]
