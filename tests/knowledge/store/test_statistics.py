from datetime import UTC, datetime, timedelta, timezone

from knowledge.fields import VIETNAM_TIME
from knowledge.store import dialogue
from knowledge.store.following import Follow, start_following
from knowledge.store.history import new_step
from knowledge.store.statistics import Asking, statistics
from tests.knowledge.store.test_dialogue import WISH

NOON = datetime(2025, 3, 4, 12, 0, tzinfo=UTC)


def told(connection, zone=VIETNAM_TIME):
    return statistics(connection, NOON, zone)


def test_a_store_nobody_has_asked_has_no_share_to_tell(connection):
    found = told(connection)
    assert len(found.days) == 30
    assert found.last(30) == Asking(0, 0)
    assert found.last(30).share is None
    assert (found.statuses, found.topics, found.questions) == ({}, (), ())


def test_questions_are_counted_by_the_days_of_peoples_own_clocks(connection, asks):
    asks(status="answered", at=datetime(2025, 3, 3, 16, 59, tzinfo=UTC))  # still the 3rd in Việt Nam
    asks(at=datetime(2025, 3, 3, 17, 0, tzinfo=UTC))
    asks(status="quoted")
    asks(status="chat")
    found = told(connection)
    assert (found.last(1), found.last(7)) == (Asking(2, 1), Asking(3, 2))
    assert [day.day for day, asking in found.days if asking.asked] == [3, 4]
    india = timezone(timedelta(hours=5, minutes=30))
    assert told(connection, india).last(1) == Asking(1, 1)


def test_what_is_older_than_thirty_days_is_not_counted(connection, asks):
    asks(status="answered", at=NOON - timedelta(days=30))
    asks(status="answered", at=NOON - timedelta(days=29))
    found = told(connection)
    assert found.last(30).asked == sum(found.statuses.values()) == 1


def test_the_most_asked_stand_first_and_a_question_asked_only_once_is_nobodys_business(connection, asks):
    for question in ("Đăng Vân có mấy cầu?", "đăng Vân có mấy cầu", "Chồng tôi ở đâu?"):
        asks(question.replace("đăng", "Đăng"), "answered")
    asks("Ai thắp đèn?", topics=("nghe-nhan", "den-long"))
    asks("Ai thắp đèn?", topics=())
    asks("Ai thắp đèn?", topics=())
    found = told(connection)
    assert found.questions == (("Ai thắp đèn?", 3), ("Đăng Vân có mấy cầu?", 2))
    assert found.topics == (("cau-treo", 3), ("nghe-nhan", 1))
    assert found.statuses == {"answered": 3, "unknown": 3}


def test_verdicts_wishes_follows_and_what_is_yet_to_be_told_are_counted(connection, asks):
    first, second = asks(status="answered"), asks(status="answered")
    dialogue.note_feedback(connection, first.id, 11, "wrong", NOON)
    dialogue.note_feedback(connection, second.id, 12, "wrong", NOON - timedelta(days=40))
    dialogue.note_feedback(connection, second.id, 11, "right", NOON)
    dialogue.wish_for(connection, WISH)
    for topic in ("cau-treo", "den-long"):
        start_following(connection, 11, 0, Follow("", topic), person=11, at=NOON)
    connection.execute("INSERT INTO event VALUES (1, ?, 'change', NULL, '{}')", (NOON.isoformat(),))
    for chat, state, hours in ((1, "pending", -1), (2, "pending", 1), (3, "sent", -1), (4, "given up", -1)):
        due = (NOON + timedelta(hours=hours)).isoformat(timespec="microseconds")
        connection.execute(
            "INSERT INTO outbox (event, chat, reason, due, state) VALUES (1, ?, 'follow', ?, ?)",
            (chat, due, state),
        )
    found = told(connection)
    assert (found.right, found.wrong, found.waiting) == (1, 1, 1)
    assert (found.followers, found.follows) == (1, 2)
    assert (found.backlog, found.given_up) == (1, 1)


def test_changes_by_editors_are_counted_apart_from_loads(connection):
    assert told(connection).edits == 0
    new_step(connection, author="12345", why=None, at=NOON)
    assert told(connection).edits == 1
