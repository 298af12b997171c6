"""Answers as the command line gives them: text, or the JSON object that the README describes."""

from __future__ import annotations

import json
import re
from typing import Any

from handlers.rendering import plain
from knowledge.models import Answer


def shown(answer: Answer, *, as_json: bool) -> str:
    """An answer as text of several lines, or as one line of JSON."""
    return _one_line(json.dumps(as_record(answer), ensure_ascii=False)) if as_json else plain(answer)


def as_record(answer: Answer) -> dict[str, Any]:
    """One answer as the JSON object that the README describes."""
    return {
        "question": answer.question,
        "status": answer.status,
        "text": plain(answer),
        "facts": [_fields(fact) for fact in answer.facts],
        "citations": [
            {**_fields(cited), "published": cited.published.isoformat()} for cited in answer.citations
        ],
        "options": [_fields(option) for option in answer.options],
        "suggestions": list(answer.suggestions),
        "understood": _fields(answer.understood),
        "elapsed_ms": answer.elapsed_ms,
    }


def _fields(of: Any) -> dict[str, Any]:  # noqa: ANN401  any of the answer's parts, of which none holds another
    return {name: getattr(of, name) for name in of.__slots__}


_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def _one_line(record: str) -> str:
    """A JSON object with what some readers take for line ends written as escapes."""
    return _LINE_ENDS.sub(lambda end: f"\\u{ord(end[0]):04x}", record)
