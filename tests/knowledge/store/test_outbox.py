from datetime import timedelta

import pytest

from knowledge.store import outbox
from tests.knowledge.store.telling import AN, NOON, SHARE, load, queued
from tests.stores import edited


def due(connection):
    with connection:
        return outbox.next_due(connection, NOON)


def begun(connection, rows):
    with connection:
        return outbox.begin(connection, rows)


def figures(rows):
    return [
        (change["before"]["value"], change["after"]["value"])
        for row in rows
        for change in row.body["changes"]
    ]


@pytest.fixture
def changed(store, file, chats):
    """A figure that somebody is to hear of has changed; and it can go on changing."""
    chats.follow(AN)
    load(store, edited(file, "86.5", "87.5"))
    return lambda value: load(store, edited(file, "87.5", value))


def test_what_is_sent_is_what_stands_when_sending_begins(connection, changed):
    found = due(connection)
    changed("88.5")
    assert (figures(found), figures(begun(connection, found))) == ([(86.5, 87.5)], [(86.5, 88.5)])


def test_what_was_put_back_just_before_it_was_sent_is_not_sent(connection, changed):
    found = due(connection)
    changed("86.5")
    assert (len(found), begun(connection, found)) == (1, [])


@pytest.mark.parametrize("value", ["88.5", "86.5"])
def test_what_changes_while_a_notice_is_under_way_is_told_in_the_same_message(
    store, connection, changed, value
):
    rows = begun(connection, due(connection))
    changed(value)
    with connection:
        outbox.sent(connection, rows, 77, NOON)
    [again] = begun(connection, due(connection))
    before = 86.5 if value == "88.5" else 87.5
    assert (again.message, figures([again])) == (77, [(before, float(value))])
    with connection:
        outbox.sent(connection, [again], 77, NOON)
    assert (queued(store, "state, message"), due(connection)) == ([("sent", 77)], [])


def test_what_changes_while_a_notice_is_refused_is_tried_by_itself(store, connection, changed):
    rows = begun(connection, due(connection))
    changed("88.5")
    with connection:
        outbox.give_up(connection, rows, "Bad Request", NOON)
    assert queued(store, "state") == ["pending"]
    rows = begun(connection, due(connection))
    with connection:
        outbox.give_up(connection, rows, "Bad Request", NOON)
    assert (queued(store, "state, problem"), rows[0].body["changes"][0]["fact"]) == (
        [("given up", "Bad Request")],
        SHARE,
    )


def test_what_was_told_long_ago_is_let_go_of_and_what_waits_is_kept(connection, changed, store):
    rows = begun(connection, due(connection))
    with connection:
        outbox.sent(connection, rows, 7, NOON)
        outbox.drop_before(connection, NOON)
    assert queued(store) != []
    with connection:
        outbox.drop_before(connection, NOON + timedelta(seconds=1))
    assert queued(store) == []
    assert connection.execute("SELECT count(*) FROM event").fetchone() == (0,)
    changed("89.5")
    with connection:
        outbox.drop_before(connection, NOON + timedelta(days=365))
    assert queued(store) != []
