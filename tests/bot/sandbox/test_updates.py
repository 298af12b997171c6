"""How updates reach the bot: by polling, by webhook, once more."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
import pytest_asyncio
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from bot.sandbox import Sandbox
from bot.sandbox.webhook import SECRET_HEADER

SECRET = "bi-mat"


def texts(updates: tuple[Update, ...]) -> list[str | None]:
    return [update.effective_message.text for update in updates if update.effective_message]


async def test_updates_come_again_until_a_later_offset_confirms_them(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    for text in ("một", "hai", "ba"):
        an.says(text)
    first = await bot.get_updates()
    assert texts(first) == texts(await bot.get_updates()) == ["một", "hai", "ba"]
    assert texts(await bot.get_updates(offset=first[1].update_id)) == ["hai", "ba"]
    assert texts(await bot.get_updates()) == ["hai", "ba"]
    assert texts(await bot.get_updates(offset=first[2].update_id + 1)) == []
    assert sandbox.pending == []


async def test_a_limit_holds_back_the_rest_and_a_negative_offset_takes_the_last(
    sandbox: Sandbox, bot: Bot
) -> None:
    an = sandbox.person("An")
    for text in ("một", "hai", "ba"):
        an.says(text)
    assert texts(await bot.get_updates(limit=2)) == ["một", "hai"]
    assert texts(await bot.get_updates(offset=-1)) == ["ba"]


async def test_a_long_poll_ends_with_the_first_update(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await sandbox.until(lambda: sandbox.polled)
    an.says("một")
    assert texts(await poll) == ["một"]


async def test_of_two_pollers_the_earlier_is_told_of_the_conflict(sandbox: Sandbox, bot: Bot) -> None:
    earlier = asyncio.create_task(bot.get_updates(timeout=30))
    await sandbox.until(lambda: sandbox.polled)
    assert await bot.get_updates() == ()
    with pytest.raises(Conflict, match=r"^Conflict: terminated by other getUpdates request; make sure"):
        await earlier


async def test_only_allowed_kinds_are_queued(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    await bot.get_updates(allowed_updates=["edited_message"])
    said = an.says("một")
    an.edits(said, "hai")
    [update] = await bot.get_updates()
    assert update.edited_message
    assert update.edited_message.text == "hai"


async def test_an_update_can_come_twice_though_it_was_confirmed(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    an.says("một")
    [update] = await bot.get_updates()
    assert await bot.get_updates(offset=update.update_id + 1) == ()
    sandbox.redeliver()
    [again] = await bot.get_updates(offset=update.update_id + 1)
    assert again.update_id == update.update_id
    assert await bot.get_updates(offset=update.update_id + 1) == ()


async def test_a_sandbox_started_anew_uses_no_number_again() -> None:
    async with Sandbox() as first:
        before = [first.person("An").says("một").id for _ in range(100)][-1], first.pending[-1].id
    async with Sandbox() as second:
        after = second.person("An").says("một").id, second.pending[0].id
    assert after[1] > before[1]


class _Receiver(RequestHandler):
    def initialize(self, end: "Webhook") -> None:
        self._end = end

    async def post(self) -> None:
        end = self._end
        end.bodies.append(json.loads(self.request.body))
        end.secrets.append(self.request.headers.get(SECRET_HEADER, ""))
        end.open += 1
        end.most = max(end.most, end.open)
        if end.open == end.together:
            end.gate.set()
        await end.gate.wait()
        end.open -= 1
        self.set_status(end.codes.pop(0) if end.codes else 200)


class Webhook:
    """A bot's end of a webhook that answers with these codes, then with 200, once so many deliveries are open together."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.secrets: list[str] = []
        self.codes: list[int] = []
        self.open = self.most = 0
        self.together = 1
        self.gate = asyncio.Event()
        application = Application([("/hook", _Receiver, {"end": self})], log_function=lambda _handler: None)
        self._server = HTTPServer(application)
        [socket] = bind_sockets(0, "127.0.0.1")
        self._server.add_socket(socket)
        self.url = f"http://127.0.0.1:{socket.getsockname()[1]}/hook"

    @property
    def texts(self) -> list[str]:
        return [body["message"]["text"] for body in self.bodies]

    async def close(self) -> None:
        self._server.stop()
        await self._server.close_all_connections()


@pytest_asyncio.fixture
async def hook() -> AsyncIterator[Webhook]:
    webhook = Webhook()
    yield webhook
    await webhook.close()


def confirmed(sandbox: Sandbox) -> Callable[[], bool]:
    return lambda: not sandbox.pending


async def test_a_webhook_gets_updates_with_its_secret_in_order(
    sandbox: Sandbox, bot: Bot, hook: Webhook
) -> None:
    an = sandbox.person("An")
    an.says("trước")
    await bot.set_webhook(hook.url, secret_token=SECRET)
    said = [an.says(f"câu {number}").text for number in range(5)]
    await sandbox.until(confirmed(sandbox))
    assert hook.texts == ["trước", *said]
    assert set(hook.secrets) == {SECRET}


async def test_no_more_deliveries_are_open_than_asked_for_and_each_chat_keeps_its_order(
    sandbox: Sandbox, bot: Bot, hook: Webhook
) -> None:
    hook.together = 2
    await bot.set_webhook(hook.url, max_connections=2)
    people = [sandbox.person(name) for name in ("An", "Bình", "Chi")]
    for word in ("một", "hai"):
        for person in people:
            person.says(f"{person.name} {word}")
    await sandbox.until(confirmed(sandbox))
    assert hook.most == 2
    for person in people:
        own = [text for text in hook.texts if text.startswith(person.name)]
        assert own == [f"{person.name} một", f"{person.name} hai"]


async def test_what_a_webhook_does_not_take_comes_again_before_the_rest(
    sandbox: Sandbox, bot: Bot, hook: Webhook
) -> None:
    an = sandbox.person("An")
    hook.codes[:] = [500, 403]
    await bot.set_webhook(hook.url)
    an.says("một")
    an.says("hai")
    await sandbox.until(confirmed(sandbox))
    assert hook.texts == ["một", "một", "một", "hai"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 403 Forbidden"


async def test_a_webhook_that_is_down_gets_everything_when_it_is_up(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    down = Webhook()
    await down.close()
    await bot.set_webhook(down.url)
    an.says("một")
    await sandbox.until(lambda: sandbox.telegram.webhook and sandbox.telegram.webhook.last_error)
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == (down.url, 1)
    await bot.delete_webhook()
    assert texts(await bot.get_updates()) == ["một"]


async def test_polling_and_a_webhook_exclude_each_other(sandbox: Sandbox, bot: Bot, hook: Webhook) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await sandbox.until(lambda: sandbox.polled)
    await bot.set_webhook(hook.url)
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await poll
    with pytest.raises(Conflict, match=r"^Conflict: can't use getUpdates method while webhook is active"):
        await bot.get_updates()


async def test_a_webhook_gets_an_update_twice_on_demand(sandbox: Sandbox, bot: Bot, hook: Webhook) -> None:
    an = sandbox.person("An")
    await bot.set_webhook(hook.url)
    an.says("một")
    await sandbox.until(confirmed(sandbox))
    sandbox.redeliver()
    await sandbox.until(lambda: len(hook.bodies) == 2)
    assert hook.bodies[0] == hook.bodies[1]


@pytest.mark.parametrize(
    ("secret", "why"),
    [("có dấu", "Secret token contains unallowed characters"), ("x" * 257, "Secret token is too long")],
)
async def test_a_secret_that_telegram_refuses(sandbox: Sandbox, bot: Bot, secret: str, why: str) -> None:
    with pytest.raises(BadRequest, match=f"^{why}"):
        await bot.set_webhook("http://127.0.0.1:1/hook", secret_token=secret)
    assert sandbox.telegram.webhook is None


async def test_an_address_without_a_host_is_no_webhook(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="invalid webhook url specified"):
        await bot.set_webhook("nowhere")


async def test_what_is_pending_can_be_dropped(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.person("An").says("một")
    await bot.delete_webhook(drop_pending_updates=True)
    assert sandbox.pending == []


async def test_a_poller_that_hung_up_takes_nothing_with_it(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    an.says("một")
    [update] = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    poll = asyncio.create_task(bot.get_updates(offset=update.update_id + 1, timeout=30))
    await sandbox.until(lambda: sandbox.polled)
    poll.cancel()
    await sandbox.until(lambda: not sandbox.polled)
    sandbox.redeliver()
    assert texts(await bot.get_updates()) == ["một"]
