"""The real bot, as a process of its own, on the stand-in for Telegram over HTTP."""

from __future__ import annotations

import asyncio
import resource
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

import pytest
import pytest_asyncio

from bot.sandbox import NO_LIMITS, Person, Sandbox

UP = 60.0
"""Seconds that a busy machine may take to start the bot."""


class Bot:
    """A bot that can be started, stopped and killed, on one store."""

    def __init__(self, sandbox: Sandbox, store: Path, folder: Path, environment: dict[str, str]) -> None:
        self.sandbox = sandbox
        self.store = store
        self.log = folder / "bot.log"
        self._folder = folder
        self._environment = environment
        self.settings = {
            "HOIDAP_TOKEN": sandbox.token, "HOIDAP_API_BASE": sandbox.api_base, "HOIDAP_DATABASE": str(store),
        }  # fmt: skip
        self.process: asyncio.subprocess.Process | None = None

    async def begin(self, *, most_file: int | None = None, **settings: str) -> None:
        """Start the process; with `most_file` no file of its may grow beyond so many bytes."""
        self.settings |= settings
        limit = (
            (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most_file, most_file))) if most_file else None
        )
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot.main", "run", cwd=self._folder, stdout=log, stderr=log,
                env={**self._environment, **self.settings}, preexec_fn=limit,
            )  # fmt: skip

    async def start(self, *, most_file: int | None = None, **settings: str) -> None:
        """Start it and wait until it takes updates."""
        called = len(self.sandbox.calls)
        await self.begin(most_file=most_file, **settings)
        ready = "setWebhook" if "HOIDAP_WEBHOOK_URL" in self.settings else "getUpdates"
        await self.sandbox.until(
            lambda: any(call.method == ready for call in self.sandbox.calls[called:]),
            timeout=UP,
            what=self.logged,
        )

    @property
    def logged(self) -> str:
        """All it wrote, in all its lives."""
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""

    async def kill(self) -> None:
        """End it without warning."""
        assert self.process
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """Tell it to stop, as systemd and containers do; its exit code, given within the five seconds promised."""
        assert self.process
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), 5)

    async def end(self) -> int:
        """Wait until it ends by itself; its exit code."""
        assert self.process
        return await asyncio.wait_for(self.process.wait(), UP)


@pytest_asyncio.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """Without limits; those have tests of their own."""
    async with Sandbox(limits=NO_LIMITS) as sandbox:
        yield sandbox


@pytest_asyncio.fixture
async def bot(sandbox: Sandbox, store: Path, cwd: Path, environment: dict[str, str]) -> AsyncIterator[Bot]:
    """Not started yet; ends with the test."""
    bot = Bot(sandbox, store, cwd, environment)
    yield bot
    if bot.process and bot.process.returncode is None:
        with suppress(ProcessLookupError):
            bot.process.kill()
        await bot.process.wait()


@pytest.fixture
def webhook() -> Callable[[str], dict[str, str]]:
    """Settings for a webhook on a free port, with this path."""

    def settings(path: str = "/hook") -> dict[str, str]:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            listen = f"127.0.0.1:{free.getsockname()[1]}"
        return {
            "HOIDAP_WEBHOOK_URL": f"http://{listen}{path}", "HOIDAP_WEBHOOK_SECRET": "s3cret-of-ours",
            "HOIDAP_LISTEN": listen,
        }  # fmt: skip

    return settings


@pytest.fixture
def an(sandbox: Sandbox) -> Person:
    """Somebody to talk to the bot."""
    return sandbox.person("An")


@pytest.fixture
def binh(sandbox: Sandbox) -> Person:
    """Somebody else."""
    return sandbox.person("Bình")
