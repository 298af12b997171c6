import subprocess
import sys

import pytest

LOADED = "import bot.running, sys; print(*{'numpy', 'pandas', 'matplotlib'} & sys.modules.keys())"


def printed(program):
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout


def test_the_running_bot_does_not_load_what_only_charts_need():
    assert printed(LOADED).split() == []


def test_what_was_not_loaded_can_be_loaded_later():
    pytest.importorskip("numpy")
    assert printed("import knowledge.store.database, numpy; print(numpy.arange(3).sum())") == "3\n"


def test_what_was_loaded_before_stays():
    pytest.importorskip("numpy")
    assert (
        printed("import numpy, knowledge.store.database, sys; print(sys.modules['numpy'] is numpy)")
        == "True\n"
    )
