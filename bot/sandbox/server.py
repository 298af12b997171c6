"""The stand-in over HTTP: the Bot API for the bot, files, and the chat page for people."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from collections.abc import Collection
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

from bot.sandbox import answering, files, sending
from bot.sandbox.chat_page import DownloadHandler, PageHandler, SocketHandler, UploadHandler
from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.params import Params, Upload
from bot.sandbox.refusals import Refused, bad_request
from bot.sandbox.telegram import METHODS, Call, Telegram

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

SERVED = (answering, files, sending)
"""The modules whose methods are served."""

_TOKEN = re.compile(r"\d+:[\w-]{35,}", re.ASCII)


class Server:
    """Serves one sandbox on a host and port; port 0 takes a free one."""

    def __init__(self, sandbox: Sandbox, host: str, port: int, tokens: Collection[str] | None) -> None:
        self._host = host
        self._port = port
        self._telegram = sandbox.telegram
        self.closing = asyncio.Event()
        self._pages: set[WebSocketHandler] = set()
        context = {"telegram": sandbox.telegram, "tokens": tokens, "closing": self.closing}
        self._application = Application(
            [
                (r"/bot([^/]*)/([^/]*)/?", BotHandler, context),
                (r"/file/bot([^/]*)/documents/(\w+)", FileHandler, context),
                (r"/sandbox/socket", SocketHandler, {"sandbox": sandbox, "pages": self._pages}),
                (r"/sandbox/uploads/([^/]+)", UploadHandler, {"sandbox": sandbox}),
                (r"/sandbox/files/(\w+)", DownloadHandler, {"sandbox": sandbox}),
                (r"/([a-z.]*)", PageHandler, {"sandbox": sandbox}),
            ],
            log_function=lambda _handler: None,
        )

    @property
    def address(self) -> tuple[str, int]:
        """The host and port it is served on."""
        return self._host, self._port

    def start(self) -> None:
        """Listen."""
        sockets = bind_sockets(self._port, self._host)
        self._port = sockets[0].getsockname()[1]
        self._server = HTTPServer(self._application)
        self._server.add_sockets(sockets)

    async def stop(self) -> None:
        """Close the connections and let go of the port."""
        self.closing.set()
        self._telegram.updates.interrupt("closing")
        self._server.stop()
        for page in tuple(self._pages):
            page.close()
        if self._telegram.webhook:
            await self._telegram.webhook.stop()
        await self._server.close_all_connections()


class BotHandler(RequestHandler):
    """`/bot<token>/<method>` by GET or POST."""

    def initialize(self, telegram: Telegram, tokens: Collection[str] | None, closing: asyncio.Event) -> None:
        """What every request works on."""
        self._telegram = telegram
        self._tokens = tokens
        self._closing = closing
        self._gone = asyncio.Event()
        self._poll: asyncio.Future[Any] | None = None

    def on_connection_close(self) -> None:
        """The bot has hung up: it polls no longer."""
        self._gone.set()
        if self._poll:
            self._poll.cancel()

    async def get(self, token: str, name: str) -> None:
        """Serve a call."""
        await self._serve(token, name)

    async def post(self, token: str, name: str) -> None:
        """Serve a call."""
        await self._serve(token, name)

    async def _serve(self, token: str, name: str) -> None:
        try:
            check_token(token, self._tokens)
            params = self._params()
            with self._telegram.recorded(name, dict(params)) as call:
                fault = self._telegram.fault_of(call)
                result = await self._result(name, params) if not fault or fault.effect else None
                if fault:
                    await self._fail(call, fault)
                    return
        except Refused as refusal:
            self._answer(refusal.code, refusal.as_json())
        except asyncio.CancelledError:
            if not self._gone.is_set():
                raise
        else:
            self._answer(HTTPStatus.OK, {"ok": True, "result": result})

    async def _result(self, name: str, params: Params) -> Any:  # noqa: ANN401  any JSON value
        method = METHODS.get(name.lower())
        if method is None:
            raise Refused(HTTPStatus.NOT_FOUND, "Not Found: method not found")
        result = method(self._telegram, params)
        if not inspect.isawaitable(result):
            return result
        work = asyncio.ensure_future(result)
        if name.lower() == "getupdates":
            self._poll = work
        return await work

    def _answer(self, code: int, body: dict[str, Any]) -> None:
        if self._gone.is_set():
            return
        self.set_status(code, None if code in set(HTTPStatus) else "Error")
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(body))

    async def _fail(self, call: Call, fault: Fault) -> None:
        if fault.kind == FaultKind.ERROR:
            raise fault.refusal()
        call.outcome = fault.kind.value
        if fault.kind == FaultKind.HANG:
            self._telegram.world.tell("call", call=call)
            await _first(self._gone, self._closing)
        if not self._gone.is_set():
            self.detach().close()

    def _params(self) -> Params:
        if self.request.headers.get("Content-Type", "").startswith("application/json"):
            return Params(_object(self.request.body))
        values = {name: self.get_argument(name, strip=False) for name in self.request.arguments}
        files = self.request.files.items()
        uploads = {name: Upload(sent[0]["filename"], sent[0]["body"]) for name, sent in files}
        return Params(values, uploads)


class FileHandler(RequestHandler):
    """Files that people and the bot have sent, as getFile tells of them."""

    def initialize(self, telegram: Telegram, tokens: Collection[str] | None, closing: asyncio.Event) -> None:
        """What every request works on."""
        del closing
        self._telegram = telegram
        self._tokens = tokens

    def get(self, token: str, number: str) -> None:
        """Serve a file."""
        try:
            check_token(token, self._tokens)
            _name, body = self._telegram.file(number)
        except Refused as refusal:
            self.set_status(refusal.code)
            self.finish(refusal.as_json())
        else:
            self.set_header("Content-Type", "application/octet-stream")
            self.finish(body)


def check_token(token: str, tokens: Collection[str] | None) -> None:
    """Raises `Refused` for a token that Telegram would not know."""
    if not _TOKEN.fullmatch(token):
        raise Refused(HTTPStatus.NOT_FOUND, "Not Found")
    if tokens is not None and token not in tokens:
        raise Refused(HTTPStatus.UNAUTHORIZED, "Unauthorized")


def _object(body: bytes) -> dict[str, Any]:
    with suppress(ValueError):
        found = json.loads(body or b"{}")
        if isinstance(found, dict):
            return found
    raise bad_request("object expected as request body")


async def _first(*events: asyncio.Event) -> None:
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    _done, rest = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in rest:
        wait.cancel()
