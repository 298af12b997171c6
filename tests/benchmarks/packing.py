"""The generated world as packs: YAML files, or models for a store too large to go through YAML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from knowledge.exchange.packs import LoadedPack, Source
from knowledge.models import INHERITED, Pack
from knowledge.store.intake import load
from knowledge.store.writer import create
from tests.benchmarks.generator import Entry, Made, Place, Subject, World, is_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlite_utils import Database

_CHUNK = 50
"""How many articles of models are held in memory at a time."""


def examples(subject: Subject) -> list[str]:
    """Example questions of a topic."""
    verb, noun, unit = subject.verb, subject.noun, subject.field.unit
    return [
        f"{{place}} {verb} bao nhiêu {unit} {noun}",
        f"bao nhiêu {unit} {noun} được {verb} ở {{place}}",
        f"{{place}} đã {verb} được mấy {unit} {noun}",
        f"{{place}} có bao nhiêu thôn {verb} {noun}",
        f"kinh phí {verb} {noun} ở {{place}} là bao nhiêu",
        f"{{place}} {verb} {noun} như thế nào",
    ]


def _topic(subject: Subject) -> Entry:
    verb, noun = subject.verb, subject.noun
    return {
        "id": subject.id,
        "label": f"{verb} {noun}".capitalize(),
        "phrases": [f"{verb} {noun}", f"{noun} được {verb}", f"việc {verb} {noun}"],
        "examples": examples(subject),
    }


def _name(place: Place, places: Sequence[Place]) -> Entry:
    entry = {"id": place.id, "name": place.name, "kind": "place", "type": place.type}
    return entry if place.above is None else {**entry, "part_of": places[place.above].id}


def shared(world: World) -> Entry:
    """The pack of all names and topics."""
    return {
        "names": [_name(place, world.places) for place in world.places],
        "topics": [_topic(subject) for subject in world.subjects],
    }


def article_pack(article: Entry, made: Sequence[Made]) -> Entry:
    """The pack of one article."""
    return {"article": article, "facts": [one.entry for one in made if not is_part(one.entry)]}


# ── YAML ────────────────────────────────────────────────────────────────────────────────


def write_yaml(pack: Entry, file: Path) -> None:
    """Write a pack as an editor would: a block for each fact, a line for each part, nothing said twice."""
    lines: list[str] = []
    if "article" in pack:
        lines += ["article:", *(f"  {key}: {_flow(value)}" for key, value in pack["article"].items())]
    for key in ("names", "topics", "facts"):
        if key in pack:
            lines.append(f"{key}:")
            for entry in pack[key]:
                lines += _block(entry)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _block(entry: Entry) -> Iterator[str]:
    mark = "  - "
    for key, value in entry.items():
        if key == "article" or value == []:
            continue
        if key == "parts":
            yield f"{mark}parts:"
            yield from (f"      - {_flow(_without_inherited(part, entry))}" for part in value)
        else:
            yield f"{mark}{key}: {_flow(value)}"
        mark = "    "


def _without_inherited(part: Entry, whole: Entry) -> Entry:
    return {key: value for key, value in part.items() if key not in INHERITED or value != whole.get(key)}


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


# ── straight into a store ───────────────────────────────────────────────────────────────


class _Unread(Source):
    """Where a pack that was never a file came from."""

    def __init__(self, file: str) -> None:
        self.file = file


def loaded(pack: Entry, name: str) -> LoadedPack:
    """A pack as if it had been read from a file."""
    return LoadedPack(_Unread(name), Pack.model_validate(pack))


def fill_store(path: Path, world: World, articles: Iterator[tuple[Entry, list[Made]]]) -> None:
    """Make a store of the world from models, some articles at a time."""

    def fill(db: Database) -> None:
        load(db, [loaded(shared(world), "shared")], author="benchmark")
        chunk: list[LoadedPack] = []
        for article, made in articles:
            chunk.append(loaded(article_pack(article, made), cast("str", article["id"])))
            if len(chunk) == _CHUNK:
                load(db, chunk, author="benchmark")
                chunk = []
        load(db, chunk, author="benchmark")

    create(path, fill)
