"""What people asked and were told: the question log, contexts for follow-ups, feedback and wishes.

Every function takes an open connection; those that write are tasks for `Worker`.
Chats, people, threads and messages are plain numbers here: whoever talks to them
knows what they stand for. Moments are with time zone and stored in UTC.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Literal

from knowledge.answering.conversation import Context
from knowledge.models import FactSummary, Option
from knowledge.store.drafts import forget_drafts
from knowledge.store.following import forget_follower
from knowledge.store.moments import utc
from knowledge.store.posts import forget_posts

Verdict = Literal["right", "wrong"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and what came of it.

    `message` is the message it was asked in (None where it has none, as inline),
    `answers` the messages that answered it, `given` the facts as they were told (known
    only while it is being answered). `leaned_on` is the context it was
    understood in, so that it can be asked again as it was meant.
    """

    id: int
    at: datetime
    chat: int
    chat_kind: str
    person: int
    question: str
    status: str
    thread: int | None = None
    message: int | None = None
    answers: tuple[int, ...] = ()
    leaned_on: Context | None = None
    facts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    given: tuple[FactSummary, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody's wish to be told once a question has an answer.

    `names` are those that it speaks of as it was understood last; None where that is not known.
    """

    at: datetime
    chat: int
    person: int
    question: str
    thread: int | None = None
    leaned_on: Context | None = None
    names: tuple[str, ...] | None = None


_COLUMNS = (
    "id, at, chat, chat_kind, thread, person, message, answers, question, leaned_on,"
    " status, facts, topics, names, options"
)


def note_asked(connection: sqlite3.Connection, asked: Asked) -> None:
    """Write a question down, or write it down anew where its id or message is there already.

    What was said of an answer does not hold for the one that takes its place.
    """
    connection.execute("DELETE FROM feedback WHERE asked = ?", (asked.id,))
    holes = ", ".join("?" * 15)
    connection.execute(
        f"INSERT OR REPLACE INTO asked ({_COLUMNS}) VALUES ({holes})",  # noqa: S608  only our columns and holes
        (
            asked.id, utc(asked.at), asked.chat, asked.chat_kind, asked.thread, asked.person, asked.message,
            json.dumps(asked.answers), asked.question, dump_context(asked.leaned_on), asked.status,
            json.dumps(asked.facts), json.dumps(asked.topics), json.dumps(asked.names),
            json.dumps([asdict(option) for option in asked.options], ensure_ascii=False),
        ),
    )  # fmt: skip


def note_answers(connection: sqlite3.Connection, asked: int, messages: Sequence[int]) -> None:
    """Write down which messages answer a question."""
    connection.execute("UPDATE asked SET answers = ? WHERE id = ?", (json.dumps(messages), asked))


def asked_by_id(connection: sqlite3.Connection, asked: int) -> Asked | None:
    """A question by its id; None where it is gone."""
    return _one(connection, "id = ?", (asked,))


def asked_in(connection: sqlite3.Connection, chat: int, message: int) -> Asked | None:
    """The question that a message asked; None where it asked none that is remembered."""
    return _one(connection, "chat = ? AND message = ?", (chat, message))


def asked_with_answer(connection: sqlite3.Connection, chat: int, message: int) -> Asked | None:
    """The last question that a message of the bot's answers; None where it answers none that is remembered."""
    where = "chat = ? AND EXISTS (SELECT 1 FROM json_each(answers) WHERE value = ?) ORDER BY at DESC LIMIT 1"
    return _one(connection, where, (chat, message))


def _one(connection: sqlite3.Connection, where: str, values: Sequence[object]) -> Asked | None:
    row = connection.execute(f"SELECT {_COLUMNS} FROM asked WHERE {where}", values).fetchone()  # noqa: S608  ours
    if row is None:
        return None
    (number, at, chat, kind, thread, person, message, answers, question, leaned_on, *rest) = row
    status, facts, topics, names, options = rest
    return Asked(
        id=number, at=datetime.fromisoformat(at), chat=chat, chat_kind=kind, thread=thread, person=person,
        message=message, answers=tuple(json.loads(answers)), question=question,
        leaned_on=load_context(leaned_on), status=status, facts=tuple(json.loads(facts)),
        topics=tuple(json.loads(topics)), names=tuple(json.loads(names)),
        options=tuple(Option(**option) for option in json.loads(options)),
    )  # fmt: skip


def remember_context(connection: sqlite3.Connection, chat: int, person: int, context: Context) -> None:
    """Keep what a person's last question in a chat was about."""
    connection.execute(
        "INSERT OR REPLACE INTO context (chat, person, at, body) VALUES (?, ?, ?, ?)",
        (chat, person, utc(context.at), dump_context(context)),
    )


def context_of(connection: sqlite3.Connection, chat: int, person: int) -> Context | None:
    """What a person's last question in a chat was about."""
    row = connection.execute(
        "SELECT body FROM context WHERE chat = ? AND person = ?", (chat, person)
    ).fetchone()
    return load_context(row[0]) if row else None


def note_feedback(
    connection: sqlite3.Connection, asked: int, person: int, verdict: Verdict, at: datetime
) -> Verdict | None:
    """Keep what a person says of an answer; the verdict they gave before, if any."""
    row = connection.execute(
        "SELECT verdict FROM feedback WHERE asked = ? AND person = ?", (asked, person)
    ).fetchone()
    connection.execute(
        "INSERT OR REPLACE INTO feedback (asked, person, at, verdict) VALUES (?, ?, ?, ?)",
        (asked, person, utc(at), verdict),
    )
    return row[0] if row else None


def wish_for(connection: sqlite3.Connection, wish: Wish) -> bool:
    """Keep a wish to be told; False where the same was wished before."""
    cursor = connection.execute(
        "INSERT OR IGNORE INTO wish (at, chat, thread, person, question, leaned_on) VALUES (?, ?, ?, ?, ?, ?)",
        (utc(wish.at), wish.chat, wish.thread, wish.person, wish.question, dump_context(wish.leaned_on)),
    )
    return cursor.rowcount > 0


def wishes(connection: sqlite3.Connection) -> list[Wish]:
    """Who waits for an answer to what, the longest first."""
    return [_wish(row) for row in connection.execute(f"{_WISH} ORDER BY at, id")]


def wish_of(connection: sqlite3.Connection, chat: int, person: int, question: str) -> Wish | None:
    """A person's wish to be told of a question in a chat; None where there is none."""
    where = "WHERE chat = ? AND person = ? AND question = ?"
    row = connection.execute(f"{_WISH} {where}", (chat, person, question)).fetchone()
    return _wish(row) if row else None


_WISH = "SELECT at, chat, person, question, thread, leaned_on, names FROM wish"


def _wish(row: Sequence[Any]) -> Wish:
    at, chat, person, question, thread, leaned_on, names = row
    known = tuple(json.loads(names)) if names is not None else None
    return Wish(datetime.fromisoformat(at), chat, person, question, thread, load_context(leaned_on), known)


def forget_person(connection: sqlite3.Connection, person: int) -> int:
    """Wipe everything kept about a person; the number of questions that were."""
    connection.execute("DELETE FROM feedback WHERE person = ?", (person,))
    connection.execute(
        "DELETE FROM feedback WHERE asked IN (SELECT id FROM asked WHERE person = ?)", (person,)
    )
    connection.execute("DELETE FROM wish WHERE person = ?", (person,))
    connection.execute("DELETE FROM told WHERE chat = ?", (person,))
    forget_posts(connection, person)
    forget_follower(connection, person)
    forget_drafts(connection, person)
    connection.execute("DELETE FROM context WHERE person = ?", (person,))
    connection.execute(
        "UPDATE inbox SET body = NULL, person = NULL, lane = 0 WHERE person = ? AND outcome IS NOT NULL",
        (person,),
    )
    return connection.execute("DELETE FROM asked WHERE person = ?", (person,)).rowcount


def drop_asked_before(connection: sqlite3.Connection, moment: datetime) -> int:
    """Drop questions asked before a moment, with their feedback; how many were."""
    connection.execute(
        "DELETE FROM feedback WHERE asked IN (SELECT id FROM asked WHERE at < ?)", (utc(moment),)
    )
    connection.execute("DELETE FROM context WHERE at < ?", (utc(moment),))
    return connection.execute("DELETE FROM asked WHERE at < ?", (utc(moment),)).rowcount


def may_alert(connection: sqlite3.Connection, kind: str, now: datetime, since: datetime) -> bool:
    """Whether the owners may be told of a kind of trouble, not having been told after `since`; notes that they are."""
    cursor = connection.execute(
        "INSERT INTO alert (kind, at) VALUES (?1, ?2)"
        " ON CONFLICT (kind) DO UPDATE SET at = excluded.at WHERE alert.at <= ?3",
        (kind, utc(now), utc(since)),
    )
    return cursor.rowcount > 0


def dump_context(context: Context | None) -> str | None:
    """A context as the store keeps it."""
    if context is None:
        return None
    fields = {name: getattr(context, name) for name in Context.__slots__}
    return json.dumps({**fields, "at": utc(context.at)}, ensure_ascii=False)


def load_context(body: str | None) -> Context | None:
    """A context from the store."""
    if body is None:
        return None
    fields = json.loads(body)
    at = datetime.fromisoformat(fields.pop("at"))
    return Context(at=at, **{name: tuple(words) for name, words in fields.items()})
