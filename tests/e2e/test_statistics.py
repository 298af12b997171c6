"""/thongke: counts in words and as a picture, of the running bot on the stand-in."""

import struct

import pytest

from tests.e2e.editing import BRIDGES, started, without

WHILE_MATPLOTLIB_IS_LOADED = 60


@pytest.fixture
async def owner(bot, an):
    return await started(bot, an)


async def test_figures_come_in_words_and_as_a_chart_and_tell_of_no_person(sandbox, owner, binh):
    for question in (BRIDGES, BRIDGES, "Đăng Vân có bao nhiêu nhà sàn?", "cảm ơn bạn"):
        await binh.hears(after=binh.says(question))
    asked = binh.says(BRIDGES)
    await binh.presses(await binh.hears(after=asked), "Sai")
    await binh.hears(after=binh.says("/theodoi Suối Rằm"))
    told = await owner.hears(after=owner.says("/thongke"))
    assert "Hôm nay: 4 câu hỏi, 3 câu có câu trả lời (75%)" in told.text
    assert "1. Cầu treo (" in told.text
    assert f"1. {BRIDGES} (3)" in told.text
    assert "0 Đúng, 1 Sai" in told.text
    assert "Theo dõi: 1 nơi trò chuyện, 1 mục" in told.text
    assert "nhà sàn" not in told.text
    assert binh.name not in told.text
    assert str(binh.id) not in told.text
    chart = await owner.hears(after=told, timeout=WHILE_MATPLOTLIB_IS_LOADED)
    [photo] = chart.content["photo"]
    picture = sandbox.file(photo["file_id"])
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">2I", picture[16:24]) == (1000, 500)
    assert chart.text == "Số câu hỏi mỗi ngày, 30 ngày qua"


async def test_before_anybody_has_asked_there_is_no_chart_of_nothing(sandbox, owner):
    told = await owner.hears(after=owner.says("/stats"))
    assert "Hôm nay: chưa có câu hỏi nào" in told.text
    await owner.hears(after=owner.says("/thongke"))
    assert [message.content for message in sandbox.sent(owner)] == [{}, {}]


async def test_without_matplotlib_the_days_are_told_in_words(bot, an, cwd):
    owner = await started(bot, an, **without("matplotlib", cwd))
    await owner.hears(after=owner.says(BRIDGES))
    told = await owner.hears(after=owner.says("/thongke"))
    assert "Từng ngày" in told.text
    assert ": 1 câu, 1 câu có câu trả lời" in told.text
    assert "hoidap[chart]" in told.text


@pytest.mark.usefixtures("owner")
async def test_nobody_but_editors_is_told(binh):
    refused = await binh.hears(after=binh.says("/thongke"))
    assert "chỉ dành cho biên tập viên" in refused.text
