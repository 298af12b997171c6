import pytest

from knowledge.teaching.records import kind_of, read_line, rebased, with_more


def test_a_line_gives_every_field_in_any_quotes_and_with_or_without_marks():
    entry, problems = read_line(
        "name", '“Vĩnh Thịnh” Loại="xã" tên_khác=“VT; xã VT” ten khac=VTh thuoc=Thái Nguyên'
    )
    assert problems == []
    assert entry == {
        "name": "Vĩnh Thịnh", "type": "xã", "aliases": ["VT", "xã VT", "VTh"], "part_of": "Thái Nguyên",
    }  # fmt: skip


def test_a_question_mark_or_a_colon_in_an_example_stays_in_it():
    entry, _problems = read_line("topic", "Cầu cau_mau=Ở {nơi}: có mấy cầu?; cầu ở {nơi} :: dài không?")
    assert entry["examples"] == ["Ở {nơi}: có mấy cầu?", "cầu ở {nơi} :: dài không?"]


def test_what_is_no_key_or_no_kind_is_told():
    _entry, problems = read_line("name", "X mau=đỏ nhom=voi")
    assert [(problem.reason, problem.read) for problem in problems] == [("key", "mau"), ("kind", "voi")]


@pytest.mark.parametrize(
    ("type_", "title", "kind"),
    [
        ("xã", "Vĩnh Thịnh", "place"),
        ("Nghị quyết", "Số 5", "document"),
        (None, "Hội Đèn lồng", "organisation"),
        (None, "Hội An", None),
        (None, "Lê Văn Tám", None),
        ("bà", "Mơ", None),
    ],
)
def test_the_kind_is_told_by_type_or_beginning_or_left_open(type_, title, kind):
    assert kind_of(type_, title) == kind


def test_adding_the_same_again_changes_nothing_and_taking_out_needs_no_marks():
    entry = {"label": "Cầu", "phrases": ["cầu treo", "cầu dây"]}
    assert with_more(entry, {"phrases": ["Cầu Treo"]}) == entry
    assert with_more(entry, {"without": ["cau day"]})["phrases"] == ["cầu treo"]


def test_changes_made_to_what_has_changed_since_lose_nothing_of_either():
    base = {"label": "Cầu", "phrases": ["a", "b"], "examples": ["x"]}
    mine = {"label": "Cầu treo", "phrases": ["b", "c"], "examples": ["x"]}
    theirs = {"label": "Cầu", "phrases": ["a", "b", "d"]}
    assert rebased(mine, base, theirs) == {"label": "Cầu treo", "phrases": ["b", "d", "c"]}
