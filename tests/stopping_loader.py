"""Loads packs and stops in the middle: HOW AT STORE PACK...

When fact number AT has been written, with those written together with it, it either waits for a line on standard
input or kills itself, so that a test need not hit upon the right moment.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from knowledge.exchange.loading import load_packs, read_packs


def main() -> None:
    """Say "loading", then at the fact "stopped", then at the end how many facts were added."""
    how, at, store, *packs = sys.argv[1:]
    written = 0

    def progress(count: int) -> None:
        nonlocal written
        before, written = written, written + count
        if before < int(at) <= written:
            if how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            _say("stopped")
            sys.stdin.readline()

    _say("loading")
    report = load_packs(Path(store), read_packs(map(Path, packs)), only=True, progress=progress)
    _say(str(report.added))


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
