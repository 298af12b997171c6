"""How much a bot may send, as token buckets over a clock that tests can hold."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.refusals import too_many_requests

Clock = Callable[[], float]
ROUNDING = 1e-6


@dataclass(frozen=True)
class Rate:
    """So many messages in so many seconds, and at once at most `burst`."""

    messages: float
    seconds: float
    burst: int


@dataclass(frozen=True)
class Limits:
    """Telegram's limits; None lifts one. `overall` binds what is sent unasked, not replies."""

    private: Rate | None = Rate(1, 1, burst=5)
    group: Rate | None = Rate(20, 60, burst=20)
    overall: Rate | None = Rate(30, 1, burst=30)


NO_LIMITS = Limits(private=None, group=None, overall=None)


@dataclass
class _Bucket:
    rate: Rate
    filled_at: float
    level: float = field(init=False)

    def __post_init__(self) -> None:
        self.level = self.rate.burst

    def wait(self, now: float) -> float:
        gained = (now - self.filled_at) * self.rate.messages / self.rate.seconds
        self.level = min(self.level + gained, self.rate.burst)
        self.filled_at = now
        return max(1 - self.level, 0) * self.rate.seconds / self.rate.messages


class Limiter:
    """Counts what is sent against the limits."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._buckets: dict[int | None, _Bucket] = {}

    def spend(self, chat: int, *, private: bool, unasked: bool) -> None:
        """Count one message; raises `Refused` with the seconds to wait where it is one too many."""
        rates: dict[int | None, Rate | None] = {chat: self._limits.private if private else self._limits.group}
        if unasked:
            rates[None] = self._limits.overall
        now = self._clock()
        buckets = [self._bucket(key, rate, now) for key, rate in rates.items() if rate]
        wait = max((bucket.wait(now) for bucket in buckets), default=0)
        if wait > ROUNDING:
            raise too_many_requests(max(math.ceil(wait), 1))
        for bucket in buckets:
            bucket.level -= 1

    def _bucket(self, key: int | None, rate: Rate, now: float) -> _Bucket:
        return self._buckets.setdefault(key, _Bucket(rate, now))
