import re

import pytest

from handlers.keyboards import Action, data
from handlers.links import key
from knowledge.exchange.loading import load_packs, read_packs
from tests.handlers.offline import BOT, conversation
from tests.stores import edited, rows

QUESTION = "Đăng Vân có bao nhiêu cầu treo?"
GROUP = -100200


async def opened(bot, command, *labels):
    """The page that a command and these buttons lead to, all in one message."""
    [page] = await bot.says(command)
    for label in labels:
        turned, notice = await bot.presses(page.data(label), page)
        assert (turned.method, notice.method) == ("editMessageText", "answerCallbackQuery")
        assert turned.params["message_id"] == str(page.id)
        page = turned
    return page


@pytest.mark.parametrize("command", ["/chude", "/topics", f"/chude@{BOT['username']}"])
async def test_topics_are_listed_by_their_own_names(bot, command):
    page = await opened(bot, command)
    assert {"Cầu treo", "Đèn lồng bán ra", "Mùa hội"} <= set(page.labels)


async def test_a_topic_shows_its_places_and_questions_and_a_tapped_question_is_answered(bot):
    page = await opened(bot, "/chude", "Cầu treo")
    assert {"Đăng Vân", "Suối Rằm", "Đăng Vân có bao nhiêu cầu treo?"} <= set(page.labels)
    answer, _notice = await bot.presses(page.data("Đăng Vân có"), page)
    assert answer.method == "sendMessage"
    assert "17 cầu treo" in answer.text
    assert answer.reply_to == page.id
    assert answer.labels == ["Nguồn", "Đúng", "Sai", "Theo dõi Đăng Vân · Cầu treo"]


async def test_a_tapped_question_can_be_followed_up(bot):
    page = await opened(bot, "/chude", "Cầu treo")
    await bot.presses(page.data("Đăng Vân có"), page)
    [answer] = await bot.says("còn Suối Rằm?")
    assert "3 cầu treo" in answer.text


async def test_a_place_shows_its_topics(bot):
    page = await opened(bot, "/chude", "Xem theo nơi", "Suối Rằm")
    assert {"Cầu treo", "Ngày khánh thành", "Mùa hội"} <= set(page.labels)
    answer, _notice = await bot.presses(page.data("Cầu treo"), page)
    assert "3 cầu treo" in answer.text


async def test_every_page_leads_back(bot):
    page = await opened(
        bot, "/chude", "Xem theo nơi", "Suối Rằm", "« Các nơi", "« Chủ đề", "Nguồn tin", "« Chủ đề"
    )
    assert "Cầu treo" in page.labels


@pytest.mark.parametrize("command", ["/nguon", "/sources"])
async def test_an_article_tells_what_is_known_of_it_and_its_facts_by_paragraph(bot, command):
    page = await opened(bot, command, "nghề đèn lồng ở huyện Đăng Vân")
    for told in (
        "Đăng Vân thắp đèn đón khách",
        "Tạ Hoài Mây",
        "06/05/2024",
        "Báo Thử Nghiệm",
        "https://thu-nghiem.example/dang-van",
    ):
        assert told in page.text
    assert page.text.index("Chú thích ảnh") > page.text.index("<b>Đoạn 4</b>")
    assert "<b>Đoạn 4</b>\n• Bà Tạ Thị Mơ là nghệ nhân" in page.text


async def test_an_article_without_title_or_address_is_called_by_what_it_is_about(bot):
    page = await opened(bot, "/nguon", "mùa hội")
    assert page.text.startswith("<b>Bài báo về mùa hội ở xã Suối Rằm</b>")
    assert "Địa chỉ" not in page.text


async def test_newest_articles_come_first(bot):
    page = await opened(bot, "/nguon")
    assert [label[:10] for label in page.labels[:2]] == ["03/02/2025", "06/05/2024"]


async def test_a_topic_and_an_article_have_a_link_that_opens_them(bot):
    for steps in (("/chude", "Cầu treo"), ("/nguon", "mùa hội")):
        page = await opened(bot, *steps)
        found = re.search(rf"https://t\.me/{BOT['username']}\?start=([\w-]{{1,64}})", page.text)
        [linked] = await bot.says(f"/start {found[1]}")
        assert linked.text == page.text


async def test_many_topics_and_places_are_paged(bot, store, packs):
    topics = "".join(
        f'  - {{id: chu-de-{n}, label: "Chủ đề số {n}", phrases: ["chuyện số {n}"], examples: ["chuyện số {n} ở {{place}}"]}}\n'
        for n in range(20)
    )
    facts = "".join(
        f'  - {{id: suoi-ram-2025/{n}, subject: suoi-ram, topic: chu-de-{n}, kind: statement, statement: "Chuyện {n}."}}\n'
        for n in range(20)
    )
    with (packs / "topics.yaml").open("a", encoding="utf-8") as file:
        file.write(topics)
    with (packs / "suoi-ram-2025-02-03.yaml").open("a", encoding="utf-8") as file:
        file.write(facts)
    load_packs(store, read_packs([packs]))
    seen = set()
    page = await opened(bot, "/chude")
    while "Sau ›" in page.labels:
        seen |= set(page.labels)
        assert len(page.labels) <= 14
        page, _notice = await bot.presses(page.data("Sau"), page)
    assert {f"Chủ đề số {n}" for n in range(20)} <= seen | set(page.labels)
    assert "‹ Trước" in page.labels


async def test_a_long_article_is_leafed_through_and_its_record_stands_on_the_first_page(bot, store, packs):
    facts = "".join(
        f'  - {{id: suoi-ram-2025/{n}, subject: suoi-ram, topic: cau-treo, kind: statement, statement: "Chuyện {n}."}}\n'
        for n in range(45)
    )
    with (packs / "suoi-ram-2025-02-03.yaml").open("a", encoding="utf-8") as file:
        file.write(facts)
    load_packs(store, read_packs([packs]))
    first = page = await opened(bot, "/nguon", "03/02/2025")
    last, _notice = await bot.presses(page.data(" »"), page)
    told = page.text
    while "Sau ›" in page.labels:
        page, _notice = await bot.presses(page.data("Sau ›"), page)
        told += page.text
    assert page.text == last.text
    assert all(f"Chuyện {n}." in told for n in range(45))
    assert told.count("Ngày đăng") == 1
    again, _notice = await bot.presses(page.data("« 1"), page)
    assert again.text == first.text


async def test_what_an_article_does_not_state_is_told_apart_from_what_it_does(bot):
    page = await opened(bot, "/nguon", "06/05/2024")
    told = [line for line in page.text.split("\n") if line.startswith(("•", "<i>•"))]
    assert {line.startswith("<i>") for line in told} == {True, False}
    assert all(("không" in line) for line in told if line.startswith("<i>"))


async def test_what_is_said_twice_in_a_paragraph_has_one_line_and_what_is_left_open_comes_last(
    bot, store, packs
):
    edited(packs / "dang-van-2024-05-06.yaml", "facts:\n", """facts:
  - {id: dang-van-2024/ai, subject: ta-thi-mo, topic: nghe-nhan, kind: statement, paragraph: 4, statement: "Tạ Thị Mơ là nghệ nhân làm đèn."}
""")  # fmt: skip
    load_packs(store, read_packs([packs]))
    page = await opened(bot, "/nguon", "06/05/2024")
    assert page.text.count("nghệ nhân làm đèn") == 1
    lines = page.text.split("\n")
    assert lines[-3:] == [
        "<b>Bài báo không nêu</b>", "<i>Đoạn 2</i>", "<i>• Bài báo không nêu số cầu treo làm mới ở Đăng Vân.</i>",
    ]  # fmt: skip
    assert lines.index("<b>Chú thích ảnh</b>") > lines.index("<b>Đoạn 4</b>")
    await bot.desk.worker.settled()
    seen = rows(store, "SELECT id FROM told JOIN fact ON seq = fact")
    assert ("dang-van-2024/nghe-nhan",) in seen


async def test_a_page_number_beyond_the_last_shows_the_last(bot):
    [page] = await bot.says("/chude")
    turned, _notice = await bot.presses(data(Action.TOPICS, 99), page)
    assert "Cầu treo" in turned.labels


@pytest.mark.parametrize("action", [Action.TOPIC, Action.PLACE, Action.ARTICLE])
async def test_a_page_that_is_gone_says_so(bot, action):
    [page] = await bot.says("/chude")
    [notice] = await bot.presses(data(action, key("nobody"), 0), page)
    assert "không còn" in notice.text


async def test_a_page_that_cannot_be_changed_any_more_is_shown_anew(bot):
    [page] = await bot.says("/chude")
    bot.request.refusals.append(("editMessageText", 400, "Bad Request: message can't be edited"))
    _refused, shown, _notice = await bot.presses(page.data("Cầu treo"), page)
    assert shown.method == "sendMessage"
    assert "Suối Rằm" in shown.labels


# ── the source of an answer ─────────────────────────────────────────────────────────────


async def test_the_source_tells_everything_known_and_where_it_stands_and_opens_the_article(bot, open_desk):
    [answer] = await bot.says(QUESTION)
    later = await conversation(open_desk())
    told, notice = await later.presses(answer.data("Nguồn"), answer, who=12)
    assert (told.method, told.reply_to, notice.method) == ("sendMessage", answer.id, "answerCallbackQuery")
    for said in (
        "Tạ Hoài Mây",
        "06/05/2024",
        "Báo Thử Nghiệm",
        "<b>Đoạn 2: </b>Huyện Đăng Vân có 17 cầu treo.",
    ):
        assert said in told.text
    page, _notice = await later.presses(told.data("Xem cả bài"), told)
    assert page.method == "editMessageText"
    assert "Chú thích ảnh" in page.text


async def test_the_source_gives_the_verbatim_words_where_they_are_known(bot, store, packs):
    file = edited(
        packs / "suoi-ram-2025-02-03.yaml", "    paragraph: 1\n", '    paragraph: 1\n    quote: "Ba <cầu>."\n'
    )
    load_packs(store, read_packs([file]))
    [answer] = await bot.says("Suối Rằm có bao nhiêu cầu treo?")
    told, _notice = await bot.presses(answer.data("Nguồn"), answer)
    assert "<blockquote>“Ba &lt;cầu&gt;.”</blockquote>" in told.text


async def test_a_question_about_an_article_has_that_article_as_its_source(bot):
    [answer] = await bot.says("Ai viết bài báo về Đăng Vân?")
    assert "Tạ Hoài Mây" in answer.text
    told, _notice = await bot.presses(answer.data("Nguồn"), answer)
    assert "Báo Thử Nghiệm" in told.text


async def test_a_source_whose_facts_were_withdrawn_is_said_to_be_gone(bot, store, packs):
    [answer] = await bot.says("Mùa hội ở Suối Rằm diễn ra thế nào?")
    file = packs / "suoi-ram-2025-02-03.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("  - id: suoi-ram-2025/mua-hoi")], encoding="utf-8")
    load_packs(store, read_packs([file]), prune=True)
    [notice] = await bot.presses(answer.data("Nguồn"), answer)
    assert "không còn" in notice.text


async def test_an_answer_from_two_articles_shows_both(bot):
    [answer] = await bot.says("Suối Rằm có bao nhiêu cầu treo và nghệ nhân làm đèn ở Đăng Vân là ai?")
    told, _notice = await bot.presses(answer.data("Nguồn"), answer)
    assert "Tạ Hoài Mây" in told.text
    assert "Kiều Bách" in told.text
    assert len(told.labels) == 2
