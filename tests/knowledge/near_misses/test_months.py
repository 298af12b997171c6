"""Months without a year: what is of just that month is told, and what is of others says nothing of it."""

import pytest

from tests.knowledge.asking import told


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        # a figure of half a year neither bears out nor denies one of a month
        ("police", "Tháng 3 Hòa Trung có 13 người bị thương vì tai nạn giao thông phải không?"),
        ("police", "Tháng 3 Hòa Trung có 38 người bị thương vì tai nạn giao thông phải không?"),
        ("police", "Hòa Trung có bao nhiêu người bị thương vì tai nạn giao thông trong tháng 3?"),
        ("veterans", "Tháng 3 Vĩnh Linh sửa chữa 27 căn nhà cho người có công đúng không?"),
        ("bundled", "Tháng 7 Bình Liêu điều động bao nhiêu cán bộ?"),
        ("bundled", "Tháng 8 ông Mạ Dì Sơn được điều động về đâu?"),
        ("bundled", "Từ tháng 7 Mạ Dì Sơn làm gì?"),
    ],
)
def test_what_is_of_other_months_says_nothing_of_one(pack_of_set, pack, question):
    answer = pack_of_set(pack).ask(question)
    assert (answer.status in ("not_stated", "unknown"), answer.verdict) == (True, None)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Ông Mạ Dì Sơn được điều động hồi tháng 7 phải không?", "Có"),
        ("Tháng 7 ông Mạ Dì Sơn được điều động phải không?", "Có"),
        ("Ông Mạ Dì Sơn được điều động vào tháng 7 năm 2020 phải không?", "Có"),
        ("Ông Mạ Dì Sơn được điều động vào tháng 8 năm 2020 phải không?", "Không"),
    ],
)
def test_the_month_of_a_day_is_borne_out(bundled, question, verdict):
    answer = bundled.ask(question)
    assert (told(answer), answer.verdict) == (
        ("answered", "binh-lieu-2020/ma-di-son/dieu-dong-khi-nao"),
        verdict,
    )


def test_what_was_so_in_a_month_is_told_by_the_month(bundled):
    fact = "binh-lieu-2020/ma-di-son/dieu-dong-ve-dau"
    assert told(bundled.ask("Tháng 7 ông Mạ Dì Sơn được điều động về đâu?")) == ("answered", fact)
