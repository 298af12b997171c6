"""Names and topics by command: on one line, step by step, and changed."""

import pytest

from knowledge.editing import Edit, apply
from knowledge.fields import VIETNAM_TIME
from knowledge.service import Knowledge
from tests.handlers.offline import OWNER
from tests.stores import rows

BRIDGES = "Đăng Vân có bao nhiêu cầu treo?"


def name(store, key):
    with Knowledge.open(store) as known:
        return known.lexicon.names.get(key)


def topic(store, key):
    with Knowledge.open(store) as known:
        return known.lexicon.topics.get(key)


def answer(store, question):
    with Knowledge.open(store) as known:
        return known.ask(question)


async def test_a_new_name_on_one_line_is_previewed_and_saved(store, editing):
    said = await editing.says('/themten "Vĩnh Thịnh" loai=xã ten_khac="VT; xã Vĩnh Thịnh" thuoc=dang van')
    assert "Tên mới" in said
    assert "Nhóm: <b>Nơi</b>" in said
    assert "Thuộc: <b>Đăng Vân</b>" in said
    assert editing.labels == ["Lưu", "Sửa", "Bỏ"]
    assert name(store, "vinh-thinh") is None
    assert "Đã lưu tên “Vĩnh Thịnh”" in await editing.presses("Lưu")
    kept = name(store, "vinh-thinh")
    assert (kept.kind, kept.type, kept.aliases, kept.part_of) == (
        "place",
        "xã",
        ("VT", "xã Vĩnh Thịnh"),
        "dang-van",
    )
    [(author, why)] = rows(store, "SELECT author, why FROM step ORDER BY id DESC LIMIT 1")
    assert (author, why) == (str(OWNER), None)


async def test_an_alias_for_a_known_name_is_shown_with_what_it_will_answer_and_works_at_once(store, editing):
    said = await editing.says("/themten dang van ten_khac=Xứ Đèn")
    assert "Sửa tên đã có" in said
    assert "+ Tên khác: Xứ Đèn" in said
    assert "✓ Xứ Đèn có bao nhiêu cầu treo? → 17 cầu treo" in said
    assert answer(store, "Xứ Đèn có bao nhiêu cầu treo?").status != "answered"
    await editing.presses("Lưu")
    assert answer(store, "Xứ Đèn có bao nhiêu cầu treo?").status == "answered"
    assert name(store, "dang-van").name == "Đăng Vân"
    assert name(store, "dang-van").aliases == ("huyện Đăng Vân", "Xứ Đèn")


async def test_step_by_step_with_buttons_and_back_to_mend(store, editing):
    said = await editing.says("/themten")
    assert "<code>/themten " in said
    assert "Đứng trước tên là gì?" in await editing.says("Vĩnh Thịnh")
    assert "gọi bằng tên nào khác" in await editing.says("xã")  # which tells the kind
    await editing.says("VT; Vĩnh Thịnh cũ")
    assert editing.labels[:2] == ["✕ VT", "✕ Vĩnh Thịnh cũ"]
    await editing.presses("✕ Vĩnh Thịnh cũ")
    assert "Thuộc nơi nào" in await editing.presses("Xong")
    assert "chưa biết tên “Hạ Long”" in await editing.says("Hạ Long")
    said = await editing.says("Suối Rằm")
    assert "Thuộc: <b>Suối Rằm</b>" in said
    await editing.presses("Sửa")
    await editing.presses("Loại")
    assert "Loại: <b>phường</b>" in await editing.says("phường")
    await editing.presses("Lưu")
    kept = name(store, "vinh-thinh")
    assert (kept.type, kept.aliases, kept.part_of) == ("phường", ("VT",), "suoi-ram")


async def test_what_kind_of_name_it_is_is_asked_where_nothing_tells(store, editing):
    assert "Đây là tên của gì?" in await editing.says("/themten Lê Văn Tám")
    said = await editing.presses("Người")
    assert "Nhóm: <b>Người</b>" in said
    await editing.presses("Lưu")
    assert name(store, "le-van-tam").kind == "person"


@pytest.mark.parametrize(("line", "kind"), [("Hội Hoa Lan", "organisation"), ("X loai=đề án", "document")])
async def test_a_type_or_a_beginning_tells_the_kind(editing, line, kind):
    said = await editing.says(f"/themten {line}")
    assert {"organisation": "Cơ quan, tổ chức", "document": "Văn bản"}[kind] in said


async def test_an_alias_that_is_anothers_is_told(editing):
    said = await editing.says("/themten dang van ten_khac=Suối Rằm")
    assert "⚠ “Suối Rằm” cũng là tên gọi của Suối Rằm" in said


async def test_a_name_like_a_known_one_is_no_slip_of_it(store, editing):
    assert "Tên mới" in await editing.says("/themten Đăng Vâng loai=xã")
    await editing.presses("Lưu")
    assert name(store, "dang-vang").name == "Đăng Vâng"
    assert name(store, "dang-van").name == "Đăng Vân"


async def test_a_namesake_can_be_added(store, editing):
    await editing.says("/themten Suối Rằm loai=thôn")
    said = await editing.presses("Đây là tên khác")
    assert "Tên mới" in said
    await editing.presses("Lưu")
    assert name(store, "suoi-ram-2").name == "Suối Rằm"
    assert name(store, "suoi-ram").type == "xã"


async def test_what_cannot_be_read_of_a_line_is_told_with_what_can(editing):
    said = await editing.says('/themten "Vĩnh Thịnh" lọai2=xã nhom=voi')
    assert "Mình không biết mục “lọai2”. Các mục: ten=, loai=" in said
    assert "“voi” không phải nhóm nào" in said


async def test_a_phrase_for_a_topic_answers_at_once_in_any_process(store, editing):
    question = "Đăng Vân có bao nhiêu cầu dây?"
    assert answer(store, question).status != "answered"
    said = await editing.says("/themchude Cầu treo cach_goi=cầu dây")
    assert "✓ Cầu dây Đăng Vân? → 17 cầu treo" in said
    assert "Đã lưu chủ đề “Cầu treo”" in await editing.presses("Lưu")
    assert answer(store, question).status == "answered"
    assert topic(store, "cau-treo").phrases[-1] == "cầu dây"


async def test_names_in_an_example_become_placeholders(store, editing):
    said = await editing.says(
        "/themchude Cầu treo cau_mau=Suối Rằm bắc mấy cây cầu treo?; {nơi} được bao nhiêu cầu"
    )
    assert "+ Câu hỏi mẫu: {place} bắc mấy cây cầu treo" in said
    assert "+ Câu hỏi mẫu: {place} được bao nhiêu cầu" in said
    await editing.presses("Lưu")
    assert topic(store, "cau-treo").examples[-1] == "{place} được bao nhiêu cầu"


async def test_a_narrowing_word_in_an_example_is_told_and_teaches_nothing(editing):
    said = await editing.says("/themchude Nghệ nhân làm đèn cau_mau={nơi} có thợ đèn nữ nào")
    assert "“nữ” làm hẹp câu hỏi" in said


async def test_a_phrase_that_would_swallow_what_narrows_is_warned_of(editing):
    said = await editing.says("/themchude Nghệ nhân làm đèn cach_goi=nghệ nhân nữ; thợ đèn")
    assert "“nữ” làm hẹp câu hỏi. Lưu cách gọi “nghệ nhân nữ” thì ai hỏi như vậy sẽ nhận" in said
    assert "thợ đèn” thì" not in said


async def test_a_phrase_of_another_topic_is_told_with_the_answers_that_would_change(bot, editing):
    await bot.says(BRIDGES, chat=31, who=31)
    said = await editing.says("/themchude Mùa hội cach_goi=cầu treo")
    assert "“cầu treo” cũng là cách nói của chủ đề “Cầu treo”" in said


async def test_nothing_different_cannot_be_saved(editing):
    said = await editing.says("/themchude cầu treo")
    assert "Chưa có gì khác" in said
    assert "Lưu" not in editing.labels


async def test_more_can_be_added_at_the_preview(editing):
    await editing.says("/themchude cầu treo cach_goi=cầu dây")
    said = await editing.says("cach_goi=cầu cáp")
    assert "+ Cách gọi: cầu dây" in said
    assert "+ Cách gọi: cầu cáp" in said


async def test_what_is_taken_out_is_shown_and_gone(store, editing):
    said = await editing.says("/themchude cầu treo bo=cây cầu treo")
    assert "− Cách gọi: cây cầu treo" in said
    await editing.presses("Lưu")
    assert topic(store, "cau-treo").phrases == ("cầu treo",)


async def test_whoever_was_faster_loses_nothing(store, desk, editing):
    await editing.says("/themchude cầu treo cach_goi=cầu dây")
    changed = topic(store, "cau-treo").model_copy(update={"phrases": ("cầu treo", "cầu cáp")})
    other = Edit("77", topics=(changed,))
    await desk.worker.run(lambda connection: apply(connection, other, now=desk.clock(), zone=VIETNAM_TIME))
    said = await editing.presses("Lưu")
    assert "+ Cách gọi: cầu dây" in said
    assert "cây cầu treo" not in said
    await editing.presses("Lưu")
    assert topic(store, "cau-treo").phrases == ("cầu treo", "cầu cáp", "cầu dây")


async def test_who_waits_for_an_answer_gets_it_once_the_words_are_taught(store, bot, editing):
    [reply] = await bot.says("Đăng Vân có bao nhiêu cầu dây?", chat=31, who=31)
    await bot.presses(reply.data("Báo tôi"), reply, who=31)
    await editing.says("/themchude Cầu treo cach_goi=cầu dây")
    assert "1 lời nhờ “Báo tôi khi có” giờ đã có câu trả lời" in await editing.presses("Lưu")
    assert rows(store, "SELECT chat, reason FROM outbox") == [(31, "wish")]


async def test_a_stranger_is_refused(bot):
    for command in ("/themten X loai=xã", "/themchude X"):
        [refused] = await bot.says(command, chat=31, who=31)
        assert "chỉ dành cho biên tập viên" in refused.text


async def test_a_line_whose_whole_is_unknown_or_unclear_says_which_names_there_are(editing):
    said = await editing.says('/themten "Khe Vằn" loai=xã thuoc="Hạ Long"')
    assert "Thuộc: mình chưa biết tên “Hạ Long”. Đang có: " in said
    await editing.presses("Bỏ")
    said = await editing.says('/themten "Khe Vằn" loai=xã thuoc="Hội Đèn"')
    assert "Thuộc: “Hội Đèn” có thể là: Hội Đèn lồng Đăng Vân." in said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('/themchude "Chợ phiên" cau_mau="{chợ} họp mấy phiên"', "Câu hỏi mẫu: '{chợ}' không thay cho tên được; chỉ dùng {nơi}, {người}"),
        (f'/themten "{"x" * 2001}" loai=xã', "Tên: dài quá 2000 ký tự."),
    ],
)  # fmt: skip
async def test_what_makes_no_name_or_topic_is_told_with_what_is_allowed(editing, line, said):
    assert said in await editing.says(line)
    assert "Lưu" not in editing.labels
