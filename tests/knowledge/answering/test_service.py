import shutil
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.rendering import plain
from knowledge.errors import HoidapError
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.models import Answer
from knowledge.service import Knowledge
from tests.conftest import SAMPLE
from tests.knowledge.asking import DISTRICTS, ids, told
from tests.knowledge.texts import any_text
from tests.stores import edited

STATUSES = {"answered", "not_stated", "quoted", "clarify", "unknown", "chat"}
WORDS = (
    "Khuê Thượng Vạn Trầm Lũng Ngà bà Ngần có bao nhiêu mấy hộ nghèo giáo viên điều chuyển từ xã về huyện năm 2022 2019 không chưa khi nào ai còn và "
    "so sánh nữ Hạ Long trồng rừng ha bài báo tác giả % 7/9 15/10/2022 ? , ( ) đó ấy thì sao"
).split()
questions = any_text | st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


def keeps_its_shape(answer):
    """Whether an answer is of the contract's shape, whatever was asked."""
    cited = answer.status in ("answered", "not_stated", "quoted")
    return (
        isinstance(answer, Answer)
        and answer.status in STATUSES
        and bool(answer.blocks)
        and bool(answer.citations) is cited
        and (cited or not answer.facts)
        and bool(answer.options) is (answer.status == "clarify")
        and all(isinstance(citation.published, date) for citation in answer.citations)
        and (answer.verdict or "Có").startswith(("Có", "Không"))
        and answer.elapsed_ms >= 0
    )


@given(question=questions)
@example(question="")
@example(question="\x00\x1b[31mKhuê Thượng\u202e có bao nhiêu hộ nghèo?\x07")
@example(question="\ud800 năm 99999 ngày 32/13/0000 ½ 1e999 phải không")
@example(question="Khuê Thượng " * 300)
def test_any_text_whatever_gets_an_answer_of_the_contracts_shape(districts, question):
    answer = districts.ask(question)
    assert keeps_its_shape(answer)
    assert answer.question == question


@given(question=questions)
@example(question="Khuê\x07 Thượng có bao nhiêu hộ nghèo\x1b[2J xoẹt\u200b?")
@example(question="huyện \x1b[31mHạ\x00 Long có bao nhiêu hộ nghèo?")
def test_nothing_that_is_shown_holds_a_control_character(districts, question):
    answer = districts.ask(question)
    assert not [c for c in plain(answer) if unicodedata.category(c) == "Cc" and c != "\n"]


@given(first=questions, second=questions)
def test_any_text_after_any_other_gets_its_answer_too(districts, first, second):
    assert keeps_its_shape(districts.ask(second, context=districts.reply(first).context))


@given(question=questions)
def test_the_same_question_gets_the_same_answer(districts, question):
    one, other = (replace(districts.ask(question), elapsed_ms=0) for _ in range(2))
    assert one == other


@pytest.mark.parametrize(
    "question", ["xin chào", "Chào bạn!", "cảm ơn nhiều nhé", "thanks", "bạn là ai?", "bạn làm được gì?", "tạm biệt", "hello bot", "alo", "CẢM ƠN Ạ", "cam on ban nhieu"]
)  # fmt: skip
def test_small_talk_gets_a_short_human_reply(districts, question):
    answer = districts.ask(question)
    assert (answer.status, answer.facts, answer.suggestions) == ("chat", (), ())
    assert 0 < len(plain(answer)) < 300


def test_a_greeting_before_a_question_is_no_small_talk(districts):
    assert told(districts.ask("Chào bạn, Khuê Thượng có bao nhiêu hộ nghèo vậy? Cảm ơn!")) == (
        "answered",
        "kt/ho-ngheo",
    )


LANTERNS = """
article: {id: ben-nua, about: "hội thả diều ở xã Bến Nứa", author: "Mã Sen", published: 2025-02-14}
names: [{id: ben-nua, name: "Bến Nứa", kind: place, type: xã}]
topics: [{id: dieu-sao, label: "Thả diều sáo", phrases: ["diều sáo", "thả diều sáo"], examples: ["{place} thả bao nhiêu diều sáo"]}]
facts:
- {id: dieu-sao, subject: ben-nua, topic: dieu-sao, kind: count, value: 37, unit: con diều, statement: "Xã Bến Nứa thả 37 con diều sáo.", paragraph: 1}
"""


@pytest.fixture
def growing(tmp_path):
    """Knowledge of the districts, and a way to teach it through another connection."""
    path = tmp_path / "growing.db"
    load_packs(path, read_packs([DISTRICTS]), only=True)

    def teach(text, **options):
        file = tmp_path / "lesson.yaml"
        file.write_text(text, encoding="utf-8")
        load_packs(path, read_packs([file]), **options)

    with Knowledge.open(path) as known:
        yield known, teach


@pytest.mark.parametrize(
    "question",
    ["Bến Nứa thả bao nhiêu diều sáo?", "ben nua tha bao nhieu dieu sao", "Xã Bến Nứa có mấy con diều sáo?"],
)
def test_a_topic_taught_by_a_pack_at_run_time_is_answered_by_the_next_question(growing, question):
    known, teach = growing
    assert known.ask(question).facts == ()
    teach(LANTERNS)
    assert told(known.ask(question)) == ("answered", "dieu-sao")
    assert "Mã Sen, 14/02/2025" in plain(known.ask(question))


def test_a_figure_changed_by_another_connection_is_seen_by_the_next_question(growing):
    known, teach = growing
    teach(LANTERNS)
    assert known.ask("Bến Nứa thả bao nhiêu diều sáo?").blocks[0].lead == "37 con diều"
    teach(LANTERNS.replace("37", "41"))
    answer = known.ask("Bến Nứa thả bao nhiêu diều sáo?")
    assert (answer.blocks[0].lead, "37" in plain(answer)) == ("41 con diều", False)


def test_a_fact_withdrawn_by_another_connection_is_gone_with_the_next_question(growing):
    known, teach = growing
    teach(LANTERNS)
    teach(LANTERNS.split("facts:", maxsplit=1)[0] + "facts: []\n", prune=True)
    assert "dieu-sao" not in ids(known.ask("Bến Nứa thả bao nhiêu diều sáo?"))


def test_a_store_that_is_not_there_is_made_and_one_that_is_no_store_is_refused(tmp_path):
    with Knowledge.open(tmp_path / "new.db") as known:
        assert known.lexicon.topics
    (tmp_path / "text.db").write_text("no store" * 100, encoding="utf-8")
    with pytest.raises(HoidapError):
        Knowledge.open(tmp_path / "text.db")


def test_what_is_asked_again_is_answered_the_same_and_anew_once_the_knowledge_has_changed(tmp_path):
    pack = edited(Path(shutil.copy(SAMPLE / "suoi-ram-2025-02-03.yaml", tmp_path)), "value: 3", "value: 4")
    load_packs(tmp_path / "store.db", read_packs([SAMPLE]), only=True)
    with Knowledge(tmp_path / "store.db") as known:
        first, again = (known.ask("Suối Rằm có bao nhiêu cầu treo?") for _ in range(2))
        load_packs(tmp_path / "store.db", read_packs([pack]))
        later = known.ask("Suối Rằm có bao nhiêu cầu treo?")
    assert replace(first, elapsed_ms=0) == replace(again, elapsed_ms=0)
    assert [answer.facts[0].value for answer in (first, again, later)] == [3, 3, 4]


def test_what_is_asked_again_can_be_leaned_on_from_then(districts):
    question, noon = "Khuê Thượng có bao nhiêu hộ nghèo?", datetime(2024, 1, 1, 12, tzinfo=UTC)
    districts.reply(question, now=noon)
    again = districts.reply(question, now=noon + timedelta(minutes=9))
    leaning = districts.reply("còn Vạn Trầm?", context=again.context, now=noon + timedelta(minutes=18))
    assert told(leaning.answer) == ("answered", "vt/ho-ngheo")
