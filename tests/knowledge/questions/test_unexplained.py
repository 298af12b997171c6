"""The heart of the product: a word that could change the answer, and that nothing explains, is never passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.vietnamese import fold, normalize
from tests.knowledge.asking import ids

POOR = "Khuê Thượng có bao nhiêu hộ nghèo"
TEACHERS = "Khuê Thượng điều chuyển bao nhiêu giáo viên"
NARROWED = [
    *(f"{TEACHERS} {word}?" for word in (
        "trẻ", "giỏi", "nam giới", "dân tộc thiểu số", "là đảng viên", "hợp đồng", "mầm non", "tin học", "tiếng Anh", "bị kỷ luật",
        "bị thương", "nghỉ hưu", "là thạc sĩ", "có trình độ thạc sĩ", "lần hai", "trái phép", "năm ngoái", "năm 2019", "năm học 2018-2019", "nhiệm kỳ trước",
        "là nam", "cả năm", "trọn nhiệm kỳ", "vùng sâu, vùng xa", "xuất sắc nhất", "dưới 30 tuổi", "ra nước ngoài",
    )),
    *(f"{POOR} {word}?" for word in (
        "đa chiều", "là người dân tộc Dao", "có trẻ em", "do phụ nữ làm chủ", "đã thoát nghèo", "được vay vốn", "vùng biên giới", "phát sinh",
        "loại A", "diện B", "khối C", "bị hư", "năm ngoái", "năm tới", "năm 2019", "tháng 5/2020", "ở khu 7", "không có nhà", "được khen thưởng", "chưa có điện", "bị ngập",
    )),
    "Khuê Thượng giảm bao nhiêu hộ nghèo?", "Khuê Thượng tăng bao nhiêu hộ nghèo?", "Khuê Thượng có bao nhiêu hộ cận nghèo?",
    "Khuê Thượng có bao nhiêu hộ tái nghèo?", "Khuê Thượng có thêm bao nhiêu hộ nghèo?", "Trung bình mỗi xã ở Khuê Thượng có bao nhiêu hộ nghèo?",
    "Khuê Thượng sẽ điều chuyển bao nhiêu giáo viên?", "Khuê Thượng còn bao nhiêu giáo viên điều chuyển?", "Khuê Thượng muốn điều chuyển bao nhiêu giáo viên?",
    "Khuê Thượng dự kiến điều chuyển bao nhiêu giáo viên?", "Khuê Thượng không điều chuyển bao nhiêu giáo viên?",
    "Khuê Thượng trồng bao nhiêu ha rừng keo năm 2022?", "Khuê Thượng phá bao nhiêu ha rừng năm 2022?", "Khuê Thượng cháy bao nhiêu ha rừng năm 2022?",
    "Khuê Thượng dự kiến trồng bao nhiêu ha rừng năm 2022?", "Khuê Thượng trồng bao nhiêu ha rừng ngập mặn năm 2022?",
    "Phó chủ tịch xã Lũng Ngà là ai?", "Nguyên chủ tịch xã Lũng Ngà là ai?", "Chủ tịch xã Lũng Ngà nhiệm kỳ trước là ai?", "Ai là chủ tịch hội phụ nữ xã Lũng Ngà?",
    "Trạm y tế Lũng Ngà hoàn thành khi nào?", "Trạm y tế Lũng Ngà khởi công lần hai khi nào?", "Lò Thị Ngần sinh năm nào?", "Lò Thị Ngần bị kỷ luật gì?",
    "Xã nào ở Khuê Thượng có chợ phiên lớn nhất?", "Mấy xã ở Khuê Thượng chưa có chợ phiên?", "Thôn nào ở Lũng Ngà có điện lưới?",
]  # fmt: skip


@pytest.mark.parametrize("question", NARROWED)
def test_a_word_that_nothing_explains_keeps_a_question_from_being_answered(districts, question):
    assert districts.ask(question).status in ("not_stated", "unknown", "clarify")


UNMARKED = [
    question
    for question in NARROWED
    if not any(
        shared in question
        for shared in ("bị hư", "không có nhà", "Thôn nào", "tin học", "là nam", "còn bao nhiêu")
    )
]


@pytest.mark.parametrize("question", UNMARKED)
def test_nor_is_it_passed_over_without_marks(districts, question):
    assert districts.ask(fold(normalize(question))).status in ("not_stated", "unknown", "clarify")


@pytest.mark.parametrize(
    ("question", "word"),
    [
        (f"{TEACHERS} trẻ?", "trẻ"), (f"{TEACHERS} bị kỷ luật?", "kỷ luật"), (f"{TEACHERS} mầm non?", "mầm non"), (f"{POOR} đa chiều?", "đa chiều"),
        (f"{POOR} năm ngoái?", "năm ngoái"), ("Khuê Thượng giảm bao nhiêu hộ nghèo?", "giảm"), ("Khuê Thượng trồng bao nhiêu ha rừng keo năm 2022?", "keo"),
    ],
)  # fmt: skip
def test_what_stayed_unexplained_is_told_to_the_reader_beside_what_is_known(districts, question, word):
    answer = districts.ask(question)
    assert answer.status == "not_stated"
    assert any(word in unexplained for unexplained in answer.understood.unexplained)
    assert f"“{' '.join(answer.understood.unexplained)}”".replace(" ", "") in answer.blocks[
        0
    ].sentence.replace(" ", "").replace(",", "")
    assert answer.citations
    assert ids(answer)


@pytest.mark.parametrize(
    "question",
    [
        f"Cho em hỏi {POOR} ạ?", f"{POOR} vậy?", f"{POOR} thế nhỉ", f"bạn ơi {POOR} vậy ạ", f"Xin hỏi, hiện nay {POOR}?", f"Theo bài báo thì {POOR}?",
        f"{POOR} vậy bạn, cảm ơn nhé", f"Làm ơn cho biết {POOR}.", f"{POOR} cuối năm 2022?", f"{POOR} năm 2022?", f"{POOR} tính đến ngày 31/12/2022?",
        "Tại Khuê Thượng, số hộ nghèo là bao nhiêu hộ?", "Ở huyện Khuê Thượng có tất cả bao nhiêu hộ nghèo?",
    ],
)  # fmt: skip
def test_words_that_change_nothing_need_no_explanation(districts, question):
    answer = districts.ask(question)
    assert (answer.status, ids(answer), answer.understood.unexplained) == ("answered", ["kt/ho-ngheo"], ())


@pytest.mark.parametrize(
    "question",
    ["Khuê Thượng", "Khuê Thượng thế nào?", "Khuê Thượng có bao nhiêu?", "Khuê Thượng có bao nhiêu trường học?", "412", "Thời tiết hôm nay thế nào?", "Ai là ai?"],
)  # fmt: skip
def test_a_question_of_no_topic_is_never_answered(districts, question):
    answer = districts.ask(question)
    assert (answer.status in ("unknown", "clarify"), ids(answer)) == (True, [])


@pytest.mark.parametrize(
    "question",
    ["Lò Thị Mẩy là ai?", "Ông Vi Quảng Đăng là ai?", "Vàng Seo Lử có phải là chủ tịch xã Lũng Ngà không?"],
)
def test_a_person_nobody_told_of_is_never_somebody_else(districts, question):
    answer = districts.ask(question)
    assert answer.status != "answered" or (answer.verdict or "").startswith("Không")
    assert answer.verdict != "Có"


SYLLABLES = st.sampled_from(
    "xoẹt khoai gốm trâu vịt tôm chuông trống sách bút đèn lụa gương lược kẹo mứt rượu trà cam quýt mận đào".split()
)


@given(words=st.lists(SYLLABLES, min_size=1, max_size=3), at=st.integers(0, 1))
def test_no_word_of_another_matter_is_ever_passed_over(districts, words, at):
    alien = " ".join(words)
    question = (f"{POOR} {alien}?", f"Khuê Thượng {alien} có bao nhiêu hộ nghèo?")[at]
    answer = districts.ask(question)
    assert answer.status != "answered"


@given(
    question=st.sampled_from(
        [*NARROWED, f"{POOR}?", f"{TEACHERS}?", "Khuê Thượng và Hạ Long có bao nhiêu hộ nghèo?", "xin chào"]
    )
)
def test_an_answer_never_leaves_a_word_unexplained(districts, question):
    answer = districts.ask(question)
    assert not (answer.status == "answered" and answer.understood.unexplained)
    assert answer.status == "answered" or not any(block.lead for block in answer.blocks)
