import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TimedOut

from bot.sandbox import Sandbox


async def test_a_fault_meets_as_many_calls_as_it_was_asked_for(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    sandbox.fault("sendMessage", times=2, error=429, retry_after=7)
    for _ in range(2):
        with pytest.raises(RetryAfter) as refused:
            await bot.send_message(an.id, "x")
        assert refused.value.retry_after == timedelta(seconds=7)
    await bot.send_message(an.id, "x")
    assert [call.outcome for call in sandbox.calls if call.method == "sendMessage"] == [429, 429, 200]


async def test_a_fault_of_one_chat_or_method_leaves_the_others_alone(sandbox: Sandbox, bot: Bot) -> None:
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    sandbox.fault("sendMessage", times=None, chat=an)
    await bot.send_message(binh.id, "x")
    await bot.send_chat_action(an.id, "typing")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(an.id, "x")
    sandbox.heal()
    await bot.send_message(an.id, "x")


async def test_every_call_fails_where_no_method_is_named(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.fault(times=None, error=503)
    with pytest.raises(NetworkError, match="Service Unavailable"):
        await bot.get_me()
    with pytest.raises(NetworkError, match="Service Unavailable"):
        await bot.get_updates()


@pytest.mark.parametrize("effect", [False, True])
async def test_a_broken_connection_leaves_the_message_sent_or_not(
    sandbox: Sandbox, bot: Bot, *, effect: bool
) -> None:
    an = sandbox.person("An")
    sandbox.fault("sendMessage", kind="reset", effect=effect)
    with pytest.raises(NetworkError):
        await bot.send_message(an.id, "x")
    assert len(sandbox.sent(an)) == effect
    assert sandbox.calls[-1].outcome == "reset"


@pytest.mark.parametrize("effect", [False, True])
async def test_an_answer_that_never_comes_leaves_the_message_sent_or_not(
    sandbox: Sandbox, bot: Bot, *, effect: bool
) -> None:
    an = sandbox.person("An")
    sandbox.fault("sendMessage", kind="hang", effect=effect)
    with pytest.raises(TimedOut):
        await bot.send_message(an.id, "x", read_timeout=0.05)
    assert len(sandbox.sent(an)) == effect
    assert sandbox.calls[-1].outcome == "hang"


async def test_a_hanging_call_ends_with_the_sandbox() -> None:
    async with Sandbox() as sandbox:
        sandbox.fault(kind="hang")
        reader, writer = await asyncio.open_connection(*sandbox.address)
        writer.write(f"GET /bot{sandbox.token}/getMe HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        await sandbox.until(lambda: sandbox.calls and sandbox.calls[-1].outcome == "hang")
    assert await reader.read() == b""
    writer.close()
