"""The running bot on another stand-in for Telegram, which sends the least that it may and answers badly."""

import asyncio
import itertools

import pytest
import pytest_asyncio

from bot.metrics import Metrics
from bot.receiving import Intake, Poller
from bot.transport import Transport
from tests.e2e.conftest import Bot
from tests.e2e.foreign import GROUP, PERSON, PRIVATE, Foreign, garbage, refusal

QUESTION, ANSWER = "Đăng Vân có bao nhiêu cầu treo?", "17 cầu treo"
UNCLEAR = "Có bao nhiêu cầu treo?"


@pytest_asyncio.fixture
async def telegram():
    async with Foreign() as foreign:
        yield foreign


@pytest_asyncio.fixture
async def bot(telegram, store, cwd, environment):
    bot = Bot(telegram, store, cwd, environment)
    yield bot
    if bot.process and bot.process.returncode is None:
        await bot.kill()


async def is_answered(telegram, text=QUESTION, chat=PRIVATE, **more):
    """A question, and its answer."""
    before = len(telegram.said(ANSWER))
    await telegram.send(message=telegram.message(text, chat, **more))
    await telegram.until(lambda: len(telegram.said(ANSWER)) > before)
    return telegram.said(ANSWER)[-1]


async def test_an_update_that_nobody_understands_keeps_back_no_other(telegram, bot):
    await bot.start()
    message = {"message_id": 5, "date": 1, "chat": PRIVATE, "text": "x"}
    for odd in (
        {},
        {"something_new": {"id": 1}},
        {"message": {"message_id": 1}},
        {"message": {**message, "chat": {"id": 1}}},
        {"message": {**message, "from": {"id": 1}}},
        {"message": {**message, "from": PERSON, "poll": {"id": 1}}},
        {"callback_query": {"id": "1", "from": PERSON}},
        {"message": {**message, "from": {**PERSON, "id": 2**70}}},
        {"message": {**message, "message_id": -(2**70)}},
    ):
        await telegram.send(**odd)
    await is_answered(telegram)


@pytest.mark.parametrize(
    "fault",
    [
        lambda: refusal(429, "Too Many Requests: retry after 1", retry_after=1),
        lambda: garbage(502),
        lambda: garbage(200, "[]"),
        lambda: garbage(200, '{"ok": true, "resu'),
    ],
)
async def test_whatever_telegram_answers_in_its_stead_the_question_is_answered(telegram, bot, fault):
    for method in ("getMe", "deleteWebhook", "getUpdates", "sendMessage"):
        telegram.fail(method, fault)
    await bot.start()
    await is_answered(telegram)


async def test_a_message_whose_receipt_is_broken_is_sent_once_more_at_most(telegram, bot):
    await bot.start()
    telegram.fail("sendMessage", *itertools.repeat(lambda: garbage(200, '{"ok": true, "resu'), 2))
    await telegram.send(message=telegram.message(QUESTION))
    await telegram.until(lambda: not telegram.faults["sendMessage"])
    await is_answered(telegram)
    assert sum(ANSWER in call.text and call.refused for call in telegram.calls) == 2


async def test_another_poller_is_outlasted(telegram, bot):
    conflict = (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    telegram.fail("getUpdates", *itertools.repeat(lambda: refusal(409, conflict), 3))
    await bot.start()
    await is_answered(telegram)


async def test_a_server_that_knows_few_methods_is_talked_to_all_the_same(telegram, bot):
    for method in ("deleteWebhook", "setMyCommands", "sendChatAction"):
        telegram.fail(method, *itertools.repeat(lambda: refusal(404, "Not Found: method not found"), 9))
    await bot.start()
    await is_answered(telegram)


@pytest.mark.parametrize("method", ["editMessageText", "answerCallbackQuery"])
async def test_a_pressed_button_has_its_effect_though_telegram_wants_a_pause(telegram, bot, method):
    await bot.start()
    await telegram.send(message=telegram.message(UNCLEAR))
    [unclear] = await telegram.until(lambda: telegram.said(method="sendMessage"))
    [data] = [data for label, data in unclear.buttons.items() if label.startswith("Đăng Vân")]
    telegram.fail(method, lambda: refusal(429, "Too Many Requests: retry after 1", retry_after=1))
    under = {"message_id": 2, "date": 1, "chat": PRIVATE}
    await telegram.send(
        callback_query={"id": "9", "from": PERSON, "chat_instance": "1", "data": data, "message": under}
    )
    await telegram.until(lambda: telegram.said(ANSWER, "editMessageText"))
    await telegram.until(lambda: telegram.said(method="answerCallbackQuery"))


async def test_a_button_under_a_message_posted_inline_ends_its_spinner(telegram, bot):
    await bot.start()
    press = {"id": "9", "from": PERSON, "chat_instance": "1", "data": "1s:1", "inline_message_id": "x"}
    await telegram.send(callback_query=press)
    [notice] = await telegram.until(lambda: telegram.said(method="answerCallbackQuery"))
    assert "Nút này đã cũ" in notice.text


async def test_in_a_supergroup_a_thread_of_replies_is_no_topic(telegram, bot):
    await bot.start()
    for text in (f"@ForeignBot {QUESTION}", f"/hoi {QUESTION}", f"/ask@foreignbot {QUESTION}"):
        answer = await is_answered(telegram, text, GROUP, message_thread_id=77)
        assert "message_thread_id" not in answer.params


async def test_whoever_chats_a_lot_in_a_group_does_not_wait_for_the_answer_to_a_question(telegram, bot):
    await bot.start()
    for _ in range(20):
        await telegram.send(message=telegram.message("Chiều nay họp nhé", GROUP))
    await is_answered(telegram, f"/hoi {QUESTION}", GROUP)
    assert len(telegram.said()) == 1


async def test_an_edit_of_what_was_never_seen_gets_an_answer(telegram, bot):
    await bot.start()
    await telegram.send(edited_message={**telegram.message(QUESTION), "edit_date": 1_700_000_001})
    await telegram.until(lambda: telegram.said(ANSWER))


async def test_updates_that_come_again_and_again_are_answered_once(telegram, bot):
    await bot.start()
    update = await telegram.send(message=telegram.message(QUESTION))
    await telegram.again(update)
    await telegram.until(lambda: telegram.said(ANSWER))
    await telegram.again(update)
    await is_answered(telegram)
    assert len(telegram.said(ANSWER)) == 2


async def test_a_server_that_says_at_once_that_there_is_nothing_is_given_a_rest(telegram):
    telegram.poll_seconds = 0.0
    rests, rested = [], asyncio.Event()

    async def rest(seconds):
        rests.append(seconds)
        if len(rests) == 3:
            rested.set()
            await asyncio.Event().wait()

    transport = Transport(connections=1, read_timeout=10)
    await transport.initialize()
    poller = Poller(
        transport, f"{telegram.api_base}/bot{telegram.token}", Intake(None, Metrics()), sleep=rest
    )
    polling = asyncio.create_task(poller.run())
    await asyncio.wait_for(rested.wait(), 30)
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    await transport.shutdown()
    assert min(rests) > 0
