"""Structured logs on standard error that never show a secret, at any level, in any exception."""

from __future__ import annotations

import logging
import re
import sys
import threading
from collections.abc import Iterable
from types import TracebackType
from urllib.parse import quote

import structlog

HIDDEN = "***"
_CHATTY = ("httpx", "httpcore", "telegram", "asyncio", "tornado", "hpack")


def configure(level: str, secrets: Iterable[str]) -> None:
    """Send all logs of the process, ours and the libraries', to standard error, without the secrets."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Redacting(secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.NOTSET if level == "DEBUG" else logging.WARNING)
    logging.captureWarnings(capture=True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread


def _shared() -> list[structlog.typing.Processor]:
    return [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.PositionalArgumentsFormatter(),
    ]


class _Redacting(structlog.stdlib.ProcessorFormatter):
    """One line of JSON per event (or coloured text on a terminal), with secrets struck out last of all."""

    def __init__(self, secrets: Iterable[str]) -> None:
        on_terminal = sys.stderr.isatty()
        last: structlog.typing.Processor = (
            structlog.dev.ConsoleRenderer()
            if on_terminal
            else structlog.processors.JSONRenderer(ensure_ascii=False)
        )
        super().__init__(
            foreign_pre_chain=_shared(),
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *([] if on_terminal else [structlog.processors.format_exc_info]),
                last,
            ],
        )
        self._secrets = _pattern(secrets)

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record), self._secrets)


def _pattern(secrets: Iterable[str]) -> re.Pattern[str] | None:
    """What finds secrets, also as they stand in URLs, and a token's secret half by itself."""
    shapes: set[str] = set()
    for secret in secrets:
        own = secret.rpartition(":")[2]
        shapes |= {secret, own, quote(secret, safe=""), quote(own, safe="")}
    shapes.discard("")
    return re.compile("|".join(map(re.escape, sorted(shapes, key=len, reverse=True)))) if shapes else None


def redact(text: str, secrets: re.Pattern[str] | None) -> str:
    """A text with the secrets struck out."""
    return secrets.sub(HIDDEN, text) if secrets else text


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    structlog.get_logger("hoidap").critical("uncaught", exc_info=(kind, error, trace))


def _log_uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    structlog.get_logger("hoidap").critical("uncaught in a thread", exc_info=args.exc_value)
