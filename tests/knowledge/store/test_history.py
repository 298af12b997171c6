"""The history of a store that was made before there was one."""

from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from knowledge.editing import Edit, apply, undo
from knowledge.exchange.loading import export
from knowledge.models import Article, Fact, Name, Topic
from knowledge.service import Knowledge
from knowledge.store.history import changes_of, steps
from knowledge.store.reader import APPLICATION_ID, LATEST, connect
from knowledge.store.schema import migrations
from knowledge.store.writer import writing
from tests.stores import facts, mentions, rows

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
COMMON = {"article": "bai", "subject": "lang", "topic": "cau", "kind": "count"}
PART = Fact(
    id="f/da", value=2, facets=["bằng đá"], unit="cây cầu", statement="2 cây cầu bắc qua bến Quyên.", **COMMON
)
WHOLE = Fact(id="f", value=5, statement="Làng có 5 cây cầu.", **COMMON)
OLD = WHOLE.model_copy(update={"value": 4})


def body(model):
    return model.model_dump_json(exclude_defaults=isinstance(model, Fact))


@pytest.fixture
def before(tmp_path):
    """A store as it was, with a load that brought everything and one that corrected a figure."""
    path = tmp_path / "old.db"
    db = Database(path)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations.apply(db, stop_before="m0007_history")
    things = (
        ("article", Article(id="bai", about="bài", published=NOON)),
        ("name", Name(id="lang", name="Làng Lãng", kind="place")),
        ("topic", Topic(id="cau", label="Cầu")),
    )
    with db.atomic():
        for table, thing in things:
            db.conn.execute(f"INSERT INTO {table} (id, body) VALUES (?, ?)", (thing.id, body(thing)))  # noqa: S608
            change(db, ("packs", 10), table, thing.id, None, thing)
        for fact, whole in ((WHOLE, None), (PART, "f")):
            db.conn.execute(
                "INSERT INTO fact (id, version, article, subject, topic, whole, body) VALUES (?, 1, 'bai', 'lang', 'cau', ?, ?)",
                (fact.id, whole, body(fact)),
            )
            change(db, ("packs", 10), "fact", fact.id, None, OLD if fact is WHOLE else fact)
        change(db, ("lan", 11), "fact", "f", OLD, WHOLE)
        db.conn.execute("INSERT INTO mention SELECT 'lang', 'cau', seq, 'subject' FROM fact")
        db.conn.execute("INSERT INTO facet VALUES ('cau', 'bằng đá')")
        db.conn.execute("INSERT INTO unit VALUES ('cây cầu')")
    db.close()
    return path


def change(db, who_and_when, what, key, *states):
    (author, hour), (stood, stands) = who_and_when, states
    db.conn.execute(
        "INSERT INTO change (at, author, what, id, version, before, after) VALUES (?, ?, ?, ?, 1, ?, ?)",
        (f"2026-11-20T{hour}:00:00.000000+00:00", author, what, key, stood and body(stood), body(stands)),
    )


@pytest.fixture
def store(before):
    """The same store, brought up to date."""
    with writing(before):
        pass
    return before


@pytest.fixture
def connection(store):
    opened = connect(store)
    yield opened
    opened.commit()
    opened.close()


def test_an_older_store_is_asked_without_more_ado(before):
    with Knowledge.open(before) as known:
        [block] = known.ask("Làng Lãng có bao nhiêu cây cầu?").blocks
    assert block.sentence == "Làng có 5 cây cầu."


def test_an_older_store_is_exported_without_more_ado(before, tmp_path):
    assert "bai.yaml" in [file.name for file in export(before, tmp_path / "packs")]


def test_what_readers_look_for_in_a_store_is_its_last_migration(store):
    assert rows(store, "SELECT name FROM _sqlite_migrations ORDER BY id DESC LIMIT 1") == [(LATEST,)]


def test_what_was_changed_at_once_by_one_author_becomes_a_step(connection):
    last, first = steps(connection, 5)
    assert [(step.author, step.at.hour) for step in (last, first)] == [("lan", 11), ("packs", 10)]
    assert [(one.what, one.id) for one in changes_of(connection, last.id)] == [("fact", "f")]
    assert {one.id: one.after.whole for one in changes_of(connection, first.id)} == {
        "bai": None, "lang": None, "cau": None, "f": None, "f/da": "f",
    }  # fmt: skip


def test_its_steps_can_be_taken_back(connection, store):
    last, first = steps(connection, 5)
    undo(connection, last.id, author="lan", now=NOON, zone=UTC)
    connection.commit()
    assert rows(store, "SELECT json_extract(body, '$.value') FROM fact WHERE id = 'f'") == [(4,)]
    undo(connection, first.id, author="lan", now=NOON, zone=UTC)
    connection.commit()
    assert facts(store) == {"f": (3, 1), "f/da": (2, 1)}
    assert (
        rows(store, "SELECT 1 FROM facet UNION ALL SELECT 1 FROM unit UNION ALL SELECT 1 FROM mention") == []
    )


def test_a_new_name_is_found_in_its_facts_and_its_names_in_new_facts(connection, store):
    apply(
        connection,
        Edit(
            "lan",
            names=(Name(id="ben", name="Bến Quyên", kind="place"),),
            facts=(WHOLE.model_copy(update={"id": "g", "subject": "ben", "statement": "Làng Lãng có bến."}),),
        ),
        now=NOON,
        zone=UTC,
    )
    connection.commit()
    assert mentions(store) >= {("ben", "f/da", "mentioned"), ("lang", "g", "mentioned")}


def test_facets_and_units_are_counted(store):
    assert rows(store, "SELECT * FROM facet UNION ALL SELECT '', unit, facts FROM unit") == [
        ("cau", "bằng đá", 1),
        ("", "cây cầu", 1),
    ]
