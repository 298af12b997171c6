import json

import pytest

from bot.sandbox.telegram_html import parse_html
from knowledge.exchange.loading import load_packs, read_packs
from tests.handlers.offline import person
from tests.knowledge.asking import BACH_HA

EMPTY = ""


async def offered(bot, query, offset=""):
    [call] = await bot.update(inline_query={"id": "1", "from": person(11), "query": query, "offset": offset})
    assert call.method == "answerInlineQuery"
    return call.params, json.loads(call.params["results"])


def text_of(result):
    return parse_html(result["input_message_content"]["message_text"])[0]


async def test_an_inline_question_offers_its_cited_answer_first(bot):
    params, results = await offered(bot, "Đăng Vân có bao nhiêu cầu treo?")
    assert results[0]["title"] == "17 cầu treo"
    assert "Đăng Vân thắp đèn" in results[0]["description"]
    assert "06/05/2024" in results[0]["description"]
    assert text_of(results[0]).startswith("17 cầu treo\n")
    assert "Tạ Hoài Mây, 06/05/2024, đoạn 2" in text_of(results[0])
    [[button]] = results[0]["reply_markup"]["inline_keyboard"]
    assert (button["text"], "?start=s" in button["url"]) == ("Nguồn", True)
    assert (params["is_personal"], int(params["cache_time"]) <= 60) == ("false", True)


async def test_other_facts_about_the_same_place_are_near(bot):
    _params, results = await offered(bot, "Đăng Vân có bao nhiêu cầu treo?")
    assert [result["title"] for result in results[1:]] == ["Nghệ nhân làm đèn · Đăng Vân: Tạ Thị Mơ"]


async def test_a_quotation_is_offered_by_its_words(bot, store):
    load_packs(store, read_packs([BACH_HA]))
    _params, results = await offered(bot, "Bạch Hà trao bao nhiêu suất học bổng?")
    sentence = "“Ngày 5/9/2024, huyện trao 150 suất học bổng.”"
    assert results[0]["title"] == sentence
    assert "10/09/2024" in results[0]["description"]
    assert sentence in text_of(results[0])


async def test_every_reading_of_an_unclear_question_is_offered_with_its_answer(bot):
    _params, results = await offered(bot, "có bao nhiêu cầu treo")
    assert {"17 cầu treo", "3 cầu treo"} <= {result["title"] for result in results}
    assert all(parse_html(r["input_message_content"]["message_text"]) for r in results)


@pytest.mark.parametrize("query", [EMPTY, "   ", "xin chào"])
async def test_no_question_offers_the_topics(bot, query):
    _params, results = await offered(bot, query)
    assert any(result["title"].startswith("Cầu treo · Đăng Vân: 17") for result in results)
    assert all("Nguồn: " in text_of(result) for result in results)


async def test_what_is_not_known_offers_no_figure_but_the_way_to_the_bot(bot):
    params, results = await offered(bot, "Hạ Long có bao nhiêu cầu treo?")
    [result] = results
    assert "chưa có" in text_of(result)
    assert not {"17", "3"} & set(text_of(result).split())
    assert json.loads(params["button"])["start_parameter"].startswith("q")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("Đăng Vân", ["Cầu treo · Đăng Vân: 17 cầu treo", "Nghệ nhân làm đèn · Đăng Vân: Tạ Thị Mơ"]),
        ("suoi ram", ["Ngày khánh thành · Suối Rằm: tháng 3/2024", "Cầu treo · Suối Rằm: 3 cầu treo"]),
    ],
)
async def test_a_name_alone_offers_what_is_known_of_it(bot, query, titles):
    params, results = await offered(bot, query)
    assert [result["title"] for result in results[: len(titles)]] == titles
    assert all("Nguồn: " in text_of(result) for result in results)
    assert json.loads(params["button"])["text"] == "Mở Hỏi Đáp"


async def test_a_question_that_is_not_known_offers_no_other_figure_of_the_place(bot):
    _params, [result] = await offered(bot, "Đăng Vân có bao nhiêu con voi?")
    assert "chưa có" in text_of(result)


@pytest.mark.parametrize("query", ["\ud83d", "x" * 256, "<b>&", "a\0b", "?"])
async def test_any_text_can_be_typed(bot, query):
    _params, results = await offered(bot, query)
    assert len({result["id"] for result in results}) == len(results) <= 50


@pytest.mark.parametrize("offset", ["0", "5", "50", "abc", "-1", "²", "9" * 60])
async def test_pages_follow_each_other_without_repeating(bot, offset):
    params, results = await offered(bot, EMPTY, offset)
    assert params["next_offset"] == ""
    assert len(results) <= 50


async def test_many_topics_come_in_pages(bot, store, packs):
    with (packs / "topics.yaml").open("a", encoding="utf-8") as file:
        file.writelines(
            f'  - {{id: tin-{n}, label: "Tin {n}", phrases: ["tin vui {n}"], examples: ["tin vui {n} ở {{place}} là gì"]}}\n'
            for n in range(25)
        )
    with (packs / "suoi-ram-2025-02-03.yaml").open("a", encoding="utf-8") as file:
        file.writelines(
            f'  - {{id: suoi-ram-2025/tin-{n}, subject: suoi-ram, topic: tin-{n}, kind: statement, statement: "Tin vui {n} ở Suối Rằm."}}\n'
            for n in range(25)
        )
    load_packs(store, read_packs([packs]))
    titles, ids, offset, more = [], [], "", True
    while more:
        params, results = await offered(bot, EMPTY, offset)
        titles += [result["title"] for result in results]
        ids += [result["id"] for result in results]
        offset = params["next_offset"]
        more = bool(offset)
    assert len(titles) == len(set(titles)) == len(set(ids)) >= 25
