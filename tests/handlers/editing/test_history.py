import pytest

from tests.handlers.editing.conftest import Editor, plain

LINE = '/themfact bai=suoi-ram-2025-02-03 ve="Suối Rằm" chude="đèn lồng" so=9 donvi="đèn lồng" doan=2'
LANTERNS = "Suối Rằm bán bao nhiêu đèn lồng?"
OTHER = 21


async def saved(editor, line=LINE):
    await editor.says(line)
    assert "Đã lưu" in await editor.presses("Lưu")


async def answer_to(bot, question):
    [told] = await bot.says(question, chat=77, who=77)
    return plain(told.text)


@pytest.fixture
async def other(bot, editor):
    """A second editor."""
    await editor.says(f"/bientap {OTHER} Hoa")
    return Editor(bot, OTHER)


async def test_the_history_tells_who_changed_what_when_and_what_it_was_before_newest_first(editor):
    await saved(editor)
    shown = await editor.says("/nhatky")
    mine, loaded = shown.split("\n\n")[1:3]
    assert mine.startswith("#2 · 12:06 04/03/2025 · An")
    assert "Thêm dữ kiện Suối Rằm · Đèn lồng bán ra: 9 đèn lồng" in mine
    assert "#1" in loaded
    assert "nạp từ gói dữ liệu" in loaded
    assert "thay đổi nữa" in loaded
    assert editor.labels == ["Hoàn tác #2", "Hoàn tác #1"]


async def test_what_a_name_a_topic_or_a_fact_was_before_is_told_field_by_field(editor, load, packs):
    file = packs / "suoi-ram-2025-02-03.yaml"
    text = file.read_text(encoding="utf-8").replace("Kiều Bách", "Kiều Bích")
    file.write_text(text.replace("paragraph: 5", "paragraph: 6"), encoding="utf-8")
    load(("value: 3", "value: 4"), why="bài đính chính")
    shown = await editor.says("/audit")
    assert "Sửa dữ kiện Suối Rằm · Cầu treo: Con số: 3 cầu treo → 4 cầu treo; Câu trả lời: Xã" in shown
    assert "Sửa dữ kiện Suối Rằm · Mùa hội: Đoạn: 5 → 6" in shown
    assert "Tác giả: Kiều Bách → Kiều Bích" in shown
    assert "Lý do: bài đính chính" in shown


async def test_ones_last_change_is_taken_back_after_it_was_shown_what_that_does(editor):
    await saved(editor)
    sure = await editor.says("/hoantac")
    assert "Hoàn tác bước #2?" in sure
    assert "Bỏ dữ kiện Suối Rằm · Đèn lồng bán ra: 9 đèn lồng" in sure
    assert (await answer_to(editor.bot, LANTERNS)).startswith("9 đèn lồng")
    assert "Đã hoàn tác" in await editor.presses("Hoàn tác #2")
    assert "9 đèn lồng" not in await answer_to(editor.bot, LANTERNS)


async def test_an_undoing_is_undone_like_anything_else(editor):
    await saved(editor)
    await editor.says("/undo")
    await editor.presses("Hoàn tác #2")
    assert "Thêm dữ kiện" in await editor.presses("Hoàn tác #3")
    assert "Đã hoàn tác" in await editor.presses("Hoàn tác #3")
    assert (await answer_to(editor.bot, LANTERNS)).startswith("9 đèn lồng")
    shown = await editor.presses("Nhật ký")
    assert "Hoàn tác bước #3" in shown
    assert "Đã được hoàn tác ở bước #4" in shown


async def test_the_last_change_of_somebody_else_is_not_ones_own(editor, other):
    await saved(editor)
    assert "Bạn chưa sửa gì" in await other.says("/hoantac")
    assert "Hoàn tác bước #2?" in await other.says("/hoantac #2")
    assert "Đã hoàn tác" in await other.presses("Hoàn tác #2")
    assert "#3" in await other.says("/hoantac")


@pytest.mark.parametrize(
    ("typed", "said"), [("99", "Không có bước #99"), ("hôm qua", "không hiểu “hôm qua”")]
)
async def test_what_is_no_step_is_told_so(editor, typed, said):
    assert said in await editor.says(f"/hoantac {typed}")


async def test_of_two_editors_who_take_back_the_same_the_second_is_told_who_was_first(editor, other):
    await saved(editor)
    await editor.says("/hoantac 2")
    await other.says("/hoantac 2")
    await other.presses("Hoàn tác #2")
    await editor.presses("Hoàn tác #2")
    assert "Chưa hoàn tác được bước #2: Hoa đã sửa tiếp lúc 12:06 04/03/2025" in editor.notice
    assert "Chưa hoàn tác được" in editor.text
    assert editor.labels == ["« Nhật ký"]


async def test_a_button_pressed_again_after_all_was_redone_does_not_undo_it_again(editor):
    await saved(editor)
    await editor.says("/hoantac 2")
    old = editor.shown
    await editor.presses("Hoàn tác #2")
    await editor.presses("Hoàn tác #3")
    await editor.presses("Hoàn tác #3")
    await editor.sends(old.data("Hoàn tác #2"), old)
    assert (await answer_to(editor.bot, LANTERNS)).startswith("9 đèn lồng")


async def test_a_name_that_a_later_fact_is_about_is_not_taken_back(editor):
    await editor.says('/themten "Bến Lạ" loai=xã')
    assert "Đã lưu" in await editor.presses("Lưu")
    await saved(editor, LINE.replace("Suối Rằm", "Bến Lạ"))
    shown = await editor.says("/hoantac 2")
    assert "vì những mục này còn dựa vào đó: Xã Bến Lạ bán 9 đèn lồng. (" in shown
    assert editor.labels == ["« Nhật ký"]


async def test_a_long_history_is_turned_page_by_page(editor, load, packs):
    file = packs / "suoi-ram-2025-02-03.yaml"
    text = file.read_text(encoding="utf-8")
    for paragraph in range(11, 17):
        file.write_text(text.replace("paragraph: 5", f"paragraph: {paragraph}"), encoding="utf-8")
        load()
    first = await editor.says("/nhatky")
    assert [number for number in range(1, 8) if f"#{number} ·" in first] == [3, 4, 5, 6, 7]
    older = await editor.presses("Cũ hơn")
    assert [number for number in range(1, 8) if f"#{number} ·" in older] == [1, 2]
    assert await editor.presses("Mới nhất") == first


async def test_strangers_and_removed_editors_neither_see_nor_undo_anything(editor, other, bot):
    await saved(editor)
    await other.says("/hoantac 2")
    await editor.says(f"/bientap {OTHER}")
    await editor.says("/bientap")
    await editor.presses("Thôi: Hoa")
    await editor.presses("Đúng")
    await other.presses("Hoàn tác #2")
    assert "chỉ dành cho biên tập viên" in other.notice
    assert "chỉ dành cho biên tập viên" in await other.says("/nhatky")
    assert (await answer_to(bot, LANTERNS)).startswith("9 đèn lồng")


async def test_a_large_load_is_told_in_short_and_taken_back_all_the_same_after_a_stronger_question(
    editor, bot, load, packs
):
    for chat, followed in ((77, "Đăng Vân"), (78, "cầu treo"), (79, "mùa hội")):
        await bot.says(f"/theodoi {followed}", chat=chat, who=chat)
    facts = "\n".join(
        f'  - {{id: bai-lon/{at}, subject: dang-van, topic: mua-hoi, kind: statement, statement: "Hội thứ {at}."}}'
        for at in range(600)
    )
    article = "article: {id: bai-lon, about: nhiều hội, published: 2026-01-01T00:00:00+07:00}"
    (packs / "bai-lon.yaml").write_text(f"{article}\nfacts:\n{facts}\n", encoding="utf-8")
    load()
    sure = await editor.says("/hoantac 2")
    assert "Bước này lớn (601 thay đổi) nên sẽ mất một lúc. Có thể báo tới 2 nơi" in sure
    assert "Cả thảy 600 dữ kiện sẽ trở lại như trước bước này" in sure
    assert "… và 586 thay đổi nữa" in sure
    assert editor.labels == ["Hoàn tác #2: cả 600 dữ kiện", "« Nhật ký"]
    assert "Đã hoàn tác" in await editor.presses("Hoàn tác #2")
