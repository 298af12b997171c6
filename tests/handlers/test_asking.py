import asyncio
import json
import re
import threading

import pytest

from handlers import asking
from handlers.desk import Seat
from handlers.keyboards import Action, data
from tests.handlers.offline import BOT, Call, chat_of, conversation, person

QUESTION = "Đăng Vân có bao nhiêu cầu treo?"
OTHER = "Suối Rằm có bao nhiêu cầu treo?"
UNCLEAR = "Có bao nhiêu cầu treo?"
UNKNOWN = "Hạ Long có bao nhiêu cầu treo?"
GROUP = -100200
MENTION = f"@{BOT['username']}"


def only(calls, method="sendMessage"):
    [call] = calls
    assert call.method == method
    return call


# ── in private ──────────────────────────────────────────────────────────────────────────


async def test_a_facet_without_any_word_keeps_no_question_from_its_answer(bot, load):
    load(('facets: ["bằng gỗ"]', 'facets: ["-"]'), file="dang-van-2024-05-06.yaml")
    answer, *_ = await bot.says("Đăng Vân có bao nhiêu cầu treo?")
    assert "17 cầu treo" in answer.text


async def test_a_name_alone_leads_to_what_is_known_of_it(bot):
    [unknown] = await bot.says("suối rằm")
    assert "chưa có" in unknown.text
    page, _answered = await bot.presses(unknown.data("Mình biết gì về Suối Rằm"), unknown)
    assert page.method == "editMessageText"
    figure, *_ = await bot.presses(page.data("Cầu treo"), page)
    assert "3 cầu treo" in figure.text


async def test_a_question_in_private_gets_its_cited_answer_as_a_reply_with_buttons(bot):
    answer = only(await bot.says(QUESTION, number=5))
    assert answer.text.startswith("<b>17 cầu treo</b>\n")
    assert "Tạ Hoài Mây, 06/05/2024, đoạn 2" in answer.text
    assert '<a href="https://thu-nghiem.example/dang-van">“Đăng Vân thắp đèn đón khách”</a>' in answer.text
    assert (answer.reply_to, answer.labels) == (5, ["Nguồn", "Đúng", "Sai", "Theo dõi Đăng Vân · Cầu treo"])
    assert '"allow_sending_without_reply": true' in answer.params["reply_parameters"]


async def test_what_is_not_known_is_said_with_an_offer_to_tell(bot):
    answer = only(await bot.says(UNKNOWN))
    assert "chưa có" in answer.text
    assert "Báo tôi khi có" in answer.labels


async def test_a_suggested_question_is_answered_in_a_message_of_its_own(bot):
    answer = only(await bot.says(UNKNOWN))
    [number] = re.findall(r"(\d)\. Đăng Vân có bao nhiêu cầu treo", answer.text)
    told, notice = await bot.presses(answer.data(number), answer)
    assert (told.method, notice.method) == ("sendMessage", "answerCallbackQuery")
    assert "17 cầu treo" in told.text


async def test_a_follow_up_leans_on_the_last_question_of_the_same_person_even_after_a_restart(
    bot, open_desk, clock
):
    await bot.says(QUESTION)
    restarted = await conversation(open_desk())
    clock.moves(minutes=9)
    assert "3 cầu treo" in only(await restarted.says("còn Suối Rằm?")).text
    assert "3 cầu treo" not in only(await restarted.says("còn Suối Rằm?", who=12)).text


async def test_a_follow_up_after_eleven_minutes_leans_on_nothing(bot, clock):
    await bot.says(QUESTION)
    clock.moves(minutes=11)
    assert "3 cầu treo" not in only(await bot.says("còn Suối Rằm?")).text


async def test_the_caption_of_a_photo_is_a_question_too(bot):
    photo = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}], "caption": QUESTION}
    assert "17 cầu treo" in only(await bot.says(**photo)).text


async def test_a_mention_in_private_is_no_part_of_the_question(bot):
    await bot.says(f"{MENTION} {QUESTION}", number=5)
    assert (await bot.desk.asked_in(11, 5)).question == QUESTION


async def test_what_was_posted_through_the_bot_itself_is_no_question(bot):
    assert await bot.says(QUESTION, via_bot=BOT) == []


@pytest.mark.parametrize(
    "text", ["x" * 4096, "\ud83d", "a\0b", "?", "🏮🏮", "<b>", "&amp;", "\u202e\u200b", "ạ" * 4000]
)
async def test_any_text_gets_some_answer(bot, text):
    answer = only(await bot.says(text, number=5))
    assert answer.text.strip()
    assert (await bot.desk.asked_in(11, 5)).answers == (answer.id,)


async def test_who_has_to_wait_sees_the_bot_typing(bot):
    busy, free = threading.Event(), threading.Event()
    waiting = bot.desk.look(lambda _known: (busy.set(), free.wait(60)))

    def typing(method):
        if method == "sendChatAction":
            free.set()

    bot.request.on_call = typing
    _, (answer,) = await asyncio.gather(waiting, bot.says(QUESTION))
    action = bot.request.calls[0]
    assert (action.method, action.params["action"]) == ("sendChatAction", "typing")
    assert "17 cầu treo" in answer.text


async def test_a_crowd_is_answered_and_not_shown_the_bot_typing(bot, monkeypatch):
    monkeypatch.setattr(asking, "TYPING_AFTER", 0.0)
    busy, free, shown = threading.Event(), threading.Event(), []
    waiting = asyncio.ensure_future(bot.desk.look(lambda _known: (busy.set(), free.wait(60))))
    bot.request.on_call = shown.append
    try:
        assert await asyncio.to_thread(busy.wait, 60)
        people = range(100, 100 + asking.CROWD + 1)
        asked = [asyncio.ensure_future(bot.says(QUESTION, who=who)) for who in people]
        for _ in range(50):  # turns of the loop: each sees how many wait
            await asyncio.sleep(0)
        assert bot.desk.waiting == len(asked)
    finally:
        free.set()
    await asyncio.gather(waiting, *asked)
    assert shown.count("sendMessage") == len(asked)
    assert "sendChatAction" not in shown


# ── in groups ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text", [QUESTION, "@AiDo " + QUESTION, "/hoi@BotKhac " + QUESTION, "/lalala", "chào"]
)
async def test_a_group_is_left_in_peace_unless_the_bot_is_meant(bot, text):
    assert await bot.says(text, chat=GROUP) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{MENTION} {QUESTION}", f"{QUESTION} {MENTION}", f"{MENTION.lower()}, {QUESTION}", f"/hoi {QUESTION}",
        f"/ask {QUESTION}", f"/hoi{MENTION} {QUESTION}", f"/hoi\n{QUESTION}",
        f"/hoi {MENTION} {QUESTION}",
    ],
)  # fmt: skip
async def test_a_group_asks_by_mention_or_command(bot, text):
    entities = [{"type": "bot_command", "offset": 0, "length": 4}] if "\n" in text else None
    more = {"entities": entities} if entities else {}
    answer = only(await bot.says(text, chat=GROUP, number=8, **more))
    assert "17 cầu treo" in answer.text
    assert answer.reply_to == 8
    assert (await bot.desk.asked_in(GROUP, 8)).question == QUESTION


async def test_a_mention_counts_its_place_in_units_of_utf_16(bot):
    text = f"🏮🏮 {MENTION} {QUESTION}"
    entity = {"type": "mention", "offset": 5, "length": len(MENTION)}
    assert "17 cầu treo" in only(await bot.says(text, chat=GROUP, entities=[entity])).text


async def test_a_mention_by_name_counts(bot):
    entity = {"type": "text_mention", "offset": 0, "length": 7, "user": BOT}
    assert "17 cầu treo" in only(await bot.says(f"Hỏi Đáp {QUESTION}", chat=GROUP, entities=[entity])).text


async def test_a_reply_to_the_bot_is_a_question_but_what_only_stands_in_a_topic_it_opened_is_not(bot):
    said = {"message_id": 3, "date": 1, "chat": chat_of(GROUP), "from": BOT}
    assert "17 cầu treo" in only(await bot.says(QUESTION, chat=GROUP, reply_to_message=said)).text
    opened = {**said, "forum_topic_created": {"name": "Hỏi", "icon_color": 1}}
    assert await bot.says(QUESTION, chat=GROUP, reply_to_message=opened) == []


@pytest.mark.parametrize("text", ["/hoi", MENTION, f"/hoi{MENTION}"])
async def test_the_bare_command_as_a_reply_asks_what_that_message_says(bot, text):
    theirs = {"message_id": 3, "date": 1, "chat": chat_of(GROUP), "from": person(12), "text": QUESTION}
    assert "17 cầu treo" in only(await bot.says(text, chat=GROUP, reply_to_message=theirs)).text


@pytest.mark.parametrize("text", ["/hoi", MENTION])
async def test_the_bare_command_alone_asks_for_the_question(bot, text):
    answer = only(await bot.says(text, chat=GROUP))
    assert "Bạn muốn hỏi gì" in answer.text
    assert json.loads(answer.params["reply_markup"])["force_reply"] is True


async def test_an_answer_stays_in_the_topic_of_its_question(bot):
    answer = only(await bot.says(f"/hoi {QUESTION}", chat=GROUP, message_thread_id=77, is_topic_message=True))
    assert answer.params["message_thread_id"] == "77"


# ── edits, repetitions and choices ──────────────────────────────────────────────────────


async def test_editing_a_question_edits_its_answer_even_after_a_restart(bot, open_desk):
    answer = only(await bot.says(QUESTION, number=5))
    restarted = await conversation(open_desk())
    changed = only(await restarted.says(OTHER, edits=5), "editMessageText")
    assert "3 cầu treo" in changed.text
    assert changed.params["message_id"] == str(answer.id)
    assert changed.labels == ["Nguồn", "Đúng", "Sai", "Theo dõi Suối Rằm · Cầu treo"]


async def test_an_edit_that_changes_nothing_changes_nothing(bot):
    await bot.says(QUESTION, number=5)
    assert await bot.says(QUESTION, edits=5) == []


async def test_after_a_choice_an_edit_that_changes_nothing_leaves_the_answer(bot):
    unclear = only(await bot.says(UNCLEAR, number=5))
    await bot.presses(unclear.data("Suối Rằm"), unclear)
    assert await bot.says(UNCLEAR, edits=5) == []
    assert "17 cầu treo" in only(await bot.says(QUESTION, edits=5), "editMessageText").text


async def test_an_edit_that_makes_a_question_gets_an_answer(bot):
    assert await bot.says(QUESTION, chat=GROUP, number=5) == []
    assert only(await bot.says(f"/hoi {QUESTION}", chat=GROUP, edits=5)).reply_to == 5


async def test_an_answer_that_was_deleted_is_given_anew_when_the_question_is_edited(bot):
    await bot.says(QUESTION, number=5)
    bot.request.refusals.append(("editMessageText", 400, "Bad Request: message to edit not found"))
    tried, sent = await bot.says(OTHER, edits=5)
    assert (tried.method, sent.method) == ("editMessageText", "sendMessage")
    assert (await bot.desk.asked_in(11, 5)).answers == (sent.id,)


async def test_an_answer_that_already_reads_so_is_no_error(bot):
    await bot.says(QUESTION, number=5)
    bot.request.refusals.append(
        ("editMessageText", 400, "Bad Request: message is not modified: specified new…")
    )
    only(await bot.says(QUESTION.rstrip("?"), edits=5), "editMessageText")


async def test_a_question_that_comes_again_is_not_answered_again(bot, open_desk):
    await bot.says(QUESTION, number=5)
    assert await bot.says(QUESTION, number=5) == []
    restarted = await conversation(open_desk())
    assert await restarted.says(QUESTION, number=5) == []


async def test_choosing_a_reading_turns_the_message_into_its_answer_a_week_and_a_restart_later(
    bot, open_desk, clock
):
    unclear = only(await bot.says(UNCLEAR, number=5))
    assert {"Đăng Vân", "Suối Rằm"} <= set(unclear.labels)
    clock.moves(days=7)
    restarted = await conversation(open_desk())
    changed, notice = await restarted.presses(unclear.data("Suối Rằm"), unclear)
    assert (changed.method, notice.method) == ("editMessageText", "answerCallbackQuery")
    assert "3 cầu treo" in changed.text
    assert changed.labels == ["Nguồn", "Đúng", "Sai", "Theo dõi Suối Rằm · Cầu treo"]
    assert "3 cầu treo" not in only(await restarted.says("còn Đăng Vân?")).text


async def test_a_choice_made_before_the_bot_knows_that_its_message_was_sent_works(bot):
    """Others see a message, and its buttons, before Telegram's answer has come back."""
    asked, _reply = await bot.desk.ask(UNCLEAR, Seat(GROUP, "supergroup", 11), message=5)
    bot.desk.note(asked)
    unclear = Call("sendMessage", {}, {"message_id": 77, "date": 1, "chat": chat_of(GROUP), "from": BOT})
    changed, _notice = await bot.presses(data(Action.OPTION, asked.id, 1), unclear, who=12)
    bot.desk.answered_in(asked, (77,))
    assert changed.params["message_id"] == "77"
    kept = await bot.desk.asked_in(GROUP, 5)
    assert (kept.status, kept.answers) == ("answered", (77,))


async def test_a_choice_made_twice_says_that_it_was_made(bot):
    unclear = only(await bot.says(UNCLEAR))
    await bot.presses(unclear.data("Suối Rằm"), unclear)
    assert (
        "đã được trả lời"
        in only(await bot.presses(unclear.data("Đăng Vân"), unclear), "answerCallbackQuery").text
    )


async def test_a_bystander_may_choose_for_the_one_who_asked(bot):
    unclear = only(await bot.says(f"/hoi {UNCLEAR}", chat=GROUP))
    changed, _notice = await bot.presses(unclear.data("Suối Rằm"), unclear, who=12)
    assert "3 cầu treo" in changed.text


@pytest.mark.parametrize(
    "data",
    [
        "",
        "x",
        "0o:1:1",
        "1z:1",
        "1o",
        "1o:1",
        "1o:zz:0",
        "1o:-1:0",
        "1o:!:0",
        "1r:",
        "9" * 64,
        "1o:zzzzzzzzzzzz:zzzzzzzzzzzz",
        "1r:-1",
    ],
)
async def test_a_stale_or_forged_button_is_answered_politely(bot, data):
    answer = only(await bot.says(QUESTION))
    notice = only(await bot.presses(data, answer), "answerCallbackQuery")
    assert "không" in notice.text
