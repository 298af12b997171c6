"""What a conversation needs, whoever carries it: asking, remembering, looking things up.

Nothing here knows Telegram. Chats, people, threads and messages are numbers.
"""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from handlers.keys import Keys
from knowledge.answering.conversation import Context
from knowledge.fields import VIETNAM_TIME
from knowledge.models import Answer, FactSummary, Option
from knowledge.service import Knowledge, Reply
from knowledge.store import dialogue, following
from knowledge.store.belated import note_shown
from knowledge.store.dialogue import Asked, Verdict, Wish
from knowledge.store.following import Follow, Preference
from knowledge.store.posts import Post, note_post
from knowledge.store.queueing import plan_anew
from knowledge.store.reader import connect
from knowledge.store.told import Shown
from knowledge.store.worker import Task, Worker

Result = TypeVar("Result")

KEPT = timedelta(days=90)
"""How long the question log is kept."""
GIVING = ("answered", "not_stated")
"""The answers that give figures, be it beside what is not stated."""
_MOST_CONTEXTS = 20_000
_MOST_WRITING = 1_000
_ID_BITS = 62

_Key = int | tuple[int, int]
"""What finds a question: its id, or the chat and the message it was asked in."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who speaks, and where."""

    chat: int
    chat_kind: str
    person: int
    thread: int | None = None


def now_in_utc() -> datetime:
    """The time, by the clock on the wall."""
    return datetime.now(UTC)


def _keys(asked: Asked) -> Iterator[_Key]:
    yield asked.id
    if asked.message is not None:
        yield asked.chat, asked.message


def _number(chat: int, message: int | None) -> int:
    """An id for a question; that of a message is always the same, so that an answer given twice has one record."""
    if message is None:
        return secrets.randbits(_ID_BITS)
    return int.from_bytes(blake2b(f"{chat} {message}".encode(), digest_size=8).digest()) >> (64 - _ID_BITS)


def _as_options(questions: Iterable[str]) -> tuple[Option, ...]:
    return tuple(Option(label=question, question=question) for question in questions)


class Desk:
    """Answers questions and remembers what was asked; all methods are for the event loop's thread.

    Questions are answered in a thread of their own and writing is left to the
    worker, so that neither a change of the knowledge nor a slow disk holds up the loop.
    """

    def __init__(
        self,
        path: Path,
        worker: Worker,
        *,
        clock: Callable[[], datetime] = now_in_utc,
        zone: tzinfo = VIETNAM_TIME,
        on_answer: Callable[[Answer], None] = lambda _answer: None,
    ) -> None:
        """Open the store for reading; it must exist. `zone` is that of people's clocks, `on_answer` hears of every answer given."""
        self.path = path
        self.clock = clock
        self.zone = zone
        self.worker = worker
        self.may_edit: Callable[[int], bool] = lambda _person: False
        self._on_answer = on_answer
        self._connection = connect(path)
        self._thread = ThreadPoolExecutor(1, "answering")
        self._knowledge = self._thread.submit(Knowledge, path).result()
        self.keys = Keys()
        self._contexts: OrderedDict[tuple[int, int], Context] = OrderedDict()
        self._writing: dict[_Key, Future[None]] = {}
        self.waiting = 0

    def close(self) -> None:
        """Close what was opened; the worker is its owner's."""
        self._thread.submit(self._knowledge.close).result()
        self._thread.shutdown()
        self._connection.close()

    async def look(self, read: Callable[[Knowledge], Result]) -> Result:
        """What `read` makes of the knowledge; it runs in the answering thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, read, self._knowledge)

    def read(self, query: Callable[[sqlite3.Connection], Result]) -> Result:
        """What a quick query finds in the store."""
        return query(self._connection)

    async def study(self, query: Callable[[sqlite3.Connection], Result]) -> Result:
        """What a slow query finds in the store; it has a connection and a thread of its own, and holds up nobody."""

        def run() -> Result:
            with closing(connect(self.path)) as connection:
                return query(connection)

        return await asyncio.to_thread(run)

    # ── asking ──────────────────────────────────────────────────────────────────────────

    async def ask(
        self, question: str, seat: Seat, *, message: int | None = None, again: Asked | None = None
    ) -> tuple[Asked, Reply]:
        """Answer a question in the light of the person's last one; `again` is the question it replaces.

        The record that comes back is not stored yet: `note` does that.
        """
        now = self.clock()
        context = again.leaned_on if again else self.context(seat, now)
        # asked again, a question leans on what it leaned on then
        moment = context.at if again and context else now
        self.waiting += 1
        try:
            reply = await self.look(lambda known: known.reply(question, context=context, now=moment))
        finally:
            self.waiting -= 1
        if reply.context is not None and reply.context is not context:
            reply = replace(reply, context=replace(reply.context, at=now))
        answer = reply.answer
        asked = Asked(
            id=again.id if again else _number(seat.chat, message), at=now, chat=seat.chat, chat_kind=seat.chat_kind,
            person=seat.person, question=question, status=answer.status, thread=seat.thread, message=message,
            answers=again.answers if again else (), leaned_on=context,
            facts=tuple(fact.id for fact in answer.facts), given=answer.facts, topics=answer.understood.topics,
            names=answer.understood.names, options=answer.options or _as_options(answer.suggestions),
        )  # fmt: skip
        if reply.context is not None:
            self._keep_context(seat, reply.context)
        self._on_answer(answer)
        return asked, reply

    def note(self, asked: Asked, context: Context | None = None) -> None:
        """Have a question written down, and with it the context it leaves; nobody waits for the disk."""
        shown = Shown(asked.chat, asked.at, asked.given, asked.thread or 0)

        def write(connection: sqlite3.Connection) -> None:
            dialogue.note_asked(connection, asked)
            if asked.status in GIVING:
                note_shown(connection, shown, self.clock(), self.zone)
            if context is not None:
                dialogue.remember_context(connection, asked.chat, asked.person, context)

        self._post(asked, write)

    def answered_in(self, asked: Asked, messages: tuple[int, ...]) -> None:
        """Have it written down in which messages the answer to a noted question stands."""
        self._post(asked, lambda connection: dialogue.note_answers(connection, asked.id, messages))

    def show(self, seat: Seat, facts: Sequence[FactSummary]) -> None:
        """Have it remembered that a page showed facts, for when they are corrected; nobody waits for the disk."""
        shown = Shown(seat.chat, self.clock(), tuple(facts), seat.thread or 0)
        if facts:
            self.worker.post(lambda connection: note_shown(connection, shown, self.clock(), self.zone))

    def note_post(self, person: int, post: Post, facts: Sequence[FactSummary]) -> None:
        """Have it remembered what a person has posted and which facts it shows, for when they are corrected."""
        now = self.clock()

        def write(connection: sqlite3.Connection) -> None:
            thread = note_post(connection, post, person, now)
            note_shown(connection, Shown(person, now, tuple(facts), thread), self.clock(), self.zone)

        self.worker.post(write)

    def _post(self, asked: Asked, task: Task[None]) -> None:
        writing = self.worker.post(task)
        if len(self._writing) >= _MOST_WRITING:
            self._writing = {key: future for key, future in self._writing.items() if not future.done()}
        self._writing.update(dict.fromkeys(_keys(asked), writing))

    def context(self, seat: Seat, now: datetime) -> Context | None:
        """The context of the person's last question here, where it is recent enough to lean on."""
        known = self._contexts.get((seat.chat, seat.person))
        context = known or dialogue.context_of(self._connection, seat.chat, seat.person)
        return context if context and context.is_fresh(now) else None

    def _keep_context(self, seat: Seat, context: Context) -> None:
        self._contexts[seat.chat, seat.person] = context
        self._contexts.move_to_end((seat.chat, seat.person))
        if len(self._contexts) > _MOST_CONTEXTS:
            self._contexts.popitem(last=False)

    # ── what was asked before ───────────────────────────────────────────────────────────

    async def asked(self, number: int) -> Asked | None:
        """A question by its id, also where it has only just been noted."""
        await self._written(number)
        return dialogue.asked_by_id(self._connection, number)

    async def asked_in(self, chat: int, message: int) -> Asked | None:
        """The question that a message asked, also where it has only just been noted."""
        await self._written((chat, message))
        return dialogue.asked_in(self._connection, chat, message)

    async def asked_with_answer(self, chat: int, message: int) -> Asked | None:
        """The question that a message of the bot's answers."""
        await self.worker.settled()
        return dialogue.asked_with_answer(self._connection, chat, message)

    async def is_unchanged(self, asked: Asked, question: str) -> bool:
        """Whether words still ask what was asked: the same, or what was unclear before one of its readings was chosen."""
        if question == asked.question:
            return True
        reply = await self.look(lambda known: known.reply(question, context=asked.leaned_on, now=asked.at))
        return asked.question in [option.question for option in reply.answer.options]

    async def _written(self, key: _Key) -> None:
        writing = self._writing.get(key)
        if writing is not None and not writing.done():
            # where it fails the log says so; there is then nothing to find
            await asyncio.gather(asyncio.wrap_future(writing), return_exceptions=True)

    async def feedback(self, asked: Asked, person: int, verdict: Verdict) -> Verdict | None:
        """Keep what a person says of an answer; what they said before, if anything."""
        now = self.clock()
        return await self.worker.run(
            lambda connection: dialogue.note_feedback(connection, asked.id, person, verdict, now)
        )

    async def wish(self, asked: Asked, seat: Seat) -> bool:
        """Keep a person's wish to be told once a question has an answer; False where they had wished it."""
        wish = Wish(
            at=self.clock(), chat=seat.chat, person=seat.person, question=asked.question,
            thread=seat.thread, leaned_on=asked.leaned_on,
        )  # fmt: skip
        return await self.worker.run(lambda connection: dialogue.wish_for(connection, wish))

    # ── following ───────────────────────────────────────────────────────────────────────

    def follows(self, chat: int, thread: int | None = None) -> list[Follow]:
        """What a chat follows, or only a thread of it."""
        return following.follows_of(self._connection, chat, thread)

    async def follow(self, seat: Seat, follow: Follow) -> bool:
        """Follow something in a chat, or in a thread of it; False where that is done already."""
        now = self.clock()
        return await self.worker.run(
            lambda connection: following.start_following(
                connection, seat.chat, seat.thread or 0, follow, person=seat.person, at=now
            )
        )

    async def unfollow(self, chat: int, follow: Follow | None = None) -> int:
        """Follow something no more in a chat; without `follow`, nothing any more. How much that was."""
        return await self.worker.run(lambda connection: following.stop_following(connection, chat, follow))

    def preference(self, chat: int) -> Preference:
        """How a chat wants to be told."""
        return following.preference_of(self._connection, chat)

    async def prefer(self, chat: int, preference: Preference) -> None:
        """Keep how a chat wants to be told from now on; what waits for it comes so, too."""
        now = self.clock()

        def write(connection: sqlite3.Connection) -> None:
            following.prefer(connection, chat, preference)
            plan_anew(connection, chat, preference, now, self.zone)

        await self.worker.run(write)

    # ── forgetting ──────────────────────────────────────────────────────────────────────

    async def forget(self, person: int) -> int:
        """Wipe everything kept about a person; the number of questions that were."""
        for key in [key for key in self._contexts if key[1] == person]:
            del self._contexts[key]
        return await self.worker.run(lambda connection: dialogue.forget_person(connection, person))
