import pytest

from handlers.wishes import check_wishes
from knowledge.exchange.loading import load_packs, read_packs
from tests.handlers.offline import OWNER, conversation
from tests.stores import edited, rows

QUESTION = "Đăng Vân có bao nhiêu cầu treo?"
GROUP = -100200


async def kept(bot, store):
    """The number of questions in the log, once everything is written."""
    await bot.desk.worker.settled()
    return rows(store, "SELECT count(*) FROM asked")


@pytest.mark.parametrize("command", ["/riengtu", "/privacy"])
async def test_privacy_says_what_is_kept_how_long_and_how_to_have_it_wiped(bot, command):
    [told] = await bot.says(command)
    for said in ("90 ngày", "30 ngày", "10 phút", "không lưu tên", "theo dõi", "/xoadulieu"):
        assert said in told.text


async def test_editors_are_told_that_the_history_keeps_who_they_are(bot):
    [told] = await bot.says("/riengtu")
    assert "Nhật ký sửa đổi được giữ mãi" in told.text
    [asked] = await bot.says("/xoadulieu", chat=OWNER, who=OWNER)
    assert "nhật ký sửa đổi" in asked.text
    [asked] = await bot.says("/xoadulieu")
    assert "nhật ký" not in asked.text


@pytest.mark.parametrize("command", ["/xoadulieu", "/forgetme"])
async def test_everything_is_wiped_once_confirmed_and_what_was_is_said(bot, store, command):
    for question in (QUESTION, "còn Suối Rằm?"):
        [answer] = await bot.says(question)
    await bot.presses(answer.data("Đúng"), answer)
    [asked] = await bot.says(command)
    assert await kept(bot, store) == [(2,)]
    told, notice = await bot.presses(asked.data("Xóa hết"), asked)
    assert (told.method, notice.method) == ("editMessageText", "answerCallbackQuery")
    assert "Đã xóa 2 câu hỏi" in told.text
    assert told.rows == []
    assert rows(store, "SELECT id FROM asked") == rows(store, "SELECT asked FROM feedback") == []
    assert rows(store, "SELECT person FROM context") == rows(store, "SELECT person FROM wish") == []
    [answer] = await bot.says("còn Suối Rằm?")
    assert "3 cầu treo" not in answer.text


async def test_what_a_person_follows_how_and_what_they_are_yet_to_be_told_is_wiped_with_the_rest(
    bot, store, packs
):
    bot.request.statuses[GROUP, 11] = "administrator"
    for chat in (11, GROUP):
        await bot.says("/theodoi Suối Rằm", chat=chat)
    await bot.says("/theodoi Suối Rằm", chat=12, who=12)
    [settings] = await bot.says("/caidat")
    await bot.presses(settings.data("Mỗi ngày"), settings)
    [unknown] = await bot.says("Suối Rằm bán bao nhiêu đèn lồng?")
    await bot.presses(unknown.data("Báo tôi khi có"), unknown)
    new = '  - {id: suoi-ram-2025/den, subject: suoi-ram, topic: den-long, kind: count, value: 9, unit: "đèn lồng", statement: "Suối Rằm bán 9 đèn lồng."}'
    load_packs(store, read_packs([edited(packs / "suoi-ram-2025-02-03.yaml", "facts:", f"facts:\n{new}")]))
    assert await check_wishes(bot.desk) == 1
    [asked] = await bot.says("/xoadulieu")
    await bot.presses(asked.data("Xóa hết"), asked)
    assert rows(store, "SELECT chat, person FROM follow ORDER BY chat") == [(GROUP, 0), (12, 12)]
    assert rows(store, "SELECT chat FROM preference") == []
    assert rows(store, "SELECT chat FROM outbox ORDER BY chat") == [(GROUP,), (12,)]
    assert rows(store, "SELECT kind FROM event") == [("change",)]


async def test_nothing_is_wiped_when_thought_better_of(bot, store):
    await bot.says(QUESTION)
    [asked] = await bot.says("/xoadulieu")
    told, _notice = await bot.presses(asked.data("Thôi"), asked)
    assert "không xóa gì" in told.text
    assert await kept(bot, store) == [(1,)]


async def test_only_the_person_themselves_can_confirm(bot, store):
    await bot.says(f"/hoi {QUESTION}", chat=GROUP)
    await bot.says(f"/hoi {QUESTION}", chat=GROUP, who=12)
    [asked] = await bot.says("/xoadulieu", chat=GROUP)
    for label in ("Xóa hết", "Thôi"):
        [notice] = await bot.presses(asked.data(label), asked, who=12)
        assert "người đã gửi lệnh" in notice.text
    assert await kept(bot, store) == [(2,)]
    await bot.presses(asked.data("Xóa hết"), asked, who=11)
    assert rows(store, "SELECT person FROM asked") == [(12,)]


async def test_confirming_works_after_a_restart(bot, store, open_desk):
    await bot.says(QUESTION)
    [asked] = await bot.says("/xoadulieu")
    restarted = await conversation(open_desk())
    await restarted.presses(asked.data("Xóa hết"), asked)
    assert rows(store, "SELECT count(*) FROM asked") == [(0,)]
