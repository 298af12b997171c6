"""`hoidap propose`: an article's text in, its record and proposed facts out, as a pack."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from tests.conftest import Ran

ARTICLE = """Khuê Thượng: Ra quân trồng rừng

Thứ Sáu, 12/04/2024, 07:30

Từ đầu năm 2024 đến nay, huyện Khuê Thượng đã trồng mới 250 ha rừng (180 ha rừng sản xuất, 70 ha rừng phòng hộ), \
huy động hơn 1.200 lượt người tham gia.

Lê Thị Mơ
"""


@pytest.fixture
def article(cwd: Path) -> str:
    """The name of an article's file in the folder that commands run in."""
    (cwd / "bai.txt").write_text(ARTICLE, encoding="utf-8")
    return "bai.txt"


def test_each_proposal_stands_under_the_sentence_it_rests_on(run: Callable[..., Ran], article: str) -> None:
    out = run("propose", article).out
    evidence, fact = out.index("# đoạn 1: Từ đầu năm 2024"), out.index("value: 250")
    assert evidence < fact
    assert "# 180 + 70 = 250" in out


def test_what_is_printed_is_a_sound_pack(run: Callable[..., Ran], article: str, cwd: Path) -> None:
    (cwd / "pack.yaml").write_text(run("propose", article).out, encoding="utf-8")
    assert run("check", "pack.yaml").out == "1 packs are sound, with 4 facts\n"


def test_as_json_the_pack_has_the_evidence_beside_it(run: Callable[..., Ran], article: str) -> None:
    proposed = json.loads(run("propose", article, "--json").out)
    assert proposed["article"]["title"] == "Khuê Thượng: Ra quân trồng rừng"
    assert proposed["article"]["published"] == "2024-04-12T07:30:00+07:00"
    assert [fact["value"] for fact in proposed["facts"]] == [250, 1200]
    assert [one["fact"] for one in proposed["proposals"]] == [fact["id"] for fact in proposed["facts"]]
    assert all(one["sentence"] in ARTICLE for one in proposed["proposals"])


def test_a_word_document_gives_the_same_as_its_text(run: Callable[..., Ran], article: str, cwd: Path) -> None:
    document = Document()
    for line in ARTICLE.split("\n\n"):
        document.add_paragraph(line)
    document.save(str(cwd / "bai.docx"))
    assert run("propose", "bai.docx").out == run("propose", article).out


def test_an_article_without_a_day_says_what_is_to_be_filled_in(run: Callable[..., Ran], cwd: Path) -> None:
    (cwd / "bai.txt").write_text(ARTICLE.replace("Thứ Sáu, 12/04/2024, 07:30", ""), encoding="utf-8")
    assert "# Không thấy ngày đăng" in run("propose", "bai.txt").out
    assert json.loads(run("propose", "bai.txt", "--json").out)["article"]["published"] is None


def test_a_file_that_is_not_there_is_one_line(run: Callable[..., Ran]) -> None:
    assert run("propose", "khong-co.txt").complaint == "khong-co.txt: No such file or directory"


def test_a_file_of_another_kind_is_one_line(run: Callable[..., Ran], cwd: Path) -> None:
    (cwd / "bai.pdf").write_bytes(b"%PDF")
    assert run("propose", "bai.pdf").complaint == "bai.pdf: .pdf is not read; .txt and .docx are"
