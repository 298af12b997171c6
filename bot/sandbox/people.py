"""What people do in Telegram: the same for tests, and for whoever sits at the chat page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from telegram.constants import InlineQueryLimit, MessageLimit

from bot.sandbox.checks import START_PARAMETER
from bot.sandbox.files import described, store_file
from bot.sandbox.params import Upload
from bot.sandbox.presence import bot_sees, change_bot_status
from bot.sandbox.telegram import Query, Telegram
from bot.sandbox.telegram_html import utf16_length
from bot.sandbox.text import clean, cut, marked, trim
from bot.sandbox.world import Chat, Json, Message, User

T = TypeVar("T")
PATIENCE = 5.0
_LINK = re.compile(r"(?:https?://)?(?:t\.me|telegram\.me)/(\w+)(?:\?start=(.*))?")


@dataclass(frozen=True)
class Notice:
    """What a pressed button showed: a toast, or an alert to be dismissed."""

    text: str
    alert: bool


@dataclass(frozen=True)
class InlineResult:
    """One thing offered to be posted."""

    id: str
    title: str
    description: str
    text: str
    raw: Json
    query: str


class InlineResults(list[InlineResult]):
    """What an inline question was answered with."""

    def __init__(self, answer: Json, query: str) -> None:
        super().__init__(_inline_result(result, query) for result in answer["results"])
        self.cache_time: int = answer["cache_time"]
        self.is_personal: bool = answer["is_personal"]
        self.next_offset: str = answer["next_offset"]
        self.button: Json | None = answer["button"]


def _inline_result(result: Json, query: str) -> InlineResult:
    description = result.get("description") or ""
    return InlineResult(result["id"], result["title"], description, result["text"], result, query)


@dataclass(frozen=True, eq=False)
class Group:
    """A group with the bot in it."""

    telegram: Telegram
    chat: Chat

    @property
    def id(self) -> int:
        """The id of its chat."""
        return self.chat.id

    def adds_bot(self) -> None:
        """Take the bot in (again)."""
        self._bot_becomes("member")

    def removes_bot(self) -> None:
        """Throw the bot out."""
        self._bot_becomes("kicked")

    def _bot_becomes(self, status: str) -> None:
        somebody = self.telegram.world.users[next(iter(self.chat.members))]
        change_bot_status(self.telegram, self.chat, somebody, status)


@dataclass(frozen=True, eq=False)
class Person:
    """Somebody with a private chat with the bot, who may be in groups too.

    Without `to`, what they do is done in their private chat. Messages handed out are
    copies of how they stood at that moment.
    """

    telegram: Telegram
    user: User
    chat: Chat

    @property
    def id(self) -> int:
        """Their user id, which is their private chat's too."""
        return self.user.id

    @property
    def name(self) -> str:
        """Their first name."""
        return self.user.first_name

    def says(
        self,
        text: str,
        to: Group | None = None,
        *,
        reply_to: Message | None = None,
        thread: int | None = None,
    ) -> Message:
        """Send a message."""
        return self._send(to, reply_to, thread, **_typed(text))

    def pastes(self, text: str, to: Group | None = None, *, reply_to: Message | None = None) -> list[Message]:
        """Send words of any length, which Telegram's apps cut into as many messages as it takes."""
        first, *rest = cut(text)
        return [self.says(first, to, reply_to=reply_to), *(self.says(part, to) for part in rest)]

    def starts(self, parameter: str = "") -> Message:
        """Press Start, or follow a link `t.me/bot?start=parameter`."""
        if parameter and not START_PARAMETER.fullmatch(parameter):
            raise ValueError(f"{parameter!r} is no start parameter: A-Z, a-z, 0-9, _ and -, at most 64")
        return self.says(f"/start {parameter}".strip())

    def follows(self, link: str) -> Message | None:
        """Follow a link; one to the bot starts it, any other leads away."""
        found = _LINK.fullmatch(link)
        if not found or found[1].lower() != (self.telegram.bot.username or "").lower():
            return None
        return self.starts(found[2] or "")

    def edits(self, message: Message, text: str) -> Message:
        """Change the words of a message of their own."""
        live = self._live(message)
        if live.sender is not self.user:
            raise ValueError("only one's own messages can be edited")
        self.telegram.world.change(live, **_typed(text))
        if bot_sees(self.telegram, live):
            self.telegram.updates.add("edited_message", live.chat.id, live.as_json())
        return replace(live)

    def sends_sticker(self, to: Group | None = None) -> Message:
        """Send a sticker."""
        kind = {"type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"}
        sticker = {"file_id": "sticker", "file_unique_id": "sticker", "width": 512, "height": 512, **kind}
        return self._send(to, content={"sticker": sticker})

    def sends_voice(self, to: Group | None = None) -> Message:
        """Send a voice message."""
        voice = store_file(self.telegram, Upload("voice.ogg", b"OggS"))
        return self._send(to, content={"voice": {**voice, "duration": 3}})

    def sends_photo(self, to: Group | None = None, *, caption: str = "", album: str = "") -> Message:
        """Send a photo; those with one album's name belong together."""
        photo = store_file(self.telegram, Upload("photo.jpg", b"\xff\xd8\xff"))
        content: Json = {"photo": [{**photo, "width": 640, "height": 480}]}
        if album:
            content["media_group_id"] = album
        return self._send(to, content=content, **_typed(caption, MessageLimit.CAPTION_LENGTH, least=0))

    def sends_document(
        self, name: str, body: bytes, to: Group | None = None, *, caption: str = ""
    ) -> Message:
        """Send a file."""
        number = store_file(self.telegram, Upload(name, body))["file_id"]
        return self.sends_file(number, to, caption=caption)

    def sends_file(self, number: str, to: Group | None = None, *, caption: str = "") -> Message:
        """Send a file that is kept already, by its id."""
        content = {"document": described(self.telegram, number)}
        return self._send(to, content=content, **_typed(caption, MessageLimit.CAPTION_LENGTH, least=0))

    def forwards(self, message: Message, to: Group | None = None) -> Message:
        """Forward a message from wherever they see it; buttons that only its own chat knows stay behind."""
        live = self._live(message)
        origin = live.origin or {"type": "user", "sender_user": live.sender.as_json(), "date": live.date}
        kept: Json = {"text": live.text, "entities": live.entities, "content": live.content}
        links = live.markup if all("url" in button for row in live.rows for button in row) else None
        return self._send(to, origin=origin, markup=links, **kept)

    def _send(
        self,
        to: Group | None,
        reply_to: Message | None = None,
        thread: int | None = None,
        **fields: Any,  # noqa: ANN401
    ) -> Message:
        chat = to.chat if to else self.chat
        if self.id not in chat.members:
            raise ValueError(f"{self.name} is not in {chat.title}")
        answered = self._live(reply_to) if reply_to else None
        self._opens(chat)
        message = self.telegram.world.add_message(chat, self.user, reply_to=answered, thread=thread, **fields)
        if bot_sees(self.telegram, message):
            self.telegram.updates.add("message", chat.id, message.as_json())
        return replace(message)

    def _opens(self, chat: Chat) -> None:
        if chat is self.chat:
            chat.started = True
            if chat.bot_status == "kicked":
                self.unblocks_bot()

    async def presses(self, message: Message, label: str, *, timeout: float = PATIENCE) -> Notice | None:
        """Press the button whose label contains this, and wait until its spinner stops.

        The toast or alert it showed, or None. Raises AssertionError where there is no such
        button, and TimeoutError where the bot leaves the spinner turning.
        """
        live = self._live(message)
        button = _button(live, label)
        if "url" in button:
            self.follows(button["url"])
            return None
        return await self.waits(self.press(live, button["callback_data"]), button["text"], timeout=timeout)

    async def waits(self, query: Query, label: str, *, timeout: float = PATIENCE) -> Notice | None:
        """Wait until the spinner of a pressed button stops; what it showed, or None."""
        complaint = f"{self.name} pressed {label!r} and the spinner did not stop"
        answer = await self._until(lambda: query.answer, timeout, complaint)
        return Notice(answer["text"], answer["alert"]) if answer["text"] else None

    def press(self, message: Message, data: str) -> Query:
        """Press the button with this data, and go on without waiting."""
        about: Json = {"from": self.user.as_json(), "data": data, "chat_instance": str(message.chat.id)}
        live = self._live(message)
        if live.inline_id:
            about["inline_message_id"] = live.inline_id
        else:
            about["message"] = live.as_json()
        query = self.telegram.ask(about)
        lane = self.id if live.inline_id else live.chat.id
        self.telegram.updates.add("callback_query", lane, {"id": query.id, **about})
        return query

    async def inline(
        self,
        text: str,
        to: Group | None = None,
        *,
        offset: str = "",
        timeout: float = PATIENCE,
    ) -> InlineResults:
        """Type `@bot text` somewhere and wait for what the bot offers, as cached as it allows."""
        text = text[: InlineQueryLimit.MAX_QUERY_LENGTH]
        if cached := self._cached(text, offset):
            return InlineResults(cached, text)
        kind = to.chat.kind if to else "sender"
        about = {"from": self.user.as_json(), "query": text, "offset": offset, "chat_type": kind}
        query = self.telegram.ask(about)
        self.telegram.updates.add("inline_query", self.id, {"id": query.id, **about})
        complaint = f"{self.name} typed {text!r} inline and nothing was offered"
        return InlineResults(await self._until(lambda: query.answer, timeout, complaint), text)

    def _cached(self, text: str, offset: str) -> Json | None:
        for owner in (self.id, None):
            until, answer = self.telegram.inline_cache.get((text, offset, owner), (0.0, {}))
            if until > self.telegram.clock():
                return answer
        return None

    def posts(self, result: InlineResult, to: Group | None = None) -> Message:
        """Post what inline mode offered; where its feedback is on, the bot hears of it, but not of the chat."""
        markup = result.raw["reply_markup"]
        inline_id = self.telegram.number() if markup else None
        if self.telegram.inline_feedback:
            chosen = {"result_id": result.id, "from": self.user.as_json(), "query": result.query}
            chosen |= {"inline_message_id": inline_id} if inline_id else {}
            self.telegram.updates.add("chosen_inline_result", self.id, chosen)
        return self._send(
            to,
            text=result.text,
            entities=result.raw["entities"],
            markup=markup,
            via_bot=self.telegram.bot,
            inline_id=inline_id,
        )

    def blocks_bot(self) -> None:
        """Block the bot: it may write to them no more."""
        change_bot_status(self.telegram, self.chat, self.user, "kicked")

    def unblocks_bot(self) -> None:
        """Let the bot write again."""
        change_bot_status(self.telegram, self.chat, self.user, "member")

    def deletes_account(self) -> None:
        """Leave Telegram for good."""
        self.chat.deactivated = True

    def joins(self, group: Group) -> None:
        """Go into a group."""
        group.chat.members[self.id] = "member"
        self._service(group, {"new_chat_members": [self.user.as_json()]})

    def leaves(self, group: Group) -> None:
        """Go out of a group."""
        del group.chat.members[self.id]
        self._service(group, {"left_chat_member": self.user.as_json()})

    def _service(self, group: Group, content: Json) -> None:
        message = self.telegram.world.add_message(group.chat, self.user, content=content)
        self.telegram.world.tell("chat")
        self.telegram.updates.add("message", group.id, message.as_json())

    async def hears(
        self,
        after: Message | None = None,
        *,
        containing: str = "",
        timeout: float = PATIENCE,
    ) -> Message:
        """The bot's first message in that chat after this one; in private, after the person's own last.

        Raises TimeoutError, telling what the bot did instead.
        """
        after = after or self._last_words()
        chat, number = after.chat.id, after.id

        def found() -> Message | None:
            heard = self.telegram.world.since(chat, number)
            return next((one for one in heard if one.sender.is_bot and containing in one.text), None)

        complaint = (
            f"{self.name} heard nothing{' with ' if containing else ''}{containing} after {after.text!r}"
        )
        return replace(await self._until(found, timeout, complaint))

    def _last_words(self) -> Message:
        own = [message for message in self.telegram.world.history(self.id) if message.sender is self.user]
        if not own:
            raise ValueError(f"{self.name} has not said anything yet")
        return own[-1]

    def _live(self, message: Message) -> Message:
        live = self.telegram.world.message(message.chat.id, message.id)
        if live is None:
            raise ValueError(f"the message {message.text!r} is not there any more")
        return live

    async def _until(self, found: Callable[[], T | None], timeout: float, complaint: str) -> T:
        return await wait_until(self.telegram, found, timeout, complaint)


async def wait_until(
    telegram: Telegram,
    found: Callable[[], T | None],
    timeout: float,
    complaint: str,
) -> T:
    """What `found` finds as soon as it does; a TimeoutError tells what the bot did instead."""
    try:
        return await telegram.world.until(found, timeout)
    except TimeoutError:
        calls = [str(call) for call in telegram.calls if call.method.lower() != "getupdates"][-5:]
        waiting = f"{len(telegram.updates.pending)} updates not confirmed"
        told = "; ".join(calls) or "no calls"
        raise TimeoutError(
            f"{complaint} within {timeout} s. The bot's last calls: {told}; {waiting}."
        ) from None


def _typed(text: str, most: int = MessageLimit.MAX_TEXT_LENGTH, *, least: int = 1) -> Json:
    """What becomes of typed words. Raises ValueError for those that Telegram's apps do not send."""
    words, _ = trim(clean(text), [])
    if not least <= utf16_length(words) <= most:
        raise ValueError(f"a message holds {least} to {most} characters")
    return {"text": words, "entities": marked(words, [])}


def _button(message: Message, label: str) -> Json:
    buttons = [button for row in message.rows for button in row]
    exact = [button for button in buttons if button["text"] == label]
    like = [button for button in buttons if label.casefold() in button["text"].casefold()]
    if not like:
        raise AssertionError(f"no button with {label!r} under {message.text!r}, only {message.buttons}")
    return (exact or like)[0]
