"""Files between people and the bot, and what Telegram refuses of them."""

import struct

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, NetworkError

from bot.sandbox import Sandbox
from bot.sandbox.files import MOST_OF_A_PHOTO

MEGABYTE = 1_000_000


def png(width: int, height: int) -> bytes:
    """The beginning of a picture of this size."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s2I", 13, b"IHDR", width, height)


async def test_files_go_both_ways(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    an.sends_document("bài.txt", "Đoạn một".encode())
    [update] = await bot.get_updates()
    assert update.message
    assert update.message.document
    file = await update.message.document.get_file()
    assert (await file.download_as_bytearray()).decode() == "Đoạn một"
    sent = await bot.send_document(an.id, update.message.document.file_id)
    assert sent.document
    assert sent.document.file_name == "bài.txt"
    with pytest.raises(BadRequest, match=r"^Wrong file_id or the file is temporarily unavailable$"):
        await bot.get_file("nothing")


async def test_a_file_over_20_megabytes_cannot_be_fetched(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    sent = an.sends_document("big.bin", bytes(20_000_001))
    with pytest.raises(BadRequest, match=r"^File is too big$"):
        await bot.get_file(sent.content["document"]["file_id"])


async def test_a_file_over_50_megabytes_cannot_be_sent(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    with pytest.raises(NetworkError, match="Request Entity Too Large"):
        await bot.send_document(an.id, bytes(50 * MEGABYTE + 1), filename="big.zip", write_timeout=60)
    assert sandbox.sent(an) == []


async def test_an_empty_file_cannot_be_sent(sandbox: Sandbox, bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"^File must be non-empty$"):
        await bot.send_document(sandbox.person("An").id, b"", filename="x.txt")


async def test_a_picture_is_told_with_its_size(sandbox: Sandbox, bot: Bot) -> None:
    sent = await bot.send_photo(sandbox.person("An").id, png(800, 300), caption="30 ngày")
    assert (sent.photo[0].width, sent.photo[0].height, sent.caption) == (800, 300, "30 ngày")


@pytest.mark.parametrize(
    ("picture", "why"),
    [
        (png(800, 300) + bytes(MOST_OF_A_PHOTO), "too big for a photo; the maximum size is 10485760 bytes"),
        (png(9_000, 1_001), "^Photo_invalid_dimensions$"),
        (png(2_100, 100), "^Photo_invalid_dimensions$"),
        (b"<svg/>", "^Image_process_failed$"),
        (b"", "^File must be non-empty$"),
    ],
    ids=["too heavy", "too large", "too flat", "no picture", "empty"],
)
async def test_what_is_no_photo_for_telegram_is_refused(
    sandbox: Sandbox, bot: Bot, picture: bytes, why: str
) -> None:
    with pytest.raises(BadRequest, match=why):
        await bot.send_photo(sandbox.person("An").id, picture)


async def test_a_caption_is_at_most_1024_characters_for_people_too(sandbox: Sandbox) -> None:
    an = sandbox.person("An")
    assert an.sends_document("a.txt", b"a", caption="x" * 1024).text == "x" * 1024
    with pytest.raises(ValueError, match="0 to 1024 characters"):
        an.sends_document("a.txt", b"a", caption="x" * 1025)


async def test_a_forwarded_message_tells_who_wrote_it_and_loses_the_buttons_of_its_chat(
    sandbox: Sandbox, bot: Bot
) -> None:
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    keyboard = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Lưu", callback_data="x"))
    await bot.send_message(binh.id, "Một bài báo", reply_markup=keyboard)
    group = sandbox.group("Tổ 3", [an, binh], privacy=False)
    said = binh.forwards(sandbox.sent(binh)[0], to=group)
    forwarded = an.forwards(said)
    updates = await bot.get_updates()
    message = updates[-1].message
    assert message is not None
    assert message.text == "Một bài báo"
    assert message.forward_origin is not None
    assert message.forward_origin.sender_user == bot.bot  # type: ignore[attr-defined]
    assert forwarded.buttons == []


async def test_a_forwarded_file_is_the_same_file(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    an.forwards(an.sends_document("bài.txt", "Đoạn một".encode(), caption="Bài"))
    first, again = [update.message for update in await bot.get_updates()]
    assert first is not None
    assert again is not None
    assert first.document == again.document
    assert again.caption == "Bài"


async def test_a_long_text_becomes_as_many_messages_as_it_takes(sandbox: Sandbox) -> None:
    paragraphs = [f"Đoạn {number}: " + "xã 😀 " * 100 for number in range(20)]
    text = "\n".join(paragraphs)
    parts = sandbox.person("An").pastes(text)
    assert len(parts) == 4
    assert "\n".join(part.text for part in parts).split() == text.split()
    assert all(part.text.startswith("Đoạn ") for part in parts)


@pytest.mark.parametrize("word", ["x", "😀"])
async def test_a_text_without_a_gap_is_cut_where_it_must_be(sandbox: Sandbox, word: str) -> None:
    text = word * 5_000
    assert "".join(part.text for part in sandbox.person("An").pastes(text)) == text
