"""Whole articles brought in by an editor, over HTTP, with the bot a process of its own."""

from io import BytesIO

import pytest
import pytest_asyncio

from bot.sandbox import Message, Person, Sandbox
from tests.e2e import editing
from tests.e2e.conftest import Bot
from tests.e2e.editing import started

TITLE = "Xã Đăng Vân vào mùa cấy"
LINES = (
    TITLE,
    "Thứ Hai, 10/03/2025, 08:15",
    ("Vụ xuân này, xã Đăng Vân cấy 120 ha lúa. Xã đã cấp 35 tấn giống cho bà con; làm mới 4 cầu treo"
    " (1 cầu ở thôn Trên, 3 cầu ở thôn Dưới)."),
    "Bà con ra đồng từ tờ mờ sáng, ai cũng vui. " * 60,
    "Nước về đủ, ruộng nào cũng được cày bừa kỹ. " * 50,
    "Nhân dịp này, bà con trồng thêm 900 cây quế.",
    "Kiều Bách",
)  # fmt: skip
ARTICLE = "\n\n".join(LINES)
RICE = "Đăng Vân cấy bao nhiêu ha lúa?"


def docx(*paragraphs: str) -> bytes:
    """A Word document."""
    from docx import Document  # noqa: PLC0415  an optional extra

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@pytest_asyncio.fixture
async def owner(bot: Bot, an: Person) -> Person:
    """The owner, whose bot is running."""
    return await started(bot, an)


async def presses(sandbox: Sandbox, person: Person, label: str, under: Message | None = None) -> Message:
    """Press a button of the bot's last message; that message once it has changed."""
    return await editing.presses(sandbox, person, under or sandbox.sent(person)[-1], label)


async def saved(sandbox: Sandbox, owner: Person, *sent: Message) -> Message:
    """The first proposal of an article that was sent."""
    last = sent[-1]
    await owner.hears(after=last)
    await presses(sandbox, owner, "Xong")
    return await presses(sandbox, owner, "Lưu")


async def test_an_article_pasted_in_pieces_is_mended_its_proposals_decided_and_a_reader_asks(
    sandbox: Sandbox, owner: Person, binh: Person
) -> None:
    await owner.hears(after=owner.says("/thembai"))
    pieces = owner.pastes(ARTICLE)
    assert len(pieces) > 1
    told = await owner.hears(after=pieces[-1], containing=f"{len(pieces)} tin")
    record = await presses(sandbox, owner, "Xong", told)
    assert f"Tiêu đề: {TITLE}" in record.text
    assert "Ngày đăng: 10/03/2025" in record.text
    await presses(sandbox, owner, "Tác giả")
    record = await owner.hears(after=owner.says("Kiều Văn Bách"))
    assert "Tác giả: Kiều Văn Bách" in record.text
    proposal = await presses(sandbox, owner, "Lưu", record)
    assert "Đề xuất 1/" in proposal.text
    assert "120 ha" not in (await binh.hears(after=binh.says(RICE))).text.splitlines()[0]
    proposal = await presses(sandbox, owner, "Nhận")
    assert "Đề xuất 2/" in proposal.text
    proposal = await presses(sandbox, owner, "Bỏ")
    assert "Đề xuất 3/" in proposal.text
    await presses(sandbox, owner, "Sửa")
    await presses(sandbox, owner, "Câu trả lời")
    await owner.hears(after=owner.says("Xã Đăng Vân vừa làm xong 4 cầu treo."))
    proposal = await presses(sandbox, owner, "Xong")
    assert "Xã Đăng Vân vừa làm xong 4 cầu treo." in proposal.text
    await presses(sandbox, owner, "Nhận")
    answer = await binh.hears(after=binh.says(RICE))
    assert answer.text.startswith("120 ha")
    assert f"Nguồn: “{TITLE}”, Kiều Văn Bách, 10/03/2025, đoạn 1" in answer.text
    await binh.presses(answer, "Nguồn")
    source = await binh.hears(after=answer)
    assert "“Vụ xuân này, xã Đăng Vân cấy 120 ha lúa.”" in source.text
    assert "<blockquote>" in source.html
    quoted = await binh.hears(after=binh.says("Đăng Vân cấp bao nhiêu tấn giống cho bà con?"))
    assert "Xã đã cấp 35 tấn giống cho bà con" in quoted.text
    assert "<blockquote>" in quoted.html


async def test_a_word_document_is_read_and_a_restart_in_the_middle_loses_nothing(
    sandbox: Sandbox, bot: Bot, owner: Person, binh: Person
) -> None:
    pytest.importorskip("docx")
    await owner.hears(after=owner.says("/thembai"))
    sent = owner.sends_document("Mùa cấy.docx", docx(*LINES))
    record = await owner.hears(after=sent)
    assert f"Tiêu đề: {TITLE}" in record.text
    await bot.kill()
    await bot.start()
    proposal = await presses(sandbox, owner, "Lưu", record)
    assert "Đề xuất 1/" in proposal.text
    await bot.kill()
    await bot.start()
    await presses(sandbox, owner, "Nhận", proposal)
    assert (await binh.hears(after=binh.says(RICE))).text.startswith("120 ha")
    await presses(sandbox, owner, "Để sau", proposal)
    again = await owner.hears(after=owner.says("/thembai"))
    assert "Đề xuất 2/" in (await presses(sandbox, owner, "Duyệt tiếp", again)).text


async def test_the_command_may_stand_under_the_file_or_reply_to_it(owner: Person, binh: Person) -> None:
    told = await owner.hears(after=owner.sends_document("bài.txt", ARTICLE.encode(), caption="/thembai"))
    assert f"Tiêu đề: {TITLE}" in told.text
    await owner.hears(after=owner.says("/huy"))
    sent = owner.sends_document("bài.txt", ARTICLE.encode())
    await owner.hears(after=sent)
    told = await owner.hears(after=owner.says("/thembai", reply_to=sent))
    assert f"Tiêu đề: {TITLE}" in told.text
    await owner.hears(after=owner.says("/huy"))
    told = await owner.hears(after=owner.sends_document("bài.pdf", b"%PDF", caption="/addarticle"))
    assert ".txt và .docx" in told.text
    refused = await binh.hears(after=binh.sends_document("bài.txt", ARTICLE.encode(), caption="/thembai"))
    assert "chỉ dành cho biên tập viên" in refused.text


async def test_a_forwarded_article_is_taken_as_one_that_was_pasted(
    sandbox: Sandbox, owner: Person, binh: Person
) -> None:
    group = sandbox.group("Tòa soạn", [owner, binh])
    posted = binh.says("\n\n".join((*LINES[:3], *LINES[-2:])), to=group)
    await owner.hears(after=owner.says("/thembai"))
    proposal = await saved(sandbox, owner, owner.forwards(posted))
    assert "Đề xuất 1/" in proposal.text


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("bài.docx", b"PK\x03\x04 broken", "không mở được tệp"),
        ("bài.txt", b"\xff\xfe\x00\xd8\x00", "không mở được tệp"),
        ("bài.txt", b" \n\n ", "không có chữ nào"),
        ("bài.pdf", b"%PDF-1.7", ".txt và .docx"),
        ("bài.txt", bytes(20_000_001), "20 MB"),
    ],
    ids=["broken", "not text", "empty", "another kind", "too big"],
)
async def test_a_file_that_cannot_be_read_is_told_so_and_what_was_sent_before_is_kept(
    sandbox: Sandbox, owner: Person, name: str, body: bytes, said: str
) -> None:
    await owner.hears(after=owner.says("/thembai"))
    await owner.hears(after=owner.says(f"{LINES[0]}\n\n{LINES[1]}"))
    told = await owner.hears(after=owner.sends_document(name, body))
    assert said in told.text
    assert "1 tin" in told.text
    await owner.hears(after=owner.says(LINES[2]))
    record = await presses(sandbox, owner, "Xong")
    assert f"Tiêu đề: {TITLE}" in record.text


async def test_a_file_that_telegram_does_not_hand_over_is_asked_for_again(
    sandbox: Sandbox, owner: Person
) -> None:
    await owner.hears(after=owner.says("/thembai"))
    sandbox.fault("getFile", times=None, error=400)
    told = await owner.hears(after=owner.sends_document("bài.txt", ARTICLE.encode()))
    assert "gửi lại" in told.text
    sandbox.heal()
    assert TITLE in (await owner.hears(after=owner.sends_document("bài.txt", ARTICLE.encode()))).text


async def test_a_proposal_accepted_twice_is_one_fact(sandbox: Sandbox, owner: Person, binh: Person) -> None:
    await owner.hears(after=owner.says("/thembai"))
    proposal = await saved(sandbox, owner, owner.says("\n\n".join((*LINES[:3], *LINES[-2:]))))
    accept = next(b["callback_data"] for row in proposal.rows for b in row if b["text"] == "Nhận")
    queries = [owner.press(proposal, accept) for _ in range(2)]
    for query in queries:
        await owner.waits(query, "Nhận")
    shown = await sandbox.edited(proposal)
    assert "Đề xuất 2/" in shown.text
    answer = await binh.hears(after=binh.says(RICE))
    assert answer.text.count("120 ha lúa") <= 2
