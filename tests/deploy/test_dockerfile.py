import fnmatch
import re

import pytest

from tests.deploy.dockerfile import KNOWN, stages
from tests.deploy.places import DEPLOY, ROOT

STAGES = stages(DEPLOY / "Dockerfile")
BUILD, IMAGE = STAGES
ALL = [instruction for stage in STAGES for instruction in stage.instructions]


def test_every_instruction_is_one_that_docker_knows():
    assert {one.name for one in ALL} <= KNOWN


def test_both_stages_are_built_on_the_same_slim_python_of_a_fixed_version_and_release():
    assert BUILD.base == IMAGE.base
    assert re.fullmatch(r"python:3\.\d+-slim-[a-z]+", BUILD.base)


def test_the_python_of_the_image_is_one_the_distribution_supports():
    version = tuple(map(int, re.findall(r"\d+", IMAGE.base)))
    lowest = re.search(r'requires-python = ">=(\d+)\.(\d+)"', (ROOT / "pyproject.toml").read_text())
    assert version >= tuple(map(int, lowest.groups()))


@pytest.mark.parametrize("name", ["ENTRYPOINT", "CMD", "VOLUME"])
def test_what_runs_is_run_without_a_shell(name):
    assert IMAGE.last(name).command


def test_the_health_check_needs_neither_shell_nor_curl():
    assert IMAGE.health[:2] == ["python", "-c"]
    assert "/healthz" in IMAGE.health[2]


def test_the_bot_is_not_root_and_has_the_same_number_on_every_build():
    user, group = IMAGE.last("USER").value.split(":")
    assert user.isdigit()
    assert int(user) >= 10_000
    assert group == user


def test_the_folders_of_the_store_and_of_backups_belong_to_the_bot():
    owned = {one.words[-1] for one in IMAGE.all("COPY") if one.flags.get("chown") == IMAGE.last("USER").value}
    assert owned == {*IMAGE.last("VOLUME").command, "/backups"}
    assert IMAGE.environment["HOIDAP_DATABASE"].startswith(f"{IMAGE.last('VOLUME').command[0]}/")


def test_the_image_gets_what_was_built_and_runs_nothing_to_get_it():
    assert IMAGE.all("RUN") == []
    assert {one.flags["from"] for one in IMAGE.all("COPY")} == {BUILD.name}


def test_the_exact_versions_are_built_and_nothing_is_fetched_while_installing():
    build, install = (one.value for one in BUILD.all("RUN")[:2])
    assert "--constraint constraints.txt" in build
    assert "--no-index" in install


def test_a_stop_reaches_the_bot_as_sigterm():
    assert IMAGE.last("STOPSIGNAL").value == "SIGTERM"


def sources():
    return [source for one in BUILD.all("COPY") for source in one.words[:-1]]


@pytest.mark.parametrize("source", sources())
def test_what_is_copied_is_there_and_reaches_the_build(source):
    assert (ROOT / source).exists()
    assert f"!{source}" in ignored()


def test_nothing_reaches_the_build_but_what_is_copied():
    kept = {line.removeprefix("!") for line in ignored() if line.startswith("!")}
    assert ignored()[0] == "*"
    assert kept == set(sources())


@pytest.mark.parametrize("secret", [".env", "hoidap.db", "hoidap.db-wal"])
def test_no_settings_and_no_store_reach_the_build_even_from_a_folder_that_is_copied(secret):
    patterns = [line.removeprefix("**/") for line in ignored() if line.startswith("**/")]
    assert any(fnmatch.fnmatch(secret, pattern) for pattern in patterns)


def ignored():
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
