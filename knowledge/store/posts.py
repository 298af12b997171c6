"""Answers that people posted through inline mode, in chats of which Telegram does not tell.

Each has a place in the chat of who posted it, beside that chat's threads: it is shown
figures, corrected and forgotten as they are.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import NamedTuple

from knowledge.store.moments import utc

POSTS_TABLE = """
-- Answers posted through inline mode. In `told` and `outbox` one is the thread -id of the chat of who posted it.
CREATE TABLE post (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message TEXT NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    question TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX post_person ON post (person)
"""


class Post(NamedTuple):
    """What is posted: by which of Telegram's inline message ids it is changed, and the question it answers."""

    message: str
    question: str


def is_post(thread: int) -> bool:
    """Whether a thread is a posted answer."""
    return thread < 0


def note_post(connection: sqlite3.Connection, post: Post, person: int, now: datetime) -> int:
    """Remember what a person has posted; its thread."""
    connection.execute(
        "INSERT OR IGNORE INTO post (message, person, question, at) VALUES (?, ?, ?, ?)",
        (post.message, person, post.question, utc(now)),
    )
    (number,) = connection.execute("SELECT id FROM post WHERE message = ?", (post.message,)).fetchone()
    return -int(number)


def post_in(connection: sqlite3.Connection, thread: int) -> Post | None:
    """What is posted as a thread; None where that is not remembered any more."""
    row = connection.execute("SELECT message, question FROM post WHERE id = ?", (-thread,)).fetchone()
    return Post(*row) if row else None


def forget_posts(connection: sqlite3.Connection, person: int) -> None:
    """Forget what a person has posted."""
    connection.execute("DELETE FROM post WHERE person = ?", (person,))


def drop_settled_posts(connection: sqlite3.Connection) -> None:
    """Forget what shows no figure that would still be corrected."""
    connection.execute(
        "DELETE FROM post WHERE NOT EXISTS (SELECT 1 FROM told WHERE chat = person AND thread = -post.id)"
    )
