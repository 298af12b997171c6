from datetime import UTC, datetime

import pytest

from knowledge.drafting.figures import UnreadableError
from knowledge.exchange.submitting import (
    article_of,
    in_place_of,
    joined,
    lacks,
    proposals_from,
    record_of,
    same_as,
    with_field,
)
from knowledge.models import Article
from knowledge.proposing.record import read_article

TEXT = "Bạch Hà mở thêm lớp\n\nThứ Ba, 10/09/2024, 07:30\n\nHuyện Bạch Hà mở thêm 4 lớp học (1 lớp ở xã Nà Dương, 3 lớp ở xã Khe Sậy).\n\nLâm Thư"
RECORD = record_of(read_article(TEXT))


def test_a_text_tells_its_title_author_and_day():
    assert (RECORD["title"], RECORD["author"]) == ("Bạch Hà mở thêm lớp", "Lâm Thư")
    assert RECORD["published"] == "2024-09-10T07:30:00+07:00"
    assert (RECORD["url"], lacks(RECORD)) == (None, [])


def test_what_telegram_cut_within_a_sentence_goes_on_in_the_same_line():
    piece = "xã " * 1_200
    assert joined([piece.strip(), "Bạch Hà."]).endswith("xã Bạch Hà.")
    assert joined([f"{piece}đây.", "Đoạn sau."]).endswith("đây.\nĐoạn sau.")
    assert joined(["Tiêu đề", "Đoạn một."]) == "Tiêu đề\nĐoạn một."
    assert joined([]) == ""


def test_a_day_and_an_address_are_read_or_refused():
    assert with_field(RECORD, "published", "25/5/2022")["published"] == "2022-05-25T00:00:00+07:00"
    assert with_field(RECORD, "author", "  ")["author"] is None
    with pytest.raises(UnreadableError):
        with_field(RECORD, "published", "hôm nọ")
    with pytest.raises(ValueError, match="url"):
        with_field(RECORD, "url", "bao.vn")


def test_without_title_and_matter_or_day_it_cannot_be_cited():
    assert lacks({**RECORD, "title": None, "published": None}) == ["about", "published"]
    assert lacks({**RECORD, "title": None, "about": "lớp học ở Bạch Hà"}) == []


def test_an_article_gets_an_id_that_no_other_has():
    first = article_of(RECORD, TEXT, lambda _key: False)
    assert first.id == "bach-ha-mo-them-lop-2024-09-10"
    assert article_of(RECORD, TEXT, {first.id}.__contains__).id == f"{first.id}-2"
    assert first.text == TEXT


def test_in_place_of_another_what_is_not_given_stays():
    known = Article(id="x", title="Cũ", url="https://bao.vn/x", published=datetime(2024, 9, 10, tzinfo=UTC))
    mended = in_place_of(known, RECORD, TEXT)
    assert (mended.id, mended.url, mended.title, mended.text) == ("x", known.url, RECORD["title"], TEXT)


def test_an_article_is_the_same_by_day_and_title_or_text(bach_ha):
    known = bach_ha.reader.article("bach-ha-2024-09-10")
    record = {**RECORD, "title": known.title.upper()}
    assert same_as(record, "Khác hẳn", bach_ha.reader).id == known.id
    assert same_as({**record, "published": "2024-09-11T00:00:00+07:00"}, "", bach_ha.reader) is None
    whole = bach_ha.reader.texts.of(known.id)
    assert same_as({**RECORD, "title": None}, f" {whole}\n", bach_ha.reader).id == known.id
    assert same_as(RECORD, TEXT, bach_ha.reader) is None


def test_proposals_have_no_ids_yet_and_the_sentence_that_they_rest_on(bach_ha):
    article = article_of(RECORD, TEXT, lambda _key: False)
    found = proposals_from(article, bach_ha.lexicon)
    assert found
    for one in found:
        assert one["entry"]["article"] == article.id
        assert one["sentence"] in TEXT
        assert "id" not in one["entry"]
        assert not any("id" in part for part in one["entry"].get("parts", ()))
