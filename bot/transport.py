"""HTTP to Telegram by aiohttp: half the work per message of python-telegram-bot's own client.

`make bench` measures the bot behind a webhook beside an echo bot that keeps that client.
"""

from __future__ import annotations

import json
import os
import ssl
from typing import Any

import aiohttp
import certifi
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

NEVER_SENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""What goes wrong before anything was sent."""
_FORM = "application/x-www-form-urlencoded"
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_CONNECT_SECONDS = 5.0


class Transport(BaseRequest):
    """The HTTP client that python-telegram-bot is given; errors are its own `NetworkError` and `TimedOut`.

    Certificates are checked against certifi's; proxies are taken from the environment.
    """

    def __init__(self, *, connections: int, read_timeout: float) -> None:
        """At most so many connections, and so many seconds to wait for an answer."""
        self._connections = connections
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Make ready; nothing is connected yet."""
        if self._session is None:
            trusted = ssl.create_default_context(cafile=certifi.where())
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, ssl=trusted),
                trust_env=any(name in os.environ for name in _PROXIES),
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0917  python-telegram-bot's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401, ARG002  what takes long to send takes long to be answered
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401, ARG002
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401, ARG002  there are as many connections as requests at once
    ) -> tuple[int, bytes]:
        """The status and body of the answer; NetworkError or TimedOut where there is none."""
        if self._session is None:
            raise RuntimeError("the transport is not initialized")
        read = self._read_timeout if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=_CONNECT_SECONDS, sock_read=read)
        try:
            async with self._session.request(method, url, timeout=timeout, **_body(request_data)) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:  # noqa: ANN401  python-telegram-bot's own signature, but for any JSON
        """An answer of the Bot API.

        TimedOut for one that is broken: whether the request was carried out nobody knows.
        NetworkError for what is none: a page of something in between, such as a proxy.
        """
        try:
            found = json.loads(payload.decode("utf-8", "replace"))
            if found["ok"] is False or "result" in found:
                return found
        except (ValueError, TypeError, KeyError):
            pass
        raise (TimedOut if payload.lstrip().startswith(b"{") else NetworkError)(
            "Not an answer of the Bot API"
        )


def _body(data: RequestData | None) -> dict[str, Any]:
    """The body of a request: a form, with files where there are some."""
    if data is None or not data.parameters:
        return {}
    if not data.contains_files:
        # a tenth of what urllib takes for Vietnamese
        encoded = URL.build(query=data.json_parameters).raw_query_string.encode()
        return {"data": encoded, "headers": {"Content-Type": _FORM}}
    form = aiohttp.FormData(data.json_parameters)
    for field, (name, content, kind) in (data.multipart_data or {}).items():
        form.add_field(field, content, filename=name, content_type=kind)
    return {"data": form}
