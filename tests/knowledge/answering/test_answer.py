import pytest

from handlers.rendering import plain
from tests.knowledge.asking import ids, shown

SEVERAL = [
    "Khuê Thượng có bao nhiêu hộ nghèo?", "Khuê Thượng điều chuyển bao nhiêu giáo viên?", "Khuê Thượng điều chuyển bao nhiêu giáo viên nữ?",
    "Khuê Thượng có bao nhiêu đội hát?", "Khuê Thượng có bao nhiêu đội hát của công nhân?", "Năm 2019 Khuê Thượng trồng bao nhiêu ha rừng?",
    "Khuê Thượng trồng bao nhiêu ha rừng?", "Lò Thị Ngần là ai?", "Vạn Trầm điều chuyển bao nhiêu giáo viên?",
    "Khuê Thượng và Vạn Trầm có bao nhiêu hộ nghèo?", "Xã Lũng Ngà có chợ phiên không?", "Bài báo về Vạn Trầm có tiêu đề là gì?",
]  # fmt: skip


@pytest.mark.parametrize("question", SEVERAL)
def test_whatever_is_told_is_cited_with_author_and_full_date(districts, question):
    answer = districts.ask(question)
    assert answer.status in ("answered", "not_stated")
    assert answer.citations
    assert {fact.article for fact in answer.facts} <= {cited.article for cited in answer.citations}
    for cited in answer.citations:
        assert f"{cited.published:%d/%m/%Y}" in plain(answer)
        assert cited.author is None or cited.author in plain(answer)


@pytest.mark.parametrize("question", SEVERAL)
def test_every_figure_stands_in_a_block_with_its_source(districts, question):
    answer = districts.ask(question)
    assert all(block.citation for block in answer.blocks if block.lead or block.rows)


def test_an_answer_says_the_figure_first_then_breakdown_day_and_source(districts):
    assert plain(districts.ask("Khuê Thượng điều chuyển bao nhiêu giáo viên?")).splitlines() == [
        "20 giáo viên", "Huyện Khuê Thượng đã điều chuyển 20 giáo viên.", "Trong đó:", "• 6 giáo viên: từ xã về huyện", "• 3 giáo viên: từ huyện về xã",
        "• 11 giáo viên: giữa các xã", "Thời điểm: năm học 2022-2023 (tính đến 12/04/2023).",
        "Nguồn: “Khuê Thượng qua mùa sương”, Đinh Lệ Thu, 12/04/2023, đoạn 2, https://suong-som.example/khue-thuong",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Khuê Thượng trồng bao nhiêu ha rừng năm 2021?", "120,5 ha"), ("Khuê Thượng có bao nhiêu lượt người được khám mắt?", "1.640 lượt người"),
        ("Mấy thôn ở Lũng Ngà có điện lưới?", "7/9 thôn"), ("Trạm y tế Lũng Ngà khởi công khi nào?", "15/10/2022"), ("Ai là chủ tịch xã Lũng Ngà?", "Lò Thị Ngần"),
        ("Thôn nào ở Lũng Ngà chưa có điện lưới?", "Khe Lau, Khe Mít"),
    ],
)  # fmt: skip
def test_figures_dates_and_names_are_written_as_in_vietnamese(districts, question, first):
    assert plain(districts.ask(question)).splitlines()[0] == first


def test_a_note_of_the_fact_reaches_the_reader(districts):
    assert "day la so luot, khong phai so nguoi" in shown(
        districts.ask("Khuê Thượng có bao nhiêu lượt người được khám mắt?")
    )


def test_the_items_of_a_share_are_named(districts):
    assert "Lũng Ngà, Suối Kén" in plain(districts.ask("Xã nào ở Khuê Thượng có chợ phiên?"))


def test_a_whole_that_is_not_stated_shows_its_parts_and_adds_nothing_up(districts):
    answer = districts.ask("Khuê Thượng có bao nhiêu đội hát?")
    assert answer.status == "not_stated"
    assert ids(answer) == ["kt/doi-hat", "kt/doi-hat/hoc-sinh", "kt/doi-hat/cao-tuoi"]
    assert "khong neu khue thuong co bao nhieu doi hat" in shown(answer)
    assert ["2 đội hát" in row or "4 đội hát" in row for row in answer.blocks[0].rows] == [True, True]
    assert "6 doi" not in shown(answer)


def test_a_part_of_a_whole_that_is_not_stated_is_answered(districts):
    answer = districts.ask("Khuê Thượng có bao nhiêu đội hát của học sinh?")
    assert (answer.status, answer.blocks[0].lead) == ("answered", "2 đội")


@pytest.mark.parametrize(
    "question", ["Vạn Trầm điều chuyển bao nhiêu giáo viên?", "Năm 2019 Khuê Thượng trồng bao nhiêu ha rừng?", "Khuê Thượng điều chuyển bao nhiêu giáo viên trẻ?"]
)  # fmt: skip
def test_what_is_not_stated_is_said_plainly_before_anything_else(districts, question):
    answer = districts.ask(question)
    assert answer.status == "not_stated"
    assert "không nêu" in answer.blocks[0].sentence
    assert answer.blocks[0].lead is None


def test_a_word_that_sets_apart_is_said_not_to_be_told_of(districts):
    told = districts.ask("Khuê Thượng điều chuyển bao nhiêu giáo viên trẻ?").blocks[0].sentence
    assert "“trẻ”" in told
    assert "chưa hiểu" not in told


def test_of_a_word_not_understood_it_is_said_that_it_may_be_that(districts):
    answer = districts.ask("Khuê Thượng lơ phơ bao nhiêu hộ nghèo?")
    told = answer.blocks[0].sentence
    assert answer.status == "not_stated"
    assert ("không nêu" in told, "chưa hiểu" in told) == (True, True)
    assert any(row for block in answer.blocks for row in block.rows)


# ── side by side ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "question",
    [
        "Khuê Thượng và Vạn Trầm có bao nhiêu hộ nghèo?",
        "khue thuong va van tram co bao nhieu ho ngheo",
        "Số hộ nghèo của Khuê Thượng với Vạn Trầm?",
    ],
)
def test_two_places_come_side_by_side_each_with_its_own_source(districts, question):
    answer = districts.ask(question)
    assert (answer.status, ids(answer)) == ("answered", ["kt/ho-ngheo", "vt/ho-ngheo"])
    assert [block.citation.author for block in answer.blocks] == ["Đinh Lệ Thu", "Tống Khải Hưng"]
    assert "680" not in shown(answer)


def test_two_matters_come_side_by_side_each_with_its_own_source(districts):
    answer = districts.ask("Khuê Thượng có bao nhiêu hộ nghèo và Vạn Trầm trồng bao nhiêu ha rừng?")
    assert (answer.status, ids(answer)) == ("answered", ["kt/ho-ngheo", "vt/rung"])
    assert len(answer.citations) == 2


def test_a_place_nobody_knows_is_written_as_in_the_midst_of_a_sentence(districts):
    answer = districts.ask("Thành phố Hạ Long có bao nhiêu hộ nghèo?")
    assert answer.blocks[0].sentence == "Mình chưa có dữ liệu về thành phố Hạ Long."


def test_where_one_side_is_unknown_the_answer_says_so_beside_the_other(districts):
    answer = districts.ask("Khuê Thượng và Hạ Long có bao nhiêu hộ nghèo?")
    assert (answer.status, ids(answer)) == ("answered", ["kt/ho-ngheo"])
    assert "chua co du lieu ve ha long" in shown(answer)


def test_where_one_side_is_not_stated_the_answer_says_so_beside_the_other(districts):
    answer = districts.ask("Khuê Thượng và Vạn Trầm điều chuyển bao nhiêu giáo viên?")
    assert answer.status == "answered"
    assert {"kt/dieu-chuyen", "vt/dieu-chuyen"} <= set(ids(answer))
    assert "khong neu so giao vien van tram" in shown(answer)


@pytest.mark.parametrize(
    "question",
    [
        "So sánh số hộ nghèo của Khuê Thượng và Vạn Trầm",
        "Khuê Thượng nhiều hơn Vạn Trầm bao nhiêu hộ nghèo?",
        "so sanh so ho ngheo khue thuong va van tram",
    ],
)
def test_a_difference_is_told_as_the_bots_own_sum_where_unit_meaning_and_period_agree(districts, question):
    answer = districts.ask(question)
    assert ids(answer) == ["kt/ho-ngheo", "vt/ho-ngheo"]
    assert "144 ho" in shown(answer)
    assert "bot tu tinh" in shown(answer)


@pytest.mark.parametrize(
    ("question", "difference"),
    [
        ("So sánh số người được khám mắt ở Khuê Thượng và Vạn Trầm", "1.340"), ("Khuê Thượng trồng nhiều hơn Vạn Trầm bao nhiêu ha rừng?", "85 ha"),
        ("So sánh số giáo viên điều chuyển của Khuê Thượng và Vạn Trầm", "20 giáo viên hơn"), ("So sánh số ha rừng trồng năm 2021 và năm 2022 ở Khuê Thượng", "29,5"),
    ],
)  # fmt: skip
def test_no_difference_is_told_where_they_do_not_agree(districts, question, difference):
    answer = districts.ask(question)
    assert "bot tu tinh" not in shown(answer)
    assert difference not in plain(answer)


# ── asking back ─────────────────────────────────────────────────────────────────────────


def test_where_several_places_would_do_the_answer_asks_which(districts):
    answer = districts.ask("Trồng bao nhiêu ha rừng?")
    assert (answer.status, answer.facts) == ("clarify", ())
    assert {option.label for option in answer.options} == {"Khuê Thượng", "Vạn Trầm"}
    assert answer.blocks[0].sentence.endswith("?")


@pytest.mark.parametrize(
    "question",
    [
        "Trồng bao nhiêu ha rừng?",
        "co bao nhieu ho ngheo",
        "Có bao nhiêu hộ nghèo?",
        "Bao nhiêu người được khám mắt?",
    ],
)
def test_every_choice_answers_when_it_is_asked(districts, question):
    answer = districts.ask(question)
    assert answer.status == "clarify"
    for option in answer.options:
        chosen = districts.ask(option.question)
        assert chosen.status in ("answered", "not_stated")
        assert chosen.facts


def test_choices_can_be_told_apart(districts):
    options = districts.ask("Có bao nhiêu hộ nghèo?").options
    assert len({option.label for option in options}) == len(options)
    assert len({option.question for option in options}) == len(options)


def test_where_only_one_place_would_do_it_is_not_asked_for(districts):
    answer = districts.ask("Trạm y tế khởi công khi nào?")
    assert (answer.status, ids(answer)) == ("answered", ["kt/tram-y-te"])
    assert "Lũng Ngà" in plain(answer)


LIBRARY = """
article: {id: nui-tran, title: Sách về bản, author: Mạc Thị Chiêm, published: 2024-03-12}
names:
  - {id: nui-tran, kind: place, type: huyện, name: Núi Trấn}
topics:
  - {id: tang-sach, label: Tặng sách, phrases: [tặng sách, sách được tặng], examples: ["{place} được tặng bao nhiêu cuốn sách"]}
facts:
  - {id: nt/truyen, subject: nui-tran, topic: tang-sach, kind: count, value: 420, unit: cuốn, facets: [truyện tranh], statement: Núi Trấn được tặng 420 cuốn truyện tranh., paragraph: 2}
  - {id: nt/giao-khoa, subject: nui-tran, topic: tang-sach, kind: count, value: 1300, unit: cuốn, facets: [sách giáo khoa, lớp 6], statement: "Núi Trấn được tặng 1.300 cuốn sách giáo khoa lớp 6.", paragraph: 2}
  - {id: nt/tu-dien, subject: nui-tran, topic: tang-sach, kind: count, value: 75, unit: cuốn, facets: [từ điển], statement: Núi Trấn được tặng 75 cuốn từ điển., paragraph: 3}
"""


def test_where_only_the_total_is_lacking_every_figure_there_is_stands_with_its_source(taught):
    answer = taught(LIBRARY).ask("Núi Trấn được tặng bao nhiêu cuốn sách?")
    assert (answer.status, set(ids(answer))) == ("not_stated", {"nt/truyen", "nt/giao-khoa", "nt/tu-dien"})
    assert [(len(block.rows), block.citation and block.citation.paragraph) for block in answer.blocks] == [
        (0, None),
        (2, 2),
        (1, 3),
    ]
    assert "1.795" not in plain(answer)
