import pytest

from bot.buckets import Bucket, Buckets
from bot.delivery import Delivery
from bot.metrics import Metrics
from bot.turns import Turns

AN, GROUP = 11, -20


@pytest.fixture
def chats(clock):
    """The limits that answers keep to."""
    return Delivery(Metrics(), clock=clock).chats


@pytest.fixture
def turns(chats, clock):
    return Turns(chats, clock=clock)


@pytest.mark.parametrize(("chat", "seconds"), [(AN, 1), (GROUP, 3)])
def test_a_chat_waits_between_two_notices_and_others_do_not(turns, clock, chat, seconds):
    assert turns.is_next(chat)
    turns.done(chat)
    assert turns.waiting() == [chat]
    assert turns.is_next(12)
    clock.now += seconds - 0.1
    assert turns.waiting() == [chat]
    clock.now += 0.2
    assert turns.waiting() == []
    assert turns.is_next(chat)


def test_where_answers_have_used_up_what_a_chat_may_be_sent_a_notice_waits_for_its_place(turns, chats, clock):
    while not chats[GROUP].reserve():
        pass
    assert not turns.is_next(GROUP)
    assert turns.waiting() == [GROUP]
    clock.now += 6.1
    assert turns.waiting() == []
    assert turns.is_next(GROUP)


def test_notices_count_for_the_answers_that_come_after_them(turns, chats):
    for _ in range(20):
        assert turns.is_next(GROUP)
    assert chats[GROUP].reserve() == pytest.approx(3)


def test_a_chat_that_telegram_wants_left_alone_is_sent_no_answers_either(turns, chats):
    turns.hold(AN, 7)
    assert chats[AN].reserve() == pytest.approx(7)
    assert not turns.is_next(AN)


def test_what_has_been_waited_for_is_not_remembered(clock):
    turns = Turns(Buckets(lambda _chat: Bucket(1, 1.0, clock)), clock=clock)
    for chat in range(1_000):
        turns.is_next(chat)
        turns.done(chat)
    clock.now += 1.1
    assert turns.waiting() == []
