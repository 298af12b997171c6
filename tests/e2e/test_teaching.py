"""Teaching: what was asked in vain, names and topics, taught in one process and answered in every other."""

import pytest

from knowledge.service import Knowledge
from knowledge.store.unanswered import OPEN
from tests.e2e.editing import started
from tests.knowledge.asking import told

IN_VAIN, BRIDGES = "Đăng Vân có bao nhiêu cầu dây?", "dang-van-2024/cau-treo"


@pytest.fixture
async def owner(bot, an):
    return await started(bot, an)


async def pressed(sandbox, person, page, label):
    """The page after a button of it was pressed."""
    await person.presses(page, label)
    return await sandbox.edited(page)


async def test_a_wording_asked_in_vain_is_taught_and_answered_at_once_in_every_process(
    sandbox, bot, owner, binh, run
):
    with Knowledge.open(bot.store) as other:
        assert other.ask(IN_VAIN).status in OPEN
        in_vain = await binh.hears(after=binh.says(IN_VAIN))
        await binh.presses(in_vain, "Báo tôi khi có")
        page = await owner.hears(after=owner.says("/chuatraloi"))
        assert "1 lần hỏi · 1 lời nhờ báo" in page.text
        assert binh.name not in page.text
        page = await pressed(sandbox, owner, page, "1")
        await owner.presses(page, "Gắn với")
        page = await owner.hears(after=page)
        page = await pressed(sandbox, owner, page, "1")
        assert f"✓ {IN_VAIN} → 17 cầu treo" in page.text
        page = await pressed(sandbox, owner, page, "Lưu")
        assert "Đã lưu" in page.text
        assert told(other.ask(IN_VAIN)) == ("answered", BRIDGES)
    [asked] = run("ask", "--json", "--db", bot.store, "dang van co bao nhieu cau day").records
    assert asked["status"] == "answered"
    assert asked["facts"][0]["id"] == BRIDGES
    heard = await binh.hears(after=in_vain, containing="nhờ mình báo")
    assert "17 cầu treo" in heard.text


async def test_a_topic_the_bot_has_never_heard_of_and_a_name_are_made_by_command(sandbox, bot, owner, run):
    page = await owner.hears(after=owner.says('/themten "Vĩnh Thịnh" loai=xã ten_khac="xã Vĩnh Thịnh"'))
    assert "Đã lưu" in (await pressed(sandbox, owner, page, "Lưu")).text
    page = await owner.hears(
        after=owner.says('/themchude "Trồng cây" cach_goi="trồng cây" cau_mau="{nơi} trồng bao nhiêu cây"')
    )
    assert "Đã lưu" in (await pressed(sandbox, owner, page, "Lưu")).text
    line = '/themfact bai=suoi-ram-2025-02-03 ve="Vĩnh Thịnh" chude="Trồng cây" so=900 donvi=cây doan=2 :: Xã Vĩnh Thịnh trồng 900 cây.'
    page = await owner.hears(after=owner.says(line))
    assert "Đã lưu" in (await pressed(sandbox, owner, page, "Lưu")).text
    [asked] = run("ask", "--json", "--db", bot.store, "vinh thinh trong may cay").records
    assert asked["facts"][0]["value"] == 900


async def test_what_is_being_made_survives_a_kill_and_is_saved_once(sandbox, bot, owner):
    page = await owner.hears(after=owner.says("/themchude cầu treo cach_goi=cầu dây"))
    assert "+ Cách gọi: cầu dây" in page.text
    await bot.kill()
    await bot.start()
    save = next(button["callback_data"] for button in page.rows[0] if button["text"] == "Lưu")
    assert "Đã lưu chủ đề" in (await pressed(sandbox, owner, page, "Lưu")).text
    again = await owner.waits(owner.press(page, save), "Lưu")
    assert "đã lưu rồi" in again.text
    with Knowledge.open(bot.store) as known:
        assert known.lexicon.topics["cau-treo"].phrases.count("cầu dây") == 1


@pytest.mark.usefixtures("owner")
@pytest.mark.parametrize(
    "command",
    ["/chuatraloi", "/unanswered", "/themten X loai=xã", "/addname X", "/themchude X", "/addtopic X"],
)
async def test_a_stranger_is_refused(binh, command):
    refused = await binh.hears(after=binh.says(command))
    assert "chỉ dành cho biên tập viên" in refused.text


async def test_a_forwarded_keyboard_does_nothing_for_who_presses_it(bot, owner, binh):
    await binh.hears(after=binh.says(IN_VAIN))
    page = await owner.hears(after=owner.says("/chuatraloi"))
    data = page.rows[0][0]["callback_data"]
    notice = await binh.waits(binh.press(page, data), "1")
    assert "chỉ dành cho biên tập viên" in notice.text
    assert "a button refused" in bot.logged
