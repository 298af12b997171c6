import json
import signal
import sqlite3
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.exchange.packs import BUNDLED, read_pack
from knowledge.models import Answer
from knowledge.service import Knowledge
from tests.conftest import SAMPLE
from tests.stores import edited, facts, folder_bytes

BRIDGES = "Đăng Vân có bao nhiêu cầu treo?"
NONE, TEXT, WHOLE, NUMBER, LIST = type(None), str, int, (int, float), list

KEYS = {
    "question": TEXT, "status": TEXT, "text": TEXT, "facts": LIST, "citations": LIST, "options": LIST, "suggestions": LIST,
    "understood": dict, "elapsed_ms": NUMBER,
}  # fmt: skip
FACT_KEYS = {
    "id": TEXT, "subject": TEXT, "topic": TEXT, "kind": TEXT, "value": (int, float, str, NONE), "of": (int, float, NONE),
    "unit": (str, NONE), "items": LIST, "article": TEXT,
}  # fmt: skip
CITATION_KEYS = {
    "article": TEXT, "title": (str, NONE), "about": (str, NONE), "author": (str, NONE), "published": TEXT,
    "paragraph": (int, NONE), "url": (str, NONE), "quote": (str, NONE),
}  # fmt: skip
UNDERSTOOD_KEYS = {"names": LIST, "topics": LIST, "ask": TEXT, "facets": LIST, "unexplained": LIST}
STATUSES = {"answered", "not_stated", "quoted", "clarify", "unknown", "chat"}


def keeps_the_contract(record):
    """Whether a record has the contract's keys with the contract's types, in its every part."""
    parts = [
        (KEYS, record), (UNDERSTOOD_KEYS, record["understood"]), *((FACT_KEYS, fact) for fact in record["facts"]),
        *((CITATION_KEYS, cited) for cited in record["citations"]), *(({"label": TEXT, "question": TEXT}, o) for o in record["options"]),
    ]  # fmt: skip
    words = [
        record["suggestions"],
        *(record["understood"][key] for key, kind in UNDERSTOOD_KEYS.items() if kind is LIST),
    ]
    words += [fact["items"] for fact in record["facts"]]
    return (
        record["status"] in STATUSES
        and all(set(part) == set(keys) for keys, part in parts)
        and all(
            isinstance(part[key], kind) and not isinstance(part[key], bool)
            for keys, part in parts
            for key, kind in keys.items()
        )
        and all(isinstance(word, str) for several in words for word in several)
        and all(date.fromisoformat(cited["published"]) for cited in record["citations"])
    )


@pytest.fixture
def asking(start, store):
    """A process that answers line by line."""
    return start("ask", "--json", "-", "--db", store)


def answered(process, line):
    process.stdin.write(line + b"\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


def test_one_json_object_answers_one_question(run, store):
    ran = run("ask", "--json", "--db", store, BRIDGES)
    assert (ran.code, ran.err, len(ran.out.splitlines())) == (0, "", 1)
    [record] = ran.records
    assert keeps_the_contract(record)
    assert (record["question"], record["status"]) == (BRIDGES, "answered")
    assert record["facts"][0] == {
        "id": "dang-van-2024/cau-treo", "subject": "dang-van", "topic": "cau-treo", "kind": "count", "value": 17, "of": None,
        "unit": "cầu treo", "items": [], "article": "dang-van-2024-05-06",
    }  # fmt: skip
    assert [fact["value"] for fact in record["facts"]] == [17, 12, 5]
    assert record["citations"] == [
        {
            "article": "dang-van-2024-05-06", "title": "Đăng Vân thắp đèn đón khách", "about": "nghề đèn lồng ở huyện Đăng Vân",
            "author": "Tạ Hoài Mây", "published": "2024-05-06", "paragraph": 2, "url": "https://thu-nghiem.example/dang-van",
            "quote": None,
        }
    ]  # fmt: skip
    understood = {
        "names": ["dang-van"],
        "topics": ["cau-treo"],
        "ask": "how_many",
        "facets": [],
        "unexplained": [],
    }
    assert (record["understood"], record["options"]) == (understood, [])
    assert record["elapsed_ms"] > 0
    assert "Đăng Vân" in ran.out


QUESTIONS = {
    "Hội Đèn lồng Đăng Vân bán bao nhiêu phần trăm đèn lồng?": ("answered", 86.5),
    "Cầu treo ở Suối Rằm khánh thành khi nào?": ("answered", "2024-03"),
    "Ai là nghệ nhân làm đèn ở Đăng Vân?": ("answered", None),
    "Đăng Vân có bao nhiêu cầu treo làm mới?": ("not_stated", None),
    "Có bao nhiêu đèn lồng ở Hà Nội?": ("unknown", None),
    "xin chào": ("chat", None),
    "": ("unknown", None),
}


def test_every_status_and_kind_keeps_the_contract_with_exit_code_0(run, store):
    ran = run("ask", "--json", "--db", store, *QUESTIONS)
    assert (ran.code, ran.err, [record["question"] for record in ran.records]) == (0, "", list(QUESTIONS))
    assert all(map(keeps_the_contract, ran.records))
    found = [
        (record["status"], record["facts"][0]["value"] if record["facts"] else None) for record in ran.records
    ]
    assert found == list(QUESTIONS.values())


def test_an_article_is_dated_by_its_own_local_day(run, store):
    """It came out on the third, fifteen minutes before midnight in Vietnam."""
    [record] = run(
        "ask", "--json", "--db", store, "Suối Rằm có bao nhiêu cầu treo?", TZ="Pacific/Kiritimati"
    ).records
    assert [cited["published"] for cited in record["citations"]] == ["2025-02-03"]


def test_answers_as_text_say_the_figure_first_and_the_source_last(run, store):
    ran = run("ask", "--db", store, BRIDGES, "Ai là nghệ nhân làm đèn ở Đăng Vân?")
    first, second = ran.out.split("\n\n")
    assert first.splitlines()[0] == "17 cầu treo"
    assert second.splitlines()[0] == "Tạ Thị Mơ"
    assert all("Tạ Hoài Mây, 06/05/2024" in answer.splitlines()[-1] for answer in (first, second))
    assert (ran.code, ran.err) == (0, "")


STRANGE_LINES = [
    b"", b"   ", b"\t", b"\r", b"\0", b"\0" * 500 + b"x", b"\xff\xfe\x80", BRIDGES.encode("utf-16-le").replace(b"\n", b""),
    b"\xed\xa0\x80 \xed\xb0\x80", b"\xf0\x9f\x8f\xae" * 50, "\u2028\u2029\x85\x0b\x0c".encode(), b"\x1b[31m\x07\x08", b"-", b"--json", b"\\n",
    b'{"question": "x"}', b"a" * 100_000, "ồ ".encode() * 50_000, b"(" * 100_000, "e\u0301".encode() * 50_000, b"9" * 100_000,
    b"<b>" * 30_000, "Đăng Vân ".encode() * 11_000, ("?" * 100_000).encode(),
]  # fmt: skip


def test_every_line_in_gets_exactly_one_line_out(run, store):
    lines = [line for strange in STRANGE_LINES for line in (strange, BRIDGES.encode())]
    ran = run(
        "ask",
        "--json",
        "-",
        "--db",
        store,
        stdin=b"\n".join([*lines, b"", unicodedata.normalize("NFD", BRIDGES).encode()]),
    )
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", len(lines) + 2)
    records = [json.loads(line) for line in ran.out.removesuffix("\n").split("\n")]
    assert all(map(keeps_the_contract, records))
    assert {record["text"] for record in records[1:-2:2]} == {records[-1]["text"]}
    assert {record["status"] for record in records[1::2]} == {"answered"}


def test_no_lines_in_give_no_lines_out(run, store):
    assert run("ask", "--json", "-", "--db", store) == run("ask", "-", "--db", store)
    assert run("ask", "--json", "-", "--db", store).out == ""


def test_an_answer_comes_before_the_next_question_is_written(asking):
    assert answered(asking, BRIDGES.encode())["facts"][0]["value"] == 17
    assert answered(asking, b"")["status"] == "unknown"
    assert answered(asking, "Suối Rằm có bao nhiêu cầu treo?".encode())["facts"][0]["value"] == 3
    asking.stdin.close()
    assert (asking.stdout.read(), asking.wait()) == (b"", 0)


def test_a_running_process_sees_a_load_at_once(asking, run, store, packs):
    question = "Bãi Quyên có bao nhiêu cầu treo?"
    assert answered(asking, question.encode())["facts"] == []
    file = edited(
        packs / "suoi-ram-2025-02-03.yaml",
        "facts:\n",
        "names: [{id: bai-quyen, name: Bãi Quyên, kind: place}]\nfacts:\n",
    )
    edited(edited(file, "subject: suoi-ram", "subject: bai-quyen"), "Xã Suối Rằm", "Bãi Quyên")
    assert run("load", "--db", store, file).code == 0
    assert answered(asking, question.encode())["facts"][0]["value"] == 3


def test_any_line_whatever_gets_its_answer(asking):
    @settings(max_examples=150)
    @given(
        line=st.binary(max_size=80)
        | st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass"))
    )
    def gets_its_answer(line):
        line = line.replace(b"\n", b"")
        record = answered(asking, line)
        assert keeps_the_contract(record)
        assert record["question"] == line.decode("utf-8", "replace").rstrip("\r")

    gets_its_answer()
    assert asking.poll() is None


@settings(max_examples=150)
@given(question=st.text(st.characters(), max_size=60))
def test_the_library_answers_any_text_too(known, question):
    assert isinstance(known.ask(question), Answer)


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    path = tmp_path_factory.mktemp("known") / "known.db"
    load_packs(path, read_packs([SAMPLE]), only=True)
    with Knowledge.open(path) as known:
        yield known


def test_what_is_not_unicode_in_an_argument_is_answered(run, store):
    ran = run(
        "ask",
        "--json",
        "--db",
        store,
        b"\xed\xa0\x80",
        b"\xff\xfe",
        BRIDGES.encode() + b"\xff",
        "\U0001f3ee\u200b",
    )
    assert (ran.code, ran.err, len(ran.records)) == (0, "", 4)
    assert all(map(keeps_the_contract, ran.records))


CONVERSATION = [BRIDGES, "còn Suối Rằm?", "khánh thành khi nào?"]


def test_in_a_conversation_a_follow_up_takes_over_what_it_lacks(run, store):
    ran = run("ask", "--json", "--conversation", "-", "--db", store, stdin="\n".join(CONVERSATION).encode())
    values = [record["facts"] and record["facts"][0]["value"] for record in ran.records]
    assert values == [17, 3, "2024-03"]
    assert "Mình hiểu câu hỏi là: Suối Rằm" in ran.records[1]["text"]


def test_out_of_a_conversation_nothing_is_taken_over(run, store):
    ran = run("ask", "--json", "-", "--db", store, stdin=f"{BRIDGES}\ncòn bằng gỗ?".encode())
    assert ran.records[0]["status"] == "answered"
    assert ran.records[1]["understood"]["names"] == []
    assert "Mình hiểu câu hỏi là" not in ran.records[1]["text"]


def test_arguments_are_a_conversation_as_well(run, store):
    ran = run(
        "ask", "--json", "--conversation", "--db", store, "Suối Rằm có bao nhiêu cầu treo?", "còn Đăng Vân?"
    )
    assert [record["facts"][0]["value"] for record in ran.records] == [3, 17]


def test_explaining_does_not_come_between_the_lines_of_json(run, store):
    ran = run("ask", "--json", "--explain", "--db", store, BRIDGES)
    assert [line for line in ran.out.splitlines() if not line.startswith("{")] == []


def test_the_store_is_the_one_that_the_environment_names(run, store):
    assert run("ask", "--json", BRIDGES, HOIDAP_DATABASE=str(store)).records[0]["facts"][0]["value"] == 17


def test_the_store_on_the_command_line_comes_before_that_of_the_environment(run, store, bare):
    assert run("ask", "--json", "--db", bare, BRIDGES, HOIDAP_DATABASE=str(store)).records[0]["facts"] == []


def test_a_store_that_is_not_there_is_made_with_the_bundled_packs(run, cwd):
    ran = run("ask", "--json", "xin chào")
    assert (ran.code, ran.err, ran.records[0]["status"]) == (0, "", "chat")
    assert [path.name for path in cwd.iterdir()] == ["hoidap.db"]
    assert set(facts(cwd / "hoidap.db")) == {
        fact.id for file in BUNDLED.iterdir() for fact in read_pack(file).pack.all_facts()
    }


# ── what goes wrong ─────────────────────────────────────────────────────────────────────


def foreign(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE song (name TEXT)")
    connection.close()


NO_STORES = {
    "a foreign database": foreign,
    "a text": lambda path: path.write_text("Đăng Vân\n" * 500, encoding="utf-8"),
    "an empty file": lambda path: path.touch(),
    "a folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("make", NO_STORES.values(), ids=NO_STORES)
def test_what_is_no_store_is_refused_in_one_line_and_left_as_it_was(run, tmp_path, make):
    path = tmp_path / "x.db"
    make(path)
    before = folder_bytes(tmp_path)
    assert run("ask", "--db", path, BRIDGES).complaint.startswith(f"{path}: ")
    assert folder_bytes(tmp_path) == before


@pytest.mark.parametrize("command", ["chat", "load", "export"])
def test_every_command_refuses_what_is_no_store(run, tmp_path, command):
    path = tmp_path / "x.db"
    path.write_text("x", encoding="utf-8")
    paths = {"chat": [], "load": [SAMPLE], "export": [tmp_path / "out"]}[command]
    before = folder_bytes(tmp_path)
    assert run(command, "--db", path, *paths).complaint.startswith(f"{path}: ")
    assert folder_bytes(tmp_path) == before


def test_a_folder_that_cannot_be_written_is_told_in_one_line(run, tmp_path, unprivileged):
    folder = tmp_path / "read-only"
    folder.mkdir(mode=0o555)
    assert "Permission denied" in run("ask", "--db", folder / "x.db", BRIDGES, before=unprivileged).complaint
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_entered_is_told_in_one_line(run, tmp_path, unprivileged):
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o600)
    assert "Permission denied" in run("ask", "--db", folder / "x.db", BRIDGES, before=unprivileged).complaint


@pytest.mark.parametrize("path", ["no/such/folder.db", "x" * 300 + ".db", "/dev/null", "/dev/null/x.db", ""])
def test_a_place_where_no_store_can_be_is_told_in_one_line(run, cwd, path):
    assert path[:20] in run("ask", "--db", path, BRIDGES).complaint
    assert list(cwd.iterdir()) == []


def test_a_traceback_is_shown_to_those_who_ask_for_it(run, tmp_path):
    ran = run("--debug", "ask", "--db", tmp_path, BRIDGES)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Traceback (most recent call last):")
    assert f"{tmp_path}: is a folder" in ran.err.splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["answer"], ["ask"], ["ask", "--json"], ["ask", "--yaml", BRIDGES], ["ask", BRIDGES, "--db"], ["load"], ["load", "--only"],
        ["check"], ["export"], ["export", "a", "b"], ["chat", BRIDGES], ["--verbose"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_ends_with_exit_code_2_and_does_nothing(run, cwd, arguments):
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(("Usage: hoidap", "Error: "))
    assert "Traceback" not in ran.err
    assert list(cwd.iterdir()) == []


def test_nothing_is_complained_of_where_the_reader_of_the_answers_has_gone(asking):
    answered(asking, BRIDGES.encode())
    asking.stdout.close()
    asking.stdin.write(BRIDGES.encode() + b"\n")
    asking.stdin.close()
    assert (asking.stderr.read(), asking.wait()) == (b"", 1)


def test_an_interrupted_process_ends_without_a_traceback(asking):
    answered(asking, BRIDGES.encode())
    asking.send_signal(signal.SIGINT)
    assert asking.wait() == 1
    assert b"Traceback" not in asking.stderr.read()
