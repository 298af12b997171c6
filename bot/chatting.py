"""A conversation in the terminal, with history and completion of example questions."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handlers.rendering import plain
from knowledge.answering.conversation import Context
from knowledge.answering.suggestions import example_questions
from knowledge.service import Knowledge
from knowledge.text.vietnamese import fold, normalize

if TYPE_CHECKING:
    from prompt_toolkit.document import Document

_PROMPT = "Hỏi> "
_WELCOME = "Hỏi Đáp. Gõ câu hỏi rồi Enter; Tab để gợi ý câu mẫu, Ctrl-D để thoát."
_LEAVE = ("thoát", "thoat", "exit", "quit", ":q")
_HISTORY = Path("~/.local/state/hoidap/history")
_MOST_COMPLETIONS = 12


def chat(db: Path) -> None:
    """Ask and answer until the person leaves; every question may lean on the one before."""
    with Knowledge.open(db) as known:
        examples = list(dict.fromkeys(example_questions(known.reader, known.lexicon)))
        click.echo(_WELCOME)
        context: Context | None = None
        for question in _lines(examples):
            if normalize(question) in _LEAVE:
                break
            if not question.strip():
                continue
            reply = known.reply(question, context=context)
            context = reply.context
            click.echo(f"\n{plain(reply.answer)}\n")


def _lines(examples: list[str]) -> Iterator[str]:
    ask = _prompt(examples) if sys.stdin.isatty() else None
    while True:
        try:
            if ask:
                yield ask()
            else:
                line = sys.stdin.buffer.readline()
                if not line:
                    return
                yield line.decode("utf-8", "replace").rstrip("\r\n")
        except EOFError:
            return
        except KeyboardInterrupt:
            click.echo()


def _prompt(examples: list[str]) -> Callable[[], str]:
    """A prompt with history and completion, or a bare one where the extra is not installed."""
    try:
        from prompt_toolkit import PromptSession  # noqa: PLC0415  an optional extra
        from prompt_toolkit.completion import Completer, Completion  # noqa: PLC0415
        from prompt_toolkit.history import FileHistory, History, InMemoryHistory  # noqa: PLC0415
    except ImportError:
        return lambda: input(_PROMPT)

    class Examples(Completer):
        def get_completions(self, document: Document, _event: object) -> Iterable[Completion]:
            typed = document.text_before_cursor
            for example in matching_examples(typed, examples):
                yield Completion(example, start_position=-len(typed))

    history = _HISTORY.expanduser()
    try:
        history.parent.mkdir(parents=True, exist_ok=True)
        kept: History = FileHistory(str(history))
    except OSError:
        kept = InMemoryHistory()  # a home that cannot be written to keeps nobody from asking
    session: PromptSession[str] = PromptSession(
        history=kept, completer=Examples(), complete_while_typing=False
    )
    return lambda: session.prompt(_PROMPT)


def matching_examples(typed: str, examples: Iterable[str]) -> list[str]:
    """The example questions that begin with what was typed, or else hold all its words; marks do not matter."""
    wanted = fold(normalize(typed))
    words = wanted.split()
    folded = [(fold(normalize(example)), example) for example in examples]
    found = [example for text, example in folded if text.startswith(wanted)]
    found += [example for text, example in folded if all(word in text for word in words)]
    return list(dict.fromkeys(found))[:_MOST_COMPLETIONS]
