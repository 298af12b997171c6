"""The stand-in as tests and `hoidap demo` use it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Self, TypeVar

from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.limits import Clock, Limits
from bot.sandbox.people import PATIENCE, Group, Person, wait_until
from bot.sandbox.server import Server
from bot.sandbox.telegram import Call, Telegram
from bot.sandbox.updates import Update
from bot.sandbox.world import Chat, Message, User

T = TypeVar("T")
TOKEN = "7000000001:" + "SandboxSandboxSandboxSandboxSandbox"
QUERY_LIFETIME = 30.0


class Sandbox:
    """A strict local stand-in for Telegram, serving while its context is entered.

    `tokens` are the only ones it then takes; without, any of the right shape. `clock` is
    what limits, caches and queries run by. `inline_feedback` is what @BotFather calls so: all
    of it or none.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        tokens: Collection[str] | None = None,
        limits: Limits | None = None,
        clock: Clock = time.monotonic,
        query_lifetime: float = QUERY_LIFETIME,
        inline_feedback: bool = True,
        name: str = "Hỏi Đáp",
        username: str = "HoiDapBot",
    ) -> None:
        self.token = next(iter(tokens), TOKEN) if tokens else TOKEN
        bot = User(int(self.token.partition(":")[0]), name, username, is_bot=True)
        self.telegram = Telegram(bot, limits or Limits(), clock, query_lifetime, inline_feedback)
        self.people: list[Person] = []
        self.groups: list[Group] = []
        self._server = Server(self, host, port, tokens)

    async def __aenter__(self) -> Self:
        self._server.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._server.stop()

    @property
    def api_base(self) -> str:
        """The address for HOIDAP_API_BASE, and of the chat page."""
        host, port = self.address
        return f"http://{host}:{port}"

    @property
    def address(self) -> tuple[str, int]:
        """The host and port it is served on."""
        return self._server.address

    @property
    def bot(self) -> User:
        """The bot as people see it."""
        return self.telegram.bot

    @property
    def calls(self) -> list[Call]:
        """Every call of the bot so far, in order."""
        return self.telegram.calls

    @property
    def pending(self) -> list[Update]:
        """The updates that the bot has not confirmed."""
        return self.telegram.updates.pending

    @property
    def polled(self) -> bool:
        """Whether a long poll is waiting for updates."""
        return self.telegram.updates.polled

    def person(self, name: str, *, username: str | None = None, started: bool = True) -> Person:
        """Somebody new. With `started=False` the bot may not write to them before they write."""
        user = self.telegram.world.add_person(name, username, started=started)
        person = Person(self.telegram, user, self.telegram.world.chats[user.id])
        self.people.append(person)
        self.telegram.world.tell("chat")
        return person

    def group(
        self,
        title: str,
        members: Sequence[Person],
        *,
        admins: Sequence[Person] = (),
        privacy: bool = True,
        forum: bool = False,
    ) -> Group:
        """A group of people with the bot in it; the first of the admins made it."""
        statuses = {person.id: "member" for person in members}
        statuses |= {person.id: "administrator" for person in admins}
        statuses |= {person.id: "creator" for person in admins[:1]}
        chat = self.telegram.world.add_group(title, statuses, privacy=privacy, forum=forum)
        self.groups.append(Group(self.telegram, chat))
        self.telegram.world.tell("chat")
        return self.groups[-1]

    def migrate(self, group: Group) -> Group:
        """Upgrade a group to a supergroup, which gets another id; the old one is refused from now on."""
        above = Group(self.telegram, self.telegram.world.upgrade(group.chat))
        who = self.telegram.world.users[next(iter(group.chat.members))]
        told = ((group.chat, "migrate_to_chat_id", above.id), (above.chat, "migrate_from_chat_id", group.id))
        for chat, what, number in told:
            message = self.telegram.world.add_message(chat, who, content={what: number})
            self.telegram.updates.add("message", chat.id, message.as_json())
        self.groups[self.groups.index(group)] = above
        self.telegram.world.tell("chat")
        return above

    def redeliver(self, number: int | None = None) -> None:
        """Deliver an update (the last one) once more, confirmed or not."""
        updates = self.telegram.updates
        updates.redeliver(updates.last if number is None else number)

    def fault(
        self,
        method: str | None = None,
        *,
        times: int | None = 1,
        error: int = 502,
        retry_after: int = 1,
        kind: str = "error",
        chat: Person | Group | None = None,
        effect: bool = False,
    ) -> None:
        """Let the next `times` calls go wrong (None: all until `heal`), of one method or any, in one chat or any.

        `kind` is "error" (with `error` as its code), "reset" (the connection breaks) or "hang"
        (no answer comes). With `effect` the call is carried out first, and only its answer is lost.
        """
        number = chat.id if chat else None
        self.telegram.faults.add(Fault(method, times, FaultKind(kind), error, retry_after, number, effect))

    def heal(self) -> None:
        """End all faults."""
        self.telegram.faults.clear()

    def messages(self, chat: Person | Group | Chat) -> list[Message]:
        """A chat as people see it now."""
        return [replace(message) for message in self.telegram.world.history(chat.id)]

    def sent(self, chat: Person | Group | None = None) -> list[Message]:
        """All that the bot has sent and not taken back, in one chat or in any."""
        sent = self.telegram.world.by_bot
        return [replace(message) for message in sent if chat is None or message.chat.id == chat.id]

    def file(self, number: str) -> bytes:
        """What is in a file that somebody or the bot has sent, by its id."""
        return self.telegram.world.files[number][1]

    @property
    def sent_count(self) -> int:
        """How much `sent` would give: quick to look at again and again, with thousands of messages."""
        return len(self.telegram.world.by_bot)

    async def edited(self, message: Message, *, timeout: float = PATIENCE) -> Message:
        """The message after its next edit: the first since this copy of it was handed out."""
        live = self.telegram.world.message(message.chat.id, message.id)
        if live is None:
            raise AssertionError(f"the message {message.text!r} is not there any more")
        complaint = f"the message {message.text!r} was not edited"
        await wait_until(self.telegram, lambda: live.edits > message.edits, timeout, complaint)
        return replace(live)

    async def until(self, found: Callable[[], T | None], *, timeout: float = PATIENCE, what: str = "") -> T:
        """What `found` finds as soon as it is something; looked at after every call, message and edit."""
        return await wait_until(self.telegram, found, timeout, what or "what was waited for did not come")
