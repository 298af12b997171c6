"""What lies beside an answer: posts that were left, figures of a whole, places unheard of, and two things at once."""

import pytest

from knowledge.wording import NO, YES
from tests.knowledge.asking import ids, told

MOVED = "song-cong-2022/luan-chuyen/thanh-pho-ve-xa-phuong"


def test_since_when_a_post_was_held_is_not_told_by_when_it_was_left(bundled):
    assert bundled.ask("Mạ Dì Sơn làm Phó Chủ tịch MTTQ từ năm nào?").status == "not_stated"
    assert told(bundled.ask("Mạ Dì Sơn làm bí thư Đồng Văn từ tháng nào?"))[0] == "answered"


def test_where_a_post_was_held_once_is_not_told_by_another_post(bundled):
    assert bundled.ask("Hoàng Văn Pha trước đó làm bí thư ở đâu?").status != "answered"
    assert bundled.ask("Hoàng Văn Pha trước đó làm trưởng phòng ở đâu?").status == "answered"


def test_a_share_of_communes_is_none_of_officials(bundled):
    asked = "Bình Liêu có bao nhiêu phần trăm cán bộ không phải người địa phương?"
    assert bundled.ask(asked).status == "not_stated"
    asked = "Bao nhiêu phần trăm xã của Bình Liêu có lãnh đạo chủ chốt không phải người địa phương?"
    assert bundled.ask(asked).status == "answered"


def test_what_is_so_twice_at_once_is_not_told_by_what_is_so_once(bundled):
    asked = "Bao nhiêu phường vừa có cán bộ thành phố vừa luân chuyển ngang?"
    assert bundled.ask(asked).status != "answered"


def test_a_figure_of_the_whole_is_not_confirmed_of_a_part(bundled):
    assert (
        bundled.ask("6/10 xã, phường của Bách Quang có cán bộ thành phố luân chuyển phải không?").status
        != "answered"
    )
    answer = bundled.ask("6/10 xã, phường của Sông Công có cán bộ thành phố luân chuyển phải không?")
    assert (told(answer), answer.verdict) == (("answered", MOVED), YES)


def test_a_place_that_the_fact_does_not_name_is_not_confirmed(bundled):
    assert bundled.ask("Cơ quan điều động Mạ Dì Sơn là Huyện ủy Đồng Văn phải không?").verdict != YES
    assert bundled.ask("Cơ quan điều động Mạ Dì Sơn là Huyện ủy Bình Liêu phải không?").verdict == YES


def test_a_year_in_which_somebody_did_not_come_is_denied(bundled):
    answer = bundled.ask("Mạ Dì Sơn về Đồng Văn năm 2021 phải không?")
    assert ids(answer)[:1] == ["binh-lieu-2020/ma-di-son/dieu-dong-khi-nao"]
    assert answer.verdict == NO


@pytest.mark.parametrize(
    "asked",
    [
        "đọc báo thấy Bình Liêu làm tốt luân chuyển cán bộ, vậy cụ thể Bình Liêu luân chuyển bao nhiêu người?",
        "mấy hôm nay cơ quan mình bàn chuyện cán bộ, vậy Bình Liêu luân chuyển bao nhiêu người?",
    ],
)
def test_what_was_read_and_talked_of_is_told_beside_the_question(bundled, asked):
    assert told(bundled.ask(asked)) == ("answered", "binh-lieu-2020/luan-chuyen")


def test_where_the_reader_works_narrows_nothing(bundled):
    asked = "mấy hôm nay cơ quan mình bàn chuyện luân chuyển cán bộ, sếp bảo lấy ví dụ Bình Liêu, vậy huyện đó luân chuyển bao nhiêu người?"
    assert told(bundled.ask(asked)) == ("answered", "binh-lieu-2020/luan-chuyen")


def test_who_spoke_of_a_document_is_told(bundled):
    assert told(bundled.ask("Ai nói về Kết luận số 21?")) == (
        "answered",
        "song-cong-2022/ai-nhac-den-van-ban",
    )
