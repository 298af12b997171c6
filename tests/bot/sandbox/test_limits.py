from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot
from telegram.error import RetryAfter

from bot.sandbox import Limits, Rate, Sandbox
from bot.sandbox.limits import Limiter
from bot.sandbox.refusals import Refused
from tests.bot.sandbox.conftest import bot_of


class HeldClock:
    """Moves only when told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest_asyncio.fixture
async def strict(clock: HeldClock) -> AsyncIterator[tuple[Sandbox, Bot]]:
    """A sandbox with Telegram's own limits."""
    async with Sandbox(clock=clock) as sandbox, bot_of(sandbox) as bot:
        yield sandbox, bot


async def test_a_private_chat_takes_a_short_burst_and_then_one_a_second(
    strict: tuple[Sandbox, Bot], clock: HeldClock
) -> None:
    sandbox, bot = strict
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    for _ in range(5):
        await bot.send_message(an.id, "x")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(an.id, "x")
    assert refused.value.retry_after == timedelta(seconds=1)
    await bot.send_message(binh.id, "x")
    clock.now += 1
    await bot.send_message(an.id, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(an.id, "x")
    assert len(sandbox.sent(an)) == 6


async def test_a_group_takes_twenty_a_minute_edits_among_them(
    strict: tuple[Sandbox, Bot], clock: HeldClock
) -> None:
    sandbox, bot = strict
    group = sandbox.group("Tổ 3", [sandbox.person("An")])
    messages = [await bot.send_message(group.id, "x") for _ in range(19)]
    await messages[0].edit_text("y")
    with pytest.raises(RetryAfter) as refused:
        await messages[1].edit_text("y")
    assert refused.value.retry_after == timedelta(seconds=3)
    clock.now += 3
    await messages[1].edit_text("y")


async def test_what_is_sent_unasked_is_held_to_thirty_a_second_overall(strict: tuple[Sandbox, Bot]) -> None:
    sandbox, bot = strict
    people = [sandbox.person(f"Người {number}") for number in range(31)]
    for person in people[:30]:
        await bot.send_message(person.id, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(people[30].id, "x")
    asked = people[30].says("Hỏi")
    await bot.send_message(people[30].id, "Đáp", reply_to_message_id=asked.id)


async def test_a_refusal_names_the_seconds_in_words_and_parameters(strict: tuple[Sandbox, Bot]) -> None:
    sandbox, bot = strict
    an = sandbox.person("An")
    for _ in range(5):
        await bot.send_message(an.id, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(an.id, "x")
    assert str(sandbox.calls[-1]) == "sendMessage 429 Too Many Requests: retry after 1"


@given(st.lists(st.floats(0, 5), max_size=60), st.integers(1, 5), st.integers(1, 10))
def test_no_more_than_the_burst_and_the_rate_ever_get_through(
    gaps: list[float], rate: int, burst: int
) -> None:
    clock = HeldClock()
    limiter = Limiter(Limits(Rate(rate, 1, burst), None, None), clock)
    sent = 0
    for gap in gaps:
        clock.now += gap
        try:
            limiter.spend(1, private=True, unasked=False)
        except Refused:
            continue
        sent += 1
    assert sent <= burst + rate * sum(gaps) + 1e-6


@given(st.integers(1, 30), st.integers(1, 60), st.integers(1, 30))
def test_who_waits_as_told_gets_through(messages: int, seconds: int, burst: int) -> None:
    clock = HeldClock()
    limiter = Limiter(Limits(Rate(messages, seconds, burst), None, None), clock)
    for _ in range(3 * burst):
        try:
            limiter.spend(1, private=True, unasked=False)
        except Refused as refused:
            clock.now += refused.parameters["retry_after"]
            limiter.spend(1, private=True, unasked=False)
    assert clock.now >= 1000
