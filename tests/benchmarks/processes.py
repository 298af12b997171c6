"""Running commands of this environment, one at a time, away from this process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
HOIDAP = str(Path(sys.executable).with_name("hoidap"))
_LAUNCH = str(Path(__file__).with_name("launch.py"))


class Run(NamedTuple):
    """One run of a command: wall and CPU seconds, and peak memory in bytes."""

    seconds: float
    cpu: float
    memory: int


def runs(command: Sequence[str], times: int = 1, given: str = os.devnull) -> list[Run]:
    """Run a command several times, what it prints thrown away; RuntimeError where it fails."""
    launch = [sys.executable, "-I", "-S", _LAUNCH, str(times), given, *command]
    done = subprocess.run(launch, stdout=subprocess.PIPE, check=True, cwd=ROOT)
    found = json.loads(done.stdout)
    if any(code for *_, code in found):
        raise RuntimeError(f"{' '.join(command)} failed")
    return [Run(seconds, cpu, kib * 1024) for seconds, cpu, kib, _ in found]


def module(name: str, *arguments: str, seconds: float | None = None) -> Any:
    """What a module of ours prints, read as JSON; TimeoutExpired where it takes longer."""
    command = [sys.executable, "-m", name, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=ROOT, timeout=seconds)
    return json.loads(done.stdout)
