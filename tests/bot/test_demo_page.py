"""The real bot in the demo's page, as somebody with a browser meets it."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.bot.browsing import BROWSING

QUESTION = "Bình Liêu luân chuyển bao nhiêu cán bộ?"
PHONE = {"width": 390, "height": 780}

pytestmark = BROWSING
_numbers = count(1)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """The address of a running `hoidap demo`."""
    folder = tmp_path_factory.mktemp("demo")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.main", "demo", "--port", "0", "--db", folder / "demo.db",
        cwd=folder, env={"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    found = re.search(rb"http://\S+", await process.stdout.readline())
    assert found
    yield found[0].decode()
    process.terminate()
    assert await process.wait() == 0


@pytest_asyncio.fixture(loop_scope="module")
async def page(demo: str, browser: Browser, tmp_path: Path) -> AsyncIterator[Page]:
    """The page, with a person of its own who has not talked to the bot; nothing may go wrong in it."""
    context = await browser.new_context(viewport={"width": 1100, "height": 780}, locale="vi-VN")
    page = await context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: None if asked.url.startswith(demo) else wrong.append(asked.url))
    await page.goto(demo)
    await page.get_by_role("button", name="Thêm một người").click()
    name = f"Người {next(_numbers)}"
    await page.get_by_label("Tên").fill(name)
    await page.get_by_role("button", name="Thêm", exact=True).click()
    # what is written before that is written by whoever was there before
    await expect(page.get_by_label("Bạn đang là").locator("option:checked")).to_have_text(name)
    await expect(page.locator("#chats [aria-current]")).to_contain_text("Chưa có tin nhắn")
    yield page
    await page.screenshot(path=tmp_path / "page.png")
    await context.close()
    assert wrong == []


def composer(page: Page) -> Locator:
    return page.get_by_label("Soạn tin nhắn")


def answers(page: Page) -> Locator:
    return page.locator(".theirs")


async def say(page: Page, words: str) -> None:
    await composer(page).fill(words)
    await composer(page).press("Enter")


async def test_a_question_is_answered_under_its_quote_with_figure_and_source(page: Page) -> None:
    await say(page, QUESTION)
    answer = answers(page).last
    await expect(answer.locator("strong").first).to_have_text("18 cán bộ")
    await expect(answer).to_contain_text("Thu Chung")
    await expect(answer).to_contain_text("17/11/2020")
    await expect(answer.locator(".quote")).to_contain_text(QUESTION)
    await expect(page.locator("#chats [aria-current]")).to_contain_text("18 cán bộ")


async def test_the_first_thing_to_do_is_to_begin(page: Page) -> None:
    await page.get_by_role("button", name="Bắt đầu").click()
    await expect(page.locator(".mine")).to_contain_text("/start")
    await expect(answers(page)).to_have_count(1)


async def test_a_button_that_clarifies_turns_the_question_back_into_the_answer(page: Page) -> None:
    await say(page, "luân chuyển bao nhiêu cán bộ?")
    asked_back = answers(page).last
    await asked_back.get_by_role("button", name=re.compile("Bình Liêu")).first.click()
    await expect(asked_back).to_contain_text("18 cán bộ")
    await expect(answers(page)).to_have_count(1)


async def test_editing_the_question_edits_the_answer(page: Page) -> None:
    await say(page, QUESTION)
    await expect(answers(page).last).to_contain_text("18 cán bộ")
    await composer(page).press("ArrowUp")
    await expect(composer(page)).to_have_value(QUESTION)
    await say(page, "Bình Liêu điều động bao nhiêu cán bộ?")
    await expect(answers(page).last).to_contain_text("15 cán bộ")
    await expect(page.locator(".mine")).to_contain_text("đã sửa")
    await expect(answers(page)).to_have_count(1)


async def test_sources_are_browsed_by_buttons(page: Page) -> None:
    await say(page, "/nguon")
    shown = answers(page).last
    await shown.get_by_role("button", name=re.compile("Bình Liêu")).first.click()
    await expect(shown).to_contain_text("Thu Chung")


async def test_right_and_wrong_are_thanked_for_in_a_toast(page: Page) -> None:
    await say(page, QUESTION)
    await answers(page).last.get_by_role("button", name="Đúng").click()
    await expect(page.locator(".toast")).to_be_visible()


async def test_what_inline_mode_offers_is_posted_in_the_group(page: Page) -> None:
    await page.get_by_role("button", name=re.compile("Tổ dân phố")).click()
    before = await page.locator(".mine").count()
    await composer(page).press_sequentially(f"@HoiDapBot {QUESTION}")
    await page.get_by_role("option", name=re.compile("18 cán bộ")).first.click()
    await expect(page.locator(".mine")).to_have_count(before + 1)
    await expect(page.locator(".mine").last).to_contain_text("qua @HoiDapBot")
    await expect(page.locator(".mine").last).to_contain_text("Thu Chung")


async def test_in_the_group_the_bot_answers_when_asked_by_command(page: Page) -> None:
    await page.get_by_role("button", name=re.compile("Tổ dân phố")).click()
    await say(page, "Chào cả nhà")
    await say(page, f"/hoi {QUESTION}")
    answer = page.locator(".theirs", has=page.locator(".quote", has_text=QUESTION)).last
    await expect(answer).to_contain_text("18 cán bộ")
    await expect(page.locator(".quote", has_text="Chào cả nhà")).to_have_count(0)


async def test_a_message_of_the_group_becomes_a_question_by_being_edited_to_mention_the_bot(
    page: Page,
) -> None:
    await page.get_by_role("button", name=re.compile("Tổ dân phố")).click()
    question = "Ai là bí thư Bá Xuyên?"
    await say(page, question)
    await expect(page.locator(".mine").last).to_contain_text(question)
    await composer(page).press("ArrowUp")
    await expect(composer(page)).to_have_value(question)
    await composer(page).press("Home")
    await composer(page).press_sequentially("@HoiDapBot ")
    await composer(page).press("Enter")
    answer = page.locator(".theirs", has=page.locator(".quote", has_text=question)).last
    await expect(answer).to_contain_text("Hoàng Văn Pha")
    await expect(page.locator(".mine").last).to_contain_text("đã sửa")


async def test_the_keyboard_alone_is_enough(page: Page) -> None:
    await page.reload()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(composer(page)).to_be_focused()
    await page.keyboard.type("/trog")
    await expect(page.locator("#options [aria-selected=true]")).to_contain_text("/trogiup")
    await page.keyboard.press("Enter")
    await expect(answers(page)).to_have_count(1)
    await page.keyboard.type(QUESTION)
    await page.keyboard.press("Enter")
    source = answers(page).last.get_by_role("button", name="Nguồn")
    await expect(source).to_be_visible()
    for _ in range(12):
        await page.keyboard.press("Shift+Tab")
        if await source.evaluate("node => node === document.activeElement"):
            break
    await expect(source).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator(".log")).to_contain_text("Chú trọng công tác cán bộ")


async def test_dark_follows_the_system_and_the_button_and_is_remembered(page: Page) -> None:
    scheme = "getComputedStyle(document.body).getPropertyValue('background-color')"
    light = await page.evaluate(scheme)
    await page.emulate_media(color_scheme="dark")
    dark = await page.evaluate(scheme)
    assert dark != light
    await page.get_by_role("button", name="Đổi giao diện").click()
    assert await page.evaluate(scheme) == light
    await page.reload()
    assert await page.evaluate(scheme) == light


async def test_on_a_phone_the_list_and_the_chat_take_turns(page: Page) -> None:
    await page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    await page.get_by_role("button", name=re.compile("Hỏi Đáp")).click()
    await say(page, QUESTION)
    await expect(answers(page).last).to_contain_text("18 cán bộ")
    assert await page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    await page.get_by_role("button", name="Về danh sách").click()
    await expect(page.locator("#chats")).to_contain_text("18 cán bộ")


async def test_a_rehearsed_flood_limit_delays_the_answer_and_does_not_lose_it(page: Page) -> None:
    await page.get_by_role("button", name="Sự cố").click()
    await page.get_by_label("Chờ (giây)").fill("1")
    await page.get_by_role("button", name="Gây sự cố").click()
    await say(page, QUESTION)
    await expect(page.locator(".calls .bad").first).to_contain_text("429")
    await expect(answers(page).last).to_contain_text("18 cán bộ")
