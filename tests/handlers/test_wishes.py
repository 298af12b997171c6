import json
from datetime import UTC, datetime

import pytest

from handlers.desk import Seat
from handlers.wishes import check_wishes
from knowledge.editing import Edit, apply
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.store import following
from knowledge.store.following import Follow, Preference
from tests.stores import edited, rows

AN = Seat(chat=11, chat_kind="private", person=11)
GROUP = Seat(chat=-20, chat_kind="supergroup", person=11, thread=7)
NEW_BRIDGES = "Đăng Vân có bao nhiêu cầu treo làm mới?"
STATED = """  - id: dang-van-2024/cau-treo-moi
    subject: dang-van
    topic: cau-treo
    kind: count
    value: 4
    unit: "cầu treo"
    facets: ["làm mới"]
    statement: "Đăng Vân làm mới 4 cầu treo."
"""


@pytest.fixture
def brought(store, packs, clock):
    """Brings the figure that the article did not state, or something else."""
    file = packs / "dang-van-2024-05-06.yaml"
    text = file.read_text(encoding="utf-8")
    start, end = (
        text.index("  - id: dang-van-2024/cau-treo-moi"),
        text.index("  - id: dang-van-2024/den-long"),
    )

    def brought(what=STATED):
        file.write_text(text[:start] + what + text[end:], encoding="utf-8")
        return load_packs(store, read_packs([file]), now=clock.now)

    return brought


async def wished(desk, question=NEW_BRIDGES, seat=AN):
    asked, reply = await desk.ask(question, seat)
    assert await desk.wish(asked, seat)
    return reply.answer.status


def queued(store):
    return rows(store, "SELECT chat, thread, reason, state, due FROM outbox ORDER BY id")


def waiting(store):
    return rows(store, "SELECT question FROM wish")


async def test_an_answer_that_somebody_waited_for_is_queued_once(desk, store, brought, clock):
    assert await wished(desk) == "not_stated"
    brought()
    assert await check_wishes(desk) == 1
    assert queued(store) == [(11, 0, "wish", "pending", clock.now.isoformat(timespec="microseconds"))]
    [(kind, body)] = rows(store, "SELECT kind, body FROM event JOIN outbox ON outbox.event = event.id")
    assert (kind, json.loads(body)["question"], json.loads(body)["leaned_on"]) == ("wish", NEW_BRIDGES, None)
    assert (waiting(store), await check_wishes(desk)) == ([], 0)
    assert len(queued(store)) == 1


async def test_a_wish_that_is_not_fulfilled_yet_is_kept(desk, store, brought):
    await wished(desk)
    await wished(desk, "Đăng Vân có bao nhiêu cầu treo bằng kính?")
    brought(STATED.replace("làm mới", "bằng đá"))
    assert (await check_wishes(desk), queued(store), len(waiting(store))) == (0, [], 2)
    brought()
    assert (await check_wishes(desk), len(waiting(store))) == (1, 1)


async def test_a_follow_up_is_asked_again_as_it_was_meant(desk, store, brought, clock):
    asked, reply = await desk.ask("Đăng Vân có bao nhiêu cầu treo?", AN)
    desk.note(asked, reply.context)
    assert await wished(desk, "còn làm mới thì sao?") == "not_stated"
    clock.moves(days=3)
    brought()
    assert (await check_wishes(desk), waiting(store)) == (1, [])


async def test_the_answer_goes_where_the_wish_was_made(desk, store, brought):
    await wished(desk, seat=GROUP)
    await wished(desk)
    brought()
    assert await check_wishes(desk) == 2
    assert {row[:2] for row in queued(store)} == {(-20, 7), (11, 0)}


async def test_an_answer_waits_for_the_end_of_quiet_hours_but_for_no_digest(desk, store, brought, clock):
    preference = Preference(pace="weekly", weekday=2, hour=9, quiet_from=11, quiet_to=14)
    await desk.worker.run(lambda connection: following.prefer(connection, 11, preference))
    await wished(desk)
    clock.now = datetime(2025, 3, 4, 5, 30, tzinfo=UTC)
    brought()
    await check_wishes(desk)
    assert queued(store)[0][4] == "2025-03-04T07:00:00.000000+00:00"


async def test_a_change_while_wishes_are_gone_through_has_them_gone_through_again(desk, brought, clock):
    await wished(desk)
    await wished(desk, "Đăng Vân có bao nhiêu cầu treo bằng đá?")
    brought(STATED.replace("làm mới", "bằng kính"))
    look, looked = desk.look, []

    async def look_and_change(read):
        found = await look(read)
        looked.append(read)
        if len(looked) == 3:
            clock.moves(minutes=10)
            brought()
        return found

    desk.look = look_and_change
    assert (await check_wishes(desk), await check_wishes(desk), await check_wishes(desk)) == (0, 1, 0)


async def test_a_wish_taken_back_meanwhile_is_not_answered(desk, store, brought):
    await wished(desk)
    brought()
    look = desk.look

    async def look_and_forget(read):
        found = await look(read)
        await desk.forget(AN.person)
        return found

    desk.look = look_and_forget
    assert (await check_wishes(desk), queued(store)) == (0, [])


async def test_a_fact_narrowed_down_to_what_was_asked_is_an_answer_though_nobody_else_is_told(
    desk, store, brought
):
    await desk.follow(Seat(12, "private", 12), Follow("dang-van"))
    brought(STATED.replace('facets: ["làm mới"]', 'facets: ["bằng đá"]'))
    [told_of_the_fact] = queued(store)
    assert await wished(desk) != "answered"
    assert await check_wishes(desk) == 0
    brought()
    assert (await check_wishes(desk), waiting(store)) == (1, [])
    assert [row[:3] for row in queued(store)] == [told_of_the_fact[:3], (11, 0, "wish")]


async def test_a_word_the_bot_has_learned_answers_what_was_asked_with_it(desk, store, clock):
    assert await wished(desk, "Suối Rằm có bao nhiêu cầu lắc lẻo?") != "answered"
    topic = await desk.look(lambda known: known.lexicon.topics["cau-treo"])
    taught = topic.model_copy(update={"phrases": (*topic.phrases, "cầu lắc lẻo")})
    edit = Edit("12", topics=(taught,))
    await desk.worker.run(lambda connection: apply(connection, edit, now=clock.now, zone=desk.zone))
    assert (await check_wishes(desk), waiting(store)) == (1, [])


async def test_what_was_in_the_way_of_an_answer_and_is_gone_is_a_change_too(desk, brought):
    open_one = (
        STATED.replace(": 4", ": 5").replace("4 cầu", "5 cầu").replace("cau-treo-moi", "cau-treo-moi-hai")
    )
    await wished(desk, "Suối Rằm có bao nhiêu cầu treo bằng kính?")
    brought(STATED + open_one)
    await check_wishes(desk)
    edit = Edit("12", withdrawn=("dang-van-2024/cau-treo-moi-hai",))
    await desk.worker.run(lambda connection: apply(connection, edit, now=desk.clock(), zone=desk.zone))
    assert await asked_by(desk) == 1


async def asked_by(desk):
    """How many questions were asked again by looking for what can be granted."""
    look, count = desk.look, []

    async def looking(read):
        count.append(read)
        return await look(read)

    desk.look = looking
    await check_wishes(desk)
    desk.look = look
    return len(count) - 1


async def test_only_wishes_that_a_change_may_concern_are_asked_again(desk, store, brought, packs, clock):
    for question in (
        NEW_BRIDGES,
        "Suối Rằm có bao nhiêu cầu treo bằng kính?",
        "Có bao nhiêu con voi bằng kính?",
    ):
        await wished(desk, question)
    brought(STATED.replace("làm mới", "bằng đá"))
    assert await asked_by(desk) == 3
    edited(packs / "suoi-ram-2025-02-03.yaml", "value: 3", "value: 5")
    load_packs(store, read_packs([packs]), now=clock.now)
    assert await asked_by(desk) == 3
    edited(packs / "dang-van-2024-05-06.yaml", "86.5", "87.5")
    load_packs(store, read_packs([packs]), now=clock.now)
    assert await asked_by(desk) == 2
    assert len(waiting(store)) == 3


ASIDE = """article: {id: ben-do-2025, about: "bến đò ở xã Lũng Tro", author: "Lê Chi", published: 2025-02-03T23:45:00+07:00}
names:
  - {id: lung-tro, name: "Lũng Tro", kind: place, type: "xã"}
facts:
  - {id: ben-do-2025/cau, subject: lung-tro, topic: cau-treo, kind: count, value: 2, unit: "cầu treo", statement: "2 cầu."}
"""


async def test_words_that_facts_of_another_place_are_told_apart_by_have_every_wish_asked_again(
    desk, store, packs, clock
):
    aside = packs / "ben-do.yaml"

    async def asked_after(old, new):
        edited(aside, old, new)
        load_packs(store, read_packs([packs]), now=clock.now)
        return await asked_by(desk)

    aside.write_text(ASIDE, encoding="utf-8")
    await wished(desk)
    await asked_after("2 cầu.", "Có 2 cầu.")
    assert await asked_after('"Có 2 cầu."', '"2 cầu."') == 0
    assert await asked_after('"2 cầu."', '"2 cầu.", facets: ["bằng đá"]') == 1
    assert await asked_after("value: 2", "value: 3") == 0
    assert await asked_after('"bằng đá"', '"bằng sắt"') == 1
    assert await asked_after('"cầu treo", ', '"cây cầu", ') == 1


async def test_a_source_that_is_told_of_in_another_way_is_a_change_for_those_who_ask_of_it(
    desk, store, packs, clock
):
    await wished(desk)
    edited(packs / "suoi-ram-2025-02-03.yaml", "Kiều Bách", "Kiều Bích")
    load_packs(store, read_packs([packs]), now=clock.now)
    await asked_by(desk)
    edited(packs / "dang-van-2024-05-06.yaml", "Tạ Hoài Mây", "Tạ Hoài Mai")
    load_packs(store, read_packs([packs]), now=clock.now)
    assert await asked_by(desk) == 1


async def test_a_restart_loses_no_wish_and_doubles_none(open_desk, store, brought):
    await wished(open_desk())
    brought()
    assert (await check_wishes(open_desk()), len(queued(store))) == (1, 1)
    assert (await check_wishes(open_desk()), len(queued(store))) == (0, 1)


async def test_an_answer_that_came_between_the_question_and_the_wish_is_queued_at_once(
    desk, store, brought, bot
):
    answer, *_ = await bot.says(NEW_BRIDGES)
    brought()
    await bot.presses(answer.data("Báo tôi khi có"), answer)
    assert [row[:4] for row in queued(store)] == [(11, 0, "wish", "pending")]
    assert (waiting(store), await check_wishes(desk)) == ([], 0)
