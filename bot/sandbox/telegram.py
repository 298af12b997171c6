"""The stand-in itself: everything a call of the bot or a deed of a person works on."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from bot.sandbox.faults import Fault, Faults
from bot.sandbox.limits import Clock, Limiter, Limits
from bot.sandbox.refusals import Refused
from bot.sandbox.updates import Updates
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import User, World

Json = dict[str, Any]
Scope = tuple[Any, ...]
"""Where a menu of commands is shown: kind of scope, chat, member, language."""


@dataclass(eq=False)
class Call:
    """One call of the bot: what it asked, when (by the clock), and what it was told.

    `outcome` is the HTTP status, or "reset" or "hang"; None while it is under way.
    """

    method: str
    params: Json
    at: float
    outcome: int | str | None = None
    description: str = ""

    @property
    def chat(self) -> int | None:
        """The chat it is about."""
        try:
            return int(self.params["chat_id"])
        except (KeyError, TypeError, ValueError):
            return None

    def __str__(self) -> str:
        return f"{self.method} {self.outcome} {self.description}".strip()


@dataclass(eq=False)
class Query:
    """A pressed button or an inline question that waits for the bot's answer."""

    id: str
    asked_at: float
    about: Json
    answer: Json | None = None


@dataclass(eq=False)
class Telegram:
    """The state of the stand-in, and its settings."""

    bot: User
    limits: Limits
    clock: Clock
    query_lifetime: float
    inline_feedback: bool
    world: World = field(init=False)
    limiter: Limiter = field(init=False)
    updates: Updates = field(init=False)
    faults: Faults = field(default_factory=Faults)
    webhook: Webhook | None = None
    calls: list[Call] = field(default_factory=list)
    commands: dict[Scope, list[Json]] = field(default_factory=dict)
    profile: dict[str, str] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    inline_cache: dict[tuple[Any, ...], tuple[float, Json]] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(time.time_ns()))

    def __post_init__(self) -> None:
        self.world = World(self.bot)
        self.updates = Updates(lambda: self.world.tell("updates"))
        self.limiter = Limiter(self.limits, self.clock)

    @contextmanager
    def recorded(self, method: str, params: Json) -> Iterator[Call]:
        """Keep a record of a call; what is refused meanwhile is its outcome."""
        call = Call(method, params, self.clock())
        self.calls.append(call)
        try:
            yield call
            call.outcome = call.outcome or HTTPStatus.OK
        except Refused as refusal:
            call.outcome, call.description = refusal.code, refusal.description
            raise
        finally:
            self.world.tell("call", call=call)

    def fault_of(self, call: Call) -> Fault | None:
        """The fault this call is to have, if any."""
        return self.faults.next(call.method, call.chat)

    def file(self, number: str) -> tuple[str, bytes]:
        """A file's name and content. Raises `Refused` where there is none."""
        if number not in self.world.files:
            raise Refused(HTTPStatus.NOT_FOUND, "Not Found")
        return self.world.files[number]

    def number(self) -> str:
        """A number that nothing else has, in this run or another."""
        return str(next(self._numbers))

    def ask(self, about: Json) -> Query:
        """Open a query that the bot is to answer in time."""
        query = Query(self.number(), self.clock(), about)
        self.queries[query.id] = query
        return query

    def waiting(self, number: str) -> Query | None:
        """The query with this id, if it may still be answered."""
        query = self.queries.get(number)
        if not query or query.answer is not None or self.clock() - query.asked_at > self.query_lifetime:
            return None
        return query

    def close(self, query: Query, answer: Json) -> None:
        """Give a query its answer."""
        query.answer = answer
        self.world.tell("answered", query=query)


Method = Callable[..., Any]
METHODS: dict[str, Method] = {}
"""The methods of the Bot API by their name in small letters: Telegram does not tell cases apart."""


def method(function: Method) -> Method:
    """Serve a function as the method of the Bot API that its name spells in snake case."""
    METHODS[function.__name__.replace("_", "")] = function
    return function
