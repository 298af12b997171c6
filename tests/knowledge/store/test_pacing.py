from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.store.following import Preference
from knowledge.store.pacing import due_at

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
HOUR = timedelta(hours=1)

hours = st.integers(0, 23)
quiet = st.none() | st.tuples(hours, hours)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  hypothesis adds the zone
zones = st.sampled_from([VIETNAM, UTC, ZoneInfo("Asia/Kathmandu"), ZoneInfo("Asia/Tokyo")])


@st.composite
def preferences(draw, paces=("at_once", "daily", "weekly")):
    start, end = draw(quiet) or (None, None)
    return Preference(
        pace=draw(st.sampled_from(paces)), hour=draw(hours), weekday=draw(st.integers(0, 6)),
        quiet_from=start, quiet_to=end,
    )  # fmt: skip


def is_quiet(preference, moment, zone):
    """Walks through the quiet hours one by one."""
    if preference.quiet_from is None:
        return False
    hour = preference.quiet_from
    while hour != preference.quiet_to:
        if moment.astimezone(zone).hour == hour:
            return True
        hour = (hour + 1) % 24
    return False


@given(preferences(), moments, zones)
def test_nothing_is_due_in_quiet_hours_or_before_it_came_up(preference, now, zone):
    due = due_at(preference, now, zone)
    assert (due >= now, is_quiet(preference, due, zone), due.tzinfo) == (True, False, UTC)


@given(preferences(paces=["at_once"]), moments, zones)
def test_what_is_told_at_once_waits_for_nothing_but_the_end_of_quiet_hours(preference, now, zone):
    due = due_at(preference, now, zone)
    if is_quiet(preference, now, zone):
        local = due.astimezone(zone)
        assert (local.hour, local.minute, due - now <= 24 * HOUR) == (preference.quiet_to, 0, True)
        assert all(is_quiet(preference, now + n * HOUR, zone) for n in range(int((due - now) / HOUR)))
    else:
        assert due == now


@given(preferences(paces=["daily", "weekly"]), moments, zones)
def test_a_digest_comes_at_its_hour_or_when_quiet_hours_after_it_end(preference, now, zone):
    due = due_at(preference, now, zone)
    local = due.astimezone(zone)
    meant = local.replace(hour=preference.hour)
    if meant > local:
        meant -= timedelta(days=1)
    assert (local.minute, local.second, local.microsecond) == (0, 0, 0)
    assert local == meant or (local.hour == preference.quiet_to and is_quiet(preference, meant, zone))
    assert due - now <= timedelta(days=1 if preference.pace == "daily" else 7)
    if preference.pace == "weekly":
        assert meant.weekday() == preference.weekday


@pytest.mark.parametrize(
    ("preference", "now", "due"),
    [
        (Preference(), "2025-03-04 12:34", "2025-03-04 12:34"),
        (Preference(quiet_from=22, quiet_to=6), "2025-03-04 21:59", "2025-03-04 21:59"),
        (Preference(quiet_from=22, quiet_to=6), "2025-03-04 22:00", "2025-03-05 06:00"),
        (Preference(quiet_from=22, quiet_to=6), "2025-03-05 05:59", "2025-03-05 06:00"),
        (Preference(quiet_from=22, quiet_to=6), "2025-03-05 06:00", "2025-03-05 06:00"),
        (Preference(quiet_from=12, quiet_to=14), "2025-03-04 13:00", "2025-03-04 14:00"),
        (Preference(quiet_from=5, quiet_to=5), "2025-03-04 05:30", "2025-03-04 05:30"),
        (Preference("daily", hour=7), "2025-03-04 07:00", "2025-03-04 07:00"),
        (Preference("daily", hour=7), "2025-03-04 07:01", "2025-03-05 07:00"),
        (Preference("daily", hour=23, quiet_from=22, quiet_to=6), "2025-03-05 01:00", "2025-03-05 06:00"),
        (Preference("weekly", hour=7, weekday=2), "2025-03-04 12:00", "2025-03-05 07:00"),
        (Preference("weekly", hour=7, weekday=1), "2025-03-04 12:00", "2025-03-11 07:00"),
        (Preference("weekly", hour=23, weekday=6, quiet_from=22, quiet_to=6), "2025-03-10 01:00", "2025-03-10 06:00"),
    ],
)  # fmt: skip
def test_hours_are_those_of_the_clocks_where_people_are(preference, now, due):
    now, due = (datetime.fromisoformat(text).replace(tzinfo=VIETNAM) for text in (now, due))
    assert due_at(preference, now.astimezone(UTC), VIETNAM) == due
