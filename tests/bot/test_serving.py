import json
import socket

import httpx
import pytest

from bot.metrics import Metrics
from bot.receiving import SECRET_HEADER, Intake
from bot.serving import serve
from bot.settings import Settings, SettingsError
from knowledge.errors import StoreError

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
        self.server = serve(
            self.settings, Intake(self.lanes, self.metrics), lambda: self.parts, self.metrics.registry
        )

    async def post(self, body, path="/hook", secret=SECRET):
        headers = {} if secret is None else {SECRET_HEADER: secret}
        async with httpx.AsyncClient() as client:
            return await client.post(f"http://{self.listen}{path}", content=body, headers=headers)

    async def get(self, path):
        async with httpx.AsyncClient() as client:
            return await client.get(f"http://{self.listen}{path}")


@pytest.fixture
async def served():
    served = Served()
    yield served
    served.server.stop()
    await served.server.close_all_connections()


def an_update(number=7):
    return json.dumps(
        {"update_id": number, "message": {"from": {"id": 5}, "chat": {"id": -3}, "text": "chào"}}
    )


async def test_an_update_is_taken_and_then_confirmed(served):
    assert (await served.post(an_update())).status_code == 200
    [taken] = served.lanes.taken
    assert (taken.id, taken.lane, taken.person, json.loads(taken.body)["message"]["text"]) == (
        7,
        5,
        5,
        "chào",
    )


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "s3cre\u0301t".encode()])
async def test_who_does_not_know_the_secret_is_refused_and_nothing_is_taken(served, secret):
    assert (await served.post(an_update(), secret=secret)).status_code == 403
    assert served.lanes.taken == []


async def test_an_update_that_could_not_be_stored_is_not_confirmed(served):
    served.lanes.full = True
    assert (await served.post(an_update())).status_code == 503


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"update_id": "x"}', b"\xff", b"null"])
async def test_what_is_no_update_is_refused(served, body):
    assert (await served.post(body)).status_code == 400
    assert served.lanes.taken == []


@pytest.mark.parametrize("path", ["/", "/hook/", "/hookx", "/x/hook"])
async def test_only_the_path_of_the_address_takes_updates(served, path):
    assert (await served.post(an_update(), path=path)).status_code == 404


async def test_a_path_is_taken_literally():
    other = Served("/a.b+c")
    assert (await other.post(an_update(), path="/a.b+c")).status_code == 200
    assert (await other.post(an_update(), path="/aXbbc")).status_code == 404
    other.server.stop()
    await other.server.close_all_connections()


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


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # tornado leaves the socket to be collected
async def test_an_address_that_is_taken_is_told_in_one_line(served):
    with pytest.raises(SettingsError, match=r"^HOIDAP_LISTEN is '127\.0\.0\.1:\d+': Address already in use$"):
        serve(served.settings, Intake(served.lanes, served.metrics), dict, served.metrics.registry)
