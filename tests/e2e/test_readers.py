"""What readers do in Telegram, with the running bot on the stand-in: each thing once, as people do it."""

import re

from knowledge.exchange.loading import load_packs, read_packs
from tests.stores import edited, rows

BRIDGES, ANSWER = "Đăng Vân có bao nhiêu cầu treo?", "17 cầu treo"
OTHER, OTHER_ANSWER = "Suối Rằm có bao nhiêu cầu treo?", "3 cầu treo"
UNCLEAR = "Có bao nhiêu cầu treo?"
UNKNOWN = "Hạ Long có bao nhiêu cầu treo?"


async def test_asking_editing_and_following_up_across_a_restart(sandbox, bot, an):
    await bot.start()
    asked = an.says(BRIDGES)
    answer = await an.hears(after=asked)
    assert answer.html.startswith(f"<b>{ANSWER}</b>")
    assert '<a href="https://thu-nghiem.example/dang-van">' in answer.html
    assert answer.buttons == ["Nguồn", "Đúng", "Sai", "Theo dõi Đăng Vân · Cầu treo"]
    await bot.stop()
    await bot.start()
    following = an.says("còn Suối Rằm?")
    assert OTHER_ANSWER in (await an.hears(after=following)).text
    an.edits(asked, "Nghệ nhân làm đèn ở Đăng Vân là ai?")
    changed = await sandbox.edited(answer)
    assert changed.text.startswith("Tạ Thị Mơ")
    an.edits(asked, UNKNOWN)
    assert "chưa có" in (await sandbox.edited(changed)).text


async def test_choosing_a_reading_by_a_button_that_is_older_than_the_process(sandbox, bot, an):
    await bot.start()
    unclear = await an.hears(after=an.says(UNCLEAR))
    assert {"Đăng Vân", "Suối Rằm"} <= set(unclear.buttons)
    await bot.kill()
    await bot.start()
    assert await an.presses(unclear, "Suối Rằm") is None
    answer = await sandbox.edited(unclear)
    assert OTHER_ANSWER in answer.text
    assert answer.buttons == ["Nguồn", "Đúng", "Sai", "Theo dõi Suối Rằm · Cầu treo"]
    assert (await an.presses(answer, "Đúng")).text


async def test_a_group_is_answered_only_when_it_means_the_bot(sandbox, bot, an, binh):
    group = sandbox.group("Tổ dân phố 3", members=[an, binh], admins=[an], privacy=False)
    await bot.start()
    name = sandbox.bot.username
    for text in ("chào cả nhà", BRIDGES, f"/hoi@BotKhac {BRIDGES}", "/lalala"):
        an.says(text, to=group)
    by_command = an.says(f"/hoi {BRIDGES}", to=group)
    answer = await an.hears(after=by_command)
    assert (answer.reply_to.id, ANSWER in answer.text) == (by_command.id, True)
    theirs = an.says(OTHER, to=group)
    for text, reply_to in (
        (f"@{name} {OTHER}", None),
        (f"/ask@{name} {OTHER}", None),
        (OTHER, answer),
        ("/hoi", theirs),
    ):
        asked = binh.says(text, to=group, reply_to=reply_to)
        told = await binh.hears(after=asked)
        assert (told.reply_to.id, OTHER_ANSWER in told.text) == (asked.id, True)
    asked = binh.says("/hoi", to=group)
    prompt = await binh.hears(after=asked)
    assert "Bạn muốn hỏi gì" in prompt.text
    assert OTHER_ANSWER in (await binh.hears(after=binh.says(OTHER, to=group, reply_to=prompt))).text
    assert len(sandbox.sent(group)) == 7


async def test_privacy_mode_leaves_commands_and_replies(sandbox, bot, an):
    group = sandbox.group("Tổ dân phố 3", members=[an], admins=[an], privacy=True)
    await bot.start()
    answer = await an.hears(after=an.says(f"/hoi {BRIDGES}", to=group))
    assert ANSWER in answer.text
    assert OTHER_ANSWER in (await an.hears(after=an.says("còn Suối Rằm?", to=group, reply_to=answer))).text


async def test_an_answer_stays_in_its_topic_of_a_forum(sandbox, bot, an):
    group = sandbox.group("Diễn đàn", members=[an], admins=[an], forum=True)
    await bot.start()
    asked = an.says(f"/hoi {BRIDGES}", to=group, thread=42)
    assert (await an.hears(after=asked)).thread == 42


async def test_a_bystander_who_presses_a_button_gets_an_effect_or_a_notice(sandbox, bot, an, binh):
    group = sandbox.group("Tổ dân phố 3", members=[an, binh], admins=[an])
    await bot.start()
    unclear = await an.hears(after=an.says(f"/hoi {UNCLEAR}", to=group))
    await binh.presses(unclear, "Đăng Vân")
    answer = await sandbox.edited(unclear)
    assert ANSWER in answer.text
    assert "Sai" in (await binh.presses(answer, "Sai")).text
    asked = an.says("/xoadulieu", to=group)
    confirm = await an.hears(after=asked)
    assert "người đã gửi lệnh" in (await binh.presses(confirm, "Xóa hết")).text
    assert await binh.presses(answer, "Nguồn") is None
    assert "Tạ Hoài Mây" in (await an.hears(after=confirm)).text


async def test_feedback_wishes_and_wiping(sandbox, bot, an):
    await bot.start()
    answer = await an.hears(after=an.says(BRIDGES))
    for label in ("Đúng", "Sai"):
        assert label in (await an.presses(answer, label)).text
    unknown = await an.hears(after=an.says(UNKNOWN))
    assert "chưa có" in unknown.text
    assert "báo bạn" in (await an.presses(unknown, "Báo tôi khi có")).text
    assert rows(bot.store, "SELECT person, verdict FROM feedback") == [(an.id, "wrong")]
    assert rows(bot.store, "SELECT person, question FROM wish") == [(an.id, UNKNOWN)]
    confirm = await an.hears(after=an.says("/xoadulieu"))
    await an.presses(confirm, "Xóa hết")
    assert "Đã xóa 2 câu hỏi" in (await sandbox.edited(confirm)).text
    assert await bot.stop() == 0
    tables = [
        name
        for (name,) in rows(
            bot.store, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        )
    ]
    for table in tables:
        assert str(an.id) not in str(rows(bot.store, f"SELECT * FROM {table}")), table  # noqa: S608


async def test_browsing_from_topic_to_answer_to_source_to_article(sandbox, bot, an):
    await bot.start()
    page = await an.hears(after=an.says("/chude"))
    await an.presses(page, "Cầu treo")
    topic = await sandbox.edited(page)
    assert topic.id == page.id
    await an.presses(topic, "Đăng Vân có bao nhiêu")
    answer = await an.hears(after=topic, containing=ANSWER)
    await an.presses(answer, "Nguồn")
    source = await an.hears(after=answer)
    assert "Báo Thử Nghiệm" in source.text
    await an.presses(source, "Xem cả bài")
    article = await sandbox.edited(source)
    assert "Chú thích ảnh" in article.text
    assert "Bà Tạ Thị Mơ là nghệ nhân" in article.text  # its last paragraph: a short article is one page
    [link] = re.findall(r"https://t\.me/\S+", article.text)
    opened = await an.hears(after=an.follows(link))
    assert "Báo Thử Nghiệm" in opened.text


async def test_help_leads_to_questions_topics_and_sources(sandbox, bot, an):
    await bot.start()
    told = await an.hears(after=an.says("/trogiup"))
    for link in re.findall(r'href="(https://t\.me/[^"]+)"', told.html):
        assert (await an.hears(after=an.follows(link))).buttons
    example = next(label for label in told.buttons if label.endswith("?"))
    await an.presses(told, example)
    assert "Nguồn" in sandbox.sent(an)[-1].buttons
    for said in ("/lalala", "/start khong-co"):
        assert "/trogiup" in (await an.hears(after=an.says(said))).text or "/start" in said


async def test_inline_answers_are_posted_with_their_source(sandbox, bot, an, binh):
    group = sandbox.group("Tổ dân phố 3", members=[an, binh], admins=[an])
    await bot.start()
    offered = await an.inline(BRIDGES, to=group)
    assert offered[0].title == ANSWER
    assert "06/05/2024" in offered[0].description
    assert not offered.is_personal
    posted = an.posts(offered[0], to=group)
    assert "Tạ Hoài Mây, 06/05/2024" in posted.text
    await binh.presses(posted, "Nguồn")
    assert "Báo Thử Nghiệm" in (await binh.hears()).text
    topics = await an.inline("")
    assert any("Cầu treo" in topic.title for topic in topics)
    assert await an.inline(UNCLEAR)
    an.posts(offered[0])
    told = await an.hears(after=an.says(OTHER))
    assert OTHER_ANSWER in told.text


async def test_what_is_no_text_gets_a_kind_word_in_private_only(sandbox, bot, an):
    group = sandbox.group("Tổ dân phố 3", members=[an], admins=[an], privacy=False)
    await bot.start()
    for send in (an.sends_sticker, an.sends_voice, an.sends_photo, lambda: an.sends_document("a.txt", b"a")):
        assert "gõ câu hỏi" in (await an.hears(after=send())).text
    assert ANSWER in (await an.hears(after=an.sends_photo(caption=BRIDGES))).text
    an.sends_sticker(to=group)
    an.sends_photo(to=group)
    assert ANSWER in (await an.hears(after=an.says(f"/hoi {BRIDGES}", to=group))).text
    assert len(sandbox.sent(group)) == 1


async def test_a_group_that_takes_the_bot_in_is_greeted_once(sandbox, bot, an):
    group = sandbox.group("Tổ dân phố 3", members=[an], admins=[an])
    await bot.start()
    group.removes_bot()
    group.adds_bot()
    await sandbox.until(lambda: sandbox.sent(group), what="a greeting")
    an.says(f"/hoi {BRIDGES}", to=group)
    await sandbox.until(lambda: len(sandbox.sent(group)) > 1)
    greeting, answer = sandbox.sent(group)
    assert "/hoi" in greeting.text
    assert ANSWER in answer.text


async def test_an_update_that_is_delivered_twice_is_answered_once(sandbox, bot, an):
    await bot.start()
    await an.hears(after=an.says(BRIDGES))
    sandbox.redeliver()
    await an.hears(after=an.says(OTHER))
    assert len(sandbox.sent(an)) == 2


async def test_new_knowledge_is_answered_and_browsed_at_once(bot, an, packs):
    await bot.start()
    await an.hears(after=an.says(OTHER))
    load_packs(bot.store, read_packs([edited(packs / "suoi-ram-2025-02-03.yaml", "value: 3", "value: 4")]))
    assert "4 cầu treo" in (await an.hears(after=an.says(OTHER))).text
