import pytest

from handlers.rendering import plain
from tests.knowledge.asking import shown

TREES = """
article: {id: cay-2023, title: "Cây giống ở Lũng Ngà", published: 2023-07-05T07:00:00+07:00}
topics: [{id: cay-giong, label: "Cây giống", phrases: ["giống cây"], examples: ["{place} lấy giống cây từ đâu để trồng"]}]
facts: [{id: cay/giong, subject: lung-nga, topic: cay-giong, kind: statement, statement: "Lũng Ngà lấy giống cây từ vườn ươm của huyện.", paragraph: 2}]
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Ai viết bài về Vạn Trầm?", "Tống Khải Hưng"), ("Tác giả bài báo về Vạn Trầm là ai?", "Tống Khải Hưng"), ("tac gia bai bao ve van tram la ai", "Tống Khải Hưng"),
        ("Bài báo về Vạn Trầm do ai viết?", "Tống Khải Hưng"), ("Bài báo về Vạn Trầm đăng ngày nào?", "01/06/2023"), ("bài về Vạn Trầm đăng khi nào", "01/06/2023"),
        ("Ngày đăng của bài báo về Vạn Trầm?", "01/06/2023"), ("Cho xin link bài báo về đời sống ở Khuê Thượng", "https://suong-som.example/khue-thuong"),
        ("Tiêu đề bài báo về đời sống ở Khuê Thượng là gì?", "Khuê Thượng qua mùa sương"), ("Bài báo về đời sống ở Khuê Thượng đăng ở báo nào?", "Báo Sương Sớm"),
    ],
)  # fmt: skip
def test_what_the_record_of_an_article_says_is_answered_from_it(districts, question, said):
    answer = districts.ask(question)
    assert (answer.status, answer.facts) == ("answered", ())
    assert said in plain(answer)
    assert len(answer.citations) == 1


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("Tiêu đề bài báo về Vạn Trầm là gì?", "van-tram-2023-06-01"), ("Bài báo về Vạn Trầm tên gì?", "van-tram-2023-06-01"),
        ("Cho xin link bài báo về Vạn Trầm", "van-tram-2023-06-01"), ("Bài báo về Vạn Trầm đăng ở báo nào?", "van-tram-2023-06-01"),
        ("Bài báo về rừng ở Khuê Thượng do ai viết?", "khue-thuong-2024-03-05"), ("cho xin link bai bao ve rung o khue thuong", "khue-thuong-2024-03-05"),
        ("ai viet bai bao ve rung o khue thuong", "khue-thuong-2024-03-05"),
    ],
)  # fmt: skip
def test_what_the_source_does_not_give_is_said_not_to_be_and_never_invented(districts, question, article):
    answer = districts.ask(question)
    assert answer.status == "not_stated"
    assert "khong neu" in shown(answer)
    assert [cited.article for cited in answer.citations] == [article]


def test_two_articles_about_a_place_are_both_told_of(districts):
    answer = districts.ask("Bài báo về Khuê Thượng đăng ngày nào?")
    assert answer.status == "answered"
    assert {cited.article for cited in answer.citations} == {
        "khue-thuong-2023-04-12",
        "khue-thuong-2024-03-05",
    }
    assert {"12/04/2023", "05/03/2024"} <= {block.lead for block in answer.blocks}


def test_which_of_several_articles_is_asked_back_and_every_choice_is_answered(districts):
    answer = districts.ask("Ai là tác giả bài báo?")
    assert (answer.status, len(answer.options)) == ("clarify", 3)
    chosen = [districts.ask(option.question) for option in answer.options]
    assert {one.status for one in chosen} <= {"answered", "not_stated"}
    assert {cited.article for one in chosen for cited in one.citations} == {
        article.id for article in districts.reader.articles()
    }


@pytest.mark.parametrize("question", ["Bài báo về Hạ Long do ai viết?", "Ai viết bài báo về Kim Bôi?"])
def test_an_article_about_a_place_we_do_not_know_is_nobodys(districts, question):
    answer = districts.ask(question)
    assert (answer.status, answer.citations) == ("unknown", ())
    assert "Tống Khải Hưng" not in plain(answer)


def test_a_question_about_a_matter_is_none_about_the_article(districts):
    answer = districts.ask("Theo bài báo, Khuê Thượng có bao nhiêu hộ nghèo?")
    assert [fact.id for fact in answer.facts] == ["kt/ho-ngheo"]


def test_what_is_spelled_like_a_word_for_a_title_without_marks_may_be_none(taught):
    known = taught(TREES, beside=True)
    answer = known.ask("lung nga lay giong cay tu dau de trong")
    assert [fact.id for fact in answer.facts] == ["cay/giong"]
