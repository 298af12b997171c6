"""A whole python-telegram-bot application without a network: updates in, recorded API calls out."""

from __future__ import annotations

import itertools
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import Application
from telegram.request import BaseRequest, RequestData

from handlers.conversations import error_handler, handlers
from handlers.desk import Desk

Json = dict[str, Any]
BOT = {"id": 7_000_000_001, "is_bot": True, "first_name": "Hỏi Đáp", "username": "ThuHoiDapBot"}
OWNER = 900
_NUMBERS = itertools.count(1000)
_ASIDE = ("sendChatAction", "setMyCommands", "deleteMyCommands")
"""Not what came of an update: on a slow day anything may take long enough to show that the bot is typing."""


@dataclass(frozen=True)
class Call:
    """A call of the Bot API, and what came of it."""

    method: str
    params: Json
    result: Any

    @property
    def text(self) -> str:
        return str(self.params.get("text", ""))

    @property
    def id(self) -> int:
        return int(self.result["message_id"])

    @property
    def rows(self) -> list[list[Json]]:
        return json.loads(self.params.get("reply_markup", "{}")).get("inline_keyboard", [])

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.rows for button in row]

    @property
    def reply_to(self) -> int | None:
        return json.loads(self.params.get("reply_parameters", "{}")).get("message_id")

    def data(self, label: str) -> str:
        """What the button whose label holds these words says when it is pressed."""
        [found] = [b["callback_data"] for row in self.rows for b in row if label in b["text"]]
        return str(found)


class Offline(BaseRequest):
    """Answers as Telegram would, and remembers what it was asked; `refusals` come first, method by method."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.refusals: deque[tuple[str, int, str]] = deque()
        self.on_call: Callable[[str], object] = lambda _method: None
        self.statuses: dict[tuple[int, int], str] = {}
        self._numbers = itertools.count(500_000)

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_times: Any, **_more: Any
    ) -> tuple[int, bytes]:
        assert method == "POST"
        name = url.rsplit("/", 1)[1]
        params = dict(request_data.json_parameters) if request_data else {}
        self.on_call(name)
        if self.refusals and self.refusals[0][0] == name:
            _name, code, words = self.refusals.popleft()
            self.calls.append(Call(name, params, None))
            return code, json.dumps({"ok": False, "error_code": code, "description": words}).encode()
        result = self._result(name, params)
        self.calls.append(Call(name, params, result))
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def _result(self, method: str, params: Json) -> Any:
        if method == "getMe":
            return BOT
        if method == "getChatMember":
            chat, who = int(params["chat_id"]), int(params["user_id"])
            return member(who, self.statuses.get((chat, who), "member"))
        if method == "getChatAdministrators":
            return [
                member(who, status)
                for (chat, who), status in self.statuses.items()
                if chat == int(params["chat_id"])
            ]
        if method not in ("sendMessage", "editMessageText", "editMessageReplyMarkup"):
            return True
        number = int(params["message_id"]) if "message_id" in params else next(self._numbers)
        chat, markup = int(params["chat_id"]), json.loads(params.get("reply_markup", "{}"))
        return {
            "message_id": number,
            "date": 1,
            "chat": chat_of(chat),
            "from": BOT,
            "text": params.get("text", ""),
            **({"reply_markup": markup} if "inline_keyboard" in markup else {}),
        }


def chat_of(number: int) -> Json:
    return (
        {"id": number, "type": "private", "first_name": "An"}
        if number > 0
        else {"id": number, "type": "supergroup", "title": "Tổ 3"}
    )


def person(number: int) -> Json:
    return {"id": number, "is_bot": False, "first_name": "An"}


_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users",
    "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip


def member(number: int, status: str) -> Json:
    rights = {"administrator": _RIGHTS, "creator": ("is_anonymous",)}.get(status, ())
    return {"user": person(number), "status": status, **dict.fromkeys(rights, False)}


@dataclass
class Conversation:
    """One bot, and what people do to it; each method returns the calls that came of it."""

    application: Any
    request: Offline
    desk: Desk
    numbers: Any = field(default=_NUMBERS)

    async def says(self, text: str = "", *, chat: int = 11, who: int = 11, **more: Any) -> list[Call]:
        """A message; with `edits` it is an edit of that message."""
        edits = more.pop("edits", None)
        message = {
            "message_id": edits or more.pop("number", None) or next(self.numbers), "date": 1, "chat": chat_of(chat),
            "from": person(who), **({"text": text, "entities": entities(text)} if text else {}), **more,
        }  # fmt: skip
        return await self.update(**{"edited_message" if edits else "message": message})

    async def presses(
        self, data: str, under: Call, *, who: int = 11, replied: Json | None = None
    ) -> list[Call]:
        """A button with this data under a message of the bot, which replied to another one."""
        message = {**under.result, **({"reply_to_message": replied} if replied else {})}
        query = {"id": "9", "from": person(who), "chat_instance": "1", "data": data, "message": message}
        return await self.update(callback_query=query)

    async def update(self, **content: Json) -> list[Call]:
        """Any update."""
        before = len(self.request.calls)
        given = {"update_id": next(self.numbers), **content}
        await self.application.process_update(
            Update.de_json(json.loads(json.dumps(given)), self.application.bot)
        )
        return [call for call in self.request.calls[before:] if call.method not in _ASIDE]


def entities(text: str) -> list[Json]:
    """The command and the mentions in a text, as Telegram marks them (in texts of plain characters)."""
    found = []
    at = 0
    for word in text.split(" "):
        kind = "bot_command" if word.startswith("/") else "mention" if word.startswith("@") else None
        if kind:
            found.append({"type": kind, "offset": at, "length": len(word.rstrip(",:"))})
        at += len(word) + 1
    return found


async def conversation(desk: Desk) -> Conversation:
    """The real handlers on an application whose requests go nowhere."""
    request = Offline()
    application = (
        Application.builder().token("7000000001:" + "A" * 35).request(request).get_updates_request(Offline())
        .job_queue(None).updater(None).build()
    )  # fmt: skip
    application.add_handlers(handlers(desk, [OWNER]))
    application.add_error_handler(error_handler(desk, [OWNER]))
    await application.initialize()
    request.calls.clear()
    return Conversation(application, request, desk)
