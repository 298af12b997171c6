from datetime import UTC, datetime, timedelta

import pytest

from handlers.rendering import plain
from tests.knowledge.asking import ids, told

POOR = "Khuê Thượng có bao nhiêu hộ nghèo?"
TEACHERS = "Khuê Thượng điều chuyển bao nhiêu giáo viên?"
NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("questions", "fact"),
    [
        ((POOR, "còn Vạn Trầm?"), "vt/ho-ngheo"), ((POOR, "Vạn Trầm thì sao?"), "vt/ho-ngheo"), ((POOR, "con van tram thi sao"), "vt/ho-ngheo"), ((POOR, "Thế Vạn Trầm?"), "vt/ho-ngheo"),
        ((POOR, "điều chuyển bao nhiêu giáo viên?"), "kt/dieu-chuyen"), ((POOR, "còn đội hát của học sinh?"), "kt/doi-hat/hoc-sinh"), ((TEACHERS, "còn từ huyện về xã?"), "kt/dieu-chuyen/huyen-xa"),
        ((TEACHERS, "trong đó giữa các xã?"), "kt/dieu-chuyen/giua-xa"), ((POOR, "còn Vạn Trầm?", "trồng bao nhiêu ha rừng?"), "vt/rung"),
        (("Khuê Thượng trồng bao nhiêu ha rừng năm 2022?", "còn năm 2021?"), "kt/rung-2021"), ((POOR, "cảm ơn", "còn Vạn Trầm?"), "vt/ho-ngheo"),
        (("Ai là chủ tịch xã Lũng Ngà?", "bà ấy giữ chức vụ gì?"), "kt/lo-thi-ngan"), (("Ai là chủ tịch xã Lũng Ngà?", "Trạm y tế ở đó khởi công khi nào?"), "kt/tram-y-te"),
        (("Trạm y tế Lũng Ngà khởi công khi nào?", "chủ tịch xã đó là ai?"), "kt/chu-tich-lung-nga"), (("Lò Thị Ngần là ai?", "bà này giữ chức vụ gì?"), "kt/lo-thi-ngan"),
    ],
)  # fmt: skip
def test_a_follow_up_takes_over_what_it_lacks(conversation, questions, fact):
    assert told(conversation(*questions)[-1]) == ("answered", fact)


def test_the_answer_says_how_a_follow_up_was_read(conversation):
    answer = conversation(POOR, "còn Vạn Trầm?")[-1]
    assert ("Vạn Trầm" in answer.read_as, "Hộ nghèo" in answer.read_as) == (True, True)
    assert answer.read_as in plain(answer)


def test_a_question_that_lacks_nothing_takes_nothing_over(conversation, districts):
    alone = districts.ask("Vạn Trầm trồng bao nhiêu ha rừng?")
    after = conversation(POOR, "Vạn Trầm trồng bao nhiêu ha rừng?")[-1]
    assert (after.read_as, ids(after), plain(after)) == (None, ids(alone), plain(alone))


@pytest.mark.parametrize("wordless", ["😀", "?", "...", "\u200b", "  "])
def test_what_has_no_words_asks_for_nothing_again(conversation, wordless):
    answer = conversation(POOR, wordless)[-1]
    assert (answer.status, answer.facts, answer.read_as) == ("unknown", (), None)


@pytest.mark.parametrize("question", ["còn Vạn Trầm?", "bà ấy là ai?", "thế còn năm 2021?"])
def test_with_nothing_before_it_a_follow_up_is_not_answered(districts, question):
    answer = districts.ask(question)
    assert (answer.status in ("unknown", "clarify"), answer.facts) == (True, ())


@pytest.mark.parametrize(
    ("questions", "never"),
    [
        ((POOR, "còn Hạ Long thì sao?"), "kt/ho-ngheo"), ((POOR, "còn năm 2019?"), "kt/ho-ngheo"), ((TEACHERS, "còn nữ?"), "kt/dieu-chuyen"),
        ((TEACHERS, "còn giáo viên trẻ?"), "kt/dieu-chuyen"), (("Suối Kén có chợ phiên không?", "còn trạm y tế khởi công khi nào?"), "kt/tram-y-te"),
    ],
)  # fmt: skip
def test_what_a_follow_up_adds_is_never_passed_over(conversation, questions, never):
    answer = conversation(*questions)[-1]
    assert not (answer.status == "answered" and never in ids(answer))


def test_a_yes_no_question_after_another_ask_is_still_decided(conversation):
    answer = conversation("Trạm y tế Lũng Ngà khởi công khi nào?", "xã đó có chợ phiên không?")[-1]
    assert (*told(answer), answer.verdict) == ("answered", "kt/cho-phien", "Có")


@pytest.mark.parametrize(
    ("minutes", "fact"), [(0, "vt/ho-ngheo"), (10, "vt/ho-ngheo"), (10.1, None), (60 * 24, None), (-1, None)]
)
def test_a_question_is_leaned_on_for_ten_minutes(districts, minutes, fact):
    context = districts.reply(POOR, now=NOON).context
    answer = districts.ask("còn Vạn Trầm?", context=context, now=NOON + timedelta(minutes=minutes))
    assert told(answer)[1] == fact


def test_every_answer_of_a_conversation_starts_the_ten_minutes_anew(districts):
    first = districts.reply(POOR, now=NOON)
    second = districts.reply("còn Vạn Trầm?", context=first.context, now=NOON + timedelta(minutes=8))
    third = districts.ask("còn Khuê Thượng?", context=second.context, now=NOON + timedelta(minutes=16))
    assert told(third) == ("answered", "kt/ho-ngheo")


def test_small_talk_leaves_the_context_as_it_was(districts):
    context = districts.reply(POOR, now=NOON).context
    assert districts.reply("cảm ơn bạn", context=context, now=NOON).context == context


def test_a_follow_up_survives_knowledge_that_forgot_its_names(taught, districts):
    context = districts.reply(POOR).context
    other = taught("""
article: {id: bai, about: "chợ ở Cầu Lạc", author: "Mã Sen", published: 2022-05-01}
names: [{id: cau-lac, name: "Cầu Lạc", kind: place, type: xã}]
topics: [{id: cho, label: "Chợ", phrases: ["chợ"], examples: ["{place} có bao nhiêu chợ"]}]
facts: [{id: cho, subject: cau-lac, topic: cho, kind: count, value: 2, unit: chợ, statement: "Cầu Lạc có 2 chợ."}]
""")
    assert told(other.ask("Cầu Lạc có bao nhiêu chợ?", context=context)) == ("answered", "cho")
    assert other.ask("còn Khuê Thượng?", context=context).facts == ()


@pytest.mark.parametrize("question", ["tổng cộng bao nhiêu?", "tong cong bao nhieu"])
def test_how_many_in_all_is_no_thanks_and_asks_for_what_nothing_narrows(conversation, question):
    answers = conversation("Khuê Thượng điều chuyển bao nhiêu giáo viên từ huyện về xã?", question)
    assert told(answers[0]) == ("answered", "kt/dieu-chuyen/huyen-xa")
    assert told(answers[1]) == ("answered", "kt/dieu-chuyen")


@pytest.mark.parametrize("question", ["nhiều", "cảm ơn nhiều", "ok nhiều"])
def test_thanks_are_thanks_in_a_conversation(conversation, question):
    assert conversation(POOR, question)[-1].status == "chat"


def test_what_is_asked_of_an_article_after_another_such_question_is_of_the_same(conversation):
    answers = conversation("Bài báo về Vạn Trầm do ai viết?", "đăng ngày nào?", "tên bài là gì?")
    assert [answer.status for answer in answers] == ["answered", "answered", "not_stated"]  # it has no title
    assert answers[0].citations == answers[1].citations == answers[2].citations


@pytest.mark.parametrize(
    ("questions", "about"),
    [
        (("Đề án số 01 do ai ban hành?", "Kết luận 21?", "ai ban hành?"), "ket-luan-21"),
        (("Mạ Dì Sơn là ai?", "Hoàng Văn Pha?", "ai luân chuyển?"), "hoang-van-pha"),
        (("Mạ Dì Sơn là ai?", "về Đồng Văn năm nào?", "bao nhiêu tuổi?"), "ma-di-son"),
        (("Bình Liêu luân chuyển bao nhiêu cán bộ?", "Sông Công có bao nhiêu trường học?", "bổ nhiệm thì sao?"), "song-cong"),
    ],
)  # fmt: skip
def test_whom_nothing_was_told_of_is_the_one_asked_about_next(bundled_conversation, questions, about):
    answer = bundled_conversation(*questions)[-1]
    assert {fact.subject for fact in answer.facts} == {about}


def test_what_nothing_was_told_of_is_asked_of_the_next_name(bundled_conversation):
    answer = bundled_conversation(
        "Sông Công luân chuyển bao nhiêu cán bộ?", "Sông Công có bao nhiêu trường học?", "còn Bình Liêu?"
    )[-1]
    assert answer.facts == ()


@pytest.mark.parametrize(
    ("questions", "never"),
    [
        (("Sông Công có bao nhiêu lượt cán bộ được xem xét bổ nhiệm?", "bao nhiêu người được bổ nhiệm?"), "binh-lieu"),
        (("Kết luận 21 nói về gì?", "thực hiện mấy năm?"), "de-an-01"),
    ],
)  # fmt: skip
def test_what_is_not_told_of_the_one_asked_about_is_not_told_of_another(
    bundled_conversation, questions, never
):
    assert never not in {fact.subject for fact in bundled_conversation(*questions)[-1].facts}


@pytest.mark.parametrize(
    ("questions", "fact"),
    [
        (("Bí thư xã Bá Xuyên là ai?", "còn thành phố?"), "bi-thu"),
        (("Bí thư xã Bá Xuyên là ai?", "cấp thành phố thì sao?"), "bi-thu"),
        (("Bí thư xã Đồng Văn là ai?", "huyện thì sao?"), "bi-thu-huyen-uy"),
        (
            ("Bình Liêu luân chuyển bao nhiêu cán bộ từ xã về huyện?", "còn từ huyện về xã?"),
            "luan-chuyen/tu-huyen-ve-xa",
        ),
    ],
)
def test_a_level_named_by_itself_is_that_of_the_place_around(bundled_conversation, questions, fact):
    assert ids(bundled_conversation(*questions)[-1])[0].partition("/")[2] == fact


@pytest.mark.parametrize(
    "questions",
    [
        ("Bí thư Thành ủy Sông Công là ai?", "còn cấp xã?"),
        ("Bí thư xã Bá Xuyên là ai?", "còn các phường?"),
    ],
)
def test_who_holds_a_post_holds_it_on_no_other_level(bundled_conversation, questions):
    assert bundled_conversation(*questions)[-1].status in ("not_stated", "unknown", "clarify")
