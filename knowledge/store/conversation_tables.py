"""The tables of what people ask, follow, edit and are told, in SQL."""

CONVERSATIONS = """
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

FOLLOWING = """
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

EDITORS = """
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

GIVEN_BY_BUTTON = "CREATE INDEX asked_without_message ON asked (chat) WHERE message IS NULL"

SET_ASIDE = """
-- Questions without an answer that an editor needs no more to look at, by a digest of their words.
CREATE TABLE set_aside (
    wording TEXT PRIMARY KEY,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""
