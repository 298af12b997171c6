from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.conversation import Context
from knowledge.models import Option
from knowledge.store import dialogue, inbox
from knowledge.store.dialogue import Asked, Wish

AN, BINH = 11, 12
NOON = datetime(2025, 3, 4, 12, 0, 0, 123, tzinfo=UTC)
CONTEXT = Context(at=NOON, names=("dang-van",), topics=("cầu treo",), ask_words=("bao nhiêu",))
ASKED = Asked(
    id=2**62 - 1, at=NOON, chat=AN, chat_kind="private", person=AN, question="Đăng Vân có bao nhiêu cầu treo?",
    status="answered", thread=7, message=5, answers=(6, 7), leaned_on=CONTEXT, facts=("dang-van-2024/cau-treo",),
    topics=("cau-treo",), names=("dang-van",), options=(Option(label="Đăng Vân", question="a?"),),
)  # fmt: skip
WISH = Wish(at=NOON, chat=AN, person=AN, question="Có bao nhiêu voi?", thread=7, leaned_on=CONTEXT)


def count(connection, table):
    return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608


# ── questions ───────────────────────────────────────────────────────────────────────────


def test_a_question_comes_back_as_it_was_by_its_id_and_by_its_message(connection):
    dialogue.note_asked(connection, ASKED)
    assert dialogue.asked_by_id(connection, ASKED.id) == ASKED
    assert dialogue.asked_in(connection, AN, 5) == ASKED
    assert dialogue.asked_in(connection, BINH, 5) is dialogue.asked_by_id(connection, 1) is None


def test_a_question_that_was_edited_takes_the_place_of_the_old_one(connection):
    dialogue.note_asked(connection, ASKED)
    dialogue.note_feedback(connection, ASKED.id, AN, "right", NOON)
    changed = replace(ASKED, question="còn Suối Rằm?", answers=(6,), options=())
    dialogue.note_asked(connection, changed)
    assert dialogue.asked_by_id(connection, ASKED.id) == changed
    assert (count(connection, "asked"), count(connection, "feedback")) == (1, 0)


def test_the_messages_of_an_answer_can_be_noted_later(connection):
    dialogue.note_asked(connection, replace(ASKED, answers=()))
    dialogue.note_answers(connection, ASKED.id, (6, 7))
    assert dialogue.asked_by_id(connection, ASKED.id) == ASKED


def test_a_message_asks_one_question_only(connection):
    dialogue.note_asked(connection, ASKED)
    dialogue.note_asked(connection, replace(ASKED, id=1))
    assert dialogue.asked_in(connection, AN, 5).id == 1
    assert count(connection, "asked") == 1


def test_any_number_of_questions_may_have_no_message(connection):
    for number in (1, 2):
        dialogue.note_asked(connection, replace(ASKED, id=number, message=None, leaned_on=None))
    assert count(connection, "asked") == 2
    assert (
        dialogue.asked_by_id(connection, 2).message is dialogue.asked_by_id(connection, 2).leaned_on is None
    )


def test_moments_come_back_the_same_whatever_zone_they_were_told_in(connection):
    local = NOON.astimezone(timezone(timedelta(hours=7)))
    dialogue.note_asked(connection, replace(ASKED, at=local))
    assert dialogue.asked_by_id(connection, ASKED.id).at == NOON


# ── contexts ────────────────────────────────────────────────────────────────────────────

words = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), max_size=3).map(tuple)


contexts = st.builds(
    Context, at=st.datetimes(timezones=st.just(UTC)), names=words, answered_names=words, topics=words,
    topic_words=words, other_words=words, ask_words=words, source_words=words,
)  # fmt: skip


@given(context=contexts)
def test_a_context_can_be_stored_whatever_its_words(context):
    assert dialogue.load_context(dialogue.dump_context(context)) == context


def test_no_context_is_stored_as_none():
    assert dialogue.dump_context(None) is dialogue.load_context(None) is None


def test_each_person_has_one_context_in_each_chat(connection):
    later = replace(CONTEXT, names=("suoi-ram",))
    for chat, person, context in ((AN, AN, CONTEXT), (AN, AN, later), (-5, AN, CONTEXT), (-5, BINH, later)):
        dialogue.remember_context(connection, chat, person, context)
    assert dialogue.context_of(connection, AN, AN) == later
    assert dialogue.context_of(connection, -5, AN) == CONTEXT
    assert dialogue.context_of(connection, AN, BINH) is None


# ── feedback and wishes ─────────────────────────────────────────────────────────────────


def test_a_verdict_tells_the_one_before(connection):
    said = [
        dialogue.note_feedback(connection, 1, AN, verdict, NOON) for verdict in ("right", "wrong", "wrong")
    ]
    assert said == [None, "right", "wrong"]
    assert dialogue.note_feedback(connection, 1, BINH, "right", NOON) is None
    assert count(connection, "feedback") == 2


def test_the_same_wish_is_kept_once_for_each_person_and_chat(connection):
    wishes = (WISH, WISH, replace(WISH, person=BINH), replace(WISH, chat=-5), replace(WISH, question="b?"))
    assert [dialogue.wish_for(connection, wish) for wish in wishes] == [True, False, True, True, True]


# ── forgetting ──────────────────────────────────────────────────────────────────────────


def everything_about(connection, person):
    """Every row of any table that holds this number."""
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        )
    ]
    rows = [(table, row) for table in tables for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608
    return [(table, row) for table, row in rows if any(str(person) in str(value) for value in row)]


def test_wiping_a_person_leaves_nothing_of_them_in_any_table_and_everything_of_others(connection):
    an, binh = 770_011, 770_012
    for person in (an, binh):
        own = replace(ASKED, id=person * 10, chat=person, person=person, leaned_on=None)
        dialogue.note_asked(connection, own)
        dialogue.note_asked(connection, replace(own, id=person * 10 + 1, chat=-5, message=person, answers=()))
        dialogue.remember_context(connection, person, person, CONTEXT)
        dialogue.note_feedback(connection, own.id, person, "right", NOON)
        dialogue.wish_for(connection, replace(WISH, chat=person, person=person))
        update = inbox.Incoming(person, NOON, person, person, f'{{"from": {person}}}')
        inbox.keep(connection, [replace(update, id=person % 1000), replace(update, id=person % 1000 + 100)])
        inbox.finish(connection, replace(update, id=person % 1000))
        inbox.set_aside(connection, [person % 1000 + 100])
    dialogue.note_feedback(connection, an * 10, binh, "wrong", NOON)
    others = len(everything_about(connection, binh))
    assert dialogue.forget_person(connection, an) == 2
    assert everything_about(connection, an) == []
    assert len(everything_about(connection, binh)) == others - 1  # the word on an answer that is gone


def test_questions_are_dropped_with_their_feedback_once_they_are_too_old(connection):
    for number, age in ((1, timedelta(days=91)), (2, timedelta(days=89))):
        dialogue.note_asked(connection, replace(ASKED, id=number, at=NOON - age, message=number))
        dialogue.note_feedback(connection, number, AN, "right", NOON - age)
        dialogue.remember_context(connection, number, AN, replace(CONTEXT, at=NOON - age))
    assert dialogue.drop_asked_before(connection, NOON - timedelta(days=90)) == 1
    for table, key in (("asked", "id"), ("feedback", "asked"), ("context", "chat")):
        assert connection.execute(f"SELECT {key} FROM {table}").fetchall() == [(2,)]  # noqa: S608


# ── alerts ──────────────────────────────────────────────────────────────────────────────


def test_owners_may_be_told_of_a_kind_of_trouble_once_in_a_while(connection):
    hour = timedelta(hours=1)

    def may(kind, now):
        return dialogue.may_alert(connection, kind, now, now - hour)

    assert [may("A", NOON), may("A", NOON + hour / 2), may("B", NOON + hour / 2)] == [True, False, True]
    assert [may("A", NOON + hour), may("A", NOON + hour)] == [True, False]
