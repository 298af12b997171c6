"""What is yet to be told and what was given up, from the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import datetime, tzinfo
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from knowledge.store import overview
from knowledge.store.overview import EventRecord, Recipient
from knowledge.store.posts import is_post
from knowledge.store.reader import connect, store_errors

_MOST_EVENTS = 20
_MOST_ROWS = 100


def outbox(db: Path, event: int | None, zone: tzinfo, *, as_json: bool) -> None:
    """Print how telling stands, or of one event who has been told and who has not."""
    with closing(connect(db)) as connection, store_errors(db):
        if event is not None:
            record = overview.event_record(connection, event)
            _print_json(asdict(record)) if as_json else _Page(zone).event(record)
            return
        states, events = overview.states(connection), overview.unfinished(connection, _MOST_EVENTS)
        given_up = overview.given_up(connection)
    if as_json:
        _print_json(
            {
                "states": [asdict(state) for state in states],
                "unfinished": [asdict(counts) for counts in events],
                "given_up": [asdict(recipient) for recipient in given_up],
            }
        )
    else:
        page = _Page(zone)
        page.states(states)
        page.unfinished(events)
        page.given_up(given_up)


def _print_json(record: object) -> None:
    print(json.dumps(record, ensure_ascii=False))


def _thread(number: int) -> str:
    """Where in a chat something is told: nothing where it has no threads."""
    return "a post" if is_post(number) else str(number or "")


class _Page:
    """Tables, with moments by the clocks where people are."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._console = Console(file=sys.stdout, highlight=False, width=None if sys.stdout.isatty() else 160)

    def states(self, states: Sequence[overview.State]) -> None:
        if not states:
            self._console.print("Nobody is to be told of anything, and nobody has been.")
            return
        self._table(
            "", ("state", "notices", "chats", "first due"),
            [(one.state, one.notices, one.chats, self._moment(one.oldest_due)) for one in states],
        )  # fmt: skip

    def unfinished(self, events: Sequence[overview.EventCounts]) -> None:
        self._table(
            "Not everybody has been told of", ("event", "at", "of", "told", "waiting", "unknown", "given up"),
            [
                (one.event, self._moment(one.at), one.article or "an answer waited for", one.told, one.waiting,
                 one.unknown, one.given_up)
                for one in events
            ],
        )  # fmt: skip

    def given_up(self, recipients: Sequence[Recipient]) -> None:
        self._table(
            "Given up", ("event", "chat", "thread", "at", "why"),
            [
                (one.event, one.chat, _thread(one.thread), self._moment(one.done_at), one.problem)
                for one in recipients
            ],
        )  # fmt: skip

    def event(self, record: EventRecord) -> None:
        what = record.article or "an answer waited for"
        self._console.print(
            f"Event {record.event}, {self._moment(record.at)}: {escape(what)}", soft_wrap=True
        )
        said = (("facts", ", ".join(record.facts)), ("by", record.author), ("why", record.why))
        for name, value in said:
            if value:
                self._console.print(f"{name}: {escape(value)}", soft_wrap=True)
        told = [one for one in record.recipients if one.state == "sent"]
        self._recipients("Not told", [one for one in record.recipients if one.state != "sent"])
        self._recipients("Told", told)

    def _recipients(self, title: str, recipients: Sequence[Recipient]) -> None:
        self._table(
            f"{title}: {len(recipients)}", ("chat", "thread", "reason", "state", "due", "done", "tries", "why"),
            [
                (one.chat, _thread(one.thread), one.reason, one.state, self._moment(one.due),
                 self._moment(one.done_at), one.tries, one.problem)
                for one in recipients
            ],
        )  # fmt: skip

    def _table(self, title: str, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """A table with its title, if there is anything in it; a very long one is cut."""
        if not rows:
            return
        table = Table(
            title=title or None, title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0)
        )
        for heading in headings:
            table.add_column(heading, header_style="dim")
        for row in rows[:_MOST_ROWS]:
            table.add_row(*("" if value is None else escape(str(value)) for value in row))
        self._console.print(table)
        if len(rows) > _MOST_ROWS:
            self._console.print(f"… and {len(rows) - _MOST_ROWS} more; --json has them all")

    def _moment(self, stored: str | None) -> str:
        return (
            datetime.fromisoformat(stored).astimezone(self._zone).strftime("%Y-%m-%d %H:%M:%S")
            if stored
            else ""
        )
