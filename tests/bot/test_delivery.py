from datetime import timedelta

import aiohttp
import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.delivery import GROUP_BURST, PATIENCE, PRIVATE_BURST, Delivery
from bot.metrics import Metrics

PRIVATE, GROUP = 5, -100


class Time:
    """A clock that only sleeping moves."""

    def __init__(self):
        self.now = 0.0

    def clock(self):
        return self.now

    async def sleep(self, seconds):
        self.now += seconds


class Telegram:
    """Answers requests with these outcomes one after the other, then well; remembers when each came."""

    def __init__(self, *outcomes):
        self.time = Time()
        self.outcomes = list(outcomes)
        self.came = []
        self.delivery = Delivery(Metrics(), clock=self.time.clock, sleep=self.time.sleep)

    async def _answer(self, endpoint, data):
        self.came.append((self.time.now, endpoint, data.get("chat_id")))
        outcome = self.outcomes.pop(0) if self.outcomes else True
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def request(self, endpoint="sendMessage", chat=PRIVATE):
        data = {} if chat is None else {"chat_id": chat}
        return await self.delivery.process_request(self._answer, (endpoint, data), {}, endpoint, data, None)

    @property
    def times(self):
        return [at for at, _endpoint, _chat in self.came]


def timed_out(cause=None):
    error = TimedOut()
    error.__cause__ = cause
    return error


async def test_a_chat_that_is_told_to_wait_waits_just_that_long_and_gets_its_message():
    telegram = Telegram(RetryAfter(timedelta(seconds=30)), RetryAfter(timedelta(seconds=7)))
    assert await telegram.request() is True
    assert telegram.times == [0, 30, 37]


async def test_while_one_chat_waits_another_does_not():
    telegram = Telegram(RetryAfter(timedelta(seconds=30)))
    await telegram.request(chat=PRIVATE)
    telegram.time.now = 10.0
    await telegram.request(chat=PRIVATE + 1)
    assert telegram.came[-1][0] == 10


@pytest.mark.parametrize("error", [NetworkError("Bad Gateway"), NetworkError("ServerDisconnectedError: ")])
async def test_while_telegram_is_out_of_reach_a_message_is_tried_again_ever_more_slowly(error):
    telegram = Telegram(*[error] * 8)
    assert await telegram.request() is True
    pauses = [later - earlier for earlier, later in zip(telegram.times, telegram.times[1:], strict=False)]
    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30]


async def test_a_message_that_timed_out_is_sent_once_more_at_most():
    telegram = Telegram(timed_out(), timed_out())
    with pytest.raises(TimedOut):
        await telegram.request()
    assert len(telegram.came) == 2


@pytest.mark.parametrize("cause", [aiohttp.ConnectionTimeoutError("x")])
async def test_a_message_that_never_left_is_sent_until_it_does(cause):
    telegram = Telegram(*[timed_out(cause)] * 5)
    assert await telegram.request() is True
    assert len(telegram.came) == 6


async def test_an_edit_that_timed_out_is_made_again_for_it_changes_nothing_more():
    telegram = Telegram(*[timed_out()] * 4)
    assert await telegram.request("editMessageText") is True


@pytest.mark.parametrize("endpoint", ["answerCallbackQuery", "answerInlineQuery", "sendChatAction"])
async def test_what_is_of_no_use_later_is_tried_twice(endpoint):
    telegram = Telegram(*[NetworkError("x")] * 9)
    with pytest.raises(NetworkError):
        await telegram.request(endpoint, chat=None)
    assert len(telegram.came) == 2


@pytest.mark.parametrize("endpoint", ["getChatMember", "deleteMessage", "setMyCommands"])
async def test_whatever_is_told_to_wait_waits_just_that_long(endpoint):
    telegram = Telegram(RetryAfter(timedelta(seconds=30)), RetryAfter(7))
    assert await telegram.request(endpoint) is True
    assert telegram.times == [0, 30, 37]


async def test_an_answer_to_a_press_waits_where_it_still_ends_the_spinner():
    telegram = Telegram(RetryAfter(timedelta(seconds=3)), RetryAfter(timedelta(seconds=60)))
    with pytest.raises(RetryAfter):
        await telegram.request("answerCallbackQuery", chat=None)
    assert telegram.times == [0, 3]


@pytest.mark.parametrize("error", [BadRequest("x"), Forbidden("bot was blocked by the user")])
async def test_what_telegram_refuses_is_not_tried_again(error):
    telegram = Telegram(error)
    with pytest.raises(type(error)):
        await telegram.request()
    assert len(telegram.came) == 1


async def test_a_message_follows_its_group_to_the_new_id():
    telegram = Telegram(ChatMigrated(-200))
    await telegram.request(chat=GROUP)
    assert [chat for _at, _endpoint, chat in telegram.came] == [GROUP, -200]


async def test_an_outage_longer_than_telegram_keeps_updates_is_given_up():
    telegram = Telegram(*[NetworkError("x")] * 10_000)
    with pytest.raises(NetworkError):
        await telegram.request()
    assert PATIENCE < telegram.time.now < PATIENCE + 60


async def test_one_chat_gets_a_burst_and_then_a_message_a_second():
    telegram = Telegram()
    for _ in range(PRIVATE_BURST + 3):
        await telegram.request()
    assert telegram.times == [0] * PRIVATE_BURST + [1, 2, 3]


async def test_a_group_gets_twenty_messages_a_minute():
    telegram = Telegram()
    for _ in range(GROUP_BURST + 2):
        await telegram.request(chat=GROUP)
    assert telegram.times == [0] * GROUP_BURST + [3, 6]


async def test_pressing_a_button_is_answered_whatever_the_chat_waits_for():
    telegram = Telegram(RetryAfter(timedelta(seconds=60)))
    await telegram.request()
    telegram.time.now = 1.0
    await telegram.request("answerCallbackQuery", chat=None)
    assert telegram.times[-1] == 1
