"""An article handed in as a file: text in the encodings that people have, and Word documents."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from knowledge.proposing.documents import DocumentError, EmptyDocumentError, read_document

TEXT = "Huyện Khuê Thượng trồng 250 ha rừng.\n\nLê Thị Mơ\n"


def word_document(*paragraphs: str) -> bytes:
    """A Word document of these paragraphs."""
    document, file = Document(), BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_every_unicode_encoding(encoding: str) -> None:
    assert read_document(TEXT.encode(encoding), "bai.txt") == TEXT


def test_text_of_an_old_windows_is_read() -> None:
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    apart = "".join(
        unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", char) if c not in tones))
        + "".join(c for c in unicodedata.normalize("NFD", char) if c in tones)
        for char in TEXT
    )
    assert read_document(apart.encode("cp1258"), "bai.txt") == TEXT


def test_each_paragraph_of_a_word_document_is_one() -> None:
    content = word_document("Khuê Thượng trồng rừng", "Huyện trồng 250 ha rừng.")
    assert read_document(content, "Bài.DOCX") == "Khuê Thượng trồng rừng\n\nHuyện trồng 250 ha rừng."


@pytest.mark.parametrize(
    ("content", "name", "complaint"),
    [
        (b"%PDF-1.7", "bai.pdf", "bai.pdf: .pdf is not read; .txt and .docx are"),
        (b"PK\x03\x04 broken", "bai.docx", "bai.docx: not a Word document"),
        (b"Hu\xff\x81\x8dn", "bai.txt", "bai.txt: not cp1258 text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "anh.txt", "anh.txt: not a text file"),
        (
            b"\xe9t\xe9 plain words of another language here",
            "bai.txt",
            "bai.txt: neither UTF-8 nor Windows-1258",
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_its_name_and_reason(
    content: bytes, name: str, complaint: str
) -> None:
    with pytest.raises(DocumentError) as raised:
        read_document(content, name)
    assert str(raised.value).startswith(complaint)


@pytest.mark.parametrize("content", [b"", b" \n\t\n", word_document("", " ")])
def test_a_document_without_text_is_told_to_be_empty(content: bytes) -> None:
    with pytest.raises(EmptyDocumentError):
        read_document(content, "bai.docx" if content.startswith(b"PK") else "bai.txt")


@given(st.binary(max_size=200), st.sampled_from(["bai.txt", "bai.docx", "bai", "bai.doc"]))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    with suppress(DocumentError):
        assert read_document(content, name).strip()
