import re
from pathlib import Path

import pytest
import yaml

from bot.settings import Settings
from tests.deploy.dockerfile import stages
from tests.deploy.places import DEPLOY, ROOT

TEXT = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
IMAGE = stages(DEPLOY / "Dockerfile")[-1]
STORE = IMAGE.last("VOLUME").command[0]
OURS = [name for name, service in SERVICES.items() if service["image"] == "hoidap"]
FOREIGN = sorted(SERVICES.keys() - set(OURS))


def mounts(service: str) -> dict[str, str]:
    """Where each source is mounted."""
    return {volume.split(":")[0]: volume.split(":")[1] for volume in SERVICES[service]["volumes"]}


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_runs_with_a_read_only_root_and_no_rights_to_gain_more(service):
    given = SERVICES[service]
    assert given["read_only"] is True
    assert given["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in given["security_opt"]
    assert "privileged" not in given


def test_only_what_listens_below_1024_gets_a_capability_back():
    assert {name: given["cap_add"] for name, given in SERVICES.items() if "cap_add" in given} == {
        "caddy": ["NET_BIND_SERVICE"]
    }


def test_the_bot_alone_starts_where_no_profile_is_asked_for():
    assert [name for name, given in SERVICES.items() if "profiles" not in given] == ["bot"]


@pytest.mark.parametrize("service", FOREIGN)
def test_other_peoples_images_have_a_fixed_version(service):
    assert re.fullmatch(r"[\w/-]+:v?\d+\.\d+[\w.-]*", SERVICES[service]["image"])


@pytest.mark.parametrize("service", SERVICES)
def test_what_is_mounted_is_a_named_volume_or_a_file_that_is_here(service):
    for source in mounts(service):
        assert source in COMPOSE["volumes"] or (DEPLOY / source).is_file()


def test_what_is_built_is_the_dockerfile_with_the_whole_checkout_to_copy_from():
    build = SERVICES["bot"]["build"]
    assert (DEPLOY / build["context"]).resolve() == ROOT
    assert (ROOT / build["dockerfile"]).is_file()


@pytest.mark.parametrize("service", OURS)
def test_the_store_outlives_the_container(service):
    assert mounts(service)["store"] == STORE


def test_the_store_and_the_address_are_the_ones_the_image_is_made_for():
    assert SERVICES["bot"]["environment"] == {
        name: IMAGE.environment[name] for name in ("HOIDAP_DATABASE", "HOIDAP_LISTEN")
    }


def test_the_settings_come_from_the_file_that_the_example_is_a_copy_of():
    assert SERVICES["bot"]["env_file"] == [".env"]


def test_the_bot_comes_back_after_a_crash_and_a_reboot_and_has_time_to_stop():
    bot = SERVICES["bot"]
    assert bot["restart"] == "unless-stopped"
    assert int(bot["stop_grace_period"].removesuffix("s")) > 5
    assert bot["init"] is True


def test_health_is_asked_for_where_the_bot_listens():
    command = SERVICES["bot"]["healthcheck"]["test"]
    port = SERVICES["bot"]["environment"]["HOIDAP_LISTEN"].rpartition(":")[2]
    assert command[:3] == ["CMD", "python", "-c"]
    assert f"http://127.0.0.1:{port}/healthz" in command[3]


def test_nothing_is_open_to_the_world_but_caddy():
    open_ports = {
        name: port
        for name, given in SERVICES.items()
        for port in given.get("ports", [])
        if not port.startswith("127.0.0.1:")
    }
    assert open_ports.keys() == {"caddy"}


def test_caddy_and_prometheus_reach_the_bot_by_its_name_and_port():
    port = SERVICES["bot"]["expose"][0]
    scraped = yaml.safe_load((DEPLOY / "prometheus.yml").read_text())["scrape_configs"][0]
    assert f"reverse_proxy bot:{port}" in (DEPLOY / "Caddyfile").read_text()
    assert scraped["static_configs"][0]["targets"] == [f"bot:{port}"]


def test_only_deliveries_pass_the_proxy():
    caddyfile = (DEPLOY / "Caddyfile").read_text()
    assert "@delivery method POST" in caddyfile
    assert "respond 404" in caddyfile


def test_every_variable_of_the_compose_file_is_explained_and_is_no_setting_of_the_bot():
    asked = set(re.findall(r"\$\{(\w+)", TEXT)) | set(
        re.findall(r"\{\$(\w+)", Path(DEPLOY / "Caddyfile").read_text())
    )
    example = (DEPLOY / ".env.example").read_text(encoding="utf-8")
    explained = set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE))
    settings = {f"HOIDAP_{name.upper()}" for name in Settings.model_fields}
    assert explained - settings == asked
