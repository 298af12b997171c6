"""The parameters of one call, whichever way they were sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox.refusals import bad_request


@dataclass(frozen=True)
class Upload:
    """A file that came with the call."""

    name: str
    body: bytes


class Params(dict[str, Any]):
    """Parameters by name: texts as sent by forms, or any JSON value; with the uploads beside them."""

    def __init__(self, values: Mapping[str, Any], uploads: Mapping[str, Upload] | None = None) -> None:
        super().__init__(values)
        self.uploads = uploads or {}

    def text(self, name: str) -> str:
        """A text; empty where it is missing. Raises `Refused` where it is no UTF-8."""
        value = self.get(name)
        text = value if isinstance(value, str) else "" if value is None else json.dumps(value)
        if not _encodable(text):
            raise bad_request("strings must be encoded in UTF-8")
        return text

    def number(self, name: str, default: int = 0) -> int:
        """A whole number."""
        try:
            return int(self.text(name) or default)
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """Whether something is wished."""
        return self.text(name).lower() in {"true", "1", "yes"}

    def data(self, name: str, kind: type) -> Any:  # noqa: ANN401  any JSON value
        """A JSON value of this kind; None where it is missing. Raises `Refused` where it is something else."""
        value = self.get(name)
        if isinstance(value, str):
            try:
                value = json.loads(value) if value else None
            except ValueError:
                raise bad_request(f"can't parse {name} JSON object") from None
        if value is not None and not isinstance(value, kind):
            raise bad_request(f"object expected as {name}" if kind is dict else f"array expected as {name}")
        return value

    def objects(self, name: str) -> list[dict[str, Any]]:
        """A list of objects; empty where it is missing. Raises `Refused` where it is something else."""
        found: list[dict[str, Any]] = self.data(name, list) or []
        if not all(isinstance(each, dict) for each in found):
            raise bad_request(f"array of objects expected as {name}")
        return found

    def upload(self, name: str) -> Upload | None:
        """The file sent as this parameter, or attached to it."""
        return self.uploads.get(self.text(name).removeprefix("attach://")) or self.uploads.get(name)

    def inner(self, values: Mapping[str, Any]) -> Params:
        """The parameters of an object inside this call."""
        return Params(values, self.uploads)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
