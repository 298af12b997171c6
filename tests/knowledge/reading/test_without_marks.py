"""Questions typed without any marks: what is a filler, what asks, and what makes a longer word."""

import pytest

from knowledge.wording import NO
from tests.knowledge.asking import ids, told


def test_short_forms_are_no_sign_that_marks_are_typed(asked):
    answer = asked("bundled", "bn cb nu dc luan chuyen o binh lieu v a")
    assert answer.status == "not_stated"  # women are not "như"


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("De an so 01 do Ban Chap hanh Dang bo thanh pho Song Cong khoa may xay dung?", "de-an-01/co-quan-ban-hanh"),
        ("Ban Chap hanh Trung uong khoa may ban hanh Ket luan so 21?", "ket-luan-21/co-quan-ban-hanh"),
    ],
)  # fmt: skip
def test_a_body_is_no_unknown_village(asked, question, fact):
    answer = asked("bundled", question)
    assert told(answer) == ("answered", f"song-cong-2022/{fact}")


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("bundled", "Song Cong luan chuyen ngang can bo chu chot o 6 xa, phuong a?"),
        ("bundled", "Ong Hoang Van Pha la Bi thu Thanh uy Song Cong a?"),
        ("fire", "Tat ca gian hang o cho Ben Gao deu bi chay a?"),
        (
            "waste",
            "Nha may dot rac o Tam Lu khoi cong nam 2022 a?",
        ),  # that it is a "nhà máy" asks for no number
    ],
)
def test_the_last_word_asks_where_nothing_else_does(asked, pack, question):
    assert (asked(pack, question).verdict or "").startswith(NO)


@pytest.mark.parametrize("question", ["Binh Lieu luan chuyen 18 can bo phai khong a", "Chao a"])
def test_behind_what_asks_it_speaks_to_somebody(asked, question):
    assert asked("bundled", question).status in ("answered", "chat")


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        ("bundled", "Binh Lieu cat nhac, bo nhiem duoc bao nhieu nguoi vay?", "binh-lieu-2020/bo-nhiem"),
        ("farming", "Nhan dan Phu Khe dong gop bao nhieu tien de xay dung nong thon moi?", "phu-khe-2023/von/nhan-dan"),
        ("merger", "Lang Son can bao nhieu tien de chi tra cho nguoi doi du?", "lang-son-2025/kinh-phi"),
    ],
)  # fmt: skip
def test_a_filler_behind_what_is_counted_makes_no_word_with_it(asked, pack, question, fact):
    assert told(asked(pack, question)) == ("answered", fact)


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        ("livestock", "May nha o Cam Dan linh duoc tien ho tro roi?", "cam-dan-2024/da-nhan-tien"),
        ("waste", "May nha o Hoa Lang chiu phan loai rac roi?", "hoa-lang-2024/phan-loai"),
    ],
)
def test_what_is_counted_is_no_filler(asked, pack, question, fact):
    assert told(asked(pack, question)) == ("answered", fact)


def test_land_that_is_planted_is_a_word(asked):
    answer = asked("lychee", "Thanh Ha co tat ca may ha dat trong vai?")
    assert told(answer) == ("answered", "thanh-ha-2024/dien-tich")


def test_who_asks_when_asks_nothing_else_by_the_last_word(asked):
    answer = asked("clearance", "Dai Khe to chuc cuong che ngay nao the a?")
    assert told(answer) == ("answered", "dai-khe-2025/ngay-cuong-che")


def test_a_letter_within_a_name_is_no_short_form(asked):
    answer = asked("population", "Ong Giang A Su lam gi?")
    assert any(fact.id.startswith("yen-bai-2023/") and "giang-a-su" in fact.id for fact in answer.facts)


def test_where_from_is_no_title(bundled):
    answer = bundled.ask("Huyen Binh Lieu lay can bo nang luc cao tu dau de tang cuong cho cac xa?")
    assert ids(answer)[0].partition("/")[2] == "nguon-can-bo"


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        ("bundled", "Luan chuyen can bo len thanh pho co tac dung gi o Song Cong?", "song-cong-2022/muc-dich-luan-chuyen"),
    ],
)  # fmt: skip
def test_a_name_begins_and_ends_where_its_words_do(asked, pack, question, fact):
    assert told(asked(pack, question)) == ("answered", fact)
