"""A broadcast to followers on a stand-in as strict as Telegram: the share of the permitted rate that is used."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from subprocess import DEVNULL

from bot.sandbox import Limits, Sandbox
from knowledge.exchange.loading import create_bundled
from tests.benchmarks.processes import HOIDAP
from tests.benchmarks.table import Bar, Line

_FOLLOWERS, _QUICK_FOLLOWERS = 1_500, 300
_PERMITTED, _SHARE_BAR = 30.0, 0.95
_PATIENCE = 300.0


def _queue(store: Path, chats: Sequence[int]) -> None:
    """A change of the first figure, for everybody who follows everything."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    with closing(sqlite3.connect(store)) as connection, connection:
        article, fact, body = connection.execute(
            'SELECT article, id, body FROM fact WHERE body LIKE \'%"kind":"count"%\' LIMIT 1'
        ).fetchone()
        told = (
            f'{{"changes": [{{"fact": "{fact}", "before": null, "after": {body}}}],'
            ' "new_article": false, "author": "packs", "why": null}'
        )
        event = connection.execute(
            "INSERT INTO event (at, kind, article, body) VALUES (?, 'change', ?, ?)",
            (now, article, told),
        ).lastrowid
        connection.executemany(
            "INSERT INTO follow (chat, person, at) VALUES (?, ?, ?)", [(chat, chat, now) for chat in chats]
        )
        connection.executemany(
            "INSERT INTO outbox (event, chat, reason, due) VALUES (?, ?, 'follow', ?)",
            [(event, chat, now) for chat in chats],
        )


async def _measure(folder: Path, followers: int) -> list[Line]:
    store = folder / "broadcast.db"
    create_bundled(store)
    async with Sandbox(limits=Limits()) as sandbox:
        people = [sandbox.person(f"Người {number}") for number in range(followers)]
        _queue(store, [person.id for person in people])
        settings = {
            "HOIDAP_TOKEN": sandbox.token,
            "HOIDAP_API_BASE": sandbox.api_base,
            "HOIDAP_DATABASE": str(store),
        }
        bot = await asyncio.create_subprocess_exec(
            HOIDAP, "run", env={**os.environ, **settings}, stderr=DEVNULL
        )
        try:
            await sandbox.until(lambda: sandbox.sent_count >= followers, timeout=_PATIENCE)
        finally:
            bot.send_signal(signal.SIGTERM)
            await bot.wait()
        sent = [call.at for call in sandbox.calls if call.method == "sendMessage"]
        refused = sum(call.outcome == 429 for call in sandbox.calls)
    rate = (len(sent) - 1) / (sent[-1] - sent[0])
    bars = [
        Bar(
            f"≥ {_SHARE_BAR:.0%} of {_PERMITTED:.0f} /s ({rate / _PERMITTED:.1%})",
            rate >= _SHARE_BAR * _PERMITTED,
        ),
        Bar(f"no 429 ({refused})", refused == 0),
    ]
    return [Line(f"  {followers:,} notices", f"{rate:.1f} /s", bars=bars)]


def measure(folder: Path, *, quick: bool, log: Callable[[str], None]) -> list[tuple[str, Sequence[Line]]]:
    """Notices a second within Telegram's limits, and how often it had to refuse."""
    followers = _QUICK_FOLLOWERS if quick else _FOLLOWERS
    log("broadcast …")
    return [("A broadcast, on a stand-in with Telegram's limits", asyncio.run(_measure(folder, followers)))]
