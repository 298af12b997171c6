import shutil
import unicodedata
from itertools import combinations

import pytest
import yaml

from knowledge.errors import LanguageError
from knowledge.text import datafiles
from knowledge.text.abbreviations import read_known, shorthand, words_of
from knowledge.text.datafiles import FOLDER
from knowledge.text.language import language
from knowledge.text.tokens import tokenize
from knowledge.text.vietnamese import fold, is_syllable, normalize

FILES = sorted(path.name for path in FOLDER.iterdir())
LISTS = [name for name in FILES if name.endswith(".txt")]
COMMON = (
    "không ban con tin bạn cán bộ tỉnh xã năm người hộ trường lớp cầu đường bão lũ mai sơn hoa an "
    "ba hai bốn tư ta tôi mình cô chú anh chị em nhà nước tiền đất rừng biển sông núi ngày tháng "
    "giờ hôm nay mới cũ to nhỏ cao thấp lên xuống ra vào đi đến về ở từ của cho với và "
    "hay là có"
)


def lines(name):
    return [
        line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_language_file_is_clean_text_that_says_what_it_holds(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert [line for line in text.splitlines() if line != line.rstrip() or "\t" in line] == []


@pytest.mark.parametrize("name", LISTS)
def test_no_line_of_a_list_is_there_twice(name):
    seen = set()
    assert [line for line in map(normalize, lines(name)) if line in seen or seen.add(line)] == []


def test_a_word_is_written_as_it_is_read():
    assert [line for line in lines("words.txt") if line != " ".join(words_of(line))] == []


def test_no_phrase_both_matters_and_does_not():
    assert set(map(normalize, lines("harmless.txt"))) & set(map(normalize, lines("restrictive.txt"))) == set()


@pytest.mark.parametrize("word", COMMON.split())
def test_a_common_word_is_known_and_is_no_shorthand(word):
    assert word in {syllable for known in language().words for syllable in known.split()}
    assert word not in shorthand()
    assert fold(word) not in shorthand()


def test_no_shorthand_stands_in_the_way_of_a_word_typed_without_marks():
    unmarked = {fold(syllable) for word in language().words for syllable in word.split()}
    assert [short for short in shorthand() if short in unmarked and len(short) > 1] == []


def test_shorthand_is_written_out_in_words_and_never_as_itself():
    for short, meanings in shorthand().items():
        assert meanings
        assert (tuple(short.split()) in meanings) is False
        assert all(meanings), short


def test_no_short_form_is_explained_twice():
    tree = yaml.compose((FOLDER / "shorthand.yaml").read_text(encoding="utf-8"))
    seen = set()
    assert [key.value for key, _ in tree.value if key.value in seen or seen.add(key.value)] == []


def test_nearly_all_words_are_spelled_as_vietnamese_is():
    foreign = {s for word in language().words for s in word.split() if not is_syllable(s)}
    assert len(foreign) < 100
    assert len(language().words) > 7000


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("chiếm bao nhiêu phần trăm", "what_share"), ("trồng bao nhiêu ha", "how_many"), ("có mấy xã", "how_many"), ("khi nào trồng", "when"),
        ("ai trồng", "who"), ("trồng ở đâu", "which"), ("xã nào trồng", "which"), ("trồng cái gì", "what"), ("có phải đã trồng", "whether"),
    ],
)  # fmt: skip
def test_every_way_of_asking_is_heard_with_marks_and_without(question, ask):
    for typed in (question, fold(question)):
        heard = {found.meaning for found in language().asks.cover(tokenize(typed))}
        assert ask in heard, typed


def test_there_are_seven_ways_of_asking():
    assert set(language().ask_order) == {"how_many", "what_share", "who", "when", "which", "what", "whether"}
    assert {"không", "chưa"} <= language().asks_at_end


def test_a_word_has_one_group_of_synonyms_and_stands_for_all_others_of_it():
    groups = yaml.safe_load((FOLDER / "synonyms.yaml").read_text(encoding="utf-8"))
    members = [set(map(normalize, group)) for group in groups]
    assert [one & other for one, other in combinations(members, 2) if one & other] == []
    for group in members:
        for word in group:
            tokens = tokenize(word)
            others = [
                f.meaning for f in language().synonyms.everywhere(tokens) if f.end - f.start == len(tokens)
            ]
            same = {" ".join(words_of(other)) for other in group} - {" ".join(words_of(word))}
            assert same <= {other for found in others for other in found}


def test_a_counted_noun_has_one_meaning():
    classes = yaml.safe_load((FOLDER / "units.yaml").read_text(encoding="utf-8"))["classes"]
    groups = [set(map(normalize, group)) for entry in classes.values() for group in entry.get("nouns", ())]
    assert [one & other for one, other in combinations(groups, 2) if one & other] == []


def test_every_kind_of_place_has_a_level_and_every_committee_a_kind():
    found = language()
    assert found.place_levels["xã"] & found.place_levels["phường"]
    assert not found.place_levels["xã"] & found.place_levels["huyện"]
    [committee] = found.committees.cover(tokenize("Huyện uỷ"))
    assert committee.meaning in found.place_levels
    assert {kind for kind, *_ in found.old_places()} <= set(found.place_levels)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("asks.yaml", b"who: [ai"), ("asks.yaml", b"- who"), ("people.yaml", b"honorifics: \xff"), ("harmless.txt", b"\xff"),
        ("units.yaml", None), ("restrictive.txt", None),
        ("telling.yaml", b"now: [a]\nlater:\n  now: [b]\nnow: [c]\n"),
    ],
)  # fmt: skip
def test_a_malformed_file_is_one_error_that_names_it(tmp_path, monkeypatch, name, content):
    folder = shutil.copytree(FOLDER, tmp_path / "language")
    (folder / name).unlink() if content is None else (folder / name).write_bytes(content)
    monkeypatch.setattr(datafiles, "FOLDER", folder)
    with pytest.raises(LanguageError, match=name):
        language.__wrapped__()


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban xã",
        "Ơn trên",
        "uỷ ban",
        "Bến  Lạ",
        " ăn ÷ uống",
        "UBND xã",
        "HĐND Suối Rằm",
        "Hoà",
        "ƯỚC",
        "a B c",
        "Đại hội XIII",
    ],
)
def test_the_words_of_a_text_are_those_of_its_tokens_in_whatever_case(text):
    assert words_of(text) == tuple(token.marked for token in read_known(text))


def test_a_compound_that_only_looks_narrowing_is_a_word_like_any_other():
    known = language()
    assert {"huy động", "gia đình", "quy mô", "môi trường", "năng suất"} <= known.whole_words
    assert known.whole_words.isdisjoint({"người già", "cấp trưởng", "đúng hạn", "huy dong"})
