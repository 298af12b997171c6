"""The one table that everything is printed in."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from rich.box import SIMPLE_HEAD
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from tests.benchmarks.measure import Measured

WIDTH = 190
_KINDS = (("clean", "unmarked", "typo"), ("none",))


class Bar(NamedTuple):
    """What must be reached, in words, and whether it was."""

    text: str
    met: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what was measured, its figures as they are shown, and the bars it must meet."""

    what: str
    median: str = ""
    cpu: str = ""
    p95: str = ""
    memory: str = ""
    ratio: str = ""
    right: str = ""
    unasked: str = ""
    ready: str = ""
    asked: str = ""
    bars: Sequence[Bar] = ()


def milliseconds(seconds: float) -> str:
    """Seconds as milliseconds, with as many digits as mean something."""
    figure = seconds * 1000
    return f"{figure:,.0f} ms" if figure >= 100 else f"{figure:.2f} ms"


def megabytes(size: float) -> str:
    """Bytes as MB (10⁶), as `hoidap ask` is allowed 90 of."""
    return f"{size / 1e6:,.0f} MB"


def finder_line(name: str, measured: Measured, ours: Measured, bars: Sequence[Bar] = ()) -> Line:
    """The line of one finder on one store."""
    right, unasked = (" / ".join(_share(measured, kind) for kind in kinds) for kinds in _KINDS)
    return Line(
        f"  {name}",
        milliseconds(measured.median),
        milliseconds(measured.worked),
        milliseconds(measured.p95),
        megabytes(measured.memory),
        f"{measured.median / ours.median:,.1f} ×",
        right,
        unasked,
        f"{measured.ready:.1f} s",
        str(len(measured.times)),
        bars,
    )


def _share(measured: Measured, kind: str) -> str:
    asked = measured.asked.get(kind, 0)
    return f"{measured.right.get(kind, 0) / asked:.0%}" if asked else "–"


def show(sections: Sequence[tuple[str, Sequence[Line]]], console: Console) -> None:
    """Print all sections as one table."""
    caption = f"{_CAPTION} {os.cpu_count()} cores, load average {os.getloadavg()[1]:.1f}."
    table = Table(
        title="Hỏi Đáp: time and memory", title_justify="left", caption=caption, caption_justify="left", box=SIMPLE_HEAD
    )  # fmt: skip
    for heading, justify in _COLUMNS:
        table.add_column(heading, justify=justify, no_wrap=True)
    for title, lines in sections:
        table.add_section()
        table.add_row(f"[bold]{title}[/bold]")
        for line in lines:
            bars = "\n".join(_verdict(bar) for bar in line.bars)
            table.add_row(
                line.what, line.median, line.cpu, line.p95, line.memory, line.ratio, line.right, line.unasked, line.ready,
                line.asked, bars,
            )  # fmt: skip
    console.print(table)


def _verdict(bar: Bar) -> str:
    return f"[green]met[/green] {bar.text}" if bar.met else f"[red]MISSED[/red] {bar.text}"


_COLUMNS: tuple[tuple[str, Literal["left", "right"]], ...] = (
    ("measured", "left"), ("median", "right"), ("CPU", "right"), ("95%", "right"), ("memory", "right"), ("to ours", "right"),
    ("right first", "left"), ("declined", "right"), ("ready", "right"), ("asked", "right"), ("bar", "left"),
)  # fmt: skip
_CAPTION = (
    "right first: how often the right fact came first, of questions typed clean / without marks / with one typo. "
    "declined: how often no answer was given where the store has none. ready: opening the store, building the index. "
    "CPU: without what other processes took, median. asked: slow finders are asked fewer questions."
)
