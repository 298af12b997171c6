import re
from pathlib import Path

import pytest

from handlers.commands import COMMANDS, EDITING, menu
from handlers.links import Link, key, payload
from tests.handlers.offline import BOT, chat_of, conversation, person

QUESTION = "Đăng Vân có bao nhiêu cầu treo?"
GROUP = -100200
NAME = BOT["username"]
README = Path(__file__).parents[2] / "README.md"


def links(text):
    return re.findall(rf"https://t\.me/{NAME}\?start=([\w-]+)", text)


# ── /start ──────────────────────────────────────────────────────────────────────────────


async def test_start_says_what_the_bot_does_and_offers_questions_that_have_an_answer(bot):
    [greeting] = await bot.says("/start", number=5)
    assert "Mình là Hỏi Đáp" in greeting.text
    assert greeting.reply_to == 5
    examples = [label for label in greeting.labels if label.endswith("?")]
    assert len(examples) == 3
    for example in examples:
        answer, _notice = await bot.presses(greeting.data(example), greeting)
        assert (await bot.desk.asked_in(11, 5)) is None
        assert "<b>" in answer.text
        assert "Nguồn" in answer.labels


async def test_a_link_to_a_question_answers_it(bot):
    [answer] = await bot.says(f"/start {payload(Link('question', QUESTION))}", number=5)
    assert "17 cầu treo" in answer.text
    assert answer.reply_to == 5


@pytest.mark.parametrize(
    ("link", "shown"),
    [(Link("topic", key("cau-treo")), "Cầu treo"), (Link("source", key("suoi-ram-2025-02-03")), "Kiều Bách")],
)
async def test_a_link_to_a_topic_or_source_opens_it(bot, link, shown):
    [page] = await bot.says(f"/start {payload(link)}")
    assert shown in page.text
    assert page.rows


@pytest.mark.parametrize(
    "parameter", ["inline", "t", "q", "q!!", "tAAAAAAAAAAAA", "s" + "x" * 63, "qAAAA", "zzz"]
)
async def test_a_link_that_leads_nowhere_says_so_and_offers_what_there_is(bot, parameter):
    [greeting] = await bot.says(f"/start {parameter}")
    assert "không còn dùng được" in greeting.text or parameter == "inline"
    assert len([label for label in greeting.labels if label.endswith("?")]) == 3


async def test_start_works_with_a_store_that_knows_nothing(open_desk, bare, store):
    store.write_bytes(bare.read_bytes())
    empty = await conversation(open_desk())
    for command in ("/start", "/trogiup", "/chude", "/nguon"):
        [said] = await empty.says(command)
        assert said.text


# ── /trogiup ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("command", ["/trogiup", "/help", f"/trogiup@{NAME}"])
async def test_help_names_every_command_and_how_to_ask(bot, command):
    [told] = await bot.says(command)
    for one in COMMANDS:
        assert (f"/{one.name}" in told.text) is bool(one.scopes)
    assert f"@{NAME}" in told.text
    assert len([label for label in told.labels if label.endswith("?")]) == 3


async def test_the_links_in_the_help_lead_to_a_question_a_topic_and_a_source(bot):
    [told] = await bot.says("/trogiup")
    opened = [await bot.says(f"/start {parameter}") for parameter in links(told.text)]
    assert len(opened) == 3
    assert "Nguồn" in opened[0][0].labels
    assert "Cầu treo" in opened[1][0].text
    assert "Kiều Bách" in opened[2][0].text


async def test_help_in_a_group_names_the_commands_of_groups(bot):
    [told] = await bot.says("/trogiup", chat=GROUP)
    assert "/hoi" in told.text
    assert "/xoadulieu" not in told.text


def test_menus_offer_the_vietnamese_names_and_nothing_telegram_refuses():
    private, group = menu("private"), menu("group")
    assert [c.command for c in private] == [
        "hoi",
        "trogiup",
        "chude",
        "nguon",
        "theodoi",
        "huytheodoi",
        "caidat",
        "riengtu",
        "xoadulieu",
    ]
    assert {c.command for c in group} < {c.command for c in private}
    assert all(
        re.fullmatch(r"[a-z0-9_]{1,32}", c.command) and 3 <= len(c.description) <= 256 for c in private
    )


def test_the_readme_has_every_command_as_it_is():
    told = README.read_text(encoding="utf-8")
    for one in (*COMMANDS, *EDITING):
        row = f"| {', '.join(f'`/{name}`' for name in one.names)} | {one.description} |"
        assert (row in told) is bool(one.scopes)


# ── everything else ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("command", ["/lalala", "/trợgiúp", f"/lalala@{NAME}", "/hoii a"])
async def test_an_unknown_command_gets_help(bot, command):
    [told] = await bot.says(command)
    assert "/trogiup" in told.text


async def test_in_a_group_only_an_unknown_command_for_this_bot_gets_help(bot):
    assert await bot.says("/lalala", chat=GROUP) == []
    assert await bot.says("/lalala@BotKhac", chat=GROUP) == []
    [told] = await bot.says(f"/lalala@{NAME}", chat=GROUP)
    assert "/trogiup" in told.text


STICKER = {"sticker": {"file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}}  # fmt: skip
PHOTO = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]}
VOICE = {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}}
PLACE = {"location": {"longitude": 1.0, "latitude": 2.0}}


@pytest.mark.parametrize("content", [STICKER, PHOTO, VOICE, PLACE])
async def test_what_is_no_text_gets_a_kind_word_in_private_and_none_in_a_group(bot, content):
    [told] = await bot.says(**content)
    assert "gõ câu hỏi" in told.text
    assert await bot.says(chat=GROUP, **content) == []


async def test_an_album_gets_one_kind_word_and_its_captions_their_answers(bot):
    said = [await bot.says(**PHOTO, media_group_id="a") for _ in range(3)]
    assert [len(calls) for calls in said] == [1, 0, 0]
    captions = [QUESTION, None, "Suối Rằm có bao nhiêu cầu treo?", None]
    said = [await bot.says(**PHOTO, media_group_id="b", **({"caption": c} if c else {})) for c in captions]
    assert [calls[0].text[:9] if calls else "" for calls in said] == ["<b>17 cầu", "", "<b>3 cầu ", ""]


async def test_what_a_chat_says_of_itself_is_not_talked_to(bot):
    assert await bot.says(pinned_message={"message_id": 3, "date": 1, "chat": chat_of(11)}) == []
    assert await bot.says(chat=GROUP, new_chat_members=[person(12)]) == []


async def test_editing_a_command_or_a_photo_does_nothing(bot):
    assert await bot.says("/chude", edits=5) == []
    assert await bot.says("/lalala", edits=5) == []
    assert await bot.says(edits=5, **PHOTO) == []


def member(status):
    return {"user": BOT, "status": status, **({"until_date": 0} if status == "kicked" else {})}


async def joins(bot, chat, before, after):
    change = {
        "chat": chat_of(chat), "from": person(12), "date": 1,
        "old_chat_member": member(before), "new_chat_member": member(after),
    }  # fmt: skip
    return await bot.update(my_chat_member=change)


async def test_a_group_is_greeted_once_when_the_bot_comes(bot):
    [greeting] = await joins(bot, GROUP, "left", "member")
    assert "/hoi" in greeting.text
    assert f"@{NAME}" in greeting.text


@pytest.mark.parametrize(
    ("before", "after"), [("member", "left"), ("member", "kicked"), ("member", "member"), ("left", "kicked")]
)
async def test_a_group_is_not_greeted_when_the_bot_stays_or_goes(bot, before, after):
    assert await joins(bot, GROUP, before, after) == []


async def test_a_person_who_comes_back_is_not_greeted(bot):
    assert await joins(bot, 11, "kicked", "member") == []
