"""Who had somebody moved and where they went then, why a document was drawn up, from when to when something is."""

import pytest

from tests.knowledge.asking import ids, told


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        # a place that moves somebody is who did it, and not where they went
        ("Nơi nào điều động ông Mạ Dì Sơn?", "binh-lieu-2020/ma-di-son/dieu-dong"),
        ("Bên nào luân chuyển ông Pha?", "song-cong-2022/hoang-van-pha/luan-chuyen"),
        ("Ông Pha do nơi nào luân chuyển?", "song-cong-2022/hoang-van-pha/luan-chuyen"),
        ("Ông Mạ Dì Sơn do bên nào điều động vậy?", "binh-lieu-2020/ma-di-son/dieu-dong"),
        ("Cơ quan nào điều động ông Mạ Dì Sơn?", "binh-lieu-2020/ma-di-son/co-quan-dieu-dong"),
        ("Ông Pha được luân chuyển về nơi nào?", "song-cong-2022/hoang-van-pha/luan-chuyen-ve-dau"),
        ("Ông Pha được luân chuyển đi đâu, làm gì?", "song-cong-2022/hoang-van-pha/luan-chuyen"),
        # why a document was drawn up, whichever way that is put
        ("Sông Công làm ra Đề án số 01 vì lẽ gì?", "song-cong-2022/de-an-01/ly-do"),
        ("Vì sao có Đề án số 01?", "song-cong-2022/de-an-01/ly-do"),
        ("tai sao de an so 01 ra doi", "song-cong-2022/de-an-01/ly-do"),
    ],
)
def test_who_and_why_is_told(bundled, question, fact):
    assert told(bundled.ask(question)) == ("answered", fact)


def test_why_it_ended_is_not_why_it_was_drawn_up(bundled):
    assert bundled.ask("Vì sao Sông Công dừng Đề án số 01?").status in ("not_stated", "unknown")


def test_from_when_to_when_is_told_by_no_single_day(bundled, bundled_conversation):
    whole = bundled.ask("Đề án 01 thực hiện trong mấy năm, từ năm nào đến năm nào?")
    assert ids(whole) == ["song-cong-2022/de-an-01/thoi-gian-thuc-hien", "song-cong-2022/de-an-01/giai-doan"]
    *_, last = bundled_conversation("Đề án 01 thực hiện trong mấy năm?", "từ năm nào đến năm nào?")
    assert told(last) == ("answered", "song-cong-2022/de-an-01/giai-doan")
