from knowledge.exchange.packs import BUNDLED
from tests.conftest import SAMPLE
from tests.stores import contents, folder_bytes


def test_an_export_names_the_files_it_has_written(run, store, tmp_path):
    folder = tmp_path / "out" / "of" / "the" / "way"
    ran = run("export", "--db", store, folder)
    assert (ran.code, ran.err) == (0, "")
    assert sorted(ran.out.splitlines()) == sorted(str(folder / file.name) for file in SAMPLE.iterdir())
    assert set(folder_bytes(folder)) == {file.name for file in SAMPLE.iterdir()}


def test_an_export_loaded_and_exported_again_is_the_same_in_every_byte(run, store, tmp_path):
    once, twice = tmp_path / "once", tmp_path / "twice"
    assert run("export", "--db", store, once).code == 0
    assert run("load", "--only", "--db", tmp_path / "new.db", once).code == 0
    assert run("export", "--db", tmp_path / "new.db", twice).code == 0
    assert folder_bytes(once) == folder_bytes(twice)
    assert (
        run("load", "--db", store, once).out
        == f"{store}: 0 facts added, 0 changed, 9 unchanged, 0 withdrawn\n"
    )


def test_an_export_changes_nothing_in_the_store(run, store, tmp_path):
    before = contents(store)
    assert run("export", "--db", store, tmp_path / "out").code == 0
    assert contents(store) == before


def test_an_export_of_a_store_that_is_not_there_gives_the_bundled_packs(run, cwd):
    ran = run("export", "out")
    assert (ran.code, ran.err) == (0, "")
    assert set(folder_bytes(cwd / "out")) == {file.name for file in BUNDLED.glob("*.yaml")}


def test_an_export_into_a_file_is_wrong_usage(run, store, tmp_path):
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    assert run("export", "--db", store, tmp_path / "out").code == 2
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_an_export_that_may_not_be_written_is_told_in_one_line(run, store, tmp_path, unprivileged):
    (tmp_path / "closed").mkdir(mode=0o555)
    complaint = run("export", "--db", store, tmp_path / "closed" / "out", before=unprivileged).complaint
    assert str(tmp_path / "closed" / "out") in complaint
    assert "Permission denied" in complaint
