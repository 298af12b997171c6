import pytest

from tests.handlers.noticing import GROUP, told
from tests.stores import rows


async def test_the_follow_that_brought_a_notice_is_stopped_by_its_button(bot, correct, store):
    for what in ("Suối Rằm", "đèn lồng"):
        await bot.says(f"/theodoi {what}")
    correct()
    notice = await told(bot)
    [answered] = await bot.presses(notice.data("Thôi theo dõi"), notice)
    assert answered.text == "Đã thôi theo dõi Suối Rằm."
    assert rows(store, "SELECT name, topic FROM follow") == [("", "den-long")]
    page, answered = await bot.presses(notice.data("Thôi theo dõi"), notice)
    assert ("không còn theo dõi" in answered.text, page.labels[0]) == (True, "✓ Đèn lồng bán ra")


async def test_where_several_follows_brought_a_notice_one_chooses_which_to_stop(bot, correct):
    for what in ("Suối Rằm", "cầu treo"):
        await bot.says(f"/theodoi {what}")
    correct()
    notice = await told(bot)
    page, _answered = await bot.presses(notice.data("Thôi theo dõi"), notice)
    assert set(page.labels) == {"✓ Suối Rằm", "✓ Cầu treo", "Tất cả"}
    assert len(bot.desk.follows(11)) == 2


async def test_corrections_are_stopped_by_their_button(bot, correct):
    await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    await bot.desk.worker.settled()
    correct()
    notice = await told(bot)
    [answered] = await bot.presses(notice.data("Thôi báo đính chính"), notice)
    assert "Đã thôi báo đính chính" in answered.text
    assert bot.desk.preference(11).corrections is False


@pytest.mark.parametrize("label", ["Thôi theo dõi", "Thôi báo đính chính"])
async def test_in_a_group_only_its_administrators_stop_notices(bot, correct, label):
    bot.request.statuses |= {(GROUP, 11): "administrator", (GROUP, 12): "member"}
    await bot.says("/theodoi Suối Rằm", chat=GROUP)
    await bot.says("/hoi Suối Rằm có bao nhiêu cầu treo?", chat=GROUP)
    await bot.desk.worker.settled()
    correct()
    notice = await told(bot, GROUP)
    assert "chỉ quản trị viên" in (await bot.presses(notice.data(label), notice, who=12))[-1].text
    assert "Đã thôi" in (await bot.presses(notice.data(label), notice, who=11))[-1].text


async def test_a_button_of_an_event_that_is_gone_shows_what_is_followed(bot):
    await bot.says("/theodoi Suối Rằm")
    [page] = await bot.says("/huytheodoi")
    shown, answered = await bot.presses("1j:zz", page)
    assert ("✓ Suối Rằm" in shown.labels, "không còn" in answered.text) == (True, True)
