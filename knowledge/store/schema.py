"""The tables, as migrations that run once each, in order, inside a transaction."""

from __future__ import annotations

import json

from sqlite_utils import Database, Migrations

from knowledge.language import language
from knowledge.store.mentions import index_words
from knowledge.store.proposals import TABLE as _PROPOSALS
from knowledge.store.texts import TABLES as _ARTICLE_TEXTS
from knowledge.store.told import TOLD_TABLE
from knowledge.store.unchecked import WISHES_CHECKED
from knowledge.vietnamese import fold, normalize

migrations = Migrations("hoidap")

_TABLES = """
CREATE TABLE article (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE name (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE topic (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE fact (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    article TEXT NOT NULL REFERENCES article (id),
    subject TEXT NOT NULL REFERENCES name (id),
    topic TEXT NOT NULL REFERENCES topic (id),
    whole TEXT REFERENCES fact (id) DEFERRABLE INITIALLY DEFERRED,
    body TEXT NOT NULL,
    withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))
) STRICT;
CREATE INDEX fact_topic ON fact (topic, seq) WHERE NOT withdrawn;
CREATE INDEX fact_whole ON fact (whole, seq) WHERE whole IS NOT NULL;
CREATE INDEX fact_article ON fact (article, seq);
-- Which facts speak of a name: as their subject, as something the subject is part of, or in their words.
CREATE TABLE mention (
    name TEXT NOT NULL REFERENCES name (id),
    topic TEXT NOT NULL REFERENCES topic (id),
    fact INTEGER NOT NULL REFERENCES fact (seq),
    role TEXT NOT NULL CHECK (role IN ('subject', 'within', 'mentioned')),
    PRIMARY KEY (name, topic, fact)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_fact ON mention (fact);
-- The words that narrow facts down, once each: they belong to the vocabulary of questions.
CREATE TABLE facet (
    topic TEXT NOT NULL,
    facet TEXT NOT NULL,
    PRIMARY KEY (topic, facet)
) STRICT, WITHOUT ROWID;
CREATE TABLE unit (
    unit TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
-- Every change with its author and what stood before it. Nothing is ever deleted from here.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    what TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX change_id ON change (what, id, version);
-- The known world: places that exist, whether or not anything is known of them.
CREATE TABLE place (
    seq INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    province TEXT NOT NULL
) STRICT;
-- Counts up with every change of knowledge, so that every process sees that its lexicon is old.
CREATE TABLE revision (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL
) STRICT;
INSERT INTO revision VALUES (1, 0);
"""

_CONVERSATIONS = """
-- What has come in, kept until it has been dealt with, and afterwards only that it came, so that it is not taken twice.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    lane INTEGER NOT NULL,
    person INTEGER,
    body TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    outcome TEXT
) STRICT;
CREATE INDEX inbox_waiting ON inbox (id) WHERE outcome IS NULL;
-- The question log: what was asked and what came of it. It has no names, and the person can have it wiped.
CREATE TABLE asked (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    chat INTEGER NOT NULL,
    chat_kind TEXT NOT NULL,
    thread INTEGER,
    person INTEGER NOT NULL,
    message INTEGER,
    answers TEXT NOT NULL,
    question TEXT NOT NULL,
    leaned_on TEXT,
    status TEXT NOT NULL,
    facts TEXT NOT NULL,
    topics TEXT NOT NULL,
    names TEXT NOT NULL,
    options TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX asked_message ON asked (chat, message) WHERE message IS NOT NULL;
CREATE INDEX asked_person ON asked (person);
CREATE INDEX asked_at ON asked (at);
CREATE TABLE context (
    chat INTEGER NOT NULL,
    person INTEGER NOT NULL,
    at TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (chat, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE feedback (
    asked INTEGER NOT NULL,
    person INTEGER NOT NULL,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong')),
    PRIMARY KEY (asked, person)
) STRICT, WITHOUT ROWID;
-- Who wants to be told once a question has an answer.
CREATE TABLE wish (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    chat INTEGER NOT NULL,
    thread INTEGER,
    person INTEGER NOT NULL,
    question TEXT NOT NULL,
    leaned_on TEXT,
    UNIQUE (chat, person, question)
) STRICT;
-- When the owners were last told of a kind of trouble.
CREATE TABLE alert (
    kind TEXT PRIMARY KEY,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

_FOLLOWING = """
-- Who hears of what: '' stands for every name, or every topic.
CREATE TABLE follow (
    chat INTEGER NOT NULL,
    thread INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL DEFAULT '',
    topic TEXT NOT NULL DEFAULT '',
    person INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (chat, thread, name, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_of ON follow (name, topic);
-- How a chat wants to be told. A paused chat cannot be reached until it writes again.
CREATE TABLE preference (
    chat INTEGER PRIMARY KEY,
    pace TEXT NOT NULL DEFAULT 'at_once' CHECK (pace IN ('at_once', 'daily', 'weekly')),
    hour INTEGER NOT NULL DEFAULT 7 CHECK (hour BETWEEN 0 AND 23),
    weekday INTEGER NOT NULL DEFAULT 0 CHECK (weekday BETWEEN 0 AND 6),
    quiet_from INTEGER CHECK (quiet_from BETWEEN 0 AND 23),
    quiet_to INTEGER CHECK (quiet_to BETWEEN 0 AND 23),
    corrections INTEGER NOT NULL DEFAULT 1 CHECK (corrections IN (0, 1)),
    paused TEXT
) STRICT;
-- What there is to tell: the changes to one article within a few minutes, or an answer somebody waited for.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('change', 'wish')),
    article TEXT,
    body TEXT NOT NULL,
    checked INTEGER NOT NULL DEFAULT 0 CHECK (checked IN (0, 1))
) STRICT;
CREATE INDEX event_article ON event (article, at);
CREATE INDEX event_unchecked ON event (id) WHERE NOT checked;
-- One row for each chat that is to be told of an event, written in the transaction of the change itself.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id),
    chat INTEGER NOT NULL,
    thread INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL CHECK (reason IN ('follow', 'told', 'wish')),
    due TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending'
        CHECK (state IN ('pending', 'sending', 'sent', 'unknown', 'paused', 'given up')),
    tries INTEGER NOT NULL DEFAULT 0,
    message INTEGER,
    problem TEXT,
    done_at TEXT,
    UNIQUE (event, chat, thread)
) STRICT;
CREATE INDEX outbox_due ON outbox (due, id) WHERE state = 'pending';
CREATE INDEX outbox_chat ON outbox (chat);
CREATE INDEX outbox_state ON outbox (state);
"""

_EDITORS = """
-- Who edits, or did. Owners are named by the settings: a row without an appointer only keeps what they are called.
CREATE TABLE editor (
    person INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    appointed_by INTEGER,
    removed TEXT
) STRICT;
-- What an editor is in the midst of: one open in a chat, others waiting under it, closed ones kept for late buttons.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat INTEGER NOT NULL,
    person INTEGER NOT NULL,
    kind TEXT NOT NULL,
    step INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('open', 'waiting', 'offered', 'saved', 'dropped')),
    outer INTEGER REFERENCES draft (id) ON DELETE SET NULL,
    at TEXT NOT NULL,
    taken INTEGER,
    message INTEGER,
    body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX draft_open ON draft (chat, person) WHERE state = 'open';
CREATE INDEX draft_at ON draft (at);
CREATE INDEX draft_outer ON draft (outer) WHERE outer IS NOT NULL;
"""

_HISTORY = """
-- What was changed together: an edit, the undoing of one, or a load. Every change belongs to one.
CREATE TABLE step (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    why TEXT,
    undoes INTEGER REFERENCES step (id)
) STRICT;
CREATE INDEX step_author ON step (author);
CREATE INDEX step_undoes ON step (undoes) WHERE undoes IS NOT NULL;
ALTER TABLE change ADD COLUMN step INTEGER REFERENCES step (id);
ALTER TABLE change ADD COLUMN whole_before TEXT;
ALTER TABLE change ADD COLUMN whole_after TEXT;
INSERT INTO step (at, author) SELECT at, author FROM change GROUP BY at, author ORDER BY min(seq);
UPDATE change SET step = (SELECT id FROM step WHERE step.at = change.at AND step.author = change.author);
UPDATE change SET whole_before = iif(before IS NULL, NULL, fact.whole), whole_after = iif(after IS NULL, NULL, fact.whole)
FROM fact WHERE what = 'fact' AND fact.id = change.id;
CREATE INDEX change_step ON change (step);
ALTER TABLE article ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
ALTER TABLE name ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
ALTER TABLE topic ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
ALTER TABLE revision ADD COLUMN names INTEGER NOT NULL DEFAULT 0;
ALTER TABLE revision ADD COLUMN topics INTEGER NOT NULL DEFAULT 0;
ALTER TABLE revision ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
ALTER TABLE facet ADD COLUMN facts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE unit ADD COLUMN facts INTEGER NOT NULL DEFAULT 0;
CREATE INDEX name_part_of ON name (json_extract(body, '$.part_of'));
-- How names are spelled, by the first word of that, so that few are read to find those in a text.
CREATE TABLE spelling (
    first TEXT NOT NULL,
    spelled TEXT NOT NULL,
    name TEXT NOT NULL REFERENCES name (id),
    folded TEXT NOT NULL,
    PRIMARY KEY (first, spelled, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX spelling_name ON spelling (name);
-- The words of facts as a change left them, so that those with the words of a name are found without reading all.
CREATE VIRTUAL TABLE fact_words USING fts5 (
    words, content = '', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);
"""

_GIVEN_BY_BUTTON = "CREATE INDEX asked_without_message ON asked (chat) WHERE message IS NULL"

_SET_ASIDE = """
-- Questions without an answer that an editor needs no more to look at, by a digest of their words.
CREATE TABLE set_aside (
    wording TEXT PRIMARY KEY,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""


def run_script(db: Database, script: str) -> None:
    """Execute the statements of a script one by one; unlike executescript, that leaves a transaction open."""
    for statement in filter(str.strip, script.split(";")):
        db.conn.execute(statement)


@migrations()
def m0001_knowledge(db: Database) -> None:
    """Create the tables of the knowledge."""
    run_script(db, _TABLES)


@migrations()
def m0002_places(db: Database) -> None:
    """Fill in the places of Việt Nam, of today and as they stood before July 2025."""
    db.table("place").insert_all(
        {"type": kind, "name": name, "province": province} for kind, name, province in _known_places()
    )


@migrations()
def m0003_conversations(db: Database) -> None:
    """Create the tables of what people asked and were told."""
    run_script(db, _CONVERSATIONS)


@migrations()
def m0004_following(db: Database) -> None:
    """Create the tables of who follows what, and of what they are yet to be told."""
    run_script(db, _FOLLOWING)


@migrations()
def m0005_given_by_button(db: Database) -> None:
    """Find by its chat, too, what was asked in no message of its own."""
    db.conn.execute(_GIVEN_BY_BUTTON)


@migrations()
def m0006_editors(db: Database) -> None:
    """Create the tables of who edits, and of what they are in the midst of."""
    run_script(db, _EDITORS)


@migrations()
def m0007_history(db: Database) -> None:
    """Put changes together to steps, and index by words what is looked up when some of it changes."""
    run_script(db, _HISTORY)
    index_words(db.conn)


@migrations()
def m0008_article_texts(db: Database) -> None:
    """Create the tables of articles' full texts."""
    run_script(db, _ARTICLE_TEXTS)


@migrations()
def m0009_set_aside(db: Database) -> None:
    """Create the table of the questions that need no answer."""
    db.conn.execute(_SET_ASIDE)


@migrations()
def m0010_told(db: Database) -> None:
    """Remember what figures were shown to whom; those of the answers given so far, to begin with."""
    run_script(db, TOLD_TABLE)


@migrations()
def m0011_proposals(db: Database) -> None:
    """Create the table of what is proposed from articles' texts."""
    run_script(db, _PROPOSALS)


@migrations()
def m0012_wishes_checked(db: Database) -> None:
    """Hold wishes against what the history has, instead of against what is told to others."""
    run_script(db, WISHES_CHECKED)


def _known_places() -> list[tuple[str, str, str]]:
    from vietnam_provinces import NESTED_DIVISIONS_JSON_PATH  # noqa: PLC0415  only a new store needs it

    known = dict.fromkeys(language().old_places)
    types = sorted(language().place_levels, key=len, reverse=True)
    for province in json.loads(NESTED_DIVISIONS_JSON_PATH.read_text(encoding="utf-8")):
        own = _without_type(province["name"], types)
        known[province["division_type"], own, ""] = None
        for ward in province["wards"]:
            known[ward["division_type"], _without_type(ward["name"], types), own] = None
    return list(known)


def _without_type(name: str, types: list[str]) -> str:
    spelled = normalize(name)
    for kind in types:
        if spelled.startswith(f"{kind} ") and fold(spelled) != fold(kind):
            return name[len(kind) + 1 :]
    return name
