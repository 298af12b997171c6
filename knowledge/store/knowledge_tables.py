"""The tables of what is known and of how it came to be so, in SQL."""

KNOWLEDGE = """
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

HISTORY = """
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
