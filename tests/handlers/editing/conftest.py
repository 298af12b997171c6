from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from tests.handlers.offline import OWNER, Call, Conversation


@dataclass
class Editing:
    """The owner, editing: what they say and press, and the page that comes of it."""

    bot: Conversation
    page: Call | None = None

    async def says(self, text: str = "", **more: Any) -> str:
        """Say something; the last text that came of it."""
        return self._seen(await self.bot.says(text, chat=OWNER, who=OWNER, **more))

    async def presses(self, label: str, **more: Any) -> str:
        """Press a button of the page; the last text that came of it, or the notice."""
        assert self.page is not None
        return self._seen(await self.bot.presses(self.page.data(label), self.page, who=OWNER, **more))

    @property
    def labels(self) -> list[str]:
        assert self.page is not None
        return self.page.labels

    def _seen(self, calls: list[Call]) -> str:
        pages = [call for call in calls if call.method in ("sendMessage", "editMessageText")]
        if pages:
            self.page = pages[-1]
            return self.page.text
        return str(calls[-1].params.get("text", ""))


@pytest.fixture
def editing(bot: Conversation) -> Editing:
    return Editing(bot)
