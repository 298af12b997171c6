"""The bot on a stand-in for Telegram, as a process of its own with an address of its own."""

import socket
import subprocess
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from bot.sandbox import NO_LIMITS, Sandbox


@pytest_asyncio.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A stand-in for Telegram that refuses nothing for being too quick."""
    async with Sandbox(limits=NO_LIMITS) as sandbox:
        yield sandbox


@pytest.fixture
def free_port() -> Callable[[], int]:
    """Ports that nobody serves on."""

    def free_port() -> int:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            return int(free.getsockname()[1])

    return free_port


@pytest.fixture
def listen(free_port: Callable[[], int]) -> str:
    """host:port for the bot to serve on."""
    return f"127.0.0.1:{free_port()}"


@pytest.fixture
def settings(sandbox: Sandbox, listen: str) -> dict[str, str]:
    """The variables that make the bot run there."""
    return {"HOIDAP_TOKEN": sandbox.token, "HOIDAP_API_BASE": sandbox.api_base, "HOIDAP_LISTEN": listen}


@pytest.fixture
def start_bot(
    start: Callable[..., subprocess.Popen[bytes]],
    environment: dict[str, str],
    settings: dict[str, str],
    store: Path,
) -> Callable[..., subprocess.Popen[bytes]]:
    """Start the bot there, on a store with our packs."""

    def start_bot(**variables: str) -> subprocess.Popen[bytes]:
        environment.update(settings, HOIDAP_DATABASE=str(store), **variables)
        return start("run", stderr=subprocess.DEVNULL)

    return start_bot
