import re

import pytest
from telegram.constants import MessageLimit

from tests.handlers.editing.conftest import plain

LINE = '/themfact bai=suoi-ram-2025-02-03 ve="Suối Rằm" chude="đèn lồng" so=9 donvi="đèn lồng" doan=2'
LANTERNS = "Suối Rằm bán bao nhiêu đèn lồng?"


async def answer_to(bot, question):
    [told] = await bot.says(question, chat=77, who=77)
    return plain(told.text)


async def test_a_line_is_previewed_as_readers_will_see_it_and_saved_with_one_press(editor):
    shown = await editor.says(LINE)
    assert "Người đọc sẽ thấy" in shown
    assert "9 đèn lồng\nXã Suối Rằm bán 9 đèn lồng." in shown
    assert "Nguồn: bài báo về mùa hội ở xã Suối Rằm, Kiều Bách, 03/02/2025, đoạn 2\n\nCâu hỏi mẫu\n" in shown
    assert f"✓ {LANTERNS}" in shown
    assert editor.labels == ["Lưu", "Sửa", "Bỏ"]
    assert "9 đèn lồng" not in await answer_to(editor.bot, LANTERNS)
    assert "Đã lưu" in await editor.presses("Lưu")
    assert (await answer_to(editor.bot, LANTERNS)).startswith("9 đèn lồng")


async def test_what_the_bare_command_shows_works_when_it_is_sent_back(editor):
    shown = await editor.says("/themfact")
    [example] = re.findall(r"<code>(.+?)</code>", editor.shown.text)
    assert "bai=" in shown
    await editor.says(plain(example))
    assert editor.labels == ["Lưu", "Sửa", "Bỏ"]
    assert "Đã lưu" in await editor.presses("Lưu")


async def test_all_that_is_not_right_about_a_line_is_told_at_once_with_the_line_to_copy(editor):
    line = (
        "/themfact bai=31/12/1999 ve=Hạ Long chude=kỷ luật so=1,286 doan=x xyz=3 tinhden=hôm qua loai=gì đó"
    )
    shown = await editor.says(line)
    for said in (
        "xyz: mình không biết mục “xyz”", "bai=: mình không tìm thấy “31/12/1999”", "ve=: mình không tìm thấy “Hạ Long”",
        "chude=: mình không tìm thấy “kỷ luật”", "so=: “1,286” có thể đọc hai cách", "doan=: “x” không phải",
        "tinhden=: “hôm qua” không phải một ngày", "loai=: “gì đó” không phải loại nào; chọn một trong: số lượng",
    ):  # fmt: skip
        assert said in shown
    assert line in shown
    assert editor.labels == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "bai=xyz",
            "bai=: mình không tìm thấy “xyz”. Đang có: suoi-ram-2025-02-03, dang-van-2024-05-06… (xem hết: /nguon)",
        ),
        ("ve=Khe Vằn", "ve=: mình không tìm thấy “Khe Vằn”. Đang có: "),
        ("ve=Hội Đèn", "ve=: “Hội Đèn” có thể là: Hội Đèn lồng Đăng Vân"),
        ("chude=kỷ luật", "chude=: mình không tìm thấy “kỷ luật”. Đang có: "),
        ("chude=Đèn", "chude=: “Đèn” có thể là: "),
        ("loai=gì đó", "loai=: “gì đó” không phải loại nào; chọn một trong: số lượng, tỷ lệ"),
        ("so=vài", "so=: “vài” không phải con số; viết như 18"),
        ("ngay=hôm qua", "ngay=: “hôm qua” không phải ngày hay tháng; viết như 12/04/2021"),
        ("tren=nhiều", "tren=: “nhiều” không phải con số; viết như 18"),
        ("tu=xưa", "tu=: “xưa” không phải một ngày; viết như 17/11/2020"),
        ("tinhden=mai", "tinhden=: “mai” không phải một ngày; viết như 17/11/2020"),
        ("doan=đầu", "doan=: “đầu” không phải số thứ tự đoạn; viết như 4"),
        ("phan=đỏ", "phan=: “đỏ” thiếu con số hoặc thiếu tên phần; viết như: 4 từ"),
        ("du=gần", "du=: “gần” không rõ; viết có hoặc không"),
        ("ma=Đèn!", "ma=: “Đèn!” không làm mã được; mã chỉ gồm"),
        ("ghichu=" + "x" * 2001, "ghichu=: dài quá 2000 ký tự"),
        ("xyz=1", "xyz: mình không biết mục “xyz”. Các mục: bai, ve, chude"),
        ("doann=1", "doann: mình không biết mục “doann”. Ý bạn là doan=?"),
    ],
)
async def test_what_is_wrong_with_any_key_names_it_what_was_read_and_what_is_allowed(editor, typed, said):
    assert said in await editor.says(f"/themfact so=ít {typed}")


async def test_a_line_with_slips_and_lost_marks_is_understood(editor):
    shown = await editor.says(
        "/addfact bài=mua hoi o xa suoi ram về=suoi rămm chủ đề=den long bán ra số=chín đèn lồng"
    )
    assert "9 đèn lồng" in shown
    assert "Lưu" in editor.labels


async def test_what_is_unclear_is_asked_with_buttons(editor):
    shown = await editor.says(LINE.replace('"đèn lồng" so', "Đèn so").replace('ve="Suối Rằm"', "ve=Hội Đèn"))
    assert "“Hội Đèn” có thể là" in shown
    await editor.presses("Hội Đèn lồng Đăng Vân")
    assert "“Đèn” có thể là" in editor.text
    assert "Mình gợi ý: Hội Đèn lồng Đăng Vân bán 9 đèn lồng." in await editor.presses("Đèn lồng bán ra")
    await editor.presses("Lấy câu này")
    assert "Lưu" in editor.labels


async def test_what_a_line_lacks_is_asked_for_step_by_step(editor):
    shown = await editor.says("/themfact so=9 đèn lồng")
    assert "bài báo nào" in shown
    await editor.presses("mùa hội")
    assert "nơi nào" in editor.text


async def test_step_by_step_from_the_article_to_the_answer(editor):
    await editor.says("/themfact")
    assert "bài báo nào" in await editor.presses("Làm từng bước")
    assert "nơi nào" in await editor.presses("mùa hội ở xã Suối Rằm")
    assert "Về việc gì" in await editor.says("suoi ram")
    assert "loại dữ kiện nào" in await editor.says("đèn lồng")
    assert "Con số là bao nhiêu" in await editor.presses("Số lượng")
    assert "Con số: “vài” không phải con số" in await editor.says("vài")
    assert "chỉ tính riêng" in await editor.says("9 đèn lồng")
    assert "thời gian nào" in await editor.presses("Bỏ qua")
    assert "Câu trả lời" in await editor.says("từ đầu năm 2025 đến nay")
    assert "Mình gợi ý: Xã Suối Rằm bán 9 đèn lồng." in editor.text
    assert "đoạn thứ mấy" in await editor.presses("Lấy câu này")
    assert "chia ra thế nào" in await editor.says("2")
    assert "Cộng lại: 4, trên tổng 9" in await editor.says("4 màu đỏ")
    assert "Cộng lại: 9, trên tổng 9" in await editor.says("5 đèn lồng màu xanh")
    await editor.presses("đủ cả")
    shown = await editor.presses("Xong")
    assert "• 4 đèn lồng: màu đỏ\n• 5 đèn lồng: màu xanh" in shown
    assert "Thời điểm: từ đầu năm 2025 đến nay (tính đến 03/02/2025)." in shown
    assert "Đã lưu" in await editor.presses("Lưu")
    assert (await answer_to(editor.bot, "Suối Rằm bán bao nhiêu đèn lồng màu đỏ?")).startswith("4 đèn lồng")


async def test_any_field_is_mended_from_the_preview_by_button_or_by_keys(editor):
    await editor.says(LINE)
    await editor.presses("Sửa")
    assert "Con số là bao nhiêu" in await editor.presses("Con số: 9 đèn lồng")
    assert "12 đèn lồng" in await editor.says("12")
    assert "câu trả lời không nhắc tới" not in editor.text
    shown = await editor.says("so=11 ghichu=Chỉ tính dịp Tết.")
    assert "11 đèn lồng" in shown
    assert "Lưu ý: Chỉ tính dịp Tết." in shown


async def test_an_id_that_another_fact_has_is_refused_and_may_be_changed(editor):
    assert "mã “suoi-ram-2025/cau-treo” đã có dữ kiện khác" in await editor.says(
        f"{LINE} ma=suoi-ram-2025/cau-treo"
    )
    assert editor.labels == ["Sửa", "Bỏ"]
    await editor.says("ma=suoi-ram-2025/den")
    await editor.presses("Lưu")
    assert "Mã: suoi-ram-2025/den" in editor.text


async def test_what_is_no_number_is_tried_with_a_question_of_its_kind(editor):
    shown = await editor.says("/themfact bai=suoi-ram-2025-02-03 ve=suoi-ram chude=den-long ai=Tạ Thị Mơ")
    assert "✓ Ai được nêu tên về đèn lồng bán ra ở Suối Rằm?" in shown
    assert "✗ Suối Rằm bán bao nhiêu đèn lồng?" in shown


async def test_a_sentence_with_another_figure_than_the_facts_cannot_be_saved(editor):
    shown = await editor.says(f"{LINE} :: Xã Suối Rằm bán 8 đèn lồng.")
    assert "câu trả lời không nhắc tới con số 9" in shown
    assert editor.labels == ["Sửa", "Bỏ"]
    await editor.says("::Xã Suối Rằm bán 9 đèn lồng.")
    assert "Lưu" in editor.labels


async def test_a_count_of_nobody_knows_what_is_doubted(editor):
    said = await editor.says(LINE.replace(' donvi="đèn lồng"', "").replace(" donvi=đèn lồng", ""))
    assert "con số chưa có đơn vị, người đọc chỉ thấy “9”" in said
    assert "chưa có đơn vị" not in await editor.says('donvi="đèn lồng"')


async def test_a_sentence_that_may_mean_the_figure_is_doubted(editor):
    shown = await editor.says(f"{LINE} :: Xã Suối Rằm bán gần chục đèn lồng.")
    assert "câu trả lời không nhắc tới con số 9" in shown
    assert "Lưu" in editor.labels


@pytest.mark.parametrize(
    ("typed", "said"),
    [(f"ma={'a' * 201}", "dài quá 200 ký tự"), ('muc="đèn\x01 đỏ"', "có ký tự không dùng được")],
)
async def test_what_no_pack_may_hold_is_told_in_vietnamese(editor, typed, said):
    assert said in await editor.says(f"{LINE} {typed}")
    assert "Lưu" not in editor.labels


async def test_parts_that_do_not_add_up_cannot_be_saved(editor):
    shown = await editor.says(f'{LINE} phan="4 màu đỏ; 4 màu xanh" du=có')
    assert "các phần cộng lại là 8, không phải 9" in shown
    assert editor.labels == ["Sửa", "Bỏ"]
    await editor.presses("Sửa")
    await editor.presses("Chia đủ cả")
    await editor.presses("Không")
    assert "Lưu" in editor.labels


async def test_parts_that_are_more_than_the_whole_are_doubted(editor):
    assert "các phần cộng lại (10) lớn hơn tổng (9)" in await editor.says(
        f'{LINE} phan="6 màu đỏ; 4 màu xanh"'
    )


async def test_what_contradicts_or_repeats_a_known_fact_is_shown(editor):
    bridges = LINE.replace('"đèn lồng" so=9 donvi="đèn lồng"', 'cau-treo so={} donvi="cầu treo"')
    assert "Khác với dữ kiện đã có: Xã Suối Rằm có 3 cầu treo." in await editor.says(bridges.format(4))
    await editor.presses("Bỏ")
    assert "Đã có dữ kiện giống hệt: Xã Suối Rằm có 3 cầu treo." in await editor.says(bridges.format(3))


async def test_going_back_asks_the_question_before(editor):
    await editor.says("/themfact bai=suoi-ram-2025-02-03")
    await editor.says("suối rằm")
    assert "Về việc gì" in editor.text
    assert "nơi nào" in await editor.presses("Quay lại")
    assert "bài báo nào" in await editor.presses("Quay lại")


async def test_the_names_to_choose_from_are_turned_page_by_page(editor):
    await editor.says("/themfact bai=suoi-ram-2025-02-03")
    first = editor.labels
    await editor.presses("›") if "›" in first else None
    assert "Bỏ" in editor.labels


@pytest.mark.parametrize(
    "kind", ["Người", "Danh sách", "Nhận định", "Bài báo không nêu", "Tỷ lệ", "Ngày tháng"]
)
async def test_each_kind_of_fact_is_asked_for_what_it_needs(editor, kind):
    await editor.says("/themfact bai=suoi-ram-2025-02-03 ve=suoi-ram chude=mua-hoi")
    typed = {"Người": "Tạ Thị Mơ", "Danh sách": "đèn; trống", "Tỷ lệ": "6/10 thôn", "Ngày tháng": "3/2025"}
    await editor.presses(kind)
    if kind in typed:
        await editor.says(typed[kind])
    for _step in range(5):
        if "Lưu" in editor.labels:
            break
        if "Câu trả lời, bằng lời" in editor.text:
            await editor.says("Hội ở Suối Rằm có từ lâu.")
        else:
            await editor.presses("Bỏ qua")
    assert "Đã lưu" in await editor.presses("Lưu")


async def test_a_name_nobody_knows_is_added_on_the_way_and_then_the_fact_goes_on(editor):
    shown = await editor.says(LINE.replace('"Suối Rằm"', '"Khe Vằn"'))
    assert "mình không tìm thấy “Khe Vằn”" in shown
    await editor.presses("Thêm tên mới: Khe Vằn")
    await editor.presses("Nơi")
    assert "Mình gợi ý: Khe Vằn bán 9 đèn lồng." in await editor.presses("Lưu")
    assert "Người đọc sẽ thấy" in await editor.presses("Lấy câu này")
    assert "Đã lưu" in await editor.presses("Lưu")
    assert (await answer_to(editor.bot, "Khe Vằn bán bao nhiêu đèn lồng?")).startswith("9 đèn lồng")


async def test_leaving_what_was_begun_on_the_way_comes_back_to_the_fact(editor):
    await editor.says(LINE.replace('"Suối Rằm"', '"Khe Vằn"'))
    await editor.presses("Thêm tên mới: Khe Vằn")
    assert "Mình quay lại: thêm dữ kiện." in await editor.says("/huy")
    assert "nơi nào, hay ai" in editor.text


async def test_the_help_of_editors_has_their_commands_and_the_form_of_a_line(editor, bot):
    shown = await editor.says("/trogiup")
    assert "/themfact (hoặc /addfact)" in shown
    assert "/themfact bai=… ve=" in shown
    assert "• so= con số, kèm đơn vị cũng được" in shown
    assert "• tinhden= tính đến ngày" in shown
    assert "• :: rồi câu trả lời" in shown
    [for_readers] = await bot.says("/trogiup", chat=77, who=77)
    assert "/themfact" not in for_readers.text


async def test_the_help_of_editors_fits_one_message_to_its_last_line(editor):
    shown = await editor.says("/trogiup")
    assert "bấm thử một câu" in shown.splitlines()[-1]
    assert len(shown.encode("utf-16-le")) // 2 <= MessageLimit.MAX_TEXT_LENGTH


async def test_a_line_that_is_edited_is_read_anew(editor):
    assert "không phải con số" in await editor.says(LINE.replace("so=9", "so=vài"), number=5)
    assert "9 đèn lồng" in await editor.says(LINE, edits=5)
    assert "8 đèn lồng" in await editor.says(LINE.replace("so=9", "so=8"), edits=5)
    assert "Đã lưu" in await editor.presses("Lưu")
    assert (await answer_to(editor.bot, LANTERNS)).startswith("8 đèn lồng")


async def test_under_an_answer_an_editor_may_put_right_what_it_rests_on(editor, bot):
    await editor.says("Suối Rằm có bao nhiêu cầu treo?")
    assert "Con số: 3 cầu treo" in await editor.presses("Sửa dữ kiện")
    [seen] = await bot.says("Suối Rằm có bao nhiêu cầu treo?", chat=77, who=77)
    assert "Sửa dữ kiện" not in seen.labels


async def test_under_what_is_not_known_an_editor_may_add_it(editor):
    await editor.says(LANTERNS)
    assert "bài báo nào" in await editor.presses("Thêm dữ kiện")
    assert "Nói về: Suối Rằm" in editor.text
    assert "loại dữ kiện nào" in await editor.presses("mùa hội")


async def test_an_article_nobody_knows_is_chosen_among_those_there_are(editor):
    shown = await editor.says(LINE.replace("suoi-ram-2025-02-03", "31/12/1999"))
    assert "Bài báo: mình không tìm thấy “31/12/1999”. Chưa có bài thì thêm bằng /thembai." in shown
    await editor.presses("mùa hội")
    assert "Lưu" in editor.labels
