"""The bot's own HTTP address: health, metrics and, where configured, the webhook."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from urllib.parse import urlsplit

from prometheus_client import CollectorRegistry
from prometheus_client.exposition import choose_encoder
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler, url

from bot.receiving import Intake, WebhookHandler
from bot.settings import Settings, SettingsError

_MOST_BODY = 4 * 1024 * 1024
Health = Callable[[], dict[str, bool]]
"""What has to be well, and whether it is."""


class HealthHandler(RequestHandler):
    """200 while everything is well, 503 with what is not otherwise."""

    def initialize(self, health: Health) -> None:
        """Tornado hands this in."""
        self._health = health

    def get(self) -> None:
        """Say how things are."""
        parts = self._health()
        self.set_status(200 if all(parts.values()) else 503)
        self.write({"status": "ok" if all(parts.values()) else "failing", "parts": parts})


class MetricsHandler(RequestHandler):
    """The metrics, in the form Prometheus asks for."""

    def initialize(self, registry: CollectorRegistry) -> None:
        """Tornado hands this in."""
        self._registry = registry

    def get(self) -> None:
        """Write all of them."""
        encode, kind = choose_encoder(self.request.headers.get("Accept", ""))
        self.set_header("Content-Type", kind)
        self.write(encode(self._registry))


def serve(
    settings: Settings, intake: Intake, health: Health, registry: CollectorRegistry
) -> HTTPServer | None:
    """Start serving where settings name an address; SettingsError where it cannot be had."""
    if settings.address is None:
        return None
    routes = [
        url(r"/healthz", HealthHandler, {"health": health}),
        url(r"/metrics", MetricsHandler, {"registry": registry}),
    ]
    if settings.webhook_url and settings.webhook_secret:
        path = urlsplit(settings.webhook_url).path or "/"
        given = {"intake": intake, "secret": settings.webhook_secret.get_secret_value()}
        routes.insert(0, url(re.escape(path), WebhookHandler, given))
    application = Application(routes, log_function=_log_request)
    server = HTTPServer(application, max_body_size=_MOST_BODY)
    host, port = settings.address
    try:
        server.listen(port, address=host)
    except OSError as error:
        raise SettingsError(f"HOIDAP_LISTEN is {settings.listen!r}: {error.strerror}") from error
    return server


def _log_request(handler: RequestHandler) -> None:
    """Tornado would warn of every 403; whoever wants to see refused deliveries asks for DEBUG."""
    logging.getLogger(__name__).debug("%s %s", handler.request.method, handler.get_status())
