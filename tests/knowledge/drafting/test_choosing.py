import pytest

from knowledge.drafting.choosing import Chosen, choose_article, choose_name, choose_topic

SUOI_RAM, DANG_VAN = "suoi-ram-2025-02-03", "dang-van-2024-05-06"


@pytest.mark.parametrize(
    ("text", "article"),
    [
        (SUOI_RAM, SUOI_RAM),
        ("mùa hội ở xã Suối Rằm", SUOI_RAM),
        ("mua hoi o xa suoi ramm", SUOI_RAM),
        ("mùa hội", SUOI_RAM),
        ("3/2/2025", SUOI_RAM),
        ("Đăng Vân thắp đèn", DANG_VAN),
        ("nghe den long o huyen dang van", DANG_VAN),
        ("06/05/2024", DANG_VAN),
    ],
)
def test_an_article_is_found_by_id_title_subject_or_day(known, text, article):
    assert choose_article(text, known) == Chosen(article)


@pytest.mark.parametrize("text", ["31/12/1999", "giá vàng thế giới", ""])
def test_an_article_nobody_knows_is_not_guessed_at(known, text):
    assert choose_article(text, known).id is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("suoi-ram", "suoi-ram"),
        ("Suối Rằm", "suoi-ram"),
        ("xã Suối Rằm", "suoi-ram"),
        ("suoi ramm", "suoi-ram"),
        ("Suoosi Rawmf", "suoi-ram"),
        ("xã Suối Rằm, huyện Đăng Vân", "suoi-ram"),
        ("bà Mơ", "ta-thi-mo"),
        ("hoi den long dang van", "hoi-den"),
    ],
)
def test_a_name_is_found_with_slips_lost_marks_and_by_its_aliases(known, text, name):
    assert choose_name(text, known.lexicon) == Chosen(name)


@pytest.mark.parametrize("text", ["Hạ Long", "Sông Cầu", "Suối Rằm cầu treo", "kỷ luật", ""])
def test_a_name_nobody_knows_or_with_other_words_is_not_taken_for_one(known, text):
    assert choose_name(text, known.lexicon).id is None


def test_where_only_part_of_a_name_is_said_those_that_have_it_are_offered(known):
    assert choose_name("Hội Đèn", known.lexicon) == Chosen(None, ("hoi-den",))
    assert set(choose_topic("đèn", known.lexicon).candidates) == {"den-long", "nghe-nhan", "mua-hoi"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("cau-treo", "cau-treo"),
        ("Cầu treo", "cau-treo"),
        ("cau treo", "cau-treo"),
        ("cây cầu treo", "cau-treo"),
        ("cầu treoo", "cau-treo"),
        ("Đèn lồng bán ra", "den-long"),
    ],
)
def test_a_topic_is_found_by_its_label_and_phrases(known, text, topic):
    assert choose_topic(text, known.lexicon) == Chosen(topic)


def test_a_topic_that_is_not_one_or_says_more_is_not_taken(known):
    assert choose_topic("kỷ luật", known.lexicon).id is None
    assert len(choose_topic("kỷ luật", known.lexicon).nearest) == 3
    assert choose_topic("cầu treo Suối Rằm", known.lexicon).id is None
