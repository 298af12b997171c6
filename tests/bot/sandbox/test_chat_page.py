"""The page's files and its socket: who is let in, and what can be done there."""

import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import httpx
import pytest
import pytest_asyncio
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from bot.sandbox import Sandbox


class Wire:
    """The page's end of the socket."""

    def __init__(self, connection: WebSocketClientConnection) -> None:
        self._connection = connection

    async def event(self, kind: str) -> dict[str, Any]:
        """The next event of this kind."""
        while True:
            event = json.loads(await self._connection.read_message() or "")
            if event["type"] == kind:
                return dict(event)

    async def ask(self, do: str, **details: Any) -> dict[str, Any]:
        """What the sandbox answers to an action."""
        self.begin(do, **details)
        return await self.event("reply")

    def begin(self, do: str, **details: Any) -> None:
        """Ask for an action, and do not wait."""
        self._connection.write_message(json.dumps({"id": 1, "do": do, **details}))

    async def close(self) -> None:
        """Hang up, and wait until that is done."""
        self._connection.close()
        while await self._connection.read_message() is not None:
            pass


async def connect(sandbox: Sandbox, origin: str | None = None) -> Wire:
    headers = {"Origin": origin or sandbox.api_base}
    url = f"ws://127.0.0.1:{sandbox.address[1]}/sandbox/socket"
    return Wire(await websocket_connect(HTTPRequest(url, headers=headers)))


@pytest_asyncio.fixture
async def wire(sandbox: Sandbox) -> AsyncIterator[Wire]:
    wire = await connect(sandbox)
    yield wire
    await wire.close()


async def fetch(sandbox: Sandbox, path: str, **headers: str) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as client:
        return await client.get(f"{sandbox.api_base}{path}", headers=headers)


async def test_the_page_loads_nothing_from_elsewhere(sandbox: Sandbox) -> None:
    page = await fetch(sandbox, "/")
    policy = page.headers["Content-Security-Policy"]
    assert page.status_code == 200
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for name in ("style.css", "app.js", "composer.js", "operator.js", "render.js", "socket.js", "icon.svg"):
        file = await fetch(sandbox, f"/{name}")
        assert file.status_code == 200
        assert "https://" not in file.text


@pytest.mark.parametrize("path", ["/", "/sandbox/files/x"])
async def test_a_host_name_that_only_points_here_is_refused(sandbox: Sandbox, path: str) -> None:
    assert (await fetch(sandbox, path, Host="evil.example")).status_code == 403


async def test_another_sites_page_gets_no_socket(sandbox: Sandbox) -> None:
    with pytest.raises(HTTPClientError, match="403"):
        await connect(sandbox, origin="https://evil.example")


async def test_a_page_is_shown_what_there_is_and_every_change(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    an.says("Trước")
    wire = await connect(sandbox)
    state = await wire.event("state")
    assert state["people"] == [{"id": an.id, "name": "An"}]
    assert [message["text"] for message in state["messages"][str(an.id)]] == ["Trước"]
    sent = await bot.send_message(an.id, "Sau")
    assert (await wire.event("message"))["message"]["text"] == "Sau"
    await sent.edit_text("Sửa")
    assert (await wire.event("edited"))["message"]["text"] == "Sửa"
    await bot.send_chat_action(an.id, "typing")
    assert (await wire.event("action"))["action"] == "typing"
    await sent.delete()
    assert (await wire.event("deleted"))["message"]["message_id"] == sent.message_id
    await wire.close()


async def test_what_is_done_in_the_page_reaches_the_bot(sandbox: Sandbox, wire: Wire) -> None:
    an = sandbox.person("An")
    said = await wire.ask("says", person=an.id, chat=an.id, text="Một")
    await wire.ask("edits", person=an.id, chat=an.id, message=said["result"], text="Hai")
    await wire.ask("sends", person=an.id, chat=an.id, what="sticker")
    await wire.ask("follows", person=an.id, chat=an.id, link="https://t.me/HoiDapBot?start=x")
    kinds = [min(update.body.keys() - {"update_id"}) for update in sandbox.pending]
    assert kinds == ["message", "edited_message", "message", "message"]
    assert sandbox.messages(an)[-1].text == "/start x"


async def test_a_press_is_answered_with_what_it_showed(sandbox: Sandbox, bot: Bot, wire: Wire) -> None:
    an = sandbox.person("An")
    keyboard = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Đúng", callback_data="d"))
    sent = await bot.send_message(an.id, "x", reply_markup=keyboard)
    wire.begin("presses", person=an.id, chat=an.id, message=sent.message_id, data="d", label="Đúng")
    await sandbox.until(lambda: sandbox.pending)
    [update] = await bot.get_updates()
    assert update.callback_query
    await update.callback_query.answer("Cảm ơn", show_alert=True)
    assert (await wire.event("reply"))["result"] == {"text": "Cảm ơn", "alert": True}


async def test_a_newcomer_is_in_the_groups_and_has_not_started_the_bot(sandbox: Sandbox, wire: Wire) -> None:
    group = sandbox.group("Tổ 3", [sandbox.person("An")])
    number = (await wire.ask("adds", name="Chi"))["result"]
    assert number in group.chat.members
    assert not sandbox.telegram.world.chats[number].started


async def test_faults_are_made_and_ended_in_the_page(sandbox: Sandbox, bot: Bot, wire: Wire) -> None:
    an = sandbox.person("An")
    await wire.ask("fault", method="sendMessage", times=5, error=429, retry_after=2)
    assert sandbox.telegram.faults.next("sendMessage", an.id)
    await wire.ask("heal")
    await bot.send_message(an.id, "x")
    await wire.ask("blocks", person=an.id, blocked=True)
    assert an.chat.bot_status == "kicked"


async def test_what_cannot_be_done_is_an_error_and_not_the_end(sandbox: Sandbox, wire: Wire) -> None:
    an = sandbox.person("An")
    assert "error" in await wire.ask("says", person=an.id, chat=an.id, text=" ")
    assert "error" in await wire.ask("dances", person=an.id)
    assert "error" in await wire.ask("says", person=99, chat=an.id, text="x")
    assert "error" in await wire.ask("posts", person=an.id, chat=an.id, result="1")
    assert "result" in await wire.ask("says", person=an.id, chat=an.id, text="x")


async def test_only_pictures_are_shown_and_other_files_are_saved(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    page = await bot.send_document(an.id, b"<script>", filename="x.html")
    picture = await bot.send_photo(an.id, b"\xff\xd8\xff", filename="x.png")
    assert page.document
    told = await fetch(sandbox, f"/sandbox/files/{page.document.file_id}")
    assert (told.headers["Content-Type"], told.headers["Content-Disposition"]) == (
        "application/octet-stream", "attachment",
    )  # fmt: skip
    shown = await fetch(sandbox, f"/sandbox/files/{picture.photo[0].file_id}")
    assert shown.headers["Content-Type"] == "image/png"
    assert (await fetch(sandbox, "/sandbox/files/nothing")).status_code == 404


async def upload(sandbox: Sandbox, name: str, body: bytes, origin: str | None = None) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as client:
        address = f"{sandbox.api_base}/sandbox/uploads/{quote(name)}"
        return await client.post(address, content=body, headers={"Origin": origin or sandbox.api_base})


async def test_a_file_chosen_in_the_page_is_sent(sandbox: Sandbox, bot: Bot, wire: Wire) -> None:
    an = sandbox.person("An")
    kept = (await upload(sandbox, "bài báo.txt", "Đoạn một".encode())).json()
    await wire.ask("sends_file", person=an.id, chat=an.id, file=kept["file_id"], caption="Đây ạ")
    [update] = await bot.get_updates()
    assert update.message
    assert update.message.document
    assert (update.message.document.file_name, update.message.caption) == ("bài báo.txt", "Đây ạ")
    assert (await upload(sandbox, "x.txt", b"")).status_code == 400


async def test_another_sites_page_uploads_nothing(sandbox: Sandbox) -> None:
    refused = await upload(sandbox, "x.txt", b"x", origin="https://evil.example")
    assert refused.status_code == 403
    assert sandbox.telegram.world.files == {}


async def test_what_is_forwarded_in_the_page_arrives(sandbox: Sandbox, bot: Bot, wire: Wire) -> None:
    an = sandbox.person("An")
    group = sandbox.group("Tổ 3", [an])
    said = an.says("Một bài báo", to=group)
    await wire.ask("forwards", person=an.id, chat=group.id, message=said.id, to=an.id)
    [update] = await bot.get_updates()
    assert update.message
    assert (update.message.text, update.message.chat_id) == ("Một bài báo", an.id)
    assert update.message.forward_origin
    assert "error" in await wire.ask("forwards", person=an.id, chat=group.id, message=1, to=an.id)
