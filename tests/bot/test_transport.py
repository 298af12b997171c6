import pytest
from aiohttp import web
from telegram import Bot
from telegram.constants import ParseMode

from bot.transport import Transport

TEXTS = [
    "Đăng Vân có 17 cầu treo", "a+b c%20d&e=f;g#h?i/j:k@l", "dòng một\ndòng hai\r\n\tba", "🏮 “đèn” ‹lồng›", "\u202e\u200b e\u0301",
    "<b>17</b> &amp; \"hai\" 'ba'", "[]{}|\\^`~$!*(),.-_", "ạ" * 4096,
]  # fmt: skip


@pytest.fixture
async def telegram():
    """The address of what takes messages, and the forms that came in."""
    forms = []

    async def take(request):
        forms.append(dict(await request.post()))
        sent = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}
        return web.json_response({"ok": True, "result": sent})

    application = web.Application()
    application.router.add_post("/{method:.*}", take)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/bot", forms
    await runner.cleanup()


@pytest.mark.parametrize("text", TEXTS)
async def test_a_text_arrives_as_it_was_sent(telegram, text):
    address, forms = telegram
    transport = Transport(connections=1, read_timeout=10)
    await transport.initialize()
    bot = Bot("1:a", base_url=address, request=transport)
    await bot.send_message(1, text, parse_mode=ParseMode.HTML)
    await transport.shutdown()
    assert forms == [{"chat_id": "1", "text": text, "parse_mode": "HTML"}]
