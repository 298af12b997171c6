import re
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.telegram_html import parse_html
from handlers.keyboards import pressed
from handlers.settings_page import settings
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.store.following import Preference
from tests.handlers.offline import conversation
from tests.stores import edited, rows

GROUP = -100200


async def opened(bot, **where):
    return (await bot.says("/caidat", **where))[-1]


async def pressing(bot, page, *labels):
    """The page after these buttons were pressed, one after the other."""
    for label in labels:
        page, *_notice = await bot.presses(page.data(label), page)
    return page


@pytest.mark.parametrize("command", ["/caidat", "/settings"])
async def test_the_page_says_what_holds_before_anything_was_set(bot, command):
    [page] = await bot.says(command)
    for said in ("báo ngay khi có", "Giờ yên lặng: tắt", "được đính chính: mình báo"):
        assert said in page.text
    assert page.labels == ["✓ Báo ngay", "Mỗi ngày", "Mỗi tuần", "Giờ yên lặng", "✓ Báo đính chính"]


async def test_one_message_is_changed_in_place_and_each_press_is_kept_across_a_restart(bot, open_desk):
    page = await opened(bot)
    shown, notice = await bot.presses(page.data("Mỗi tuần"), page)
    assert (shown.method, shown.id, notice.text) == ("editMessageText", page.id, "Đã lưu.")
    shown = await pressing(bot, shown, "Ngày báo", "Chủ nhật", "Giờ báo", "18 giờ")
    assert "gộp mỗi tuần một lần, Chủ nhật lúc 18 giờ" in shown.text
    restarted = await conversation(open_desk())
    assert "Chủ nhật lúc 18 giờ" in (await opened(restarted)).text
    assert restarted.desk.preference(11) == Preference("weekly", 18, 6)
    shown = await pressing(restarted, await opened(restarted), "Mỗi ngày", "Báo đính chính")
    assert "gộp mỗi ngày một lần, lúc 18 giờ" in shown.text
    assert "mình không báo" in shown.text
    assert "Báo đính chính" in shown.labels


async def test_quiet_hours_are_turned_on_set_and_turned_off(bot):
    shown = await pressing(bot, await opened(bot), "Giờ yên lặng")
    assert "từ 22 giờ đến 6 giờ" in shown.text
    hours = await pressing(bot, shown, "Yên lặng từ")
    assert ("✓ 22 giờ" in hours.labels, "6 giờ" in hours.labels) == (True, False)
    shown = await pressing(bot, hours, "21 giờ", "Yên lặng đến", "Quay lại")
    assert "từ 21 giờ đến 6 giờ" in shown.text
    shown = await pressing(bot, shown, "✓ Giờ yên lặng")
    assert "Giờ yên lặng: tắt" in shown.text
    assert bot.desk.preference(11) == Preference()


async def test_a_stale_button_sets_nothing_that_cannot_be(bot):
    page = await opened(bot)
    for data in ("1c:f:3", "1c:t:3", "1c:h:-1", "1c:h:o", "1c:p:3", "1c:q:2"):
        [notice] = await bot.presses(data, page)
        assert "đã cũ" in notice.text
    assert bot.desk.preference(11) == Preference()


async def test_a_group_is_set_by_its_administrators_only(bot):
    bot.request.statuses |= {(GROUP, 11): "administrator", (GROUP, 12): "member"}
    assert "chỉ quản trị viên" in (await opened(bot, chat=GROUP, who=12)).text
    page = await opened(bot, chat=GROUP, who=11)
    notice = (await bot.presses(page.data("Mỗi ngày"), page, who=12))[-1]
    assert "chỉ quản trị viên" in notice.text
    assert bot.desk.preference(GROUP) == Preference()
    await bot.presses(page.data("Mỗi ngày"), page, who=11)
    assert bot.desk.preference(GROUP).pace == "daily"


async def test_following_says_how_it_will_be_told(bot):
    await pressing(bot, await opened(bot), "Mỗi ngày")
    [told] = await bot.says("/theodoi Đăng Vân")
    assert "mình báo gộp mỗi ngày một lần, lúc 7 giờ" in told.text


async def test_what_waits_comes_as_it_is_wanted_from_now_on(bot, store, packs, clock):
    await bot.says("/theodoi Suối Rằm")
    page = await opened(bot)
    await pressing(bot, page, "Mỗi tuần")
    load_packs(
        store, read_packs([edited(packs / "suoi-ram-2025-02-03.yaml", "value: 3", "value: 4")]), now=clock.now
    )
    due = []
    for label in ("Mỗi ngày", "Báo ngay"):
        await pressing(bot, page, label)
        [(moment,)] = rows(store, "SELECT due FROM outbox")
        due.append(datetime.fromisoformat(moment))
    assert due == [datetime.fromisoformat("2025-03-05T07:00+07:00"), clock.now]


preferences = st.builds(
    Preference, pace=st.sampled_from(["at_once", "daily", "weekly"]), hour=st.integers(0, 23), weekday=st.integers(0, 6),
    corrections=st.booleans(),
)  # fmt: skip
quiet = st.none() | st.tuples(st.integers(0, 23), st.integers(0, 23)).filter(lambda pair: pair[0] != pair[1])


@given(preference=preferences, hours=quiet)
def test_whatever_is_set_is_shown_and_every_button_is_one_of_ours(preference, hours):
    start, end = hours or (None, None)
    page = settings(replace(preference, quiet_from=start, quiet_to=end))
    shown, _entities = parse_html(page.html)
    told = [int(hour) for hour in re.findall(r"(\d+) giờ", shown)]
    expected = ([] if preference.pace == "at_once" else [preference.hour]) + (
        [start, end, end] if hours else []
    )
    assert told == expected
    assert all(pressed(button.callback_data) for row in page.keyboard.inline_keyboard for button in row)
