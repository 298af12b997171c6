import json
import re
import shutil
import subprocess
from typing import get_args

import httpx
import pytest
import telegram.error
import yaml
from prometheus_client.parser import text_string_to_metric_families

from bot.notifying import OUTCOMES
from knowledge.models import Status
from tests.deploy.places import DEPLOY

DASHBOARD = json.loads((DEPLOY / "dashboard.json").read_text(encoding="utf-8"))
PAGE = (DEPLOY / "README.md").read_text(encoding="utf-8")
RULES = yaml.safe_load((DEPLOY / "alerts.yml").read_text(encoding="utf-8"))["groups"][0]["rules"]
ALERTED = [rule["expr"] for rule in RULES]
SHOWN = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
EXPRESSIONS = [*ALERTED, *SHOWN]


@pytest.fixture
def promtool(tmp_path):
    """Run promtool in a folder with our files."""
    program = shutil.which("promtool")
    if program is None:
        pytest.skip("promtool is not installed (Debian's package prometheus has it)")
    for name in ("prometheus.yml", "alerts.yml"):
        shutil.copy(DEPLOY / name, tmp_path / name)

    def promtool(*arguments):
        done = subprocess.run(
            [program, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr

    return promtool


def values(label):
    """The values that a label is picked by anywhere."""
    found = re.findall(rf'{label}[!=]~?"([^"]+)"', "\n".join(EXPRESSIONS))
    return {value for one in found for value in one.split("|")}


async def test_everything_watched_is_something_the_running_bot_tells(start_bot, sandbox, settings):
    start_bot()
    an = sandbox.person("An")
    await an.hears(after=an.says("Ai là nghệ nhân làm đèn ở Đăng Vân?"), timeout=30)
    async with httpx.AsyncClient() as client:
        page = await client.get(f"http://{settings['HOIDAP_LISTEN']}/metrics")
    told = {name: set(series) for name, series in metrics(page.text)}
    watched = {name for expression in EXPRESSIONS for name in re.findall(r"\bhoidap_\w+", expression)}
    assert watched
    assert watched <= set().union(*told.values())
    assert [name for name, series in told.items() if not series & watched] == []
    assert set(re.findall(r"(?m)^\| `(hoidap_\w+)`", PAGE)) == told.keys()


def metrics(text):
    """The metrics of a page by their names, each with its series, also where it has no value yet."""
    endings = {"counter": ["_total"], "histogram": ["", "_bucket", "_sum", "_count"], "gauge": [""]}
    for family in text_string_to_metric_families(text):
        if not family.name.endswith("_created"):
            series = [family.name + ending for ending in endings[family.type]]
            yield series[0], series


def test_statuses_are_picked_by_names_that_answers_have():
    picked = values("status")
    assert picked
    assert picked <= set(get_args(Status))


def test_outcomes_are_picked_by_names_that_errors_or_notices_have():
    picked = values("outcome")
    assert picked
    assert [name for name in picked if not (hasattr(telegram.error, name) or name in OUTCOMES)] == []


def test_the_job_is_the_one_that_is_scraped():
    scraped = yaml.safe_load((DEPLOY / "prometheus.yml").read_text())["scrape_configs"]
    assert values("job") == {job["job_name"] for job in scraped}


def test_every_alert_says_how_urgent_it_is_and_what_is_wrong():
    assert {rule["labels"]["severity"] for rule in RULES} == {"page", "ticket", "info"}
    assert all(rule["annotations"]["summary"] for rule in RULES)


def test_the_panels_have_ids_of_their_own_and_do_not_overlap():
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])
    cells = [
        (x, y)
        for place in (panel["gridPos"] for panel in DASHBOARD["panels"])
        for x in range(place["x"], place["x"] + place["w"])
        for y in range(place["y"], place["y"] + place["h"])
    ]
    assert len(cells) == len(set(cells))
    assert max(x for x, _y in cells) < 24


def test_prometheus_takes_the_configuration_and_the_alerts(promtool):
    promtool("check", "config", "prometheus.yml")


def test_prometheus_understands_what_the_panels_ask_for(promtool, tmp_path):
    asked = [expression.replace("$__rate_interval", "5m") for expression in SHOWN]
    rules = [{"record": f"shown:{number}", "expr": expression} for number, expression in enumerate(asked)]
    (tmp_path / "shown.yml").write_text(json.dumps({"groups": [{"name": "shown", "rules": rules}]}))
    promtool("check", "rules", "shown.yml")


def test_alerts_sound_when_they_should_and_only_then(promtool):
    promtool("test", "rules", str(DEPLOY.parent / "tests/deploy/alerts_test.yml"))
