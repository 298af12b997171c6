"""Who follows what, and how they want to be told.

Every function takes an open connection; those that write are tasks for `Worker`.
An empty name or topic of a follow stands for all of them.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from knowledge.store.moments import utc

Pace = Literal["at_once", "daily", "weekly"]


@dataclass(frozen=True, slots=True)
class Follow:
    """One thing a chat follows: a name, a topic, a name's topic, or everything."""

    name: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Preference:
    """How a chat wants to be told; hours are of the local clock, weekdays count from Monday, 0.

    Quiet hours run from `quiet_from` up to, not including, `quiet_to`, over midnight where
    the first is the later; both None where there are none.
    """

    pace: Pace = "at_once"
    hour: int = 7
    weekday: int = 0
    quiet_from: int | None = None
    quiet_to: int | None = None
    corrections: bool = True


def start_following(
    connection: sqlite3.Connection, chat: int, thread: int, follow: Follow, *, person: int, at: datetime
) -> bool:
    """Follow something in a chat (and a thread of it, 0 where it has none); False where it is followed already."""
    cursor = connection.execute(
        "INSERT OR IGNORE INTO follow (chat, thread, name, topic, person, at) VALUES (?, ?, ?, ?, ?, ?)",
        (chat, thread, follow.name, follow.topic, person, utc(at)),
    )
    return cursor.rowcount > 0


def stop_following(connection: sqlite3.Connection, chat: int, follow: Follow | None = None) -> int:
    """Follow something no more, in any thread of a chat; without `follow`, nothing any more. How much that was."""
    if follow is None:
        return connection.execute("DELETE FROM follow WHERE chat = ?", (chat,)).rowcount
    return connection.execute(
        "DELETE FROM follow WHERE chat = ? AND name = ? AND topic = ?", (chat, follow.name, follow.topic)
    ).rowcount


def follows_of(connection: sqlite3.Connection, chat: int, thread: int | None = None) -> list[Follow]:
    """What a chat follows, or only a thread of it, in the order it began to."""
    rows = connection.execute(
        "SELECT name, topic FROM follow WHERE chat = ?1 AND (?2 IS NULL OR thread = ?2) ORDER BY at, name, topic",
        (chat, thread),
    )
    return list(dict.fromkeys(Follow(name, topic) for name, topic in rows))


def forget_follower(connection: sqlite3.Connection, person: int) -> None:
    """Wipe what a person follows, how they want to be told, and what they were told or are yet to be.

    What they had a group follow is the group's and stays, without them.
    """
    waited_for = "SELECT id FROM event WHERE kind = 'wish' AND json_extract(body, '$.wish.person') = ?"
    connection.execute("DELETE FROM follow WHERE chat = ?", (person,))
    connection.execute("UPDATE follow SET person = 0 WHERE person = ?", (person,))
    connection.execute("DELETE FROM preference WHERE chat = ?", (person,))
    connection.execute(f"DELETE FROM outbox WHERE chat = ? OR event IN ({waited_for})", (person, person))  # noqa: S608  ours
    connection.execute(f"DELETE FROM event WHERE id IN ({waited_for})", (person,))  # noqa: S608  ours


def preference_of(connection: sqlite3.Connection, chat: int) -> Preference:
    """How a chat wants to be told; at once, without quiet hours, where it never said."""
    row = connection.execute(
        "SELECT pace, hour, weekday, quiet_from, quiet_to, corrections FROM preference WHERE chat = ?",
        (chat,),
    ).fetchone()
    if row is None:
        return Preference()
    pace, hour, weekday, quiet_from, quiet_to, corrections = row
    return Preference(pace, hour, weekday, quiet_from, quiet_to, bool(corrections))


def prefer(connection: sqlite3.Connection, chat: int, preference: Preference) -> None:
    """Keep how a chat wants to be told from now on."""
    connection.execute(
        "INSERT INTO preference (chat, pace, hour, weekday, quiet_from, quiet_to, corrections)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (chat) DO UPDATE SET pace = excluded.pace, hour = excluded.hour,"
        " weekday = excluded.weekday, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,"
        " corrections = excluded.corrections",
        (
            chat, preference.pace, preference.hour, preference.weekday, preference.quiet_from, preference.quiet_to,
            int(preference.corrections),
        ),
    )  # fmt: skip
