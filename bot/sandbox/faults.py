"""Faults on demand: what an operator rehearses and tests provoke."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus

from bot.sandbox.refusals import Refused, too_many_requests


class FaultKind(StrEnum):
    """How a call goes wrong."""

    ERROR = "error"
    RESET = "reset"
    HANG = "hang"


@dataclass
class Fault:
    """A fault of the next `times` calls (None: until cleared) of a method, in a chat or anywhere.

    With `effect` the call is carried out before its answer is lost.
    """

    method: str | None
    times: int | None = 1
    kind: FaultKind = FaultKind.ERROR
    error: int = HTTPStatus.BAD_GATEWAY
    retry_after: int = 1
    chat: int | None = None
    effect: bool = False

    def meets(self, method: str, chat: int | None) -> bool:
        """Whether this call is one to go wrong."""
        named = self.method is None or self.method.lower() == method.lower()
        return named and self.chat in {None, chat} and self.times != 0

    def refusal(self) -> Refused:
        """What the bot is told where it is told anything."""
        if self.error == HTTPStatus.TOO_MANY_REQUESTS:
            return too_many_requests(self.retry_after)
        return Refused(self.error, HTTPStatus(self.error).phrase)


class Faults:
    """The faults that are still to happen, in the order they were asked for."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Let calls go wrong."""
        self._faults.append(fault)

    def clear(self) -> None:
        """Let all be well."""
        self._faults.clear()

    def next(self, method: str, chat: int | None) -> Fault | None:
        """The fault of this call, if it has one; counted off."""
        fault = next((fault for fault in self._faults if fault.meets(method, chat)), None)
        if fault and fault.times is not None:
            fault.times -= 1
        return fault
