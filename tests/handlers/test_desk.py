import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from handlers.desk import Desk, Seat
from knowledge.errors import StoreError
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.store.worker import Worker
from tests.stores import edited, rows

SEAT = Seat(chat=11, chat_kind="private", person=11)
QUESTION = "Đăng Vân có bao nhiêu cầu treo?"
UNCLEAR = "Có bao nhiêu cầu treo?"


async def asked(desk, question, seat=SEAT, *, message=None, again=None):
    """Ask, and note it as answered in message 99."""
    record, reply = await desk.ask(question, seat, message=message, again=again)
    desk.note(replace(record, answers=(99,)), reply.context)
    return record, reply.answer


def lead(answer):
    return answer.blocks[0].lead


async def test_a_question_is_answered_and_its_record_tells_what_came_of_it(desk):
    record, answer = await asked(desk, QUESTION, message=5)
    assert lead(answer) == "17 cầu treo"
    assert (record.status, record.names, record.topics) == ("answered", ("dang-van",), ("cau-treo",))
    assert record.facts[0] == "dang-van-2024/cau-treo"
    assert (record.chat, record.person, record.message) == (11, 11, 5)


async def test_a_question_just_noted_is_found_at_once_and_after_a_restart(desk, open_desk):
    record, _answer = await asked(desk, QUESTION, message=5)
    kept = replace(record, answers=(99,))
    assert await desk.asked_in(11, 5) == await desk.asked(record.id) == kept
    again = open_desk()
    assert await again.asked_in(11, 5) == await again.asked(record.id) == kept
    assert await again.asked_in(11, 6) is await again.asked(1) is None


async def test_many_questions_noted_in_a_row_are_all_found(desk):
    record, _answer = await asked(desk, QUESTION, message=0)
    for number in range(2500):
        desk.note(replace(record, id=number, message=number, question=str(number)))
    assert [(await desk.asked(n)).question for n in (0, 999, 1000, 2499)] == ["0", "999", "1000", "2499"]


async def test_a_follow_up_leans_on_the_same_persons_last_question_in_the_same_chat(desk, open_desk, clock):
    await asked(desk, QUESTION)
    later = open_desk()
    clock.moves(minutes=10)
    _record, answer = await asked(later, "còn Suối Rằm?")
    assert (lead(answer), bool(answer.read_as)) == ("3 cầu treo", True)
    for seat in (replace(SEAT, person=12), replace(SEAT, chat=-5)):
        assert lead((await asked(later, "còn Suối Rằm?", seat))[1]) != "3 cầu treo"


async def test_small_talk_does_not_make_a_context_last_longer(desk, clock):
    await asked(desk, QUESTION)
    clock.moves(minutes=6)
    await asked(desk, "cảm ơn")
    clock.moves(minutes=6)
    assert lead((await asked(desk, "còn Suối Rằm?"))[1]) != "3 cầu treo"


async def test_a_follow_up_that_was_unclear_can_be_asked_as_it_was_meant_a_week_later(desk, open_desk, clock):
    await asked(desk, QUESTION)
    record, answer = await asked(desk, "còn Suối Rằm?", message=5)
    assert lead(answer) == "3 cầu treo"
    clock.moves(days=7)
    later = open_desk()
    _record, answer = await asked(later, "Suối Rằm thì sao?", message=5, again=await later.asked(record.id))
    assert lead(answer) == "3 cầu treo"


async def test_what_is_asked_again_keeps_its_record_and_is_what_follow_ups_lean_on(desk, clock):
    record, answer = await asked(desk, UNCLEAR, message=5)
    assert answer.status == "clarify"
    clock.moves(days=1)
    again, answer = await asked(desk, record.options[0].question, message=5, again=record)
    assert (again.id, lead(answer)) == (record.id, "17 cầu treo")
    assert lead((await asked(desk, "còn Suối Rằm?"))[1]) == "3 cầu treo"


async def test_suggestions_are_kept_as_what_can_be_chosen(desk):
    record, answer = await asked(desk, "Hạ Long có bao nhiêu cầu treo?")
    assert [option.question for option in record.options] == list(answer.suggestions) != []


async def test_a_change_of_knowledge_is_seen_by_the_next_question(desk, store, packs):
    file = edited(packs / "suoi-ram-2025-02-03.yaml", "value: 3", "value: 4")
    load_packs(store, read_packs([file]))
    assert lead((await asked(desk, "Suối Rằm có bao nhiêu cầu treo?"))[1]) == "4 cầu treo"


async def test_whoever_listens_hears_of_every_answer(store, clock):
    heard = []
    worker = Worker(store)
    desk = Desk(store, worker, clock=clock, on_answer=lambda answer: heard.append(answer.status))
    for question in (UNCLEAR, QUESTION, "xin chào"):
        await desk.ask(question, SEAT)
    worker.close()
    desk.close()
    assert heard == ["clarify", "answered", "chat"]


async def test_verdicts_and_wishes_are_kept(desk, store, clock):
    record, _answer = await asked(desk, "Hạ Long có bao nhiêu cầu treo?")
    assert [await desk.feedback(record, 11, verdict) for verdict in ("right", "wrong")] == [None, "right"]
    assert [await desk.wish(record, SEAT), await desk.wish(record, SEAT)] == [True, False]
    assert rows(store, "SELECT question, at FROM wish") == [
        (record.question, clock.now.isoformat(timespec="microseconds"))
    ]


async def test_a_person_who_is_forgotten_has_no_context_left_anywhere(desk, store):
    await asked(desk, QUESTION, message=5)
    await asked(desk, QUESTION, replace(SEAT, chat=-5))
    await asked(desk, QUESTION, replace(SEAT, chat=-5, person=12))
    assert await desk.forget(11) == 2
    assert await desk.asked_in(11, 5) is None
    assert lead((await desk.ask("còn Suối Rằm?", SEAT))[1].answer) != "3 cầu treo"
    assert rows(store, "SELECT person FROM asked") == rows(store, "SELECT person FROM context") == [(12,)]


async def test_nobody_waits_for_a_locked_store_to_be_answered(desk, store):
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        _record, answer = await asked(desk, QUESTION, message=5)
        assert lead(answer) == "17 cầu treo"
        assert lead((await asked(desk, "còn Suối Rằm?", message=6))[1]) == "3 cầu treo"
        assert rows(store, "SELECT count(*) FROM asked") == [(0,)]
        other.execute("COMMIT")
    assert (await desk.asked_in(11, 6)).question == "còn Suối Rằm?"


async def test_a_desk_that_is_being_closed_takes_no_more_notes(desk):
    record, _reply = await desk.ask(QUESTION, SEAT)
    desk.worker.close()
    with pytest.raises(StoreError, match="closed"):
        desk.note(record)
