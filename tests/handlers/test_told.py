import json

import pytest

from handlers.desk import Seat
from knowledge.store import outbox
from knowledge.store.following import Follow, Preference
from knowledge.store.posts import drop_settled_posts
from knowledge.store.told import REMEMBERED, drop_told_before
from tests.handlers.noticing import GROUP, SUOI_RAM, read, told
from tests.handlers.offline import BOT, conversation, person
from tests.stores import rows


async def test_who_was_given_the_old_figure_is_told_when(bot, correct, clock):
    await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    await bot.desk.worker.settled()
    clock.moves(days=3)
    correct()
    notice = await told(bot)
    assert "Đính chính: 3 → 4 cầu treo" in notice.text
    assert "Bạn đã được cho biết con số này ngày 04/03/2025." in notice.text
    assert notice.labels == ["Nguồn", "Thôi báo đính chính"]


async def test_who_was_given_a_figure_before_they_edited_their_question_is_told_when_it_is_corrected(
    bot, correct
):
    first, *_ = await bot.says("Suối Rằm có bao nhiêu cầu treo?", number=501)
    assert "3 cầu treo" in first.text
    await bot.says("Đăng Vân có bao nhiêu cầu treo?", edits=501)
    await bot.desk.worker.settled()
    correct()
    notice = read((await told(bot)).text)
    assert notice.startswith("Đính chính: 3 → 4 cầu treo\n")
    assert "Bạn đã được cho biết con số này ngày 04/03/2025." in notice


async def test_a_figure_got_by_a_button_long_after_the_question_is_told_when_it_is_corrected(
    bot, correct, clock
):
    unclear, *_ = await bot.says("Có bao nhiêu cầu treo?")
    clock.moves(days=20)
    chosen, *_ = await bot.presses(unclear.data("Suối Rằm"), unclear)
    assert "3 cầu treo" in chosen.text
    await bot.desk.worker.settled()
    clock.moves(days=20)
    correct()
    assert "Bạn đã được cho biết con số này ngày 24/03/2025." in (await told(bot)).text


async def test_a_group_is_told_only_of_what_it_was_given_by_a_button(bot, load, desk):
    seat = Seat(GROUP, "supergroup", 11)
    for question, message in (("Suối Rằm có bao nhiêu cầu treo?", None), ("Suối Rằm ở đâu?", 502)):
        asked, reply = await desk.ask(question, seat, message=message)
        desk.note(asked, reply.context)
    await desk.worker.settled()
    load(("value: 3", "value: 4"), ("có bến Quyên Giang", "có Tạ Thị Mơ"))
    notice = read((await told(bot, GROUP)).text)
    assert notice.startswith("Đính chính: 3 → 4 cầu treo\n")
    assert "Ở nhóm này, con số ấy đã được đưa ra ngày 04/03/2025." in notice


async def test_who_is_given_a_figure_amid_a_burst_is_told_of_that_one_not_of_the_one_before(bot, load, clock):
    await bot.desk.follow(Seat(12, "private", 12), Follow("suoi-ram"))
    load(("value: 3", "value: 4"))
    clock.moves(minutes=1)
    await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    await bot.desk.worker.settled()
    clock.moves(minutes=1)
    load(("value: 4", "value: 5"))
    assert "3 → 4 cầu treo" in (await told(bot, 12)).text
    notices = {(await told(bot, chat)).text.split("\n")[0] for chat in (11, 12)}
    assert notices == {"<b>Đính chính: 4 → 5 cầu treo</b>"}


async def test_who_follows_nothing_is_told_of_a_correction_in_a_new_article_and_not_that_it_is_new(
    bot, load, packs, clock
):
    await bot.desk.follow(Seat(12, "private", 12), Follow("suoi-ram"))
    text = (packs / SUOI_RAM).read_text(encoding="utf-8")
    anew = text.replace("suoi-ram-2025", "suoi-ram-2026").replace("2025-02-03", "2026-02-03")
    (packs / "anew.yaml").write_text(anew, encoding="utf-8")
    load()
    await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    await bot.desk.worker.settled()
    clock.moves(minutes=1)
    load(("value: 3", "value: 4"), file="anew.yaml")
    assert read((await told(bot, 12)).text).startswith("Bài báo mới")
    assert read((await told(bot)).text).startswith("Đính chính: 3 → 4 cầu treo\n")


@pytest.mark.parametrize("follows", [False, True])
async def test_who_is_given_a_figure_while_it_is_being_corrected_is_told(bot, correct, store, clock, follows):
    desk = bot.desk
    if follows:
        await desk.follow(Seat(12, "private", 12), Follow("suoi-ram"))
    asked, _reply = await desk.ask("Suối Rằm có bao nhiêu cầu treo?", Seat(11, "private", 11))
    clock.moves(seconds=1)
    correct()
    desk.note(asked)
    later, _reply = await desk.ask("Suối Rằm có bao nhiêu cầu treo?", Seat(13, "private", 13))
    desk.note(later)
    await desk.worker.settled()
    queued = rows(store, "SELECT chat, reason, event FROM outbox ORDER BY chat")
    assert [row[:2] for row in queued] == [(11, "told"), *([(12, "follow")] if follows else [])]
    assert len({event for _chat, _reason, event in queued}) == 1
    if not follows:
        assert "3 → 4 cầu treo" in (await told(bot)).text


async def test_a_group_that_was_given_the_old_figure_is_told_when(bot, correct):
    await bot.says("/hoi Suối Rằm có bao nhiêu cầu treo?", chat=GROUP)
    await bot.desk.worker.settled()
    correct()
    assert "Ở nhóm này, con số ấy đã được đưa ra ngày 04/03/2025." in (await told(bot, GROUP)).text


async def test_a_correction_that_is_not_wanted_any_more_when_it_is_due_is_not_told(bot, correct):
    await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    await bot.desk.worker.settled()
    correct()
    settings, *_ = await bot.says("/caidat")
    await bot.presses(settings.data("Báo đính chính"), settings)
    assert await told(bot) is None


# ── shown in other ways ─────────────────────────────────────────────────────────────────


async def browsed(bot, **where):
    """The page of the article of Suối Rằm, as opened by a button."""
    [articles] = await bot.says("/nguon", **where)
    page, _answered = await bot.presses(articles.data("Suối Rằm"), articles)
    assert "3 cầu treo" in page.text
    await bot.desk.worker.settled()
    return page


async def test_who_saw_a_figure_on_a_page_is_told_when_it_is_corrected(bot, correct, clock):
    await browsed(bot)
    clock.moves(days=29)
    correct()
    notice = await told(bot)
    assert "Đính chính: 3 → 4 cầu treo" in notice.text
    assert "Bạn đã được cho biết con số này ngày 04/03/2025." in notice.text
    assert notice.labels == ["Nguồn", "Thôi báo đính chính"]


async def test_a_group_that_turned_to_a_page_is_told_and_nobody_else(bot, correct, store):
    await browsed(bot, chat=GROUP)
    await bot.says("/nguon", chat=12, who=12)
    correct()
    assert "Ở nhóm này, con số ấy đã được đưa ra ngày 04/03/2025." in (await told(bot, GROUP)).text
    assert rows(store, "SELECT chat FROM outbox") == [(GROUP,)]


async def test_what_was_seen_more_than_30_days_ago_is_not_told_of(bot, correct, store, clock):
    await browsed(bot)
    clock.moves(days=31)
    correct()
    assert rows(store, "SELECT chat FROM outbox") == []


async def test_a_page_shown_again_stays_one_row_a_fact(bot, store):
    for _ in range(3):
        await browsed(bot)
    seen = rows(store, "SELECT id, told.version FROM told JOIN fact ON seq = fact")
    assert ("suoi-ram-2025/cau-treo", 1) in seen
    assert len(seen) == len(set(seen))


async def test_who_saw_a_figure_by_a_link_or_among_the_sources_of_an_answer_is_told(bot, load, store, clock):
    page = await browsed(bot)
    link = page.text[page.text.index("?start=") + 7 :].split('"')[0].split("<")[0]
    await bot.says(f"/start {link}", chat=12, who=12)
    answer, *_ = await bot.says("Suối Rằm có bao nhiêu cầu treo?", chat=13, who=13)
    await bot.desk.worker.settled()
    clock.moves(days=20)
    source, *_ = await bot.presses(answer.data("Nguồn"), answer, who=13)
    assert "3 cầu treo" in source.text
    await bot.desk.worker.settled()
    clock.moves(days=20)
    load(("value: 3", "value: 4"))
    assert rows(store, "SELECT chat FROM outbox") == [(13,)]


async def test_who_only_was_asked_back_was_given_nothing(bot, correct, store):
    [unclear] = await bot.says("Có bao nhiêu cầu treo?")
    assert "3 cầu treo" not in unclear.text
    await bot.desk.worker.settled()
    correct()
    assert rows(store, "SELECT * FROM told") == rows(store, "SELECT * FROM outbox") == []


async def test_who_heard_of_a_figure_by_a_notice_and_follows_no_more_is_told_when_it_is_corrected(
    bot, load, clock
):
    await bot.says("/theodoi Suối Rằm")
    load(("value: 3", "value: 5"))
    assert "3 → 5 cầu treo" in (await told(bot)).text
    await bot.says("/huytheodoi Suối Rằm")
    clock.moves(days=2)
    load(("value: 5", "value: 4"))
    notice = await told(bot)
    assert "5 → 4 cầu treo" in notice.text
    assert "Bạn đã được cho biết con số này ngày 04/03/2025." in notice.text


async def test_a_notice_that_goes_on_within_a_burst_does_not_say_that_it_told_the_figure_itself(
    bot, load, clock, store
):
    await bot.says("/theodoi Suối Rằm")
    load(("value: 3", "value: 5"))
    await told(bot)
    clock.moves(minutes=1)
    load(("value: 5", "value: 4"))
    notice = await told(bot)
    assert "3 → 4 cầu treo" in notice.text
    assert "cho biết" not in notice.text
    assert rows(store, "SELECT chat, reason FROM outbox") == [(11, "follow")]


async def test_who_was_given_another_figure_than_the_one_before_is_told_which(bot, load, clock):
    await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    [settings] = await bot.says("/caidat")
    unwanted, _answered = await bot.presses(settings.data("Báo đính chính"), settings)
    load(("value: 3", "value: 5"))
    await bot.presses(unwanted.data("Báo đính chính"), unwanted)
    clock.moves(days=1)
    load(("value: 5", "value: 4"))
    notice = read((await told(bot)).text)
    assert notice.startswith("Đính chính: 5 → 4 cầu treo\n")
    assert "Ngày 04/03/2025, con số được đưa ra ở đây là: 3 cầu treo." in notice
    assert "cho biết con số này" not in notice


async def test_who_has_seen_the_new_figure_since_still_hears_that_the_old_one_was_wrong(bot, correct, clock):
    await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    await bot.desk.worker.settled()
    correct()
    clock.moves(hours=1)
    answer, *_ = await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    assert "4 cầu treo" in answer.text
    await bot.desk.worker.settled()
    assert "Con số này từng được đưa ra ở đây." in (await told(bot)).text


async def test_what_a_person_was_shown_is_wiped_with_the_rest(bot, store):
    await browsed(bot)
    await browsed(bot, chat=GROUP)
    assert len(rows(store, "SELECT DISTINCT chat FROM told")) == 2
    [asked] = await bot.says("/xoadulieu")
    await bot.presses(asked.data("Xóa hết"), asked)
    assert rows(store, "SELECT DISTINCT chat FROM told") == [(GROUP,)]


# ── posted through inline mode ──────────────────────────────────────────────────────────


async def offers(bot, query="Suối Rằm có bao nhiêu cầu treo?"):
    """The results that are offered, as Telegram takes them."""
    [call] = await bot.update(inline_query={"id": "1", "from": person(12), "query": query, "offset": ""})
    return json.loads(call.params["results"])


async def offered(bot):
    return (await offers(bot))[0]


async def posts(bot, result, query="Suối Rằm có bao nhiêu cầu treo?", **more):
    """Somebody posts a result somewhere."""
    chosen = {"result_id": result["id"], "from": person(12), "query": query, **more}
    assert await bot.update(chosen_inline_result=chosen) == []
    await bot.desk.worker.settled()


async def test_who_posted_an_answer_is_told_when_it_is_corrected_wherever_it_was_posted(bot, correct, store):
    await posts(bot, await offered(bot))
    correct()
    assert rows(store, "SELECT chat FROM outbox") == [(12,)]
    assert "Bạn đã được cho biết con số này ngày 04/03/2025." in (await told(bot, 12)).text


async def test_what_was_posted_is_put_right_whatever_its_poster_wants_to_be_told_and_when(
    bot, correct, load, store, clock
):
    await posts(bot, await offered(bot), inline_message_id="5")
    preference = Preference(pace="weekly", quiet_from=0, quiet_to=23, corrections=False)
    await bot.desk.prefer(12, preference)
    await bot.desk.worker.run(lambda connection: outbox.pause_chat(connection, 12, "blocked"))
    correct()
    assert rows(store, "SELECT state, due FROM outbox") == [
        ("pending", clock.now.isoformat(timespec="microseconds"))
    ]
    await bot.desk.prefer(12, preference)
    notice = await told(bot, 12)
    assert "Suối Rằm · Cầu treo. Đính chính: 3 → 4 cầu treo" in notice.text
    assert "<b>4 cầu treo</b>" in notice.text
    clock.moves(minutes=1)
    load(("value: 4", "value: 5"), why="đếm lại")
    assert "Đính chính: 3 → 5 cầu treo" in (await told(bot, 12)).text
    clock.moves(days=1)
    load(("  - id: suoi-ram-2025/cau-treo", "  - id: suoi-ram-2025/khac"), prune=True)
    notice = read((await told(bot, 12)).text)
    assert "Suối Rằm · Cầu treo. Rút lại: 5 cầu treo" in notice
    assert "Kiều Bách, 03/02/2025" in notice


async def test_a_post_is_forgotten_with_the_person_and_once_no_figure_in_it_would_be_corrected(
    bot, correct, store, clock
):
    result = await offered(bot)
    await posts(bot, result, inline_message_id="5")
    await posts(bot, result, inline_message_id="6")
    clock.moves(days=31)
    await posts(bot, result, inline_message_id="6")

    def let_go(connection):
        drop_told_before(connection, clock.now - REMEMBERED)
        drop_settled_posts(connection)

    await bot.desk.worker.run(let_go)
    assert rows(store, "SELECT message, person FROM post") == [("6", 12)]
    await bot.desk.forget(12)
    correct()
    assert rows(store, "SELECT id FROM post UNION SELECT fact FROM told UNION SELECT id FROM outbox") == []


async def test_a_post_that_is_taken_up_twice_is_one(bot, correct, store):
    result = await offered(bot)
    for _ in range(2):
        await posts(bot, result, inline_message_id="5")
    correct()
    assert rows(store, "SELECT thread < 0 FROM outbox ORDER BY thread") == [(1,), (0,)]


async def test_what_was_offered_before_a_restart_is_known_by_its_place_among_the_offers(open_desk, store):
    first = await conversation(open_desk())
    [_, second, *_] = await offers(first, "Đăng Vân có bao nhiêu cầu treo?")
    again = await conversation(open_desk())
    await posts(again, second, "Đăng Vân có bao nhiêu cầu treo?")
    assert rows(store, "SELECT fact.id FROM told JOIN fact ON fact.seq = told.fact") == [
        ("dang-van-2024/nghe-nhan",)
    ]


async def test_a_group_with_the_bot_in_it_is_told_of_what_was_posted_there(bot, correct, store):
    result = await offered(bot)
    text = read(result["input_message_content"]["message_text"])
    assert await bot.says(f"  {text}\n", chat=GROUP, who=12, via_bot=BOT) == []
    await bot.desk.worker.settled()
    correct()
    assert rows(store, "SELECT chat FROM outbox") == [(GROUP,)]


@pytest.mark.parametrize("result_id", ["", "0", "0.abc", "ạ"])
async def test_what_was_offered_before_the_memory_of_it_began_is_nobodys(bot, correct, store, result_id):
    await bot.update(chosen_inline_result={"result_id": result_id, "from": person(12), "query": "?"})
    await bot.says("3 cầu treo", chat=GROUP, via_bot=BOT)
    await bot.desk.worker.settled()
    correct()
    assert rows(store, "SELECT * FROM told") == rows(store, "SELECT * FROM outbox") == []


async def test_what_is_only_offered_was_shown_to_nobody(bot, correct, store):
    await offered(bot)
    await bot.desk.worker.settled()
    correct()
    assert rows(store, "SELECT * FROM told") == rows(store, "SELECT * FROM outbox") == []
