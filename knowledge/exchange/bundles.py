"""Packs as one file that people send each other: out as a zip, and in again as a zip or a single pack."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from knowledge.errors import PackError
from knowledge.exchange.loading import exported
from knowledge.exchange.packs import LoadedPack, dump_pack, read_pack
from knowledge.store.reader import Reader

MOST_BYTES = 20_000_000
"""How much all packs of one upload may hold, unpacked."""
MOST_FILES = 500
_SUFFIXES = (".yaml", ".yml")
_AT_ONCE = 65_536
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What reading a zip may raise: RuntimeError stands for a password, or a way of packing not known here."""


def packs_zip(reader: Reader) -> bytes:
    """A store's knowledge as a zip of packs, which `unpacked` takes back."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pack in exported(reader):
            archive.writestr(name, dump_pack(pack))
    return file.getvalue()


def unpacked(data: bytes, name: str, folder: Path) -> list[LoadedPack]:
    """The packs of a file that somebody sent, each checked by itself.

    `name` is what they called it (.yaml, .yml, or .zip of these), `folder` an empty one for
    what it holds, to be kept for as long as errors are to name lines. Raises PackError for
    anything a pack may not hold, and for more than MOST_BYTES or MOST_FILES.
    """
    if name.lower().endswith(_SUFFIXES):
        _check_size(len(data), name)
        packed = iter([(name, data)])
    elif name.lower().endswith(".zip"):
        packed = _members(data, name)
    else:
        raise PackError("neither .yaml, .yml nor .zip", file=name, reason="suffix")
    files: dict[Path, str] = {}
    for number, (called, content) in enumerate(packed):
        file = folder / f"{number}.yaml"
        file.write_bytes(content)
        files[file] = called
    if not files:
        raise PackError("holds no .yaml file", file=name, reason="no_packs")
    return [read_pack(file, called) for file, called in files.items()]


def _members(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """The YAML files in a zip; what the zip says of their sizes is not taken on trust."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise PackError("no zip file, or a broken one", file=name, reason="zip") from error
    with archive:
        members = [member for member in archive.infolist() if _is_pack(member)]
        if len(members) > MOST_FILES:
            message = f"holds {len(members)} packs; at most {MOST_FILES} at once"
            raise PackError(message, file=name, reason="too_many", given={"most": MOST_FILES})
        room = MOST_BYTES
        for member in members:
            content = _content(archive, member, room, name)
            room -= len(content)
            yield member.filename, content


def _is_pack(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a YAML file, and none that a system keeps for itself."""
    path = PurePosixPath(member.filename)
    hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    return not member.is_dir() and not hidden and path.suffix.lower() in _SUFFIXES


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int, name: str) -> bytes:
    content = bytearray()
    try:
        with archive.open(member) as file:
            while len(content) <= room and (piece := file.read(_AT_ONCE)):
                content += piece
    except _BROKEN as error:
        message = f"cannot be unpacked from {name}: {error}"
        raise PackError(message, file=member.filename, reason="unpacking", given={"zip": name}) from error
    _check_size(len(content) - room + MOST_BYTES, name)
    return bytes(content)


def _check_size(size: int, name: str) -> None:
    if size > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        message = f"holds more than {most} MB, unpacked"
        raise PackError(message, file=name, reason="too_large", given={"most": most})
