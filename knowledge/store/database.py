"""sqlite-utils, without what it would load only because it is installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

__all__ = ["Database", "Migrations"]


@contextmanager
def _as_if_not_installed(*names: str) -> Iterator[None]:
    """Have an import of these modules fail, unless they are loaded already."""
    hidden: dict[str, Any] = dict.fromkeys(name for name in names if name not in sys.modules)
    sys.modules.update(hidden)  # None is how Python is told so
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


# it would take their types for columns, of which we have none; numpy alone is 12 MB, and 0.1 s
with _as_if_not_installed("numpy", "pandas"):
    from sqlite_utils import Database, Migrations
