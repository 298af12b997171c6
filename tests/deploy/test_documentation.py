import re
import subprocess
import sys

import pytest
from dotenv import dotenv_values

from bot.settings import Settings
from tests.deploy.places import DEPLOY, ROOT

PAGE = (DEPLOY / "README.md").read_text(encoding="utf-8")
EXAMPLE = (DEPLOY / ".env.example").read_text(encoding="utf-8")
ASSIGNMENTS = dict(re.findall(r"(?m)^#?([A-Z_]+)=(.*)$", EXAMPLE))
VARIABLES = {f"HOIDAP_{name.upper()}" for name in Settings.model_fields}


def test_the_generated_parts_of_the_page_are_up_to_date():
    checked = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", "deploy/README.md"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert checked.returncode == 0, "run `make docs`"


def test_every_setting_is_in_the_table_and_in_the_example_and_there_is_no_other():
    tabled = set(re.findall(r"(?m)^\| `(HOIDAP_\w+)` \|", PAGE))
    assert tabled == VARIABLES
    assert {name for name in ASSIGNMENTS if name.startswith("HOIDAP_")} == VARIABLES


def test_the_example_shows_the_defaults_where_there_are_any():
    defaults = {
        f"HOIDAP_{name.upper()}": str(field.default)
        for name, field in Settings.model_fields.items()
        if field.default and not field.is_required()
    }
    assert {name: ASSIGNMENTS[name] for name in defaults} == defaults


def test_a_line_of_the_example_means_the_same_to_systemd_compose_and_the_bot():
    assert [value for value in ASSIGNMENTS.values() if re.search(r"[\s\"'$\\]", value)] == []
    assert dotenv_values(DEPLOY / ".env.example") == {"HOIDAP_TOKEN": ""}


def test_the_example_with_everything_uncommented_is_what_the_bot_takes(tmp_path, monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    filled = re.sub(r"(?m)^#(?=[A-Z_]+=)", "", EXAMPLE)
    filled = filled.replace("_TOKEN=", "_TOKEN=123456:AbC").replace("_SECRET=", "_SECRET=s3cret")
    (tmp_path / ".env").write_text(filled, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    settings = Settings.read()
    assert settings.owners == {12345678, 87654321}
    assert settings.address == ("127.0.0.1", 8080)


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", PAGE))
def test_what_the_page_links_to_is_here(link):
    assert (DEPLOY / link).is_file()


@pytest.mark.parametrize("anchor", re.findall(r"\]\(#([^)]+)\)", PAGE))
def test_the_parts_of_the_page_are_where_its_contents_say(anchor):
    headings = re.findall(r"(?m)^## (.+)$", PAGE)
    assert anchor in {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def test_everything_in_the_folder_is_spoken_of():
    files = {path.name for path in DEPLOY.iterdir()} - {"README.md"}
    assert {name for name in files if name not in PAGE} == set()
