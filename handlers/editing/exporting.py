"""/xuat: the knowledge as a zip of packs, and its facts as a table."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

from telegram.constants import FileSizeLimit

from handlers.editing import teaching_texts as texts
from handlers.editing.rights import Turn
from handlers.sending import send_document
from knowledge.exchange.bundles import packs_zip
from knowledge.exchange.sheets import facts_csv
from knowledge.store.reader import Reader


async def export(turn: Turn) -> None:
    """Send both files; one too large for Telegram is told to be so."""
    desk = turn.newsroom.desk
    packs, table = await desk.study(partial(_files, desk.path))
    day = desk.clock().astimezone(desk.zone).strftime("%Y-%m-%d")
    await _send(turn, packs, f"hoidap-{day}.zip", texts.PACKS_FILE)
    await _send(turn, table, f"hoidap-{day}.csv", texts.FACTS_FILE)


def _files(path: Path, connection: sqlite3.Connection) -> tuple[bytes, bytes]:
    """Both files, of one state of the knowledge."""
    connection.execute("BEGIN")
    reader = Reader(path, connection)
    return packs_zip(reader), facts_csv(reader).encode()


async def _send(turn: Turn, content: bytes, name: str, caption: str) -> None:
    if len(content) > FileSizeLimit.FILESIZE_UPLOAD:
        await turn.say(texts.FILE_TOO_LARGE.format(name=name))
        return
    await send_document(turn.bot, turn.seat, content, name, caption, reply_to=turn.message.message_id)
