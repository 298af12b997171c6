import pytest

from knowledge.exchange.packs import BUNDLED
from tests.stores import edited, folder_bytes


def test_sound_packs_are_said_to_be_sound_and_nothing_is_written(run, packs, tmp_path):
    before = folder_bytes(tmp_path)
    ran = run("check", packs)
    assert (ran.code, ran.out, ran.err) == (0, "3 packs are sound, with 9 facts\n", "")
    assert folder_bytes(tmp_path) == before


def test_the_bundled_packs_are_sound(run):
    ran = run("check", BUNDLED)
    assert (ran.code, ran.err) == (0, "")
    assert f"{len(list(BUNDLED.glob('*.yaml')))} packs are sound" in ran.out


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("value: 12", "value: 13", "18: facts[0]: the parts add up to 18, not to 17"),
        (
            "có 17 cầu",
            "có 18 cầu",
            "22: facts[0].value: 17, but the statement gives 18 cầu; both have to give one",
        ),
        (
            "12 cầu treo ở",
            "Mười ba cầu treo ở",
            "30: facts[0].parts[0].value: 12, but the statement gives Mười ba cầu;",
        ),
        ("topic: khanh-thanh", "topic: le-hoi", "57: facts[3].topic: 'le-hoi' is no known topic"),
        ("kind: person\n    items", "kind: nobody\n    items", "65: facts[4].kind: input should be 'count'"),
        ("paragraph: 0", "paragraph: -3", "61: facts[3].paragraph: "),
        ("facts:", "facts: [", "18: not YAML"),
    ],
)
def test_a_fault_is_told_in_one_line_with_file_line_and_field(run, packs, old, new, message):
    file = edited(packs / "dang-van-2024-05-06.yaml", old, new)
    assert run("check", packs).complaint.startswith(f"{file}:{message}")


@pytest.mark.parametrize("path", ["gone.yaml", ".", "/dev/null"])
def test_where_there_is_no_pack_it_is_told(run, path):
    assert run("check", path).complaint.startswith(f"{path}: ")


def bomb(leaves: str) -> str:
    """Nine names for nine names for nine names, and so on, twelve times over."""
    lines = [
        f"n0: &n0 [{leaves}]",
        *(f"n{at}: &n{at} [{', '.join([f'*n{at - 1}'] * 9)}]" for at in range(1, 12)),
    ]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [bomb("x"), bomb("{id: x}"), "names: " + "[" * 100_000, "names: " + "{a: " * 100_000, "- " * 100_000],
    ids=lambda text: text[:12],
)
def test_a_file_made_to_exhaust_its_reader_is_refused(run, tmp_path, text):
    file = tmp_path / "bomb.yaml"
    file.write_text(text, encoding="utf-8")
    assert run("check", file).complaint.startswith(f"{file}:")
