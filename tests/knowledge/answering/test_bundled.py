import pytest

from handlers.rendering import plain
from tests.knowledge.asking import ids, shown, told

BINH_LIEU, SONG_CONG = "Thu Chung, 17/11/2020", "25/05/2022"


@pytest.mark.parametrize(
    ("question", "fact", "said"),
    [
        ("Bình Liêu luân chuyển bao nhiêu cán bộ?", "binh-lieu-2020/luan-chuyen", "18"), ("Bình Liêu điều động bao nhiêu cán bộ?", "binh-lieu-2020/dieu-dong", "15"),
        ("Bình Liêu điều động mấy cán bộ từ xã về huyện?", "binh-lieu-2020/dieu-dong/tu-xa-ve-huyen", "4"),
        ("Bình Liêu điều động bao nhiêu cán bộ lên huyện?", "binh-lieu-2020/dieu-dong/tu-xa-ve-huyen", "4"),
        ("Bao nhiêu cán bộ được luân chuyển về huyện Bình Liêu?", "binh-lieu-2020/luan-chuyen/tu-xa-ve-huyen", "2"),
        ("Bình Liêu điều động mấy cán bộ từ huyện về xã?", "binh-lieu-2020/dieu-dong/tu-huyen-ve-xa", "1"),
        ("Bình Liêu luân chuyển mấy cán bộ từ huyện về xã?", "binh-lieu-2020/luan-chuyen/tu-huyen-ve-xa", "3"),
        ("Bình Liêu luân chuyển mấy người giữa các cơ quan, đơn vị của huyện?", "binh-lieu-2020/luan-chuyen/giua-cac-co-quan", "13"),
        ("Bình Liêu bổ nhiệm bao nhiêu cấp phó?", "binh-lieu-2020/bo-nhiem/cap-pho", "30"), ("binh lieu bo nhiem, bo nhiem lai bao nhieu dong chi", "binh-lieu-2020/bo-nhiem", "37"),
        ("Bình Liêu bổ nhiệm mới và bổ nhiệm lại tổng cộng mấy người?", "binh-lieu-2020/bo-nhiem", "37"),
        ("Mấy xã ở Bình Liêu có lãnh đạo chủ chốt không phải người địa phương?", "binh-lieu-2020/lanh-dao-khong-phai-nguoi-dia-phuong", "7/7"),
        ("Ai là Bí thư Thành ủy Sông Công?", "song-cong-2022/bi-thu", "Hoàng Thái Cương"), ("Đề án số 01 của Sông Công ban hành ngày nào?", "song-cong-2022/de-an-01/ngay-ban-hanh", "05/01/2021"),
        ("Xã, phường nào của Sông Công có cán bộ chủ chốt luân chuyển ngang?", "song-cong-2022/luan-chuyen/ngang", "Phố Cò, Bách Quang"),
        ("Sông Công cử bao nhiêu đồng chí học cao cấp lý luận chính trị?", "song-cong-2022/dao-tao-cao-cap", "12"),
        ("Tỷ lệ xã ở Bình Liêu có lãnh đạo chủ chốt là người nơi khác?", "binh-lieu-2020/lanh-dao-khong-phai-nguoi-dia-phuong", "7/7"),
        ("Bí thư kiêm chủ tịch ở cấp xã Bình Liêu đạt bao nhiêu phần trăm?", "binh-lieu-2020/bi-thu-dong-thoi-chu-tich", "100%"),
        ("Kết luận số 21 mà Đảng bộ thành phố Sông Công triển khai là của cơ quan nào?", "song-cong-2022/ket-luan-21/co-quan-ban-hanh", "Trung ương khóa XIII"),
    ],
)  # fmt: skip
def test_what_the_articles_state_is_answered_and_cited(bundled, question, fact, said):
    answer = bundled.ask(question)
    assert told(answer) == ("answered", fact)
    assert said in plain(answer)
    assert (BINH_LIEU if fact.startswith("binh-lieu") else SONG_CONG) in plain(answer)


def test_song_cong_has_no_total_of_rotated_officials_and_none_is_added_up(bundled):
    answer = bundled.ask("Sông Công luân chuyển bao nhiêu cán bộ?")
    assert told(answer) == ("not_stated", "song-cong-2022/luan-chuyen")
    assert len(ids(answer)) == 4
    assert all(said in plain(answer) for said in ("6/10", "2/10", "1 đồng chí", "không nêu"))
    assert "9 can bo" not in shown(answer)


def test_parts_that_are_asked_for_together_are_given_though_their_total_is_not(bundled):
    answer = bundled.ask("Bao nhiêu cán bộ Sông Công theo học trung cấp lý luận chính trị?")
    assert (answer.status, {fact.value for fact in answer.facts}) == ("answered", {18, 90})


def test_a_word_that_only_what_is_not_stated_has_leaves_a_follow_up_its_answer(bundled):
    first = bundled.reply("Mấy đơn vị xã, phường của Sông Công có cán bộ thành phố về luân chuyển?")
    answer = bundled.reply("Đó là những nơi nào?", context=first.context).answer
    assert answer.status == "answered"
    assert "Bá Xuyên" in answer.facts[0].items


@pytest.mark.parametrize(
    "question",
    ["Bình Liêu luân chuyển bao nhiêu cán bộ nữ?", "Năm 2019 Bình Liêu luân chuyển bao nhiêu cán bộ?", "Sông Công điều động bao nhiêu cán bộ?", "Ai là bí thư phường Phố Cò?"],
)  # fmt: skip
def test_what_the_articles_pass_over_is_not_stated(bundled, question):
    answer = bundled.ask(question)
    assert answer.status == "not_stated"
    assert "khong neu" in shown(answer)
    assert answer.citations


def test_where_from_is_no_answer_to_where_to_nor_the_other_way_round(bundled):
    assert bundled.ask("Bình Liêu lấy cán bộ từ đâu để luân chuyển?").status == "not_stated"
    answer = bundled.ask("Cán bộ có năng lực ở Bình Liêu được điều về đâu?")
    assert ids(answer) == ["binh-lieu-2020/nguon-can-bo-vi-tri"]


def test_a_count_of_appointments_is_no_count_of_officials(bundled):
    answer = bundled.ask("Sông Công bổ nhiệm bao nhiêu cán bộ?")
    assert (answer.status, answer.blocks[0].lead) == ("not_stated", None)


@pytest.mark.parametrize(
    "place", ["Hạ Long", "Sông Cầu", "xã Sông Công", "Đồng Văn (Hà Giang)", "Tiên Yên", "xã Bình Liêu"]
)
def test_other_places_get_nobodys_figures(bundled, place):
    answer = bundled.ask(f"{place} luân chuyển bao nhiêu cán bộ?")
    assert (answer.status, answer.facts) == ("unknown", ())
    assert "chua co" in shown(answer)


def test_both_towns_come_side_by_side_without_a_sum(bundled):
    answer = bundled.ask("So sánh số cán bộ luân chuyển của Bình Liêu và Sông Công")
    assert {"binh-lieu-2020/luan-chuyen", "song-cong-2022/luan-chuyen"} <= set(ids(answer))
    assert "bot tu tinh" not in shown(answer)


@pytest.mark.parametrize(
    ("question", "said"),
    [("Ai viết bài báo về Bình Liêu?", "Thu Chung"), ("Bài báo về Bình Liêu đăng ngày nào?", "17/11/2020")],
)
def test_the_articles_themselves_can_be_asked_about(bundled, question, said):
    answer = bundled.ask(question)
    assert answer.status == "answered"
    assert said in plain(answer)


@pytest.mark.parametrize("question", ["song cong bao nhieu nguoi hoc trung cap khong tap trung", "bao nhieu nguoi hoc he khong tap trung o song cong"])  # fmt: skip
def test_a_negation_without_marks_is_still_one(bundled, question):
    assert bundled.ask(question).facts[0].value == 90


def test_where_a_way_is_only_half_said_the_whole_is_not_given_for_it(bundled):
    answer = bundled.ask("Có mấy người ở xã được điều lên huyện Bình Liêu?")
    assert told(answer) != ("answered", "binh-lieu-2020/dieu-dong")
    assert "15" not in plain(answer).splitlines()[0]


def test_since_when_somebody_is_where_is_not_answered_with_whatever_is_told_of_them(bundled):
    answer = bundled.ask("Ông Mạ Dì Sơn về Đồng Văn từ khi nào?")
    assert answer.status != "answered" or "7/2020" in plain(answer).splitlines()[0]


@pytest.mark.parametrize(
    "whose", ["là người địa phương", "người tại chỗ", "sinh ra ở địa phương", "la nguoi dia phuong"]
)
def test_leaders_from_elsewhere_are_not_given_for_local_ones(bundled, whose):
    assert bundled.ask(f"Bình Liêu có mấy xã mà lãnh đạo chủ chốt {whose}?").status != "answered"
