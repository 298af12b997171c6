import pytest

from knowledge.questions.clauses import clauses
from knowledge.questions.question import understand


@pytest.fixture
def read(districts):
    """How a question is understood in the two districts."""
    return lambda question: understand(question, districts.lexicon)


def roles(understanding):
    """The words of a question by what they were taken for."""
    return {token.marked: role for token, role in zip(understanding.tokens, understanding.roles, strict=True)}


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("Khuê Thượng có bao nhiêu hộ nghèo?", "how_many"), ("khue thuong co may ho ngheo", "how_many"), ("Số hộ nghèo của Khuê Thượng?", "how_many"),
        ("Bao nhiêu phần trăm xã ở Khuê Thượng có chợ phiên?", "what_share"), ("Tỷ lệ xã có chợ phiên ở Khuê Thượng?", "what_share"),
        ("Ai là chủ tịch xã Lũng Ngà?", "who"), ("chu tich xa lung nga ten gi", "who"), ("Trạm y tế Lũng Ngà khởi công khi nào?", "when"),
        ("trạm y tế lũng ngà khởi công năm nào", "when"), ("Xã nào ở Khuê Thượng có chợ phiên?", "which"), ("Kể tên xã có chợ phiên ở Khuê Thượng", "which"),
        ("Lò Thị Ngần giữ chức vụ gì?", "what"), ("Lũng Ngà có chợ phiên không?", "whether"), ("Lũng Ngà có chợ phiên chưa", "whether"),
        ("Lũng Ngà có chợ phiên phải không ạ?", "whether"), ("lung nga co cho phien ko", "whether"), ("hộ nghèo Khuê Thượng", "what"),
    ],
)  # fmt: skip
def test_the_ask_is_told_by_the_words_that_ask(read, question, ask):
    assert read(question).ask == ask


def test_every_word_has_a_role_or_is_content(read):
    understood = read("Cho mình hỏi Khuê Thượng năm 2022 có bao nhiêu hộ nghèo nữ ạ?")
    given = roles(understood)
    assert len(understood.roles) == len(understood.tokens)
    assert given["khuê"] == given["thượng"] == "name:khue-thuong"
    assert given["bao"] == given["nhiêu"] == "ask:how_many"
    assert given["2022"] == "time:2022"
    assert given["ạ"] == "harmless"
    assert understood.text(understood.content) == "hộ nghèo nữ"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Khuê Thượng và Vạn Trầm có bao nhiêu hộ nghèo?", ["khue-thuong", "van-tram"]), ("bà Ngần là ai?", ["lo-thi-ngan"]),
        ("có bao nhiêu hộ nghèo?", []), ("Khuê Thượng hay Khuê Thượng?", ["khue-thuong"]),
    ],
)  # fmt: skip
def test_the_names_are_told_each_once_in_their_order(read, question, names):
    assert read(question).names == names


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Khuê Thượng có bao nhiêu hộ nghèo?", "ho-ngheo"), ("so ho ngheo khue thuong", "ho-ngheo"), ("Khuê Thượng trồng bao nhiêu ha rừng?", "trong-rung"),
        ("giáo viên được điều chuyển ở Khuê Thượng là mấy người?", "dieu-chuyen"), ("ĐỘI HÁT Ở KHUÊ THƯỢNG?", "doi-hat"),
    ],
)  # fmt: skip
def test_the_topic_is_told_by_a_phrase_or_by_an_example_like_it(read, question, topic):
    assert [hit.topic for hit in read(question).hits][:1] == [topic]


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("Khuê Thượng có bao nhiêu hộ nghèo?", "hộ"), ("bao nhiêu lượt người khám mắt ở Khuê Thượng?", "lượt người"),
        ("Khuê Thượng điều chuyển mấy giáo viên?", "giáo viên"),
    ],
)  # fmt: skip
def test_what_is_to_be_counted_stands_behind_the_ask(read, question, units):
    [counted] = read(question).counted_units
    assert " ".join(counted).startswith(units)


@pytest.mark.parametrize(
    ("question", "number", "bound"),
    [
        ("Khuê Thượng có 412 hộ nghèo phải không?", 412, None), ("Khuê Thượng có hơn 400 hộ nghèo phải không?", 400, "more"),
        ("Khuê Thượng có dưới 400 hộ nghèo đúng không?", 400, "less"), ("Khuê Thượng có ít nhất 1.500 hộ nghèo phải không?", 1500, "at_least"),
        ("Khuê Thượng có không quá 500 hộ nghèo phải không?", 500, "at_most"), ("Khuê Thượng có khoảng 400 hộ nghèo phải không?", 400, "about"),
    ],
)  # fmt: skip
def test_a_yes_no_question_puts_a_bounded_figure_forward(read, question, number, bound):
    [claim] = read(question).claims
    assert (claim.number, claim.bound) == (number, bound)


def test_a_number_in_another_question_is_no_claim(read):
    assert read("Trong 20 giáo viên Khuê Thượng điều chuyển, mấy người từ xã về huyện?").claims == ()


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Khuê Thượng có bao nhiêu hộ nghèo và Vạn Trầm trồng bao nhiêu ha rừng?", 2), ("Khuê Thượng có mấy hộ nghèo, mấy đội hát, mấy chợ phiên?", 3),
        ("Khuê Thượng có bao nhiêu hộ nghèo?", 1), ("Khuê Thượng và Vạn Trầm có bao nhiêu hộ nghèo?", 1),
    ],
)  # fmt: skip
def test_a_question_parts_into_clauses_that_each_ask_for_a_number(read, question, count):
    understood = read(question)
    parted = clauses(understood)
    assert len(parted) == count
    assert tuple(token for clause in parted for token in clause) == understood.tokens


@pytest.mark.parametrize(
    ("question", "leans"), [("còn Vạn Trầm?", True), ("Vạn Trầm thì sao?", True), ("bà ấy là ai?", True), ("Vạn Trầm có mấy hộ nghèo?", False)]
)  # fmt: skip
def test_a_follow_up_is_told_by_how_it_begins_ends_or_points_back(read, question, leans):
    assert read(question).leans_back is leans


def test_a_question_of_nothing_is_understood_as_nothing(read):
    understood = read(" \t ")
    assert (understood.tokens, understood.hits, understood.names, understood.ask) == ((), (), [], "what")
