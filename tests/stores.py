"""Looking into stores and changing packs, for tests."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from knowledge.wording import number

_FIGURE = re.compile(r"(?:value: )?(\d+(?:\.\d+)?)\n?")
TABLES = ("article", "name", "topic", "fact", "mention", "facet", "unit", "change", "revision")


def rows(path: Path, sql: str, *values: object) -> list[tuple]:
    """What a query finds in a store, read on a connection of its own."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql, values).fetchall()


def contents(path: Path) -> dict[str, list[tuple]]:
    """Every row of every table of knowledge."""
    return {table: rows(path, f"SELECT * FROM {table}") for table in TABLES}  # noqa: S608


def facts(path: Path) -> dict[str, tuple[int, int]]:
    """Version and withdrawal of every fact."""
    return {
        key: (version, withdrawn)
        for key, version, withdrawn in rows(path, "SELECT id, version, withdrawn FROM fact")
    }


def mentions(path: Path) -> set[tuple[str, str, str]]:
    """Which name is spoken of in which fact, and how."""
    return set(rows(path, "SELECT name, fact.id, role FROM mention JOIN fact ON fact.seq = mention.fact"))


def edited(file: Path, old: str, new: str) -> Path:
    """The file, with the first `old` in it now `new`; where that is a figure, in the sentence below it too."""
    before, found, after = file.read_text(encoding="utf-8").partition(old)
    assert found
    if (figure := _FIGURE.fullmatch(old)) and (other := _FIGURE.fullmatch(new)):
        between, key, sentence = after.partition("statement: ")
        written, instead = (number(float(one[1])) for one in (figure, other))
        after = f"{between}{key}{sentence.replace(written, instead, 1)}"
    file.write_text(f"{before}{new}{after}", encoding="utf-8")
    return file


def folder_bytes(folder: Path) -> dict[str, bytes | None]:
    """Every file under a folder with its bytes; folders have None."""
    return {
        str(path.relative_to(folder)): None if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }
