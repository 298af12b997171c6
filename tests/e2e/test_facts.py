"""Facts added, corrected and withdrawn by editors, with the running bot on the stand-in."""

import json
import re

import pytest

from tests.e2e.editing import presses, says, started
from tests.stores import rows

LINE = '/themfact bai=suoi-ram-2025-02-03 ve="Suối Rằm" chude="đèn lồng" so=9 donvi="đèn lồng" doan=2'
LANTERNS = "Suối Rằm bán bao nhiêu đèn lồng?"
BRIDGES, FACT = "Suối Rằm có bao nhiêu cầu treo?", "suoi-ram-2025/cau-treo"


@pytest.fixture
async def lan(sandbox, bot):
    """The owner; the bot is running."""
    return await started(bot, sandbox.person("Lan"))


@pytest.fixture
async def hoa(sandbox, lan):
    """An editor."""
    hoa = sandbox.person("Hoa")
    await hoa.hears(after=hoa.starts())
    await lan.hears(after=lan.says(f"/bientap {hoa.id} Hoa"))
    return hoa


def data(page, label):
    [found] = [b["callback_data"] for row in page.rows for b in row if label in b["text"]]
    return found


def saved(bot):
    return [key for (key,) in rows(bot.store, "SELECT id FROM fact WHERE id LIKE 'suoi-ram-2025/den%'")]


def logged(bot, words):
    return [line for line in bot.logged.splitlines() if words in line]


@pytest.mark.usefixtures("lan")
async def test_a_stranger_is_refused_every_command_and_every_button(sandbox, bot, an):
    for command in (LINE, "/suafact x", "/xoafact x", "/bientap", "/huy", "/addfact"):
        assert "chỉ dành cho biên tập viên" in (await says(an, command)).text
    page = await says(an, BRIDGES)
    for made_up in ("1A:1:0:save:", "1B:1:1", "1C:R:1", "1D:a:0"):
        notice = await an.waits(an.press(page, made_up), made_up)
        assert "chỉ dành cho biên tập viên" in notice.text
    assert rows(bot.store, "SELECT * FROM draft") == []
    refused = [json.loads(line) for line in logged(bot, "a button refused")]
    assert [(one["action"], one["person"]) for one in refused] == [
        ("DRAFT", an.id), ("REPLACE_DRAFT", an.id), ("EDITOR", an.id), ("FACT", an.id),
    ]  # fmt: skip
    await an.waits(an.press(page, "1Z:none:of:ours"), "made up")
    [foreign] = [json.loads(line) for line in logged(bot, "none of ours")]
    assert (foreign["person"], foreign["data"]) == (an.id, "1Z:none:of:ours")
    assert sandbox.token not in bot.logged


async def test_what_the_bare_command_shows_can_be_sent_back_as_it_is_and_saved(sandbox, lan):
    usage = await says(lan, "/themfact")
    [example] = re.findall(r"^/themfact .+$", usage.text, re.MULTILINE)
    page = await says(lan, example)
    assert page.buttons == ["Lưu", "Sửa", "Bỏ"]
    assert "Đã lưu" in (await presses(sandbox, lan, page, "Lưu")).text


async def test_a_line_with_slips_and_without_marks_is_answered_with_the_next_message(sandbox, hoa, an):
    page = await says(
        hoa, "/addfact bai=mua hoi o xa suoi ram ve=suoi ramm chude=den long ban ra so=chin den long"
    )
    assert "9 đèn lồng" in page.text.lower() or "9 den long" in page.text
    page = await says(hoa, 'donvi="đèn lồng"')
    await presses(sandbox, hoa, page, "Lưu")
    assert (await says(an, LANTERNS)).text.startswith("9 đèn lồng")


async def test_a_fact_step_by_step_by_buttons_alone_but_for_figure_and_paragraph(sandbox, hoa, an):
    usage = await says(hoa, "/themfact")
    await hoa.presses(usage, "Làm từng bước")
    page = await hoa.hears(after=usage)
    for label in ("mùa hội ở xã Suối Rằm", "xã Suối Rằm", "Đèn lồng bán ra", "Số lượng"):
        page = await presses(sandbox, hoa, page, label)
    page = await says(hoa, "9 đèn lồng")
    page = await presses(sandbox, hoa, page, "Bỏ qua")
    page = await says(hoa, "từ đầu năm 2025 đến nay")
    page = await presses(sandbox, hoa, page, "Lấy câu này")
    page = await says(hoa, "2")
    page = await says(hoa, "4 màu đỏ\n5 màu xanh")
    page = await presses(sandbox, hoa, page, "đủ cả")
    page = await presses(sandbox, hoa, page, "Xong")
    assert "Thời điểm: từ đầu năm 2025 đến nay (tính đến 03/02/2025)." in page.text
    page = await presses(sandbox, hoa, page, "Lưu")
    assert "Đã lưu" in page.text
    answer = await says(an, LANTERNS)
    assert "• 4 đèn lồng: màu đỏ\n• 5 đèn lồng: màu xanh" in answer.text
    assert "Kiều Bách, 03/02/2025, đoạn 2" in answer.text


async def test_an_editor_removed_between_preview_and_saving_saves_nothing(sandbox, bot, lan, hoa):
    page = await says(hoa, LINE)
    listed = await says(lan, "/bientap")
    sure = await presses(sandbox, lan, listed, "Thôi: Hoa")
    assert "Chưa có biên tập viên" in (await presses(sandbox, lan, sure, "Đúng")).text
    assert "chỉ dành cho biên tập viên" in (await hoa.presses(page, "Lưu")).text
    assert "chỉ dành cho biên tập viên" in (await says(hoa, LINE)).text
    assert saved(bot) == []


async def test_made_up_and_replayed_buttons_change_nothing(sandbox, bot, hoa):
    page = await says(hoa, LINE)
    replayed = data(page, "Sửa")
    mended = await presses(sandbox, hoa, page, "Sửa")
    for made_up in ("1A:zzz:0:save:", "1A:1:99:save:", replayed, "1A:1:-1:save:"):
        await hoa.waits(hoa.press(mended, made_up), made_up)
    assert saved(bot) == []
    why = [json.loads(line)["why"] for line in logged(bot, "a button refused")]
    assert why == ["no such draft", *["a step that has passed"] * 3]
    page = await presses(sandbox, hoa, mended, "Xem trước")
    save = data(page, "Lưu")
    await presses(sandbox, hoa, page, "Lưu")
    assert "đã lưu rồi" in (await hoa.waits(hoa.press(page, save), "Lưu")).text
    assert saved(bot) == ["suoi-ram-2025/den-long"]


async def test_a_forwarded_keyboard_does_nothing_in_other_hands_be_they_an_editors(
    sandbox, bot, lan, hoa, an
):
    page = await says(hoa, LINE)
    save = data(page, "Lưu")
    for other in (lan, an):
        own = await says(other, BRIDGES)
        notice = await other.waits(other.press(own, save), "Lưu")
        assert "không còn nữa" in notice.text or "chỉ dành cho biên tập viên" in notice.text
    assert saved(bot) == []
    assert [json.loads(line)["person"] for line in logged(bot, "a button refused")] == [lan.id, an.id]
    assert "Đã lưu" in (await presses(sandbox, hoa, page, "Lưu")).text


async def test_of_two_editors_at_once_the_second_is_told_and_sees_both(sandbox, lan, hoa, an):
    pages = {
        who: await says(who, f"/suafact {FACT} so={figure} :: Xã Suối Rằm có {figure} cầu treo.")
        for who, figure in ((lan, 4), (hoa, 6))
    }
    for who in (hoa, lan):
        pages[who] = await presses(sandbox, who, pages[who], "Lưu")
        pages[who] = await presses(sandbox, who, pages[who], "không ghi lý do")
    assert "Đã lưu" in pages[hoa].text
    assert "Hoa vừa sửa dữ kiện này" in pages[lan].text
    assert "Con số: 6 cầu treo" in pages[lan].text
    assert "Con số: 4 cầu treo" in pages[lan].text
    assert (await says(an, BRIDGES)).text.startswith("6 cầu treo")


async def test_of_two_editors_who_save_in_the_same_moment_one_is_told_of_the_other(
    sandbox, bot, lan, hoa, an
):
    pages = {}
    for who, figure in ((lan, 4), (hoa, 6)):
        page = await says(who, f"/suafact {FACT} so={figure} :: Xã Suối Rằm có {figure} cầu treo.")
        pages[who] = await presses(sandbox, who, page, "Lưu")
    queries = {who: who.press(page, data(page, "không ghi lý do")) for who, page in pages.items()}
    for who, query in queries.items():
        await who.waits(query, "Lưu")
    said = sorted([(await sandbox.edited(page)).text for page in pages.values()])
    assert "vừa sửa dữ kiện này" in said[0]
    assert "Đã lưu bản sửa" in said[1]
    assert rows(bot.store, "SELECT version FROM fact WHERE id = ?", FACT) == [(2,)]
    [(figure,)] = rows(bot.store, "SELECT json_extract(body, '$.value') FROM fact WHERE id = ?", FACT)
    assert (await says(an, BRIDGES)).text.startswith(f"{figure} cầu treo")


async def test_killed_while_it_saves_it_is_saved_after_the_restart_and_once(bot, hoa, an):
    page = await says(hoa, LINE)
    save = hoa.press(page, data(page, "Lưu"))
    await bot.kill()
    await bot.start()
    notice = await hoa.waits(save, "Lưu", timeout=30)
    assert notice is None or "đã lưu rồi" in notice.text
    assert saved(bot) == ["suoi-ram-2025/den-long"]
    assert rows(bot.store, "SELECT count(*) FROM step WHERE author = ?", str(hoa.id)) == [(1,)]
    assert (await says(an, LANTERNS)).text.startswith("9 đèn lồng")


async def test_killed_between_preview_and_saving_it_is_saved_after_the_restart_and_once(bot, hoa, an):
    page = await says(hoa, LINE)
    await bot.kill()
    save = hoa.press(page, data(page, "Lưu"))
    twice = hoa.press(page, data(page, "Lưu"))
    await bot.start()
    await hoa.waits(save, "Lưu", timeout=30)
    notice = await hoa.waits(twice, "Lưu", timeout=30)
    assert "đã lưu rồi" in notice.text
    assert saved(bot) == ["suoi-ram-2025/den-long"]
    assert (await says(an, LANTERNS)).text.startswith("9 đèn lồng")


async def test_a_step_survives_a_kill_and_may_be_left_for_good(bot, hoa):
    await says(hoa, "/themfact bai=suoi-ram-2025-02-03")
    await bot.kill()
    hoa.says("Suối Rằm")
    await bot.start()
    await hoa.hears(containing="Về việc gì?", timeout=30)
    reminded = await hoa.hears(after=hoa.says("/chude"), containing="Bạn đang làm dở: thêm dữ kiện")
    assert "/huy" in reminded.text
    assert "Đã bỏ: thêm dữ kiện" in (await says(hoa, "/cancel")).text
    assert (await says(hoa, BRIDGES)).text.startswith("3 cầu treo")


async def test_another_fact_begun_meanwhile_asks_what_becomes_of_the_first(sandbox, hoa):
    await says(hoa, "/themfact bai=suoi-ram-2025-02-03")
    asked = await says(hoa, LINE)
    assert "Bạn đang làm dở: thêm dữ kiện." in asked.text
    page = await presses(sandbox, hoa, asked, "bắt đầu mới")
    assert "Người đọc sẽ thấy" in page.text
    assert "Đã lưu" in (await presses(sandbox, hoa, page, "Lưu")).text


async def test_a_correction_reaches_who_was_given_the_figure_with_its_reason(sandbox, hoa, an):
    given = await says(an, BRIDGES)
    page = await says(hoa, f"/suafact {FACT} so=4 :: Xã Suối Rằm có 4 cầu treo.")
    page = await presses(sandbox, hoa, page, "Lưu")
    assert "Sẽ báo cho 1 nơi" in page.text
    assert "Đã lưu" in (await says(hoa, "báo đã đính chính")).text
    notice = await an.hears(after=given, timeout=30)
    assert notice.text.startswith("Đính chính: 3 → 4 cầu treo")
    assert "Lý do: báo đã đính chính" in notice.text


async def test_a_withdrawn_fact_answers_no_more(sandbox, hoa, an):
    page = await says(hoa, f"/xoafact {FACT}")
    page = await presses(sandbox, hoa, page, "Bỏ dữ kiện này")
    page = await presses(sandbox, hoa, page, "không ghi lý do")
    assert "Đã bỏ dữ kiện" in page.text
    assert "3 cầu treo" not in (await says(an, BRIDGES)).text


async def test_in_a_group_editing_is_kindly_refused(sandbox, lan, an):
    group = sandbox.group("Tổ 3", members=[lan, an])
    assert "trò chuyện riêng" in (await lan.hears(after=lan.says(LINE, to=group))).text
    assert "chỉ dành cho biên tập viên" in (await an.hears(after=an.says("/suafact x", to=group))).text
