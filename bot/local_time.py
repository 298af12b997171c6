"""The time zone of people's clocks: the one setting that commands need which are not the running bot."""

from __future__ import annotations

from typing import Any, Self
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from knowledge.errors import HoidapError


class SettingsError(HoidapError):
    """A setting is missing or malformed."""


class LocalTime(BaseSettings):
    """Where people are. A field `x` is set by the variable HOIDAP_X."""

    model_config = SettingsConfigDict(
        env_prefix="HOIDAP_", env_file=".env", extra="ignore", env_ignore_empty=True, populate_by_name=True
    )

    timezone: ZoneInfo = Field(ZoneInfo("Asia/Ho_Chi_Minh"), description="The time zone of people's clocks.")

    @classmethod
    def read(cls, **given: Any) -> Self:  # noqa: ANN401  the fields' own types are checked here
        """The settings; what is given here goes before the environment. SettingsError for a fault."""
        try:
            return cls(**given)
        except ValidationError as error:
            raise SettingsError("; ".join(_told(fault) for fault in error.errors())) from None

    @field_validator("timezone", mode="before")
    @classmethod
    def _is_a_zone(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return ZoneInfo(value)
        except (ValueError, OSError, KeyError):
            raise ValueError("not a time zone, such as Asia/Ho_Chi_Minh") from None


def _told(fault: ErrorDetails) -> str:
    message = fault["msg"].removeprefix("Value error, ")
    if not fault["loc"]:
        return message
    field = str(fault["loc"][0]).lower().removeprefix("hoidap_")
    name = "HOIDAP_TOKEN" if field == "telegram_bot_token" else f"HOIDAP_{field.upper()}"
    if fault["type"] == "missing":
        return f"{name} is missing"
    shown = "malformed" if field in ("token", "webhook_secret") else repr(fault["input"])
    return f"{name} is {shown}: {message}"
