"""Token buckets: a burst at once, then a steady rate."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Bucket:
    """Allows `burst` at once and one more every `interval` seconds; callers reserve and wait their turn."""

    def __init__(self, burst: int, interval: float, clock: Callable[[], float]) -> None:
        """Begin full. `clock` tells seconds that never go back."""
        self._interval = interval
        self._span = (burst - 1) * interval
        self._clock = clock
        self._next = clock() - self._span

    def reserve(self) -> float:
        """Take the next place; the seconds to wait until it comes up."""
        now = self._clock()
        at = max(self._next, now - self._span)
        self._next = at + self._interval
        return max(0.0, at - now)

    def hold(self, seconds: float) -> None:
        """Nothing more for so long, and no burst after it."""
        self._next = max(self._next, self._clock() + seconds)

    @property
    def is_full(self) -> bool:
        """Whether it is as good as new."""
        return self._next <= self._clock() - self._span


class Buckets(Generic[Key]):
    """A bucket for each key, made when it is first asked for; those as good as new are let go of now and then."""

    def __init__(self, make: Callable[[Key], Bucket], most: int = 5_000) -> None:
        """Look for buckets to let go of whenever there are `most`."""
        self._make = make
        self._most = most
        self._kept: dict[Key, Bucket] = {}

    def __getitem__(self, key: Key) -> Bucket:
        if key not in self._kept:
            if len(self._kept) >= self._most:
                self._kept = {key: bucket for key, bucket in self._kept.items() if not bucket.is_full}
            self._kept[key] = self._make(key)
        return self._kept[key]

    def __len__(self) -> int:
        return len(self._kept)
