"""The bot's own HTTP address: health, metrics and, where configured, the webhook."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.http import HttpProcessingError
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import choose_encoder

from bot.receiving import Intake, Webhook
from bot.settings import Settings, SettingsError

_MOST_BODY = 4 * 1024 * 1024
_PATIENCE = 1.0
"""Seconds that what is being delivered may take once the server is closed."""
Handler = Callable[[web.Request], Awaitable[web.Response]]
Health = Callable[[], dict[str, bool]]
"""What has to be well, and whether it is."""


async def serve(
    settings: Settings, intake: Intake, health: Health, registry: CollectorRegistry
) -> web.AppRunner | None:
    """Start serving where settings name an address, until `cleanup`; SettingsError where it cannot be had."""
    if settings.address is None:
        return None
    application = web.Application(client_max_size=_MOST_BODY)
    application.router.add_get("/healthz", _telling(health))
    application.router.add_get("/metrics", _exposing(registry))
    if settings.webhook_url and settings.webhook_secret:
        webhook = Webhook(
            intake,
            path=urlsplit(settings.webhook_url).path or "/",
            secret=settings.webhook_secret.get_secret_value(),
        )
        application.router.add_post("/{path:.*}", webhook.deliver)  # it takes its path literally
    logging.getLogger("aiohttp.server").addFilter(_is_of_ours)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=_PATIENCE)
    await runner.setup()
    try:
        await web.TCPSite(runner, *settings.address).start()
    except OSError as error:
        await runner.cleanup()
        reason = (
            os.strerror(error.errno) if error.errno and error.errno in errno.errorcode else error.strerror
        )
        raise SettingsError(f"HOIDAP_LISTEN is {settings.listen!r}: {reason}") from error
    return runner


def _is_of_ours(record: logging.LogRecord) -> bool:
    """Whether what is logged is a fault of ours, and not what anybody may send to an open port, or cut off."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, (HttpProcessingError, ConnectionError))


def _telling(health: Health) -> Handler:
    async def tell(_request: web.Request) -> web.Response:
        """200 while everything is well, 503 with what is not otherwise."""
        parts = health()
        well = all(parts.values())
        said = {"status": "ok" if well else "failing", "parts": parts}
        return web.json_response(said, status=200 if well else 503)

    return tell


def _exposing(registry: CollectorRegistry) -> Handler:
    async def expose(request: web.Request) -> web.Response:
        """The metrics, in the form Prometheus asks for."""
        encode, kind = choose_encoder(request.headers.get("Accept", ""))
        return web.Response(body=encode(registry), headers={"Content-Type": kind})

    return expose
