import pytest

from tests.knowledge.asking import ids, shown, told

TEACHERS = "Khuê Thượng điều chuyển bao nhiêu giáo viên"
WHOLE, UP, DOWN, ACROSS = (
    "kt/dieu-chuyen", "kt/dieu-chuyen/xa-huyen", "kt/dieu-chuyen/huyen-xa", "kt/dieu-chuyen/giua-xa",
)  # fmt: skip


@pytest.mark.parametrize(
    ("narrowed", "fact"),
    [
        ("từ xã về huyện", UP), ("từ xã lên huyện", UP), ("từ xã lên công tác ở huyện", UP), ("tu xa ve huyen", UP), ("về huyện từ xã", UP),
        ("từ huyện về xã", DOWN), ("từ huyện xuống xã", DOWN), ("tu huyen xuong xa", DOWN), ("về xã", DOWN), ("xuống xã", DOWN), ("lên huyện", UP),
        ("về cơ sở", DOWN), ("xuống cơ sở", DOWN), ("về công tác tại cơ sở", DOWN), ("từ cơ sở lên huyện", UP), ("ve co so", DOWN),
        ("giữa các xã", ACROSS), ("giua cac xa", ACROSS),
    ],
)  # fmt: skip
def test_a_direction_gets_the_figure_of_just_that_direction(districts, narrowed, fact):
    answer = districts.ask(
        f"{TEACHERS if not narrowed.isascii() else 'khue thuong dieu chuyen bao nhieu giao vien'} {narrowed}?"
    )
    assert (answer.status, ids(answer)) == ("answered", [fact])


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("Bao nhiêu giáo viên được điều chuyển lên huyện Khuê Thượng?", [UP]),
        ("Mấy giáo viên được điều chuyển về huyện Khuê Thượng từ các xã?", [UP]),
        ("Theo bài báo về huyện Khuê Thượng, bao nhiêu giáo viên được điều chuyển?", [WHOLE, UP, DOWN, ACROSS]),
        ("Số giáo viên được điều chuyển theo bài về huyện Khuê Thượng là bao nhiêu?", [WHOLE, UP, DOWN, ACROSS]),
    ],
)  # fmt: skip
def test_a_name_with_its_kind_may_be_the_end_of_a_way(districts, question, facts):
    assert ids(districts.ask(question)) == facts


@pytest.mark.parametrize(
    ("whom", "facts"),
    [
        ("xã lên", [UP]), ("xã về", [UP]), ("giáo viên xã lên", [UP]), ("huyện về", [DOWN]), ("huyện xuống", [DOWN]), ("huyện về xã", [DOWN]),
        ("xã về huyện", [UP]), ("huyện", [WHOLE, UP, DOWN, ACROSS]),
    ],
)  # fmt: skip
def test_who_comes_from_somewhere_may_be_told_in_short(districts, whom, facts):
    asked = f"{TEACHERS.removesuffix('giáo viên')}{whom if 'giáo viên' in whom else f'giáo viên {whom}'}"
    assert ids(districts.ask(f"{asked}?")) == facts


def test_one_who_comes_from_somewhere_in_a_follow_up_does_not_go_to_what_was_asked_before(conversation):
    assert ids(conversation(f"{TEACHERS}?", "còn giáo viên huyện về?")[-1]) == [DOWN]
    assert ids(conversation(f"{TEACHERS}?", "còn giáo viên xã lên?")[-1]) == [UP]


def test_the_whole_comes_with_its_breakdown(districts):
    answer = districts.ask(f"{TEACHERS}?")
    assert ids(answer) == [WHOLE, UP, DOWN, ACROSS]
    assert answer.blocks[0].lead == "20 giáo viên"
    assert [row.split(":")[0] for row in answer.blocks[0].rows] == [
        "6 giáo viên",
        "3 giáo viên",
        "11 giáo viên",
    ]


@pytest.mark.parametrize(
    ("narrowed", "facts"),
    [("từ xã về huyện và từ huyện về xã", {UP, DOWN}), ("từ xã về huyện và giữa các xã", {UP, ACROSS}), ("từ huyện về xã, giữa các xã", {DOWN, ACROSS})],
)  # fmt: skip
def test_two_directions_named_get_both_figures(districts, narrowed, facts):
    answer = districts.ask(f"{TEACHERS} {narrowed}?")
    assert answer.status == "answered"
    assert facts <= set(ids(answer))


@pytest.mark.parametrize(
    "question",
    [
        "Khuê Thượng có bao nhiêu đội hát của học sinh và người cao tuổi?",
        "Khuê Thượng có bao nhiêu đội hát của học sinh và bao nhiêu đội hát của người cao tuổi?",
    ],
)
def test_two_facets_named_get_both_figures_and_no_sum(districts, question):
    answer = districts.ask(question)
    assert (answer.status, set(ids(answer))) == ("answered", {"kt/doi-hat/hoc-sinh", "kt/doi-hat/cao-tuoi"})
    assert "6 doi" not in shown(answer)


@pytest.mark.parametrize(
    "narrowed",
    ["từ xã lên tỉnh", "từ tỉnh về huyện", "từ trường về xã", "về cơ sở y tế", "từ cơ sở lên tỉnh"],
)
def test_a_direction_that_no_fact_goes_is_not_stated(districts, narrowed):
    assert districts.ask(f"{TEACHERS} {narrowed}?").status != "answered"


@pytest.mark.parametrize(
    "question", [f"{TEACHERS}, trừ từ xã về huyện?", f"{TEACHERS} không phải từ xã về huyện?", f"Ngoài từ xã về huyện, {TEACHERS}?"]
)  # fmt: skip
def test_a_facet_that_is_excluded_is_no_answer(districts, question):
    answer = districts.ask(question)
    assert not (answer.status == "answered" and ids(answer) == [UP])


def test_a_facet_that_the_article_passes_over_is_not_stated_in_its_own_words(districts):
    answer = districts.ask(f"{TEACHERS} nữ?")
    assert told(answer) == ("not_stated", "kt/dieu-chuyen-nu")
    assert "khong neu so giao vien nu" in shown(answer)


THREE_KINDS = """
article: {id: cau-lac, about: "lớp học ở xã Cầu Lạc", author: "Mã Sen", published: 2022-05-01}
names: [{id: cau-lac, name: "Cầu Lạc", kind: place, type: xã}]
topics: [{id: lop, label: "Lớp học nghề", phrases: ["lớp học nghề", "học nghề"], examples: ["{place} mở bao nhiêu lớp học nghề"]}]
facts:
- {id: may-sang, subject: cau-lac, topic: lop, kind: count, value: 3, unit: lớp, facets: ["may", "buổi sáng"], statement: "Cầu Lạc mở 3 lớp may buổi sáng."}
- {id: may-toi, subject: cau-lac, topic: lop, kind: count, value: 5, unit: lớp, facets: ["may", "buổi tối"], statement: "Cầu Lạc mở 5 lớp may buổi tối."}
- {id: moc-toi, subject: cau-lac, topic: lop, kind: count, value: 7, unit: lớp, facets: ["mộc", "buổi tối"], statement: "Cầu Lạc mở 7 lớp mộc buổi tối."}
"""


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("Cầu Lạc mở bao nhiêu lớp học nghề may buổi sáng?", {"may-sang"}), ("Cầu Lạc mở bao nhiêu lớp học nghề mộc buổi tối?", {"moc-toi"}),
        ("Cầu Lạc mở bao nhiêu lớp học nghề may?", {"may-sang", "may-toi"}), ("Cầu Lạc mở bao nhiêu lớp học nghề mộc?", {"moc-toi"}),
        ("Cầu Lạc mở bao nhiêu lớp học nghề buổi tối?", {"may-toi", "moc-toi"}),
    ],
)  # fmt: skip
def test_one_of_two_facets_left_open_gets_every_figure_that_it_covers(taught, question, facts):
    answer = taught(THREE_KINDS).ask(question)
    assert (answer.status, set(ids(answer))) == ("answered", facts)


def test_no_single_kind_answers_where_all_facets_are_left_open(taught):
    answer = taught(THREE_KINDS).ask("Cầu Lạc mở bao nhiêu lớp học nghề?")
    assert len(ids(answer)) != 1 or answer.status != "answered"
    assert "15 lop" not in shown(answer)


@pytest.mark.parametrize(
    "question", ["Cầu Lạc mở bao nhiêu lớp học nghề mộc buổi sáng?", "Cầu Lạc mở bao nhiêu lớp học nghề hàn?"]
)
def test_facets_that_no_fact_has_together_are_not_answered(taught, question):
    assert taught(THREE_KINDS).ask(question).status != "answered"


MEAT = """
article: {id: thit-2024, about: "giá thịt", published: 2024-07-05T07:00:00+07:00}
topics: [{id: gia-thit, label: "Giá thịt", phrases: ["giá thịt", "thịt ba rọi", "thịt nạc"], examples: ["giá thịt ở {place} bao nhiêu"]}]
facts:
  - {id: thit/ba-roi, subject: lung-nga, topic: gia-thit, kind: count, value: 130000, unit: "đồng/kg", facets: ["thịt ba rọi"], statement: "Thịt ba rọi ở Lũng Ngà bán 130.000 đồng/kg.", paragraph: 1}
  - {id: thit/nac, subject: lung-nga, topic: gia-thit, kind: count, value: 115000, unit: "đồng/kg", facets: ["thịt nạc"], statement: "Thịt nạc ở Lũng Ngà bán 115.000 đồng/kg.", paragraph: 1}
"""


@pytest.mark.parametrize("question", ["Giá thịt ba rọi và thịt nạc ở Lũng Ngà bao nhiêu?", "gia thit ba roi va thit nac o lung nga bao nhieu", "Thịt nạc, thịt ba rọi ở Lũng Ngà bao nhiêu?"])  # fmt: skip
def test_two_facets_that_begin_like_their_topic_both_get_their_figure(taught, question):
    answer = taught(MEAT, beside=True).ask(question)
    assert (answer.status, set(ids(answer))) == ("answered", {"thit/ba-roi", "thit/nac"})
