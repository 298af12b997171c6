"""Somebody who edits, offline."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

import pytest

from tests.handlers.offline import OWNER, Call, Conversation


@dataclass
class Editor:
    """Somebody who may edit; what the bot last showed them is at hand."""

    bot: Conversation
    id: int = OWNER
    shown: Call | None = None
    notice: str = ""

    async def says(self, text: str, **more: Any) -> str:
        """Send a message; the text of the last one that came of it."""
        return self._keep(await self.bot.says(text, chat=self.id, who=self.id, **more))

    async def presses(self, label: str) -> str:
        """Press the button whose label holds these words, under what was shown last; the text shown then."""
        assert self.shown
        return await self.sends(self.shown.data(label))

    async def sends(self, data: str, under: Call | None = None) -> str:
        """Press a button with this data, be it there or not."""
        return self._keep(await self.bot.presses(data, under or self.shown, who=self.id))

    def _keep(self, calls: list[Call]) -> str:
        self.notice = next(
            (str(c.params.get("text", "")) for c in calls if c.method == "answerCallbackQuery"), ""
        )
        shown = [call for call in calls if call.method in ("sendMessage", "editMessageText")]
        if shown:
            self.shown = shown[-1]
        return self.text

    @property
    def text(self) -> str:
        """What was shown last, without its markup."""
        return plain(self.shown.text) if self.shown else ""

    @property
    def labels(self) -> list[str]:
        """The buttons under what was shown last."""
        return self.shown.labels if self.shown else []


class Editing(Editor):
    """The owner, with what is shown as it is marked up; where a press shows nothing, its notice instead."""

    @property
    def page(self) -> Call | None:
        return self.shown

    @property
    def text(self) -> str:
        return self.shown.text if self.shown else ""

    def _keep(self, calls: list[Call]) -> str:
        before = self.shown
        text = super()._keep(calls)
        return text if self.shown is not before else self.notice


@pytest.fixture
def editing(bot: Conversation) -> Editing:
    return Editing(bot)


def plain(text: str) -> str:
    """HTML as text."""
    return html.unescape(re.sub(r"<[^>]+>", "", text))


@pytest.fixture
def editor(bot: Conversation) -> Editor:
    return Editor(bot)
