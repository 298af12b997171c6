from itertools import product, starmap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.telegram_html import parse_html, utf16_length
from handlers.desk import Seat
from handlers.markup import messages
from handlers.notice_sections import Event, section
from handlers.notices import compose
from handlers.wishes import check_wishes
from knowledge.changes import FactChange
from knowledge.lexicon import Lexicon
from knowledge.loading import load_packs, read_packs
from knowledge.models import Fact, Name, Topic
from knowledge.store import outbox
from knowledge.store.following import Follow
from tests.handlers.offline import Call
from tests.stores import edited, rows
from tests.strategies import articles, days, kinds_and_values, lists, periods, words

GROUP = -100200
SUOI_RAM = "suoi-ram-2025-02-03.yaml"
CITED = "Nguồn: bài báo về mùa hội ở xã Suối Rằm, Kiều Bách, 03/02/2025, đoạn 1"


@pytest.fixture
def load(store, packs, clock):
    """Load the test packs, after these edits of one of them."""

    def load(*edits, file=SUOI_RAM, why=None, prune=False):
        for old, new in edits:
            edited(packs / file, old, new)
        load_packs(store, read_packs([packs]), why=why, prune=prune, now=clock.now)

    return load


@pytest.fixture
def correct(load):
    """The figure of Suối Rằm goes from 3 to 4."""
    return lambda why=None: load(("value: 3", "value: 4"), ("có 3 cầu", "có 4 cầu"), why=why)


async def told(bot, chat=11):
    """What the outbox has for a chat now, as it is sent; None where nothing is left to tell."""
    now = bot.desk.clock()
    due = await bot.desk.worker.run(
        lambda connection: outbox.begin(connection, outbox.next_due(connection, now))
    )
    if not due:
        raise AssertionError("nothing is due")
    assert {row.chat for row in due} == {chat}
    notice = await compose(bot.desk, due)
    await bot.desk.worker.run(lambda connection: outbox.sent(connection, due, 1, now))
    if notice is None:
        return None
    params = {"chat_id": chat, "text": notice.html[0], "reply_markup": notice.keyboard.to_json()}
    return Call("sendMessage", params, bot.request._result("sendMessage", params))


def read(html):
    return parse_html(html)[0]


# ── changes ─────────────────────────────────────────────────────────────────────────────


async def test_a_correction_shows_both_figures_why_as_of_when_and_where_it_stands(bot, correct):
    await bot.says("/theodoi Suối Rằm")
    correct(why="báo đã đính chính")
    notice = await told(bot)
    assert read(notice.text).splitlines() == [
        "Đính chính: 3 → 4 cầu treo",
        "Suối Rằm · Cầu treo",
        "Xã Suối Rằm có 4 cầu treo.",
        "Trước đó: Xã Suối Rằm có 3 cầu treo.",
        "Thời điểm: tính đến 03/02/2025.",
        "Lý do: báo đã đính chính",
        CITED,
    ]
    assert notice.text.startswith("<b>Đính chính: 3 → 4 cầu treo</b>")
    assert notice.labels == ["Nguồn", "Thôi theo dõi"]


async def test_a_correction_of_words_alone_says_that_the_figure_stays(bot, load):
    await bot.says("/theodoi cầu treo")
    load(("Xã Suối Rằm có 3", "Ở Suối Rằm có 3"))
    assert read((await told(bot)).text).startswith("Đính chính (vẫn là 3 cầu treo)\n")


async def test_a_new_fact_a_withdrawn_one_and_a_new_article_say_what_they_are(bot, load, packs, clock):
    await bot.says("/theodoi Suối Rằm")
    load(("facts:\n", 'facts:\n  - {id: suoi-ram-2025/den, subject: suoi-ram, topic: den-long, kind: count, value: 9, unit: "chiếc", statement: "Suối Rằm bán 9 chiếc."}\n'))  # fmt: skip
    assert read((await told(bot)).text).startswith("Dữ kiện mới: 9 chiếc\nSuối Rằm · Đèn lồng bán ra\n")
    clock.moves(hours=1)
    text = (packs / SUOI_RAM).read_text(encoding="utf-8")
    start, end = text.index("  - {id: suoi-ram-2025/den"), text.index("  - id: suoi-ram-2025/cau-treo")
    (packs / SUOI_RAM).write_text(text[:start] + text[end:], encoding="utf-8")
    load(prune=True)
    withdrawn = read((await told(bot)).text)
    assert withdrawn.startswith("Rút lại: 9 chiếc\n")
    assert "không dùng dữ kiện này" in withdrawn
    anew = text.replace("suoi-ram-2025", "suoi-ram-2026").replace("2025-02-03", "2026-02-03")
    (packs / "suoi-ram-2026.yaml").write_text(anew, encoding="utf-8")
    load()
    article = read((await told(bot)).text).splitlines()
    assert article[0] == "Bài báo mới: mùa hội ở xã Suối Rằm"
    assert article[2].startswith(
        "• Dữ kiện mới: 3 cầu treo · Suối Rằm · Cầu treo. Xã Suối Rằm có 3 cầu treo. ("
    )
    assert "Kiều Bách, 03/02/2026" in article[-1]


async def test_only_what_is_followed_is_told_of_what_changed_in_an_article(bot, load):
    await bot.says("/theodoi mùa hội")
    load(("value: 3", "value: 4"), ("mở sau Tết", "mở trước Tết"))
    notice = read((await told(bot)).text)
    assert notice.startswith("Đính chính\nSuối Rằm · Mùa hội\n")
    assert "cầu treo" not in notice


@pytest.mark.parametrize(
    "edits",
    [
        [("value: 3", "value: 4")],
        [("mở sau Tết", "mở trước Tết")],
        [("có bến Quyên Giang", "có Tạ Thị Mơ")],
        [("Xã Suối Rằm có 3", "Hội Đèn lồng Đăng Vân có 3")],
    ],
)
async def test_whoever_a_change_was_queued_for_has_something_to_be_told(bot, load, store, edits):
    names, topics = (
        ("", "dang-van", "suoi-ram", "ta-thi-mo", "hoi-den"),
        ("", "cau-treo", "mua-hoi", "nghe-nhan"),
    )
    for chat, follow in enumerate(starmap(Follow, product(names, topics)), 1):
        await bot.desk.follow(Seat(chat, "private", chat), follow)
    load(*edits)
    queued = [chat for (chat,) in rows(store, "SELECT chat FROM outbox ORDER BY due, id")]
    assert len(queued) > 3
    for chat in queued:
        assert (await told(bot, chat)).text


async def test_many_changes_of_one_article_are_told_in_part_with_how_many_more(bot, load):
    await bot.says("/theodoi tất cả")
    more = "".join(
        f'  - {{id: suoi-ram-2025/den-{n}, subject: suoi-ram, topic: den-long, kind: count, value: {n}, unit: "chiếc", statement: "Suối Rằm bán {n} chiếc."}}\n'
        for n in range(50)
    )
    load(("facts:\n", f"facts:\n{more}"))
    notice = await told(bot)
    shown = read(notice.text)
    assert shown.startswith("50 thay đổi trong bài báo về mùa hội ở xã Suối Rằm\n")
    assert shown.count("• Dữ kiện mới") == 5
    assert "và 45 dữ kiện nữa" in shown
    page, _answered = await bot.presses(notice.data("Nguồn"), notice)
    assert page.method == "sendMessage"
    assert "trang 1/6" in page.text


async def test_who_was_given_the_old_figure_is_told_when(bot, correct, clock):
    await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    await bot.desk.worker.settled()
    clock.moves(days=3)
    correct()
    notice = await told(bot)
    assert "Đính chính: 3 → 4 cầu treo" in notice.text
    assert "Bạn đã được trả lời con số này ngày 04/03/2025." in notice.text
    assert notice.labels == ["Nguồn", "Thôi báo đính chính"]


async def test_who_was_given_a_figure_before_they_edited_their_question_is_told_when_it_is_corrected(
    bot, correct
):
    first, *_ = await bot.says("Suối Rằm có bao nhiêu cầu treo?", number=501)
    assert "3 cầu treo" in first.text
    await bot.says("Đăng Vân có bao nhiêu cầu treo?", edits=501)
    await bot.desk.worker.settled()
    correct()
    notice = read((await told(bot)).text)
    assert notice.startswith("Đính chính: 3 → 4 cầu treo\n")
    assert "Bạn đã được trả lời con số này ngày 04/03/2025." in notice


async def test_a_figure_got_by_a_button_long_after_the_question_is_told_when_it_is_corrected(
    bot, correct, clock
):
    unclear, *_ = await bot.says("Có bao nhiêu cầu treo?")
    clock.moves(days=20)
    chosen, *_ = await bot.presses(unclear.data("Suối Rằm"), unclear)
    assert "3 cầu treo" in chosen.text
    await bot.desk.worker.settled()
    clock.moves(days=20)
    correct()
    assert "Bạn đã được trả lời con số này ngày 24/03/2025." in (await told(bot)).text


async def test_a_group_is_told_only_of_what_it_was_given_by_a_button(bot, load, desk):
    seat = Seat(GROUP, "supergroup", 11)
    for question, message in (("Suối Rằm có bao nhiêu cầu treo?", None), ("Suối Rằm ở đâu?", 502)):
        asked, reply = await desk.ask(question, seat, message=message)
        desk.note(asked, reply.context)
    await desk.worker.settled()
    load(("value: 3", "value: 4"), ("có 3 cầu", "có 4 cầu"), ("có bến Quyên Giang", "có Tạ Thị Mơ"))
    notice = read((await told(bot, GROUP)).text)
    assert notice.startswith("Đính chính: 3 → 4 cầu treo\n")
    assert "Ở nhóm này, con số ấy đã được trả lời ngày 04/03/2025." in notice


async def test_who_is_given_a_figure_amid_a_burst_is_told_of_that_one_not_of_the_one_before(bot, load, clock):
    await bot.desk.follow(Seat(12, "private", 12), Follow("suoi-ram"))
    load(("value: 3", "value: 4"))
    clock.moves(minutes=1)
    await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    await bot.desk.worker.settled()
    clock.moves(minutes=1)
    load(("value: 4", "value: 5"))
    assert "3 → 4 cầu treo" in (await told(bot, 12)).text
    notices = {(await told(bot, chat)).text.split("\n")[0] for chat in (11, 12)}
    assert notices == {"<b>Đính chính: 4 → 5 cầu treo</b>"}


@pytest.mark.parametrize("follows", [False, True])
async def test_who_is_given_a_figure_while_it_is_being_corrected_is_told(bot, correct, store, clock, follows):
    desk = bot.desk
    if follows:
        await desk.follow(Seat(12, "private", 12), Follow("suoi-ram"))
    asked, _reply = await desk.ask("Suối Rằm có bao nhiêu cầu treo?", Seat(11, "private", 11))
    clock.moves(seconds=1)
    correct()
    desk.note(asked)
    later, _reply = await desk.ask("Suối Rằm có bao nhiêu cầu treo?", Seat(13, "private", 13))
    desk.note(later)
    await desk.worker.settled()
    queued = rows(store, "SELECT chat, reason, event FROM outbox ORDER BY chat")
    assert [row[:2] for row in queued] == [(11, "told"), *([(12, "follow")] if follows else [])]
    assert len({event for _chat, _reason, event in queued}) == 1
    if not follows:
        assert "3 → 4 cầu treo" in (await told(bot)).text


async def test_a_group_that_was_given_the_old_figure_is_told_when(bot, correct):
    await bot.says("/hoi Suối Rằm có bao nhiêu cầu treo?", chat=GROUP)
    await bot.desk.worker.settled()
    correct()
    assert "Ở nhóm này, con số ấy đã được trả lời ngày 04/03/2025." in (await told(bot, GROUP)).text


async def test_several_changes_come_as_one_digest_newest_first_each_with_its_source(bot, load, clock):
    await bot.says("/theodoi cầu treo")
    settings, *_ = await bot.says("/caidat")
    await bot.presses(settings.data("Mỗi ngày"), settings)
    load(("value: 3", "value: 4"))
    clock.moves(hours=1)
    load(("value: 12", "value: 13"), ("value: 17", "value: 18"), file="dang-van-2024-05-06.yaml")
    clock.moves(days=1)
    notice = await told(bot)
    title, *shown = [part.splitlines() for part in read(notice.text).split("\n\n")]
    assert title == ["Tin theo dõi: 2 tin"]
    assert [part[0] for part in shown] == [
        "1. 2 thay đổi trong bài báo về nghề đèn lồng ở huyện Đăng Vân",
        "2. Đính chính: 3 → 4 cầu treo",
    ]
    assert ["06/05/2024" in shown[0][-1], "03/02/2025" in shown[1][-1]] == [True, True]
    assert notice.labels == ["Nguồn 1", "Nguồn 2", "Thôi theo dõi"]
    page, _answered = await bot.presses(notice.data("Nguồn 2"), notice)
    assert "Kiều Bách" in page.text


async def test_what_is_not_followed_any_more_when_it_is_due_is_not_told(bot, correct):
    await bot.says("/theodoi Suối Rằm")
    correct()
    await bot.says("/huytheodoi Suối Rằm")
    assert await told(bot) is None


async def test_a_correction_that_is_not_wanted_any_more_when_it_is_due_is_not_told(bot, correct):
    await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    await bot.desk.worker.settled()
    correct()
    settings, *_ = await bot.says("/caidat")
    await bot.presses(settings.data("Báo đính chính"), settings)
    assert await told(bot) is None


# ── the buttons under notices ───────────────────────────────────────────────────────────


async def test_the_follow_that_brought_a_notice_is_stopped_by_its_button(bot, correct, store):
    for what in ("Suối Rằm", "đèn lồng"):
        await bot.says(f"/theodoi {what}")
    correct()
    notice = await told(bot)
    [answered] = await bot.presses(notice.data("Thôi theo dõi"), notice)
    assert answered.text == "Đã thôi theo dõi Suối Rằm."
    assert rows(store, "SELECT name, topic FROM follow") == [("", "den-long")]
    page, answered = await bot.presses(notice.data("Thôi theo dõi"), notice)
    assert ("không còn theo dõi" in answered.text, page.labels[0]) == (True, "✓ Đèn lồng bán ra")


async def test_where_several_follows_brought_a_notice_one_chooses_which_to_stop(bot, correct):
    for what in ("Suối Rằm", "cầu treo"):
        await bot.says(f"/theodoi {what}")
    correct()
    notice = await told(bot)
    page, _answered = await bot.presses(notice.data("Thôi theo dõi"), notice)
    assert set(page.labels) == {"✓ Suối Rằm", "✓ Cầu treo", "Tất cả"}
    assert len(bot.desk.follows(11)) == 2


async def test_corrections_are_stopped_by_their_button(bot, correct):
    await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    await bot.desk.worker.settled()
    correct()
    notice = await told(bot)
    [answered] = await bot.presses(notice.data("Thôi báo đính chính"), notice)
    assert "Đã thôi báo đính chính" in answered.text
    assert bot.desk.preference(11).corrections is False


@pytest.mark.parametrize("label", ["Thôi theo dõi", "Thôi báo đính chính"])
async def test_in_a_group_only_its_administrators_stop_notices(bot, correct, label):
    bot.request.statuses |= {(GROUP, 11): "administrator", (GROUP, 12): "member"}
    await bot.says("/theodoi Suối Rằm", chat=GROUP)
    await bot.says("/hoi Suối Rằm có bao nhiêu cầu treo?", chat=GROUP)
    await bot.desk.worker.settled()
    correct()
    notice = await told(bot, GROUP)
    assert "chỉ quản trị viên" in (await bot.presses(notice.data(label), notice, who=12))[-1].text
    assert "Đã thôi" in (await bot.presses(notice.data(label), notice, who=11))[-1].text


async def test_a_button_of_an_event_that_is_gone_shows_what_is_followed(bot):
    await bot.says("/theodoi Suối Rằm")
    [page] = await bot.says("/huytheodoi")
    shown, answered = await bot.presses("1j:zz", page)
    assert ("✓ Suối Rằm" in shown.labels, "không còn" in answered.text) == (True, True)


# ── answers that somebody waited for ────────────────────────────────────────────────────

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


# ── whatever is in it ───────────────────────────────────────────────────────────────────


@st.composite
def facts(draw):
    return Fact(
        id="f", article="a", subject=draw(st.sampled_from(["n", "gone"])), topic=draw(st.sampled_from(["t", "gone"])),
        unit=draw(st.none() | words), facets=draw(lists), period=draw(periods), statement=draw(words),
        paragraph=draw(st.none() | st.integers(0, 99)), **draw(kinds_and_values()),
    )  # fmt: skip


changes = st.builds(FactChange, before=st.none() | facts(), after=facts()) | st.builds(
    FactChange, before=facts(), after=st.none()
)
events = st.builds(
    Event, id=st.just(1), article=articles, changes=st.lists(changes, min_size=1, max_size=3), is_new_article=st.booleans(),
    is_followed=st.booleans(), why=st.none() | words, told=st.dictionaries(st.just("f"), st.none() | days), in_group=st.booleans(),
)  # fmt: skip


LEXICON = Lexicon(
    names=[Name(id="n", name='<b>"Đăng" & Vân</b>', kind="place")],
    topics=[Topic(id="t", label="Cầu <i>treo")],
)


@settings(max_examples=50)
@given(happened=st.lists(events, min_size=1, max_size=2))
def test_telegram_takes_any_notice_and_the_date_of_its_source_is_in_it(happened):
    parts = messages(section(event, LEXICON, at) for at, event in enumerate(happened, 1))
    assert all(utf16_length(read(part)) <= 4096 for part in parts)
    shown = "\n".join(read(part) for part in parts)
    assert all(f"{event.article.published:%d/%m/%Y}" in shown for event in happened)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ({"value": 18, "unit": "cán bộ"}, {"value": 19, "unit": "cán bộ"}, "18 → 19 cán bộ"),
        ({"value": 18, "unit": "cán bộ"}, {"value": 19, "unit": "lượt"}, "18 cán bộ → 19 lượt"),
        ({"value": 1286.5, "unit": "ha"}, {"value": 1300, "unit": "ha"}, "1.286,5 → 1.300 ha"),
        ({"kind": "share", "value": 6, "of": 10, "unit": "xã"}, {"kind": "share", "value": 7, "of": 10, "unit": "xã"}, "6/10 → 7/10 xã"),
        ({"kind": "person", "items": ("An",)}, {"kind": "person", "items": ("Bình",)}, "An → Bình"),
        ({"kind": "date", "value": "2024-03"}, {"kind": "date", "value": "2024-04-05"}, "tháng 3/2024 → 05/04/2024"),
        ({"value": 18, "unit": "cán bộ"}, {"kind": "not_stated"}, "18 cán bộ → bài báo không nêu"),
        ({"kind": "statement"}, {"kind": "statement"}, None),
        ({"kind": "statement"}, {"value": 3}, None),
        (None, {"value": 3, "unit": "xã"}, "3 xã"),
        ({"value": 3, "unit": "xã"}, None, "3 xã"),
    ],
)  # fmt: skip
def test_the_old_figure_comes_before_the_new_one(before, after, shown):
    def fact(fields):
        common = {"id": "f", "article": "a", "subject": "n", "topic": "t", "kind": "count", "statement": "s"}
        return fields and Fact(**{**common, **fields})

    assert FactChange(fact(before), fact(after)).figures == shown
