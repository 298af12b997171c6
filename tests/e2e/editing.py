"""What end-to-end tests of editing share."""

from __future__ import annotations

from pathlib import Path

from bot.sandbox import Message, Person, Sandbox
from tests.e2e.conftest import Bot

BRIDGES = "Đăng Vân có bao nhiêu cầu treo?"


async def started(bot: Bot, owner: Person, **settings: str) -> Person:
    """Start the bot for its owner, who has said hello."""
    await bot.start(HOIDAP_OWNERS=str(owner.id), **settings)
    return owner


async def says(person: Person, text: str) -> Message:
    """The first answer to what somebody says."""
    return await person.hears(after=person.says(text))


async def presses(sandbox: Sandbox, person: Person, page: Message, label: str) -> Message:
    """Press a button; what the message with it turns into."""
    await person.presses(page, label)
    return await sandbox.edited(page)


def without(module: str, folder: Path) -> dict[str, str]:
    """Settings under which a module is not installed, as far as the bot can see."""
    hidden = folder / "hidden" / module
    hidden.mkdir(parents=True)
    (hidden / "__init__.py").write_text("raise ImportError('not installed')", encoding="utf-8")
    return {"PYTHONPATH": str(hidden.parent)}
