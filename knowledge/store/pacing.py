"""When a chat is told: at once, or with its next digest, and never in its quiet hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta, tzinfo

from knowledge.store.following import Preference

_DAY = timedelta(days=1)
_WEEK = 7


def due_at(preference: Preference, now: datetime, zone: tzinfo) -> datetime:
    """The moment (in UTC) from which a chat is to be told what has come up now; hours are those of `zone`."""
    local = now.astimezone(zone)
    if preference.pace == "at_once":
        due = _after_quiet_hours(preference, local)
    else:
        moments = (_after_quiet_hours(preference, digest) for digest in _digests(preference, local))
        due = min(moment for moment in moments if moment >= local)
    return due.astimezone(UTC)


def _digests(preference: Preference, local: datetime) -> Iterator[datetime]:
    """The digests of the days around: one that quiet hours put off may have been meant for yesterday."""
    for days in range(-1, _WEEK + 1):
        day = local.date() + days * _DAY
        if preference.pace == "daily" or day.weekday() == preference.weekday:
            yield datetime.combine(day, time(preference.hour), local.tzinfo)


def end_of_quiet_hours(preference: Preference, now: datetime, zone: tzinfo) -> datetime | None:
    """The moment (in UTC) until which a chat is to be left in peace; None where it is not now."""
    local = now.astimezone(zone)
    end = _after_quiet_hours(preference, local)
    return end.astimezone(UTC) if end > local else None


def _after_quiet_hours(preference: Preference, local: datetime) -> datetime:
    start, end = preference.quiet_from, preference.quiet_to
    if start is None or end is None or not _is_between(start, end, local.hour):
        return local
    morning = datetime.combine(local.date(), time(end), local.tzinfo)
    return morning if morning > local else morning + _DAY


def _is_between(start: int, end: int, hour: int) -> bool:
    return start <= hour < end if start <= end else hour >= start or hour < end
