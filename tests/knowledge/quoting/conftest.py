"""What is known of a district whose article came with its text."""

from collections.abc import Callable

import pytest

from knowledge.models import Answer
from knowledge.service import Knowledge


@pytest.fixture
def quoted(bach_ha: Knowledge) -> Callable[[str], str | None]:
    """The words that a question is answered with; None where it is not answered with a quotation."""

    def quoted(question: str) -> str | None:
        answer: Answer = bach_ha.ask(question)
        return answer.blocks[0].quote if answer.status == "quoted" else None

    return quoted
