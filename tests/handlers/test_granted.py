from handlers.wishes import check_wishes
from knowledge.fields import VIETNAM_TIME
from knowledge.store.statistics import Asking, statistics
from tests.handlers.noticing import GROUP, SUOI_RAM, read, told
from tests.stores import rows

NEW_ANSWER = 'facts:\n  - {id: suoi-ram-2025/den, subject: suoi-ram, topic: den-long, kind: count, value: 9, unit: "đèn lồng", paragraph: 2, statement: "Suối Rằm bán 9 đèn lồng."}\n'  # fmt: skip


async def wishes(bot, question, **where):
    [answer] = await bot.says(question, **where)
    await bot.presses(answer.data("Báo tôi khi có"), answer)


async def test_who_waited_gets_the_question_and_the_full_cited_answer_with_working_buttons(bot, load, store):
    await wishes(bot, "Suối Rằm bán bao nhiêu đèn lồng?")
    load(("facts:\n", NEW_ANSWER))
    assert await check_wishes(bot.desk) == 1
    notice = await told(bot)
    shown = read(notice.text).splitlines()
    assert "nhờ mình báo" in shown[0]
    assert shown[1] == "Suối Rằm bán bao nhiêu đèn lồng?"
    assert "9 đèn lồng" in shown
    assert "Kiều Bách, 03/02/2025, đoạn 2" in shown[-1]
    assert notice.labels == ["Nguồn", "Đúng", "Sai", "Theo dõi Suối Rằm · Đèn lồng bán ra"]
    marked, _answered = await bot.presses(notice.data("Đúng"), notice)
    assert "✓ Đúng" in marked.labels
    source, _answered = await bot.presses(notice.data("Nguồn"), notice)
    assert "Kiều Bách" in source.text
    assert rows(store, "SELECT count(*) FROM wish") == [(0,)]


async def test_an_answer_that_came_of_itself_is_no_question_of_the_statistics(bot, load, clock):
    await wishes(bot, "Suối Rằm bán bao nhiêu đèn lồng?")
    load(("facts:\n", NEW_ANSWER))
    await check_wishes(bot.desk)
    await told(bot)
    await bot.desk.worker.settled()
    found = bot.desk.read(lambda connection: statistics(connection, clock(), VIETNAM_TIME))
    assert (found.last(1), found.questions) == (Asking(1, 0), ())


async def test_a_follow_up_that_somebody_waited_for_is_asked_as_it_was_meant(bot, load, clock):
    await bot.says("Hội Đèn lồng Đăng Vân bán bao nhiêu đèn lồng?")
    await wishes(bot, "còn Suối Rằm?")
    clock.moves(days=2)
    load(("facts:\n", NEW_ANSWER))
    await check_wishes(bot.desk)
    assert "9 đèn lồng" in (await told(bot)).text


async def test_in_a_group_the_person_who_waited_is_named(bot, load):
    await wishes(bot, "/hoi Suối Rằm bán bao nhiêu đèn lồng?", chat=GROUP)
    load(("facts:\n", NEW_ANSWER))
    await check_wishes(bot.desk)
    notice = await told(bot, GROUP)
    assert notice.text.startswith('<a href="tg://user?id=11">Bạn</a> đã nhờ')


async def test_an_answer_that_is_gone_again_when_it_is_due_is_waited_for_again(bot, load, store, packs):
    before = (packs / SUOI_RAM).read_text(encoding="utf-8")
    await wishes(bot, "Suối Rằm bán bao nhiêu đèn lồng?")
    load(("facts:\n", NEW_ANSWER))
    await check_wishes(bot.desk)
    (packs / SUOI_RAM).write_text(before, encoding="utf-8")
    load(prune=True)
    assert await told(bot) is None
    assert rows(store, "SELECT chat, person, question FROM wish") == [
        (11, 11, "Suối Rằm bán bao nhiêu đèn lồng?")
    ]


async def heard(bot):
    """All that the outbox has for An, what came to nothing left out."""
    due = rows(bot.desk.path, "SELECT count(*) FROM outbox WHERE state = 'pending'")[0][0]
    return [read(notice.text) for _ in range(due) if (notice := await told(bot))]


async def test_who_follows_and_waited_hears_of_a_new_fact_once(bot, load):
    await bot.says("/theodoi Suối Rằm")
    await wishes(bot, "Suối Rằm bán bao nhiêu đèn lồng?")
    load(("facts:\n", NEW_ANSWER))
    await check_wishes(bot.desk)
    [notice] = await heard(bot)
    assert "nhờ mình báo" in notice


async def test_of_what_else_changed_who_waited_hears_as_a_follower(bot, load):
    await bot.says("/theodoi Suối Rằm")
    await wishes(bot, "Suối Rằm bán bao nhiêu đèn lồng?")
    load(("facts:\n", NEW_ANSWER), ("value: 3", "value: 4"))
    await check_wishes(bot.desk)
    notice, granted = await heard(bot)
    assert "3 → 4 cầu treo" in notice
    assert "9 đèn lồng" not in notice
    assert "9 đèn lồng" in granted


async def test_a_correction_of_what_was_waited_for_is_told_though_corrections_are_not_wanted(bot, load):
    await bot.says("/theodoi Suối Rằm")
    settings, *_ = await bot.says("/caidat")
    await bot.presses(settings.data("Báo đính chính"), settings)
    await wishes(bot, "Suối Rằm bán bao nhiêu đèn lồng?")
    load(("facts:\n", NEW_ANSWER))
    await check_wishes(bot.desk)
    await heard(bot)
    await bot.desk.worker.settled()
    load(("value: 9", "value: 8"))
    await check_wishes(bot.desk)
    [notice] = await heard(bot)
    assert "9 → 8 đèn lồng" in notice
