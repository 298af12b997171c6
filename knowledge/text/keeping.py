"""What takes long to make, kept beside Python's byte code until language data or code change."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
_CODE = Path(__file__).parents[1]
_MAKERS = "*.py", "text/*.py", "reading/*.py"


def kept(name: str, folder: Path, make: Callable[[], T], serves: Callable[[T], bool] | None = None) -> T:
    """What `make` gives of the files in a folder, or gave last time, if neither they nor the code have changed.

    Of what is made of more than those files, `serves` tells whether it is still right.
    Raises what `make` raises; where nothing can be kept, it is made every time.
    """
    sources = _digest(folder)
    file = Path(cache_from_source(str(_CODE / f"{name}.py"))).with_suffix(".kept")
    with suppress(OSError):
        content = file.read_bytes()
        body = content[2 * len(sources) :]
        if content[: 2 * len(sources)] == sources + sha256(body).digest():
            found: T = pickle.loads(body)  # noqa: S301  as trusted as the byte code beside it
            if serves is None or serves(found):
                return found
    made = make()
    with suppress(OSError):
        _write(file, sources, made)
    return made


def _write(file: Path, sources: bytes, made: object) -> None:
    """Put a file in its place whole, whoever else writes or reads it now."""
    body = pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
    file.parent.mkdir(exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        new.write_bytes(sources + sha256(body).digest() + body)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)


@lru_cache(maxsize=4)
def _digest(folder: Path) -> bytes:
    """All that the making depends on, in a few bytes."""
    digest = sha256(sys.version.encode())
    code = (file for makers in _MAKERS for file in _CODE.glob(makers))
    for file in sorted((*code, *folder.glob("*.*"))):
        with suppress(OSError):  # who makes it says better what is wrong with a file
            content = file.read_bytes()
            digest.update(f"{file.name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.digest()
