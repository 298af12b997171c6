"""When each chat may be sent its next notice: one a second in private, twenty a minute in a group.

Answers count towards the same limits and are not kept waiting: a chat's notices go one at a
time, evenly, and while a chat has to wait, others are told.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.buckets import Buckets
from bot.delivery import GROUP_INTERVAL, PRIVATE_INTERVAL

_MOST = 5_000
"""So many chats are remembered before those that wait no more are let go of."""


class Turns:
    """Hands out turns, chat by chat."""

    def __init__(self, chats: Buckets[int | str], *, clock: Callable[[], float] = time.monotonic) -> None:
        """`chats` are the limits that answers keep to; `clock` is theirs."""
        self._chats = chats
        self._clock = clock
        self._not_before: dict[int, float] = {}
        self._called: set[int] = set()

    def is_waiting(self, chat: int) -> bool:
        """Whether a chat is to be sent nothing yet."""
        return self._not_before.get(chat, 0.0) > self._clock()

    def waiting(self) -> list[int]:
        """The chats that are to be sent nothing yet."""
        now = self._clock()
        self._not_before = {chat: at for chat, at in self._not_before.items() if at > now}
        return list(self._not_before)

    def is_next(self, chat: int) -> bool:
        """Whether it is a chat's turn, which `done` ends; if not, the chat is waiting until it is."""
        if chat in self._called:
            self._called.discard(chat)
            return True
        if pause := self._chats[chat].reserve():
            self._called.add(chat)  # the place is taken, and comes up then
            self._not_before[chat] = self._clock() + pause
        return not pause

    def done(self, chat: int) -> None:
        """A chat has been sent its notice."""
        if len(self._not_before) >= _MOST:
            self.waiting()
        interval = GROUP_INTERVAL if chat < 0 else PRIVATE_INTERVAL
        self._not_before[chat] = self._clock() + interval

    def hold(self, chat: int, seconds: float) -> None:
        """Telegram wants a chat to be left alone, by answers too."""
        self._chats[chat].hold(seconds)
