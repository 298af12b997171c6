import json
import subprocess
import sys
import textwrap

import pytest

TOKEN, SECRET = "123456:AbC-dEf_987", "hush-hush"

SAY = {
    "a message": "logging.getLogger('x').warning('at %s', URL)",
    "an exception": "\ntry:\n    raise ValueError(URL)\nexcept ValueError:\n    logging.getLogger('x').exception('failed')",
    "a cause": "\ntry:\n    try:\n        raise KeyError(TOKEN)\n    except KeyError as e:\n        raise ValueError('x') from e\n"
    "except ValueError:\n    structlog.get_logger().exception('failed')",
    "a structured value": "structlog.get_logger().info('asked', url=URL, secret=SECRET)",
    "a chatty library": "logging.getLogger('httpx').debug('GET %s', URL)",
    "python-telegram-bot": "logging.getLogger('telegram.Bot').debug('secret_token=%r', SECRET)",
    "a warning": "warnings.warn(URL)",
    "a URL that writes it differently": "logging.getLogger('x').error(URL.replace(':', '%3A'))",
    "what nobody caught": "raise ValueError(URL)",
    "what a thread did not catch": "t = threading.Thread(target=lambda: int(TOKEN)); t.start(); t.join()",
}


def logged(say, level="DEBUG"):
    program = f"""
import logging, threading, warnings, structlog
from bot import logs
TOKEN, SECRET = {TOKEN!r}, {SECRET!r}
URL = "https://api.telegram.org/bot" + TOKEN + "/getMe"
logs.configure({level!r}, (TOKEN, SECRET))
{say}
"""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        check=False,
        timeout=60,
        text=True,
    )
    return done.stderr


@pytest.mark.parametrize("say", SAY.values(), ids=SAY.keys())
def test_no_secret_is_ever_logged(say):
    told = logged(say)
    assert "***" in told
    assert TOKEN not in told
    assert TOKEN.partition(":")[2] not in told
    assert SECRET not in told


def test_every_event_is_one_line_of_json():
    lines = logged(SAY["an exception"] + "\nstructlog.get_logger('bot').info('xong', số=3)").splitlines()
    failed, done = map(json.loads, lines)
    assert (failed["event"], failed["level"], "Traceback" in failed["exception"]) == ("failed", "error", True)
    assert (done["event"], done["số"], done["logger"]) == ("xong", 3, "bot")


def test_libraries_are_quiet_unless_everything_is_asked_for():
    chatter = "logging.getLogger('httpx').info('POST'); logging.getLogger('telegram.ext').info('x')"
    assert logged(chatter, "INFO") == ""
    assert len(logged(chatter, "DEBUG").splitlines()) == 2
