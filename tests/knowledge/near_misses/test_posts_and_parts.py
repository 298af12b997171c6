"""Who holds a post and what they said, parts that are of no other whole, and what a topic of several things is asked for by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.models import Answer
from knowledge.service import Knowledge
from tests.knowledge.asking import ids
from tests.knowledge.conftest import in_conversation

Asked = Callable[[str, str], Answer]


@pytest.mark.parametrize(
    ("article", "question", "fact"),
    [
        ("party", "Ông Vi Văn Thành giữ chức vụ gì?", "nhu-xuan-2024/thanh-quan/bi-thu"),
        ("party", "Vi Văn Thành là ai?", "nhu-xuan-2024/thanh-quan/bi-thu"),
        ("party", "Ông Vi Văn Thành nói gì?", "nhu-xuan-2024/vi-van-thanh/noi"),
        ("party", "Ông Lê Đình Tuấn là ai?", "nhu-xuan-2024/le-dinh-tuan/khen"),
        ("population", "Ông Lâm Văn Tuyến giữ chức vụ gì?", "yen-bai-2023/chi-cuc-truong"),
        ("population", "Giàng A Sử là ai?", "yen-bai-2023/nam-co/giang-a-su"),
        ("population", "Chi cục trưởng Chi cục Dân số tỉnh Yên Bái là ai?", "yen-bai-2023/chi-cuc-truong"),
        ("population", "Ai đứng đầu Chi cục Dân số Yên Bái?", "yen-bai-2023/chi-cuc-truong"),
        ("party", "Như Xuân có bao nhiêu đảng viên mới là nữ?", "nhu-xuan-2024/ket-nap/nu"),
        ("party", "Như Xuân có đảng viên nào bị khai trừ không?", "nhu-xuan-2024/ky-luat/khai-tru"),
        ("population", "Người Yên Bái sống thọ trung bình bao nhiêu tuổi?", "yen-bai-2023/tuoi-tho"),
        ("party", "Thị trấn Yên Cát có những mô hình nào học tập và làm theo Bác?", "nhu-xuan-2024/yen-cat/mo-hinh"),
        ("party", "Khi nào Như Xuân bắt đầu dùng sổ tay đảng viên điện tử?", "nhu-xuan-2024/so-tay-dien-tu"),
        ("party", "Như Xuân có mấy học sinh THPT được kết nạp Đảng?", "nhu-xuan-2024/ket-nap/hoc-sinh"),
        ("party", "bn tccsđ như xuân htxsnv", "nhu-xuan-2024/xep-loai-tcd/xuat-sac"),
        ("population", "Bao nhiêu phần trăm bà bầu ở Yên Bái được sàng lọc trước sinh?", "yen-bai-2023/sang-loc-truoc-sinh"),
    ],
)  # fmt: skip
def test_a_fact_answers(asked: Asked, article: str, question: str, fact: str) -> None:
    answer = asked(article, question)
    assert answer.status == "answered"
    assert fact in ids(answer)


@pytest.mark.parametrize(
    ("article", "question"),
    [
        ("party", "Như Xuân có bao nhiêu đảng viên nữ?"),  # told only of those admitted
        ("party", "Như Xuân có bao nhiêu đảng viên người dân tộc thiểu số?"),
        ("party", "Bao nhiêu đảng viên Như Xuân là đoàn viên thanh niên?"),
        ("party", "Bao nhiêu đảng viên Như Xuân bị đưa ra khỏi Đảng?"),  # not all there are
        ("party", "Chủ tịch UBND huyện Như Xuân là ai?"),
        ("party", "Phó Bí thư Huyện ủy Như Xuân là ai?"),
        ("population", "Yên Bái có bao nhiêu trẻ sinh ra là con thứ ba?"),  # of all births
        ("population", "Phó Chi cục trưởng Chi cục Dân số Yên Bái là ai?"),
        ("population", "Giám đốc Sở Y tế Yên Bái là ai?"),
    ],
)
def test_what_is_told_of_others_is_no_answer(asked: Asked, article: str, question: str) -> None:
    assert asked(article, question).status in ("not_stated", "unknown")


def test_of_a_post_somebody_else_is_denied(asked: Asked) -> None:
    answer = asked("population", "Chi cục trưởng Chi cục Dân số Yên Bái là ông Giàng A Sử à?")
    assert ids(answer) == ["yen-bai-2023/chi-cuc-truong"]
    assert (answer.verdict or "").startswith("Không")


def test_what_somebody_said_is_asked_with_a_pronoun(pack_of_set: Callable[[str], Knowledge]) -> None:
    conversation = in_conversation(pack_of_set("party"))
    *_, answer = conversation("Bí thư Đảng ủy xã Thanh Quân là ai?", "Ông ấy nói gì?")
    assert ids(answer) == ["nhu-xuan-2024/vi-van-thanh/noi"]


def test_the_same_is_told_of_two_years(asked: Asked) -> None:
    answer = asked("party", "Số đảng viên Như Xuân kết nạp năm 2022 và năm 2023 là bao nhiêu?")
    assert {"nhu-xuan-2024/ket-nap", "nhu-xuan-2024/ket-nap-2022"} <= set(ids(answer))


def test_each_of_two_things_of_one_topic_is_told(asked: Asked) -> None:
    answer = asked("party", "Như Xuân kiểm tra bao nhiêu tổ chức đảng và giám sát bao nhiêu tổ chức đảng?")
    assert {"nhu-xuan-2024/kiem-tra", "nhu-xuan-2024/giam-sat"} <= set(ids(answer))
