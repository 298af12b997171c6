"""Questions from the command line or standard input, each answered before the next one is waited for."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from io import BufferedReader
from itertools import chain
from pathlib import Path
from typing import TextIO, cast

from bot.records import shown
from knowledge.answering.conversation import Context
from knowledge.service import Knowledge, Reply

STANDARD_INPUT = "-"
_AT_ONCE = 1 << 20
_MANY = 64
"""So many questions that wait at once are worth starting further processes for."""


def ask(questions: Sequence[str], db: Path, *, as_json: bool, conversation: bool, explain: bool) -> None:
    """Answer every question in turn, as text or as JSON."""
    waiting = _waiting(questions)
    if conversation or explain:
        _converse(chain.from_iterable(waiting), db, as_json=as_json, leaning=conversation, explain=explain)
        return
    with closing(_answers(waiting, db, as_json=as_json)) as answers:
        for number, text in enumerate(answers):
            _write(text, number, as_json=as_json)


def _answers(waiting: Iterator[Sequence[str]], db: Path, *, as_json: bool) -> Generator[str]:
    """The answers to questions that stand for themselves, by this process, until many of them wait at once."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with Knowledge.open(db) as known:
        for questions in waiting:
            if len(questions) >= _MANY and processors > 1:
                break
            yield from (shown(known.ask(question), as_json=as_json) for question in questions)
        else:
            return
        lexicon = known.lexicon
    # this process must hold no connection to the store when others are forked off it
    from bot.crew import Crew  # noqa: PLC0415  few ask so much

    with Crew(processors, db, lexicon, as_json=as_json) as crew:
        yield from chain.from_iterable(map(crew.answers, chain([questions], waiting)))


def _converse(questions: Iterable[str], db: Path, *, as_json: bool, leaning: bool, explain: bool) -> None:
    """Answer one question after the other, each perhaps leaning on those before, or with how it was understood."""
    with Knowledge.open(db) as known:
        context: Context | None = None
        for number, question in enumerate(questions):
            reply = known.reply(question, context=context)
            context = reply.context if leaning else None
            _write(shown(reply.answer, as_json=as_json), number, as_json=as_json)
            if explain:
                _explain(reply, known, sys.stderr if as_json else sys.stdout)


def _waiting(given: Sequence[str]) -> Iterator[Sequence[str]]:
    """The questions that can be had without waiting, time after time."""
    for question in given:
        if question == STANDARD_INPUT:
            # a buffered reader, which is all that standard input says it is not
            for lines in _lines(cast("BufferedReader", sys.stdin.buffer)):
                yield [line.decode("utf-8", "replace").rstrip("\r\n") for line in lines]
        else:
            yield [question.encode("utf-8", "replace").decode()]


def _lines(file: BufferedReader) -> Iterator[Sequence[bytes]]:
    """Whole lines, as many as there are at a time: one where they are typed, thousands from a file."""
    begun = bytearray()
    while chunk := file.read1(_AT_ONCE):
        whole, ended, rest = chunk.rpartition(b"\n")
        if ended:
            yield bytes(begun + whole).split(b"\n")
            begun.clear()
        begun += rest
    if begun:
        yield [bytes(begun)]


def _write(text: str, number: int, *, as_json: bool) -> None:
    """Print an answer at once; those that are text with an empty line between them."""
    between = "\n" if number and not as_json else ""
    sys.stdout.buffer.write(f"{between}{text}\n".encode())
    sys.stdout.buffer.flush()


def _explain(reply: Reply, known: Knowledge, file: TextIO) -> None:
    from bot.explaining import explain  # noqa: PLC0415  only --explain needs the table printer

    file.flush()
    explain(reply, known, file)
