"""What is near to having been done, or near to what is asked by its number: what was only considered, another document's number, another committee's post."""

import pytest

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.service import Knowledge
from knowledge.wording import NO, YES
from tests.knowledge.asking import told

DRILLS = """
article: {id: suoi-lam-2024, title: Suối Lam, author: Lê Hà, published: 2024-08-02}
names:
  - {id: suoi-lam, name: Suối Lam, kind: place, type: huyện}
  - {id: nghi-quyet-07, name: Nghị quyết số 07, kind: document, aliases: [Nghị quyết 07]}
topics:
  - {id: xu-phat, label: xử lý vi phạm, phrases: [khởi tố, xử phạt, xử lý vi phạm], examples: ["{place} khởi tố bao nhiêu bị can", "{place} xử phạt bao nhiêu cơ sở"]}
  - {id: tiem-chung, label: tiêm chủng, phrases: [tiêm chủng, tiêm vắc xin], examples: ["{place} có bao nhiêu trẻ tiêm vắc xin"]}
  - {id: van-ban, label: nội dung văn bản, phrases: [nội dung, nói về], examples: ["{document} nói về gì"]}
facts:
  - {id: suoi-lam-2024/de-nghi, subject: suoi-lam, topic: xu-phat, kind: count, value: 4, unit: bị can, facets: [khởi tố], period: {label: từ khi thành lập đến nay, as_of: 2024-08-02}, statement: Công an huyện Suối Lam đề nghị khởi tố 4 bị can., paragraph: 1}
  - {id: suoi-lam-2024/xu-phat, subject: suoi-lam, topic: xu-phat, kind: count, value: 9, unit: cơ sở, facets: [xử phạt], period: {label: từ đầu năm đến nay, as_of: 2024-08-02}, statement: Huyện Suối Lam đã xử phạt 9 cơ sở và đề nghị khen thưởng 2 tổ., paragraph: 2}
  - {id: suoi-lam-2024/tiem, subject: suoi-lam, topic: tiem-chung, kind: count, value: 150, unit: trẻ, period: {as_of: 2024-08-02}, statement: Suối Lam có 150 trẻ đăng ký tiêm vắc xin., paragraph: 3}
  - {id: suoi-lam-2024/nghi-quyet, subject: nghi-quyet-07, topic: van-ban, kind: statement, statement: Nghị quyết số 07 nói về bảo vệ nguồn nước., period: {as_of: 2024-08-02}, paragraph: 4}
"""


@pytest.fixture(scope="module")
def suoi_lam(tmp_path_factory):
    folder = tmp_path_factory.mktemp("suoi-lam")
    (folder / "suoi-lam.yaml").write_text(DRILLS, encoding="utf-8")
    load_packs(folder / "store.db", read_packs([folder / "suoi-lam.yaml"]), only=True)
    with Knowledge.open(folder / "store.db") as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    "question",
    [
        "Sông Công bổ nhiệm 31 lượt cán bộ đúng không?",
        "31 lượt được bổ nhiệm, đúng không?",
        "song cong bo nhiem 31 luot can bo dung khong",
    ],
)
def test_what_was_considered_is_not_confirmed_as_done(bundled, question):
    assert bundled.ask(question).verdict != YES


def test_what_was_considered_is_confirmed_as_considered(bundled):
    asked = "Sông Công xem xét bổ nhiệm, bổ nhiệm lại, giới thiệu ứng cử 31 lượt cán bộ phải không?"
    assert bundled.ask(asked).verdict == YES


def test_what_was_proposed_or_put_down_for_is_no_figure_of_what_was_done(suoi_lam):
    assert suoi_lam.ask("Suối Lam khởi tố bao nhiêu bị can?").status != "answered"
    assert suoi_lam.ask("Suối Lam có bao nhiêu trẻ tiêm vắc xin?").status != "answered"
    assert suoi_lam.ask("Suối Lam khởi tố 4 bị can đúng không?").verdict is None


def test_what_was_proposed_is_told_as_proposed(suoi_lam):
    asked = suoi_lam.ask("Suối Lam đề nghị khởi tố bao nhiêu bị can?")
    assert told(asked) == ("answered", "suoi-lam-2024/de-nghi")
    assert suoi_lam.ask("Bao nhiêu trẻ ở Suối Lam đăng ký tiêm vắc xin?").status == "answered"


def test_what_was_done_is_told_whatever_was_proposed_beside_it(suoi_lam):
    assert told(suoi_lam.ask("Suối Lam xử phạt bao nhiêu cơ sở?")) == ("answered", "suoi-lam-2024/xu-phat")


def test_another_document_of_the_same_number_is_not_the_one_asked_for(bundled, suoi_lam):
    assert bundled.ask("Đề án số 05 của Sông Công về việc gì?").status != "answered"
    assert told(bundled.ask("Chỉ thị số 05 nói về việc gì?"))[0] == "answered"
    assert suoi_lam.ask("Chỉ thị số 07 nói về gì?").status != "answered"
    assert suoi_lam.ask("Nghị quyết số 07 nói về gì?").status == "answered"


def test_the_post_in_one_committee_is_not_that_in_another(bundled):
    answer = bundled.ask("Mình ở Bá Xuyên, ai là bí thư thành ủy?")
    assert answer.status != "answered"
    assert bundled.ask("Ai là bí thư đảng ủy xã Bá Xuyên?").status == "answered"


def test_where_somebody_went_is_not_the_place_they_are_said_to_come_from(bundled):
    assert bundled.ask("Hoàng Văn Pha từ Bá Xuyên về đâu?").status != "answered"
    assert bundled.ask("Hoàng Văn Pha về đâu?").status == "answered"


def test_a_year_is_not_all_the_time_since_a_term_began(bundled, suoi_lam):
    asked = "Năm 2022 Sông Công luân chuyển bao nhiêu cán bộ từ xã lên thành phố?"
    assert bundled.ask(asked).status != "answered"
    assert suoi_lam.ask("Năm 2024 Suối Lam đề nghị khởi tố bao nhiêu bị can?").status != "answered"
    assert suoi_lam.ask("Năm 2024 Suối Lam xử phạt bao nhiêu cơ sở?").status == "answered"


def test_a_figure_up_to_a_day_is_told_of_up_to_that_year(bundled):
    answer = bundled.ask("Tính đến năm 2022 Sông Công luân chuyển bao nhiêu cán bộ từ xã lên thành phố?")
    assert told(answer) == ("answered", "song-cong-2022/luan-chuyen/len-thanh-pho")


def test_a_wrong_number_of_what_was_considered_is_denied_or_left_open(bundled):
    assert bundled.ask("Sông Công xem xét bổ nhiệm 37 lượt cán bộ phải không?").verdict in (NO, None)


@pytest.mark.parametrize(
    "question",
    ["Sông Công có bao nhiêu ủy viên UBND?", "Bình Liêu có bao nhiêu cấp phó?"],
)
def test_how_many_there_are_is_not_told_by_those_put_forward_or_appointed(bundled, question):
    assert bundled.ask(question).status != "answered"


def test_who_went_from_one_place_to_another_is_nobody_whose_going_is_not_told(bundled):
    assert bundled.ask("Người từ xã lên thành phố ở Sông Công là ai?").status != "answered"
    assert bundled.ask("Ai được luân chuyển từ thành phố về xã Bá Xuyên?").status == "answered"


def test_persons_who_came_to_a_commune_are_not_counted_by_communes(bundled):
    assert bundled.ask("Sông Công luân chuyển mấy người về Bá Xuyên?").status != "answered"
    assert bundled.ask("Sông Công luân chuyển cán bộ thành phố về mấy xã, phường?").status == "answered"


def test_of_two_places_only_the_one_that_is_not_listed_is_said_not_to_be(bundled):
    verdict = bundled.ask("Châu Sơn và Phố Cò có cán bộ thành phố về không?").verdict
    assert verdict is not None
    assert "Phố Cò" in verdict
    assert "Châu Sơn" not in verdict


@pytest.mark.parametrize(
    "question", ["tan quang co can bo thanh pho ve ko", "Tân Quang có cán bộ thành phố về k"]
)
def test_a_short_no_at_the_end_asks_whether(bundled, question):
    assert bundled.ask(question).verdict == YES


def test_of_two_figures_the_one_of_something_else_denies_nothing(bundled):
    assert bundled.ask("Sông Công kiện toàn 4 phó bí thư và 6 cấp ủy viên đúng không?").verdict != NO
    assert bundled.ask("Sông Công kiện toàn 5 phó bí thư đúng không?").verdict == NO


def test_a_slip_in_a_name_is_no_shorthand(bundled):
    assert told(bundled.ask("Mạ Dì Sn làm bí thư xã nào?"))[0] == "answered"
    assert told(bundled.ask("Ông Hoàng Văn Ph giữ chức gì?"))[0] == "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Bí thư phường ở Sông Công là ai?",
        "Bí thư Huyện ủy ở Sông Công là ai?",
    ],
)
def test_a_post_on_one_level_is_none_on_another(bundled, question):
    assert bundled.ask(question).status != "answered"


@pytest.mark.parametrize(
    "question",
    ["Bí thư thành phố Sông Công là ai?", "Bí thư Thành ủy Sông Công là ai?", "Bí thư xã Bá Xuyên là ai?"],
)
def test_a_post_on_its_own_level_is_told(bundled, question):
    assert bundled.ask(question).status == "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Bình Liêu luân chuyển bao nhiêu cán bộ? Cảm ơn bạn nhiều!",
        "Bình Liêu luân chuyển bao nhiêu cán bộ cám ơn ad nhiều nhé",
    ],
)
def test_much_thanks_beside_a_question_count_nothing(bundled, question):
    assert told(bundled.ask(question)) == ("answered", "binh-lieu-2020/luan-chuyen")


def test_what_an_article_is_called_is_no_small_talk(bundled):
    assert bundled.ask("Bài báo tên gì?").status == "clarify"
    assert bundled.ask("Bot tên gì?").status == "chat"


def test_whose_article_it_is_may_be_asked_by_its_topic(bundled):
    assert bundled.ask("Bài viết về luân chuyển cán bộ của ai?").status in ("clarify", "answered")
    assert "Thu Chung" in str(bundled.ask("Bài viết về luân chuyển cán bộ ở Bình Liêu của ai?").blocks)


def test_of_many_on_a_level_the_one_that_is_named_is_told(bundled):
    answer = bundled.ask("Bí thư xã ở Sông Công là ai?")
    assert "chỉ nêu tên Hoàng Văn Pha" in answer.blocks[0].sentence


def test_which_in_a_row_is_not_told_by_a_list_without_an_order(bundled):
    assert bundled.ask("Đại hội Đảng bộ xã Đồng Văn là đại hội lần thứ mấy?").status != "answered"
    assert bundled.ask("Đại hội Đảng bộ huyện Bình Liêu là đại hội lần thứ mấy?").status == "answered"
