"""Another stand-in for Telegram, that shares nothing with ours: the least a Bot API server may send."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Self

from aiohttp import web

Json = dict[str, Any]
TOKEN = "42:foreign"
ME: Json = {"id": 42, "is_bot": True, "first_name": "Bot", "username": "ForeignBot"}
PERSON: Json = {"id": 1, "is_bot": False, "first_name": "A"}
PRIVATE: Json = {"id": 1, "type": "private"}
GROUP: Json = {"id": -2, "type": "supergroup"}
SENDS = ("sendMessage", "editMessageText")


@dataclass(frozen=True)
class Call:
    """What the bot called, and with what."""

    method: str
    params: Json
    refused: bool = False

    @property
    def text(self) -> str:
        return str(self.params.get("text", ""))

    @property
    def buttons(self) -> dict[str, str]:
        """What each button says when pressed."""
        rows = json.loads(self.params.get("reply_markup", "{}")).get("inline_keyboard", [])
        return {button["text"]: button.get("callback_data", "") for row in rows for button in row}


def refusal(code: int, description: str, **parameters: int) -> web.Response:
    """How Telegram says no."""
    body = {"ok": False, "error_code": code, "description": description}
    return web.json_response({**body, **({"parameters": parameters} if parameters else {})}, status=code)


def garbage(status: int, text: str = "<html>Oops</html>") -> web.Response:
    """What is no answer of the Bot API."""
    return web.Response(status=status, text=text, content_type="text/html")


class Foreign:
    """A Bot API server; `faults` come first, method by method."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.faults: dict[str, deque[Callable[[], web.Response]]] = defaultdict(deque)
        self._updates: list[Json] = []
        self._numbers = itertools.count(1)
        self._messages = itertools.count(1)
        self._changed = asyncio.Condition()
        self._runner: web.AppRunner | None = None
        self.api_base = ""
        self.token = TOKEN
        self.poll_seconds = 1.0

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", f"/bot{TOKEN}/{{method}}", self._serve)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.api_base = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_error: object) -> None:
        assert self._runner
        await self._runner.cleanup()

    def fail(self, method: str, *faults: Callable[[], web.Response]) -> None:
        """Let the next calls of a method go wrong."""
        self.faults[method].extend(faults)

    async def send(self, **content: Any) -> Json:
        """An update to the bot."""
        update = self.update(**content)
        async with self._changed:
            self._updates.append(update)
            self._changed.notify_all()
        return update

    async def again(self, update: Json) -> None:
        """The same update once more, under the number it had."""
        async with self._changed:
            self._updates.append(update)
            self._changed.notify_all()

    def update(self, **content: Any) -> Json:
        """An update with the next number."""
        return {"update_id": next(self._numbers), **content}

    def message(self, text: str, chat: Json = PRIVATE, **more: Any) -> Json:
        """A message with what every message has, and nothing else."""
        return {
            "message_id": next(self._messages), "date": 1700000000, "chat": chat, "from": PERSON,
            "text": text, **({"entities": entities} if (entities := list(_entities(text))) else {}), **more,
        }  # fmt: skip

    async def until(
        self,
        happened: Callable[[], Any],
        *,
        timeout: float = 30,  # noqa: ASYNC109  our own stand-in takes it too
        what: str = "",
    ) -> Any:
        """Wait for something to have been called; what `happened` gives. `what` is told where it does not happen."""
        try:
            async with asyncio.timeout(timeout), self._changed:
                await self._changed.wait_for(lambda: bool(happened()))
        except TimeoutError:
            raise AssertionError(
                f"it did not happen; {[call.method for call in self.calls]} {what}"
            ) from None
        return happened()

    def said(self, words: str = "", method: str = "") -> list[Call]:
        """What the bot said with these words."""
        return [
            call
            for call in self.calls
            if not call.refused and call.method in ([method] if method else SENDS) and words in call.text
        ]

    async def _serve(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        params = {name: str(value) for name, value in (await request.post()).items()}
        fault = self.faults[method].popleft() if self.faults[method] else None
        result = None if fault else self._result(method, params)
        async with self._changed:
            self.calls.append(Call(method, params, refused=fault is not None))
            self._changed.notify_all()
        if fault:
            return fault()
        if method == "getUpdates":
            result = await self._poll(params)
        return web.json_response({"ok": True, "result": result})

    async def _poll(self, params: Json) -> list[Json]:
        offset = int(params.get("offset", 0))
        self._updates = [update for update in self._updates if update.get("update_id", 0) >= offset]
        if not self._updates:
            async with self._changed:
                try:
                    async with asyncio.timeout(self.poll_seconds):
                        await self._changed.wait_for(lambda: bool(self._updates))
                except TimeoutError:
                    return []
        return self._updates[:100]

    def _result(self, method: str, params: Json) -> Any:
        if method == "getMe":
            return ME
        if method == "sendMessage":
            chat = int(params["chat_id"])
            kind = PRIVATE if chat > 0 else GROUP
            return {
                "message_id": next(self._messages),
                "date": 1,
                "chat": {**kind, "id": chat},
                "text": params["text"],
            }
        return True


def _entities(text: str) -> Iterator[Json]:
    if text.startswith("/"):
        yield {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
    elif (at := text.find(f"@{ME['username']}")) >= 0:
        yield {"type": "mention", "offset": at, "length": len(ME["username"]) + 1}
