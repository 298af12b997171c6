"""The one unforgivable bug: on none of the question sets is a figure given that is not the answer."""

import pytest

from tests.evaluation import FOLDER, NOISES, evaluate

SETS = sorted(path.stem for path in FOLDER.glob("*.jsonl"))


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize("name", SETS)
def test_no_question_gets_a_wrong_answer(name, noise, capsys):
    tally = evaluate([name], noise, show=1_000)
    unsafe = [line for line in capsys.readouterr().out.splitlines() if line.startswith("unsafe")]
    assert tally
    assert unsafe == []
