from bot.buckets import Bucket, Buckets
from bot.notifying import bulk_pace
from bot.sandbox.limits import Limiter, Limits


def test_a_burst_passes_at_once_and_then_one_in_every_interval(clock):
    bucket = Bucket(3, 2.0, clock)
    assert [bucket.reserve() for _ in range(6)] == [0, 0, 0, 2, 4, 6]


def test_a_rest_brings_the_burst_back_but_no_more_than_it(clock):
    bucket = Bucket(3, 2.0, clock)
    for _ in range(3):
        bucket.reserve()
    assert not bucket.is_full
    clock.now += 1_000
    assert bucket.is_full
    assert [bucket.reserve() for _ in range(4)] == [0, 0, 0, 2]


def test_nothing_passes_while_held_and_no_burst_follows(clock):
    bucket = Bucket(3, 2.0, clock)
    bucket.hold(30)
    assert [bucket.reserve() for _ in range(2)] == [30, 32]


def test_a_hold_never_shortens_an_earlier_one(clock):
    bucket = Bucket(1, 1.0, clock)
    bucket.hold(30)
    bucket.hold(5)
    assert bucket.reserve() == 30


def test_of_many_buckets_those_that_are_as_good_as_new_are_let_go_of(clock):
    buckets = Buckets(lambda _key: Bucket(1, 10.0, clock), most=3)
    for key in "abc":
        buckets[key].reserve()
    clock.now += 10
    buckets["c"].reserve()
    assert buckets["d"].reserve() == 0
    assert len(buckets) == 2
    assert buckets["c"].reserve() == 10


def test_a_broadcast_uses_at_least_95_percent_of_what_telegram_permits_and_is_never_refused(clock):
    telegram, pace = Limiter(Limits(), clock), bulk_pace(30, clock)
    began, sent = clock.now, 0
    while clock.now < began + 600:
        clock.now += pace.reserve()
        telegram.spend(sent, private=True, unasked=True)  # raises where it is one too many
        sent += 1
    assert sent >= 0.95 * 30 * 600
