import pytest

from tests.handlers.editing.conftest import plain

HEAD = "Xã Suối Rằm vào mùa cấy\n\nThứ Hai, 10/03/2025, 08:15\n\n"
BODY = (
    "Vụ xuân này, xã Suối Rằm cấy 120 ha lúa. Xã đã cấp 35 tấn giống cho bà con; làm mới 4 cầu treo"
    " (1 cầu ở thôn Trên, 3 cầu ở thôn Dưới).\n\n"
    "Nhân dịp này, bà con trồng thêm 900 cây quế.\n\n"
)
FOOT = "Kiều Bách"
ARTICLE = HEAD + BODY + FOOT


async def brought(editor, text=ARTICLE):
    """The record of an article sent in one message."""
    await editor.says("/thembai")
    await editor.says(text)
    return await editor.presses("Xong")


async def answer_to(editor, question):
    [told] = await editor.bot.says(question, chat=77, who=77)
    return plain(told.text)


def buttons(editor):
    return [(button["text"], button["callback_data"]) for row in editor.shown.rows for button in row]


async def test_an_article_sent_as_text_tells_what_was_read_of_it(editor):
    assert "dán thẳng vào ô chat" in await editor.says("/thembai")
    assert "1 tin" in await editor.says(ARTICLE)
    shown = await editor.presses("Xong")
    for said in (
        "Tiêu đề: Xã Suối Rằm vào mùa cấy", "Ngày đăng: 10/03/2025", "Tác giả: Kiều Bách", "Báo: chưa có", "2 đoạn",
    ):  # fmt: skip
        assert said in shown
    assert "Lưu" in editor.labels


async def test_several_messages_are_put_together_until_done(editor):
    await editor.says("/thembai")
    for at, piece in enumerate((HEAD, BODY, FOOT), 1):
        assert f"{at} tin" in await editor.says(piece)
    assert "Tác giả: Kiều Bách" in await editor.presses("Xong")


async def test_a_piece_that_comes_after_done_is_added_and_what_was_put_right_stays(editor):
    await editor.says("/thembai")
    await editor.says(HEAD + BODY)
    await editor.presses("Xong")
    await editor.presses("Báo")
    await editor.says("Báo Suối Rằm")
    words = editor.text.split(" đoạn, ")[1].split()[0]
    shown = await editor.says("Bà con còn trồng thêm 45 ha ngô trên nương ở thôn Trên.\n\n" + FOOT)
    assert "ghép thêm tin này vào cuối bài" in shown
    assert "Báo: Báo Suối Rằm" in shown
    assert "Tác giả: Kiều Bách" in shown
    assert int(shown.split(" đoạn, ")[1].split()[0]) > int(words)
    assert "bấm một nút" in await editor.says("45 ha")


async def test_a_piece_that_comes_after_saving_is_told_to_be_too_late(editor):
    await brought(editor)
    await editor.presses("Lưu")
    shown = await editor.says("Bà con còn trồng thêm 45 ha ngô trên nương ở thôn Trên.")
    assert "Bài đã lưu rồi nên tin này không được ghép vào" in shown
    assert "Đề xuất 1/" in shown


async def test_the_text_may_follow_the_command(editor):
    assert "1 tin" in await editor.says(f"/addarticle {ARTICLE}")
    assert "Xã Suối Rằm vào mùa cấy" in await editor.presses("Xong")


async def test_a_field_is_put_right_or_taken_out(editor):
    await brought(editor)
    assert "Bài đăng ngày nào" in await editor.presses("Ngày đăng")
    assert "không đọc được ngày" in await editor.says("hôm qua")
    assert "Ngày đăng: 12/03/2025" in await editor.says("12/3/2025")
    await editor.presses("Địa chỉ")
    assert "http" in await editor.says("bao.vn/mua cay")
    assert "Địa chỉ: https://bao.vn/mua-cay" in await editor.says("https://bao.vn/mua-cay")
    await editor.presses("Tác giả")
    assert "Tác giả: chưa có" in await editor.presses("Để trống")
    await editor.presses("Chuyên mục")
    assert "Chuyên mục: chưa có" in await editor.presses("Quay lại")


async def test_an_article_without_a_day_is_not_saved_before_it_has_one(editor):
    shown = await brought(editor, "Xã Suối Rằm vào mùa cấy\n\n" + BODY)
    assert "còn thiếu: ngày đăng" in shown
    assert "Lưu" not in editor.labels
    await editor.presses("Ngày đăng")
    await editor.says("10/3/2025")
    assert "Lưu" in editor.labels


async def test_proposals_come_one_by_one_with_the_sentence_they_rest_on_and_are_no_answers_before(editor):
    await brought(editor)
    shown = await editor.presses("Lưu")
    assert editor.notice == "Đã lưu bài báo."
    assert "Đề xuất 1/" in shown
    assert "“Vụ xuân này, xã Suối Rằm cấy 120 ha lúa.”" in shown
    assert "<b>120</b>" in editor.shown.text
    assert "Bạn đọc sẽ thấy:" in shown
    assert "10/03/2025, đoạn 1" in shown
    assert editor.labels[:3] == ["Nhận", "Sửa", "Bỏ"]
    assert "120 ha" not in (await answer_to(editor, "Suối Rằm cấy bao nhiêu ha lúa?")).splitlines()[0]


async def test_an_accepted_proposal_answers_at_once_and_the_next_one_comes(editor):
    await brought(editor)
    await editor.presses("Lưu")
    shown = await editor.presses("Nhận")
    assert editor.notice == "Đã lưu."
    assert "Đề xuất 2/" in shown
    assert (await answer_to(editor, "Suối Rằm cấy bao nhiêu ha lúa?")).startswith("120 ha")


async def test_accepting_a_proposal_says_how_many_hear_of_it(editor):
    await editor.bot.says("/theodoi Suối Rằm", chat=77, who=77)
    await brought(editor)
    await editor.presses("Lưu")
    await editor.presses("Nhận")
    assert editor.notice == "Đã lưu. Sẽ báo cho 1 nơi đang theo dõi hoặc đã được trả lời."


async def test_a_dropped_proposal_does_not_come_again(editor):
    await brought(editor)
    first = await editor.presses("Lưu")
    total = first.split("Đề xuất 1/")[1].split()[0]
    for _ in range(int(total)):
        shown = await editor.sends(next(data for label, data in buttons(editor) if label == "Bỏ"))
    assert f"bỏ {total} đề xuất" in shown
    assert editor.labels == []
    assert "dán thẳng vào ô chat" in await editor.says("/thembai")


async def test_the_rest_is_dropped_only_after_asking(editor):
    await brought(editor)
    await editor.presses("Lưu")
    await editor.presses("Nhận")
    assert "Những gì đã nhận vẫn giữ nguyên" in await editor.presses("Bỏ hết")
    assert "Đề xuất 2/" in await editor.presses("Quay lại")
    await editor.presses("Bỏ hết")
    assert "nhận 1, bỏ" in await editor.presses("Bỏ hết")


async def test_what_is_left_for_later_is_gone_on_with_by_the_command(editor):
    await brought(editor)
    await editor.presses("Lưu")
    await editor.presses("Nhận")
    assert "/thembai" in await editor.presses("Để sau")
    assert "Còn những bài có đề xuất chưa duyệt" in await editor.says("/thembai")
    assert "Đề xuất 2/" in await editor.presses("Duyệt tiếp")
    await editor.presses("Bỏ hết")
    assert "nhận 1, bỏ" in await editor.presses("Bỏ hết")


async def test_a_proposal_is_mended_in_the_editor_of_facts_and_comes_back(editor):
    await brought(editor)
    await editor.presses("Lưu")
    await editor.presses("Sửa")
    await editor.presses("Con số")
    await editor.says("125 ha lúa")
    shown = await editor.presses("Xong")
    assert "Đề xuất 1/" in shown
    assert "125" in shown
    await editor.presses("Nhận")
    assert (await answer_to(editor, "Suối Rằm cấy bao nhiêu ha lúa?")).startswith("125")


async def test_the_same_article_again_is_recognised_and_takes_the_place_of_the_first(editor):
    await brought(editor)
    await editor.presses("Lưu")
    await editor.presses("Nhận")
    await editor.presses("Bỏ hết")
    await editor.presses("Bỏ hết")
    shown = await brought(editor, ARTICLE.replace("900 cây quế", "950 cây quế"))
    assert "giống một bài đã có" in shown
    shown = await editor.presses("Thay bài đã có")
    assert "⚠ Đã có dữ kiện này" in shown
    articles = await editor.bot.desk.look(lambda known: [a.title for a in known.reader.articles()])
    assert articles.count("Xã Suối Rằm vào mùa cấy") == 1


async def test_other_commands_leave_the_article_open_and_huy_drops_it(editor):
    await editor.says("/thembai")
    await editor.says(HEAD)
    assert "làm dở: thêm bài báo" in await editor.says("/chude")
    assert "Đã bỏ: thêm bài báo" in await editor.says("/huy")


async def test_leaving_the_proposals_says_that_they_wait_and_not_that_nothing_was_saved(editor):
    await brought(editor)
    await editor.presses("Lưu")
    left = await editor.says("/huy")
    assert "đề xuất chưa duyệt" in left
    assert "Không có gì thay đổi" not in left
    assert "Còn những bài có đề xuất chưa duyệt" in await editor.says("/thembai")


async def test_a_breakdown_that_names_only_some_is_said_to_fall_short(editor):
    await brought(editor, HEAD + "Toàn xã Suối Rằm có 320 hộ hiến đất, trong đó 45 hộ nghèo.\n\n" + FOOT)
    assert "Cộng lại: 45, chưa đủ 320" in await editor.presses("Lưu")


@pytest.mark.parametrize("text", ["/thembai", "/addarticle x"])
async def test_nobody_else_brings_in_articles(bot, text):
    [told] = await bot.says(text, chat=77, who=77)
    assert "chỉ dành cho biên tập viên" in told.text
