"""What is known of a district whose article came with its text."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.loading import load_packs, read_packs
from knowledge.models import Answer
from knowledge.service import Knowledge

PACK = Path(__file__).parent / "bach-ha.yaml"


@pytest.fixture(scope="session")
def bach_ha(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """The district; only to be asked."""
    path = tmp_path_factory.mktemp("quoting") / "bach-ha.db"
    load_packs(path, read_packs([PACK]), only=True)
    with Knowledge.open(path) as known:
        yield known


@pytest.fixture
def quoted(bach_ha: Knowledge) -> Callable[[str], str | None]:
    """The words that a question is answered with; None where it is not answered with a quotation."""

    def quoted(question: str) -> str | None:
        answer: Answer = bach_ha.ask(question)
        return answer.blocks[0].quote if answer.status == "quoted" else None

    return quoted
