"""One day of an editor, with readers about: from the article in the morning to the answer somebody waited for."""

import pytest

from tests.e2e.editing import presses, says, started

ARTICLE = """Xã Suối Rằm sẵn sàng cho năm học mới

Thứ Ba, 02/09/2025, 08:15

Năm học này, xã Suối Rằm có 14 lớp học. Xã đã sửa 6 phòng học ở thôn Trên.

Bà con góp 120 ngày công.

Kiều Bách
"""
CLASSES, LANTERNS = "Suối Rằm có bao nhiêu lớp học?", "Suối Rằm bán bao nhiêu đèn lồng?"
LINE = '/themfact bai="Xã Suối Rằm sẵn sàng cho năm học mới" ve="suoi ram" chude="den long" so={figure} donvi="đèn lồng" doan=2'


@pytest.fixture
async def lan(sandbox, bot):
    """The owner; the bot is running."""
    return await started(bot, sandbox.person("Lan"))


def _told(sandbox, person, words):
    """The message that says this by now, if any does."""
    return next((one for one in sandbox.sent(person) if words in one.text), None)


async def accept_all(sandbox, editor, page):
    """Accept every proposal; the page that is shown when none is left."""
    while "Nhận" in page.buttons:
        page = await presses(sandbox, editor, page, "Nhận")
    return page


async def test_an_article_its_facts_one_by_hand_a_correction_taken_back_and_a_reader_who_waited(
    sandbox, lan, an
):
    hoa, binh = sandbox.person("Hoa"), sandbox.person("Bình")
    await says(hoa, "/start")
    await says(lan, f"/bientap {hoa.id} Hoa")
    assert "Đã theo dõi" in (await says(an, "/theodoi Suối Rằm")).text
    asked_in_vain = await says(binh, LANTERNS)
    assert "chưa có" in asked_in_vain.text
    await binh.presses(asked_in_vain, "Báo tôi khi có")

    # an article comes in, and what is proposed from it
    await says(hoa, "/thembai")
    page = await hoa.hears(after=hoa.sends_document("bai.txt", ARTICLE.encode()))
    page = await presses(sandbox, hoa, page, "Lưu")
    assert "14 lớp học" not in (await says(binh, CLASSES)).text
    await accept_all(sandbox, hoa, page)
    assert "14 lớp học" in (await an.hears(containing="Bài báo mới")).text
    answer = await says(binh, CLASSES)
    assert answer.text.startswith("14 lớp học")
    assert "Kiều Bách, 02/09/2025, đoạn 1" in answer.text

    # a fact by hand, for which a reader waits
    waiting = binh.says("Cảm ơn")
    page = await says(hoa, LINE.format(figure=9))
    assert "Đã lưu" in (await presses(sandbox, hoa, page, "Lưu")).text
    granted = await binh.hears(after=waiting, containing="Giờ thì có rồi")
    assert "9 đèn lồng" in granted.text
    assert "Kiều Bách, 02/09/2025, đoạn 2" in granted.text

    # it was wrong: those who follow hear of it, and those who were told
    page = await says(hoa, f"/suafact {LANTERNS} so=12")
    page = await presses(sandbox, hoa, page, "Lưu")
    told = binh.says("Chào")
    assert "Đã lưu" in (await says(hoa, "đếm sót một gian hàng")).text
    correction = await binh.hears(after=told, containing="9 → 12 đèn lồng")
    assert "Lý do: đếm sót một gian hàng" in correction.text
    assert "12 đèn lồng\nXã Suối Rằm bán 12 đèn lồng." in (await says(binh, LANTERNS)).text

    # it was not wrong after all
    page = await says(hoa, "/hoantac")
    assert "Đã hoàn tác" in (await presses(sandbox, hoa, page, "Hoàn tác")).text
    assert (await says(binh, LANTERNS)).text.startswith("9 đèn lồng")
    taken_back = await sandbox.until(lambda: _told(sandbox, an, "12 → 9 đèn lồng"))
    assert "đếm sót" not in taken_back.text
    history = await says(hoa, "/nhatky")
    assert "9 đèn lồng → 12 đèn lồng" in history.text
    assert "12 đèn lồng → 9 đèn lồng" in history.text
