"""The settings, from the environment or a file `.env`; each fault is one line that names the variable."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Self

from pydantic import AliasChoices, Field, SecretStr, field_validator, model_validator
from pydantic_settings import NoDecode
from telegram.constants import FloodLimit

from bot.local_time import LocalTime, SettingsError

TELEGRAM = "https://api.telegram.org"
_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LISTEN = re.compile(r"(?P<host>\[[0-9a-fA-F:]+\]|[^:\s]+):(?P<port>\d{1,5})")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_MOST_PORT = 65_535

__all__ = ["TELEGRAM", "Settings", "SettingsError"]


class Settings(LocalTime):
    """How the bot is to run. A field `x` is set by the variable HOIDAP_X."""

    token: SecretStr = Field(
        validation_alias=AliasChoices("HOIDAP_TOKEN", "TELEGRAM_BOT_TOKEN"),
        description="The bot's token, from @BotFather. TELEGRAM_BOT_TOKEN is read too.",
    )
    api_base: str = Field(TELEGRAM, description="Another Bot API server, such as http://127.0.0.1:8081.")
    database: Path = Field(Path("hoidap.db"), description="The store, one SQLite file.")
    owners: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(),
        description="User ids of the owners, separated by commas; they appoint editors and are told of trouble.",
    )
    webhook_url: str | None = Field(
        None, description="Where Telegram is to deliver updates; without it the bot fetches them itself."
    )
    webhook_secret: SecretStr | None = Field(
        None, description="What Telegram has to show with every delivery: 1-256 of A-Z a-z 0-9 _ -"
    )
    listen: str | None = Field(
        None, description="host:port to serve the webhook, /healthz and /metrics on, such as 127.0.0.1:8080."
    )
    notices_per_second: int = Field(
        int(FloodLimit.MESSAGES_PER_SECOND),
        gt=0,
        le=1_000,
        description="How many notices may go out in a second; Telegram allows 30, and more where that is paid for.",
    )
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING, ERROR or CRITICAL.")

    @field_validator("token")
    @classmethod
    def _is_a_token(cls, value: SecretStr) -> SecretStr:
        if not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("not a bot token; @BotFather's look like 123456789:AbC-dEf")
        return value

    @field_validator("api_base", "webhook_url")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
            raise ValueError("not an http or https address")
        return value

    @field_validator("api_base")
    @classmethod
    def _without_last_slash(cls, value: str) -> str:
        return value.rstrip("/")

    @field_validator("owners", mode="before")
    @classmethod
    def _are_numbers(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError("not user ids separated by commas, such as 12345,67890")
        return frozenset(int(part) for part in parts)

    @field_validator("webhook_secret")
    @classmethod
    def _is_a_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("not 1 to 256 characters of A-Z, a-z, 0-9, _ and -")
        return value

    @field_validator("listen")
    @classmethod
    def _is_host_and_port(cls, value: str | None) -> str | None:
        found = _LISTEN.fullmatch(value) if value is not None else None
        if value is not None and (found is None or int(found["port"]) > _MOST_PORT):
            raise ValueError("not host:port, such as 127.0.0.1:8080")
        return value

    @field_validator("log_level")
    @classmethod
    def _is_a_level(cls, value: str) -> str:
        if value.upper() not in _LEVELS:
            raise ValueError(f"not one of {', '.join(_LEVELS)}")
        return value.upper()

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        if self.webhook_url is None:
            return self
        if self.webhook_secret is None:
            raise ValueError(
                "HOIDAP_WEBHOOK_SECRET is missing: a webhook needs it, for anybody can post to an address"
            )
        if self.listen is None:
            raise ValueError("HOIDAP_LISTEN is missing: a webhook needs host:port to be served on")
        if self.api_base == TELEGRAM and not self.webhook_url.startswith("https://"):
            raise ValueError("HOIDAP_WEBHOOK_URL is not https: Telegram delivers to nothing else")
        return self

    @property
    def address(self) -> tuple[str, int] | None:
        """Host and port to serve on."""
        if self.listen is None:
            return None
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown."""
        given = (self.token, self.webhook_secret)
        return tuple(secret.get_secret_value() for secret in given if secret)
