"""Measure everything and print one table."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from rich.console import Console

from tests.benchmarks import broadcast, bundled, editing, following, growth, webhook
from tests.benchmarks.table import WIDTH, show

FACTS = (1_000, 10_000, 100_000, 1_000_000)
QUICK = FACTS[:2]
SECTIONS = ("bundled", "webhook", "following", "broadcast", "editing", "growth")


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(","))


def main() -> None:
    """Run the measurements that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "--facts", type=_sizes, default=None, help="sizes of the generated stores, with commas between"
    )
    parser.add_argument("--only", choices=SECTIONS, help="just one of the parts")
    parser.add_argument("--quick", action="store_true", help="small stores and fewer runs: about a minute")
    options = parser.parse_args()
    progress = Console(stderr=True)
    with tempfile.TemporaryDirectory(prefix="hoidap-bench-") as folder:
        sizes = options.facts or (QUICK if options.quick else FACTS)
        settings = {"quick": options.quick, "log": progress.print}
        parts = {
            "bundled": lambda: bundled.measure(Path(folder), **settings),
            "webhook": lambda: webhook.measure(Path(folder), **settings),
            "following": lambda: following.measure(Path(folder), **settings),
            "broadcast": lambda: broadcast.measure(Path(folder), **settings),
            "editing": lambda: editing.measure(Path(folder), **settings),
            "growth": lambda: growth.measure(Path(folder), sizes, **settings),
        }
        sections = [section for name in SECTIONS if options.only in (None, name) for section in parts[name]()]
    out = Console()
    show(sections, out if out.is_terminal else Console(width=WIDTH))


if __name__ == "__main__":
    main()
