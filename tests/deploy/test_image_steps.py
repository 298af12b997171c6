"""No container engine is needed here: the Dockerfile's own steps are taken in plain virtual environments."""

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploy.dockerfile import stages
from tests.deploy.places import DEPLOY, ROOT

BUILD, IMAGE = stages(DEPLOY / "Dockerfile")
PLACES = re.compile(r"(?<![\w./])/(?=(?:src|wheels|opt|var|backups)\b)")
INDEX_SECONDS, STEP_SECONDS = 60, 400

pytestmark = pytest.mark.timeout(600)


class Container:
    """What the Dockerfile makes, with a folder for its root."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.workdir = Path(self._here(IMAGE.last("WORKDIR").value))
        path = f"{root / 'base/bin'}:{os.environ['PATH']}"
        image = {name: self._here(value) for name, value in IMAGE.environment.items()}
        self._building = {**os.environ, "PATH": path}
        self.environment = {**image, "PATH": image["PATH"].replace("$PATH", path), "HOME": "/nonexistent"}

    def _here(self, text: str) -> str:
        return PLACES.sub(f"{self.root}/", text)

    def build(self) -> None:
        """Take the steps of the first stage."""
        subprocess.run([sys.executable, "-m", "venv", self.root / "base"], check=True)
        workdir = self.root
        for step in BUILD.instructions:
            if step.name == "WORKDIR":
                workdir = Path(self._here(step.value))
                workdir.mkdir(parents=True)
            elif step.name == "COPY":
                self._copy(step.words, workdir)
            elif step.name == "RUN":
                self._step(step.value, workdir)

    def _copy(self, words: list[str], workdir: Path) -> None:
        *sources, target = words
        for source in sources:
            if (ROOT / source).is_dir():
                ignored = shutil.ignore_patterns("__pycache__", "*.db*", ".env")
                shutil.copytree(ROOT / source, workdir / target, ignore=ignored)
            else:
                shutil.copy(ROOT / source, workdir / target)

    def _step(self, command: str, workdir: Path) -> None:
        done = subprocess.run(
            ["sh", "-c", self._here(command)], cwd=workdir, env=self._building, timeout=STEP_SECONDS,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a command in it to its end."""
        return subprocess.run(
            command, cwd=self.workdir, env={**self.environment, **variables}, timeout=60,
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    def start(self, **variables: str) -> subprocess.Popen[bytes]:
        """Start what it is for."""
        command = IMAGE.last("ENTRYPOINT").command + IMAGE.last("CMD").command
        return subprocess.Popen(command, cwd=self.workdir, env={**self.environment, **variables})

    def files(self) -> set[tuple[Path, int]]:
        """Everything in it but the store's folder, and when it was last written."""
        kept = [path for path in self.root.rglob("*") if not path.is_relative_to(self.workdir)]
        return {(path, path.lstat().st_mtime_ns) for path in kept}


@pytest.fixture(scope="module")
def container(tmp_path_factory: pytest.TempPathFactory) -> Container:
    """The image, built once for all tests here."""
    folder = tmp_path_factory.mktemp("image")
    probe = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, "setuptools"]
    if subprocess.run(probe, capture_output=True, timeout=INDEX_SECONDS, check=False).returncode:
        pytest.skip("no package index can be reached to build from")
    container = Container(folder / "root")
    container.build()
    return container


def test_the_command_is_the_version_of_the_checkout(container):
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)[1]
    assert version in container.run("hoidap", "--version").stdout


def test_what_is_installed_has_exactly_the_pinned_versions(container):
    listed = "import json, importlib.metadata as m; print(json.dumps([[d.name, d.version] for d in m.distributions()]))"
    installed = {
        canonical(name): version for name, version in json.loads(container.run("python", "-c", listed).stdout)
    }
    lines = (ROOT / "constraints.txt").read_text().split()
    pinned = {canonical(name): version for name, version in (line.split("==") for line in lines)}
    ours = {"hoidap", "pip"}
    assert len(installed) > len(ours)
    assert {name: pinned.get(name) for name in installed if name not in ours} == {
        name: version for name, version in installed.items() if name not in ours
    }


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_a_question_is_answered_from_the_bundled_packs_far_from_any_checkout(container):
    asked = container.run("hoidap", "ask", "--json", "Bình Liêu luân chuyển bao nhiêu cán bộ?")
    answer = json.loads(asked.stdout)
    assert (answer["status"], answer["facts"][0]["value"]) == ("answered", 18)
    assert Path(container.environment["HOIDAP_DATABASE"]).is_relative_to(container.workdir)


def test_without_a_token_it_says_so_in_one_line_and_ends(container):
    ended = container.run(*IMAGE.last("ENTRYPOINT").command, *IMAGE.last("CMD").command)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "hoidap: HOIDAP_TOKEN is missing\n"


async def test_it_answers_is_healthy_writes_to_the_store_alone_and_stops_when_told(
    container, sandbox, settings
):
    container.run("hoidap", "ask", "Bình Liêu")
    before = container.files()
    with container.start(**settings) as process:
        try:
            an = sandbox.person("An")
            asked = an.says("Bình Liêu luân chuyển bao nhiêu cán bộ?")
            answer = await an.hears(after=asked, timeout=30)
            assert "18" in answer.text
            assert container.run(*IMAGE.health, **settings).returncode == 0
            process.send_signal(getattr(signal, IMAGE.last("STOPSIGNAL").value))
            assert await asyncio.to_thread(process.wait, 30) == 0
        finally:
            process.kill()
    assert container.run(*IMAGE.health, **settings).returncode != 0
    assert container.files() == before
