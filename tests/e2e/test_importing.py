"""/nhap: packs taken back through Telegram, previewed, checked, saved or not."""

import io
import zipfile

import pytest

from knowledge.exchange.bundles import unpacked
from tests.e2e.editing import BRIDGES, started
from tests.stores import contents, edited, facts

PACK = "suoi-ram-2025-02-03.yaml"
OF_SUOI_RAM = "suoi-ram-2025/cau-treo"


@pytest.fixture
async def owner(bot, an):
    return await started(bot, an)


async def offered(owner, name, content):
    """What is shown once a file is sent after /nhap."""
    asked = await owner.hears(after=owner.says("/nhap"))
    assert "Bạn gửi tệp" in asked.text
    return await owner.hears(after=owner.sends_document(name, content))


async def test_what_would_change_is_shown_with_both_figures_and_nothing_changes_before_it_is_saved(
    sandbox, bot, owner, packs
):
    before = contents(bot.store)
    shown = await offered(owner, PACK, edited(packs / PACK, "value: 3", "value: 4").read_bytes())
    assert "0 thêm, 1 đổi, 0 rút, 1 giữ nguyên" in shown.text
    assert "~ 3 cầu treo → 4 cầu treo" in shown.text
    assert "Không ai cần được báo" in shown.text
    assert contents(bot.store) == before
    await owner.presses(shown, "Lưu")
    assert "Đã lưu gói" in (await sandbox.edited(shown)).text
    answer = await owner.hears(after=owner.says("Suối Rằm có bao nhiêu cầu treo?"))
    assert "4 cầu treo" in answer.text


async def test_what_was_sent_by_export_comes_back_without_a_change(sandbox, bot, owner, tmp_path):
    before = contents(bot.store)
    sent = await owner.hears(after=owner.says("/xuat"))
    await owner.hears(after=sent)
    content = sandbox.file(sent.content["document"]["file_id"])
    (tmp_path / "u").mkdir()
    assert len(unpacked(content, "x.zip", tmp_path / "u")) == 3
    shown = await offered(owner, "hoidap.zip", content)
    assert "Mọi thứ trong gói đã có rồi" in shown.text
    assert "Lưu" not in shown.buttons
    await owner.presses(shown, "Bỏ")
    assert contents(bot.store) == before


async def test_facts_gone_from_a_pack_are_withdrawn_only_where_that_is_chosen(sandbox, bot, owner, packs):
    text = (packs / PACK).read_text(encoding="utf-8")
    shown = await offered(owner, PACK, text[: text.index("  - id: suoi-ram-2025/mua-hoi")].encode())
    assert "Có 1 dữ kiện của các bài này không còn trong gói" in shown.text
    await owner.presses(shown, "Rút cả 1 dữ kiện")
    shown = await sandbox.edited(shown)
    assert "1 rút" in shown.text
    assert "✓ Rút" in shown.buttons[0]
    await owner.presses(shown, "Lưu")
    await sandbox.edited(shown)
    assert facts(bot.store)["suoi-ram-2025/mua-hoi"] == (2, 1)


async def test_a_fault_is_told_with_file_line_and_field_and_a_mended_file_may_follow(bot, owner, packs):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("bai/a.yaml", edited(packs / PACK, "topic: mua-hoi", "topic: mua-cuoi").read_bytes())
    shown = await offered(owner, "goi.zip", held.getvalue())
    assert "tệp bai/a.yaml, dòng 19, mục facts[1].topic" in shown.text
    assert "Mình không biết “mua-cuoi”" in shown.text
    assert "Lưu" not in shown.buttons
    await bot.kill()
    await bot.start()
    mended = edited(packs / PACK, "topic: mua-cuoi", "topic: mua-hoi").read_bytes()
    shown = await owner.hears(
        after=owner.sends_document(PACK, mended), containing="Mọi thứ trong gói đã có rồi"
    )
    assert "Lưu" not in shown.buttons


@pytest.mark.parametrize(
    ("name", "content"), [("x.docx", b"PK"), ("x.zip", b"no zip"), ("x.yaml", b"- a"), ("x.yaml", b"\xff")]
)
async def test_what_is_no_pack_is_told_to_be_none(bot, owner, name, content):
    before = contents(bot.store)
    shown = await offered(owner, name, content)
    assert "Gói này chưa nạp được" in shown.text
    assert contents(bot.store) == before


async def test_a_zip_that_swells_is_refused(owner):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.yaml", b"#" * 21_000_000)
    shown = await offered(owner, "bom.zip", held.getvalue())
    assert "Gói này chưa nạp được" in shown.text


async def test_the_store_may_have_moved_on_before_it_is_saved(sandbox, bot, owner, packs, run):
    new = edited(packs / PACK, "value: 3", "value: 4").read_text(encoding="utf-8")
    new += '  - {id: dang-van-2024/moi, subject: suoi-ram, topic: mua-hoi, kind: statement, statement: "Hội mở."}\n'
    shown = await offered(owner, PACK, new.encode())
    other = packs / "dang-van-2024-05-06.yaml"
    text = other.read_text(encoding="utf-8").rstrip("\n")
    other.write_text(
        text
        + '\n  - {id: dang-van-2024/moi, subject: dang-van, topic: mua-hoi, kind: statement, statement: "Hội khác."}\n',
        encoding="utf-8",
    )
    assert run("load", "--db", bot.store, other).code == 0
    await owner.presses(shown, "Lưu")
    told = await sandbox.edited(shown)
    assert "Mã này đã thuộc về “dang-van-2024-05-06”" in told.text
    assert facts(bot.store)[OF_SUOI_RAM] == (1, 0)


async def test_a_saved_pack_is_saved_once_and_survives_a_kill_before(sandbox, bot, owner, packs):
    shown = await offered(owner, PACK, edited(packs / PACK, "value: 3", "value: 4").read_bytes())
    await bot.kill()
    await bot.start()
    save = next(button["callback_data"] for button in shown.rows[-1] if "Lưu" in button["text"])
    await owner.presses(shown, "Lưu")
    await sandbox.edited(shown)
    again = await owner.waits(owner.press(shown, save), "Lưu")
    assert "đã lưu rồi" in again.text
    assert facts(bot.store)[OF_SUOI_RAM] == (2, 0)


async def test_followers_hear_of_what_a_pack_changes_with_the_reason(bot, owner, binh, packs):
    given = await binh.hears(after=binh.says("/theodoi suoi ram"))
    await owner.hears(after=owner.says("/nhap báo đã đính chính"))
    shown = await owner.hears(
        after=owner.sends_document(PACK, edited(packs / PACK, "value: 3", "value: 4").read_bytes())
    )
    assert "Sẽ gửi 1 tin báo" in shown.text
    await owner.presses(shown, "Lưu")
    told = await binh.hears(after=given)
    assert "3 → 4 cầu treo" in told.text
    assert "báo đã đính chính" in told.text
    assert bot.logged.count("Traceback") == 0


async def test_a_file_may_be_replied_to(owner, packs):
    sent = owner.sends_document(PACK, (packs / PACK).read_bytes())
    shown = await owner.hears(after=owner.says("/nhap", reply_to=sent), containing="Nạp")
    assert "Mọi thứ trong gói đã có rồi" in shown.text


async def test_a_file_with_the_command_under_it_is_taken_with_the_reason(owner, binh, packs):
    given = await binh.hears(after=binh.says("/theodoi suoi ram"))
    file = edited(packs / PACK, "value: 3", "value: 4").read_bytes()
    shown = await owner.hears(after=owner.sends_document(PACK, file, caption="/nhap báo đã đính chính"))
    assert "~ 3 cầu treo → 4 cầu treo" in shown.text
    await owner.presses(shown, "Lưu")
    assert "báo đã đính chính" in (await binh.hears(after=given)).text
    refused = await binh.hears(after=binh.sends_document(PACK, file, caption="/nhap"))
    assert "chỉ dành cho biên tập viên" in refused.text


async def test_nobody_but_editors_may(bot, owner, binh, packs):
    before = contents(bot.store)
    refused = await binh.hears(after=binh.says("/nhap"))
    assert "chỉ dành cho biên tập viên" in refused.text
    await binh.hears(
        after=binh.sends_document(PACK, edited(packs / PACK, "value: 3", "value: 9").read_bytes())
    )
    shown = await offered(owner, PACK, (packs / PACK).read_bytes())
    save = next(button["callback_data"] for row in shown.rows for button in row if "Lưu" in button["text"])
    notice = await binh.waits(binh.press(shown, save), "Lưu")
    assert "chỉ dành cho biên tập viên" in notice.text
    assert contents(bot.store) == before
    answer = await binh.hears(after=binh.says(BRIDGES))
    assert "17 cầu treo" in answer.text
