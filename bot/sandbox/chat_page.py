"""The chat page: its files, and the socket through which whoever sits at it acts for people.

It is served to this machine's own browser only: another site's page is neither let in
by its origin nor by a host name that it made point here.
"""

from __future__ import annotations

import asyncio
import json
import mimetypes
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tornado.web import HTTPError, RequestHandler, StaticFileHandler
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from bot.sandbox.answering import menu_of
from bot.sandbox.files import store_file
from bot.sandbox.params import Upload
from bot.sandbox.people import Group, InlineResults, Notice, Person
from bot.sandbox.refusals import Refused
from bot.sandbox.world import Json, Message

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

PAGE = Path(__file__).parent / "page"
SHOWN = 300
"""So many of a chat's last messages are shown to a page that opens."""
HERE = {"localhost", "127.0.0.1", "::1"}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class _Local(RequestHandler):
    """Answers only when called by a name of this machine, or the one it serves on."""

    def initialize(self, sandbox: Sandbox) -> None:
        """The sandbox the page shows."""
        self._sandbox = sandbox

    def prepare(self) -> None:
        """Refuse other names."""
        if self.request.host_name not in HERE | {self._sandbox.address[0]}:
            raise HTTPError(403)

    def set_default_headers(self) -> None:
        """Nothing from elsewhere."""
        for name, value in HEADERS.items():
            self.set_header(name, value)


class PageHandler(_Local, StaticFileHandler):
    """The files of the page."""

    def initialize(self, sandbox: Sandbox) -> None:  # type: ignore[override]
        """Serve the folder `page`."""
        _Local.initialize(self, sandbox)
        StaticFileHandler.initialize(self, str(PAGE), "index.html")


class DownloadHandler(_Local):
    """Files that were sent in a chat; only pictures are shown, all else is saved."""

    def get(self, number: str) -> None:
        """Serve a file."""
        if number not in self._sandbox.telegram.world.files:
            raise HTTPError(404)
        name, body = self._sandbox.telegram.world.files[number]
        kind = mimetypes.guess_type(name)[0] or ""
        picture = kind in {"image/png", "image/jpeg", "image/webp"}
        self.set_header("Content-Type", kind if picture else "application/octet-stream")
        if not picture:
            self.set_header("Content-Disposition", "attachment")
        self.finish(body)


class UploadHandler(_Local):
    """Files chosen in the page, on their way into a chat."""

    def post(self, name: str) -> None:
        """Keep a file by this name; tells the id to send it by."""
        if self.request.headers.get("Origin", "").partition("://")[2] != self.request.host:
            raise HTTPError(403)
        try:
            self.finish(store_file(self._sandbox.telegram, Upload(name, self.request.body)))
        except Refused as refusal:
            self.set_status(refusal.code)
            self.finish(refusal.as_json())


class SocketHandler(_Local, WebSocketHandler):
    """Tells the page of every change, and does what it asks for."""

    def initialize(self, sandbox: Sandbox, pages: set[WebSocketHandler]) -> None:  # type: ignore[override]
        """Be counted among the open pages."""
        super().initialize(sandbox)
        self._pages = pages

    def open(self, *_args: str, **_kwargs: str) -> None:
        """Show everything there is, and from now on every change."""
        self._pages.add(self)
        self._actions = Actions(self._sandbox)
        self._tasks: set[asyncio.Task[None]] = set()
        self._sandbox.telegram.world.listeners.add(self._changed)
        self._tell({"type": "state", **state(self._sandbox)})

    def on_close(self) -> None:
        """The page is gone."""
        self._pages.discard(self)
        self._sandbox.telegram.world.listeners.discard(self._changed)
        for task in self._tasks:
            task.cancel()

    def on_message(self, message: str | bytes) -> None:
        """Do what was asked, while other things may be asked."""
        task = asyncio.get_running_loop().create_task(self._do(json.loads(message)))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _do(self, asked: Json) -> None:
        try:
            result = await self._actions.do(asked)
        except (ValueError, LookupError, AssertionError, TimeoutError) as error:
            self._tell({"type": "reply", "id": asked.get("id"), "error": str(error)})
        else:
            self._tell({"type": "reply", "id": asked.get("id"), "result": result})

    def _changed(self, kind: str, what: Json) -> None:
        if told := news(self._sandbox, kind, what):
            self._tell({"type": kind, **told})

    def _tell(self, what: Json) -> None:
        with suppress(WebSocketClosedError):  # `on_close` comes next
            self.write_message(json.dumps(what))


def state(sandbox: Sandbox) -> Json:
    """All that a page shows."""
    world = sandbox.telegram.world
    messages = {
        number: [shown(message) for message in world.history(number)[-SHOWN:]] for number in world.chats
    }
    return {"bot": sandbox.bot.as_json(), "messages": messages, **chats(sandbox)}


def chats(sandbox: Sandbox) -> Json:
    """The people and their chats."""
    world = sandbox.telegram.world
    people = [{"id": person.id, "name": person.name} for person in sandbox.people]
    listed = [
        {**chat.as_json(), "members": list(chat.members), "bot_status": chat.bot_status}
        for chat in world.chats.values()
        if not chat.migrated_to
    ]
    return {"people": people, "chats": listed}


def shown(message: Message) -> Json:
    """A message as the page draws it."""
    return {**message.as_json(), "reactions": message.reactions}


def news(sandbox: Sandbox, kind: str, what: Json) -> Json | None:
    """What a page is told of a change; None where it does not matter to it."""
    match kind:
        case "message" | "edited" | "reaction" | "deleted":
            return {"message": shown(what["message"])}
        case "action":
            return what
        case "chat":
            return chats(sandbox)
        case "commands":
            return {"commands": True}
        case "call" if what["call"].method.lower() != "getupdates":
            call = what["call"]
            return {"method": call.method, "outcome": call.outcome, "description": call.description}
    return None


@dataclass
class Actions:
    """What somebody at the page can do: the very things that tests do."""

    sandbox: Sandbox
    offered: InlineResults | None = None

    async def do(self, asked: Json) -> Any:  # noqa: ANN401  any JSON value
        """Carry out one thing; raises what the person's own methods raise."""
        action = ACTIONS.get(asked.get("do", ""))
        if action is None:
            raise LookupError(f"nothing is called {asked.get('do')!r}")
        return await action(self, asked)

    @property
    def patience(self) -> float:
        """How long the bot may take to answer."""
        return self.sandbox.telegram.query_lifetime

    def person(self, asked: Json) -> Person:
        """Who acts."""
        return {person.id: person for person in self.sandbox.people}[asked["person"]]

    def place(self, asked: Json) -> Group | None:
        """Where it is done: a group, or the person's private chat."""
        return next((group for group in self.sandbox.groups if group.id == asked.get("chat")), None)

    def replied(self, asked: Json) -> Message | None:
        """The message it replies to, if any."""
        return self.sandbox.telegram.world.message(asked["chat"], asked.get("reply_to", 0))

    def message(self, asked: Json) -> Message:
        """The message it is about; raises LookupError where that is gone."""
        message = self.sandbox.telegram.world.message(asked["chat"], asked["message"])
        if message is None:
            raise LookupError("the message is not there any more")
        return message


Action = Callable[[Actions, Json], Awaitable[Any]]
ACTIONS: dict[str, Action] = {}


def _action(function: Action) -> Action:
    ACTIONS[function.__name__.strip("_")] = function
    return function


@_action
async def _says(actions: Actions, asked: Json) -> int:
    reply = actions.replied(asked)
    return actions.person(asked).pastes(asked["text"], actions.place(asked), reply_to=reply)[0].id


@_action
async def _edits(actions: Actions, asked: Json) -> None:
    actions.person(asked).edits(actions.message(asked), asked["text"])


@_action
async def _presses(actions: Actions, asked: Json) -> Json | None:
    message, person = actions.message(asked), actions.person(asked)
    query, patience = person.press(message, asked["data"]), actions.patience
    return _noticed(await person.waits(query, asked["label"], timeout=patience))


def _noticed(notice: Notice | None) -> Json | None:
    return {"text": notice.text, "alert": notice.alert} if notice else None


@_action
async def _follows(actions: Actions, asked: Json) -> bool:
    return actions.person(asked).follows(asked["link"]) is not None


@_action
async def _inline(actions: Actions, asked: Json) -> Json:
    person, place = actions.person(asked), actions.place(asked)
    actions.offered = offered = await person.inline(asked["query"], place, timeout=actions.patience)
    results = [
        {"id": one.id, "title": one.title, "description": one.description, "text": one.text}
        for one in offered
    ]
    return {"results": results, "button": offered.button}


@_action
async def _posts(actions: Actions, asked: Json) -> None:
    offered = {one.id: one for one in actions.offered or ()}
    actions.person(asked).posts(offered[asked["result"]], actions.place(asked))


@_action
async def _sends(actions: Actions, asked: Json) -> None:
    person, place = actions.person(asked), actions.place(asked)
    {"sticker": person.sends_sticker, "voice": person.sends_voice, "photo": person.sends_photo}[
        asked["what"]
    ](place)


@_action
async def _sends_file(actions: Actions, asked: Json) -> None:
    actions.person(asked).sends_file(asked["file"], actions.place(asked), caption=asked["caption"])


@_action
async def _forwards(actions: Actions, asked: Json) -> None:
    to = actions.place({"chat": asked["to"]})
    actions.person(asked).forwards(actions.message(asked), to)


@_action
async def _menu(actions: Actions, asked: Json) -> list[Json]:
    chat = actions.sandbox.telegram.world.chats[asked["chat"]]
    return menu_of(actions.sandbox.telegram, chat, asked["person"])


@_action
async def _adds(actions: Actions, asked: Json) -> int:
    person = actions.sandbox.person(asked["name"], started=False)
    for group in actions.sandbox.groups:
        person.joins(group)
    return person.id


@_action
async def _blocks(actions: Actions, asked: Json) -> None:
    person = actions.person(asked)
    (person.blocks_bot if asked["blocked"] else person.unblocks_bot)()


@_action
async def _fault(actions: Actions, asked: Json) -> None:
    settings = {
        name: asked[name] for name in ("kind", "error", "retry_after", "times", "effect") if name in asked
    }
    actions.sandbox.fault(asked.get("method"), **settings)


@_action
async def _heal(actions: Actions, _asked: Json) -> None:
    actions.sandbox.heal()


@_action
async def _redeliver(actions: Actions, _asked: Json) -> None:
    actions.sandbox.redeliver()
