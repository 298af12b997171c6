"""Packs in, out and checked, from the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from knowledge.exchange import loading


def load(paths: Sequence[Path], db: Path, *, only: bool, prune: bool, why: str | None, zone: tzinfo) -> None:
    """Load packs with a progress bar, and say what has changed."""
    with _progress() as progress:
        reading = progress.add_task("Reading packs", total=None)
        packs = loading.read_packs(
            paths, on_file=lambda file: progress.update(reading, description=f"Reading {file.name}")
        )
        total = sum(1 for loaded in packs for _ in loaded.pack.all_facts())
        progress.update(reading, description="Read", total=len(packs), completed=len(packs))
        task = progress.add_task("Loading facts", total=total)
        report = loading.load_packs(
            db, packs, only=only, prune=prune, why=why, zone=zone,
            progress=lambda count: progress.advance(task, count),
        )  # fmt: skip
    click.echo(
        f"{db}: {report.added} facts added, {report.changed} changed,"
        f" {report.unchanged} unchanged, {report.withdrawn} withdrawn"
    )
    if report.queued:
        click.echo(f"{report.queued} notices queued")


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )


def export(folder: Path, db: Path) -> None:
    """Write the packs and name each file."""
    for file in loading.export(db, folder):
        click.echo(str(file))


def check(paths: Sequence[Path]) -> None:
    """Validate packs and say how many facts they hold."""
    packs = loading.read_packs(paths)
    report = loading.check_packs(packs)
    facts = report.added + report.changed + report.unchanged
    click.echo(f"{len(packs)} packs are sound, with {facts} facts")
