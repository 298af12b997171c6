"""The people, chats and messages of the stand-in: plain state, and word of every change."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from bot.sandbox.telegram_html import Entity

T = TypeVar("T")
Json = dict[str, Any]
Listener = Callable[[str, Json], None]

FIRST_PERSON = 5_000_000_001
FIRST_GROUP = -4_000_000_001
FIRST_SUPERGROUP = -1_002_000_000_001
BEGINNING = 1_700_000_000
"""Message ids are the seconds since then and counted on, so that no later run uses one again."""


@dataclass
class User:
    """A person, or the bot."""

    id: int
    first_name: str
    username: str | None = None
    is_bot: bool = False
    language_code: str = "vi"

    def as_json(self) -> Json:
        """The user as the Bot API tells of them."""
        told: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            told["username"] = self.username
        return told if self.is_bot else {**told, "language_code": self.language_code}


@dataclass(eq=False)
class Chat:
    """A private chat with the bot, or a group that the bot may be in."""

    id: int
    kind: str
    title: str
    members: dict[int, str] = field(default_factory=dict)
    bot_status: str = "member"
    started: bool = True
    deactivated: bool = False
    privacy: bool = True
    forum: bool = False
    migrated_to: int | None = None

    @property
    def private(self) -> bool:
        """Whether it is the chat of one person with the bot."""
        return self.kind == "private"

    def as_json(self) -> Json:
        """The chat as the Bot API tells of it."""
        name = {"first_name": self.title} if self.private else {"title": self.title}
        told: Json = {"id": self.id, "type": self.kind, **name}
        return {**told, "is_forum": True} if self.forum else told


@dataclass(eq=False)
class Message:
    """One message as it stood when it was looked at; `sandbox.edited` tells of its next state."""

    id: int
    chat: Chat
    sender: User
    date: int
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    markup: Json | None = None
    reply_to: Message | None = None
    thread: int | None = None
    content: Json = field(default_factory=dict)
    via_bot: User | None = None
    origin: Json | None = None
    inline_id: str | None = None
    edited: int | None = None
    edits: int = 0
    deleted: bool = False
    reactions: list[str] = field(default_factory=list)

    @property
    def rows(self) -> list[list[Json]]:
        """The inline keyboard, row by row."""
        return (self.markup or {}).get("inline_keyboard") or []

    @property
    def buttons(self) -> list[str]:
        """The labels of the inline keyboard, in reading order."""
        return [button["text"] for row in self.rows for button in row]

    @property
    def html(self) -> str:
        """The text with its formatting in Telegram's HTML."""
        import telegram  # noqa: PLC0415  slow to import, and only tests look at the HTML

        told = telegram.Message.de_json(self.as_json(), None)
        return told.caption_html if self.content else told.text_html

    def as_json(self, *, reply: bool = True) -> Json:
        """The message as the Bot API tells of it; what it replies to is told one level deep."""
        told: Json = {"message_id": self.id, "date": self.date, "chat": self.chat.as_json()}
        told |= {"from": self.sender.as_json(), **self.content, **self._words()}
        if self.markup and self.rows:
            told["reply_markup"] = {"inline_keyboard": self.rows}
        if self.via_bot:
            told["via_bot"] = self.via_bot.as_json()
        if self.origin:
            told["forward_origin"] = self.origin
        if self.thread:
            told |= {"message_thread_id": self.thread, "is_topic_message": True}
        if self.edited:
            told["edit_date"] = self.edited
        if self.reply_to and reply:
            told["reply_to_message"] = self.reply_to.as_json(reply=False)
        return told

    def _words(self) -> Json:
        words, marks = ("caption", "caption_entities") if self.content else ("text", "entities")
        told: Json = {words: self.text} if self.text else {}
        return {**told, marks: self.entities} if self.entities else told


class World:
    """Everything that exists, and who is called with every change."""

    def __init__(self, bot: User) -> None:
        self.bot = bot
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self._history: dict[int, dict[int, Message]] = {}
        self._posted: dict[str, Message] = {}
        self.by_bot: list[Message] = []
        self._message_ids = itertools.count(int(time.time()) - BEGINNING)
        self._person_ids = itertools.count(FIRST_PERSON)
        self._group_ids = itertools.count(FIRST_GROUP, -1)
        self._supergroup_ids = itertools.count(FIRST_SUPERGROUP, -1)
        self.listeners: set[Listener] = set()
        self._changed = asyncio.Event()

    def add_person(self, name: str, username: str | None, *, started: bool) -> User:
        """A person, and their private chat with the bot."""
        user = User(next(self._person_ids), name, username)
        self.users[user.id] = user
        self._add_chat(Chat(user.id, "private", name, {user.id: "member"}, started=started))
        return user

    def add_group(self, title: str, members: dict[int, str], *, privacy: bool, forum: bool = False) -> Chat:
        """A group with the bot in it; one with topics is a supergroup."""
        ids, kind = (self._supergroup_ids, "supergroup") if forum else (self._group_ids, "group")
        return self._add_chat(Chat(next(ids), kind, title, members, privacy=privacy, forum=forum))

    def upgrade(self, group: Chat) -> Chat:
        """The supergroup that takes the group's place."""
        above = replace(group, id=next(self._supergroup_ids), kind="supergroup")
        group.migrated_to = above.id
        return self._add_chat(above)

    def _add_chat(self, chat: Chat) -> Chat:
        self.chats[chat.id] = chat
        self._history[chat.id] = {}
        return chat

    def add_message(self, chat: Chat, sender: User, **fields: Any) -> Message:  # noqa: ANN401  fields of a message
        """Put a message at the end of a chat."""
        message = Message(next(self._message_ids), chat, sender, int(time.time()), **fields)
        self._history[chat.id][message.id] = message
        if sender is self.bot:
            self.by_bot.append(message)
        if message.inline_id:
            self._posted[message.inline_id] = message
        self.tell("message", chat=chat.id, message=message)
        return message

    def change(self, message: Message, **fields: Any) -> None:  # noqa: ANN401  fields of a message
        """Edit a message in place."""
        for name, value in fields.items():
            setattr(message, name, value)
        message.edits += 1
        message.edited = int(time.time())
        self.tell("edited", chat=message.chat.id, message=message)

    def delete(self, message: Message) -> None:
        """Take a message out of its chat."""
        message.deleted = True
        if message.sender is self.bot:
            self.by_bot.remove(message)
        del self._history[message.chat.id][message.id]
        self.tell("deleted", chat=message.chat.id, message=message)

    def message(self, chat: int, number: int) -> Message | None:
        """The message with this number in the chat, if it is there."""
        return self._history[chat].get(number)

    def posted(self, inline_id: str) -> Message | None:
        """The message that somebody posted through inline mode, by its inline id."""
        return self._posted.get(inline_id)

    def history(self, chat: int) -> list[Message]:
        """The messages of a chat in order."""
        return list(self._history[chat].values())

    def since(self, chat: int, number: int) -> Iterator[Message]:
        """The messages of a chat after one of them, in order."""
        late = itertools.takewhile(
            lambda message: message.id > number, reversed(self._history[chat].values())
        )
        return reversed(list(late))

    def tell(self, kind: str, **what: Any) -> None:  # noqa: ANN401  whatever the change is about
        """Wake whoever waits, and call whoever listens."""
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
        for listener in tuple(self.listeners):
            listener(kind, what)

    async def until(self, found: Callable[[], T | None], timeout: float | None) -> T:
        """What `found` finds as soon as it is something; raises TimeoutError where it stays nothing."""
        async with asyncio.timeout(timeout):
            while not (it := found()):
                await self._changed.wait()
            return it
