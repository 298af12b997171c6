"""What the page makes of messages, in a real browser, without a bot."""

import base64
import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.sandbox import NO_LIMITS, Sandbox
from tests.bot.browsing import BROWSING

pytestmark = BROWSING
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
"""One dot."""


@pytest_asyncio.fixture(loop_scope="module")
async def sandbox() -> AsyncIterator[Sandbox]:
    """A sandbox with An in it."""
    async with Sandbox(limits=NO_LIMITS) as sandbox:
        sandbox.person("An")
        yield sandbox


@pytest_asyncio.fixture(loop_scope="module")
async def page(sandbox: Sandbox, browser: Browser) -> AsyncIterator[Page]:
    """An's page."""
    context = await browser.new_context(locale="vi-VN", reduced_motion="reduce")
    page = await context.new_page()
    await page.goto(sandbox.api_base)
    yield page
    await context.close()


async def call(sandbox: Sandbox, method: str, **params: Any) -> Any:
    """A call of the bot."""
    async with httpx.AsyncClient(trust_env=False) as client:
        told = await client.post(
            f"{sandbox.api_base}/bot{sandbox.token}/{method}",
            json={"chat_id": sandbox.people[0].id, **params},
        )
    return told.json()["result"]


async def send(sandbox: Sandbox, html: str, **params: Any) -> Any:
    return await call(sandbox, "sendMessage", text=html, parse_mode="HTML", **params)


async def test_formatting_is_shown_as_it_is_meant_wherever_it_overlaps_nothing(
    sandbox: Sandbox, page: Page
) -> None:
    await send(
        sandbox,
        "🇻🇳 <b>đậm <i>nghiêng</i></b> <u>gạch</u> <code>mã</code> <a href='https://bao.vn/x'>báo</a>"
        "\n<blockquote>trích</blockquote>&lt;b&gt;",
    )
    words = page.locator(".theirs .words")
    await expect(words.locator("strong")).to_have_text("đậm nghiêng")
    await expect(words.locator("strong em")).to_have_text("nghiêng")
    await expect(words.locator("u")).to_have_text("gạch")
    await expect(words.locator("code")).to_have_text("mã")
    await expect(words.locator("a")).to_have_attribute("href", "https://bao.vn/x")
    await expect(words.locator("blockquote")).to_have_text("trích")
    await expect(words).to_contain_text("<b>")


async def test_what_is_hidden_shows_when_pressed(sandbox: Sandbox, page: Page) -> None:
    await send(sandbox, "Có <tg-spoiler>18</tg-spoiler> cán bộ")
    await page.get_by_role("button", name="Hiện phần bị che").click()
    await expect(page.locator(".spoiler.shown")).to_have_text("18")


async def test_an_alert_waits_until_it_is_read(sandbox: Sandbox, page: Page) -> None:
    await send(sandbox, "x", reply_markup={"inline_keyboard": [[{"text": "Đúng", "callback_data": "d"}]]})
    await page.get_by_role("button", name="Đúng").click()
    await expect(page.locator(".key.busy")).to_be_visible()
    query = sandbox.pending[-1].body["callback_query"]["id"]
    await call(sandbox, "answerCallbackQuery", callback_query_id=query, text="Cảm ơn bạn", show_alert=True)
    await expect(page.get_by_role("dialog")).to_contain_text("Cảm ơn bạn")
    await page.get_by_role("button", name="Đã hiểu").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(page.locator(".key.busy")).to_have_count(0)


async def test_typing_shows_until_the_message_comes(sandbox: Sandbox, page: Page) -> None:
    status = page.locator("#chat-status")
    await expect(status).to_have_text("bot")
    await call(sandbox, "sendChatAction", action="typing")
    await expect(status).to_have_text("đang gõ…")
    await send(sandbox, "x")
    await expect(status).to_have_text("bot")


async def test_a_link_to_the_bot_stays_in_the_page(sandbox: Sandbox, page: Page) -> None:
    await send(sandbox, "https://t.me/HoiDapBot?start=abc")
    await page.get_by_role("link").filter(has_text="t.me").click()
    await expect(page.locator(".mine")).to_contain_text("/start abc")
    assert len(page.context.pages) == 1


async def test_a_message_is_replied_to_and_the_quote_leads_back(sandbox: Sandbox, page: Page) -> None:
    await send(sandbox, "Chào An")
    await page.locator(".theirs").hover()
    await page.get_by_role("button", name="Trả lời").click()
    await page.get_by_label("Soạn tin nhắn").fill("Chào bot")
    await page.keyboard.press("Enter")
    await page.locator(".mine .quote").click()
    await expect(page.locator(".theirs")).to_have_class(re.compile("found"))
    said = sandbox.messages(sandbox.people[0])[-1]
    assert said.reply_to is not None
    assert said.reply_to.text == "Chào An"


async def test_messages_elsewhere_are_counted_until_they_are_read(sandbox: Sandbox, page: Page) -> None:
    an, binh = sandbox.people[0], sandbox.person("Bình")
    group = sandbox.group("Tổ 3", [an, binh])
    binh.says("Một", to=group)
    binh.says("Hai", to=group)
    await expect(page.get_by_label("2 tin chưa đọc")).to_be_visible()
    await page.get_by_role("button", name=re.compile("Tổ 3")).click()
    await expect(page.locator(".badge")).to_have_count(0)
    await expect(page.locator(".theirs")).to_have_count(2)


async def test_one_person_does_not_see_anothers_private_chat(sandbox: Sandbox, page: Page) -> None:
    sandbox.person("Bình")
    await send(sandbox, "Chỉ cho An")
    await expect(page.locator(".theirs")).to_have_count(1)
    await page.get_by_label("Bạn đang là").select_option("Bình")
    await expect(page.locator(".theirs")).to_have_count(0)


async def test_a_page_whose_connection_broke_comes_back_by_itself(browser: Browser) -> None:
    page = await browser.new_page()
    async with Sandbox() as first:
        first.person("An")
        await page.goto(first.api_base)
        await expect(page.locator(".dot.up")).to_be_visible()
    await expect(page.locator(".dot.up")).to_have_count(0)
    async with Sandbox(port=first.address[1]) as second:
        second.person("An").says("Vẫn đây")
        await expect(page.locator(".mine")).to_contain_text("Vẫn đây")
        await page.close()


async def test_a_file_is_sent_from_the_page_and_a_sent_one_can_be_saved(page: Page) -> None:
    await page.get_by_label("Soạn tin nhắn").fill("Bài mới")
    file = {"name": "bài.txt", "mimeType": "text/plain", "buffer": "Đoạn một".encode()}
    await page.get_by_label("Chọn tệp").set_input_files(file)  # type: ignore[arg-type]
    await expect(page.locator(".mine .file")).to_contain_text("bài.txt")
    await expect(page.locator(".mine .words")).to_have_text("Bài mới")
    async with page.expect_download() as saved:
        await page.locator(".mine .file").click()
    path = await (await saved.value).path()
    assert path.read_text() == "Đoạn một"


async def test_a_picture_is_shown(sandbox: Sandbox, page: Page) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        await client.post(
            f"{sandbox.api_base}/bot{sandbox.token}/sendPhoto",
            data={"chat_id": str(sandbox.people[0].id), "caption": "30 ngày"},
            files={"photo": ("x.png", PICTURE)},
        )
    shown = page.locator(".theirs .photo")
    await expect(shown).to_be_visible()
    assert await shown.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1


async def test_a_message_is_forwarded_to_another_chat(sandbox: Sandbox, page: Page) -> None:
    an = sandbox.people[0]
    group = sandbox.group("Tổ 3", [an])
    await send(sandbox, "Một bài báo")
    await page.locator(".theirs").hover()
    await page.get_by_role("button", name="Chuyển tiếp").click()
    await page.get_by_role("dialog").get_by_role("button", name="Tổ 3").click()
    await expect(page.locator(".mine")).to_contain_text("Chuyển tiếp từ Hỏi Đáp")
    assert [message.text for message in sandbox.messages(group)] == ["Một bài báo"]


async def test_a_long_article_is_pasted_whole(page: Page) -> None:
    await page.get_by_label("Soạn tin nhắn").fill("xã " * 3_000)
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine")).to_have_count(3)
