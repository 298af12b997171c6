"""What the stand-in for Telegram says no with: Telegram's own codes and words."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any


class Refused(Exception):  # noqa: N818  it is an answer to the bot, not a fault of ours
    """A call that Telegram would not carry out, with its `error_code`, `description` and `parameters`."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> dict[str, Any]:
        """The body of the answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return {**body, "parameters": self.parameters} if self.parameters else body


def bad_request(description: str, **parameters: int) -> Refused:
    """400 with Telegram's prefix."""
    return Refused(HTTPStatus.BAD_REQUEST, f"Bad Request: {description}", **parameters)


def forbidden(description: str) -> Refused:
    """403 with Telegram's prefix."""
    return Refused(HTTPStatus.FORBIDDEN, f"Forbidden: {description}")


def conflict(description: str) -> Refused:
    """409 with Telegram's prefix."""
    return Refused(HTTPStatus.CONFLICT, f"Conflict: {description}")


def too_many_requests(retry_after: int) -> Refused:
    """429, with the seconds to wait."""
    description = f"Too Many Requests: retry after {retry_after}"
    return Refused(HTTPStatus.TOO_MANY_REQUESTS, description, retry_after=retry_after)
