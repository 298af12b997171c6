"""The types of fields that come from outside, and what is allowed in each."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, PlainValidator, StringConstraints
from pydantic_core import PydanticCustomError

VIETNAM_TIME = timezone(timedelta(hours=7))
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def fault(reason: str, template: str, value: object, **given: str) -> PydanticCustomError:
    """What is wrong with a value: the reason in a word, and what to say of it."""
    return PydanticCustomError(reason, template, {"value": repr(value), **given})


def _one_line(text: str) -> str:
    if not text.isprintable() and any(c < " " for c in text):
        raise PydanticCustomError("line_break", "holds a line break or a control character")
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._/-]*$", max_length=200)]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), AfterValidator(_one_line)
]


def _in_vietnam(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM_TIME)


def _iso_day(value: object) -> object:
    if not isinstance(value, date) and not (isinstance(value, str) and _ISO_DAY.fullmatch(value)):
        raise fault("no_day", "{value} is no ISO day, such as 2021-03-02", value)
    return value


def _iso_moment(value: object) -> object:
    if not isinstance(value, date) and not (isinstance(value, str) and _ISO_DAY.match(value)):
        raise fault("no_moment", "{value} is no ISO moment, such as 2021-03-02T09:00:00+07:00", value)
    return value


Day = Annotated[date, BeforeValidator(_iso_day)]
Moment = Annotated[datetime, BeforeValidator(_iso_moment), AfterValidator(_in_vietnam)]


def _figure(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise fault("no_figure", "{value} is no figure", value)
    if not abs(value) < float("inf"):
        raise fault("no_figure", "{value} is no finite figure", value)
    return value


def _figure_or_text(value: object) -> object:
    return value if value is None or isinstance(value, str) else _figure(value)


def _figure_or_none(value: object) -> object:
    return None if value is None else _figure(value)


# plain validators, for pydantic would name a branch of a union ("int") where a field is meant
Value = Annotated[int | float | str | None, PlainValidator(_figure_or_text)]
Whole = Annotated[int | float | None, PlainValidator(_figure_or_none)]
