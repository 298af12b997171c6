"""The text of a document that somebody hands in: `.txt` in the usual encodings, or `.docx`."""

from __future__ import annotations

import codecs
import unicodedata
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from knowledge.errors import HoidapError
from knowledge.text.vietnamese import has_marks

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LARGEST, _LARGEST_UNPACKED = 20_000_000, 200_000_000
_LEGACY = "cp1258"


class DocumentError(HoidapError):
    """The document cannot be read as text"""


class EmptyDocumentError(DocumentError):
    """The document holds no text"""


def read_document(content: bytes, name: str) -> str:
    """The text of a file with this name. Raises DocumentError, saying what is wrong with it."""
    if len(content) > _LARGEST:
        raise DocumentError(f"{name}: larger than {_LARGEST // 1_000_000} MB")
    match PurePath(name).suffix.lower():
        case ".docx":
            text = _docx(content, name)
        case ".txt" | "":
            text = _plain(content, name)
        case suffix:
            raise DocumentError(f"{name}: {suffix} is not read; .txt and .docx are")
    if not text.strip():
        raise EmptyDocumentError(f"{name}: holds no text")
    return text


def _plain(content: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding, name)
    if content[1:2] == b"\0" or content[:1] == b"\0":  # UTF-16 without its mark
        return _decoded(content, "utf-16-le" if content[1:2] == b"\0" else "utf-16-be", name)
    if b"\0" in content:
        raise DocumentError(f"{name}: not a text file")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(content, name)


def _decoded(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(f"{name}: not {encoding} text (byte {error.start})") from error


def _legacy(content: bytes, name: str) -> str:
    """Text of Windows-1258, where tones are letters of their own; nothing else is guessed at."""
    text = unicodedata.normalize("NFC", _decoded(content, _LEGACY, name))
    marked = sum(map(has_marks, text.split()))
    if marked * 4 < len(text.split()) or any(
        unicodedata.category(c) == "Cc" and c not in "\t\r\n" for c in text
    ):
        raise DocumentError(f"{name}: neither UTF-8 nor Windows-1258 text; save it as UTF-8")
    return text


def _docx(content: bytes, name: str) -> str:
    try:
        from docx import Document  # noqa: PLC0415  an optional extra
        from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415
    except ImportError as error:
        raise DocumentError(
            f"{name}: reading .docx takes the extra 'docx': pip install 'hoidap[docx]'"
        ) from error
    try:
        if sum(part.file_size for part in ZipFile(BytesIO(content)).infolist()) > _LARGEST_UNPACKED:
            raise DocumentError(f"{name}: larger than {_LARGEST_UNPACKED // 1_000_000} MB when unpacked")
        document = Document(BytesIO(content))
    except (PackageNotFoundError, BadZipFile, SyntaxError, KeyError, ValueError, OSError) as error:
        raise DocumentError(f"{name}: not a Word document") from error
    return "\n\n".join(paragraph.text for paragraph in document.paragraphs)
