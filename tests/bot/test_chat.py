import os
import pty
import re
from pathlib import Path

import pytest

from bot.chatting import matching_examples

BRIDGES = "Đăng Vân có bao nhiêu cầu treo?"
WHERE_AM_I, HERE = b"\x1b[6n", b"\x1b[1;1R"
PROMPT = "Hỏi>"
EXAMPLES = [
    "Đăng Vân có bao nhiêu cầu treo?",
    "Bao nhiêu cầu treo ở Đăng Vân?",
    "Ai là nghệ nhân ở Đăng Vân?",
    "Suối Rằm có gì?",
]


def talk(run, store, *lines, **variables):
    ran = run("chat", "--db", store, stdin="\n".join(lines).encode(), **variables)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_questions_over_a_pipe_are_answered_as_one_conversation(run, store):
    out = talk(run, store, BRIDGES, "", "còn Suối Rằm?")
    assert [line for line in out.splitlines() if line.endswith(" cầu treo")] == ["17 cầu treo", "3 cầu treo"]
    assert "Mình hiểu câu hỏi là: Suối Rằm" in out


@pytest.mark.parametrize("word", ["thoát", "THOAT", " exit ", ":q"])
def test_a_person_leaves_by_saying_so(run, store, word):
    out = talk(run, store, BRIDGES, word, "Suối Rằm có bao nhiêu cầu treo?")
    assert ("17 cầu treo" in out, "3 cầu treo" in out) == (True, False)


def test_an_empty_conversation_is_one_too(run, store):
    assert len(talk(run, store).splitlines()) == 1


def test_what_is_not_text_gets_an_answer_as_well(run, store):
    ran = run("chat", "--db", store, stdin=b"\xff\xfe\0\n\x1b[31m\n" + BRIDGES.encode())
    assert (ran.code, ran.err, "17 cầu treo" in ran.out) == (0, "", True)


def test_a_conversation_comes_out_whatever_the_encoding_of_the_pipe(run, store):
    assert "17 cầu treo" in talk(run, store, BRIDGES, PYTHONIOENCODING="cp1252")


def test_examples_that_begin_with_what_was_typed_come_before_those_that_hold_its_words():
    assert matching_examples("bao nhieu", EXAMPLES) == [EXAMPLES[1], EXAMPLES[0]]
    assert matching_examples("dang van", EXAMPLES) == EXAMPLES[:3]
    assert matching_examples("ĐĂNG VÂN nghệ", EXAMPLES) == [EXAMPLES[2]]
    assert matching_examples("Hạ Long", EXAMPLES) == []


class Terminal:
    """A terminal with a person at it, who waits until they have seen what they look for."""

    def __init__(self, start, store):
        self.own, theirs = pty.openpty()
        self.process = start("chat", "--db", store, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        self.seen = ""

    def type(self, text):
        os.write(self.own, text.encode())

    def sees(self, wanted):
        """Whether it comes to be seen; what came before it is forgotten then."""
        raw = self.seen.encode()
        while wanted not in (text := re.sub(r"\x1b\[[\d;?]*[A-Za-z]|\r", "", raw.decode("utf-8", "ignore"))):
            try:
                fresh = os.read(self.own, 4096)
            except OSError:  # nobody is at the other end any more
                return False
            if WHERE_AM_I in fresh:
                os.write(self.own, HERE)
            raw += fresh
        self.seen = text.partition(wanted)[2]
        return True

    def leaves(self):
        self.type("\x04")
        return self.process.wait()

    def asks_and_leaves(self):
        self.type(f"{BRIDGES}\r")
        assert self.sees("17 cầu treo")
        assert self.sees(PROMPT)
        assert self.leaves() == 0


@pytest.fixture
def terminal(start, store, environment):
    environment["TERM"] = "xterm"
    opened = []

    def open_one():
        opened.append(Terminal(start, store))
        return opened[-1]

    yield open_one
    for one in opened:
        os.close(one.own)


def test_at_a_terminal_a_question_is_asked_and_answered(terminal):
    person = terminal()
    assert person.sees(PROMPT)
    person.type(f"{BRIDGES}\r")
    assert person.sees("17 cầu treo")
    assert person.sees("Nguồn: ")
    assert person.sees(PROMPT)
    assert person.leaves() == 0


def test_at_a_terminal_tab_completes_an_example_question(terminal, environment):
    person = terminal()
    assert person.sees(PROMPT)
    person.type("mua hoi\t")
    assert person.sees("thế nào?")
    person.type("\r")
    assert person.sees("thả đèn.")
    assert person.sees(PROMPT)
    assert person.leaves() == 0
    history = Path(environment["HOME"], ".local/state/hoidap/history").read_text(encoding="utf-8")
    assert history.splitlines()[-1] == "+Mùa hội ở Suối Rằm diễn ra thế nào?"


def test_at_a_terminal_the_last_question_of_the_last_time_comes_back(terminal):
    person = terminal()
    assert person.sees(PROMPT)
    person.asks_and_leaves()
    again = terminal()
    assert again.sees(PROMPT)
    again.type("\x1b[A\r")
    assert again.sees("17 cầu treo")
    assert again.sees(PROMPT)
    assert again.leaves() == 0


def test_at_a_terminal_an_interrupted_line_is_dropped_and_the_conversation_goes_on(terminal):
    person = terminal()
    assert person.sees(PROMPT)
    person.type("Suối Rằm\x03")
    assert person.sees(PROMPT)
    person.asks_and_leaves()


def test_a_home_that_keeps_no_history_does_not_keep_anybody_from_asking(terminal, environment):
    environment["HOME"] = "/dev/null"
    person = terminal()
    assert person.sees(PROMPT)
    person.asks_and_leaves()
