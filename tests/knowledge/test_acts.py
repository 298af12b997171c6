"""What was done to things is told apart from the things there are."""

import pytest

from knowledge.abbreviations import read_known
from knowledge.acts import leaves_an_act_out


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("có bao nhiêu giáo viên", "toàn huyện tuyển mới", True),
        ("tuyển bao nhiêu giáo viên", "toàn huyện tuyển mới", False),
        ("tuyen may giao vien", "toàn huyện tuyển mới", False),
        ("cấp bao nhiêu giấy phép", "tước", True),
        ("có bao nhiêu giáo viên", "toàn huyện có", False),
    ],
)
def test_an_act_that_the_question_does_not_speak_of_is_left_out(question, told, left_out):
    assert leaves_an_act_out(read_known(question), (), read_known(told)) is left_out
