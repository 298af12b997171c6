"""How the store writes moments down."""

from __future__ import annotations

from datetime import UTC, datetime


def utc(moment: datetime) -> str:
    """A moment (with time zone) as the store keeps it; such texts sort by time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
