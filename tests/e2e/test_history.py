"""The history of changes and taking them back, with the running bot on the stand-in."""

import json

import pytest

from tests.e2e.editing import presses, says, started
from tests.stores import rows

LINE = '/themfact bai=suoi-ram-2025-02-03 ve="Suối Rằm" chude="đèn lồng" so={figure} donvi="đèn lồng" doan=2'
LANTERNS = "Suối Rằm bán bao nhiêu đèn lồng?"


@pytest.fixture
async def owner(bot, an):
    """An, who owns the bot; it is running."""
    return await started(bot, an)


async def saves(sandbox, person, figure=9):
    page = await says(person, LINE.format(figure=figure))
    assert "Đã lưu" in (await presses(sandbox, person, page, "Lưu")).text


async def test_who_followed_hears_of_a_fact_and_that_it_was_taken_back(sandbox, owner, binh):
    await says(binh, "/theodoi Suối Rằm")
    await saves(sandbox, owner)
    news = await binh.hears(containing="9 đèn lồng")
    page = await says(owner, "/hoantac")
    assert "Bỏ dữ kiện Suối Rằm · Đèn lồng bán ra: 9 đèn lồng" in page.text
    assert "Sẽ báo cho 1 nơi" in page.text
    done = await presses(sandbox, owner, page, "Hoàn tác")
    assert "Đã hoàn tác" in done.text
    assert "Rút lại" in (await sandbox.edited(news)).text
    assert "chưa có dữ liệu" in (await says(binh, LANTERNS)).text
    again = await presses(sandbox, owner, done, "Hoàn tác")
    assert "Thêm dữ kiện" in again.text
    await presses(sandbox, owner, again, "Hoàn tác")
    assert (await says(binh, LANTERNS)).text.startswith("9 đèn lồng")


async def test_a_bot_killed_between_the_question_and_the_press_takes_back_once(sandbox, bot, owner):
    await saves(sandbox, owner)
    page = await says(owner, "/hoantac")
    await bot.kill()
    await bot.start()
    assert "Đã hoàn tác" in (await presses(sandbox, owner, page, "Hoàn tác")).text
    assert rows(bot.store, "SELECT count(*) FROM step WHERE undoes IS NOT NULL") == [(1,)]
    assert "chưa có dữ liệu" in (await says(owner, LANTERNS)).text


@pytest.mark.usefixtures("owner")
async def test_a_stranger_neither_reads_the_history_nor_undoes_anything(sandbox, bot, owner, binh):
    await saves(sandbox, owner)
    for command in ("/nhatky", "/audit", "/hoantac", "/undo 2"):
        assert "chỉ dành cho biên tập viên" in (await says(binh, command)).text
    page = await says(binh, LANTERNS)
    for made_up in ("1U:0", "1V:2", "1W:2:2"):
        notice = await binh.waits(binh.press(page, made_up), made_up)
        assert "chỉ dành cho biên tập viên" in notice.text
    refused = [json.loads(line) for line in bot.logged.splitlines() if "a button refused" in line]
    assert [(one["action"], one["person"]) for one in refused] == [
        (action, binh.id) for action in ("HISTORY", "UNDO", "UNDO_SURELY")
    ]
    assert rows(bot.store, "SELECT count(*) FROM step WHERE undoes IS NOT NULL") == [(0,)]
