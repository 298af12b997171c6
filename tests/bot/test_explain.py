import pytest

QUESTION = "bn cầu treo bằng nhựa ở Đăng Vân?"


@pytest.fixture
def explained(run, store):
    ran = run("ask", "--explain", "--db", store, QUESTION, COLUMNS="160")
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()


def row(lines, word):
    [found] = [line for line in lines if line.split("  ")[0] == word]
    return found


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("Đăng", "tên: Đăng Vân (dang-van)"),
        ("Vân", "tên: Đăng Vân (dang-van)"),
        ("cầu", "chủ đề: cau-treo"),
        ("treo", "chủ đề: cau-treo"),
        ("nhựa", "chưa giải thích được"),
        ("ở", "từ đệm"),
    ],
)
def test_every_word_is_named_with_what_it_became(explained, word, meaning):
    assert row(explained, word).rstrip().endswith(meaning)


def test_a_shorthand_is_named_with_what_it_was_read_as(explained):
    words = [line for line in explained if "viết tắt" in line]
    assert [line.split()[:2] for line in words] == [["bn", "bao"], ["bn", "nhiêu"]]
    assert all("cách hỏi: how_many" in line for line in words)


def test_topics_and_facts_are_weighed_in_sight(explained):
    assert "Cầu treo (cau-treo)" in "\n".join(explained)
    weighed = [line.split("  ")[0] for line in explained if line.startswith("dang-van-2024/cau-treo")]
    assert {"dang-van-2024/cau-treo", "dang-van-2024/cau-treo/go", "dang-van-2024/cau-treo/thep"} <= set(
        weighed
    )


def test_the_last_line_says_the_status_and_what_stayed_unexplained(explained):
    assert explained[-1].startswith("Trạng thái: not_stated   Chưa giải thích được: nhựa")


def test_the_answer_itself_stands_before_the_explanation(explained, run, store):
    answer = run("ask", "--db", store, QUESTION).out.splitlines()
    assert explained[: len(answer)] == answer


@pytest.mark.parametrize(
    "question", ["", "?!", "xin chào", "[bold]Đăng[/bold] [/red] [link=x]", "\x1b[31mĐăng Vân", "a" * 5000]
)
def test_any_question_can_be_explained(run, store, question):
    ran = run("ask", "--explain", "--db", store, question)
    assert (ran.code, ran.err) == (0, "")
    assert "Trạng thái: " in ran.out.splitlines()[-1]
    assert "\x1b" not in ran.out


def test_what_a_follow_up_took_over_is_told_apart(run, store):
    ran = run(
        "ask",
        "--explain",
        "--conversation",
        "--db",
        store,
        "Suối Rằm có bao nhiêu cầu treo?",
        "còn Đăng Vân?",
        COLUMNS="160",
    )
    taken_over = [line.split()[0] for line in ran.out.splitlines() if "lấy từ câu trước" in line]
    assert {"cầu", "treo"} <= set(taken_over)
    assert row(ran.out.splitlines(), "còn").rstrip().endswith("từ nối câu trước")


def test_an_explanation_comes_out_whatever_the_encoding_of_the_terminal(run, store):
    ran = run("ask", "--explain", "--db", store, "Đăng Vân có bao nhiêu cầu treo?", PYTHONIOENCODING="cp1252")
    assert (ran.code, ran.err) == (0, "")
    assert "cau-treo" in ran.out
