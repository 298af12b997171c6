"""Those of a certain age, of elsewhere or of the first days: told of all, it says nothing of them."""

import pytest

from tests.knowledge.asking import shown, told


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("merger", "Lạng Sơn có 297 cán bộ dưới 30 tuổi nghỉ hưu trước tuổi phải không?"),
        ("merger", "Lạng Sơn có 418 cán bộ dưới 30 tuổi nghỉ hưu trước tuổi phải không?"),
        ("games", "Số vận động viên nơi khác dự đại hội Tây Khê năm 2021 so với năm 2025?"),
        ("storm", "So sánh số nhà từ nơi khác đến bị thiệt hại ở Hải Thượng và Cửa Lạch?"),
        ("digital", "Huyện Ba Bể có bao nhiêu tổ công nghệ số cộng đồng trong ngày đầu?"),
        ("congress", "Hoàng Mai có mấy chi bộ cơ sở đã đại hội đi nơi khác?"),
    ],
)
def test_what_is_told_of_all_says_nothing_of_some(pack_of_set, pack, question):
    answer = pack_of_set(pack).ask(question)
    assert (answer.status in ("not_stated", "unknown"), answer.verdict) == (True, None)


@pytest.mark.parametrize(
    ("pack", "question", "verdict", "fact"),
    [
        ("merger", "Lạng Sơn có 297 cán bộ nghỉ hưu trước tuổi phải không?", "Không", "lang-son-2025/doi-du/nghi-huu"),
        ("vaccine", "Cụ Nguyễn Thị Em 103 tuổi đúng không?", "Có", "thai-hoa-2022/cu-em"),
        ("staff", "Quan Sơn cử bao nhiêu cán bộ đi học cao cấp lý luận chính trị?", None, "quan-son-2024/dao-tao-llct/cao-cap"),
        ("games", "Số vận động viên dự đại hội Tây Khê năm 2021 so với năm 2025?", None, "tay-khe-2025/vdv-2021"),
        ("bundled", "Ở Bình Liêu, số người bị điều động sang chỗ khác là bao nhiêu vậy?", None, "binh-lieu-2020/dieu-dong"),
    ],
)  # fmt: skip
def test_what_is_told_of_all_answers_who_asks_of_all(pack_of_set, pack, question, verdict, fact):
    answer = pack_of_set(pack).ask(question)
    assert (told(answer), answer.verdict) == (("answered", fact), verdict)


def test_words_left_over_are_told_as_they_were_said(pack_of_set):
    answer = pack_of_set("vaccine").ask("Ở Thái Hòa bao nhiêu người nghèo tiêm mũi 4 lần thứ hai?")
    assert 'khong neu rieng ve "nguoi ngheo", "lan thu hai"' in shown(answer)


@pytest.mark.parametrize(
    "question", ["Văn Quan có bao nhiêu hiệu trưởng?", "Có bao nhiêu phó hiệu trưởng ở Văn Quan?"]
)
def test_those_who_were_sent_elsewhere_are_not_all_there_are(pack_of_set, question):
    assert pack_of_set("posting").ask(question).status in ("not_stated", "unknown")
    answer = pack_of_set("posting").ask("Văn Quan luân chuyển bao nhiêu hiệu trưởng?")
    assert told(answer) == ("answered", "van-quan-2023/luan-chuyen/hieu-truong")


@pytest.mark.parametrize("question", ["Số cán bộ từ xã lên huyện của Đà Bắc là bao nhiêu?"])
def test_who_went_one_way_by_two_acts_are_told_by_neither(pack_of_set, question):
    assert pack_of_set("cadre").ask(question).status in ("not_stated", "clarify")
