"""Calls of the Bot API as a client without scruples makes them, and the keyboards they carry."""

from typing import Any

import httpx
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox import Sandbox


async def call(sandbox: Sandbox, method: str, **params: Any) -> dict[str, Any]:
    """A call as a client without scruples sends it."""
    async with httpx.AsyncClient(trust_env=False) as client:
        response = await client.post(f"{sandbox.api_base}/bot{sandbox.token}/{method}", json=params)
        told = response.json()
        assert response.status_code == (200 if told["ok"] else told["error_code"])
        return dict(told)


async def refusal(sandbox: Sandbox, method: str, **params: Any) -> str:
    """The description that a call is refused with."""
    told = await call(sandbox, method, **params)
    assert not told["ok"]
    return str(told["description"])


def keyboard(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(rows)


def button(text: str = "x", data: str = "d") -> InlineKeyboardButton:
    return InlineKeyboardButton(text, callback_data=data)
