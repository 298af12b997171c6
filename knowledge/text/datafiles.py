"""The data files of the language, read as texts: lists of lines (`.txt`) and YAML (`.yaml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from knowledge.errors import LanguageError

FOLDER = Path(__file__).parents[1] / "language"


def read_lines(name: str) -> list[str]:
    """The lines of a word list, without blank ones and remarks; LanguageError where it cannot be read."""
    lines = map(str.strip, _text(name).splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def read_yaml(name: str) -> Any:  # noqa: ANN401  YAML holds anything
    """The content of a YAML file, every scalar a text; LanguageError where it is malformed."""
    from knowledge.text.yaml_texts import load_texts  # noqa: PLC0415  what is kept needs no YAML

    try:
        return load_texts(_text(name))
    except ValueError as error:
        raise LanguageError(f"{FOLDER / name}: {error}") from error


def read_mapping(name: str) -> dict[str, Any]:
    """The content of a YAML file that is a mapping; LanguageError where it is none."""
    content = read_yaml(name)
    if not isinstance(content, dict):
        raise LanguageError(f"{FOLDER / name}: not a mapping")
    return content


def _text(name: str) -> str:
    try:
        return (FOLDER / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LanguageError(f"{FOLDER / name}: {error}") from error
