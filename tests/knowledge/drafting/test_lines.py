import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.drafting.fields import nearest_key, words
from knowledge.drafting.lines import take_apart


def fields(text):
    return {one.field: one.text for one in take_apart(text).given}


def test_the_line_that_the_command_shows_is_taken_apart():
    line = (
        'bai=dang-van ve="Đăng Vân" chude=cau-treo so=17 donvi="cầu treo" doan=2 :: Đăng Vân có 17 cầu treo.'
    )
    assert fields(line) == {
        "article": "dang-van", "subject": "Đăng Vân", "topic": "cau-treo", "value": "17", "unit": "cầu treo",
        "paragraph": "2", "statement": "Đăng Vân có 17 cầu treo.",
    }  # fmt: skip


@pytest.mark.parametrize("quotes", ['""', "“”", "«»", "‘’", "''", "”“"[::-1]])
def test_any_quotes_hold_a_value_together(quotes):
    opening, closing = quotes
    assert fields(f"ve={opening}Hội so=3 Đèn{closing} so=4") == {"subject": "Hội so=3 Đèn", "value": "4"}


def test_values_without_quotes_reach_to_the_next_key():
    assert fields("ve=xã Suối Rằm chude = cầu treo so= 3 cầu") == {
        "subject": "xã Suối Rằm", "topic": "cầu treo", "value": "3 cầu",
    }  # fmt: skip


@pytest.mark.parametrize("key", ["chude", "chủ đề", "Chủ_Đề", "CHU DE", "chủđề", "topic", "câu trả lời"])
def test_keys_may_be_written_with_marks_spaces_and_in_english(key):
    meant = "statement" if "câu" in key else "topic"
    assert fields(f"ve=Suối Rằm {key}=x")[meant] == "x"


def test_every_word_for_a_field_or_kind_is_read_as_itself():
    for field, key in words().keys.items():
        assert fields(f"{key}=x") == {field: "x"}


def test_an_unknown_key_an_open_quote_and_a_repeated_key_are_all_told():
    told = take_apart('xyz=1 so=1 so=2 ghichu="chưa đóng').problems
    assert [(one.reason, one.read) for one in told] == [
        ("quote", '"chưa đóng'), ("key", "xyz"), ("twice", "2"),
    ]  # fmt: skip
    assert take_apart("phan=a phan=b").problems == ()


def test_what_stands_before_the_first_key_is_kept_apart():
    assert take_apart("Suối Rằm cầu treo so=4").lead == "Suối Rằm cầu treo"
    assert take_apart("Suối Rằm cầu treo").lead == "Suối Rằm cầu treo"


def test_after_the_colons_everything_is_the_sentence():
    assert fields("so=1 :: Có a=b, “c” và :: nữa") == {"value": "1", "statement": "Có a=b, “c” và :: nữa"}


@pytest.mark.parametrize(("typed", "meant"), [("chudee", "chude"), ("donv", "donvi"), ("qqqq", None)])
def test_a_mistyped_key_has_the_nearest_one_offered(typed, meant):
    assert nearest_key(typed) == meant


@given(st.text(max_size=80) | st.text("ab =:\"“”'so ve", max_size=40))
def test_any_text_whatever_is_taken_apart(text):
    line = take_apart(text)
    assert all(one.field in words().keys for one in line.given)
    assert "".join(line.lead.split()) in "".join(text.split())
