"""Changing packs, and looking at what is queued of it."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta

from knowledge.answering.answer import summary
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.models import Fact
from knowledge.store import following
from knowledge.store.dialogue import Asked
from knowledge.store.following import Follow, Preference
from knowledge.store.told import Shown, note_told
from tests.stores import edited, rows

AN, BINH, CHI = 11, 12, 13
NOON = datetime(2025, 3, 4, 5, 0, tzinfo=UTC)
"""A Tuesday; by the clocks of Việt Nam it is noon."""
ASKED = Asked(
    id=1, at=datetime(2025, 3, 4, 12, 0, tzinfo=UTC), chat=AN, chat_kind="private", person=AN,
    question="Đăng Vân có bao nhiêu cầu treo?", status="answered", topics=("cau-treo",),
)  # fmt: skip
DAY = "dang-van-2024/khanh-thanh"
SHARE = "dang-van-2024/den-long"


class Chats:
    """What chats do and what becomes of their notices, written straight into a store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def follow(self, chat: int, name: str = "", topic: str = "", thread: int = 0) -> None:
        follow = Follow(name, topic)
        with self._connection as connection:
            following.start_following(connection, chat, thread, follow, person=chat, at=NOON)

    def prefer(self, chat: int, **preference: object) -> None:
        with self._connection as connection:
            following.prefer(connection, chat, Preference(**preference))

    def pause(self, chat: int) -> None:
        with self._connection as connection:
            connection.execute("INSERT INTO preference (chat, paused) VALUES (?, 'blocked')", (chat,))

    def shown(self, chat: int, *facts: str, days: float = 1, thread: int = 0) -> None:
        """Facts were shown so many days before noon, as they stand."""
        with self._connection as connection:
            summaries = tuple(summary(_stored(connection, fact)) for fact in facts)
            note_told(connection, Shown(chat, NOON - timedelta(days=days), summaries, thread))

    def became(self, chat: int, **values: object) -> None:
        """So it went with the notices of a chat."""
        with self._connection as connection:
            for column, value in values.items():
                connection.execute(f"UPDATE outbox SET {column} = ? WHERE chat = ?", (value, chat))  # noqa: S608  ours


def _stored(connection, fact):
    (body,) = connection.execute("SELECT body FROM fact WHERE id = ?", (fact,)).fetchone()
    return Fact.from_store(body)


def load(store, *files, minutes=0.0, **options):
    return load_packs(store, read_packs(files), now=NOON + timedelta(minutes=minutes), **options)


def queued(store, columns="chat"):
    found = rows(store, f"SELECT {columns} FROM outbox ORDER BY event, chat, thread")  # noqa: S608
    return [row[0] for row in found] if "," not in columns else found


def events(store):
    return [json.loads(body) for (body,) in rows(store, "SELECT body FROM event ORDER BY id")]


def told_of(store):
    return [[change["fact"] for change in event["changes"]] for event in events(store)]


def without(file, fact):
    """The pack without a fact and what follows it up to the next."""
    text = file.read_text(encoding="utf-8")
    start = text.index(f"  - id: {fact}\n")
    end = text.find("\n  - id: ", start)
    file.write_text(text[:start] + text[end + 1 :] if end > 0 else text[:start], encoding="utf-8")
    return file


def a_day_later(file):
    return edited(file, "2024-03", "2024-04")


def noon(minutes=0.0):
    return (NOON + timedelta(minutes=minutes)).isoformat(timespec="microseconds")
