import pytest

from knowledge.exchange.packs import BUNDLED, read_pack
from tests.faults import GOOD
from tests.stores import contents, edited, facts, folder_bytes

BRIDGES = "Đăng Vân có bao nhiêu cầu treo?"


def fact_ids(folder):
    return {fact.id for file in folder.glob("*.yaml") for fact in read_pack(file).pack.all_facts()}


def test_a_first_load_of_named_packs_alone_makes_a_store_of_just_these(run, packs, tmp_path):
    ran = run("load", "--only", "--db", tmp_path / "new.db", packs)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{tmp_path / 'new.db'}: 9 facts added, 0 changed, 0 unchanged, 0 withdrawn\n"
    assert set(facts(tmp_path / "new.db")) == fact_ids(packs)


def test_a_first_load_without_only_brings_the_bundled_packs_too(run, packs, cwd):
    ran = run("load", packs)
    assert ran.out == "hoidap.db: 9 facts added, 0 changed, 0 unchanged, 0 withdrawn\n"
    assert set(facts(cwd / "hoidap.db")) == fact_ids(packs) | fact_ids(BUNDLED)


def test_a_load_into_a_store_adds_to_what_is_there(run, store, tmp_path):
    file = tmp_path / "good.yaml"
    file.write_text(GOOD, encoding="utf-8")
    before = facts(store)
    assert (
        run("load", "--only", "--db", store, file).out
        == f"{store}: 1 facts added, 0 changed, 0 unchanged, 0 withdrawn\n"
    )
    assert facts(store) == {**before, "good/thuyen": (1, 0)}


def test_a_load_says_what_it_has_changed_and_prunes_only_when_told_to(run, store, packs):
    file = edited(packs / "dang-van-2024-05-06.yaml", 'value: "2024-03"', 'value: "2024-04"')
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("  - id: dang-van-2024/nghe-nhan")], encoding="utf-8")
    assert (
        run("load", "--db", store, packs).out
        == f"{store}: 0 facts added, 1 changed, 7 unchanged, 0 withdrawn\n"
    )
    assert (
        run("load", "--prune", "--db", store, packs).out
        == f"{store}: 0 facts added, 0 changed, 8 unchanged, 1 withdrawn\n"
    )
    answer, gone = run("ask", "--json", "--db", store, BRIDGES, "Ai là nghệ nhân ở Đăng Vân?").records
    assert (answer["status"], answer["facts"][0]["value"]) == ("answered", 17)
    assert [fact["id"] for fact in gone["facts"] if "nghe-nhan" in fact["id"]] == []


def test_a_fault_is_one_line_and_leaves_store_and_folder_as_they_were(run, store, packs, tmp_path):
    bad = edited(packs / "suoi-ram-2025-02-03.yaml", "subject: suoi-ram", "subject: nobody")
    (packs / "a-good.yaml").write_text(GOOD, encoding="utf-8")
    before, files = contents(store), set(folder_bytes(tmp_path))
    complaint = run("load", "--db", store, packs).complaint
    assert complaint == f"{bad}:9: facts[0].subject: 'nobody' is no known name"
    assert (contents(store), set(folder_bytes(tmp_path))) == (before, files)


def test_a_fault_in_the_first_load_leaves_nothing_behind(run, packs, cwd):
    bad = edited(packs / "topics.yaml", "phrases:", "phrase:")
    assert run("load", "--only", packs).complaint.startswith(f"{bad}:5: topics[0].phrase: unknown key")
    assert list(cwd.iterdir()) == []


@pytest.mark.parametrize("path", ["gone.yaml", "gone", "x" * 300 + ".yaml"])
def test_a_pack_that_is_not_there_is_told_by_its_name(run, store, path):
    before = contents(store)
    assert run("load", "--db", store, path).complaint.startswith(f"{path}: ")
    assert contents(store) == before


def test_a_pack_that_may_not_be_read_is_told_by_its_name(run, store, packs, unprivileged):
    (packs / "topics.yaml").chmod(0)
    assert (
        run("load", "--db", store, packs, before=unprivileged).complaint
        == f"{packs / 'topics.yaml'}: Permission denied"
    )


def test_a_fault_has_a_traceback_for_those_who_ask_for_it(run, store, packs):
    bad = edited(packs / "topics.yaml", "phrases:", "phrase:")
    ran = run("--debug", "load", "--db", store, bad)
    assert (ran.code, ran.out) == (1, "")
    assert "Traceback (most recent call last):" in ran.err
    assert f"{bad}:5: topics[0].phrase: unknown key" in ran.err.splitlines()[-1]


@pytest.mark.parametrize("name", [b"\xff.db", "Đăng Vân.db".encode(), b"a b?c#d%41.db"])
def test_a_store_may_have_any_name(run, packs, cwd, name):
    assert run("load", "--only", "--db", name, packs).code == 0
    assert run("ask", "--json", "--db", name, BRIDGES).records[0]["facts"][0]["value"] == 17
    assert [bytes(path.relative_to(cwd)) for path in cwd.iterdir()] == [name]
