"""`hoidap demo`: one line with the page's address, and a clean end."""

import asyncio
import json
import re
import signal
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from tornado.websocket import websocket_connect

from tests.conftest import Ran

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


def address_in(line: bytes) -> str:
    found = ADDRESS.search(line.decode())
    assert found, line
    return found[0]


async def answer_at(address: str, question: str) -> str:
    """The bot's answer to the first person of the page at this address."""
    connection = await websocket_connect(f"ws{address.removeprefix('http')}sandbox/socket")
    told = json.loads(await connection.read_message() or "")
    person = told["people"][0]["id"]
    asked = {"id": 1, "do": "says", "person": person, "chat": person, "text": question}
    await connection.write_message(json.dumps(asked))
    while told["type"] != "message" or not told["message"]["from"]["is_bot"]:
        told = json.loads(await connection.read_message() or "")
    connection.close()
    while await connection.read_message() is not None:
        pass
    return str(told["message"]["text"])


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_demo_tells_where_its_page_is_answers_there_and_stops_when_told(
    start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path, stop: signal.Signals
) -> None:
    demo = start("demo", "--port", "0", "--db", tmp_path / "demo.db")
    assert demo.stdout
    address = address_in(demo.stdout.readline())
    assert "Hỏi Đáp" in httpx.get(address, trust_env=False).text
    assert asyncio.run(answer_at(address, "Bình Liêu luân chuyển bao nhiêu cán bộ?")).startswith("18 cán bộ")
    demo.send_signal(stop)
    out, err = demo.communicate(timeout=10)
    assert (demo.returncode, out, err) == (0, b"", b"")


def test_a_port_that_is_taken_is_one_clear_line(run: Callable[..., Ran], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        complaint = run("demo", "--port", port, "--db", tmp_path / "demo.db").complaint
    assert complaint == f"--port is {port}: Address already in use; --port 0 takes a free one"


def test_what_the_environment_sets_for_the_real_bot_does_not_hold(
    start: Callable[..., subprocess.Popen[bytes]], environment: dict[str, str], tmp_path: Path
) -> None:
    environment |= {
        "HOIDAP_TOKEN": "1:real", "HOIDAP_API_BASE": "http://127.0.0.1:1", "HOIDAP_WEBHOOK_URL": "https://example.org/",
    }  # fmt: skip
    demo = start("demo", "--port", "0", "--db", tmp_path / "demo.db")
    assert demo.stdout
    assert address_in(demo.stdout.readline())
    demo.terminate()
    assert demo.wait(timeout=10) == 0
