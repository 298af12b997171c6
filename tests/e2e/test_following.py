"""What people follow and how they want to be told, with the running bot on the stand-in."""

import pytest

from tests.stores import rows

BRIDGES = "Đăng Vân có bao nhiêu cầu treo?"


@pytest.fixture
def an(sandbox):
    return sandbox.person("An")


@pytest.fixture
def binh(sandbox):
    return sandbox.person("Bình")


def followed(bot):
    return rows(bot.store, "SELECT chat, thread, name, topic FROM follow ORDER BY name, topic")


async def test_following_by_words_with_lost_marks_and_slips_and_stopping_after_a_restart(bot, an):
    await bot.start()
    told = await an.hears(after=an.says("/theodoi dang van"))
    assert "Đã theo dõi Đăng Vân." in told.text
    assert (
        "Đã theo dõi Suối Rằm · Cầu treo."
        in (await an.hears(after=an.says("/theodoi cau treoo suoi ram"))).text
    )
    unknown = await an.hears(after=an.says("/subscribe Hạ Long"))
    assert "chưa có dữ liệu về Hạ Long" in unknown.text
    assert "Tất cả" in unknown.buttons
    await bot.stop()
    await bot.start()
    page = await an.hears(after=an.says("/huytheodoi"))
    assert page.buttons == ["✓ Đăng Vân", "✓ Suối Rằm · Cầu treo", "Tất cả"]
    assert "Đã thôi theo dõi Suối Rằm · Cầu treo." in (await an.presses(page, "Cầu treo")).text
    assert followed(bot) == [(an.id, 0, "dang-van", "")]
    assert "Đã thôi theo dõi Đăng Vân." in (await an.hears(after=an.says("/unsubscribe Đăng Vân"))).text
    assert followed(bot) == []


async def test_following_by_buttons_page_by_page_and_under_an_answer(sandbox, bot, an):
    await bot.start()
    page = await an.hears(after=an.says("/theodoi"))
    assert "Đã theo dõi tất cả" in (await an.presses(page, "Tất cả")).text
    page = await sandbox.edited(page)
    assert "✓ Tất cả" in page.buttons
    await an.presses(page, "Từng chủ đề")
    page = await sandbox.edited(page)
    assert "Đăng Vân · Cầu treo" in page.buttons
    answer = await an.hears(after=an.says(BRIDGES))
    assert "Đã theo dõi Đăng Vân · Cầu treo." in (await an.presses(answer, "Theo dõi")).text
    answer = await sandbox.edited(answer)
    assert answer.buttons == ["Nguồn", "Đúng", "Sai", "✓ Theo dõi Đăng Vân · Cầu treo"]
    await bot.stop()
    await bot.start()
    assert "Đã thôi theo dõi Đăng Vân · Cầu treo." in (await an.presses(answer, "Theo dõi")).text
    assert followed(bot) == [(an.id, 0, "", "")]


async def test_settings_are_one_message_and_outlive_the_process(sandbox, bot, an):
    await bot.start()
    page = await an.hears(after=an.says("/caidat"))
    for label in ("Mỗi tuần", "Ngày báo", "thứ Sáu", "Giờ báo", "20 giờ", "Giờ yên lặng", "Báo đính chính"):
        await an.presses(page, label)
        page = await sandbox.edited(page)
    await bot.stop()
    await bot.start()
    page = await an.hears(after=an.says("/settings"))
    assert "gộp mỗi tuần một lần, thứ Sáu lúc 20 giờ" in page.text
    assert "từ 22 giờ đến 6 giờ" in page.text
    assert "mình không báo" in page.text
    assert len(sandbox.sent(an)) == 2


async def test_only_the_administrators_of_a_group_change_what_it_follows(sandbox, bot, an, binh):
    group = sandbox.group("Tổ dân phố 3", members=[an, binh], admins=[an], forum=True)
    await bot.start()
    for command in ("/theodoi Đăng Vân", "/huytheodoi", "/caidat"):
        refused = await binh.hears(after=binh.says(command, to=group))
        assert "chỉ quản trị viên" in refused.text
    assert (
        "Đã theo dõi Đăng Vân."
        in (await an.hears(after=an.says("/theodoi Đăng Vân", to=group, thread=42))).text
    )
    page = await an.hears(after=an.says("/theodoi", to=group))
    assert "✓ Đăng Vân" in page.buttons
    assert "chỉ quản trị viên" in (await binh.presses(page, "Đăng Vân")).text
    settings = await an.hears(after=an.says("/caidat", to=group))
    assert "chỉ quản trị viên" in (await binh.presses(settings, "Mỗi ngày")).text
    answer = await binh.hears(after=binh.says(f"/hoi {BRIDGES}", to=group))
    assert "chỉ quản trị viên" in (await binh.presses(answer, "Theo dõi")).text
    assert "Đã theo dõi" in (await an.presses(answer, "Theo dõi")).text
    assert followed(bot) == [(group.id, 42, "dang-van", ""), (group.id, 0, "dang-van", "cau-treo")]
    assert rows(bot.store, "SELECT chat FROM preference") == []
