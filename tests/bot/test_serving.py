import asyncio
import json
import logging
import socket
from contextlib import closing

import httpx
import pytest

from bot.metrics import Metrics
from bot.receiving import SECRET_HEADER, Intake
from bot.serving import serve
from bot.settings import Settings, SettingsError
from knowledge.errors import StoreError
from knowledge.store import inbox
from knowledge.store.reader import connect

SECRET = "s3cret"


class Lanes:
    """Stands where the lanes stand; can be told to fail to store."""

    def __init__(self):
        self.taken, self.full = [], False

    async def take(self, updates):
        if self.full:
            raise StoreError("store.db: database or disk is full")
        self.taken += updates


class Served:
    """A server on a free port, with the lanes behind it."""

    def __init__(self, path="/hook"):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.listen = f"127.0.0.1:{free.getsockname()[1]}"
        self.settings = Settings.read(
            HOIDAP_TOKEN="1:a", webhook_url=f"http://{self.listen}{path}", webhook_secret=SECRET,
            listen=self.listen, api_base="http://127.0.0.1:9",
        )  # fmt: skip
        self.lanes, self.metrics, self.parts = Lanes(), Metrics(), {"store": True}
        self.runner = None

    async def __aenter__(self):
        self.runner = await serve(
            self.settings, Intake(self.lanes, self.metrics), lambda: self.parts, self.metrics.registry
        )
        return self

    async def __aexit__(self, *_error):
        await self.runner.cleanup()

    async def post(self, body, path="/hook", secret=SECRET):
        headers = {} if secret is None else {SECRET_HEADER: secret}
        async with httpx.AsyncClient() as client:
            return await client.post(f"http://{self.listen}{path}", content=body, headers=headers)

    async def get(self, path):
        async with httpx.AsyncClient() as client:
            return await client.get(f"http://{self.listen}{path}")


@pytest.fixture
async def served():
    async with Served() as served:
        yield served


def an_update(number=7):
    return json.dumps(
        {"update_id": number, "message": {"from": {"id": 5}, "chat": {"id": -3}, "text": "chào"}}
    )


async def test_an_update_is_taken_and_then_confirmed(served):
    assert (await served.post(an_update())).status_code == 200
    [taken] = served.lanes.taken
    assert (taken.id, taken.person, json.loads(taken.body)["message"]["text"]) == (7, 5, "chào")


async def lane_of(served, **content):
    await served.post(json.dumps({"update_id": 7, **content}))
    return served.lanes.taken[-1].lane


async def test_what_a_person_does_in_one_chat_keeps_its_order_and_waits_for_no_other_chat(served):
    an, binh = {"id": 5}, {"id": 6}
    group, other, private = {"id": -3}, {"id": -4}, {"id": 5}
    in_group = await lane_of(served, message={"from": an, "chat": group})
    assert in_group == await lane_of(served, callback_query={"from": an, "message": {"chat": group}})
    assert in_group == await lane_of(served, edited_message={"from": an, "chat": group})
    in_private = await lane_of(served, message={"from": an, "chat": private})
    assert in_private == await lane_of(served, inline_query={"from": an})
    others = [
        await lane_of(served, message={"from": binh, "chat": group}),
        await lane_of(served, message={"from": an, "chat": other}),
        await lane_of(served, message={"chat": group}),
    ]
    assert len({in_group, in_private, *others}) == 5


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "s3cre\u0301t".encode()])
async def test_who_does_not_know_the_secret_is_refused_and_nothing_is_taken(served, secret):
    assert (await served.post(an_update(), secret=secret)).status_code == 403
    assert served.lanes.taken == []


async def test_an_update_that_could_not_be_stored_is_not_confirmed(served):
    served.lanes.full = True
    assert (await served.post(an_update())).status_code == 503


HUGE = 2**63
ABSURD = [
    b"", b"{", b"[]", b"null", b"7", b"\xff", b'{"update_id": "x"}', b'{"update_id": true}', b"[" * 9_999,
    b'{"update_id": 7, "message": ' + b'{"a":' * 900 + b"1" + b"}" * 901,
    b'{"update_id": ' + b"9" * 5_000 + b"}",
    *(json.dumps(update).encode() for update in (
        {"update_id": HUGE}, {"update_id": 7, "message": {"from": {"id": HUGE}}},
        {"update_id": 7, "message": {"chat": {"id": -HUGE - 1}}}, {"update_id": 7, "message": {"message_id": HUGE}},
        {"update_id": 7, "message": {"entities": [{"offset": HUGE}]}},
    )),
]  # fmt: skip


@pytest.mark.parametrize("body", ABSURD, ids=range(len(ABSURD)))
async def test_what_can_never_be_dealt_with_is_dropped_and_does_not_come_again(served, body):
    assert (await served.post(body)).status_code == 200
    assert served.lanes.taken == []
    assert 'hoidap_updates_total{kind="dropped"} 1.0' in (await served.get("/metrics")).text
    assert (await served.post(an_update())).status_code == 200
    assert [taken.id for taken in served.lanes.taken] == [7]


@pytest.mark.parametrize("text", ["\ud83d", "a\0b", "\U0001f3ee", "Đăng Vân"])
async def test_any_text_can_be_taken_in_and_kept(served, store, text):
    await served.post(json.dumps({"update_id": 7, "message": {"text": text}}))
    with closing(connect(store)) as connection:
        inbox.keep(connection, served.lanes.taken)
        [kept] = inbox.waiting(connection)
    assert json.loads(kept.body)["message"]["text"] == text


async def test_a_kind_of_update_that_nobody_knows_is_counted_with_others_of_that_sort(served):
    await served.post(json.dumps({"update_id": 7, "\ud83d": {}}))
    assert 'hoidap_updates_total{kind="other"} 1.0' in (await served.get("/metrics")).text


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
        b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
        b"POST /hook HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
    ids=["TLS", "version", "length", "number", "chunk"],
)  # fmt: skip
async def test_what_strangers_send_to_an_open_port_is_refused_without_a_word_in_the_log(served, sent, caplog):
    host, port = served.listen.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(sent)
    assert b" 400 " in await reader.readline()
    writer.close()
    await writer.wait_closed()
    assert (await served.post(an_update())).status_code == 200
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_a_delivery_that_is_cut_off_is_not_taken_and_no_error(served, caplog):
    host, port = served.listen.split(":")
    _reader, writer = await asyncio.open_connection(host, int(port))
    head = f"POST /hook HTTP/1.1\r\nHost: x\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Length: 50\r\n\r\n"
    writer.write(head.encode() + b'{"update_id": 8')
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    assert (await served.post(an_update())).status_code == 200
    await served.runner.cleanup()
    assert [taken.id for taken in served.lanes.taken] == [7]
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize("path", ["/", "/hook/", "/hookx", "/x/hook"])
async def test_only_the_path_of_the_address_takes_updates(served, path):
    assert (await served.post(an_update(), path=path)).status_code == 404


@pytest.mark.parametrize(("path", "other"), [("/a.b+c", "/aXbbc"), ("/bot1:a", "/bot1a"), ("/a%20b", "/a")])
async def test_a_path_is_taken_literally(path, other):
    async with Served(path) as served:
        assert (await served.post(an_update(), path=path)).status_code == 200
        assert (await served.post(an_update(), path=other)).status_code == 404


async def test_an_address_without_a_path_takes_updates_at_its_root():
    async with Served(path="") as served:
        assert (await served.post(an_update(), path="/")).status_code == 200


async def test_an_update_of_any_length_that_telegram_sends_is_taken(served):
    long = json.dumps({"update_id": 7, "message": {"text": "ă" * 300_000}})
    assert (await served.post(long)).status_code == 200
    assert (await served.post(b" " * 5_000_000)).status_code == 413


async def test_health_says_what_is_not_well(served):
    answer = await served.get("/healthz")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    served.parts["store"] = False
    answer = await served.get("/healthz")
    assert (answer.status_code, answer.json()["parts"]) == (503, {"store": False})


async def test_metrics_are_served_as_prometheus_reads_them(served):
    await served.post(an_update())
    answer = await served.get("/metrics")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert 'hoidap_updates_total{kind="message"} 1.0' in answer.text


async def test_an_address_that_is_taken_is_told_in_one_line(served):
    with pytest.raises(SettingsError, match=r"^HOIDAP_LISTEN is '127\.0\.0\.1:\d+': Address already in use$"):
        await serve(served.settings, Intake(served.lanes, served.metrics), dict, served.metrics.registry)
