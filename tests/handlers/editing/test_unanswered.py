"""What was asked in vain: listed, taught, added, set aside."""

import pytest

from handlers.editing import unanswered
from knowledge.editing import Edit, apply, undo
from knowledge.fields import VIETNAM_TIME
from knowledge.service import Knowledge
from knowledge.store.unanswered import OPEN
from tests.handlers.offline import OWNER
from tests.knowledge.asking import told
from tests.stores import rows

READER = 31
IN_VAIN = "Đăng Vân có bao nhiêu cầu dây?"
BRIDGES = "dang-van-2024/cau-treo"


@pytest.fixture
def asks(bot):
    async def asks(*questions, who=READER):
        for question in questions:
            *_others, said = await bot.says(question, chat=who, who=who)
        return said

    return asks


def answer(store, question):
    """As another process would answer."""
    with Knowledge.open(store) as known:
        return known.ask(question)


async def test_what_was_asked_in_vain_is_listed_most_asked_first_without_who_asked(editing, asks):
    await asks(IN_VAIN, "Giá xăng bao nhiêu?")
    await asks(IN_VAIN, "Cho hỏi Đăng Vân có mấy cầu dây vậy", who=32)
    said = await editing.says("/chuatraloi")
    assert "Câu hỏi chưa trả lời được: 2" in said
    assert said.index("cầu dây") < said.index("Giá xăng")
    assert "3 lần hỏi · 2 cách hỏi" in said
    assert str(READER) not in said
    assert editing.labels == ["1", "2"]


async def test_what_was_answered_or_is_by_now_is_not_listed(editing, asks):
    await asks("Đăng Vân có bao nhiêu cầu treo?", "cảm ơn")
    assert "Hiện không có câu nào" in await editing.says("/unanswered")


async def test_an_answer_called_wrong_is_listed_until_it_is_corrected(bot, desk, editing, asks, clock):
    clock.moves(days=9_000)  # after the packs were loaded
    answered = await asks("Đăng Vân có bao nhiêu cầu treo?")
    await bot.presses(answered.data("Sai"), answered, who=READER)
    assert "1 lần bị báo Sai" in await editing.says("/chuatraloi")
    clock.moves(minutes=1)
    changed = (await desk.look(lambda known: known.catalogue.fact(BRIDGES))).model_copy(
        update={"note": "đã xem lại"}
    )
    edit = Edit("1", facts=(changed,))
    await desk.worker.run(lambda found: apply(found, edit, now=desk.clock(), zone=VIETNAM_TIME))
    assert "Hiện không có câu nào" in await editing.says("/chuatraloi")


async def test_a_group_shows_its_wordings_what_is_answered_now_and_what_is_not_understood(editing, asks):
    await asks(IN_VAIN, "Đăng Vân có mấy cầu dây ạ")
    await editing.says("/chuatraloi")
    said = await editing.presses("1")
    assert f"• “{IN_VAIN}” (1)" in said
    assert "Chữ mình chưa hiểu" in said
    assert editing.labels == ["Gắn với dữ kiện đã có", "Thêm dữ kiện", "Bỏ qua", "« Danh sách"]


async def test_what_is_set_aside_is_out_of_the_list_and_can_be_brought_back(editing, asks):
    await asks(IN_VAIN)
    await editing.says("/chuatraloi")
    await editing.presses("1")
    await editing.presses("Bỏ qua")
    await editing.presses("« Danh sách")
    assert "Câu hỏi đã bỏ qua: 1" in editing.page.text
    assert "Hiện không có câu nào" in await editing.presses("« Câu chưa trả lời")
    await asks(IN_VAIN, IN_VAIN)
    assert "Hiện không có câu nào" in await editing.says("/chuatraloi")
    await editing.presses("Đã bỏ qua (1)")
    await editing.presses("1")
    await editing.presses("Mang trở lại")
    assert "cầu dây" in await editing.says("/chuatraloi")


async def test_what_is_set_aside_comes_back_when_it_is_asked_often_again(editing, asks, clock):
    await asks(IN_VAIN)
    await editing.says("/chuatraloi")
    await editing.presses("1")
    await editing.presses("Bỏ qua")
    clock.moves(hours=1)
    await asks(IN_VAIN, IN_VAIN, IN_VAIN)
    assert "3 lần hỏi" in await editing.says("/chuatraloi")


async def test_what_is_asked_less_often_is_listed_part_by_part_and_can_be_opened(editing, asks, monkeypatch):
    monkeypatch.setattr(unanswered, "MOST", 2)
    for times, question in ((3, IN_VAIN), (2, "Giá xăng bao nhiêu?"), (1, "Đăng Vân có mấy chợ nổi?")):
        for who in range(READER, READER + times):
            await asks(question, who=who)
    said = await editing.says("/chuatraloi")
    assert "Có 3 cách hỏi, hỏi nhiều xếp trước; mình đang xem từ thứ 1 đến thứ 2." in said
    assert "chợ nổi" not in said
    said = await editing.presses("Hỏi ít hơn")
    assert "từ thứ 3 đến thứ 3" in said
    assert editing.labels == ["1", "« Hỏi nhiều hơn"]
    assert "chợ nổi" in await editing.presses("1")
    await editing.presses("Bỏ qua")
    assert "Câu hỏi đã bỏ qua: 1" in await editing.presses("« Danh sách")
    await editing.presses("« Câu chưa trả lời")
    assert "cầu dây" in await editing.presses("« Hỏi nhiều hơn")


async def begin_teaching(editing, number="1"):
    await editing.says("/chuatraloi")
    await editing.presses(number)
    return await editing.presses("Gắn với")


async def test_a_wording_is_taught_with_its_fact_and_works_at_once_in_every_process(store, editing, asks):
    await asks(IN_VAIN)
    said = await begin_teaching(editing)
    assert "1. Huyện Đăng Vân có 17 cầu treo." in said
    said = await editing.presses("1")
    assert "{place} có bao nhiêu cầu dây" in said
    assert "Từ nay những chữ này được hiểu là nói về “Cầu treo”, ở mọi nơi: cầu dây" in said
    assert f"✓ {IN_VAIN} → 17 cầu treo" in said
    assert answer(store, IN_VAIN).status in OPEN
    assert "Đã lưu" in await editing.presses("Lưu")
    assert told(answer(store, IN_VAIN)) == ("answered", BRIDGES)
    assert "17" in (await asks(IN_VAIN)).text
    assert "Hiện không có câu nào" in await editing.says("/chuatraloi")
    [(author, what, key)] = rows(
        store,
        "SELECT step.author, what, change.id FROM change JOIN step ON step.id = change.step ORDER BY seq DESC LIMIT 1",
    )
    assert (author, what, key) == (str(OWNER), "topic", "cau-treo")


async def test_a_fact_is_found_by_words_and_another_can_be_chosen(editing, asks):
    await asks("Nơi nào có nhiều cầu dây đẹp?")
    await begin_teaching(editing)
    said = await editing.says("Suối Rằm cầu treo")
    assert "Xã Suối Rằm có 3 cầu treo." in said
    await editing.presses("1")
    assert "Dữ kiện nào trả lời" in await editing.presses("Chọn dữ kiện khác")
    assert "Bà Tạ Thị Mơ" in await editing.says("dang-van-2024/nghe-nhan")


async def test_of_what_typed_words_speak_of_the_figure_comes_first_where_readers_asked_for_one(
    editing, asks, load
):
    builder = 'facts:\n  - {id: suoi-ram-2025/tho, subject: suoi-ram, topic: cau-treo, kind: person, items: ["Tạ Mừng"], statement: "Thợ cầu treo ở xã Suối Rằm là Tạ Mừng."}\n'
    load(("facts:\n", builder))
    await asks("Suối Rằm có mấy cây cầu dây?")
    await begin_teaching(editing)
    assert "1. Xã Suối Rằm có 3 cầu treo." in await editing.says("Suối Rằm cầu treo")


@pytest.mark.parametrize("narrowing", ["nữ", "trẻ em", "làm mới", "năm 2019", "bị sập"])
async def test_teaching_never_makes_a_narrower_question_get_the_figure_of_all(
    store, editing, asks, narrowing
):
    question = f"Đăng Vân có bao nhiêu cầu dây {narrowing}?"
    await asks(question)
    await begin_teaching(editing)
    await editing.says(BRIDGES)
    said = await editing.presses("1")
    if "Lưu" in editing.labels:
        await editing.presses("Lưu")
    assert "→ 17" not in said
    assert answer(store, question).status != "answered"


async def test_a_wording_that_counts_something_else_is_not_learned_and_told_why(editing, asks):
    await asks("Đăng Vân có bao nhiêu xã có cầu dây?")
    await begin_teaching(editing)
    await editing.says(BRIDGES)
    said = await editing.presses("1")
    assert "Câu hỏi đếm “xã”, còn dữ kiện đếm “cầu treo”" in said
    assert "Lưu" not in editing.labels


async def test_an_unknown_place_can_be_learned_as_another_name(store, editing, asks):
    question = "Hạ Long có bao nhiêu cầu treo?"
    await asks(question)
    await begin_teaching(editing)
    await editing.says(BRIDGES)
    said = await editing.presses("1")
    assert "Mình sẽ học một tên khác: hạ long" in said
    await editing.presses("Lưu")
    assert told(answer(store, question)) == ("answered", BRIDGES)


async def test_where_words_narrow_they_are_named_and_nothing_is_said_to_be_understood(editing, asks):
    await asks("Đăng Vân hoán đổi bao nhiêu cầu?")
    await begin_teaching(editing)
    await editing.says(BRIDGES)
    said = await editing.presses("1")
    assert "Mình không học: hoán đổi." in said
    assert "/themchude &quot;Cầu treo&quot; cach_goi=" in said
    assert "Mình hiểu hết" not in said


async def test_where_teaching_is_not_enough_that_is_said_honestly(editing, asks):
    await asks("Đăng Vân có bao nhiêu cầu treo làm từ năm 1999?")
    await begin_teaching(editing)
    await editing.says(BRIDGES)
    said = await editing.presses("1")
    assert "Mình hiểu hết" in said or "chưa đổi được gì" in said or "vẫn chưa ra" in said
    assert "→ 17" not in said


async def test_who_waits_is_answered_once_it_is_taught(store, bot, editing, asks):
    reply = await asks(IN_VAIN)
    await bot.presses(reply.data("Báo tôi"), reply, who=READER)
    assert "1 lời nhờ báo" in await editing.says("/chuatraloi")
    await begin_teaching(editing)
    await editing.presses("1")
    assert "1 lời nhờ" in await editing.presses("Lưu")
    assert rows(store, "SELECT chat, reason FROM outbox") == [(READER, "wish")]


async def test_a_fact_to_add_begins_with_what_is_known_of_it(editing, asks):
    await asks("Suối Rằm có nghệ nhân làm đèn nào?")
    await editing.says("/chuatraloi")
    await editing.presses("1")
    said = await editing.presses("Thêm dữ kiện")
    assert "Suối Rằm" in said
    assert "bài báo nào" in said


async def test_what_is_taught_can_be_undone(store, desk, editing, asks):
    await asks(IN_VAIN)
    await begin_teaching(editing)
    await editing.presses("1")
    await editing.presses("Lưu")
    [(step,)] = rows(store, "SELECT max(id) FROM step")
    await desk.worker.run(lambda found: undo(found, step, author="1", now=desk.clock(), zone=VIETNAM_TIME))
    assert answer(store, IN_VAIN).status in OPEN


async def test_a_question_wiped_by_who_asked_it_is_listed_no_more(bot, editing, asks):
    await asks(IN_VAIN)
    [sure] = await bot.says("/xoadulieu", chat=READER, who=READER)
    await bot.presses(sure.data("Xóa hết"), sure, who=READER)
    assert "Hiện không có câu nào" in await editing.says("/chuatraloi")


async def test_a_stranger_is_refused_and_a_forged_button_does_nothing(bot, editing, asks):
    await asks(IN_VAIN)
    [refused] = await bot.says("/chuatraloi", chat=READER, who=READER)
    assert "chỉ dành cho biên tập viên" in refused.text
    await editing.says("/chuatraloi")
    await editing.presses("1")
    for label in ("Gắn với", "Thêm dữ kiện", "Bỏ qua", "« Danh sách"):
        [notice] = await bot.presses(editing.page.data(label), editing.page, who=READER)
        assert "chỉ dành cho biên tập viên" in notice.params["text"]
    assert "cầu dây" in await editing.says("/chuatraloi")


async def test_a_fact_added_for_a_question_is_tried_with_it_and_who_waits_is_answered(bot, editing, asks):
    said = await asks("Suối Rằm có bao nhiêu chợ phiên?")
    await bot.presses(said.data("Báo tôi khi có"), said, who=READER)
    await editing.says("/chuatraloi")
    await editing.presses("1")
    await editing.presses("Thêm dữ kiện")
    await editing.presses("mùa hội")
    await editing.says("chợ phiên")
    assert "Chủ đề: <b>Chợ phiên</b>" in await editing.presses("Thêm chủ đề mới")
    await editing.presses("Lưu")
    said = await editing.says("so=2 chợ")
    for _step in range(5):
        if "Lưu" in editing.labels:
            break
        said = await editing.presses("Lấy câu này" if "Lấy câu này" in editing.labels else "Bỏ qua")
    assert "✓ Suối Rằm có bao nhiêu chợ phiên?" in said
    assert "1 lời nhờ “Báo tôi khi có” giờ đã có câu trả lời" in await editing.presses("Lưu")
