"""The tables, as migrations that run once each, in order, inside a transaction."""

from __future__ import annotations

from knowledge.store.conversation_tables import CONVERSATIONS, EDITORS, FOLLOWING, GIVEN_BY_BUTTON, SET_ASIDE
from knowledge.store.database import Database, Migrations
from knowledge.store.knowledge_tables import HISTORY, KNOWLEDGE
from knowledge.store.known_world import known_places
from knowledge.store.mentions import index_words
from knowledge.store.posts import POSTS_TABLE
from knowledge.store.proposals import TABLE as _PROPOSALS
from knowledge.store.texts import TABLES as _ARTICLE_TEXTS
from knowledge.store.told import TOLD_TABLE
from knowledge.store.unchecked import VOCABULARY_CHECKED, WISHES_CHECKED

migrations = Migrations("hoidap")


def run_script(db: Database, script: str) -> None:
    """Execute the statements of a script one by one; unlike executescript, that leaves a transaction open."""
    for statement in filter(str.strip, script.split(";")):
        db.conn.execute(statement)


@migrations()
def m0001_knowledge(db: Database) -> None:
    """Create the tables of the knowledge."""
    run_script(db, KNOWLEDGE)


@migrations()
def m0002_places(db: Database) -> None:
    """Fill in the places of Việt Nam, of today and as they stood before July 2025."""
    db.table("place").insert_all(
        {"type": kind, "name": name, "province": province} for kind, name, province in known_places()
    )


@migrations()
def m0003_conversations(db: Database) -> None:
    """Create the tables of what people asked and were told."""
    run_script(db, CONVERSATIONS)


@migrations()
def m0004_following(db: Database) -> None:
    """Create the tables of who follows what, and of what they are yet to be told."""
    run_script(db, FOLLOWING)


@migrations()
def m0005_given_by_button(db: Database) -> None:
    """Find by its chat, too, what was asked in no message of its own."""
    db.conn.execute(GIVEN_BY_BUTTON)


@migrations()
def m0006_editors(db: Database) -> None:
    """Create the tables of who edits, and of what they are in the midst of."""
    run_script(db, EDITORS)


@migrations()
def m0007_history(db: Database) -> None:
    """Put changes together to steps, and index by words what is looked up when some of it changes."""
    run_script(db, HISTORY)
    index_words(db.conn)


@migrations()
def m0008_article_texts(db: Database) -> None:
    """Create the tables of articles' full texts."""
    run_script(db, _ARTICLE_TEXTS)


@migrations()
def m0009_set_aside(db: Database) -> None:
    """Create the table of the questions that need no answer."""
    db.conn.execute(SET_ASIDE)


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


@migrations()
def m0013_vocabulary_checked(db: Database) -> None:
    """Ask all wishes again, too, where questions have come to be read in another way."""
    db.conn.execute(VOCABULARY_CHECKED)


@migrations()
def m0014_posts(db: Database) -> None:
    """Create the table of what people posted through inline mode."""
    run_script(db, POSTS_TABLE)
