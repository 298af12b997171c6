"""Changing packs, and looking at the notices that come of it."""

from bot.sandbox.telegram_html import parse_html
from handlers.notices import compose, note_seen
from knowledge.store import outbox
from tests.handlers.offline import BOT, Call

GROUP = -100200
SUOI_RAM = "suoi-ram-2025-02-03.yaml"


async def told(bot, chat=11):
    """What the outbox has for a chat now, as it is sent; None where nothing is left to tell."""
    desk, now = bot.desk, bot.desk.clock()
    due = await desk.worker.run(lambda connection: outbox.begin(connection, outbox.next_due(connection, now)))
    if not due:
        raise AssertionError("nothing is due")
    assert {row.chat for row in due} == {chat}
    notice = await compose(desk, due, BOT["username"])
    await desk.worker.run(lambda connection: outbox.sent(connection, due, 1, now))
    if notice is None:
        return None
    await desk.worker.run(lambda connection: note_seen(connection, notice, due[0], now))
    params = {"chat_id": chat, "text": notice.html[0], "reply_markup": notice.keyboard.to_json()}
    return Call("sendMessage", params, bot.request._result("sendMessage", params))


def read(html):
    return parse_html(html)[0]
