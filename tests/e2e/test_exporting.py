"""/xuat: everything as packs and as a table, from the running bot."""

import csv
import io

from knowledge.exchange.bundles import unpacked
from knowledge.exchange.loading import export, load_packs
from tests.e2e.editing import started
from tests.stores import folder_bytes


async def test_what_is_sent_loads_into_the_same_knowledge_and_opens_as_a_table(sandbox, bot, an, tmp_path):
    owner = await started(bot, an)
    packs = await owner.hears(after=owner.says("/xuat"))
    table = await owner.hears(after=packs)
    name = packs.content["document"]["file_name"]
    (tmp_path / "unpacked").mkdir()
    loaded = unpacked(sandbox.file(packs.content["document"]["file_id"]), name, tmp_path / "unpacked")
    load_packs(tmp_path / "again.db", loaded, only=True)
    export(bot.store, tmp_path / "one")
    export(tmp_path / "again.db", tmp_path / "other")
    assert folder_bytes(tmp_path / "one") == folder_bytes(tmp_path / "other")
    text = sandbox.file(table.content["document"]["file_id"]).decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(text)))) == 9
    assert table.content["document"]["file_name"].endswith(".csv")


async def test_nobody_but_editors_is_sent_anything(sandbox, bot, an, binh):
    await started(bot, an)
    refused = await binh.hears(after=binh.says("/export"))
    assert "chỉ dành cho biên tập viên" in refused.text
    assert [message.content for message in sandbox.sent(binh)] == [{}]
