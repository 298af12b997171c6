"""What holds for drafts of any kind, seen with those of facts."""

import pytest

from knowledge.store.drafts import close, open_draft
from tests.handlers.editing.conftest import Editor
from tests.handlers.offline import OWNER, conversation
from tests.stores import rows

BEGIN = "/themfact bai=suoi-ram-2025-02-03"
LINE = f'{BEGIN} ve="Suối Rằm" chude="đèn lồng" so=9 donvi="đèn lồng" doan=2'
BRIDGES = "Suối Rằm có bao nhiêu cầu treo?"
DOCUMENT = {"document": {"file_id": "a", "file_unique_id": "b", "file_name": "x.txt", "file_size": 3}}
STICKER = {"sticker": {"file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}}  # fmt: skip


def drafts(store):
    return rows(store, "SELECT kind, step, state FROM draft ORDER BY id")


@pytest.fixture
def restarted(open_desk):
    """The same editor with a bot that was started anew."""

    async def restart(editor):
        again = Editor(await conversation(open_desk()), editor.id)
        again.shown = editor.shown
        return again

    return restart


async def test_a_draft_goes_on_after_a_restart_where_it_was(editor, restarted):
    await editor.says(LINE)
    again = await restarted(editor)
    assert "Đã lưu dữ kiện" in await again.presses("Lưu")


async def test_what_is_pressed_twice_is_saved_once(editor, store):
    await editor.says(LINE)
    page, save = editor.shown, editor.shown.data("Lưu")
    await editor.sends(save, page)
    await editor.sends(save, page)
    assert editor.notice == "Bản này đã lưu rồi, mình không lưu lần nữa."
    assert rows(store, "SELECT count(*) FROM step WHERE author = ?", str(OWNER)) == [(1,)]


async def test_a_second_press_leaves_the_button_to_take_back_what_the_first_has_saved(editor):
    await editor.says(LINE)
    page, save = editor.shown, editor.shown.data("Lưu")
    await editor.sends(save, page)
    assert [label[:8] for label in editor.labels] == ["Hoàn tác"]
    again = await editor.bot.presses(save, page, who=OWNER)
    assert [call.method for call in again] == ["answerCallbackQuery"]


async def test_what_was_saved_before_a_restart_loses_its_buttons_when_they_are_pressed(editor, restarted):
    await editor.says(LINE)
    page, save = editor.shown, editor.shown.data("Lưu")
    await editor.sends(save, page)
    again = await (await restarted(editor)).bot.presses(save, page, who=OWNER)
    assert "editMessageReplyMarkup" in [call.method for call in again]


async def test_a_button_of_a_step_that_has_passed_shows_the_step_there_is(editor, store):
    await editor.says(LINE)
    before = editor.shown
    await editor.says("so=8")
    await editor.sends(before.data("Lưu"), before)
    assert "mở lại bước hiện tại" in editor.notice
    assert "8 đèn lồng" in editor.text
    assert rows(store, "SELECT * FROM step WHERE author = ?", str(OWNER)) == []


async def test_a_message_that_comes_twice_goes_into_a_draft_once(editor):
    await editor.says(BEGIN, number=10)
    assert "Về việc gì?" in await editor.says("Suối Rằm", number=11)
    assert "Về việc gì?" in await editor.says("Suối Rằm", number=11)
    assert "Về việc gì?" in await editor.says(BEGIN, number=10)


async def test_an_edited_text_is_not_taken_twice_and_is_said_to_be_too_late(editor):
    await editor.says(BEGIN)
    await editor.says("Suối Rằm", number=11_000)
    assert "đã nhận tin ấy rồi" in await editor.says("Đăng Vân", edits=11_000)
    assert "Nói về: Suối Rằm" in editor.text


async def test_the_page_before_loses_its_buttons_when_there_is_a_new_one(editor, bot):
    await editor.says(BEGIN)
    before = editor.shown
    await bot.desk.worker.settled()
    calls = await bot.says("Suối Rằm", chat=OWNER, who=OWNER)
    [bared] = [call for call in calls if call.method == "editMessageReplyMarkup"]
    assert int(bared.params["message_id"]) == before.id
    assert bared.rows == []


async def test_readers_commands_leave_a_draft_open_and_say_so(editor, bot):
    await editor.says(BEGIN)
    assert "Bạn đang làm dở: thêm dữ kiện." in await editor.says("/chude")
    assert "Về việc gì?" in await editor.says("Suối Rằm")
    [shown] = await bot.says("/chude", chat=77, who=77)
    assert "làm dở" not in shown.text


async def test_questions_by_command_are_answered_while_a_draft_is_open(editor, bot):
    await editor.says(BEGIN)
    answered, reminded = await bot.says(f"/hoi {BRIDGES}", chat=OWNER, who=OWNER)
    assert "3 cầu treo" in answered.text
    assert "làm dở" in reminded.text


async def test_a_question_asked_before_and_edited_now_does_not_go_into_the_draft(editor):
    await editor.says("Đăng Vân có bao nhiêu cầu treo?", number=5)
    await editor.says(BEGIN)
    assert "3 cầu treo" in await editor.says(BRIDGES, edits=5)
    assert "Về việc gì?" in await editor.says("Suối Rằm")


async def test_another_draft_is_begun_only_when_the_first_may_go(editor, store):
    await editor.says(BEGIN)
    assert "Bạn đang làm dở: thêm dữ kiện." in await editor.says("/suafact suoi-ram-2025/cau-treo")
    assert "nơi nào" in await editor.presses("Làm tiếp bản cũ")
    assert drafts(store) == [("fact", 0, "open"), ("change", 0, "offered")]
    await editor.says("/suafact suoi-ram-2025/cau-treo")
    assert "Bạn muốn sửa mục nào?" in await editor.presses("bắt đầu mới")
    assert drafts(store) == [("fact", 0, "dropped"), ("change", 0, "dropped"), ("change", 0, "open")]


async def test_a_draft_nobody_touches_for_a_week_is_dropped_and_questions_are_answered_again(
    editor, clock, store
):
    await editor.says(BEGIN)
    clock.moves(days=8)
    assert "3 cầu treo" in await editor.says(BRIDGES)
    assert drafts(store) == [("fact", 0, "dropped")]
    assert any("quá 7 ngày" in call.text for call in editor.bot.request.calls)


async def test_where_only_text_goes_on_a_file_is_refused_and_the_step_stays(editor):
    await editor.says(BEGIN)
    assert "chỉ nhận chữ" in await editor.says("", **DOCUMENT)
    assert "nơi nào" in editor.text
    assert "chỉ đọc được chữ" in await editor.says("", **STICKER)


async def test_a_removed_editors_texts_are_questions_again(editor, bot):
    await editor.says("/bientap 21 Hoa")
    hoa = Editor(bot, 21)
    await hoa.says(BEGIN)
    await editor.says("/bientap")
    await editor.presses("Thôi: Hoa")
    await editor.presses("Đúng")
    assert "3 cầu treo" in await hoa.says(BRIDGES)
    assert "chỉ dành cho biên tập viên" in await hoa.says("/huy")


async def test_forgetting_wipes_what_one_is_in_the_midst_of(editor, store):
    await editor.says(BEGIN)
    asked, _reminded = await editor.bot.says("/xoadulieu", chat=OWNER, who=OWNER)
    await editor.sends(asked.data("Xóa hết"), asked)
    assert drafts(store) == []
    await editor.sends("1A:1:0:back:")
    assert "Bản này không còn nữa" in editor.notice


@pytest.mark.parametrize(
    "late", ["18", "18 cán bộ", "6/10 xã", "86,2%", 'so=19 donvi="cán bộ"', "dài " * 200]
)
async def test_what_comes_for_a_draft_that_was_just_saved_is_told_to_be_late(editor, late):
    await editor.says(LINE)
    await editor.presses("Lưu")
    told = await editor.says(late)
    assert "Bản thêm dữ kiện đã lưu lúc 12:06 rồi, nên tin này đến muộn và không được ghi vào đâu cả" in told


async def test_a_file_that_comes_for_a_draft_that_was_just_left_is_told_to_be_late(editor):
    await editor.says(LINE)
    await editor.says("/huy")
    assert "Bản thêm dữ kiện đã bỏ lúc" in await editor.says("", **DOCUMENT)


async def test_a_question_after_a_draft_is_answered_and_what_is_said_later_is_not_late(editor, clock):
    await editor.says(LINE)
    await editor.presses("Lưu")
    assert "3 cầu treo" in await editor.says(BRIDGES)
    assert "đến muộn" not in await editor.says("18")
    await editor.says(f"{LINE} :: Xã Suối Rằm bán 9 đèn lồng.")
    await editor.presses("Bỏ")
    clock.moves(minutes=11)
    assert "đến muộn" not in await editor.says("18")


async def test_a_text_that_goes_into_a_draft_as_it_is_saved_is_told_to_be_late(editor, bot):
    """The press of the button is carried out between the reading of the draft and the writing of the text."""
    await editor.says(LINE)
    draft = bot.desk.read(lambda store: open_draft(store, OWNER, OWNER))
    before = bot.desk.look

    async def saved_meanwhile(read):
        bot.desk.look = before
        await bot.desk.worker.run(lambda store: close(store, draft, "saved", bot.desk.clock()))
        return await before(read)

    bot.desk.look = saved_meanwhile
    assert "đến muộn" in await editor.says("so=8")
