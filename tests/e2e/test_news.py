"""From a change of the knowledge to the people it concerns: the bot runs here, by a clock that the tests hold."""

import asyncio
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from bot.running import run
from bot.sandbox import NO_LIMITS, Sandbox
from bot.settings import Settings
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.store.following import Preference, prefer
from knowledge.store.reader import connect
from tests.stores import edited, rows

BRIDGES = "Đăng Vân có bao nhiêu cầu treo?"
START = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)  # Monday, ten in the morning in Việt Nam


class Clock:
    """Stands still until a test moves it."""

    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now

    def move(self, **span):
        self.now += timedelta(**span)


@pytest.fixture
def clock():
    return Clock()


@asynccontextmanager
async def running(sandbox, store, clock):
    """The bot, in this process, until the end of the block."""
    settings = Settings.read(HOIDAP_TOKEN=sandbox.token, api_base=sandbox.api_base, database=store)
    stop = asyncio.Event()
    bot = asyncio.create_task(run(settings, stop, clock=clock))
    await sandbox.until(
        lambda: bot.done() or any(call.method == "getUpdates" for call in sandbox.calls), timeout=60
    )
    try:
        yield
    finally:
        stop.set()
        await bot


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch, cwd):
    """No settings are read from a file."""
    monkeypatch.chdir(cwd)


@pytest_asyncio.fixture
async def town(store, clock):
    """The stand-in with the bot on it."""
    async with Sandbox(limits=NO_LIMITS) as sandbox, running(sandbox, store, clock):
        yield sandbox


@pytest.fixture
def bridges(packs, store, clock):
    """Change how many wooden bridges an article gives, and with them how many there are in all."""
    file = packs / "dang-van-2024-05-06.yaml"
    stands = {"wood": 12}

    def change(wood, **options):
        edited(file, f"value: {stands['wood']}\n", f"value: {wood}\n")
        edited(file, f"value: {stands['wood'] + 5}\n", f"value: {wood + 5}\n")
        stands["wood"] = wood
        return load_packs(store, read_packs([file]), **{"now": clock(), **options})

    return change


async def asks(person, question=BRIDGES):
    return await person.hears(after=person.says(question))


async def follows(person, words="Đăng Vân"):
    assert "Đã theo dõi" in (await person.hears(after=person.says(f"/theodoi {words}"))).text


async def test_a_corrected_figure_is_told_with_the_old_one_the_new_one_the_reason_and_the_source(
    town, bridges
):
    an, binh = town.person("An"), town.person("Bình")
    await follows(an)
    heard = an.says("xin chào")
    await an.hears(after=heard)
    bridges(13, why="bài báo đính chính")
    notice = await an.hears(after=heard, containing="→", timeout=20)
    assert "17 → 18 cầu treo" in notice.text
    assert "bài báo đính chính" in notice.text
    assert "Tạ Hoài Mây" in notice.text
    assert "06/05/2024" in notice.text
    assert any("Nguồn" in label for label in notice.buttons)
    assert any("Thôi theo dõi" in label for label in notice.buttons)
    assert town.sent(binh) == []


async def test_one_change_is_one_notice_however_many_follows_match(town, bridges):
    an = town.person("An")
    for words in ("Đăng Vân", "cầu treo", "Đăng Vân cầu treo", "tất cả"):
        await follows(an, words)
    before = len(town.sent(an))
    bridges(13)
    await town.until(lambda: len(town.sent(an)) > before, timeout=20)
    bridges(14)
    await town.until(lambda: "17 → 19" in town.sent(an)[-1].text, timeout=20)
    assert len(town.sent(an)) == before + 1


async def test_changes_more_than_five_minutes_apart_are_told_apart(town, bridges, clock):
    an = town.person("An")
    await follows(an)
    before = len(town.sent(an))
    bridges(13)
    await town.until(lambda: len(town.sent(an)) == before + 1, timeout=20)
    clock.move(minutes=6)
    bridges(14)
    await town.until(lambda: len(town.sent(an)) == before + 2, timeout=20)
    assert "18 → 19" in town.sent(an)[-1].text


async def test_who_was_given_a_figure_hears_that_it_is_another_one(town, bridges, clock):
    an, binh = town.person("An"), town.person("Bình")
    await asks(an)
    clock.move(days=29)
    await asks(binh, "Suối Rằm có bao nhiêu cầu treo?")
    bridges(13)
    await town.until(lambda: "17 → 18" in town.sent(an)[-1].text, timeout=20)
    assert "02/03/2026" in town.sent(an)[-1].text
    assert len(town.sent(an)) == 2
    assert len(town.sent(binh)) == 1


async def test_who_was_given_a_figure_long_ago_or_wants_no_corrections_hears_nothing(town, bridges, clock):
    an, binh = town.person("An"), town.person("Bình")
    await asks(an)
    clock.move(days=31)
    await asks(binh)
    page = await binh.hears(after=binh.says("/caidat"))
    label = next(label for label in page.buttons if "đính chính" in label.lower())
    await binh.presses(page, label)
    lan = town.person("Lan")
    await follows(lan)
    told = [len(town.sent(one)) for one in (an, binh)]
    before = len(town.sent(lan))
    bridges(13)
    await town.until(lambda: len(town.sent(lan)) > before, timeout=20)
    assert [len(town.sent(one)) for one in (an, binh)] == told


async def test_who_waits_for_an_answer_gets_the_question_and_the_answer_once(town, packs, store, clock):
    an = town.person("An")
    answer = await asks(an, "Suối Rằm có bao nhiêu nghệ nhân làm đèn?")
    await an.presses(answer, "Báo tôi khi có")
    before = len(town.sent(an))
    file = packs / "suoi-ram-2025-02-03.yaml"
    fact = (
        "  - id: suoi-ram-2025/nghe-nhan\n    subject: suoi-ram\n    topic: nghe-nhan\n    kind: count\n    value: 6\n"
        '    unit: "nghệ nhân"\n    statement: "Xã Suối Rằm có 6 nghệ nhân làm đèn."\n    paragraph: 6\n'
    )
    file.write_text(file.read_text(encoding="utf-8") + fact, encoding="utf-8")
    load_packs(store, read_packs([file]), now=clock())
    await town.until(lambda: len(town.sent(an)) > before, timeout=20)
    notice = town.sent(an)[-1]
    assert "Suối Rằm có bao nhiêu nghệ nhân làm đèn?" in notice.text
    assert "6 nghệ nhân" in notice.text
    assert "Kiều Bách" in notice.text
    edited(file, "value: 6", "value: 7")
    clock.move(minutes=10)
    load_packs(store, read_packs([file]), now=clock())
    await town.until(lambda: "6 → 7" in town.sent(an)[-1].text, timeout=20)  # a correction, for it was told
    assert sum("Suối Rằm có bao nhiêu nghệ nhân" in one.text for one in town.sent(an)) == 1


async def test_a_daily_digest_comes_at_its_hour_with_all_that_changed(town, bridges, clock, packs, store):
    an = town.person("An")
    await follows(an, "tất cả")
    page = await an.hears(after=an.says("/caidat"))
    await an.presses(page, "Mỗi ngày")
    before = len(town.sent(an))
    bridges(13)
    clock.move(hours=1)
    file = edited(packs / "suoi-ram-2025-02-03.yaml", "value: 3", "value: 4")
    load_packs(store, read_packs([file]), now=clock())
    due = {row[0] for row in rows(store, "SELECT due FROM outbox")}
    assert due == {"2026-03-03T00:00:00.000000+00:00"}  # seven in the morning in Việt Nam
    clock.now = datetime(2026, 3, 3, 0, 0, 1, tzinfo=UTC)
    await town.until(lambda: len(town.sent(an)) > before, timeout=20)
    digest = town.sent(an)[-1].text
    assert "17 → 18" in digest
    assert "3 → 4" in digest
    await asks(an)
    assert len(town.sent(an)) == before + 2  # the digest and the answer
    await until_noted(store, {("sent", None)})


async def test_nobody_is_woken_in_their_quiet_hours(town, bridges, clock, store):
    an = town.person("An")
    await follows(an)
    with closing(connect(store)) as connection, connection:
        prefer(connection, an.id, Preference(quiet_from=22, quiet_to=6))
    clock.now = datetime(2026, 3, 2, 16, 30, tzinfo=UTC)  # half past eleven at night
    before = len(town.sent(an))
    bridges(13)
    assert rows(store, "SELECT due FROM outbox") == [("2026-03-02T23:00:00.000000+00:00",)]
    clock.now = datetime(2026, 3, 2, 23, 0, 1, tzinfo=UTC)
    await town.until(lambda: len(town.sent(an)) > before, timeout=20)


async def test_what_is_due_before_quiet_hours_and_late_waits_for_their_end(town, bridges, clock, store):
    an, binh = town.person("An"), town.person("Bình")
    await follows(an)
    await follows(binh)
    with closing(connect(store)) as connection, connection:
        prefer(connection, an.id, Preference(quiet_from=22, quiet_to=6))
    clock.now = datetime(2026, 3, 2, 14, 59, tzinfo=UTC)  # a minute before ten at night
    before = len(town.sent(an))
    told_at, clock.now = clock.now, datetime(2026, 3, 2, 16, 0, tzinfo=UTC)  # and so long it was down
    bridges(13, now=told_at)
    await town.until(lambda: any("17 → 18" in one.text for one in town.sent(binh)), timeout=20)
    await town.until(
        lambda: rows(store, "SELECT problem FROM outbox WHERE chat = ?", an.id) == [("quiet hours",)],
        timeout=20,
    )
    assert len(town.sent(an)) == before
    clock.now = datetime(2026, 3, 2, 23, 0, 1, tzinfo=UTC)
    await town.until(lambda: len(town.sent(an)) > before, timeout=20)


async def test_a_chat_that_is_told_to_wait_for_long_waits_over_a_restart_and_keeps_nobody_waiting(
    sandbox, packs, store, clock, bridges
):
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    async with running(sandbox, store, clock):
        await follows(an, "Đăng Vân cầu treo")
        await follows(binh, "tất cả")
        sandbox.fault("sendMessage", error=429, retry_after=1800, chat=an)
        bridges(13)
        await sandbox.until(lambda: "17 → 18" in sandbox.sent(binh)[-1].text, timeout=20)
        await until_noted(store, {("pending", "429"), ("sent", None)})
    clock.move(minutes=29)
    async with running(sandbox, store, clock):
        file = edited(packs / "suoi-ram-2025-02-03.yaml", "mở sau Tết", "mở trước Tết")
        load_packs(store, read_packs([file]), now=clock())
        await sandbox.until(lambda: "mở trước Tết" in sandbox.sent(binh)[-1].text, timeout=20)
        assert len(sandbox.sent(an)) == 1
        clock.move(minutes=2)
        await sandbox.until(lambda: "17 → 18" in sandbox.sent(an)[-1].text, timeout=20)
    assert len(sandbox.sent(an)) == 2


async def until_noted(store, states):
    """Wait until the outbox says so; it is written after the message was sent."""
    async with asyncio.timeout(20):
        while set(rows(store, "SELECT state, problem FROM outbox")) != states:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_stopping_by_the_button_under_a_notice_is_heeded(town, bridges, clock):
    an = town.person("An")
    await follows(an)
    before = len(town.sent(an))
    bridges(13)
    await town.until(lambda: len(town.sent(an)) > before, timeout=20)
    assert "Đã thôi theo dõi" in (await an.presses(town.sent(an)[-1], "Thôi theo dõi")).text
    clock.move(minutes=6)
    told = len(town.sent(an))
    lan = town.person("Lan")
    await follows(lan)
    bridges(14)
    await town.until(lambda: any("18 → 19" in one.text for one in town.sent(lan)), timeout=20)
    assert len(town.sent(an)) == told
