import zlib
from base64 import urlsafe_b64encode
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.follow_pages import View
from handlers.keyboards import Action, Press, base36, button, data, pressed, under_answer
from handlers.links import Link, key, payload, read, url
from handlers.settings_page import Field
from knowledge.models import Option
from knowledge.store.dialogue import Asked
from tests.strategies import words

numbers = st.integers(-(2**62), 2**62)
keys = st.text().map(key)


IDS = {
    Action.OPTION: (numbers, numbers),
    Action.TOPIC: (keys, numbers),
    Action.PLACE: (keys, numbers),
    Action.ARTICLE: (keys, numbers),
    Action.EXAMPLE: (keys, keys),
    Action.FOLLOW: (keys | st.just(""), keys | st.just("")),
    Action.FOLLOWS: (st.sampled_from(View), keys | st.just(""), numbers),
    Action.STOP_ALL: (),
    Action.STOP: (st.integers(0, 2**60) | st.just(""),),
    Action.NO_CORRECTIONS: (),
    Action.ARTICLE_APART: (keys,),
    Action.MORE_NEWS: (numbers, numbers),
    Action.SETTING: (st.sampled_from(Field), numbers),
    Action.SETTING_PAGE: (
        st.sampled_from(["", Field.HOUR, Field.WEEKDAY, Field.QUIET_FROM, Field.QUIET_TO]),
    ),
    Action.DRAFT: (
        numbers,
        numbers,
        st.from_regex("[a-z]{1,12}", fullmatch=True),
        keys | st.just("") | st.just("7"),
    ),
    Action.REPLACE_DRAFT: (numbers, st.sampled_from([0, 1])),
    Action.FACT: (st.sampled_from("aen"), numbers),
    Action.UNANSWERED: (numbers, st.sampled_from([0, 1]), numbers),
    Action.IN_VAIN: (keys,),
    Action.SET_ASIDE: (keys, st.sampled_from([0, 1])),
    Action.TEACH: (keys,),
    Action.ADD_FOR: (keys,),
    Action.EDITOR: (st.sampled_from("rRa"), numbers),
    Action.UNDO_SURELY: (numbers, numbers),
}


@given(st.data())
def test_what_a_button_says_is_short_and_read_back_as_it_was(drawn):
    action = drawn.draw(st.sampled_from(Action))
    ids = [drawn.draw(kind) for kind in IDS.get(action, (numbers,))]
    said = data(action, *ids)
    assert 1 <= len(said.encode()) <= 64
    found = pressed(said)
    assert found.action == action
    assert [found.number(at) if isinstance(of, int) else found.ids[at] for at, of in enumerate(ids)] == ids


@given(said=st.none() | st.text(max_size=64))
def test_anything_else_is_read_as_nothing_or_as_ids_that_find_nothing(said):
    assert pressed(said) is None or isinstance(pressed(said), Press)


@pytest.mark.parametrize(
    "said",
    [
        "2o:1:1",
        "1?:1",
        "1o:é:1",
        "1r:1\n",
        "0:1",
        "1O:1:1",
        ":",
        "1",
        "1o:1",
        "1r:1:1",
        "1r:" + "z" * 13,
        "1p:short:0",
    ],
)
def test_another_version_or_shape_is_none_of_ours(said):
    assert pressed(said) is None


@given(number=numbers)
def test_a_number_in_36_digits_is_the_same_number(number):
    assert int(base36(number), 36) == number


@given(label=st.text() | words)
def test_a_button_always_has_a_label_of_sensible_length(label):
    assert 1 <= len(button(label, Action.TOPICS, 0).text) <= 60


def asked(status, *options, question="Gì?"):
    return Asked(
        id=2**62 - 1, at=datetime(2025, 1, 2, tzinfo=UTC), chat=1, chat_kind="private", person=1, question=question,
        status=status, options=tuple(Option(label=o, question=f"{o}?") for o in options),
    )  # fmt: skip


def labels(keyboard):
    return [b.text for row in keyboard.inline_keyboard for b in row] if keyboard else []


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("answered", ["Nguồn", "Đúng", "Sai"]),
        ("quoted", ["Nguồn", "Đúng", "Sai"]),
        ("not_stated", ["Nguồn", "Đúng", "Sai", "Báo tôi khi có"]),
        ("unknown", ["Báo tôi khi có"]),
        ("chat", []),
    ],
)
def test_the_buttons_suit_the_kind_of_answer(status, shown):
    assert labels(under_answer(asked(status))) == shown


@pytest.mark.parametrize("question", ["???", "👍", " . "])
def test_nobody_is_asked_whether_they_wait_for_an_answer_to_no_question(question):
    assert labels(under_answer(asked("unknown", question=question))) == []


def test_every_reading_has_a_button_of_its_own():
    keyboard = under_answer(asked("clarify", "Đăng Vân", "Suối Rằm " * 20))
    assert [len(row) for row in keyboard.inline_keyboard] == [1, 1]
    assert labels(keyboard)[0] == "Đăng Vân"
    assert labels(keyboard)[1].startswith("Suối Rằm")


# ── links ───────────────────────────────────────────────────────────────────────────────

_FIT = st.characters(exclude_categories=["Cs", "Cc"])


@given(question=st.text(_FIT, min_size=1, max_size=30).map(str.strip).filter(bool))
def test_a_link_that_fits_leads_back_to_the_very_question(question):
    parameter = payload(Link("question", question))
    assert parameter is None or (len(parameter) <= 64 and read(parameter) == Link("question", question))


def test_a_usual_question_fits_into_a_link_and_a_very_long_one_does_not():
    assert url("ThuHoiDapBot", Link("question", "Đăng Vân có bao nhiêu cầu treo bằng gỗ?")) is not None
    assert url("ThuHoiDapBot", Link("question", " ".join(map(str, range(99))))) is None


@given(parameter=st.text(max_size=70) | st.from_regex(r"[qts][A-Za-z0-9_-]{0,63}", fullmatch=True))
def test_no_parameter_is_too_odd_to_be_read(parameter):
    found = read(parameter)
    assert found is None or found.target


def test_a_small_parameter_cannot_grow_without_bound():
    packer = zlib.compressobj(9, wbits=-15)
    bomb = urlsafe_b64encode(packer.compress(b"a" * 10**6) + packer.flush()).decode()
    assert read(f"q{bomb}") is None


@pytest.mark.parametrize("kind", ["topic", "source"])
def test_topics_and_sources_have_links_too(kind):
    link = Link(kind, key("dang-van-2024-05-06"))
    assert read(payload(link)) == link
