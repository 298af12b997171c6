import re
from dataclasses import replace
from itertools import product, starmap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.telegram_html import utf16_length
from handlers.desk import Seat
from handlers.markup import messages
from handlers.notice_sections import Event, ToldOn, section
from knowledge.changes import FactChange
from knowledge.models import Fact, Name, Topic
from knowledge.reading.lexicon import Lexicon
from knowledge.store.following import Follow
from tests.handlers.noticing import SUOI_RAM, read, told
from tests.stores import edited, rows
from tests.strategies import articles, days, kinds_and_values, lists, periods, words

CITED = "Nguồn: bài báo về mùa hội ở xã Suối Rằm, Kiều Bách, 03/02/2025, đoạn 1"


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


async def test_of_changes_told_together_each_has_its_own_reason(bot, load, correct):
    await bot.says("/theodoi Suối Rằm")
    correct(why="báo đã đính chính")
    load(("mở sau Tết", "mở trước Tết"))
    entries = read((await told(bot)).text).splitlines()
    [bridges] = [entry for entry in entries if "4 cầu treo" in entry]
    assert bridges.endswith("Lý do: báo đã đính chính")
    assert sum("Lý do" in entry for entry in entries) == 1


async def test_what_all_changes_have_in_common_is_said_once_and_what_was_withdrawn_is_not_stated_again(
    bot, load, packs
):
    await bot.says("/theodoi Suối Rằm")
    more = "  - {{id: suoi-ram-2025/den-{n}, subject: suoi-ram, topic: den-long, kind: count, value: {n}, unit: chiếc, period: {{label: năm 2024}}, statement: Bán {n} chiếc.}}\n"
    load(("facts:\n", "facts:\n" + "".join(more.format(n=n) for n in (7, 8))))
    new = read((await told(bot)).text).splitlines()
    assert new[1:4] == [
        "• Dữ kiện mới: 7 chiếc · Suối Rằm · Đèn lồng bán ra. Bán 7 chiếc.",
        "• Dữ kiện mới: 8 chiếc · Suối Rằm · Đèn lồng bán ra. Bán 8 chiếc.",
        "Thời điểm: năm 2024.",
    ]
    file = packs / SUOI_RAM
    file.write_text(file.read_text(encoding="utf-8").replace(more.format(n=7), ""), encoding="utf-8")
    load((more.format(n=8), more.format(n=9).replace("den-9", "den-8")), prune=True, why="đếm lại")
    again = read((await told(bot)).text).splitlines()
    assert "• Rút lại: 7 chiếc · Suối Rằm · Đèn lồng bán ra." in again
    assert "• Đính chính: 8 → 9 chiếc · Suối Rằm · Đèn lồng bán ra. Bán 9 chiếc." in again
    assert sum("năm 2024" in each for each in again) == 1


async def test_what_is_put_back_is_not_told_with_the_reason_it_was_changed_for(bot, load, correct):
    await bot.says("/theodoi Suối Rằm")
    correct(why="báo đã đính chính")
    await told(bot)
    load(("value: 4", "value: 3"))
    notice = read((await told(bot)).text)
    assert notice.startswith("Đính chính: 4 → 3 cầu treo")
    assert "Lý do" not in notice


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
    assert article[2] == (
        "• Dữ kiện mới: 3 cầu treo · Suối Rằm · Cầu treo. Xã Suối Rằm có 3 cầu treo."
        " Thời điểm: tính đến 03/02/2026. Đoạn 1."
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


@pytest.fixture
def long_digest(bot, load, packs, clock):
    """Twenty articles with much to say are corrected, for a chat that is told once a day."""
    text = (packs / SUOI_RAM).read_text(encoding="utf-8")

    async def make():
        for number in range(20):
            one = text.replace("suoi-ram-2025", f"suoi-ram-{number}").replace(
                "mùa hội ở", f"mùa hội {number} ở"
            )
            one = one.replace("Xã Suối Rằm có 3", f"{'Xã Suối Rằm ' * 35}có 3")
            (packs / f"{number}.yaml").write_text(one, encoding="utf-8")
        load()
        await bot.says("/theodoi cầu treo")
        settings, *_ = await bot.says("/caidat")
        await bot.presses(settings.data("Mỗi ngày"), settings)
        clock.moves(hours=1)
        for number in range(20):
            edited(packs / f"{number}.yaml", "value: 3", "value: 4")
        load()
        clock.moves(days=1)
        return await told(bot)

    return make


async def test_a_digest_is_one_message_and_what_it_has_no_room_for_comes_at_the_press_of_a_button(
    bot, long_digest, store
):
    notice = await long_digest()
    said, turns = read(notice.text), 0
    assert said.startswith("Tin theo dõi: 20 tin\n")
    while left := re.search(r"… và (\d+) tin nữa\.$", read(notice.text)):
        assert utf16_length(read(notice.text)) <= 4096
        assert f"Xem {left[1]} tin nữa" in notice.labels
        under = replace(notice, result={**notice.result, "message_id": 1}) if not turns else notice
        notice, _answered = await bot.presses(notice.data("tin nữa"), under)
        assert read(notice.text).startswith("Tin theo dõi (tiếp)\n")
        said, turns = said + read(notice.text), turns + 1
    assert turns > 1
    assert [said.count(f"\n{number}. Đính chính: 3 → 4 cầu treo") for number in range(1, 21)] == [1] * 20
    assert len(rows(store, "SELECT DISTINCT fact FROM told")) == 20


async def test_the_rest_of_a_digest_that_is_remembered_no_more_is_said_to_be_gone(bot, long_digest):
    notice = await long_digest()
    await bot.says("/huytheodoi tất cả")
    [answered] = await bot.presses(notice.data("tin nữa"), notice)
    assert answered.text == "Những tin này không còn nữa."


async def test_corrected_figures_that_a_chat_was_given_are_told_before_all_else(bot, load):
    await bot.says("/theodoi tất cả")
    more = "".join(
        f'  - {{id: suoi-ram-2025/den-{n}, subject: suoi-ram, topic: den-long, kind: count, value: {n}, unit: "chiếc", statement: "Suối Rằm bán {n} chiếc."}}\n'
        for n in range(9)
    )
    await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    await bot.desk.worker.settled()
    load(("value: 3", "value: 4"), ("facts:\n", f"facts:\n{more}"))
    shown = read((await told(bot)).text).splitlines()
    assert shown[1].startswith("• Đính chính: 3 → 4 cầu treo")
    assert "và 5 dữ kiện nữa" in shown[6]


async def test_what_is_not_followed_any_more_when_it_is_due_is_not_told(bot, correct):
    await bot.says("/theodoi Suối Rằm")
    correct()
    await bot.says("/huytheodoi Suối Rằm")
    assert await told(bot) is None


# ── whatever is in it ───────────────────────────────────────────────────────────────────


@st.composite
def facts(draw):
    return Fact(
        id="f", article="a", subject=draw(st.sampled_from(["n", "gone"])), topic=draw(st.sampled_from(["t", "gone"])),
        unit=draw(st.none() | words), facets=draw(lists), period=draw(periods), statement=draw(words),
        paragraph=draw(st.none() | st.integers(0, 99)), **draw(kinds_and_values()),
    )  # fmt: skip


reasons = st.none() | words
changes = st.builds(FactChange, before=st.none() | facts(), after=facts(), why=reasons) | st.builds(
    FactChange, before=facts(), after=st.none(), why=reasons
)
tellings = st.builds(ToldOn, days, st.none() | words)
events = st.builds(
    Event, id=st.just(1), article=articles, changes=st.lists(changes, min_size=1, max_size=3), is_new_article=st.booleans(),
    is_followed=st.booleans(), told=st.dictionaries(st.just("f"), st.none() | tellings), in_group=st.booleans(),
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
