"""The command `hoidap`: ask, chat, and bring knowledge in and out.

Each command imports what it needs when it runs, so that a single question from
the shell is not made to wait for the rest.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from knowledge.errors import HoidapError

_MOST_EVENT = 2**63 - 1
DATABASE_HELP = "The store; made and filled with the bundled packs where there is none."

FEW_COLLECTIONS = 100_000
"""New objects before the garbage collector looks: a start makes a quarter of a million and no garbage."""


class _Commands(click.Group):
    """Turns our own errors into one line and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's own signature
        try:
            return super().invoke(ctx)
        except HoidapError as error:
            if ctx.params.get("debug"):
                raise
            click.echo(f"hoidap: {' '.join(str(error).split())}", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            # whoever read our output has gone; there is nobody left to tell
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show a traceback where something goes wrong.")
@click.version_option(package_name="hoidap")
def cli(debug: bool) -> None:  # noqa: FBT001  click hands the option in; `invoke` reads it
    """Exact, cited answers to Vietnamese questions from local newspapers."""


def _database_here() -> Path:
    """The store named in `.env`, where there is such a file, else `hoidap.db` here."""
    if not Path(".env").is_file():
        return Path("hoidap.db")
    from dotenv import dotenv_values  # noqa: PLC0415  most have no such file

    return Path(dotenv_values(".env").get("HOIDAP_DATABASE") or "hoidap.db")


def _database(command: Any) -> Any:  # noqa: ANN401  a decorator of click's
    return click.option(
        "--db",
        type=click.Path(path_type=Path),
        envvar="HOIDAP_DATABASE",
        default=_database_here,
        show_default="hoidap.db",
        show_envvar=True,
        help=DATABASE_HELP,
    )(command)


@cli.command()
@click.argument("questions", nargs=-1, required=True, metavar="QUESTION...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per question and line.")
@click.option("--conversation", is_flag=True, help="Take the questions as one conversation: follow-ups work.")
@click.option("--explain", is_flag=True, help="Show how each question was understood.")
@_database
def ask(questions: Sequence[str], as_json: bool, conversation: bool, explain: bool, db: Path) -> None:  # noqa: FBT001
    """Answer questions; "-" reads them from standard input, one a line, answered as they come."""
    from bot import asking  # noqa: PLC0415

    asking.ask(questions, db, as_json=as_json, conversation=conversation, explain=explain)


@cli.command()
@_database
def chat(db: Path) -> None:
    """Hold a conversation in the terminal."""
    from bot import chatting  # noqa: PLC0415

    chatting.chat(db)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--only", is_flag=True, help="Make a new store without the bundled packs.")
@click.option("--prune", is_flag=True, help="Withdraw facts that are gone from their pack.")
@click.option("--why", metavar="TEXT", help="Why something changes, for those who are told of it.")
@_database
def load(paths: Sequence[Path], only: bool, prune: bool, why: str | None, db: Path) -> None:  # noqa: FBT001
    """Bring packs (YAML files, or folders of them) into the store, all of them or none."""
    from bot import packing  # noqa: PLC0415
    from bot.local_time import LocalTime  # noqa: PLC0415

    packing.load(paths, db, only=only, prune=prune, why=why, zone=LocalTime.read().timezone)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@_database
def export(folder: Path, db: Path) -> None:
    """Write the store's knowledge as packs into a folder."""
    from bot import packing  # noqa: PLC0415

    packing.export(folder, db)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(paths: Sequence[Path]) -> None:
    """Validate packs without loading anything."""
    from bot import packing  # noqa: PLC0415

    packing.check(paths)


@cli.command()
@click.argument("article", type=click.Path(path_type=Path), metavar="ARTICLE")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@_database
def propose(article: Path, as_json: bool, db: Path) -> None:  # noqa: FBT001
    """Read an article (.txt, .docx) and print, as a pack, the facts it may state; nothing is loaded."""
    from bot import proposing  # noqa: PLC0415

    proposing.propose(article, db, as_object=as_json)


@cli.command()
@click.argument("event", type=click.IntRange(1, _MOST_EVENT), required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@_database
def outbox(event: int | None, as_json: bool, db: Path) -> None:  # noqa: FBT001
    """What is yet to be told to whom and what was given up; for one EVENT, who has been told and who has not."""
    from bot import outboxing  # noqa: PLC0415
    from bot.local_time import LocalTime  # noqa: PLC0415

    outboxing.outbox(db, event, LocalTime.read().timezone, as_json=as_json)


@cli.command()
@_database
def run(db: Path) -> None:
    """Run the Telegram bot: by polling, or behind a webhook where one is configured."""
    import asyncio  # noqa: PLC0415

    from bot import logs, running  # noqa: PLC0415
    from bot.settings import Settings  # noqa: PLC0415

    settings = Settings.read(database=db)
    logs.configure(settings.log_level, settings.secrets)
    asyncio.run(running.run(settings))


@cli.command()
@click.option("--port", default=8765, show_default=True, help="Where the page is served; 0 takes a free one.")
@_database
def demo(port: int, db: Path) -> None:
    """Meet the real bot in a chat page, on a local stand-in for Telegram: no token, no network."""
    from bot import demo  # noqa: PLC0415

    demo.demo(db, port)


def main() -> None:
    """Run the command line, in UTF-8 whatever the terminal says of itself."""
    gc.set_threshold(FEW_COLLECTIONS)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    cli.main(prog_name="hoidap")


if __name__ == "__main__":
    main()
