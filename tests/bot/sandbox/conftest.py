"""A sandbox that is up, and a Bot of python-telegram-bot's that talks to it."""

from collections.abc import AsyncIterator

import pytest_asyncio
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.sandbox import NO_LIMITS, Sandbox


@pytest_asyncio.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """Without limits: what they refuse has tests of its own."""
    async with Sandbox(limits=NO_LIMITS) as sandbox:
        yield sandbox


def bot_of(sandbox: Sandbox) -> Bot:
    """A Bot on the sandbox; to be entered."""
    return Bot(
        sandbox.token,
        base_url=f"{sandbox.api_base}/bot",
        base_file_url=f"{sandbox.api_base}/file/bot",
        request=_client(),
        get_updates_request=_client(),
    )


def _client() -> HTTPXRequest:
    # reading the certificates takes longer than most tests, and nothing here is encrypted
    return HTTPXRequest(httpx_kwargs={"verify": False, "trust_env": False})


@pytest_asyncio.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    """python-telegram-bot's own client."""
    async with bot_of(sandbox) as bot:
        yield bot
