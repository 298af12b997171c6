"""A store to choose from and to check against."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.service import Knowledge


@pytest.fixture
def known(store: Path) -> Iterator[Knowledge]:
    with Knowledge(store) as known:
        yield known
