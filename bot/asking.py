"""Questions from the command line or standard input, answers as text or JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from handlers.rendering import plain
from knowledge.conversation import Context
from knowledge.models import Answer
from knowledge.service import Knowledge, Reply

STANDARD_INPUT = "-"


def ask(questions: Sequence[str], db: Path, *, as_json: bool, conversation: bool, explain: bool) -> None:
    """Answer every question in turn, each answer written before the next question is read."""
    with Knowledge.open(db) as known:
        context: Context | None = None
        for number, question in enumerate(_questions(questions)):
            reply = known.reply(question, context=context)
            context = reply.context if conversation else None
            if as_json:
                _write(_one_line(json.dumps(as_record(reply.answer), ensure_ascii=False)))
            else:
                _write(("\n" if number else "") + plain(reply.answer))
            if explain:
                _explain(reply, known, sys.stderr if as_json else sys.stdout)


def _questions(given: Sequence[str]) -> Iterator[str]:
    for question in given:
        if question == STANDARD_INPUT:
            for line in sys.stdin.buffer:
                yield line.decode("utf-8", "replace").rstrip("\r\n")
        else:
            yield question.encode("utf-8", "replace").decode()


def _write(line: str) -> None:
    sys.stdout.buffer.write(f"{line}\n".encode())
    sys.stdout.buffer.flush()


def as_record(answer: Answer) -> dict[str, Any]:
    """One answer as the JSON object that the README describes."""
    return {
        "question": answer.question,
        "status": answer.status,
        "text": plain(answer),
        "facts": [asdict(fact) for fact in answer.facts],
        "citations": [
            {**asdict(cited), "published": cited.published.isoformat()} for cited in answer.citations
        ],
        "options": [asdict(option) for option in answer.options],
        "suggestions": list(answer.suggestions),
        "understood": asdict(answer.understood),
        "elapsed_ms": answer.elapsed_ms,
    }


def _one_line(record: str) -> str:
    """A JSON object with what some readers take for line ends written as escapes."""
    return record.translate({ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"})


def _explain(reply: Reply, known: Knowledge, file: TextIO) -> None:
    from bot.explaining import explain  # noqa: PLC0415  only --explain needs the table printer

    file.flush()
    explain(reply, known.lexicon, file)
