import os

import pytest

from knowledge.text import keeping
from knowledge.text.abbreviations import shorthand
from knowledge.text.keeping import kept
from knowledge.text.language import Language, language
from knowledge.text.phrases import PhraseIndexes


@pytest.fixture
def sources(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "_CODE", tmp_path)
    folder = tmp_path / "language"
    folder.mkdir()
    (folder / "words.txt").write_text("một")
    yield folder
    keeping._digest.cache_clear()


def made_of(folder):
    """What is given for a folder as a new process would see it, and whether it was made for that."""
    keeping._digest.cache_clear()
    made = []

    def make():
        made.append(True)
        return {file.name: file.read_text() for file in folder.iterdir()}

    return kept("words", folder, make), bool(made)


def test_what_was_made_once_is_not_made_again(sources):
    assert made_of(sources) == ({"words.txt": "một"}, True)
    assert made_of(sources) == ({"words.txt": "một"}, False)


def test_it_is_made_anew_when_its_data_change_however_fast(sources):
    made_of(sources)
    before = (sources / "words.txt").stat()
    (sources / "words.txt").write_text("hai")
    os.utime(sources / "words.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert made_of(sources) == ({"words.txt": "hai"}, True)
    (sources / "more.txt").write_text("ba")
    assert made_of(sources) == ({"words.txt": "hai", "more.txt": "ba"}, True)


@pytest.mark.parametrize("module", ["models.py", "text/tokens.py", "reading/lexicon.py"])
def test_it_is_made_anew_when_the_code_changes(sources, module):
    made_of(sources)
    file = sources.parent / module
    file.parent.mkdir(exist_ok=True)
    file.write_text("changed = True")
    assert made_of(sources)[1]


def test_it_is_made_anew_where_it_does_not_serve(sources):
    kept("topics", sources, lambda: "cầu treo")
    assert kept("topics", sources, lambda: "bến phà", lambda found: found == "bến phà") == "bến phà"
    assert kept("topics", sources, lambda: "trạm y tế", lambda found: found == "bến phà") == "bến phà"


@pytest.mark.parametrize("left", [slice(-1), slice(0), slice(10, None)])
def test_what_is_damaged_is_made_anew(sources, left):
    made_of(sources)
    [file] = sources.parent.rglob("*.kept")
    file.write_bytes(file.read_bytes()[left])
    assert made_of(sources) == ({"words.txt": "một"}, True)
    assert made_of(sources) == ({"words.txt": "một"}, False)


def test_where_nothing_can_be_kept_it_is_made_every_time(sources):
    (sources.parent / "__pycache__").write_text("no folder")
    assert made_of(sources) == ({"words.txt": "một"}, True)
    assert made_of(sources) == ({"words.txt": "một"}, True)


def test_nothing_else_is_left_behind(sources):
    made_of(sources)
    assert [file.suffix for file in (sources.parent / "__pycache__").iterdir()] == [".kept"]


def test_the_language_data_kept_are_those_of_the_files():
    fresh = Language()
    fresh.complete()
    assert spelled_out(language()) == spelled_out(fresh)
    assert shorthand() == shorthand.__wrapped__()


def spelled_out(thing):
    """Everything in the language data, to be compared."""
    if isinstance(thing, PhraseIndexes):
        return sorted(spelled for spelled, _, _ in thing._all)
    inner = vars(thing) if type(thing).__name__ in ("Language", "PhraseIndex") else thing
    if not isinstance(inner, dict):
        return inner
    # "_contents" are the files that were read so far, by whatever ran before
    return {key: spelled_out(value) for key, value in inner.items() if key != "_contents"}
