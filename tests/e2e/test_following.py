"""What people follow and how they want to be told, with the running bot on the stand-in."""

import pytest

from tests.stores import edited, rows

BRIDGES = "Đăng Vân có bao nhiêu cầu treo?"


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


# ── what is told ────────────────────────────────────────────────────────────────────────

BRIDGES_OF_SUOI_RAM, LANTERNS = "Suối Rằm có bao nhiêu cầu treo?", "Suối Rằm bán bao nhiêu đèn lồng?"
LANTERNS_FACT = '{id: suoi-ram-2025/den, subject: suoi-ram, topic: den-long, kind: count, value: 9, unit: "đèn lồng", statement: "Suối Rằm bán 9 đèn lồng."}'  # fmt: skip


@pytest.fixture
def load(run, packs, bot):
    """Load a pack of the tests from another process, after these edits."""

    def load(*edits, why="báo đã đính chính"):
        for old, new in edits:
            file = edited(packs / "suoi-ram-2025-02-03.yaml", old, new)
        assert run("load", "--db", bot.store, "--why", why, file).code == 0

    return load


async def test_a_correction_is_told_at_once_to_who_follows_and_to_who_was_given_the_figure(
    bot, an, binh, load
):
    await bot.start()
    followed_by = await an.hears(after=an.says("/theodoi suoi ram"))
    given = await binh.hears(after=binh.says(BRIDGES_OF_SUOI_RAM))
    load(("value: 3", "value: 4"))
    notice = await an.hears(after=followed_by)
    told = await binh.hears(after=given)
    for one in (notice, told):
        assert one.text.startswith("Đính chính: 3 → 4 cầu treo\n")
        assert "Lý do: báo đã đính chính" in one.text
        assert "Kiều Bách, 03/02/2025, đoạn 1" in one.text
    assert "Bạn đã được cho biết con số này ngày" in told.text
    assert (notice.buttons, told.buttons) == (["Nguồn", "Thôi theo dõi"], ["Nguồn", "Thôi báo đính chính"])
    await an.presses(notice, "Nguồn")
    assert "Kiều Bách" in (await an.hears(after=notice)).text
    assert "Đã thôi theo dõi Suối Rằm." in (await an.presses(notice, "Thôi theo dõi")).text
    assert "Đã thôi báo đính chính" in (await binh.presses(told, "Thôi báo đính chính")).text


async def test_who_posted_a_figure_and_the_group_it_stands_in_are_told_of_its_correction(
    sandbox, bot, an, binh, load
):
    group = sandbox.group("Tổ dân phố 3", members=[an, binh], admins=[an])
    await bot.start()
    [offered, *_] = await an.inline(BRIDGES_OF_SUOI_RAM)
    posted = an.posts(offered, to=group)
    await sandbox.until(lambda: not sandbox.pending)
    load(("value: 3", "value: 4"))
    assert (await an.hears(after=posted)).text.startswith("Đính chính: 3 → 4 cầu treo\n")
    await sandbox.until(lambda: sandbox.sent(an))
    assert sandbox.sent(an)[-1].text.startswith("Đính chính: 3 → 4 cầu treo\n")


async def test_what_was_posted_where_the_bot_is_not_is_put_right_there_also_after_restarts(
    sandbox, bot, an, load
):
    group = sandbox.group("Nhóm khác", members=[an])
    group.removes_bot()
    await bot.start()
    [offered, *_] = await an.inline(BRIDGES_OF_SUOI_RAM)
    await bot.stop()
    await bot.start()
    posted = an.posts(offered, to=group)
    await sandbox.until(lambda: not sandbox.pending)
    an.blocks_bot()
    await sandbox.until(lambda: not sandbox.pending)
    await bot.stop()
    load(("value: 3", "value: 4"), why="báo đã đính chính")
    await bot.start()
    corrected = await sandbox.edited(posted)
    head, answer = corrected.text.split("\n\n")
    assert head == "Suối Rằm · Cầu treo. Đính chính: 3 → 4 cầu treo\nLý do: báo đã đính chính"
    assert answer.startswith("4 cầu treo\n")
    assert "Kiều Bách, 03/02/2025" in answer
    assert corrected.buttons == ["Nguồn"]


async def test_a_burst_of_changes_is_one_message_that_is_edited(sandbox, bot, an, load):
    await bot.start()
    await an.hears(after=an.says("/theodoi suoi ram"))
    load(("value: 3", "value: 4"))
    notice = await an.hears(containing="3 → 4")
    load(("value: 4", "value: 5"), ("mở sau Tết", "mở trước Tết"))
    notice = await sandbox.edited(notice)
    assert notice.text.startswith("2 thay đổi trong bài báo về mùa hội ở xã Suối Rằm\n")
    assert "3 → 5 cầu treo" in notice.text
    assert len(sandbox.sent(an)) == 2


async def test_who_waited_gets_question_and_answer_once_there_is_one(bot, an, load):
    await bot.start()
    unknown = await an.hears(after=an.says(LANTERNS))
    await an.presses(unknown, "Báo tôi khi có")
    load(("facts:\n", f"facts:\n  - {LANTERNS_FACT}\n"))
    notice = await an.hears(after=unknown)
    assert LANTERNS in notice.text
    assert "9 đèn lồng" in notice.text
    assert "Kiều Bách, 03/02/2025" in notice.text
    assert "Sai" in (await an.presses(notice, "Sai")).text
    load(("value: 9", "value: 10"))
    corrected = await an.hears(after=notice)
    assert "9 → 10 đèn lồng" in corrected.text
