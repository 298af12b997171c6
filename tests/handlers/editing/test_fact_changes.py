import json

import pytest

from tests.handlers.editing.conftest import Editor, plain
from tests.handlers.offline import OWNER, chat_of
from tests.stores import rows

BRIDGES = "Suối Rằm có bao nhiêu cầu treo?"
FACT = "suoi-ram-2025/cau-treo"


@pytest.fixture
async def other(bot):
    """A second editor."""
    await bot.says("/bientap 21 Hoa", chat=OWNER, who=OWNER)
    return Editor(bot, 21)


async def answer(bot, question=BRIDGES):
    [told] = await bot.says(question, chat=77, who=77)
    return plain(told.text)


def standing(store, key=FACT):
    [(body, withdrawn)] = rows(store, "SELECT body, withdrawn FROM fact WHERE id = ?", key)
    return None if withdrawn else body


async def test_a_fact_is_changed_by_its_id_with_a_reason_and_what_was_and_will_be_is_shown(editor, store):
    await editor.says("Suối Rằm có bao nhiêu cầu treo?")
    shown = await editor.says(f"/suafact {FACT} so=4 :: Xã Suối Rằm có 4 cầu treo.")
    assert "Trước: Con số: 3 cầu treo\nSau: Con số: 4 cầu treo\nTrước: Câu trả lời: " in shown
    assert "4 cầu treo\nXã Suối Rằm có 4 cầu treo." in shown
    asked = await editor.presses("Lưu")
    assert "Vì sao sửa?" in asked
    assert "Sẽ báo cho 1 nơi" in asked
    assert "Lý do dài quá 300 ký tự" in await editor.says("vì " * 101)
    assert "Đã lưu" in await editor.says("báo đã đính chính")
    assert (await answer(editor.bot)).startswith("4 cầu treo")
    [(author, why)] = rows(store, "SELECT author, why FROM step ORDER BY id DESC LIMIT 1")
    assert (author, why) == (str(OWNER), "báo đã đính chính")


async def test_no_reason_need_be_given(editor):
    await editor.says(f"/editfact {FACT}")
    assert "Bạn muốn sửa mục nào?" in editor.text
    await editor.presses("Con số: 3 cầu treo")
    await editor.says("5 cầu treo")
    assert "5 cầu treo\nXã Suối Rằm có 5 cầu treo." in editor.text
    await editor.presses("Lưu")
    assert "Đã lưu" in await editor.presses("không ghi lý do")


async def test_a_sentence_that_gives_another_figure_in_words_cannot_be_saved(editor):
    await editor.says(f"/suafact {FACT} :: Xã Suối Rằm có ba cầu treo.")
    await editor.says("so=5")
    assert "câu trả lời không nhắc tới con số 5 mà lại ghi ba cầu" in editor.text
    assert editor.labels == ["Sửa", "Bỏ"]


async def test_what_is_not_changed_cannot_be_saved(editor):
    await editor.says(f"/suafact {FACT} so=3")
    assert "Chưa có gì khác" in editor.text
    assert editor.labels == ["Sửa", "Bỏ"]


async def test_a_fact_is_found_by_a_question_by_a_reply_and_article_by_article(editor, bot):
    assert "Bạn muốn sửa mục nào?" in await editor.says(f"/suafact {BRIDGES}")
    await editor.says("/huy")
    [given] = await bot.says("Đăng Vân có bao nhiêu cầu treo?", chat=OWNER, who=OWNER)
    reply = {
        "message_id": given.id,
        "date": 1,
        "chat": chat_of(OWNER),
        "from": given.result["from"],
        "text": "x",
    }
    assert "Con số: 17 cầu treo" in await editor.says("/suafact", reply_to_message=reply)
    await editor.says("/huy")
    assert "/suafact kèm mã hay câu hỏi, như: suoi-ram-2025/" in await editor.says("/suafact")
    await editor.presses("mùa hội ở xã Suối Rằm")
    assert "1. Xã Suối Rằm có 3 cầu treo. (đoạn 1)" in editor.text
    await editor.presses("1")
    assert "Con số: 3 cầu treo" in editor.text


async def test_of_several_facts_that_answer_one_is_chosen(editor):
    shown = await editor.says("/suafact Đăng Vân có bao nhiêu cầu treo và Suối Rằm có bao nhiêu cầu treo?")
    assert "dữ kiện nào" in shown
    await editor.presses("2")
    assert "Bạn muốn sửa mục nào?" in editor.text


async def test_words_that_find_nothing_are_named_and_others_may_be_typed(editor):
    assert "từ “Hạ Long có gì”" in await editor.says("/suafact Hạ Long có gì")
    assert "Bạn muốn sửa mục nào?" in await editor.says(BRIDGES)


async def test_a_part_is_changed_with_its_whole_and_one_left_out_is_withdrawn(editor, store):
    await editor.says("/suafact dang-van-2024/cau-treo/go")
    assert "Chia ra: 12 cầu treo bằng gỗ; 5 cầu treo bằng thép" in editor.text
    shown = await editor.says('phan="10 bằng gỗ; 7 bằng tre"')
    assert "Trước: Chia ra: 12 cầu treo bằng gỗ; 5 cầu treo bằng thép" in shown
    assert "• 10 cầu treo: bằng gỗ\n• 7 cầu treo: bằng tre" in shown
    await editor.presses("Lưu")
    await editor.presses("không ghi lý do")
    assert standing(store, "dang-van-2024/cau-treo/thep") is None


async def test_of_two_editors_the_second_is_told_sees_both_and_goes_on_from_the_new_one(editor, other):
    await editor.says(f"/suafact {FACT} so=4 :: Xã Suối Rằm có 4 cầu treo.")
    await other.says(f"/suafact {FACT} so=6 :: Xã Suối Rằm có 6 cầu treo.")
    for one in (other, editor):
        await one.presses("Lưu")
        await one.presses("không ghi lý do")
    assert "Hoa vừa sửa dữ kiện này lúc 12:06 04/03/2025" in editor.text
    assert "Bản của họ" in editor.text
    assert "Con số: 6 cầu treo" in editor.text
    assert "Con số: 4 cầu treo" in editor.text
    await editor.presses("Sửa tiếp từ bản của họ")
    await editor.says("so=7 :: Xã Suối Rằm có 7 cầu treo.")
    assert "Trước: Con số: 6 cầu treo" in editor.text
    await editor.presses("Lưu")
    assert "Đã lưu" in await editor.presses("không ghi lý do")
    assert (await answer(editor.bot)).startswith("7 cầu treo")


async def test_whom_a_change_concerns_is_not_told_where_another_editor_was_first(editor, other):
    await editor.says(f"/suafact {FACT} so=4 :: Xã Suối Rằm có 4 cầu treo.")
    await other.says(f"/suafact {FACT} so=6 :: Xã Suối Rằm có 6 cầu treo.")
    assert "Không ai cần được báo" in await other.presses("Lưu")
    await other.presses("không ghi lý do")
    assert "Vì sao sửa?" in await editor.presses("Lưu")
    assert "được báo" not in editor.text


async def test_the_second_editor_may_keep_their_own(editor, other):
    await editor.says(f"/suafact {FACT} so=4 :: Xã Suối Rằm có 4 cầu treo.")
    await other.says(f"/xoafact {FACT}")
    await other.presses("Bỏ dữ kiện này")
    await other.presses("không ghi lý do")
    await editor.presses("Lưu")
    await editor.presses("không ghi lý do")
    assert "Hoa vừa bỏ dữ kiện này" in editor.text
    await editor.presses("Giữ bản của tôi")
    await editor.presses("Lưu")
    assert "Đã lưu" in await editor.presses("không ghi lý do")
    assert (await answer(editor.bot)).startswith("4 cầu treo")


# ── withdrawing ─────────────────────────────────────────────────────────────────────────


async def test_a_fact_is_withdrawn_with_its_parts_after_being_asked(editor, store):
    shown = await editor.says("/xoafact dang-van-2024/cau-treo")
    assert "Bỏ dữ kiện này?" in shown
    assert "Các phần của nó (2) cũng được bỏ theo." in shown
    await editor.presses("Bỏ dữ kiện này")
    assert "Đã bỏ dữ kiện" in await editor.says("bài đã gỡ")
    assert standing(store, "dang-van-2024/cau-treo") is None
    assert standing(store, "dang-van-2024/cau-treo/go") is None
    assert rows(store, "SELECT why FROM step ORDER BY id DESC LIMIT 1") == [("bài đã gỡ",)]


async def test_a_fact_that_is_not_withdrawn_after_all_stays(editor, store):
    await editor.says(f"/delfact {BRIDGES}")
    assert "Dữ kiện vẫn giữ nguyên" in await editor.presses("giữ lại")
    await editor.says(f"/xoafact {BRIDGES}")
    assert "Dữ kiện vẫn giữ nguyên" in await editor.says("/huy")
    assert standing(store)


async def test_a_fact_changed_while_it_is_being_withdrawn_is_shown_anew(editor, other, store):
    await editor.says(f"/xoafact {FACT}")
    await other.says(f"/suafact {FACT} so=6 :: Xã Suối Rằm có 6 cầu treo.")
    await other.presses("Lưu")
    await other.presses("không ghi lý do")
    await editor.presses("Bỏ dữ kiện này")
    await editor.presses("không ghi lý do")
    assert "Con số: 6 cầu treo" in editor.text
    assert "vừa được người khác sửa" in editor.notice
    assert standing(store)


async def test_a_line_of_changes_with_a_fault_names_the_field_what_was_read_and_what_is_allowed(editor):
    shown = await editor.says("/suafact suoi-ram-2025/cau-treo so=vài xyz=1")
    assert "Con số: “vài” không phải con số; viết như 18" in shown
    assert "xyz: mình không biết mục “xyz”. Các mục: bai, ve, chude" in shown
    shown = await editor.says("chude=kỷ luật")
    assert "Chủ đề: mình không tìm thấy “kỷ luật”. Chưa có chủ đề thì thêm bằng /themchude." in shown


OF_DANG_VAN = "dang-van-2024/cau-treo"


async def test_parts_typed_again_are_the_same_parts_and_only_what_differs_is_changed(editor, store):
    await editor.says(f'/suafact {OF_DANG_VAN} so=18 phan="12 bằng gỗ; 6 bằng thép" du=có')
    assert "Sau: Chia ra: 12 cầu treo bằng gỗ; 6 cầu treo bằng thép" in editor.text
    await editor.presses("Lưu")
    assert "Đã lưu" in await editor.presses("không ghi lý do")
    assert rows(store, "SELECT id, version FROM fact WHERE whole = ? AND NOT withdrawn", OF_DANG_VAN) == [
        (f"{OF_DANG_VAN}/go", 1), (f"{OF_DANG_VAN}/thep", 2),
    ]  # fmt: skip
    assert (await answer(editor.bot, "Đăng Vân có bao nhiêu cầu treo bằng thép?")).startswith("6 cầu treo")


async def test_a_part_that_is_left_out_is_withdrawn_and_one_that_is_new_gets_an_id_of_its_own(editor, store):
    await editor.says(f'/suafact {OF_DANG_VAN} phan="12 bằng gỗ; 5 bằng đá" du=có')
    await editor.presses("Lưu")
    await editor.presses("không ghi lý do")
    assert rows(store, "SELECT id, withdrawn FROM fact WHERE whole = ? ORDER BY seq", OF_DANG_VAN) == [
        (f"{OF_DANG_VAN}/go", 0), (f"{OF_DANG_VAN}/thep", 1), (f"{OF_DANG_VAN}/bang-da", 0),
    ]  # fmt: skip


async def test_who_was_told_a_part_hears_of_its_correction_and_of_no_withdrawal(editor, desk, store):
    told = await answer(editor.bot, "Đăng Vân có bao nhiêu cầu treo bằng thép?")
    assert told.startswith("5 cầu treo")
    await desk.worker.settled()
    await editor.says(f'/suafact {OF_DANG_VAN} so=18 phan="12 bằng gỗ; 6 bằng thép" du=có')
    assert "Sẽ báo cho 1 nơi" in await editor.presses("Lưu")
    await editor.presses("không ghi lý do")
    [(body,)] = rows(store, "SELECT body FROM event ORDER BY id DESC LIMIT 1")
    changes = {one["fact"]: one for one in json.loads(body)["changes"]}
    steel = changes[f"{OF_DANG_VAN}/thep"]
    assert (steel["before"]["value"], steel["after"]["value"]) == (5, 6)
    assert f"{OF_DANG_VAN}/go" not in changes
