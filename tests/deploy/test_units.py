import re
import shutil
import subprocess

import pytest

from tests.deploy.places import DEPLOY

UNITS = ("hoidap.service", "hoidap-backup.service", "hoidap-backup.timer")
SERVICES = UNITS[:2]
EXPOSURE = 20
"""In tenths: systemd calls up to 5.0 medium, and an unhardened service has 9.6."""


@pytest.fixture
def analyze(tmp_path):
    """Run systemd-analyze on copies of the units, whose programs are there."""
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd-analyze is not installed")
    for unit in UNITS:
        text = (DEPLOY / unit).read_text(encoding="utf-8")
        (tmp_path / unit).write_text(re.sub(r"(?m)^(ExecStart=)\S+", rf"\g<1>{shutil.which('true')}", text))

    def analyze(*arguments):
        return subprocess.run(
            [program, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
        )

    return analyze


def settings(unit):
    """What a unit sets; of settings given more than once, the last."""
    lines = (DEPLOY / unit).read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if re.match(r"\w+=", line))


@pytest.mark.parametrize("unit", UNITS)
def test_systemd_has_nothing_to_say_against_a_unit(analyze, unit):
    verified = analyze("verify", "--man=no", f"./{unit}")
    assert (verified.returncode, verified.stderr) == (0, "")


@pytest.mark.parametrize("unit", SERVICES)
def test_a_service_is_barely_exposed(analyze, unit):
    secured = analyze("security", "--offline=yes", f"--threshold={EXPOSURE}", f"./{unit}")
    assert secured.returncode == 0, secured.stdout


def test_the_services_are_the_same_user_on_the_same_store():
    bot, backup = map(settings, SERVICES)
    store = bot["Environment"].removeprefix("HOIDAP_DATABASE=")
    assert bot["User"] == backup["User"] != "root"
    assert store.startswith(f"/var/lib/{bot['StateDirectory']}/")
    assert backup["ExecStart"].split()[1] == store
    assert backup["ExecStart"].split()[2] in backup["ReadWritePaths"].split()


def test_a_crash_is_started_again_and_wrong_usage_is_not():
    bot = settings("hoidap.service")
    assert (bot["Restart"], bot["RestartPreventExitStatus"]) == ("on-failure", "2")
    assert int(bot["StartLimitBurst"]) > 1


def test_the_bot_has_more_time_to_stop_than_it_takes():
    assert int(settings("hoidap.service")["TimeoutStopSec"].removesuffix("s")) > 5
