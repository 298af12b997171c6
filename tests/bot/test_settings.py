from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.settings import TELEGRAM, Settings, SettingsError

TOKEN = "123456:AbC-dEf_1"
WEBHOOK = {
    "HOIDAP_WEBHOOK_URL": "https://bot.example/hook",
    "HOIDAP_WEBHOOK_SECRET": "s3cret",
    "HOIDAP_LISTEN": "127.0.0.1:8080",
}


@pytest.fixture
def environ(monkeypatch, tmp_path):
    """Sets just these variables, in an empty folder."""
    for name in [
        *WEBHOOK,
        "HOIDAP_TOKEN",
        "TELEGRAM_BOT_TOKEN",
        "HOIDAP_API_BASE",
        "HOIDAP_DATABASE",
        "HOIDAP_OWNERS",
    ]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def put(**variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return put


def complaint():
    with pytest.raises(SettingsError) as caught:
        Settings.read()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_token_is_all_that_is_needed(environ):
    environ(HOIDAP_TOKEN=TOKEN)
    settings = Settings.read()
    assert settings.token.get_secret_value() == TOKEN
    assert (settings.api_base, settings.database, settings.owners) == (
        TELEGRAM,
        Path("hoidap.db"),
        frozenset(),
    )
    assert (settings.timezone, settings.log_level) == (ZoneInfo("Asia/Ho_Chi_Minh"), "INFO")


def test_the_usual_name_of_the_token_is_read_too(environ):
    environ(TELEGRAM_BOT_TOKEN=TOKEN)
    assert Settings.read().token.get_secret_value() == TOKEN


def test_settings_are_read_from_a_file_beside(environ, tmp_path):
    environ()
    (tmp_path / ".env").write_text(f"HOIDAP_TOKEN={TOKEN}\nHOIDAP_OWNERS=1, 22\nOTHER=x\n", encoding="utf-8")
    assert Settings.read().owners == {1, 22}


def test_the_environment_goes_before_the_file(environ, tmp_path):
    environ(HOIDAP_TOKEN=TOKEN)
    (tmp_path / ".env").write_text("HOIDAP_TOKEN=9:other\n", encoding="utf-8")
    assert Settings.read().token.get_secret_value() == TOKEN


def test_a_missing_token_is_named(environ):
    environ()
    assert complaint() == "HOIDAP_TOKEN is missing"


@pytest.mark.parametrize("token", ["no-number", "12 3:abc", "123:", "123:a/b", "đ12:abc"])
def test_a_malformed_token_is_named_and_not_shown(environ, token):
    environ(HOIDAP_TOKEN=token)
    told = complaint()
    assert told.startswith("HOIDAP_TOKEN is malformed: ")
    assert token not in told


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("HOIDAP_API_BASE", "127.0.0.1:8081", "not an http or https address"),
        ("HOIDAP_API_BASE", "ftp://x", "not an http or https address"),
        ("HOIDAP_OWNERS", "12,an", "not user ids separated by commas, such as 12345,67890"),
        ("HOIDAP_OWNERS", "-100123", "not user ids separated by commas, such as 12345,67890"),
        ("HOIDAP_LISTEN", "x", "not host:port, such as 127.0.0.1:8080"),
        ("HOIDAP_LISTEN", "localhost:70000", "not host:port, such as 127.0.0.1:8080"),
        ("HOIDAP_TIMEZONE", "Asia/Hanoi2", "not a time zone, such as Asia/Ho_Chi_Minh"),
        ("HOIDAP_TIMEZONE", "../etc", "not a time zone, such as Asia/Ho_Chi_Minh"),
        ("HOIDAP_LOG_LEVEL", "LOUD", "not one of DEBUG, INFO, WARNING, ERROR, CRITICAL"),
    ],
)
def test_a_malformed_setting_is_named_with_its_value_and_what_is_allowed(environ, name, value, allowed):
    environ(**{"HOIDAP_TOKEN": TOKEN, name: value})
    assert complaint() == f"{name} is {value!r}: {allowed}"


def test_a_malformed_secret_is_not_shown(environ):
    environ(**{**WEBHOOK, "HOIDAP_TOKEN": TOKEN, "HOIDAP_WEBHOOK_SECRET": "bí mật"})
    assert (
        complaint() == "HOIDAP_WEBHOOK_SECRET is malformed: not 1 to 256 characters of A-Z, a-z, 0-9, _ and -"
    )


@pytest.mark.parametrize("lacking", ["HOIDAP_WEBHOOK_SECRET", "HOIDAP_LISTEN"])
def test_a_webhook_needs_its_secret_and_an_address_to_be_served_on(environ, lacking):
    environ(HOIDAP_TOKEN=TOKEN, **{name: value for name, value in WEBHOOK.items() if name != lacking})
    assert complaint().startswith(f"{lacking} is missing: ")


def test_telegram_itself_delivers_to_https_only(environ):
    environ(**{**WEBHOOK, "HOIDAP_TOKEN": TOKEN, "HOIDAP_WEBHOOK_URL": "http://bot.example/hook"})
    assert complaint().startswith("HOIDAP_WEBHOOK_URL is not https")


def test_a_local_server_may_deliver_to_plain_http(environ):
    local = {"HOIDAP_API_BASE": "http://127.0.0.1:8081/", "HOIDAP_WEBHOOK_URL": "http://127.0.0.1:8080/a/b"}
    environ(**{**WEBHOOK, "HOIDAP_TOKEN": TOKEN, **local})
    settings = Settings.read()
    assert (settings.api_base, settings.webhook_url) == ("http://127.0.0.1:8081", "http://127.0.0.1:8080/a/b")
    assert settings.address == ("127.0.0.1", 8080)


def test_several_faults_are_told_in_one_line(environ):
    environ(HOIDAP_LISTEN="x", HOIDAP_OWNERS="y")
    told = complaint()
    assert all(name in told for name in ("HOIDAP_TOKEN", "HOIDAP_LISTEN", "HOIDAP_OWNERS"))


def test_settings_never_show_their_secrets(environ):
    environ(HOIDAP_TOKEN=TOKEN, **WEBHOOK)
    shown = repr(Settings.read())
    assert TOKEN not in shown
    assert "s3cret" not in shown


def test_a_bot_without_a_token_ends_with_one_line(run):
    assert run("run").complaint == "HOIDAP_TOKEN is missing"


def test_other_commands_find_the_store_that_the_file_names(run, cwd, store):
    (cwd / ".env").write_text(f"HOIDAP_DATABASE={store}\n", encoding="utf-8")
    assert "12 cầu treo" in run("ask", "Đăng Vân có bao nhiêu cầu treo?").out
    assert [file.name for file in cwd.iterdir()] == [".env"]
