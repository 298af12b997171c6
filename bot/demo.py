"""`hoidap demo`: the real bot on a local stand-in for Telegram, with people to talk to it in a chat page."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import click

from bot import logs
from bot.running import run
from bot.sandbox import Sandbox
from bot.settings import Settings, SettingsError


def demo(database: Path, port: int) -> None:
    """Serve the page and the bot until interrupted; port 0 takes a free one.

    Raises SettingsError and StoreError as the bot does, SettingsError too where the port is taken.
    """
    try:
        asyncio.run(_demo(database, port))
    except OSError as error:
        raise SettingsError(f"--port is {port}: {error.strerror}; --port 0 takes a free one") from None


async def _demo(database: Path, port: int) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with Sandbox(port=port) as sandbox:
        owner = _people(sandbox)
        click.echo(f"Mở trang này để trò chuyện với bot: {sandbox.api_base}/  (Ctrl-C để dừng)")
        settings = _settings(sandbox, database, owner)
        logs.configure(settings.log_level, settings.secrets)
        await run(settings, stop)


def _people(sandbox: Sandbox) -> int:
    """Those who use it; the id of the one who owns the bot."""
    an, binh, lan = sandbox.person("An"), sandbox.person("Bình"), sandbox.person("Lan (chủ bot)")
    sandbox.group("Tổ dân phố số 3", members=[an, binh, lan], admins=[lan])
    return lan.id


def _settings(sandbox: Sandbox, database: Path, owner: int) -> Settings:
    """What the environment sets for the real bot does not hold here."""
    return Settings.read(
        HOIDAP_TOKEN=sandbox.token,
        api_base=sandbox.api_base,
        database=database,
        owners=frozenset({owner}),
        webhook_url=None,
        webhook_secret=None,
        listen=None,
        log_level="WARNING",
    )
