"""The whole bot behind a webhook on one core, beside python-telegram-bot's echo bot."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from tests.benchmarks.bundled import different
from tests.benchmarks.measure import percentile
from tests.benchmarks.processes import HOIDAP, ROOT
from tests.benchmarks.table import Bar, Line, megabytes, milliseconds

_HOST = "127.0.0.1"
_UPDATES, _QUICK_UPDATES, _ROUNDS, _QUICK_ROUNDS = 2_000, 400, 5, 1
_CONNECTIONS = 40
_NO_TWO_ALIKE = "no two alike"
_PEOPLE = 8
"""How many people ask each question of a run as readers ask: of those to whom one article is news."""
_SECRET = "bench"
_RATE_BAR, _LATENCY_BAR, _MEMORY_BAR = 0.5, 0.050, 120e6
_PATIENCE = 300.0


class _Peer:
    """Telegram as far as this needs it: takes whatever is sent, and notes when."""

    def __init__(self) -> None:
        self.replied: dict[int, float] = {}
        self.expected = 0
        self.changed = asyncio.Event()
        sockets = bind_sockets(0, _HOST)
        self.server = HTTPServer(
            Application([(r"/bot[^/]+/(\w+)", _Method, {"peer": self})], log_function=lambda _: None)
        )
        self.server.add_sockets(sockets)
        self.address = f"http://{_HOST}:{sockets[0].getsockname()[1]}"
        self.hooked = asyncio.Event()

    def expect(self, replies: int) -> None:
        self.replied.clear()
        self.expected = replies
        self.changed.clear()

    def note(self, chat: int) -> None:
        self.replied.setdefault(chat, time.perf_counter())
        if len(self.replied) >= self.expected:
            self.changed.set()


class _Method(RequestHandler):
    def initialize(self, peer: _Peer) -> None:
        self._peer = peer

    def post(self, method: str) -> None:
        result: Any = True
        if method == "getMe":
            result = {"id": 1, "is_bot": True, "first_name": "bot", "username": "bench_bot"}
        elif method == "setWebhook":
            self._peer.hooked.set()
        elif method == "sendMessage":
            chat = int(self.get_body_argument("chat_id"))
            self._peer.note(chat)
            result = {"message_id": 1, "date": 0, "chat": {"id": chat, "type": "private"}, "text": "x"}
        self.write({"ok": True, "result": result})


@dataclass
class _Bot:
    """A bot behind its webhook, and the connections updates go to it by."""

    name: str
    process: asyncio.subprocess.Process
    port: int
    idle_memory: int
    connections: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = field(
        default_factory=asyncio.Queue
    )

    async def post(self, update: dict[str, Any]) -> None:
        """Deliver one update over a free connection, and wait until it is taken."""
        body = json.dumps(update, ensure_ascii=False).encode()
        head = (
            f"POST /hook HTTP/1.1\r\nHost: {_HOST}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {_SECRET}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        reader, writer = await self.connections.get()
        writer.write(head.encode() + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        if b" 200 " not in answer.splitlines()[0]:
            raise RuntimeError(f"{self.name}: {answer!r}")
        self.connections.put_nowait((reader, writer))


_numbers = iter(range(int(time.time()) * 1_000, 10**15))


def _update(question: str) -> dict[str, Any]:
    """A question from somebody who has not asked before."""
    number = next(_numbers)
    person = {"id": number % 10**9, "is_bot": False, "first_name": "An"}
    chat = {"id": number % 10**9, "type": "private", "first_name": "An"}
    message = {"message_id": 1, "date": int(time.time()), "chat": chat, "from": person, "text": question}
    return {"update_id": number, "message": message}


@asynccontextmanager
async def _started(
    name: str, peer: _Peer, command: Sequence[str], environment: dict[str, str], port: int
) -> AsyncIterator[_Bot]:
    peer.hooked.clear()
    core = max(os.sched_getaffinity(0))
    process = await asyncio.create_subprocess_exec(
        "taskset",
        "-c",
        str(core),
        *command,
        env={**os.environ, **environment},
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
    )
    try:
        await asyncio.wait_for(peer.hooked.wait(), 60)
        bot = _Bot(name, process, port, 0)
        for _ in range(_CONNECTIONS):
            bot.connections.put_nowait(await _connected(port))
        bot.idle_memory = _resident(process.pid)
        yield bot
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()


async def _connected(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection; python-telegram-bot gives its address away a little before it listens there."""
    while True:
        try:
            return await asyncio.open_connection(_HOST, port)
        except ConnectionRefusedError:
            await asyncio.sleep(0.05)


def _resident(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) * 1024


class _Pace(NamedTuple):
    """How fast a bot went: updates a second, and CPU seconds for each."""

    rate: float
    cpu: float


async def _as_fast_as_it_goes(bot: _Bot, peer: _Peer, asked: Sequence[str]) -> _Pace:
    """The pace from the first delivery to the last reply."""
    peer.expect(len(asked))
    started, worked = time.perf_counter(), _worked(bot.process.pid)
    await asyncio.gather(*(bot.post(_update(question)) for question in asked))
    await asyncio.wait_for(peer.changed.wait(), _PATIENCE)
    seconds = max(peer.replied.values()) - started
    return _Pace(len(asked) / seconds, (_worked(bot.process.pid) - worked) / len(asked))


def _worked(process: int) -> float:
    """The CPU seconds that a process has taken."""
    _, _, fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")
    user, system = fields.split(" ")[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _median(paces: Sequence[_Pace]) -> _Pace:
    return _Pace(*map(statistics.median, zip(*paces, strict=True)))


async def _at(rate: float, bot: _Bot, peer: _Peer, asked: Sequence[str]) -> list[float]:
    """The seconds from each delivery to its reply, at so many updates a second."""
    peer.expect(len(asked))
    sent: dict[int, float] = {}
    loop, posts = asyncio.get_running_loop(), []
    begin = loop.time()
    for number, question in enumerate(asked):
        await asyncio.sleep(max(0.0, begin + number / rate - loop.time()))
        update = _update(question)
        sent[update["message"]["chat"]["id"]] = time.perf_counter()
        posts.append(asyncio.create_task(bot.post(update)))
    await asyncio.gather(*posts)
    await asyncio.wait_for(peer.changed.wait(), _PATIENCE)
    return [peer.replied[chat] - at for chat, at in sent.items()]


async def _measure(folder: Path, *, quick: bool) -> list[Line]:
    count, rounds = (_QUICK_UPDATES, _QUICK_ROUNDS) if quick else (_UPDATES, _ROUNDS)
    never_asked = iter(different((count + count // _PEOPLE) * (rounds + 2)))
    peer, order = _Peer(), Random(count)  # noqa: S311  only an order to ask in
    async with AsyncExitStack() as stack:
        ours = await stack.enter_async_context(_ours(folder, peer))
        echo = await stack.enter_async_context(_echo(peer))
        paces: dict[str, list[_Pace]] = {ours.name: [], echo.name: [], _NO_TWO_ALIKE: []}
        asked = list(islice(never_asked, count // 4))
        for bot in (ours, echo):
            await _as_fast_as_it_goes(bot, peer, asked)
        for _ in range(rounds):
            asked = list(islice(never_asked, count // _PEOPLE)) * _PEOPLE
            order.shuffle(asked)
            for bot in (ours, echo):
                paces[bot.name].append(await _as_fast_as_it_goes(bot, peer, asked))
            asked = list(islice(never_asked, count))
            paces[_NO_TWO_ALIKE].append(await _as_fast_as_it_goes(ours, peer, asked))
        pace, alone, echoed = (_median(paces[name]) for name in (ours.name, _NO_TWO_ALIKE, echo.name))
        times = await _at(alone.rate / 2, ours, peer, list(islice(never_asked, count)))
    peer.server.stop()
    return [
        Line(
            f"  {ours.name}, each asked by {_PEOPLE} people",
            f"{pace.rate:,.0f} /s",
            milliseconds(pace.cpu),
            bars=[_rate_bar(pace, echoed)],
        ),
        Line(
            f"  {_NO_TWO_ALIKE}",
            f"{alone.rate:,.0f} /s",
            milliseconds(alone.cpu),
            milliseconds(percentile(times, 0.95)),
            megabytes(ours.idle_memory),
            bars=[_rate_bar(alone, echoed), *_bars(ours, times)],
        ),
        Line(
            f"  {echo.name}",
            f"{echoed.rate:,.0f} /s",
            milliseconds(echoed.cpu),
            memory=megabytes(echo.idle_memory),
        ),
    ]


def _rate_bar(pace: _Pace, echoed: _Pace) -> Bar:
    ratios = f"{pace.rate / echoed.rate:.2f}; by CPU {echoed.cpu / pace.cpu:.2f}"
    return Bar(f"≥ {_RATE_BAR} × the echo bot ({ratios})", pace.rate >= _RATE_BAR * echoed.rate)


def _bars(ours: _Bot, times: Sequence[float]) -> list[Bar]:
    return [
        Bar(f"95% ≤ {milliseconds(_LATENCY_BAR)} at half that load", percentile(times, 0.95) <= _LATENCY_BAR),
        Bar(f"≤ {megabytes(_MEMORY_BAR)} idle", ours.idle_memory <= _MEMORY_BAR),
    ]


def _ours(folder: Path, peer: _Peer) -> Any:
    port = _free_port()
    environment = {
        "HOIDAP_TOKEN": "1:bench", "HOIDAP_API_BASE": peer.address, "HOIDAP_DATABASE": str(folder / "webhook.db"),
        "HOIDAP_LISTEN": f"{_HOST}:{port}", "HOIDAP_WEBHOOK_URL": f"http://{_HOST}:{port}/hook",
        "HOIDAP_WEBHOOK_SECRET": _SECRET,
    }  # fmt: skip
    return _started("hoidap run", peer, [HOIDAP, "run"], environment, port)


def _echo(peer: _Peer) -> Any:
    port = _free_port()
    command = [sys.executable, "-m", "tests.benchmarks.echo", peer.address, _HOST, str(port)]
    return _started("python-telegram-bot's echo bot", peer, command, {}, port)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((_HOST, 0))
        return int(free.getsockname()[1])


def measure(folder: Path, *, quick: bool, log: Callable[[str], None]) -> list[tuple[str, Sequence[Line]]]:
    """Updates a second and CPU for each, latency at half that load, and idle memory."""
    log("webhook …")
    count = _QUICK_UPDATES if quick else _UPDATES
    lines = asyncio.run(_measure(folder, quick=quick))
    return [(f"{count:,} questions by webhook, one core", lines)]
